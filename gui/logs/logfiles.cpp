// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logfiles.h"

#include "core/base/async.h"
#include "core/base/later.h"
#include "gui/logs/logbusybar.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

namespace coldframe {

namespace {

/// Up to so many lines the clipboard has them at once.
constexpr qsizetype MostCopiedAtOnce = 20'000;

} // namespace

LogFiles::LogFiles(QWidget &window, LogBusyBar &bar)
    : QObject(&window)
    , m_window(window)
    , m_bar(bar)
{ }

LogFiles::~LogFiles()
{
    if (m_progress)
        m_progress->isCancelled = true;
}

void LogFiles::askToOpen()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open Log File"), m_folder);
    dialog->setObjectName(QStringLiteral("logOpenDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Logs (*.log *.txt *.json *.jsonl *.ndjson *.csv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &LogFiles::open);
    dialog->open();
}

void LogFiles::open(const QString &path)
{
    m_folder = QFileInfo(path).path();
    const SharedLogProgress progress = begin(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    whenDone(later([path, progress] { return readLogFile(path, *progress); }), this,
             [this, path, progress](Result<std::shared_ptr<LogFile>> file) {
                 m_bar.end(progress);
                 if (file && !progress->isCancelled)
                     Q_EMIT opened(path, *file);
                 else if (!file && file.error().code != Error::Code::Cancelled)
                     Q_EMIT failed(file.error());
             });
}

void LogFiles::askToSave(std::shared_ptr<const LogStore> lines, LogChoice choice)
{
    auto *dialog = new QFileDialog(&m_window, tr("Save Shown Lines As"), m_folder);
    dialog->setObjectName(QStringLiteral("logSaveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    const QString text = tr("Text (*.log *.txt)");
    const QString json = tr("JSON lines (*.jsonl *.json)");
    dialog->setNameFilters({text, json});
    dialog->setDefaultSuffix(QStringLiteral("log"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, json](const QString &filter) {
        dialog->setDefaultSuffix(filter == json ? QStringLiteral("jsonl") : QStringLiteral("log"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog, json, lines = std::move(lines),
             choice = std::move(choice)](const QString &path) {
                save(path, lines, choice,
                     dialog->selectedNameFilter() == json ? LogExport::JsonLines : LogExport::Text);
            });
    dialog->open();
}

void LogFiles::save(const QString &path, std::shared_ptr<const LogStore> lines, LogChoice choice,
                    LogExport format)
{
    m_folder = QFileInfo(path).path();
    const SharedLogProgress progress = begin(tr("Saving %1…").arg(QFileInfo(path).fileName()));
    whenDone(later([path, lines = std::move(lines), choice = std::move(choice), format, progress] {
                 return writeLogFile(path, *lines, choice, format, *progress);
             }),
             this, [this, path, progress](const Result<void> &written) {
                 m_bar.end(progress);
                 if (written)
                     Q_EMIT saved(path);
                 else if (written.error().code != Error::Code::Cancelled)
                     Q_EMIT failed(written.error());
             });
}

void LogFiles::copy(std::shared_ptr<const LogStore> lines, LogChoice choice)
{
    const qsizetype count
        = choice.numbers ? static_cast<qsizetype>(choice.numbers->size()) : lines->size();
    const SharedLogProgress progress = begin(tr("Copying lines…"));
    const auto finish = [this, progress](const Result<QString> &text) {
        m_bar.end(progress);
        if (text && !progress->isCancelled)
            QGuiApplication::clipboard()->setText(*text);
    };
    if (count <= MostCopiedAtOnce) {
        finish(exportedText(*lines, choice, *progress));
        return;
    }
    whenDone(later([lines = std::move(lines), choice = std::move(choice), progress] {
                 return exportedText(*lines, choice, *progress);
             }),
             this, finish);
}

SharedLogProgress LogFiles::begin(const QString &text)
{
    // One thing at a time: what was asked for last is what is wanted.
    if (m_progress)
        m_progress->isCancelled = true;
    m_progress = std::make_shared<LogProgress>();
    m_bar.begin(text, m_progress);
    return m_progress;
}

} // namespace coldframe

#include "moc_logfiles.cpp"
