// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <QString>

#include <memory>
#include <vector>

namespace coldframe {

/// What was done to one place of an event.
struct EventMutation
{
    enum class Kind {
        Missing, ///< the member is not there
        Null,
        WrongType, ///< detail: the new value as JSON
        EmptyText,
        EmptyContainer, ///< {} or []
        EmptyBatch,
        DuplicateRecord,
        ReversedRecords,
        BrokenJson, ///< the string holds cut off JSON
        DoubleEncoded, ///< the JSON in the string is a string with JSON once more
        BrokenBase64,
        OddText, ///< detail: combining, right-to-left, emoji, nul, grapheme, line-breaks, markup,
                 ///< path
        HugeText, ///< detail: the bytes
        Number, ///< detail: the new number
        NumberAsText,
        Flag, ///< a boolean has the other value
        Nested, ///< detail: the levels around the value
        UnknownMember, ///< the object has one more member
    };

    QString name; ///< for a file, for example "missing-body-orderId": the same for the same place
    Kind kind = Kind::Missing;
    QString pointer; ///< JSON pointer of the place
    QString innerPointer; ///< of the place inside the JSON that the string at `pointer` holds
    QString detail;
    std::shared_ptr<const OrderedJson> event;
};

struct MutationOptions
{
    int maximum = 100; ///< mutations
    qsizetype hugeTextBytes = 65'536;
};

/// Events that are wrong or extreme in one place each, for finding out what a function does with
/// them. The most telling ones come first: places that the user fills before those that the source
/// does, and every kind of change before the next place of the same kind. Changes inside JSON in a
/// string, also one in Base64, keep digests of the string right. The same event and options always
/// give the same list.
std::vector<EventMutation> mutateEvent(const OrderedJson &event,
                                       const MutationOptions &options = {});

/// The kind's name as it begins names, for example "missing".
QString mutationKindName(EventMutation::Kind kind);

} // namespace coldframe
