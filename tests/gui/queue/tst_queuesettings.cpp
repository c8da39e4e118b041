// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/queuesettingsdialog.h"
#include "tests/support/testmain.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_QueueSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSetIsShownAndKept();
    void numbersStayWithinLambdasLimits();
    void destinationsAreChecked_data();
    void destinationsAreChecked();
    void theKeyboardIsEnough();
};

namespace {

const QStringList functions{u"audit"_qs, u"orders-api"_qs};

template <typename Widget>
Widget *partOf(const QWidget &dialog, const char *name)
{
    return dialog.findChild<Widget *>(QLatin1String(name));
}

bool canBeAccepted(const QWidget &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
}

} // namespace

void tst_QueueSettings::whatIsSetIsShownAndKept()
{
    EventInvokeConfig config;
    config.maximumRetryAttempts = 1;
    config.maximumEventAge = 90s;
    config.onSuccess = Destination{Destination::Kind::Function, u"audit"_qs};
    config.onFailure = Destination{Destination::Kind::HttpAddress, u"http://127.0.0.1:8080/x"_qs};
    config.deadLetterQueue = Destination{Destination::Kind::File, u"/tmp/dead.jsonl"_qs};

    const QueueSettingsDialog dialog(u"orders-api"_qs, config, functions);

    QCOMPARE(partOf<QSpinBox>(dialog, "maximumRetryAttempts")->value(), 1);
    QCOMPARE(partOf<QComboBox>(dialog, "onSuccessFunction")->currentText(), u"audit"_qs);
    QVERIFY(canBeAccepted(dialog));
    QVERIFY(dialog.config() == config);
}

void tst_QueueSettings::numbersStayWithinLambdasLimits()
{
    const QueueSettingsDialog dialog(u"orders-api"_qs, {}, functions);

    partOf<QSpinBox>(dialog, "maximumRetryAttempts")->setValue(7);
    partOf<QSpinBox>(dialog, "maximumEventAge")->setValue(10);

    QCOMPARE(dialog.config().maximumRetryAttempts, 2);
    QVERIFY(dialog.config().maximumEventAge == 60s);
}

void tst_QueueSettings::destinationsAreChecked_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");

    QTest::addRow("an address of this computer")
        << u"HTTP address"_qs << QByteArray("onFailureAddress") << u"http://localhost:9000/"_qs
        << true;
    QTest::addRow("an address of another computer")
        << u"HTTP address"_qs << QByteArray("onFailureAddress") << u"http://example.com/"_qs
        << false;
    QTest::addRow("no address") << u"HTTP address"_qs << QByteArray("onFailureAddress") << QString()
                                << false;
    QTest::addRow("a file") << u"File"_qs << QByteArray("onFailureFile") << u"/tmp/failed.jsonl"_qs
                            << true;
    QTest::addRow("a folder") << u"File"_qs << QByteArray("onFailureFile") << u"/tmp/"_qs << false;
    QTest::addRow("no file") << u"File"_qs << QByteArray("onFailureFile") << QString() << false;
}

void tst_QueueSettings::destinationsAreChecked()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    QueueSettingsDialog dialog(u"orders-api"_qs, {}, functions);

    partOf<QComboBox>(dialog, "onFailureKind")->setCurrentText(kind);
    partOf<QLineEdit>(dialog, field.constData())->setText(text);

    QCOMPARE(canBeAccepted(dialog), accepted);
    const auto *problem = partOf<QLabel>(dialog, "queueSettingsProblem");
    QCOMPARE(problem->isVisibleTo(&dialog), !accepted);
    QCOMPARE(problem->text().isEmpty(), accepted);
    QCOMPARE(dialog.config().onFailure.has_value(), accepted);
}

void tst_QueueSettings::theKeyboardIsEnough()
{
    QueueSettingsDialog dialog(u"orders-api"_qs, {}, functions);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));

    QTest::keyClick(&dialog, Qt::Key_F, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"onFailureKind"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // a function
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"onFailureFunction"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(&dialog, Qt::Key_Return);

    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(dialog.config().onFailure
            == (Destination{Destination::Kind::Function, u"orders-api"_qs}));
}

COLDFRAME_TEST(tst_QueueSettings);

#include "tst_queuesettings.moc"
