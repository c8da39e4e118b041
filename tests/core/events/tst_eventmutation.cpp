// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventmutation.h"
#include "core/events/eventtemplate.h"

#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace coldframe;
using coldframe::test::at;
using coldframe::test::shippedTemplate;

class tst_EventMutation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnePlace_data();
    void changesOnePlace();
    void staysInBoundsForEveryTemplate_data();
    void staysInBoundsForEveryTemplate();
    void theSameEveryTime();
    void namesDoNotDependOnTheNumber();
    void theUsersPlacesComeFirst();
    void hugeTextIsAsLongAsAsked();
    void scalarsHaveNoMutations_data();
    void scalarsHaveNoMutations();
};

COLDFRAME_TEST(tst_EventMutation);

namespace {

std::vector<EventMutation> mutationsOf(const OrderedJson &event, int maximum = 10'000,
                                       qsizetype hugeTextBytes = 100)
{
    return mutateEvent(event, {maximum, hugeTextBytes});
}

QStringList namesOf(const std::vector<EventMutation> &mutations)
{
    QStringList names;
    for (const EventMutation &mutation : mutations)
        names.append(mutation.name);
    return names;
}

} // namespace

void tst_EventMutation::changesOnePlace_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("expected"); ///< JSON there

    const auto row
        = [](const char *event, const char *name, const char *pointer, const char *expected) {
              QTest::newRow(name) << QByteArray(event) << QString::fromLatin1(name)
                                  << QByteArray(pointer) << QByteArray(expected);
          };
    const char *own = R"({"a": {"b": "text", "n": 7, "yes": true}, "list": [1]})";
    row(own, "missing-a-b", "/a/b", "absent");
    row(own, "null-a-b", "/a/b", "null");
    row(own, "wrong-type-a-b", "/a/b", "42");
    row(own, "wrong-type-a", "/a", "[]");
    row(own, "wrong-type-list", "/list", "{}");
    row(own, "wrong-type-a-n", "/a/n", "\"text\"");
    row(own, "empty-text-a-b", "/a/b", "\"\"");
    row(own, "empty-a", "/a", "{}");
    row(own, "empty-list", "/list", "[]");
    row(own, "number-minus1-a-n", "/a/n", "-1");
    row(own, "number-0.5-a-n", "/a/n", "0.5");
    row(own, "number-as-text-a-n", "/a/n", "\"7\"");
    row(own, "flag-a-yes", "/a/yes", "false");
    row(own, "nested-a-b", "/a/b", R"({"value":"text"})");
    row(own, "unknown-member-a", "/a/unknownMember", "\"new\"");

    const char *batch = R"({"Records": [{"id": 1}, {"id": 2}]})";
    row(batch, "empty-batch-Records", "/Records", "[]");
    row(batch, "duplicate-record-Records", "/Records", R"([{"id":1},{"id":1},{"id":2}])");
    row(batch, "reversed-records-Records", "/Records", R"([{"id":2},{"id":1}])");

    const char *inner = R"({"body": "{\"order\":{\"id\":5}}"})";
    row(inner, "missing-body-order-id", "/body", R"("{\"order\":{}}")");
    row(inner, "wrong-type-body-order-id", "/body", R"("{\"order\":{\"id\":\"text\"}}")");
    row(inner, "broken-json-body", "/body", R"("{\"order\":")");
    row(inner, "double-encoded-body", "/body", R"("\"{\\\"order\\\":{\\\"id\\\":5}}\"")");

    const char *coded = R"({"kinesis": {"data": "eyJhIjoxfQ=="}})"; // {"a":1}
    row(coded, "null-kinesis-data-a", "/kinesis/data", "\"eyJhIjpudWxsfQ==\"");
    row(coded, "broken-base64-kinesis-data", "/kinesis/data", "\"eyJhIjoxfQ!\"");
}

void tst_EventMutation::changesOnePlace()
{
    QFETCH(const QByteArray, event);
    QFETCH(const QString, name);
    QFETCH(const QByteArray, pointer);
    QFETCH(const QByteArray, expected);

    const auto mutations = mutationsOf(*parseJson(event));

    const auto found = std::find_if(mutations.begin(), mutations.end(),
                                    [&](const EventMutation &each) { return each.name == name; });
    QVERIFY2(found != mutations.end(), qPrintable(namesOf(mutations).join(u'\n')));
    QCOMPARE(at(*found->event, pointer), expected);
}

void tst_EventMutation::staysInBoundsForEveryTemplate_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : test::shippedTemplateIds())
        QTest::newRow(qPrintable(id)) << id;
}

void tst_EventMutation::staysInBoundsForEveryTemplate()
{
    QFETCH(const QString, id);
    const OrderedJson event = *renderEvent(shippedTemplate(id), {});

    const auto mutations = mutationsOf(event, 120);

    QVERIFY(mutations.size() > 5);
    QVERIFY(mutations.size() <= 120);
    static const QRegularExpression fileName(QStringLiteral("\\A[A-Za-z][A-Za-z0-9_.-]*\\z"));
    QSet<QString> names;
    for (const EventMutation &mutation : mutations) {
        QVERIFY2(fileName.match(mutation.name).hasMatch(), qPrintable(mutation.name));
        QVERIFY(mutation.name.size() <= 90);
        QVERIFY(mutation.name.startsWith(mutationKindName(mutation.kind)));
        names.insert(mutation.name.toLower());
        QVERIFY(*mutation.event != event);
        QVERIFY(parseJson(writeJson(*mutation.event, JsonLayout::Compact)));
        // The digest of a message is that of its body, as SQS would have made it.
        const QByteArray body = at(*mutation.event, "/Records/0/body");
        const QByteArray digest = at(*mutation.event, "/Records/0/md5OfBody");
        if (body.startsWith('"') && mutation.pointer == u"/Records/0/body"_qs) {
            const auto text = OrderedJson::parse(body.toStdString()).get<std::string>();
            const QByteArray md5 = QCryptographicHash::hash(QByteArray::fromStdString(text),
                                                            QCryptographicHash::Md5);
            QCOMPARE(digest, QByteArray('"' + md5.toHex() + '"'));
        }
    }
    QCOMPARE(names.size(), qsizetype(mutations.size()));
}

void tst_EventMutation::theSameEveryTime()
{
    const OrderedJson event = *renderEvent(shippedTemplate(u"sqs-from-s3"_qs), {});
    const auto first = mutationsOf(event);
    const auto second = mutationsOf(event);

    QCOMPARE(namesOf(first), namesOf(second));
    for (std::size_t i = 0; i < first.size(); ++i)
        QVERIFY(*first[i].event == *second[i].event);
}

void tst_EventMutation::namesDoNotDependOnTheNumber()
{
    const OrderedJson event = *renderEvent(shippedTemplate(u"apigw-rest"_qs), {});
    const QStringList all = namesOf(mutationsOf(event));
    const QStringList some = namesOf(mutationsOf(event, 40));

    QCOMPARE(some.size(), 40);
    QCOMPARE(some, all.first(40));
}

void tst_EventMutation::theUsersPlacesComeFirst()
{
    const OrderedJson event = *renderEvent(shippedTemplate(u"sqs"_qs), {});
    const QStringList names = namesOf(mutationsOf(event));

    QVERIFY(names.indexOf(u"missing-body"_qs) < names.indexOf(u"missing-receiptHandle"_qs));
    QVERIFY(names.indexOf(u"missing-body-orderId"_qs)
            < names.indexOf(u"missing-eventSourceARN"_qs));
    QVERIFY(names.indexOf(u"empty-batch-Records"_qs) < 20);
    QSet<QString> kinds;
    for (const EventMutation &mutation : mutationsOf(event, 12))
        kinds.insert(mutationKindName(mutation.kind));
    QVERIFY(kinds.size() >= 10);
}

void tst_EventMutation::hugeTextIsAsLongAsAsked()
{
    const OrderedJson event = OrderedJson::parse(R"({"a": "b"})");
    for (const EventMutation &mutation : mutationsOf(event, 100, 5'000)) {
        if (mutation.kind == EventMutation::Kind::HugeText) {
            QCOMPARE(mutation.event->at("a").get<std::string>().size(), std::size_t(5'000));
            return;
        }
    }
    QFAIL("no huge text");
}

void tst_EventMutation::scalarsHaveNoMutations_data()
{
    QTest::addColumn<QByteArray>("event");
    for (const char *text : {"null", "1", "\"a\"", "true", "{}", "[]"})
        QTest::newRow(text) << QByteArray(text);
}

void tst_EventMutation::scalarsHaveNoMutations()
{
    QFETCH(const QByteArray, event);
    QVERIFY(mutationsOf(*parseJson(event)).empty());
}

#include "tst_eventmutation.moc"
