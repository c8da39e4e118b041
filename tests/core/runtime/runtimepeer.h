// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/interpreter.h"

#include <QByteArray>
#include <QMetaType>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <map>
#include <optional>

namespace coldframe::test {

/// What a runtime sent: a request with its whole body, whatever its encoding was.
struct PeerRequest
{
    QByteArray line; ///< "GET /2018-06-01/runtime/invocation/next"; empty when nothing came
    std::map<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    std::map<QByteArray, QByteArray> trailers;
};

/// Plays Lambda for one of our bootstraps, step by step, on the socket that it inherits.
class RuntimePeer
{
public:
    /// The bootstrap of an interpreter that loads a handler of tests/data/handlers. Variables are
    /// added to the usual ones.
    RuntimePeer(const Interpreter &interpreter, const QString &handler,
                const std::map<QString, QString> &variables = {});
    ~RuntimePeer();

    /// The next request, read to its end; an empty one when none comes.
    PeerRequest receive();

    /// The next request without its body, which receiveChunk() reads then.
    PeerRequest receiveHead();

    /// The next chunk of a body; empty at its end, and the request has its trailers then.
    QByteArray receiveChunk(PeerRequest &request);

    /// Answers the oldest request.
    void answer(int status, const QByteArray &body = {}, const QByteArray &headers = {});

    /// Accepts what was posted.
    void accept() { answer(202, "{\"status\":\"OK\"}\n"); }

    /// Answers GET next with an event.
    void sendEvent(const QByteArray &id, const QByteArray &event, const QByteArray &headers = {},
                   const QByteArray &contentType = "application/json");

    /// Accepts the bootstrap's trace, and gives the first request after it.
    PeerRequest receiveFirst();

    /// Runs one event: what was posted for it, with GET next read and waiting.
    PeerRequest run(const QByteArray &id, const QByteArray &event, const QByteArray &headers = {},
                    const QByteArray &contentType = "application/json");

    /// Ends the conversation: the runtime has nobody to ask any more.
    void hangUp();

    /// Waits for the end of the process; -1 when it does not come.
    int exitStatus();

    /// What the process has written, once it has ended.
    QByteArray output() { return m_process.readAll(); }

private:
    bool readMore();
    QByteArray takeLine();

    QTemporaryDir m_cache;
    QProcess m_process;
    int m_socket = -1;
    QByteArray m_received;
};

/// Each version of an interpreter that this computer has.
const std::vector<Interpreter> &interpretersOf(RuntimeFamily family);

} // namespace coldframe::test

Q_DECLARE_METATYPE(coldframe::Interpreter)
Q_DECLARE_METATYPE(coldframe::RuntimeFamily)
