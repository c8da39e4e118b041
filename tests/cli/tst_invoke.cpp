// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recordprinter.h"
#include "core/base/jsontext.h"
#include "core/lambda/report.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_Invoke : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data();
    void targets();
    void theResponseAloneOnStandardOutput_data();
    void theResponseAloneOnStandardOutput();
    void eventFromStandardInput();
    void eventFromAFile();
    void eventFromTheOption_data();
    void eventFromTheOption();
    void eventThatIsNoJson_data();
    void eventThatIsNoJson();
    void eventFromATemplate();
    void exitStatuses_data();
    void exitStatuses();
    void repeatedRuns();
    void repeatedColdRuns();
    void repeatedRunsOfWhichOneFails();
    void aColdStartThatCouldHaveBeenWarmSaysWhy();
    void recordsAsJson();
    void severalRecordsAsJson();
    void aFailureAsJson();
    void options();
    void everyLineIsPrintedOnce();
    void binaryResponse();
    void streamedResponse_data();
    void streamedResponse();
    void manySpans_data();
    void manySpans();
    void hintBehindAFailure();
    void costOfARun();
    void costAsJson();

private:
    CliRun invoke(const QStringList &arguments, const QByteArray &input = {})
    {
        return m_cli.run(QStringList{QStringLiteral("invoke")} + arguments, input);
    }

    CliTest m_cli;
};

namespace {

QString workspaceFolder(const char *name)
{
    return QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/workspaces/")
        + QString::fromLatin1(name);
}

QByteArrayList linesWith(const QByteArray &text, const QByteArray &begin)
{
    QByteArrayList found;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(begin))
            found.append(line);
    }
    return found;
}

void writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

void tst_Invoke::streamedResponse_data()
{
    QTest::addColumn<QByteArray>("lastStep");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<ExitStatus>("status");

    QTest::newRow("more than a record keeps")
        << QByteArray("stream.end();") << QByteArray("x\n") << ExitStatus::Succeeded;
    QTest::newRow("that breaks off") << QByteArray("throw new Error('no more');")
                                     << QByteArray("\n") << ExitStatus::FunctionFailed;
}

void tst_Invoke::streamedResponse()
{
    QFETCH(const QByteArray, lastStep);
    QFETCH(const QByteArray, end);
    QFETCH(const ExitStatus, status);
    constexpr qsizetype parts = 8;
    constexpr qsizetype partBytes = 1024 * 1024;
    const QTemporaryDir folder;
    writeText(folder.filePath(QStringLiteral("app.js")),
              "exports.handler = awslambda.streamifyResponse(async (event, stream) => {\n"
              "    for (let i = 0; i < 8; ++i) {\n"
              "        if (!stream.write(Buffer.alloc(1024 * 1024, 'x')))\n"
              "            await new Promise((resolve) => stream.once('drain', resolve));\n"
              "    }\n"
              "    "
                  + lastStep + "\n});\n");

    const CliRun run
        = invoke({folder.filePath(QStringLiteral("app.js")), QStringLiteral("--stream"),
                  QStringLiteral("--timeout"), QStringLiteral("60")});

    QVERIFY2(run.status == status, run.err.constData());
    QVERIFY(run.out.startsWith(QByteArray(parts * partBytes, 'x')));
    QVERIFY(run.out.endsWith(end));
}

void tst_Invoke::targets_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("response");

    const QString hello = workspaceFolder("handlers/hello/python");
    const QByteArray greeting = "{\"statusCode\": 200, \"body\": \"Hello, world!\"}\n";
    QTest::newRow("a Python file")
        << QStringList{handlerFile("python/echo.py")} << QByteArray("{}\n");
    QTest::newRow("a Node.js file")
        << QStringList{handlerFile("nodejs/echo.js")} << QByteArray("{}\n");
    QTest::newRow("an ES module") << QStringList{handlerFile("nodejs/top_level_await.mjs")}
                                  << QByteArray();
    QTest::newRow("a function of a file")
        << QStringList{workspaceFolder("handlers/orders/api.js") + QStringLiteral(":create"),
                       QStringLiteral("--template"), QStringLiteral("hello")}
        << QByteArray("{}\n");
    QTest::newRow("a folder") << QStringList{hello} << greeting;
    QTest::newRow("a folder with a handler")
        << QStringList{hello, QStringLiteral("--handler"), QStringLiteral("app.handler")}
        << greeting;
    QTest::newRow("a folder with handler and runtime")
        << QStringList{hello, QStringLiteral("--handler"), QStringLiteral("app.handler"),
                       QStringLiteral("--runtime"), QStringLiteral("python3.11")}
        << greeting;
    QTest::newRow("a function of a workspace")
        << QStringList{QStringLiteral("hello-python"), QStringLiteral("--workspace"),
                       workspaceFolder("handlers")}
        << greeting;
}

void tst_Invoke::targets()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, response);

    const CliRun run = invoke(arguments);

    QVERIFY2(run.status == ExitStatus::Succeeded, run.err.constData());
    if (!response.isEmpty())
        QCOMPARE(run.out, response);
}

void tst_Invoke::theResponseAloneOnStandardOutput_data()
{
    QTest::addColumn<QString>("file");

    QTest::newRow("Python") << handlerFile("python/prints.py");
    QTest::newRow("Node.js") << handlerFile("nodejs/prints.js");
}

void tst_Invoke::theResponseAloneOnStandardOutput()
{
    QFETCH(const QString, file);

    const CliRun run = invoke({file, QStringLiteral("--event"), QStringLiteral("-")},
                              R"({"lines":["to the log"],"errors":["to the log as well"]})");

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, QByteArray("null\n"));
    const qsizetype init = run.err.indexOf("INIT_START ");
    const qsizetype start = run.err.indexOf("\nSTART RequestId: ");
    const qsizetype first = run.err.indexOf("to the log\n");
    const qsizetype second = run.err.indexOf("to the log as well\n");
    const qsizetype end = run.err.indexOf("\nEND RequestId: ");
    const qsizetype report = run.err.indexOf("\nREPORT RequestId: ");
    QVERIFY2(init == 0 && init < start && start < first && first < second && second < end
                 && end < report,
             run.err.constData());
    const QByteArray line = linesWith(run.err, "REPORT ").first();
    QVERIFY2(parseReport(line).has_value(), line.constData());
}

void tst_Invoke::eventFromStandardInput()
{
    const QByteArray event = "{\"text\": \"\xc3\xbc\"}";

    const CliRun run = invoke(
        {handlerFile("nodejs/echo.js"), QStringLiteral("--event"), QStringLiteral("-")}, event);

    QCOMPARE(run.out, QByteArray("{\"text\":\"\xc3\xbc\"}\n"));
}

void tst_Invoke::eventFromAFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("event.json"));
    writeText(file, "{\"a\": [1, 2]}\n");

    const CliRun run = invoke({handlerFile("nodejs/echo.js"), QStringLiteral("--event"), file});

    QCOMPARE(run.out, QByteArray("{\"a\":[1,2]}\n"));
}

void tst_Invoke::eventFromTheOption_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QByteArray>("response");

    QTest::newRow("an object") << QStringLiteral("{\"name\": \"Ad\u00e4\"}")
                               << QByteArray("{\"name\":\"Ad\xc3\xa4\"}\n");
    QTest::newRow("a list behind blanks") << QStringLiteral(" \n[1, {}]") << QByteArray("[1,{}]\n");
    QTest::newRow("cut off") << QStringLiteral("{\"a\": ") << QByteArray();
}

void tst_Invoke::eventFromTheOption()
{
    QFETCH(const QString, event);
    QFETCH(const QByteArray, response);

    const CliRun run = invoke({handlerFile("nodejs/echo.js"), QStringLiteral("--event"), event});

    QVERIFY2(run.out == response, run.err.constData());
    QCOMPARE(run.err.contains("line 1, column 7"), response.isEmpty());
}

void tst_Invoke::eventThatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("place");

    QTest::newRow("in the second line")
        << QByteArray("{\n  \"a\": oops\n}") << QByteArray("line 2, column 8");
    QTest::newRow("cut off") << QByteArray("{\"a\": ") << QByteArray("line 1, column 7");
    QTest::newRow("empty") << QByteArray() << QByteArray("line 1, column 1");
}

void tst_Invoke::eventThatIsNoJson()
{
    QFETCH(const QByteArray, event);
    QFETCH(const QByteArray, place);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("event.json"));
    writeText(file, event);

    const CliRun run = invoke({handlerFile("python/echo.py"), QStringLiteral("--event"), file});

    QCOMPARE(run.status, ExitStatus::NotRun);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(place), run.err.constData());
}

void tst_Invoke::eventFromATemplate()
{
    const CliRun run
        = invoke({handlerFile("python/hello.py"), QStringLiteral("--template"),
                  QStringLiteral("hello"), QStringLiteral("--set"), QStringLiteral("name=Ada")});

    QCOMPARE(run.out, QByteArray("{\"message\": \"hello, Ada\"}\n"));
}

void tst_Invoke::exitStatuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");

    const auto row = [](const char *title, const char *file, const char *options, int status) {
        QTest::newRow(title) << QStringList{handlerFile(file)} + words(options) << status;
    };
    row("success", "python/hello.py", "", 0);
    row("an exception", "python/raises.py", "", 1);
    row("a crash", "python/exits.py", "", 1);
    row("a module that is missing", "nodejs/missing_module.js", "", 1);
    row("a function that is missing", "python/hello.py:nothing", "", 1);
    row("a timeout", "python/never_returns.py", "--timeout 0.5", 1);
    row("refused", "python/hello.py", "--memory 1", 2);
}

void tst_Invoke::exitStatuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, status);

    const CliRun run = invoke(arguments);

    QVERIFY2(static_cast<int>(run.status) == status, run.err.constData());
    QCOMPARE(run.out.isEmpty(), status == 2);
}

void tst_Invoke::repeatedRuns()
{
    const CliRun run = invoke(
        {handlerFile("python/counts.py"), QStringLiteral("--repeat"), QStringLiteral("3")});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, QByteArray("1\n2\n3\n"));
    const QByteArrayList reports = linesWith(run.err, "REPORT ");
    QCOMPARE(reports.size(), 3);
    QVERIFY(reports[0].contains("Init Duration: "));
    QVERIFY(!reports[1].contains("Init Duration: "));
    QVERIFY(!reports[2].contains("Init Duration: "));
    QCOMPARE(linesWith(run.err, "INIT_START ").size(), 1);
    QCOMPARE(linesWith(run.err, "START ").size(), 3);
    QCOMPARE(linesWith(run.err, "END ").size(), 3);
}

void tst_Invoke::repeatedColdRuns()
{
    const CliRun run = invoke({handlerFile("nodejs/counts.js"), QStringLiteral("--repeat"),
                               QStringLiteral("2"), QStringLiteral("--cold")});

    QCOMPARE(run.out, QByteArray("1\n1\n"));
    for (const QByteArray &report : linesWith(run.err, "REPORT "))
        QVERIFY(report.contains("Init Duration: "));
}

void tst_Invoke::repeatedRunsOfWhichOneFails()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("app.py"));
    writeText(file,
              "calls = 0\n"
              "def handler(event, context):\n"
              "    global calls\n"
              "    calls += 1\n"
              "    return 6 / (calls - 1)\n");

    const CliRun run = invoke({file, QStringLiteral("--repeat"), QStringLiteral("2")});

    QCOMPARE(run.status, ExitStatus::FunctionFailed);
    const QByteArrayList lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains("ZeroDivisionError"));
    QCOMPARE(lines[1], QByteArray("6.0"));
}

void tst_Invoke::aColdStartThatCouldHaveBeenWarmSaysWhy()
{
    const CliRun run
        = invoke({handlerFile("python/exits.py"), QStringLiteral("--repeat"), QStringLiteral("2")});

    const QByteArrayList reasons = linesWith(run.err, "coldframe-cli: Cold");
    QCOMPARE(reasons.size(), 1); // of the second run
    QVERIFY(reasons.front().contains("a crash"));
}

void tst_Invoke::recordsAsJson()
{
    const CliRun run
        = invoke({handlerFile("python/hello.py"), QStringLiteral("--output"),
                  QStringLiteral("json"), QStringLiteral("--memory"), QStringLiteral("256")});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.out.count('\n'), 1);
    const auto json = parseJson(run.out);
    QVERIFY(json.has_value());
    QCOMPARE(json->at("status").get<std::string>(), std::string("success"));
    QCOMPARE(json->at("response").at("message").get<std::string>(), std::string("hello, world"));
    QCOMPARE(json->at("coldStart").get<bool>(), true);
    QCOMPARE(json->at("coldStartReason").get<std::string>(), std::string("firstInvocation"));
    const OrderedJson &report = json->at("report");
    QCOMPARE(report.at("memorySizeMB").get<int>(), 256);
    QVERIFY(report.at("maxMemoryUsedMB").get<int>() > 0);
    QVERIFY(report.at("durationMs").get<double>() > 0);
    QVERIFY(report.at("initDurationMs").get<double>() > 0);
    QVERIFY(report.at("billedDurationMs").get<double>()
            >= report.at("initDurationMs").get<double>() + report.at("durationMs").get<double>());
    QCOMPARE(json->at("phases").size(), std::size_t(7));
    QVERIFY(!json->at("imports").empty());
    QCOMPARE(json->at("function").at("handler").get<std::string>(), std::string("hello.handler"));
    QVERIFY(json->at("environment").at("version").get<std::string>().starts_with("Python 3."));
    QVERIFY(json->at("log").back().at("line").get<std::string>().starts_with("REPORT "));
    QVERIFY(!json->contains("errorType"));
}

void tst_Invoke::severalRecordsAsJson()
{
    const CliRun run
        = invoke({handlerFile("python/counts.py"), QStringLiteral("--output"),
                  QStringLiteral("json"), QStringLiteral("--repeat"), QStringLiteral("2")});

    const QByteArrayList lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        const auto json = parseJson(lines[i]);
        QVERIFY(json.has_value());
        QCOMPARE(json->at("response").get<int>(), int(i + 1));
        QCOMPARE(json->at("coldStart").get<bool>(), i == 0);
        QCOMPARE(json->at("report").contains("initDurationMs"), i == 0);
    }
}

void tst_Invoke::aFailureAsJson()
{
    const CliRun run = invoke(
        {handlerFile("python/raises.py"), QStringLiteral("--output"), QStringLiteral("json")});

    QCOMPARE(run.status, ExitStatus::FunctionFailed);
    const auto json = parseJson(run.out);
    QVERIFY(json.has_value());
    QCOMPARE(json->at("status").get<std::string>(), std::string("error"));
    QCOMPARE(json->at("errorType").get<std::string>(), std::string("ValueError"));
    QCOMPARE(json->at("response").at("errorMessage").get<std::string>(), std::string("no good"));
}

void tst_Invoke::options()
{
    const CliRun run
        = invoke({handlerFile("python/context_dump.py"), QStringLiteral("--env"),
                  QStringLiteral("TABLE=a=b"), QStringLiteral("--env"), QStringLiteral("STAGE="),
                  QStringLiteral("--memory"), QStringLiteral("333"), QStringLiteral("--timeout"),
                  QStringLiteral("12.5"), QStringLiteral("--isolation"), QStringLiteral("none")});

    const auto response = parseJson(run.out);
    QVERIFY2(response.has_value(), run.err.constData());
    const OrderedJson &variables = response->at("environment");
    QCOMPARE(variables.at("TABLE").get<std::string>(), std::string("a=b"));
    QCOMPARE(variables.at("STAGE").get<std::string>(), std::string());
    QCOMPARE(response->at("memory_limit_in_mb").get<std::string>(), std::string("333"));
    const int remaining = response->at("remaining").get<int>();
    QVERIFY(remaining > 0 && remaining <= 12'500);
    QCOMPARE(variables.at("LAMBDA_TASK_ROOT").get<std::string>(),
             QDir(handlerFile("python")).absolutePath().toStdString());
}

void tst_Invoke::everyLineIsPrintedOnce()
{
    QByteArray event = "{\"lines\":[\"0\"";
    for (int i = 1; i < 3000; ++i)
        event += ",\"" + QByteArray::number(i) + '"';
    event += "]}";

    const CliRun run
        = invoke({handlerFile("python/prints.py"), QStringLiteral("--event"), QStringLiteral("-"),
                  QStringLiteral("--repeat"), QStringLiteral("2")},
                 event);

    QByteArrayList numbers;
    for (const QByteArray &line : run.err.split('\n')) {
        if (!line.isEmpty() && line[0] >= '0' && line[0] <= '9')
            numbers.append(line);
    }
    QCOMPARE(numbers.size(), 6000);
    for (qsizetype i = 0; i < numbers.size(); ++i)
        QCOMPARE(numbers[i].toInt(), int(i % 3000));
}

void tst_Invoke::binaryResponse()
{
    const CliRun run = invoke({handlerFile("python/binary_output.py")});

    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    QCOMPARE(run.out, all + '\n');
}

void tst_Invoke::manySpans_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("last");

    QTest::newRow("all are shown") << 20 << QByteArray("SPAN load: ");
    QTest::newRow("some more") << 25 << QByteArray("SPAN 5 more; --output json has all");
    QTest::newRow("as many as a record keeps")
        << 2'000 << QByteArray("SPAN 1980 more, and perhaps others: a record keeps 2");
}

void tst_Invoke::manySpans()
{
    QFETCH(const int, count);
    QFETCH(const QByteArray, last);
    InvocationRecord record;
    HandlerSpan span;
    span.kind = HandlerSpanKind::Own;
    span.name = QStringLiteral("load");
    span.duration = std::chrono::milliseconds(1);
    span.isFinished = true;
    record.spans.assign(static_cast<std::size_t>(count), span);
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const cli::Surroundings surroundings{in, out, err, {}, {}, false, false, {}, {}};

    cli::RecordPrinter(cli::OutputFormat::Text, false, surroundings).print(record);

    const QByteArrayList lines = QByteArray::fromStdString(err.str()).trimmed().split('\n');
    QVERIFY2(lines.last().startsWith(last), lines.last().constData());
}

void tst_Invoke::hintBehindAFailure()
{
    const CliRun run = invoke({handlerFile("python/missing_module.py")});

    const QByteArrayList hints = linesWith(run.err, "coldframe-cli: ");
    QCOMPARE(hints.size(), 1);
    QVERIFY2(hints[0].contains("module_that_does_not_exist"), hints[0].constData());
    QVERIFY(run.out.contains("\"Runtime.ImportModuleError\""));
}

void tst_Invoke::costOfARun()
{
    const CliRun run = invoke({handlerFile("python/hello.py"), QStringLiteral("--cost")});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    const QByteArrayList costs = linesWith(run.err, "COST ");
    QCOMPARE(costs.size(), 1);
    QVERIFY2(costs[0].contains(" per call, "), costs[0].constData());
    QVERIFY2(costs[0].contains("us-east-1"), costs[0].constData());
}

void tst_Invoke::costAsJson()
{
    const CliRun run
        = invoke({handlerFile("python/hello.py"), QStringLiteral("--cost"),
                  QStringLiteral("--snap-start"), QStringLiteral("--memory"),
                  QStringLiteral("1024"), QStringLiteral("--output"), QStringLiteral("json")});

    QCOMPARE(run.err, QByteArray());
    const auto json = parseJson(run.out);
    QVERIFY(json.has_value());
    QVERIFY(json->at("report").at("billedRestoreDurationMs").get<int>() > 0);
    const OrderedJson &cost = json->at("cost");
    QCOMPARE(cost.at("lines").front().at("item").get<std::string>(), std::string("requests"));
    QCOMPARE(cost.at("lines").back().at("item").get<std::string>(),
             std::string("snapStartRestore"));
    QCOMPARE(cost.at("lines").back().at("costUsd").get<std::string>(), std::string("0.0001397998"));
    QCOMPARE(cost.at("withoutPrice").size(), std::size_t(0));
    QCOMPARE(cost.at("billedByMonth").front().get<std::string>(), std::string("snapStartCache"));
    const double total = std::stod(cost.at("costUsd").get<std::string>());
    QVERIFY(total > 0.00014 && total < 0.001);
}

COLDFRAME_TEST(tst_Invoke);

#include "tst_invoke.moc"
