// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fixturebench.h"

#include "core/fixtures/fixturerunner.h"
#include "tests/bench/invocations.h"
#include "tests/bench/statistics.h"

#include <QEventLoop>
#include <QUuid>

#include <cstdio>
#include <functional>
#include <string>

namespace coldframe::bench {

namespace {

constexpr int fixtureCount = 1'000;
constexpr int fixtureRounds = 7;
constexpr qsizetype fixtureEventBytes = 100;

/// What a usual fixture has: a part of the response, a place in it, a log and a budget.
constexpr auto usualSidecar = R"({
  "tags": ["bench"],
  "expect": {
    "response": {"subset": {"name": "Ada"}, "pointers": {"/items/0/id": 0},
                 "paths": {"$.items[*].id": [0]}},
    "log": {"contains": ["START RequestId"], "lacks": ["Traceback"]}
  },
  "budgets": {"durationMs": 10000, "costUsd": "0.1"}
})";

/// The event of a fixture and what it expects: an object with one item.
FixturePlan planOf(const InvocationRequest &request, const QString &dataDirectory,
                   const QByteArray &sidecar)
{
    FixturePlan plan;
    plan.functions = {request.function};
    if (auto prices = PriceBook::loadNewest(dataDirectory + QStringLiteral("/resources/pricing")))
        plan.prices = std::move(*prices);
    for (int number = 0; number < fixtureCount; ++number) {
        const QString file = QStringLiteral("events/%1.json").arg(number);
        LoadedFixture loaded;
        loaded.fixture = *readFixture(sidecar, file);
        loaded.event = request.event;
        plan.fixtures.push_back({file, std::move(loaded)});
    }
    return plan;
}

std::chrono::nanoseconds bareTime(Invoker &invoker, const InvocationRequest &request)
{
    QEventLoop loop;
    int left = fixtureCount;
    const auto send = [&] {
        InvocationRequest each = request;
        each.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        invoker.invoke(std::move(each));
    };
    QObject::connect(&invoker, &Invoker::finished, &loop, [&] {
        if (--left == 0)
            loop.quit();
        else
            send();
    });
    const auto begin = std::chrono::steady_clock::now();
    send();
    loop.exec();
    return std::chrono::steady_clock::now() - begin;
}

std::chrono::nanoseconds fixturesTime(FixtureRunner &runner, const FixturePlan &plan)
{
    QEventLoop loop;
    const auto begin = std::chrono::steady_clock::now();
    whenDone(runner.run(plan), &loop, [&loop](const Result<TestReport> &report) {
        if (!report || !report->totals().isAllPassed())
            std::printf("  fixtures did not pass, their time means nothing\n");
        loop.quit();
    });
    loop.exec();
    return std::chrono::steady_clock::now() - begin;
}

} // namespace

void measureFixtures(const Subject &subject, const LocalInvoker::Options &options)
{
    const InvocationRequest request
        = requestFor(subject, "echo.handler", eventOfBytes(fixtureEventBytes));
    const FixturePlan usual = planOf(request, options.dataDirectory, usualSidecar);
    const FixturePlan empty = planOf(request, options.dataDirectory, {});
    const SystemClock clock;
    LocalInvoker invoker(options);
    FixtureRunner runner(invoker, clock);
    Samples bare;
    Samples withoutExpectations;
    Samples withExpectations;
    bareTime(invoker, request); // its environment starts
    for (int round = 0; round < fixtureRounds; ++round) {
        bare.push_back(bareTime(invoker, request));
        withoutExpectations.push_back(fixturesTime(runner, empty));
        withExpectations.push_back(fixturesTime(runner, usual));
    }
    const std::string name = subject.name;
    printHeader("Fixtures: 1,000 of a warm function, one after the other (aim: 2x)");
    printRow((name + " bare warm invocations").c_str(), bare, nullptr);
    printRow((name + " fixtures that expect nothing").c_str(), withoutExpectations, &bare);
    printRow((name + " fixtures with usual expectations").c_str(), withExpectations, &bare);
}

} // namespace coldframe::bench
