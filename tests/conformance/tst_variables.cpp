// SPDX-License-Identifier: GPL-3.0-or-later
// environment, section 2: variables of runtimes and extensions.
#include "tests/conformance/clients.h"
#include "tests/conformance/textpattern.h"
#include "tests/support/testmain.h"

#include "core/base/jsontext.h"
#include "core/runtime/interpreter.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

class tst_VariablesOfAnEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofACustomRuntime_data();
    void ofACustomRuntime();
    void absent_data();
    void absent();
    void ofPython_data();
    void ofPython();
    void ofNodeJs_data();
    void ofNodeJs();
    void withSnapStart_data();
    void withSnapStart();
    void credentialsOfASnapshot();
    void withJsonLogs();
    void refused_data();
    void refused();
    void precedence_data();
    void precedence();
    void ofExtensions();
    void traceIdChanges_data();
    void traceIdChanges();
    void wrapperScript();
    void nodeOptions();

private:
    Result<InvocationRecord> dump(const QString &runtime, const RequestChange &change = {});
    QByteArray valueOf(const QString &runtime, const QByteArray &name,
                       const RequestChange &change = {});

    ScenarioTest m_test;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<QString, OrderedJson> m_dumps; ///< of runs without a change, by runtime
};

namespace {

const QString provided = QStringLiteral("provided.al2023");
const QString python = QStringLiteral("python");
const QString nodeJs = QStringLiteral("nodejs");

void snapStart(InvocationRequest &request)
{
    request.function.snapStart = true;
}

void addValues()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
}

void addValue(const char *name, const QByteArray &value)
{
    QTest::newRow(name) << QByteArray(name) << value;
}

/// A variable of a function that handed all of them over; "<none>" without it.
QByteArray valueIn(const OrderedJson &variables, const QByteArray &name)
{
    const auto found = variables.find(name.toStdString());
    return found == variables.end() ? QByteArray("<none>")
                                    : QByteArray::fromStdString(found->get<std::string>());
}

RequestChange withVariable(const char *name, const char *value)
{
    return [=](InvocationRequest &request) {
        request.function.environment[QLatin1String(name)] = QLatin1String(value);
    };
}

} // namespace

/// Runs a function of the runtime, which answers with its variables, inside bubblewrap.
Result<InvocationRecord> tst_VariablesOfAnEnvironment::dump(const QString &runtime,
                                                            const RequestChange &change)
{
    InvocationRequest request;
    if (runtime == provided) {
        request = m_test.prepare({R"(
if os.environ.get('AWS_LAMBDA_INITIALIZATION_TYPE') == 'snap-start':
    connection().request('GET', '/runtime/restore/next')
respond(next_event(), json.dumps(dict(os.environ)))
)"});
    } else {
        m_folder = std::make_unique<QTemporaryDir>();
        request
            = functionFor(runtime == python ? Client::Python : Client::NodeJs, m_folder->path());
        writeFile(m_folder->filePath(QStringLiteral("app.py")),
                  "import os\ndef handler(event, context):\n    return dict(os.environ)\n");
        writeFile(m_folder->filePath(QStringLiteral("app.js")),
                  "exports.handler = async () => ({ ...process.env });\n");
    }
    request.isolation = IsolationChoice::Bubblewrap;
    request.function.memory = MebiBytes{512};
    if (change)
        change(request);
    Result<InvocationRecord> record = m_test.run(request);
    m_test.recycle();
    return record;
}

QByteArray tst_VariablesOfAnEnvironment::valueOf(const QString &runtime, const QByteArray &name,
                                                 const RequestChange &change)
{
    if (const auto known = m_dumps.find(runtime); !change && known != m_dumps.end())
        return valueIn(known->second, name);
    const Result<InvocationRecord> record = dump(runtime, change);
    if (!record)
        return "refused: " + record.error().detail.toUtf8();
    Result<OrderedJson> json = parseJson(record->response);
    if (!json || !json->is_object() || record->status != InvocationStatus::Succeeded)
        return "failed: " + record->response;
    QByteArray value = valueIn(*json, name);
    if (!change)
        m_dumps.emplace(runtime, std::move(*json));
    return value;
}

void tst_VariablesOfAnEnvironment::ofACustomRuntime_data()
{
    addValues();
    addValue("_HANDLER", "program.handler");
    addValue("AWS_DEFAULT_REGION", "us-east-1");
    addValue("AWS_REGION", "us-east-1");
    addValue("AWS_LAMBDA_FUNCTION_NAME", "scenario");
    addValue("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    addValue("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    addValue("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    addValue("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/scenario");
    addValue("AWS_LAMBDA_LOG_STREAM_NAME", "<number>/<number>/<number>/[$LATEST]<hex32>");
    addValue("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:<number>");
    addValue("LAMBDA_TASK_ROOT", "/var/task");
    addValue("LAMBDA_RUNTIME_DIR", "/var/runtime");
    addValue("LANG", "en_US.UTF-8");
    addValue("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    addValue("LD_LIBRARY_PATH",
             "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:"
             "/var/task/lib:/opt/lib");
    addValue("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
    addValue("AWS_XRAY_DAEMON_ADDRESS", "169.254.<number>.<number>:2000");
    addValue("TZ", ":UTC");
    addValue("AWS_LAMBDA_LOG_FORMAT", "Text");
    addValue("_LAMBDA_TELEMETRY_LOG_FD", "<number>");
    for (const char *name :
         {"AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"})
        addValue(name, "coldframe");
}

void tst_VariablesOfAnEnvironment::ofACustomRuntime()
{
    SKIP_WITHOUT_ISOLATION;
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const QByteArray actual = valueOf(provided, name);
    QVERIFY2(matches(actual, value, {}), actual.constData());
}

void tst_VariablesOfAnEnvironment::absent_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"_X_AMZN_TRACE_ID", "AWS_EXECUTION_ENV", "AWS_LAMBDA_MAX_CONCURRENCY",
                             "AWS_LAMBDA_METADATA_API", "NODE_OPTIONS"})
        QTest::newRow(name) << provided << QByteArray(name);
    QTest::newRow("NODE_OPTIONS of Node.js") << nodeJs << QByteArray("NODE_OPTIONS");
}

void tst_VariablesOfAnEnvironment::absent()
{
    SKIP_WITHOUT_ISOLATION;
    QFETCH(const QString, runtime);
    QFETCH(const QByteArray, name);
    QCOMPARE(valueOf(runtime, name), QByteArray("<none>"));
}

void tst_VariablesOfAnEnvironment::ofPython_data()
{
    addValues();
    addValue("AWS_EXECUTION_ENV", "AWS_Lambda_python3.<number>");
    addValue("PYTHONPATH", "/var/runtime");
    addValue("PATH", "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    addValue("_HANDLER", "app.handler");
    addValue("_X_AMZN_TRACE_ID", "Root=1-<hex8>-<hex24>;Parent=<hex16>;Sampled=<any>");
}

void tst_VariablesOfAnEnvironment::ofPython()
{
    SKIP_WITHOUT_ISOLATION;
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const QByteArray actual = valueOf(python, name);
    QVERIFY2(matches(actual, value, {}), actual.constData());
}

void tst_VariablesOfAnEnvironment::ofNodeJs_data()
{
    addValues();
    addValue("AWS_EXECUTION_ENV", "AWS_Lambda_nodejs<number>.x");
    addValue("NODE_PATH",
             "/opt/nodejs/node<number>/node_modules:/opt/nodejs/node_modules:"
             "/var/runtime/node_modules");
    addValue("PATH", "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    addValue("_X_AMZN_TRACE_ID", "Root=1-<hex8>-<hex24>;Parent=<hex16>;Sampled=<any>");
}

void tst_VariablesOfAnEnvironment::ofNodeJs()
{
    SKIP_WITHOUT_ISOLATION;
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const QByteArray actual = valueOf(nodeJs, name);
    QVERIFY2(matches(actual, value, {}), actual.constData());
}

void tst_VariablesOfAnEnvironment::withSnapStart_data()
{
    addValues();
    addValue("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    addValue("AWS_LAMBDA_LOG_GROUP_NAME", "<none>");
    addValue("AWS_LAMBDA_LOG_STREAM_NAME", "<none>");
    addValue("AWS_ACCESS_KEY_ID", "<none>");
    addValue("AWS_SECRET_ACCESS_KEY", "<none>");
    addValue("AWS_CONTAINER_CREDENTIALS_FULL_URI",
             "http://127.0.0.1:<number>/2021-04-23/credentials");
}

void tst_VariablesOfAnEnvironment::withSnapStart()
{
    SKIP_WITHOUT_ISOLATION;
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const QByteArray actual = valueOf(provided, name, snapStart);
    QVERIFY2(matches(actual, value, {}), actual.constData());
}

void tst_VariablesOfAnEnvironment::credentialsOfASnapshot()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{R"(
path = '/' + os.environ['AWS_CONTAINER_CREDENTIALS_FULL_URI'].split('/', 3)[3]
token = os.environ['AWS_CONTAINER_AUTHORIZATION_TOKEN']
keys = call('GET', path, {'Authorization': token})
show(keys.status, sorted(keys.json))
show(call('GET', path, {'Authorization': 'wrong'}).status)
connection().request('GET', '/runtime/restore/next')
respond(next_event(), '1')
)",
                            {},
                            {"{}"},
                            snapStart};

    QCOMPARE(
        m_test.difference(scenario,
                          {"200 ['AccessKeyId', 'Expiration', 'SecretAccessKey', 'Token']\n404",
                           {succeeded("1")}}),
        QString());
}

void tst_VariablesOfAnEnvironment::withJsonLogs()
{
    SKIP_WITHOUT_ISOLATION;
    const auto withDebug = [](InvocationRequest &request) {
        request.function.logging = {LogFormat::Json, LogLevel::Debug, LogLevel::Info};
    };
    QCOMPARE(valueOf(provided, "AWS_LAMBDA_LOG_FORMAT", withDebug), QByteArray("JSON"));
    QCOMPARE(valueOf(provided, "AWS_LAMBDA_LOG_LEVEL", withDebug), QByteArray("DEBUG"));
}

void tst_VariablesOfAnEnvironment::refused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    const QString form = QStringLiteral("begins with a letter");
    QTest::newRow("one letter") << QStringLiteral("A") << QStringLiteral("1") << form;
    QTest::newRow("a digit first") << QStringLiteral("1A") << QStringLiteral("1") << form;
    QTest::newRow("a dash") << QStringLiteral("A-B") << QStringLiteral("1") << form;
    QTest::newRow("a reserved name")
        << QStringLiteral("AWS_REGION") << QStringLiteral("x") << QStringLiteral("reserved");
    QTest::newRow("more than 4 KB")
        << QStringLiteral("LONG") << QString(4096, u'x')
        << QStringLiteral("Lambda was unable to configure your environment variables because the "
                          "environment variables you have provided exceeded the 4KB limit. String "
                          "measured: {");
}

void tst_VariablesOfAnEnvironment::refused()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QString, reason);
    InvocationRequest request = m_test.prepare({});
    request.function.environment = {{name, value}};

    const Result<InvocationRecord> record = m_test.run(request);

    QVERIFY(!record);
    QVERIFY(record.error().code == Error::Code::InvalidArgument);
    QVERIFY2(record.error().detail.contains(reason), qPrintable(record.error().detail));
}

void tst_VariablesOfAnEnvironment::precedence_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("the function's own value of an overridable one")
        << QByteArray("LANG") << QByteArray("own");
    QTest::newRow("the function's own search path") << QByteArray("PATH") << QByteArray("own");
    QTest::newRow("names that begin with an underscore are dropped")
        << QByteArray("_MINE") << QByteArray("<none>");
}

void tst_VariablesOfAnEnvironment::precedence()
{
    SKIP_WITHOUT_ISOLATION;
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QCOMPARE(valueOf(provided, name, withVariable(name.constData(), "own")), value);
}

void tst_VariablesOfAnEnvironment::ofExtensions()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{"respond(next_event(), '1')\n",
                            {{QStringLiteral("one"), R"(
show([name for name in sorted(os.environ) if name.startswith('AWS_XRAY_') or name in (
      'AWS_EXECUTION_ENV', 'AWS_LAMBDA_LOG_GROUP_NAME', 'AWS_LAMBDA_LOG_STREAM_NAME',
      'LAMBDA_RUNTIME_DIR', 'LAMBDA_TASK_ROOT', '_HANDLER', '_X_AMZN_TRACE_ID')])
for name in 'MINE', 'AWS_ACCESS_KEY_ID', 'AWS_REGION', 'AWS_LAMBDA_FUNCTION_NAME':
    show(os.environ.get(name))
serve_events(identifier_of(register()))
)"}},
                            {"{}"},
                            withVariable("MINE", "yes")};

    QCOMPARE(m_test.difference(scenario,
                               {R"(
[]
yes
coldframe
us-east-1
scenario
)",
                                {succeeded("1")}}),
             QString());
}

void tst_VariablesOfAnEnvironment::traceIdChanges_data()
{
    QTest::addColumn<Client>("client");
    QTest::newRow("Python") << Client::Python;
    QTest::newRow("Node.js") << Client::NodeJs;
}

void tst_VariablesOfAnEnvironment::traceIdChanges()
{
    FETCH_CLIENT(client);
    m_folder = std::make_unique<QTemporaryDir>();
    const InvocationRequest request = functionFor(client, m_folder->path());
    writeFile(
        m_folder->filePath(QStringLiteral("app.py")),
        "import os\ndef handler(event, context):\n    return os.environ['_X_AMZN_TRACE_ID']\n");
    writeFile(m_folder->filePath(QStringLiteral("app.js")),
              "exports.handler = async () => process.env._X_AMZN_TRACE_ID;\n");
    RUN(first, m_test, request);
    RUN(second, m_test, request);
    QVERIFY2(first.response.startsWith("\"Root=1-"), first.response.constData());
    QVERIFY(first.response != second.response);
    m_test.recycle();
}

void tst_VariablesOfAnEnvironment::wrapperScript()
{
    SKIP_WITHOUT_ISOLATION;
    const QTemporaryDir layer;
    writeFile(layer.filePath(QStringLiteral("wrapper")), "#!/bin/sh\nWRAPPED=\"$#\" exec \"$@\"\n",
              true);
    for (const QString &runtime : {python, nodeJs}) {
        const QByteArray value = valueOf(runtime, "WRAPPED", [&](InvocationRequest &request) {
            request.function.layers = {layer.path()};
            request.function.environment[QStringLiteral("AWS_LAMBDA_EXEC_WRAPPER")]
                = QStringLiteral("/opt/wrapper");
        });
        QVERIFY2(value.toInt() > 0, value.constData());
    }
}

void tst_VariablesOfAnEnvironment::nodeOptions()
{
    m_folder = std::make_unique<QTemporaryDir>();
    InvocationRequest request = functionFor(Client::NodeJs, m_folder->path());
    writeFile(m_folder->filePath(QStringLiteral("app.js")),
              "exports.handler = async () => Error.stackTraceLimit;\n");
    withVariable("NODE_OPTIONS", "--stack-trace-limit=7")(request);
    RUN(record, m_test, request);
    QCOMPARE(record.response, QByteArray("7"));
    m_test.recycle();
}

COLDFRAME_TEST(tst_VariablesOfAnEnvironment);
#include "tst_variables.moc"
