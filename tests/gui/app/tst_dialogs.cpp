// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/environmentstatus.h"
#include "gui/app/fidelitydialog.h"
#include "gui/app/settingsdialog.h"
#include "gui/app/variablesdialog.h"
#include "tests/support/testmain.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace coldframe;

class tst_Dialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsThatAreNotTouchedStay();
    void settingsAreEdited();
    void variablesWithAProblemAreNotAccepted();
    void fidelityNamesTheProvenanceOfEachFigure();
    void environments_data();
    void environments();
};

void tst_Dialogs::settingsThatAreNotTouchedStay()
{
    const Settings settings{.appearance = {ColourScheme::Dark, QStringLiteral("nl")},
                            .editor = {17},
                            .run = {IsolationChoice::None},
                            .cost = {QStringLiteral("mars-north-1")}};

    const SettingsDialog dialog(settings, {QStringLiteral("en"), QStringLiteral("nl")},
                                {QStringLiteral("us-east-1")});

    QVERIFY(dialog.settings() == settings);
}

void tst_Dialogs::settingsAreEdited()
{
    SettingsDialog dialog({}, {QStringLiteral("en"), QStringLiteral("nl")},
                          {QStringLiteral("eu-west-1"), QStringLiteral("us-east-1")});

    dialog.findChild<QComboBox *>(QStringLiteral("theme"))->setCurrentIndex(2);
    dialog.findChild<QComboBox *>(QStringLiteral("language"))->setCurrentIndex(2);
    dialog.findChild<QSpinBox *>(QStringLiteral("fontSize"))->setValue(14);
    dialog.findChild<QComboBox *>(QStringLiteral("isolation"))->setCurrentIndex(1);
    dialog.findChild<QComboBox *>(QStringLiteral("region"))->setCurrentIndex(0);

    const Settings expected{.appearance = {ColourScheme::Dark, QStringLiteral("nl")},
                            .editor = {14},
                            .run = {IsolationChoice::Bubblewrap},
                            .cost = {QStringLiteral("eu-west-1")}};
    QVERIFY(dialog.settings() == expected);
}

void tst_Dialogs::variablesWithAProblemAreNotAccepted()
{
    VariablesDialog dialog(QStringLiteral("hello"), {{QStringLiteral("AA"), QStringLiteral("1")}});
    const auto *accept = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    const auto *problem = dialog.findChild<QLabel *>(QStringLiteral("variablesProblem"));
    auto *model = dialog.findChild<QTableView *>(QStringLiteral("variablesTable"))->model();

    QVERIFY(accept->isEnabled());
    model->setData(model->index(0, 0), QStringLiteral("1A"), Qt::EditRole);
    QVERIFY(!accept->isEnabled());
    QVERIFY(!problem->text().isEmpty());
    model->setData(model->index(0, 0), QStringLiteral("A1"), Qt::EditRole);
    QVERIFY(accept->isEnabled());

    const std::map<QString, QString> expected{{QStringLiteral("A1"), QStringLiteral("1")}};
    QVERIFY(dialog.variables() == expected);
}

void tst_Dialogs::fidelityNamesTheProvenanceOfEachFigure()
{
    const FidelityDialog dialog(Isolation::None);
    const QString text
        = dialog.findChild<QTextBrowser *>(QStringLiteral("fidelityText"))->toPlainText();

    for (const char *part : {"Init Duration", "Max Memory Used", "measured", "modelled",
                             "not emulated", "bubblewrap, which is not in force"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
}

void tst_Dialogs::environments_data()
{
    QTest::addColumn<QList<bool>>("busy");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("canRecycle");

    QTest::newRow("none") << QList<bool>() << QStringLiteral("No environment alive") << false;
    QTest::newRow("one idle") << QList<bool>{false} << QStringLiteral("1 environment alive")
                              << true;
    QTest::newRow("one busy") << QList<bool>{true} << QStringLiteral("1 environment alive, busy")
                              << false;
    QTest::newRow("two idle") << QList<bool>{false, false} << QStringLiteral("2 environments alive")
                              << true;
    QTest::newRow("one of two busy")
        << QList<bool>{true, false} << QStringLiteral("2 environments alive, 1 busy") << true;
}

void tst_Dialogs::environments()
{
    QFETCH(QList<bool>, busy);
    QFETCH(QString, text);
    QFETCH(bool, canRecycle);
    std::vector<EnvironmentDescription> environments;
    for (const bool one : busy) {
        environments.emplace_back();
        environments.back().busy = one;
    }
    EnvironmentStatus status;

    status.setEnvironments(environments);

    QCOMPARE(status.findChild<QLabel *>(QStringLiteral("environmentsAlive"))->text(), text);
    QCOMPARE(status.findChild<QToolButton *>(QStringLiteral("recycleButton"))->isEnabled(),
             canRecycle);
}

COLDFRAME_TEST(tst_Dialogs);

#include "tst_dialogs.moc"
