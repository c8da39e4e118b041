// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventchooser.h"
#include "tests/gui/events/eventsamples.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

namespace {

QStringList titles(const EventChoices &choices)
{
    QStringList all;
    for (int row = 0; row < choices.rowCount(); ++row)
        all.append(choices.choice(row).title);
    return all;
}

} // namespace

class tst_EventChooser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void search_data();
    void search();
    void aChoiceTellsServiceAndSummary();
    void enterTakesTheFirstAnswer();
    void arrowKeysMoveWhileTyping();
    void enterWithoutAnAnswerDoesNothing();
};

void tst_EventChooser::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");

    QTest::newRow("nothing typed shows all, saved ones first")
        << QString()
        << QStringList{u"big order"_qs, u"Notification of a topic"_qs, u"Messages of a queue"_qs};
    QTest::newRow("a service") << u"sqs"_qs << QStringList{u"Messages of a queue"_qs};
    QTest::newRow("a keyword") << u"publish"_qs << QStringList{u"Notification of a topic"_qs};
    QTest::newRow("every word counts") << u"order big"_qs << QStringList{u"big order"_qs};
    QTest::newRow("no answer") << u"kafka"_qs << QStringList{};
}

void tst_EventChooser::search()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    const TemplateCatalogue catalogue = sampleCatalogue();
    EventChoices choices;
    QAbstractItemModelTester tester(&choices);
    choices.setCatalogue(&catalogue);
    choices.setSavedEvents({u"/home/ada/orders/events/big order.json"_qs});

    choices.search(text);

    QCOMPARE(titles(choices), found);
}

void tst_EventChooser::aChoiceTellsServiceAndSummary()
{
    const TemplateCatalogue catalogue = sampleCatalogue();
    EventChoices choices;
    choices.setCatalogue(&catalogue);
    choices.setSavedEvents({u"/home/ada/orders/events/order.json"_qs});

    QCOMPARE(choices.index(0).data(EventChoices::SummaryRole).toString(), u"events/order.json"_qs);
    QCOMPARE(choices.index(1).data(EventChoices::IdRole).toString(), u"topic"_qs);
    QCOMPARE(choices.index(1).data(EventChoices::SummaryRole).toString(),
             u"SNS · Fires on a publication."_qs);
}

void tst_EventChooser::enterTakesTheFirstAnswer()
{
    const TemplateCatalogue catalogue = sampleCatalogue();
    EventChoices choices;
    choices.setCatalogue(&catalogue);
    EventChooser chooser(choices);
    const QSignalSpy chosen(&chooser, &EventChooser::templateChosen);
    auto *field = chooser.findChild<QLineEdit *>(u"eventSearch"_qs);

    QTest::keyClicks(field, u"queue"_qs);
    QTest::keyClick(field, Qt::Key_Return);

    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"queue"_qs);
}

void tst_EventChooser::arrowKeysMoveWhileTyping()
{
    const TemplateCatalogue catalogue = sampleCatalogue();
    EventChoices choices;
    choices.setCatalogue(&catalogue);
    choices.setSavedEvents({u"/e/first.json"_qs, u"/e/second.json"_qs});
    EventChooser chooser(choices);
    QWidget anchor;
    anchor.show();
    chooser.openBelow(anchor);
    const QSignalSpy chosen(&chooser, &EventChooser::savedEventChosen);
    auto *field = chooser.findChild<QLineEdit *>(u"eventSearch"_qs);

    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);

    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"/e/second.json"_qs);
    QVERIFY(!chooser.isVisible());
}

void tst_EventChooser::enterWithoutAnAnswerDoesNothing()
{
    EventChoices choices;
    EventChooser chooser(choices);
    const QSignalSpy templates(&chooser, &EventChooser::templateChosen);
    const QSignalSpy saved(&chooser, &EventChooser::savedEventChosen);

    QTest::keyClick(chooser.findChild<QLineEdit *>(u"eventSearch"_qs), Qt::Key_Return);

    QCOMPARE(templates.count() + saved.count(), 0);
}

COLDFRAME_TEST(tst_EventChooser);

#include "tst_eventchooser.moc"
