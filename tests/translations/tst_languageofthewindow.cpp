// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/actions.h"
#include "gui/app/languages.h"
#include "gui/app/mainwindow.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace coldframe;

class tst_LanguageOfTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void menusAreIn_data();
    void menusAreIn();
    void mnemonicsOfAMenuDiffer_data();
    void mnemonicsOfAMenuDiffer();
    void germanIsOffered();

private:
    static QString folder() { return QStringLiteral(COLDFRAME_BINARY_DIR "/translations"); }
    static void fill(MainWindow &window, const QString &language);
    static void verifyMnemonics(const QList<QAction *> &actions);
};

void tst_LanguageOfTheWindow::cleanup()
{
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
    QLocale::setDefault(QLocale::c());
}

void tst_LanguageOfTheWindow::fill(MainWindow &window, const QString &language)
{
    installLanguage(*QCoreApplication::instance(), language, folder());
    fillMenuBar(window, makeActions(window), {});
}

void tst_LanguageOfTheWindow::menusAreIn_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("runCold");
    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("&File")
                             << QStringLiteral("Run &Cold");
    QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("&Datei")
                            << QStringLiteral("&Kalt ausführen");
}

void tst_LanguageOfTheWindow::menusAreIn()
{
    QFETCH(QString, language);
    MainWindow window;
    fill(window, language);

    QTEST(window.menuBar()->actions().constFirst()->text(), "file");
    auto *runCold = window.findChild<QAction *>(QStringLiteral("runCold"));
    QVERIFY(runCold);
    QTEST(runCold->text(), "runCold");
    // Numbers follow the language: 1.769 MB is no fraction in German.
    QCOMPARE(QLocale().toString(1769), QLocale(language).toString(1769));
}

void tst_LanguageOfTheWindow::mnemonicsOfAMenuDiffer_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

void tst_LanguageOfTheWindow::verifyMnemonics(const QList<QAction *> &actions)
{
    QSet<QString> taken;
    for (const QAction *action : actions) {
        const QString keys = QKeySequence::mnemonic(action->text()).toString();
        QVERIFY2(keys.isEmpty() || !taken.contains(keys), qPrintable(action->text()));
        taken.insert(keys);
        if (action->menu())
            verifyMnemonics(action->menu()->actions());
    }
}

void tst_LanguageOfTheWindow::mnemonicsOfAMenuDiffer()
{
    QFETCH(QString, language);
    MainWindow window;
    fill(window, language);
    verifyMnemonics(window.menuBar()->actions());
}

void tst_LanguageOfTheWindow::germanIsOffered()
{
    QVERIFY(availableLanguages(folder()).contains(QStringLiteral("de")));
}

COLDFRAME_TEST(tst_LanguageOfTheWindow);

#include "tst_languageofthewindow.moc"
