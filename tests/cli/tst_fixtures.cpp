// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

namespace {

const QByteArray testEvents
    = "{\"openapi\":\"3.0.0\",\"components\":{\"examples\":{\"first\":{\"value\":{\"id\":1}},"
      "\"second\":{\"value\":{\"id\":2},\"x-metadata\":{\"invocationType\":\"Event\"}}}}}";

const QByteArray httpEvent
    = "{\"version\":\"2.0\",\"rawPath\":\"/prod/pets\",\"rawQueryString\":\"a=1&b=it's\","
      "\"headers\":{\"accept\":\"*/*\"},\"requestContext\":{\"domainName\":\"api.example.com\","
      "\"stage\":\"prod\",\"http\":{\"method\":\"GET\"}}}";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeContent(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(text) == text.size();
}

} // namespace

class tst_Fixtures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongUsage_data();
    void wrongUsage();
    void help_data();
    void help();
    void imports();
    void importsAgain();
    void importsFromStandardInput();
    void importsWithForce();
    void saysWhatItWouldImport();
    void importsAsJson();
    void importOfBrokenFiles();
    void importsForAFunction();
    void exportsCommands_data();
    void exportsCommands();
    void exportsSeveral();
    void exportErrors_data();
    void exportErrors();
    void exportsTestEvents();
    void exportsOnlyToNewFiles();
    void addsToTestEvents();
    void roundTrip();

private:
    CliRun run(const QStringList &arguments, const QByteArray &input = {})
    {
        return m_cli.run(QStringList{QStringLiteral("fixtures")} + arguments
                             + QStringList{QStringLiteral("--workspace"), m_folder->path()},
                         input);
    }

    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    bool write(const char *name, const QByteArray &text) const
    {
        return writeContent(path(name), text);
    }

    QByteArray content(const char *name) const { return contentOf(path(name)); }

    CliTest m_cli;
    std::unique_ptr<QTemporaryDir> m_folder; ///< a workspace with a function "orders"
};

COLDFRAME_TEST(tst_Fixtures);

void tst_Fixtures::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(write("orders/app.py", "def handler(event, context):\n    return event\n"));
    QVERIFY(write("events/http.json", httpEvent));
    QVERIFY(write("events/order.json", "{\n  \"text\": \"it's\"\n}\n"));
}

void tst_Fixtures::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message"); // part of it

    QTest::newRow("no command") << words("fixtures") << QByteArray("Usage: coldframe-cli fixtures");
    QTest::newRow("unknown command")
        << words("fixtures open") << QByteArray("\"open\" is no command of fixtures");
    QTest::newRow("import nothing") << words("fixtures import") << QByteArray("Give the files");
    QTest::newRow("import what is not there")
        << words("fixtures import /no/such.json") << QByteArray("/no/such.json was not found");
    QTest::newRow("import from an unknown format")
        << words("fixtures import x.json --format sam")
        << QByteArray("--format: \"sam\", it must be auto, event, test-events or launch");
    QTest::newRow("import into another folder")
        << words("fixtures import x.json --into tests")
        << QByteArray("--into: \"tests\", it must be a folder called events");
    QTest::newRow("import out of the workspace")
        << words("fixtures import x.json --into ../events") << QByteArray("--into");
    QTest::newRow("export without a format")
        << words("fixtures export x")
        << QByteArray("give --format with curl, aws-cli or test-events");
    QTest::newRow("export nothing")
        << words("fixtures export --format curl") << QByteArray("Give the names or files");
    QTest::newRow("a URL that is none")
        << words("fixtures export x --format curl --url localhost")
        << QByteArray("--url: \"localhost\", it must be an address");
    QTest::newRow("a URL for the AWS CLI")
        << words("fixtures export x --format aws-cli --url http://h")
        << QByteArray("--url: it needs --format curl");
    QTest::newRow("two addresses")
        << words("fixtures export x --format curl --url http://h --endpoint-url http://h")
        << QByteArray("give only one of them");
    QTest::newRow("a document for curl")
        << words("fixtures export x --format curl --base x.json") << QByteArray("--base: it needs");
    QTest::newRow("no such workspace")
        << words("fixtures export x --format curl --workspace /no/such/folder")
        << QByteArray("/no/such/folder was not found");
}

void tst_Fixtures::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, message);

    const CliRun run = m_cli.run(arguments);

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY2(run.err.contains(message), run.err.constData());
    QCOMPARE(run.out, QByteArray());
}

void tst_Fixtures::help_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArrayList>("mentions");

    QTest::newRow("of fixtures") << words("fixtures --help") << QByteArrayList{"import", "export"};
    QTest::newRow("of import") << words("fixtures import --help")
                               << QByteArrayList{"Usage: coldframe-cli fixtures import",
                                                 "--into",
                                                 "--format",
                                                 "--force",
                                                 "--dry-run",
                                                 "--function"};
    QTest::newRow("of export") << words("fixtures export -h")
                               << QByteArrayList{"Usage: coldframe-cli fixtures export",
                                                 "--format",
                                                 "--url",
                                                 "--endpoint-url",
                                                 "--to",
                                                 "--base"};
}

void tst_Fixtures::help()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArrayList, mentions);

    const CliRun run = m_cli.run(arguments);

    QCOMPARE(run.status, ExitStatus::Succeeded);
    for (const QByteArray &mention : mentions)
        QVERIFY2(run.out.contains(mention), mention.constData());
}

void tst_Fixtures::imports()
{
    QVERIFY(write("_orders-schema.json", testEvents));

    const CliRun run = this->run({QStringLiteral("import"), path("_orders-schema.json")});

    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, QByteArray("events/first.json: created\nevents/second.json: created\n"));
    QCOMPARE(content("events/first.json").simplified(), QByteArray("{ \"id\": 1 }"));
    const auto sidecar = parseJson(content("events/second.expect.json"));
    QVERIFY(sidecar.has_value());
    QCOMPARE(sidecar->at("function"), OrderedJson("orders"));
    QCOMPARE(sidecar->at("tags"), OrderedJson({"asynchronous"}));
}

void tst_Fixtures::importsAgain()
{
    QVERIFY(write("x.json", testEvents));
    const QStringList arguments{QStringLiteral("import"), path("x.json")};
    QCOMPARE(run(arguments).status, ExitStatus::Succeeded);

    const CliRun again = run(arguments);

    QCOMPARE(again.out,
             QByteArray("events/first.json: the same event is there already\n"
                        "events/second.json: the same event is there already\n"));
}

void tst_Fixtures::importsFromStandardInput()
{
    const CliRun document = run(words("import -"), testEvents);
    const CliRun event = run(words("import - --into shop/events"), "[1]");

    QCOMPARE(document.out.count("created"), 2);
    QCOMPARE(event.out, QByteArray("shop/events/event.json: created\n"));
}

void tst_Fixtures::importsWithForce()
{
    QVERIFY(write("elsewhere/order.json", "{\"new\":true}"));
    QVERIFY(write("events/order.expect.json", "{\"expect\":{\"statusCode\":200}}"));
    const QStringList arguments{QStringLiteral("import"), path("elsewhere/order.json")};
    const QByteArray before = content("events/order.json");

    const CliRun beside = run(arguments);
    QCOMPARE(beside.out, QByteArray("events/order-2.json: created\n"));
    QCOMPARE(content("events/order.json"), before);
    const CliRun over = run(arguments + QStringList{QStringLiteral("--force")});

    QCOMPARE(over.out, QByteArray("events/order.json: replaced\n"));
    QVERIFY(content("events/order.json").contains("new"));
    QVERIFY(content("events/order.expect.json").contains("statusCode"));
}

void tst_Fixtures::saysWhatItWouldImport()
{
    const CliRun run = this->run(words("import - --dry-run"), testEvents);

    QCOMPARE(run.out, QByteArray("events/first.json: created\nevents/second.json: created\n"));
    QVERIFY(!QFile::exists(path("events/first.json")));
}

void tst_Fixtures::importsAsJson()
{
    const CliRun run
        = this->run(words("import - --output json"),
                    "components: {examples: {a b: {value: 1}, c: {externalValue: u}}}");

    QCOMPARE(run.status, ExitStatus::Succeeded);
    const auto json = parseJson(run.out);
    QVERIFY2(json.has_value(), run.out.constData());
    QCOMPARE(json->at("fixtures"),
             (OrderedJson{{{"name", "a-b"}, {"file", "events/a-b.json"}, {"outcome", "created"}}}));
    QCOMPARE(json->at("notes").size(), std::size_t(2));
    QCOMPARE(run.err, QByteArray());
}

void tst_Fixtures::importOfBrokenFiles()
{
    QVERIFY(write("old/events/good.json", "{}"));
    QVERIFY(write("old/events/bad.json", "{\n  \"a\": oops\n}"));

    const CliRun folder = run({QStringLiteral("import"), path("old")});
    const CliRun document = run(words("import -"),
                                "{\"openapi\":\"3.0.0\",\"components\":{"
                                "\"examples\":{\n\"a\":{}}}}");

    QCOMPARE(folder.status, ExitStatus::NotRun);
    QCOMPARE(folder.out, QByteArray("events/good.json: created\n"));
    QVERIFY2(folder.err.contains("line 2, column 8"), folder.err.constData());
    QVERIFY(folder.err.contains("bad.json"));
    QCOMPARE(document.status, ExitStatus::NotRun);
    QVERIFY2(document.err.contains("line 2, column 1"), document.err.constData());
    QVERIFY2(document.err.contains("/components/examples/a: \"value\" is missing"),
             document.err.constData());
}

void tst_Fixtures::importsForAFunction()
{
    const CliRun known = run(words("import - --function orders"), "{}");
    const CliRun unknown = run(words("import - --function Pay"), "{}");

    QCOMPARE(known.status, ExitStatus::Succeeded);
    QVERIFY(content("events/event.expect.json").contains("\"orders\""));
    QCOMPARE(unknown.status, ExitStatus::NotRun);
    QVERIFY2(unknown.err.contains("Pay was not found"), unknown.err.constData());
}

void tst_Fixtures::exportsCommands_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("an HTTP request")
        << words("http --format curl")
        << QByteArray("curl \\\n  --header 'accept: */*' \\\n  "
                      "'https://api.example.com/prod/pets?a=1&b=it'\\''"
                      "s'\n");
    QTest::newRow("to another host") << words("http --format curl --url http://127.0.0.1:3000")
                                     << QByteArray("curl \\\n  --header 'accept: */*' \\\n  "
                                                   "'http://127.0.0.1:3000/pets?a=1&b=it'\\''s'\n");
    QTest::newRow("another event goes to the Lambda API")
        << words("order --format curl")
        << QByteArray("curl \\\n  --request POST \\\n  --header 'Content-Type: application/json' "
                      "\\\n  --data-raw '{\"text\":\"it'\\''s\"}' \\\n  "
                      "http://127.0.0.1:3001/2015-03-31/functions/orders/invocations\n");
    QTest::newRow("the AWS CLI, by the file's name, with a function of AWS")
        << words("events/order.json --format aws-cli --function live-orders")
        << QByteArray("aws lambda invoke \\\n  --function-name live-orders \\\n  "
                      "--cli-binary-format raw-in-base64-out \\\n  "
                      "--payload '{\"text\":\"it'\\''s\"}' \\\n  response.json\n");
    QTest::newRow("by the sidecar")
        << words("events/order.expect.json --format aws-cli --function live-orders")
        << QByteArray("aws lambda invoke \\\n  --function-name live-orders \\\n  "
                      "--cli-binary-format raw-in-base64-out \\\n  "
                      "--payload '{\"text\":\"it'\\''s\"}' \\\n  response.json\n");
    QTest::newRow("the AWS CLI, to this computer")
        << words("order --format aws-cli --endpoint-url http://127.0.0.1:3001")
        << QByteArray(
               "aws lambda invoke \\\n  --endpoint-url http://127.0.0.1:3001 \\\n  "
               "--region us-east-1 \\\n  --no-sign-request \\\n  --function-name orders \\\n  "
               "--cli-binary-format raw-in-base64-out \\\n  "
               "--payload '{\"text\":\"it'\\''s\"}' \\\n  response.json\n");
}

void tst_Fixtures::exportsCommands()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, text);

    const CliRun run = this->run(QStringList{QStringLiteral("export")} + arguments);

    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, text);
}

void tst_Fixtures::exportsSeveral()
{
    QVERIFY(write("events/order.expect.json", "{\"tags\":[\"asynchronous\"]}"));

    const CliRun run = this->run(words("export http order --format curl"));

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QVERIFY(run.out.startsWith("# events/http.json\ncurl "));
    QVERIFY(run.out.contains("\n\n# events/order.json\ncurl "));
    QVERIFY(run.out.contains("--header 'X-Amz-Invocation-Type: Event'"));
}

void tst_Fixtures::exportErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message"); // part of it

    QTest::newRow("a mistyped name")
        << words("ordre --format curl") << QByteArray("ordre (did you mean order?) was not found");
    QTest::newRow("two events of that name")
        << words("twin --format curl")
        << QByteArray("several events are called twin: a/events/twin.json, events/twin.json");
    QTest::newRow("no HTTP request") << words("order --format curl --url http://h")
                                     << QByteArray("--url: events/order.json is no HTTP request");
    QTest::newRow("an event without a host")
        << words("hostless --format curl") << QByteArray("does not name its host");
    QTest::newRow("a function without events") << words("--format test-events --function other")
                                               << QByteArray("--function: no event is for other");
}

void tst_Fixtures::exportErrors()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, message);
    QVERIFY(write("events/twin.json", "1"));
    QVERIFY(write("a/events/twin.json", "2"));
    QVERIFY(write("events/hostless.json", "{\"httpMethod\":\"GET\",\"path\":\"/\"}"));

    const CliRun run = this->run(QStringList{QStringLiteral("export")} + arguments);

    QCOMPARE(run.status, ExitStatus::NotRun);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(message), run.err.constData());
}

void tst_Fixtures::exportsTestEvents()
{
    const CliRun run = this->run(words("export --format test-events --function orders"));

    QCOMPARE(run.err, QByteArray());
    const auto document = parseJson(run.out);
    QVERIFY(document.has_value());
    QCOMPARE(document->at("openapi"), OrderedJson("3.0.0"));
    const OrderedJson &examples = document->at("components").at("examples");
    QCOMPARE(examples.size(), std::size_t(2));
    QCOMPARE(examples.at("order").at("value").at("text"), OrderedJson("it's"));
}

void tst_Fixtures::exportsOnlyToNewFiles()
{
    QVERIFY(write("out.json", "mine"));
    const QStringList arguments{QStringLiteral("export"), QStringLiteral("--format"),
                                QStringLiteral("test-events"), QStringLiteral("--to"),
                                path("out.json")};

    const CliRun refused = run(arguments);
    QCOMPARE(refused.status, ExitStatus::NotRun);
    QVERIFY2(refused.err.contains("out.json is there already; give --force"),
             refused.err.constData());
    QCOMPARE(content("out.json"), QByteArray("mine"));
    const CliRun forced = run(arguments + QStringList{QStringLiteral("--force")});

    QCOMPARE(forced.status, ExitStatus::Succeeded);
    QVERIFY(content("out.json").contains("examples"));
}

void tst_Fixtures::addsToTestEvents()
{
    QVERIFY(write("doc.json", testEvents));
    QVERIFY(write("events/first.json", "{\"id\":3}"));
    const auto arguments = [this](const char *name) {
        return QStringList{QStringLiteral("export"),   QString::fromLatin1(name),
                           QStringLiteral("--format"), QStringLiteral("test-events"),
                           QStringLiteral("--base"),   path("doc.json"),
                           QStringLiteral("--to"),     path("doc.json")};
    };

    const CliRun added = run(arguments("order"));
    const CliRun refused = run(arguments("first"));
    const CliRun forced = run(arguments("first") + QStringList{QStringLiteral("--force")});

    QCOMPARE(added.status, ExitStatus::Succeeded);
    QCOMPARE(refused.status, ExitStatus::NotRun);
    QVERIFY2(refused.err.contains("there is an event of this name already"),
             refused.err.constData());
    QCOMPARE(forced.status, ExitStatus::Succeeded);
    const auto document = parseJson(content("doc.json"));
    QVERIFY(document.has_value());
    const OrderedJson &examples = document->at("components").at("examples");
    QCOMPARE(examples.size(), std::size_t(3));
    QCOMPARE(examples.at("first").at("value").at("id"), OrderedJson(3));
}

void tst_Fixtures::roundTrip()
{
    QVERIFY(write("events/order.expect.json",
                  "{\"description\":\"One\",\"tags\":[\"asynchronous\"],\"function\":\"orders\"}"));
    const CliRun exported = run(words("export --format test-events"));
    QCOMPARE(exported.status, ExitStatus::Succeeded);

    const CliRun imported = run(words("import - --into back/events"), exported.out);

    QCOMPARE(imported.out,
             QByteArray("back/events/http.json: created\n"
                        "back/events/order.json: created\n"));
    for (const char *name : {"http", "order"}) {
        const QString file = QStringLiteral("events/%1.json").arg(QString::fromLatin1(name));
        const auto before = parseJson(contentOf(m_folder->filePath(file)));
        const auto after = parseJson(contentOf(m_folder->filePath(QStringLiteral("back/") + file)));
        QVERIFY(before.has_value() && after.has_value());
        QCOMPARE(*after, *before);
    }
    const auto sidecar = parseJson(content("back/events/order.expect.json"));
    QVERIFY(sidecar.has_value());
    QCOMPARE(sidecar->at("description"), OrderedJson("One"));
    QCOMPARE(sidecar->at("tags"), OrderedJson({"asynchronous"}));
}

#include "tst_fixtures.moc"
