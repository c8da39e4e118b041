// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/fixturetext.h"

#include <QTest>

using namespace coldframe;
using Kind = Finding::Kind;
using Subject = Finding::Subject;

class tst_FixtureText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentence();
    void sentence_data();
    void sentence();
    void timeoutsInWords();
    void outcomes();
};

void tst_FixtureText::everyKindHasASentence()
{
    const auto last = static_cast<int>(Kind::Golden);
    for (int kind = 0; kind <= last; ++kind) {
        const QString text = findingText({.kind = static_cast<Kind>(kind),
                                          .subject = Subject::Response,
                                          .place = QStringLiteral("/a"),
                                          .expected = QStringLiteral("1"),
                                          .actual = QStringLiteral("2"),
                                          .remark = QStringLiteral("r")});
        QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(text));
    }
    QVERIFY2(findingText({.kind = static_cast<Kind>(last + 1)}).isEmpty(),
             "a kind was added after Golden: move the end of this loop");
}

void tst_FixtureText::sentence_data()
{
    QTest::addColumn<Finding>("finding");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, const Finding &finding, const char *text) {
        QTest::newRow(name) << finding << QString::fromUtf8(text);
    };
    const QString one = QStringLiteral("1");
    const QString two = QStringLiteral("2");
    row("another value",
        {.kind = Kind::Equals,
         .subject = Subject::Response,
         .place = QStringLiteral("/a"),
         .expected = one,
         .actual = two},
        "The response's /a is 2, expected 1.");
    row("nothing there",
        {.kind = Kind::Subset,
         .subject = Subject::Body,
         .place = QStringLiteral("/a"),
         .expected = one},
        "The body's /a is missing, expected 1.");
    row("nothing expected", {.kind = Kind::Equals, .subject = Subject::Response, .actual = two},
        "The response is 2, and nothing was expected there.");
    row("below a path",
        {.kind = Kind::Path,
         .subject = Subject::Response,
         .place = QStringLiteral("$.a"),
         .expected = one,
         .actual = two,
         .remark = QStringLiteral("/b")},
        "The response's $.a/b is 2, expected 1.");
    row("status",
        {.kind = Kind::Status,
         .expected = QStringLiteral("succeeded"),
         .actual = QStringLiteral("failed"),
         .remark = QStringLiteral("ValueError")},
        "The invocation's status is failed (ValueError), expected succeeded.");
    row("budget",
        {.kind = Kind::Duration,
         .severity = Finding::Severity::Warning,
         .subject = Subject::Budgets,
         .expected = one,
         .actual = two},
        "Duration is 2 ms, the budget is 1 ms.");
    row("golden",
        {.kind = Kind::Golden,
         .subject = Subject::Response,
         .place = QStringLiteral("/a"),
         .actual = two},
        "The response's /a is new: 2.");
    row("more of them",
        {.kind = Kind::Equals,
         .subject = Subject::Response,
         .expected = one,
         .actual = two,
         .omitted = 7},
        "The response is 2, expected 1. 7 more like this are not listed.");
}

void tst_FixtureText::sentence()
{
    QFETCH(Finding, finding);
    QFETCH(QString, text);

    QCOMPARE(findingText(finding), text);
}

void tst_FixtureText::timeoutsInWords()
{
    QCOMPARE(findingText({.kind = Kind::Status,
                          .expected = QStringLiteral("succeeded"),
                          .actual = QStringLiteral("timedOut")}),
             QStringLiteral("The invocation's status is timed out, expected succeeded."));
}

void tst_FixtureText::outcomes()
{
    QCOMPARE(fixtureOutcomeText(FixtureOutcome::Changed), QStringLiteral("Changed"));
    QVERIFY(staleFixtureText(QStringLiteral("events/a.json"))
                .startsWith(QStringLiteral("events/a.json was changed")));
}

COLDFRAME_TEST(tst_FixtureText);

#include "tst_fixturetext.moc"
