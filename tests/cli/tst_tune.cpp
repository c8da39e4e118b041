// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/tuning/tuningexport.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_Tune : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExample();
    void asJson();
    void aLink();
    void coldStarts();
    void severalEvents();
    void calibratedByReports();
    void aFunctionThatFails();
    void wrongUsage_data();
    void wrongUsage();
    void helpTellsWhatIsMeasured();

private:
    CliRun tune(const QStringList &arguments)
    {
        return m_cli.run(QStringList{QStringLiteral("tune")} + arguments);
    }
    QString file(const char *name, const QByteArray &content) const
    {
        QFile written(m_folder.filePath(QLatin1String(name)));
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            qFatal("can't write");
        return written.fileName();
    }

    CliTest m_cli;
    QTemporaryDir m_folder;
};

namespace {

QStringList exampleToTune(const char *options)
{
    return QStringList{QStringLiteral("hello"), QStringLiteral("--workspace"),
                       QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/hello-lambda")}
    + words(options);
}

} // namespace

void tst_Tune::anExample()
{
    const CliRun run = tune(exampleToTune("--sizes 512,1769 --num 5 --verify 2 --strategy speed"));

    QVERIFY2(run.status == ExitStatus::Succeeded, run.err.constData());
    for (const char *part :
         {"A run needs ", "512 MB", "1,769 MB", "Fastest: ", " ± ", "5 warm run",
          "Measured: 5 run", "Fewer than 20 runs say little", "Assumed: Lambda needs ",
          "List prices of us-east-1", "20 % are left out"})
        QVERIFY2(run.out.contains(part), (QByteArray(part) + "\n" + run.out).constData());
    QVERIFY2(run.err.startsWith("Run 1 of 18: without a limit\n"), run.err.constData());
}

void tst_Tune::asJson()
{
    const CliRun run
        = tune(exampleToTune("--sizes 256,1024 --num 5 --quick --calibrate 1.5 --output json"));

    QVERIFY2(run.status == ExitStatus::Succeeded, run.err.constData());
    QCOMPARE(run.err, QByteArray());
    const Result<OrderedJson> json = parseJson(run.out);
    QVERIFY(json.has_value());
    QVERIFY(json->at("power").is_number_integer());
    QCOMPARE(json->at("stats").size(), std::size_t(2));
    QCOMPARE(json->at("stats").at(0).at("notMeasured").get<std::string>(),
             std::string("notWanted"));
    QCOMPARE(json->at("coldframe").at("calibration").at("factor").get<double>(), 1.5);
    QCOMPARE(json->at("coldframe").at("baseline").at("runs").get<int>(), 5);
}

void tst_Tune::aLink()
{
    const CliRun run = tune(exampleToTune(
        "--sizes 256,1024,3008 --num 5 --quick --calibrate none --output visualiser-url"));

    QVERIFY2(run.status == ExitStatus::Succeeded, run.err.constData());
    QCOMPARE(run.out.count('\n'), 1);
    const auto curve = readVisualiserHash(QString::fromLatin1(run.out.trimmed()));
    QVERIFY(curve.has_value());
    QCOMPARE(curve->sizes,
             (std::vector<MebiBytes>{MebiBytes{256}, MebiBytes{1024}, MebiBytes{3008}}));
}

void tst_Tune::coldStarts()
{
    const CliRun run = tune(exampleToTune("--sizes 512 --num 5 --verify 1 --only-cold"));

    QVERIFY2(run.status == ExitStatus::Succeeded, run.err.constData());
    QVERIFY2(run.out.contains("5 cold start"), run.out.constData());
    QVERIFY(run.out.contains("Its init phase takes"));
}

void tst_Tune::severalEvents()
{
    const QString payloads = file("payloads.json", "[{\"payload\": {\"name\": \"Ada\"}, \"weight\": 3}, "
        "{\"payload\": {\"name\": \"Bob\"}, \"weight\": 2}]");

    const CliRun run
        = tune(exampleToTune("--sizes 512 --num 5 --quick --payloads") + QStringList{payloads});

    QVERIFY2(run.status == ExitStatus::Succeeded, run.err.constData());
}

/// On Lambda it took a minute there: no processor is that slow.
void tst_Tune::calibratedByReports()
{
    const QString reports
        = file("reports.log",
               "REPORT RequestId: 8f507cfc-xmpl-4697-b07a-ac58fc914c95\tDuration: 600000.00 ms\t"
               "Billed Duration: 600000 ms\tMemory Size: 512 MB\tMax Memory Used: 60 MB\t\n");
    const QString other = file("other.log", "START RequestId: 1\n");
    const QStringList arguments = exampleToTune("--sizes 512 --num 5 --quick --calibrate");

    CliRun run = tune(arguments + QStringList{reports});
    QVERIFY(run.status == ExitStatus::NotRun);
    QVERIFY2(run.err.contains("No speed of Lambda's processors"), run.err.constData());

    run = tune(arguments + QStringList{other});
    QVERIFY(run.status == ExitStatus::NotRun);
    QVERIFY2(run.err.contains("no REPORT line"), run.err.constData());
}

void tst_Tune::aFunctionThatFails()
{
    const CliRun run
        = tune({handlerFile("python/raises.py"), QStringLiteral("--num"), QStringLiteral("5")});

    QVERIFY(run.status == ExitStatus::FunctionFailed);
    QVERIFY2(run.err.contains("failed with"), run.err.constData());
    QCOMPARE(run.out, QByteArray());
}

void tst_Tune::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");

    const QString echo = handlerFile("python/echo.py");
    const auto with
        = [&echo](const char *arguments) { return QStringList{echo} + words(arguments); };
    QTest::newRow("no target") << QStringList{} << QByteArray("Give one TARGET");
    QTest::newRow("sizes") << with("--sizes 127") << QByteArray("--sizes: \"127\"");
    QTest::newRow("too few runs") << with("--num 4") << QByteArray("5 to 1000");
    QTest::newRow("too many sizes to measure") << with("--verify 6") << QByteArray("0 to 5");
    QTest::newRow("discard") << with("--discard 0.5") << QByteArray("0 to 0.4");
    QTest::newRow("strategy") << with("--strategy best") << QByteArray("cost, speed or balanced");
    QTest::newRow("weight") << with("--balanced-weight 2") << QByteArray("0 to 1");
    QTest::newRow("factor") << with("--calibrate 100") << QByteArray("0.05 to 20");
    QTest::newRow("no such file") << with("--calibrate nowhere.log") << QByteArray("nowhere.log");
    QTest::newRow("output") << with("--output table") << QByteArray("text, json or visualiser-url");
    QTest::newRow("memory") << with("--memory 512")
                            << QByteArray("--memory: tune does not have it");
    QTest::newRow("events and payloads")
        << with("--payloads a.json --event b.json") << QByteArray("--payloads: not with");
}

void tst_Tune::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, message);

    const CliRun run = tune(arguments);

    QVERIFY(run.status == ExitStatus::NotRun);
    QVERIFY2(run.err.contains(message), run.err.constData());
    QCOMPARE(run.out, QByteArray());
}

void tst_Tune::helpTellsWhatIsMeasured()
{
    const CliRun run = tune({QStringLiteral("--help")});

    QVERIFY(run.status == ExitStatus::Succeeded);
    for (const char *part : {"Measured:", "Modelled:", "--sizes", "--calibrate", "visualiser-url"})
        QVERIFY2(run.out.contains(part), part);
    for (const char *option : {"--memory", "--cold", "--cpu-share"})
        QVERIFY2(!run.out.contains(QByteArray("\n  ") + option), option);
}

COLDFRAME_TEST(tst_Tune);

#include "tst_tune.moc"
