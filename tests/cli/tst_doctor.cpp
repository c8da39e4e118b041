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

class tst_Doctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asText();
    void asJson();
    void isolationIsChosen_data();
    void isolationIsChosen();
    void wrongIsolationIsExplained();
};

void tst_Doctor::asText()
{
    const CliRun run = CliTest().run({QStringLiteral("doctor")});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.err, QByteArray());
    QVERIFY(run.out.startsWith("coldframe " COLDFRAME_VERSION "\n"));
    for (const char *part : {"Found on this computer", "  + Python: Python 3.",
                             "  + Node.js: Node.js ", "Isolation by bubblewrap: ", "\nIn force\n",
                             "\nEnforced\n", "\nMeasured\n", "\nModelled\n", "\nNot emulated\n"})
        QVERIFY2(run.out.contains(part), part);
}

void tst_Doctor::asJson()
{
    const CliRun run = CliTest().run(words("doctor --output json"));

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.err, QByteArray());
    const auto json = parseJson(run.out);
    QVERIFY(json.has_value());
    QCOMPARE(json->at("version").get<std::string>(), std::string(COLDFRAME_VERSION));
    QCOMPARE(json->at("found").size(), std::size_t(3));
    for (const OrderedJson &finding : json->at("found")) {
        QVERIFY(finding.at("subject").is_string());
        QVERIFY(finding.at("found").is_boolean());
        QVERIFY(!finding.at("detail").get<std::string>().empty());
    }
    std::set<std::string> provenances;
    for (const OrderedJson &figure : json->at("figures")) {
        provenances.insert(figure.at("provenance").get<std::string>());
        QVERIFY(!figure.at("subject").get<std::string>().empty());
        QVERIFY(!figure.at("how").get<std::string>().empty());
    }
    QVERIFY(
        (provenances == std::set<std::string>{"enforced", "measured", "modelled", "notEmulated"}));
    const auto isolation = json->at("isolation").get<std::string>();
    QCOMPARE(isolation == "bubblewrap", json->at("found").back().at("found").get<bool>());
}

void tst_Doctor::isolationIsChosen_data()
{
    QTest::addColumn<QString>("choice");

    QTest::newRow("none") << QStringLiteral("none");
    QTest::newRow("bubblewrap") << QStringLiteral("bubblewrap");
}

void tst_Doctor::isolationIsChosen()
{
    QFETCH(QString, choice);
    const CliRun any = CliTest().run(words("doctor --output json"));
    const bool works = parseJson(any.out)->at("isolation").get<std::string>() == "bubblewrap";

    const CliRun run
        = CliTest().run(words("doctor --output json --isolation") + QStringList{choice});

    if (choice == u"bubblewrap" && !works) {
        QCOMPARE(run.status, ExitStatus::NotRun);
        QVERIFY(!run.err.isEmpty());
        return;
    }
    QCOMPARE(run.status, ExitStatus::Succeeded);
    const auto json = parseJson(run.out);
    QVERIFY(json.has_value());
    QCOMPARE(QString::fromStdString(json->at("isolation").get<std::string>()), choice);
    for (const OrderedJson &figure : json->at("figures")) {
        if (figure.at("subject").get<std::string>() == "/tmp limit")
            QCOMPARE(figure.at("provenance").get<std::string>() == "enforced",
                     choice == u"bubblewrap");
    }
}

void tst_Doctor::wrongIsolationIsExplained()
{
    const CliRun run = CliTest().run(words("doctor --isolation docker"));

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY2(run.err.contains("auto, bubblewrap or none"), run.err.constData());
}

COLDFRAME_TEST(tst_Doctor);

#include "tst_doctor.moc"
