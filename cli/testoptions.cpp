// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/testoptions.h"

#include "cli/invokeoptions.h"
#include "cli/runkeeper.h"
#include "core/lambda/limits.h"

#include <QCoreApplication>

namespace coldframe::cli {

namespace {

QString testOptionText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

/// A whole number from 1 to `most`; nothing when the option is not given.
Result<std::optional<int>> countOf(const QCommandLineParser &parser, const char *name, int most)
{
    const QString option = QLatin1String(name);
    if (!parser.isSet(option))
        return std::optional<int>();
    bool isNumber = false;
    const int count = parser.value(option).toInt(&isNumber);
    if (isNumber && count >= 1 && count <= most)
        return std::optional(count);
    return wrongOption(
        name, parser.value(option),
        testOptionText(QT_TRANSLATE_NOOP("Command", "a whole number from 1 to %1")).arg(most));
}

/// The parts of "a,b" and of options that are given twice, without those that are there already.
QStringList listOf(const QCommandLineParser &parser, const char *name)
{
    QStringList parts;
    for (const QString &value : parser.values(QLatin1String(name))) {
        for (const QString &part : value.split(u',')) {
            if (!parts.contains(part.trimmed()))
                parts.append(part.trimmed());
        }
    }
    return parts;
}

Result<std::vector<std::optional<MebiBytes>>> memorySizesOf(const QCommandLineParser &parser)
{
    std::vector<std::optional<MebiBytes>> sizes;
    for (const QString &text : listOf(parser, "memory")) {
        bool isNumber = false;
        const MebiBytes size{text.toInt(&isNumber)};
        if (!isNumber || size < limits::SmallestMemory || size > limits::LargestMemory)
            return wrongOption("memory", text,
                               testOptionText(QT_TRANSLATE_NOOP("Command",
                                                                "numbers of MB from %1 to %2, with "
                                                                "commas between them"))
                                   .arg(limits::SmallestMemory.value)
                                   .arg(limits::LargestMemory.value));
        sizes.emplace_back(size);
    }
    if (sizes.empty())
        sizes.emplace_back();
    return sizes;
}

Result<std::optional<FixtureStart>> startOf(const QCommandLineParser &parser)
{
    const QString option = QStringLiteral("start");
    if (!parser.isSet(option))
        return std::optional<FixtureStart>();
    for (const FixtureStart start : {FixtureStart::Warm, FixtureStart::Cold, FixtureStart::Both}) {
        if (parser.value(option) == fixtureStartName(start))
            return std::optional(start);
    }
    return wrongOption("start", parser.value(option),
                       testOptionText(QT_TRANSLATE_NOOP("Command", "warm, cold or both")));
}

Result<std::vector<FixtureColumn>> columnsOf(const QCommandLineParser &parser)
{
    const auto sizes = memorySizesOf(parser);
    if (!sizes)
        return tl::make_unexpected(sizes.error());
    const auto start = startOf(parser);
    if (!start)
        return tl::make_unexpected(start.error());
    QStringList runtimes = listOf(parser, "runtime");
    if (runtimes.isEmpty())
        runtimes.append(QString());
    std::vector<FixtureColumn> columns;
    for (const QString &runtime : runtimes) {
        for (const std::optional<MebiBytes> &size : *sizes)
            columns.push_back({size, runtime, *start});
    }
    return columns;
}

} // namespace

void addTestOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("workspace"),
         testOptionText(QT_TRANSLATE_NOOP("Command",
                                          "Folder with the functions; found from the "
                                          "paths by default.")),
         QStringLiteral("folder")},
        {QStringLiteral("tag"),
         testOptionText(
             QT_TRANSLATE_NOOP("Command", "Only fixtures with one of these tags: smoke,slow.")),
         QStringLiteral("tag")},
        {QStringLiteral("memory"),
         testOptionText(
             QT_TRANSLATE_NOOP("Command", "Run all with each of these memory sizes: 128,512.")),
         QStringLiteral("MB")},
        {QStringLiteral("runtime"),
         testOptionText(QT_TRANSLATE_NOOP(
             "Command", "Run all on each of these runtimes: python3.12,python3.13.")),
         QStringLiteral("identifier")},
        {QStringLiteral("start"),
         testOptionText(
             QT_TRANSLATE_NOOP("Command", "warm, cold or both, instead of what the fixtures say.")),
         QStringLiteral("kind")},
        {QStringLiteral("parallel"),
         testOptionText(QT_TRANSLATE_NOOP("Command", "Invocations at the same time.")),
         QStringLiteral("count"), QStringLiteral("1")},
        {QStringLiteral("repeat"),
         testOptionText(
             QT_TRANSLATE_NOOP("Command", "Run each fixture this often, instead of what it says.")),
         QStringLiteral("count")},
        {QStringLiteral("fail-fast"),
         testOptionText(QT_TRANSLATE_NOOP("Command", "Begin nothing more after a failure."))},
        {QStringLiteral("watch"),
         testOptionText(QT_TRANSLATE_NOOP("Command",
                                          "Run what is affected again whenever code or fixtures "
                                          "change, until Ctrl+C."))},
        {QStringLiteral("accept-golden"),
         testOptionText(QT_TRANSLATE_NOOP("Command",
                                          "Write responses that changed, or were never accepted, "
                                          "into the fixtures as the golden ones."))},
        {QStringLiteral("enforce-budgets"),
         testOptionText(
             QT_TRANSLATE_NOOP("Command", "Fail when a budget is exceeded, instead of warning."))},
        {QStringLiteral("isolation"),
         testOptionText(QT_TRANSLATE_NOOP("Command", "auto, bubblewrap or none.")),
         QStringLiteral("kind"), QStringLiteral("auto")},
        {QStringLiteral("junit"),
         testOptionText(QT_TRANSLATE_NOOP("Command", "Also write a JUnit report as XML.")),
         QStringLiteral("file")},
        {QStringLiteral("json"),
         testOptionText(QT_TRANSLATE_NOOP("Command", "The same as --output json."))},
        {QStringLiteral("list"),
         testOptionText(QT_TRANSLATE_NOOP("Command", "Print what would run, and run nothing."))},
    });
    parser.addOption(noHistoryOption());
    parser.addOption(outputOption());
}

Result<TestOptions> readTestOptions(const QCommandLineParser &parser)
{
    TestOptions options;
    options.paths = parser.positionalArguments();
    options.tags = listOf(parser, "tag");
    if (parser.isSet(QStringLiteral("workspace")))
        options.workspace = parser.value(QStringLiteral("workspace"));
    auto columns = columnsOf(parser);
    if (!columns)
        return tl::make_unexpected(columns.error());
    options.columns = std::move(*columns);
    const auto parallel = countOf(parser, "parallel", FixturePlan::MostParallel);
    if (!parallel)
        return tl::make_unexpected(parallel.error());
    options.parallel = parallel->value_or(1);
    const auto repeat = countOf(parser, "repeat", FixturePlan::MostRepeats);
    if (!repeat)
        return tl::make_unexpected(repeat.error());
    options.repeat = *repeat;
    const Result<IsolationChoice> isolation = isolationOf(parser);
    if (!isolation)
        return tl::make_unexpected(isolation.error());
    options.isolation = *isolation;
    const Result<OutputFormat> format = outputFormat(parser);
    if (!format)
        return tl::make_unexpected(format.error());
    options.format = parser.isSet(QStringLiteral("json")) ? OutputFormat::Json : *format;
    options.junitFile = parser.value(QStringLiteral("junit"));
    if (const Result<void> target = checkTargetFile("junit", options.junitFile); !target)
        return tl::make_unexpected(target.error());
    options.budgets = parser.isSet(QStringLiteral("enforce-budgets")) ? BudgetRule::Enforced
                                                                      : BudgetRule::AsStated;
    options.stopsAtFailure = parser.isSet(QStringLiteral("fail-fast"));
    options.watches = parser.isSet(QStringLiteral("watch"));
    options.acceptsGolden = parser.isSet(QStringLiteral("accept-golden"));
    options.onlyLists = parser.isSet(QStringLiteral("list"));
    return options;
}

} // namespace coldframe::cli
