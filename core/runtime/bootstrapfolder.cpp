// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/bootstrapfolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace coldframe {

namespace {

/// Compiles every module but the script that starts them: a script is never read from a cache.
const char compileProgram[] = "import os, py_compile, shutil, sys\n"
                              "source, target = sys.argv[1:]\n"
                              "for name in os.listdir(source):\n"
                              "    path = os.path.join(source, name)\n"
                              "    if name == 'bootstrap.py':\n"
                              "        shutil.copy(path, os.path.join(target, name))\n"
                              "    elif name.endswith('.py'):\n"
                              "        py_compile.compile(path, os.path.join(target, name + 'c'),\n"
                              "                           '/var/runtime/' + name, doraise=True)\n";

/// Changes with every change of the sources.
QString fingerprint(const QDir &folder)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString &name : folder.entryList({QStringLiteral("*.py")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            hash.addData(file.readAll());
        hash.addData(name.toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

Result<void> compileInto(const Interpreter &interpreter, const QString &source,
                         const QString &target)
{
    constexpr int patienceMilliseconds = 20'000;
    QProcess process;
    process.start(interpreter.program, {QStringLiteral("-S"), QStringLiteral("-c"),
                                        QString::fromLatin1(compileProgram), source, target});
    if (!process.waitForFinished(patienceMilliseconds) || process.exitCode() != 0)
        return failure(Error::Code::Unwritable,
                       target + QStringLiteral(": ")
                           + QString::fromLocal8Bit(process.readAllStandardError()).trimmed());
    return {};
}

Result<QString> compiledFolder(const Interpreter &interpreter, const QString &source,
                               const QString &cacheDirectory)
{
    const QString folder = QStringLiteral("%1/runtimes/python-%2-%3")
                               .arg(cacheDirectory, interpreter.version, fingerprint(QDir(source)));
    if (QFile::exists(folder + QStringLiteral("/bootstrap.py")))
        return folder;
    // Made aside and renamed, so that nobody ever sees half of it.
    if (!QDir().mkpath(cacheDirectory + QStringLiteral("/runtimes")))
        return failure(Error::Code::Unwritable, cacheDirectory);
    QTemporaryDir aside(folder + QStringLiteral(".XXXXXX"));
    if (!aside.isValid())
        return failure(Error::Code::Unwritable, folder + QStringLiteral(": ") + aside.errorString());
    if (Result<void> compiled = compileInto(interpreter, source, aside.path()); !compiled)
        return tl::make_unexpected(compiled.error());
    QFile::setPermissions(aside.path(), QFile::permissions(aside.path()) | QFile::ReadGroup
                              | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    if (QDir().rename(aside.path(), folder))
        aside.setAutoRemove(false);
    else if (!QFile::exists(folder + QStringLiteral("/bootstrap.py"))) // somebody else was faster
        return failure(Error::Code::Unwritable, folder);
    return folder;
}

} // namespace

QStringList BootstrapFolder::argumentsIn(const QString &runtimeDirectory) const
{
    QStringList seen = arguments;
    if (!seen.empty())
        seen.last().prepend(runtimeDirectory + u'/');
    return seen;
}

Result<BootstrapFolder> prepareBootstrap(const Interpreter &interpreter,
                                         const QString &dataDirectory,
                                         const QString &cacheDirectory)
{
    const auto sourceOf = [&dataDirectory](const char *name) -> Result<QString> {
        const QString source = dataDirectory + QStringLiteral("/resources/runtimes/")
            + QLatin1String(name);
        if (!QDir(source).exists())
            return failure(Error::Code::NotFound, source);
        return source;
    };
    switch (interpreter.family) {
    case RuntimeFamily::NodeJs:
        return sourceOf("nodejs").map([](const QString &source) {
            return BootstrapFolder{source, {QStringLiteral("bootstrap.cjs")}};
        });
    case RuntimeFamily::Python: {
        const Result<QString> source = sourceOf("python");
        if (!source)
            return tl::make_unexpected(source.error());
        const Result<QString> folder = compiledFolder(interpreter, *source, cacheDirectory);
        if (!folder)
            return tl::make_unexpected(folder.error());
        // -S: no site, the bootstrap looks after the paths. -B: as on Lambda, where the code is
        // read-only, and no __pycache__ in the user's folder. -u: nothing is lost in a crash.
        return BootstrapFolder{*folder, {QStringLiteral("-S"), QStringLiteral("-B"),
                                         QStringLiteral("-u"), QStringLiteral("bootstrap.py")}};
    }
    case RuntimeFamily::Ruby:
    case RuntimeFamily::Java:
    case RuntimeFamily::Provided: break;
    }
    const QString empty = cacheDirectory + QStringLiteral("/runtimes/empty");
    if (!QDir().mkpath(empty))
        return failure(Error::Code::Unwritable, empty);
    return BootstrapFolder{empty, {}};
}

} // namespace coldframe
