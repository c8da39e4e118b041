// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/fixtures/compareddocuments.h"
#include "core/fixtures/fixturerunner.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <functional>
#include <map>

namespace coldframe {

class FixturesPanel;
struct FixtureEdit;

/// Lists, runs and edits the fixtures of the folder that is open.
class FixturesController final : public QObject
{
    Q_OBJECT

public:
    /// What a run takes over from the window: functions, isolation and emulation. Nothing when the
    /// code could not be saved.
    using Surroundings = std::function<std::optional<FixturePlan>()>;

    /// All outlive the controller, whose end stops what runs.
    FixturesController(Invoker &invoker, const Clock &clock, Surroundings surroundings,
                       FixturesPanel &panel, QObject *parent = nullptr);

    void setWorkspace(const QString &directory);
    void setPriceBook(const PriceBook &book) { m_prices = book; }

    /// What runs fixtures that name no function, where the folder has several.
    void setFunction(const QString &name) { m_function = name; }

    /// Reads the folder again, soon.
    void refresh();

    bool isRunning() const { return m_isReading || m_runner.isRunning(); }
    void stop();

    /// Asks for a name and saves what the record's event leads to.
    void saveRun(const InvocationRecord &record, const QString &eventName);

    /// Shows broken and extreme events made of this one; InvalidJson when it is none.
    Result<void> mutate(const QByteArray &event, const QString &name, const QString &function);

Q_SIGNALS:
    void runningChanged(bool running);
    /// An invocation of a fixture has ended; its event's file, relative to the workspace.
    void ran(const coldframe::InvocationRecord &record, const QString &file);
    void showRunRequested(const coldframe::InvocationRecord &record);
    void eventRequested(const QByteArray &event, const QString &name);
    void eventFileRequested(const QString &path);
    void fileRequested(const QString &path);
    void saved(const QString &path); ///< an event file of the workspace is new
    void failed(const coldframe::Error &error);

private:
    void list();
    void takeEntries(const std::vector<FixtureEntry> &entries,
                     const std::vector<FixtureLabels> &labels);
    void run(const QStringList &files, const std::vector<FixtureColumn> &columns);
    void runPlan(FixturePlan plan, const QStringList &files,
                 const std::vector<FixtureColumn> &columns);
    void onReport(const Result<TestReport> &report);
    void edit(const FixtureEdit &edit);
    void acceptGolden(const QString &file, std::size_t column);
    void editExpectations(const QString &file);
    void showEvent(const QString &file);
    ComparedDocuments documents(const FixtureResult &result, const Finding &finding) const;
    LoadedFixture mutation(const QString &name) const;

    Invoker &m_invoker;
    Surroundings m_surroundings;
    FixturesPanel &m_panel;
    FixtureRunner m_runner;
    std::optional<FixtureStore> m_store;
    std::optional<PriceBook> m_prices;
    std::vector<FixtureEntry> m_entries;
    std::map<QString, Fixture> m_ran; ///< by file: as they were when they ran
    std::map<QString, QByteArray> m_mutations; ///< events by name, while they are shown
    QString m_function;
    QString m_mutatedFunction;
    QString m_mutatedEvent;
    std::vector<QString> m_planFiles; ///< of the plan that runs
    int m_listing = 0; ///< counts the times that the folder was read
    bool m_isReading = false; ///< what is to run
    int m_reading = 0; ///< counts the times that it was read, or was not to be
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
};

} // namespace coldframe
