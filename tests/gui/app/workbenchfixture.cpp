// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/app/workbenchfixture.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace coldframe::test {

void writeText(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

QByteArray readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void WorkbenchFixture::setUp()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeText(folder("hello/app.py"), HelloCode);
    writeText(folder("hello/events/ada.json"), "{\n  \"name\": \"Ada\"\n}\n");
    makeWorkbench();
}

void WorkbenchFixture::tearDown()
{
    m_workbench.reset();
    m_settings.reset();
}

void WorkbenchFixture::makeWorkbench()
{
    m_settings = std::make_unique<QSettings>(folder("settings.ini"), QSettings::IniFormat);
    auto invoker = std::make_unique<FakeInvoker>();
    m_invoker = invoker.get();
    m_workbench = std::make_unique<Workbench>(
        Services{std::make_unique<SystemClock>(), std::move(invoker)},
        WorkbenchFolders{QStringLiteral(COLDFRAME_SOURCE_DIR), folder("examples"), {}}, *m_settings,
        m_platform);
    m_workbench->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_workbench->window()));
}

void WorkbenchFixture::open(const QString &folder)
{
    m_workbench->start(folder);
    QTRY_VERIFY(m_workbench->window().windowTitle().contains(QStringLiteral("–")));
}

void WorkbenchFixture::openHello()
{
    open(folder("hello"));
    QTRY_VERIFY(action("run")->isEnabled());
}

void WorkbenchFixture::close()
{
    m_workbench->window().close();
    QTRY_VERIFY(!m_workbench->window().isVisible());
    m_workbench.reset();
    m_settings.reset();
}

void WorkbenchFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : &m_workbench->window(), key, modifiers);
}

bool WorkbenchFixture::isPanelVisible(const char *dock) const
{
    return !child<QDockWidget>(dock)->visibleRegion().isEmpty();
}

} // namespace coldframe::test
