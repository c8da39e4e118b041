// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/handlerspans.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

/// What a bootstrap tells of an invocation's inside, as the host reads it.
class tst_HandlerSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans();
    void spansOutsideOfTheRecord_data();
    void spansOutsideOfTheRecord();
    void brokenMessages_data();
    void brokenMessages();
    void tooManySpans();
    void handlerTimes_data();
    void handlerTimes();
    void rubbishAmongImports();
};

namespace {

constexpr RecordedTime recorded{Instant(1000ns), Instant(9000ns)};

QByteArray messageWith(const QByteArray &spans)
{
    return "{\"clock\":\"monotonic\",\"spans\":[" + spans + "]}";
}

} // namespace

void tst_HandlerSpans::spans()
{
    const auto spans
        = parseHandlerSpans(messageWith(R"(["own","load prices",0,5000,6000,null,true,false],)"
                                        R"(["connection","db",5432,2000,null,2500,false,false],)"
                                        R"(["connection","api",443,3000,4000,null,false,true])"),
                            recorded);

    QVERIFY2(spans, spans ? "" : qPrintable(spans.error().detail));
    std::vector<HandlerSpan> expected{
        {HandlerSpanKind::Connection, QStringLiteral("db"), 5432, 1000ns, 7000ns, 500ns, false},
        {HandlerSpanKind::Connection, QStringLiteral("api"), 443, 2000ns, 1000ns},
        {HandlerSpanKind::Own, QStringLiteral("load prices"), 0, 4000ns, 1000ns}};
    expected[1].isReused = true;
    expected[2].hasFailed = true;
    QVERIFY(*spans == expected);
}

void tst_HandlerSpans::spansOutsideOfTheRecord_data()
{
    QTest::addColumn<QByteArray>("span");
    QTest::addColumn<bool>("isKept");

    QTest::newRow("begins with it")
        << QByteArray(R"(["own","x",0,1000,2000,null,false,false])") << true;
    QTest::newRow("begins before it")
        << QByteArray(R"(["own","x",0,999,2000,null,false,false])") << false;
    QTest::newRow("begins after it")
        << QByteArray(R"(["own","x",0,9001,9002,null,false,false])") << false;
    QTest::newRow("ends before it begins")
        << QByteArray(R"(["own","x",0,2000,1999,null,false,false])") << false;
    QTest::newRow("a negative time")
        << QByteArray(R"(["own","x",0,-5,2000,null,false,false])") << false;
    QTest::newRow("a time beyond all times")
        << QByteArray(R"(["own","x",0,2000,18446744073709551615,null,false,false])") << true;
}

void tst_HandlerSpans::spansOutsideOfTheRecord()
{
    QFETCH(const QByteArray, span);
    QFETCH(const bool, isKept);

    const auto spans = parseHandlerSpans(messageWith(span), recorded);

    QVERIFY(spans.has_value());
    QCOMPARE(!spans->empty(), isKept);
    for (const HandlerSpan &each : *spans)
        QVERIFY(each.begin + each.duration <= recorded.answered - recorded.origin);
}

void tst_HandlerSpans::brokenMessages_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"spans\":[");
    QTest::newRow("no spans") << QByteArray("{}");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a number for a span") << messageWith("7");
    QTest::newRow("too short") << messageWith(R"(["own","x",0,2000])");
    QTest::newRow("a number for a name")
        << messageWith(R"(["own",7,0,2000,3000,null,false,false])");
    QTest::newRow("a fraction for a time")
        << messageWith(R"(["own","x",0,2000.5,3000,null,false,false])");
    QTest::newRow("no begin") << messageWith(R"(["own","x",0,null,3000,null,false,false])");
    QTest::newRow("a text for a fact") << messageWith(R"(["own","x",0,2000,3000,null,"no",false])");
}

void tst_HandlerSpans::brokenMessages()
{
    QFETCH(const QByteArray, body);

    QVERIFY(!parseHandlerSpans(body, recorded).has_value());
}

void tst_HandlerSpans::tooManySpans()
{
    const QByteArray name = QByteArray(5000, 'x') + "\\u0000\\n";
    QByteArray spans = "[\"own\",\"" + name + "\",70000,2000,3000,null,false,false]";
    for (std::size_t i = 0; i < LargestSpanCount; ++i)
        spans += R"(,["own","x",0,2000,3000,null,false,false])";

    const auto read = parseHandlerSpans(messageWith(spans), recorded);

    QVERIFY(read.has_value());
    QCOMPARE(read->size(), LargestSpanCount);
    QCOMPARE(read->front().name.size(), qsizetype(300));
    QCOMPARE(read->front().port, 65535);
    const auto lines = parseHandlerSpans(
        messageWith(R"(["own","a\nb\u001b[31m",0,2000,3000,null,false,false])"), recorded);
    QCOMPARE(lines->front().name, QStringLiteral("a b [31m"));
}

void tst_HandlerSpans::handlerTimes_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isTaken");

    QTest::newRow("inside") << QByteArray("3000,8000") << true;
    QTest::newRow("as long as possible") << QByteArray("2000,9000") << true;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("one time only") << QByteArray("3000") << false;
    QTest::newRow("before the event") << QByteArray("1999,8000") << false;
    QTest::newRow("after the answer") << QByteArray("3000,9001") << false;
    QTest::newRow("backwards") << QByteArray("8000,3000") << false;
    QTest::newRow("words") << QByteArray("now,then") << false;
    QTest::newRow("too large") << QByteArray("3000,99999999999999999999") << false;
}

void tst_HandlerSpans::handlerTimes()
{
    QFETCH(const QByteArray, header);
    QFETCH(const bool, isTaken);

    const auto run = parseHandlerRun(header, Instant(2000ns), recorded);

    QCOMPARE(run.has_value(), isTaken);
    if (isTaken && header == "3000,8000")
        QVERIFY((*run == HandlerRun{2000ns, 5000ns}));
}

void tst_HandlerSpans::rubbishAmongImports()
{
    const auto import = [](std::chrono::nanoseconds begin, std::chrono::nanoseconds duration,
                           std::chrono::nanoseconds self) {
        ImportSpan span;
        span.begin = begin;
        span.duration = duration;
        span.self = self;
        return span;
    };
    constexpr std::chrono::nanoseconds endless(std::int64_t(1) << 60);
    std::vector<ImportSpan> imports{import(0ns, 8000ns, 10ns),    import(-1ns, 10ns, 10ns),
                                    import(7000ns, 1001ns, 10ns), import(endless, endless, 10ns),
                                    import(10ns, 10ns, 11ns),     import(10ns, 10ns, 10ns)};

    keepRecorded(imports, recorded);

    QCOMPARE(imports.size(), std::size_t(2));
}

COLDFRAME_TEST(tst_HandlerSpans);

#include "tst_handlerspans.moc"
