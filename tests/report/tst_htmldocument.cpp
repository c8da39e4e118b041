// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmldocument.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

/// A page that anybody may open: whatever is in it is text.
class tst_HtmlDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreEscaped_data();
    void textsAreEscaped();
    void nothingIsLoadedOrRun();
    void sectionsAreClosed();
    void aTableWithoutRowsIsLeftOut();
};

COLDFRAME_TEST(tst_HtmlDocument);

namespace {

QString pageOf(const HtmlDocument &document)
{
    return QString::fromUtf8(document.finished(QStringLiteral("the end")));
}

} // namespace

void tst_HtmlDocument::textsAreEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("markup");
    QTest::newRow("a tag") << QStringLiteral("<script>alert(1)</script>")
                           << QStringLiteral("&lt;script&gt;alert(1)&lt;/script&gt;");
    QTest::newRow("quotes") << QStringLiteral("a \"b\" & c")
                            << QStringLiteral("a &quot;b&quot; &amp; c");
    QTest::newRow("a control character") << QString(QChar(27)) << QString(QChar(0x241b));
    QTest::newRow("a line break stays") << QStringLiteral("a\nb") << QStringLiteral("a\nb");
    QTest::newRow("other letters") << QStringLiteral("Größe 東京") << QStringLiteral("Größe 東京");
}

void tst_HtmlDocument::textsAreEscaped()
{
    QFETCH(QString, text);
    QFETCH(QString, markup);
    HtmlDocument document(text, QStringLiteral("en"));
    document.beginSection(text);
    document.addParagraph(text, text);
    document.addFigures({{text, text, text}});
    document.addTable({{text}}, {{{text, false, text}}});
    document.addText(text);
    document.beginDetails(text);
    document.endDetails();
    const QString page = pageOf(document);
    QVERIFY(!page.contains(QStringLiteral("<script")));
    // Title, heading, section, paragraph and its class, figure three times, header, cell twice,
    // text, summary.
    QCOMPARE(page.count(markup), 13);
}

void tst_HtmlDocument::nothingIsLoadedOrRun()
{
    const QString page = pageOf(HtmlDocument(QStringLiteral("a"), QStringLiteral("de")));
    QVERIFY(page.contains(QStringLiteral("default-src 'none'")));
    QVERIFY(page.contains(QStringLiteral("<html lang=\"de\">")));
    for (const char *word : {"http://", "https://", "<script", "<link", "@import", "url("})
        QVERIFY2(!page.contains(QLatin1String(word)), word);
}

void tst_HtmlDocument::sectionsAreClosed()
{
    HtmlDocument document(QStringLiteral("a"), QStringLiteral("en"));
    document.beginSection(QStringLiteral("one"));
    document.beginSection(QStringLiteral("two"));
    const QString page = pageOf(document);
    QCOMPARE(page.count(QStringLiteral("<section>")), 2);
    QCOMPARE(page.count(QStringLiteral("</section>")), 2);
}

void tst_HtmlDocument::aTableWithoutRowsIsLeftOut()
{
    HtmlDocument document(QStringLiteral("a"), QStringLiteral("en"));
    document.addTable({{QStringLiteral("head")}}, {});
    QVERIFY(!pageOf(document).contains(QStringLiteral("<table")));
}

#include "tst_htmldocument.moc"
