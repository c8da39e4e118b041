// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/coldstarttext.h"

#include <QSet>
#include <QTest>

using namespace coldframe;

class tst_ColdStartText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasItsOwnSentence();
    void aWarmRunNeedsNone();
    void namesTheChangedFile();
    void theLocalCapIsTold();
};

void tst_ColdStartText::everyReasonHasItsOwnSentence()
{
    const auto last = static_cast<int>(ColdStartReason::MadeRoom);
    QSet<QString> sentences;
    for (int reason = 0; reason <= last; ++reason) {
        InvocationRecord record;
        record.coldStart = static_cast<ColdStartReason>(reason);
        sentences.insert(coldStartText(record));
    }
    QCOMPARE(sentences.size(), last + 1);
    QVERIFY(!sentences.contains(QString()));
}

void tst_ColdStartText::aWarmRunNeedsNone()
{
    QCOMPARE(coldStartText(InvocationRecord()), QString());
}

void tst_ColdStartText::namesTheChangedFile()
{
    InvocationRecord record;
    record.coldStart = ColdStartReason::CodeChanged;
    record.changedFile = QStringLiteral("lib/app.py");

    QCOMPARE(coldStartText(record),
             QStringLiteral("Cold: lib/app.py was changed since the last run."));
}

void tst_ColdStartText::theLocalCapIsTold()
{
    InvocationRecord record;
    QCOMPARE(localWaitText(record), QString());
    record.localWait = std::chrono::milliseconds(1500);
    QVERIFY(localWaitText(record).contains(QStringLiteral("1.50 s")));
    QVERIFY(localWaitText(record).contains(QStringLiteral("Lambda has no such cap")));
}

COLDFRAME_TEST(tst_ColdStartText);

#include "tst_coldstarttext.moc"
