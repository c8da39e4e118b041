// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/comparison/comparisonpanel.h"
#include "gui/history/historypanel.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// Comparisons and reports in the real window.
class tst_ComparisonOfTheWindow : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void twoRunsOfTheHistoryAreCompared();
    void theSidesAreExchanged();
    void anotherFolderShowsNothing();
    void aReportOfARunIsWritten();
    void aReportOfAComparisonIsWritten();
    void aBrowserWithoutANetworkShowsWhatTheWindowShows();

private:
    void run(std::chrono::microseconds duration, const QByteArray &response);
    void compareTwoRuns();
    QByteArray savedReport(const QString &name) const;
    HistoryPanel *history() const { return child<HistoryPanel>("historyPanel"); }
    std::shared_ptr<const Comparison> comparison() const
    {
        return child<ComparisonPanel>("comparisonPanel")->comparison();
    }
};

namespace {

/// Empty without one.
QString browser()
{
    const QString chromium = QStandardPaths::findExecutable(QStringLiteral("chromium"));
    return chromium.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("google-chrome"))
                              : chromium;
}

/// What a browser makes of a page, without any network.
QString renderedPage(const QString &file, const QString &profile)
{
    QProcess process;
    process.start(browser(),
                  {QStringLiteral("--headless"), QStringLiteral("--no-sandbox"),
                   QStringLiteral("--disable-gpu"), QStringLiteral("--disable-dev-shm-usage"),
                   QStringLiteral("--no-first-run"),
                   QStringLiteral("--host-resolver-rules=MAP * ~NOTFOUND"),
                   QStringLiteral("--user-data-dir=") + profile, QStringLiteral("--dump-dom"),
                   QStringLiteral("file://") + file});
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

void tst_ComparisonOfTheWindow::run(std::chrono::microseconds duration, const QByteArray &response)
{
    action("run")->trigger();
    QTRY_VERIFY(m_invoker->isRunning());
    InvocationRecord record = warmRecord(m_invoker->running(), response);
    record.report.duration = duration;
    record.report.billedDuration = std::chrono::ceil<std::chrono::milliseconds>(duration);
    m_invoker->finish(record);
    QTRY_VERIFY(action("run")->isEnabled());
}

void tst_ComparisonOfTheWindow::compareTwoRuns()
{
    openHello();
    run(12'340us, R"({"greeting":"Hello, Ada"})");
    QTRY_COMPARE(history()->model().rowCount(), 1);
    run(23'450us, R"({"greeting":"Hello, Bob"})");
    QTRY_COMPARE(history()->model().rowCount(), 2);
    child<QTableView>("historyTable")->selectAll();
    child<QAction>("historyCompare")->trigger();
    QTRY_VERIFY(comparison());
}

QByteArray tst_ComparisonOfTheWindow::savedReport(const QString &name) const
{
    QFileDialog *dialog = nullptr;
    [&] { QTRY_VERIFY(dialog = child<QFileDialog>("saveReportDialog")); }();
    const QString path = folder("") + name;
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    [&] { QTRY_VERIFY(!readText(path).isEmpty()); }();
    return readText(path);
}

void tst_ComparisonOfTheWindow::twoRunsOfTheHistoryAreCompared()
{
    compareTwoRuns();

    QVERIFY(isPanelVisible("comparisonDock"));
    QCOMPARE(comparison()->left.runs.records.front().report.duration.count(), 12'340);
    QCOMPARE(comparison()->right.runs.records.front().report.duration.count(), 23'450);
    const QAbstractItemModel *figures = child<QTableView>("comparedFigures")->model();
    QStringList cells;
    for (int row = 0; row < figures->rowCount(); ++row)
        cells.append(figures->index(row, 0).data().toString() + u' '
                     + figures->index(row, 3).data().toString());
    QVERIFY2(cells.contains(u"Duration +11.1 ms (+90.0 %)"_qs), qPrintable(cells.join(u'\n')));
    const auto *responses = child<QWidget>("responseDifference");
    const auto textOf = [responses](const char *name) {
        return responses->findChild<QPlainTextEdit *>(QLatin1String(name))->toPlainText();
    };
    QVERIFY(textOf("afterText").contains(u"Hello, Bob"_qs));
    QVERIFY(textOf("beforeText").contains(u"Hello, Ada"_qs));
}

void tst_ComparisonOfTheWindow::theSidesAreExchanged()
{
    compareTwoRuns();

    child<QToolButton>("swapComparison")->click();

    QTRY_COMPARE(comparison()->left.runs.records.front().report.duration.count(), 23'450);
}

void tst_ComparisonOfTheWindow::anotherFolderShowsNothing()
{
    compareTwoRuns();
    writeText(folder("other/app.py"), HelloCode);

    open(folder("other"));

    QTRY_VERIFY(!comparison());
}

void tst_ComparisonOfTheWindow::aReportOfARunIsWritten()
{
    openHello();
    QVERIFY(!action("saveReport")->isEnabled());
    run(12'340us, R"({"greeting":"Hello, Ada"})");
    QVERIFY(action("saveReport")->isEnabled());

    action("saveReport")->trigger();

    QVERIFY(savedReport(u"run.html"_qs).contains("12.3 ms"));
}

void tst_ComparisonOfTheWindow::aReportOfAComparisonIsWritten()
{
    compareTwoRuns();

    child<QToolButton>("saveComparisonReport")->click();

    const QByteArray page = savedReport(u"comparison.html"_qs);
    QVERIFY(page.contains("Hello, Ada"));
    QVERIFY(page.contains("Hello, Bob"));
}

void tst_ComparisonOfTheWindow::aBrowserWithoutANetworkShowsWhatTheWindowShows()
{
    if (browser().isEmpty())
        QSKIP("Chromium is not installed.");
    openHello();
    run(12'340us, R"({"greeting":"Hello, <b>Ada</b>"})");
    QStringList figures;
    for (const char *name : {"figureDuration", "figureBilled", "figureInit", "figureMemory"})
        figures.append(child<QLabel>(name)->text());
    QTRY_VERIFY(!child<QLabel>("figureCost")->text().isEmpty()); // prices come later
    figures.append(child<QLabel>("figureCost")->text());
    action("saveReport")->trigger();
    (void)savedReport(u"run.html"_qs);

    const QString page = renderedPage(folder("") + u"run.html"_qs, folder("profile"));

    QVERIFY2(page.contains(u"<main>"_qs), "the browser showed nothing");
    for (const QString &figure : figures)
        QVERIFY2(page.contains(u"<dd>"_qs + figure.toHtmlEscaped() + u"</dd>"_qs),
                 qPrintable(figure));
    QVERIFY(page.contains(u"Hello, &lt;b&gt;Ada&lt;/b&gt;"_qs));
}

COLDFRAME_TEST(tst_ComparisonOfTheWindow);

#include "tst_comparisonofthewindow.moc"
