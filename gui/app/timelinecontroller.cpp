// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/timelinecontroller.h"

#include "core/base/async.h"
#include "core/base/filewriting.h"
#include "core/timeline/traceimport.h"
#include "gui/app/later.h"
#include "gui/timeline/timelinepanel.h"
#include "wording/errortext.h"

#include <QFile>
#include <QFileInfo>

namespace coldframe {

namespace {

Result<ImportedTrace> readTraceFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    return readTrace(file.readAll());
}

} // namespace

TimelineController::TimelineController(TimelinePanel &panel, QObject *parent)
    : QObject(parent)
{
    connect(&panel, &TimelinePanel::saveRequested, this,
            [this, &panel](const QString &path, const TimelineContent &content) {
                whenDone(later([path, content] { return writeFile(path, content()); }), this,
                         [&panel, path](const Result<void> &written) {
                             if (!written)
                                 panel.showFailure(tr("The file was not saved."),
                                                   errorText(written.error()));
                             else
                                 panel.showSaved(path);
                         });
            });
    connect(&panel, &TimelinePanel::traceRequested, this, [this, &panel](const QString &path) {
        whenDone(later([path] { return readTraceFile(path); }), this,
                 [&panel, path](const Result<ImportedTrace> &read) {
                     if (!read)
                         panel.showFailure(tr("The trace could not be opened."),
                                           errorText(read.error()));
                     else
                         panel.showTrace(QFileInfo(path).fileName(), *read);
                 });
    });
}

} // namespace coldframe

#include "moc_timelinecontroller.cpp"
