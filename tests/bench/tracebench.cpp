// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/tracebench.h"

#include "tests/bench/invocations.h"
#include "tests/bench/statistics.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <string>

namespace coldframe::bench {

namespace {

constexpr int tracedModules = 100;
constexpr int functionsOfAModule = 40;
constexpr int traceRounds = 51;

void writeSource(const QString &path, const QByteArray &source)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(source) != source.size())
        qFatal("%s", qPrintable(path));
}

/// A function of a hundred modules of its own and some of the language's.
void writeModules(const QString &folder, bool isPython)
{
    const QString extension = isPython ? QStringLiteral("py") : QStringLiteral("js");
    QByteArray handler = isPython ? "import json, decimal, email.message, argparse\n"
                                  : "require('crypto'); require('zlib'); require('http');\n";
    for (int i = 0; i < tracedModules; ++i) {
        const QByteArray number = QByteArray::number(i);
        QByteArray module;
        for (int j = 0; j < functionsOfAModule; ++j) {
            const QByteArray name = 'f' + QByteArray::number(j);
            module += isPython ? "def " + name + "(a, b): return [a + x * b for x in range(a)]\n"
                               : "exports." + name + " = (a, b) => [a].map((x) => x * b + a);\n";
        }
        writeSource(folder + QStringLiteral("/m%1.%2").arg(i).arg(extension), module);
        handler += isPython ? "import m" + number + '\n' : "require('./m" + number + "');\n";
    }
    handler += isPython ? "def handler(event, context): return event\n"
                        : "exports.handler = async (event) => event;\n";
    writeSource(folder + QStringLiteral("/app.") + extension, handler);
}

} // namespace

void measureTracing(const Subject &subject, Engine &engine)
{
    const QTemporaryDir folder;
    writeModules(folder.path(), subject.runtime.startsWith(QStringLiteral("python")));
    InvocationRequest request = requestFor(subject, "app.handler", "{}");
    request.function.codeDirectory = folder.path();
    request.start = StartChoice::ForceCold;
    Samples imports[2];
    Samples inits[2];
    // In turns, so that whatever else the computer does hits both.
    for (int round = 0; round < traceRounds; ++round) {
        for (const int traced : {0, 1}) {
            request.emulation.traces = traced == 1;
            const Result<InvocationRecord> record = invokeInThread(engine, request);
            if (!record || record->status != InvocationStatus::Succeeded) {
                std::printf("  an invocation failed, its time means nothing\n");
                return;
            }
            for (const Phase &phase : record->phases) {
                if (phase.kind == PhaseKind::HandlerImport)
                    imports[traced].push_back(phase.duration);
            }
            inits[traced].push_back(
                record->report.initDuration.value_or(std::chrono::microseconds::zero()));
        }
    }
    const std::string name = subject.name;
    printHeader("Tracing: a cold start with 100 modules (aim: 1.05x)");
    printRow((name + " imports, not traced").c_str(), imports[0], nullptr);
    printRow((name + " imports, traced").c_str(), imports[1], &imports[0]);
    printRow((name + " init phase, not traced").c_str(), inits[0], nullptr);
    printRow((name + " init phase, traced").c_str(), inits[1], &inits[0]);
}

} // namespace coldframe::bench
