// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/bootstrapfolder.h"

#include "core/runtime/nodebundle.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>

namespace coldframe {

namespace {

const auto NodeScript = QStringLiteral("bootstrap.cjs");
const auto PythonScript = QStringLiteral("bootstrap.py");

/// Compiles every module but the text that starts them, which is an argument of the interpreter.
const char compileProgram[] = "import os, py_compile, sys\n"
                              "source, target = sys.argv[1:]\n"
                              "for name in os.listdir(source):\n"
                              "    path = os.path.join(source, name)\n"
                              "    if name.endswith('.py') and name != 'bootstrap.py':\n"
                              "        py_compile.compile(path, os.path.join(target, name + 'c'),\n"
                              "                           '/var/runtime/' + name, doraise=True)\n";

/// Changes with every change of the sources and of what is made of them.
QString fingerprint(const QDir &folder, const QByteArray &made)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(made);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
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
    process.start(interpreter.program,
                  {QStringLiteral("-S"), QStringLiteral("-c"), QString::fromLatin1(compileProgram),
                   source, target});
    if (!process.waitForFinished(patienceMilliseconds) || process.exitCode() != 0)
        return failure(Error::Code::Unwritable,
                       target + QStringLiteral(": ")
                           + QString::fromLocal8Bit(process.readAllStandardError()).trimmed());
    return {};
}

Result<void> bundleInto(const QByteArray &bundle, const QString &source, const QString &target)
{
    for (const QString &name : QDir(source).entryList(QDir::Files)) {
        if (name != NodeScript && !QFile::copy(source + u'/' + name, target + u'/' + name))
            return failure(Error::Code::Unwritable, target + u'/' + name);
    }
    QFile script(target + u'/' + NodeScript);
    if (!script.open(QIODevice::WriteOnly) || script.write(bundle) != bundle.size()
        || !script.flush())
        return failure(Error::Code::Unwritable,
                       script.fileName() + QStringLiteral(": ") + script.errorString());
    return {};
}

/// The folder of that name in the cache, filled when it is not there.
Result<QString> cachedFolder(const QString &cacheDirectory, const QString &name,
                             const std::function<Result<void>(const QString &target)> &fill)
{
    const QString folder = QStringLiteral("%1/runtimes/%2").arg(cacheDirectory, name);
    if (QFile::exists(folder))
        return folder;
    // Made aside and renamed, so that nobody ever sees half of it.
    if (!QDir().mkpath(cacheDirectory + QStringLiteral("/runtimes")))
        return failure(Error::Code::Unwritable, cacheDirectory);
    QTemporaryDir aside(folder + QStringLiteral(".XXXXXX"));
    if (!aside.isValid())
        return failure(Error::Code::Unwritable,
                       folder + QStringLiteral(": ") + aside.errorString());
    if (Result<void> filled = fill(aside.path()); !filled)
        return tl::make_unexpected(filled.error());
    QFile::setPermissions(aside.path(),
                          QFile::permissions(aside.path()) | QFile::ReadGroup | QFile::ExeGroup
                              | QFile::ReadOther | QFile::ExeOther);
    if (QDir().rename(aside.path(), folder))
        aside.setAutoRemove(false);
    else if (!QFile::exists(folder)) // somebody else was faster
        return failure(Error::Code::Unwritable, folder);
    return folder;
}

/// Whether the folder holds something of each source but one.
bool isWhole(const QString &folder, const QString &source, const QString &but,
             const QString &suffix = {})
{
    const QStringList names = QDir(source).entryList(QDir::Files);
    return std::ranges::all_of(names, [&](const QString &name) {
        return name == but || QFileInfo(folder + u'/' + name + suffix).size() > 0;
    });
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
        const QString source
            = dataDirectory + QStringLiteral("/resources/runtimes/") + QLatin1String(name);
        if (!QDir(source).exists())
            return failure(Error::Code::NotFound, source);
        return source;
    };
    switch (interpreter.family) {
    case RuntimeFamily::NodeJs: {
        const Result<QString> source = sourceOf("nodejs");
        if (!source)
            return tl::make_unexpected(source.error());
        const Result<QByteArray> bundle = nodeBundle(*source);
        if (!bundle)
            return tl::make_unexpected(bundle.error());
        const Result<QString> folder = cachedFolder(
            cacheDirectory, QStringLiteral("nodejs-") + fingerprint(QDir(*source), *bundle),
            [&](const QString &target) { return bundleInto(*bundle, *source, target); });
        const bool isUsable = folder && isWhole(*folder, *source, NodeScript)
            && QFileInfo(*folder + u'/' + NodeScript).size() == bundle->size();
        return BootstrapFolder{isUsable ? *folder : *source, {NodeScript}};
    }
    case RuntimeFamily::Python: {
        const Result<QString> source = sourceOf("python");
        if (!source)
            return tl::make_unexpected(source.error());
        const Result<QString> folder = cachedFolder(
            cacheDirectory,
            QStringLiteral("python-%1-%2")
                .arg(interpreter.version, fingerprint(QDir(*source), compileProgram)),
            [&](const QString &target) { return compileInto(interpreter, *source, target); });
        const bool isUsable
            = folder && isWhole(*folder, *source, PythonScript, QStringLiteral("c"));
        QFile starter(*source + u'/' + PythonScript);
        if (!starter.open(QIODevice::ReadOnly))
            return failure(Error::Code::NotFound,
                           starter.fileName() + QStringLiteral(": ") + starter.errorString());
        // -S: no site, the bootstrap looks after the paths. -B: as on Lambda, where the code is
        // read-only, and no __pycache__ in the user's folder. -u: nothing is lost in a crash. -c:
        // Python looks for archives and packages where a script is, which takes longer.
        return BootstrapFolder{isUsable ? *folder : *source,
                               {QStringLiteral("-S"), QStringLiteral("-B"), QStringLiteral("-u"),
                                QStringLiteral("-c"), QString::fromUtf8(starter.readAll()),
                                PythonScript}};
    }
    case RuntimeFamily::Ruby:
    case RuntimeFamily::Java:
    case RuntimeFamily::Provided:
        break;
    }
    const QString empty = cacheDirectory + QStringLiteral("/runtimes/empty");
    if (!QDir().mkpath(empty))
        return failure(Error::Code::Unwritable, empty);
    return BootstrapFolder{empty, {}};
}

} // namespace coldframe
