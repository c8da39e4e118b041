// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/reportcontroller.h"

#include "core/base/async.h"
#include "core/base/filewriting.h"
#include "gui/app/later.h"
#include "gui/comparison/comparisonpanel.h"

#include <QDir>
#include <QFileDialog>

namespace coldframe {

namespace {

/// A function's name may have letters that a file's may not.
QString fileNameOf(const QString &subject, const QString &kind)
{
    QString name = subject;
    for (QChar &character : name) {
        if (!character.isLetterOrNumber() && character != u'-' && character != u'_')
            character = u'-';
    }
    return QStringLiteral("%1-%2.html").arg(name, kind);
}

} // namespace

ReportController::ReportController(const Clock &clock, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_window(window)
{ }

void ReportController::saveRun(const InvocationRecord &record)
{
    ask(fileNameOf(record.function.name, QStringLiteral("run")),
        [record, prices = m_prices, now = m_clock.wallNow()] {
            return runReport(record, {prices ? &*prices : nullptr, QLocale(), now});
        });
}

void ReportController::saveComparison(std::shared_ptr<const Comparison> comparison)
{
    if (!comparison)
        return;
    const QString function = comparison->right.runs.representative().function.name;
    ask(fileNameOf(function, QStringLiteral("comparison")),
        [comparison, prices = m_prices, now = m_clock.wallNow()] {
            return comparisonReport(comparison->left, comparison->right,
                                    {prices ? &*prices : nullptr, QLocale(), now});
        });
}

void ReportController::ask(const QString &fileName, std::function<QByteArray()> make)
{
    auto *dialog
        = new QFileDialog(&m_window, tr("Save Report"), m_directory, tr("Web pages (*.html)"));
    dialog->setObjectName(QStringLiteral("saveReportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(QDir(m_directory).filePath(fileName));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, make = std::move(make)](const QString &path) {
                whenDone(later([path, make] { return writeFile(path, make()); }), this,
                         [this, path](const Result<void> &written) {
                             if (written)
                                 Q_EMIT saved(path);
                             else
                                 Q_EMIT failed(written.error());
                         });
            });
    dialog->open();
}

} // namespace coldframe

#include "moc_reportcontroller.cpp"
