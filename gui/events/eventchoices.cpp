// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventchoices.h"

#include "core/events/templatecatalogue.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

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

void EventChoices::setCatalogue(const TemplateCatalogue *catalogue)
{
    m_catalogue = catalogue;
    update();
}

void EventChoices::setSavedEvents(const QStringList &paths)
{
    m_savedEvents = paths;
    update();
}

void EventChoices::search(const QString &text)
{
    m_text = text;
    update();
}

const EventChoice &EventChoices::choice(int row) const
{
    return m_choices.at(static_cast<std::size_t>(row));
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
    switch (role) {
    case Qt::DisplayRole:
        return one.title;
    case Qt::ToolTipRole:
        return one.kind == EventChoice::Kind::Saved ? one.id : one.summary;
    case Qt::AccessibleTextRole:
        return QStringList{one.title, one.service, one.summary}.join(QStringLiteral(", "));
    case KindRole:
        return int(one.kind);
    case ServiceRole:
        return one.kind == EventChoice::Kind::Saved ? tr("Saved") : one.service;
    case SummaryRole:
        return one.summary;
    default:
        return {};
    }
}

std::vector<EventChoice> EventChoices::found() const
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
                           eventTemplate.service, eventTemplate.summary});
    return choices;
}

void EventChoices::update()
{
    beginResetModel();
    m_choices = found();
    endResetModel();
}

} // namespace coldframe
