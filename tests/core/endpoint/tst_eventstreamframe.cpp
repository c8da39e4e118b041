// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/eventstreamframe.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_EventStreamFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownMessages_data();
    void knownMessages();
    void payloadChunk();
    void invokeComplete_data();
    void invokeComplete();
};

COLDFRAME_TEST(tst_EventStreamFrame);

/// Messages as other implementations of the format write them.
void tst_EventStreamFrame::knownMessages_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("hex");

    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray()
                           << QByteArray("000000100000000005c248eb7d98c8ff");
    QTest::newRow("payload") << QByteArray() << QByteArray() << QByteArray("{'foo':'bar'}")
                             << "0000001d00000000fd528c5a" + QByteArray("{'foo':'bar'}").toHex()
            + "c3653936";
    QTest::newRow("header and payload")
        << QByteArray("content-type") << QByteArray("application/json")
        << QByteArray("{'foo':'bar'}")
        << "0000003d0000002007fd8396" + QByteArray("\x0c" "content-type").toHex() + "070010"
            + QByteArray("application/json{'foo':'bar'}").toHex() + "8d9c08b1";
}

void tst_EventStreamFrame::knownMessages()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, payload);
    QFETCH(const QByteArray, hex);
    const HttpHeaders headers = name.isEmpty() ? HttpHeaders{} : HttpHeaders{{name, value}};

    QCOMPARE(eventStreamMessage(headers, payload).toHex(), hex);
}

void tst_EventStreamFrame::payloadChunk()
{
    const QByteArray piece("any\0bytes", 9);
    const QByteArray message = payloadChunkMessage(piece);

    QCOMPARE(message,
             eventStreamMessage({{":event-type", "PayloadChunk"},
                                 {":content-type", "application/octet-stream"},
                                 {":message-type", "event"}},
                                piece));
    QVERIFY(message.contains(piece));
}

void tst_EventStreamFrame::invokeComplete_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("details");
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("payload");

    QTest::newRow("success") << QByteArray() << QByteArray() << QByteArray() << QByteArray("{}");
    QTest::newRow("success with log")
        << QByteArray() << QByteArray() << QByteArray("bG9n")
        << QByteArray(R"({"LogResult":"bG9n"})");
    QTest::newRow("failure") << QByteArray("ValueError") << QByteArray(R"({"errorType":"E"})")
                             << QByteArray()
                             << QByteArray(R"({"ErrorCode":"ValueError",)"
                                           R"("ErrorDetails":"{\"errorType\":\"E\"}"})");
}

void tst_EventStreamFrame::invokeComplete()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, details);
    QFETCH(const QByteArray, log);
    QFETCH(const QByteArray, payload);

    QCOMPARE(invokeCompleteMessage(code, details, log),
             eventStreamMessage({{":event-type", "InvokeComplete"},
                                 {":content-type", "application/json"},
                                 {":message-type", "event"}},
                                payload));
}

#include "tst_eventstreamframe.moc"
