// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/templatecatalogue.h"

#include "core/events/eventform.h"
#include "core/events/jsonvalue.h"
#include "core/events/nearestname.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace coldframe {

namespace {

QStringList templateFiles(const QDir &directory)
{
    QStringList files;
    QDirIterator entries(directory.path(), {QStringLiteral("*.json")}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(directory.relativeFilePath(entries.next()));
    files.sort();
    return files;
}

/// How near a template is to one searched word, 0 being its id; nothing when it is not.
std::optional<int> distanceOf(const EventTemplate &eventTemplate, const QString &word)
{
    const auto has
        = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    if (eventTemplate.id.compare(word, Qt::CaseInsensitive) == 0)
        return 0;
    if (has(eventTemplate.id))
        return 1;
    if (has(eventTemplate.title) || has(eventTemplate.service))
        return 2;
    if (has(eventTemplate.keywords.join(u'\n')))
        return 3;
    return has(eventTemplate.summary) ? std::optional(4) : std::nullopt;
}

std::optional<int> distanceOf(const EventTemplate &eventTemplate, const QStringList &words)
{
    int sum = 0;
    for (const QString &word : words) {
        const auto distance = distanceOf(eventTemplate, word);
        if (!distance)
            return std::nullopt;
        sum += *distance;
    }
    return sum;
}

/// Objects with the same members, lists of the same length; scalars may differ.
bool haveSameMembers(const OrderedJson &left, const OrderedJson &right)
{
    if (left.is_object() != right.is_object() || left.is_array() != right.is_array())
        return false;
    if (!left.is_structured())
        return true;
    if (left.size() != right.size())
        return false;
    if (left.is_array())
        return std::equal(left.begin(), left.end(), right.begin(), haveSameMembers);
    return std::all_of(left.items().begin(), left.items().end(), [&right](const auto &member) {
        const auto other = right.find(member.key());
        return other != right.end() && haveSameMembers(member.value(), *other);
    });
}

/// How many members and scalars two events have in common, each at the same place.
qsizetype likeness(const OrderedJson &left, const OrderedJson &right)
{
    if (left.is_object() != right.is_object() || left.is_array() != right.is_array())
        return 0;
    if (!left.is_structured())
        return sameJson(left, right) ? 1 : 0;
    qsizetype count = 0;
    if (left.is_array()) {
        for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
            count += likeness(left[i], right[i]);
        return count;
    }
    for (const auto &[name, value] : left.items()) {
        if (const auto other = right.find(name); other != right.end())
            count += 1 + likeness(value, *other);
    }
    return count;
}

} // namespace

Result<TemplateCatalogue> TemplateCatalogue::load(const QString &directory)
{
    const QDir root(directory);
    if (!root.exists())
        return failure(Error::Code::NotFound, directory);

    TemplateCatalogue catalogue;
    std::map<QString, QString> fileOf;
    for (const QString &name : templateFiles(root)) {
        QFile file(root.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Code::Unreadable,
                           QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
        auto eventTemplate = readEventTemplate(file.readAll(), name);
        if (!eventTemplate)
            return tl::make_unexpected(eventTemplate.error());
        const auto [other, isNew] = fileOf.emplace(eventTemplate->id, name);
        if (!isNew)
            return failure(Error::Code::InvalidTemplate,
                           QStringLiteral("%1: /id: %2 is already in %3")
                               .arg(name, eventTemplate->id, other->second));
        catalogue.m_templates.push_back(std::move(*eventTemplate));
    }
    std::stable_sort(catalogue.m_templates.begin(), catalogue.m_templates.end(),
                     [](const EventTemplate &left, const EventTemplate &right) {
                         return std::tie(left.service, left.title)
                             < std::tie(right.service, right.title);
                     });
    return catalogue;
}

Result<EventTemplate> TemplateCatalogue::find(const QString &id) const
{
    QStringList ids;
    for (const EventTemplate &eventTemplate : m_templates) {
        if (eventTemplate.id == id)
            return eventTemplate;
        ids.append(eventTemplate.id);
    }
    const QString nearest = nearestName(id, ids);
    return failure(Error::Code::NotFound,
                   nearest.isEmpty() ? id : QStringLiteral("%1 (nearest: %2)").arg(id, nearest));
}

std::vector<EventTemplate> TemplateCatalogue::search(const QString &text) const
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    std::multimap<int, const EventTemplate *> found;
    for (const EventTemplate &eventTemplate : m_templates) {
        if (const auto distance = distanceOf(eventTemplate, words))
            found.emplace(*distance, &eventTemplate);
    }
    std::vector<EventTemplate> result;
    for (const auto &[distance, eventTemplate] : found)
        result.push_back(*eventTemplate);
    return result;
}

std::optional<EventTemplate> TemplateCatalogue::recognise(const OrderedJson &event) const
{
    // The likeness to a template's usual event tells templates apart that could all have made the
    // event, such as one for any JSON and one for exactly this kind.
    std::multimap<qsizetype, const EventTemplate *, std::greater<>> candidates;
    for (const EventTemplate &eventTemplate : m_templates) {
        const auto usual = renderEvent(eventTemplate, {});
        if (const qsizetype alike = usual ? likeness(*usual, event) : 0)
            candidates.emplace(alike, &eventTemplate);
    }
    const EventTemplate *nearest = nullptr;
    qsizetype nearestAlike = 0;
    qsizetype most = 0;
    for (const auto &[alike, eventTemplate] : candidates) {
        if (nearest && alike < nearestAlike)
            break;
        const auto made = renderEvent(*eventTemplate, readParameters(*eventTemplate, event));
        if (!made || !haveSameMembers(*made, event))
            continue;
        const qsizetype kept = likeness(*made, event);
        if (!nearest || kept > most) {
            nearest = eventTemplate;
            nearestAlike = alike;
            most = kept;
        }
    }
    return nearest ? std::optional(*nearest) : std::nullopt;
}

} // namespace coldframe
