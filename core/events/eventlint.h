// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/events/eventlintkind.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace coldframe {

class TemplateCatalogue;

/// What an event can have that AWS never sends. Behind each: the facts of its EventProblem. Types
/// are spelled string, number, boolean, object, list, null, absent and integer; times as in
/// eventTimeSpelling().
enum class EventRule {
    DuplicateMember, ///< the text has the member twice
    MisspelledMember, ///< found: the name; expected: the right one
    TooLarge, ///< found: bytes; expected: the limit
    TooLargeAsynchronous, ///< found: bytes; expected: the limit
    WrongType, ///< found and expected: types
    WrongValue, ///< found; expected: the value that it always has
    MissingMember, ///< expected: its name
    MustBeAbsent, ///< found: null or empty
    MustBeNull, ///< found: absent or empty
    MustBeEmpty, ///< found: null; expected: "" or {}
    NotSerialised, ///< a string with JSON belongs here; found: a type
    InvalidInnerJson, ///< the string has to be JSON; found: why it is not
    OtherPayloadVersion, ///< found: the version that the member belongs to; expected: the event's
    FlagNotBoolean, ///< isBase64Encoded; found
    FlagWithoutBase64, ///< the flag is set, the body is no Base64
    Base64WithoutFlag, ///< found: the content type
    HeaderNameCase, ///< found; expected
    CookieHeader, ///< a cookie header where `cookies` has them
    HeaderShape, ///< CloudFront: a list of {key, value}
    SingleAndMultiDisagree, ///< found; expected: what the other map has; other: its place
    BothMaps, ///< single and multi-value maps where only one kind is sent; other
    QueryDisagrees, ///< found; expected: what follows from the raw query
    QueryQuestionMark, ///< the raw query begins with "?"
    QueryInPath, ///< found: the path, which has a "?"
    Disagrees, ///< found; expected; other: the place that says so
    PathMismatch, ///< found: the path; expected: the pattern; other: its place
    PathParameterNames, ///< found and expected: names
    LeadingSlash, ///< of a greedy path parameter
    NotText, ///< every value of this map is a string; found: a type
    DigestDisagrees, ///< found; expected
    BatchTooLarge, ///< found: records; expected: the most
    BatchEmpty,
    NotOneRecord, ///< found: records
    MixedSources, ///< found; expected: the source of the first record
    DuplicateId, ///< found: the id; other: where it stands first
    KeyNotEncoded, ///< found; expected
    EventNamePrefix, ///< "s3:"; found; expected
    RemovedObjectMember, ///< a size or an ETag of an object that is gone
    WrongTime, ///< found; expected: a spelling of time
    AttributeUntyped, ///< DynamoDB: a value without its type
    AttributeTypes, ///< DynamoDB: found: the members where exactly one type belongs
    AttributeNumber, ///< DynamoDB: N or NS with anything but a number in a string
    AttributeEmptySet, ///< DynamoDB
    AttributeContent, ///< DynamoDB: expected: what belongs to the type
    ImageUnexpected, ///< DynamoDB: found: event or view type that has no such image
    ImageMissing, ///< DynamoDB: found: event and view type; expected: the image's name
    KeyNotInImage, ///< DynamoDB: expected: the key attribute
    NotBase64,
    LogsData, ///< found: object, json, zlib, not-base64, not-gzip, not-json
    DetailNotObject, ///< found: a type
    ReservedSource, ///< found: the source
    ForeignRegion, ///< found; expected: the event's region
    ForeignAccount, ///< found; expected: the event's account
    ForeignPartition, ///< found; expected: the region's partition
    MalformedArn, ///< expected: how it begins
    RequestTypeMember, ///< CloudFormation: found: the request type, which has no such member
};

/// The rule's stable name, for example "digest-disagrees".
QString eventRuleId(EventRule rule);
QStringList eventRuleIds();

/// A change of one place.
struct EventChange
{
    enum class Kind {
        Set, ///< replaces the value, or adds the member at the end of its object
        Remove,
        Rename, ///< the member gets the name `name` and keeps its place
    };

    Kind kind = Kind::Set;
    QString pointer; ///< JSON pointer
    QString name;
    std::shared_ptr<const OrderedJson> value; ///< of Set
    std::shared_ptr<const OrderedJson> before = {}; ///< what stood there, if anything
};

struct EventProblem
{
    enum class Severity {
        Error, ///< AWS sends no such event
        Warning, ///< it is possible, or does no harm, but is most likely not what was meant
    };

    EventRule rule = EventRule::WrongType;
    Severity severity = Severity::Error;
    EventKind kind = EventKind::Unknown; ///< of the event, or of the one inside its string
    QString pointer; ///< JSON pointer of the place; of a missing member: where it belongs
    QString innerPointer; ///< of the place inside the JSON that the string at `pointer` holds
    std::optional<TextPosition> position; ///< in the event's text
    QString found;
    QString expected;
    QString other; ///< JSON pointer of another place, or its name
    std::vector<EventChange> fix; ///< empty when nobody but the user can tell

    bool isFixable() const { return !fix.empty(); }
};

/// The event with a problem's quick fix.
OrderedJson applyFix(const OrderedJson &event, const EventProblem &problem);

/// The same in the event's text, which stays as it is everywhere else: line breaks, indentation and
/// the spelling of numbers.
QByteArray applyFixToText(QByteArrayView text, const EventProblem &problem);

struct FixedEventText
{
    QByteArray text;
    std::vector<EventProblem> fixed; ///< in the order in which they were fixed
};

namespace eventlint {
struct Spellings;
}

/// Compares events with what their sources really send. An event's source is recognised by its own
/// marks; of an unknown one only what holds for all events is checked. The templates tell how
/// members are spelled; they are gone through once, so keep a linter for many events.
class EventLinter
{
public:
    explicit EventLinter(const TemplateCatalogue &catalogue);

    /// `text` is what the event was read from, for positions and sizes; it may be empty.
    std::vector<EventProblem> lint(const OrderedJson &event, QByteArrayView text) const;

    /// Applies quick fixes until none is left. InvalidJson when the text is no JSON.
    Result<FixedEventText> fix(QByteArrayView text) const;

private:
    std::shared_ptr<const eventlint::Spellings> m_spellings;
};

/// The same for a single event.
std::vector<EventProblem> lintEvent(const OrderedJson &event, QByteArrayView text,
                                    const TemplateCatalogue &catalogue);
Result<FixedEventText> fixEventText(QByteArrayView text, const TemplateCatalogue &catalogue);

} // namespace coldframe
