// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/errortext.h"

#include <QSet>
#include <QTest>

#include <array>

using namespace coldframe;

class tst_ErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentence();
    void sentence_data();
    void sentence();
};

void tst_ErrorText::everyCodeHasItsOwnSentence()
{
    const auto last = static_cast<int>(Error::Code::Throttled);
    QSet<QString> sentences;
    for (int code = 0; code <= last; ++code) {
        const QString text = errorText({static_cast<Error::Code>(code), QStringLiteral("x")});
        QVERIFY2(!text.isEmpty(), qPrintable(QStringLiteral("code %1").arg(code)));
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), last + 1);
    QVERIFY2(errorText({static_cast<Error::Code>(last + 1), QString()}).isEmpty(),
             "a code was added after SpawnFailed: move the end of this loop");
}

void tst_ErrorText::sentence_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QStringList>("parts");

    using Code = Error::Code;
    const auto row = [](const char *name, const Error &error, const QStringList &parts) {
        QTest::newRow(name) << error << parts;
    };
    row("JSON names line and column",
        {Code::InvalidJson, QStringLiteral("expected ':'"), TextPosition{3, 14}},
        {QStringLiteral("JSON"), QStringLiteral("line 3, column 14"),
         QStringLiteral("expected ':'. Correct")});
    row("JSON without a position", {Code::InvalidJson, QStringLiteral("it is empty")},
        {QStringLiteral("JSON"), QStringLiteral("it is empty")});
    row("YAML is called so", {Code::InvalidYaml, QStringLiteral("a tab"), TextPosition{1, 1}},
        {QStringLiteral("YAML"), QStringLiteral("line 1, column 1")});
    row("a detail's full stop is not doubled", {Code::SpawnFailed, QStringLiteral("no such file.")},
        {QStringLiteral("no such file. Check")});
    row("sizes are grouped", {Code::EventTooLarge, QStringLiteral("7000000")},
        {QStringLiteral("7,000,000 bytes"), QStringLiteral("6,291,456")});
    row("other errors keep their position",
        {Code::InvalidTemplate, QStringLiteral("no name"), TextPosition{2, 5}},
        {QStringLiteral("Line 2, column 5"), QStringLiteral("no name")});
    row("a refusal names its position inside",
        {Code::InvalidArgument, QStringLiteral("unknown key, did you mean “tags”?"),
         TextPosition{5, 3}},
        {QStringLiteral("This does not work at line 5, column 3: unknown key, did you mean "
                        "“tags”? Correct it there.")});
    row("a damaged file is moved away",
        {Code::Damaged, QStringLiteral("/a/history.db: database disk image is malformed")},
        {QStringLiteral("/a/history.db: database disk image is malformed. Move it away")});
    row("a newer version's file", {Code::NewerVersion, QStringLiteral("/a/history.db")},
        {QStringLiteral("/a/history.db. Update Coldframe")});
    row("a percent sign in a path survives", {Code::NotFound, QStringLiteral("/a/%1%2.json")},
        {QStringLiteral("/a/%1%2.json was not found")});
    row("a percent sign in JSON survives",
        {Code::InvalidJson, QStringLiteral("found '%3'"), TextPosition{8, 9}},
        {QStringLiteral("line 8, column 9"), QStringLiteral("found '%3'")});
}

void tst_ErrorText::sentence()
{
    QFETCH(Error, error);
    QFETCH(QStringList, parts);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    const QString text = errorText(error);

    for (const QString &part : parts)
        QVERIFY2(text.contains(part), qPrintable(text));
}

COLDFRAME_TEST(tst_ErrorText);

#include "tst_errortext.moc"
