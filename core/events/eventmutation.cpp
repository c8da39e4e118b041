// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventmutation.h"

#include "core/events/eventlintreport.h"
#include "core/events/eventlinttext.h"
#include "core/events/jsonvalue.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace coldframe {

namespace eventmutation {

namespace {

using Kind = EventMutation::Kind;

constexpr std::size_t mostPlaces = 1'500;
constexpr int nestingLevels = 100;
constexpr qsizetype longestName = 80;

/// How the document around a place is written.
enum class Wrapping { None, Json, Base64Json };

struct MutationPlace
{
    QString pointer; ///< in the event; of the string, where the place is inside one
    QString innerPointer;
    Wrapping wrapping = Wrapping::None;
    OrderedJson value;
    bool isMember = false;
    int interest = 0; ///< less is more
    std::size_t order = 0;
};

/// One mutation before its event is made.
struct Plan
{
    Kind kind = Kind::Missing;
    const MutationPlace *place = nullptr;
    QString detail;
    std::optional<OrderedJson> value; ///< nothing: the place is removed
};

std::optional<OrderedJson> decoded(const std::string &text, Wrapping &wrapping)
{
    const QByteArray bytes = QByteArray::fromStdString(text);
    const QByteArray start = bytes.trimmed().left(1);
    if (start == "{" || start == "[") {
        const auto parsed = parseJson(bytes);
        wrapping = Wrapping::Json;
        return parsed && parsed->is_structured() ? std::optional(*parsed) : std::nullopt;
    }
    if (bytes.size() < 8 || !eventlint::isBase64(QString::fromUtf8(bytes)))
        return std::nullopt;
    const QByteArray plain = QByteArray::fromBase64(bytes);
    if (!plain.startsWith('{') && !plain.startsWith('['))
        return std::nullopt;
    const auto parsed = parseJson(plain);
    wrapping = Wrapping::Base64Json;
    return parsed && parsed->is_structured() ? std::optional(*parsed) : std::nullopt;
}

OrderedJson wrapped(const OrderedJson &document, Wrapping wrapping)
{
    const QByteArray text = writeJson(document, JsonLayout::Compact);
    return OrderedJson((wrapping == Wrapping::Base64Json ? text.toBase64() : text).toStdString());
}

/// Places of the user's own data come first, then what handlers read most, ids and ARNs last.
int interestOf(const QString &pointer)
{
    static const QRegularExpression own(QStringLiteral(
        "/(body|Message|detail|data|NewImage|OldImage|Keys|value|arguments|input|payload|"
        "queryStringParameters|rawQueryString|pathParameters|key|cookies|claims|userAttributes|"
        "ResourceProperties|messages|logEvents|requestPayload)(/|$)"));
    static const QRegularExpression machine(
        QStringLiteral("(?i)(arn|id|handle|signature|token|sequence\\w*|md5\\w*|etag|epoch|x-"
                       "amz\\S*|url|account\\w*)$"));
    static const QRegularExpression context(
        QStringLiteral("/(requestContext|multiValueHeaders|identity|responseElements|userIdentity|"
                       "attributes)(/|$)"));
    int interest = 2;
    if (own.match(pointer).hasMatch())
        return 0;
    if (context.match(pointer).hasMatch())
        interest = 4;
    if (machine.match(pointer).hasMatch())
        interest += 3;
    return interest;
}

class PlaceCollector
{
public:
    std::vector<MutationPlace> collect(const OrderedJson &event)
    {
        if (event.is_structured())
            walk(event, {}, {}, Wrapping::None, false);
        std::stable_sort(m_places.begin(), m_places.end(),
                         [](const MutationPlace &left, const MutationPlace &right) {
                             return std::pair(left.interest, left.order)
                                 < std::pair(right.interest, right.order);
                         });
        return std::move(m_places);
    }

private:
    void walk(const OrderedJson &json, const QString &outer, const QString &pointer,
              Wrapping wrapping, bool isMember)
    {
        if (m_places.size() >= mostPlaces)
            return;
        const bool isInner = wrapping != Wrapping::None;
        if (!pointer.isEmpty())
            m_places.push_back(
                {isInner ? outer : pointer, isInner ? pointer : QString(), wrapping, json, isMember,
                 interestOf(outer + pointer) + static_cast<int>(pointer.count(u'/')) / 4,
                 m_places.size()});
        if (json.is_object()) {
            for (const auto &[name, value] : json.items())
                walk(value, outer,
                     pointer + u'/' + eventlint::escaped(QString::fromStdString(name)), wrapping,
                     true);
        } else if (json.is_array() && !json.empty()) {
            walk(json.front(), outer, pointer + QStringLiteral("/0"), wrapping, false);
        } else if (json.is_string() && !isInner) {
            Wrapping inner = Wrapping::None;
            if (const auto document = decoded(json.get_ref<const std::string &>(), inner))
                walk(*document, pointer, {}, inner, false);
        }
    }

    std::vector<MutationPlace> m_places;
};

bool isBatch(const MutationPlace &place)
{
    if (!place.value.is_array() || place.value.empty() || place.wrapping != Wrapping::None)
        return false;
    static const QRegularExpression batch(
        QStringLiteral("/(Records|records|messages|events|tasks|logEvents|records/[^/]+)$"));
    return batch.match(place.pointer).hasMatch() && place.value.front().is_object();
}

class Planner
{
public:
    Planner(const std::vector<MutationPlace> &places, const MutationOptions &options)
        : m_places(places)
        , m_options(options)
    { }

    /// By kinds, each in the order of places.
    std::map<Kind, std::vector<Plan>> plans()
    {
        for (const MutationPlace &place : m_places) {
            addForAny(place);
            if (place.value.is_string())
                addForText(place);
            else if (place.value.is_number())
                addForNumber(place);
            else if (place.value.is_boolean())
                add(Kind::Flag, place, !place.value.get<bool>());
            else if (place.value.is_structured())
                addForContainer(place);
        }
        return std::move(m_plans);
    }

private:
    void add(Kind kind, const MutationPlace &place, std::optional<OrderedJson> value,
             const QString &detail = {})
    {
        m_plans[kind].push_back({kind, &place, detail, std::move(value)});
    }

    void addForAny(const MutationPlace &place)
    {
        if (place.isMember)
            add(Kind::Missing, place, std::nullopt);
        if (!place.value.is_null())
            add(Kind::Null, place, OrderedJson());
        OrderedJson wrong;
        if (place.value.is_string())
            wrong = 42;
        else if (place.value.is_object())
            wrong = OrderedJson::array();
        else if (place.value.is_array())
            wrong = OrderedJson::object();
        else
            wrong = "text";
        add(Kind::WrongType, place, wrong, plainText(wrong));
        if (place.isMember && !place.value.is_structured()) {
            OrderedJson nested = OrderedJson::object();
            nested["value"] = place.value;
            add(Kind::Nested, place, nested, QStringLiteral("1"));
        }
    }

    void addForText(const MutationPlace &place)
    {
        const QString text = stringOf(place.value);
        if (!text.isEmpty())
            add(Kind::EmptyText, place, OrderedJson(""));
        addOddText(place);
        const auto bytes
            = static_cast<std::size_t>(std::max<qsizetype>(1, m_options.hugeTextBytes));
        add(Kind::HugeText, place, OrderedJson(std::string(bytes, 'x')),
            QString::number(m_options.hugeTextBytes));
        Wrapping wrapping = Wrapping::None;
        const auto document = decoded(text.toStdString(), wrapping);
        if (document && wrapping == Wrapping::Json) {
            add(Kind::BrokenJson, place,
                jsonString(text.left(std::max<qsizetype>(1, text.size() / 2))));
            add(Kind::DoubleEncoded, place, OrderedJson(place.value.dump()));
            add(Kind::Nested, place, wrapped(nest(*document), Wrapping::Json),
                QString::number(nestingLevels));
        }
        if (wrapping == Wrapping::Base64Json || isLongBase64(text))
            add(Kind::BrokenBase64, place, jsonString(text.left(text.size() - 2) + u'!'));
        bool isNumber = false;
        text.toDouble(&isNumber);
        if (isNumber)
            add(Kind::Number, place, jsonString(QStringLiteral("-1")), QStringLiteral("-1"));
    }

    static bool isLongBase64(const QString &text)
    {
        return text.size() >= 16 && eventlint::isBase64(text)
            && (text.endsWith(u'=') || text.contains(u'+'));
    }

    /// One odd text a place; which one goes round, so that the first places show all of them.
    void addOddText(const MutationPlace &place)
    {
        struct OddText
        {
            const char *name;
            QString text;
        };
        static const QString grapheme = QStringLiteral("e") + QString(500, QChar(0x0301));
        static const std::vector<OddText> texts{
            {"emoji",
             QString::fromUtf8("\U0001F469\u200D\U0001F469\u200D\U0001F467 \U0001F1E9\U0001F1EA")},
            {"combining", QString::fromUtf8("e\u0301 \u00E9 n\u0303")},
            {"right-to-left", QString::fromUtf8("\u202E\u0645\u0631\u062D\u0628\u0627\u202C abc")},
            {"nul", QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b")},
            {"line-breaks", QString::fromUtf8("a\r\nb\n\u2028c\t")},
            {"markup", QStringLiteral("<script>\"'`;${x}{{x}}%s%n")},
            {"path", QStringLiteral("../../etc/passwd")},
            {"grapheme", grapheme},
        };
        const OddText &odd = texts[m_oddTexts++ % texts.size()];
        add(Kind::OddText, place, jsonString(odd.text), QLatin1String(odd.name));
    }

    void addForNumber(const MutationPlace &place)
    {
        const bool isOdd = m_numbers++ % 2;
        add(Kind::Number, place, -1, QStringLiteral("-1"));
        add(Kind::Number, place, isOdd ? OrderedJson(1e308) : OrderedJson(9007199254740993LL),
            isOdd ? QStringLiteral("1e308") : QStringLiteral("9007199254740993"));
        add(Kind::Number, place, 0.5, QStringLiteral("0.5"));
        add(Kind::Number, place, 0, QStringLiteral("0"));
        add(Kind::NumberAsText, place, jsonString(plainText(place.value)));
    }

    void addForContainer(const MutationPlace &place)
    {
        if (isBatch(place)) {
            add(Kind::EmptyBatch, place, OrderedJson::array());
            OrderedJson twice = place.value;
            twice.insert(twice.begin(), place.value.front());
            add(Kind::DuplicateRecord, place, twice);
            if (place.value.size() > 1) {
                OrderedJson reversed = place.value;
                std::reverse(reversed.begin(), reversed.end());
                add(Kind::ReversedRecords, place, reversed);
            }
            return;
        }
        if (!place.value.empty())
            add(Kind::EmptyContainer, place,
                place.value.is_object() ? OrderedJson::object() : OrderedJson::array());
        if (place.value.is_object()) {
            OrderedJson more = place.value;
            more["unknownMember"] = "new";
            add(Kind::UnknownMember, place, more);
            if (place.isMember)
                add(Kind::Nested, place, nest(place.value), QString::number(nestingLevels));
        }
    }

    static OrderedJson nest(OrderedJson value)
    {
        for (int i = 0; i < nestingLevels; ++i) {
            OrderedJson around = OrderedJson::object();
            around["value"] = std::move(value);
            value = std::move(around);
        }
        return value;
    }

    const std::vector<MutationPlace> &m_places;
    const MutationOptions &m_options;
    std::map<Kind, std::vector<Plan>> m_plans;
    std::size_t m_oddTexts = 0;
    std::size_t m_numbers = 0;
};

OrderedJson changed(const OrderedJson &document, const QString &pointer, const Plan &plan)
{
    EventProblem change;
    change.fix.push_back({plan.value ? EventChange::Kind::Set : EventChange::Kind::Remove,
                          pointer,
                          {},
                          plan.value ? std::make_shared<const OrderedJson>(*plan.value) : nullptr});
    return applyFix(document, change);
}

QString md5Of(const OrderedJson &text)
{
    const QByteArray bytes = stringOf(text).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

/// SQS would have made the digest of the other body.
void followDigest(OrderedJson &event, const OrderedJson &before, const QString &bodyPointer)
{
    if (!bodyPointer.endsWith(QLatin1String("/body")))
        return;
    const OrderedJson::json_pointer body(bodyPointer.toStdString());
    const OrderedJson::json_pointer digest = body.parent_pointer() / "md5OfBody";
    if (!before.contains(digest) || !event.contains(digest) || !event.contains(body)
        || !event[body].is_string() || stringOf(before[digest]) != md5Of(before[body]))
        return;
    event[digest] = jsonString(md5Of(event[body]));
}

OrderedJson eventOf(const OrderedJson &event, const Plan &plan)
{
    const MutationPlace &place = *plan.place;
    OrderedJson made;
    if (place.wrapping == Wrapping::None) {
        made = changed(event, place.pointer, plan);
    } else {
        const OrderedJson::json_pointer outer(place.pointer.toStdString());
        Wrapping wrapping = Wrapping::None;
        const auto document = decoded(event[outer].get<std::string>(), wrapping);
        made = event;
        if (document)
            made[outer] = wrapped(changed(*document, place.innerPointer, plan), wrapping);
    }
    followDigest(made, event, place.pointer);
    return made;
}

/// Letters, digits, dots and hyphens, short enough for a file's name.
QString nameOf(const Plan &plan)
{
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9_.]+"));
    static const QRegularExpression firstRecord(QStringLiteral("^/(Records|records)/0/"));
    const MutationPlace &place = *plan.place;
    QString path = QString(place.pointer).remove(firstRecord) + place.innerPointer;
    path.replace(other, QStringLiteral("-"));
    QString name = mutationKindName(plan.kind);
    const bool hasDetail = plan.kind == Kind::OddText || plan.kind == Kind::Number
        || (plan.kind == Kind::Nested && plan.detail != QLatin1String("1"));
    if (hasDetail)
        name += plan.detail.startsWith(u'-') ? QStringLiteral("-minus") + plan.detail.mid(1)
                                             : u'-' + plan.detail;
    while (path.startsWith(u'-'))
        path.remove(0, 1);
    name += u'-' + path;
    while (name.endsWith(u'-'))
        name.chop(1);
    return name;
}

/// A name that two places have in common gets a few digits of the place itself, which do not depend
/// on what else is in the list.
QString uniqueName(const Plan &plan, std::set<QString> &taken)
{
    const QString name = nameOf(plan);
    if (name.size() <= longestName && taken.insert(name.toLower()).second)
        return name;
    const QByteArray origin
        = (plan.place->pointer + u'#' + plan.place->innerPointer + u'#' + plan.detail).toUtf8();
    const QString digits = QString::fromLatin1(
        QCryptographicHash::hash(origin, QCryptographicHash::Md5).toHex().left(6));
    const QString longer = name.left(longestName) + u'-' + digits;
    taken.insert(longer.toLower());
    return longer;
}

/// The order in which kinds take turns.
constexpr Kind kindsInOrder[]
    = {Kind::Missing,       Kind::Null,           Kind::WrongType, Kind::EmptyBatch,
       Kind::BrokenJson,    Kind::EmptyText,      Kind::OddText,   Kind::DuplicateRecord,
       Kind::BrokenBase64,  Kind::DoubleEncoded,  Kind::Number,    Kind::EmptyContainer,
       Kind::NumberAsText,  Kind::Flag,           Kind::HugeText,  Kind::Nested,
       Kind::UnknownMember, Kind::ReversedRecords};

} // namespace

} // namespace eventmutation

std::vector<EventMutation> mutateEvent(const OrderedJson &event, const MutationOptions &options)
{
    using namespace eventmutation;
    const std::vector<MutationPlace> places = PlaceCollector().collect(event);
    const std::map<Kind, std::vector<Plan>> plans = Planner(places, options).plans();
    const auto most = static_cast<std::size_t>(std::max(0, options.maximum));

    std::vector<EventMutation> mutations;
    std::set<QString> taken;
    bool isMore = true;
    for (std::size_t turn = 0; isMore && mutations.size() < most; ++turn) {
        isMore = false;
        for (const Kind kind : kindsInOrder) {
            const auto list = plans.find(kind);
            if (list == plans.end() || turn >= list->second.size() || mutations.size() >= most)
                continue;
            isMore = true;
            const Plan &plan = list->second[turn];
            OrderedJson made = eventOf(event, plan);
            if (sameJson(made, event))
                continue;
            mutations.push_back({uniqueName(plan, taken), plan.kind, plan.place->pointer,
                                 plan.place->innerPointer, plan.detail,
                                 std::make_shared<const OrderedJson>(std::move(made))});
        }
    }
    return mutations;
}

QString mutationKindName(EventMutation::Kind kind)
{
    switch (kind) {
    case EventMutation::Kind::Missing:
        return QStringLiteral("missing");
    case EventMutation::Kind::Null:
        return QStringLiteral("null");
    case EventMutation::Kind::WrongType:
        return QStringLiteral("wrong-type");
    case EventMutation::Kind::EmptyText:
        return QStringLiteral("empty-text");
    case EventMutation::Kind::EmptyContainer:
        return QStringLiteral("empty");
    case EventMutation::Kind::EmptyBatch:
        return QStringLiteral("empty-batch");
    case EventMutation::Kind::DuplicateRecord:
        return QStringLiteral("duplicate-record");
    case EventMutation::Kind::ReversedRecords:
        return QStringLiteral("reversed-records");
    case EventMutation::Kind::BrokenJson:
        return QStringLiteral("broken-json");
    case EventMutation::Kind::DoubleEncoded:
        return QStringLiteral("double-encoded");
    case EventMutation::Kind::BrokenBase64:
        return QStringLiteral("broken-base64");
    case EventMutation::Kind::OddText:
        return QStringLiteral("odd-text");
    case EventMutation::Kind::HugeText:
        return QStringLiteral("huge-text");
    case EventMutation::Kind::Number:
        return QStringLiteral("number");
    case EventMutation::Kind::NumberAsText:
        return QStringLiteral("number-as-text");
    case EventMutation::Kind::Flag:
        return QStringLiteral("flag");
    case EventMutation::Kind::Nested:
        return QStringLiteral("nested");
    case EventMutation::Kind::UnknownMember:
        return QStringLiteral("unknown-member");
    }
    return {};
}

} // namespace coldframe
