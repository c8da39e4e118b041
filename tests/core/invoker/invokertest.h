// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/localinvoker.h"

#include <QByteArrayList>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace coldframe::test {

/// A LocalInvoker with a cache of its own, on the handlers of tests/data/handlers.
class InvokerTest
{
public:
    InvokerTest();

    LocalInvoker &invoker() { return *m_invoker; }

    /// Runs one event and waits for its end.
    Result<InvocationRecord> run(InvocationRequest request);

    /// Ends the invoker with everything it runs.
    void endInvoker() { m_invoker.reset(); }

private:
    QTemporaryDir m_cache;
    std::unique_ptr<LocalInvoker> m_invoker;
};

/// "python" or "nodejs", its handler files and its isolation: what most tests run with.
struct Ground
{
    QString language;
    IsolationChoice isolation = IsolationChoice::None;
};

/// What tests without a row for each ground run on.
inline const Ground plainPython{QStringLiteral("python"), IsolationChoice::None};

/// How long a test waits for what takes a second or two, before it fails.
inline constexpr int patience = 60'000; // ms

/// Adds the column "ground" with a row for each language and isolation.
void addGrounds();

/// The same for one language alone.
void addGrounds(const QString &language);

/// Empty when the ground can be had here, else why it can't.
QString reasonToSkip(const Ground &ground);

/// A function of tests/data/handlers: its file without extension, and the handler's name. The
/// timeout is long and the memory large enough for none to matter.
InvocationRequest requestFor(const Ground &ground, const QString &module,
                             const QByteArray &event = "{}",
                             const QString &function = QStringLiteral("handler"));

/// The same with the whole handler string, for example "app.handler".
InvocationRequest requestOf(const Ground &ground, const char *handler, const char *event);

/// The same of a folder of the test's own, which has a file app.py or app.js.
InvocationRequest requestForFolder(const Ground &ground, const QString &folder,
                                   const QByteArray &event = "{}");

/// Writes app.py or app.js with a handler that answers with the text.
void writeHandler(const Ground &ground, const QString &folder, const QByteArray &answer);

QByteArrayList textsOf(const std::vector<LogLine> &lines);

bool hasLineWith(const InvocationRecord &record, const QByteArray &text);

/// The index of the first line with this text, -1 without one.
qsizetype lineWith(const InvocationRecord &record, const QByteArray &text);

/// The last line of a log: REPORT.
QByteArray reportLine(const InvocationRecord &record);

/// Processes of this computer that have the text in their command line, without zombies.
std::vector<int> processesWith(const QByteArray &text);

QString newRequestId();

/// What a row changes in a request.
using RequestChange = std::function<void(InvocationRequest &request)>;

/// Changes that many rows make: a timeout of one second, SnapStart, logs as JSON.
void withOneSecond(InvocationRequest &request);
void withSnapStart(InvocationRequest &request);
void withJson(InvocationRequest &request);

} // namespace coldframe::test

Q_DECLARE_METATYPE(coldframe::test::Ground)
Q_DECLARE_METATYPE(coldframe::test::RequestChange)

/// Fetches the row's ground; skips it where bubblewrap does not work.
#define FETCH_GROUND(ground)                                                                       \
    QFETCH(const coldframe::test::Ground, ground);                                                 \
    if (const QString reason = coldframe::test::reasonToSkip(ground); !reason.isEmpty())           \
    QSKIP(qPrintable(reason))

/// The record of a request that must not be refused.
#define RUN(record, test, request)                                                                 \
    const coldframe::Result<coldframe::InvocationRecord> record##Result = (test).run(request);     \
    QVERIFY2(record##Result.has_value(),                                                           \
             record##Result ? "" : qPrintable(record##Result.error().detail));                     \
    const coldframe::InvocationRecord &record = *record##Result
