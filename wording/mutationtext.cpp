// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/mutationtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace coldframe {

namespace {

struct MutationText
{
    Q_DECLARE_TR_FUNCTIONS(MutationText)

public:
    static QString oddText(const QString &name)
    {
        if (name == QLatin1String("emoji"))
            return tr("emoji of several code points");
        if (name == QLatin1String("combining"))
            return tr("combining characters");
        if (name == QLatin1String("right-to-left"))
            return tr("right-to-left text");
        if (name == QLatin1String("nul"))
            return tr("a NUL character");
        if (name == QLatin1String("line-breaks"))
            return tr("line breaks of several kinds");
        if (name == QLatin1String("markup"))
            return tr("markup and placeholders");
        if (name == QLatin1String("path"))
            return tr("a path that leads out of its folder");
        return tr("one very long character");
    }
};

} // namespace

QString mutationText(const EventMutation &mutation)
{
    const QString place = mutation.innerPointer.isEmpty()
        ? mutation.pointer
        : MutationText::tr("%1 inside %2").arg(mutation.innerPointer, mutation.pointer);
    switch (mutation.kind) {
    case EventMutation::Kind::Missing:
        return MutationText::tr("%1 is missing").arg(place);
    case EventMutation::Kind::Null:
        return MutationText::tr("%1 is null").arg(place);
    case EventMutation::Kind::WrongType:
        return MutationText::tr("%1 has another type: %2").arg(place, mutation.detail);
    case EventMutation::Kind::EmptyText:
    case EventMutation::Kind::EmptyContainer:
        return MutationText::tr("%1 is empty").arg(place);
    case EventMutation::Kind::EmptyBatch:
        return MutationText::tr("The batch has no records");
    case EventMutation::Kind::DuplicateRecord:
        return MutationText::tr("The first record comes twice");
    case EventMutation::Kind::ReversedRecords:
        return MutationText::tr("The records come in reversed order");
    case EventMutation::Kind::BrokenJson:
        return MutationText::tr("The JSON in %1 is cut off").arg(place);
    case EventMutation::Kind::DoubleEncoded:
        return MutationText::tr("The JSON in %1 is encoded twice").arg(place);
    case EventMutation::Kind::BrokenBase64:
        return MutationText::tr("The Base64 in %1 is broken").arg(place);
    case EventMutation::Kind::OddText:
        return MutationText::tr("%1 has %2").arg(place, MutationText::oddText(mutation.detail));
    case EventMutation::Kind::HugeText:
        return MutationText::tr("%1 has %2 bytes")
            .arg(place, QLocale().toString(mutation.detail.toLongLong()));
    case EventMutation::Kind::Number:
        return MutationText::tr("%1 is %2").arg(place, mutation.detail);
    case EventMutation::Kind::NumberAsText:
        return MutationText::tr("The number in %1 is a string").arg(place);
    case EventMutation::Kind::Flag:
        return MutationText::tr("%1 has the other truth value").arg(place);
    case EventMutation::Kind::Nested:
        return MutationText::tr("%1 is wrapped in objects (%2)").arg(place, mutation.detail);
    case EventMutation::Kind::UnknownMember:
        return MutationText::tr("%1 has a member that nobody knows").arg(place);
    }
    return {};
}

} // namespace coldframe
