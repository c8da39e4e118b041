// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinetext.h"

#include "core/timeline/timelinesearch.h"
#include "wording/figures.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

struct TimelineText
{
    Q_DECLARE_TR_FUNCTIONS(TimelineText)
};

QString beginText(const BarFacts &facts, const QLocale &locale)
{
    return TimelineText::tr("begins at %1").arg(formatDuration(facts.begin, locale));
}

QString durationText(const BarFacts &facts, const QLocale &locale)
{
    if (facts.kind == LaneKind::Run)
        return TimelineText::tr("takes %1").arg(formatDuration(facts.duration, locale));
    return TimelineText::tr("takes %1 (%2 of the whole)")
        .arg(formatDuration(facts.duration, locale), shareText(facts.share, locale));
}

QString selfText(const BarFacts &facts, const QLocale &locale)
{
    return TimelineText::tr("%1 without its imports").arg(formatDuration(facts.self, locale));
}

QString extensionHeadline(const ExtensionStretch &extension)
{
    return extension.isExternal
        ? TimelineText::tr("Extension %1").arg(extension.name)
        : TimelineText::tr("Extension %1 inside the runtime").arg(extension.name);
}

QString extensionMeaning(const ExtensionStretch &extension)
{
    if (!extension.isFinished)
        return TimelineText::tr("It registered and did not ask for an event until the init phase "
                                "was over.");
    switch (extension.work) {
    case ExtensionWork::Init:
        return TimelineText::tr("From its registration until it asked for its first event; the "
                                "init phase waits for it.");
    case ExtensionWork::Invoke:
        return TimelineText::tr("From the event until it asked for the next one; the environment "
                                "waits for it, and Lambda bills that time.");
    }
    return {};
}

QString spanHeadline(const HandlerSpan &span)
{
    return span.kind == HandlerSpanKind::Connection
        ? TimelineText::tr("Connection to %1").arg(nameOfSpan(span))
        : TimelineText::tr("Span %1").arg(span.name);
}

QStringList spanMeaning(const HandlerSpan &span, const QLocale &locale)
{
    QStringList lines;
    if (span.connected)
        lines.append(
            TimelineText::tr("Connected after %1").arg(formatDuration(*span.connected, locale)));
    if (span.isReused)
        lines.append(TimelineText::tr("Over a connection that stood already"));
    if (span.hasFailed)
        lines.append(span.kind == HandlerSpanKind::Connection
                         ? TimelineText::tr("The connection failed")
                         : TimelineText::tr("It ended with an error"));
    if (!span.isFinished)
        lines.append(TimelineText::tr("It was still open when the invocation was over"));
    return lines;
}

QString failedImportText()
{
    return TimelineText::tr("not there, or its code raised an error");
}

QString stepText(const BarFacts &facts)
{
    switch (facts.step) {
    case RunStep::Phase:
        return phaseText(*facts.phase);
    case RunStep::Delivery:
        return TimelineText::tr("Delivery");
    case RunStep::Handler:
        return TimelineText::tr("Handler");
    case RunStep::Response:
        return TimelineText::tr("Response");
    }
    return {};
}

QString stepMeaning(const BarFacts &facts)
{
    switch (facts.step) {
    case RunStep::Phase:
        return phaseMeaning(*facts.phase);
    case RunStep::Delivery:
        return TimelineText::tr("From the event until the runtime has read it.");
    case RunStep::Handler:
        return TimelineText::tr("From the event read by the runtime until the handler's answer is "
                                "there.");
    case RunStep::Response:
        return TimelineText::tr("From the handler's answer until it is read completely.");
    }
    return {};
}

QString headlineOfOne(const BarFacts &facts)
{
    switch (facts.kind) {
    case LaneKind::Phases:
        return phaseText(*facts.phase);
    case LaneKind::Extension:
        return extensionHeadline(*facts.extension);
    case LaneKind::Imports:
        return TimelineText::tr("Import of %1").arg(facts.module);
    case LaneKind::Spans:
        return spanHeadline(*facts.span);
    case LaneKind::Run:
        return TimelineText::tr("%1, %2").arg(runCaption(*facts.run), stepText(facts));
    case LaneKind::Handler:
        return TimelineText::tr("Handler");
    case LaneKind::Trace:
        return facts.trace->name;
    case LaneKind::Whole:
        return TimelineText::tr("The whole run");
    }
    return {};
}

QString headline(const BarFacts &facts, const QLocale &locale)
{
    if (facts.count == 1)
        return facts.merged > 1 ? TimelineText::tr("%1, %2 times")
                                      .arg(headlineOfOne(facts), locale.toString(facts.merged))
                                : headlineOfOne(facts);
    switch (facts.kind) {
    case LaneKind::Phases:
        return TimelineText::tr("%1 short phases, the longest is %2")
            .arg(QString::number(facts.count), phaseText(*facts.phase));
    case LaneKind::Imports:
        return TimelineText::tr("%1 short imports, the longest is %2")
            .arg(QString::number(facts.count), facts.module);
    case LaneKind::Spans:
        return TimelineText::tr("%1 short spans, the longest is %2")
            .arg(QString::number(facts.count), nameOfSpan(*facts.span));
    case LaneKind::Trace:
        return TimelineText::tr("%1 short spans, the longest is %2")
            .arg(QString::number(facts.count), facts.trace->name);
    case LaneKind::Extension:
    case LaneKind::Handler:
    case LaneKind::Run:
    case LaneKind::Whole:
        return headlineOfOne(facts);
    }
    return {};
}

QString unitText(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Nanoseconds:
        return TimelineText::tr("%1 ns");
    case TimeUnit::Microseconds:
        return TimelineText::tr("%1 µs");
    case TimeUnit::Milliseconds:
        return TimelineText::tr("%1 ms");
    case TimeUnit::Seconds:
        return TimelineText::tr("%1 s");
    }
    return {};
}

} // namespace

QString shareText(double share, const QLocale &locale)
{
    const double percent = share * 100;
    if (percent > 0 && percent < 0.1)
        return TimelineText::tr("under %1 %").arg(locale.toString(0.1, 'f', 1));
    return TimelineText::tr("%1 %").arg(locale.toString(percent, 'f', percent < 10 ? 1 : 0));
}

QString runCaption(const StackedRun &run)
{
    return run.isCold ? TimelineText::tr("Run %1, cold").arg(run.ordinal)
                      : TimelineText::tr("Run %1, warm").arg(run.ordinal);
}

QString phaseText(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::Sandbox:
        return TimelineText::tr("Sandbox");
    case PhaseKind::ProcessStart:
        return TimelineText::tr("Process start");
    case PhaseKind::InterpreterStart:
        return TimelineText::tr("Interpreter start");
    case PhaseKind::Bootstrap:
        return TimelineText::tr("Bootstrap");
    case PhaseKind::HandlerImport:
        return TimelineText::tr("Handler import");
    case PhaseKind::RuntimeReady:
        return TimelineText::tr("Runtime ready");
    case PhaseKind::ExtensionsReady:
        return TimelineText::tr("Extensions ready");
    case PhaseKind::Restore:
        return TimelineText::tr("Restore");
    case PhaseKind::Invoke:
        return TimelineText::tr("Invoke");
    case PhaseKind::ExtensionsDone:
        return TimelineText::tr("Extensions done");
    }
    return {};
}

QString legendText(PhaseKind kind)
{
    return kind == PhaseKind::Sandbox ? TimelineText::tr("Sandbox (not billed)") : phaseText(kind);
}

QString phaseMeaning(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::Sandbox:
        return TimelineText::tr("The isolation is set up. This comes before the init phase, and "
                                "as on Lambda nobody pays for it.");
    case PhaseKind::ProcessStart:
        return TimelineText::tr("Until the runtime's program and the external extensions are "
                                "started.");
    case PhaseKind::InterpreterStart:
        return TimelineText::tr("Until the first line of the runtime's bootstrap runs.");
    case PhaseKind::Bootstrap:
        return TimelineText::tr("Until the handler's module begins to load.");
    case PhaseKind::HandlerImport:
        return TimelineText::tr("The handler's module, all that it imports and its code outside of "
                                "functions.");
    case PhaseKind::RuntimeReady:
        return TimelineText::tr("Until the runtime asks for the event.");
    case PhaseKind::ExtensionsReady:
        return TimelineText::tr("Until every extension has asked for its first event: the end of "
                                "the init phase.");
    case PhaseKind::Restore:
        return TimelineText::tr("The hooks that run after a snapshot was restored, until the "
                                "runtime asks for the event.");
    case PhaseKind::ExtensionsDone:
        return TimelineText::tr(
            "Until every extension has asked for its next event; the caller has "
            "the response already, and Lambda bills this time.");
    case PhaseKind::Invoke:
        return TimelineText::tr("From the event until the response is read completely.");
    }
    return {};
}

QString originText(ImportOrigin origin)
{
    switch (origin) {
    case ImportOrigin::Function:
        return TimelineText::tr("Own module");
    case ImportOrigin::Dependency:
        return TimelineText::tr("Dependency");
    case ImportOrigin::StandardLibrary:
        return TimelineText::tr("Standard library");
    }
    return {};
}

QString barLabel(const BarFacts &facts)
{
    switch (facts.kind) {
    case LaneKind::Phases:
        return facts.count > 1 ? TimelineText::tr("%1 phases").arg(facts.count)
                               : phaseText(*facts.phase);
    case LaneKind::Run:
        return stepText(facts);
    case LaneKind::Handler:
        return TimelineText::tr("Handler");
    case LaneKind::Trace:
        return facts.count > 1 ? TimelineText::tr("%1 spans").arg(facts.count) : facts.trace->name;
    case LaneKind::Extension:
        return facts.extension->work == ExtensionWork::Init ? TimelineText::tr("Getting ready")
                                                            : TimelineText::tr("At work");
    case LaneKind::Imports:
        return facts.count > 1 ? TimelineText::tr("%1 imports").arg(facts.count) : facts.module;
    case LaneKind::Spans:
        return facts.count > 1 ? TimelineText::tr("%1 spans").arg(facts.count)
                               : nameOfSpan(*facts.span);
    case LaneKind::Whole:
        return TimelineText::tr("The whole run");
    }
    return {};
}

QString barDescription(const BarFacts &facts, const QLocale &locale)
{
    QStringList parts;
    if (facts.hasBegin)
        parts.append(beginText(facts, locale));
    parts.append(durationText(facts, locale));
    if (facts.kind == LaneKind::Imports)
        parts.append(selfText(facts, locale));
    if (facts.count == 1 && facts.hasFailed)
        parts.append(failedImportText());
    if (facts.count > 1)
        parts.append(TimelineText::tr("zoom in to tell them apart"));
    else if (!facts.file.isEmpty())
        parts.append(facts.file);
    else if (facts.span) {
        for (QString line : spanMeaning(*facts.span, locale)) {
            line[0] = line.at(0).toLower();
            parts.append(line);
        }
    }
    return TimelineText::tr("%1: %2").arg(headline(facts, locale),
                                          parts.join(QStringLiteral(", ")));
}

QStringList barLines(const BarFacts &facts, const QLocale &locale)
{
    const auto sentence = [](QString text) {
        text[0] = text.at(0).toUpper();
        return text;
    };
    QStringList lines{headline(facts, locale)};
    if (facts.hasBegin)
        lines.append(sentence(beginText(facts, locale)));
    lines.append(sentence(durationText(facts, locale)));
    if (facts.kind == LaneKind::Imports)
        lines.append(sentence(selfText(facts, locale)));
    if (facts.count > 1) {
        lines.append(TimelineText::tr("Double click to zoom in"));
        return lines;
    }
    if (facts.phase)
        lines.append(stepMeaning(facts));
    else if (facts.trace && !facts.trace->category.isEmpty())
        lines.append(facts.trace->category);
    else if (facts.extension)
        lines.append(extensionMeaning(*facts.extension));
    else if (facts.span)
        lines.append(spanMeaning(*facts.span, locale));
    else if (facts.kind == LaneKind::Imports)
        lines.append(facts.fileBytes ? TimelineText::tr("%1, %2").arg(
                         originText(facts.origin), formatBytes(*facts.fileBytes, locale))
                                     : originText(facts.origin));
    if (facts.hasFailed)
        lines.append(failedImportText());
    if (!facts.file.isEmpty())
        lines.append(facts.file);
    return lines;
}

QString tickLabel(const Axis &axis, const Tick &tick, const QLocale &locale)
{
    if (tick.time == std::chrono::nanoseconds::zero())
        return locale.toString(0);
    const double value
        = static_cast<double>(tick.time.count()) / static_cast<double>(lengthOf(axis.unit).count());
    return unitText(axis.unit).arg(locale.toString(value, 'f', axis.decimals));
}

QString timelineSummary(const Timeline &timeline, const QLocale &locale)
{
    const auto zero = std::chrono::nanoseconds::zero();
    QStringList parts;
    const auto add = [&](std::chrono::nanoseconds duration, const QString &text) {
        if (duration != zero)
            parts.append(text.arg(formatDuration(duration, locale)));
    };
    add(timeline.sandbox, TimelineText::tr("(%1 sandbox)"));
    add(timeline.init,
        timeline.initInsideInvoke ? TimelineText::tr("%1 init inside the invocation")
                                  : TimelineText::tr("%1 init"));
    add(timeline.restore, TimelineText::tr("%1 restore"));
    const bool isCalled = timeline.invoke != zero;
    if (isCalled || parts.isEmpty())
        parts.append(TimelineText::tr("%1 invoke").arg(formatDuration(timeline.invoke, locale)));
    const QString sum = parts.join(QStringLiteral(" + "));
    return isCalled || timeline.phases.empty()
        ? sum
        : TimelineText::tr("%1, the handler was not called").arg(sum);
}

} // namespace coldframe
