// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about problems of events, pasted texts and mutations.
#include "wording/eventproblemtext.h"
#include "wording/mutationtext.h"
#include "wording/pastetext.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;

class tst_EventTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasASentence_data();
    void everyRuleHasASentence();
    void problemsNameTheirPlace_data();
    void problemsNameTheirPlace();
    void fixesSayWhatTheyDo_data();
    void fixesSayWhatTheyDo();
    void everyPasteErrorHasASentence();
    void everyPasteNoteHasASentence();
    void pasteErrorsNameThePlace();
    void everyMutationHasAText();
};

COLDFRAME_TEST(tst_EventTexts);

namespace {

bool isSentence(const QString &text)
{
    return text.size() > 10 && (text.endsWith(u'.') || text.endsWith(u'1'))
        && !text.contains(QLatin1String("%1")) && !text.contains(QLatin1String("%2"))
        && !text.contains(QLatin1String("%3"));
}

} // namespace

void tst_EventTexts::everyRuleHasASentence_data()
{
    QTest::addColumn<int>("rule");
    const QStringList ids = eventRuleIds();
    for (qsizetype i = 0; i < ids.size(); ++i)
        QTest::newRow(qPrintable(ids[i])) << static_cast<int>(i);
}

void tst_EventTexts::everyRuleHasASentence()
{
    QFETCH(const int, rule);
    EventProblem problem;
    problem.rule = static_cast<EventRule>(rule);
    problem.pointer = QStringLiteral("/a~1b/c");
    problem.found = QStringLiteral("100%");
    problem.expected = QStringLiteral("string");
    problem.other = QStringLiteral("/d");

    const QString text = eventProblemText(problem);

    QVERIFY2(isSentence(text), qPrintable(text));
}

void tst_EventTexts::problemsNameTheirPlace_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("inner");
    QTest::addColumn<bool>("hasPosition");
    QTest::addColumn<QString>("place");

    QTest::newRow("a member") << QStringLiteral("/a") << QString() << true
                              << QStringLiteral("line 3, column 5: /a");
    QTest::newRow("the whole event")
        << QString() << QString() << false << QStringLiteral("the event");
    QTest::newRow("inside a string") << QStringLiteral("/body") << QStringLiteral("/b") << false
                                     << QStringLiteral("/body, in it /b");
}

void tst_EventTexts::problemsNameTheirPlace()
{
    QFETCH(const QString, pointer);
    QFETCH(const QString, inner);
    QFETCH(const bool, hasPosition);
    QFETCH(const QString, place);
    EventProblem problem;
    problem.pointer = pointer;
    problem.innerPointer = inner;
    if (hasPosition)
        problem.position = TextPosition{3, 5};

    QCOMPARE(eventProblemPlace(problem), place);
}

void tst_EventTexts::fixesSayWhatTheyDo_data()
{
    QTest::addColumn<EventChange::Kind>("kind");
    QTest::addColumn<QString>("text");

    QTest::newRow("set") << EventChange::Kind::Set << QStringLiteral("Set “c”");
    QTest::newRow("remove") << EventChange::Kind::Remove << QStringLiteral("Remove “c”");
    QTest::newRow("rename") << EventChange::Kind::Rename << QStringLiteral("Rename “c” to “d”");
}

void tst_EventTexts::fixesSayWhatTheyDo()
{
    QFETCH(const EventChange::Kind, kind);
    QFETCH(const QString, text);
    EventProblem problem;
    QCOMPARE(eventFixText(problem), QString());
    problem.fix.push_back({kind, QStringLiteral("/a/c"), QStringLiteral("d"), nullptr});

    QCOMPARE(eventFixText(problem), text);
}

void tst_EventTexts::everyPasteErrorHasASentence()
{
    for (int kind = 0; kind <= static_cast<int>(PasteError::Kind::ValueRefused); ++kind) {
        const QString text
            = pasteErrorText({static_cast<PasteError::Kind>(kind), QStringLiteral("100")});
        QVERIFY2(isSentence(text), qPrintable(text));
    }
}

void tst_EventTexts::everyPasteNoteHasASentence()
{
    for (int kind = 0; kind <= static_cast<int>(PasteNote::Kind::DuplicateMember); ++kind) {
        const QString text
            = pasteNoteText({static_cast<PasteNote::Kind>(kind), QStringLiteral("1")});
        QVERIFY2(isSentence(text), qPrintable(text));
    }
}

void tst_EventTexts::pasteErrorsNameThePlace()
{
    const QString text
        = pasteErrorText({PasteError::Kind::UnclosedQuote, QString(), TextPosition{2, 7}});

    QVERIFY2(text.startsWith(QLatin1String("Line 2, column 7: ")), qPrintable(text));
}

void tst_EventTexts::everyMutationHasAText()
{
    for (int kind = 0; kind <= static_cast<int>(EventMutation::Kind::UnknownMember); ++kind) {
        EventMutation mutation;
        mutation.kind = static_cast<EventMutation::Kind>(kind);
        mutation.pointer = QStringLiteral("/a");
        mutation.detail = QStringLiteral("7");
        const QString text = mutationText(mutation);
        QVERIFY2(text.size() > 5 && !text.contains(u'%'), qPrintable(text));
        QVERIFY(!mutationKindName(mutation.kind).isEmpty());
    }
}

#include "tst_eventtexts.moc"
