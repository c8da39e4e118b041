// SPDX-License-Identifier: GPL-3.0-or-later
// What `history` changes, and how it is moved.
#include "cli/historyoptions.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <ostream>

namespace coldframe::cli {

namespace {

QString editText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

/// An option that says no more than that it is given.
QCommandLineOption flag(const char *name, const QString &description)
{
    return {QLatin1String(name), description};
}

/// A device that writes into a stream.
class StreamDevice final : public QIODevice
{
public:
    explicit StreamDevice(std::ostream &stream)
        : m_stream(stream)
    {
        open(QIODevice::WriteOnly);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        return m_stream.write(data, size) ? size : -1;
    }

private:
    std::ostream &m_stream;
};

/// One that reads from a stream, whole lines at once.
class LineDevice final : public QIODevice
{
public:
    explicit LineDevice(std::istream &stream)
        : m_stream(stream)
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }
    bool atEnd() const override
    {
        return bytesAvailable() == 0 && m_stream.peek() == std::istream::traits_type::eof();
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        m_stream.read(data, size);
        return m_stream.gcount();
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::istream &m_stream;
};

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar each) { return each.category() == QChar::Other_Control; });
}

void tellCount(const QString &sentence, qint64 count, const Surroundings &surroundings)
{
    surroundings.err << sentence.arg(count).toStdString() << std::endl;
}

Result<qint64> exportTo(const QString &path, const RunStore &store, const RunQuery &query,
                        const Surroundings &surroundings)
{
    if (path == QStringLiteral("-")) {
        StreamDevice out(surroundings.out);
        Result<qint64> count = store.exportLines(out, query);
        surroundings.out.flush();
        return count;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    Result<qint64> count = store.exportLines(file, query);
    if (count && !file.commit())
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    return count;
}

} // namespace

ExitStatus runHistoryTag(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        editText(QT_TRANSLATE_NOOP("Command",
                                   "Give a run a tag. Runs with tags are the last ones to go when "
                                   "the history is full.")));
    addHistoryWorkspace(parser);
    parser.addOption(
        flag("remove", editText(QT_TRANSLATE_NOOP("Command", "Take the tag away instead."))));
    if (const auto over
        = parse(parser, QStringLiteral("history tag ID NAME [OPTIONS]"), arguments, surroundings))
        return *over;
    const QStringList words = parser.positionalArguments();
    const QString name = words.value(1).trimmed();
    if (words.size() != 2 || name.isEmpty())
        return fail(editText(QT_TRANSLATE_NOOP("Command", "Give the ID of a run and a NAME.")),
                    surroundings);
    const bool removes = parser.isSet(QStringLiteral("remove"));
    if (!removes && hasControlCharacter(name))
        return fail(editText(QT_TRANSLATE_NOOP("Command",
                                               "The NAME has a control character, such as the end "
                                               "of a line. Give one without.")),
                    surroundings);
    Result<RunStore> store = openHistoryToChange(parser, RunStore::Missing::Refuse);
    if (!store)
        return fail(store.error(), surroundings);
    const Result<void> done = runNamed(*store, words[0]).and_then([&](RunId id) {
        if (!removes)
            return store->addTag(id, name);
        return store->removeTag(id, words[1]).and_then([&] { return store->removeTag(id, name); });
    });
    return done ? ExitStatus::Succeeded : fail(done.error(), surroundings);
}

ExitStatus runHistoryBaseline(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(editText(QT_TRANSLATE_NOOP(
        "Command",
        "Make runs the baseline of their functions, instead of what was it before: those with the "
        "given IDs, or the last ones of a function. Five of a kind, warm or cold, are needed at "
        "least.")));
    addHistoryWorkspace(parser);
    parser.addOptions({
        {QStringLiteral("function"),
         editText(QT_TRANSLATE_NOOP("Command", "The function whose last runs are the baseline.")),
         QStringLiteral("name")},
        {QStringLiteral("limit"),
         editText(QT_TRANSLATE_NOOP("Command", "How many of its last runs.")),
         QStringLiteral("count"), QStringLiteral("20")},
        flag("clear",
             editText(QT_TRANSLATE_NOOP("Command", "Leave the function without a baseline."))),
    });
    if (const auto over = parse(parser, QStringLiteral("history baseline [ID]... [OPTIONS]"),
                                arguments, surroundings))
        return *over;
    const QStringList names = parser.positionalArguments();
    const QString function = parser.value(QStringLiteral("function"));
    const bool clears = parser.isSet(QStringLiteral("clear"));
    if (names.isEmpty() == function.isEmpty() || (clears && function.isEmpty()))
        return fail(
            editText(QT_TRANSLATE_NOOP("Command", "Give either IDs of runs or --function.")),
            surroundings);
    const Result<int> limit = limitOf(parser);
    if (!limit)
        return fail(limit.error(), surroundings);
    Result<RunStore> store = openHistoryToChange(parser, RunStore::Missing::Refuse);
    if (!store)
        return fail(store.error(), surroundings);
    if (clears) {
        const Result<void> cleared = store->clearBaseline(function);
        return cleared ? ExitStatus::Succeeded : fail(cleared.error(), surroundings);
    }
    Result<std::vector<RunId>> ids = runsNamed(*store, names);
    if (ids && names.isEmpty()) {
        RunQuery last;
        last.function = function;
        last.status = {InvocationStatus::Succeeded};
        last.limit = *limit;
        const auto runs = store->query(last);
        if (!runs)
            return fail(runs.error(), surroundings);
        if (runs->empty())
            return fail(Error{Error::Code::NotFound, function}, surroundings);
        for (const RunSummary &run : *runs)
            ids->push_back(run.id);
    }
    const Result<void> done
        = ids.and_then([&](const std::vector<RunId> &runs) { return store->setBaseline(runs); });
    if (!done)
        return fail(done.error(), surroundings);
    tellCount(editText(QT_TRANSLATE_NOOP("Command", "Runs of the baseline: %1")),
              static_cast<qint64>(ids->size()), surroundings);
    return ExitStatus::Succeeded;
}

ExitStatus runHistoryExport(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(editText(QT_TRANSLATE_NOOP(
        "Command",
        "Write runs as lines of JSON, the oldest first, into FILE or, with -, to standard output. "
        "Values of environment variables are not among them, but events, responses and logs "
        "are.")));
    addHistoryWorkspace(parser);
    addHistoryFilter(parser);
    if (const auto over
        = parse(parser, QStringLiteral("history export FILE [OPTIONS]"), arguments, surroundings))
        return *over;
    if (parser.positionalArguments().size() != 1)
        return fail(editText(QT_TRANSLATE_NOOP("Command",
                                               "Give one FILE to write, or - for standard "
                                               "output.")),
                    surroundings);
    const Result<RunQuery> query = historyFilter(parser);
    if (!query)
        return fail(query.error(), surroundings);
    const Result<qint64> count = openHistory(parser).and_then([&](const RunStore &store) {
        return exportTo(parser.positionalArguments().first(), store, *query, surroundings);
    });
    if (!count)
        return fail(count.error(), surroundings);
    tellCount(editText(QT_TRANSLATE_NOOP("Command", "Runs written: %1")), *count, surroundings);
    return ExitStatus::Succeeded;
}

ExitStatus runHistoryImport(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(editText(QT_TRANSLATE_NOOP(
        "Command",
        "Add the runs of FILE, or with - of standard input, to the history. Those that it has are "
        "left out; a line that is wrong leaves all of them out.")));
    addHistoryWorkspace(parser);
    if (const auto over
        = parse(parser, QStringLiteral("history import FILE [OPTIONS]"), arguments, surroundings))
        return *over;
    if (parser.positionalArguments().size() != 1)
        return fail(editText(QT_TRANSLATE_NOOP("Command",
                                               "Give one FILE to read, or - for standard input.")),
                    surroundings);
    const QString path = parser.positionalArguments().first();
    QFile file(path);
    LineDevice in(surroundings.in);
    if (path != QStringLiteral("-") && !file.open(QIODevice::ReadOnly))
        return fail(Error{file.exists() ? Error::Code::Unreadable : Error::Code::NotFound,
                          QStringLiteral("%1: %2").arg(path, file.errorString())},
                    surroundings);
    QIODevice &from = path == QStringLiteral("-") ? static_cast<QIODevice &>(in) : file;
    const Result<ImportedRuns> imported
        = openHistoryToChange(parser, RunStore::Missing::Make).and_then([&](RunStore store) {
              return store.importLines(from);
          });
    if (!imported)
        return fail(imported.error(), surroundings);
    tellCount(editText(QT_TRANSLATE_NOOP("Command", "Runs added: %1")), imported->imported,
              surroundings);
    if (imported->known > 0)
        tellCount(editText(QT_TRANSLATE_NOOP("Command", "Runs that were there already: %1")),
                  imported->known, surroundings);
    return ExitStatus::Succeeded;
}

ExitStatus runHistoryRemove(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        editText(QT_TRANSLATE_NOOP("Command", "Remove single runs from the history.")));
    addHistoryWorkspace(parser);
    if (const auto over
        = parse(parser, QStringLiteral("history remove ID... [OPTIONS]"), arguments, surroundings))
        return *over;
    if (parser.positionalArguments().isEmpty())
        return fail(editText(QT_TRANSLATE_NOOP("Command", "Give the IDs of runs.")), surroundings);
    Result<RunStore> store = openHistoryToChange(parser, RunStore::Missing::Refuse);
    if (!store)
        return fail(store.error(), surroundings);
    const Result<qint64> removed
        = runsNamed(*store, parser.positionalArguments())
              .and_then([&](const std::vector<RunId> &ids) { return store->remove(ids); });
    if (!removed)
        return fail(removed.error(), surroundings);
    tellCount(editText(QT_TRANSLATE_NOOP("Command", "Runs removed: %1")), *removed, surroundings);
    return ExitStatus::Succeeded;
}

ExitStatus runHistoryClear(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        editText(QT_TRANSLATE_NOOP("Command", "Remove all runs from the history.")));
    addHistoryWorkspace(parser);
    parser.addOption(flag(
        "force", editText(QT_TRANSLATE_NOOP("Command", "Needed, because there is no way back."))));
    if (const auto over
        = parse(parser, QStringLiteral("history clear --force"), arguments, surroundings))
        return *over;
    if (const QStringList words = parser.positionalArguments(); !words.isEmpty())
        return fail(
            editText(QT_TRANSLATE_NOOP("Command", "history clear takes no argument, got \"%1\"."))
                .arg(words.first()),
            surroundings);
    if (!parser.isSet(QStringLiteral("force")))
        return fail(editText(QT_TRANSLATE_NOOP("Command",
                                               "Nothing was removed: say --force when all runs are "
                                               "to go.")),
                    surroundings);
    const Result<QString> folder = historyFolderToChange(parser);
    if (!folder)
        return fail(folder.error(), surroundings);
    const QString file = RunStore::fileOf(*folder);
    const Result<qint64> cleared
        = RunStore::open(file, RunStore::Missing::Refuse).and_then([](RunStore store) {
              return store.count().and_then(
                  [&store](qint64 count) { return store.clear().map([count] { return count; }); });
          });
    if (!cleared)
        return fail(cleared.error(), surroundings);
    surroundings.err << editText(QT_TRANSLATE_NOOP("Command", "Runs removed from %1: %2"))
                            .arg(file, QString::number(*cleared))
                            .toStdString()
                     << std::endl;
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
