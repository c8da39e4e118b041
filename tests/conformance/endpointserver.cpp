// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/endpointserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace coldframe::test {

namespace {

const QString sourceFolder = QStringLiteral(COLDFRAME_SOURCE_DIR);
const QString sdkFolder = sourceFolder + QStringLiteral("/build/test-sdk");
const QString python = QStringLiteral("/usr/bin/python3"); // the one that Debian's boto3 is for
constexpr int LongWait = 120'000;

const QByteArray workspaceTemplate = R"(Transform: AWS::Serverless-2016-10-31
Globals:
  Function: { Runtime: @python@, CodeUri: code, Timeout: 60, MemorySize: 512 }
Resources:
  Echo:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: echo, Handler: app.echo }
  Context:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: context, Handler: app.show_context }
  Fail:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: fail, Handler: app.fail }
  NodeCaller:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: node-caller, Handler: caller.handler, Runtime: nodejs20.x, CodeUri: node }
  Slow:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: slow, Handler: app.never, Timeout: 1 }
  Caller:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: caller, Handler: app.call }
  Stream:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: stream, Handler: stream.handler, Runtime: nodejs20.x }
)";

const QByteArray pythonFunctions = R"(import json
import os
import time


def echo(event, context):
    print('echo', json.dumps(event))
    return event


def show_context(event, context):
    client = context.client_context
    return {'id': context.aws_request_id, 'memory': context.memory_limit_in_mb,
            'arn': context.invoked_function_arn, 'stage': os.environ.get('STAGE'),
            'custom': client.custom if client else None}


def fail(event, context):
    raise ValueError('told to fail')


def never(event, context):
    time.sleep(1000)


def call(event, context):
    import boto3
    # Debian 12's boto3 is older than the variable, which newer ones follow by themselves.
    client = boto3.client('lambda', endpoint_url=os.environ['AWS_ENDPOINT_URL_LAMBDA'])
    answer = client.invoke(FunctionName='echo', Payload=json.dumps(event))
    return {'status': answer['StatusCode'], 'answer': json.load(answer['Payload'])}
)";

/// Writes "first ", then waits until the caller has answered a request of its own.
const QByteArray streamFunction = R"('use strict';
const { get } = require('node:http');

const answered = (url) => new Promise((resolve, reject) => {
    get(url, (response) => response.resume().on('end', resolve)).on('error', reject);
});

exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    stream.write('first ');
    if (event.url)
        await answered(event.url);
    if (event.fail)
        throw new RangeError('in the middle');
    stream.write(event.size ? 'x'.repeat(event.size) : 'second');
    stream.end();
});
)";

/// The runtime that the interpreter with boto3 is taken for, for example "python3.11".
QByteArray runtimeOfPython()
{
    QProcess process;
    process.start(python, {QStringLiteral("-c"),
                           QStringLiteral("import sys; print('python%d.%d' % sys.version_info[:2])")});
    const bool answered = process.waitForFinished(LongWait) && process.exitCode() == 0;
    return answered ? process.readAll().trimmed() : QByteArray("python");
}

/// With AWS's SDK beside it, which finds the endpoint by itself.
const QByteArray nodeCaller = R"(import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda';

export async function handler(event) {
    const answer = await new LambdaClient({}).send(
        new InvokeCommand({ FunctionName: 'echo', Payload: JSON.stringify(event) }));
    return { status: answer.StatusCode, answer: JSON.parse(Buffer.from(answer.Payload).toString()) };
}
)";

bool writeInto(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

EndpointServer::EndpointServer()
{
    const QDir folder(m_folder.path());
    folder.mkpath(QStringLiteral("workspace/code"));
    writeInto(folder.filePath(QStringLiteral("workspace/template.yaml")),
              QByteArray(workspaceTemplate).replace("@python@", runtimeOfPython()));
    writeInto(folder.filePath(QStringLiteral("workspace/code/app.py")), pythonFunctions);
    writeInto(folder.filePath(QStringLiteral("workspace/code/stream.js")), streamFunction);

    folder.mkpath(QStringLiteral("workspace/node"));
    writeInto(folder.filePath(QStringLiteral("workspace/node/caller.mjs")), nodeCaller);
    if (reasonToSkipSdk().isEmpty())
        QProcess::execute(QStringLiteral("cp"),
                          {QStringLiteral("-r"), sdkFolder + QStringLiteral("/node_modules"),
                           folder.filePath(QStringLiteral("workspace/node"))});

    // Functions find the interpreter that has boto3.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
                       QStringLiteral("/usr/bin:/bin:") + environment.value(QStringLiteral("PATH")));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), folder.filePath(QStringLiteral("cache")));
    m_server.setProcessEnvironment(environment);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(QStringLiteral(COLDFRAME_BINARY_DIR "/cli/coldframe-cli"),
                   {QStringLiteral("serve"), QStringLiteral("--workspace"),
                    folder.filePath(QStringLiteral("workspace")), QStringLiteral("--port"),
                    QStringLiteral("0"), QStringLiteral("--call-each-other")});
    while (!m_server.canReadLine() && m_server.waitForReadyRead(LongWait)) { }
    const QString line = QString::fromUtf8(m_server.readLine());
    const qsizetype begin = line.indexOf(QStringLiteral("http://"));
    if (begin < 0)
        m_problem = QStringLiteral("coldframe-cli serve: ") + line
            + QString::fromUtf8(m_server.readAll()) + m_server.errorString();
    else
        m_url = line.mid(begin).section(u' ', 0, 0);
}

EndpointServer::~EndpointServer()
{
    m_server.terminate();
    if (!m_server.waitForFinished(LongWait))
        m_server.kill();
}

QByteArray EndpointServer::takeLog()
{
    m_server.waitForReadyRead(0);
    return m_server.readAll();
}

ProgramRun EndpointServer::run(const QString &program, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QStringLiteral("AWS_")))
            environment.remove(name);
    }
    for (const char *name : {"AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"})
        environment.insert(QLatin1String(name), m_folder.filePath(QStringLiteral("no-such-file")));
    environment.insert(QStringLiteral("AWS_PAGER"), QString());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    if (!process.waitForFinished(LongWait)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(),
                process.readAllStandardError() + "\nno end: "
                    + process.errorString().toUtf8()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString EndpointServer::writeScript(const QString &prelude, const QByteArray &statements) const
{
    QFile before(sourceFolder + QStringLiteral("/tests/conformance/endpoint/") + prelude);
    const QString path = m_folder.filePath(QStringLiteral("script.") + QFileInfo(prelude).suffix());
    if (!before.open(QIODevice::ReadOnly) || !writeInto(path, before.readAll() + statements))
        qFatal("the script could not be written");
    return path;
}

ProgramRun EndpointServer::runPython(const QByteArray &statements) const
{
    return run(python, {writeScript(QStringLiteral("boto3_prelude.py"), statements), m_url});
}

ProgramRun EndpointServer::runSdk(const QByteArray &statements) const
{
    return run(QStringLiteral("node"),
               {writeScript(QStringLiteral("sdk_prelude.mjs"), statements), m_url, sdkFolder});
}

QString reasonToSkipPython()
{
    QProcess process;
    process.start(python, {QStringLiteral("-c"), QStringLiteral("import boto3")});
    const bool works = process.waitForFinished(LongWait) && process.exitCode() == 0;
    return works ? QString() : python + QStringLiteral(" has no boto3");
}

QString reasonToSkipCli()
{
    return QStandardPaths::findExecutable(QStringLiteral("aws")).isEmpty()
        ? QStringLiteral("there is no aws")
        : QString();
}

QString reasonToSkipSdk()
{
    return QFile::exists(sdkFolder + QStringLiteral("/installed"))
        ? QString()
        : QStringLiteral("AWS's SDK for JavaScript is not installed: "
                         "tests/conformance/install-sdk.sh does that");
}

} // namespace coldframe::test
