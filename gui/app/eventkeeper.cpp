// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/eventkeeper.h"

#include "core/base/async.h"
#include "core/base/filewriting.h"
#include "gui/app/later.h"
#include "gui/events/eventpanel.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace coldframe {

using namespace std::chrono_literals;

namespace {

constexpr auto KeepDelay = 1s;
constexpr QLatin1String DraftKey("event:current");
constexpr QLatin1String TextKey("text");
constexpr QLatin1String TemplateKey("template");
constexpr QLatin1String NameKey("name");

Result<QString> writeEvent(const QString &path, const QByteArray &event)
{
    QDir().mkpath(QFileInfo(path).path());
    if (const Result<void> written = writeFile(path, event); !written)
        return tl::make_unexpected(written.error());
    return path;
}

} // namespace

EventKeeper::EventKeeper(EventPanel &panel, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_clock(clock)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(KeepDelay);
    connect(&m_delay, &QTimer::timeout, this, &EventKeeper::keep);
    connect(&m_panel, &EventPanel::eventChanged, this, [this] { m_delay.start(); });
    connect(&m_panel, &EventPanel::saveRequested, this, &EventKeeper::save);
}

void EventKeeper::setWorkspace(const QString &directory)
{
    flush();
    m_directory = directory;
    m_files.clear();
    m_drafts = std::make_unique<DraftWriter>(DraftStore(directory));
    connect(m_drafts.get(), &DraftWriter::failed, this, &EventKeeper::failed);
}

void EventKeeper::setSavedEvents(const QStringList &files)
{
    m_files = files;
    m_panel.setSavedEvents(files);
}

bool EventKeeper::restore()
{
    const Result<Draft> draft = DraftStore(m_directory).read(DraftKey);
    const auto event = draft ? eventDraftFrom(draft->text) : std::nullopt;
    if (!event)
        return false;
    m_panel.setDraft(*event);
    return true;
}

void EventKeeper::flush()
{
    if (!m_delay.isActive() || !m_drafts)
        return;
    keep();
    m_drafts->flush();
}

void EventKeeper::keep()
{
    m_delay.stop();
    if (!m_drafts)
        return;
    const auto now = std::chrono::floor<std::chrono::milliseconds>(m_clock.wallNow());
    m_drafts->write({DraftKey, eventDraftText(m_panel.draft()), {}, {}, now});
}

void EventKeeper::save(const QString &name, const QByteArray &event)
{
    if (m_directory.isEmpty())
        return;
    QString path = QStringLiteral("%1/events/%2.json").arg(m_directory, name);
    for (const QString &file : std::as_const(m_files)) {
        if (QFileInfo(file).completeBaseName() == name)
            path = file;
    }
    whenDone(later([path, event] { return writeEvent(path, event); }), this,
             [this](const Result<QString> &written) {
                 if (!written) {
                     Q_EMIT failed(written.error());
                     return;
                 }
                 if (!m_files.contains(*written))
                     setSavedEvents(m_files + QStringList{*written});
                 Q_EMIT saved(*written);
             });
}

QString eventDraftText(const EventDraft &draft)
{
    const QJsonObject object{{TextKey, QString::fromUtf8(draft.text)},
                             {TemplateKey, draft.templateId},
                             {NameKey, draft.name}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<EventDraft> eventDraftFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (!object.value(TextKey).isString())
        return {};
    return EventDraft{object.value(TextKey).toString().toUtf8(),
                      object.value(TemplateKey).toString(), object.value(NameKey).toString()};
}

} // namespace coldframe

#include "moc_eventkeeper.cpp"
