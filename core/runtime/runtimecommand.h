// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/functionconfig.h"
#include "core/runtime/environmentvariables.h"
#include "core/runtime/interpreter.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace coldframe {

/// Lambda's error type of a function without a program that could be started.
inline const QString InvalidEntrypoint = QStringLiteral("Runtime.InvalidEntrypoint");

/// What is started as the runtime process, seen from inside the sandbox.
struct RuntimeCommand
{
    /// Who speaks the Runtime API in the process.
    enum class Client {
        OwnBootstrap, ///< ours, on the socket that it inherits; tells how it started
        Other, ///< AWS's client or the function's own, through the listener on loopback
    };

    QString program; ///< absolute, but for a wrapper that the function names by a relative path
    QStringList arguments;
    Client client = Client::OwnBootstrap;

    bool operator==(const RuntimeCommand &) const = default;
};

/// The command of a function's runtime. bootstrap is what starts ours, as the process sees it:
/// BootstrapFolder::argumentsIn(); entrypoint is the program of an OS-only runtime, as
/// findEntrypoint() tells it. The function's AWS_LAMBDA_EXEC_WRAPPER gets the runtime's command as
/// its arguments; an OS-only runtime ignores it (environment, section 2.3).
RuntimeCommand runtimeCommand(const Interpreter &interpreter, const FunctionConfig &function,
                              const EnvironmentPaths &paths, const QStringList &bootstrap,
                              const QString &entrypoint = {});

/// The bootstrap of an OS-only runtime, as the process sees it: the task root's, else that of the
/// layers (environment, section 3); nothing when neither can be executed. optFolder is the
/// computer's folder with the layers and may be empty.
std::optional<QString> findEntrypoint(const QString &codeDirectory, const QString &optFolder,
                                      const EnvironmentPaths &paths);

/// What Lambda says when there is no bootstrap; without the request id.
QString invalidEntrypointText();

/// RuntimeClientNotFound when a Java function lacks AWS's runtime interface client: the class must
/// be in the task root, in a jar of its folder "lib", or in one of the layers' java/lib. Nothing is
/// asked of other families, whose interpreter has been asked already. Reads the jars.
Result<void> checkRuntimeClient(const Interpreter &interpreter, const QString &codeDirectory,
                                const QString &optFolder);

/// The class path that Lambda gives to Java functions.
QString javaClassPath(const EnvironmentPaths &paths);

} // namespace coldframe
