// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace coldframe {

/// What a timeline can be saved as.
enum class TimelineFormat { ChromeTrace, Speedscope, Svg, Png };

/// Makes the bytes of a file; may be called in any thread.
using TimelineContent = std::function<QByteArray()>;

/// "Save for speedscope…", as an entry of a menu.
QString saveText(TimelineFormat format);

/// The name to propose: "orders-cold.speedscope.json".
QString proposedName(const QString &functionName, bool isCold, TimelineFormat format);

/// Asks where to save, and calls back with an absolute path unless the user gives up. Returns at
/// once.
void askWhereToSave(QWidget &parent, TimelineFormat format, const QString &name,
                    const std::function<void(const QString &)> &chosen);

/// The same for a trace to read.
void askWhatToOpen(QWidget &parent, const std::function<void(const QString &)> &chosen);

} // namespace coldframe
