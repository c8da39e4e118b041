// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/projectnotetext.h"

#include <QSet>
#include <QTest>

using namespace coldframe;

class tst_ProjectNoteText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsOwnSentence();
    void place_data();
    void place();
};

void tst_ProjectNoteText::everyKindHasItsOwnSentence()
{
    const auto last = static_cast<int>(ProjectNote::Kind::TooManyFiles);
    QSet<QString> sentences;
    for (int kind = 0; kind <= last; ++kind) {
        const QString text = projectNoteText({static_cast<ProjectNote::Kind>(kind),
                                              QStringLiteral("x"), QStringLiteral("t.yaml"), 1});
        QVERIFY2(text.endsWith(u'.') && !text.contains(u'%'), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), last + 1);
}

void tst_ProjectNoteText::place_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("expected");

    QTest::newRow("file and line")
        << QStringLiteral("template.yaml") << 12 << QStringLiteral("template.yaml, line 12");
    QTest::newRow("no line") << QStringLiteral("template.yaml") << 0
                             << QStringLiteral("template.yaml");
    QTest::newRow("all of it") << QString() << 0 << QString();
}

void tst_ProjectNoteText::place()
{
    QFETCH(QString, file);
    QFETCH(int, line);
    QFETCH(QString, expected);

    QCOMPARE(projectNotePlace({ProjectNote::Kind::IgnoredProperty, {}, file, line}), expected);
}

COLDFRAME_TEST(tst_ProjectNoteText);

#include "tst_projectnotetext.moc"
