// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/eventproblemtext.h"
#include "wording/shortenedline.h"

#include <QCoreApplication>
#include <QLocale>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

constexpr qsizetype LongestInProblem = 80;

struct EventProblemText
{
    Q_DECLARE_TR_FUNCTIONS(EventProblemText)
};

/// A JSON type as rules name it.
QString writtenJson(const OrderedJson &json)
{
    return QString::fromUtf8(writeJson(json, JsonLayout::Compact)).trimmed();
}

QString typeText(const QString &type)
{
    if (type == QLatin1String("string"))
        return EventProblemText::tr("a string");
    if (type == QLatin1String("number"))
        return EventProblemText::tr("a number");
    if (type == QLatin1String("integer"))
        return EventProblemText::tr("a whole number");
    if (type == QLatin1String("boolean"))
        return EventProblemText::tr("true or false");
    if (type == QLatin1String("object"))
        return EventProblemText::tr("an object");
    if (type == QLatin1String("list"))
        return EventProblemText::tr("a list");
    if (type == QLatin1String("absent"))
        return EventProblemText::tr("missing");
    if (type == QLatin1String("empty"))
        return EventProblemText::tr("empty");
    return type; // null and true are JSON
}

QString timeText(const QString &spelling)
{
    if (spelling == QLatin1String("iso"))
        return EventProblemText::tr("ISO 8601 in UTC, such as 2024-06-17T14:48:13Z");
    if (spelling == QLatin1String("iso-offset"))
        return EventProblemText::tr("ISO 8601, such as 2024-06-17T14:48:13.000+0000");
    if (spelling == QLatin1String("api-gateway"))
        return EventProblemText::tr("written like 17/Jun/2024:14:48:13 +0000");
    if (spelling == QLatin1String("milliseconds"))
        return EventProblemText::tr("a number of milliseconds since 1970");
    if (spelling == QLatin1String("milliseconds-text"))
        return EventProblemText::tr("a string with the milliseconds since 1970");
    if (spelling == QLatin1String("seconds"))
        return EventProblemText::tr("a number of seconds since 1970");
    return EventProblemText::tr("a string with the microseconds since 1970");
}

QString logsDataText(const QString &reason)
{
    if (reason == QLatin1String("object") || reason == QLatin1String("json"))
        return EventProblemText::tr(
            "The log document stands here as it is; CloudWatch Logs packs it with gzip and writes "
            "it in Base64.");
    if (reason == QLatin1String("not-base64"))
        return EventProblemText::tr("This is no Base64; CloudWatch Logs sends Base64 of gzip of "
                                    "JSON.");
    if (reason == QLatin1String("zlib"))
        return EventProblemText::tr(
            "This is packed in the zlib format; CloudWatch Logs uses gzip.");
    if (reason == QLatin1String("not-gzip"))
        return EventProblemText::tr("This is Base64, but not of gzip; CloudWatch Logs sends Base64 "
                                    "of gzip of JSON.");
    return EventProblemText::tr("What is packed here is no JSON object.");
}

QString nameOf(const QString &pointer)
{
    return pointer.mid(pointer.lastIndexOf(u'/') + 1)
        .replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

/// The member that the problem is about; inside a string where it stands there.
QString memberOf(const EventProblem &problem)
{
    return nameOf(problem.innerPointer.isEmpty() ? problem.pointer : problem.innerPointer);
}

QString sizeText(const QString &bytes)
{
    return QLocale().toString(bytes.toLongLong());
}

} // namespace

QString eventProblemText(const EventProblem &problem)
{
    const QString found = shortenedLine(problem.found, LongestInProblem);
    const QString expected = shortenedLine(problem.expected, LongestInProblem);
    const QString &other = problem.other;
    const QString member = memberOf(problem);
    switch (problem.rule) {
    case EventRule::DuplicateMember:
        return EventProblemText::tr(
                   "“%1” is written twice in one object; only the last one counts.")
            .arg(found);
    case EventRule::MisspelledMember:
        return EventProblemText::tr("“%1” is spelled “%2” by AWS.").arg(found, expected);
    case EventRule::TooLarge:
        return EventProblemText::tr("The event has %1 bytes; Lambda accepts at most %2.")
            .arg(sizeText(found), sizeText(expected));
    case EventRule::TooLargeAsynchronous:
        return EventProblemText::tr(
                   "The event has %1 bytes. Its source invokes asynchronously, and "
                   "then Lambda accepts at most %2.")
            .arg(sizeText(found), sizeText(expected));
    case EventRule::WrongType:
        return EventProblemText::tr("“%1” is %3 here; it has to be %2.")
            .arg(member, typeText(expected), typeText(found));
    case EventRule::WrongValue:
        return EventProblemText::tr("“%1” is %2 here; in such an event it is %3.")
            .arg(member, found, expected);
    case EventRule::MissingMember:
        return EventProblemText::tr("“%1” is missing; the source always sends it.").arg(expected);
    case EventRule::MustBeAbsent:
        return EventProblemText::tr("“%1” is left out in such an event, rather than null or empty.")
            .arg(member);
    case EventRule::MustBeNull:
        return EventProblemText::tr("“%1” is null when there is nothing to say; it is never left "
                                    "out or empty.")
            .arg(member);
    case EventRule::MustBeEmpty:
        return EventProblemText::tr("“%1” is %2 when there is nothing to say, never null or left "
                                    "out.")
            .arg(member, expected);
    case EventRule::NotSerialised:
        return EventProblemText::tr("“%1” is a string in such an event, also when it has JSON: the "
                                    "function parses it. Here it is %2.")
            .arg(member, typeText(found));
    case EventRule::InvalidInnerJson:
        return EventProblemText::tr("The string in “%1” has to be JSON, and is not: %2.")
            .arg(member, found);
    case EventRule::OtherPayloadVersion:
        if (problem.expected == QLatin1String("ALB"))
            return EventProblemText::tr("“%1” belongs to payload version %2 of API Gateway; a load "
                                        "balancer does not send it.")
                .arg(member, found);
        return EventProblemText::tr(
                   "“%1” belongs to payload version %2; this event has version %3.")
            .arg(member, found, expected);
    case EventRule::FlagNotBoolean:
        return EventProblemText::tr("“%1” is true or false, not %2. Most functions take any text "
                                    "for true.")
            .arg(member, found);
    case EventRule::FlagWithoutBase64:
        return EventProblemText::tr("“%1” is true, but the body is no Base64.").arg(member);
    case EventRule::Base64WithoutFlag:
        return EventProblemText::tr("The body is Base64 and the content type is %1, so “%2” is "
                                    "true.")
            .arg(found, member);
    case EventRule::HeaderNameCase:
        return EventProblemText::tr("The header “%1” arrives in lower case: “%2”.")
            .arg(found, expected);
    case EventRule::CookieHeader:
        return EventProblemText::tr(
            "Cookies arrive in the list “cookies”, not in a cookie header.");
    case EventRule::HeaderShape:
        return EventProblemText::tr("CloudFront sends each header as a list of objects with “key” "
                                    "and “value”.");
    case EventRule::SingleAndMultiDisagree:
        if (expected.isEmpty())
            return EventProblemText::tr("“%1” and “%2” say different things.")
                .arg(member, nameOf(other));
        return EventProblemText::tr("“%1” does not agree with %2, which has “%3”.")
            .arg(member, other, expected);
    case EventRule::BothMaps:
        return EventProblemText::tr("A load balancer sends “%1” or “%2”, never both.")
            .arg(nameOf(other), member);
    case EventRule::QueryDisagrees:
        return EventProblemText::tr("“%1” is %3; from rawQueryString follows %2.")
            .arg(member, expected, found);
    case EventRule::QueryQuestionMark:
        return EventProblemText::tr("“%1” has no question mark in front.").arg(member);
    case EventRule::QueryInPath:
        return EventProblemText::tr(
                   "“%1” has no query: the part from the question mark on stands in "
                   "members of its own.")
            .arg(member);
    case EventRule::Disagrees:
        return other.isEmpty()
            ? EventProblemText::tr("“%1” says “%2” here, where “%3” follows from its surroundings.")
                  .arg(member, found, expected)
            : EventProblemText::tr("“%1” is “%2”; “%3” follows from %4.")
                  .arg(member, found, expected, other);
    case EventRule::PathMismatch:
        return EventProblemText::tr("The path “%1” does not come in by “%2”.").arg(found, expected);
    case EventRule::PathParameterNames:
        if (expected.isEmpty())
            return EventProblemText::tr(
                       "There are path parameters (%1), but %2 has no placeholders.")
                .arg(found, other);
        return EventProblemText::tr("The path parameters are those of %1: %2.")
            .arg(other, expected);
    case EventRule::LeadingSlash:
        return EventProblemText::tr("“%1” has no slash in front: API Gateway leaves it out.")
            .arg(member);
    case EventRule::NotText:
        return EventProblemText::tr("All values are strings here, also numbers and truth values; "
                                    "“%1” is %2.")
            .arg(member, typeText(found));
    case EventRule::DigestDisagrees:
        return EventProblemText::tr("“%1” does not fit the message: its MD5 is %2.")
            .arg(member, expected);
    case EventRule::BatchTooLarge:
        return EventProblemText::tr("The batch has %1 records; the source sends at most %2.")
            .arg(sizeText(found), sizeText(expected));
    case EventRule::BatchEmpty:
        return EventProblemText::tr("The batch is empty; Lambda invokes no function without "
                                    "records.");
    case EventRule::NotOneRecord:
        return EventProblemText::tr("There are %1 records; this source always sends exactly one.")
            .arg(sizeText(found));
    case EventRule::MixedSources:
        return EventProblemText::tr("One batch has one source: here is “%1”, and the first record "
                                    "has “%2”.")
            .arg(found, expected);
    case EventRule::DuplicateId:
        return EventProblemText::tr("The id “%1” is the same as in %2; every record has its own.")
            .arg(found, other);
    case EventRule::KeyNotEncoded:
        return EventProblemText::tr("S3 sends keys form-URL-encoded: %1.").arg(expected);
    case EventRule::EventNamePrefix:
        return EventProblemText::tr("In an event the name has no “s3:” in front: %1.")
            .arg(expected);
    case EventRule::RemovedObjectMember:
        return EventProblemText::tr("An object that is gone has no “%1” (%2).").arg(member, found);
    case EventRule::WrongTime:
        return EventProblemText::tr("The time in “%1” is %2, not “%3”.")
            .arg(member, timeText(problem.expected), found);
    case EventRule::AttributeUntyped:
        return EventProblemText::tr(
                   "DynamoDB gives every value its type, such as {\"S\": \"text\"} "
                   "or {\"N\": \"1\"}; “%1” has none.")
            .arg(member);
    case EventRule::AttributeTypes:
        return EventProblemText::tr("A value of DynamoDB has exactly one type; “%1” has these "
                                    "members: %2.")
            .arg(member, found);
    case EventRule::AttributeNumber:
        return EventProblemText::tr("DynamoDB sends numbers as strings with a number; this is %1.")
            .arg(found);
    case EventRule::AttributeEmptySet:
        return EventProblemText::tr("DynamoDB has no empty sets (%1).").arg(found);
    case EventRule::AttributeContent:
        return EventProblemText::tr("Type “%1” of DynamoDB holds %2; this is %3.")
            .arg(member, typeText(expected), typeText(found));
    case EventRule::ImageUnexpected:
        return EventProblemText::tr("“%1” does not come with %2.").arg(member, found);
    case EventRule::ImageMissing:
        return EventProblemText::tr("“%1” is missing; it comes with %2.").arg(expected, found);
    case EventRule::KeyNotInImage:
        return EventProblemText::tr("The image repeats the key attribute “%1”.").arg(expected);
    case EventRule::NotBase64:
        return EventProblemText::tr("“%1” is Base64 in such an event, and this is not.")
            .arg(member);
    case EventRule::LogsData:
        return logsDataText(problem.found);
    case EventRule::DetailNotObject:
        return EventProblemText::tr("The detail of an event is an object; here it is %1.")
            .arg(typeText(found));
    case EventRule::ReservedSource:
        return EventProblemText::tr("Sources that begin with “aws.” are AWS's own; EventBridge "
                                    "refuses “%1” from anybody else.")
            .arg(found);
    case EventRule::ForeignRegion:
        return EventProblemText::tr("“%1” is in region %2, the event in %3.")
            .arg(member, found, expected);
    case EventRule::ForeignAccount:
        return EventProblemText::tr("“%1” is in account %2, the event in %3.")
            .arg(member, found, expected);
    case EventRule::ForeignPartition:
        return EventProblemText::tr("The ARN begins with “arn:%1:”; in region %3 it is “arn:%2:”.")
            .arg(found, expected, other);
    case EventRule::MalformedArn:
        return EventProblemText::tr("“%1” has to be an ARN that begins like “%2”.")
            .arg(member, expected);
    case EventRule::RequestTypeMember:
        return EventProblemText::tr("“%1” does not come with the request type %2.")
            .arg(member, found);
    }
    return {};
}

QString eventFixText(const EventProblem &problem)
{
    if (problem.fix.empty())
        return {};
    const EventChange &change = problem.fix.front();
    const QString name = memberOf(problem);
    if (!problem.innerPointer.isEmpty())
        return EventProblemText::tr("Mend “%1” inside “%2”").arg(name, nameOf(problem.pointer));
    switch (change.kind) {
    case EventChange::Kind::Set:
        return problem.rule == EventRule::NotSerialised
            ? EventProblemText::tr("Write “%1” as a string").arg(name)
            : EventProblemText::tr("Set “%1”").arg(nameOf(change.pointer));
    case EventChange::Kind::Remove:
        return EventProblemText::tr("Remove “%1”").arg(nameOf(change.pointer));
    case EventChange::Kind::Rename:
        return EventProblemText::tr("Rename “%1” to “%2”").arg(nameOf(change.pointer), change.name);
    }
    return {};
}

QString eventFixChanges(const EventProblem &problem)
{
    if (!problem.innerPointer.isEmpty())
        return {};
    QStringList changes;
    for (const EventChange &change : problem.fix) {
        if (change.kind == EventChange::Kind::Rename)
            continue;
        QString text;
        if (change.before)
            text = shortenedLine(writtenJson(*change.before), LongestInProblem);
        if (change.value)
            text += (text.isEmpty() ? QString() : QStringLiteral(" → "))
                + shortenedLine(writtenJson(*change.value), LongestInProblem);
        changes.append(change.pointer + QStringLiteral(": ") + text);
    }
    return changes.join(QStringLiteral(", "));
}

QString eventProblemPlace(const EventProblem &problem)
{
    QString place = problem.pointer.isEmpty() ? EventProblemText::tr("the event") : problem.pointer;
    if (!problem.innerPointer.isEmpty())
        place = EventProblemText::tr("%1, in it %2").arg(place, problem.innerPointer);
    if (!problem.position)
        return place;
    return EventProblemText::tr("line %1, column %2: %3")
        .arg(problem.position->line)
        .arg(problem.position->column)
        .arg(place);
}

} // namespace coldframe
