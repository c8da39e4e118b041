// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/actions.h"
#include "gui/app/environmentstatus.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace coldframe;

class tst_EnvironmentStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void environments_data();
    void environments();
    void isolationOpensMore();
    void buttonsAreTheActions();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_status->findChild<Widget *>(QLatin1String(name));
    }

    std::unique_ptr<QMainWindow> m_window;
    Actions m_actions{};
    EnvironmentStatus *m_status = nullptr; // the window owns it
};

void tst_EnvironmentStatus::init()
{
    m_window = std::make_unique<QMainWindow>();
    m_actions = makeActions(*m_window);
    m_status = new EnvironmentStatus(m_actions);
    m_window->statusBar()->addPermanentWidget(m_status, 1);
    m_window->statusBar()->setSizeGripEnabled(false);
    m_window->resize(1440, 200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void tst_EnvironmentStatus::environments_data()
{
    QTest::addColumn<QString>("states"); // i idle, b busy, f frozen; each letter an environment
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("canRecycle");

    const auto row = [](const char *states, const char *text, bool canRecycle) {
        QTest::addRow("%s", text) << QString::fromLatin1(states) << QString::fromLatin1(text)
                                  << canRecycle;
    };
    row("", "No environment alive", false);
    row("i", "1 environment alive", true);
    row("b", "1 environment alive, busy", false);
    row("f", "1 environment alive, frozen", true);
    row("ii", "2 environments alive", true);
    row("bi", "2 environments alive, 1 busy", true);
    row("bff", "3 environments alive, 1 busy, 2 frozen", true);
    row("s", "No environment alive, ending", false);
    row("bs", "1 environment alive, busy, ending", false);
}

void tst_EnvironmentStatus::environments()
{
    QFETCH(QString, states);
    QFETCH(QString, text);
    QFETCH(bool, canRecycle);
    text.remove(QStringLiteral(", ending")); // it names the row only
    std::vector<EnvironmentDescription> environments;
    for (const QChar state : states) {
        environments.emplace_back();
        environments.back().state = state == u'b' ? EnvironmentState::Busy
            : state == u'f'                       ? EnvironmentState::Frozen
            : state == u's'                       ? EnvironmentState::ShuttingDown
                                                  : EnvironmentState::Idle;
    }

    m_status->setEnvironments(environments);

    QCOMPARE(child<QLabel>("environmentsAlive")->text(), text);
    QCOMPARE(child<QToolButton>("recycleButton")->isEnabled(), canRecycle);
    QCOMPARE(m_actions.recycle->isEnabled(), canRecycle);
}

void tst_EnvironmentStatus::isolationOpensMore()
{
    const QSignalSpy requested(m_status, &EnvironmentStatus::fidelityRequested);
    auto *isolation = child<QToolButton>("isolationInForce");
    QVERIFY(!isolation->isVisible());
    m_status->setIsolation(QStringLiteral("bubblewrap"),
                           QStringLiteral("bubblewrap · memory and /tmp enforced"));

    QCOMPARE(isolation->text(), QStringLiteral("bubblewrap · memory and /tmp enforced"));
    QTest::mouseClick(isolation, Qt::LeftButton);
    QTest::keyClick(isolation, Qt::Key_Space);

    QCOMPARE(requested.size(), 2);
}

void tst_EnvironmentStatus::buttonsAreTheActions()
{
    for (const char *name : {"forceColdButton", "recycleButton", "freezeButton"}) {
        const auto *button = child<QToolButton>(name);
        QVERIFY2(button->focusPolicy() & Qt::TabFocus, name);
        QVERIFY2(!button->accessibleName().isEmpty(), name);
        QVERIFY2(button->toolTip().contains(QStringLiteral("Lambda")), name);
        QVERIFY2(!button->defaultAction()->shortcuts().isEmpty(), name);
    }
    child<QToolButton>("freezeButton")->click();
    QVERIFY(m_actions.freeze->isChecked());
}

void tst_EnvironmentStatus::nothingIsCut_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("isolation");

    const QString everything = QStringLiteral("bubblewrap · memory, /tmp and CPU enforced");
    QTest::newRow("wide") << 1440 << everything;
    QTest::newRow("small") << 1024 << everything;
    QTest::newRow("smallest") << 800 << everything;
    QTest::newRow("narrower than any screen") << 440 << QStringLiteral("bubblewrap");
}

void tst_EnvironmentStatus::nothingIsCut()
{
    QFETCH(int, width);
    QFETCH(QString, isolation);
    EnvironmentDescription busy;
    busy.state = EnvironmentState::Busy;
    busy.interpreter = QStringLiteral("/usr/bin/python3.11");
    busy.interpreterVersion = QStringLiteral("Python 3.11.2");
    EnvironmentDescription frozen;
    frozen.state = EnvironmentState::Frozen;
    m_status->setEnvironments({busy, frozen, frozen});
    m_status->setLastRun(busy);
    m_status->setIsolation(QStringLiteral("bubblewrap"),
                           QStringLiteral("bubblewrap · memory, /tmp and CPU enforced"));

    m_window->resize(width, 200);

    QTRY_COMPARE(m_window->width(), width);
    QTRY_COMPARE(child<QToolButton>("isolationInForce")->text(), isolation);
    for (const QWidget *part : m_status->findChildren<QWidget *>()) {
        if (!part->isVisible())
            continue;
        QTRY_VERIFY2(part->width() >= part->sizeHint().width(), qPrintable(part->objectName()));
        QVERIFY2(m_status->rect().contains(part->geometry()), qPrintable(part->objectName()));
    }
}

COLDFRAME_TEST(tst_EnvironmentStatus);

#include "tst_environmentstatus.moc"
