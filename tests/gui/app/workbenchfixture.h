// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/mainwindow.h"
#include "gui/app/workbench.h"
#include "tests/support/fakeinvoker.h"

#include <QAction>
#include <QApplication>
#include <QObject>
#include <QPalette>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace coldframe::test {

inline constexpr const char *HelloCode = "def handler(event, context):\n"
                                         "    name = event.get(\"name\")\n"
                                         "    if not name:\n"
                                         "        raise ValueError(\"no name in the event\")\n"
                                         "    return {\"greeting\": f\"Hello, {name}\"}\n";

/// Makes the folders that are missing, too.
void writeText(const QString &path, const QByteArray &text);

/// Empty when there is no such file.
QByteArray readText(const QString &path);

/// A workbench with an invoker that runs nothing, and a folder with a function. init() and
/// cleanup() of a test class call setUp() and tearDown().
class WorkbenchFixture : public QObject
{
public:
    using QObject::QObject;

protected:
    void setUp();
    void tearDown();
    void makeWorkbench();
    void open(const QString &folder);
    void openHello();
    void close();
    QString folder(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QAction *action(const char *name) const
    {
        return m_workbench->window().findChild<QAction *>(QLatin1String(name));
    }
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_workbench->window().findChild<Widget *>(QLatin1String(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) const;
    bool isPanelVisible(const char *dock) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    FakeInvoker *m_invoker = nullptr; // owned by the workbench
    std::unique_ptr<Workbench> m_workbench;
    const QPalette m_platform = QApplication::palette();
};

} // namespace coldframe::test
