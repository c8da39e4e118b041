// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/environmentvariables.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_EnvironmentVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesOfThePlatform_data();
    void valuesOfThePlatform();
    void whatTheFunctionSets_data();
    void whatTheFunctionSets();
    void nothingIsInherited();
    void noLayersWithoutAnOptFolder();
};

namespace {

const QString address = QStringLiteral("127.0.0.1:9001");
const QString stream = QStringLiteral("2026/11/23/[$LATEST]0123456789abcdef0123456789abcdef");

Interpreter python()
{
    return {RuntimeFamily::Python,
            QStringLiteral("/usr/bin/python3.11"),
            QStringLiteral("3.11.2"),
            QStringLiteral("/usr"),
            {}};
}

Interpreter nodeJs()
{
    return {RuntimeFamily::NodeJs,
            QStringLiteral("/usr/bin/node"),
            QStringLiteral("20.20.2"),
            QStringLiteral("/usr"),
            {}};
}

EnvironmentPaths sandboxPaths()
{
    return {QStringLiteral("/var/task"), QStringLiteral("/var/runtime"), QStringLiteral("/opt")};
}

FunctionConfig orders()
{
    FunctionConfig function;
    function.name = QStringLiteral("orders");
    function.runtime = QStringLiteral("python3.11");
    function.handler = QStringLiteral("app.handler");
    function.memory = MebiBytes{512};
    function.region = QStringLiteral("eu-west-1");
    return function;
}

QString unset()
{
    return QStringLiteral("<not set>");
}

QString valueOf(const std::map<QString, QString> &variables, const QString &name)
{
    const auto found = variables.find(name);
    return found == variables.end() ? unset() : found->second;
}

} // namespace

void tst_EnvironmentVariables::valuesOfThePlatform_data()
{
    QTest::addColumn<bool>("isPython");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");

    const auto row = [](const char *title, bool isPython, const char *name, const char *value) {
        QTest::newRow(title) << isPython << QString::fromLatin1(name) << QString::fromLatin1(value);
    };
    row("handler", true, "_HANDLER", "app.handler");
    row("region", true, "AWS_REGION", "eu-west-1");
    row("default region", true, "AWS_DEFAULT_REGION", "eu-west-1");
    row("the runtime that really runs, Python", true, "AWS_EXECUTION_ENV", "AWS_Lambda_python3.11");
    row("the runtime that really runs, Node.js", false, "AWS_EXECUTION_ENV",
        "AWS_Lambda_nodejs20.x");
    row("function name", true, "AWS_LAMBDA_FUNCTION_NAME", "orders");
    row("memory in MB", true, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    row("version", true, "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    row("initialization type", true, "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    row("log group", true, "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders");
    row("log stream", true, "AWS_LAMBDA_LOG_STREAM_NAME",
        "2026/11/23/[$LATEST]0123456789abcdef0123456789abcdef");
    row("Runtime API", true, "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001");
    row("task root", true, "LAMBDA_TASK_ROOT", "/var/task");
    row("runtime folder", true, "LAMBDA_RUNTIME_DIR", "/var/runtime");
    row("language", true, "LANG", "en_US.UTF-8");
    row("time zone", true, "TZ", ":UTC");
    row("programs", true, "PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    row("libraries", true, "LD_LIBRARY_PATH", "/var/task/lib:/var/task:/opt/lib");
    row("Python modules", true, "PYTHONPATH", "/var/runtime");
    row("no Python modules for Node.js", false, "PYTHONPATH", "<not set>");
    row("Node.js modules", false, "NODE_PATH",
        "/opt/nodejs/node20/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules");
    row("no Node.js modules for Python", true, "NODE_PATH", "<not set>");
}

void tst_EnvironmentVariables::valuesOfThePlatform()
{
    QFETCH(const bool, isPython);
    QFETCH(const QString, name);
    QFETCH(const QString, value);

    const auto variables = runtimeVariables(orders(), isPython ? python() : nodeJs(),
                                            sandboxPaths(), address, stream);

    QCOMPARE(valueOf(variables, name), value);
}

void tst_EnvironmentVariables::whatTheFunctionSets_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isKept");

    QTest::newRow("a variable of its own") << QStringLiteral("TABLE") << true;
    QTest::newRow("overridable: language") << QStringLiteral("LANG") << true;
    QTest::newRow("overridable: time zone") << QStringLiteral("TZ") << true;
    QTest::newRow("overridable: programs") << QStringLiteral("PATH") << true;
    QTest::newRow("overridable: Python modules") << QStringLiteral("PYTHONPATH") << true;
    QTest::newRow("overridable: libraries") << QStringLiteral("LD_LIBRARY_PATH") << true;
    QTest::newRow("log format") << QStringLiteral("AWS_LAMBDA_LOG_FORMAT") << true;
    QTest::newRow("reserved: region") << QStringLiteral("AWS_REGION") << false;
    QTest::newRow("reserved: handler") << QStringLiteral("_HANDLER") << false;
    QTest::newRow("reserved: Runtime API") << QStringLiteral("AWS_LAMBDA_RUNTIME_API") << false;
    QTest::newRow("reserved: memory") << QStringLiteral("AWS_LAMBDA_FUNCTION_MEMORY_SIZE") << false;
    QTest::newRow("credentials: key id") << QStringLiteral("AWS_ACCESS_KEY_ID") << false;
    QTest::newRow("credentials: secret") << QStringLiteral("AWS_SECRET_ACCESS_KEY") << false;
    QTest::newRow("credentials: token") << QStringLiteral("AWS_SESSION_TOKEN") << false;
    QTest::newRow("with a leading underscore") << QStringLiteral("_MINE") << false;
}

void tst_EnvironmentVariables::whatTheFunctionSets()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isKept);
    FunctionConfig function = orders();
    function.environment[name] = QStringLiteral("mine");

    const auto variables = runtimeVariables(function, python(), sandboxPaths(), address, stream);

    QCOMPARE(valueOf(variables, name) == QStringLiteral("mine"), isKept);
}

void tst_EnvironmentVariables::nothingIsInherited()
{
    qputenv("COLDFRAME_TEST_LEAK", "leaked");
    qputenv("AWS_PROFILE", "production");

    const auto variables = runtimeVariables(orders(), python(), sandboxPaths(), address, stream);

    qunsetenv("COLDFRAME_TEST_LEAK");
    qunsetenv("AWS_PROFILE");
    QCOMPARE(valueOf(variables, QStringLiteral("COLDFRAME_TEST_LEAK")), unset());
    QCOMPARE(valueOf(variables, QStringLiteral("AWS_PROFILE")), unset());
    QCOMPARE(valueOf(variables, QStringLiteral("HOME")), unset());
}

void tst_EnvironmentVariables::noLayersWithoutAnOptFolder()
{
    const EnvironmentPaths paths{
        QStringLiteral("/home/me/orders"), QStringLiteral("/cache/rt"), {}};

    const auto variables = runtimeVariables(orders(), nodeJs(), paths, address, stream);

    QCOMPARE(valueOf(variables, QStringLiteral("PATH")),
             QStringLiteral("/usr/local/bin:/usr/bin/:/bin"));
    QCOMPARE(valueOf(variables, QStringLiteral("LD_LIBRARY_PATH")),
             QStringLiteral("/home/me/orders/lib:/home/me/orders"));
    QCOMPARE(valueOf(variables, QStringLiteral("NODE_PATH")),
             QStringLiteral("/cache/rt/node_modules"));
    QCOMPARE(valueOf(variables, QStringLiteral("LAMBDA_TASK_ROOT")),
             QStringLiteral("/home/me/orders"));
}

COLDFRAME_TEST(tst_EnvironmentVariables);

#include "tst_environmentvariables.moc"
