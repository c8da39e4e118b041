// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/lambda/limits.h"
#include "core/lambda/logline.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <map>
#include <optional>

namespace coldframe {

enum class Architecture { X86_64, Arm64 };

enum class LogFormat { Text, Json };

/// How a function's log is written and what of it is kept; the levels count with LogFormat::Json
/// only (logs, section 4).
struct LoggingConfig
{
    LogFormat format = LogFormat::Text;
    LogLevel applicationLevel = LogLevel::Info;
    LogLevel systemLevel = LogLevel::Info;

    bool operator==(const LoggingConfig &) const = default;
};

/// Lambda's words: "Text" or "JSON"; "TRACE" to "FATAL", empty for LogLevel::None.
QString logFormatName(LogFormat format);
QString logLevelName(LogLevel level);

/// The format or level of that name, as exactly written as Lambda wants it.
std::optional<LogFormat> logFormatNamed(QStringView name);
std::optional<LogLevel> logLevelNamed(QStringView name);

/// Whether it is a level that the platform's own events can be filtered by: DEBUG, INFO or WARN.
bool isSystemLogLevel(LogLevel level);

/// Everything that Lambda knows about a function before it runs.
struct FunctionConfig
{
    QString name;
    QString runtime; ///< Lambda's identifier, for example "python3.12" or "nodejs20.x"
    QString handler; ///< as the runtime resolves it, for example "app.handler"
    QString codeDirectory; ///< absolute path; becomes /var/task
    MebiBytes memory = limits::SmallestMemory;
    std::chrono::milliseconds timeout = limits::DefaultTimeout;
    std::map<QString, QString> environment; ///< the function's own variables
    Architecture architecture = Architecture::X86_64;
    MebiBytes ephemeralStorage = limits::SmallestEphemeralStorage;
    QStringList layers; ///< absolute paths of folders and zip files; later ones overwrite earlier
    LoggingConfig logging = {};
    bool snapStart = false; ///< a new environment is restored from a snapshot of the init phase
    QString version = QStringLiteral("$LATEST");
    QString region = QStringLiteral("us-east-1");
    QString accountId = QStringLiteral("123456789012");

    bool operator==(const FunctionConfig &) const = default;
};

/// The unqualified ARN of a function.
QString functionArn(const FunctionConfig &function);

/// What Lambda calls the architecture: "x86_64" or "arm64".
QString architectureName(Architecture architecture);

} // namespace coldframe
