// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace coldframe {

/// How reports look, on light and on dark screens and on paper. Pictures inside of the page use its
/// classes.
QByteArray reportStyleSheet();

} // namespace coldframe
