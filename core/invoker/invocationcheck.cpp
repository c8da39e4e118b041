// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/invocationcheck.h"

#include "core/base/jsontext.h"
#include "core/lambda/limits.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace coldframe {

namespace {

Result<void> checkVariables(const std::map<QString, QString> &variables)
{
    static const QRegularExpression validKey(QStringLiteral("^[A-Za-z][A-Za-z0-9_]+\\z"));
    qint64 bytes = 0;
    for (const auto &[key, value] : variables) {
        if (!key.startsWith(u'_') && !key.contains(validKey))
            return failure(Error::Code::InvalidArgument,
                           QStringLiteral("environment variable \"%1\": a name begins with a letter, "
                                          "has at least two characters and only letters, digits "
                                          "and _")
                               .arg(key));
        if (value.contains(QChar(0)))
            return failure(Error::Code::InvalidArgument,
                           QStringLiteral("environment variable \"%1\": a value has no NUL character")
                               .arg(key));
        bytes += key.toUtf8().size() + value.toUtf8().size();
    }
    if (bytes > limits::EnvironmentVariableBytes)
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("environment variables: %1 bytes, the limit is %2")
                           .arg(bytes)
                           .arg(limits::EnvironmentVariableBytes));
    return {};
}

} // namespace

Result<void> checkInvocation(const InvocationRequest &request)
{
    const FunctionConfig &function = request.function;
    if (request.event.size() > limits::SynchronousEventBytes)
        return failure(Error::Code::EventTooLarge, QString::number(request.event.size()));
    if (Result<void> json = checkJson(request.event); !json)
        return json;
    if (!QFileInfo(function.codeDirectory).isDir())
        return failure(Error::Code::NotFound, function.codeDirectory);
    if (function.handler.isEmpty())
        return failure(Error::Code::InvalidArgument, QStringLiteral("handler: it is empty"));
    if (function.memory < limits::SmallestMemory || function.memory > limits::LargestMemory)
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("memory: %1 MB, it must be between %2 and %3")
                           .arg(function.memory.value)
                           .arg(limits::SmallestMemory.value)
                           .arg(limits::LargestMemory.value));
    if (function.timeout <= std::chrono::milliseconds::zero()
        || function.timeout > limits::LongestTimeout)
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("timeout: it must be above 0 and at most %1 seconds")
                           .arg(limits::LongestTimeout.count()));
    return checkVariables(function.environment);
}

} // namespace coldframe
