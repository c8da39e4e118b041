// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/recordcodec.h"
#include "tests/core/history/runsamples.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

namespace {

// Does not compile when a member is new: add it to core/history/storedfields.h, to fullRecord() and
// to compareRecords().
[[maybe_unused]] void countMembers(const InvocationRecord &record, const RunMetadata &metadata)
{
    [[maybe_unused]] const auto &[a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15,
                                  a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26]
        = record;
    [[maybe_unused]] const auto &[b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15]
        = record.function;
    [[maybe_unused]] const auto &[c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12]
        = record.environment;
    [[maybe_unused]] const auto &[d1, d2, d3, d4, d5, d6, d7, d8, d9, d10] = record.report;
    [[maybe_unused]] const auto &[e1, e2, e3] = record.phases.front();
    [[maybe_unused]] const auto &[f1, f2, f3, f4, f5] = record.extensions.front();
    [[maybe_unused]] const auto &[g1, g2, g3, g4, g5, g6, g7, g8, g9] = record.imports.front();
    [[maybe_unused]] const auto &[h1, h2, h3, h4, h5, h6, h7, h8, h9] = record.spans.front();
    [[maybe_unused]] const auto &[i1, i2] = *record.handlerRun;
    [[maybe_unused]] const auto &[j1, j2, j3, j4, j5] = record.log.front();
    [[maybe_unused]] const auto &[k1, k2, k3, k4] = *record.observation;
    [[maybe_unused]] const auto &[l1, l2, l3, l4] = *record.observation->answered;
    [[maybe_unused]] const auto &[m1, m2, m3, m4] = record.observation->answered->variables.front();
    [[maybe_unused]] const auto &[n1, n2, n3] = record.function.logging;
    [[maybe_unused]] const auto &[o1, o2, o3, o4] = metadata;
    [[maybe_unused]] const auto &[p1, p2] = metadata.commit;
}

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
    QCOMPARE(read.importDetail, expected.importDetail);
    QVERIFY(read.handlerRun == expected.handlerRun);
    QVERIFY(read.spans == expected.spans);
    QVERIFY(read.cpuTime == expected.cpuTime);
    QCOMPARE(read.cpuTimeMeans, expected.cpuTimeMeans);
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
    void valuesThatNoRunHasAreRefused_data();
    void valuesThatNoRunHasAreRefused();
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
    QTest::newRow("without a request id")
        << QByteArray("{\"coldframeRun\":1,\"record\":{}}") << Error::Code::MalformedLine;
    QTest::newRow("newer") << QByteArray("{\"coldframeRun\":2,\"record\":{}}")
                           << Error::Code::MalformedLine;
    QTest::newRow("a tag of two lines")
        << QByteArray(R"({"coldframeRun":1,"record":{"requestId":"a"},"tags":["b\nc"]})")
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

void tst_RecordCodec::valuesThatNoRunHasAreRefused_data()
{
    QTest::addColumn<QByteArray>("members"); // beside the request id
    QTest::addColumn<QString>("place"); // empty: it is taken

    QTest::newRow("nothing else") << QByteArray() << QString();
    QTest::newRow("a begin that is a moment too early")
        << QByteArray(R"(,"phases":[{"beginNs":-5,"durationNs":5}])") << QString();
    QTest::newRow("a phase that ends before it begins")
        << QByteArray(R"(,"phases":[{},{"beginNs":5,"durationNs":-5}])")
        << u"record.phases[1].durationNs is"_qs;
    QTest::newRow("a begin at the end of time")
        << QByteArray(R"(,"phases":[{"beginNs":9223372036854775807}])")
        << u"record.phases[0].beginNs is"_qs;
    QTest::newRow("a begin before all time")
        << QByteArray(R"(,"handlerRun":{"beginNs":-9223372036854775808})")
        << u"record.handlerRun.beginNs is"_qs;
    QTest::newRow("a duration of the report")
        << QByteArray(R"(,"report":{"durationUs":-1})") << u"record.report.durationUs is"_qs;
    QTest::newRow("memory") << QByteArray(R"(,"function":{"memoryMB":-128})")
                            << u"record.function.memoryMB is"_qs;
}

void tst_RecordCodec::valuesThatNoRunHasAreRefused()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QString, place);

    const auto run = runFromLine(R"({"coldframeRun":1,"record":{"requestId":"a")" + members + "}}");

    QCOMPARE(run.has_value(), place.isEmpty());
    if (!run) {
        QCOMPARE(run.error().code, Error::Code::MalformedLine);
        QVERIFY2(run.error().detail.startsWith(place), qPrintable(run.error().detail));
    }
}

COLDFRAME_TEST(tst_RecordCodec);

#include "tst_recordcodec.moc"
