// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/comparisonreport.h"

#include "tests/support/testmain.h"
#include "wording/comparisontext.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_ComparisonReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSidesAreInIt();
    void differencesAreMarked();
};

COLDFRAME_TEST(tst_ComparisonReport);

namespace {

NamedRuns sideOf(const char *name, std::chrono::microseconds duration, const char *response,
                 const QList<QByteArray> &log)
{
    InvocationRecord record;
    record.function.name = QStringLiteral("orders");
    record.coldStart = ColdStartReason::FirstInvocation;
    record.report.duration = duration;
    record.report.initDuration = 40ms;
    record.report.memorySize = MebiBytes{128};
    record.report.maxMemoryUsed = MebiBytes{31};
    record.phases = {{PhaseKind::InterpreterStart, 0ns, 15ms},
                     {PhaseKind::HandlerImport, 15ms, 25ms},
                     {PhaseKind::Invoke, 40ms, duration}};
    ImportSpan import;
    import.module = QString::fromLatin1(name) + QStringLiteral("_module");
    import.begin = 15ms;
    import.duration = import.self = 20ms;
    record.imports = {import};
    record.response = response;
    for (const QByteArray &text : log) {
        LogLine line;
        line.text = text;
        record.log.push_back(line);
    }
    return {QString::fromLatin1(name), {{record}}};
}

QString reportOf(const NamedRuns &left, const NamedRuns &right)
{
    return QString::fromUtf8(comparisonReport(left, right, {nullptr, QLocale::c(), {}}));
}

} // namespace

void tst_ComparisonReport::bothSidesAreInIt()
{
    const NamedRuns left = sideOf("before", 10ms, "{\"a\":1}", {"hello"});
    const NamedRuns right = sideOf("after", 12ms, "{\"a\":2}", {"hello"});
    const QString page = reportOf(left, right);
    QVERIFY(page.contains(QStringLiteral("after compared with before")));
    for (const char *text : {"10.0 ms", "12.0 ms", "before_module", "after_module", "/a", "hello",
                             "Interpreter start", "Handler import"})
        QVERIFY2(page.contains(QLatin1String(text)), text);
    // The page shows the words that the window shows.
    const RunComparison comparison = compareRuns(left.runs, right.runs, nullptr);
    for (const FigureComparison &figure : comparison.figures) {
        const ComparedFigureText text = comparedFigureText(figure, QLocale::c());
        QVERIFY2(page.contains(text.difference.toHtmlEscaped()), qPrintable(text.difference));
        QVERIFY2(page.contains(text.confidence.toHtmlEscaped()), qPrintable(text.confidence));
    }
    QCOMPARE(page.count(QStringLiteral("<svg xmlns")), 1);
}

void tst_ComparisonReport::differencesAreMarked()
{
    const QString page = reportOf(sideOf("before", 10ms, "1", {"same", "old line", "end"}),
                                  sideOf("after", 10ms, "1", {"same", "end", "<new line>"}));
    QVERIFY(page.contains(QStringLiteral("<td class=\"line removed\">old line</td>")));
    QVERIFY(page.contains(QStringLiteral("<td class=\"line added\">&lt;new line&gt;</td>")));
    QVERIFY(page.contains(QStringLiteral("<td class=\"line\">same</td>")));
}

#include "tst_comparisonreport.moc"
