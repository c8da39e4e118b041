// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/interpreterquestion.h"

#include "core/base/jsontext.h"

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

const char rubyQuestion[] = "require 'json'\n"
                            "gem = begin\n"
                            "  Gem::Specification.find_by_name('aws_lambda_ric')\n"
                            "rescue LoadError\n"
                            "  nil\n"
                            "end\n"
                            "puts JSON.generate([File.realpath(RbConfig.ruby), RUBY_VERSION,"
                            " RbConfig::CONFIG['prefix'],"
                            " Gem.path.select { |folder| File.directory?(folder) },"
                            " gem ? gem.bin_file('aws_lambda_ric') : ''])\n";

/// The environment of a question: the user's own, less what changes how an interpreter starts.
QProcessEnvironment questionEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        const bool changesTheStart = name.startsWith(QStringLiteral("PYTHON"))
            || name.startsWith(QStringLiteral("NODE_")) || name.startsWith(QStringLiteral("RUBY"))
            || name == QStringLiteral("CLASSPATH") || name.endsWith(QStringLiteral("JAVA_OPTIONS"))
            || name == QStringLiteral("JAVA_TOOL_OPTIONS");
        if (changesTheStart)
            environment.remove(name);
    }
    return environment;
}

/// The value of a line "    name = value".
QString javaProperty(const QString &answer, const char *name)
{
    const QRegularExpression line(
        QStringLiteral("^\\s*%1 = (.*)$").arg(QRegularExpression::escape(QLatin1String(name))),
        QRegularExpression::MultilineOption);
    return line.match(answer).captured(1).trimmed();
}

Result<Interpreter> parseJavaAnswer(const QString &program, QByteArrayView answer)
{
    const QString text = QString::fromLocal8Bit(answer);
    const QString home = javaProperty(text, "java.home");
    QString version = javaProperty(text, "java.version");
    if (version.startsWith(QStringLiteral("1."))) // Java 8 says 1.8.0_392
        version.remove(0, 2);
    version = version.section(u'-', 0, 0); // an early one says 25-ea
    const QString real = QFileInfo(home + QStringLiteral("/bin/java")).canonicalFilePath();
    static const QRegularExpression numbered(QStringLiteral("^\\d+\\b"));
    if (home.isEmpty() || !numbered.match(version).hasMatch())
        return failure(Error::Code::Unreadable, program);
    return Interpreter{RuntimeFamily::Java, real.isEmpty() ? program : real, version, home, {}};
}

} // namespace

QStringList interpreterQuestion(RuntimeFamily family)
{
    switch (family) {
    case RuntimeFamily::Python:
        return {QStringLiteral("-c"), QString::fromLatin1(pythonQuestion)};
    case RuntimeFamily::NodeJs:
        return {QStringLiteral("-e"), QString::fromLatin1(nodeQuestion)};
    case RuntimeFamily::Ruby:
        return {QStringLiteral("-e"), QString::fromLatin1(rubyQuestion)};
    case RuntimeFamily::Java:
        return {QStringLiteral("-XshowSettings:properties"), QStringLiteral("-version")};
    case RuntimeFamily::Provided:
        break;
    }
    return {};
}

Result<Interpreter> parseInterpreterAnswer(RuntimeFamily family, const QString &program,
                                           QByteArrayView answer)
{
    if (family == RuntimeFamily::Java)
        return parseJavaAnswer(program, answer);
    constexpr std::size_t usual = 4;
    const Result<OrderedJson> json = parseJson(answer.toByteArray());
    const auto isText = [](const OrderedJson &value) { return value.is_string(); };
    if (!json || !json->is_array() || json->size() < usual || json->size() > usual + 1
        || !std::all_of(json->begin(), json->begin() + 3, isText) || !(*json)[3].is_array()
        || !std::all_of((*json)[3].begin(), (*json)[3].end(), isText)
        || !std::all_of(json->begin() + usual, json->end(), isText))
        return failure(Error::Code::Unreadable, program);
    const auto text = [&json](std::size_t index) {
        return QString::fromStdString((*json)[index].get<std::string>());
    };
    Interpreter interpreter{family, text(0), text(1), text(2), {}};
    for (const OrderedJson &folder : (*json)[3])
        interpreter.packageFolders.append(QString::fromStdString(folder.get<std::string>()));
    if (json->size() > usual)
        interpreter.client = text(usual);
    return interpreter;
}

Result<Interpreter> inspectInterpreter(RuntimeFamily family, const QString &program)
{
    constexpr int patienceMilliseconds = 10'000;
    QProcess process;
    process.setProcessEnvironment(questionEnvironment());
    if (family == RuntimeFamily::Java) // which writes them where errors go
        process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, interpreterQuestion(family));
    if (!process.waitForFinished(patienceMilliseconds)
        || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(patienceMilliseconds);
        return failure(Error::Code::Unreadable, program);
    }
    return parseInterpreterAnswer(family, program, process.readAllStandardOutput());
}

} // namespace coldframe
