// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace coldframe {

/// How a log is shown; kept between sessions.
struct LogViewSettings
{
    bool isTable = false;
    QStringList columns = {}; ///< as textsOfColumns() writes them

    bool operator==(const LogViewSettings &) const = default;
};

} // namespace coldframe
