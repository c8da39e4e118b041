// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/logbench.h"

#include "gui/logs/filteredlogmodel.h"
#include "gui/logs/logmodel.h"
#include "gui/logs/logpanel.h"
#include "gui/logs/logview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

namespace coldframe::bench {

namespace {

constexpr int LogLines = 1'000'000;
constexpr int ScrollSteps = 400;

/// Lambda's JSON lines of some 230 bytes, as a shop's function would write them.
bool writeLog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (int i = 0; i < LogLines; ++i) {
        char line[512];
        const int size = std::snprintf(
            line, sizeof line,
            "{\"timestamp\":\"2026-01-02T03:%02d:%02d.%03dZ\",\"level\":\"%s\",\"requestId\":"
            "\"6e0f1a2b-0000-4000-8000-%012d\",\"message\":\"order %d accepted\",\"cart\":{"
            "\"total\":%d.50,\"items\":%d},\"path\":\"/orders/%d\",\"customer\":\"c-%d\"}\n",
            i / 60'000 % 60, i / 1000 % 60, i % 1000, i % 50 == 0 ? "ERROR" : "INFO", i / 40, i,
            i % 900, i % 7, i, i % 5000);
        file.write(line, size);
    }
    return true;
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

/// How long the event loop was held up at the most, in milliseconds: by the clock, and how much of
/// a frame this thread was computing, which other programs at work do not distort.
struct Frame
{
    double wall = 0;
    double computing = 0;
};

double computedMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The longest frame until the condition holds.
Frame longestFrame(const std::function<bool()> &done)
{
    QElapsedTimer frame;
    Frame longest;
    double computed = computedMilliseconds();
    QEventLoop loop;
    QTimer tick;
    tick.setInterval(0);
    frame.start();
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        longest.wall = std::max(longest.wall, static_cast<double>(frame.nsecsElapsed()) / 1e6);
        longest.computing = std::max(longest.computing, computedMilliseconds() - computed);
        frame.start();
        computed = computedMilliseconds();
        if (done())
            loop.quit();
    });
    tick.start();
    loop.exec();
    return longest;
}

double seconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.elapsed()) / 1000;
}

void scroll(LogPanel &panel, const char *what)
{
    auto *view = panel.findChild<LogView *>();
    view->setFollowing(false);
    QScrollBar *bar = view->verticalScrollBar();
    int step = 0;
    const Frame longest = longestFrame([&] {
        // By pages at first, then in jumps over the whole log.
        bar->setValue(step < ScrollSteps / 2
                          ? bar->value() + bar->pageStep()
                          : bar->maximum() / (ScrollSteps / 2) * (step - ScrollSteps / 2));
        view->viewport()->repaint();
        return ++step == ScrollSteps;
    });
    std::printf("  %-44s longest frame %6.1f ms (%5.1f computing)\n", what, longest.wall,
                longest.computing);
}

void filter(LogPanel &panel, const char *query)
{
    QElapsedTimer timer;
    timer.start();
    panel.findChild<QLineEdit *>(QStringLiteral("logFilter"))->setText(QString::fromUtf8(query));
    bool began = false;
    const Frame longest = longestFrame([&] {
        began = began || panel.shownLines().filtering();
        return began && !panel.shownLines().filtering();
    });
    std::printf("  filter %-37s longest frame %6.1f ms (%5.1f computing), %5.2f s, %d lines\n",
                query, longest.wall, longest.computing, seconds(timer),
                panel.shownLines().rowCount());
}

} // namespace

void measureLog()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("million.jsonl"));
    if (!writeLog(path))
        return;
    LogPanel panel;
    panel.resize(1200, 700);
    panel.show();
    QCoreApplication::processEvents();
    const double before = residentMegabytes();
    std::printf("Log: %d JSON lines, file of %.0f MB\n", LogLines,
                static_cast<double>(QFile(path).size()) / 1e6);
    QElapsedTimer timer;
    timer.start();
    panel.openFile(path);
    const Frame reading = longestFrame([&] { return panel.model().rowCount() == LogLines; });
    std::printf("  %-44s longest frame %6.1f ms (%5.1f computing), %5.2f s\n", "read from the file",
                reading.wall, reading.computing, seconds(timer));
    std::printf("  resident memory %.0f MB, before %.0f MB\n", residentMegabytes(), before);
    scroll(panel, "scroll whole lines");
    panel.setViewSettings(
        {true,
         {QStringLiteral("time 0"), QStringLiteral("level 0"), QStringLiteral("cart.total 0"),
          QStringLiteral("customer 0"), QStringLiteral("message 0")}});
    scroll(panel, "scroll the table");
    for (const char *query : {"accepted", "c-4999", "level>=error", "cart.total>800",
                              "path~\"/orders/9{4}\"", "-message:order or customer=c-7"})
        filter(panel, query);
    panel.findChild<QLineEdit *>(QStringLiteral("logFilter"))->clear();
    const Frame clearing = longestFrame([&] { return panel.shownLines().rowCount() == LogLines; });
    std::printf("  %-44s longest frame %6.1f ms (%5.1f computing)\n", "clear the filter",
                clearing.wall, clearing.computing);
    std::printf("  resident memory %.0f MB\n", residentMegabytes());
    std::fflush(stdout);
}

} // namespace coldframe::bench
