// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/spans.h"

#include "core/timeline/flamelayout.h"
#include "gui/timeline/timelinewidget.h"
#include "tests/bench/statistics.h"

#include <QElapsedTimer>
#include <QImage>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace coldframe::bench {

namespace {

using namespace std::chrono_literals;

constexpr int SpanRounds = 51;
constexpr int SpansOfTimeline = 100'000;

/// 99,000 imports, seven deep in clusters, and 1,000 connections inside the handler.
InvocationRecord recordOfSpans()
{
    constexpr int Connections = 1'000;
    InvocationRecord record;
    record.coldStart = ColdStartReason::FirstInvocation;
    record.phases = {{PhaseKind::Bootstrap, 0ms, 20ms},
                     {PhaseKind::HandlerImport, 20ms, 1000ms},
                     {PhaseKind::Invoke, 1020ms, 200ms}};
    for (int i = 0; i < SpansOfTimeline - Connections; ++i) {
        ImportSpan span;
        span.module = QStringLiteral("module%1").arg(i % 2'000);
        span.depth = i % 7;
        span.begin = 20ms + i * 10us;
        span.duration = (7 - i % 7) * 10us;
        span.self = 10us;
        record.imports.push_back(span);
    }
    for (int i = 0; i < Connections; ++i) {
        HandlerSpan span;
        span.kind = HandlerSpanKind::Connection;
        span.name = QStringLiteral("host%1").arg(i % 20);
        span.port = 443;
        span.begin = 1020ms + i * 190us;
        span.duration = 2ms;
        record.spans.push_back(span);
    }
    return record;
}

Samples timesOf(const std::function<void()> &work)
{
    Samples samples;
    for (int round = 0; round < SpanRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        samples.push_back(std::chrono::nanoseconds(timer.nsecsElapsed()));
    }
    return samples;
}

void printMilliseconds(const char *what, Samples samples, double aim)
{
    std::sort(samples.begin(), samples.end());
    const auto milliseconds = [&](std::size_t index) {
        return std::chrono::duration<double, std::milli>(samples[index]).count();
    };
    std::printf("  %-44s median %7.2f ms   worst %7.2f ms   (aim: %.0f ms)\n", what,
                milliseconds(samples.size() / 2), milliseconds(samples.size() - 1), aim);
}

/// Laying out is what a zoom or a resize costs, painting what every frame costs.
void measureWidget(const char *title, const Timeline &timeline)
{
    const TimeScale whole(timeline.extent, 1100);
    const TimeScale part = whole.zoomed(50, 550);
    const auto layOut = [&](const TimeScale &scale) {
        std::size_t bars = 0;
        for (const auto &lane : timeline.lanes)
            bars += layOutLane(lane, scale).size();
        return bars;
    };
    std::printf("%s: %d spans in %zu lanes, %zu bars\n", title, SpansOfTimeline,
                timeline.lanes.size(), layOut(whole));
    printMilliseconds("layout of everything", timesOf([&] { layOut(whole); }), 20);
    printMilliseconds("layout of a fiftieth", timesOf([&] { layOut(part); }), 20);

    TimelineWidget widget;
    widget.resize(1200, 400);
    widget.setTimeline(timeline);
    widget.show();
    QImage frame(widget.viewport()->size(), QImage::Format_RGB32);
    const auto paint = [&] { widget.viewport()->render(&frame); };
    paint();
    printMilliseconds("repaint of everything", timesOf(paint), 16);
    printMilliseconds("zoom and repaint", timesOf([&] {
                          widget.zoomIn();
                          paint();
                          widget.fit();
                      }),
                      36);
    TimelineMatches matches = matchesOf(
        timeline, [](const QString &name) { return name.endsWith(QLatin1String("7")); });
    widget.setMatches(matches);
    printMilliseconds("repaint while a search marks", timesOf(paint), 16);
}

} // namespace

void measureSpans()
{
    const InvocationRecord record = recordOfSpans();
    Timeline timeline;
    printMilliseconds("lanes from a record", timesOf([&] { timeline = timelineOf(record); }), 20);
    printMilliseconds("flame graph, left heavy",
                      timesOf([&] { flameOf(timeline, FlameOrder::LeftHeavy); }), 20);
    measureWidget("Waterfall", timeline);
    measureWidget("Flame graph", flameOf(timeline, FlameOrder::Time));
    std::fflush(stdout);
}

} // namespace coldframe::bench
