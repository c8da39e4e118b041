// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtemplate.h"

#include <QByteArrayView>
#include <QString>

#include <map>
#include <vector>

namespace coldframe {

class TemplateCatalogue;

/// Something that can stand at a place of an event.
struct EventProposal
{
    enum class Kind { Member, Value };

    Kind kind = Kind::Member;
    QString text; ///< the member's name; a string without its quotes; other values as JSON
    QString sample; ///< of a member: a value that it has, as shortened JSON
    QString insertion; ///< what to write, as JSON; a member that has no colon yet gets one

    bool operator==(const EventProposal &) const = default;
};

/// The proposals for one place of a text, and what of the text they replace.
struct EventProposals
{
    qsizetype begin = 0; ///< byte offsets
    qsizetype end = 0;
    std::vector<EventProposal> proposals; ///< the nearest first
};

/// The members and values that the events of one template have, place by place, for completing what
/// a user types. Making one renders the template many times; keep it for as long as the template
/// is used.
class EventVocabulary
{
public:
    /// Members that other templates of the same source have are known as well.
    EventVocabulary(const EventTemplate &eventTemplate, const TemplateCatalogue &catalogue);

    /// What can stand at a byte offset of a text, which is JSON that is being typed: what is broken
    /// in it is passed over. Members that the object has already are left out.
    EventProposals at(QByteArrayView text, qsizetype offset) const;

private:
    struct Word
    {
        QString text;
        QString sample;
        QString insertion;
    };
    struct Vocabulary
    {
        std::vector<Word> members;
        std::vector<Word> values;
    };

    void addMembers(const OrderedJson &json, const QString &place);
    void addValue(const QString &place, const OrderedJson &value);
    void addDifference(const OrderedJson &usual, const OrderedJson &other, const QString &place);
    void addConstants(const EventTemplate &eventTemplate, const OrderedJson &usual);

    std::map<QString, Vocabulary> m_places; ///< by JSON pointer, with "*" for list elements
};

} // namespace coldframe
