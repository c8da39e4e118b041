// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/core/runtime/runtimepeer.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

/// Our bootstrap in every Python of this computer.
class tst_PythonRuntime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eventsOfAnyContentType_data() { addVersions(); }
    void eventsOfAnyContentType();
    void lettersBeyondAscii_data() { addVersions(); }
    void lettersBeyondAscii();
    void largeEvents_data() { addVersions(); }
    void largeEvents();
    void pathFilesOfPackageFolders_data() { addVersions(); }
    void pathFilesOfPackageFolders();
    void factsOfTheContext_data() { addVersions(); }
    void factsOfTheContext();
    void headersThatDiffer_data() { addVersions(); }
    void headersThatDiffer();
    void endOfWhatAnInvocationLeaves_data() { addVersions(); }
    void endOfWhatAnInvocationLeaves();
    void causeOfAFailure_data() { addVersions(); }
    void causeOfAFailure();
    void folderOfLayers_data() { addVersions(); }
    void folderOfLayers();
    void hooksAroundASnapshot_data() { addVersions(); }
    void hooksAroundASnapshot();
    void failingHooks_data();
    void failingHooks();

private:
    static void addVersions();
};

void tst_PythonRuntime::initTestCase()
{
    if (interpretersOf(RuntimeFamily::Python).empty())
        QSKIP("there is no Python here");
}

void tst_PythonRuntime::addVersions()
{
    QTest::addColumn<Interpreter>("python");
    for (const Interpreter &python : interpretersOf(RuntimeFamily::Python))
        QTest::addRow("%s", qPrintable(interpreterTitle(python))) << python;
}

void tst_PythonRuntime::eventsOfAnyContentType()
{
    QFETCH(const Interpreter, python);
    RuntimePeer peer(python, QStringLiteral("runtimes.raw"));

    QCOMPARE(peer.receiveFirst().line, QByteArray("GET /2018-06-01/runtime/invocation/next"));
    const PeerRequest posted = peer.run("id-1", QByteArray("\x00\xff<1", 4), {}, "text/plain");

    QCOMPARE(posted.line, QByteArray("POST /2018-06-01/runtime/invocation/id-1/response"));
    QCOMPARE(posted.headers.at("content-type"), QByteArray("application/unknown"));
    QCOMPARE(posted.body, QByteArray("1<\xff\x00", 4));
}

void tst_PythonRuntime::lettersBeyondAscii()
{
    QFETCH(const Interpreter, python);
    RuntimePeer peer(python, QStringLiteral("runtimes.umlaut"));
    peer.receiveFirst();

    const PeerRequest posted
        = peer.run("id", "\"\xc3\xbc\"", {}, "application/json; charset=utf-8");

    QCOMPARE(posted.headers.at("content-type"), QByteArray("application/json"));
    QCOMPARE(posted.body, python.minor() < 12 ? QByteArray("\"\\u00fc\"") : "\"\xc3\xbc\"");
}

void tst_PythonRuntime::largeEvents()
{
    QFETCH(const Interpreter, python);
    RuntimePeer peer(python, QStringLiteral("runtimes.size"));
    peer.receiveFirst();
    constexpr int megabytes = 3;

    for (int round = 0; round < megabytes; ++round) {
        const QByteArray text = QByteArray("\xc3\xbc").repeated((round + 1) * 500'000);
        QCOMPARE(peer.run("id", "{\"text\": \"" + text + "\"}").body,
                 QByteArray::number(text.size() / 2));
    }
}

/// A package folder with .pth files: paths count at once, statements when a module is missing.
void tst_PythonRuntime::pathFilesOfPackageFolders()
{
    QFETCH(const Interpreter, python);
    const QTemporaryDir folder;
    const auto write = [&folder](const char *name, const QByteArray &text) {
        const QString path = folder.filePath(QLatin1String(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("packages/paths.pth", "# a remark\n\n../beside\n/nonexistent\n");
    write("packages/statements.pth",
          "import sys; sys.path.append(sitedir + '/../editable'); sys.ran = True\n"
          "import nonexistent_module\n");
    write("beside/found_by_path.py", "");
    write("editable/found_by_statement.py", "");
    RuntimePeer peer(python, QStringLiteral("runtimes.imports"),
                     {{QStringLiteral("COLDFRAME_PACKAGE_FOLDERS"),
                       folder.filePath(QStringLiteral("packages"))}});
    peer.receiveFirst();

    QCOMPARE(peer.run("1", "\"found_by_path\"").body, QByteArray("[true, false]"));
    QCOMPARE(peer.run("2", "\"found_by_statement\"").body, QByteArray("[true, true]"));
    QCOMPARE(peer.run("3", "\"found_by_nothing\"").body, QByteArray("[false, true]"));
}

void tst_PythonRuntime::factsOfTheContext()
{
    QFETCH(const Interpreter, python);
    RuntimePeer peer(python, QStringLiteral("runtimes.facts"));
    peer.receiveFirst();

    const PeerRequest posted = peer.run(
        "id-7", "{}",
        "Lambda-Runtime-Aws-Tenant-Id: blue\r\n"
        "Lambda-Runtime-Client-Context: {\"custom\":{\"k\":1},\"client\":{\"app_title\":\"T\"}}\r\n"
        "Lambda-Runtime-Cognito-Identity: {\"cognitoIdentityId\":\"C\"}\r\n");

    QCOMPARE(posted.body,
             QByteArray("[\"id-7\", \"blue\", {\"k\": 1}, \"T\", \"C\", \"256\", true]"));
}

/// The bootstrap learns the usual headers: others have to be seen all the same.
void tst_PythonRuntime::headersThatDiffer()
{
    QFETCH(const Interpreter, python);
    RuntimePeer peer(python, QStringLiteral("runtimes.given"));
    peer.receiveFirst();
    const QByteArray tenant = "Lambda-Runtime-Aws-Tenant-Id: ";
    const QByteArray context = "Lambda-Runtime-Client-Context: ";
    const QByteArray nothing = R"(null, null])";
    const std::vector<std::pair<QByteArray, QByteArray>> events{
        {{}, nothing},
        {{}, nothing},
        {tenant + "blue\r\n", R"("blue", null])"},
        {tenant + "gr\xc3\xbcn\r\n", R"("gr\u00fcn", null])"},
        {tenant + "\r\n", R"("", null])"},
        {"lambda-runtime-aws-tenant-id: red\r\n", R"("red", null])"},
        {context + "{\"custom\": {\"k: 1\": 2}}\r\n", R"(null, {"k: 1": 2}])"},
        {context + "{\"custom\": {\"k\": 3}}\r\n" + tenant + "blue\r\n", R"("blue", {"k": 3}])"},
        {{}, nothing},
        {{}, nothing},
    };

    int number = 0;
    for (const auto &[headers, answer] : events) {
        const QByteArray id = "id-" + QByteArray::number(++number);
        QCOMPARE(peer.run(id, "{}", headers).body.replace("\xc3\xbc", "\\u00fc"),
                 "[\"" + id + "\", " + answer);
    }
}

/// What objects of the function do at their end belongs to the invocation, so it is over when the
/// next event is asked for.
void tst_PythonRuntime::endOfWhatAnInvocationLeaves()
{
    QFETCH(const Interpreter, python);
    const QTemporaryDir folder;
    RuntimePeer peer(python, QStringLiteral("runtimes.leaves"));
    peer.receiveFirst();

    for (const char *name : {"one", "other"}) {
        const QString file = folder.filePath(QLatin1String(name));
        QCOMPARE(peer.run(name, "\"" + file.toUtf8() + "\"").body, QByteArray("null"));
        QVERIFY2(QFile::exists(file), name);
    }
}

void tst_PythonRuntime::causeOfAFailure()
{
    QFETCH(const Interpreter, python);
    RuntimePeer peer(python, QStringLiteral("runtimes.fails"));
    peer.receiveFirst();

    const PeerRequest posted = peer.run("id", "\"n\xc3\xbc\\u007f\\n\"");

    QCOMPARE(posted.line, QByteArray("POST /2018-06-01/runtime/invocation/id/error"));
    QVERIFY(!posted.headers.contains("lambda-runtime-function-error-type"));
    const QByteArray header = posted.headers.at("lambda-runtime-function-xray-error-cause");
    QVERIFY2(header.contains("n\\u00fc\\u007f\\n"), header.constData());
    const auto cause = parseJson(header);
    QVERIFY(cause.has_value());
    QVERIFY(!cause->at("working_directory").get<std::string>().empty());
    const OrderedJson &exception = cause->at("exceptions").at(0);
    QCOMPARE(exception.at("type").get<std::string>(), std::string("ValueError"));
    QCOMPARE(exception.at("stack").size(), std::size_t(1)); // without the bootstrap's own
    QCOMPARE(exception.at("stack").at(0).at("label").get<std::string>(), std::string("fails"));
    QVERIFY(QString::fromStdString(cause->at("paths").at(0).get<std::string>())
                .endsWith(QStringLiteral("/runtimes.py")));
}

void tst_PythonRuntime::folderOfLayers()
{
    QFETCH(const Interpreter, python);
    const QTemporaryDir opt;
    QVERIFY(QDir(opt.path()).mkpath(QStringLiteral("python")));
    QFile module(opt.filePath(QStringLiteral("python/module_of_a_layer.py")));
    QVERIFY(module.open(QIODevice::WriteOnly));
    module.write("name = 'layer'\n");
    module.close();
    RuntimePeer peer(python, QStringLiteral("runtimes.layer"),
                     {{QStringLiteral("COLDFRAME_OPT_FOLDER"), opt.path()}});
    peer.receiveFirst();

    QCOMPARE(peer.run("id", "{}").body, QByteArray("[\"layer\", []]"));
}

void tst_PythonRuntime::hooksAroundASnapshot()
{
    QFETCH(const Interpreter, python);
    RuntimePeer peer(
        python, QStringLiteral("snapshots.handler"),
        {{QStringLiteral("AWS_LAMBDA_INITIALIZATION_TYPE"), QStringLiteral("snap-start")}});

    QCOMPARE(peer.receiveFirst().line, QByteArray("GET /2018-06-01/runtime/restore/next"));
    peer.answer(200);
    QCOMPARE(peer.receive().line, QByteArray("GET /2018-06-01/runtime/invocation/next"));

    QCOMPARE(
        peer.run("id", "{}").body,
        QByteArray("[\"second before!\", \"first before\", \"first after\", \"second after\"]"));
}

void tst_PythonRuntime::failingHooks_data()
{
    QTest::addColumn<QString>("hook");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("errorType");
    QTest::addColumn<int>("status");

    QTest::newRow("before the snapshot")
        << QStringLiteral("first before") << QByteArray("init/error")
        << QByteArray("Runtime.BeforeSnapshotError") << 64;
    QTest::newRow("after its restoration")
        << QStringLiteral("first after") << QByteArray("restore/error")
        << QByteArray("Runtime.AfterRestoreError") << 65;
}

void tst_PythonRuntime::failingHooks()
{
    QFETCH(const QString, hook);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, errorType);
    QFETCH(const int, status);
    RuntimePeer peer(
        interpretersOf(RuntimeFamily::Python).front(), QStringLiteral("snapshots.handler"),
        {{QStringLiteral("AWS_LAMBDA_INITIALIZATION_TYPE"), QStringLiteral("snap-start")},
         {QStringLiteral("FAILING_HOOK"), hook}});

    PeerRequest request = peer.receiveFirst();
    if (request.line.endsWith("/restore/next")) {
        peer.answer(200);
        request = peer.receive();
    }
    peer.accept();

    QCOMPARE(request.line, "POST /2018-06-01/runtime/" + path);
    QCOMPARE(request.headers.at("lambda-runtime-function-error-type"), errorType);
    const auto payload = parseJson(request.body);
    QVERIFY(payload.has_value());
    QCOMPARE(QByteArray::fromStdString(payload->at("errorType").get<std::string>()), errorType);
    QCOMPARE(QString::fromStdString(payload->at("errorMessage").get<std::string>()),
             QStringLiteral("no ") + hook);
    QCOMPARE(payload->at("stackTrace").size(), std::size_t(1));
    QCOMPARE(peer.exitStatus(), status);
}

COLDFRAME_TEST(tst_PythonRuntime);

#include "tst_pythonruntime.moc"
