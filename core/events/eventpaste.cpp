// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventpaste.h"

#include "core/events/eventpastecurl.h"
#include "core/events/eventpasteliteral.h"
#include "core/events/jsonvalue.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace eventpaste {

namespace {

constexpr qsizetype largestText = 16 * 1024 * 1024;
constexpr int mostCandidates = 500;
constexpr int deepestUnwrapping = 4;

struct Candidate
{
    qsizetype begin = 0;
    Literal literal;
};

/// Every object in a text, and the error that says most.
struct Candidates
{
    std::vector<Candidate> found;
    std::optional<LiteralError> error;
    qsizetype errorBegin = 0;
};

bool isTelling(PasteError::Kind kind)
{
    return kind == PasteError::Kind::NodeInspect || kind == PasteError::Kind::PythonObject
        || kind == PasteError::Kind::Expression || kind == PasteError::Kind::Truncated;
}

bool hasObject(const OrderedJson &json)
{
    return json.is_object()
        || (json.is_array() && std::any_of(json.begin(), json.end(), hasObject));
}

Candidates candidatesIn(QByteArrayView text)
{
    Candidates all;
    qsizetype at = 0;
    for (int tries = 0; tries < mostCandidates; ++tries) {
        while (at < text.size() && text[at] != '{' && text[at] != '[')
            ++at;
        if (at >= text.size())
            break;
        auto literal = readLiteral(text, at);
        if (literal) {
            const qsizetype end = literal->end;
            if (hasObject(*literal->value))
                all.found.push_back({at, std::move(*literal)});
            at = end;
            continue;
        }
        const LiteralError &error = literal.error();
        const bool says = text[at] == '{' || isTelling(error.kind);
        const bool saysMore = !all.error
            || (!isTelling(all.error->kind)
                && (isTelling(error.kind)
                    || error.offset - at > all.error->offset - all.errorBegin));
        if (says && saysMore) {
            all.error = error;
            all.errorBegin = at;
        }
        // What stands inside a broken object is a part of it, not an event.
        at = std::max(at + 1, error.offset);
    }
    return all;
}

const Candidate *chosen(const Candidates &all)
{
    const Candidate *longest = nullptr;
    for (const Candidate &each : all.found) {
        if (eventKindOf(*each.literal.value) != EventKind::Unknown)
            return &each;
        if (!longest || each.literal.end - each.begin > longest->literal.end - longest->begin)
            longest = &each;
    }
    if (longest && all.error
        && all.error->offset - all.errorBegin > longest->literal.end - longest->begin)
        return nullptr;
    return longest;
}

bool isLogRecord(const OrderedJson &json)
{
    static constexpr const char *marks[] = {
        "timestamp",           "time",       "level",     "requestId", "request_id", "AWSRequestId",
        "function_request_id", "@timestamp", "log_level", "severity",  "levelname"};
    return json.is_object()
        && std::any_of(std::begin(marks), std::end(marks),
                       [&json](const char *mark) { return json.contains(mark); });
}

bool looksLikeLog(const QString &before)
{
    static const QRegularExpression mark(
        QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\d{4}-\\d\\d-"
                       "\\d\\dT\\d\\d:\\d\\d"
                       "|\\[?(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\\]?\\s"));
    return mark.match(before).hasMatch();
}

class Unwrapper
{
public:
    explicit Unwrapper(QByteArrayView whole)
        : m_whole(whole)
    { }

    PasteResult read(QByteArrayView text)
    {
        if (const auto strict = parseJson(text); strict && strict->is_string())
            return inString(*strict);
        const Candidates all = candidatesIn(text);
        const Candidate *best = chosen(all);
        if (!best) {
            if (const auto escaped = escapedEvent(text))
                return inString(*escaped);
            return tl::make_unexpected(errorOf(all, text));
        }
        noteAround(all, *best, text);
        return unwrap(best->literal.value);
    }

private:
    /// {\"a\": 1} without the quotes around it.
    static std::optional<OrderedJson> escapedEvent(QByteArrayView text)
    {
        const qsizetype begin = text.indexOf(QByteArrayView("{\\\""));
        const qsizetype end = text.lastIndexOf('}');
        if (begin < 0 || end < begin)
            return std::nullopt;
        const auto parsed
            = parseJson('"' + text.sliced(begin, end - begin + 1).toByteArray() + '"');
        return parsed ? std::optional(*parsed) : std::nullopt;
    }

    PasteResult inString(const OrderedJson &json)
    {
        const QByteArray inner = stringOf(json).toUtf8();
        if (++m_depth > deepestUnwrapping)
            return tl::make_unexpected(PasteError{});
        m_pasted.notes.push_back({PasteNote::Kind::InString, {}});
        m_whole = {}; // positions in the string are none of the text
        return read(inner);
    }

    PasteError errorOf(const Candidates &all, QByteArrayView text) const
    {
        if (!all.error)
            return PasteError{};
        PasteError error{all.error->kind, all.error->detail};
        if (!m_whole.isEmpty())
            error.position = positionOf(m_whole, text.data() - m_whole.data() + all.error->offset);
        return error;
    }

    void noteAround(const Candidates &all, const Candidate &best, QByteArrayView text)
    {
        const QString before = QString::fromUtf8(text.first(best.begin)).trimmed();
        const QString after = QString::fromUtf8(text.sliced(best.literal.end)).trimmed();
        m_pasted.source = PastedEvent::Source::Json;
        if (best.literal.dialect != Dialect::Json) {
            const bool isPython = best.literal.dialect == Dialect::Python;
            m_pasted.source
                = isPython ? PastedEvent::Source::Python : PastedEvent::Source::JavaScript;
            m_pasted.notes.push_back(
                {PasteNote::Kind::RewrittenFrom,
                 isPython ? QStringLiteral("Python") : QStringLiteral("JavaScript")});
        }
        if (looksLikeLog(before))
            m_pasted.source = PastedEvent::Source::LogLine;
        static const QRegularExpression punctuation(QStringLiteral("\\A[;,.)\\s`]*\\z"));
        const bool isBare = before.isEmpty() && punctuation.match(after).hasMatch();
        if (!isBare)
            m_pasted.notes.push_back(
                {PasteNote::Kind::TextAround, QString::number(before.size() + after.size())});
        if (all.found.size() > 1)
            m_pasted.notes.push_back(
                {PasteNote::Kind::OtherEvents, QString::number(all.found.size() - 1)});
        for (const PasteNote &note : best.literal.notes)
            m_pasted.notes.push_back(note);
    }

    PasteResult unwrap(std::shared_ptr<const OrderedJson> value)
    {
        const EventKind kind = eventKindOf(*value);
        if (kind == EventKind::Unknown && isLogRecord(*value) && ++m_depth <= deepestUnwrapping) {
            for (const char *name : {"event", "message", "msg", "record", "data", "input"}) {
                const auto member = value->find(name);
                if (member == value->end())
                    continue;
                if (auto inner = fromMember(*member)) {
                    inner->notes.insert(inner->notes.begin(),
                                        {PasteNote::Kind::UnderMember, QLatin1String(name)});
                    inner->source = PastedEvent::Source::JsonLog;
                    return std::move(*inner);
                }
            }
        }
        m_pasted.kind = kind;
        m_pasted.event = std::move(value);
        return m_pasted;
    }

    std::optional<PastedEvent> fromMember(const OrderedJson &member)
    {
        Unwrapper inner({});
        inner.m_depth = m_depth;
        if (member.is_object() && !member.empty()) {
            auto result = inner.unwrap(std::make_shared<const OrderedJson>(member));
            return result ? std::optional(std::move(*result)) : std::nullopt;
        }
        if (!member.is_string())
            return std::nullopt;
        const QByteArray text = stringOf(member).toUtf8();
        auto result = inner.read(text);
        return result ? std::optional(std::move(*result)) : std::nullopt;
    }

    QByteArrayView m_whole;
    PastedEvent m_pasted;
    int m_depth = 0;
};

/// What stands between code fences; empty without them.
std::vector<QByteArrayView> fenced(QByteArrayView text)
{
    std::vector<QByteArrayView> blocks;
    const QByteArrayView fence = "```";
    for (qsizetype open = text.indexOf(fence); open >= 0;) {
        const qsizetype line = text.indexOf('\n', open);
        const qsizetype close = line < 0 ? -1 : text.indexOf(fence, line);
        if (close < 0)
            break;
        blocks.push_back(text.sliced(line + 1, close - line - 1));
        open = text.indexOf(fence, close + fence.size());
    }
    return blocks;
}

QByteArrayView withoutPrompt(QByteArrayView text)
{
    text = text.trimmed();
    for (const char *prompt : {"$ ", "% ", "> ", "# "}) {
        if (text.startsWith(prompt))
            return text.sliced(2).trimmed();
    }
    return text;
}

PasteError moved(PasteError error, QByteArrayView whole, QByteArrayView part)
{
    if (!error.position)
        return error;
    const TextPosition begin = positionOf(whole, part.data() - whole.data());
    if (error.position->line == 1)
        error.position->column += begin.column - 1;
    error.position->line += begin.line - 1;
    return error;
}

struct Command
{
    enum class Kind { None, Curl, AwsInvoke };

    Kind kind = Kind::None;
    QByteArrayView text;
};

Command::Kind kindOfCommand(QByteArrayView text)
{
    static const QRegularExpression start(
        QStringLiteral("\\A(?:[A-Za-z_][A-Za-z0-9_]*=\\S*[ \\t]+|(?:sudo|time)[ \\t]+)*(?:\\S*[/"
                       "\\\\])?(?:(curl)(?:\\.exe)?|aws(?:\\.exe)?[ \\t]+(?:-[^\\n]*?[ \\t])?"
                       "lambda[ \\t]+invoke)(?:\\s|\\z)"));
    const auto match
        = start.match(QString::fromUtf8(text.first(qMin<qsizetype>(text.size(), 400))));
    if (!match.hasMatch())
        return Command::Kind::None;
    return match.hasCaptured(1) ? Command::Kind::Curl : Command::Kind::AwsInvoke;
}

/// Lines before a command that say nothing about the event.
bool isPassedOver(QByteArrayView line)
{
    static const QRegularExpression silent(
        QStringLiteral("\\A\\s*(?:#|(?:export|set)\\s|[A-Za-z_][A-Za-z0-9_]*=\\S*\\s*\\z)"));
    if (silent.match(QString::fromUtf8(line)).hasMatch())
        return true;
    return !line.contains('{') && !line.contains('[') && !line.contains('`');
}

/// The first command of a text, behind comments and assignments.
Command commandIn(QByteArrayView text)
{
    constexpr int mostLines = 200;
    text = text.trimmed();
    qsizetype at = 0;
    for (int lines = 0; lines < mostLines && at < text.size(); ++lines) {
        const QByteArrayView rest = text.sliced(at);
        const QByteArrayView command = rest.trimmed().startsWith('#') ? rest : withoutPrompt(rest);
        if (const auto kind = kindOfCommand(command); kind != Command::Kind::None)
            return {kind, command};
        const qsizetype line = rest.indexOf('\n');
        if (line < 0 || !isPassedOver(rest.first(line)))
            break;
        at += line + 1;
    }
    const QByteArrayView command = withoutPrompt(text); // of root, which looks like a comment
    return {kindOfCommand(command), command};
}

bool isFetchCall(QByteArrayView text)
{
    static const QRegularExpression call(
        QStringLiteral("\\A\\s*(?:(?:const|let|var)\\s+\\w+\\s*=\\s*)?(?:await\\s+)?"
                       "fetch\\s*\\(\\s*[\"'`]"));
    return call.match(QString::fromUtf8(text.first(qMin<qsizetype>(text.size(), 400)))).hasMatch();
}

PasteResult eventOf(OrderedJson event, PastedEvent::Source source, std::vector<PasteNote> notes)
{
    PastedEvent pasted;
    pasted.source = source;
    pasted.kind = eventKindOf(event);
    pasted.event = std::make_shared<const OrderedJson>(std::move(event));
    pasted.notes = std::move(notes);
    return pasted;
}

/// The request of the Lambda API itself: its body is the event.
std::optional<OrderedJson> invokedEvent(const CurlRequest &request)
{
    static const QRegularExpression path(
        QStringLiteral("\\A/2015-03-31/functions/[^/]+/invocations/?\\z"));
    if (!path.match(request.path).hasMatch())
        return std::nullopt;
    auto event = parseJson(request.body);
    return event ? std::optional(std::move(*event)) : std::nullopt;
}

PasteResult fromCommand(QByteArrayView whole, const Command &command,
                        const TemplateCatalogue &catalogue, const PasteTarget &target)
{
    if (command.kind == Command::Kind::AwsInvoke) {
        const auto words = shellWords(command.text);
        auto event = words ? invokePayload(words->words) : tl::make_unexpected(words.error());
        if (!event)
            return tl::make_unexpected(moved(event.error(), whole, command.text));
        return eventOf(std::move(*event), PastedEvent::Source::AwsCli, words->notes);
    }
    const auto request = curlRequest(command.text);
    if (!request)
        return tl::make_unexpected(moved(request.error(), whole, command.text));
    if (auto event = invokedEvent(*request))
        return eventOf(std::move(*event), PastedEvent::Source::Curl, request->notes);
    return requestEvent(*request, catalogue, target);
}

PasteResult fromPart(QByteArrayView whole, QByteArrayView part, const TemplateCatalogue &catalogue,
                     const PasteTarget &target)
{
    if (const Command command = commandIn(part); command.kind != Command::Kind::None)
        return fromCommand(whole, command, catalogue, target);
    if (isFetchCall(part))
        return tl::make_unexpected(PasteError{PasteError::Kind::FetchCall, {}});
    return Unwrapper(whole).read(part);
}

} // namespace

} // namespace eventpaste

bool isCurlCommand(QByteArrayView text)
{
    return eventpaste::commandIn(text).kind == eventpaste::Command::Kind::Curl;
}

PasteResult pasteEvent(QByteArrayView text, const TemplateCatalogue &catalogue,
                       const PasteTarget &target)
{
    using namespace eventpaste;
    QByteArrayView part = text;
    if (part.startsWith("\xEF\xBB\xBF"))
        part = part.sliced(3);
    part = part.trimmed();
    if (part.isEmpty())
        return tl::make_unexpected(PasteError{PasteError::Kind::Empty, {}});
    if (part.size() > largestText)
        return tl::make_unexpected(
            PasteError{PasteError::Kind::TooLong, QString::number(largestText)});
    const bool isWhole
        = part[0] == '{' || part[0] == '[' || commandIn(part).kind != Command::Kind::None;
    const auto blocks = isWhole ? std::vector<QByteArrayView>() : fenced(part);
    std::optional<PasteResult> first;
    for (const QByteArrayView block : blocks) {
        PasteResult result = fromPart(text, block, catalogue, target);
        if (result) {
            result->notes.insert(
                result->notes.begin(),
                {PasteNote::Kind::TextAround, QString::number(part.size() - block.size())});
            return result;
        }
        if (!first && result.error().kind != PasteError::Kind::NothingFound)
            first = std::move(result);
    }
    return first ? *first : fromPart(text, part, catalogue, target);
}

} // namespace coldframe
