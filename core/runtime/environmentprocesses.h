// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/streamsocket.h"
#include "core/runtime/environmentsetup.h"
#include "core/runtime/outputpipe.h"
#include "core/runtime/sandbox.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace coldframe {

/// The processes of one execution environment: external extensions and the runtime, each with its
/// output, inside one sandbox. Starts and ends them; what they mean is their owner's business.
class EnvironmentProcesses final : public QObject
{
    Q_OBJECT

public:
    /// setup and sandbox must outlive the object.
    EnvironmentProcesses(const EnvironmentSetup &setup, Sandbox &sandbox,
                         QObject *parent = nullptr);
    ~EnvironmentProcesses() override;

    /// The files that are started as external extensions, by name (environment, section 3).
    static QStringList externalExtensions(const EnvironmentSetup &setup);

    struct Addresses
    {
        QString runtimeApi; ///< "host:port"
        QString logStreamName;
        QString credentialsToken; ///< SnapStart only
    };

    /// Starts every external extension at once.
    Result<void> startExtensions(const Addresses &addresses);

    /// Starts the runtime. Gives our ends of the pipes on which our bootstraps speak the Runtime
    /// API, and nothing for runtimes that only know the listener. InvalidArgument with the sheet's
    /// text when an OS-only runtime has no bootstrap.
    Result<std::optional<StreamEnds>> startRuntime(const Addresses &addresses);

    /// Hands out what was written until now.
    void readOutput();

    bool isRuntimeRunning() const { return m_runtime != nullptr; }
    bool isExtensionRunning(const QString &name) const;
    bool isAnyExtensionRunning() const { return !m_extensions.empty(); }
    bool isAnyRunning() const { return isRuntimeRunning() || isAnyExtensionRunning(); }

    /// Sends a signal to the runtime's process group.
    void signalRuntime(int signal);

Q_SIGNALS:
    void outputRead(QByteArrayView bytes);
    void extensionOutputRead(const QString &name, QByteArrayView bytes);
    void runtimeExecuted(coldframe::Instant at);
    void runtimeExited(coldframe::ExitStatus status);
    void extensionExited(const QString &name, coldframe::ExitStatus status);
    void runtimeNotStarted(const coldframe::Error &error);
    void extensionNotStarted(const QString &name, const coldframe::Error &error);

private:
    struct Process
    {
        int number = 0;
        QString name; ///< of an extension; empty for the runtime
        std::unique_ptr<OutputPipe> output;
    };

    VariableSources variableSources(const Addresses &addresses) const;
    Result<std::unique_ptr<Process>> start(ProcessPlan plan, const QString &name,
                                           OutputPipe::Reader reader);
    std::unique_ptr<Process> take(int number);
    void onExited(int number, ExitStatus status);
    void onNotStarted(int number, const Error &error);

    const EnvironmentSetup &m_setup;
    Sandbox &m_sandbox;
    std::unique_ptr<Process> m_runtime;
    std::vector<std::unique_ptr<Process>> m_extensions;
};

} // namespace coldframe
