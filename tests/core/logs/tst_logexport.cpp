// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logexport.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_LogExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesOfBothFormats_data();
    void linesOfBothFormats();
    void chosenLinesAreWritten();
    void aCancelledExportLeavesTheFileAsItWas();
    void aFolderThatIsNotThere();
};

void tst_LogExport::linesOfBothFormats_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("asText");
    QTest::addColumn<QByteArray>("asJson");
    QTest::newRow("JSON stays as it is")
        << QByteArray("{\"b\":1.50,\"a\":2}") << QByteArray("{\"b\":1.50,\"a\":2}")
        << QByteArray("{\"b\":1.50,\"a\":2}");
    QTest::newRow("JSON over two lines")
        << QByteArray("{\"b\":1,\n\"a\":2}") << QByteArray("{\"b\":1,\n\"a\":2}")
        << QByteArray("{\"b\":1, \"a\":2}");
    QTest::newRow("text") << QByteArray("[ERROR] E\r\xc2\xa0"
                                        "f")
                          << QByteArray("[ERROR] E\n f")
                          << QByteArray("{\"timestamp\":\"1970-01-01T00:00:01.000Z\","
                                        "\"level\":\"ERROR\",\"source\":\"function\","
                                        "\"message\":\"E\\n f\"}");
}

void tst_LogExport::linesOfBothFormats()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, asText);
    QFETCH(QByteArray, asJson);
    const LogLine line{WallTime{1s}, LogSource::Function, LogLevel::Error, text};

    QCOMPARE(exportedLine(viewOf(line), LogExport::Text), asText);
    QCOMPARE(exportedLine(viewOf(line), LogExport::JsonLines), asJson);
}

void tst_LogExport::chosenLinesAreWritten()
{
    LogStore store;
    for (const char *text : {"one", "two", "three"})
        store.append(viewOf({{}, LogSource::Function, LogLevel::None, text}));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.log"_qs);
    LogProgress progress;

    QVERIFY(writeLogFile(path, store, {std::vector<qint64>{0, 2}}, LogExport::Text, progress));

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("one\nthree\n"));
    QCOMPARE(exportedText(store, {}, progress).value(), u"one\ntwo\nthree\n"_qs);
}

void tst_LogExport::aCancelledExportLeavesTheFileAsItWas()
{
    LogStore store;
    store.append(viewOf({{}, LogSource::Function, LogLevel::None, "new"}));
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.log"_qs));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("old");
    file.flush();
    LogProgress progress;
    progress.isCancelled = true;

    const auto written = writeLogFile(file.fileName(), store, {}, LogExport::Text, progress);

    QCOMPARE(written.error().code, Error::Code::Cancelled);
    file.seek(0);
    QCOMPARE(file.readAll(), QByteArray("old"));
}

void tst_LogExport::aFolderThatIsNotThere()
{
    LogProgress progress;

    const auto written
        = writeLogFile(u"/nonexistent/a.log"_qs, LogStore(), {}, LogExport::Text, progress);

    QCOMPARE(written.error().code, Error::Code::Unwritable);
}

COLDFRAME_TEST(tst_LogExport);

#include "tst_logexport.moc"
