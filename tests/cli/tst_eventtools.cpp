// SPDX-License-Identifier: GPL-3.0-or-later
// lint-event and import-event.
#include "core/base/jsontext.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_EventTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyTemplateIsClean();
    void tellsProblemsLikeACompiler();
    void tellsProblemsAsJson();
    void fixRewritesTheFile();
    void fixLeavesACleanFileAlone();
    void warningsCanBeLeftOut();
    void aFileThatIsNoJsonDoesNotHideTheOthers();
    void importsACommand();
    void importsFromAFile();
    void importsWithSettings();
    void wrongUsage_data();
    void wrongUsage();

private:
    QString file(const char *name, const QByteArray &text);
    QByteArray contentOf(const QString &path);

    CliTest m_cli;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray wrongSchedule = "{\n  \"source\": \"aws.events\",\n  \"detail-type\": \"x\",\n"
                                 "  \"version\": \"0\",\n  \"id\": \"1\",\n"
                                 "  \"account\": \"123456789012\",\n  \"region\": \"us-east-1\",\n"
                                 "  \"time\": 1718635693,\n  \"resources\": [],\n"
                                 "  \"detail\": {\"n\": 1.50}\n}\n";

} // namespace

void tst_EventTools::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString tst_EventTools::file(const char *name, const QByteArray &text)
{
    const QString path = m_folder->filePath(QString::fromLatin1(name));
    QFile to(path);
    if (!to.open(QIODevice::WriteOnly) || to.write(text) != text.size())
        qFatal("cannot write %s", name);
    return path;
}

QByteArray tst_EventTools::contentOf(const QString &path)
{
    QFile from(path);
    return from.open(QIODevice::ReadOnly) ? from.readAll() : QByteArray();
}

void tst_EventTools::everyTemplateIsClean()
{
    const CliRun made = m_cli.run(words("generate-event apigw-rest"));

    const CliRun run = m_cli.run(words("lint-event -"), made.out);

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, QByteArray("Problems: 0\n"));
    QCOMPARE(run.err, QByteArray());
}

void tst_EventTools::tellsProblemsLikeACompiler()
{
    const QString path = file("event.json", wrongSchedule);

    const CliRun run = m_cli.run({QStringLiteral("lint-event"), path});

    QCOMPARE(run.status, ExitStatus::ProblemsFound);
    QVERIFY2(run.out.startsWith(path.toUtf8() + ":8:11: error: "), run.out.constData());
    QVERIFY(run.out.contains("[wrong-time]"));
    QVERIFY(run.out.endsWith("Problems: 1, --fix can mend: 1\n"));
}

void tst_EventTools::tellsProblemsAsJson()
{
    const QString path = file("event.json", wrongSchedule);

    const CliRun run = m_cli.run(
        {QStringLiteral("lint-event"), path, QStringLiteral("--output"), QStringLiteral("json")});

    QCOMPARE(run.status, ExitStatus::ProblemsFound);
    const auto json = parseJson(run.out);
    QVERIFY(json.has_value());
    const OrderedJson &first = json->at(0);
    QCOMPARE(first.at("source").get<std::string>(), std::string("Amazon EventBridge"));
    QCOMPARE(first.at("problems").at(0).at("rule").get<std::string>(), std::string("wrong-time"));
    QCOMPARE(first.at("problems").at(0).at("pointer").get<std::string>(), std::string("/time"));
    QCOMPARE(first.at("problems").at(0).at("line").get<int>(), 8);
    QVERIFY(first.at("problems").at(0).contains("fix"));
}

void tst_EventTools::fixRewritesTheFile()
{
    const QString path = file("event.json", wrongSchedule);

    const CliRun run = m_cli.run({QStringLiteral("lint-event"), QStringLiteral("--fix"), path});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QVERIFY2(run.out.contains(": fixed: "), run.out.constData());
    QVERIFY2(run.out.contains("/time: 1718635693 → \"2024-06-17T14:48:13Z\""), run.out.constData());
    QVERIFY(run.out.contains("/time"));
    QVERIFY(run.out.endsWith("Problems: 0, fixed: 1\n"));
    const QByteArray expected
        = QByteArray(wrongSchedule).replace("1718635693", "\"2024-06-17T14:48:13Z\"");
    QCOMPARE(contentOf(path), expected);
}

void tst_EventTools::fixLeavesACleanFileAlone()
{
    const QByteArray text = "{ \"name\":   1.50 }";
    const QString path = file("event.json", text);

    const CliRun run = m_cli.run({QStringLiteral("lint-event"), QStringLiteral("--fix"), path});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(contentOf(path), text);
}

void tst_EventTools::warningsCanBeLeftOut()
{
    const QByteArray text = "{\"Records\": []}";

    QCOMPARE(m_cli.run(words("lint-event -"), text).status, ExitStatus::ProblemsFound);
    const CliRun run = m_cli.run(words("lint-event - --errors-only"), text);

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QVERIFY2(run.out.contains("-: The source of this event is not known"), run.out);
    QVERIFY2(run.out.endsWith("\nProblems: 0\n"), run.out);
}

void tst_EventTools::aFileThatIsNoJsonDoesNotHideTheOthers()
{
    const QString broken = file("broken.json", "{\"a\": }");
    const QString wrong = file("wrong.json", wrongSchedule);

    const CliRun run = m_cli.run({QStringLiteral("lint-event"), broken, wrong});

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY2(run.err.contains("broken.json"), run.err.constData());
    QVERIFY2(run.err.contains("line 1, column 7"), run.err.constData());
    QVERIFY(run.out.contains("wrong.json:8:11"));
}

void tst_EventTools::importsACommand()
{
    const CliRun run = m_cli.run(words("import-event"), "curl -X PUT http://h/pets?a=1 -o x");

    QCOMPARE(run.status, ExitStatus::Succeeded);
    const auto event = parseJson(run.out);
    QVERIFY(event.has_value());
    QCOMPARE(event->at("rawPath").get<std::string>(), std::string("/pets"));
    QVERIFY2(run.err.startsWith("A curl command became an event of API Gateway HTTP API"),
             run.err.constData());
    QVERIFY(run.err.contains("-o has no meaning"));
    QCOMPARE(m_cli.run(words("lint-event -"), run.out).status, ExitStatus::Succeeded);
}

void tst_EventTools::importsFromAFile()
{
    const QString path = file("log.txt", "2024-06-17T14:48:13.000Z INFO {'a': True}");

    const CliRun run = m_cli.run({QStringLiteral("import-event"), path});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, QByteArray("{\n  \"a\": true\n}\n"));
    QVERIFY(run.err.startsWith("A log line"));
}

void tst_EventTools::importsWithSettings()
{
    const CliRun run = m_cli.run(
        words("import-event - --template apigw-rest --set resource=/pets/{id} --set stage=dev"),
        "curl http://h/pets/7");

    QCOMPARE(run.status, ExitStatus::Succeeded);
    const auto event = parseJson(run.out);
    QCOMPARE(event->at("pathParameters").at("id").get<std::string>(), std::string("7"));
    QCOMPARE(event->at("requestContext").at("stage").get<std::string>(), std::string("dev"));
}

void tst_EventTools::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("mention");

    const auto row
        = [](const char *title, const char *arguments, const char *input, const char *mention) {
              QTest::newRow(title) << words(arguments) << QByteArray(input) << QByteArray(mention);
          };
    row("lint-event without a file", "lint-event", "", "FILE");
    row("lint-event of a missing file", "lint-event /nonexistent.json", "", "/nonexistent.json");
    row("fix of standard input", "lint-event --fix -", "{}", "--fix");
    row("an unknown option of lint-event", "lint-event - --dance", "", "dance");
    row("an unknown output of lint-event", "lint-event - --output xml", "", "xml");
    row("import-event of two files", "import-event a b", "", "FILE");
    row("import-event of a missing file", "import-event /nonexistent.txt", "", "/nonexistent.txt");
    row("import-event with an unknown template", "import-event --template nothing", "", "nothing");
    row("import-event with an unknown parameter", "import-event --set nome=x", "", "nome");
    row("import-event of nothing", "import-event", "", "nothing to paste");
    row("import-event of prose", "import-event", "hello", "No event was found");
    row("import-event of a form", "import-event", "curl -F a=b http://h/", "multipart");
}

void tst_EventTools::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, mention);

    const CliRun run = m_cli.run(arguments, input);

    QCOMPARE(run.status, ExitStatus::NotRun);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.startsWith("coldframe-cli: "), run.err.constData());
    QVERIFY2(run.err.contains(mention), run.err.constData());
    QVERIFY2(run.err.endsWith(".\n"), run.err.constData());
}

COLDFRAME_TEST(tst_EventTools);

#include "tst_eventtools.moc"
