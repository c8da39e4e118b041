// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the workbench as main() does, prints the microseconds from the given instant of the
// monotonic clock (nanoseconds, first argument) until the window was painted first, and ends. With
// the argument "lanes", "spans" or "log" it measures those instead.
#include "core/base/datalocation.h"
#include "gui/app/mainwindow.h"
#include "gui/app/workbench.h"
#include "tests/bench/lanes.h"
#include "tests/bench/logbench.h"
#include "tests/bench/spans.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace {

/// Ends the program once the window has been painted and handed to the platform.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(std::chrono::nanoseconds begin)
        : m_begin(begin)
    {}

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !std::exchange(m_seen, true)) {
            QTimer::singleShot(0, this, [this] {
                const auto now = std::chrono::steady_clock::now().time_since_epoch();
                std::printf("%lld\n", static_cast<long long>(
                                          std::chrono::duration_cast<std::chrono::microseconds>(
                                              now - m_begin)
                                              .count()));
                std::fflush(stdout);
                QCoreApplication::exit();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::chrono::nanoseconds m_begin;
    bool m_seen = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2)
        return 2;
    if (qstrcmp(argv[1], "lanes") == 0) {
        coldframe::bench::measureLanes();
        return 0;
    }
    if (qstrcmp(argv[1], "spans") == 0) {
        coldframe::bench::measureSpans();
        return 0;
    }
    if (qstrcmp(argv[1], "log") == 0) {
        coldframe::bench::measureLog();
        return 0;
    }
    FirstPaint firstPaint(std::chrono::nanoseconds(std::atoll(argv[1])));
    const QTemporaryDir scratch;
    const QString program = QCoreApplication::applicationDirPath();
    const coldframe::WorkbenchFolders folders{coldframe::dataDirectory(program),
                                              scratch.filePath(QStringLiteral("examples")),
                                              coldframe::translationsDirectory(program)};
    QSettings settings(scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    coldframe::Workbench workbench(coldframe::Workbench::realServices(folders), folders, settings,
                                   QApplication::palette());
    workbench.window().installEventFilter(&firstPaint);
    workbench.window().show();
    QTimer::singleShot(0, &workbench, [&workbench] { workbench.start({}); });
    return QApplication::exec();
}
