// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/logline.h"

#include <QColor>
#include <QPalette>

namespace coldframe {

/// The colours of log lines on a palette, light or dark.
class LogColours
{
public:
    explicit LogColours(const QPalette &palette);

    QColor text(LogSource source, LogLevel level) const;

    /// The strip before a line; invalid for levels that need no attention.
    QColor strip(LogLevel level) const;

    QColor muted() const { return m_muted; }

private:
    QColor m_text;
    QColor m_muted;
    QColor m_warning;
    QColor m_error;
};

} // namespace coldframe
