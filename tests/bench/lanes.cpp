// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/lanes.h"

#include "core/timeline/environmentlayout.h"
#include "gui/environments/laneswidget.h"
#include "tests/bench/statistics.h"

#include <QElapsedTimer>

#include <cstdio>
#include <functional>

namespace coldframe::bench {

namespace {

using namespace std::chrono_literals;

constexpr int LaneRounds = 101;
constexpr int InvocationsOfLanes = 10'000;
constexpr WallTime FirstLaneBegins{std::chrono::seconds(1'700'000'000)};

/// So many environments with 10,000 invocations together, one after the other in each.
EnvironmentHistory historyOf(int environments)
{
    EnvironmentHistory history;
    for (int i = 0; i < InvocationsOfLanes; ++i) {
        const int environment = i % environments;
        InvocationRecord record;
        record.requestId = QString::number(i);
        record.startedAt
            = FirstLaneBegins + 100ms + std::chrono::milliseconds(7) * (i / environments);
        record.phases = {{PhaseKind::Invoke, 0ns, 4ms}};
        record.environment.id = QString::number(environment);
        record.environment.functionName = QStringLiteral("function");
        record.environment.startedAt = FirstLaneBegins;
        record.environment.initialisedAt = FirstLaneBegins + 90ms;
        history.append(record);
    }
    return history;
}

Samples times(const std::function<void()> &work)
{
    Samples samples;
    for (int round = 0; round < LaneRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        samples.push_back(std::chrono::nanoseconds(timer.nsecsElapsed()));
    }
    return samples;
}

void measureLanesOf(int environments)
{
    const EnvironmentHistory history = historyOf(environments);
    for (int lane = 0; lane < history.laneCount(); ++lane)
        history.lane(lane);
    const TimeScale whole(history.end() - history.begin(), 1200);
    std::size_t bars = 0;
    const Samples layout = times([&] {
        bars = 0;
        for (int lane = 0; lane < history.laneCount(); ++lane)
            bars += layOutActivities(history.lane(lane), history.begin(), whole).size();
    });
    LanesWidget widget(history);
    widget.resize(1400, 400);
    widget.show();
    widget.refresh();
    const Samples refresh = times([&] { widget.refresh(); });
    const Samples repaint = times([&] { widget.viewport()->grab(); });

    char title[96];
    std::snprintf(title, sizeof title, "Lanes: 10,000 invocations in %d environments, %zu bars",
                  environments, bars);
    printHeader(title);
    printRow("layout of all lanes", layout, nullptr);
    printRow("layout of what is seen, with scroll bars", refresh, &layout);
    printRow("repaint of all that is seen", repaint, &layout);
}

} // namespace

void measureLanes()
{
    for (const int environments : {1, 20, 500})
        measureLanesOf(environments);
    std::fflush(stdout);
}

} // namespace coldframe::bench
