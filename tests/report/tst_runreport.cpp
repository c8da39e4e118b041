// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/runreport.h"

#include "core/billing/costestimate.h"
#include "report/waterfallpicture.h"
#include "tests/support/testmain.h"
#include "wording/runfigures.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace coldframe;
using namespace std::chrono_literals;

/// What somebody else gets to see of a run.
class tst_RunReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreThoseOfTheWindow();
    void aRestoreStandsInPlaceOfAnInitPhase();
    void saysItsLanguage_data();
    void saysItsLanguage();
    void secretsAreNotInIt();
    void whatIsMissingIsLeftOut();
    void aHostileFunctionWritesNoMarkup();
    void picturesAreWellFormed_data();
    void picturesAreWellFormed();
    void barsThatAreTooNarrowAreFolded();
};

COLDFRAME_TEST(tst_RunReport);

namespace {

InvocationRecord coldRecord()
{
    InvocationRecord record;
    record.requestId = QStringLiteral("11111111-2222-4333-8444-555555555555");
    record.function.name = QStringLiteral("orders");
    record.function.region = QStringLiteral("us-east-1");
    record.function.memory = MebiBytes{512};
    record.function.environment = {{QStringLiteral("TOKEN"), QStringLiteral("top-secret-value")}};
    record.event = "{\"name\":\"Ada\"}";
    record.response = "{\"statusCode\":200}";
    record.coldStart = ColdStartReason::FirstInvocation;
    record.report.duration = 12'340us;
    record.report.initDuration = 60ms;
    record.report.billedDuration = 73ms;
    record.report.memorySize = MebiBytes{512};
    record.report.maxMemoryUsed = MebiBytes{31};
    record.phases = {{PhaseKind::ProcessStart, 0ns, 2ms},  {PhaseKind::InterpreterStart, 2ms, 18ms},
                     {PhaseKind::Bootstrap, 20ms, 5ms},    {PhaseKind::HandlerImport, 25ms, 34ms},
                     {PhaseKind::RuntimeReady, 59ms, 1ms}, {PhaseKind::Invoke, 60ms, 12'340us}};
    ImportSpan app;
    app.module = QStringLiteral("app");
    app.origin = ImportOrigin::Function;
    app.begin = 25ms;
    app.duration = 34ms;
    app.self = 4ms;
    ImportSpan heavy = app;
    heavy.module = QStringLiteral("heavy");
    heavy.origin = ImportOrigin::Dependency;
    heavy.depth = 1;
    heavy.begin = 26ms;
    heavy.duration = heavy.self = 30ms;
    heavy.fileBytes = 4096;
    record.imports = {app, heavy};
    HandlerSpan span;
    span.kind = HandlerSpanKind::Connection;
    span.name = QStringLiteral("example.com");
    span.port = 443;
    span.begin = 61ms;
    span.duration = 7ms;
    record.spans = {span};
    LogLine line;
    line.text = "START RequestId: 11111111-2222-4333-8444-555555555555 Version: $LATEST";
    record.log = {line};
    return record;
}

Result<PriceBook> shippedBook()
{
    return PriceBook::load(
        QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing/aws-2026-09-19.json"));
}

QString reportOf(const InvocationRecord &record, const PriceBook *prices = nullptr)
{
    return QString::fromUtf8(runReport(record, {prices, QLocale::c(), {}}));
}

} // namespace

void tst_RunReport::figuresAreThoseOfTheWindow()
{
    const InvocationRecord record = coldRecord();
    const auto book = shippedBook();
    QVERIFY(book.has_value());
    const QString page = reportOf(record, &*book);
    const auto prices = book->prices(record.function.region, record.function.architecture);
    const Money cost = invocationCost(*prices, usageOf(record.function, record.report)).total();
    const auto figures = runFigures(record, cost, QLocale::c());
    QCOMPARE(figures.size(), std::size_t(5));
    for (const RunFigure &figure : figures)
        QVERIFY2(page.contains(QStringLiteral("<dt>%1</dt><dd>%2</dd>")
                                   .arg(figure.name, figure.value.toHtmlEscaped())),
                 qPrintable(figure.name));
    for (const char *text : {"heavy", "Your code", "4.0 kB", "example.com:443", "statusCode",
                             "START RequestId", "Ada", "add up to 60.0 ms"})
        QVERIFY2(page.contains(QLatin1String(text)), text);
}

void tst_RunReport::aRestoreStandsInPlaceOfAnInitPhase()
{
    InvocationRecord record = coldRecord();
    record.report.initDuration.reset();
    record.report.restoreDuration = 61'500us;
    record.report.billedRestoreDuration = 62ms;
    const QString page = reportOf(record);
    QVERIFY(page.contains(QStringLiteral("<dt>Restore</dt><dd>61.5 ms</dd>")));
    QVERIFY(!page.contains(QStringLiteral("warm")));
}

void tst_RunReport::saysItsLanguage_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QByteArray>("language");

    QTest::newRow("none is set") << QLocale::c() << QByteArray("en");
    QTest::newRow("English") << QLocale(QStringLiteral("en_GB")) << QByteArray("en");
    QTest::newRow("German") << QLocale(QStringLiteral("de_DE")) << QByteArray("de");
}

void tst_RunReport::saysItsLanguage()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QByteArray, language);
    const QByteArray page = runReport(coldRecord(), {nullptr, locale, {}});
    QVERIFY(page.contains("<html lang=\"" + language + "\">"));
}

void tst_RunReport::secretsAreNotInIt()
{
    QVERIFY(!reportOf(coldRecord()).contains(QStringLiteral("top-secret-value")));
}

void tst_RunReport::whatIsMissingIsLeftOut()
{
    InvocationRecord record;
    record.function.name = QStringLiteral("orders");
    const QString page = reportOf(record);
    QVERIFY(!page.contains(QStringLiteral("<svg")));
    QVERIFY(!page.contains(QStringLiteral("<table")));
    QVERIFY(!page.contains(QStringLiteral("<dt>Cost</dt>")));
}

void tst_RunReport::aHostileFunctionWritesNoMarkup()
{
    InvocationRecord record = coldRecord();
    const QString hostile = QStringLiteral("\"><img src=x onerror=alert(1)>");
    record.response = hostile.toUtf8();
    record.event = hostile.toUtf8();
    record.log.front().text = hostile.toUtf8();
    record.imports.front().module = hostile;
    record.imports.front().file = hostile;
    record.spans.front().name = hostile;
    record.function.name = hostile;
    record.environment.interpreterVersion = hostile;
    QVERIFY(!reportOf(record).contains(QStringLiteral("<img")));
}

void tst_RunReport::picturesAreWellFormed_data()
{
    QTest::addColumn<bool>("withColours");
    QTest::addColumn<int>("runs");
    QTest::newRow("one run") << false << 1;
    QTest::newRow("two runs in colours of their own") << true << 2;
}

void tst_RunReport::picturesAreWellFormed()
{
    QFETCH(bool, withColours);
    QFETCH(int, runs);
    const InvocationRecord record = coldRecord();
    std::vector<WaterfallRow> rows;
    for (int run = 0; run < runs; ++run)
        rows.push_back({run == 0 ? QString() : QStringLiteral("<second>"), record});
    WaterfallStyle style;
    if (withColours)
        style.colourOf = [](const QString &) { return QStringLiteral("#123456"); };
    QXmlStreamReader reader(waterfallPicture(rows, QLocale::c(), style));
    int bars = 0;
    int colours = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        bars += reader.name() == QLatin1String("rect") ? 1 : 0;
        colours += reader.attributes().value(QLatin1String("fill")) == QLatin1String("#123456");
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(bars, 9 * runs); // six phases, two imports, one span
    QCOMPARE(colours > 0, withColours);
}

void tst_RunReport::barsThatAreTooNarrowAreFolded()
{
    InvocationRecord record = coldRecord();
    ImportSpan tiny = record.imports.back();
    for (int i = 0; i < 50'000; ++i) {
        tiny.begin = 26ms + std::chrono::nanoseconds(i * 600);
        tiny.duration = tiny.self = 600ns;
        record.imports.push_back(tiny);
    }
    record.imports.erase(record.imports.begin() + 1);
    QVERIFY(waterfallPicture({{QString(), record}}, QLocale::c()).size() < 400'000);
}

#include "tst_runreport.moc"
