// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/interpreter.h"

#include "core/runtime/interpreterquestion.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace coldframe {

namespace {

/// What tells the families apart on this computer.
struct FamilyFacts
{
    RuntimeFamily family;
    const char *title;
    const char *identifier; ///< a regular expression: major and minor version are its captures
    const char *versionInPath; ///< the same, for the path of a program that tells its version
    std::vector<const char *> programs; ///< patterns of file names
    std::vector<const char *> managers; ///< folders below home with one folder for each version
    bool hasMinor;
};

const std::array<FamilyFacts, 5> &familyFacts()
{
    static const std::array<FamilyFacts, 5> facts{
        FamilyFacts{RuntimeFamily::Python,
                    "Python ",
                    "^python(?:(3)(?:\\.(\\d+))?)?\\z",
                    "python(\\d+)\\.(\\d+)$",
                    {"python3", "python3.?", "python3.??"},
                    {"/.pyenv/versions", "/.asdf/installs/python"},
                    true},
        FamilyFacts{RuntimeFamily::NodeJs,
                    "Node.js ",
                    "^nodejs(?:(\\d+)(?:\\.x)?)?\\z",
                    "/v?(\\d+)\\.\\d+\\.\\d+/bin/node$",
                    {"node", "nodejs"},
                    {"/.nvm/versions/node", "/.asdf/installs/nodejs"},
                    false},
        FamilyFacts{RuntimeFamily::Ruby,
                    "Ruby ",
                    "^ruby(?:(\\d+)\\.(\\d+))?\\z",
                    "(?:ruby|/(?:ruby-)?)(\\d+)\\.(\\d+)(?:\\.\\d+/bin/ruby)?$",
                    {"ruby", "ruby?.?"},
                    {"/.rbenv/versions", "/.rubies", "/.rvm/rubies", "/.asdf/installs/ruby"},
                    true},
        FamilyFacts{RuntimeFamily::Java,
                    "Java ",
                    "^java(?:(\\d+)(?:\\.al2(?:023)?)?)?\\z",
                    "/[a-z-]*(?:1\\.)?(\\d+)[^/]*/bin/java$",
                    {"java"},
                    {"/.sdkman/candidates/java", "/.jdks", "/.asdf/installs/java"},
                    false},
        FamilyFacts{RuntimeFamily::Provided,
                    "bootstrap",
                    "^provided(?:\\.al2(?:023)?)?\\z",
                    "\\z.",
                    {},
                    {},
                    false},
    };
    return facts;
}

const FamilyFacts &factsOf(RuntimeFamily family)
{
    return *std::find_if(familyFacts().begin(), familyFacts().end(),
                         [family](const FamilyFacts &facts) { return facts.family == family; });
}

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

Candidate candidateOf(const QString &program, const FamilyFacts &facts)
{
    Candidate candidate{program, 0, 0};
    const auto match = QRegularExpression(QLatin1String(facts.versionInPath)).match(program);
    if (match.hasMatch()) {
        candidate.major = match.captured(1).toInt();
        candidate.minor = facts.hasMinor ? match.captured(2).toInt() : 0;
    }
    return candidate;
}

/// The programs of one folder that carry the family's name.
QStringList programsIn(const QString &folder, const FamilyFacts &facts)
{
    QStringList names;
    for (const char *name : facts.programs)
        names.append(QString::fromLatin1(name));
    QStringList programs;
    // A version manager has a shim for each name that any of its versions has, and each takes a
    // tenth of a second to say that it is not the one; its real folders are looked at anyway.
    if (QDir(folder).dirName() == QStringLiteral("shims"))
        names = names.mid(0, 1);
    if (names.empty())
        return {};
    const auto entries
        = QDir(folder).entryInfoList(names, QDir::Files | QDir::Executable, QDir::Name);
    for (const QFileInfo &entry : entries)
        programs.append(entry.filePath());
    return programs;
}

/// Where version managers and the system keep one folder for each version.
QStringList versionFolders(const QString &home, const FamilyFacts &facts)
{
    QStringList roots;
    if (!home.isEmpty()) {
        for (const char *manager : facts.managers)
            roots.append(home + QLatin1String(manager));
    }
    QStringList folders;
    for (const QString &root : std::as_const(roots)) {
        for (const QFileInfo &version : QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot,
                                                                 QDir::Name | QDir::Reversed))
            folders.append(version.filePath() + QStringLiteral("/bin"));
    }
    return folders;
}

/// PATH, and where interpreters are that are not in it.
QStringList searchPath(RuntimeFamily family)
{
    QStringList path
        = qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    path << QStringLiteral("/usr/local/bin") << QStringLiteral("/usr/bin");
    if (family != RuntimeFamily::Java)
        return path;
    if (const QString home = qEnvironmentVariable("JAVA_HOME"); !home.isEmpty())
        path.prepend(home + QStringLiteral("/bin"));
    for (const QFileInfo &version :
         QDir(QStringLiteral("/usr/lib/jvm"))
             .entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        path.append(version.filePath() + QStringLiteral("/bin"));
    return path;
}

} // namespace

Result<RuntimeIdentifier> parseRuntimeIdentifier(const QString &runtime)
{
    for (const FamilyFacts &facts : familyFacts()) {
        const auto match = QRegularExpression(QLatin1String(facts.identifier)).match(runtime);
        if (!match.hasMatch())
            continue;
        // "python3" names no version that Lambda has.
        if (facts.hasMinor && match.captured(2).isEmpty())
            return RuntimeIdentifier{facts.family, 0, 0};
        return RuntimeIdentifier{facts.family, match.captured(1).toInt(),
                                 match.captured(2).toInt()};
    }
    return failure(Error::Code::UnsupportedRuntime, runtime);
}

QString interpreterTitle(const Interpreter &interpreter)
{
    return QLatin1String(factsOf(interpreter.family).title) + interpreter.version;
}

QString runtimeIdentifierOf(const Interpreter &interpreter)
{
    switch (interpreter.family) {
    case RuntimeFamily::Python:
        return QStringLiteral("python%1.%2").arg(interpreter.major()).arg(interpreter.minor());
    case RuntimeFamily::NodeJs:
        return QStringLiteral("nodejs%1.x").arg(interpreter.major());
    case RuntimeFamily::Ruby:
        return QStringLiteral("ruby%1.%2").arg(interpreter.major()).arg(interpreter.minor());
    case RuntimeFamily::Java:
        return QStringLiteral("java%1").arg(interpreter.major());
    case RuntimeFamily::Provided:
        break;
    }
    return QStringLiteral("provided");
}

bool isVersionOf(const Interpreter &interpreter, const RuntimeIdentifier &runtime)
{
    return runtime.major == 0
        || (runtime.major == interpreter.major()
            && (!factsOf(runtime.family).hasMinor || runtime.minor == interpreter.minor()));
}

QStringList interpreterCandidates(const RuntimeIdentifier &runtime, const QStringList &path,
                                  const QString &homeDirectory)
{
    const FamilyFacts &facts = factsOf(runtime.family);
    QStringList folders = path + versionFolders(homeDirectory, facts);
    folders.removeDuplicates();
    std::vector<Candidate> candidates;
    for (const QString &folder : std::as_const(folders)) {
        for (const QString &program : programsIn(folder, facts))
            candidates.push_back(candidateOf(program, facts));
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

Result<Interpreter> findInterpreter(const QString &runtime)
{
    const Result<RuntimeIdentifier> wanted = parseRuntimeIdentifier(runtime);
    if (!wanted)
        return tl::make_unexpected(wanted.error());
    if (wanted->family == RuntimeFamily::Provided)
        return Interpreter{wanted->family, {}, {}, {}, {}};
    std::optional<Interpreter> nearest;
    bool clientMissing = false;
    int nearestDistance = 0;
    for (const QString &program :
         interpreterCandidates(*wanted, searchPath(wanted->family), QDir::homePath())) {
        const Result<Interpreter> interpreter = inspectInterpreter(wanted->family, program);
        if (!interpreter)
            continue;
        if (wanted->family == RuntimeFamily::Ruby && interpreter->client.isEmpty()) {
            clientMissing = true;
            continue;
        }
        const int minor = factsOf(wanted->family).hasMinor ? interpreter->minor() : 0;
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
    if (clientMissing)
        return failure(Error::Code::RuntimeClientNotFound, QStringLiteral("aws_lambda_ric"));
    return failure(Error::Code::InterpreterNotFound, runtime);
}

} // namespace coldframe
