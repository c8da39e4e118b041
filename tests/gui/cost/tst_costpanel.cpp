// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/costpanel.h"

#include "gui/base/theme.h"
#include "tests/gui/cost/samplecosts.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QTest>

#include <memory>

using namespace coldframe;

class tst_CostPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void emptyStateSaysWhatToDo();
    void showsAColdRun();
    void anotherRunReplacesTheLast();
    void amountsAreRightAlignedAndFormulasSelectable();
    void saysWhenARegionHasNoPrice();
    void fitsWithoutScrollingSideways();
    void quietTextFollowsThePalette();

private:
    QLabel *label(const char *name) const
    {
        return m_panel->findChild<QLabel *>(QLatin1String(name));
    }
    QString textOf(const char *name) const { return label(name) ? label(name)->text() : QString(); }

    std::unique_ptr<CostPanel> m_panel;
    PriceBook m_book;
};

COLDFRAME_TEST(tst_CostPanel);

void tst_CostPanel::init()
{
    m_book = test::samplePriceBook();
    QVERIFY(m_book.date().isValid());
    m_panel = std::make_unique<CostPanel>();
    m_panel->resize(1000, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void tst_CostPanel::emptyStateSaysWhatToDo()
{
    QVERIFY(label("emptyStateSentence")->isVisible());
    QVERIFY(textOf("emptyStateSentence").contains(u"Ctrl+Enter"));

    m_panel->showRecord(test::coldCost(), m_book);
    QVERIFY(!label("emptyStateSentence")->isVisible());

    m_panel->clear();
    QVERIFY(label("emptyStateSentence")->isVisible());
}

void tst_CostPanel::showsAColdRun()
{
    m_panel->showRecord(test::coldCost(), m_book);

    QCOMPARE(textOf("cost.total.call"), QStringLiteral("< $0.01"));
    QCOMPARE(textOf("cost.total.million"), QStringLiteral("$0.30"));
    QVERIFY(textOf("cost.total.formula").endsWith(u" = $0.000000304166875"));
    QCOMPARE(textOf("cost.init.million"), QStringLiteral("$0.10"));
    QCOMPARE(textOf("cost.duration.million"), QStringLiteral("< $0.01"));
    QCOMPARE(label("cost.duration.million")->toolTip(), QStringLiteral("$0.004166675"));
    QCOMPARE(textOf("cost.warm.million"), QStringLiteral("$0.20"));
    QCOMPARE(textOf("cost.cold.million"), QStringLiteral("$0.30"));
    QVERIFY(textOf("costPriceBook").contains(u"list price without free tier"));
    QVERIFY(textOf("costSummary").startsWith(u"Cold run"));
}

void tst_CostPanel::anotherRunReplacesTheLast()
{
    m_panel->showRecord(test::coldCost(), m_book);
    m_panel->showRecord(test::warmCost(), m_book);

    QVERIFY(!label("cost.init.million"));
    QVERIFY(textOf("costSummary").startsWith(u"Warm run"));
    QVERIFY(textOf("cost.cold.formula").contains(u"Run cold once"));
}

void tst_CostPanel::amountsAreRightAlignedAndFormulasSelectable()
{
    m_panel->showRecord(test::coldCost(), m_book);

    for (const auto *name :
         {"cost.requests.million", "cost.duration.million", "cost.total.million"}) {
        QVERIFY(label(name)->alignment() & Qt::AlignRight);
        QCOMPARE(label(name)->geometry().right(), label("cost.init.million")->geometry().right());
    }
    QVERIFY(label("cost.duration.formula")->textInteractionFlags() & Qt::TextSelectableByMouse);
    QVERIFY(label("cost.duration.formula")->textInteractionFlags() & Qt::TextSelectableByKeyboard);
}

void tst_CostPanel::saysWhenARegionHasNoPrice()
{
    InvocationRecord record = test::coldCost();
    record.function.region = QStringLiteral("mars-north-1");
    m_panel->showRecord(test::coldCost(), m_book);

    m_panel->showRecord(record, m_book);

    QVERIFY(label("emptyStateSentence")->isVisible());
    QVERIFY(textOf("emptyStateTitle").contains(u"mars-north-1"));
    QVERIFY(textOf("emptyStateSentence").contains(u"us-east-1"));
    QVERIFY(textOf("emptyStateSentence").contains(u"2026-09-19"));
}

void tst_CostPanel::fitsWithoutScrollingSideways()
{
    m_panel->resize(560, 300);
    m_panel->showRecord(test::coldCost(), m_book);

    QTRY_VERIFY(label("cost.total.formula")->mapTo(m_panel.get(), QPoint(0, 0)).x()
                    + label("cost.total.formula")->width()
                <= 560);
}

void tst_CostPanel::quietTextFollowsThePalette()
{
    m_panel->showRecord(test::coldCost(), m_book);
    for (const QPalette &palette : {darkPalette(), lightPalette()}) {
        m_panel->setPalette(palette);

        QCOMPARE(label("costPriceBook")->palette().color(QPalette::WindowText).name(),
                 ThemeColours::of(palette).muted.name());
    }
}

#include "tst_costpanel.moc"
