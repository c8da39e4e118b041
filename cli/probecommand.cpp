// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/eventsource.h"
#include "cli/invokeoptions.h"
#include "core/invoker/localinvoker.h"
#include "core/probe/duplicateprobe.h"
#include "core/probe/probejson.h"
#include "core/probe/statelessnessprobe.h"
#include "wording/probetext.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <nlohmann/json.hpp>

#include <ostream>

namespace coldframe::cli {

namespace {

/// What the probe decides itself, or does not print.
const QStringList &meaninglessOptions()
{
    static const QStringList names{QStringLiteral("cold"), QStringLiteral("repeat"),
                                   QStringLiteral("stream"), QStringLiteral("bandwidth-limit"),
                                   QStringLiteral("cost"), QStringLiteral("trace")};
    return names;
}

struct ProbeOptions
{
    InvokeOptions invoke;
    int times = 3;
    ProbeKind kind = ProbeKind::Statelessness;
};

Result<ProbeOptions> readOptions(const QCommandLineParser &parser)
{
    for (const QString &name : meaninglessOptions()) {
        if (parser.isSet(name))
            return failure(Error::Code::InvalidArgument,
                           QCoreApplication::translate("Command", "--%1: probe does not have it")
                               .arg(name));
    }
    ProbeOptions options;
    Result<InvokeOptions> invoke = readInvokeOptions(parser);
    if (!invoke)
        return tl::make_unexpected(invoke.error());
    options.invoke = std::move(*invoke);
    const QString times = parser.value(QStringLiteral("times"));
    bool isNumber = false;
    options.times = times.toInt(&isNumber);
    if (!isNumber || options.times < FewestProbeTimes || options.times > MostProbeTimes)
        return failure(Error::Code::InvalidArgument,
                       QCoreApplication::translate(
                           "Command", "--times: \"%1\", it must be a whole number from %2 to %3")
                           .arg(times)
                           .arg(FewestProbeTimes)
                           .arg(MostProbeTimes));
    if (parser.isSet(QStringLiteral("duplicate")))
        options.kind = ProbeKind::Duplicate;
    if (options.kind == ProbeKind::Duplicate && parser.isSet(QStringLiteral("times")))
        return failure(Error::Code::InvalidArgument,
                       QCoreApplication::translate("Command",
                                                   "--times and --duplicate: give only one of "
                                                   "them"));
    return options;
}

/// Runs the probe to its end; the program has nothing else to do meanwhile.
Result<ProbeReport> waitFor(Invoker &invoker, const ProbeOptions &options,
                            const Surroundings &surroundings)
{
    QEventLoop loop;
    Result<ProbeReport> result = failure(Error::Code::Cancelled);
    const auto take = [&](Result<ProbeReport> report) {
        result = std::move(report);
        loop.quit();
    };
    const auto tell = [&](int done, int total) {
        if (options.invoke.format == OutputFormat::Text)
            surroundings.err << QCoreApplication::translate("Command", "Invocation %1 of %2")
                                    .arg(done)
                                    .arg(total)
                                    .toStdString()
                             << std::endl;
    };
    StatelessnessProbe statelessness(invoker);
    DuplicateProbe duplicate(invoker);
    QObject::connect(&statelessness, &StatelessnessProbe::progressed, &loop, tell);
    QObject::connect(&duplicate, &DuplicateProbe::progressed, &loop, tell);
    whenDone(options.kind == ProbeKind::Duplicate
                 ? duplicate.run(options.invoke.request)
                 : statelessness.run(options.invoke.request, options.times),
             &loop, take);
    loop.exec();
    return result;
}

} // namespace

ExitStatus runProbe(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "Command",
        "Run an event several times in one environment and as often in new ones, and tell what "
        "earlier invocations left behind. The exit status is 0 when no result depended on it, 1 "
        "when one did, and 2 when nothing could be run or no invocation was warm."));
    addInvokeOptions(parser, meaninglessOptions());
    parser.addOptions({
        {QStringLiteral("times"),
         QCoreApplication::translate("Command", "Warm invocations, and as many cold ones."),
         QStringLiteral("count"), QStringLiteral("3")},
        {QStringLiteral("duplicate"),
         QCoreApplication::translate("Command",
                                     "Deliver one event twice with the same request id, and once "
                                     "to a new environment.")},
    });
    if (const auto over
        = parse(parser, QStringLiteral("probe TARGET [OPTIONS]"), arguments, surroundings))
        return *over;
    if (parser.positionalArguments().size() != 1)
        return fail(QCoreApplication::translate("Command",
                                                "Give one TARGET: FILE[:function], a "
                                                "folder or a function's name."),
                    surroundings);
    Result<ProbeOptions> options = readOptions(parser);
    if (!options)
        return fail(options.error(), surroundings);
    Result<QByteArray> event = eventFromOptions(parser, surroundings);
    if (!event)
        return fail(event.error(), surroundings);
    options->invoke.request.event = std::move(*event);

    LocalInvoker invoker({surroundings.dataDirectory, surroundings.cacheDirectory});
    const Result<ProbeReport> report = waitFor(invoker, *options, surroundings);
    if (!report)
        return fail(report.error(), surroundings);
    if (options->invoke.format == OutputFormat::Json)
        surroundings.out << writeJson(probeToJson(*report), JsonLayout::Compact).toStdString()
                         << std::endl;
    else
        surroundings.out << probeReportText(*report, options->kind).toStdString() << std::flush;
    switch (report->judgement()) {
    case Judgement::NotTested: return ExitStatus::NotRun;
    case Judgement::ResultDepended: return ExitStatus::ResultDepended;
    case Judgement::SurvivedWithoutEffect:
    case Judgement::NothingSurvived: break;
    }
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
