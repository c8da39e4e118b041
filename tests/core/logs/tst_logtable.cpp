// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logtable.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

const std::vector<LogColumn> TableColumns{{{LogField::Kind::Time, {}}, 0},
                                          {{LogField::Kind::Level, {}}, 0},
                                          {{LogField::Kind::RequestId, {}}, 0},
                                          {{LogField::Kind::Member, u"cart.total"_qs}, 0},
                                          {{LogField::Kind::Message, {}}, 0}};

std::vector<QString> cellsOf(const QByteArray &text, LogLevel level = LogLevel::Info)
{
    const LogLine line{WallTime{1s}, LogSource::Function, level, text};
    return tableRow(viewOf(line), TableColumns).cells;
}

} // namespace

class tst_LogTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesOfLoggers_data();
    void messagesOfLoggers();
    void cellsOfAJsonLine();
    void aTextLineGoesAcross();
    void columnsAreKept();
    void keptColumnsThatMakeNoSense();
};

void tst_LogTable::messagesOfLoggers_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("requestId");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *line, const char *id, const char *message) {
        QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(id)
                            << QString::fromUtf8(message);
    };
    row("Lambda", R"({"timestamp":"t","level":"INFO","message":"hi","requestId":"r"})", "r", "hi");
    row("Powertools", R"({"level":"INFO","location":"l","message":"hi","function_request_id":"r"})",
        "r", "hi");
    row("pino", R"({"level":30,"time":1,"pid":1,"msg":"hi"})", "", "hi");
    row("structlog", R"({"event":"hi","level":"info"})", "", "hi");
    row("a message that is an object", R"({"message":{"a":1}})", "", "{\"a\":1}");
    row("no message", R"({"a":1})", "", "{\"a\":1}");
    row("the platform", R"({"time":"t","type":"platform.report","record":{"requestId":"r"}})", "r",
        "platform.report");
    row("breaks inside", R"({"message":"a\nb\tc"})", "", "a \xe2\x86\xb5 b    c");
}

void tst_LogTable::messagesOfLoggers()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, requestId);
    QFETCH(QString, message);

    const std::vector<QString> cells = cellsOf(line);

    QCOMPARE(cells[2], requestId);
    QCOMPARE(cells[4], message);
}

void tst_LogTable::cellsOfAJsonLine()
{
    const std::vector<QString> cells = cellsOf(R"({"cart":{"total":42.50},"msg":"x"})");

    QCOMPARE(cells,
             (std::vector<QString>{
                 u"1970-01-01T00:00:01.000Z"_qs, u"INFO"_qs, {}, u"42.50"_qs, u"x"_qs}));
}

void tst_LogTable::aTextLineGoesAcross()
{
    const auto row = [](const QByteArray &text) {
        const LogLine line{{}, LogSource::Function, LogLevel::None, text};
        return tableRow(viewOf(line), TableColumns);
    };
    QVERIFY(row("[INFO] text").isText);
    QCOMPARE(row("[INFO] text").cells[4], u"text"_qs);
    QVERIFY(row("{not json}").isText);
    QCOMPARE(row("{not json}").cells[4], u"{not json}"_qs);
    QVERIFY(!row("{\"a\":1}").isText);
}

void tst_LogTable::columnsAreKept()
{
    std::vector<LogColumn> columns = TableColumns;
    columns[3].width = 120;
    columns.push_back({{LogField::Kind::Member, u"with blank"_qs}, 7});

    QCOMPARE(columnsOfTexts(textsOfColumns(columns)), columns);
}

void tst_LogTable::keptColumnsThatMakeNoSense()
{
    QCOMPARE(columnsOfTexts({}), defaultLogColumns());
    QCOMPARE(columnsOfTexts({u"x"_qs, u" 1"_qs, u"a wide"_qs}), defaultLogColumns());
    QCOMPARE(columnsOfTexts({u"a 1"_qs, u"a 2"_qs}),
             (std::vector<LogColumn>{{{LogField::Kind::Member, u"a"_qs}, 1}}));
}

COLDFRAME_TEST(tst_LogTable);

#include "tst_logtable.moc"
