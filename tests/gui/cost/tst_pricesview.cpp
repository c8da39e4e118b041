// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/pricesview.h"

#include "gui/base/codeeditor.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace coldframe;

class tst_PricesView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsWhichPricesCount();
    void onlyAChangedBookIsSaved();
    void namesWhatIsWrong();
    void revertTakesChangesBack();
    void resetAsksFirst();
    void anEditOutlivesNewPrices();
    void tellsWhyOwnPricesDoNotCount();

private:
    QPushButton *button(const char *name) const
    {
        return m_view->findChild<QPushButton *>(QLatin1String(name));
    }
    QString textOf(const char *name) const
    {
        return m_view->findChild<QLabel *>(QLatin1String(name))->text();
    }
    CodeEditor *editor() const { return m_view->findChild<CodeEditor *>(); }

    std::unique_ptr<PricesView> m_view;
    ActivePriceBook m_book;
    QByteArray m_text;
};

COLDFRAME_TEST(tst_PricesView);

void tst_PricesView::init()
{
    const QString data = QStringLiteral(COLDFRAME_SOURCE_DIR);
    m_book = loadActivePriceBook(data, {}).value();
    m_text = activePriceBookText(data, {}).value();
    m_view = std::make_unique<PricesView>();
    m_view->setPrices(m_book, m_text, {}, QDate(2026, 10, 1));
    m_view->show();
}

void tst_PricesView::showsWhichPricesCount()
{
    QVERIFY(textOf("pricesSummary").startsWith(u"Coldframe's price book of 2026-09-19"));
    QVERIFY(textOf("pricesSummary").contains(m_book.path));
    QCOMPARE(editor()->text().toUtf8(), m_text);
    QVERIFY(!button("savePrices")->isEnabled());
    QVERIFY(!button("resetPrices")->isEnabled());

    m_book.isUsers = true;
    m_view->setPrices(m_book, m_text, {}, QDate(2026, 10, 1));
    QVERIFY(textOf("pricesSummary").startsWith(u"Your own price book"));
    QVERIFY(button("resetPrices")->isEnabled());
}

void tst_PricesView::onlyAChangedBookIsSaved()
{
    QSignalSpy saved(m_view.get(), &PricesView::saveRequested);
    const QByteArray changed = QByteArray(m_text).replace("\"0.0000002\"", "\"0.0000001\"");

    editor()->setText(QString::fromUtf8(changed));
    QVERIFY(button("savePrices")->isEnabled());
    button("savePrices")->click();

    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.first().first().toByteArray(), changed);
}

void tst_PricesView::namesWhatIsWrong()
{
    editor()->setText(QString::fromUtf8(
        QByteArray(m_text).replace("\"request\": \"0.0000002\"", "\"requests\": \"0.0000002\"")));
    QVERIFY(!button("savePrices")->isEnabled());
    QVERIFY(textOf("pricesStatus").contains(u"regions.us-east-1.requests"));

    editor()->setText(QStringLiteral("{\n"));
    QVERIFY(!button("savePrices")->isEnabled());
    QVERIFY(textOf("pricesStatus").contains(u"JSON"));
}

void tst_PricesView::revertTakesChangesBack()
{
    editor()->setText(QStringLiteral("{}"));

    button("revertPrices")->click();

    QCOMPARE(editor()->text().toUtf8(), m_text);
    QVERIFY(!button("revertPrices")->isEnabled());
}

void tst_PricesView::resetAsksFirst()
{
    m_book.isUsers = true;
    m_view->setPrices(m_book, m_text, {}, QDate(2026, 10, 1));
    QSignalSpy reset(m_view.get(), &PricesView::resetRequested);

    button("resetPrices")->click();
    auto *box = m_view->findChild<QMessageBox *>(QStringLiteral("resetPricesBox"));
    QVERIFY(box);
    QCOMPARE(reset.count(), 0);
    box->findChild<QPushButton *>(QStringLiteral("confirmResetPrices"))->click();

    QCOMPARE(reset.count(), 1);
}

void tst_PricesView::anEditOutlivesNewPrices()
{
    editor()->setText(QStringLiteral("{ }"));

    m_view->setPrices(m_book, m_text, {}, QDate(2026, 10, 1));

    QCOMPARE(editor()->text(), QStringLiteral("{ }"));
}

void tst_PricesView::tellsWhyOwnPricesDoNotCount()
{
    auto *notice = m_view->findChild<QWidget *>(QStringLiteral("pricesNotice"));
    QVERIFY(!notice->isVisibleTo(m_view.get()));

    m_view->setPrices(m_book, "{}", QStringLiteral("They are wrong."), QDate(2026, 10, 1));

    QVERIFY(notice->isVisibleTo(m_view.get()));
    QCOMPARE(editor()->text(), QStringLiteral("{}")); // to be mended
    QVERIFY(button("resetPrices")->isEnabled());
}

#include "tst_pricesview.moc"
