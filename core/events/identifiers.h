// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace coldframe {

/// An id as event sources make them, always the same for the same origin. Kinds, with a length
/// where it says n: "uuid"; "hex" n; "digits" n; "rising" n (digits that grow with the index);
/// "token" n (letters and digits); "label" n (a host label: a letter, then lower-case letters and
/// digits). Nothing for any other kind.
std::optional<QString> makeIdentifier(const QString &kind, qsizetype length,
                                      const QByteArray &origin, qsizetype index);

/// The kinds that makeIdentifier() knows.
QStringList identifierKinds();

} // namespace coldframe
