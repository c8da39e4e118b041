// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coldframe {

/// Turns whole lines into comments, or back when each line that is not blank is one already. All
/// comments begin in the column of the least indented line; blank lines stay as they are.
QString toggleLineComments(const QString &lines, const QString &commentStart);

} // namespace coldframe
