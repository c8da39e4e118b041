// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/extensionsapi.h"

#include "tests/core/runtime/apiclient.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using coldframe::test::ApiAnswer;
using coldframe::test::ApiClient;

class tst_ExtensionsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void registration();
    void accountIdOnlyForThoseWhoAsk_data();
    void accountIdOnlyForThoseWhoAsk();
    void registrationsThatAreTaken_data();
    void registrationsThatAreTaken();
    void registrationsThatAreRefused_data();
    void registrationsThatAreRefused();
    void tooLate();
    void anUnknownNameIsAnInternalExtension();
    void theEleventhExtension();
    void theEleventhFile();
    void identifiersThatAreRefused_data();
    void identifiersThatAreRefused();
    void errorsNeedTheirType_data();
    void errorsNeedTheirType();
    void transitionsThatAreRefused_data();
    void transitionsThatAreRefused();
    void wrongPathsAndMethods_data();
    void wrongPathsAndMethods();
    void oneInvocation();
    void eachEventHasAnIdentifierOfItsOwn();
    void onlySubscribersAreTold();
    void doneWhenTheLastIsBack();
    void anEventForOneWhoIsLate();
    void withoutSubscribersAnInvocationIsDone();
    void initialisedWhenAllHaveCalledNext();
    void shutdown_data();
    void shutdown();
    void shutdownReachesOneWhoIsBusy();
    void internalExtensionsHearNoShutdown();
    void errorsOfExtensions_data();
    void errorsOfExtensions();
    void onlyTheFirstErrorCounts();
    void crash_data();
    void crash();
    void noCrashDuringShutdown();
    void noCrashAfterAnErrorOfItsOwn();
    void launchFailure();
    void aSecondPollOfOneThatWaits();
    void aPollAgainAfterLeaving();
    void resetStartsAnew();

private:
    std::unique_ptr<ApiClient> client() const { return std::make_unique<ApiClient>(m_port); }
    QByteArray enrol(ApiClient &client, const QByteArray &name, const QByteArray &events);
    QByteArray enrolled(const QByteArray &name, const QByteArray &events)
    {
        return enrol(*m_client, name, events);
    }
    void poll(ApiClient &client, const QByteArray &identifier);
    ExtensionStatus status(const QString &name) const;

    SystemClock m_clock;
    std::unique_ptr<ExtensionsApi> m_api;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
    std::unique_ptr<ApiClient> m_client;
};

namespace {

const QByteArray extensionRegisterPath = "/2020-01-01/extension/register";
const QByteArray extensionEventPath = "/2020-01-01/extension/event/next";
const QByteArray extensionInitErrorPath = "/2020-01-01/extension/init/error";
const QByteArray extensionExitErrorPath = "/2020-01-01/extension/exit/error";
const QByteArray unknownIdentifier = "01234567-89ab-cdef-0123-456789abcdef";
const QByteArray bothEvents = R"({"events":["INVOKE","SHUTDOWN"]})";
const QByteArray onlyInvoke = R"({"events":["INVOKE"]})";
const QByteArray onlyShutdown = R"({"events":["SHUTDOWN"]})";
const QByteArray noEvents = R"({"events":[]})";

HttpHeaders extensionNamed(const QByteArray &name)
{
    return {{"Lambda-Extension-Name", name}};
}

HttpHeaders identifiedBy(const QByteArray &identifier)
{
    return {{"Lambda-Extension-Identifier", identifier}};
}

HttpHeaders failingAs(const QByteArray &identifier)
{
    return {{"Lambda-Extension-Identifier", identifier},
            {"Lambda-Extension-Function-Error-Type", "Extension.NoKey"}};
}

QByteArray extensionRefusal(const QByteArray &type, const QByteArray &message)
{
    return "{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + type + "\"}\n";
}

ExtensionInvokeEvent extensionInvocation()
{
    return {WallTime(std::chrono::milliseconds(1542409706888)),
            QStringLiteral("8476a536-e9f4-11e8-9739-2dfe598c3fcd"),
            QStringLiteral("arn:aws:lambda:us-east-1:123456789012:function:orders"),
            "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"};
}

bool looksLikeAnIdentifier(const QByteArray &text)
{
    return text.size() == 36 && text.count('-') == 4;
}

} // namespace

void tst_ExtensionsApi::init()
{
    m_api = std::make_unique<ExtensionsApi>(m_clock);
    m_api->setFunction(QStringLiteral("orders"), QStringLiteral("$LATEST"),
                       QStringLiteral("app.handler"), QStringLiteral("123456789012"));
    m_server = std::make_unique<HttpServer>(
        HttpServer::Options{},
        [this](HttpRequest request, HttpReply reply) { m_api->handle(std::move(request), reply); });
    m_port = m_server->listenOnLoopback().value();
    m_client = client();
}

void tst_ExtensionsApi::cleanup()
{
    m_client.reset();
    m_server.reset();
    m_api.reset();
}

QByteArray tst_ExtensionsApi::enrol(ApiClient &client, const QByteArray &name,
                                    const QByteArray &events)
{
    return client.call("POST", extensionRegisterPath, extensionNamed(name), events)
        .header("Lambda-Extension-Identifier");
}

void tst_ExtensionsApi::poll(ApiClient &client, const QByteArray &identifier)
{
    const QString name = m_api->nameOf(identifier).value_or(QString());
    client.send("GET", extensionEventPath, identifiedBy(identifier));
    QTRY_COMPARE(status(name).state, ExtensionState::Ready);
}

ExtensionStatus tst_ExtensionsApi::status(const QString &name) const
{
    for (const ExtensionStatus &extension : m_api->extensions()) {
        if (extension.name == name)
            return extension;
    }
    return {};
}

void tst_ExtensionsApi::registration()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    QSignalSpy registered(m_api.get(), &ExtensionsApi::registered);

    const ApiAnswer answer
        = m_client->call("POST", extensionRegisterPath, extensionNamed("metrics"), bothEvents);

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body,
             QByteArray(R"({"functionName":"orders","functionVersion":"$LATEST",)"
                        R"("handler":"app.handler"})"
                        "\n"));
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    const QByteArray identifier = answer.header("Lambda-Extension-Identifier");
    QVERIFY2(looksLikeAnIdentifier(identifier), identifier.constData());
    QCOMPARE(registered.size(), 1);
    QCOMPARE(registered.first().first().toString(), QStringLiteral("metrics"));
    const ExtensionStatus extension = status(QStringLiteral("metrics"));
    QVERIFY(extension.isExternal);
    QCOMPARE(extension.state, ExtensionState::Registered);
    QVERIFY(extension.events.invoke && extension.events.shutdown);
    QVERIFY(extension.registeredAt && !extension.readyAt && !extension.doneAt);
    QCOMPARE(m_api->nameOf(identifier), std::optional(QStringLiteral("metrics")));
}

void tst_ExtensionsApi::accountIdOnlyForThoseWhoAsk_data()
{
    QTest::addColumn<QByteArray>("features");
    QTest::addColumn<bool>("isGiven");

    QTest::newRow("asks") << QByteArray("accountId") << true;
    QTest::newRow("asks among others") << QByteArray("newest, accountId ,other") << true;
    QTest::newRow("asks for others") << QByteArray("accountIds") << false;
    QTest::newRow("asks for nothing") << QByteArray("") << false;
}

void tst_ExtensionsApi::accountIdOnlyForThoseWhoAsk()
{
    QFETCH(const QByteArray, features);
    QFETCH(const bool, isGiven);
    HttpHeaders headers = extensionNamed("metrics");
    headers.push_back({"Lambda-Extension-Accept-Feature", features});

    const ApiAnswer answer = m_client->call("POST", extensionRegisterPath, headers, noEvents);

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body.endsWith("\"handler\":\"app.handler\",\"accountId\":\"123456789012\"}\n"),
             isGiven);
    QCOMPARE(answer.body.contains("accountId"), isGiven);
}

void tst_ExtensionsApi::registrationsThatAreTaken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("invoke");
    QTest::addColumn<bool>("shutdown");

    QTest::newRow("both events") << bothEvents << true << true;
    QTest::newRow("an event twice")
        << QByteArray(R"({"events":["INVOKE","INVOKE"]})") << true << false;
    QTest::newRow("only shutdown") << onlyShutdown << false << true;
    QTest::newRow("no events") << noEvents << false << false;
    QTest::newRow("events left out") << QByteArray("{}") << false << false;
    QTest::newRow("events are null") << QByteArray(R"({"events":null})") << false << false;
    QTest::newRow("null") << QByteArray("null") << false << false;
    QTest::newRow("no keys") << QByteArray(R"({"events":[],"configurationKeys":[]})") << false
                             << false;
    QTest::newRow("unknown members")
        << QByteArray(R"({"events":["INVOKE"],"colour":{}})") << true << false;
}

void tst_ExtensionsApi::registrationsThatAreTaken()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, invoke);
    QFETCH(const bool, shutdown);
    m_api->expectExternal({QStringLiteral("metrics")});

    QCOMPARE(m_client->call("POST", extensionRegisterPath, extensionNamed("metrics"), body).status,
             200);

    const ExtensionEvents expected{invoke, shutdown};
    QCOMPARE(status(QStringLiteral("metrics")).events, expected);
}

void tst_ExtensionsApi::registrationsThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("errorType");
    QTest::addColumn<QByteArray>("message"); // how it begins

    const auto row = [](const char *what, const QByteArray &name, const QByteArray &body,
                        const QByteArray &errorType, const QByteArray &message) {
        QTest::newRow(what) << name << body << errorType << message;
    };
    row("no name", "", bothEvents, "Extension.InvalidExtensionName", "Empty extension name");
    row("no name comes before no JSON", "", "{", "Extension.InvalidExtensionName",
        "Empty extension name");
    row("no body", "metrics", "", "InvalidRequestFormat", "");
    row("no JSON", "metrics", "{", "InvalidRequestFormat", "");
    row("a list", "metrics", "[\"INVOKE\"]", "InvalidRequestFormat", "expected an object");
    row("events are a text", "metrics", R"({"events":"INVOKE"})", "InvalidRequestFormat",
        "events: ");
    row("an event is a number", "metrics", R"({"events":[1]})", "InvalidRequestFormat", "events: ");
    row("keys are a text", "metrics", R"({"configurationKeys":"a"})", "InvalidRequestFormat",
        "configurationKeys: ");
    row("keys", "metrics", R"({"events":[],"configurationKeys":["a"]})", "InvalidRequestFormat",
        "configurationKeys are deprecated; use environment variables instead");
    row("unknown event", "metrics", R"({"events":["INVOKE","REBOOT"]})",
        "Extension.InvalidEventType", "REBOOT: ");
    row("lower case", "metrics", R"({"events":["invoke"]})", "Extension.InvalidEventType",
        "invoke: ");
    row("shutdown for an internal one", "inside", bothEvents, "Extension.InvalidEventType",
        "SHUTDOWN: ");
    row("an external one twice", "known", bothEvents, "Extension.InvalidExtensionState",
        "Extension with this name already registered");
    row("an internal one twice", "known-inside", onlyInvoke, "Extension.InvalidExtensionState",
        "Extension with this name already registered");
    row("after its process has ended", "ended", bothEvents, "Extension.InvalidExtensionState",
        "State transition from Exited to Registered failed for extension ended. "
        "Error: State transition is not allowed");
}

void tst_ExtensionsApi::registrationsThatAreRefused()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, errorType);
    QFETCH(const QByteArray, message);
    m_api->expectExternal(
        {QStringLiteral("metrics"), QStringLiteral("known"), QStringLiteral("ended")});
    enrolled("known", bothEvents);
    enrolled("known-inside", onlyInvoke);
    m_api->noteProcessEnded(QStringLiteral("ended"));
    QSignalSpy registered(m_api.get(), &ExtensionsApi::registered);

    const ApiAnswer answer
        = m_client->call("POST", extensionRegisterPath, extensionNamed(name), body);

    QCOMPARE(answer.status, 403);
    QVERIFY2(answer.body.startsWith("{\"errorMessage\":\"" + message), answer.body.constData());
    QVERIFY2(answer.body.endsWith("\",\"errorType\":\"" + errorType + "\"}\n"),
             answer.body.constData());
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    QVERIFY(answer.header("Lambda-Extension-Identifier").isEmpty());
    QCOMPARE(registered.size(), 0);
}

void tst_ExtensionsApi::tooLate()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    m_api->closeRegistration();

    for (const QByteArray &name : {QByteArray("metrics"), QByteArray("inside")}) {
        const ApiAnswer answer
            = m_client->call("POST", extensionRegisterPath, extensionNamed(name), onlyInvoke);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.body,
                 extensionRefusal("Extension.RegistrationClosed",
                                  "Extension registration closed already"));
    }
}

void tst_ExtensionsApi::anUnknownNameIsAnInternalExtension()
{
    m_api->expectExternal({QStringLiteral("metrics")});

    enrolled("metrics.py", onlyInvoke);

    QVERIFY(!status(QStringLiteral("metrics.py")).isExternal);
    QVERIFY(m_api->hasExternal() && m_api->hasInternal());
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::Started);
    QVERIFY(!m_api->isInitialised());
}

void tst_ExtensionsApi::theEleventhExtension()
{
    m_api->expectExternal({QStringLiteral("metrics")}); // has its place before it registers
    for (int i = 0; i < 9; ++i)
        QVERIFY(!enrolled("inside-" + QByteArray::number(i), onlyInvoke).isEmpty());

    const ApiAnswer answer
        = m_client->call("POST", extensionRegisterPath, extensionNamed("inside-9"), onlyInvoke);

    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.body,
             extensionRefusal("Extension.TooManyExtensions", "Extension limit (10) reached"));
    QVERIFY(!enrolled("metrics", bothEvents).isEmpty());
}

void tst_ExtensionsApi::theEleventhFile()
{
    QStringList names;
    for (int i = 0; i < 11; ++i)
        names.append(QStringLiteral("file-%1").arg(i));
    m_api->expectExternal(names);
    for (int i = 0; i < 10; ++i)
        QVERIFY(!enrolled(names[i].toLatin1(), bothEvents).isEmpty());

    const ApiAnswer answer = m_client->call("POST", extensionRegisterPath,
                                            extensionNamed(names.last().toLatin1()), bothEvents);

    QCOMPARE(answer.body,
             extensionRefusal("Extension.TooManyExtensions", "Extension limit (10) reached"));
}

void tst_ExtensionsApi::identifiersThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("identifier");
    QTest::addColumn<QByteArray>("body");

    const QByteArray missing = extensionRefusal("Extension.MissingExtensionIdentifier",
                                                "Missing Lambda-Extension-Identifier header");
    const QByteArray invalid = extensionRefusal("Extension.InvalidExtensionIdentifier",
                                                "Invalid Lambda-Extension-Identifier");
    const QByteArray unknown = extensionRefusal("Extension.UnknownExtensionIdentifier",
                                                "Unknown Lambda-Extension-Identifier");
    struct Call
    {
        const char *method;
        QByteArray path;
    };
    for (const Call &call : {Call{"GET", extensionEventPath}, Call{"POST", extensionInitErrorPath},
                             Call{"POST", extensionExitErrorPath}}) {
        const char *const path = call.path.constData();
        const bool isNext = call.path == extensionEventPath;
        QTest::addRow("%s without", path)
            << QByteArray(call.method) << call.path << QByteArray() << missing;
        QTest::addRow("%s with a name", path)
            << QByteArray(call.method) << call.path << QByteArray("metrics") << invalid;
        QTest::addRow("%s with a bad digit", path)
            << QByteArray(call.method) << call.path
            << QByteArray("01234567-89ab-cdef-0123-456789abcdeg") << invalid;
        QTest::addRow("%s with hyphens elsewhere", path)
            << QByteArray(call.method) << call.path
            << QByteArray("0123456-789ab-cdef-0123-456789abcdef") << invalid;
        QTest::addRow("%s with another's", path)
            << QByteArray(call.method) << call.path << unknownIdentifier
            << (isNext ? extensionRefusal("Extension.UnknownExtensionIdentifier",
                                          "Unknown extension " + unknownIdentifier)
                       : unknown);
    }
}

void tst_ExtensionsApi::identifiersThatAreRefused()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, identifier);
    QFETCH(const QByteArray, body);
    enrolled("inside", onlyInvoke);

    const ApiAnswer answer = m_client->call(method, path, failingAs(identifier));

    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.body, body);
}

void tst_ExtensionsApi::errorsNeedTheirType_data()
{
    QTest::addColumn<QByteArray>("path");

    QTest::newRow("init/error") << extensionInitErrorPath;
    QTest::newRow("exit/error") << extensionExitErrorPath;
}

void tst_ExtensionsApi::errorsNeedTheirType()
{
    QFETCH(const QByteArray, path);
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);

    const ApiAnswer answer = m_client->call("POST", path, identifiedBy(identifier));

    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.body,
             extensionRefusal("Extension.MissingHeader",
                              "Lambda-Extension-Function-Error-Type not found"));
    QCOMPARE(failed.size(), 0);
    QCOMPARE(status(QStringLiteral("inside")).state, ExtensionState::Registered);
}

void tst_ExtensionsApi::transitionsThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("first"); // what brings it into its state
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("transition");

    const QByteArray get("GET");
    const QByteArray post("POST");
    QTest::newRow("next after init/error") << extensionInitErrorPath << get << extensionEventPath
                                           << QByteArray("from InitError to Ready");
    QTest::newRow("next after exit/error") << extensionExitErrorPath << get << extensionEventPath
                                           << QByteArray("from ExitError to Ready");
    QTest::newRow("init/error after exit/error")
        << extensionExitErrorPath << post << extensionInitErrorPath
        << QByteArray("from ExitError to InitError");
    QTest::newRow("exit/error after init/error")
        << extensionInitErrorPath << post << extensionExitErrorPath
        << QByteArray("from InitError to ExitError");
    QTest::newRow("init/error while running")
        << extensionEventPath << post << extensionInitErrorPath
        << QByteArray("from Running to InitError");
}

void tst_ExtensionsApi::transitionsThatAreRefused()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, transition);
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    m_api->deliverInvoke(extensionInvocation());
    const int status
        = m_client->call(first == extensionEventPath ? "GET" : "POST", first, failingAs(identifier))
              .status;
    QCOMPARE(status, first == extensionEventPath ? 200 : 202);

    const ApiAnswer answer = m_client->call(method, path, failingAs(identifier));

    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.body,
             extensionRefusal("Extension.InvalidExtensionState",
                              "State transition " + transition + " failed for extension "
                                  + identifier + ". Error: State transition is not allowed"));
}

void tst_ExtensionsApi::wrongPathsAndMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");

    const QByteArray get("GET");
    const QByteArray post("POST");
    QTest::newRow("GET register") << get << extensionRegisterPath << 405;
    QTest::newRow("POST next") << post << extensionEventPath << 405;
    QTest::newRow("GET init/error") << get << extensionInitErrorPath << 405;
    QTest::newRow("GET exit/error") << get << extensionExitErrorPath << 405;
    QTest::newRow("nothing") << get << QByteArray("/2020-01-01/extension/") << 404;
    QTest::newRow("another") << post << QByteArray("/2020-01-01/extension/restart") << 404;
    QTest::newRow("another version")
        << get << QByteArray("/2021-01-01/extension/event/next") << 404;
}

void tst_ExtensionsApi::wrongPathsAndMethods()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);

    QCOMPARE(m_client->call(method, path, extensionNamed("inside")).status, status);
}

void tst_ExtensionsApi::oneInvocation()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = enrolled("metrics", bothEvents);
    poll(*m_client, identifier);
    QVERIFY(!m_client->hasAnswer());
    QVERIFY(m_api->isInitialised() && m_api->allDone());
    QSignalSpy done(m_api.get(), &ExtensionsApi::done);

    m_api->deliverInvoke(extensionInvocation());

    const ApiAnswer event = m_client->receive();
    QCOMPARE(event.status, 200);
    QCOMPARE(event.body,
             QByteArray(R"({"eventType":"INVOKE","deadlineMs":1542409706888,)"
                        R"("requestId":"8476a536-e9f4-11e8-9739-2dfe598c3fcd",)"
                        R"("invokedFunctionArn":)"
                        R"("arn:aws:lambda:us-east-1:123456789012:function:orders",)"
                        R"("tracing":{"type":"X-Amzn-Trace-Id",)"
                        R"("value":"Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"}})"));
    QCOMPARE(event.header("Content-Type"), QByteArray("application/json"));
    QVERIFY(looksLikeAnIdentifier(event.header("Lambda-Extension-Event-Identifier")));
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::Running);
    QVERIFY(!m_api->allDone());
    QCOMPARE(done.size(), 0);

    poll(*m_client, identifier);

    QVERIFY(m_api->allDone());
    QCOMPARE(done.size(), 1);
    QVERIFY(status(QStringLiteral("metrics")).doneAt.has_value());
}

void tst_ExtensionsApi::eachEventHasAnIdentifierOfItsOwn()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    QList<QByteArray> events;
    for (int i = 0; i < 3; ++i) {
        m_api->deliverInvoke(extensionInvocation());
        events.append(m_client->call("GET", extensionEventPath, identifiedBy(identifier))
                          .header("Lambda-Extension-Event-Identifier"));
    }

    QVERIFY(looksLikeAnIdentifier(events[0]));
    QVERIFY(events[0] != events[1] && events[1] != events[2] && events[0] != events[2]);
    QVERIFY(!events.contains(identifier));
}

void tst_ExtensionsApi::onlySubscribersAreTold()
{
    m_api->expectExternal({QStringLiteral("metrics"), QStringLiteral("cleaner")});
    const QByteArray metrics = enrolled("metrics", onlyInvoke);
    const QByteArray cleaner = enrolled("cleaner", onlyShutdown);
    const auto other = client();
    poll(*m_client, metrics);
    poll(*other, cleaner);

    m_api->deliverInvoke(extensionInvocation());

    QCOMPARE(m_client->receive().status, 200);
    QCOMPARE(status(QStringLiteral("cleaner")).state, ExtensionState::Ready);
    poll(*m_client, metrics);
    QVERIFY(m_api->allDone());
    QVERIFY(!status(QStringLiteral("cleaner")).doneAt);
    m_api->deliverShutdown(ShutdownReason::Spindown, {});
    QCOMPARE(other->receive().status, 200);
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::Ready);
    QVERIFY(!m_client->hasAnswer());
}

void tst_ExtensionsApi::doneWhenTheLastIsBack()
{
    const auto other = client();
    const QByteArray first = enrolled("first", onlyInvoke);
    const QByteArray second = enrolled("second", onlyInvoke);
    poll(*m_client, first);
    poll(*other, second);
    QSignalSpy done(m_api.get(), &ExtensionsApi::done);
    m_api->deliverInvoke(extensionInvocation());
    QCOMPARE(m_client->receive().status, 200);
    QCOMPARE(other->receive().status, 200);

    poll(*other, second);
    QCOMPARE(done.size(), 0);
    QVERIFY(!m_api->allDone());
    poll(*m_client, first);

    QCOMPARE(done.size(), 1);
    QVERIFY(m_api->allDone());
    QVERIFY(status(QStringLiteral("second")).doneAt <= status(QStringLiteral("first")).doneAt);
}

void tst_ExtensionsApi::anEventForOneWhoIsLate()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    QSignalSpy done(m_api.get(), &ExtensionsApi::done);
    m_api->deliverInvoke(extensionInvocation());
    QVERIFY(!m_api->allDone());

    const ApiAnswer event = m_client->call("GET", extensionEventPath, identifiedBy(identifier));

    QCOMPARE(event.status, 200);
    QVERIFY(event.body.contains("INVOKE"));
    QCOMPARE(status(QStringLiteral("inside")).state, ExtensionState::Running);
    QCOMPARE(done.size(), 0);
}

void tst_ExtensionsApi::withoutSubscribersAnInvocationIsDone()
{
    QVERIFY(m_api->allDone());
    const QByteArray identifier = enrolled("inside", noEvents);
    poll(*m_client, identifier);

    m_api->deliverInvoke(extensionInvocation());

    QVERIFY(m_api->allDone());
}

void tst_ExtensionsApi::initialisedWhenAllHaveCalledNext()
{
    QVERIFY(m_api->isInitialised());
    m_api->expectExternal({QStringLiteral("first"), QStringLiteral("second")});
    QVERIFY(!m_api->isInitialised());
    QSignalSpy initialised(m_api.get(), &ExtensionsApi::initialised);
    const auto other = client();
    const auto third = client();

    const QByteArray first = enrolled("first", bothEvents);
    poll(*m_client, first);
    QVERIFY(!m_api->isInitialised());
    const QByteArray second = enrol(*other, "second", noEvents);
    const QByteArray inside = enrol(*third, "inside", noEvents);
    poll(*other, second);
    QVERIFY(!m_api->isInitialised());
    QCOMPARE(initialised.size(), 0);
    poll(*third, inside);

    QVERIFY(m_api->isInitialised());
    QCOMPARE(initialised.size(), 1);
    QVERIFY(status(QStringLiteral("inside")).readyAt.has_value());
    m_api->deliverInvoke(extensionInvocation());
    QCOMPARE(m_client->receive().status, 200);
    poll(*m_client, first);
    QCOMPARE(initialised.size(), 1);
}

void tst_ExtensionsApi::shutdown_data()
{
    QTest::addColumn<ShutdownReason>("reason");
    QTest::addColumn<QByteArray>("name");

    QTest::newRow("spindown") << ShutdownReason::Spindown << QByteArray("spindown");
    QTest::newRow("timeout") << ShutdownReason::Timeout << QByteArray("timeout");
    QTest::newRow("failure") << ShutdownReason::Failure << QByteArray("failure");
}

void tst_ExtensionsApi::shutdown()
{
    QFETCH(const ShutdownReason, reason);
    QFETCH(const QByteArray, name);
    m_api->expectExternal({QStringLiteral("metrics")});
    poll(*m_client, enrolled("metrics", bothEvents));

    m_api->deliverShutdown(reason, WallTime(std::chrono::milliseconds(1542409708888)));

    const ApiAnswer event = m_client->receive();
    QCOMPARE(event.status, 200);
    QCOMPARE(event.body,
             "{\"eventType\":\"SHUTDOWN\",\"shutdownReason\":\"" + name
                 + "\",\"deadlineMs\":1542409708888}");
    QVERIFY(looksLikeAnIdentifier(event.header("Lambda-Extension-Event-Identifier")));
    m_api->noteShutdownFailed(QStringLiteral("metrics"));
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::ShutdownFailed);
}

void tst_ExtensionsApi::shutdownReachesOneWhoIsBusy()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = enrolled("metrics", bothEvents);
    poll(*m_client, identifier);
    m_api->deliverInvoke(extensionInvocation());
    QVERIFY(m_client->receive().body.contains("INVOKE"));
    QSignalSpy done(m_api.get(), &ExtensionsApi::done);

    m_api->deliverShutdown(ShutdownReason::Timeout, {});

    const ApiAnswer event = m_client->call("GET", extensionEventPath, identifiedBy(identifier));
    QVERIFY(event.body.contains("SHUTDOWN"));
    QCOMPARE(done.size(), 0);
}

void tst_ExtensionsApi::internalExtensionsHearNoShutdown()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    m_api->deliverInvoke(extensionInvocation()); // not taken yet

    m_api->deliverShutdown(ShutdownReason::Spindown, {});

    poll(*m_client, identifier);
    QVERIFY(!m_client->hasAnswer());
}

void tst_ExtensionsApi::errorsOfExtensions_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("errorType");
    QTest::addColumn<QByteArray>("state");

    const QByteArray payload = R"({"errorMessage":"no key","errorType":"X","stackTrace":[]})";
    const QString init = QStringLiteral("Extension.InitError");
    const QString exit = QStringLiteral("Extension.ExitError");
    QTest::newRow("init/error") << extensionInitErrorPath << payload << init
                                << QByteArray("InitError");
    QTest::newRow("init/error without a body")
        << extensionInitErrorPath << QByteArray() << init << QByteArray("InitError");
    QTest::newRow("exit/error") << extensionExitErrorPath << payload << exit
                                << QByteArray("ExitError");
    QTest::newRow("exit/error that is no JSON")
        << extensionExitErrorPath << QByteArray("\xff{") << exit << QByteArray("ExitError");
}

void tst_ExtensionsApi::errorsOfExtensions()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, errorType);
    QFETCH(const QByteArray, state);
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = enrolled("metrics", bothEvents);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);

    const ApiAnswer answer = m_client->call("POST", path, failingAs(identifier), payload);

    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, QByteArray("{\"status\":\"OK\"}\n"));
    QTRY_COMPARE(failed.size(), 1);
    const auto failure = failed.first().first().value<ExtensionFailure>();
    QCOMPARE(failure.errorType, errorType);
    QCOMPARE(failure.name, QStringLiteral("metrics"));
    QCOMPARE(failure.reportedErrorType, QStringLiteral("Extension.NoKey"));
    QCOMPARE(failure.payload, payload);
    QCOMPARE(QByteArray(stateName(status(QStringLiteral("metrics")).state)), state);
    QCOMPARE(status(QStringLiteral("metrics")).errorType, errorType);
    QVERIFY(!m_api->isInitialised());
}

void tst_ExtensionsApi::onlyTheFirstErrorCounts()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);
    QCOMPARE(m_client->call("POST", extensionInitErrorPath, failingAs(identifier), "1").status,
             202);

    QCOMPARE(m_client->call("POST", extensionInitErrorPath, failingAs(identifier), "2").status,
             202);

    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<ExtensionFailure>().payload, QByteArray("1"));
}

void tst_ExtensionsApi::crash_data()
{
    QTest::addColumn<bool>("isRegistered");
    QTest::addColumn<bool>("isReady");

    QTest::newRow("before it registers") << false << false;
    QTest::newRow("before it calls next") << true << false;
    QTest::newRow("while it waits") << true << true;
}

void tst_ExtensionsApi::crash()
{
    QFETCH(const bool, isRegistered);
    QFETCH(const bool, isReady);
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = isRegistered ? enrolled("metrics", bothEvents) : QByteArray();
    if (isReady)
        poll(*m_client, identifier);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);

    m_api->noteProcessEnded(QStringLiteral("metrics"));
    m_api->noteProcessEnded(QStringLiteral("metrics"));
    m_api->noteProcessEnded(QStringLiteral("another"));

    QCOMPARE(failed.size(), 1);
    const auto failure = failed.first().first().value<ExtensionFailure>();
    QCOMPARE(failure.errorType, QStringLiteral("Extension.Crash"));
    QCOMPARE(failure.name, QStringLiteral("metrics"));
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::Exited);
    QVERIFY(!m_api->isInitialised());
    if (isRegistered)
        QVERIFY(!m_api->allDone());
}

void tst_ExtensionsApi::noCrashDuringShutdown()
{
    m_api->expectExternal({QStringLiteral("metrics"), QStringLiteral("silent")});
    poll(*m_client, enrolled("metrics", bothEvents));
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);
    m_api->deliverShutdown(ShutdownReason::Spindown, {});

    m_api->noteProcessEnded(QStringLiteral("metrics"));
    m_api->noteProcessEnded(QStringLiteral("silent"));

    QCOMPARE(failed.size(), 0);
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::Exited);
}

void tst_ExtensionsApi::noCrashAfterAnErrorOfItsOwn()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = enrolled("metrics", bothEvents);
    QCOMPARE(m_client->call("POST", extensionExitErrorPath, failingAs(identifier)).status, 202);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);

    m_api->noteProcessEnded(QStringLiteral("metrics"));

    QCOMPARE(failed.size(), 0);
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::ExitError);
}

void tst_ExtensionsApi::launchFailure()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);

    m_api->noteLaunchFailed(QStringLiteral("metrics"));

    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<ExtensionFailure>().errorType,
             QStringLiteral("Extension.LaunchError"));
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::LaunchError);
}

void tst_ExtensionsApi::aSecondPollOfOneThatWaits()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    poll(*m_client, identifier);

    const ApiAnswer answer = client()->call("GET", extensionEventPath, identifiedBy(identifier));

    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.body,
             extensionRefusal("Extension.InvalidExtensionState",
                              "State transition from Ready to Ready failed for extension "
                                  + identifier + ". Error: State transition is not allowed"));
    m_api->deliverInvoke(extensionInvocation());
    QCOMPARE(m_client->receive().status, 200);
}

void tst_ExtensionsApi::aPollAgainAfterLeaving()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    poll(*m_client, identifier);
    m_client = client();

    for (int i = 0; i < 2; ++i) // by then the server has seen that the other one has left
        QCOMPARE(m_client->call("GET", extensionRegisterPath).status, 405);
    m_api->deliverInvoke(extensionInvocation());
    QVERIFY(!m_api->allDone());

    QCOMPARE(m_client->call("GET", extensionEventPath, identifiedBy(identifier)).status, 200);
}

void tst_ExtensionsApi::resetStartsAnew()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray before = enrolled("metrics", bothEvents);
    m_api->closeRegistration();
    m_api->deliverShutdown(ShutdownReason::Failure, {});

    m_api->reset();

    QVERIFY(m_api->extensions().empty());
    QVERIFY(!m_api->nameOf(before));
    m_api->expectExternal({QStringLiteral("metrics")});
    QCOMPARE(m_client->call("GET", extensionEventPath, identifiedBy(before)).status, 403);
    const ApiAnswer answer
        = m_client->call("POST", extensionRegisterPath, extensionNamed("metrics"), bothEvents);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("\"functionName\":\"orders\""));
    QVERIFY(answer.header("Lambda-Extension-Identifier") != before);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);
    m_api->noteProcessEnded(QStringLiteral("metrics"));
    QCOMPARE(failed.size(), 1);
}

COLDFRAME_TEST(tst_ExtensionsApi);

#include "tst_extensionsapi.moc"
