// SPDX-License-Identifier: GPL-3.0-or-later
// environment, sections 3 and 4: what a function sees of files, and the runtimes there are.
#include "tests/conformance/clients.h"
#include "tests/support/testmain.h"

#include "core/runtime/interpreter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_FilesOfAnEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isolated_data();
    void isolated();
    void theRuntimesFolder();
    void layersAreMergedInOrder();
    void layerFolders_data();
    void layerFolders();
    void extensionsAreLaunched();
    void theBootstrapOfALayer();
    void runtimes_data();
    void runtimes();

private:
    ScenarioTest m_test;
};

namespace {

void isolate(InvocationRequest &request)
{
    request.isolation = IsolationChoice::Bubblewrap;
}

/// A layer of one file.
void writeLayer(const QTemporaryDir &layer, const QString &path, const QByteArray &text,
                bool isProgram = false)
{
    const QString file = layer.filePath(path);
    QDir().mkpath(file.section(u'/', 0, -2));
    writeFile(file, text, isProgram);
}

} // namespace

void tst_FilesOfAnEnvironment::isolated_data()
{
    SCENARIO_COLUMNS;
    const QByteArray tries = R"(
def try_to_write(folder):
    try:
        open(folder + '/written', 'w').close()
        return 'written'
    except OSError as error:
        return error.strerror
)";
    const std::vector<Outcome> served{succeeded("\"served\"")};
    QTest::newRow("/var/task") << Scenario{tries + R"(
show(os.getcwd(), os.path.exists('/var/task/bootstrap'), try_to_write('/var/task'))
)",
                                           {},
                                           {"{}"},
                                           isolate}
                               << Expected{"/var/task True Read-only file system", served};
    QTest::newRow("/opt") << Scenario{tries + R"(
show(os.path.isdir('/opt'), try_to_write('/opt'))
)",
                                      {},
                                      {"{}"},
                                      isolate}
                          << Expected{"True Read-only file system", served};
    QTest::newRow("/tmp") << Scenario{tries + R"(
event = next_event()
show(try_to_write('/tmp'), os.path.exists('/tmp/mark'))
open('/tmp/mark', 'w').close()
respond(event, '1')
event = next_event()
show(os.path.exists('/tmp/mark'))
os._exit(1)
)",
                                      {},
                                      {"1", "2", "3"},
                                      isolate}
                          << Expected{R"(
written False
True
written True
)",
                                      {succeeded("1"), failed("Runtime.ExitError", "<any>"),
                                       succeeded("1")}};
    QTest::newRow("/tmp is as large as was asked for")
        << Scenario{R"(
room = os.statvfs('/tmp')
show(room.f_frsize * room.f_blocks // 1048576)
)",
                    {},
                    {"{}"},
                    [](InvocationRequest &request) {
                        isolate(request);
                        request.function.ephemeralStorage = MebiBytes{700};
                    }}
        << Expected{"700", served};
    QTest::newRow("/tmp can be filled")
        << Scenario{R"(
event = next_event()
try:
    with open('/tmp/large', 'wb') as file:
        for _ in range(600):
            file.write(bytes(1048576))
    show('no end')
except OSError as error:
    show(error.strerror, os.path.getsize('/tmp/large') // 1048576 >= 500)
respond(event, '1')
)",
                    {},
                    {"{}"},
                    [](InvocationRequest &request) {
                        isolate(request);
                        request.function.memory = MebiBytes{3008};
                    }}
        << Expected{"No space left on device True", {succeeded("1")}};
    QTest::newRow("home") << Scenario{R"(
import pwd
show(os.path.expanduser('~'), pwd.getpwuid(os.getuid()).pw_name)
)",
                                      {},
                                      {"{}"},
                                      isolate}
                          << Expected{"/home/sbx_user1051 sbx_user1051", served};
    QTest::newRow("the rest") << Scenario{tries + R"(
for folder in '/', '/usr', '/usr/lib', '/var':
    show(try_to_write(folder))
show([name for name in ('/home', '/root', '/mnt') if os.path.exists(name)
      and os.listdir(name)])
)",
                                          {},
                                          {"{}"},
                                          isolate}
                              << Expected{R"(
Read-only file system
Read-only file system
Read-only file system
Read-only file system
[]
)",
                                          served};
}

void tst_FilesOfAnEnvironment::isolated()
{
    SKIP_WITHOUT_ISOLATION;
    CHECK_SCENARIO(m_test);
}

void tst_FilesOfAnEnvironment::theRuntimesFolder()
{
    SKIP_WITHOUT_ISOLATION;
    const QTemporaryDir folder;
    InvocationRequest request = functionFor(Client::Python, folder.path());
    writeFile(folder.filePath(QStringLiteral("app.py")),
              "import os\ndef handler(event, context):\n    try:\n"
              "        open('/var/runtime/written', 'w').close()\n"
              "    except OSError as error:\n"
              "        return [error.strerror, len(os.listdir('/var/runtime')) > 0]\n");
    isolate(request);

    RUN(record, m_test, request);

    QCOMPARE(record.response, QByteArray(R"(["Read-only file system", true])"));
    m_test.recycle();
}

void tst_FilesOfAnEnvironment::layersAreMergedInOrder()
{
    SKIP_WITHOUT_SCENARIOS;
    const QTemporaryDir first;
    const QTemporaryDir second;
    writeLayer(first, QStringLiteral("bin/which"), "#!/bin/sh\necho first\n", true);
    writeLayer(first, QStringLiteral("bin/only-first"), "#!/bin/sh\necho one\n", true);
    writeLayer(second, QStringLiteral("bin/which"), "#!/bin/sh\necho second\n", true);
    const Scenario scenario{R"(
import subprocess
opt = [folder for folder in os.environ['PATH'].split(':')][-1]
for name in 'which', 'only-first':
    show(subprocess.check_output([opt + '/' + name]).decode().strip())
)",
                            {},
                            {"{}"},
                            [&](InvocationRequest &request) {
                                request.function.layers = {first.path(), second.path()};
                            }};

    QCOMPARE(m_test.difference(scenario, {"second\none", {succeeded("\"served\"")}}), QString());
}

void tst_FilesOfAnEnvironment::layerFolders_data()
{
    QTest::addColumn<Client>("client");
    QTest::addColumn<QString>("file");
    const Result<Interpreter> python = findInterpreter(QStringLiteral("python"));
    const Result<Interpreter> node = findInterpreter(QStringLiteral("nodejs"));
    if (!python || !node)
        QSKIP("no Python or Node.js");
    QTest::newRow("Python") << Client::Python << QStringLiteral("python/from_layer.py");
    QTest::newRow("Python, site-packages")
        << Client::Python
        << QStringLiteral("python/lib/python3.%1/site-packages/from_layer.py").arg(python->minor());
    QTest::newRow("Node.js") << Client::NodeJs
                             << QStringLiteral("nodejs/node_modules/from_layer.js");
    QTest::newRow("Node.js, by version")
        << Client::NodeJs
        << QStringLiteral("nodejs/node%1/node_modules/from_layer.js").arg(node->major());
}

void tst_FilesOfAnEnvironment::layerFolders()
{
    QFETCH(const Client, client);
    QFETCH(const QString, file);
    const QTemporaryDir layer;
    const QTemporaryDir folder;
    writeLayer(layer, file,
               client == Client::Python ? "value = 'layer'\n" : "exports.value = 'layer';\n");
    InvocationRequest request = functionFor(client, folder.path());
    request.function.layers = {layer.path()};
    writeFile(folder.filePath(QStringLiteral("app.py")),
              "import from_layer\ndef handler(event, context):\n    return from_layer.value\n");
    writeFile(folder.filePath(QStringLiteral("app.js")),
              "exports.handler = async () => require('from_layer').value;\n");

    RUN(record, m_test, request);

    QCOMPARE(record.response, QByteArray("\"layer\""));
    m_test.recycle();
}

/// Every regular file is, and folders are not.
void tst_FilesOfAnEnvironment::extensionsAreLaunched()
{
    SKIP_WITHOUT_SCENARIOS;
    const QByteArray extension = R"(
identifier = identifier_of(register())
serve_events(identifier, lambda event: show('event'))
)";
    const QTemporaryDir other;
    writeLayer(other, QStringLiteral("extensions/folder/no-extension"), "#!/bin/sh\nexit 1\n",
               true);
    const Scenario scenario{
        "respond(next_event(), '1')\n",
        {{QStringLiteral("one"), extension}, {QStringLiteral("two"), extension}},
        {"{}"},
        [&](InvocationRequest &request) { request.function.layers.append(other.path()); }};

    QCOMPARE(m_test.difference(scenario, {"event\nevent", {succeeded("1")}}), QString());
}

void tst_FilesOfAnEnvironment::theBootstrapOfALayer()
{
    SKIP_WITHOUT_ISOLATION;
    const QTemporaryDir layer;
    InvocationRequest request = m_test.prepare({"show(__import__('sys').argv[0])\n"});
    const QString bootstrap = m_test.folder() + QStringLiteral("/bootstrap");
    QVERIFY(QFile::rename(bootstrap, layer.filePath(QStringLiteral("bootstrap"))));
    for (const char *name : {"lambda_platform.py", "program.py"})
        QVERIFY(QFile::rename(m_test.folder() + u'/' + QLatin1String(name),
                              layer.filePath(QLatin1String(name))));
    request.function.layers = {layer.path()};
    request.isolation = IsolationChoice::Bubblewrap;

    RUN(record, m_test, request);

    QCOMPARE(record.response, QByteArray("\"served\""));
    QCOMPARE(m_test.shown(), QByteArrayList{"/opt/bootstrap"});
    m_test.recycle();
}

void tst_FilesOfAnEnvironment::runtimes_data()
{
    QTest::addColumn<QStringList>("identifiers");
    QTest::addColumn<RuntimeFamily>("family");
    QTest::newRow("Node.js") << QStringList{QStringLiteral("nodejs24.x"),
                                            QStringLiteral("nodejs22.x")}
                             << RuntimeFamily::NodeJs;
    QTest::newRow("Python") << QStringList{QStringLiteral("python3.14"),
                                           QStringLiteral("python3.13"),
                                           QStringLiteral("python3.12"),
                                           QStringLiteral("python3.11"),
                                           QStringLiteral("python3.10")}
                            << RuntimeFamily::Python;
    QTest::newRow("Java")
        << QStringList{QStringLiteral("java25"),        QStringLiteral("java21"),
                       QStringLiteral("java17.al2023"), QStringLiteral("java11.al2023"),
                       QStringLiteral("java8.al2023"),  QStringLiteral("java17"),
                       QStringLiteral("java11"),        QStringLiteral("java8.al2")}
        << RuntimeFamily::Java;
    QTest::newRow("Ruby") << QStringList{QStringLiteral("ruby4.0"), QStringLiteral("ruby3.4"),
                                         QStringLiteral("ruby3.3")}
                          << RuntimeFamily::Ruby;
    QTest::newRow("OS only") << QStringList{QStringLiteral("provided.al2023"),
                                            QStringLiteral("provided.al2")}
                             << RuntimeFamily::Provided;
}

void tst_FilesOfAnEnvironment::runtimes()
{
    QFETCH(const QStringList, identifiers);
    QFETCH(const RuntimeFamily, family);
    for (const QString &identifier : identifiers) {
        const Result<RuntimeIdentifier> parsed = parseRuntimeIdentifier(identifier);
        QVERIFY2(parsed.has_value(), qPrintable(identifier));
        QVERIFY2(parsed->family == family, qPrintable(identifier));
    }
}

COLDFRAME_TEST(tst_FilesOfAnEnvironment);
#include "tst_filesystem.moc"
