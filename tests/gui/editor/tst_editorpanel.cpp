// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/draftstore.h"
#include "gui/base/codeeditor.h"
#include "gui/base/noticebar.h"
#include "gui/editor/editorpanel.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cstdio>
#include <memory>

using namespace coldframe;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class tst_EditorPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensFilesAsTabs();
    void opensAtAPlace();
    void savesByKey();
    void undoSurvivesSaving();
    void savesAll();
    void savesUntitledTextWhereTheUserSays();
    void tellsWhatIsUnsaved();
    void sameNamesAreToldApart();

    void reloadsAnUnchangedDocument();
    void reloadCanBeUndone();
    void asksWhenBothChanged_data();
    void asksWhenBothChanged();
    void savingOverAnUnseenChangeAsks();
    void sameChangeOnBothSidesIsNoConflict();
    void deletedFiles();
    void replacedFilesAreStillWatched();

    void draftsSurviveACrash();
    void draftsOfUntitledText();
    void draftOfAFileThatChangedSince();
    void draftOfAFileThatIsGone();
    void draftsGoWithTheirReason_data();
    void draftsGoWithTheirReason();
    void draftsThatCannotBeWrittenAreTold();

    void closeQuestion_data();
    void closeQuestion();
    void requestCloseAsksOnce();
    void requestCloseWithoutChanges();
    void waysToClose();
    void movesBetweenTabs();

    void otherEncodingsAreReadOnly();
    void binaryFilesAreRefused();
    void missingFilesAreTold();
    void failedSavingIsTold();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    bool put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    void start()
    {
        m_panel = std::make_unique<EditorPanel>(m_clock);
        m_panel->setWorkspace(m_folder->path());
        m_panel->resize(700, 400);
        m_panel->show();
    }
    CodeEditor &editor() const { return *m_panel->currentEditor(); }
    QWidget *view() const { return editor().findChild<QWidget *>(u"codeText"_qs); }
    void type(const QString &text) const { QTest::keyClicks(view(), text); }
    QTabWidget *tabs() const { return m_panel->findChild<QTabWidget *>(u"editorTabs"_qs); }
    QStringList notices() const
    {
        QStringList sentences;
        for (const auto *notice : m_panel->findChildren<NoticeBar *>()) {
            if (!notice->isHidden())
                sentences.push_back(notice->sentence());
        }
        return sentences;
    }
    /// Presses a visible button of a notice.
    bool answer(const QString &name) const
    {
        for (auto *button : m_panel->findChildren<QAbstractButton *>(name)) {
            if (button->isVisible()) {
                button->click();
                return true;
            }
        }
        return false;
    }
    std::vector<Draft> drafts() const { return DraftStore(m_folder->path()).list(); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EditorPanel> m_panel;
};

void tst_EditorPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(put(u"a.py"_qs, "one\n"));
    QVERIFY(put(u"b.py"_qs, "two\n"));
    start();
}

void tst_EditorPanel::cleanup()
{
    m_panel.reset();
    m_folder.reset();
}

void tst_EditorPanel::opensFilesAsTabs()
{
    const QSignalSpy current(m_panel.get(), &EditorPanel::currentFileChanged);
    QVERIFY(m_panel->currentEditor() == nullptr);

    m_panel->open(path(u"a.py"_qs));
    m_panel->open(path(u"b.py"_qs));
    m_panel->open(path(u"./a.py"_qs));

    QCOMPARE(m_panel->openFiles(), QStringList({path(u"a.py"_qs), path(u"b.py"_qs)}));
    QCOMPARE(m_panel->currentFile(), path(u"a.py"_qs));
    QCOMPARE(editor().text(), u"one\n"_qs);
    QCOMPARE(editor().language(), CodeLanguage::Python);
    QCOMPARE(current.constLast().constFirst().toString(), path(u"a.py"_qs));
    QVERIFY(!m_panel->hasUnsaved());
}

void tst_EditorPanel::opensAtAPlace()
{
    QVERIFY(put(u"c.py"_qs, "one\n\xf0\x9f\x98\x80x\n"));

    m_panel->openAt(path(u"c.py"_qs), {.line = 2, .column = 2});
    type(u"!"_qs);

    QCOMPARE(editor().text(), u"one\n😀!x\n"_qs);
}

void tst_EditorPanel::savesByKey()
{
    QVERIFY(put(u"c.txt"_qs, "one\r\ntwo"));
    m_panel->open(path(u"c.txt"_qs));
    const QSignalSpy saved(m_panel.get(), &EditorPanel::fileSaved);

    type(u"x"_qs);
    QVERIFY(m_panel->hasUnsaved());
    QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);

    QCOMPARE(contentOf(path(u"c.txt"_qs)), QByteArray("xone\r\ntwo"));
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.constFirst().constFirst().toString(), path(u"c.txt"_qs));
    QVERIFY(!m_panel->hasUnsaved());
}

void tst_EditorPanel::undoSurvivesSaving()
{
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);
    m_panel->save();

    editor().undo();

    QCOMPARE(editor().text(), u"one\n"_qs);
    QVERIFY(m_panel->hasUnsaved());
    editor().redo();
    QVERIFY(!m_panel->hasUnsaved());
}

void tst_EditorPanel::savesAll()
{
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);
    m_panel->open(path(u"b.py"_qs));
    type(u"y"_qs);

    QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);

    QCOMPARE(contentOf(path(u"a.py"_qs)), QByteArray("xone\n"));
    QCOMPARE(contentOf(path(u"b.py"_qs)), QByteArray("ytwo\n"));
}

void tst_EditorPanel::savesUntitledTextWhereTheUserSays()
{
    m_panel->newFile();
    type(u"new"_qs);
    QTRY_COMPARE(drafts().size(), std::size_t(1));

    m_panel->save();
    auto *dialog = m_panel->findChild<QFileDialog *>(u"saveDialog"_qs);
    QVERIFY(dialog != nullptr);
    dialog->selectFile(path(u"new.json"_qs));
    static_cast<QDialog *>(dialog)->done(QDialog::Accepted);

    QCOMPARE(contentOf(path(u"new.json"_qs)), QByteArray("new"));
    QCOMPARE(m_panel->openFiles(), QStringList{path(u"new.json"_qs)});
    QCOMPARE(editor().language(), CodeLanguage::Json);
    QCOMPARE(tabs()->tabText(0), u"new.json"_qs);
    QTRY_VERIFY(drafts().empty());
}

void tst_EditorPanel::tellsWhatIsUnsaved()
{
    m_panel->open(path(u"a.py"_qs));
    const QSignalSpy modified(m_panel.get(), &EditorPanel::documentModified);
    QCOMPARE(tabs()->tabText(0), u"a.py"_qs);

    type(u"x"_qs);

    QCOMPARE(tabs()->tabText(0), u"● a.py"_qs);
    QCOMPARE(tabs()->tabBar()->accessibleTabName(0), u"a.py, unsaved"_qs);
    QCOMPARE(modified.constLast(), QVariantList({path(u"a.py"_qs), true}));
    editor().undo();
    QCOMPARE(tabs()->tabText(0), u"a.py"_qs);
    QCOMPARE(modified.constLast(), QVariantList({path(u"a.py"_qs), false}));
}

void tst_EditorPanel::sameNamesAreToldApart()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"orders"_qs));
    QVERIFY(put(u"orders/a.py"_qs, "three\n"));

    m_panel->open(path(u"a.py"_qs));
    m_panel->open(path(u"orders/a.py"_qs));

    QCOMPARE(tabs()->tabText(1), u"a.py (orders)"_qs);
    m_panel->closeCurrent();
    QCOMPARE(tabs()->tabText(0), u"a.py"_qs);
}

void tst_EditorPanel::reloadsAnUnchangedDocument()
{
    m_panel->open(path(u"a.py"_qs));

    QVERIFY(put(u"a.py"_qs, "one\nmore\n"));

    QTRY_COMPARE(editor().text(), u"one\nmore\n"_qs);
    QVERIFY(!m_panel->hasUnsaved());
    QCOMPARE(notices(), QStringList());
}

void tst_EditorPanel::reloadCanBeUndone()
{
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);
    m_panel->save();
    QVERIFY(put(u"a.py"_qs, "formatted\n"));
    QTRY_COMPARE(editor().text(), u"formatted\n"_qs);

    editor().undo();
    QCOMPARE(editor().text(), u"xone\n"_qs);
    editor().undo();
    QCOMPARE(editor().text(), u"one\n"_qs);
}

void tst_EditorPanel::asksWhenBothChanged_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("afterSaving");

    QTest::newRow("reload") << u"reload"_qs << u"theirs\n"_qs << QByteArray("theirs\n");
    QTest::newRow("keep mine") << u"keepMine"_qs << u"xone\n"_qs << QByteArray("xone\n");
}

void tst_EditorPanel::asksWhenBothChanged()
{
    QFETCH(QString, choice);
    QFETCH(QString, text);
    QFETCH(QByteArray, afterSaving);
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);

    QVERIFY(put(u"a.py"_qs, "theirs\n"));
    QTRY_COMPARE(notices().size(), 1);
    QCOMPARE(editor().text(), u"xone\n"_qs);
    // Saving is no answer.
    m_panel->save();
    QCOMPARE(contentOf(path(u"a.py"_qs)), QByteArray("theirs\n"));

    QVERIFY(answer(choice));
    QCOMPARE(editor().text(), text);
    QCOMPARE(notices(), QStringList());
    m_panel->save();
    QCOMPARE(contentOf(path(u"a.py"_qs)), afterSaving);
    QVERIFY(!m_panel->hasUnsaved());
    if (choice == u"reload") {
        editor().undo();
        QCOMPARE(editor().text(), u"xone\n"_qs);
    }
}

void tst_EditorPanel::savingOverAnUnseenChangeAsks()
{
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);

    // No event loop between the two: the change cannot have been noticed.
    QVERIFY(put(u"a.py"_qs, "theirs\n"));
    m_panel->save();

    QCOMPARE(contentOf(path(u"a.py"_qs)), QByteArray("theirs\n"));
    QCOMPARE(notices().size(), 1);
    QVERIFY(m_panel->hasUnsaved());
}

void tst_EditorPanel::sameChangeOnBothSidesIsNoConflict()
{
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);

    QVERIFY(put(u"a.py"_qs, "xone\n"));

    QTRY_VERIFY(!m_panel->hasUnsaved());
    QCOMPARE(notices(), QStringList());
}

void tst_EditorPanel::deletedFiles()
{
    m_panel->open(path(u"a.py"_qs));

    QVERIFY(QFile::remove(path(u"a.py"_qs)));
    QTRY_COMPARE(notices().size(), 1);
    QCOMPARE(editor().text(), u"one\n"_qs);
    QVERIFY(m_panel->hasUnsaved());

    QVERIFY(answer(u"saveDeleted"_qs));
    QCOMPARE(contentOf(path(u"a.py"_qs)), QByteArray("one\n"));
    QVERIFY(!m_panel->hasUnsaved());

    QVERIFY(QFile::remove(path(u"a.py"_qs)));
    QTRY_COMPARE(notices().size(), 1);
    QVERIFY(put(u"a.py"_qs, "back\n"));
    QTRY_COMPARE(editor().text(), u"back\n"_qs);
    QCOMPARE(notices(), QStringList());
}

void tst_EditorPanel::replacedFilesAreStillWatched()
{
    m_panel->open(path(u"a.py"_qs));

    for (const char *content : {"first\n", "second\n", "third\n"}) {
        QVERIFY(put(u"other"_qs, content));
        QCOMPARE(std::rename(qPrintable(path(u"other"_qs)), qPrintable(path(u"a.py"_qs))), 0);
        QTRY_COMPARE(editor().text(), QString::fromUtf8(content));
    }
}

void tst_EditorPanel::draftsSurviveACrash()
{
    m_panel->open(path(u"a.py"_qs));
    type(u"unsaved "_qs);
    editor().insertText(u"😀"_qs);
    QTRY_COMPARE(drafts().size(), std::size_t(1));
    QTRY_VERIFY(drafts().front().text.contains(u"😀"));

    // Gone without being closed.
    m_panel.reset();
    QCOMPARE(contentOf(path(u"a.py"_qs)), QByteArray("one\n"));
    start();
    QCOMPARE(m_panel->restoreDrafts(), 1);

    QCOMPARE(m_panel->openFiles(), QStringList{path(u"a.py"_qs)});
    QVERIFY(editor().text().startsWith(u"unsaved "));
    QVERIFY(editor().text().endsWith(u"😀one\n"));
    QVERIFY(m_panel->hasUnsaved());
    QCOMPARE(notices().size(), 1);
    editor().undo();
    QCOMPARE(editor().text(), u"one\n"_qs);
    QVERIFY(!m_panel->hasUnsaved());
}

void tst_EditorPanel::draftsOfUntitledText()
{
    m_panel->newFile();
    type(u"first"_qs);
    m_panel->newFile();
    type(u"second"_qs);
    // At once: what was typed last is written on the way out.
    m_panel.reset();

    start();
    QCOMPARE(m_panel->restoreDrafts(), 2);

    QStringList texts;
    for (int index = 0; index < tabs()->count(); ++index) {
        tabs()->setCurrentIndex(index);
        texts.push_back(editor().text());
    }
    texts.sort();
    QCOMPARE(texts, QStringList({u"first"_qs, u"second"_qs}));
}

void tst_EditorPanel::draftOfAFileThatChangedSince()
{
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);
    m_panel.reset();
    QVERIFY(put(u"a.py"_qs, "theirs\n"));

    start();
    m_panel->open(path(u"a.py"_qs));

    QCOMPARE(editor().text(), u"xone\n"_qs);
    m_panel->save();
    QCOMPARE(contentOf(path(u"a.py"_qs)), QByteArray("theirs\n"));
    QVERIFY(answer(u"reload"_qs));
    QCOMPARE(editor().text(), u"theirs\n"_qs);
    QTRY_VERIFY(drafts().empty());
}

void tst_EditorPanel::draftOfAFileThatIsGone()
{
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);
    m_panel.reset();
    QVERIFY(QFile::remove(path(u"a.py"_qs)));

    start();
    QCOMPARE(m_panel->restoreDrafts(), 1);

    QCOMPARE(editor().text(), u"xone\n"_qs);
    QVERIFY(m_panel->hasUnsaved());
    m_panel->save();
    QCOMPARE(contentOf(path(u"a.py"_qs)), QByteArray("xone\n"));
}

void tst_EditorPanel::draftsGoWithTheirReason_data()
{
    QTest::addColumn<QString>("how");

    QTest::newRow("saved") << u"save"_qs;
    QTest::newRow("undone") << u"undo"_qs;
    QTest::newRow("discarded") << u"discard"_qs;
}

void tst_EditorPanel::draftsGoWithTheirReason()
{
    QFETCH(QString, how);
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);
    QTRY_COMPARE(drafts().size(), std::size_t(1));

    if (how == u"save") {
        m_panel->save();
    } else if (how == u"undo") {
        editor().undo();
    } else {
        m_panel->closeCurrent();
        m_panel->findChild<QMessageBox *>(u"closeQuestion"_qs)
            ->button(QMessageBox::Discard)
            ->click();
    }

    QTRY_VERIFY(drafts().empty());
    m_panel.reset();
    QVERIFY(drafts().empty());
}

void tst_EditorPanel::draftsThatCannotBeWrittenAreTold()
{
    QVERIFY(put(u".coldframe"_qs, "in the way"));
    m_panel->open(path(u"a.py"_qs));

    type(u"x"_qs);

    QTRY_COMPARE(notices().size(), 1);
    QCOMPARE(editor().text(), u"xone\n"_qs);
}

void tst_EditorPanel::closeQuestion_data()
{
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("save") << QMessageBox::Save << true << QByteArray("xone\n");
    QTest::newRow("discard") << QMessageBox::Discard << true << QByteArray("one\n");
    QTest::newRow("cancel") << QMessageBox::Cancel << false << QByteArray("one\n");
}

void tst_EditorPanel::closeQuestion()
{
    QFETCH(QMessageBox::StandardButton, button);
    QFETCH(bool, closed);
    QFETCH(QByteArray, content);
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);

    QTest::keyClick(view(), Qt::Key_W, Qt::ControlModifier);
    auto *question = m_panel->findChild<QMessageBox *>(u"closeQuestion"_qs);
    QVERIFY(question != nullptr);
    QCOMPARE(tabs()->count(), 1);
    question->button(button)->click();

    QCOMPARE(tabs()->count(), closed ? 0 : 1);
    QCOMPARE(contentOf(path(u"a.py"_qs)), content);
    if (!closed)
        QCOMPARE(editor().text(), u"xone\n"_qs);
}

void tst_EditorPanel::requestCloseAsksOnce()
{
    m_panel->open(path(u"a.py"_qs));
    type(u"x"_qs);
    m_panel->open(path(u"b.py"_qs));
    type(u"y"_qs);
    const QSignalSpy confirmed(m_panel.get(), &EditorPanel::closeConfirmed);
    const QSignalSpy cancelled(m_panel.get(), &EditorPanel::closeCancelled);
    const auto press = [this](QMessageBox::StandardButton button) {
        auto *question = m_panel->findChild<QMessageBox *>(u"closeQuestion"_qs);
        question->button(button)->click();
        delete question;
    };

    m_panel->requestClose();
    press(QMessageBox::Cancel);
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(confirmed.count(), 0);

    m_panel->requestClose();
    press(QMessageBox::Save);
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(contentOf(path(u"a.py"_qs)), QByteArray("xone\n"));
    QCOMPARE(contentOf(path(u"b.py"_qs)), QByteArray("ytwo\n"));
    QCOMPARE(m_panel->openFiles().size(), 2);
}

void tst_EditorPanel::requestCloseWithoutChanges()
{
    m_panel->open(path(u"a.py"_qs));
    const QSignalSpy confirmed(m_panel.get(), &EditorPanel::closeConfirmed);

    m_panel->requestClose();

    QCOMPARE(confirmed.count(), 1);
}

void tst_EditorPanel::waysToClose()
{
    for (int times = 0; times < 2; ++times) {
        m_panel->open(path(u"a.py"_qs));
        m_panel->open(path(u"b.py"_qs));
    }
    QTest::mouseClick(tabs()->tabBar(), Qt::MiddleButton, {},
                      tabs()->tabBar()->tabRect(0).center());
    QCOMPARE(m_panel->openFiles(), QStringList{path(u"b.py"_qs)});

    tabs()->tabBar()->findChild<QToolButton *>(u"closeTab"_qs)->click();
    QCOMPARE(m_panel->openFiles(), QStringList());
    QVERIFY(m_panel->currentEditor() == nullptr);
    QCOMPARE(m_panel->currentFile(), QString());
}

void tst_EditorPanel::movesBetweenTabs()
{
    QVERIFY(put(u"c.py"_qs, "three\n"));
    for (const QString &name : {u"a.py"_qs, u"b.py"_qs, u"c.py"_qs})
        m_panel->open(path(name));
    const auto current = [this] { return QFileInfo(m_panel->currentFile()).fileName(); };

    QTest::keyClick(view(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(current(), u"a.py"_qs);
    QTest::keyClick(view(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(current(), u"c.py"_qs);
    QTest::keyClick(view(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(current(), u"a.py"_qs);
    QTest::keyClick(view(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(current(), u"c.py"_qs);

    tabs()->tabBar()->moveTab(2, 0);
    QCOMPARE(m_panel->openFiles().constFirst(), path(u"c.py"_qs));
}

void tst_EditorPanel::otherEncodingsAreReadOnly()
{
    const QByteArray latin("# gr\xf6\xdf\x65\n");
    QVERIFY(put(u"latin.py"_qs, latin));

    m_panel->open(path(u"latin.py"_qs));
    type(u"x"_qs);
    m_panel->save();

    QCOMPARE(editor().text(), u"# größe\n"_qs);
    QCOMPARE(notices().size(), 1);
    QCOMPARE(contentOf(path(u"latin.py"_qs)), latin);

    // Converted by another program, it can be edited.
    QVERIFY(put(u"latin.py"_qs, "# gr\xc3\xb6\xc3\x9f\x65\n"));
    QTRY_VERIFY(!editor().isReadOnly());
    QCOMPARE(notices(), QStringList());
}

void tst_EditorPanel::binaryFilesAreRefused()
{
    const QByteArray zip("PK\3\4\0\0", 6);
    QVERIFY(put(u"code.zip"_qs, zip));

    m_panel->open(path(u"code.zip"_qs));
    m_panel->save();

    QVERIFY(!editor().isVisible());
    QVERIFY(!m_panel->hasUnsaved());
    QCOMPARE(contentOf(path(u"code.zip"_qs)), zip);
}

void tst_EditorPanel::missingFilesAreTold()
{
    m_panel->open(path(u"nothing.py"_qs));
    QVERIFY(!editor().isVisible());
    QVERIFY(!m_panel->hasUnsaved());

    QVERIFY(put(u"nothing.py"_qs, "something\n"));
    QTRY_COMPARE(editor().text(), u"something\n"_qs);
    QVERIFY(editor().isVisible());
}

void tst_EditorPanel::failedSavingIsTold()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"sub"_qs));
    QVERIFY(put(u"sub/c.py"_qs, "three\n"));
    m_panel->open(path(u"sub/c.py"_qs));
    type(u"x"_qs);
    QVERIFY(QDir(path(u"sub"_qs)).removeRecursively());

    m_panel->save();

    QVERIFY(notices().join(u' ').contains(u"Not saved."));
    QVERIFY(m_panel->hasUnsaved());
    QCOMPARE(editor().text(), u"xthree\n"_qs);
}

COLDFRAME_TEST(tst_EditorPanel);

#include "tst_editorpanel.moc"
