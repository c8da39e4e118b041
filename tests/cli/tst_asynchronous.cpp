// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_Asynchronous : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailureIsTriedThreeTimes();
    void aFailureAsJson();
    void aSuccessGoesToItsFile();
    void anotherFunctionGetsTheFailure();
    void aProblemOfADestinationIsTold();
    void exitStatusOfTheLastAttempt_data();
    void exitStatusOfTheLastAttempt();
    void aDuplicateIsMarked();
    void retriesAndAge_data();
    void retriesAndAge();
    void whatIsRefused_data();
    void whatIsRefused();
    void interruptedWhileItWaits();

private:
    CliRun invoke(const QStringList &arguments, const QByteArray &input = {})
    {
        return m_cli.run(QStringList{QStringLiteral("invoke"), QStringLiteral("--asynchronous")}
                             + arguments,
                         input);
    }

    /// Without waiting.
    CliRun fast(const QStringList &arguments, const QByteArray &input = {})
    {
        return invoke(QStringList{QStringLiteral("--fast-forward")} + arguments, input);
    }

    CliTest m_cli;
};

namespace {

/// What the queue told of its events, without request ids and points in time.
QByteArrayList eventLines(const QByteArray &text)
{
    QByteArrayList lines;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith("EVENT "))
            lines.append(line.mid(line.indexOf(' ', 6) + 1));
    }
    return lines;
}

std::vector<OrderedJson> jsonLines(const QByteArray &text)
{
    std::vector<OrderedJson> lines;
    for (const QByteArray &line : text.trimmed().split('\n'))
        lines.push_back(parseJson(line).value_or(OrderedJson()));
    return lines;
}

std::string typeOf(const OrderedJson &line)
{
    return line.contains("type") ? line.at("type").get<std::string>() : "record";
}

QByteArray wholeFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeApp(const QTemporaryDir &folder, const QByteArray &code)
{
    QFile file(folder.filePath(QStringLiteral("app.py")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(code);
}

} // namespace

void tst_Asynchronous::aFailureIsTriedThreeTimes()
{
    const CliRun run = fast({handlerFile("python/raises.py")});

    QCOMPARE(run.status, ExitStatus::FunctionFailed);
    QCOMPARE(run.out.count("\"no good\""), 3);
    QCOMPARE(run.err.count("\nREPORT RequestId: "), 3);
    const QByteArrayList lines = eventLines(run.err);
    QCOMPARE(lines.size(), 8);
    QVERIFY2(lines[0].startsWith("accepted (202) for "), lines[0].constData());
    QCOMPARE(lines[1], QByteArray("attempt 1: error (ValueError)"));
    QVERIFY2(lines[2].startsWith("next attempt in 60 s, at 20"), lines[2].constData());
    QVERIFY2(lines[2].endsWith(": skipped, times are virtual"), lines[2].constData());
    QCOMPARE(lines[3], QByteArray("attempt 2: error (ValueError)"));
    QVERIFY2(lines[4].startsWith("next attempt in 120 s, at 20"), lines[4].constData());
    QCOMPARE(lines[5], QByteArray("attempt 3: error (ValueError)"));
    QCOMPARE(lines[6], QByteArray("RetriesExhausted, attempts: 3"));
    QVERIFY2(lines[7].startsWith("record {\"version\":\"1.0\","), lines[7].constData());
}

void tst_Asynchronous::aFailureAsJson()
{
    const QTemporaryDir folder;
    const QString letters = folder.filePath(QStringLiteral("letters"));

    const CliRun run
        = fast({handlerFile("python/raises.py"), QStringLiteral("--event"), QStringLiteral("-"),
                QStringLiteral("--output"), QStringLiteral("json"), QStringLiteral("--dead-letter"),
                QStringLiteral("file:") + letters},
               R"({"n": 1.10})");

    QCOMPARE(run.status, ExitStatus::FunctionFailed);
    QCOMPARE(run.err, QByteArray());
    const std::vector<OrderedJson> lines = jsonLines(run.out);
    std::vector<std::string> types;
    for (const OrderedJson &line : lines)
        types.push_back(typeOf(line));
    QCOMPARE(types,
             (std::vector<std::string>{"accepted", "record", "attempt", "waiting", "record",
                                       "attempt", "waiting", "record", "attempt", "dealtWith"}));
    QCOMPARE(lines[0].at("statusCode").get<int>(), 202);
    const auto requestId = lines[0].at("requestId").get<std::string>();
    for (const std::size_t record : {1U, 4U, 7U}) {
        QCOMPARE(lines[record].at("requestId").get<std::string>(), requestId);
        QCOMPARE(lines[record].at("errorType").get<std::string>(), std::string("ValueError"));
        QCOMPARE(lines[record + 1].at("outcome").get<std::string>(), std::string("functionError"));
        QCOMPARE(lines[record + 1].at("attempt").get<int>(), int(record) / 3 + 1);
    }
    QCOMPARE(lines[3].at("seconds").get<int>(), 60);
    QCOMPARE(lines[6].at("seconds").get<int>(), 120);
    QCOMPARE(lines[6].at("skipped").get<bool>(), true);
    const OrderedJson &end = lines[9];
    QCOMPARE(end.at("condition").get<std::string>(), std::string("RetriesExhausted"));
    QCOMPARE(end.at("record").at("requestContext").at("requestId").get<std::string>(), requestId);
    QVERIFY(run.out.contains(R"("requestPayload":{"n":1.10})"));
    QCOMPARE(end.at("deliveries").size(), std::size_t(1));
    QCOMPARE(end.at("deliveries")[0].at("destination").get<std::string>(),
             "file:" + letters.toStdString());
    QCOMPARE(end.at("deliveries")[0].at("deadLetter").get<bool>(), true);
    QCOMPARE(end.at("deliveries")[0].at("delivered").get<bool>(), true);
    const auto letter = parseJson(wholeFile(letters));
    QVERIFY(letter.has_value());
    QCOMPARE(letter->at("Body").get<std::string>(), std::string(R"({"n": 1.10})"));
}

void tst_Asynchronous::aSuccessGoesToItsFile()
{
    const QTemporaryDir folder;
    const QString records = folder.filePath(QStringLiteral("records"));

    const CliRun run
        = fast({handlerFile("python/hello.py"), QStringLiteral("--repeat"), QStringLiteral("2"),
                QStringLiteral("--on-success"), QStringLiteral("file:") + records});

    QVERIFY2(run.status == ExitStatus::Succeeded, run.err.constData());
    QCOMPARE(run.out.count("hello, world"), 2);
    const std::vector<OrderedJson> lines = jsonLines(wholeFile(records));
    QCOMPARE(lines.size(), std::size_t(2));
    for (const OrderedJson &record : lines)
        QCOMPARE(record.at("responsePayload").at("message").get<std::string>(),
                 std::string("hello, world"));
    QCOMPARE(eventLines(run.err).count("record delivered to file:" + records.toUtf8()), 2);
}

void tst_Asynchronous::anotherFunctionGetsTheFailure()
{
    const CliRun run
        = fast({QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/handlers/python"),
                QStringLiteral("--handler"), QStringLiteral("raises.handler"),
                QStringLiteral("--retries"), QStringLiteral("0"), QStringLiteral("--workspace"),
                QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/workspaces/handlers"),
                QStringLiteral("--on-failure"), QStringLiteral("function:hello-python")});

    // The status is that of the event itself, not of what its failure led to.
    QVERIFY2(run.status == ExitStatus::FunctionFailed, run.err.constData());
    QVERIFY2(run.out.contains("Hello, world!"), run.out.constData());
    const QByteArrayList lines = eventLines(run.err);
    QVERIFY(lines.contains("record delivered to function:hello-python"));
    QVERIFY(lines.contains("attempt 1: success"));
}

void tst_Asynchronous::aProblemOfADestinationIsTold()
{
    const CliRun run = fast({handlerFile("python/hello.py"), QStringLiteral("--on-success"),
                             QStringLiteral("file:/nonexistent/records")});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QVERIFY(eventLines(run.err).contains(
        "record not delivered to file:/nonexistent/records: /nonexistent/records: No such file or "
        "directory"));
}

void tst_Asynchronous::exitStatusOfTheLastAttempt_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<ExitStatus>("status");

    QTest::newRow("fails twice") << QByteArray("calls < 3") << ExitStatus::Succeeded;
    QTest::newRow("fails always") << QByteArray("True") << ExitStatus::FunctionFailed;
}

void tst_Asynchronous::exitStatusOfTheLastAttempt()
{
    QFETCH(const QByteArray, condition);
    QFETCH(const ExitStatus, status);
    const QTemporaryDir folder;
    writeApp(folder,
             "calls = 0\n"
             "def handler(event, context):\n"
             "    global calls\n"
             "    calls += 1\n"
             "    if "
                 + condition
                 + ":\n"
                   "        raise ValueError(calls)\n"
                   "    return calls\n");

    const CliRun run = fast({folder.filePath(QStringLiteral("app.py"))});

    QVERIFY2(run.status == status, run.err.constData());
    QCOMPARE(run.out.count('\n'), 3);
}

void tst_Asynchronous::aDuplicateIsMarked()
{
    const CliRun run = fast({handlerFile("python/counts.py"), QStringLiteral("--duplicate")});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, QByteArray("1\n2\n"));
    QVERIFY(eventLines(run.err).contains("delivered again (duplicate): success"));
    QByteArrayList ids;
    for (const QByteArray &line : run.err.split('\n')) {
        if (line.startsWith("START RequestId: "))
            ids.append(line.split(' ')[2]);
    }
    QCOMPARE(ids.size(), 2);
    QCOMPARE(ids[0], ids[1]);
}

void tst_Asynchronous::retriesAndAge_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("end");

    QTest::newRow("no retries") << words("--retries 0")
                                << QByteArray("RetriesExhausted, attempts: 1");
    QTest::newRow("one retry") << words("--retries 1")
                               << QByteArray("RetriesExhausted, attempts: 2");
    QTest::newRow("two minutes at most")
        << words("--maximum-age 2m") << QByteArray("EventAgeExceeded, attempts: 2");
}

void tst_Asynchronous::retriesAndAge()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, end);

    const CliRun run = fast(QStringList{handlerFile("python/raises.py")} + options);

    const QByteArrayList lines = eventLines(run.err);
    QVERIFY2(std::any_of(lines.begin(), lines.end(),
                         [&end](const QByteArray &line) { return line.startsWith(end); }),
             run.err.constData());
}

void tst_Asynchronous::whatIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("sentence");

    const auto row = [](const char *options, const QByteArray &sentence,
                        const QByteArray &event = "{}") {
        QTest::newRow(options) << QStringList{QStringLiteral("--asynchronous")} + words(options)
                               << event << sentence;
    };
    row("--event -", "1,048,577 bytes, and Lambda accepts at most 1,048,576 in an asynchronous",
        '"' + QByteArray(1'048'575, 'x') + '"');
    QTest::newRow("broken JSON") << words("--asynchronous --event -") << QByteArray("{\n oops}")
                                 << QByteArray("line 2, column 2");
    row("--memory 1", "memory: 1 MB");
    row("--on-failure function:nobody", "nobody");
    row("--on-failure s3:bucket", "--on-failure: \"s3:bucket\", it must be function:NAME");
    row("--on-success http://example.com/", "an address of this computer");
    row("--dead-letter file:", "--dead-letter: \"file:\"");
    row("--retries 3", "--retries: \"3\", it must be 0, 1 or 2");
    row("--retries x", "--retries: \"x\"");
    row("--maximum-age 59", "--maximum-age: \"59\", it must be 60s to 6h");
    row("--maximum-age 7h", "--maximum-age: \"7h\"");
    row("--maximum-age 1d", "--maximum-age: \"1d\"");
    row("--stream", "--stream: an asynchronous invocation has none");
    row("--client-context {}", "--client-context: an asynchronous invocation has none");
    for (const char *option :
         {"--fast-forward", "--duplicate", "--retries 1", "--maximum-age 60", "--on-success file:a",
          "--on-failure file:a", "--dead-letter file:a"})
        QTest::addRow("only %s", option)
            << words(option) << QByteArray("{}") << QByteArray("it needs --asynchronous");
}

void tst_Asynchronous::whatIsRefused()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, event);
    QFETCH(const QByteArray, sentence);

    const CliRun run = m_cli.run(
        QStringList{QStringLiteral("invoke"), handlerFile("python/hello.py")} + options, event);

    QCOMPARE(run.status, ExitStatus::NotRun);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(sentence), run.err.constData());
    QVERIFY(eventLines(run.err).isEmpty());
}

void tst_Asynchronous::interruptedWhileItWaits()
{
    constexpr int untilThen = 60'000;
    QProcess process;
    process.start(QStringLiteral(COLDFRAME_BINARY_DIR "/cli/coldframe-cli"),
                  {QStringLiteral("invoke"), handlerFile("python/raises.py"),
                   QStringLiteral("--asynchronous")});
    QVERIFY(process.waitForStarted());
    process.setReadChannel(QProcess::StandardError);
    QByteArray text;
    while (!text.contains("next attempt in 60 s, at 20")
           || !text.contains("with --fast-forward there is no waiting, Ctrl-C ends\n")) {
        QVERIFY2(process.waitForReadyRead(untilThen), text.constData());
        text += process.readAllStandardError();
    }

    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);

    QVERIFY(process.waitForFinished(untilThen));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), static_cast<int>(ExitStatus::FunctionFailed));
    text += process.readAllStandardError();
    QVERIFY2(text.endsWith("Ended before the event was dealt with; it is dropped.\n"),
             text.constData());
}

COLDFRAME_TEST(tst_Asynchronous);

#include "tst_asynchronous.moc"
