// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/invoker/invokertest.h"

#include <QByteArrayList>
#include <QMetaType>
#include <QObject>
#include <QTcpServer>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <vector>

namespace coldframe::test {

/// What happens in a row: programs in Python that speak with the platform, see
/// scenario/lambda_platform.py, and the events that are sent.
struct Scenario
{
    QByteArray runtime = {}; ///< of the runtime; when it ends, an ordinary runtime goes on
    std::map<QString, QByteArray> extensions = {}; ///< of external extensions, by name
    QByteArrayList events = {"{}"}; ///< one after another; <id1> stands for the first request id
    RequestChange change = {}; ///< of the function or the request
    bool recycles = false; ///< ends the environment after the last event
};

/// What a synchronous caller got.
struct Outcome
{
    InvocationStatus status = InvocationStatus::Succeeded;
    QByteArray response = {}; ///< a pattern, see textpattern.h
    QString errorType = {};
};

Outcome succeeded(const QByteArray &response);
Outcome failed(const char *errorType, const QByteArray &response);
Outcome timedOut(const QByteArray &response);

/// Empty when a record is as expected, else what is not.
QString outcomeDifference(const InvocationRecord &record, const Outcome &outcome,
                          const QByteArrayList &requestIds);

/// What a row should see.
struct Expected
{
    QByteArray shown = {}; ///< patterns of the lines that the programs show, all of them
    std::vector<Outcome> outcomes = {}; ///< of the events
    QByteArray log = {}; ///< patterns of log lines in order, perhaps with others between
};

/// Runs scenarios on a LocalInvoker. Programs show their lines through a port of this object.
class ScenarioTest
{
public:
    ScenarioTest();
    ~ScenarioTest();

    ScenarioTest(const ScenarioTest &) = delete;
    ScenarioTest &operator=(const ScenarioTest &) = delete;

    LocalInvoker &invoker() { return m_invoker.invoker(); }

    /// Makes the folders of a scenario's function; the request is the one of its first event.
    InvocationRequest prepare(const Scenario &scenario);

    /// Runs one request and waits for its end.
    Result<InvocationRecord> run(InvocationRequest request);

    /// Runs all events of a scenario. Empty when everything was as expected, else what was not.
    QString difference(const Scenario &scenario, const Expected &expected);

    /// The lines that programs have shown since prepare().
    const QByteArrayList &shown() const { return m_shown; }

    /// Waits until there are so many lines, at most 20 seconds.
    bool waitForShown(qsizetype count);

    /// The folder of the last scenario's function.
    QString folder() const;

    /// The records of the last difference().
    const std::vector<InvocationRecord> &records() const { return m_records; }

    /// The address that programs show their lines to.
    QString address() const;

    /// Ends every environment and waits until there is none.
    void recycle();

private:
    void takeConnection();

    InvokerTest m_invoker;
    QTcpServer m_server;
    QByteArrayList m_shown;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<InvocationRecord> m_records;
    std::vector<EnvironmentDescription> m_environments;
};

/// Writes a file with the permissions of one that can be executed or read.
void writeFile(const QString &path, const QByteArray &text, bool isProgram = false);

/// Why scenarios can't run here; empty when they can.
QString reasonToSkipScenarios();

/// Why bubblewrap can't be used here; empty when it can.
QString reasonToSkipIsolation();

} // namespace coldframe::test

Q_DECLARE_METATYPE(coldframe::test::Scenario)
Q_DECLARE_METATYPE(coldframe::test::Expected)

/// The reason names what is missing, for example Python.
#define SKIP_WITHOUT_SCENARIOS                                                                     \
    if (const QString reason = coldframe::test::reasonToSkipScenarios(); !reason.isEmpty())        \
    QSKIP(qPrintable(reason))

/// Runs the row's scenario and compares.
#define CHECK_SCENARIO(runner)                                                                     \
    SKIP_WITHOUT_SCENARIOS;                                                                        \
    QFETCH(const coldframe::test::Scenario, scenario);                                             \
    QFETCH(const coldframe::test::Expected, expected);                                             \
    if (const QString text = (runner).difference(scenario, expected); !text.isEmpty())             \
    QFAIL(qPrintable(text))

#define SCENARIO_COLUMNS                                                                           \
    QTest::addColumn<coldframe::test::Scenario>("scenario");                                       \
    QTest::addColumn<coldframe::test::Expected>("expected")

#define SKIP_WITHOUT_ISOLATION                                                                     \
    if (const QString reason = coldframe::test::reasonToSkipIsolation(); !reason.isEmpty())        \
    QSKIP(qPrintable(reason))
