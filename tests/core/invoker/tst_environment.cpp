// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Environment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesOfTheHandler_data() { addGrounds(); }
    void variablesOfTheHandler();
    void deadlineAndContext_data() { addGrounds(); }
    void deadlineAndContext();
    void temporaryFilesSurviveWarmRuns_data() { addGrounds(QStringLiteral("python")); }
    void temporaryFilesSurviveWarmRuns();
    void codeIsReadOnly_data() { addGrounds(); }
    void codeIsReadOnly();
    void theComputerIsNotSeen_data() { addGrounds(); }
    void theComputerIsNotSeen();
    void runningLeavesNoFilesInTheCode_data() { addGrounds(); }
    void runningLeavesNoFilesInTheCode();
    void handlersInheritNoSocket_data() { addGrounds(); }
    void handlersInheritNoSocket();
    void standardInputIsEmpty_data() { addGrounds(QStringLiteral("python")); }
    void standardInputIsEmpty();

private:
    InvokerTest m_test;
};

namespace {

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(text);
}

QByteArray stringAt(const OrderedJson &json, const char *key)
{
    const auto member = json.find(key);
    return member != json.end() && member->is_string()
        ? QByteArray::fromStdString(member->get<std::string>())
        : QByteArray("<none>");
}

/// A handler that tries to make files and answers with those that it could make.
void writeWritingHandler(const QString &folder)
{
    writeFile(folder + QStringLiteral("/app.py"),
              "import os\n"
              "def handler(event, context):\n"
              "    made = []\n"
              "    for path in event:\n"
              "        try:\n"
              "            open(path, 'w').close()\n"
              "            made.append(path)\n"
              "        except OSError:\n"
              "            pass\n"
              "    return made\n");
    writeFile(folder + QStringLiteral("/app.js"),
              "const fs = require('fs');\n"
              "exports.handler = async (event) => event.filter((path) => {\n"
              "    try { fs.writeFileSync(path, ''); return true; } catch { return false; }\n"
              "});\n");
}

} // namespace

void tst_Environment::variablesOfTheHandler()
{
    FETCH_GROUND(ground);
    qputenv("COLDFRAME_TEST_LEAK", "leaked");
    qputenv("AWS_PROFILE", "production");
    InvocationRequest request = requestFor(ground, QStringLiteral("context_dump"));
    request.function.environment = {{QStringLiteral("TABLE"), QStringLiteral("b\u00fccher=1\n2")},
                                    {QStringLiteral("TZ"), QStringLiteral("Europe/Berlin")},
                                    {QStringLiteral("_MINE"), QStringLiteral("dropped")}};
    request.start = StartChoice::ForceCold;

    RUN(record, m_test, request);

    qunsetenv("COLDFRAME_TEST_LEAK");
    qunsetenv("AWS_PROFILE");
    const auto response = parseJson(record.response);
    QVERIFY2(response.has_value(), record.response.constData());
    const OrderedJson &variables = response->at("environment");
    const bool isolated = ground.isolation == IsolationChoice::Bubblewrap;
    QCOMPARE(stringAt(variables, "TABLE"),
             QByteArray("b\xc3\xbc"
                        "cher=1\n2"));
    QCOMPARE(stringAt(variables, "TZ"), QByteArray("Europe/Berlin"));
    QCOMPARE(stringAt(variables, "AWS_REGION"), QByteArray("us-east-1"));
    QCOMPARE(stringAt(variables, "_MINE"), QByteArray("<none>"));
    QCOMPARE(stringAt(variables, "_HANDLER"), QByteArray("context_dump.handler"));
    QCOMPARE(stringAt(variables, "AWS_LAMBDA_FUNCTION_NAME"), QByteArray("context_dump"));
    QCOMPARE(stringAt(variables, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), QByteArray("1024"));
    QCOMPARE(stringAt(variables, "LAMBDA_TASK_ROOT"),
             isolated ? QByteArray("/var/task") : request.function.codeDirectory.toLocal8Bit());
    QVERIFY(stringAt(variables, "AWS_LAMBDA_RUNTIME_API").startsWith("127.0.0.1:"));
    QVERIFY(stringAt(variables, "_X_AMZN_TRACE_ID").startsWith("Root=1-"));
    QCOMPARE(stringAt(*response, "directory"), stringAt(variables, "LAMBDA_TASK_ROOT"));
    // Nothing that is not Lambda's or the function's.
    for (const auto &[key, value] : variables.items()) {
        const QByteArray name = QByteArray::fromStdString(key);
        QVERIFY2(!name.startsWith("COLDFRAME"), name.constData());
        static const QByteArrayList own{
            "LANG", "LD_LIBRARY_PATH", "NODE_PATH", "PATH",     "PYTHONPATH",
            "PWD",  "TABLE",           "TZ",        "_HANDLER", "_X_AMZN_TRACE_ID"};
        QVERIFY2(own.contains(name) || name.startsWith("AWS_") || name.startsWith("LAMBDA_"),
                 name.constData());
    }
    QCOMPARE(stringAt(variables, "AWS_PROFILE"), QByteArray("<none>"));
}

void tst_Environment::deadlineAndContext()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestFor(ground, QStringLiteral("context_dump"));
    request.requestId = newRequestId();

    RUN(record, m_test, request);

    const auto response = parseJson(record.response);
    QVERIFY(response.has_value());
    const bool isPython = ground.language == QStringLiteral("python");
    QCOMPARE(stringAt(*response, isPython ? "aws_request_id" : "awsRequestId"),
             request.requestId.toLatin1());
    QCOMPARE(stringAt(*response, isPython ? "invoked_function_arn" : "invokedFunctionArn"),
             QByteArray("arn:aws:lambda:us-east-1:123456789012:function:context_dump"));
    const qint64 remaining = response->at("remaining").get<qint64>();
    QVERIFY2(remaining > 0 && remaining <= 60'000, QByteArray::number(remaining).constData());
}

void tst_Environment::temporaryFilesSurviveWarmRuns()
{
    FETCH_GROUND(ground);
    if (ground.isolation == IsolationChoice::None)
        QFile::remove(QStringLiteral("/tmp/kept"));
    InvocationRequest request = requestFor(ground, QStringLiteral("writes_tmp"));

    RUN(first, m_test, request);
    RUN(second, m_test, request);

    QCOMPARE(first.response, QByteArray("false"));
    QCOMPARE(second.response, QByteArray("true"));
    if (ground.isolation == IsolationChoice::Bubblewrap) {
        request.start = StartChoice::ForceCold;
        RUN(cold, m_test, request);
        QCOMPARE(cold.response, QByteArray("false"));
    } else {
        QFile::remove(QStringLiteral("/tmp/kept"));
    }
}

void tst_Environment::codeIsReadOnly()
{
    FETCH_GROUND(ground);
    if (ground.isolation == IsolationChoice::None)
        QSKIP("only bubblewrap protects the code");
    const QTemporaryDir folder;
    writeWritingHandler(folder.path());
    const QByteArray event = R"(["/var/task/x","/var/runtime/x","/opt/x","/x","/usr/x","/dev/x",)"
                             R"("/tmp/x"])";

    RUN(record, m_test, requestForFolder(ground, folder.path(), event));

    const auto made = parseJson(record.response);
    QVERIFY(made.has_value());
    QCOMPARE(writeJson(*made, JsonLayout::Compact), QByteArray("[\"/tmp/x\"]"));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("x"))));
}

void tst_Environment::theComputerIsNotSeen()
{
    FETCH_GROUND(ground);
    if (ground.isolation == IsolationChoice::None)
        QSKIP("only bubblewrap hides the computer");
    const QTemporaryDir folder;
    writeFile(
        folder.filePath(QStringLiteral("app.py")),
        "import os\n"
        "def handler(event, context):\n"
        "    return [os.path.exists(event), os.getuid(),\n"
        "            max(int(name) for name in os.listdir('/proc') if name.isdigit()) < 100]\n");
    writeFile(
        folder.filePath(QStringLiteral("app.js")),
        "const fs = require('fs');\n"
        "exports.handler = async (event) => [fs.existsSync(event), process.getuid(),\n"
        "    Math.max(...fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name))) < 100];\n");
    const QTemporaryDir other;

    RUN(record, m_test, requestForFolder(ground, folder.path(), '"' + other.path().toUtf8() + '"'));

    const auto seen = parseJson(record.response);
    QVERIFY2(seen.has_value(), record.response.constData());
    QCOMPARE(writeJson(*seen, JsonLayout::Compact), QByteArray("[false,993,true]"));
}

void tst_Environment::runningLeavesNoFilesInTheCode()
{
    FETCH_GROUND(ground);
    const QTemporaryDir folder;
    writeHandler(ground, folder.path(), "done");
    writeFile(folder.filePath(QStringLiteral("helper.py")), "value = 1\n");
    if (ground.language == QStringLiteral("python"))
        writeFile(folder.filePath(QStringLiteral("app.py")),
                  "import helper\ndef handler(event, context):\n    return helper.value\n");
    const QStringList before
        = QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::Hidden);

    RUN(record, m_test, requestForFolder(ground, folder.path()));

    QCOMPARE(record.status, InvocationStatus::Succeeded);
    QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::Hidden),
             before);
}

void tst_Environment::handlersInheritNoSocket()
{
    FETCH_GROUND(ground);

    RUN(record, m_test,
        requestFor(ground, QStringLiteral("forks_children"), "{\"what\":\"sockets\"}"));

    const auto sockets = parseJson(record.response);
    QVERIFY2(sockets.has_value(), record.response.constData());
    QVERIFY2(*sockets == OrderedJson::array() || *sockets == OrderedJson("[]"),
             record.response.constData());
}

void tst_Environment::standardInputIsEmpty()
{
    FETCH_GROUND(ground);
    const QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("app.py")),
              "import sys\ndef handler(event, context):\n    return sys.stdin.read()\n");

    RUN(record, m_test, requestForFolder(ground, folder.path()));

    QCOMPARE(record.response, QByteArray("\"\""));
}

COLDFRAME_TEST(tst_Environment);

#include "tst_environment.moc"
