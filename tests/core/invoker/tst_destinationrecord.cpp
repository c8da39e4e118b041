// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/destinationrecord.h"

#include "core/base/jsontext.h"
#include "tests/core/invoker/answeringinvoker.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_DestinationRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeRecord_data();
    void wholeRecord();
    void payloadsKeepTheirText_data();
    void payloadsKeepTheirText();
    void deadLetter();
    void longMessagesOfADeadLetter_data();
    void longMessagesOfADeadLetter();
};

namespace {

QueuedEvent failedEvent()
{
    QueuedEvent event;
    event.requestId = QStringLiteral("8f5c9f3e-0000-4000-8000-000000000001");
    event.functionName = QStringLiteral("orders");
    event.event = R"({"order": 12})";
    event.attempts = 3;
    event.condition = EndCondition::RetriesExhausted;
    event.response = FunctionResponse{QStringLiteral("$LATEST"), true,
                                      R"({"errorMessage": "no", "errorType": "ValueError"})"};
    event.errorCode = 200;
    event.errorMessage = QStringLiteral("no");
    return event;
}

QByteArray recordOf(const QueuedEvent &event)
{
    return destinationRecord(event, functionNamed(event.functionName),
                             WallTime(1795420800s + 5'678us * 1'000));
}

} // namespace

void tst_DestinationRecord::wholeRecord_data()
{
    QTest::addColumn<EndCondition>("condition");
    QTest::addColumn<bool>("ran");
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("response");

    QTest::newRow("success") << EndCondition::Success << true << QByteArray("Success")
                             << QByteArray(R"(,"responseContext":{"statusCode":200,)"
                                           R"("executedVersion":"$LATEST"},)"
                                           R"("responsePayload":{"done":true})");
    const QByteArray error = R"(,"responseContext":{"statusCode":200,"executedVersion":"$LATEST",)"
                             R"("functionError":"Unhandled"},"responsePayload":)"
                             R"({"errorMessage":"no","errorType":"ValueError"})";
    QTest::newRow("retries exhausted")
        << EndCondition::RetriesExhausted << true << QByteArray("RetriesExhausted") << error;
    QTest::newRow("too old after a run")
        << EndCondition::EventAgeExceeded << true << QByteArray("EventAgeExceeded") << error;
    QTest::newRow("too old without a run") << EndCondition::EventAgeExceeded << false
                                           << QByteArray("EventAgeExceeded") << QByteArray();
    QTest::newRow("may not run") << EndCondition::ZeroReservedConcurrency << false
                                 << QByteArray("ZeroReservedConcurrency") << QByteArray();
}

void tst_DestinationRecord::wholeRecord()
{
    QFETCH(const EndCondition, condition);
    QFETCH(const bool, ran);
    QFETCH(const QByteArray, context);
    QFETCH(const QByteArray, response);
    QueuedEvent event = failedEvent();
    event.condition = condition;
    if (condition == EndCondition::Success)
        event.response = FunctionResponse{QStringLiteral("$LATEST"), false, R"({"done": true})"};
    if (!ran) {
        event.response.reset();
        event.attempts = 0;
    }

    QCOMPARE(recordOf(event),
             R"({"version":"1.0","timestamp":"2026-11-23T08:00:05.678Z","requestContext":{)"
             R"("requestId":"8f5c9f3e-0000-4000-8000-000000000001",)"
             R"("functionArn":"arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST",)"
             R"("condition":")"
                 + context + R"(","approximateInvokeCount":)" + (ran ? "3" : "0")
                 + R"(},"requestPayload":{"order":12})" + response + '}');
}

void tst_DestinationRecord::payloadsKeepTheirText_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("blanks inside strings stay")
        << QByteArray("{ \"a b\" :\t\" \\\" x \\\\\" ,\r\n \"c\" : [ 1 , 2 ] }\n")
        << QByteArray("{\"a b\":\" \\\" x \\\\\",\"c\":[1,2]}");
    QTest::newRow("every digit stays") << QByteArray("[1.10, 12345678901234567890123, 1e2]")
                                       << QByteArray("[1.10,12345678901234567890123,1e2]");
    QTest::newRow("the order of members stays")
        << QByteArray(R"({"z":1,"a":2})") << QByteArray(R"({"z":1,"a":2})");
    QTest::newRow("escapes stay") << QByteArray(R"(["\u00fc\n"])") << QByteArray(R"(["\u00fc\n"])");
    QTest::newRow("a byte order mark goes") << QByteArray("\xEF\xBB\xBF[1]") << QByteArray("[1]");
    QTest::newRow("no JSON becomes a string")
        << QByteArray("no \"JSON\"") << QByteArray(R"("no \"JSON\"")");
    QTest::newRow("nothing becomes a string") << QByteArray() << QByteArray(R"("")");
}

void tst_DestinationRecord::payloadsKeepTheirText()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const QByteArray, text);
    QueuedEvent event = failedEvent();
    event.response->payload = payload;

    const QByteArray record = recordOf(event);

    QVERIFY2(record.endsWith("\"responsePayload\":" + text + '}'), record.constData());
    QVERIFY(!record.contains('\n'));
    QVERIFY(parseJson(record).has_value());
}

void tst_DestinationRecord::deadLetter()
{
    QueuedEvent event = failedEvent();
    event.event = "{\n  \"order\": \"\xc3\xbc\"\n}";

    const auto message = parseJson(deadLetterMessage(event));

    QVERIFY(message.has_value());
    QCOMPARE(message->size(), std::size_t(2));
    QCOMPARE(QByteArray::fromStdString(message->at("Body").get<std::string>()), event.event);
    const OrderedJson expected = OrderedJson::parse(
        R"({"RequestID":{"DataType":"String","StringValue":"8f5c9f3e-0000-4000-8000-000000000001"},
            "ErrorCode":{"DataType":"Number","StringValue":"200"},
            "ErrorMessage":{"DataType":"String","StringValue":"no"}})");
    QVERIFY(message->at("MessageAttributes") == expected);
    QVERIFY(!deadLetterMessage(event).contains('\n'));
}

void tst_DestinationRecord::longMessagesOfADeadLetter_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("bytes");

    QTest::newRow("1,024 bytes") << QString(1'024, u'x') << 1'024;
    QTest::newRow("1,025 bytes") << QString(1'025, u'x') << 1'024;
    QTest::newRow("a character over the edge")
        << QString(1'023, u'x') + QChar(0x20AC) << 1'023; // three bytes
    QTest::newRow("whole characters") << QString(1'000, QChar(0x00FC)) << 1'024;
}

void tst_DestinationRecord::longMessagesOfADeadLetter()
{
    QFETCH(const QString, message);
    QFETCH(const int, bytes);
    QueuedEvent event = failedEvent();
    event.errorMessage = message;

    const auto letter = parseJson(deadLetterMessage(event));

    QVERIFY(letter.has_value());
    const auto text = letter->at("MessageAttributes").at("ErrorMessage").at("StringValue");
    QCOMPARE(static_cast<int>(text.get<std::string>().size()), bytes);
    QVERIFY(message.startsWith(QString::fromStdString(text.get<std::string>())));
}

COLDFRAME_TEST(tst_DestinationRecord);

#include "tst_destinationrecord.moc"
