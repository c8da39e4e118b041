// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logexport.h"
#include "core/logs/logfile.h"

#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace coldframe {

class LogBusyBar;

/// Opens log files and writes shown lines, in other threads, with progress in a bar; asks for
/// paths.
class LogFiles : public QObject
{
    Q_OBJECT

public:
    /// The widgets outlive it; window is where dialogs belong to.
    LogFiles(QWidget &window, LogBusyBar &bar);
    ~LogFiles() override;

    void askToOpen();
    void open(const QString &path);

    void askToSave(std::shared_ptr<const LogStore> lines, LogChoice choice);
    void save(const QString &path, std::shared_ptr<const LogStore> lines, LogChoice choice,
              LogExport format);

    /// Puts the lines onto the clipboard.
    void copy(std::shared_ptr<const LogStore> lines, LogChoice choice);

Q_SIGNALS:
    void opened(const QString &path, const std::shared_ptr<coldframe::LogFile> &file);
    void saved(const QString &path);
    void failed(const coldframe::Error &error);

private:
    SharedLogProgress begin(const QString &text);

    QWidget &m_window;
    LogBusyBar &m_bar;
    SharedLogProgress m_progress; ///< of what began last
    QString m_folder; ///< of the file that was opened or saved last
};

} // namespace coldframe
