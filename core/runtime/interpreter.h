// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace coldframe {

enum class RuntimeFamily {
    Python,
    NodeJs,
    Ruby, ///< through AWS's runtime interface client, a gem
    Java, ///< through AWS's runtime interface client, a class of the function's class path
    Provided, ///< OS-only: the function brings a program called "bootstrap"
};

/// A Lambda runtime identifier taken apart: "python3.12" is Python and 3.12; "python" alone means
/// whatever version is there.
struct RuntimeIdentifier
{
    RuntimeFamily family = RuntimeFamily::Python;
    int major = 0; ///< 0: any
    int minor = 0; ///< 0 for Node.js and Java

    bool operator==(const RuntimeIdentifier &) const = default;
};

/// Identifiers of environment, section 4; the operating system in "java17.al2023" and
/// "provided.al2" makes no difference here. UnsupportedRuntime for any other.
Result<RuntimeIdentifier> parseRuntimeIdentifier(const QString &runtime);

/// An interpreter of this computer, resolved past the shims of version managers.
struct Interpreter
{
    RuntimeFamily family = RuntimeFamily::Python;
    QString program; ///< absolute path of the real program
    QString version; ///< "3.11.2" or "20.20.2"
    QString prefix; ///< the folder that must be visible inside a sandbox when it is not /usr
    QStringList packageFolders; ///< must be visible too: Python's site-packages, Ruby's gems
    QString client = {}; ///< Ruby only: the program of AWS's runtime interface client

    int major() const { return version.section(u'.', 0, 0).toInt(); }
    int minor() const { return version.section(u'.', 1, 1).toInt(); }
    bool operator==(const Interpreter &) const = default;
};

/// "Python 3.11.2", "Node.js 20.20.2", "Ruby 3.1.2", "Java 17.0.15"; "bootstrap" for an OS-only
/// runtime, whose program nobody can ask.
QString interpreterTitle(const Interpreter &interpreter);

/// Lambda's identifier of an interpreter: "python3.11", "nodejs20.x", "ruby3.1", "java17";
/// "provided" for an OS-only runtime.
QString runtimeIdentifierOf(const Interpreter &interpreter);

/// Whether an interpreter is of the version that a runtime of its family asks for.
bool isVersionOf(const Interpreter &interpreter, const RuntimeIdentifier &runtime);

/// Programs that could run a runtime, best first: the version asked for, then the nearest newer
/// and older ones; within a version in the order of PATH, then version managers' folders.
/// homeDirectory may be empty.
QStringList interpreterCandidates(const RuntimeIdentifier &runtime, const QStringList &path,
                                  const QString &homeDirectory);

/// Asks a program what it is by running it. Blocks for some 50 ms: not for the GUI's or the
/// engine's thread. Unreadable when it does not answer.
Result<Interpreter> inspectInterpreter(RuntimeFamily family, const QString &program);

/// The best interpreter of this computer for a runtime. Blocks like inspectInterpreter.
/// InterpreterNotFound names what was looked for; RuntimeClientNotFound is told when only AWS's
/// runtime interface client is missing. An OS-only runtime has no interpreter: the result is empty
/// but for its family.
Result<Interpreter> findInterpreter(const QString &runtime);

} // namespace coldframe
