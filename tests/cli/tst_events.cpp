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
};

void tst_Events::templatesAsText()
{
    const CliRun run = CliTest().run({QStringLiteral("templates")});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.err, QByteArray());
    QVERIFY(run.out.contains("\nsqs "));
    QVERIFY(run.out.contains("Amazon SQS: "));
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
        }
    }
    QCOMPARE(ids.size(), all->size());
    QVERIFY(ids.contains("sqs"));
    QVERIFY(ids.contains("hello"));
}

void tst_Events::templatesWithWords()
{
    const CliRun run = CliTest().run(words("templates queue batch --output json"));

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

COLDFRAME_TEST(tst_Events);

#include "tst_events.moc"
