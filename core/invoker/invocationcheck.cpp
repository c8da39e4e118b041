// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/invocationcheck.h"

#include "core/base/jsontext.h"
#include "core/lambda/limits.h"
#include "core/runtime/environmentvariables.h"
#include "core/runtime/layers.h"

#include <QFileInfo>

namespace coldframe {

namespace {

tl::unexpected<Error> refused(const QString &detail)
{
    return failure(Error::Code::InvalidArgument, detail);
}

Result<void> checkMegabytes(const char *setting, MebiBytes value, MebiBytes smallest,
                            MebiBytes largest)
{
    if (value >= smallest && value <= largest)
        return {};
    return refused(QStringLiteral("%1: %2 MB, it must be between %3 and %4")
                       .arg(QLatin1String(setting))
                       .arg(value.value)
                       .arg(smallest.value)
                       .arg(largest.value));
}

Result<void> checkLogging(const LoggingConfig &logging)
{
    const LoggingConfig defaults;
    const bool setsLevel = logging.applicationLevel != defaults.applicationLevel
        || logging.systemLevel != defaults.systemLevel;
    if (logging.format == LogFormat::Text && setsLevel)
        return refused(
            QStringLiteral("LogLevel is not supported when LogFormat is set to \"Text\". "
                           "Remove LogLevel from your request or change the LogFormat "
                           "to \"JSON\" and try again."));
    if (logging.applicationLevel == LogLevel::None)
        return refused(QStringLiteral(
            "application log level: it must be TRACE, DEBUG, INFO, WARN, ERROR or FATAL"));
    if (!isSystemLogLevel(logging.systemLevel))
        return refused(QStringLiteral("system log level: it must be DEBUG, INFO or WARN"));
    return {};
}

Result<void> checkClientContext(const QByteArray &context)
{
    if (context.isEmpty())
        return {};
    if (const Result<void> json = checkJson(context); !json) {
        Error error = json.error();
        error.detail.prepend(QStringLiteral("client context: "));
        return tl::make_unexpected(error);
    }
    const qsizetype encodedBytes = (context.size() + 2) / 3 * 4;
    if (encodedBytes > limits::ClientContextBytes)
        return refused(QStringLiteral("client context: %1 bytes in base64, the limit is %2")
                           .arg(encodedBytes)
                           .arg(limits::ClientContextBytes));
    return {};
}

} // namespace

Result<void> checkFunction(const FunctionConfig &function)
{
    if (!QFileInfo(function.codeDirectory).isDir())
        return failure(Error::Code::NotFound, function.codeDirectory);
    if (function.handler.isEmpty())
        return refused(QStringLiteral("handler: it is empty"));
    if (function.timeout <= std::chrono::milliseconds::zero()
        || function.timeout > limits::LongestTimeout)
        return refused(QStringLiteral("timeout: it must be above 0 and at most %1 seconds")
                           .arg(limits::LongestTimeout.count()));
    return checkMegabytes("memory", function.memory, limits::SmallestMemory, limits::LargestMemory)
        .and_then([&] {
            return checkMegabytes("ephemeral storage", function.ephemeralStorage,
                                  limits::SmallestEphemeralStorage,
                                  limits::LargestEphemeralStorage);
        })
        .and_then([&] { return checkLogging(function.logging); })
        .and_then([&] { return checkLayers(function.layers); })
        .and_then([&] { return checkVariables(function.environment); });
}

Result<void> checkEvent(const InvocationRequest &request)
{
    if (request.event.size() > limits::SynchronousEventBytes)
        return failure(Error::Code::EventTooLarge, QString::number(request.event.size()));
    if (Result<void> json = checkJson(request.event); !json)
        return json;
    return checkClientContext(request.clientContext);
}

Result<void> checkInvocation(const InvocationRequest &request)
{
    return checkEvent(request).and_then([&request] { return checkFunction(request.function); });
}

} // namespace coldframe
