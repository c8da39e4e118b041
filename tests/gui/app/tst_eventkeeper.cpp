// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/eventkeeper.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_EventKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsKeptAsText_data();
    void aDraftIsKeptAsText();
    void otherTextIsNoDraft();
};

void tst_EventKeeper::aDraftIsKeptAsText_data()
{
    QTest::addColumn<EventDraft>("draft");

    QTest::newRow("an empty event") << EventDraft{"", {}, {}};
    QTest::newRow("a template") << EventDraft{"{\"a\": 1}\n", QStringLiteral("s3/put"),
                                              QStringLiteral("upload")};
    QTest::newRow("half typed JSON") << EventDraft{"{\"a\": \"é", {}, QStringLiteral("é")};
}

void tst_EventKeeper::aDraftIsKeptAsText()
{
    QFETCH(EventDraft, draft);

    QVERIFY(eventDraftFrom(eventDraftText(draft)) == draft);
}

void tst_EventKeeper::otherTextIsNoDraft()
{
    QVERIFY(!eventDraftFrom(QString()));
    QVERIFY(!eventDraftFrom(QStringLiteral("[1]")));
    QVERIFY(!eventDraftFrom(QStringLiteral("{\"text\": 1}")));
}

COLDFRAME_TEST(tst_EventKeeper);

#include "tst_eventkeeper.moc"
