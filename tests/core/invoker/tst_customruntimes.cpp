// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/errorpayload.h"
#include "core/runtime/interpreter.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

/// OS-only runtimes: the examples, and functions that lack what they need.
class tst_CustomRuntimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examples_data();
    void examples();
    void aFunctionThatCannotBeLoaded();
    void withoutABootstrap_data();
    void withoutABootstrap();
    void aWrapperStartsTheRuntime();
    void aJavaFunctionWithoutTheClient();

private:
    InvokerTest m_test;
};

namespace {

constexpr char osOnly[] = "provided";

InvocationRequest requestOfBootstrap(const Ground &ground, const QString &folder,
                                     const QString &handler, const QByteArray &event)
{
    InvocationRequest request = requestForFolder(ground, folder, event);
    request.function.runtime = QStringLiteral("provided.al2023");
    request.function.handler = handler;
    return request;
}

} // namespace

void tst_CustomRuntimes::examples_data()
{
    QTest::addColumn<Ground>("ground");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QByteArray>("greeting");

    const QString shell = QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/custom-runtimes/shell");
    const QString cpp
        = QStringLiteral(COLDFRAME_BINARY_DIR "/examples/custom-runtimes/cpp/function");
    for (const IsolationChoice isolation : {IsolationChoice::Bubblewrap, IsolationChoice::None}) {
        const char *how
            = isolation == IsolationChoice::None ? "without isolation" : "in bubblewrap";
        const Ground ground{QString::fromLatin1(osOnly), isolation};
        QTest::addRow("shell, %s", how) << ground << shell << QStringLiteral("greeting.handler")
                                        << QByteArray("hello from bash");
        QTest::addRow("C++, %s", how)
            << ground << cpp << QStringLiteral("bootstrap") << QByteArray("hello from C++");
    }
}

void tst_CustomRuntimes::examples()
{
    FETCH_GROUND(ground);
    QFETCH(const QString, folder);
    QFETCH(const QString, handler);
    QFETCH(const QByteArray, greeting);
    const auto request = [&](const QByteArray &event) {
        return requestOfBootstrap(ground, folder, handler, event);
    };
    const QByteArray umlaut = "{\"name\": \"J\xc3\xbcrgen\"}";

    RUN(first, m_test, request("{\"name\": \"Ada\"}"));
    RUN(second, m_test, request(umlaut));
    RUN(failed, m_test, request("{\"fail\": true}"));
    RUN(after, m_test, request("[]"));

    QCOMPARE(first.response, "{\"greeting\":\"" + greeting + "\",\"event\":{\"name\": \"Ada\"}}");
    QVERIFY(first.isCold());
    QCOMPARE(first.environment.interpreterVersion, QStringLiteral("bootstrap"));
    QVERIFY(!hasLineWith(first, "INIT_START")); // Lambda manages no runtime there
    QVERIFY2(hasLineWith(first, "event of 15 bytes"), textsOf(first.log).join('\n').constData());
    QCOMPARE(second.response, "{\"greeting\":\"" + greeting + "\",\"event\":" + umlaut + "}");
    QVERIFY(!second.isCold());
    QCOMPARE(failed.status, InvocationStatus::Failed);
    QVERIFY2(failed.errorType.startsWith(QStringLiteral("Function.")),
             qPrintable(failed.errorType));
    QCOMPARE(after.environment.id, first.environment.id);
}

void tst_CustomRuntimes::aFunctionThatCannotBeLoaded()
{
    RUN(record, m_test,
        requestOfBootstrap({QString::fromLatin1(osOnly), IsolationChoice::None},
                           QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/custom-runtimes/shell"),
                           QStringLiteral("nothing.handler"), "{}"));

    QCOMPARE(record.errorType, QStringLiteral("Runtime.NoSuchFile"));
    QVERIFY(hasLineWith(record, "Phase: init\tStatus: error\tError Type: Runtime.NoSuchFile"));
}

void tst_CustomRuntimes::withoutABootstrap_data()
{
    QTest::addColumn<bool>("isThere");

    QTest::newRow("none") << false;
    QTest::newRow("one that may not be executed") << true;
}

void tst_CustomRuntimes::withoutABootstrap()
{
    QFETCH(const bool, isThere);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("bootstrap")));
    if (isThere)
        QVERIFY(file.open(QIODevice::WriteOnly));
    const Ground ground{QString::fromLatin1(osOnly), IsolationChoice::None};
    InvocationRequest request
        = requestOfBootstrap(ground, folder.path(), QStringLiteral("bootstrap"), "{}");
    request.requestId = newRequestId();

    RUN(record, m_test, request);

    QCOMPARE(record.status, InvocationStatus::Failed);
    QCOMPARE(record.errorType, QStringLiteral("Runtime.InvalidEntrypoint"));
    QCOMPARE(parseErrorPayload(record.response).errorMessage,
             QStringLiteral("RequestId: %1 Error: Couldn't find valid bootstrap(s): "
                            "[/var/task/bootstrap /opt/bootstrap]")
                 .arg(request.requestId));
    QVERIFY(hasLineWith(record, "Error Type: Runtime.InvalidEntrypoint"));
}

void tst_CustomRuntimes::aWrapperStartsTheRuntime()
{
    const QTemporaryDir folder;
    const Ground ground{QStringLiteral("nodejs"), IsolationChoice::None};
    writeHandler(ground, folder.path(), "wrapped");
    QFile wrapper(folder.filePath(QStringLiteral("wrapper")));
    QVERIFY(wrapper.open(QIODevice::WriteOnly));
    wrapper.write("#!/bin/sh\necho \"wrapper of $(basename \"$1\")\"\nexec \"$@\"\n");
    wrapper.setPermissions(wrapper.permissions() | QFile::ExeOwner);
    wrapper.close();
    InvocationRequest request = requestForFolder(ground, folder.path());
    request.function.environment[QStringLiteral("AWS_LAMBDA_EXEC_WRAPPER")] = wrapper.fileName();

    RUN(record, m_test, request);

    QCOMPARE(record.response, QByteArray("\"wrapped\""));
    QVERIFY2(hasLineWith(record, "wrapper of node"), textsOf(record.log).join('\n').constData());
}

void tst_CustomRuntimes::aJavaFunctionWithoutTheClient()
{
    if (!findInterpreter(QStringLiteral("java")))
        QSKIP("there is no Java here");
    const QTemporaryDir folder;
    InvocationRequest request
        = requestForFolder({QStringLiteral("java17"), IsolationChoice::None}, folder.path());

    const Result<InvocationRecord> refused = m_test.run(request);

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::RuntimeClientNotFound);
    QCOMPARE(refused.error().detail,
             QStringLiteral("com.amazonaws.services.lambda.runtime.api.client.AWSLambda"));
}

COLDFRAME_TEST(tst_CustomRuntimes);

#include "tst_customruntimes.moc"
