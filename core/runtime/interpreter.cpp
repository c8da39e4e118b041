// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/interpreter.h"

#include "core/base/jsontext.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace {

const char pythonQuestion[] = "import json, os, site, sys\n"
                              "folders = site.getsitepackages() + [site.getusersitepackages()]\n"
                              "print(json.dumps([os.path.realpath(sys.executable),"
                              " '%d.%d.%d' % sys.version_info[:3], sys.base_prefix,"
                              " [f for f in folders if os.path.isdir(f)]]))\n";

const char nodeQuestion[] = "const fs = require('fs'), path = require('path');"
                            "const program = fs.realpathSync(process.execPath);"
                            "console.log(JSON.stringify([program, process.versions.node,"
                            " path.dirname(path.dirname(program)), []]))";

/// Sorted so that the best comes first: same version, then newer by distance, then older.
struct Candidate
{
    QString program;
    int major = 0;
    int minor = 0;
};

int distance(const Candidate &candidate, const RuntimeIdentifier &wanted)
{
    constexpr int perMajor = 1000;
    constexpr int olderThanAllNewer = 1'000'000;
    if (wanted.major == 0 || candidate.major == 0)
        return 0;
    const int steps = (candidate.major - wanted.major) * perMajor + candidate.minor - wanted.minor;
    return steps >= 0 ? steps : olderThanAllNewer - steps;
}

Candidate candidateOf(const QString &program, RuntimeFamily family)
{
    Candidate candidate{program, 0, 0};
    static const QRegularExpression pythonName(QStringLiteral("python(\\d+)\\.(\\d+)$"));
    static const QRegularExpression nodeFolder(QStringLiteral("/v?(\\d+)\\.\\d+\\.\\d+/bin/node$"));
    const auto match = (family == RuntimeFamily::Python ? pythonName : nodeFolder).match(program);
    if (match.hasMatch()) {
        candidate.major = match.captured(1).toInt();
        candidate.minor = family == RuntimeFamily::Python ? match.captured(2).toInt() : 0;
    }
    return candidate;
}

/// The programs of one folder that carry the family's name.
QStringList programsIn(const QString &folder, RuntimeFamily family)
{
    QStringList names = family == RuntimeFamily::Python
        ? QStringList{QStringLiteral("python3"), QStringLiteral("python3.?"),
                      QStringLiteral("python3.??")}
        : QStringList{QStringLiteral("node"), QStringLiteral("nodejs")};
    QStringList programs;
    // A version manager has a shim for each name that any of its versions has, and each takes a
    // tenth of a second to say that it is not the one; its real folders are looked at anyway.
    if (QDir(folder).dirName() == QStringLiteral("shims"))
        names.resize(1);
    const auto entries = QDir(folder).entryInfoList(names, QDir::Files | QDir::Executable, QDir::Name);
    for (const QFileInfo &entry : entries)
        programs.append(entry.filePath());
    return programs;
}

/// Where version managers keep their interpreters.
QStringList versionManagerFolders(const QString &home, RuntimeFamily family)
{
    if (home.isEmpty())
        return {};
    const QStringList roots = family == RuntimeFamily::Python
        ? QStringList{home + QStringLiteral("/.pyenv/versions"),
                      home + QStringLiteral("/.asdf/installs/python")}
        : QStringList{home + QStringLiteral("/.nvm/versions/node"),
                      home + QStringLiteral("/.asdf/installs/nodejs")};
    QStringList folders;
    for (const QString &root : roots) {
        for (const QFileInfo &version :
             QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
            folders.append(version.filePath() + QStringLiteral("/bin"));
    }
    return folders;
}

/// The environment of a question: the user's own, less what changes how an interpreter starts.
QProcessEnvironment questionEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QStringLiteral("PYTHON")) || name.startsWith(QStringLiteral("NODE_")))
            environment.remove(name);
    }
    return environment;
}

} // namespace

Result<RuntimeIdentifier> parseRuntimeIdentifier(const QString &runtime)
{
    static const QRegularExpression python(QStringLiteral("^python(?:(3)(?:\\.(\\d+))?)?\\z"));
    static const QRegularExpression node(QStringLiteral("^nodejs(?:(\\d+)(?:\\.x)?)?\\z"));
    if (const auto match = python.match(runtime); match.hasMatch()) {
        const bool versioned = !match.captured(2).isEmpty();
        return RuntimeIdentifier{RuntimeFamily::Python, versioned ? match.captured(1).toInt() : 0,
                                 match.captured(2).toInt()};
    }
    if (const auto match = node.match(runtime); match.hasMatch())
        return RuntimeIdentifier{RuntimeFamily::NodeJs, match.captured(1).toInt(), 0};
    return failure(Error::Code::UnsupportedRuntime, runtime);
}

QString interpreterTitle(const Interpreter &interpreter)
{
    const QString name = interpreter.family == RuntimeFamily::Python ? QStringLiteral("Python ")
                                                                     : QStringLiteral("Node.js ");
    return name + interpreter.version;
}

QString runtimeIdentifierOf(const Interpreter &interpreter)
{
    return interpreter.family == RuntimeFamily::Python
        ? QStringLiteral("python%1.%2").arg(interpreter.major()).arg(interpreter.minor())
        : QStringLiteral("nodejs%1.x").arg(interpreter.major());
}

QStringList interpreterCandidates(const RuntimeIdentifier &runtime, const QStringList &path,
                                  const QString &homeDirectory)
{
    QStringList folders = path + versionManagerFolders(homeDirectory, runtime.family);
    folders.removeDuplicates();
    std::vector<Candidate> candidates;
    for (const QString &folder : std::as_const(folders)) {
        for (const QString &program : programsIn(folder, runtime.family))
            candidates.push_back(candidateOf(program, runtime.family));
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&runtime](const Candidate &a, const Candidate &b) {
                         return distance(a, runtime) < distance(b, runtime);
                     });
    QStringList programs;
    QStringList seen;
    for (const Candidate &candidate : candidates) {
        const QString real = QFileInfo(candidate.program).canonicalFilePath();
        // A shim serves several names and decides by the name, so only its exact path is the same.
        const QString &key = candidate.major == 0 ? candidate.program : real;
        if (seen.contains(key) || seen.contains(real))
            continue;
        seen << key << real;
        programs.append(candidate.program);
    }
    return programs;
}

Result<Interpreter> inspectInterpreter(RuntimeFamily family, const QString &program)
{
    constexpr int patienceMilliseconds = 10'000;
    QProcess process;
    process.setProcessEnvironment(questionEnvironment());
    const bool python = family == RuntimeFamily::Python;
    process.start(program, {python ? QStringLiteral("-c") : QStringLiteral("-e"),
                            QString::fromLatin1(python ? pythonQuestion : nodeQuestion)});
    if (!process.waitForFinished(patienceMilliseconds) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(patienceMilliseconds);
        return failure(Error::Code::Unreadable, program);
    }
    const Result<OrderedJson> answer = parseJson(process.readAllStandardOutput());
    const auto isText = [](const OrderedJson &value) { return value.is_string(); };
    if (!answer || !answer->is_array() || answer->size() != 4
        || !std::all_of(answer->begin(), answer->begin() + 3, isText) || !(*answer)[3].is_array()
        || !std::all_of((*answer)[3].begin(), (*answer)[3].end(), isText))
        return failure(Error::Code::Unreadable, program);
    const auto text = [&answer](std::size_t index) {
        return QString::fromStdString((*answer)[index].get<std::string>());
    };
    Interpreter interpreter{family, text(0), text(1), text(2), {}};
    for (const OrderedJson &folder : (*answer)[3])
        interpreter.packageFolders.append(QString::fromStdString(folder.get<std::string>()));
    return interpreter;
}

Result<Interpreter> findInterpreter(const QString &runtime)
{
    const Result<RuntimeIdentifier> wanted = parseRuntimeIdentifier(runtime);
    if (!wanted)
        return tl::make_unexpected(wanted.error());
    QStringList path = qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    path << QStringLiteral("/usr/local/bin") << QStringLiteral("/usr/bin");
    std::optional<Interpreter> nearest;
    int nearestDistance = 0;
    for (const QString &program : interpreterCandidates(*wanted, path, QDir::homePath())) {
        const Result<Interpreter> interpreter = inspectInterpreter(wanted->family, program);
        if (!interpreter)
            continue;
        const int minor = wanted->family == RuntimeFamily::Python ? interpreter->minor() : 0;
        const int steps = distance({program, interpreter->major(), minor}, *wanted);
        if (steps == 0)
            return *interpreter;
        if (!nearest || steps < nearestDistance) {
            nearest = *interpreter;
            nearestDistance = steps;
        }
    }
    if (nearest)
        return *nearest;
    return failure(Error::Code::InterpreterNotFound, runtime);
}

} // namespace coldframe
