// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace coldframe {

/// The X-Ray error cause that a runtime told, {"working_directory", "exceptions", "paths",
/// "message"}, as the platform keeps it: at most 64 KiB; of a larger one exceptions, paths and
/// stacks are cropped to 0.8, 0.6, 0.4, 0.2 or none of their entries (runtime-api, section 5).
/// Empty when it is no such object.
QByteArray keptErrorCause(QByteArrayView cause);

/// An error payload and the cause that was inside it.
struct SeparatedError
{
    QByteArray payload; ///< without "errorCause"
    QByteArray cause; ///< as keptErrorCause() gives it; empty without one
};

/// Takes a body of the type application/vnd.aws.lambda.error.cause+json apart; nothing when it is
/// not an object of JSON.
std::optional<SeparatedError> separateErrorCause(QByteArrayView body);

} // namespace coldframe
