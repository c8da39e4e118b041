// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/tuningexport.h"
#include "gui/base/theme.h"
#include "gui/tuning/tuningform.h"
#include "gui/tuning/tuningpanel.h"
#include "gui/tuning/tuningtable.h"
#include "tests/gui/tuning/tuningexample.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_TuningPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void anEmptyPanelSaysWhatItDoes();
    void progress();
    void aResult();
    void theTableTellsWhy();
    void appliesWhatIsSelected();
    void copiesReportAndLink();
    void aFunctionThatFails();
    void reportLines();
    void pictures_data();
    void pictures();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }
    QString emptyTitle() const { return child<QLabel>("emptyStateTitle")->text(); }
    void showExample(const TuningExample &example)
    {
        m_panel->begin(example.plan.request.function.name);
        m_panel->showResult(example.plan, example.measurements, example.result);
    }

    std::unique_ptr<TuningPanel> m_panel;
};

void tst_TuningPanel::init()
{
    m_panel = std::make_unique<TuningPanel>();
    m_panel->resize(1300, 420);
    m_panel->setFunction(QStringLiteral("resize-image"), QStringLiteral("photo.json"));
    m_panel->show();
}

void tst_TuningPanel::anEmptyPanelSaysWhatItDoes()
{
    const QSignalSpy starts(m_panel.get(), &TuningPanel::startRequested);
    QCOMPARE(emptyTitle(), QStringLiteral("Which memory size is the best?"));
    QCOMPARE(child<QLabel>("tuningFunction")->text(),
             QStringLiteral("resize-image with photo.json"));

    QTest::mouseClick(child<QPushButton>("startTuning"), Qt::LeftButton);

    QCOMPARE(starts.size(), 1);
    m_panel->setFunction({}, {});
    QVERIFY(!child<QPushButton>("startTuning")->isEnabled());
}

void tst_TuningPanel::progress()
{
    const QSignalSpy stops(m_panel.get(), &TuningPanel::stopRequested);
    m_panel->begin(QStringLiteral("resize-image"));
    m_panel->showProgress({TuningProgress::Stage::Verification, MebiBytes{512}, 21, 100});

    QCOMPARE(child<QLabel>("tuningProgressText")->text(),
             QStringLiteral("Run 22 of 100, under the quota of 512 MB"));
    QCOMPARE(child<QProgressBar>("tuningProgress")->value(), 21);
    QVERIFY(!child<QPushButton>("startTuning")->isEnabled());
    QTest::mouseClick(child<QPushButton>("stopTuning"), Qt::LeftButton);
    QCOMPARE(stops.size(), 1);

    m_panel->showError({Error::Code::Cancelled, {}});
    QCOMPARE(emptyTitle(), QStringLiteral("The tuning was stopped"));
    QVERIFY(child<QPushButton>("startTuning")->isEnabled());
}

void tst_TuningPanel::aResult()
{
    const TuningExample example;
    showExample(example);

    QVERIFY(child<QLabel>("tuningVerdict")->text().startsWith(QStringLiteral("Cheapest: ")));
    const QString caption = child<QLabel>("tuningCaption")->text();
    for (const char *part : {"20 warm run", "Example CPU, 4 processor", "Not calibrated",
                             "1,769 MB", "us-east-1", "20 % are left out"})
        QVERIFY2(caption.contains(QLatin1String(part)), qPrintable(caption));
    auto *table = child<TuningTable>("tuningTable");
    QCOMPARE(table->rowCount(), 7);
    QCOMPARE(table->item(4, TuningTable::Predicted)->text().section(u' ', 1), QStringLiteral("ms"));
}

void tst_TuningPanel::theTableTellsWhy()
{
    showExample(TuningExample());
    const auto *table = child<TuningTable>("tuningTable");

    QCOMPARE(table->item(0, TuningTable::Remark)->text(),
             QStringLiteral("too little memory: 132 MB at least"));
    QVERIFY(table->item(0, TuningTable::Measured)->toolTip().contains(QStringLiteral("can't")));
    QVERIFY(table->item(1, TuningTable::Measured)
                ->toolTip()
                .startsWith(QStringLiteral("Not among the sizes")));
    QVERIFY(table->item(2, TuningTable::Measured)->text().contains(QStringLiteral(" ± ")));
    QVERIFY(table->item(5, TuningTable::OffBy)->text().startsWith(u'+'));
}

void tst_TuningPanel::appliesWhatIsSelected()
{
    const TuningExample example;
    showExample(example);
    std::vector<MebiBytes> applied;
    connect(m_panel.get(), &TuningPanel::applyRequested, this,
            [&applied](MebiBytes memory) { applied.push_back(memory); });
    auto *apply = child<QPushButton>("applyMemory");
    auto *table = child<TuningTable>("tuningTable");
    const MebiBytes best
        = example.result.sizes[*example.result.bestFor(TuningStrategy::Cost)].memory;

    QTest::mouseClick(apply, Qt::LeftButton);
    table->selectSize(3);
    QCOMPARE(apply->text(), QStringLiteral("Apply 1,024 MB"));
    QTest::mouseClick(apply, Qt::LeftButton);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);

    QCOMPARE(applied, (std::vector<MebiBytes>{best, MebiBytes{1024}, MebiBytes{1536}}));
}

void tst_TuningPanel::copiesReportAndLink()
{
    const TuningExample example;
    showExample(example);

    child<QAction>("copyTuningLink")->trigger();
    const QString link = QApplication::clipboard()->text();
    QVERIFY(link.startsWith(QStringLiteral("https://lambda-power-tuning.show/#")));
    QCOMPARE(*readVisualiserHash(link), visualiserCurve(example.result));

    child<QAction>("copyTuningReport")->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("1,769 MB")));
}

void tst_TuningPanel::aFunctionThatFails()
{
    TuningMeasurements measurements;
    measurements.isGivenUp = true;
    measurements.baselineFailed = {3, InvocationStatus::Failed, QStringLiteral("KeyError")};
    m_panel->begin(QStringLiteral("resize-image"));

    m_panel->showFailure(measurements);

    QCOMPARE(emptyTitle(), QStringLiteral("The function failed"));
    QVERIFY(child<QLabel>("emptyStateSentence")->text().contains(QStringLiteral("KeyError")));
}

void tst_TuningPanel::reportLines()
{
    const QSignalSpy given(m_panel.get(), &TuningPanel::reportsGiven);
    m_panel->askForReports();
    auto *dialog = child<QDialog>("reportLinesDialog");
    QTRY_VERIFY(dialog && dialog->isVisible());
    auto *take = dialog->findChild<QPushButton *>(QStringLiteral("takeReportLines"));
    QVERIFY(!take->isEnabled());
    dialog->findChild<QPlainTextEdit *>(QStringLiteral("reportLines"))
        ->setPlainText(QStringLiteral("hello"));

    QTest::mouseClick(take, Qt::LeftButton);
    QCOMPARE(given.front().front().toByteArray(), QByteArray("hello"));
    m_panel->showReportsError({Error::Code::NotFound, QStringLiteral("REPORT")});

    auto *error = dialog->findChild<QLabel *>(QStringLiteral("reportLinesError"));
    QVERIFY(error->isVisible());
    QVERIFY(error->text().contains(QStringLiteral("REPORT")));
    m_panel->endReports();
    QTRY_VERIFY(child<QDialog>("reportLinesDialog") == nullptr);
}

void tst_TuningPanel::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const bool dark : {false, true}) {
        const char *theme = dark ? "dark" : "light";
        QTest::addRow("%s wide", theme) << dark << QSize(1440, 420);
        QTest::addRow("%s dock", theme) << dark << QSize(1180, 280);
        QTest::addRow("%s narrow", theme) << dark << QSize(640, 900);
    }
}

/// For a person to look at; only where COLDFRAME_SCREENSHOTS names a folder.
void tst_TuningPanel::pictures()
{
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    const QString folder = qEnvironmentVariable("COLDFRAME_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    const QPalette before = QApplication::palette();
    applyScheme(*qApp, dark ? ColourScheme::Dark : ColourScheme::Light, before);
    TuningPanel panel;
    panel.resize(size);
    panel.setFunction(QStringLiteral("resize-image"), QStringLiteral("photo.json"));
    panel.show();
    const auto save = [&](const char *name) {
        QCoreApplication::processEvents();
        QVERIFY(panel.grab().save(
            QStringLiteral("%1/tuning-%2-%3.png")
                .arg(folder, QLatin1String(QTest::currentDataTag()), QLatin1String(name))
                .replace(u' ', u'-')));
    };
    save("empty");
    panel.begin(QStringLiteral("resize-image"));
    panel.showProgress({TuningProgress::Stage::Verification, MebiBytes{512}, 21, 100});
    save("running");
    Calibration calibration;
    calibration.source = Calibration::Source::Kernel;
    calibration.factor = 1.44;
    calibration.kernelTime = AssumedLambdaKernelTime * 100 / 144;
    const TuningExample example(calibration);
    panel.showResult(example.plan, example.measurements, example.result);
    save("result");
    applyScheme(*qApp, ColourScheme::System, before);
}

COLDFRAME_TEST(tst_TuningPanel);

#include "tst_tuningpanel.moc"
