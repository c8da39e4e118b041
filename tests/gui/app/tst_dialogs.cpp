// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/fidelitydialog.h"
#include "gui/app/settingsdialog.h"
#include "gui/app/variablesdialog.h"
#include "tests/support/testmain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

using namespace coldframe;

class tst_Dialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsThatAreNotTouchedStay();
    void settingsAreEdited();
    void variablesWithAProblemAreNotAccepted();
    void fidelityNamesTheProvenanceOfEachFigure();
};

void tst_Dialogs::settingsThatAreNotTouchedStay()
{
    const Settings settings{.appearance = {ColourScheme::Dark, QStringLiteral("nl")},
                            .editor = {17},
                            .run = {IsolationChoice::None,
                                    {false, true, true, CredentialsChoice::PassedThrough},
                                    ResponseMode::Streamed},
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
    for (const char *name :
         {"freezes", "limitsCpu", "streams", "limitsBandwidth", "passesCredentials"})
        dialog.findChild<QCheckBox *>(QLatin1String(name))->click();
    dialog.findChild<QComboBox *>(QStringLiteral("region"))->setCurrentIndex(0);

    const Settings expected{.appearance = {ColourScheme::Dark, QStringLiteral("nl")},
                            .editor = {14},
                            .run = {IsolationChoice::Bubblewrap,
                                    {false, true, true, CredentialsChoice::PassedThrough},
                                    ResponseMode::Streamed},
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
    LimitsInForce limits;
    limits.descriptors = LimitMeans::Kernel;
    const FidelityDialog dialog(limits);
    const QString text
        = dialog.findChild<QTextBrowser *>(QStringLiteral("fidelityText"))->toPlainText();

    for (const char *part :
         {"Init Duration", "Max Memory Used", "Enforced", "Measured", "Modelled", "Not emulated",
          "no isolation · memory watched", "bubblewrap, which is not in force"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
}

COLDFRAME_TEST(tst_Dialogs);

#include "tst_dialogs.moc"
