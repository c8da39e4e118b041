// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/functiontarget.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace coldframe;

namespace {

const QString Handlers = QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/workspaces/handlers");
const QString CustomRuntimes = QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/custom-runtimes");
const QString Examples = QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/hello-lambda");

QString summary(const FunctionConfig &function)
{
    return u"%1 | %2 | %3 | %4"_qs.arg(function.name, function.runtime, function.handler,
                                       QFileInfo(function.codeDirectory).fileName());
}

} // namespace

class tst_FunctionTarget : public QObject
{
    Q_OBJECT

private slots:
    void findsTheFunctionThatIsMeant_data();
    void findsTheFunctionThatIsMeant();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void takesHandlerAndRuntimeOfAFolder_data();
    void takesHandlerAndRuntimeOfAFolder();
    void codeDirectoryIsAbsolute();
};

COLDFRAME_TEST(tst_FunctionTarget);

void tst_FunctionTarget::findsTheFunctionThatIsMeant_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("function");

    QTest::newRow("a file with one handler")
        << Handlers + u"/hello/python/app.py"_qs << u"python | python | app.handler | python"_qs;
    QTest::newRow("a file and a function") << Handlers + u"/orders/api.js:remove"_qs
                                           << u"orders-api | nodejs | api.remove | orders"_qs;
    QTest::newRow("a function that only exists when it runs")
        << Handlers + u"/hello/node/index.mjs:made"_qs << u"node | nodejs | index.made | node"_qs;
    QTest::newRow("a file in which no handler is seen")
        << Handlers + u"/empty/plain.py"_qs << u"empty-plain | python | plain.handler | empty"_qs;
    QTest::newRow("a folder with one handler")
        << Examples + u"/hello"_qs << u"hello | python | app.handler | hello"_qs;
    QTest::newRow("a folder with a slash at its end")
        << Examples + u"/hello-node/"_qs << u"hello-node | nodejs | app.handler | hello-node"_qs;
    QTest::newRow("a folder with a bootstrap")
        << CustomRuntimes + u"/shell"_qs << u"shell | provided | bootstrap | shell"_qs;
    QTest::newRow("a bootstrap") << CustomRuntimes + u"/shell/bootstrap"_qs
                                 << u"shell | provided | bootstrap | shell"_qs;
    QTest::newRow("a bootstrap and a handler")
        << CustomRuntimes + u"/shell/bootstrap:greeting.run"_qs
        << u"shell | provided | greeting.run | shell"_qs;
}

void tst_FunctionTarget::findsTheFunctionThatIsMeant()
{
    QFETCH(QString, target);
    QFETCH(QString, function);

    const Result<FunctionConfig> found = functionFromTarget(target);

    QVERIFY(found);
    QCOMPARE(summary(*found), function);
}

void tst_FunctionTarget::saysWhyThereIsNone_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("detail");

    QTest::newRow("a place that does not exist")
        << u"/nonexistent/app.py"_qs << Error::Code::NotFound << u"/nonexistent/app.py"_qs;
    QTest::newRow("a function in a place that does not exist")
        << u"/nonexistent/app.py:f"_qs << Error::Code::NotFound << u"/nonexistent/app.py"_qs;
    QTest::newRow("nothing") << QString() << Error::Code::NotFound << QString();
    QTest::newRow("another language") << Examples + u"/template.yaml"_qs
                                      << Error::Code::UnsupportedRuntime << u"template.yaml"_qs;
    QTest::newRow("a folder without a handler")
        << Handlers + u"/empty"_qs << Error::Code::NotFound << Handlers + u"/empty"_qs;
    QTest::newRow("a file with several handlers")
        << Handlers + u"/orders/api.js"_qs << Error::Code::Ambiguous
        << u"api.create, api.remove"_qs;
    QTest::newRow("a folder with several handlers")
        << Handlers + u"/orders"_qs << Error::Code::Ambiguous << u"api.create, api.remove"_qs;
    QTest::newRow("a template with several functions")
        << Examples << Error::Code::Ambiguous << u"hello, hello-node, s3-upload, sqs-batch"_qs;
    QTest::newRow("a folder whose handlers lie deeper")
        << Handlers + u"/hello"_qs << Error::Code::NotFound << Handlers + u"/hello"_qs;
}

void tst_FunctionTarget::saysWhyThereIsNone()
{
    QFETCH(QString, target);
    QFETCH(Error::Code, code);
    QFETCH(QString, detail);

    const Result<FunctionConfig> found = functionFromTarget(target);

    QVERIFY(!found);
    QCOMPARE(found.error().code, code);
    QCOMPARE(found.error().detail, detail);
}

void tst_FunctionTarget::takesHandlerAndRuntimeOfAFolder_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("function"); // empty: there is none

    QTest::newRow("both") << u"hello/python"_qs << u"app.run"_qs << u"python3.12"_qs
                          << u"python | python3.12 | app.run | python"_qs;
    QTest::newRow("a runtime of their own kind is not questioned")
        << u"hello"_qs << u"whatever"_qs << u"provided.al2023"_qs
        << u"hello | provided.al2023 | whatever | hello"_qs;
    QTest::newRow("the runtime by a Python file")
        << u"hello/python"_qs << u"app.handler"_qs << QString()
        << u"python | python | app.handler | python"_qs;
    QTest::newRow("the runtime by a Python file further down")
        << u"hello"_qs << u"python.app.handler"_qs << QString()
        << u"hello | python | python.app.handler | hello"_qs;
    QTest::newRow("the runtime by a Node.js file")
        << u"hello"_qs << u"node/index.handler"_qs << QString()
        << u"hello | nodejs | node/index.handler | hello"_qs;
    QTest::newRow("a handler without its file")
        << u"hello"_qs << u"app.handler"_qs << QString() << QString();
    QTest::newRow("a handler without a dot") << u"hello"_qs << u"app"_qs << QString() << QString();
    QTest::newRow("the handler by the runtime") << u"mixed"_qs << QString() << u"nodejs22.x"_qs
                                                << u"mixed | nodejs22.x | index.handler | mixed"_qs;
    QTest::newRow("the other one") << u"mixed"_qs << QString() << u"python3.13"_qs
                                   << u"mixed | python3.13 | main.handler | mixed"_qs;
}

void tst_FunctionTarget::takesHandlerAndRuntimeOfAFolder()
{
    QFETCH(QString, folder);
    QFETCH(QString, handler);
    QFETCH(QString, runtime);
    QFETCH(QString, function);
    const auto optional
        = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };

    const Result<FunctionConfig> found
        = functionFromFolder(Handlers + u'/' + folder, optional(handler), optional(runtime));

    QCOMPARE(found ? summary(*found) : QString(), function);
}

void tst_FunctionTarget::codeDirectoryIsAbsolute()
{
    const QString relative = QDir::current().relativeFilePath(Examples);

    const Result<FunctionConfig> folder = functionFromTarget(relative + u"/hello"_qs);
    const Result<FunctionConfig> file = functionFromTarget(relative + u"/hello/../hello/app.py"_qs);

    QVERIFY(folder && file);
    QCOMPARE(folder->codeDirectory, Examples + u"/hello"_qs);
    QCOMPARE(file->codeDirectory, Examples + u"/hello"_qs);
}

#include "tst_functiontarget.moc"
