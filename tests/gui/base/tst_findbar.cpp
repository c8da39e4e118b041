// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace coldframe;

/// Finding and replacing as a user does it, over the editor.
class tst_FindBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsWhileTyping();
    void movesAndWraps();
    void counts_data();
    void counts();
    void countFollowsTheText();
    void escapeCloses();
    void takesTheSelection();
    void replacesOneByOne();
    void replaceAllIsOneStep();
    void replacesNothingInReadOnlyText();
    void toggledByKeys();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_editor->findChild<Widget *>(QLatin1String(name));
    }
    QWidget *view() const { return child<QWidget>("codeText"); }
    QString result() const { return child<QLabel>("findResult")->text(); }
    QString selectedPlace() const
    {
        const TextPosition end = m_editor->cursorPosition();
        return u"%1:%2 %3"_qs.arg(end.line).arg(end.column).arg(m_editor->selectedText());
    }
    void find(const QString &pattern)
    {
        QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(child<QLineEdit>("findPattern"), pattern);
    }

    std::unique_ptr<CodeEditor> m_editor;
};

void tst_FindBar::init()
{
    m_editor = std::make_unique<CodeEditor>();
    m_editor->resize(600, 400);
    m_editor->setText(u"one 😀 two\nTwo one\ntwofold\n"_qs);
    m_editor->show();
    view()->setFocus();
}

void tst_FindBar::findsWhileTyping()
{
    find(u"tw"_qs);
    QCOMPARE(selectedPlace(), u"1:9 tw"_qs);
    QTest::keyClicks(child<QLineEdit>("findPattern"), u"of"_qs);
    QCOMPARE(selectedPlace(), u"3:5 twof"_qs);
    // What no longer matches leads back to where the search began.
    QTest::keyClicks(child<QLineEdit>("findPattern"), u"?"_qs);
    QCOMPARE(selectedPlace(), u"1:1 "_qs);
    QCOMPARE(result(), u"No results"_qs);
}

void tst_FindBar::movesAndWraps()
{
    find(u"two"_qs);
    auto *pattern = child<QLineEdit>("findPattern");
    QCOMPARE(result(), u"1 of 3"_qs);

    QTest::keyClick(pattern, Qt::Key_Return);
    QCOMPARE(selectedPlace(), u"2:4 Two"_qs);
    QCOMPARE(result(), u"2 of 3"_qs);
    QTest::keyClick(view(), Qt::Key_F3);
    QCOMPARE(selectedPlace(), u"3:4 two"_qs);
    QTest::keyClick(view(), Qt::Key_F3);
    QCOMPARE(selectedPlace(), u"1:10 two"_qs);
    QTest::keyClick(pattern, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(selectedPlace(), u"3:4 two"_qs);
    QTest::keyClick(view(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(selectedPlace(), u"2:4 Two"_qs);
}

void tst_FindBar::counts_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("toggles");
    QTest::addColumn<QString>("expected");

    QTest::newRow("any case") << u"two"_qs << QStringList() << u"1 of 3"_qs;
    QTest::newRow("own case") << u"two"_qs << QStringList{u"matchCase"_qs} << u"1 of 2"_qs;
    QTest::newRow("whole words") << u"two"_qs << QStringList{u"wholeWords"_qs} << u"1 of 2"_qs;
    QTest::newRow("both") << u"two"_qs << QStringList{u"matchCase"_qs, u"wholeWords"_qs}
                          << u"1 of 1"_qs;
    QTest::newRow("expression") << u"t.o\\b"_qs << QStringList{u"regularExpression"_qs}
                                << u"1 of 2"_qs;
    QTest::newRow("no expression") << u"t.o"_qs << QStringList() << u"No results"_qs;
    QTest::newRow("emoji") << u"😀"_qs << QStringList() << u"1 of 1"_qs;
}

void tst_FindBar::counts()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, toggles);
    QFETCH(QString, expected);
    find({});
    child<QLineEdit>("findPattern")->setText(pattern);

    for (const QString &toggle : toggles)
        QTest::mouseClick(m_editor->findChild<QToolButton *>(toggle), Qt::LeftButton);

    QCOMPARE(result(), expected);
}

void tst_FindBar::countFollowsTheText()
{
    find(u"two"_qs);
    QCOMPARE(result(), u"1 of 3"_qs);

    m_editor->setText(u"two\n"_qs);

    QTRY_VERIFY(result().contains(u'1'));
    QTRY_VERIFY(!result().contains(u'3'));
}

void tst_FindBar::escapeCloses()
{
    find(u"two"_qs);
    QVERIFY(child<QWidget>("findBar")->isVisible());
    QTest::keyClick(child<QLineEdit>("findPattern"), Qt::Key_Escape);
    QVERIFY(!child<QWidget>("findBar")->isVisible());
    QCOMPARE(m_editor->selectedText(), u"two"_qs);

    QTest::keyClick(view(), Qt::Key_H, Qt::ControlModifier);
    QVERIFY(child<QLineEdit>("findReplacement")->isVisible());
    QTest::keyClick(view(), Qt::Key_Escape);
    QVERIFY(!child<QWidget>("findBar")->isVisible());
}

void tst_FindBar::takesTheSelection()
{
    m_editor->select({.line = 2, .column = 5}, {.line = 2, .column = 8});

    QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);

    QCOMPARE(child<QLineEdit>("findPattern")->text(), u"one"_qs);
    QCOMPARE(result(), u"2 of 2"_qs);
}

void tst_FindBar::replacesOneByOne()
{
    find(u"two"_qs);
    QTest::keyClick(view(), Qt::Key_H, Qt::ControlModifier);
    child<QLineEdit>("findReplacement")->setText(u"2 😀"_qs);

    QTest::mouseClick(child<QPushButton>("replace"), Qt::LeftButton);
    QCOMPARE(m_editor->text(), u"one 😀 2 😀\nTwo one\ntwofold\n"_qs);
    QCOMPARE(selectedPlace(), u"2:4 Two"_qs);
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    child<QLineEdit>("findReplacement")->setFocus();
    QTest::keyClick(child<QLineEdit>("findReplacement"), Qt::Key_Return);

    QCOMPARE(m_editor->text(), u"one 😀 2 😀\n2 😀 one\ntwofold\n"_qs);
    QCOMPARE(result(), u"1 of 1"_qs);
}

void tst_FindBar::replaceAllIsOneStep()
{
    const QString before = m_editor->text();
    find(u"(T)wo"_qs);
    QTest::mouseClick(child<QToolButton>("regularExpression"), Qt::LeftButton);
    QTest::keyClick(view(), Qt::Key_H, Qt::ControlModifier);
    child<QLineEdit>("findReplacement")->setText(u"$1-\\1"_qs);

    QTest::mouseClick(child<QPushButton>("replaceAll"), Qt::LeftButton);

    QCOMPARE(m_editor->text(), u"one 😀 t-t\nT-T one\nt-tfold\n"_qs);
    QVERIFY(result().contains(u'3'));
    m_editor->undo();
    QCOMPARE(m_editor->text(), before);
    QVERIFY(!m_editor->canUndo());
}

void tst_FindBar::replacesNothingInReadOnlyText()
{
    const QString before = m_editor->text();
    m_editor->setReadOnly(true);
    find(u"two"_qs);

    QTest::keyClick(view(), Qt::Key_H, Qt::ControlModifier);
    QVERIFY(!child<QLineEdit>("findReplacement")->isVisible());
    child<QPushButton>("replaceAll")->click();

    QCOMPARE(m_editor->text(), before);
}

void tst_FindBar::toggledByKeys()
{
    find(u"two"_qs);

    QTest::keyClick(child<QLineEdit>("findPattern"), Qt::Key_C, Qt::AltModifier);

    QVERIFY(child<QToolButton>("matchCase")->isChecked());
    QCOMPARE(child<QLineEdit>("findPattern")->text(), u"two"_qs);
    QCOMPARE(result(), u"1 of 2"_qs);
}

COLDFRAME_TEST(tst_FindBar);

#include "tst_findbar.moc"
