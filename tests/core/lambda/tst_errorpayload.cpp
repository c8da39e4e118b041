// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/errorpayload.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_ErrorPayload : public QObject
{
    Q_OBJECT

private slots:
    void readsDialects_data();
    void readsDialects();
    void platformPayloadNamesTheTypeFirst();
    void platformPayloadKeepsText();
    void readsWhatThePlatformWrites();
    void platformMessageNamesTheRequest();
    void timeoutHasTwoDecimals_data();
    void timeoutHasTwoDecimals();
    void normalisesErrorTypes_data();
    void normalisesErrorTypes();
};

COLDFRAME_TEST(tst_ErrorPayload);

void tst_ErrorPayload::readsDialects_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("errorType");
    QTest::addColumn<QString>("errorMessage");
    QTest::addColumn<QStringList>("stackTrace");

    const auto row = [](const char *name, const char *payload, const char *type,
                        const char *message, const QStringList &trace) {
        QTest::newRow(name) << QByteArray(payload) << QString::fromUtf8(type)
                            << QString::fromUtf8(message) << trace;
    };
    row("Python",
        R"json({"errorMessage": "division by zero", "errorType": "ZeroDivisionError",
            "requestId": "1",
            "stackTrace": ["  File \"/var/task/m.py\", line 3, in h\n    1/0\n", "b"]})json",
        "ZeroDivisionError", "division by zero",
        {QStringLiteral("  File \"/var/task/m.py\", line 3, in h\n    1/0\n"),
         QStringLiteral("b")});
    row("Python while it loads the module",
        R"json({"errorMessage":"no m","errorType":"Runtime.ImportModuleError","requestId":"",
            "stackTrace":[]})json",
        "Runtime.ImportModuleError", "no m", {});
    row("Node.js",
        R"json({"errorType":"TypeError","errorMessage":"x",
            "trace":["TypeError: x","    at h (m.js:1)"]})json",
        "TypeError", "x", {QStringLiteral("TypeError: x"), QStringLiteral("    at h (m.js:1)")});
    row("Node.js that threw a string",
        R"json({"errorType":"string","errorMessage":"x","trace":[]})json", "string", "x", {});
    row("Ruby",
        R"json({"errorMessage":"x","errorType":"Function<StandardError>",
            "stackTrace":["a:1"]})json",
        "Function<StandardError>", "x", {QStringLiteral("a:1")});
    row("Java with a cause",
        R"json({"errorMessage":"x","errorType":"java.lang.RuntimeException",
            "stackTrace":["p.C.m(C.java:1)"],
            "cause":{"errorMessage":"y","errorType":"z"}})json",
        "java.lang.RuntimeException", "x", {QStringLiteral("p.C.m(C.java:1)")});
    row("Go writes frames as objects",
        R"json({"errorMessage":"x","errorType":"errorString",
            "stackTrace":[{"path":"m.go","line":3,"label":"h"}]})json",
        "errorString", "x", {QStringLiteral("{\"path\":\"m.go\",\"line\":3,\"label\":\"h\"}")});
    row("Rust has no trace", R"json({"errorType":"E","errorMessage":"ä\u20ac"})json", "E", "ä€",
        {});
    row("the platform with a message alone", R"json({"errorMessage":"Task timed out"})json", "",
        "Task timed out", {});
    row("null in place of text", R"json({"errorType":null,"errorMessage":5,"stackTrace":null})json",
        "", "", {});
    row("a trace that is text", R"json({"errorType":"E","stackTrace":"a\nb"})json", "E", "", {});
    row("an array", R"json(["errorType"])json", "", "", {});
    row("a string", R"json("errorType")json", "", "", {});
    row("no JSON", "Segmentation fault", "", "", {});
    row("cut in the middle", R"json({"errorType":"E","errorMess)json", "", "", {});
    row("bytes that are not UTF-8", "{\"errorType\":\"\xff\"}", "", "", {});
    row("nothing", "", "", "", {});
}

void tst_ErrorPayload::readsDialects()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, errorType);
    QFETCH(QString, errorMessage);
    QFETCH(QStringList, stackTrace);

    const ErrorPayload error = parseErrorPayload(payload);

    QCOMPARE(error.errorType, errorType);
    QCOMPARE(error.errorMessage, errorMessage);
    QCOMPARE(error.stackTrace, stackTrace);
}

void tst_ErrorPayload::platformPayloadNamesTheTypeFirst()
{
    QCOMPARE(platformErrorPayload(QStringLiteral("Sandbox.Timedout"), QStringLiteral("late")),
             QByteArray(R"({"errorType":"Sandbox.Timedout","errorMessage":"late"})"));
}

void tst_ErrorPayload::platformPayloadKeepsText()
{
    QCOMPARE(platformErrorPayload(QStringLiteral("E"), QStringLiteral("\"a\\b\"\nä€")),
             QByteArray(R"({"errorType":"E","errorMessage":"\"a\\b\"\nä€"})"));
}

void tst_ErrorPayload::readsWhatThePlatformWrites()
{
    const QString message = QStringLiteral("line\n\t\"quoted\" \u20ac");
    const ErrorPayload error
        = parseErrorPayload(platformErrorPayload(QStringLiteral("E"), message));
    QCOMPARE(error, (ErrorPayload{QStringLiteral("E"), message, {}}));
}

void tst_ErrorPayload::platformMessageNamesTheRequest()
{
    QCOMPARE(platformErrorMessage(QStringLiteral("8476"), QStringLiteral("Runtime exited")),
             QStringLiteral("RequestId: 8476 Error: Runtime exited"));
    QCOMPARE(platformErrorMessage({}, QStringLiteral("Runtime exited")),
             QStringLiteral("Error: Runtime exited"));
    // A cause with a percent sign is not a place for an argument.
    QCOMPARE(platformErrorMessage(QStringLiteral("%2"), QStringLiteral("50%1")),
             QStringLiteral("RequestId: %2 Error: 50%1"));
}

void tst_ErrorPayload::timeoutHasTwoDecimals_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("message");

    QTest::newRow("whole seconds")
        << qint64(3000) << QStringLiteral("Task timed out after 3.00 seconds");
    QTest::newRow("hundredths") << qint64(1250)
                                << QStringLiteral("Task timed out after 1.25 seconds");
    QTest::newRow("fifteen minutes")
        << qint64(900'000) << QStringLiteral("Task timed out after 900.00 seconds");
}

void tst_ErrorPayload::timeoutHasTwoDecimals()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, message);

    QCOMPARE(timeoutMessage(std::chrono::milliseconds(milliseconds)), message);
}

void tst_ErrorPayload::normalisesErrorTypes_data()
{
    QTest::addColumn<QString>("errorType");
    QTest::addColumn<QString>("normalised");

    const auto row = [](const char *name, const char *type, const char *normalised) {
        QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(normalised);
    };
    row("a type of the runtime", "Runtime.ImportModuleError", "Runtime.ImportModuleError");
    row("a type of the function", "Function.UserError", "Function.UserError");
    row("the pattern may be anywhere", "my.Runtime.ExitError.x", "my.Runtime.ExitError.x");
    row("two letters are enough", "Runtime.Ab", "Runtime.Ab");
    row("one letter is not", "Runtime.A", "Runtime.Unknown");
    row("a small first letter is not", "Runtime.exitError", "Runtime.Unknown");
    row("digits are not letters", "Function.A1", "Function.Unknown");
    row("a function's type of another form", "Function.userError", "Function.Unknown");
    row("the prefix of the function alone", "Function.", "Function.Unknown");
    row("another type", "TypeError", "Runtime.Unknown");
    row("Ruby's form", "Function<UserException>", "Runtime.Unknown");
    row("the prefix has to be the first", "x.Function.a", "Runtime.Unknown");
    row("nothing", "", "Runtime.Unknown");
}

void tst_ErrorPayload::normalisesErrorTypes()
{
    QFETCH(QString, errorType);
    QFETCH(QString, normalised);

    QCOMPARE(normalisedErrorType(errorType), normalised);
}

#include "tst_errorpayload.moc"
