// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/conformance/scenario.h"

#include <QMetaType>
#include <QString>

namespace coldframe::test {

/// Who speaks the Runtime API in a function's process.
enum class Client {
    Python, ///< Coldframe's bootstrap
    NodeJs, ///< Coldframe's bootstrap
    Shell, ///< examples/custom-runtimes/shell
    Cpp, ///< examples/custom-runtimes/cpp
    AwsNodeJs, ///< AWS's own client, unmodified; see install-clients.sh
};

/// Adds the column "client" with a row for each.
void addClients();

/// Why a client can't be had here; empty when it can.
QString reasonToSkip(Client client);

/// Whether the function of a client is written by these tests; the C++ example brings its own,
/// which answers {"greeting": ..., "event": <the event>} and knows of the request only "fail".
bool hasOwnFunction(Client client);

/// Makes a function in the folder that answers with its event, and does what the event asks for:
/// {"fail": true} fails with the error type that errorTypeOf() tells, {"exit": 3} ends the
/// process, {"sleep": true} never answers. Gives its runtime and handler.
InvocationRequest functionFor(Client client, const QString &folder);

/// The answer to an event.
QByteArray answerTo(Client client, const QByteArray &event);

/// The error type of an event {"fail": true}.
QString errorTypeOf(Client client);

} // namespace coldframe::test

Q_DECLARE_METATYPE(coldframe::test::Client)

/// Fetches the row's client; skips the row where there is none.
#define FETCH_CLIENT(client)                                                                       \
    QFETCH(const coldframe::test::Client, client);                                                 \
    if (const QString reason = coldframe::test::reasonToSkip(client); !reason.isEmpty())           \
    QSKIP(qPrintable(reason))
