// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/lambda/limits.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <map>

namespace coldframe {

enum class Architecture { X86_64, Arm64 };

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
    QStringList layers; ///< absolute paths of folders, lowest first
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
