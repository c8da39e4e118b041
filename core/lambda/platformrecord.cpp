// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/isotime.h"
#include "core/base/jsontext.h"
#include "core/lambda/platformnames.h"

#include <nlohmann/json.hpp>

namespace coldframe {

using namespace platform;

namespace {

/// Milliseconds with all the microseconds; a division of two whole numbers gives the double that
/// is nearest to the decimal fraction, which is written as that fraction.
OrderedJson jsonMilliseconds(std::chrono::microseconds duration)
{
    if (duration.count() % 1000 == 0)
        return duration.count() / 1000;
    return static_cast<double>(duration.count()) / 1000.0;
}

/// A record that is written member by member, in the sheet's order.
class Record
{
public:
    Record &add(const char *key, OrderedJson value)
    {
        m_json[key] = std::move(value);
        return *this;
    }

    Record &addText(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            m_json[key] = value.toStdString();
        return *this;
    }

    Record &addMemory(const char *key, std::optional<MebiBytes> memory)
    {
        if (memory)
            m_json[key] = memory->value * 1024 * 1024;
        return *this;
    }

    Record &addInit(InitializationType type, InitPhase phase)
    {
        return add("initializationType", nameOf(type)).add("phase", nameOf(phase));
    }

    Record &addOutcome(const Outcome &outcome)
    {
        return add("status", nameOf(outcome.status)).addText("errorType", outcome.errorType);
    }

    Record &addSpans(const std::vector<Span> &spans)
    {
        for (const Span &span : spans) {
            m_json["spans"].push_back({{"name", span.name.toStdString()},
                                       {"start", isoTime(span.start).toStdString()},
                                       {"durationMs", jsonMilliseconds(span.duration)}});
        }
        return *this;
    }

    Record &addTracing(const Tracing &tracing)
    {
        if (tracing.value.isEmpty())
            return *this;
        Record member;
        member.addText("spanId", tracing.spanId)
            .add("type", "X-Amzn-Trace-Id")
            .addText("value", tracing.value);
        return add("tracing", std::move(member.m_json));
    }

    OrderedJson take() { return std::move(m_json); }

private:
    OrderedJson m_json = OrderedJson::object();
};

OrderedJson jsonList(const QStringList &texts)
{
    OrderedJson list = OrderedJson::array();
    for (const QString &text : texts)
        list.push_back(text.toStdString());
    return list;
}

OrderedJson durationMetrics(std::chrono::microseconds duration)
{
    return Record().add("durationMs", jsonMilliseconds(duration)).take();
}

OrderedJson reportMetrics(const Report &report)
{
    Record metrics;
    metrics.add("durationMs", jsonMilliseconds(report.duration))
        .add("billedDurationMs", report.billedDuration.count())
        .add("memorySizeMB", report.memorySize.value)
        .add("maxMemoryUsedMB", report.maxMemoryUsed.value);
    if (report.initDuration)
        metrics.add("initDurationMs", jsonMilliseconds(*report.initDuration));
    if (report.restoreDuration)
        metrics.add("restoreDurationMs", jsonMilliseconds(*report.restoreDuration));
    if (report.billedRestoreDuration)
        metrics.add("billedRestoreDurationMs", report.billedRestoreDuration->count());
    return metrics.take();
}

OrderedJson subscription(const QString &name, const QStringList &types)
{
    return Record()
        .addText("name", name)
        .add("state", "Subscribed")
        .add("types", jsonList(types))
        .take();
}

/// Null for what is text alone.
OrderedJson recordOf(const PlatformEvent &event)
{
    return std::visit(
        Overloaded{
            [](const InitStart &e) {
                return Record()
                    .addInit(e.type, e.phase)
                    .addText("runtimeVersion", e.runtimeVersion)
                    .addText("runtimeVersionArn", e.runtimeVersionArn)
                    .addText("functionName", e.functionName)
                    .addText("functionVersion", e.functionVersion)
                    .addText("functionArn", e.functionArn)
                    .addText("instanceId", e.instanceId)
                    .addMemory("instanceMaxMemory", e.instanceMaxMemory)
                    .addTracing(e.tracing)
                    .take();
            },
            [](const InitRuntimeDone &e) {
                return Record()
                    .addInit(e.type, e.phase)
                    .addOutcome(e.outcome)
                    .addSpans(e.spans)
                    .addTracing(e.tracing)
                    .take();
            },
            [](const InitReport &e) {
                return Record()
                    .addInit(e.type, e.phase)
                    .addOutcome(e.outcome)
                    .add("metrics", durationMetrics(e.duration))
                    .addSpans(e.spans)
                    .addTracing(e.tracing)
                    .take();
            },
            [](const RestoreStart &e) {
                return Record()
                    .addText("functionName", e.functionName)
                    .addText("functionVersion", e.functionVersion)
                    .addText("instanceId", e.instanceId)
                    .addMemory("instanceMaxMemory", e.instanceMaxMemory)
                    .addText("runtimeVersion", e.runtimeVersion)
                    .addText("runtimeVersionArn", e.runtimeVersionArn)
                    .take();
            },
            [](const RestoreRuntimeDone &e) {
                return Record()
                    .addOutcome(e.outcome)
                    .addSpans(e.spans)
                    .addTracing(e.tracing)
                    .take();
            },
            [](const RestoreReport &e) {
                return Record()
                    .addOutcome(e.outcome)
                    .add("metrics", durationMetrics(e.duration))
                    .addSpans(e.spans)
                    .take();
            },
            [](const Start &e) {
                return Record()
                    .addText("requestId", e.requestId)
                    .addText("version", e.version)
                    .addText("tenantId", e.tenantId)
                    .addTracing(e.tracing)
                    .take();
            },
            [](const RuntimeDone &e) {
                Record record;
                record.addText("requestId", e.requestId)
                    .addText("tenantId", e.tenantId)
                    .addOutcome(e.outcome)
                    .addSpans(e.spans);
                if (e.metrics) {
                    record.add("metrics",
                               Record()
                                   .add("durationMs", jsonMilliseconds(e.metrics->duration))
                                   .add("producedBytes", e.metrics->producedBytes)
                                   .take());
                }
                return record.addTracing(e.tracing).take();
            },
            [](const End &e) { return Record().addText("requestId", e.requestId).take(); },
            [](const InvokeReport &e) {
                return Record()
                    .addText("requestId", e.report.requestId)
                    .addText("tenantId", e.tenantId)
                    .addOutcome(outcomeOf(e.report))
                    .add("metrics", reportMetrics(e.report))
                    .addSpans(e.spans)
                    .addTracing(e.tracing)
                    .take();
            },
            [](const TraceReport &) { return OrderedJson(); },
            [](const Fault &e) { return OrderedJson(textLines(e).join('\n').toStdString()); },
            [](const TaskTimeout &e) { return OrderedJson(textLines(e).first().toStdString()); },
            [](const ImageLaunchError &) { return OrderedJson(); },
            [](const Extension &e) {
                return Record()
                    .addText("name", e.name)
                    .addText("state", e.state)
                    .add("events", jsonList(e.events))
                    .addText("errorType", e.errorType)
                    .take();
            },
            [](const TelemetrySubscription &e) { return subscription(e.name, e.types); },
            [](const LogsSubscription &e) { return subscription(e.name, e.types); },
            [](const LogsDropped &e) {
                return Record()
                    .addText("reason", e.reason)
                    .add("droppedRecords", e.droppedRecords)
                    .add("droppedBytes", e.droppedBytes)
                    .take();
            },
        },
        event);
}

} // namespace

QByteArray jsonRecord(const PlatformEvent &event, WallTime time)
{
    OrderedJson record = recordOf(event);
    if (record.is_null())
        return {};
    return writeJson({{"time", isoTime(time).toStdString()},
                      {"type", typeName(event).toStdString()},
                      {"record", std::move(record)}},
                     JsonLayout::Compact);
}

} // namespace coldframe
