// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/historycontroller.h"

#include "core/base/async.h"
#include "core/history/trend.h"
#include "core/project/owndirectory.h"
#include "gui/app/later.h"
#include "gui/history/historypanel.h"

#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

#include <limits>

namespace coldframe {

namespace {

constexpr std::chrono::milliseconds newerPause{100};
constexpr int trendLength = 500; // runs

/// What the panel lists of a history.
struct HistoryPage
{
    std::vector<RunSummary> runs;
    bool hasMore = false;
    qint64 total = 0;
    QStringList functions;
};

/// A folder without a history has no runs.
bool isMissing(const Result<RunStore> &store)
{
    return !store && store.error().code == Error::Code::NotFound;
}

Result<HistoryPage> pageOf(const QString &file, const RunQuery &query)
{
    const Result<RunStore> store = RunStore::open(file, RunStore::Missing::Refuse);
    if (isMissing(store))
        return HistoryPage();
    if (!store)
        return tl::make_unexpected(store.error());
    HistoryPage page;
    Result<std::vector<RunSummary>> runs = store->query(query);
    const Result<qint64> total = store->count();
    const Result<QStringList> functions = store->functionNames();
    if (!runs || !total || !functions)
        return tl::make_unexpected(!runs        ? runs.error()
                                       : !total ? total.error()
                                                : functions.error());
    page.runs = std::move(*runs);
    page.hasMore = page.runs.size() == static_cast<std::size_t>(query.limit);
    page.total = *total;
    page.functions = *functions;
    return page;
}

Result<std::vector<RunSummary>> trendFrom(const QString &file, const QString &function)
{
    const Result<RunStore> store = RunStore::open(file, RunStore::Missing::Refuse);
    if (!store)
        return tl::make_unexpected(store.error());
    RunQuery query;
    query.function = function;
    query.status = {InvocationStatus::Succeeded};
    return trendRuns(*store, query, trendLength);
}

Result<qint64> exportRuns(const QString &file, const RunQuery &query, const QString &path)
{
    const Result<RunStore> store = RunStore::open(file, RunStore::Missing::Refuse);
    if (!store)
        return tl::make_unexpected(store.error());
    QSaveFile to(path);
    if (!to.open(QIODevice::WriteOnly))
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(path, to.errorString()));
    Result<qint64> count = store->exportLines(to, query);
    if (count && !to.commit())
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(path, to.errorString()));
    return count;
}

Result<ImportedRuns> importRuns(const QString &directory, const QString &path)
{
    QFile from(path);
    if (!from.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable,
                       QStringLiteral("%1: %2").arg(path, from.errorString()));
    return provideOwnDirectory(directory)
        .and_then([&](const QString &) { return RunStore::open(RunStore::fileOf(directory)); })
        .and_then([&](RunStore store) { return store.importLines(from); });
}

} // namespace

HistoryController::HistoryController(HistoryPanel &panel, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
{
    m_newer.setSingleShot(true);
    m_newer.setInterval(newerPause);
    connect(&m_newer, &QTimer::timeout, this, &HistoryController::listNewer);
    join();
}

HistoryController::~HistoryController() = default;

void HistoryController::join()
{
    connect(&m_panel, &HistoryPanel::queryChanged, this, &HistoryController::list);
    connect(&m_panel, &HistoryPanel::moreRequested, this, &HistoryController::listMore);
    connect(&m_panel, &HistoryPanel::trendRequested, this, &HistoryController::showTrend);
    connect(&m_panel, &HistoryPanel::showRequested, this, [this](RunId id) {
        withRun(id, [this](const StoredRun &run) { Q_EMIT showRequested(run.record); });
    });
    connect(&m_panel, &HistoryPanel::rerunRequested, this, [this](RunId id) {
        withRun(id, [this](const StoredRun &run) {
            Q_EMIT rerunRequested(run.record, run.metadata.eventName);
        });
    });
    connect(&m_panel, &HistoryPanel::baselineRequested, this,
            [this](const std::vector<RunId> &ids) {
                change([ids](RunStore &store) { return store.setBaseline(ids); });
            });
    connect(&m_panel, &HistoryPanel::clearBaselineRequested, this, [this](const QString &function) {
        change([function](RunStore &store) { return store.clearBaseline(function); });
    });
    connect(&m_panel, &HistoryPanel::removeRequested, this, &HistoryController::askToRemove);
    connect(&m_panel, &HistoryPanel::exportRequested, this, &HistoryController::askForExport);
    connect(&m_panel, &HistoryPanel::importRequested, this, &HistoryController::askForImport);
}

QString HistoryController::file() const
{
    return RunStore::fileOf(m_directory);
}

void HistoryController::setWorkspace(const QString &directory)
{
    if (directory == m_directory)
        return;
    endRecorder();
    m_directory = directory;
    list();
}

void HistoryController::setSettings(const HistorySettings &settings)
{
    const bool isOtherSize = settings.limitMegabytes != m_settings.limitMegabytes;
    m_settings = settings;
    m_panel.setRecording(settings.keepsRuns);
    if (m_recorder)
        m_recorder->setSizeLimit(settings.sizeLimitBytes());
    if (isOtherSize && !m_directory.isEmpty() && QFile::exists(file()))
        keepSize();
}

void HistoryController::keepSize()
{
    // For the command line. Where it fails, the next run that is kept tries again.
    later([file = file(), bytes = m_settings.sizeLimitBytes()] {
        return RunStore::open(file, RunStore::Missing::Refuse).and_then([bytes](RunStore store) {
            return store.setWantedSize(bytes);
        });
    });
}

void HistoryController::endRecorder()
{
    if (!m_recorder)
        return;
    // Its end waits for the disk.
    m_recorder->disconnect();
    m_recorder->moveToThread(nullptr);
    later([recorder = std::shared_ptr<RunRecorder>(std::move(m_recorder))]() mutable {
        recorder.reset();
        return Result<void>();
    });
}

void HistoryController::record(const InvocationRecord &record, RunMetadata metadata)
{
    if (!m_settings.keepsRuns || m_directory.isEmpty())
        return;
    if (!m_recorder) {
        RunRecorder::Options options;
        options.workspaceDirectory = m_directory;
        options.sizeLimit = m_settings.sizeLimitBytes();
        m_recorder = std::make_unique<RunRecorder>(std::move(options));
        connect(m_recorder.get(), &RunRecorder::recorded, this, [this] {
            if (!m_newer.isActive())
                m_newer.start();
        });
        connect(m_recorder.get(), &RunRecorder::failed, this, &HistoryController::notKept);
    }
    m_recorder->record(record, std::move(metadata));
}

void HistoryController::list()
{
    if (m_directory.isEmpty())
        return;
    whenDone(later([file = file(), query = m_panel.query()] { return pageOf(file, query); }), this,
             [this, listing = ++m_listing](const Result<HistoryPage> &page) {
                 if (listing != m_listing)
                     return;
                 if (!page)
                     return Q_EMIT failed(page.error());
                 m_panel.setFunctions(page->functions);
                 m_panel.setRuns(page->runs, page->hasMore, page->total);
             });
}

void HistoryController::listMore(RunId before)
{
    RunQuery query = m_panel.query();
    query.after = before;
    whenDone(later([file = file(), query] { return pageOf(file, query); }), this,
             [this, listing = m_listing](const Result<HistoryPage> &page) {
                 if (listing == m_listing && page)
                     m_panel.model().append(page->runs, page->hasMore);
             });
}

void HistoryController::listNewer()
{
    const std::optional<RunId> newest = m_panel.model().newest();
    if (!newest)
        return list();
    RunQuery query = m_panel.query();
    query.newerThan = newest;
    whenDone(later([file = file(), query] { return pageOf(file, query); }), this,
             [this, newest, listing = m_listing](const Result<HistoryPage> &page) {
                 if (listing != m_listing || !page || m_panel.model().newest() != newest)
                     return;
                 if (page->hasMore) // more than a page: begin again
                     return list();
                 m_panel.setFunctions(page->functions);
                 m_panel.model().prepend(page->runs);
                 m_panel.setTotal(page->total);
                 if (const QString function = m_panel.currentFunction(); !function.isEmpty())
                     showTrend(function);
             });
}

void HistoryController::updateListed()
{
    const std::optional<RunId> oldest = m_panel.model().oldest();
    if (!oldest)
        return list();
    RunQuery query = m_panel.query();
    query.newerThan = *oldest - 1;
    query.limit = std::numeric_limits<int>::max();
    whenDone(later([file = file(), query] { return pageOf(file, query); }), this,
             [this, listing = m_listing](const Result<HistoryPage> &page) {
                 if (listing != m_listing)
                     return;
                 if (!page)
                     return Q_EMIT failed(page.error());
                 m_panel.setFunctions(page->functions);
                 m_panel.model().update(page->runs);
                 m_panel.setTotal(page->total);
                 if (const QString function = m_panel.currentFunction(); !function.isEmpty())
                     showTrend(function);
             });
}

void HistoryController::showTrend(const QString &function)
{
    whenDone(
        later([file = file(), function] { return trendFrom(file, function); }), this,
        [this, function, trending = ++m_trending](const Result<std::vector<RunSummary>> &runs) {
            if (trending == m_trending && runs)
                m_panel.setTrend(function, *runs);
        });
}

void HistoryController::withRun(RunId id, std::function<void(const StoredRun &)> use)
{
    whenDone(later([file = file(), id] {
                 return RunStore::open(file, RunStore::Missing::Refuse)
                     .and_then([id](const RunStore &store) { return store.load(id); });
             }),
             this, [this, use = std::move(use)](const Result<StoredRun> &run) {
                 if (run)
                     use(*run);
                 else
                     Q_EMIT failed(run.error());
             });
}

void HistoryController::change(std::function<Result<void>(RunStore &)> work)
{
    whenDone(later([file = file(), work = std::move(work)] {
                 return RunStore::open(file, RunStore::Missing::Refuse)
                     .and_then([&work](RunStore store) { return work(store); });
             }),
             this, [this](const Result<void> &done) {
                 if (!done)
                     Q_EMIT failed(done.error());
                 updateListed();
             });
}

void HistoryController::askToRemove(const std::vector<RunId> &ids)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete Runs"),
                                ids.size() == 1
                                    ? tr("Delete this run from the history?")
                                    : tr("Delete these %1 runs from the history?").arg(ids.size()),
                                QMessageBox::Cancel, &m_panel);
    box->setObjectName(QStringLiteral("removeRunsBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, ids] {
        change([ids](RunStore &store) { return store.remove(ids).map([](qint64) {}); });
    });
    box->open();
}

void HistoryController::askForExport()
{
    auto *dialog
        = new QFileDialog(&m_panel, tr("Export Runs"), m_directory, tr("Lines of JSON (*.jsonl)"));
    dialog->setObjectName(QStringLiteral("exportRunsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        whenDone(later([file = file(), query = m_panel.query(), path] {
                     return exportRuns(file, query, path);
                 }),
                 this, [this](const Result<qint64> &count) {
                     if (!count)
                         Q_EMIT failed(count.error());
                 });
    });
    dialog->open();
}

void HistoryController::askForImport()
{
    auto *dialog = new QFileDialog(&m_panel, tr("Import Runs"), m_directory,
                                   tr("Lines of JSON (*.jsonl);;All files (*)"));
    dialog->setObjectName(QStringLiteral("importRunsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        whenDone(later([directory = m_directory, path] { return importRuns(directory, path); }),
                 this, [this](const Result<ImportedRuns> &runs) {
                     if (runs)
                         Q_EMIT imported(*runs);
                     else
                         Q_EMIT failed(runs.error());
                     list();
                 });
    });
    dialog->open();
}

} // namespace coldframe

#include "moc_historycontroller.cpp"
