// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QXmlStreamReader>

#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>
#include <sstream>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void example();
    void brokenHandler();
    void failedInvocation();
    void severalColumns();
    void selections_data();
    void selections();
    void wrongUsage_data();
    void wrongUsage();
    void nothingCouldRun();
    void brokenSidecar();
    void columnsAndRepeats();
    void budgets_data();
    void budgets();
    void failFast();
    void acceptGolden();
    void junit();
    void listAsText();
    void listOfColumns();
    void eventsWithoutSidecars();
    void fromASubfolder();
    void progressOnATerminalOnly();
    void watchRunsWhatIsAffected();
    void interrupted();

private:
    CliRun test(const QStringList &arguments)
    {
        return m_cli.run(QStringList{QStringLiteral("test")} + arguments);
    }

    CliTest m_cli;
};

namespace {

QString shop()
{
    return QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/tested-shop");
}

/// A workspace that a test may change.
class ShopCopy
{
public:
    explicit ShopCopy(const QString &original = shop())
    {
        const QDir from(original);
        QDirIterator files(original, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString relative = from.relativeFilePath(file);
            QDir(path()).mkpath(QFileInfo(relative).path());
            QFile::copy(file, this->file(relative));
        }
    }

    QString path() const { return m_folder.path(); }
    QString file(const QString &relative) const { return m_folder.filePath(relative); }

    QByteArray read(const QString &relative) const
    {
        QFile text(file(relative));
        return text.open(QIODevice::ReadOnly) ? text.readAll() : QByteArray();
    }

    /// At once, as editors do: nobody sees half of it.
    void write(const QString &relative, const QByteArray &bytes) const
    {
        QDir(path()).mkpath(QFileInfo(relative).path());
        const QString beside = m_beside.filePath(QStringLiteral("new"));
        QFile text(beside);
        if (!text.open(QIODevice::WriteOnly) || text.write(bytes) != bytes.size())
            qFatal("%s could not be written", qPrintable(relative));
        text.close();
        std::filesystem::rename(beside.toStdString(), file(relative).toStdString());
    }

    void replace(const QString &relative, const QByteArray &before, const QByteArray &after) const
    {
        const QByteArray text = read(relative);
        if (!text.contains(before))
            qFatal("%s has no %s", qPrintable(relative), before.constData());
        write(relative, QByteArray(text).replace(before, after));
    }

    /// Totals that leave out the quantities.
    void breakTotals() const
    {
        replace(QStringLiteral("orders/app.py"), R"(price_of(item["sku"]) * item["quantity"])",
                R"(price_of(item["sku"]))");
    }

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_beside;
};

OrderedJson reportOf(const CliRun &run)
{
    const Result<OrderedJson> json = parseJson(run.out);
    return json ? *json : OrderedJson();
}

/// "a b" for the results with this outcome, by name.
QString namesOf(const OrderedJson &report, const char *outcome)
{
    QStringList names;
    for (const OrderedJson &result : report.at("results")) {
        if (result.at("outcome") == outcome)
            names.append(QString::fromStdString(result.at("name").get<std::string>()));
    }
    names.sort();
    return names.join(u' ');
}

QString allNames()
{
    return QStringLiteral(
        "create-order-golden create-order-id create-order-total create-order-unknown-product "
        "health read-order read-order-customer read-order-shape upload-budget upload-photo "
        "upload-text upload-without-records");
}

} // namespace

void tst_Test::example()
{
    const CliRun run = test({shop()});

    QVERIFY2(run.status == ExitStatus::Succeeded, (run.out + run.err).constData());
    QVERIFY2(run.out.contains("12 fixtures: 12 passed"), run.out.constData());
    QVERIFY2(run.out.contains("Measured on this computer: durations "), run.out.constData());
    QVERIFY2(run.out.contains("at list prices of "), run.out.constData());
    QCOMPARE(run.err, QByteArray());
}

void tst_Test::brokenHandler()
{
    const ShopCopy copy;
    copy.breakTotals();

    const CliRun json = test({copy.path(), QStringLiteral("--output"), QStringLiteral("json")});
    const CliRun text = test({copy.path()});

    QVERIFY(json.status == ExitStatus::FixturesFailed);
    const OrderedJson report = reportOf(json);
    QCOMPARE(namesOf(report, "failed"), QStringLiteral("create-order-total read-order"));
    QCOMPARE(namesOf(report, "changed"), QStringLiteral("create-order-golden"));
    QCOMPARE(report.at("totals").at("passed").get<int>(), 9);
    QVERIFY(text.status == ExitStatus::FixturesFailed);
    const QByteArrayList expected{
        "Failed: events/read-order.json (orders)\n  “An order is answered with everything in it”\n"
        "  The body's /total is 13.5, expected 31.5.\n",
        "Failed: events/create-order-total.json (orders)\n"
        "  “Prices are multiplied by quantities”\n  The body's /total is 33.0, expected 60.\n",
        "Changed: events/create-order-golden.json (orders)\n"
        "  “The answer to a new order stays as it was accepted”\n"
        "  The response's /body/total is 33.0; the golden response has 60.0.\n",
        "12 fixtures: 9 passed, 2 failed, 1 changed",
    };
    for (const QByteArray &part : expected)
        QVERIFY2(text.out.contains(part), text.out.constData());
}

void tst_Test::failedInvocation()
{
    const ShopCopy copy;
    copy.write(QStringLiteral("orders/app.py"), "import nothing_of_this_name\n");
    const QString sidecar = QStringLiteral("events/read-order.expect.json");
    const QString report = copy.file(QStringLiteral("report.xml"));

    const CliRun run = test({copy.file(sidecar), QStringLiteral("--junit"), report});

    QVERIFY(run.status == ExitStatus::FixturesFailed);
    QVERIFY2(run.out.contains("everything in it”\n  The function ended with "
                              "Runtime.ImportModuleError: "),
             run.out.constData());
    QVERIFY2(run.out.contains("\n  The invocation's status is failed (Runtime.ImportModuleError), "
                              "expected succeeded.\n  The end of its log:\n      "),
             run.out.constData());
    QVERIFY2(!run.out.contains("status code"), run.out.constData());
    QVERIFY(copy.read(QStringLiteral("report.xml"))
                .contains("message=\"The function ended with Runtime.ImportModuleError: "));
}

void tst_Test::severalColumns()
{
    const CliRun run = test({shop() + QStringLiteral("/events/health.json"),
                             QStringLiteral("--runtime"), QStringLiteral("python3.99,nodejs22.x"),
                             QStringLiteral("--memory"), QStringLiteral("128")});

    QVERIFY2(run.status == ExitStatus::Succeeded, run.out.constData());
    const QByteArrayList expected{
        "Not run: events/health.json (orders, 128 MB, nodejs22.x)\n",
        "  The function's runtime is python3.13; nodejs22.x is of another language.\n",
        "python3.99 is not installed here: Python ",
        "Fixtures: 1, each in 2 columns; 1 passed, 1 not run\n",
        "128 MB, python3.99:\n  Measured on this computer: duration",
    };
    for (const QByteArray &part : expected)
        QVERIFY2(run.out.contains(part), run.out.constData());
}

void tst_Test::selections_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");

    const QString events = shop() + QStringLiteral("/events");
    QTest::newRow("a workspace") << QStringList{shop()} << allNames();
    QTest::newRow("its events") << QStringList{events} << allNames();
    QTest::newRow("an event") << QStringList{events + QStringLiteral("/health.json")}
                              << QStringLiteral("health");
    QTest::newRow("a sidecar") << QStringList{events + QStringLiteral("/health.expect.json")}
                               << QStringLiteral("health");
    QTest::newRow("two events, one of them twice")
        << QStringList{events + QStringLiteral("/health.json"),
                       events + QStringLiteral("/read-order.json"),
                       events + QStringLiteral("/health.expect.json")}
        << QStringLiteral("health read-order");
    QTest::newRow("paths inside a workspace that is named")
        << QStringList{QStringLiteral("--workspace"), shop(), QStringLiteral("events/health.json")}
        << QStringLiteral("health");
    QTest::newRow("a tag") << QStringList{shop(), QStringLiteral("--tag"), QStringLiteral("smoke")}
                           << QStringLiteral("create-order-total read-order upload-photo");
    QTest::newRow("one of two tags")
        << QStringList{shop(), QStringLiteral("--tag"), QStringLiteral("smoke"),
                       QStringLiteral("--tag"), QStringLiteral("slow")}
        << QStringLiteral("create-order-total read-order upload-photo");
    QTest::newRow("tags with a comma")
        << QStringList{shop(), QStringLiteral("--tag"), QStringLiteral("slow,smoke")}
        << QStringLiteral("create-order-total read-order upload-photo");
    QTest::newRow("an event without a sidecar by its name")
        << QStringList{QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/hello-lambda/events/s3.json")}
        << QStringLiteral("s3");
}

void tst_Test::selections()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, names);

    const CliRun run
        = test(arguments + QStringList{QStringLiteral("--list"), QStringLiteral("--json")});

    QVERIFY2(run.status == ExitStatus::Succeeded, run.err.constData());
    QStringList listed;
    for (const OrderedJson &entry : reportOf(run))
        listed.append(
            QFileInfo(QString::fromStdString(entry.at("file").get<std::string>())).baseName());
    listed.sort();
    QCOMPARE(listed.join(u' '), names);
}

void tst_Test::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");

    const auto row = [](const char *name, const char *options, const QByteArray &message) {
        QTest::newRow(name) << QStringList{shop()} + words(options) << message;
    };
    row("memory that is no number", "--memory 128,lots", "--memory: \"lots\"");
    row("memory that is too small", "--memory 64", "--memory: \"64\"");
    row("a start that is none", "--start hot", "--start: \"hot\"");
    row("nothing in parallel", "--parallel 0", "--parallel: \"0\"");
    row("too much in parallel", "--parallel 101", "a whole number from 1 to 100");
    row("never repeated", "--repeat 0", "--repeat: \"0\"");
    row("an isolation that is none", "--isolation docker", "docker");
    row("an output that is none", "--output xml", "--output: \"xml\"");
    row("a tag that no fixture has", "--tag nothing", "has the tag nothing.");
    row("tags that no fixture has", "--tag some,nothing --list", "has the tag some, nothing.");
    QTest::newRow("a path that is not there")
        << words("/nowhere/events/a.json") << QByteArray("/nowhere/events/a.json was not found");
    QTest::newRow("a file that is no event")
        << QStringList{shop() + QStringLiteral("/schemas/order.json")}
        << QByteArray("is no event of the workspace");
    QTest::newRow("paths of two workspaces")
        << QStringList{shop(), QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/hello-lambda")}
        << QByteArray("belong to different workspaces");
}

void tst_Test::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, message);

    const CliRun run = test(arguments);

    QVERIFY(run.status == ExitStatus::NotRun);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(message), run.err.constData());
}

void tst_Test::nothingCouldRun()
{
    const ShopCopy copy;
    const QString sidecar = QStringLiteral("events/health.expect.json");
    copy.replace(sidecar, "\"function\": \"orders\"", "\"function\": \"order\"");

    const CliRun run = test({copy.file(sidecar)});

    QVERIFY(run.status == ExitStatus::NotRun);
    QVERIFY2(run.out.contains("Error: events/health.json\n"), run.out.constData());
    QVERIFY2(run.out.contains("function order (there are orders, thumbnails) was not found"),
             run.out.constData());
    QVERIFY2(run.out.contains("1 fixture: 1 could not run"), run.out.constData());
}

void tst_Test::brokenSidecar()
{
    const ShopCopy copy;
    const QString sidecar = QStringLiteral("events/read-order.expect.json");
    copy.replace(sidecar, "\"statusCode\"", "\"statuscode\"");

    const CliRun run = test({copy.path(), QStringLiteral("--tag"), QStringLiteral("smoke")});

    QVERIFY(run.status == ExitStatus::FixturesFailed);
    QVERIFY2(run.out.contains("Error: events/read-order.json"), run.out.constData());
    QVERIFY2(run.out.contains("events/read-order.expect.json"), run.out.constData());
    QVERIFY2(run.out.contains("did you mean “statusCode”?"), run.out.constData());
    QVERIFY2(run.out.contains("3 fixtures: 2 passed, 1 could not run"), run.out.constData());
}

void tst_Test::columnsAndRepeats()
{
    const CliRun run
        = test({shop() + QStringLiteral("/events/read-order.json"), QStringLiteral("--memory"),
                QStringLiteral("128,256"), QStringLiteral("--start"), QStringLiteral("both"),
                QStringLiteral("--repeat"), QStringLiteral("2"), QStringLiteral("--parallel"),
                QStringLiteral("2"), QStringLiteral("--json")});

    QVERIFY2(run.status == ExitStatus::Succeeded, (run.out + run.err).constData());
    const OrderedJson report = reportOf(run);
    QCOMPARE(report.at("columns").size(), std::size_t(2));
    QCOMPARE(report.at("results").size(), std::size_t(2));
    QStringList runs;
    for (const OrderedJson &each : report.at("results").at(1).at("runs"))
        runs.append(QStringLiteral("%1 %2")
                        .arg(each.at("memorySizeMB").get<int>())
                        .arg(each.at("coldStart").get<bool>() ? QStringLiteral("cold")
                                                              : QStringLiteral("warm")));
    QCOMPARE(runs.join(QStringLiteral(", ")),
             QStringLiteral("256 cold, 256 warm, 256 cold, 256 warm"));
}

void tst_Test::budgets_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<ExitStatus>("status");
    QTest::addColumn<QByteArray>("mentions");

    QTest::newRow("warned of") << QStringList() << ExitStatus::Succeeded
                               << QByteArray("Passed with warnings: events/health.json");
    QTest::newRow("enforced") << QStringList{QStringLiteral("--enforce-budgets")}
                              << ExitStatus::FixturesFailed
                              << QByteArray("Failed: events/health.json");
}

void tst_Test::budgets()
{
    QFETCH(const QStringList, options);
    QFETCH(const ExitStatus, status);
    QFETCH(const QByteArray, mentions);
    const ShopCopy copy;
    const QString sidecar = QStringLiteral("events/health.expect.json");
    copy.replace(sidecar, "\"function\"", "\"budgets\": {\"maxMemoryUsedMb\": 1}, \"function\"");

    const CliRun run = test(QStringList{copy.file(sidecar)} + options);

    QVERIFY2(run.status == status, run.out.constData());
    QVERIFY2(run.out.contains(mentions), run.out.constData());
    QVERIFY2(run.out.contains("the budget is 1 MB."), run.out.constData());
}

void tst_Test::failFast()
{
    const ShopCopy copy;
    copy.breakTotals();

    const CliRun run = test({copy.file(QStringLiteral("events/create-order-total.json")),
                             copy.file(QStringLiteral("events/read-order.json")),
                             QStringLiteral("--fail-fast"), QStringLiteral("--json")});

    QVERIFY(run.status == ExitStatus::FixturesFailed);
    QCOMPARE(namesOf(reportOf(run), "failed"), QStringLiteral("create-order-total"));
    QCOMPARE(namesOf(reportOf(run), "notRun"), QStringLiteral("read-order"));
}

void tst_Test::acceptGolden()
{
    const ShopCopy copy;
    copy.breakTotals();
    const QString sidecar = QStringLiteral("events/create-order-golden.expect.json");
    const QByteArray before = copy.read(sidecar);

    const CliRun refused = test({copy.file(sidecar)});
    QVERIFY(refused.status == ExitStatus::FixturesFailed);
    QCOMPARE(copy.read(sidecar), before);
    const CliRun accepted = test({copy.file(sidecar), QStringLiteral("--accept-golden")});
    const CliRun again = test({copy.file(sidecar)});

    QVERIFY2(accepted.status == ExitStatus::Succeeded, accepted.out.constData());
    QVERIFY2(accepted.out.contains(
                 "Accepted as the new golden response: events/create-order-golden.json\n"),
             accepted.out.constData());
    const QByteArray after = copy.read(sidecar);
    QVERIFY2(after.contains("33.0") && after.contains("<uuid>") && after.contains("<time>"),
             after.constData());
    QVERIFY2(after.contains("The answer to a new order stays"), after.constData());
    QVERIFY2(again.status == ExitStatus::Succeeded, again.out.constData());
}

void tst_Test::junit()
{
    const ShopCopy copy;
    copy.breakTotals();
    const QString report = copy.file(QStringLiteral("report.xml"));

    const CliRun run = test({copy.path(), QStringLiteral("--tag"), QStringLiteral("smoke"),
                             QStringLiteral("--junit"), report});
    const CliRun unwritable
        = test({copy.file(QStringLiteral("events/health.json")), QStringLiteral("--junit"),
                QStringLiteral("/nowhere/report.xml")});

    QVERIFY(run.status == ExitStatus::FixturesFailed);
    QStringList cases;
    QStringList failures;
    QXmlStreamReader xml(copy.read(QStringLiteral("report.xml")));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"testcase")
            cases.append(xml.attributes().value(QStringLiteral("name")).toString());
        else if (xml.name() == u"failure")
            failures.append(xml.attributes().value(QStringLiteral("message")).toString());
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(
        cases,
        (QStringList{QStringLiteral("events/create-order-total"),
                     QStringLiteral("events/read-order"), QStringLiteral("events/upload-photo")}));
    QCOMPARE(failures,
             (QStringList{QStringLiteral("The body's /total is 33.0, expected 60."),
                          QStringLiteral("The body's /total is 13.5, expected 31.5.")}));
    QVERIFY(unwritable.status == ExitStatus::NotRun);
    QVERIFY2(unwritable.err.contains("there is no folder /nowhere"), unwritable.err.constData());
}

void tst_Test::listAsText()
{
    const CliRun run
        = test({shop() + QStringLiteral("/events/read-order.json"),
                shop() + QStringLiteral("/events/health.json"), QStringLiteral("--list")});

    QCOMPARE(run.out,
             QByteArray("events/health.json      orders\n"
                        "events/read-order.json  orders  smoke\n"));
}

void tst_Test::listOfColumns()
{
    const CliRun run
        = test({shop() + QStringLiteral("/events/health.json"), QStringLiteral("--list"),
                QStringLiteral("--runtime"), QStringLiteral("python3.12,nodejs22.x"),
                QStringLiteral("--memory"), QStringLiteral("128,256")});

    QCOMPARE(run.out,
             QByteArray("events/health.json  orders  128 MB, python3.12\n"
                        "events/health.json  orders  256 MB, python3.12\n"));
}

void tst_Test::eventsWithoutSidecars()
{
    const ShopCopy copy;
    copy.write(QStringLiteral("events/try.json"), "{}");
    copy.write(QStringLiteral("other/events/one.json"), "{}");

    const CliRun all = test({copy.path(), QStringLiteral("--list")});
    const CliRun none = test({copy.file(QStringLiteral("other"))});

    QCOMPARE(all.out.count('\n'), 12);
    QVERIFY2(all.err.startsWith("2 events without an .expect.json were left out"),
             all.err.constData());
    QVERIFY(none.status == ExitStatus::NotRun);
    QVERIFY2(none.err.contains("/other has an .expect.json beside it"), none.err.constData());
}

void tst_Test::fromASubfolder()
{
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(shop() + QStringLiteral("/orders")));

    const CliRun run = test({QStringLiteral("--list")});

    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(run.out.count('\n'), 12);
}

void tst_Test::progressOnATerminalOnly()
{
    const QTemporaryDir cache;
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const cli::Surroundings terminal{in,           out, err, QStringLiteral(COLDFRAME_SOURCE_DIR),
                                     cache.path(), true};

    cli::run({QStringLiteral("test"), shop() + QStringLiteral("/events/health.json")}, terminal);

    QCOMPARE(QByteArray::fromStdString(err.str()), QByteArray("\r1 of 1 fixtures\033[K\r\033[K"));
}

namespace {

/// coldframe-cli as a process of its own, for what only signals end.
class TestProcess
{
public:
    explicit TestProcess(const QStringList &arguments)
    {
        m_process.setProcessEnvironment(environment());
        m_process.start(QStringLiteral(COLDFRAME_BINARY_DIR "/cli/coldframe-cli"),
                        QStringList{QStringLiteral("test")} + arguments);
    }

    ~TestProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Everything so far on standard output.
    QByteArray output()
    {
        m_output += m_process.readAllStandardOutput();
        return m_output;
    }

    QByteArray errors()
    {
        m_errors += m_process.readAllStandardError();
        return m_errors;
    }

    void interrupt() { ::kill(pid_t(m_process.processId()), SIGINT); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    int exitCode() const { return m_process.exitCode(); }

private:
    static QProcessEnvironment environment()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        return environment;
    }

    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

} // namespace

void tst_Test::watchRunsWhatIsAffected()
{
    const ShopCopy copy;
    TestProcess process({copy.path(), QStringLiteral("--watch")});
    QTRY_COMPARE(process.errors().count("Watching "), 1);
    QVERIFY2(process.output().contains("12 fixtures: 12 passed"), process.output().constData());

    copy.breakTotals(); // of the Python function, which eight fixtures are for
    QTRY_COMPARE(process.errors().count("Watching "), 2);
    QVERIFY2(process.output().contains("8 fixtures: 5 passed, 2 failed, 1 changed"),
             process.output().constData());

    copy.replace(QStringLiteral("events/upload-photo.expect.json"), "256", "257");
    QTRY_COMPARE(process.errors().count("Watching "), 3);
    QVERIFY2(process.output().contains("1 fixture: 1 failed"), process.output().constData());

    copy.write(QStringLiteral("events/new.json"), "{}"); // nothing is expected of it yet
    copy.write(QStringLiteral("events/new.expect.json"), "{}");
    QTRY_COMPARE(process.errors().count("Watching "), 4);
    QVERIFY2(process.output().contains("1 fixture: 1 could not run"), process.output().constData());

    process.interrupt();
    QTRY_VERIFY(!process.isRunning());
    QCOMPARE(process.exitCode(), int(ExitStatus::Interrupted));
    QVERIFY2(process.errors().contains("changed: app.py ----"), process.errors().constData());
}

void tst_Test::interrupted()
{
    const ShopCopy copy(QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/hello-lambda"));
    const QString marker = copy.file(QStringLiteral("running"));
    copy.write(QStringLiteral("slow/app.py"),
               "import pathlib, time\ndef handler(event, context):\n"
               "    pathlib.Path(event['marker']).touch()\n    time.sleep(600)\n");
    copy.write(QStringLiteral("template.yaml"),
               "Resources:\n  Slow:\n    Type: AWS::Serverless::Function\n    Properties:\n"
               "      CodeUri: slow/\n      Handler: app.handler\n      Runtime: python3.13\n"
               "      Timeout: 900\n");
    copy.write(QStringLiteral("events/slow.json"), "{\"marker\": \"" + marker.toUtf8() + "\"}");
    TestProcess process({copy.file(QStringLiteral("events/slow.json")),
                         QStringLiteral("--isolation"), QStringLiteral("none")});
    QTRY_VERIFY(QFile::exists(marker));

    process.interrupt();

    QTRY_VERIFY(!process.isRunning());
    QCOMPARE(process.exitCode(), int(ExitStatus::Interrupted));
    QVERIFY2(process.output().contains("Stopped before all of them ran.\n1 fixture: 1 not run\n"),
             process.output().constData());
}

COLDFRAME_TEST(tst_Test);

#include "tst_test.moc"
