// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <set>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_Events : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void templatesAsText();
    void templatesAsJson();
    void templatesWithWords();
    void noTemplateHasTheWord();
    void everyTemplateGivesAnEvent();
    void eventWithSettings();
    void parametersAreOptions();
    void helpOfATemplate();
    void eventThroughServices();
    void refusedWays_data();
    void refusedWays();
};

void tst_Events::templatesAsText()
{
    const CliRun run = CliTest().run({QStringLiteral("templates")});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.err, QByteArray());
    QVERIFY(run.out.contains("\nsqs "));
    QVERIFY(run.out.contains("Amazon SQS: "));
    for (const QByteArray &line : run.out.split('\n')) // a word, then blanks, then the service
        QVERIFY2(line.isEmpty() || line.contains("  "), line);
    QVERIFY(run.out.contains("--set "));
}

void tst_Events::templatesAsJson()
{
    const CliRun run = CliTest().run(words("templates --output json"));

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.err, QByteArray());
    const auto all = parseJson(run.out);
    QVERIFY(all.has_value());
    QVERIFY(all->is_array());
    std::set<std::string> ids;
    for (const OrderedJson &each : *all) {
        ids.insert(each.at("id").get<std::string>());
        QVERIFY(each.at("service").is_string());
        QVERIFY(each.at("title").is_string());
        QVERIFY(each.at("summary").is_string());
        for (const OrderedJson &parameter : each.at("parameters")) {
            QVERIFY(parameter.at("name").is_string());
            QVERIFY(parameter.at("label").is_string());
            QVERIFY(parameter.contains("default"));
            QVERIFY(parameter.at("type").is_string());
            QVERIFY(parameter.at("help").is_string());
            QVERIFY(parameter.at("accepts").is_string());
            QCOMPARE(parameter.contains("choices"), parameter.at("type") == "choice");
        }
    }
    QCOMPARE(ids.size(), all->size());
    QVERIFY(ids.contains("sqs"));
    QVERIFY(ids.contains("hello"));
}

void tst_Events::templatesWithWords()
{
    const CliRun run = CliTest().run(words("templates sqs batch --output json"));

    const auto found = parseJson(run.out);
    QVERIFY(found.has_value());
    QCOMPARE(found->front().at("id").get<std::string>(), std::string("sqs"));
    for (const OrderedJson &each : *found)
        QVERIFY(each.at("id").get<std::string>() != "hello");
}

void tst_Events::noTemplateHasTheWord()
{
    const CliRun run = CliTest().run(words("templates xylophone --output json"));

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out.simplified(), QByteArray("[]"));
}

void tst_Events::everyTemplateGivesAnEvent()
{
    CliTest cli;
    const auto all = parseJson(cli.run(words("templates --output json")).out);
    QVERIFY(all.has_value());
    for (const OrderedJson &each : *all) {
        const QString id = QString::fromStdString(each.at("id").get<std::string>());
        const CliRun run = cli.run({QStringLiteral("generate-event"), id});
        QCOMPARE(run.status, ExitStatus::Succeeded);
        QVERIFY2(checkJson(run.out).has_value(), qPrintable(id));
        QVERIFY(run.out.endsWith('\n'));
        QVERIFY2(!run.out.contains("${"), qPrintable(id));
    }
}

void tst_Events::eventWithSettings()
{
    CliTest cli;

    const CliRun hello = cli.run(words("generate-event hello --set name=A=\xc3\xbc"));
    const CliRun queue = cli.run(
        words("generate-event sqs --set count=3 --set queue=invoices --set body={\"a\":1}"));

    QCOMPARE(hello.status, ExitStatus::Succeeded);
    QCOMPARE(hello.out, QByteArray("{\n  \"name\": \"A=\xc3\xbc\"\n}\n"));
    QCOMPARE(queue.status, ExitStatus::Succeeded);
    const auto event = parseJson(queue.out);
    QVERIFY(event.has_value());
    QCOMPARE(event->at("Records").size(), std::size_t(3));
    const OrderedJson &record = event->at("Records").at(0);
    QCOMPARE(record.at("body").get<std::string>(), std::string("{\"a\":1}"));
    QVERIFY(record.at("eventSourceARN").get<std::string>().ends_with(":invoices"));
}

void tst_Events::parametersAreOptions()
{
    CliTest cli;

    const CliRun options = cli.run(words("generate-event sqs --count 3 --queue=invoices "
                                         "--attributes a=1 --attributes b=2 --body {\"a\":1}"));
    const CliRun before = cli.run(words("generate-event --count 3 sqs --set queue=invoices "
                                        "--set attributes=a=1 --set attributes=b=2 "
                                        "--set body={\"a\":1}"));

    QCOMPARE(options.err, QByteArray());
    QCOMPARE(options.status, ExitStatus::Succeeded);
    QCOMPARE(before.out, options.out);
    const auto event = parseJson(options.out);
    QVERIFY(event.has_value());
    QCOMPARE(event->at("Records").size(), std::size_t(3));
    const OrderedJson &record = event->at("Records").at(0);
    QVERIFY(record.at("eventSourceARN").get<std::string>().ends_with(":invoices"));
    QVERIFY(record.at("messageAttributes").contains("b"));

    const CliRun mistyped = cli.run(words("generate-event sqs --cuont 3"));
    QCOMPARE(mistyped.status, ExitStatus::NotRun);
    QVERIFY2(mistyped.err.contains("nearest: count"), mistyped.err);
    const CliRun wrong = cli.run(words("generate-event sqs --count many"));
    QCOMPARE(wrong.status, ExitStatus::NotRun);
    QVERIFY2(wrong.err.contains("an integer from 1 to 10000"), wrong.err);
}

void tst_Events::helpOfATemplate()
{
    const CliRun run = CliTest().run(words("generate-event sqs --help"));

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.err, QByteArray());
    const QByteArray text = run.out.simplified();
    for (const char *mention :
         {"Usage: coldframe-cli generate-event sqs [OPTIONS]", "Amazon SQS: Messages of a queue",
          "--receiveCount <integer>", "Type: integer.", "Accepts: an integer from 1 to 10000.",
          "Default: orders", "--through", "--set"}) {
        QVERIFY2(text.contains(mention), mention);
    }
}

void tst_Events::eventThroughServices()
{
    CliTest cli;

    const CliRun nested = cli.run(words("generate-event s3 --bucket my-bucket --through sns,sqs"));
    const CliRun raw = cli.run(words("generate-event s3 --through sns,sqs --raw"));

    QCOMPARE(nested.err, QByteArray());
    QCOMPARE(nested.status, ExitStatus::Succeeded);
    const auto event = parseJson(nested.out);
    QVERIFY(event.has_value());
    const auto body = parseJson(QByteArray::fromStdString(event->at("Records").at(0).at("body")));
    QVERIFY(body.has_value());
    QCOMPARE(body->at("Type").get<std::string>(), std::string("Notification"));
    const auto inner = parseJson(QByteArray::fromStdString(body->at("Message")));
    QVERIFY(inner.has_value());
    QCOMPARE(inner->at(OrderedJson::json_pointer("/Records/0/s3/bucket/name")),
             OrderedJson("my-bucket"));
    const auto rawEvent = parseJson(raw.out);
    QVERIFY(rawEvent.has_value());
    const auto rawBody
        = parseJson(QByteArray::fromStdString(rawEvent->at("Records").at(0).at("body")));
    QVERIFY(rawBody && rawBody->contains("Records"));
}

void tst_Events::refusedWays_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("mention");

    QTest::newRow("no such service") << words("generate-event s3 --through pigeon")
                                     << QByteArray("sns, sqs, eventbridge, kinesis, firehose");
    QTest::newRow("no such way") << words("generate-event s3 --through kinesis")
                                 << QByteArray("possible: sns, sqs, eventbridge");
    QTest::newRow("no service") << (words("generate-event s3 --through") << QString())
                                << QByteArray("--through");
    QTest::newRow("an id in capitals") << words("generate-event S3") << QByteArray("nearest: s3)");
    QTest::newRow("an unknown id with options")
        << words("generate-event s3-put --count 3") << QByteArray("s3-put");
    QTest::newRow("words that no template has")
        << words("templates nosuch") << QByteArray("No template has all these words: nosuch");
    QTest::newRow("raw alone") << words("generate-event s3 --raw") << QByteArray("--through");
    QTest::newRow("raw without SNS")
        << words("generate-event s3 --through sqs --raw") << QByteArray("sns");
    QTest::newRow("no such template") << words("generate-event sqz") << QByteArray("sqs");
    QTest::newRow("no template") << words("generate-event --through sqs") << QByteArray("id");
}

void tst_Events::refusedWays()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, mention);

    const CliRun run = CliTest().run(arguments);

    QCOMPARE(run.status, ExitStatus::NotRun);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(mention), run.err);
}

COLDFRAME_TEST(tst_Events);

#include "tst_events.moc"
