// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logcolours.h"

#include "gui/base/theme.h"

namespace coldframe {

LogColours::LogColours(const QPalette &palette)
    : m_text(palette.color(QPalette::Text))
{
    const ThemeColours theme = ThemeColours::of(palette);
    m_muted = theme.muted;
    m_warning = theme.warning;
    m_error = theme.error;
}

QColor LogColours::text(LogSource source, LogLevel level) const
{
    switch (level) {
    case LogLevel::Warn:
        return m_warning;
    case LogLevel::Error:
    case LogLevel::Fatal:
        return m_error;
    case LogLevel::Trace:
    case LogLevel::Debug:
        return m_muted;
    case LogLevel::None:
    case LogLevel::Info:
        break;
    }
    return source == LogSource::Function ? m_text : m_muted;
}

QColor LogColours::strip(LogLevel level) const
{
    switch (level) {
    case LogLevel::Warn:
        return m_warning;
    case LogLevel::Error:
    case LogLevel::Fatal:
        return m_error;
    case LogLevel::None:
    case LogLevel::Trace:
    case LogLevel::Debug:
    case LogLevel::Info:
        break;
    }
    return {};
}

} // namespace coldframe
