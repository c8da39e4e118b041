// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace coldframe {

/// A new random UUID, for example "3f6b1c52-7d2e-4c8e-9a53-1f0e6a2b4c8d". Unique, but no secret:
/// its generator is seeded once, because asking the system costs a small invocation a microsecond.
QString newUuid();

/// So many random hexadecimal digits, lower-case; likewise no secret.
QByteArray randomHexDigits(qsizetype digits);

} // namespace coldframe
