// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/fixturescontroller.h"

#include "core/events/eventmutation.h"
#include "core/fixtures/redaction.h"
#include "gui/app/later.h"
#include "gui/fixtures/fixturespanel.h"
#include "gui/fixtures/savefixturedialog.h"
#include "wording/fixturereporttext.h"
#include "wording/fixturetext.h"
#include "wording/mutationtext.h"

#include <nlohmann/json.hpp>

#include <QFileInfo>
#include <QRegularExpression>

#include <utility>

namespace coldframe {

using namespace std::chrono_literals;

namespace {

QString fileNameFor(QString name)
{
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9._-]+"));
    return name.replace(odd, QStringLiteral("-"));
}

} // namespace

FixturesController::FixturesController(Invoker &invoker, const Clock &clock,
                                       Surroundings surroundings, FixturesPanel &panel,
                                       QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
    , m_surroundings(std::move(surroundings))
    , m_panel(panel)
    , m_runner(invoker, clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &FixturesController::list);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FixturesController::refresh);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FixturesController::refresh);

    m_panel.setDocuments([this](const FixtureResult &result, const Finding &finding) {
        return documents(result, finding);
    });
    connect(&m_panel, &FixturesPanel::runRequested, this, &FixturesController::run);
    connect(&m_panel, &FixturesPanel::stopRequested, this, &FixturesController::stop);
    connect(&m_panel, &FixturesPanel::editRequested, this, &FixturesController::edit);
    connect(&m_panel, &FixturesPanel::acceptGoldenRequested, this,
            &FixturesController::acceptGolden);
    connect(&m_panel, &FixturesPanel::showRunRequested, this,
            &FixturesController::showRunRequested);
    connect(&m_panel, &FixturesPanel::expectationsRequested, this,
            &FixturesController::editExpectations);
    connect(&m_panel, &FixturesPanel::eventRequested, this, &FixturesController::showEvent);

    connect(&m_runner, &FixtureRunner::started, this,
            [this](std::size_t fixture, std::size_t column) {
                m_panel.start(m_planFiles[fixture], column);
            });
    connect(&m_runner, &FixtureRunner::finished, &m_panel, &FixturesPanel::finish);
    connect(&m_runner, &FixtureRunner::ran, this, &FixturesController::ran);
    connect(&m_runner, &FixtureRunner::progressed, &m_panel, &FixturesPanel::showProgress);
}

void FixturesController::setWorkspace(const QString &directory)
{
    stop();
    m_ran.clear();
    m_mutations.clear();
    m_store.emplace(directory);
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_panel.showFixtures();
    m_panel.setFixtures({});
    list();
}

void FixturesController::refresh()
{
    m_soon.start();
}

void FixturesController::list()
{
    if (!m_store)
        return;
    const auto isNewest = [this, listing = ++m_listing] { return listing == m_listing; };
    whenDone(later([store = *m_store] { return store.list(); }), this,
             [this, isNewest](const Result<std::vector<FixtureEntry>> &entries) {
                 if (!isNewest())
                     return;
                 if (!entries)
                     return Q_EMIT failed(entries.error());
                 whenDone(m_store->labels(*entries), this,
                          [this, isNewest,
                           entries = *entries](const Result<std::vector<FixtureLabels>> &labels) {
                              if (isNewest() && labels)
                                  takeEntries(entries, *labels);
                          });
             });
}

void FixturesController::takeEntries(const std::vector<FixtureEntry> &entries,
                                     const std::vector<FixtureLabels> &labels)
{
    m_entries = entries;
    std::vector<FixtureItem> items;
    items.reserve(entries.size());
    QStringList folders;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const FixtureEntry &entry = entries[i];
        items.push_back({entry.name, entry.file, labels[i].description, labels[i].group,
                         labels[i].tags, entry.hasSidecar, labels[i].isReadable});
        folders.append(QFileInfo(m_store->workspaceDirectory() + u'/' + entry.file).path());
    }
    folders.removeDuplicates();
    for (const QString &known : m_watcher.directories())
        folders.removeOne(known);
    if (!folders.isEmpty())
        m_watcher.addPaths(folders);
    m_panel.setFixtures(std::move(items));
}

void FixturesController::run(const QStringList &files, const std::vector<FixtureColumn> &columns)
{
    if (!m_store || isRunning())
        return;
    std::optional<FixturePlan> plan = m_surroundings();
    if (!plan)
        return;
    if (m_panel.showsMutations()) {
        for (const QString &name : files)
            plan->fixtures.push_back({name, mutation(name)});
        return runPlan(std::move(*plan), files, columns);
    }
    // Reading them may take long, and edits of the last moment count.
    m_panel.begin(files);
    m_isReading = true;
    Q_EMIT runningChanged(true);
    const auto isStopped = [this, reading = ++m_reading] { return reading != m_reading; };
    std::vector<FixtureEntry> entries;
    for (const QString &file : files)
        entries.push_back({QFileInfo(file).completeBaseName(), file, true});
    whenDone(later([store = *m_store, entries] {
                 return Result<std::vector<PlannedFixture>>(loadFixtures(store, entries));
             }),
             this,
             [this, plan = *plan, files, columns,
              isStopped](const Result<std::vector<PlannedFixture>> &fixtures) mutable {
                 if (isStopped())
                     return;
                 m_isReading = false;
                 plan.fixtures = *fixtures;
                 runPlan(std::move(plan), files, columns);
             });
}

void FixturesController::runPlan(FixturePlan plan, const QStringList &files,
                                 const std::vector<FixtureColumn> &columns)
{
    plan.workspaceDirectory = m_store->workspaceDirectory();
    plan.columns = columns;
    plan.parallel = m_panel.parallel();
    plan.prices = m_prices;
    m_planFiles.assign(files.begin(), files.end());
    for (PlannedFixture &planned : plan.fixtures) {
        if (planned.loaded && planned.loaded->fixture.function.isEmpty())
            planned.loaded->fixture.function = m_function;
        if (planned.loaded)
            m_ran.insert_or_assign(planned.file, planned.loaded->fixture);
    }
    m_panel.begin(files);
    Q_EMIT runningChanged(true);
    whenDone(m_runner.run(std::move(plan)), this,
             [this](const Result<TestReport> &report) { onReport(report); });
}

void FixturesController::stop()
{
    if (std::exchange(m_isReading, false)) {
        ++m_reading;
        m_panel.end({});
        Q_EMIT runningChanged(false);
    }
    m_runner.cancel();
}

void FixturesController::onReport(const Result<TestReport> &report)
{
    if (report) {
        m_panel.end(testCountsText(report->totals(), report->columns.size()));
        const QStringList standIns = otherVersionTexts(report->results);
        if (!standIns.isEmpty())
            m_panel.tell(standIns.join(u' '));
    } else {
        m_panel.end({});
        Q_EMIT failed(report.error());
    }
    Q_EMIT runningChanged(false);
}

void FixturesController::edit(const FixtureEdit &edit)
{
    if (!m_store)
        return;
    const auto tell = [this](const auto &result) {
        if (!result)
            Q_EMIT failed(result.error());
        list();
    };
    switch (edit.kind) {
    case FixtureEdit::Kind::Duplicate:
        return tell(m_store->duplicate(edit.file, edit.name));
    case FixtureEdit::Kind::Rename:
        return tell(m_store->rename(edit.file, edit.name));
    case FixtureEdit::Kind::Remove:
        return tell(m_store->remove(edit.file));
    case FixtureEdit::Kind::Labels: {
        const auto grouped = m_store->setGroup(edit.file, edit.group);
        return grouped ? tell(m_store->setTags(edit.file, edit.tags)) : tell(grouped);
    }
    case FixtureEdit::Kind::Keep: {
        const LoadedFixture made = mutation(edit.file);
        Fixture fixture = made.fixture;
        fixture.name = edit.name;
        fixture.file.clear();
        const auto kept = m_store->create(std::move(fixture), made.event);
        if (kept) {
            m_panel.tell(tr("Kept as %1.").arg(kept->fixture.file));
            Q_EMIT saved(m_store->workspaceDirectory() + u'/' + kept->fixture.file);
        }
        return tell(kept);
    }
    }
}

void FixturesController::acceptGolden(const QString &file, std::size_t column)
{
    const FixtureResult *result = m_panel.result(file, column);
    if (!m_store || !result || !result->record)
        return;
    const Result<LoadedFixture> loaded = m_store->load(file);
    const Result<LoadedFixture> accepted
        = loaded ? coldframe::acceptGolden(*m_store, *loaded, *result->record) : loaded;
    if (!accepted)
        return Q_EMIT failed(accepted.error());
    m_panel.tell(tr("%1 expects this response from now on. Run it again to see it pass.")
                     .arg(accepted->fixture.name));
    list();
}

void FixturesController::editExpectations(const QString &file)
{
    if (!m_store)
        return;
    const QString path = m_store->workspaceDirectory() + u'/' + sidecarOf(file);
    if (!QFileInfo::exists(path)) {
        Result<LoadedFixture> loaded = m_store->load(file);
        if (!loaded)
            return Q_EMIT failed(loaded.error());
        // A beginning that can be read and edited: it expects what is expected anyway.
        loaded->fixture.expect.status = InvocationStatus::Succeeded;
        if (const auto written = m_store->save(*loaded); !written)
            return Q_EMIT failed(written.error());
        list();
    }
    Q_EMIT fileRequested(path);
}

void FixturesController::showEvent(const QString &file)
{
    if (m_panel.showsMutations()) {
        if (const auto made = m_mutations.find(file); made != m_mutations.end())
            Q_EMIT eventRequested(made->second, file);
    } else if (m_store && !file.isEmpty()) {
        Q_EMIT eventFileRequested(m_store->workspaceDirectory() + u'/' + file);
    }
}

void FixturesController::saveRun(const InvocationRecord &record, const QString &eventName)
{
    if (!m_store)
        return;
    const Result<OrderedJson> event = parseJson(record.event);
    const QStringList secrets = event ? redactSecrets(*event).pointers : QStringList();
    const QString proposal = eventName.isEmpty() ? record.function.name : eventName;
    auto *dialog = new SaveFixtureDialog(record, m_store->freeName(fileNameFor(proposal)), secrets,
                                         m_panel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, record] {
        const Result<SavedRun> run
            = m_store->saveFromRun(record, dialog->name(), dialog->options());
        if (!run)
            return Q_EMIT failed(run.error());
        Q_EMIT saved(m_store->workspaceDirectory() + u'/' + run->fixture.fixture.file);
        m_panel.showFixtures();
        list();
    });
    dialog->open();
}

Result<void> FixturesController::mutate(const QByteArray &event, const QString &name,
                                        const QString &function)
{
    const Result<OrderedJson> json = parseJson(event);
    if (!json)
        return tl::make_unexpected(json.error());
    m_mutations.clear();
    m_mutatedFunction = function;
    m_mutatedEvent = name;
    std::vector<FixtureItem> items;
    for (const EventMutation &mutation : mutateEvent(*json)) {
        m_mutations.emplace(mutation.name, writeJson(*mutation.event, JsonLayout::Indented));
        items.push_back(
            {mutation.name, mutation.name, mutationText(mutation), {}, {}, false, true});
    }
    m_panel.showMutations(std::move(items), name);
    return {};
}

LoadedFixture FixturesController::mutation(const QString &name) const
{
    LoadedFixture made;
    made.fixture.name = name;
    made.fixture.file = name;
    made.fixture.function = m_mutatedFunction;
    made.fixture.tags = {QStringLiteral("mutation")};
    made.fixture.description
        = m_mutatedEvent.isEmpty() ? name : QStringLiteral("%1: %2").arg(m_mutatedEvent, name);
    if (const auto event = m_mutations.find(name); event != m_mutations.end())
        made.event = event->second;
    return made;
}

ComparedDocuments FixturesController::documents(const FixtureResult &result,
                                                const Finding &finding) const
{
    const auto ran = m_ran.find(result.file);
    if (!result.record || ran == m_ran.end())
        return comparedValues(finding);
    return comparedDocuments(finding, ran->second, *result.record);
}

} // namespace coldframe

#include "moc_fixturescontroller.cpp"
