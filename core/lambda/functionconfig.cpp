// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/functionconfig.h"

namespace coldframe {

QString logFormatName(LogFormat format)
{
    switch (format) {
    case LogFormat::Text:
        return QStringLiteral("Text");
    case LogFormat::Json:
        return QStringLiteral("JSON");
    }
    return {};
}

QString logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::None:
        return {};
    case LogLevel::Trace:
        return QStringLiteral("TRACE");
    case LogLevel::Debug:
        return QStringLiteral("DEBUG");
    case LogLevel::Info:
        return QStringLiteral("INFO");
    case LogLevel::Warn:
        return QStringLiteral("WARN");
    case LogLevel::Error:
        return QStringLiteral("ERROR");
    case LogLevel::Fatal:
        return QStringLiteral("FATAL");
    }
    return {};
}

std::optional<LogFormat> logFormatNamed(QStringView name)
{
    for (const LogFormat format : {LogFormat::Text, LogFormat::Json}) {
        if (name == logFormatName(format))
            return format;
    }
    return std::nullopt;
}

std::optional<LogLevel> logLevelNamed(QStringView name)
{
    for (const LogLevel level : {LogLevel::Trace, LogLevel::Debug, LogLevel::Info, LogLevel::Warn,
                                 LogLevel::Error, LogLevel::Fatal}) {
        if (name == logLevelName(level))
            return level;
    }
    return std::nullopt;
}

bool isSystemLogLevel(LogLevel level)
{
    return level == LogLevel::Debug || level == LogLevel::Info || level == LogLevel::Warn;
}

QString functionArn(const FunctionConfig &function)
{
    return QStringLiteral("arn:aws:lambda:%1:%2:function:%3")
        .arg(function.region, function.accountId, function.name);
}

QString architectureName(Architecture architecture)
{
    switch (architecture) {
    case Architecture::X86_64:
        return QStringLiteral("x86_64");
    case Architecture::Arm64:
        return QStringLiteral("arm64");
    }
    return {};
}

} // namespace coldframe
