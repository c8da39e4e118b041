// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"
#include "gui/base/syntaxstyle.h"
#include "gui/base/theme.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace coldframe;

namespace {

/// How many pixels of a picture have one colour.
qsizetype pixelsOf(const QImage &image, const QColor &colour)
{
    qsizetype count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return count;
}

} // namespace

class tst_CodeEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void comesBackAsSet_data();
    void comesBackAsSet();
    void typing();
    void pythonIndentsAfterAColon();
    void newLinesAreAsInTheText();
    void positionsCountCodePoints();
    void settingTextKeepsTheUndoHistory();
    void differencesDoNotCutCharacters_data();
    void differencesDoNotCutCharacters();
    void keepingLeavesCursorAndView();
    void modification();
    void readOnly();
    void commentToggle_data();
    void commentToggle();
    void keysBelongToTheEditor_data();
    void keysBelongToTheEditor();
    void goToLine();
    void problems_data();
    void problems();
    void coloursFollowThePalette_data();
    void coloursFollowThePalette();
    void everyRoleIsReadable();
    void largeTextIsPlain();
    void zooms();

private:
    QWidget *view() const { return m_editor->findChild<QWidget *>(u"codeText"_qs); }
    void type(const QString &text) { QTest::keyClicks(view(), text); }

    std::unique_ptr<CodeEditor> m_editor;
};

void tst_CodeEditor::init()
{
    m_editor = std::make_unique<CodeEditor>();
    m_editor->resize(500, 300);
    m_editor->show();
    view()->setFocus();
}

void tst_CodeEditor::cleanup()
{
    m_editor.reset();
}

void tst_CodeEditor::comesBackAsSet_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("empty") << QString();
    QTest::newRow("no newline at the end") << u"a\nb"_qs;
    QTest::newRow("Windows line ends") << u"a\r\nb\r\n"_qs;
    QTest::newRow("mixed line ends") << u"a\r\nb\nc\rd"_qs;
    QTest::newRow("emoji and other scripts") << u"größe 漢字 😀\n"_qs;
    QTest::newRow("tabs and blanks at the end") << u"\ta  \n"_qs;
}

void tst_CodeEditor::comesBackAsSet()
{
    QFETCH(QString, text);
    const QSignalSpy modifications(m_editor.get(), &CodeEditor::modificationChanged);

    m_editor->setText(text);

    QCOMPARE(m_editor->text(), text);
    QVERIFY(!m_editor->isModified());
    QVERIFY(!m_editor->canUndo());
    QCOMPARE(modifications.count(), 0);
}

void tst_CodeEditor::typing()
{
    const QSignalSpy changes(m_editor.get(), &CodeEditor::textChanged);
    const QSignalSpy modifications(m_editor.get(), &CodeEditor::modificationChanged);

    type(u"abc"_qs);

    QCOMPARE(m_editor->text(), u"abc"_qs);
    QCOMPARE(m_editor->cursorPosition(), (TextPosition{.line = 1, .column = 4}));
    QVERIFY(changes.count() >= 3);
    QCOMPARE(modifications.count(), 1);
    QCOMPARE(modifications.constFirst().constFirst().toBool(), true);
}

void tst_CodeEditor::pythonIndentsAfterAColon()
{
    m_editor->setLanguage(CodeLanguage::Python);

    type(u"if x:"_qs);
    QTest::keyClick(view(), Qt::Key_Return);
    type(u"y"_qs);
    QTest::keyClick(view(), Qt::Key_Return);
    type(u"z"_qs);

    QCOMPARE(m_editor->text(), u"if x:\n    y\n    z"_qs);
}

void tst_CodeEditor::newLinesAreAsInTheText()
{
    m_editor->setText(u"a\r\nb\r\n"_qs);
    m_editor->setCursorPosition({.line = 1, .column = 2});

    QTest::keyClick(view(), Qt::Key_Return);

    QCOMPARE(m_editor->text(), u"a\r\n\r\nb\r\n"_qs);
}

void tst_CodeEditor::positionsCountCodePoints()
{
    m_editor->setText(u"a😀b\nx"_qs);

    m_editor->setCursorPosition({.line = 1, .column = 3});
    type(u"!"_qs);

    QCOMPARE(m_editor->text(), u"a😀!b\nx"_qs);
    QCOMPARE(m_editor->cursorPosition(), (TextPosition{.line = 1, .column = 4}));
    m_editor->select({.line = 1, .column = 2}, {.line = 1, .column = 4});
    QCOMPARE(m_editor->selectedText(), u"😀!"_qs);
    m_editor->setCursorPosition({.line = 1, .column = 99});
    QCOMPARE(m_editor->cursorPosition(), (TextPosition{.line = 1, .column = 5}));
    m_editor->setCursorPosition({.line = 99, .column = 1});
    QCOMPARE(m_editor->cursorPosition(), (TextPosition{.line = 2, .column = 2}));
}

void tst_CodeEditor::settingTextKeepsTheUndoHistory()
{
    m_editor->setText(u"one\ntwo\nthree\n"_qs);
    m_editor->setCursorPosition({.line = 1, .column = 4});
    type(u"!"_qs);

    m_editor->setText(u"one!\n2\nthree, four\n"_qs, CodeEditor::UndoHistory::Keep);
    m_editor->setUnmodified();

    QVERIFY(!m_editor->isModified());
    m_editor->undo();
    QCOMPARE(m_editor->text(), u"one!\ntwo\nthree\n"_qs);
    QVERIFY(m_editor->isModified());
    m_editor->undo();
    QCOMPARE(m_editor->text(), u"one\ntwo\nthree\n"_qs);
    m_editor->redo();
    m_editor->redo();
    QCOMPARE(m_editor->text(), u"one!\n2\nthree, four\n"_qs);
    QVERIFY(!m_editor->isModified());
}

void tst_CodeEditor::differencesDoNotCutCharacters_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    // Each pair shares its first or its last bytes in UTF-8.
    QTest::newRow("same first bytes") << u"a😀b"_qs << u"a😁b"_qs;
    QTest::newRow("same last bytes") << u"aäb"_qs << u"a¤b"_qs;
    QTest::newRow("nothing in common") << u"a"_qs << u"😀"_qs;
    QTest::newRow("a repeated end") << u"aa"_qs << u"aaaa"_qs;
    QTest::newRow("shorter") << u"😀😀😀"_qs << u"😀"_qs;
    QTest::newRow("to nothing") << u"abc"_qs << QString();
    QTest::newRow("from nothing") << QString() << u"abc"_qs;
    QTest::newRow("between CR and LF") << u"a\r\nb"_qs << u"a\nb"_qs;
}

void tst_CodeEditor::differencesDoNotCutCharacters()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    m_editor->setText(before);

    m_editor->setText(after, CodeEditor::UndoHistory::Keep);

    QCOMPARE(m_editor->text(), after);
    m_editor->undo();
    QCOMPARE(m_editor->text(), before);
}

void tst_CodeEditor::keepingLeavesCursorAndView()
{
    QString text;
    for (int line = 1; line <= 200; ++line)
        text += u"line %1\n"_qs.arg(line);
    m_editor->setText(text);
    m_editor->setCursorPosition({.line = 120, .column = 3});
    m_editor->setFirstVisibleLine(115);

    m_editor->setText(text.replace(u"line 125\n"_qs, u"changed\nand more\n"_qs),
                      CodeEditor::UndoHistory::Keep);

    QCOMPARE(m_editor->cursorPosition(), (TextPosition{.line = 120, .column = 3}));
    QCOMPARE(m_editor->firstVisibleLine(), 115);

    // Lines that come before the cursor push it down.
    m_editor->setText(u"new\n"_qs + text, CodeEditor::UndoHistory::Keep);
    QCOMPARE(m_editor->cursorPosition(), (TextPosition{.line = 121, .column = 3}));

    // Changes on both sides: the cursor stays in its line.
    m_editor->setText(u"newer\n"_qs + text + u"end\n"_qs, CodeEditor::UndoHistory::Keep);
    QCOMPARE(m_editor->cursorPosition(), (TextPosition{.line = 121, .column = 3}));
}

void tst_CodeEditor::modification()
{
    m_editor->setText(u"a"_qs);
    type(u"b"_qs);
    m_editor->setUnmodified();
    const QSignalSpy modifications(m_editor.get(), &CodeEditor::modificationChanged);

    m_editor->undo();
    QVERIFY(m_editor->isModified());
    m_editor->redo();
    QVERIFY(!m_editor->isModified());

    QCOMPARE(modifications.count(), 2);
}

void tst_CodeEditor::readOnly()
{
    m_editor->setText(u"abc"_qs);
    m_editor->setReadOnly(true);

    type(u"x"_qs);
    m_editor->insertText(u"y"_qs);
    m_editor->toggleComment();
    QCOMPARE(m_editor->text(), u"abc"_qs);

    m_editor->setText(u"new"_qs);
    QCOMPARE(m_editor->text(), u"new"_qs);
    m_editor->setText(u"newer"_qs, CodeEditor::UndoHistory::Keep);
    QCOMPARE(m_editor->text(), u"newer"_qs);
    QVERIFY(m_editor->isReadOnly());
}

void tst_CodeEditor::commentToggle_data()
{
    QTest::addColumn<CodeLanguage>("language");
    QTest::addColumn<QString>("before");
    QTest::addColumn<TextPosition>("from");
    QTest::addColumn<TextPosition>("to");
    QTest::addColumn<QString>("after");

    const auto row = [](const char *name, CodeLanguage language, const QString &before,
                        TextPosition from, TextPosition to, const QString &after) {
        QTest::newRow(name) << language << before << from << to << after;
    };
    row("the cursor's line", CodeLanguage::Python, u"a\nb\nc"_qs, {2, 1}, {2, 1}, u"a\n# b\nc"_qs);
    row("back again", CodeLanguage::Python, u"a\n# b\nc"_qs, {2, 3}, {2, 3}, u"a\nb\nc"_qs);
    row("all lines of a selection", CodeLanguage::JavaScript, u"a\n  b\nc"_qs, {1, 1}, {2, 2},
        u"// a\n//   b\nc"_qs);
    row("not a line of which nothing is selected", CodeLanguage::Yaml, u"a\nb\nc"_qs, {1, 1},
        {3, 1}, u"# a\n# b\nc"_qs);
    row("after an emoji", CodeLanguage::Bash, u"😀\nb"_qs, {2, 1}, {2, 2}, u"😀\n# b"_qs);
    row("JSON has none", CodeLanguage::Json, u"{}"_qs, {1, 1}, {1, 1}, u"{}"_qs);
}

void tst_CodeEditor::commentToggle()
{
    QFETCH(CodeLanguage, language);
    QFETCH(QString, before);
    QFETCH(TextPosition, from);
    QFETCH(TextPosition, to);
    QFETCH(QString, after);
    m_editor->setLanguage(language);
    m_editor->setText(before);
    m_editor->select(from, to);

    QTest::keyClick(view(), Qt::Key_Slash, Qt::ControlModifier);

    QCOMPARE(m_editor->text(), after);
    if (before != after) {
        m_editor->undo();
        QCOMPARE(m_editor->text(), before);
    }
}

void tst_CodeEditor::keysBelongToTheEditor_data()
{
    QTest::addColumn<QKeySequence>("key");
    QTest::addColumn<bool>("isOurs");

    QTest::newRow("find") << QKeySequence(Qt::CTRL | Qt::Key_F) << true;
    QTest::newRow("zoom") << QKeySequence(Qt::CTRL | Qt::Key_Plus) << true;
    QTest::newRow("run") << QKeySequence(Qt::CTRL | Qt::Key_Return) << false;
    QTest::newRow("run cold") << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return) << false;
    QTest::newRow("run again") << QKeySequence(Qt::CTRL | Qt::Key_R) << false;
    QTest::newRow("save") << QKeySequence(Qt::CTRL | Qt::Key_S) << false;
    QTest::newRow("palette") << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P) << false;
    QTest::newRow("quick open") << QKeySequence(Qt::CTRL | Qt::Key_P) << false;
    QTest::newRow("debug") << QKeySequence(Qt::Key_F5) << false;
}

void tst_CodeEditor::keysBelongToTheEditor()
{
    QFETCH(QKeySequence, key);
    QFETCH(bool, isOurs);
    m_editor->setText(u"text"_qs);
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    const QKeyCombination keys = key[0];
    QKeyEvent event(QEvent::ShortcutOverride, keys.key(), keys.keyboardModifiers());
    event.ignore();

    QApplication::sendEvent(view(), &event);

    // Accepted means that a window's action with this key is passed over.
    QCOMPARE(event.isAccepted(), isOurs);
}

void tst_CodeEditor::goToLine()
{
    m_editor->setText(u"a\nbcd\ne"_qs);

    QTest::keyClick(view(), Qt::Key_G, Qt::ControlModifier);
    auto *field = m_editor->findChild<QLineEdit *>(u"goToLine"_qs);
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, u"2:3"_qs);
    QTest::keyClick(field, Qt::Key_Return);

    QCOMPARE(m_editor->cursorPosition(), (TextPosition{.line = 2, .column = 3}));
    QVERIFY(!field->isVisible());
}

void tst_CodeEditor::problems_data()
{
    QTest::addColumn<TextPosition>("position");

    QTest::newRow("in a word") << TextPosition{1, 2};
    QTest::newRow("after the end of a line") << TextPosition{1, 50};
    QTest::newRow("in an empty line") << TextPosition{2, 1};
    QTest::newRow("after the end of the text") << TextPosition{99, 1};
}

void tst_CodeEditor::problems()
{
    QFETCH(TextPosition, position);
    m_editor->setText(u"broken\n\nlast"_qs);
    const QColor error = ThemeColours::of(m_editor->palette()).error;
    const auto marks = [&] { return pixelsOf(m_editor->grab().toImage(), error); };
    QCOMPARE(marks(), 0);

    m_editor->showProblem(position, u"unexpected"_qs);
    QVERIFY(marks() > 20);
    QVERIFY(view()->accessibleDescription().contains(u"unexpected"));
    QCOMPARE(m_editor->text(), u"broken\n\nlast"_qs);

    m_editor->showProblem(position, u"again"_qs, CodeEditor::ProblemMessage::UnderLine);
    m_editor->clearProblem();
    QCOMPARE(marks(), 0);
    QVERIFY(view()->accessibleDescription().isEmpty());
}

void tst_CodeEditor::coloursFollowThePalette_data()
{
    QTest::addColumn<CodeLanguage>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<SyntaxRole>("role");

    QTest::newRow("Python") << CodeLanguage::Python << u"import json\n"_qs << SyntaxRole::Keyword;
    QTest::newRow("JavaScript") << CodeLanguage::JavaScript << u"const a = 1;\n"_qs
                                << SyntaxRole::Keyword;
    QTest::newRow("a template string")
        << CodeLanguage::JavaScript << u"`order ${id}`;\n"_qs << SyntaxRole::String;
    QTest::newRow("TypeScript") << CodeLanguage::TypeScript << u"interface A {}\n"_qs
                                << SyntaxRole::Keyword;
    QTest::newRow("JSON") << CodeLanguage::Json << u"{\"key\": 1}\n"_qs << SyntaxRole::Key;
    QTest::newRow("YAML") << CodeLanguage::Yaml << u"key: value\n"_qs << SyntaxRole::Key;
    QTest::newRow("Bash") << CodeLanguage::Bash << u"# comment here\n"_qs << SyntaxRole::Comment;
    QTest::newRow("Markdown") << CodeLanguage::Markdown << u"text\n\n# Title\n"_qs
                              << SyntaxRole::Keyword;
    QTest::newRow("plain") << CodeLanguage::Plain << u"words\n"_qs << SyntaxRole::Text;
}

void tst_CodeEditor::coloursFollowThePalette()
{
    QFETCH(CodeLanguage, language);
    QFETCH(QString, text);
    QFETCH(SyntaxRole, role);
    m_editor->setLanguage(language);
    m_editor->setText(text + u"\n\n"_qs);
    m_editor->setCursorPosition({.line = 99, .column = 1});
    // Large enough that letters have an inside that smoothing leaves alone.
    m_editor->setZoom(12);

    for (const QPalette &palette : {lightPalette(), darkPalette(), lightPalette()}) {
        m_editor->setPalette(palette);
        const QImage picture = m_editor->grab().toImage();
        QCOMPARE(QColor(picture.pixel(picture.width() - 40, picture.height() - 40)),
                 palette.color(QPalette::Base));
        QVERIFY(pixelsOf(picture, syntaxColour(role, palette)) > 5);
        const QPalette other = isDark(palette) ? lightPalette() : darkPalette();
        QCOMPARE(pixelsOf(picture, other.color(QPalette::Base)), 0);
    }
}

void tst_CodeEditor::everyRoleIsReadable()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        for (int role = 0; role <= static_cast<int>(SyntaxRole::Error); ++role) {
            const QColor colour = syntaxColour(static_cast<SyntaxRole>(role), palette);
            const float distance = colour.lightnessF() - palette.color(QPalette::Base).lightnessF();
            QVERIFY2(std::abs(distance) > 0.4F, qPrintable(colour.name()));
        }
    }
}

void tst_CodeEditor::largeTextIsPlain()
{
    m_editor->setLanguage(CodeLanguage::Python);
    const QString line = u"import json\n"_qs;
    const auto keywordPixels = [this] {
        return pixelsOf(m_editor->grab().toImage(),
                        syntaxColour(SyntaxRole::Keyword, m_editor->palette()));
    };
    m_editor->setText(line);
    QVERIFY(keywordPixels() > 0);

    m_editor->setText(line.repeated(CodeEditor::LargestColouredText / line.size() + 1));
    QCOMPARE(keywordPixels(), 0);
    QCOMPARE(m_editor->language(), CodeLanguage::Python);

    m_editor->setText(line);
    QVERIFY(keywordPixels() > 0);
}

void tst_CodeEditor::zooms()
{
    const QSignalSpy zooms(m_editor.get(), &CodeEditor::zoomChanged);

    QTest::keyClick(view(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_editor->zoom(), 1);
    QTest::keyClick(view(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(view(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_editor->zoom(), -1);
    QTest::keyClick(view(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_editor->zoom(), 0);
    QCOMPARE(zooms.count(), 4);
}

COLDFRAME_TEST(tst_CodeEditor);

#include "tst_codeeditor.moc"
