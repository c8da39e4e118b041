// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/responsecomparison.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using Variation = ResponseValue::Variation;

class tst_ResponseComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differences_data();
    void differences();
    void valuesOfAPlace();
    void outcomes_data();
    void outcomes();
};

namespace {

std::vector<ProbedResponse> succeeded(const QByteArrayList &bodies)
{
    std::vector<ProbedResponse> responses;
    for (const QByteArray &body : bodies)
        responses.push_back({InvocationStatus::Succeeded, {}, body});
    return responses;
}

/// "depends: count; varies: id"
QString summary(const std::vector<ResponseValue> &values)
{
    QStringList texts;
    for (const ResponseValue &value : values) {
        const QString variation = value.variation == Variation::VariesAnyway
            ? QStringLiteral("varies")
            : QStringLiteral("depends");
        texts.append(variation + QStringLiteral(": ")
                     + (value.isOutcome ? QStringLiteral("(outcome)") : value.path));
    }
    return texts.join(QStringLiteral("; "));
}

} // namespace

void tst_ResponseComparison::differences_data()
{
    QTest::addColumn<QByteArrayList>("warm");
    QTest::addColumn<QByteArrayList>("cold");
    QTest::addColumn<QString>("found");

    const auto row = [](const char *name, const QByteArrayList &warm, const QByteArrayList &cold,
                        const char *found) {
        QTest::newRow(name) << warm << cold << QString::fromLatin1(found);
    };
    row("all the same", {"{\"a\":1}", "{\"a\":1}"}, {"{\"a\":1}"}, "");
    row("other layout", {"{\"a\":1,\"b\":2}", "{\"b\": 2, \"a\": 1}"}, {"{\"a\":1,\"b\":2}"}, "");
    row("1 and 1.0", {"{\"a\":1}", "{\"a\":1.0}"}, {"{\"a\":1}"}, "");
    row("a counter", {"{\"n\":1}", "{\"n\":2}", "{\"n\":3}"}, {"{\"n\":1}", "{\"n\":1}"},
        "depends: n");
    row("a random number", {"{\"n\":4}", "{\"n\":7}"}, {"{\"n\":9}", "{\"n\":2}"}, "varies: n");
    row("random in new environments only", {"{\"n\":4}", "{\"n\":4}"}, {"{\"n\":9}"}, "varies: n");
    row("both", {"{\"n\":1,\"id\":\"x\"}", "{\"n\":2,\"id\":\"y\"}"}, {"{\"n\":1,\"id\":\"z\"}"},
        "depends: n; varies: id");
    row("a member that comes", {"{}", "{\"hit\":true}"}, {"{}"}, "depends: hit");
    row("a member that goes", {"{\"new\":true}", "{}"}, {"{\"new\":true}"}, "depends: new");
    row("inside", {"{\"a\":{\"b\":[1,{\"c\":1}]}}", "{\"a\":{\"b\":[1,{\"c\":2}]}}"},
        {"{\"a\":{\"b\":[1,{\"c\":1}]}}"}, "depends: a.b[1].c");
    row("a list that grows", {"{\"l\":[1]}", "{\"l\":[1,2]}"}, {"{\"l\":[1]}"}, "depends: l");
    row("JSON in a string", {"{\"body\":\"{\\\"n\\\":1}\"}", "{\"body\":\"{\\\"n\\\":2}\"}"},
        {"{\"body\":\"{\\\"n\\\": 1}\"}"}, "depends: body.n");
    row("JSON in a string, laid out otherwise", {"{\"body\":\"[1,2]\"}", "{\"body\":\"[1, 2]\"}"},
        {"{\"body\":\"[1,2]\"}"}, "");
    row("a plain value", {"1", "2"}, {"1"}, "depends: ");
    row("another type", {"{\"n\":1}", "{\"n\":\"1\"}"}, {"{\"n\":1}"}, "depends: n");
    row("object and list", {"{\"n\":{}}", "{\"n\":[]}"}, {"{\"n\":{}}"}, "depends: n");
    row("no JSON", {"one", "two"}, {"one"}, "depends: ");
    row("no JSON, all the same", {"one", "one"}, {"one"}, "");
    row("bytes", {QByteArray("\xff\x00", 2), QByteArray("\xff\x01", 2)},
        {QByteArray("\xff\x00", 2)}, "depends: ");
    row("not all are JSON", {"{}", "oops"}, {"{}"}, "depends: ");
    row("empty responses", {"", ""}, {""}, "");
    row("no cold ones", {"1", "2"}, {}, "depends: ");
}

void tst_ResponseComparison::differences()
{
    QFETCH(const QByteArrayList, warm);
    QFETCH(const QByteArrayList, cold);
    QFETCH(const QString, found);

    QCOMPARE(summary(compareResponses(succeeded(warm), succeeded(cold))), found);
}

void tst_ResponseComparison::valuesOfAPlace()
{
    const auto found = compareResponses(succeeded({"{}", "{\"a\":{\"y\":1,\"x\":2.0}}"}),
                                        succeeded({"{}"}));

    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(!found.front().warm.at(0));
    QCOMPARE(found.front().warm.at(1).value(), QStringLiteral("{\"x\":2,\"y\":1}"));
    QCOMPARE(found.front().cold.size(), std::size_t(1));
    QVERIFY(!found.front().cold.at(0));
}

void tst_ResponseComparison::outcomes_data()
{
    QTest::addColumn<QString>("secondError");
    QTest::addColumn<QString>("coldError");
    QTest::addColumn<QString>("found");

    QTest::newRow("the second fails")
        << QStringLiteral("KeyError") << QString() << QStringLiteral("depends: (outcome)");
    QTest::newRow("fails now and then")
        << QString() << QStringLiteral("KeyError") << QStringLiteral("varies: (outcome)");
    QTest::newRow("none fails") << QString() << QString() << QStringLiteral("depends: n");
}

void tst_ResponseComparison::outcomes()
{
    QFETCH(const QString, secondError);
    QFETCH(const QString, coldError);
    QFETCH(const QString, found);
    const auto response = [](const QString &error, const QByteArray &body) {
        return ProbedResponse{error.isEmpty() ? InvocationStatus::Succeeded
                                              : InvocationStatus::Failed,
                              error, body};
    };

    const auto values = compareResponses(
        {response({}, "{\"n\":1}"), response(secondError, "{\"n\":2}")},
        {response(coldError, "{\"n\":1}")});

    QCOMPARE(summary(values), found);
}

COLDFRAME_TEST(tst_ResponseComparison);

#include "tst_responsecomparison.moc"
