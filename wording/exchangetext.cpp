// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/exchangetext.h"

#include "core/fixtures/shareabletestevents.h"

#include <QCoreApplication>
#include <QLocale>

namespace coldframe {

namespace {

struct ExchangeText
{
    Q_DECLARE_TR_FUNCTIONS(ExchangeText)
};

} // namespace

QString exchangeNoteText(const ExchangeNote &note)
{
    using Kind = ExchangeNote::Kind;
    switch (note.kind) {
    case Kind::Renamed:
        return ExchangeText::tr("“%1” is called “%2”, because the name may not have the other "
                                "characters.")
            .arg(note.name, note.detail);
    case Kind::ExternalValue:
        return ExchangeText::tr("“%1” is left out: its event is not in the document but at %2. "
                                "Download it and import that file.")
            .arg(note.name, note.detail);
    case Kind::OtherInvocationType:
        return ExchangeText::tr("“%1” has the invocation type %2, which is not kept.")
            .arg(note.name, note.detail);
    case Kind::NoPayload:
        return ExchangeText::tr("“%1” is left out: it has no payload.").arg(note.name);
    case Kind::HttpTarget:
        return ExchangeText::tr("“%1” is left out: it sends a request to an API. Make its event "
                                "from a template of API Gateway.")
            .arg(note.name);
    case Kind::SettingIgnored:
        return ExchangeText::tr("“%1”: %2 is not kept; set it at the function.")
            .arg(note.name, note.detail);
    case Kind::VariableUnresolved:
        return ExchangeText::tr("“%1”: “%2” is left out, because it has a variable that only the "
                                "editor knows.")
            .arg(note.name, note.detail);
    case Kind::FileUnreadable:
        return ExchangeText::tr("“%1” is left out, because its payload cannot be read: %2.")
            .arg(note.name, note.detail);
    case Kind::FunctionUnknown:
        return ExchangeText::tr("“%1” was for %2, and the workspace has no such function; choose "
                                "the function yourself.")
            .arg(note.name, note.detail);
    case Kind::NoEvents:
        return ExchangeText::tr("There are no events in %1.").arg(note.detail);
    case Kind::AboveRegistryLimit:
        return ExchangeText::tr(
                   "The document has %1 characters, and EventBridge accepts %2. Export "
                   "fewer or smaller events.")
            .arg(QLocale().toString(note.detail.toLongLong()),
                 QLocale().toString(qlonglong(LargestTestEventDocument)));
    }
    return {};
}

} // namespace coldframe
