// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/host.h"

#include "core/runtime/layers.h"

#include <QCoreApplication>
#include <QDir>
#include <QMutexLocker>

namespace coldframe {

Host::Host(QString dataDirectory, QString cacheDirectory)
    : m_dataDirectory(std::move(dataDirectory))
    , m_cacheDirectory(std::move(cacheDirectory))
{}

Result<LocalRuntime> Host::runtime(const QString &identifier)
{
    const QMutexLocker lock(&m_mutex);
    if (const auto known = m_runtimes.find(identifier); known != m_runtimes.end())
        return known->second;
    const Result<Interpreter> interpreter = findInterpreter(identifier);
    if (!interpreter)
        return tl::make_unexpected(interpreter.error());
    const Result<BootstrapFolder> bootstrap
        = prepareBootstrap(*interpreter, m_dataDirectory, m_cacheDirectory);
    if (!bootstrap)
        return tl::make_unexpected(bootstrap.error());
    const LocalRuntime runtime{*interpreter, *bootstrap};
    m_runtimes.emplace(identifier, runtime);
    return runtime;
}

HostCapabilities Host::capabilities()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_capabilities)
        m_capabilities = probeHost(QCoreApplication::applicationDirPath());
    return *m_capabilities;
}

Result<QString> Host::layers(const QStringList &layers) const
{
    return preparedLayers(layers, m_cacheDirectory);
}

QStringList virtualEnvironmentFolders(const QString &codeDirectory, const Interpreter &interpreter)
{
    if (interpreter.family != RuntimeFamily::Python)
        return {};
    constexpr int levels = 3;
    QDir folder(codeDirectory);
    for (int level = 0; level < levels; ++level) {
        for (const char *name : {".venv", "venv"}) {
            const QString packages
                = folder.filePath(QStringLiteral("%1/lib/python%2.%3/site-packages")
                                      .arg(QLatin1String(name))
                                      .arg(interpreter.major())
                                      .arg(interpreter.minor()));
            if (QDir(packages).exists())
                return {packages};
        }
        if (!folder.cdUp())
            break;
    }
    return {};
}

} // namespace coldframe
