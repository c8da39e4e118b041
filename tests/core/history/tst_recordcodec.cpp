// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/recordcodec.h"
#include "tests/core/history/runsamples.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

namespace {

/// Every member; a new one that is not stored fails where fullRecord() sets it.
void compareRecords(const InvocationRecord &read, const InvocationRecord &expected)
{
    QCOMPARE(read.requestId, expected.requestId);
    QVERIFY(read.function == expected.function);
    QCOMPARE(read.event, expected.event);
    QVERIFY(read.startedAt == expected.startedAt);
    QCOMPARE(read.status, expected.status);
    QCOMPARE(read.response, expected.response);
    QCOMPARE(read.responseBytes, expected.responseBytes);
    QCOMPARE(read.streamed, expected.streamed);
    QCOMPARE(read.errorCause, expected.errorCause);
    QCOMPARE(read.errorType, expected.errorType);
    QVERIFY(read.coldStart == expected.coldStart);
    QCOMPARE(read.changedFile, expected.changedFile);
    QVERIFY(read.localWait == expected.localWait);
    QVERIFY(read.environment == expected.environment);
    QCOMPARE(read.initInsideInvoke, expected.initInsideInvoke);
    QVERIFY(read.phases == expected.phases);
    QVERIFY(read.extensions == expected.extensions);
    QVERIFY(read.imports == expected.imports);
    QVERIFY(read.spans == expected.spans);
    QVERIFY(read.cpuTime == expected.cpuTime);
    QVERIFY(read.log == expected.log);
    QVERIFY(read.report == expected.report);
    QCOMPARE(read.observation.has_value(), expected.observation.has_value());
    if (expected.observation) {
        QVERIFY(read.observation->initialised == expected.observation->initialised);
        QVERIFY(read.observation->answered == expected.observation->answered);
        QCOMPARE(read.observation->temporaryDirectory, expected.observation->temporaryDirectory);
        QCOMPARE(read.observation->sharesTemporaryDirectory,
                 expected.observation->sharesTemporaryDirectory);
    }
}

} // namespace

class tst_RecordCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberComesBack_data();
    void everyMemberComesBack();
    void everyReasonComesBack();
    void valuesOfVariablesAreLeftOut();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void linesComeBack();
    void linesThatAreWrongAreRefused_data();
    void linesThatAreWrongAreRefused();
};

void tst_RecordCodec::everyMemberComesBack_data()
{
    QTest::addColumn<bool>("full");
    QTest::newRow("everything set") << true;
    QTest::newRow("nothing set") << false;
}

void tst_RecordCodec::everyMemberComesBack()
{
    QFETCH(const bool, full);
    const InvocationRecord record = full ? fullRecord() : InvocationRecord();

    const auto read = recordFromBytes(recordToBytes(record, VariableValues::Kept));

    QVERIFY(read.has_value());
    compareRecords(*read, record);
}

void tst_RecordCodec::everyReasonComesBack()
{
    for (int number = 0; number <= static_cast<int>(ColdStartReason::MadeRoom); ++number) {
        InvocationRecord record;
        record.coldStart = static_cast<ColdStartReason>(number);
        QVERIFY(recordFromBytes(recordToBytes(record))->coldStart == record.coldStart);
    }
    for (int number = 0; number <= static_cast<int>(PhaseKind::ExtensionsDone); ++number) {
        InvocationRecord record;
        record.phases = {{static_cast<PhaseKind>(number), {}, {}}};
        QVERIFY(recordFromBytes(recordToBytes(record))->phases == record.phases);
    }
}

void tst_RecordCodec::valuesOfVariablesAreLeftOut()
{
    const QByteArray bytes = recordToBytes(fullRecord());

    QVERIFY(!qUncompress(bytes).contains("hunter2"));
    const std::map<QString, QString> names{{QStringLiteral("KEY"), {}},
                                           {QStringLiteral("TABLE"), {}}};
    QVERIFY(recordFromBytes(bytes)->function.environment == names);
    QVERIFY(!runToLine({fullRecord(), {}, {}}).contains("hunter2"));
}

void tst_RecordCodec::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("other bytes") << QByteArray("\0\0\0\1abc", 7);
    QTest::newRow("another text") << qCompress("hello");
    QTest::newRow("JSON of something else") << qCompress("[1]");
    QTest::newRow("a newer format") << qCompress("{\"format\":2}");
    QTest::newRow("a number for a text") << qCompress("{\"format\":1,\"requestId\":7}");
    QTest::newRow("an unknown word") << qCompress("{\"format\":1,\"status\":\"odd\"}");
    QTest::newRow("a text in a list of phases") << qCompress("{\"format\":1,\"phases\":[\"x\"]}");
    QTest::newRow("cut off") << recordToBytes(fullRecord()).chopped(20);
}

void tst_RecordCodec::refusesWhatIsNone()
{
    QFETCH(const QByteArray, bytes);

    const auto record = recordFromBytes(bytes);

    QVERIFY(!record.has_value());
    QCOMPARE(record.error().code, Error::Code::Unreadable);
}

void tst_RecordCodec::linesComeBack()
{
    const StoredRun run{fullRecord(),
                        {QStringLiteral("order"),
                         QStringLiteral("events/order.json"),
                         RunOrigin::Burst,
                         {QStringLiteral("0a1b"), true}},
                        {QStringLiteral("baseline"), QStringLiteral("v1")}};

    const QByteArray line = runToLine(run, VariableValues::Kept);

    QVERIFY(!line.contains('\n'));
    const auto read = runFromLine(line);
    QVERIFY(read.has_value());
    compareRecords(read->record, run.record);
    QVERIFY(read->metadata == run.metadata);
    QCOMPARE(read->tags, run.tags);
}

void tst_RecordCodec::linesThatAreWrongAreRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Error::Code>("code");

    QTest::newRow("no JSON") << QByteArray("hello") << Error::Code::InvalidJson;
    QTest::newRow("another object") << QByteArray("{\"a\":1}") << Error::Code::MalformedLine;
    QTest::newRow("without a record")
        << QByteArray("{\"coldframeRun\":1}") << Error::Code::MalformedLine;
    QTest::newRow("newer") << QByteArray("{\"coldframeRun\":2,\"record\":{}}")
                           << Error::Code::MalformedLine;
    QTest::newRow("tags of another kind")
        << QByteArray("{\"coldframeRun\":1,\"record\":{},\"tags\":7}")
        << Error::Code::MalformedLine;
}

void tst_RecordCodec::linesThatAreWrongAreRefused()
{
    QFETCH(const QByteArray, line);
    QFETCH(const Error::Code, code);

    const auto run = runFromLine(line);

    QVERIFY(!run.has_value());
    QCOMPARE(run.error().code, code);
}

COLDFRAME_TEST(tst_RecordCodec);

#include "tst_recordcodec.moc"
