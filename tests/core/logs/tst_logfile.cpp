// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/isotime.h"
#include "core/logs/logfile.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_LogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void aLineOverTheEndOfAPiece();
    void aCancelledReadingEnds();
    void aFileThatIsNotThere();
    void aDocumentThatIsNoJson();
};

void tst_LogFile::formats_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("format");
    QTest::addColumn<QStringList>("lines"); // time, origin and level, text

    const auto row
        = [](const char *name, const QByteArray &content, LogFileFormat format,
             const QStringList &lines) { QTest::newRow(name) << content << int(format) << lines; };
    row("plain text", "one\r\ntwo\n\nfour", LogFileFormat::Lines,
        {u"- f0 one"_qs, u"- f0 two"_qs, u"- f0 "_qs, u"- f0 four"_qs});
    row("JSON lines",
        "\xef\xbb\xbf{\"timestamp\":\"2026-01-02T03:04:05Z\",\"level\":\"WARN\"}\n"
        "{\"time\":1767323045678,\"level\":30}\nat f\n"
        "{\"time\":\"2026-01-02T03:04:07Z\",\"type\":\"platform.start\",\"record\":{}}\n",
        LogFileFormat::Lines,
        {u"2026-01-02T03:04:05.000Z f4 {\"timestamp\":\"2026-01-02T03:04:05Z\",\"level\":\"WARN\"}"_qs,
         u"2026-01-02T03:04:05.678Z f3 {\"time\":1767323045678,\"level\":30}"_qs,
         u"2026-01-02T03:04:05.678Z f0 at f"_qs,
         u"2026-01-02T03:04:07.000Z p0 {\"time\":\"2026-01-02T03:04:07Z\","
         "\"type\":\"platform.start\",\"record\":{}}"_qs});
    row("aws logs tail",
        "2026-01-02T03:04:05.678000+00:00 2026/01/02/[$LATEST]0f3a START RequestId: x Version: 1\n"
        "2026-01-02T03:04:06.000000+00:00 2026/01/02/[$LATEST]0f3a [ERROR] no\n",
        LogFileFormat::Lines,
        {u"2026-01-02T03:04:05.678Z p0 START RequestId: x Version: 1"_qs,
         u"2026-01-02T03:04:06.000Z f5 [ERROR] no"_qs});
    row("aws logs tail --format short", "2026-01-02T03:04:05 hello\n", LogFileFormat::Lines,
        {u"2026-01-02T03:04:05.000Z f0 hello"_qs});
    row("sam logs", "2026/01/02/[$LATEST]0f3a 2026-01-02T03:04:05.678000 {\"level\":\"INFO\"}\n",
        LogFileFormat::Lines, {u"2026-01-02T03:04:05.678Z f3 {\"level\":\"INFO\"}"_qs});
    row("a logger's own time stays", "2026-01-02 03:04:05,678 ERROR no\n", LogFileFormat::Lines,
        {u"2026-01-02T03:04:05.678Z f5 2026-01-02 03:04:05,678 ERROR no"_qs});
    row("brackets are no list", "[INFO] a\n[INFO] b\n", LogFileFormat::Lines,
        {u"- f3 [INFO] a"_qs, u"- f3 [INFO] b"_qs});
    row("an export of Insights as JSON, the newest first",
        "[\n{\"@timestamp\":\"2026-01-02 03:04:06.000\",\"@message\":\"b\\n\"},"
        "{\"@timestamp\":\"2026-01-02 "
        "03:04:05.000\",\"@message\":\"{\\\"level\\\":\\\"INFO\\\"}\"}]",
        LogFileFormat::JsonDocument,
        {u"2026-01-02T03:04:05.000Z f3 {\"level\":\"INFO\"}"_qs,
         u"2026-01-02T03:04:06.000Z f0 b"_qs});
    row("aws logs filter-log-events",
        "{\n  \"events\": [\n {\"logStreamName\":\"s\",\"timestamp\":1767323045678,"
        "\"message\":\"END RequestId: x\\n\",\"eventId\":\"1\"}],\n \"searchedLogStreams\": []}",
        LogFileFormat::JsonDocument, {u"2026-01-02T03:04:05.678Z p0 END RequestId: x"_qs});
    row("aws logs get-query-results",
        "{\"results\":[[{\"field\":\"@timestamp\",\"value\":\"2026-01-02 03:04:05.678\"},"
        "{\"field\":\"@message\",\"value\":\"hi\"}]],\"status\":\"Complete\"}",
        LogFileFormat::JsonDocument, {u"2026-01-02T03:04:05.678Z f0 hi"_qs});
    row("a list of a logger's objects", "[{\"level\":\"WARN\",\"message\":\"a\"},\n{\"x\":1}]",
        LogFileFormat::JsonDocument,
        {u"- f4 {\"level\":\"WARN\",\"message\":\"a\"}"_qs, u"- f0 {\"x\":1}"_qs});
    row("an export of Insights as CSV",
        "@timestamp,@message\r\n2026-01-02 03:04:05.678,\"say \"\"hi\"\",\nbye\"\r\n",
        LogFileFormat::Csv, {u"2026-01-02T03:04:05.678Z f0 say \"hi\",\nbye"_qs});
    row("an export of the console as CSV", "timestamp,message\n1767323045678,hi\n",
        LogFileFormat::Csv, {u"2026-01-02T03:04:05.678Z f0 hi"_qs});
    row("nothing", "", LogFileFormat::Lines, {});
}

void tst_LogFile::formats()
{
    QFETCH(QByteArray, content);
    QFETCH(int, format);
    QFETCH(QStringList, lines);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.log"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    LogProgress progress;

    const auto read = readLogFile(file.fileName(), progress);

    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QCOMPARE(int((*read)->format), format);
    QStringList found;
    const LogStore &store = (*read)->lines;
    for (qint64 i = store.firstNumber(); i < store.endNumber(); ++i) {
        const LogLineView line = store.at(i);
        found.append(u"%1 %2%3 %4"_qs.arg(
            line.time == WallTime{} ? u"-"_qs : QString::fromLatin1(isoTime(line.time)),
            line.source == LogSource::Platform ? u"p"_qs : u"f"_qs,
            QString::number(int(line.level)), QString::fromUtf8(line.text)));
    }
    QCOMPARE(found, lines);
}

void tst_LogFile::aLineOverTheEndOfAPiece()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.log"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray longLine((4 << 20) - 3, 'x');
    file.write(longLine + "\nabcdef\n" + longLine + longLine + "\nend");
    file.close();
    LogProgress progress;

    const auto read = readLogFile(file.fileName(), progress);

    QVERIFY(read.has_value());
    const LogStore &store = (*read)->lines;
    QCOMPARE(store.size(), 4);
    QCOMPARE(store.at(1).text.toByteArray(), QByteArray("abcdef"));
    QCOMPARE(store.at(2).text.size(), 2 * longLine.size());
    QCOMPARE(store.at(3).text.toByteArray(), QByteArray("end"));
    QCOMPARE(progress.percent(), 100);
}

void tst_LogFile::aCancelledReadingEnds()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.log"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a\n");
    file.close();
    LogProgress progress;
    progress.isCancelled = true;

    QCOMPARE(readLogFile(file.fileName(), progress).error().code, Error::Code::Cancelled);
}

void tst_LogFile::aFileThatIsNotThere()
{
    LogProgress progress;

    QCOMPARE(readLogFile(u"/nonexistent/a.log"_qs, progress).error().code, Error::Code::Unreadable);
}

void tst_LogFile::aDocumentThatIsNoJson()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.json"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[{\"a\":1},\n{\"b\":}]");
    file.close();
    LogProgress progress;

    const auto read = readLogFile(file.fileName(), progress);

    QCOMPARE(read.error().code, Error::Code::InvalidJson);
    QCOMPARE(read.error().position->line, 2);
}

COLDFRAME_TEST(tst_LogFile);

#include "tst_logfile.moc"
