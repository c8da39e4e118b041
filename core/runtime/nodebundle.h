// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace coldframe {

/// The script bootstrap.cjs of a folder in one text with the modules of that folder that it and
/// they need from the start: each line `const x = require('./name.cjs');` at their beginning. To
/// find and read a file of its own takes Node.js half a millisecond for each. Other modules stay
/// where they are, beside the text. NotFound when a file is missing or can't be read.
Result<QByteArray> nodeBundle(const QString &folder);

} // namespace coldframe
