// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runtime/bootstrapfolder.h"
#include "core/runtime/hostcapabilities.h"
#include "core/runtime/interpreter.h"

#include <QMutex>
#include <QString>

#include <map>
#include <optional>

namespace coldframe {

/// What a runtime identifier means on this computer.
struct LocalRuntime
{
    Interpreter interpreter;
    BootstrapFolder bootstrap;
};

/// Finds out what this computer has, and remembers it. Its functions block for some 50 ms the
/// first time and may be called from any thread.
class Host
{
public:
    Host(QString dataDirectory, QString cacheDirectory);

    /// The interpreter and bootstrap for a Lambda runtime identifier.
    Result<LocalRuntime> runtime(const QString &identifier);

    /// One folder with everything that the layers hold, to be shown as /opt; empty without layers.
    /// Errors as preparedLayers(). Unpacks archives, so it may take seconds.
    Result<QString> layers(const QStringList &layers) const;

    /// What this computer offers to sandboxes.
    HostCapabilities capabilities();

private:
    QString m_dataDirectory;
    QString m_cacheDirectory;
    QMutex m_mutex;
    std::map<QString, LocalRuntime> m_runtimes;
    std::optional<HostCapabilities> m_capabilities;
};

/// site-packages of a virtual environment (.venv or venv) in the code directory or up to two
/// folders above it, when it was made for the interpreter's version; empty without one.
QStringList virtualEnvironmentFolders(const QString &codeDirectory, const Interpreter &interpreter);

} // namespace coldframe
