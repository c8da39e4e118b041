// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/runtime/extensionsbench.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace coldframe;
using namespace coldframe::test;

/// Registration, and what is refused.
class tst_ExtensionsApi : public ExtensionsBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

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
};

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

COLDFRAME_TEST(tst_ExtensionsApi);

#include "tst_extensionsapi.moc"
