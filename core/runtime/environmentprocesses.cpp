// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/environmentprocesses.h"

#include "core/runtime/environmentvariables.h"
#include "core/runtime/pipe.h"
#include "core/runtime/runtimecommand.h"

#include <QDir>

#include <algorithm>

namespace coldframe {

namespace {

/// Where the log of records is written: the same pipe as standard output, so that records and
/// plain lines stay in their order.
constexpr int LogDescriptor = 62;

EnvironmentPaths pathsOf(const EnvironmentSetup &setup)
{
    return environmentPaths(setup.isolation, setup.function.codeDirectory, setup.runtimeDirectory,
                            setup.optDirectory);
}

} // namespace

EnvironmentProcesses::EnvironmentProcesses(const EnvironmentSetup &setup, Sandbox &sandbox,
                                           QObject *parent)
    : QObject(parent)
    , m_setup(setup)
    , m_sandbox(sandbox)
{
    connect(&m_sandbox, &Sandbox::exited, this, &EnvironmentProcesses::onExited);
    connect(&m_sandbox, &Sandbox::spawnFailed, this, &EnvironmentProcesses::onNotStarted);
    connect(&m_sandbox, &Sandbox::spawned, this, [this](int number, Instant executedAt) {
        if (m_runtime && m_runtime->number == number)
            Q_EMIT runtimeExecuted(executedAt);
    });
}

EnvironmentProcesses::~EnvironmentProcesses() = default;

QStringList EnvironmentProcesses::externalExtensions(const EnvironmentSetup &setup)
{
    if (setup.optDirectory.isEmpty())
        return {};
    return QDir(setup.optDirectory + QStringLiteral("/extensions"))
        .entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

VariableSources EnvironmentProcesses::variableSources(const Addresses &addresses) const
{
    VariableSources sources{m_setup.function, runtimeIdentifierOf(m_setup.interpreter),
                            pathsOf(m_setup), addresses.runtimeApi, addresses.logStreamName};
    if (m_setup.interpreter.family == RuntimeFamily::Provided)
        sources.runtime = m_setup.function.runtime;
    sources.credentials = m_setup.credentials;
    sources.credentialsToken = addresses.credentialsToken;
    sources.provisioned = m_setup.provisioned;
    return sources;
}

Result<void> EnvironmentProcesses::startExtensions(const Addresses &addresses)
{
    const VariableSources sources = variableSources(addresses);
    for (const QString &name : externalExtensions(m_setup)) {
        ProcessPlan plan;
        plan.program = sources.paths.optDirectory + QStringLiteral("/extensions/") + name;
        plan.workingDirectory = QStringLiteral("/");
        plan.variables = extensionVariables(sources);
        Result<std::unique_ptr<Process>> process
            = start(std::move(plan), name, [this, name](QByteArrayView bytes) {
                  Q_EMIT extensionOutputRead(name, bytes);
              });
        if (!process)
            return tl::make_unexpected(process.error());
        m_extensions.push_back(std::move(*process));
    }
    return {};
}

Result<std::optional<StreamEnds>> EnvironmentProcesses::startRuntime(const Addresses &addresses)
{
    VariableSources sources = variableSources(addresses);
    sources.logDescriptor = LogDescriptor;
    ProcessPlan plan;
    plan.workingDirectory = sources.paths.taskRoot;
    plan.variables = runtimeVariables(sources);
    const QString code = m_setup.function.codeDirectory;
    std::optional<QString> entrypoint = QString();
    if (m_setup.interpreter.family == RuntimeFamily::Provided)
        entrypoint = findEntrypoint(code, m_setup.optDirectory, sources.paths);
    if (!entrypoint)
        return failure(Error::Code::NotFound, invalidEntrypointText());
    const RuntimeCommand command = runtimeCommand(m_setup.interpreter, m_setup.function,
                                                  sources.paths, m_setup.arguments, *entrypoint);
    plan.program = command.program;
    plan.arguments = command.arguments;

    // Two pipes, because reading one end of a socket wakes whoever waits at the other, in vain: a
    // fifth of a small invocation's time.
    Pipe events;
    Pipe answers;
    const bool isOurs = command.client == RuntimeCommand::Client::OwnBootstrap;
    if (isOurs) {
        for (Pipe *const pipe : {&events, &answers}) {
            Result<Pipe> made = makePipe();
            if (!made)
                return tl::make_unexpected(made.error());
            *pipe = std::move(*made);
        }
        plan.descriptors.emplace_back(events.readEnd.value(), EventsDescriptor);
        plan.descriptors.emplace_back(answers.writeEnd.value(), AnswersDescriptor);
        plan.variables[QStringLiteral("COLDFRAME_RUNTIME_DESCRIPTORS")]
            = QStringLiteral("%1,%2").arg(EventsDescriptor).arg(AnswersDescriptor);
        if (!m_setup.packageFolders.isEmpty())
            plan.variables[QStringLiteral("COLDFRAME_PACKAGE_FOLDERS")]
                = m_setup.packageFolders.join(u':');
        if (!sources.paths.optDirectory.isEmpty())
            plan.variables[QStringLiteral("COLDFRAME_OPT_FOLDER")] = sources.paths.optDirectory;
        if (!m_setup.emulation.traces)
            plan.variables[QStringLiteral("COLDFRAME_IMPORT_TRACE")] = QStringLiteral("0");
        if (m_setup.emulation.observesState)
            plan.variables[QStringLiteral("COLDFRAME_OBSERVES_STATE")] = QStringLiteral("1");
    }
    Result<std::unique_ptr<Process>> process
        = start(std::move(plan), {}, [this](QByteArrayView bytes) { Q_EMIT outputRead(bytes); });
    if (!process)
        return tl::make_unexpected(process.error());
    m_runtime = std::move(*process);
    if (!isOurs)
        return std::nullopt;
    return StreamEnds{answers.readEnd.release(), events.writeEnd.release(),
                      events.readEnd.release()};
}

Result<std::unique_ptr<EnvironmentProcesses::Process>>
EnvironmentProcesses::start(ProcessPlan plan, const QString &name, OutputPipe::Reader reader)
{
    Result<std::unique_ptr<OutputPipe>> output = OutputPipe::create(std::move(reader));
    if (!output)
        return tl::make_unexpected(output.error());
    for (const int descriptor : {OutputDescriptor, ErrorDescriptor})
        plan.descriptors.emplace_back((*output)->writeEnd(), descriptor);
    if (name.isEmpty())
        plan.descriptors.emplace_back((*output)->writeEnd(), LogDescriptor);
    auto process = std::make_unique<Process>();
    process->number = m_sandbox.spawn(plan);
    process->name = name;
    (*output)->closeWriteEnd();
    process->output = std::move(*output);
    return process;
}

bool EnvironmentProcesses::isExtensionRunning(const QString &name) const
{
    return std::any_of(m_extensions.begin(), m_extensions.end(),
                       [&name](const auto &process) { return process->name == name; });
}

void EnvironmentProcesses::readOutput()
{
    if (m_runtime)
        m_runtime->output->drain();
    for (const auto &extension : m_extensions)
        extension->output->drain();
}

void EnvironmentProcesses::signalRuntime(int signal)
{
    if (m_runtime)
        m_sandbox.signal(m_runtime->number, signal);
}

std::unique_ptr<EnvironmentProcesses::Process> EnvironmentProcesses::take(int number)
{
    if (m_runtime && m_runtime->number == number)
        return std::move(m_runtime);
    const auto found
        = std::find_if(m_extensions.begin(), m_extensions.end(),
                       [number](const auto &process) { return process->number == number; });
    if (found == m_extensions.end())
        return nullptr;
    std::unique_ptr<Process> process = std::move(*found);
    m_extensions.erase(found);
    return process;
}

void EnvironmentProcesses::onExited(int number, ExitStatus status)
{
    const std::unique_ptr<Process> process = take(number);
    if (!process)
        return;
    process->output->drain();
    if (process->name.isEmpty())
        Q_EMIT runtimeExited(status);
    else
        Q_EMIT extensionExited(process->name, status);
}

void EnvironmentProcesses::onNotStarted(int number, const Error &error)
{
    const std::unique_ptr<Process> process = take(number);
    if (!process)
        return;
    if (process->name.isEmpty())
        Q_EMIT runtimeNotStarted(error);
    else
        Q_EMIT extensionNotStarted(process->name, error);
}

} // namespace coldframe

#include "moc_environmentprocesses.cpp"
