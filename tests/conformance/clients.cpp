// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/clients.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

namespace coldframe::test {

namespace {

const QString source = QStringLiteral(COLDFRAME_SOURCE_DIR);
const QString awsClients = source + QStringLiteral("/build/test-clients");
const QString cppRuntime = QStringLiteral(COLDFRAME_CPP_RUNTIME);

const QByteArray pythonFunction = R"(import os, time
def handler(event, context):
    if isinstance(event, dict):
        if event.get('fail'):
            raise ValueError('told to fail')
        if 'exit' in event:
            os._exit(event['exit'])
        if event.get('sleep'):
            time.sleep(600)
    print('handled', flush=True)
    return event
)";

const QByteArray nodeFunction = R"('use strict';
exports.handler = async (event) => {
    if (event && event.fail)
        throw new RangeError('told to fail');
    if (event?.exit !== undefined)
        process.exit(event.exit);
    if (event && event.sleep)
        await new Promise((resolve) => setTimeout(resolve, 600000));
    console.log('handled');
    return event;
};
)";

const QByteArray shellFunction = R"(handler() {
    local event
    event=$(cat)
    case $event in
        '{"fail":true}') return 1 ;;
        '{"exit":'*) kill -KILL $$ ;;
        '{"sleep":true}') sleep 600 ;;
    esac
    echo handled >&2
    printf '%s' "$event"
}
)";

/// A folder with all that is in it.
void copyFolder(const QString &from, const QString &to)
{
    QDirIterator all(from, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    QDir().mkpath(to);
    while (all.hasNext()) {
        const QString path = all.next();
        const QString copy = to + path.mid(from.size());
        if (all.fileInfo().isSymLink())
            QFile::link(all.fileInfo().symLinkTarget(), copy);
        else if (all.fileInfo().isDir())
            QDir().mkpath(copy);
        else
            QFile::copy(path, copy);
    }
}

/// AWS's client in the function's own folder, so that it is there inside a sandbox, too: what runs
/// of it, without the sources that it was built from.
void writeAwsFunction(const QString &folder)
{
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    const QString from = awsClients + QStringLiteral("/node_modules/aws-lambda-ric/");
    const QString to = folder + QStringLiteral("/node_modules/aws-lambda-ric/");
    for (const char *part : {"bin", "dist"})
        copyFolder(from + QLatin1String(part), to + QLatin1String(part));
    QFile::copy(from + QStringLiteral("package.json"), to + QStringLiteral("package.json"));
    writeFile(folder + QStringLiteral("/bootstrap"),
              "#!/bin/sh\ncd \"$LAMBDA_TASK_ROOT\" || exit 1\nexec "
                  + QFile::encodeName(QFileInfo(node).canonicalFilePath())
                  + " node_modules/aws-lambda-ric/bin/index.mjs \"$_HANDLER\"\n",
              true);
    writeFile(folder + QStringLiteral("/app.js"), nodeFunction);
}

} // namespace

void addClients()
{
    QTest::addColumn<Client>("client");
    QTest::newRow("Python") << Client::Python;
    QTest::newRow("Node.js") << Client::NodeJs;
    QTest::newRow("shell") << Client::Shell;
    QTest::newRow("C++") << Client::Cpp;
    QTest::newRow("AWS's client for Node.js") << Client::AwsNodeJs;
}

QString reasonToSkip(Client client)
{
    switch (client) {
    case Client::Python:
    case Client::NodeJs:
        break;
    case Client::Shell:
        if (!QFile::exists(QStringLiteral("/bin/bash")))
            return QStringLiteral("there is no /bin/bash");
        break;
    case Client::Cpp:
        if (!QFile::exists(cppRuntime))
            return QStringLiteral("example_cpp_runtime was not built");
        break;
    case Client::AwsNodeJs:
        if (!QFile::exists(awsClients + QStringLiteral("/installed")))
            return QStringLiteral("AWS's client is not installed: "
                                  "tests/conformance/install-clients.sh does that");
        break;
    }
    return {};
}

bool hasOwnFunction(Client client)
{
    return client == Client::Cpp;
}

InvocationRequest functionFor(Client client, const QString &folder)
{
    InvocationRequest request;
    request.function.name = QStringLiteral("conformance");
    request.function.runtime = QStringLiteral("provided.al2023");
    request.function.handler = QStringLiteral("app.handler");
    request.function.codeDirectory = folder;
    request.function.memory = MebiBytes{1024};
    request.function.timeout = std::chrono::seconds(60);
    request.isolation = IsolationChoice::Automatic;
    request.event = "{}";
    switch (client) {
    case Client::Python:
        request.function.runtime = QStringLiteral("python");
        writeFile(folder + QStringLiteral("/app.py"), pythonFunction);
        break;
    case Client::NodeJs:
        request.function.runtime = QStringLiteral("nodejs");
        writeFile(folder + QStringLiteral("/app.js"), nodeFunction);
        break;
    case Client::Shell:
        QFile::copy(source + QStringLiteral("/examples/custom-runtimes/shell/bootstrap"),
                    folder + QStringLiteral("/bootstrap"));
        writeFile(folder + QStringLiteral("/app.sh"), shellFunction);
        break;
    case Client::Cpp:
        QFile::copy(cppRuntime, folder + QStringLiteral("/bootstrap"));
        break;
    case Client::AwsNodeJs:
        writeAwsFunction(folder);
        break;
    }
    return request;
}

QByteArray answerTo(Client client, const QByteArray &event)
{
    return client == Client::Cpp ? R"({"greeting":"hello from C++","event":)" + event + '}' : event;
}

QString errorTypeOf(Client client)
{
    switch (client) {
    case Client::Python:
        return QStringLiteral("ValueError");
    case Client::NodeJs:
    case Client::AwsNodeJs:
        return QStringLiteral("RangeError");
    case Client::Shell:
        return QStringLiteral("Function.ExitStatus");
    case Client::Cpp:
        return QStringLiteral("Function.Failed");
    }
    return {};
}

} // namespace coldframe::test
