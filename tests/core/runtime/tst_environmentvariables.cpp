// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/environmentvariables.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <functional>

using namespace coldframe;

class tst_EnvironmentVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesOfThePlatform_data();
    void valuesOfThePlatform();
    void valuesByRuntime_data();
    void valuesByRuntime();
    void valuesByConfiguration_data();
    void valuesByConfiguration();
    void whatTheFunctionSets_data();
    void whatTheFunctionSets();
    void whatExtensionsGet_data();
    void whatExtensionsGet();
    void nothingIsInherited();
    void pathsWithoutIsolation_data();
    void pathsWithoutIsolation();
    void logDescriptor();
    void credentials_data();
    void credentials();
    void missingCredentials_data();
    void missingCredentials();
    void credentialsReachTheFunction();
    void refusals_data();
    void refusals();
    void fourKilobytes_data();
    void fourKilobytes();
};

namespace {

using FunctionChange = std::function<void(FunctionConfig &)>;

EnvironmentPaths sandboxPaths()
{
    return {QStringLiteral("/var/task"), QStringLiteral("/var/runtime"), QStringLiteral("/opt")};
}

FunctionConfig orders()
{
    FunctionConfig function;
    function.name = QStringLiteral("orders");
    function.runtime = QStringLiteral("python3.12");
    function.handler = QStringLiteral("app.handler");
    function.memory = MebiBytes{512};
    function.region = QStringLiteral("eu-west-1");
    return function;
}

VariableSources sourcesOf(const FunctionConfig &function,
                          const QString &runtime = QStringLiteral("python3.11"))
{
    VariableSources sources{function, runtime, sandboxPaths(), QStringLiteral("127.0.0.1:9001"),
                            QStringLiteral("2026/11/23/[$LATEST]0123456789abcdef0123456789abcdef")};
    sources.credentials = *credentialsFor(CredentialsChoice::Dummy, {});
    sources.credentialsToken = QStringLiteral("secret");
    return sources;
}

QString unset()
{
    return QStringLiteral("<not set>");
}

QString valueOf(const Variables &variables, const QString &name)
{
    const auto found = variables.find(name);
    return found == variables.end() ? unset() : found->second;
}

} // namespace

Q_DECLARE_METATYPE(FunctionChange)

void tst_EnvironmentVariables::valuesOfThePlatform_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");

    const auto row = [](const char *title, const char *name, const char *value) {
        QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(value);
    };
    row("handler", "_HANDLER", "app.handler");
    row("region", "AWS_REGION", "eu-west-1");
    row("default region", "AWS_DEFAULT_REGION", "eu-west-1");
    row("the runtime that really runs", "AWS_EXECUTION_ENV", "AWS_Lambda_python3.11");
    row("function name", "AWS_LAMBDA_FUNCTION_NAME", "orders");
    row("memory in MB", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    row("version", "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    row("initialization type", "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    row("log group", "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders");
    row("log stream", "AWS_LAMBDA_LOG_STREAM_NAME",
        "2026/11/23/[$LATEST]0123456789abcdef0123456789abcdef");
    row("Runtime API", "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001");
    row("task root", "LAMBDA_TASK_ROOT", "/var/task");
    row("runtime folder", "LAMBDA_RUNTIME_DIR", "/var/runtime");
    row("key", "AWS_ACCESS_KEY_ID", "coldframe");
    row("key by its old name", "AWS_ACCESS_KEY", "coldframe");
    row("secret", "AWS_SECRET_ACCESS_KEY", "coldframe");
    row("session token", "AWS_SESSION_TOKEN", "coldframe");
    row("no credentials endpoint", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "<not set>");
    row("language", "LANG", "en_US.UTF-8");
    row("time zone", "TZ", ":UTC");
    row("X-Ray without a trace", "AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
    row("X-Ray daemon", "AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129:2000");
    row("log format", "AWS_LAMBDA_LOG_FORMAT", "Text");
    row("no log level with Text", "AWS_LAMBDA_LOG_LEVEL", "<not set>");
    row("no framed log by default", "_LAMBDA_TELEMETRY_LOG_FD", "<not set>");
    row("no metadata endpoint", "AWS_LAMBDA_METADATA_API", "<not set>");
    row("no managed instances", "AWS_LAMBDA_MAX_CONCURRENCY", "<not set>");
}

void tst_EnvironmentVariables::valuesOfThePlatform()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    const FunctionConfig function = orders();

    const Variables variables = runtimeVariables(sourcesOf(function));

    QCOMPARE(valueOf(variables, name), value);
}

void tst_EnvironmentVariables::valuesByRuntime_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");

    const auto row = [](const char *runtime, const char *name, const char *value) {
        QTest::addRow("%s, %s", runtime, name)
            << QString::fromLatin1(runtime) << QString::fromLatin1(name)
            << QString::fromLatin1(value);
    };
    const char *managedPath = "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin";
    const char *libraries = "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:"
                            "/var/task:/var/task/lib:/opt/lib";
    row("python3.11", "PATH", managedPath);
    row("python3.11", "LD_LIBRARY_PATH", libraries);
    row("python3.11", "PYTHONPATH", "/var/runtime");
    row("python3.11", "NODE_PATH", "<not set>");
    row("nodejs20.x", "PATH", managedPath);
    row("nodejs20.x", "AWS_EXECUTION_ENV", "AWS_Lambda_nodejs20.x");
    row("nodejs20.x", "NODE_PATH",
        "/opt/nodejs/node20/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules");
    row("nodejs20.x", "PYTHONPATH", "<not set>");
    row("nodejs20.x", "NODE_OPTIONS", "<not set>");
    row("ruby3.3", "GEM_PATH", "/var/task/vendor/bundle/ruby/3.3.0:/opt/ruby/gems/3.3.0");
    row("ruby3.4", "GEM_PATH", "/var/task/vendor/bundle/ruby/3.4.0:/opt/ruby/gems/3.4.0");
    row("ruby3.3", "RUBYLIB", "/var/task:/var/runtime/lib:/opt/ruby/lib");
    row("java21", "CLASSPATH", "/var/task:/var/task/lib/*:/opt/java/lib/*");
    row("java8.al2", "AWS_EXECUTION_ENV", "AWS_Lambda_java8.al2");
    row("dotnet8", "AWS_LAMBDA_DOTNET_PREJIT", "ProvisionedConcurrency");
    row("provided.al2023", "PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    row("provided.al2023", "LD_LIBRARY_PATH", libraries);
    row("provided.al2023", "AWS_EXECUTION_ENV", "<not set>");
    row("provided.al2023", "_HANDLER", "app.handler");
    row("provided.al2", "AWS_EXECUTION_ENV", "<not set>");
}

void tst_EnvironmentVariables::valuesByRuntime()
{
    QFETCH(const QString, runtime);
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    const FunctionConfig function = orders();

    const Variables variables = runtimeVariables(sourcesOf(function, runtime));

    QCOMPARE(valueOf(variables, name), value);
}

void tst_EnvironmentVariables::valuesByConfiguration_data()
{
    QTest::addColumn<FunctionChange>("change");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");

    const auto row = [](const char *title, const FunctionChange &change, const char *name,
                        const char *value) {
        QTest::newRow(title) << change << QString::fromLatin1(name) << QString::fromLatin1(value);
    };
    const FunctionChange json = [](FunctionConfig &function) {
        function.logging = {LogFormat::Json, LogLevel::Warn, LogLevel::Debug};
    };
    row("JSON log", json, "AWS_LAMBDA_LOG_FORMAT", "JSON");
    row("the application's level, not the platform's", json, "AWS_LAMBDA_LOG_LEVEL", "WARN");
    const FunctionChange snapStart = [](FunctionConfig &function) { function.snapStart = true; };
    row("SnapStart", snapStart, "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    row("SnapStart has no log group", snapStart, "AWS_LAMBDA_LOG_GROUP_NAME", "<not set>");
    row("SnapStart has no log stream", snapStart, "AWS_LAMBDA_LOG_STREAM_NAME", "<not set>");
    row("SnapStart has no key", snapStart, "AWS_ACCESS_KEY_ID", "<not set>");
    row("SnapStart has no key by its old name", snapStart, "AWS_ACCESS_KEY", "<not set>");
    row("SnapStart has no secret", snapStart, "AWS_SECRET_ACCESS_KEY", "<not set>");
    row("SnapStart has no session token", snapStart, "AWS_SESSION_TOKEN", "<not set>");
    row("SnapStart fetches its keys", snapStart, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "http://127.0.0.1:9001/2021-04-23/credentials");
    row("SnapStart has a token for that", snapStart, "AWS_CONTAINER_AUTHORIZATION_TOKEN", "secret");
    const FunctionChange sneaking = [](FunctionConfig &function) {
        function.snapStart = true;
        function.environment[QStringLiteral("AWS_ACCESS_KEY_ID")] = QStringLiteral("mine");
    };
    row("a reserved name never comes from the function", sneaking, "AWS_ACCESS_KEY_ID",
        "<not set>");
}

void tst_EnvironmentVariables::valuesByConfiguration()
{
    QFETCH(const FunctionChange, change);
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    FunctionConfig function = orders();
    change(function);

    const Variables variables = runtimeVariables(sourcesOf(function));

    QCOMPARE(valueOf(variables, name), value);
}

void tst_EnvironmentVariables::whatTheFunctionSets_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isKept");

    for (const char *name : {"TABLE", "LANG", "TZ", "PATH", "PYTHONPATH", "LD_LIBRARY_PATH",
                             "NODE_OPTIONS", "AWS_LAMBDA_LOG_FORMAT", "AWS_LAMBDA_LOG_LEVEL",
                             "AWS_XRAY_CONTEXT_MISSING", "AWS_LAMBDA_EXEC_WRAPPER"})
        QTest::addRow("kept: %s", name) << QString::fromLatin1(name) << true;
    for (const char *name :
         {"AWS_REGION", "AWS_DEFAULT_REGION", "_HANDLER", "AWS_EXECUTION_ENV",
          "AWS_LAMBDA_RUNTIME_API", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "LAMBDA_TASK_ROOT", "_MINE",
          "_LAMBDA_TELEMETRY_LOG_FD", "AWS_LAMBDA_METADATA_TOKEN"})
        QTest::addRow("not kept: %s", name) << QString::fromLatin1(name) << false;
}

void tst_EnvironmentVariables::whatTheFunctionSets()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isKept);
    FunctionConfig function = orders();
    function.environment[name] = QStringLiteral("mine");

    const Variables variables = runtimeVariables(sourcesOf(function));

    QCOMPARE(valueOf(variables, name) == QStringLiteral("mine"), isKept);
}

void tst_EnvironmentVariables::whatExtensionsGet_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isThere");

    for (const char *name :
         {"TABLE", "AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_LAMBDA_RUNTIME_API",
          "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_INITIALIZATION_TYPE", "PATH", "LD_LIBRARY_PATH", "TZ"})
        QTest::addRow("there: %s", name) << QString::fromLatin1(name) << true;
    for (const char *name :
         {"AWS_EXECUTION_ENV", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_XRAY_CONTEXT_MISSING", "AWS_XRAY_DAEMON_ADDRESS", "LAMBDA_RUNTIME_DIR",
          "LAMBDA_TASK_ROOT", "_HANDLER", "_X_AMZN_TRACE_ID", "_LAMBDA_TELEMETRY_LOG_FD"})
        QTest::addRow("not there: %s", name) << QString::fromLatin1(name) << false;
}

void tst_EnvironmentVariables::whatExtensionsGet()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isThere);
    FunctionConfig function = orders();
    function.environment[QStringLiteral("TABLE")] = QStringLiteral("orders");
    VariableSources sources = sourcesOf(function);
    sources.logDescriptor = 5;

    QCOMPARE(extensionVariables(sources).contains(name), isThere);
}

void tst_EnvironmentVariables::nothingIsInherited()
{
    qputenv("COLDFRAME_TEST_LEAK", "leaked");
    qputenv("AWS_PROFILE", "production");
    const FunctionConfig function = orders();

    const Variables variables = runtimeVariables(sourcesOf(function));

    qunsetenv("COLDFRAME_TEST_LEAK");
    qunsetenv("AWS_PROFILE");
    QCOMPARE(valueOf(variables, QStringLiteral("COLDFRAME_TEST_LEAK")), unset());
    QCOMPARE(valueOf(variables, QStringLiteral("AWS_PROFILE")), unset());
    QCOMPARE(valueOf(variables, QStringLiteral("HOME")), unset());
}

void tst_EnvironmentVariables::pathsWithoutIsolation_data()
{
    QTest::addColumn<QString>("optDirectory");
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");

    const auto row = [](const char *title, const char *opt, const char *runtime, const char *name,
                        const char *value) {
        QTest::newRow(title) << QString::fromLatin1(opt) << QString::fromLatin1(runtime)
                             << QString::fromLatin1(name) << QString::fromLatin1(value);
    };
    row("programs", "", "nodejs20.x", "PATH", "/usr/local/bin:/usr/bin/:/bin");
    row("libraries", "", "nodejs20.x", "LD_LIBRARY_PATH",
        "/lib64:/usr/lib64:/cache/rt:/cache/rt/lib:/home/me/orders:/home/me/orders/lib");
    row("Node.js modules", "", "nodejs20.x", "NODE_PATH", "/cache/rt/node_modules");
    row("gems", "", "ruby3.3", "GEM_PATH", "/home/me/orders/vendor/bundle/ruby/3.3.0");
    row("Ruby files", "", "ruby3.3", "RUBYLIB", "/home/me/orders:/cache/rt/lib");
    row("Java classes", "", "java21", "CLASSPATH", "/home/me/orders:/home/me/orders/lib/*");
    row("task root", "", "python3.11", "LAMBDA_TASK_ROOT", "/home/me/orders");
    row("runtime folder", "", "python3.11", "LAMBDA_RUNTIME_DIR", "/cache/rt");
    row("Python modules", "", "python3.11", "PYTHONPATH", "/cache/rt");
    row("programs of layers", "/cache/layers/1", "nodejs20.x", "PATH",
        "/usr/local/bin:/usr/bin/:/bin:/cache/layers/1/bin");
    row("modules of layers", "/cache/layers/1", "nodejs20.x", "NODE_PATH",
        "/cache/layers/1/nodejs/node20/node_modules:/cache/layers/1/nodejs/node_modules:"
        "/cache/rt/node_modules");
}

void tst_EnvironmentVariables::pathsWithoutIsolation()
{
    QFETCH(const QString, optDirectory);
    QFETCH(const QString, runtime);
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    const FunctionConfig function = orders();
    VariableSources sources = sourcesOf(function, runtime);
    sources.paths
        = {QStringLiteral("/home/me/orders"), QStringLiteral("/cache/rt"), optDirectory, {}};

    QCOMPARE(valueOf(runtimeVariables(sources), name), value);
}

void tst_EnvironmentVariables::logDescriptor()
{
    const FunctionConfig function = orders();
    VariableSources sources = sourcesOf(function);
    sources.logDescriptor = 62;

    QCOMPARE(valueOf(runtimeVariables(sources), QStringLiteral("_LAMBDA_TELEMETRY_LOG_FD")),
             QStringLiteral("62"));
}

void tst_EnvironmentVariables::credentials_data()
{
    QTest::addColumn<CredentialsChoice>("choice");
    QTest::addColumn<Variables>("users");
    QTest::addColumn<Credentials>("expected");

    const QString dummy = QStringLiteral("coldframe");
    Variables keys{{QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AKIA1")},
                   {QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("shh")}};
    QTest::newRow("dummies, whatever the user has")
        << CredentialsChoice::Dummy << keys << Credentials{dummy, dummy, dummy, {}};
    QTest::newRow("keys for good") << CredentialsChoice::PassedThrough << keys
                                   << Credentials{QStringLiteral("AKIA1"), QStringLiteral("shh")};
    keys[QStringLiteral("AWS_SESSION_TOKEN")] = QStringLiteral("token");
    keys[QStringLiteral("AWS_DEFAULT_REGION")] = QStringLiteral("eu-north-1");
    QTest::newRow("keys for a session, with a default region")
        << CredentialsChoice::PassedThrough << keys
        << Credentials{QStringLiteral("AKIA1"), QStringLiteral("shh"), QStringLiteral("token"),
                       QStringLiteral("eu-north-1")};
    keys[QStringLiteral("AWS_REGION")] = QStringLiteral("eu-west-3");
    QTest::newRow("a region wins over a default one")
        << CredentialsChoice::PassedThrough << keys
        << Credentials{QStringLiteral("AKIA1"), QStringLiteral("shh"), QStringLiteral("token"),
                       QStringLiteral("eu-west-3")};
}

void tst_EnvironmentVariables::credentials()
{
    QFETCH(const CredentialsChoice, choice);
    QFETCH(const Variables, users);
    QFETCH(const Credentials, expected);

    const Result<Credentials> found = credentialsFor(choice, users);

    QVERIFY(found);
    QVERIFY(*found == expected);
}

void tst_EnvironmentVariables::missingCredentials_data()
{
    QTest::addColumn<Variables>("users");
    QTest::addColumn<QString>("missing");

    const QString id = QStringLiteral("AWS_ACCESS_KEY_ID");
    const QString secret = QStringLiteral("AWS_SECRET_ACCESS_KEY");
    QTest::newRow("nothing") << Variables{} << id;
    QTest::newRow("no secret") << Variables{{id, QStringLiteral("AKIA1")}} << secret;
    QTest::newRow("an empty key") << Variables{{id, QString()}, {secret, QStringLiteral("s")}}
                                  << id;
}

void tst_EnvironmentVariables::missingCredentials()
{
    QFETCH(const Variables, users);
    QFETCH(const QString, missing);

    const Result<Credentials> found = credentialsFor(CredentialsChoice::PassedThrough, users);

    QVERIFY(!found);
    QCOMPARE(found.error().code, Error::Code::InvalidArgument);
    QVERIFY2(found.error().detail.contains(missing), qPrintable(found.error().detail));
}

void tst_EnvironmentVariables::credentialsReachTheFunction()
{
    const FunctionConfig function = orders();
    VariableSources sources = sourcesOf(function);
    sources.credentials
        = {QStringLiteral("AKIA1"), QStringLiteral("shh"), {}, QStringLiteral("eu-north-1")};

    const Variables variables = runtimeVariables(sources);

    QCOMPARE(valueOf(variables, QStringLiteral("AWS_ACCESS_KEY_ID")), QStringLiteral("AKIA1"));
    QCOMPARE(valueOf(variables, QStringLiteral("AWS_SECRET_ACCESS_KEY")), QStringLiteral("shh"));
    QCOMPARE(valueOf(variables, QStringLiteral("AWS_SESSION_TOKEN")), unset());
    QCOMPARE(valueOf(variables, QStringLiteral("AWS_REGION")), QStringLiteral("eu-north-1"));
    QCOMPARE(valueOf(variables, QStringLiteral("AWS_DEFAULT_REGION")),
             QStringLiteral("eu-north-1"));
}

void tst_EnvironmentVariables::refusals_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason"); ///< a part of it; empty when it is accepted

    const auto row = [](const char *title, const char *name, const char *reason) {
        QTest::newRow(title) << QString::fromLatin1(name) << QStringLiteral("x")
                             << QString::fromLatin1(reason);
    };
    for (const char *name :
         {"AWS_REGION", "AWS_LAMBDA_FUNCTION_NAME", "AWS_ACCESS_KEY", "AWS_SESSION_TOKEN",
          "LAMBDA_TASK_ROOT", "_HANDLER", "AWS_LAMBDA_METADATA_API", "AWS_LAMBDA_MAX_CONCURRENCY"})
        QTest::addRow("reserved: %s", name)
            << QString::fromLatin1(name) << QStringLiteral("x") << QStringLiteral("is reserved");
    row("a digit first", "1A", "begins with a letter");
    row("one letter", "A", "at least two");
    row("a dash", "MY-TABLE", "only letters");
    row("a dropped one is no mistake", "_mine", "");
    row("small letters", "table", "");
    row("overridable", "PATH", "");
    row("a wrapper script", "AWS_LAMBDA_EXEC_WRAPPER", "");
    QTest::newRow("NUL") << QStringLiteral("TABLE") << QString(1, QChar(0))
                         << QStringLiteral("NUL");
}

void tst_EnvironmentVariables::refusals()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QString, reason);

    const Result<void> checked = checkVariables({{name, value}});

    QCOMPARE(checked.has_value(), reason.isEmpty());
    if (!checked) {
        const QString &detail = checked.error().detail;
        QVERIFY2(detail.contains(reason) && detail.contains(u'"' + name + u'"'),
                 qPrintable(detail));
    }
}

void tst_EnvironmentVariables::fourKilobytes_data()
{
    QTest::addColumn<int>("characters");
    QTest::addColumn<bool>("isAccepted");

    // {"AB":"..."} has nine characters besides the value.
    QTest::newRow("4,096 bytes of JSON") << 4'087 << true;
    QTest::newRow("one more") << 4'088 << false;
}

void tst_EnvironmentVariables::fourKilobytes()
{
    QFETCH(const int, characters);
    QFETCH(const bool, isAccepted);

    const Result<void> checked
        = checkVariables({{QStringLiteral("AB"), QString(characters, u'x')}});

    QCOMPARE(checked.has_value(), isAccepted);
    if (!checked) {
        const QString &detail = checked.error().detail;
        QVERIFY2(detail.startsWith(QStringLiteral(
                     "Lambda was unable to configure your environment variables because the "
                     "environment variables you have provided exceeded the 4KB limit. String "
                     "measured: {\"AB\":\"xxx")),
                 qPrintable(detail));
        QVERIFY(detail.contains(QStringLiteral("(4097 bytes)")));
    }
}

COLDFRAME_TEST(tst_EnvironmentVariables);

#include "tst_environmentvariables.moc"
