// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/history/runstore.h"
#include "core/project/owndirectory.h"
#include "tests/cli/clirun.h"
#include "tests/core/history/runsamples.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsAreKept();
    void theSizeThatTheFileKeepsIsFollowed();
    void runsAreNotKept();
    void fixturesAreKept();
    void anUnusableFolderIsARemark();
    void lists_data();
    void lists();
    void listsAsJson();
    void shows();
    void trendsTellARegression();
    void aTrendWithoutADifferenceSaysWhatCounts();
    void tags();
    void runsMoveInLines();
    void removes();
    void onlyTheOwnHistoryIsChanged_data();
    void onlyTheOwnHistoryIsChanged();
    void aHistoryAboveIsRead();
    void wrongUsage_data();
    void wrongUsage();

private:
    CliRun history(const QStringList &arguments, const QByteArray &input = {})
    {
        return m_cli->run(QStringList{u"history"_qs} + arguments
                              + QStringList{u"--workspace"_qs, m_folder->path()},
                          input);
    }
    OrderedJson listed(const QStringList &arguments = {})
    {
        const CliRun run = history(QStringList{u"list"_qs, u"--output"_qs, u"json"_qs} + arguments);
        return parseJson(run.out).value_or(OrderedJson());
    }
    RunStore store() const
    {
        (void)provideOwnDirectory(m_folder->path());
        return std::move(*RunStore::open(RunStore::fileOf(m_folder->path())));
    }
    void write(const QString &name, const QByteArray &text) const
    {
        const QFileInfo path(m_folder->filePath(name));
        QVERIFY(QDir().mkpath(path.path()));
        QFile file(path.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CliTest> m_cli;
};

void tst_History::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_cli = std::make_unique<CliTest>();
    m_cli->keepHistory();
    write(u"app.py"_qs,
          "def handler(event, context):\n    print('seen', event)\n    return event['name']\n");
    write(u"events/ada.json"_qs, R"({"name": "Ada"})");
    write(u"events/ada.expect.json"_qs, R"({"expect": {"response": {"equals": "Ada"}}})");
}

void tst_History::runsAreKept()
{
    const QString file = m_folder->filePath(u"app.py"_qs);
    m_cli->run({u"invoke"_qs, file, u"--event"_qs, m_folder->filePath(u"events/ada.json"_qs),
                u"--repeat"_qs, u"2"_qs});
    const CliRun failed = m_cli->run({u"invoke"_qs, file});
    QCOMPARE(failed.status, ExitStatus::FunctionFailed);

    const OrderedJson runs = listed();

    QCOMPARE(runs.size(), std::size_t(3));
    QCOMPARE(runs[0]["status"], "error");
    QCOMPARE(runs[0]["errorType"], "KeyError");
    QCOMPARE(runs[1]["event"], "ada");
    QCOMPARE(runs[1]["coldStart"], false);
    QCOMPARE(runs[2]["coldStart"], true);
    QCOMPARE(runs[2]["origin"], "commandLine");
    QVERIFY(runs[2].contains("costUsd"));
    QFile ignore(m_folder->filePath(u".coldframe/.gitignore"_qs));
    QVERIFY(ignore.open(QIODevice::ReadOnly));
    QCOMPARE(ignore.readAll(), QByteArray("*\n"));
}

void tst_History::theSizeThatTheFileKeepsIsFollowed()
{
    QVERIFY(store().append(runNumber(1), {}).has_value());
    QVERIFY(store().setWantedSize(1).has_value()); // there is no room for a run

    const CliRun run = m_cli->run({u"invoke"_qs, m_folder->filePath(u"app.py"_qs), u"--event"_qs,
                                   m_folder->filePath(u"events/ada.json"_qs)});

    QVERIFY2(run.status == ExitStatus::Succeeded, run.err.constData());
    QCOMPARE(*store().count(), 0);
}

void tst_History::runsAreNotKept()
{
    m_cli->run({u"invoke"_qs, m_folder->filePath(u"app.py"_qs), u"--no-history"_qs});

    QVERIFY(!QFile::exists(m_folder->filePath(u".coldframe"_qs)));
}

void tst_History::fixturesAreKept()
{
    const CliRun test = m_cli->run({u"test"_qs, m_folder->path()});
    QVERIFY2(test.status == ExitStatus::Succeeded, test.out + test.err);

    const OrderedJson runs = listed();

    QVERIFY(!runs.empty());
    QCOMPARE(runs[0]["fixture"], "events/ada.json");
    QCOMPARE(runs[0]["origin"], "fixture");
    QCOMPARE(runs[0]["event"], "ada");
}

void tst_History::anUnusableFolderIsARemark()
{
    write(u".coldframe"_qs, "in the way");

    const CliRun run = m_cli->run({u"invoke"_qs, m_folder->filePath(u"app.py"_qs), u"--event"_qs,
                                   m_folder->filePath(u"events/ada.json"_qs)});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, QByteArray("\"Ada\"\n"));
    QVERIFY2(run.err.contains("coldframe-cli: Runs are not kept in the history. "),
             run.err.constData());
}

void tst_History::lists_data()
{
    QTest::addColumn<QStringList>("filter");
    QTest::addColumn<QList<int>>("numbers");

    QTest::newRow("all") << QStringList() << QList<int>{3, 2, 1};
    QTest::newRow("so many") << words("--limit 2") << QList<int>{3, 2};
    QTest::newRow("by status") << words("--status error,timeout") << QList<int>{2};
    QTest::newRow("cold") << words("--cold") << QList<int>{1};
    QTest::newRow("warm") << words("--warm") << QList<int>{3, 2};
    QTest::newRow("by the log") << words("--text number3") << QList<int>{3};
    QTest::newRow("by the event") << words("--event ord") << QList<int>{1};
    QTest::newRow("by the function") << words("--function payments") << QList<int>{};
    QTest::newRow("since a time") << words("--since 2026-01-01T00:00:02Z") << QList<int>{3, 2};
}

void tst_History::lists()
{
    QFETCH(const QStringList, filter);
    QFETCH(const QList<int>, numbers);
    InvocationRecord cold = runNumber(1);
    cold.coldStart = ColdStartReason::Requested;
    InvocationRecord failed = runNumber(2);
    failed.status = InvocationStatus::Failed;
    RunStore runs = store();
    QVERIFY(runs.append(cold, {u"order"_qs, {}, RunOrigin::Window, {}}).has_value());
    QVERIFY(runs.append(failed, {}).has_value());
    QVERIFY(runs.append(runNumber(3), {}).has_value());

    QList<int> found;
    for (const OrderedJson &run : listed(filter))
        found.append(run["id"].get<int>());

    QCOMPARE(found, numbers);
    const QByteArray remark = history(QStringList{u"list"_qs} + filter).err;
    QCOMPARE(remark,
             filter.contains(u"--limit"_qs)
                 ? QByteArray("The newest 2 of 3 runs; --limit 3 lists all.\n")
                 : QByteArray());
}

void tst_History::listsAsJson()
{
    RunStore runs = store();
    RunMetadata metadata{u"order"_qs, {}, RunOrigin::Queue, {u"0123456789abcdef"_qs, true}};
    QVERIFY(runs.append(runNumber(1), metadata).has_value());

    const CliRun text = history({u"list"_qs});

    QCOMPARE(text.out,
             QByteArray("ID  Time                 Function  Event  Status     Start  Duration  "
                        "Init  Memory  Commit             Tags\n"
                        " 1  2026-01-01 00:00:01  orders    order  succeeded  warm    10.0 ms  "
                        "       40 MB  01234567, changed\n"));
    const OrderedJson json = listed();
    QCOMPARE(json[0]["commit"], "0123456789abcdef");
    QCOMPARE(json[0]["dirty"], true);
    QCOMPARE(json[0]["durationMs"], 10.001);
}

void tst_History::shows()
{
    RunStore runs = store();
    QVERIFY(runs.append(runNumber(1), {}).has_value());
    QVERIFY(runs.append(runNumber(2), {u"order"_qs, {}, RunOrigin::Window, {}}).has_value());

    const CliRun run = history({u"show"_qs, u"2"_qs});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, QByteArray("{}\n"));
    QVERIFY(run.err.startsWith("2  2026-01-01 00:00:02  orders  order  succeeded"));
    QVERIFY(run.err.contains("handled number2\n"));
    const auto json
        = parseJson(history({u"show"_qs, u"00000001-00"_qs, u"--output"_qs, u"json"_qs}).out);
    QCOMPARE((*json)["requestId"].get<std::string>(), requestIdOf(1).toStdString());
    QCOMPARE((*json)["history"]["id"], 1);
    QVERIFY(history({u"show"_qs, u"last"_qs}).err.startsWith("2  "));
    QCOMPARE(history({u"show"_qs, u"7"_qs}).status, ExitStatus::NotRun);
    QVERIFY(history({u"show"_qs, u"000000"_qs}).err.contains("several runs begin like this"));
}

void tst_History::aTrendWithoutADifferenceSaysWhatCounts()
{
    RunStore runs = store();
    for (int number = 0; number < 12; ++number) {
        InvocationRecord record = runNumber(number);
        record.report.duration = std::chrono::milliseconds(10 + number % 6);
        QVERIFY(runs.append(record, {}).has_value());
    }
    history(QStringList{u"baseline"_qs} + words("1 2 3 4 5 6"));

    const CliRun told = history(words("trend orders"));

    QVERIFY2(told.out.contains("No difference from the baseline shown, p = 1.000 (below 0.01 "
                               "counts), median"),
             told.out.constData());
}

void tst_History::trendsTellARegression()
{
    RunStore runs = store();
    for (int number = 0; number < 12; ++number) {
        InvocationRecord record = runNumber(number);
        record.report.duration = std::chrono::milliseconds(number < 6 ? 10 + number : 40 + number);
        QVERIFY(runs.append(record, {}).has_value());
    }
    const auto trend = [this] { return history({u"trend"_qs, u"orders"_qs}); };
    QVERIFY(trend().out.endsWith("No run of this function is marked as baseline.\n"));
    const CliRun marked = history(QStringList{u"baseline"_qs} + words("1 2 3 4 5 6"));
    QCOMPARE(marked.err, QByteArray("Runs of the baseline: 6\n"));

    const CliRun told = trend();

    // 1 of 924 arrangements, twice.
    QVERIFY2(told.out.endsWith("Slower than the baseline, p = 0.002, median +36.0 ms (6 warm runs "
                               "against 6).\n"),
             told.out.constData());
    // The limit is one of what is shown.
    const CliRun limited = history(words("trend orders --limit 2"));
    QVERIFY2(limited.out.endsWith("Median of the newest 2 runs: 50.5 ms\nSlower than the baseline, "
                                  "p = 0.002, median +36.0 ms (6 warm runs against 6).\n"),
             limited.out.constData());
    QCOMPARE(limited.out.count(" baseline\n"), 6);
    const auto json
        = parseJson(history({u"trend"_qs, u"orders"_qs, u"--output"_qs, u"json"_qs}).out);
    QCOMPARE((*json)["comparison"]["verdict"], "slower");
    QCOMPARE((*json)["runs"].size(), std::size_t(12));
    QCOMPARE(history(words("baseline --function orders --limit 5")).err,
             QByteArray("Runs of the baseline: 5\n"));
    QVERIFY(trend().out.endsWith("0 comparable runs came after the baseline; 5 are needed.\n"));
    QCOMPARE(history(words("baseline --function orders --clear")).status, ExitStatus::Succeeded);
    QVERIFY(trend().out.endsWith("No run of this function is marked as baseline.\n"));
    QCOMPARE(history({u"trend"_qs, u"nothing"_qs}).status, ExitStatus::NotRun);
}

void tst_History::tags()
{
    QVERIFY(store().append(runNumber(1), {}).has_value());

    QCOMPARE(history({u"tag"_qs, u"1"_qs, u" before the change "_qs}).status,
             ExitStatus::Succeeded);

    QCOMPARE(listed({u"--tag"_qs, u"before the change"_qs}).size(), std::size_t(1));
    QCOMPARE(history({u"tag"_qs, u"1"_qs, u"before the change"_qs, u"--remove"_qs}).status,
             ExitStatus::Succeeded);
    QVERIFY(listed({u"--tag"_qs, u"before the change"_qs}).empty());
}

void tst_History::runsMoveInLines()
{
    RunStore runs = store();
    QVERIFY(runs.append(runNumber(1), {}).has_value());
    QVERIFY(runs.append(runNumber(2), {}).has_value());
    const CliRun exported = history(words("export - --text number2"));
    QCOMPARE(exported.err, QByteArray("Runs written: 1\n"));
    QCOMPARE(exported.out.count('\n'), 1);
    const QString file = m_folder->filePath(u"runs.jsonl"_qs);
    QCOMPARE(history({u"export"_qs, file}).err, QByteArray("Runs written: 2\n"));
    QVERIFY(runs.clear().has_value());

    QCOMPARE(history({u"import"_qs, u"-"_qs}, exported.out).err, QByteArray("Runs added: 1\n"));

    QCOMPARE(history({u"import"_qs, file}).err,
             QByteArray("Runs added: 1\nRuns that were there already: 1\n"));
    QCOMPARE(listed().size(), std::size_t(2));
    const CliRun wrong = history({u"import"_qs, u"-"_qs}, exported.out + "{}\n");
    QCOMPARE(wrong.status, ExitStatus::NotRun);
    QCOMPARE(history({u"import"_qs, u"/no/such/file"_qs}).status, ExitStatus::NotRun);
}

void tst_History::removes()
{
    RunStore runs = store();
    for (int number = 1; number <= 3; ++number)
        QVERIFY(runs.append(runNumber(number), {}).has_value());

    QCOMPARE(history(words("remove 1 3")).err, QByteArray("Runs removed: 2\n"));
    QCOMPARE(listed().size(), std::size_t(1));
    QCOMPARE(history({u"clear"_qs}).status, ExitStatus::NotRun);
    QCOMPARE(listed().size(), std::size_t(1));
    const CliRun cleared = history({u"clear"_qs, u"--force"_qs});
    QCOMPARE(cleared.status, ExitStatus::Succeeded);
    QCOMPARE(cleared.err,
             "Runs removed from " + RunStore::fileOf(m_folder->path()).toUtf8() + ": 1\n");
    QVERIFY(listed().empty());
}

void tst_History::onlyTheOwnHistoryIsChanged_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("below"); // the workspace
    QTest::addColumn<QString>("says");

    const QStringList commands{u"clear --force"_qs, u"remove 1"_qs, u"tag 1 a"_qs, u"baseline 1"_qs,
                               u"import runs.jsonl"_qs};
    for (const QString &command : commands) {
        const QStringList arguments = command.split(u' ');
        QTest::addRow("%s in a folder below", qPrintable(arguments.first()))
            << arguments << u"events"_qs << u"has no history of its own"_qs;
        QTest::addRow("%s in no folder", qPrintable(arguments.first()))
            << arguments << u"typo"_qs << u"a folder that exists"_qs;
    }
    QTest::newRow("listing no folder") << words("list") << u"typo"_qs << u"typo"_qs;
    QTest::newRow("comparing in no folder")
        << words("compare 1 2") << u"typo"_qs << u"a folder that exists"_qs;
}

void tst_History::onlyTheOwnHistoryIsChanged()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QString, below);
    QFETCH(const QString, says);
    QVERIFY(store().append(runNumber(1), {}).has_value());
    write(u"runs.jsonl"_qs, runToLine({runNumber(2), {}, {}}));
    arguments.replaceInStrings(u"runs.jsonl"_qs, m_folder->filePath(u"runs.jsonl"_qs));
    if (arguments.first() != u"compare"_qs)
        arguments.prepend(u"history"_qs);

    const CliRun run
        = m_cli->run(arguments + QStringList{u"--workspace"_qs, m_folder->filePath(below)});

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY2(run.err.contains(says.toUtf8()), run.err.constData());
    QVERIFY2(run.err.contains(m_folder->path().toUtf8()), run.err.constData());
    const OrderedJson runs = listed();
    QCOMPARE(runs.size(), std::size_t(1));
    QVERIFY(runs[0]["tags"].empty());
}

void tst_History::aHistoryAboveIsRead()
{
    QVERIFY(store().append(runNumber(1), {}).has_value());

    const CliRun run = m_cli->run(
        {u"history"_qs, u"show"_qs, u"1"_qs, u"--workspace"_qs, m_folder->filePath(u"events"_qs)});

    QCOMPARE(run.status, ExitStatus::Succeeded);
}

void tst_History::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");

    QTest::newRow("an unknown status")
        << words("list --status odd") << QByteArray("--status: \"odd\"");
    QTest::newRow("cold and warm") << words("list --cold --warm") << QByteArray("only one of them");
    QTest::newRow("an unknown time")
        << words("list --since soon") << QByteArray("--since: \"soon\"");
    QTest::newRow("no limit") << words("list --limit 0") << QByteArray("--limit: \"0\"");
    QTest::newRow("an unknown figure")
        << words("trend a --figure speed") << QByteArray("--figure: \"speed\"");
    QTest::newRow("a word too many")
        << words("list orders") << QByteArray("takes no argument, got \"orders\"");
    QTest::newRow("clearing a run")
        << words("clear 1 --force") << QByteArray("takes no argument, got \"1\"");
    QTest::newRow("no ID") << words("show") << QByteArray("Give one ID");
    QTest::newRow("no name of a tag") << words("tag 1") << QByteArray("a NAME");
    QTest::newRow("a tag of blanks")
        << QStringList{u"tag"_qs, u"1"_qs, u" "_qs} << QByteArray("a NAME");
    QTest::newRow("a tag of two lines")
        << QStringList{u"tag"_qs, u"1"_qs, u"a\nb"_qs} << QByteArray("control character");
    QTest::newRow("a tag that colours")
        << QStringList{u"tag"_qs, u"1"_qs, u"\x1b[31m"_qs} << QByteArray("control character");
    QTest::newRow("a baseline of nothing") << words("baseline") << QByteArray("--function");
    QTest::newRow("no file") << words("export") << QByteArray("Give one FILE");
    QTest::newRow("no history") << words("list") << QByteArray("history.db");
    QTest::newRow("no command") << words("sort") << QByteArray("\"sort\" is no command of history");
}

void tst_History::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);

    const CliRun run = history(arguments);

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY2(run.err.contains(says), run.err.constData());
    QVERIFY(!QFile::exists(m_folder->filePath(u".coldframe"_qs)));
}

COLDFRAME_TEST(tst_History);

#include "tst_history.moc"
