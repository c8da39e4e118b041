// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "gui/base/draftwriter.h"
#include "gui/events/eventdocument.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace coldframe {

class EventPanel;

/// Keeps the event of a workspace: what is edited as a draft that outlives the program, and what
/// is saved as events/<name>.json.
class EventKeeper final : public QObject
{
    Q_OBJECT

public:
    /// panel and clock must outlive the keeper.
    EventKeeper(EventPanel &panel, const Clock &clock, QObject *parent = nullptr);

    /// Whose event is kept from now on. Files are absolute paths of the saved events.
    void setWorkspace(const QString &directory);
    void setSavedEvents(const QStringList &files);

    /// Shows the event that was edited last in this workspace; false when there is none.
    bool restore();

    /// Writes what is edited now, for the end of the program.
    void flush();

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const coldframe::Error &error);

private:
    void keep();
    void save(const QString &name, const QByteArray &event);

    EventPanel &m_panel;
    const Clock &m_clock;
    QString m_directory;
    QStringList m_files;
    std::unique_ptr<DraftWriter> m_drafts;
    QTimer m_delay;
};

/// An event draft as text, and back; an empty draft for text that is none.
QString eventDraftText(const EventDraft &draft);
std::optional<EventDraft> eventDraftFrom(const QString &text);

} // namespace coldframe
