// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runkeeper.h"
#include "cli/terminationsignals.h"
#include "cli/testoptions.h"
#include "cli/testselection.h"
#include "cli/testwatch.h"
#include "core/base/clock.h"
#include "core/base/filewriting.h"
#include "core/billing/activepricebook.h"
#include "core/fixtures/fixturerunner.h"
#include "core/fixtures/junitreport.h"
#include "core/invoker/localinvoker.h"
#include "wording/errortext.h"
#include "wording/fixturereporttext.h"
#include "wording/fixturetext.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTime>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace coldframe::cli {

namespace {

QString testText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

/// One line of a terminal that is written again and again. Elsewhere there is none.
class ProgressLine
{
public:
    explicit ProgressLine(const Surroundings &surroundings)
        : m_surroundings(surroundings)
    { }

    void show(int done, int total)
    {
        constexpr qint64 interval = 50; // ms
        const bool isDue = !m_last.isValid() || m_last.hasExpired(interval) || done == total;
        if (!m_surroundings.errIsTerminal || !isDue)
            return;
        m_last.start();
        m_surroundings.err << '\r'
                           << testText(QT_TRANSLATE_NOOP("Command", "%1 of %2 fixtures"))
                                  .arg(done)
                                  .arg(total)
                                  .toStdString()
                           << "\033[K" << std::flush;
    }

    void clear()
    {
        if (m_last.isValid())
            m_surroundings.err << "\r\033[K" << std::flush;
        m_last.invalidate();
    }

private:
    const Surroundings &m_surroundings;
    QElapsedTimer m_last;
};

FixturePlan planOf(const TestOptions &options, const TestSelection &selection,
                   std::vector<PlannedFixture> fixtures, const Surroundings &surroundings)
{
    FixturePlan plan;
    plan.workspaceDirectory = selection.workspaceDirectory;
    plan.fixtures = std::move(fixtures);
    plan.columns = options.columns;
    plan.functions = selection.functions;
    plan.parallel = options.parallel;
    plan.repeat = options.repeat;
    plan.stopsAtFailure = options.stopsAtFailure;
    plan.budgets = options.budgets;
    plan.isolation = options.isolation;
    if (Result<ActivePriceBook> active
        = loadActivePriceBook(surroundings.dataDirectory, surroundings.configDirectory))
        plan.prices = std::move(active->book);
    else
        fail(active.error(), surroundings);
    return plan;
}

/// Writes accepted responses; a result whose response was accepted has passed. Only the first
/// column's response counts, so that columns do not overwrite each other's.
void acceptGoldens(TestReport &report, const FixturePlan &plan, const Surroundings &surroundings)
{
    const FixtureStore store(plan.workspaceDirectory);
    for (FixtureResult &result : report.results) {
        if (!result.acceptsGolden || !result.record || report.acceptedGoldens.contains(result.file))
            continue;
        const Result<LoadedFixture> accepted
            = acceptGolden(store, *plan.fixtures[result.fixture].loaded, *result.record);
        if (!accepted) {
            const QString text = accepted.error().code == Error::Code::Unwritable
                    && store.isStale(*plan.fixtures[result.fixture].loaded)
                ? staleFixtureText(result.file)
                : errorText(accepted.error());
            surroundings.err << "coldframe-cli: " << text.toStdString() << '\n';
            continue;
        }
        report.acceptedGoldens.append(result.file);
        result.acceptsGolden = false;
        result.outcome = TestOutcome::Passed;
        std::erase_if(result.findings, [](const Finding &finding) {
            return finding.severity == Finding::Severity::Changed;
        });
    }
}

Result<void> writeJunit(const QString &path, const TestReport &report)
{
    const QByteArray xml
        = junitReport(report,
                      {[](const Finding &finding) { return findingText(finding); },
                       [](const Error &error) { return errorText(error); },
                       [](const FixtureColumn &column) { return fixtureColumnText(column); },
                       unsuitedText, functionEndingText, otherVersionTexts});
    return writeFile(path, xml);
}

ExitStatus statusOf(const TestReport &report)
{
    if (report.isCancelled)
        return ExitStatus::Interrupted;
    const TestTotals totals = report.totals();
    if (totals.invocations == 0 && totals.results() > 0)
        return ExitStatus::NotRun;
    return totals.isAllPassed() ? ExitStatus::Succeeded : ExitStatus::FixturesFailed;
}

/// Accepts and prints; the status of the run.
ExitStatus conclude(TestReport report, const FixturePlan &plan, const TestOptions &options,
                    const Surroundings &surroundings)
{
    if (options.acceptsGolden)
        acceptGoldens(report, plan, surroundings);
    if (options.format == OutputFormat::Json)
        surroundings.out << writeJson(testReportToJson(report), JsonLayout::Compact).toStdString()
                         << std::endl;
    else
        surroundings.out << testReportText(report).toStdString() << std::flush;
    if (options.junitFile.isEmpty())
        return statusOf(report);
    if (const Result<void> written = writeJunit(options.junitFile, report); !written)
        return fail(written.error(), surroundings);
    return statusOf(report);
}

/// Runs the fixtures to their end or to Ctrl+C; the program has nothing else to do meanwhile.
ExitStatus runPlan(FixtureRunner &runner, TerminationSignals &termination, const FixturePlan &plan,
                   const TestOptions &options, const Surroundings &surroundings)
{
    QEventLoop loop;
    ProgressLine progress(surroundings);
    Result<TestReport> report = failure(Error::Code::Cancelled);
    QObject::connect(&runner, &FixtureRunner::progressed, &loop,
                     [&progress](int done, int total) { progress.show(done, total); });
    QObject::connect(&termination, &TerminationSignals::requested, &runner, &FixtureRunner::cancel,
                     Qt::UniqueConnection);
    whenDone(runner.run(plan), &loop, [&](Result<TestReport> result) {
        report = std::move(result);
        loop.quit();
    });
    loop.exec();
    progress.clear();
    if (!report)
        return fail(report.error(), surroundings);
    return conclude(std::move(*report), plan, options, surroundings);
}

OrderedJson textsToJson(const QStringList &texts)
{
    OrderedJson json = OrderedJson::array();
    for (const QString &text : texts)
        json.push_back(text.toStdString());
    return json;
}

/// A fixture in a column, as --list tells it.
struct ListedFixture
{
    const PlannedFixture &planned;
    std::size_t column = 0;
    const FixtureColumn &variant;
    Result<FunctionConfig> function;

    QStringList tags() const
    {
        return planned.loaded ? planned.loaded->fixture.tags : QStringList();
    }
};

std::vector<ListedFixture> listedFixtures(const TestSelection &selection,
                                          const std::vector<FixtureColumn> &columns)
{
    std::vector<ListedFixture> listed;
    for (const PlannedFixture &planned : selection.fixtures) {
        const Result<FunctionConfig> function = planned.loaded
            ? resolveFunction(planned.loaded->fixture, selection.functions)
            : Result<FunctionConfig>(tl::make_unexpected(planned.loaded.error()));
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (!function || suitsColumn(*function, columns[column]))
                listed.push_back({planned, column, columns[column], function});
        }
    }
    return listed;
}

OrderedJson listedToJson(const ListedFixture &listed)
{
    OrderedJson entry = OrderedJson::object();
    entry["file"] = listed.planned.file.toStdString();
    entry["function"]
        = listed.function ? OrderedJson(listed.function->name.toStdString()) : OrderedJson();
    entry["tags"] = textsToJson(listed.tags());
    entry["column"] = listed.column;
    return entry;
}

QString listedText(const ListedFixture &listed)
{
    QStringList parts{listed.function ? listed.function->name : errorText(listed.function.error())};
    if (const QString column = fixtureColumnText(listed.variant); !column.isEmpty())
        parts.append(column);
    if (!listed.tags().isEmpty())
        parts.append(listed.tags().join(QStringLiteral(", ")));
    return parts.join(QStringLiteral("  "));
}

void printList(const TestSelection &selection, const TestOptions &options, std::ostream &out)
{
    OrderedJson list = OrderedJson::array();
    qsizetype width = 0;
    for (const PlannedFixture &planned : selection.fixtures)
        width = std::max(width, planned.file.size());
    for (const ListedFixture &listed : listedFixtures(selection, options.columns)) {
        if (options.format == OutputFormat::Json)
            list.push_back(listedToJson(listed));
        else
            out << listed.planned.file.leftJustified(width).toStdString() << "  "
                << listedText(listed).toStdString() << '\n';
    }
    if (options.format == OutputFormat::Json)
        out << writeJson(list, JsonLayout::Compact).toStdString() << '\n';
    out << std::flush;
}

QString leftOutText(int count)
{
    return count == 1
        ? testText(QT_TRANSLATE_NOOP("Command",
                                     "1 event without an .expect.json was left out; name it to run "
                                     "it."))
        : testText(QT_TRANSLATE_NOOP("Command",
                                     "%1 events without an .expect.json were left out; name them "
                                     "to run them."))
              .arg(count);
}

/// Why there is nothing to run.
QString nothingChosenText(const TestSelection &selection, const TestOptions &options)
{
    const QString place = options.paths.isEmpty() ? selection.workspaceDirectory
                                                  : options.paths.join(QStringLiteral(", "));
    if (!options.tags.isEmpty())
        return testText(QT_TRANSLATE_NOOP("Command", "No fixture in %1 has the tag %2."))
            .arg(place, options.tags.join(QStringLiteral(", ")));
    if (selection.withoutSidecar > 0)
        return testText(QT_TRANSLATE_NOOP("Command",
                                          "No event in %1 has an .expect.json beside it. Name an "
                                          "event itself to run it."))
            .arg(place);
    return testText(QT_TRANSLATE_NOOP("Command",
                                      "There is no fixture in %1. Fixtures are JSON files in "
                                      "folders called \"events\"."))
        .arg(place);
}

void say(const QString &sentence, const Surroundings &surroundings)
{
    surroundings.err << sentence.toStdString() << '\n' << std::flush;
}

/// Runs what is affected by each change until Ctrl+C.
class WatchLoop
{
public:
    WatchLoop(FixtureRunner &runner, const TestOptions &options, const Surroundings &surroundings)
        : m_runner(runner)
        , m_options(options)
        , m_surroundings(surroundings)
    { }

    ExitStatus run(const TestSelection &selection)
    {
        TestWatch watch(selection.workspaceDirectory);
        TerminationSignals termination;
        bool isOver = false;
        QEventLoop loop;
        QObject::connect(&termination, &TerminationSignals::requested, &loop, [&] {
            isOver = true;
            loop.quit();
        });
        QObject::connect(&watch, &TestWatch::noticed, &loop, &QEventLoop::quit);
        runThese(selection, selection.fixtures, termination);
        if (!isOver)
            tellThatItWatches(selection);
        while (!isOver) {
            QStringList changes = watch.takeChanges(); // some may have come during the run
            while (changes.isEmpty() && !isOver) {
                loop.exec();
                changes = isOver ? QStringList() : watch.takeChanges();
            }
            if (!isOver && runAffected(changes, termination) && !isOver)
                tellThatItWatches(selection);
        }
        return ExitStatus::Interrupted;
    }

private:
    void tellThatItWatches(const TestSelection &selection)
    {
        say(testText(QT_TRANSLATE_NOOP("Command", "Watching %1 until Ctrl+C."))
                .arg(selection.workspaceDirectory),
            m_surroundings);
    }

    /// Whether there was anything to tell.
    bool runAffected(const QStringList &changes, TerminationSignals &termination)
    {
        const Result<TestSelection> selection = selectFixtures(m_options);
        std::vector<PlannedFixture> affected
            = selection ? affectedFixtures(*selection, changes) : std::vector<PlannedFixture>();
        if (selection && affected.empty())
            return false;
        tellChanges(changes);
        if (selection)
            runThese(*selection, std::move(affected), termination);
        else // a template in the middle of being edited
            fail(selection.error(), m_surroundings);
        return true;
    }

    void tellChanges(const QStringList &changes)
    {
        constexpr qsizetype mostNames = 3;
        QStringList names;
        for (const QString &file : changes.first(std::min(mostNames, changes.size())))
            names.append(QFileInfo(file).fileName());
        if (changes.size() > mostNames)
            names.append(QStringLiteral("…"));
        say(u'\n'
                + testText(QT_TRANSLATE_NOOP("Command", "---- %1, changed: %2 ----"))
                      .arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss")),
                           names.join(QStringLiteral(", "))),
            m_surroundings);
    }

    void runThese(const TestSelection &selection, std::vector<PlannedFixture> fixtures,
                  TerminationSignals &termination)
    {
        if (fixtures.empty())
            return;
        const FixturePlan plan = planOf(m_options, selection, std::move(fixtures), m_surroundings);
        runPlan(m_runner, termination, plan, m_options, m_surroundings);
    }

    FixtureRunner &m_runner;
    const TestOptions &m_options;
    const Surroundings &m_surroundings;
};

} // namespace

ExitStatus runTest(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(testText(QT_TRANSLATE_NOOP(
        "Command",
        "Run the events of a workspace and check what their fixtures expect. PATH is a workspace, "
        "a folder in it, an event or its .expect.json; here by default. The exit status is 0 when "
        "all passed, 1 when one did not, 2 when nothing could be run, and 130 after Ctrl+C.")));
    addTestOptions(parser);
    if (const auto over
        = parse(parser, QStringLiteral("test [PATH]... [OPTIONS]"), arguments, surroundings))
        return *over;
    const Result<TestOptions> options = readTestOptions(parser);
    if (!options)
        return fail(options.error(), surroundings);
    const Result<TestSelection> selection = selectFixtures(*options);
    if (!selection)
        return fail(selection.error(), surroundings);
    const bool mayBeEmpty = options->watches && !options->onlyLists;
    if (selection->fixtures.empty() && !mayBeEmpty)
        return fail(nothingChosenText(*selection, *options), surroundings);
    if (selection->withoutSidecar > 0)
        say(leftOutText(selection->withoutSidecar), surroundings);
    if (options->onlyLists) {
        printList(*selection, *options, surroundings.out);
        return ExitStatus::Succeeded;
    }
    const SystemClock clock;
    LocalInvoker invoker({surroundings.dataDirectory, surroundings.cacheDirectory});
    RunKeeper keeper(keptIn(selection->workspaceDirectory, parser, surroundings), surroundings);
    FixtureRunner runner(invoker, clock);
    QObject::connect(&runner, &FixtureRunner::ran, &runner,
                     [&keeper](const InvocationRecord &record, const QString &file) {
                         keeper.keep(record, {QFileInfo(file).completeBaseName(), file, RunOrigin::Fixture, {}});
                     });
    if (options->watches)
        return WatchLoop(runner, *options, surroundings).run(*selection);
    TerminationSignals termination;
    return runPlan(runner, termination,
                   planOf(*options, *selection, selection->fixtures, surroundings), *options,
                   surroundings);
}

} // namespace coldframe::cli
