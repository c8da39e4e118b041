// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventchoices.h"

#include "core/events/templatecatalogue.h"
#include "gui/events/servicegroups.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace coldframe {

namespace {

bool hasEveryWord(const QString &name, const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&name](const QString &word) {
        return name.contains(word, Qt::CaseInsensitive);
    });
}

/// The last two parts of a path: "events/order.json".
QString shortPath(const QString &path)
{
    const QFileInfo file(path);
    return file.dir().dirName() + QLatin1Char('/') + file.fileName();
}

} // namespace

QString savedEventName(const QString &path)
{
    return QFileInfo(path).completeBaseName();
}

QString firstSentence(const QString &summary)
{
    const qsizetype end = summary.indexOf(QStringLiteral(". "));
    return end < 0 ? summary : summary.left(end + 1);
}

bool isInScope(const EventChoice &choice, const EventScope &scope)
{
    switch (scope.kind) {
    case EventScope::Kind::All:
        return true;
    case EventScope::Kind::Recent:
        return choice.isRecent;
    case EventScope::Kind::Saved:
        return choice.kind == EventChoice::Kind::Saved;
    case EventScope::Kind::Service:
        return choice.kind == EventChoice::Kind::Template && choice.service == scope.service;
    }
    return true;
}

void EventChoices::setCatalogue(const TemplateCatalogue *catalogue)
{
    m_catalogue = catalogue;
    searchAgain();
}

void EventChoices::setSavedEvents(const QStringList &paths)
{
    m_savedEvents = paths;
    searchAgain();
}

void EventChoices::setRecentTemplates(const QStringList &ids)
{
    m_recent = ids;
    searchAgain();
}

void EventChoices::search(const QString &text)
{
    m_text = text;
    searchAgain();
}

void EventChoices::setScope(const EventScope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    showScope();
}

const EventChoice &EventChoices::choice(int row) const
{
    return m_choices.at(static_cast<std::size_t>(row));
}

std::vector<QString> EventChoices::services() const
{
    std::vector<QString> all;
    if (!m_catalogue)
        return all;
    for (const EventTemplate &eventTemplate : m_catalogue->templates())
        all.push_back(eventTemplate.service);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::optional<EventTemplate> EventChoices::templateOf(const EventChoice &choice) const
{
    if (!m_catalogue || choice.kind != EventChoice::Kind::Template)
        return std::nullopt;
    const auto found = m_catalogue->find(choice.id);
    return found ? std::optional(*found) : std::nullopt;
}

int EventChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant EventChoices::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EventChoice &one = choice(index.row());
    const bool isSaved = one.kind == EventChoice::Kind::Saved;
    switch (role) {
    case Qt::DisplayRole:
        return one.title;
    case Qt::AccessibleTextRole:
        return QStringList{one.title, isSaved ? tr("saved event") : one.service, one.summary}.join(
            QStringLiteral(", "));
    case KindRole:
        return int(one.kind);
    case IdRole:
        return isSaved ? QString() : one.id;
    case SummaryRole:
        return isSaved ? one.summary
                       : QStringLiteral("%1 · %2").arg(shortServiceName(one.service),
                                                       firstSentence(one.summary));
    case IsRecentRole:
        return one.isRecent;
    default:
        return {};
    }
}

std::vector<EventChoice> EventChoices::searched() const
{
    std::vector<EventChoice> choices;
    for (const QString &path : m_savedEvents) {
        const QString name = savedEventName(path);
        if (hasEveryWord(name, m_text))
            choices.push_back({EventChoice::Kind::Saved, path, name, {}, shortPath(path)});
    }
    if (!m_catalogue)
        return choices;
    for (const EventTemplate &eventTemplate : m_catalogue->search(m_text))
        choices.push_back({EventChoice::Kind::Template, eventTemplate.id, eventTemplate.title,
                           eventTemplate.service, eventTemplate.summary,
                           m_recent.contains(eventTemplate.id)});
    if (!m_text.trimmed().isEmpty())
        return choices; // the nearest answer first
    const auto otherwise = std::stable_partition(
        choices.begin(), choices.end(), [](const EventChoice &one) { return one.isRecent; });
    std::sort(choices.begin(), otherwise,
              [this](const EventChoice &left, const EventChoice &right) {
                  return m_recent.indexOf(left.id) < m_recent.indexOf(right.id);
              });
    return choices;
}

void EventChoices::searchAgain()
{
    m_found = searched();
    showScope();
}

void EventChoices::showScope()
{
    beginResetModel();
    m_choices.clear();
    std::copy_if(m_found.begin(), m_found.end(), std::back_inserter(m_choices),
                 [this](const EventChoice &one) { return isInScope(one, m_scope); });
    endResetModel();
}

} // namespace coldframe

#include "moc_eventchoices.cpp"
