// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventlint.h"

#include "core/events/eventlintreport.h"
#include "core/events/eventlinttext.h"
#include "core/lambda/limits.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace eventlint {

namespace {

struct RuleName
{
    EventRule rule;
    const char *name;
};

constexpr RuleName ruleNames[] = {
    {EventRule::DuplicateMember, "duplicate-member"},
    {EventRule::MisspelledMember, "misspelled-member"},
    {EventRule::TooLarge, "too-large"},
    {EventRule::TooLargeAsynchronous, "too-large-asynchronous"},
    {EventRule::WrongType, "wrong-type"},
    {EventRule::WrongValue, "wrong-value"},
    {EventRule::MissingMember, "missing-member"},
    {EventRule::MustBeAbsent, "must-be-absent"},
    {EventRule::MustBeNull, "must-be-null"},
    {EventRule::MustBeEmpty, "must-be-empty"},
    {EventRule::NotSerialised, "not-serialised"},
    {EventRule::InvalidInnerJson, "invalid-inner-json"},
    {EventRule::OtherPayloadVersion, "other-payload-version"},
    {EventRule::FlagNotBoolean, "flag-not-boolean"},
    {EventRule::FlagWithoutBase64, "flag-without-base64"},
    {EventRule::Base64WithoutFlag, "base64-without-flag"},
    {EventRule::HeaderNameCase, "header-name-case"},
    {EventRule::CookieHeader, "cookie-header"},
    {EventRule::HeaderShape, "header-shape"},
    {EventRule::SingleAndMultiDisagree, "single-and-multi-disagree"},
    {EventRule::BothMaps, "both-maps"},
    {EventRule::QueryDisagrees, "query-disagrees"},
    {EventRule::QueryQuestionMark, "query-question-mark"},
    {EventRule::QueryInPath, "query-in-path"},
    {EventRule::Disagrees, "disagrees"},
    {EventRule::PathMismatch, "path-mismatch"},
    {EventRule::PathParameterNames, "path-parameter-names"},
    {EventRule::LeadingSlash, "leading-slash"},
    {EventRule::NotText, "not-text"},
    {EventRule::DigestDisagrees, "digest-disagrees"},
    {EventRule::BatchTooLarge, "batch-too-large"},
    {EventRule::BatchEmpty, "batch-empty"},
    {EventRule::NotOneRecord, "not-one-record"},
    {EventRule::MixedSources, "mixed-sources"},
    {EventRule::DuplicateId, "duplicate-id"},
    {EventRule::KeyNotEncoded, "key-not-encoded"},
    {EventRule::EventNamePrefix, "event-name-prefix"},
    {EventRule::RemovedObjectMember, "removed-object-member"},
    {EventRule::WrongTime, "wrong-time"},
    {EventRule::AttributeUntyped, "attribute-untyped"},
    {EventRule::AttributeTypes, "attribute-types"},
    {EventRule::AttributeNumber, "attribute-number"},
    {EventRule::AttributeEmptySet, "attribute-empty-set"},
    {EventRule::AttributeContent, "attribute-content"},
    {EventRule::ImageUnexpected, "image-unexpected"},
    {EventRule::ImageMissing, "image-missing"},
    {EventRule::KeyNotInImage, "key-not-in-image"},
    {EventRule::NotBase64, "not-base64"},
    {EventRule::LogsData, "logs-data"},
    {EventRule::DetailNotObject, "detail-not-object"},
    {EventRule::ReservedSource, "reserved-source"},
    {EventRule::ForeignRegion, "foreign-region"},
    {EventRule::ForeignAccount, "foreign-account"},
    {EventRule::ForeignPartition, "foreign-partition"},
    {EventRule::MalformedArn, "malformed-arn"},
    {EventRule::RequestTypeMember, "request-type-member"},
};

/// Of a text that anybody may have written; each pass can only bring up what others had hidden.
constexpr int mostPasses = 32;

void size(Report &report, const Place &event, QByteArrayView text)
{
    const qint64 bytes
        = text.isEmpty() ? writeJson(event.json(), JsonLayout::Compact).size() : text.size();
    const auto tell = [&](EventRule rule, qint64 limit) {
        report.add(rule, event).found(QString::number(bytes)).expected(QString::number(limit));
    };
    if (bytes > limits::SynchronousEventBytes)
        tell(EventRule::TooLarge, limits::SynchronousEventBytes);
    else if (bytes > limits::AsynchronousEventBytes && isAsynchronousKind(report.kind))
        tell(EventRule::TooLargeAsynchronous, limits::AsynchronousEventBytes);
}

/// A member that is only misspelled is not missing as well, whichever rule says so.
void dropMissing(std::vector<EventProblem> &problems)
{
    std::set<QString> renamed;
    for (const EventProblem &problem : problems) {
        if (problem.rule == EventRule::MisspelledMember)
            renamed.insert(parentOf(problem.pointer) + u'/' + escaped(problem.expected));
    }
    std::erase_if(problems, [&renamed](const EventProblem &problem) {
        return renamed.contains(problem.pointer);
    });
}

/// Whether the name rather than the value is wrong.
bool isAboutName(EventRule rule)
{
    return rule == EventRule::MisspelledMember || rule == EventRule::HeaderNameCase
        || rule == EventRule::OtherPayloadVersion || rule == EventRule::RemovedObjectMember
        || rule == EventRule::CookieHeader || rule == EventRule::RequestTypeMember;
}

/// Line and column of many offsets in one go through the text.
class PositionFinder
{
public:
    explicit PositionFinder(QByteArrayView text)
        : m_text(text)
    { }

    void want(qsizetype offset) { m_positions.emplace(offset, TextPosition()); }

    void find()
    {
        TextPosition position;
        qsizetype at = 0;
        for (auto &[offset, found] : m_positions) {
            for (; at < offset && at < m_text.size(); ++at) {
                const auto byte = static_cast<unsigned char>(m_text[at]);
                if (byte == '\n') {
                    ++position.line;
                    position.column = 1;
                } else if ((byte & 0xC0U) != 0x80U) { // not a continuation byte of UTF-8
                    ++position.column;
                }
            }
            found = position;
        }
    }

    TextPosition at(qsizetype offset) const { return m_positions.at(offset); }

private:
    QByteArrayView m_text;
    std::map<qsizetype, TextPosition> m_positions;
};

void locate(std::vector<EventProblem> &problems, QByteArrayView text)
{
    std::set<QString> wanted;
    for (const EventProblem &problem : problems) {
        for (QString pointer = problem.pointer;; pointer = parentOf(pointer)) {
            wanted.insert(pointer);
            if (pointer.isEmpty())
                break;
        }
    }
    const TextPlaces places = placesIn(text, wanted);
    for (const auto &[pointer, offset] : places.duplicates) {
        EventProblem problem;
        problem.rule = EventRule::DuplicateMember;
        problem.severity = EventProblem::Severity::Warning;
        problem.pointer = pointer;
        problem.found = unescaped(pointer.mid(pointer.lastIndexOf(u'/') + 1));
        problems.push_back(std::move(problem));
    }
    std::vector<std::pair<qsizetype, std::size_t>> offsets;
    PositionFinder finder(text);
    const std::size_t firstDuplicate = problems.size() - places.duplicates.size();
    for (std::size_t i = 0; i < problems.size(); ++i) {
        qsizetype offset = 0;
        if (i >= firstDuplicate) {
            offset = places.duplicates[i - firstDuplicate].second;
        } else {
            QString pointer = problems[i].pointer;
            while (!pointer.isEmpty() && !places.spans.contains(pointer))
                pointer = parentOf(pointer);
            if (const auto span = places.spans.find(pointer); span != places.spans.end())
                offset = isAboutName(problems[i].rule) && span->second.keyBegin >= 0
                    ? span->second.keyBegin
                    : span->second.begin;
        }
        finder.want(offset);
        offsets.emplace_back(offset, i);
    }
    finder.find();
    std::stable_sort(offsets.begin(), offsets.end());
    std::vector<EventProblem> sorted;
    for (const auto &[offset, index] : offsets) {
        problems[index].position = finder.at(offset);
        sorted.push_back(std::move(problems[index]));
    }
    problems = std::move(sorted);
}

/// Fixes tell what they replace.
void rememberBefore(std::vector<EventProblem> &problems, const OrderedJson &event)
{
    for (EventProblem &problem : problems) {
        for (EventChange &change : problem.fix) {
            Place place(&event, {});
            const QStringList segments = change.pointer.split(u'/').mid(1);
            for (const QString &segment : segments)
                place = place.isList() ? place.at(segment.toULongLong())
                                       : place[unescaped(segment).toStdString()];
            if (place.exists())
                change.before = std::make_shared<const OrderedJson>(place.json());
        }
    }
}

void apply(OrderedJson &event, const EventChange &change)
{
    if (change.pointer.isEmpty()) {
        if (change.kind == EventChange::Kind::Set)
            event = *change.value;
        return;
    }
    OrderedJson *parent = &event;
    const QStringList segments = change.pointer.mid(1).split(u'/');
    for (const QString &segment : segments.first(segments.size() - 1)) {
        const std::string name = unescaped(segment).toStdString();
        if (parent->is_object() && parent->contains(name))
            parent = &(*parent)[name];
        else if (parent->is_array() && segment.toULongLong() < parent->size())
            parent = &(*parent)[segment.toULongLong()];
        else
            return;
    }
    const std::string name = unescaped(segments.last()).toStdString();
    const std::size_t index = segments.last().toULongLong();
    switch (change.kind) {
    case EventChange::Kind::Set:
        if (parent->is_object())
            (*parent)[name] = *change.value;
        else if (parent->is_array() && index < parent->size())
            (*parent)[index] = *change.value;
        return;
    case EventChange::Kind::Remove:
        if (parent->is_object())
            parent->erase(name);
        else if (parent->is_array() && index < parent->size())
            parent->erase(index);
        return;
    case EventChange::Kind::Rename:
        if (parent->is_object()) {
            OrderedJson renamed = OrderedJson::object();
            for (const auto &[key, value] : parent->items())
                renamed[key == name ? change.name.toStdString() : key] = value;
            *parent = std::move(renamed);
        }
        return;
    }
}

} // namespace

void lintDocument(Report &report, const Place &event)
{
    switch (report.kind) {
    case EventKind::Unknown: {
        const Place records = event["Records"];
        if (records.isList() && records.json().empty())
            report.add(EventRule::BatchEmpty, records).warning();
        return;
    }
    case EventKind::RestApi:
    case EventKind::HttpApiV1:
    case EventKind::HttpApiV2:
    case EventKind::FunctionUrl:
        return lintRequest(report, event);
    case EventKind::Alb:
        return lintLoadBalancer(report, event);
    case EventKind::WebSocket:
        return lintWebSocket(report, event);
    case EventKind::TokenAuthorizer:
    case EventKind::RequestAuthorizer:
    case EventKind::RequestAuthorizerV2:
        return lintAuthorizer(report, event);
    case EventKind::VpcLattice:
    case EventKind::VpcLatticeV2:
        return lintLattice(report, event);
    case EventKind::CloudFront:
        return lintCloudFront(report, event);
    case EventKind::Sqs:
        return lintSqs(report, event);
    case EventKind::Sns:
        return lintSns(report, event);
    case EventKind::SnsEnvelope:
        return lintSnsEnvelope(report, event);
    case EventKind::S3:
        return lintS3(report, event);
    case EventKind::Kinesis:
        return lintKinesis(report, event);
    case EventKind::DynamoDb:
        return lintDynamoDb(report, event);
    case EventKind::Firehose:
        return lintFirehose(report, event);
    case EventKind::Kafka:
        return lintKafka(report, event);
    case EventKind::ActiveMq:
    case EventKind::RabbitMq:
        return lintMq(report, event);
    case EventKind::DocumentDb:
        return;
    case EventKind::EventBridge:
        return lintEventBridge(report, event);
    case EventKind::Logs:
        return lintLogs(report, event);
    case EventKind::Alarm:
        return lintAlarm(report, event);
    case EventKind::Cognito:
        return lintCognito(report, event);
    case EventKind::CustomResource:
        return lintCustomResource(report, event);
    case EventKind::ConfigRule:
        return lintConfigRule(report, event);
    }
}

} // namespace eventlint

QString eventRuleId(EventRule rule)
{
    for (const eventlint::RuleName &each : eventlint::ruleNames) {
        if (each.rule == rule)
            return QLatin1String(each.name);
    }
    return {};
}

QStringList eventRuleIds()
{
    QStringList ids;
    for (const eventlint::RuleName &each : eventlint::ruleNames)
        ids.append(QLatin1String(each.name));
    return ids;
}

EventLinter::EventLinter(const TemplateCatalogue &catalogue)
    : m_spellings(eventlint::spellingsOf(catalogue))
{ }

std::vector<EventProblem> EventLinter::lint(const OrderedJson &event, QByteArrayView text) const
{
    using namespace eventlint;
    Report report(eventKindOf(event));
    const Place root(&event, {});
    size(report, root, text);
    lintDocument(report, root);
    lintSpelling(report, root, *m_spellings);
    dropMissing(report.problems);
    rememberBefore(report.problems, event);
    if (!text.isEmpty())
        locate(report.problems, text);
    return report.problems;
}

OrderedJson applyFix(const OrderedJson &event, const EventProblem &problem)
{
    OrderedJson fixed = event;
    for (const EventChange &change : problem.fix)
        eventlint::apply(fixed, change);
    return fixed;
}

QByteArray applyFixToText(QByteArrayView text, const EventProblem &problem)
{
    return eventlint::changedText(text, {problem.fix}).text;
}

Result<FixedEventText> EventLinter::fix(QByteArrayView text) const
{
    FixedEventText result{text.toByteArray(), {}};
    for (int pass = 0; pass < eventlint::mostPasses; ++pass) {
        const auto event = parseJson(result.text);
        if (!event)
            return tl::make_unexpected(event.error());
        std::vector<EventProblem> problems = lint(*event, result.text);
        std::erase_if(problems, [](const EventProblem &problem) { return !problem.isFixable(); });
        if (problems.empty())
            break;
        std::vector<std::vector<EventChange>> changes;
        for (const EventProblem &problem : problems)
            changes.push_back(problem.fix);
        eventlint::TextChanges changed = eventlint::changedText(result.text, changes);
        if (changed.text == result.text)
            break;
        result.text = changed.text;
        for (std::size_t i = 0; i < problems.size(); ++i) {
            if (changed.applied[i])
                result.fixed.push_back(std::move(problems[i]));
        }
    }
    return result;
}

std::vector<EventProblem> lintEvent(const OrderedJson &event, QByteArrayView text,
                                    const TemplateCatalogue &catalogue)
{
    return EventLinter(catalogue).lint(event, text);
}

Result<FixedEventText> fixEventText(QByteArrayView text, const TemplateCatalogue &catalogue)
{
    return EventLinter(catalogue).fix(text);
}

} // namespace coldframe
