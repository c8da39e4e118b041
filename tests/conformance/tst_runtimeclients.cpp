// SPDX-License-Identifier: GPL-3.0-or-later
// runtime-api, section 11: real runtimes, among them AWS's unmodified client.
#include "tests/conformance/clients.h"
#include "tests/conformance/textpattern.h"
#include "tests/support/testmain.h"

#include "core/base/jsontext.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_RuntimeClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersItsEvents_data() { addClients(); }
    void answersItsEvents();
    void largeEvents_data() { addClients(); }
    void largeEvents();
    void failsAndGoesOn_data() { addClients(); }
    void failsAndGoesOn();
    void endsAndComesBack_data() { addClients(); }
    void endsAndComesBack();
    void timesOutAndComesBack_data() { addClients(); }
    void timesOutAndComesBack();
    void logsBetweenStartAndEnd_data() { addClients(); }
    void logsBetweenStartAndEnd();
    void payloadOfCpp();
    void awsClientStreams();
    void awsClientFailsToLoad();
    void internalExtensionOfTheRuntime();
    void exactlyAccepted();

private:
    InvokerTest m_test;
    ScenarioTest m_scenario;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Whether a client handed an event back. Those that parse it write the same value in their own
/// way.
bool isAnswer(const QByteArray &response, Client client, const QByteArray &event)
{
    const QByteArray answer = answerTo(client, event);
    if (client == Client::Shell || client == Client::Cpp)
        return response == answer;
    const Result<OrderedJson> actual = parseJson(response);
    const Result<OrderedJson> wanted = parseJson(answer);
    return actual && wanted && *actual == *wanted;
}

const QByteArray failEvent(Client client)
{
    return client == Client::Cpp ? "{\"fail\": true}" : "{\"fail\":true}";
}

} // namespace

void tst_RuntimeClients::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_RuntimeClients::answersItsEvents()
{
    FETCH_CLIENT(client);
    InvocationRequest request = functionFor(client, m_folder->path());
    QString environment;
    for (const char *event : {R"({"a":1})", R"([1,"ä\u00e4",null])", R"("text")", "null", "0"}) {
        request.event = event;
        RUN(record, m_test, request);
        QVERIFY2(isAnswer(record.response, client, event), record.response.constData());
        QVERIFY(record.status == InvocationStatus::Succeeded);
        QVERIFY(environment.isEmpty() || environment == record.environment.id);
        QCOMPARE(record.isCold(), environment.isEmpty());
        environment = record.environment.id;
    }
}

void tst_RuntimeClients::largeEvents()
{
    FETCH_CLIENT(client);
    if (client == Client::Shell)
        QSKIP("a shell takes seconds for each megabyte");
    InvocationRequest request = functionFor(client, m_folder->path());
    for (const qsizetype bytes : {1'000'000, 6'000'000}) {
        request.event = '"' + QByteArray(bytes - 2, 'x') + '"';
        RUN(record, m_test, request);
        QVERIFY2(isAnswer(record.response, client, request.event),
                 record.response.left(1000).constData());
    }
}

void tst_RuntimeClients::failsAndGoesOn()
{
    FETCH_CLIENT(client);
    InvocationRequest request = functionFor(client, m_folder->path());
    request.event = failEvent(client);
    RUN(failed, m_test, request);
    QVERIFY(failed.status == InvocationStatus::Failed);
    QCOMPARE(failed.errorType, errorTypeOf(client));

    request.event = "[1]";
    RUN(record, m_test, request);

    QCOMPARE(record.response, answerTo(client, "[1]"));
    QCOMPARE(record.environment.id, failed.environment.id);
    QVERIFY(!record.isCold());
}

void tst_RuntimeClients::endsAndComesBack()
{
    FETCH_CLIENT(client);
    if (hasOwnFunction(client))
        QSKIP("its function does not know how to end");
    InvocationRequest request = functionFor(client, m_folder->path());
    request.event = R"({"exit":3})";
    request.requestId = newRequestId();
    RUN(ended, m_test, request);
    const QByteArray what = client == Client::Shell ? "signal: killed" : "exit status 3";
    QCOMPARE(ended.response,
             "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: "
                 + request.requestId.toLatin1() + " Error: Runtime exited with error: " + what
                 + "\"}");

    request.event = "[1]";
    request.requestId.clear();
    RUN(record, m_test, request);

    QCOMPARE(record.response, QByteArray("[1]"));
    QVERIFY(record.coldStart == ColdStartReason::EnvironmentReset);
}

void tst_RuntimeClients::timesOutAndComesBack()
{
    FETCH_CLIENT(client);
    if (hasOwnFunction(client))
        QSKIP("its function does not know how to wait");
    InvocationRequest request = functionFor(client, m_folder->path());
    request.function.timeout = 2s;
    request.event = R"({"sleep":true})";
    RUN(late, m_test, request);
    QVERIFY(late.status == InvocationStatus::TimedOut);

    request.event = "[1]";
    RUN(record, m_test, request);

    QCOMPARE(record.response, QByteArray("[1]"));
    QCOMPARE(record.environment.id, late.environment.id);
    QVERIFY(record.coldStart == ColdStartReason::EnvironmentReset);
}

void tst_RuntimeClients::logsBetweenStartAndEnd()
{
    FETCH_CLIENT(client);
    InvocationRequest request = functionFor(client, m_folder->path());
    request.requestId = newRequestId();

    RUN(record, m_test, request);

    const QByteArray line = client == Client::Cpp ? "event of 2 bytes" : "<any>handled";
    QCOMPARE(missingLine(textsOf(record.log),
                         {"START RequestId: <id1> Version: $LATEST", line, "END RequestId: <id1>",
                          "REPORT RequestId: <id1>\t<any>"},
                         {request.requestId.toLatin1()}),
             QString());
}

void tst_RuntimeClients::payloadOfCpp()
{
    if (const QString reason = reasonToSkip(Client::Cpp); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    InvocationRequest request = functionFor(Client::Cpp, m_folder->path());
    request.event = failEvent(Client::Cpp);

    RUN(record, m_test, request);

    QCOMPARE(record.response,
             QByteArray(R"({"errorMessage":"told to fail","errorType":"Function.Failed",)"
                        R"("stackTrace":[]})"));
}

void tst_RuntimeClients::awsClientStreams()
{
    if (const QString reason = reasonToSkip(Client::AwsNodeJs); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    InvocationRequest request = functionFor(Client::AwsNodeJs, m_folder->path());
    writeFile(m_folder->filePath(QStringLiteral("app.js")), R"('use strict';
exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    stream.write('one ');
    if (event.fail) {
        stream.destroy(new RangeError('in the middle'));
        return;
    }
    stream.write('two');
    stream.end();
});
)");
    request.responseMode = ResponseMode::Streamed;
    RUN(record, m_test, request);
    QCOMPARE(record.response, QByteArray("one two"));
    QVERIFY(record.streamed);
}

void tst_RuntimeClients::awsClientFailsToLoad()
{
    if (const QString reason = reasonToSkip(Client::AwsNodeJs); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    InvocationRequest request = functionFor(Client::AwsNodeJs, m_folder->path());
    request.function.handler = QStringLiteral("missing.handler");

    RUN(record, m_test, request);

    QCOMPARE(record.errorType, QStringLiteral("Runtime.ImportModuleError"));
    QVERIFY2(matches(record.response,
                     R"({"errorType":"Runtime.ImportModuleError","errorMessage":)"
                     R"("Error: Cannot find module 'missing'<any>","trace":[<any>]})",
                     {}),
             record.response.constData());
}

/// As the client for Go does when it wants to be told of the end.
void tst_RuntimeClients::internalExtensionOfTheRuntime()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{R"(
signal.signal(signal.SIGTERM, lambda number, frame: (show('SIGTERM'), os._exit(0)))
registration = register([], 'GoLangEnableSIGTERM')
show(registration.status)
identifier = identifier_of(registration)
threading.Thread(target=next_extension_event, args=[identifier], daemon=True).start()
respond(next_event(), '1')
next_event()
)",
                            {},
                            {"{}"},
                            {},
                            true};

    QCOMPARE(m_scenario.difference(scenario, {"200\nSIGTERM", {succeeded("1")}}), QString());
}

/// Clients for Go, Java and Ruby take no other success than 202.
void tst_RuntimeClients::exactlyAccepted()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{R"(
show(respond(next_event(), '1').status)
show(fail(next_event(), '{"errorType":"E"}').status)
show(stream(next_event(), ['2']).status)
)",
                            {},
                            {"{}", "{}", "{}"}};

    QCOMPARE(m_scenario.difference(
                 scenario,
                 {"202\n202\n202",
                  {succeeded("1"), failed("E", R"({"errorType":"E"})"), succeeded("2")}}),
             QString());
}

COLDFRAME_TEST(tst_RuntimeClients);
#include "tst_runtimeclients.moc"
