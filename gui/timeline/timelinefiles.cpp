// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinefiles.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QRegularExpression>

namespace coldframe {

namespace {

struct TimelineFiles
{
    Q_DECLARE_TR_FUNCTIONS(TimelineFiles)
};

QString endingOf(TimelineFormat format)
{
    switch (format) {
    case TimelineFormat::ChromeTrace:
        return QStringLiteral("trace.json");
    case TimelineFormat::Speedscope:
        return QStringLiteral("speedscope.json");
    case TimelineFormat::Svg:
        return QStringLiteral("svg");
    case TimelineFormat::Png:
        return QStringLiteral("png");
    }
    return {};
}

QString filterOf(TimelineFormat format)
{
    switch (format) {
    case TimelineFormat::ChromeTrace:
    case TimelineFormat::Speedscope:
        return TimelineFiles::tr("JSON (*.json)");
    case TimelineFormat::Svg:
        return TimelineFiles::tr("Vector picture (*.svg)");
    case TimelineFormat::Png:
        return TimelineFiles::tr("Picture (*.png)");
    }
    return {};
}

void show(QFileDialog *dialog, const std::function<void(const QString &)> &chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, chosen);
    dialog->open();
}

} // namespace

QString saveText(TimelineFormat format)
{
    switch (format) {
    case TimelineFormat::ChromeTrace:
        return TimelineFiles::tr("Save as Chrome Trace…");
    case TimelineFormat::Speedscope:
        return TimelineFiles::tr("Save for speedscope…");
    case TimelineFormat::Svg:
        return TimelineFiles::tr("Save as SVG…");
    case TimelineFormat::Png:
        return TimelineFiles::tr("Save as PNG…");
    }
    return {};
}

QString proposedName(const QString &functionName, bool isCold, TimelineFormat format)
{
    static const QRegularExpression unusual(QStringLiteral("[^A-Za-z0-9_.-]+"));
    QString name = functionName;
    name.replace(unusual, QStringLiteral("-"));
    if (name.isEmpty())
        name = QStringLiteral("timeline");
    return QStringLiteral("%1-%2.%3")
        .arg(name, isCold ? QStringLiteral("cold") : QStringLiteral("warm"), endingOf(format));
}

void askWhereToSave(QWidget &parent, TimelineFormat format, const QString &name,
                    const std::function<void(const QString &)> &chosen)
{
    QString title = saveText(format);
    title.remove(QChar(u'…'));
    auto *dialog = new QFileDialog(&parent, title, QString(), filterOf(format));
    dialog->setObjectName(QStringLiteral("saveTimelineDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(endingOf(format));
    dialog->selectFile(name);
    show(dialog, chosen);
}

void askWhatToOpen(QWidget &parent, const std::function<void(const QString &)> &chosen)
{
    auto *dialog
        = new QFileDialog(&parent, TimelineFiles::tr("Open Trace"), QString(),
                          TimelineFiles::tr("Traces (*.json *.cpuprofile);;All files (*)"));
    dialog->setObjectName(QStringLiteral("openTraceDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    show(dialog, chosen);
}

} // namespace coldframe
