// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeinvoker.h"

#include <utility>

namespace coldframe::test {

/// What a FakeInvoker answers for a function that counts its events in a variable, keeps a client
/// and tells a time that is always another one.
class LeakyFunction
{
public:
    /// Where the computer finds its /tmp; nobody can look into it when empty.
    explicit LeakyFunction(QString temporaryDirectory = {})
        : m_temporaryDirectory(std::move(temporaryDirectory))
    { }

    InvocationRecord answer(const InvocationRequest &request)
    {
        const bool isCold = request.start == StartChoice::ForceCold;
        if (isCold)
            m_count = 0;
        ++m_count;
        ++m_time;
        const QByteArray response = "{\"count\":" + QByteArray::number(m_count)
            + ",\"greeting\":\"Hello, Ada\",\"time\":" + QByteArray::number(m_time) + '}';
        InvocationRecord record
            = isCold ? coldRecord(request, response) : warmRecord(request, response);
        record.observation.emplace();
        record.observation->temporaryDirectory = m_temporaryDirectory;
        if (isCold)
            record.observation->initialised = state(0, QStringLiteral("null"));
        record.observation->answered = state(m_count, QStringLiteral("\"<S3Client>\""));
        return record;
    }

    /// Answers the invocation that waits, if one does.
    void answerIfAsked(FakeInvoker &invoker)
    {
        if (invoker.isRunning())
            invoker.finish(answer(invoker.running()));
    }

private:
    static ModuleState state(int count, const QString &client)
    {
        ModuleState state;
        state.file = QStringLiteral("app.py");
        state.variables
            = {{QStringLiteral("client"), QStringLiteral("S3Client"), client},
               {QStringLiteral("counter"), QStringLiteral("int"), QString::number(count)}};
        return state;
    }

    QString m_temporaryDirectory;
    int m_count = 0;
    int m_time = 1'795'420'800;
};

} // namespace coldframe::test
