// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/statustext.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

struct StatusText
{
    Q_DECLARE_TR_FUNCTIONS(StatusText)
};

} // namespace

QString statusText(InvocationStatus status)
{
    switch (status) {
    case InvocationStatus::Succeeded:
        return StatusText::tr("Succeeded");
    case InvocationStatus::Failed:
        return StatusText::tr("Failed");
    case InvocationStatus::TimedOut:
        return StatusText::tr("Timed out");
    case InvocationStatus::Stopped:
        return StatusText::tr("Stopped");
    }
    return {};
}

Symbol statusSymbol(InvocationStatus status)
{
    switch (status) {
    case InvocationStatus::Succeeded:
        return Symbol::Success;
    case InvocationStatus::Failed:
        return Symbol::Error;
    case InvocationStatus::TimedOut:
        return Symbol::Clock;
    case InvocationStatus::Stopped:
        return Symbol::Stop;
    }
    return Symbol::Info;
}

QColor statusColour(InvocationStatus status, const ThemeColours &colours)
{
    switch (status) {
    case InvocationStatus::Succeeded:
        return colours.success;
    case InvocationStatus::Failed:
        return colours.error;
    case InvocationStatus::TimedOut:
        return colours.warning;
    case InvocationStatus::Stopped:
        return colours.muted;
    }
    return colours.muted;
}

QColor statusBackground(InvocationStatus status, const ThemeColours &colours)
{
    switch (status) {
    case InvocationStatus::Succeeded:
        return colours.successBackground;
    case InvocationStatus::Failed:
        return colours.errorBackground;
    case InvocationStatus::TimedOut:
        return colours.warningBackground;
    case InvocationStatus::Stopped:
        return colours.border;
    }
    return colours.border;
}

} // namespace coldframe
