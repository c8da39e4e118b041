// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/pastetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace coldframe {

namespace {

struct PasteText
{
    Q_DECLARE_TR_FUNCTIONS(PasteText)

public:
    static QString source(PastedEvent::Source source)
    {
        switch (source) {
        case PastedEvent::Source::Curl:
            return tr("A curl command");
        case PastedEvent::Source::AwsCli:
            return tr("An AWS CLI command");
        case PastedEvent::Source::Json:
            return tr("JSON");
        case PastedEvent::Source::JavaScript:
            return tr("A JavaScript object");
        case PastedEvent::Source::Python:
            return tr("A Python object");
        case PastedEvent::Source::LogLine:
            return tr("A log line");
        case PastedEvent::Source::JsonLog:
            return tr("A JSON log record");
        }
        return {};
    }

    static QString sentence(const PasteError &error)
    {
        const QString &detail = error.detail;
        switch (error.kind) {
        case PasteError::Kind::Empty:
            return tr(
                "There is nothing to paste. Copy a curl command, an event or a log line first.");
        case PasteError::Kind::TooLong:
            return tr("The text is too long: at most %1 bytes are read. Copy only the event.")
                .arg(QLocale().toString(detail.toLongLong()));
        case PasteError::Kind::NothingFound:
            return tr(
                "No event was found: the text is no curl command and has no JSON object. Copy "
                "the whole event, from its first to its last brace.");
        case PasteError::Kind::InvalidJson:
            return detail.isEmpty()
                ? tr("Something that is neither JSON nor a JavaScript or Python value stands here. "
                     "Correct it there.")
                : tr("Expected %1 here. Correct it there.").arg(detail);
        case PasteError::Kind::Truncated:
            return tr("The text ends in the middle of the event. Copy it to its last brace; a log "
                      "viewer may have cut it off.");
        case PasteError::Kind::NodeInspect:
            return tr("Node.js printed “%1” instead of a value, so the event is not complete. Log "
                      "it "
                      "with console.log(JSON.stringify(event)) and copy that.")
                .arg(detail);
        case PasteError::Kind::PythonObject:
            return tr("“%1” is a Python object, not a literal. Print the event with "
                      "print(json.dumps(event, default=str)) and copy that.")
                .arg(detail);
        case PasteError::Kind::Expression:
            return tr("“%1” begins a JavaScript expression, whose value is not known here. Copy "
                      "the "
                      "output of JSON.stringify instead.")
                .arg(detail);
        case PasteError::Kind::UnclosedQuote:
            return tr("The quote that opens here is not closed. Copy the whole command or event.");
        case PasteError::Kind::ShellExpansion:
            return tr("The shell replaces “%1” by something that is not known here. Put its value "
                      "there.")
                .arg(detail);
        case PasteError::Kind::UnknownOption:
            return tr("%1 is no option of curl that is known here. Remove it from the command.")
                .arg(detail);
        case PasteError::Kind::OptionNeedsValue:
            return tr("%1 has no value. Copy the whole command.").arg(detail);
        case PasteError::Kind::FormUpload:
            return tr("%1 makes a multipart form, which is not made here. Send the form to the "
                      "function once, log the event, and paste that.")
                .arg(detail);
        case PasteError::Kind::FileContent:
            return tr("The command reads “%1”, which is not looked at. Put the content in its "
                      "place.")
                .arg(detail);
        case PasteError::Kind::NoUrl:
            return tr("The command has no URL. Add it.");
        case PasteError::Kind::NoPayload:
            return tr("The command has no --payload with an event. Add it.");
        case PasteError::Kind::FetchCall:
            return tr(
                "“fetch” is JavaScript that is not read here. Copy the request as cURL in the "
                "browser instead.");
        case PasteError::Kind::SeveralUrls:
            return tr("The command has a second URL, “%1”. Leave one; a text with blanks needs "
                      "quotes.")
                .arg(detail);
        case PasteError::Kind::UnsupportedUrl:
            return tr("“%1” is no address of the web. It has to begin with http:// or https://.")
                .arg(detail);
        case PasteError::Kind::UnknownTemplate:
            return tr("There is no event template “%1”.").arg(detail);
        case PasteError::Kind::NotForRequests:
            return tr("The event template “%1” is not one of a request. Choose another one, such "
                      "as "
                      "apigw-http-v2, apigw-rest, function-url or alb.")
                .arg(detail);
        case PasteError::Kind::ValueRefused:
            return tr("The template does not take a value of the command: %1.").arg(detail);
        }
        return {};
    }
};

} // namespace

QString pasteSummary(const PastedEvent &pasted)
{
    const QString source = PasteText::source(pasted.source);
    const QString kind = eventKindName(pasted.kind);
    if (kind.isEmpty())
        return PasteText::tr("%1 became an event of a source that is not known.").arg(source);
    return PasteText::tr("%1 became an event of %2.").arg(source, kind);
}

QString pasteNoteText(const PasteNote &note)
{
    const QString &detail = note.detail;
    switch (note.kind) {
    case PasteNote::Kind::TextAround:
        return PasteText::tr("Text around the event was left out (%1 characters).").arg(detail);
    case PasteNote::Kind::OtherEvents:
        return PasteText::tr("The text has more objects (%1); they were left out.").arg(detail);
    case PasteNote::Kind::UnderMember:
        return PasteText::tr("The event was the value of “%1”; the rest was left out.").arg(detail);
    case PasteNote::Kind::InString:
        return PasteText::tr("The event was JSON inside a string.");
    case PasteNote::Kind::RewrittenFrom:
        return PasteText::tr("It was written as %1 and is JSON now.").arg(detail);
    case PasteNote::Kind::OptionDropped:
        return PasteText::tr("%1 has no meaning for the event.").arg(detail);
    case PasteNote::Kind::AfterCommand:
        return PasteText::tr("What follows the command was left out: %1").arg(detail);
    case PasteNote::Kind::HostDropped:
        return PasteText::tr("The host %1 is not in the event, which has one of AWS's.")
            .arg(detail);
    case PasteNote::Kind::FragmentDropped:
        return PasteText::tr("“#%1” stays with the client.").arg(detail);
    case PasteNote::Kind::RouteAssumed:
        return PasteText::tr("The command does not tell the route; %1 was taken.").arg(detail);
    case PasteNote::Kind::ParameterDropped:
        return PasteText::tr("The template has no place for this: %1.").arg(detail);
    case PasteNote::Kind::UnquotedAmpersand:
        return PasteText::tr("The URL has no quotes: a shell would end it at the first “&”.");
    case PasteNote::Kind::DuplicateMember:
        return PasteText::tr("“%1” was there twice; the last one counts.").arg(detail);
    }
    return {};
}

QString pasteErrorText(const PasteError &error)
{
    const QString sentence = PasteText::sentence(error);
    if (!error.position)
        return sentence;
    return PasteText::tr("Line %1, column %2: %3")
        .arg(error.position->line)
        .arg(error.position->column)
        .arg(sentence);
}

} // namespace coldframe
