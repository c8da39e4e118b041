// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/duplicateprobe.h"
#include "core/probe/statelessnessprobe.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace coldframe;
using namespace coldframe::test;

/// Probes with real interpreters.
class tst_Probes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handlers_data();
    void handlers();
    void temporaryFiles_data();
    void temporaryFiles();
    void valuesThatAreHardToTell_data();
    void valuesThatAreHardToTell();
    void hugeValuesAreBounded_data();
    void hugeValuesAreBounded();
    void whatNodeSees_data();
    void whatNodeSees();
    void crashesKeepNoVariables_data();
    void crashesKeepNoVariables();
    void streamedResponses();
    void otherRuntimesAreNotSeen();
    void duplicates_data();
    void duplicates();
    void progressAndNumbers();
    void wrongTimes();
    void cancelling_data();
    void cancelling();
    void oneProbeAtATime();
    void functionThatCannotBeRun();
    void normalInvocationsTellNothing_data();
    void normalInvocationsTellNothing();
    void theHandlerSeesNothingOfIt_data();
    void theHandlerSeesNothingOfIt();
    void observedEnvironmentsAreNotShared();

private:
    InvokerTest m_test;
};

namespace {

const char inPython[] = "python";
const char inNodeJs[] = "nodejs";

void writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// A function of one file, app.py or app.js.
class Function
{
public:
    Function(const char *language, const QByteArray &code, const char *file = nullptr)
        : m_language(QString::fromLatin1(language))
    {
        const QString name = file ? QString::fromLatin1(file)
            : m_language == QString::fromLatin1(inPython) ? QStringLiteral("app.py")
                                                        : QStringLiteral("app.js");
        add(name, code);
    }

    void add(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        writeText(path, text);
    }

    InvocationRequest request(IsolationChoice isolation = IsolationChoice::Automatic) const
    {
        InvocationRequest request
            = requestForFolder({m_language, isolation}, m_folder.path(), "{\"name\":\"Ada\"}");
        return request;
    }

private:
    QString m_language;
    QTemporaryDir m_folder;
};

Result<ProbeReport> waitFor(const Async<ProbeReport> &probe)
{
    QEventLoop loop;
    Result<ProbeReport> result = failure(Error::Code::Cancelled);
    whenDone(probe, &loop, [&](Result<ProbeReport> report) {
        result = std::move(report);
        loop.quit();
    });
    loop.exec();
    return result;
}

QString describe(const SurvivingState &state)
{
    QStringList words{state.name + u':'};
    for (const std::optional<QString> &value : state.values)
        words.append(value.value_or(QStringLiteral("-")));
    for (const SurvivingState::Effect &effect : state.effects)
        words.append((effect.link == Link::Equal ? u'=' : u'~') + effect.path);
    return words.join(u' ');
}

/// The variables alone: without isolation, others write to /tmp as well.
QString variablesOf(const ProbeReport &report)
{
    QStringList texts;
    for (const SurvivingState &state : report.state) {
        if (state.place == SurvivingState::Place::Variable)
            texts.append(describe(state));
    }
    return texts.join(QStringLiteral("; "));
}

QStringList pathsOf(const std::vector<ResponseValue> &values)
{
    QStringList paths;
    for (const ResponseValue &value : values)
        paths.append(value.isOutcome ? QStringLiteral("(outcome)") : value.path);
    return paths;
}

const SurvivingState *stateNamed(const ProbeReport &report, const char *name)
{
    const auto found = std::find_if(
        report.state.begin(), report.state.end(),
        [name](const SurvivingState &state) { return state.name == QLatin1String(name); });
    return found == report.state.end() ? nullptr : &*found;
}

} // namespace

#define PROBE(report, request, times)                                                              \
    StatelessnessProbe report##Probe(m_test.invoker());                                            \
    const Result<ProbeReport> report##Result = waitFor(report##Probe.run(request, times));         \
    QVERIFY2(report##Result.has_value(),                                                           \
             report##Result ? "" : qPrintable(report##Result.error().detail));                     \
    const ProbeReport &report = *report##Result

void tst_Probes::handlers_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QStringList>("dependent");
    QTest::addColumn<QStringList>("varying");

    const auto row = [](const char *name, const char *language, const char *code,
                        const char *variables, const QStringList &dependent = {},
                        const QStringList &varying = {}) {
        QTest::addRow("%s: %s", language, name)
            << QByteArray(language) << QByteArray(code) << QString::fromUtf8(variables)
            << dependent << varying;
    };
    const QStringList count{QStringLiteral("count")};
    row("a counter", inPython,
        "count = 0\n"
        "def handler(event, context):\n"
        "    global count\n"
        "    count += 1\n"
        "    return {'count': count}\n",
        "count: 0 1 2 3 =count", count);
    row("a counter", inNodeJs,
        "let count = 0;\n"
        "exports.handler = async () => ({ count: ++count });\n",
        "count: 0 1 2 3 =count", count);
    row("a list that grows", inPython,
        "names = []\n"
        "def handler(event, context):\n"
        "    names.append(event['name'])\n"
        "    return {'count': len(names), 'names': names}\n",
        "names: [] [\"Ada\"] [\"Ada\",\"Ada\"] [\"Ada\",\"Ada\",\"Ada\"] ~count =names",
        {QStringLiteral("count"), QStringLiteral("names")});
    row("a map that grows", inNodeJs,
        "const seen = new Map();\n"
        "exports.handler = async () => { seen.set(seen.size, 1); return { count: seen.size }; };\n",
        "seen: Map{} Map{0:1} Map{0:1,1:1} Map{0:1,1:1,2:1} ~count", count);
    row("a kept client", inPython,
        "client = None\n"
        "class Client:\n"
        "    def __init__(self):\n"
        "        self.region = 'us-east-1'\n"
        "def handler(event, context):\n"
        "    global client\n"
        "    client = client or Client()\n"
        "    return {'region': client.region}\n",
        "client: null Client(region=\"us-east-1\") Client(region=\"us-east-1\") "
        "Client(region=\"us-east-1\")");
    row("a kept client", inNodeJs,
        "class Client { region = 'us-east-1'; }\n"
        "let client = null;\n"
        "exports.handler = async () => { client ||= new Client(); return client.region; };\n",
        "client: null Client{\"region\":\"us-east-1\"} Client{\"region\":\"us-east-1\"} "
        "Client{\"region\":\"us-east-1\"}");
    row("values that vary anyway", inPython,
        "import time, uuid\n"
        "def handler(event, context):\n"
        "    return {'id': str(uuid.uuid4()), 'time': time.time_ns(), 'fixed': 1}\n",
        "", {}, {QStringLiteral("id"), QStringLiteral("time")});
    row("values that vary anyway", inNodeJs,
        "exports.handler = async (event, context) => ({ id: Math.random(),\n"
        "    request: context.awsRequestId, fixed: 1 });\n",
        "", {}, {QStringLiteral("id"), QStringLiteral("request")});
    row("clean", inPython, "def handler(event, context):\n    return {'name': event['name']}\n", "");
    row("clean", inNodeJs, "exports.handler = async (event) => ({ name: event.name });\n", "");
    row("an error each time", inPython,
        "count = 0\n"
        "def handler(event, context):\n"
        "    global count\n"
        "    count += 1\n"
        "    raise KeyError('no')\n",
        "count: 0 1 2 3", {}, {QStringLiteral("requestId")});
    row("an error from the second time on", inNodeJs,
        "let used = false;\n"
        "exports.handler = async () => {\n"
        "    if (used) throw new Error('used');\n"
        "    used = true;\n"
        "};\n",
        "used: false true true true ~", {QStringLiteral("(outcome)")});
    row("state in another module", inPython,
        "import string\n"
        "def handler(event, context):\n"
        "    string.count = getattr(string, 'count', 0) + 1\n"
        "    return {'count': string.count}\n",
        "", count);
    row("a global of the whole process", inNodeJs,
        "exports.handler = async () => {\n"
        "    globalThis.count = (globalThis.count ?? 0) + 1;\n"
        "    return { count };\n"
        "};\n",
        "globalThis.count: - 1 2 3 =count", count);
    row("a cached function", inPython,
        "import functools\n"
        "calls = 0\n"
        "@functools.cache\n"
        "def squared(number):\n"
        "    return number * number\n"
        "def handler(event, context):\n"
        "    return squared(3)\n",
        "squared: <cache with 0 entries> <cache with 1 entries> <cache with 1 entries> "
        "<cache with 1 entries>");
}

void tst_Probes::handlers()
{
    QFETCH(const QByteArray, language);
    QFETCH(const QByteArray, code);
    QFETCH(const QString, variables);
    QFETCH(const QStringList, dependent);
    QFETCH(const QStringList, varying);
    const Function function(language, code);

    PROBE(report, function.request(), 3);

    QCOMPARE(variablesOf(report), variables);
    QCOMPARE(pathsOf(report.dependent), dependent);
    QCOMPARE(pathsOf(report.varying), varying);
    QCOMPARE(report.restarts, std::size_t(0));
    QVERIFY(report.variables == Sight::Everything);
    QVERIFY(report.variablesComplete);
    QVERIFY(report.seesTemporaryFiles);
    QCOMPARE(report.module,
             language == inPython ? QStringLiteral("app.py") : QStringLiteral("app.js"));
    QVERIFY(report.judgement()
            == (!dependent.isEmpty()         ? Judgement::ResultDepended
                    : report.state.empty() ? Judgement::NothingSurvived
                                           : Judgement::SurvivedWithoutEffect));
}

void tst_Probes::temporaryFiles_data()
{
    addGrounds();
}

void tst_Probes::temporaryFiles()
{
    FETCH_GROUND(ground);
    const QByteArray name = "coldframe-probe-" + newRequestId().toLatin1();
    const QByteArray path = "/tmp/" + name;
    const bool isPython = ground.language == QLatin1String(inPython);
    const Function function(
        isPython ? inPython : inNodeJs,
        isPython ? QByteArray("def handler(event, context):\n"
                              "    with open('" + path + "', 'a') as file:\n"
                              "        file.write('x')\n"
                              "    return {'size': len(open('" + path + "').read())}\n")
                 : QByteArray("const fs = require('fs');\n"
                              "exports.handler = async () => {\n"
                              "    fs.appendFileSync('" + path + "', 'x');\n"
                              "    return { size: fs.statSync('" + path + "').size };\n"
                              "};\n"));

    PROBE(report, function.request(ground.isolation), 3);
    QFile::remove(QString::fromLatin1(path));

    const SurvivingState *file = stateNamed(report, name);
    QVERIFY(file);
    QVERIFY(file->place == SurvivingState::Place::TemporaryFile);
    if (ground.isolation == IsolationChoice::None) {
        // New environments find the file too, so its size looks as if it varied anyway.
        QCOMPARE(describe(*file), QString::fromLatin1(name) + QStringLiteral(": - 1 2 3"));
        QCOMPARE(pathsOf(report.varying), QStringList{QStringLiteral("size")});
        QVERIFY(report.sharesTemporaryDirectory);
    } else {
        QCOMPARE(describe(*file), QString::fromLatin1(name) + QStringLiteral(": - 1 2 3 ~size"));
        QCOMPARE(report.state.size(), std::size_t(1));
        QVERIFY(report.judgement() == Judgement::ResultDepended);
        QVERIFY(!report.sharesTemporaryDirectory);
    }
}

void tst_Probes::valuesThatAreHardToTell_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("variables");

    QTest::newRow("Python: text, attributes and class that raise")
        << QByteArray(inPython)
        << QByteArray("import threading\n"
                      "class Meta(type):\n"
                      "    @property\n"
                      "    def __module__(cls):\n"
                      "        raise ValueError('no')\n"
                      "class Angry:\n"
                      "    @property\n"
                      "    def __class__(self):\n"
                      "        raise ValueError('no')\n"
                      "    def __getattribute__(self, name):\n"
                      "        raise ValueError('no')\n"
                      "    def __repr__(self):\n"
                      "        raise ValueError('no')\n"
                      "    __hash__ = __str__ = __len__ = __iter__ = __repr__\n"
                      "class Angrier(dict, metaclass=Meta):\n"
                      "    def items(self):\n"
                      "        raise ValueError('no')\n"
                      "    __iter__ = __len__ = __repr__ = items\n"
                      "value = None\n"
                      "def handler(event, context):\n"
                      "    global value\n"
                      "    value = [Angry(), Angrier(a=1), threading.Lock(), b'x', {2, 1}, 1.5,\n"
                      "             float('nan'), range(3)]\n"
                      "    value.append(value)\n")
        << QStringLiteral("value: null %1 %1 %1")
               .arg(QStringLiteral("[Angry(),{\"a\":1},lock,<1 bytes> 78,{1,2},1.5,nan,"
                                   "\"range(0, 3)\",<itself>]"));
    QTest::newRow("Node.js: getters, proxies and cycles")
        << QByteArray(inNodeJs)
        << QByteArray("const angry = () => { throw new Error('no'); };\n"
                      "let value = null;\n"
                      "exports.handler = async () => {\n"
                      "    value = [{ get a() { return angry(); } }, new Proxy({}, {\n"
                      "        get: angry, ownKeys: angry, getPrototypeOf: angry,\n"
                      "        getOwnPropertyDescriptor: angry }), 5n, Symbol('s'), undefined, NaN,\n"
                      "        -0, new Date(0), new Set([1]), Buffer.from('x'), Object.create(null),\n"
                      "        { toJSON: angry, toString: angry }, /x/];\n"
                      "    value.push(value);\n"
                      "};\n")
        << QStringLiteral("value: null %1 %1 %1")
               .arg(QStringLiteral("[{\"a\":<getter>},<Proxy>,5n,<symbol>,undefined,NaN,-0,"
                                   "\"1970-01-01T00:00:00.000Z\",Set{1},<1 bytes> 78,{},"
                                   "{\"toJSON\":<function>,\"toString\":<function>},<RegExp>,"
                                   "<itself>]"));
}

void tst_Probes::valuesThatAreHardToTell()
{
    QFETCH(const QByteArray, language);
    QFETCH(const QByteArray, code);
    QFETCH(const QString, variables);
    const Function function(language, code);

    PROBE(report, function.request(), 3);

    QCOMPARE(variablesOf(report), variables);
    QCOMPARE(report.failures, std::size_t(0));
}

void tst_Probes::hugeValuesAreBounded_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("code");

    QTest::newRow("Python")
        << QByteArray(inPython)
        << QByteArray("rows = []\n"
                      "text = ''\n"
                      "deep = []\n"
                      "def handler(event, context):\n"
                      "    global text, deep\n"
                      "    rows.extend(range(100_000))\n"
                      "    text += 'x' * 1_000_000\n"
                      "    for i in range(10_000):\n"
                      "        deep = [deep]\n"
                      "    return len(rows)\n");
    QTest::newRow("Node.js")
        << QByteArray(inNodeJs)
        << QByteArray("const rows = [];\n"
                      "let text = '';\n"
                      "let deep = [];\n"
                      "exports.handler = async () => {\n"
                      "    for (let i = 0; i < 100_000; ++i) rows.push(i);\n"
                      "    text += 'x'.repeat(1_000_000);\n"
                      "    for (let i = 0; i < 10_000; ++i) deep = [deep];\n"
                      "    return rows.length;\n"
                      "};\n");
}

void tst_Probes::hugeValuesAreBounded()
{
    QFETCH(const QByteArray, language);
    QFETCH(const QByteArray, code);
    const Function function(language, code);

    PROBE(report, function.request(), 2);

    const SurvivingState *rows = stateNamed(report, "rows");
    const SurvivingState *text = stateNamed(report, "text");
    QVERIFY(rows && text && stateNamed(report, "deep"));
    QVERIFY(rows->isCut);
    QVERIFY(rows->values.at(2)->startsWith(QStringLiteral("<200000 entries> [0,1,2,")));
    QVERIFY(rows->values.at(2)->size() <= 8192);
    QCOMPARE(rows->effects.size(), std::size_t(1)); // its size tells what its beginning does not
    QVERIFY(text->isCut);
    QVERIFY(text->values.at(1)->size() <= 8192);
}

void tst_Probes::whatNodeSees_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QString>("module");

    const QString app = QStringLiteral("app.handler");
    QTest::newRow("variables of an ES module")
        << QByteArray("app.mjs")
        << QByteArray("import fs from 'node:fs';\n"
                      "import * as path from 'node:path';\n"
                      "let count = 0;\n"
                      "export let shown = 0;\n"
                      "export const handler = async () => {\n"
                      "    fs.statSync(path.sep);\n"
                      "    count += 1;\n"
                      "    shown += 1;\n"
                      "    return { count };\n"
                      "};\n")
        << app << QStringLiteral("count: 0 1 2 =count; shown: 0 1 2 =count")
        << QStringLiteral("app.mjs");
    QTest::newRow("exports of a CommonJS module")
        << QByteArray("app.cjs")
        << QByteArray("const fs = require('fs');\n"
                      "module.exports.count = 0;\n"
                      "module.exports.handler = async () => {\n"
                      "    fs.statSync('/');\n"
                      "    return { count: ++module.exports.count };\n"
                      "};\n")
        << app << QStringLiteral("exports.count: 0 1 2 =count") << QStringLiteral("app.cjs");
    QTest::newRow("a method of an object")
        << QByteArray("app.js")
        << QByteArray("let count = 0;\n"
                      "exports.routes = { get: async function () { return ++count; } };\n")
        << QStringLiteral("app.routes.get") << QStringLiteral("count: 0 1 2 =")
        << QStringLiteral("app.js");
    QTest::newRow("behind the wrapper of a library")
        << QByteArray("app.js")
        << QByteArray("const { wrap } = require('wrapper');\n"
                      "let count = 0;\n"
                      "exports.handler = wrap(async () => ++count);\n")
        << app << QStringLiteral("count: 0 1 2 =") << QStringLiteral("app.js");
    QTest::newRow("in the file that the handler comes from")
        << QByteArray("app.js")
        << QByteArray("exports.handler = require('./source/real.js').handler;\n") << app
        << QStringLiteral("count: 0 1 2 =") << QStringLiteral("source/real.js");
}

void tst_Probes::whatNodeSees()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, code);
    QFETCH(const QString, handler);
    QFETCH(const QString, variables);
    QFETCH(const QString, module);
    Function function(inNodeJs, code, file);
    function.add(QStringLiteral("node_modules/wrapper/index.js"),
                 "let calls = 0;\n"
                 "exports.wrap = (f) => (...values) => { calls += 1; return f(...values); };\n");
    function.add(QStringLiteral("source/real.js"),
                 "let count = 0;\nexports.handler = async () => ++count;\n");
    InvocationRequest request = function.request();
    request.function.handler = handler;

    PROBE(report, request, 2);

    QCOMPARE(variablesOf(report), variables);
    QCOMPARE(report.module, module);
    QVERIFY(report.variables == Sight::Everything);
}

void tst_Probes::crashesKeepNoVariables_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("code");

    QTest::newRow("Python") << QByteArray(inPython)
                            << QByteArray("import os\n"
                                          "count = 0\n"
                                          "def handler(event, context):\n"
                                          "    global count\n"
                                          "    count += 1\n"
                                          "    os._exit(3)\n");
    QTest::newRow("Node.js") << QByteArray(inNodeJs)
                             << QByteArray("let count = 0;\n"
                                           "exports.handler = async () => {\n"
                                           "    count += 1;\n"
                                           "    process.exit(3);\n"
                                           "};\n");
}

void tst_Probes::crashesKeepNoVariables()
{
    QFETCH(const QByteArray, language);
    QFETCH(const QByteArray, code);
    const Function function(language, code);

    PROBE(report, function.request(), 2);

    QCOMPARE(variablesOf(report), QString());
    QCOMPARE(report.failures, std::size_t(4));
    QCOMPARE(report.restarts, std::size_t(1));
    QVERIFY(report.judgement() == Judgement::NotTested);
}

void tst_Probes::streamedResponses()
{
    const Function function(inNodeJs,
                            "let count = 0;\n"
                            "exports.handler = awslambda.streamifyResponse(\n"
                            "    async (event, stream) => { stream.write(`${++count}`); stream.end();"
                            " });\n");
    InvocationRequest request = function.request();
    request.responseMode = ResponseMode::Streamed;

    PROBE(report, request, 2);

    QCOMPARE(variablesOf(report), QStringLiteral("count: 0 1 2 ="));
    QVERIFY(report.judgement() == Judgement::ResultDepended);
}

void tst_Probes::otherRuntimesAreNotSeen()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/custom-runtimes/shell/bootstrap"),
                        folder.filePath(QStringLiteral("bootstrap"))));
    writeText(folder.filePath(QStringLiteral("app.sh")),
              "handler() {\n    echo -n x >> /tmp/kept\n    wc -c < /tmp/kept\n}\n");
    const Ground ground{QStringLiteral("provided.al2023"), IsolationChoice::Bubblewrap};
    if (const QString reason = reasonToSkip(ground); !reason.isEmpty())
        QSKIP(qPrintable(reason));

    PROBE(report, requestForFolder(ground, folder.path()), 2);

    QCOMPARE(report.failures, std::size_t(0));
    QVERIFY(report.variables == Sight::Nothing);
    QVERIFY(report.seesTemporaryFiles);
    QCOMPARE(pathsOf(report.dependent), QStringList{QString()});
    QCOMPARE(describe(*stateNamed(report, "kept")), QStringLiteral("kept: - 1 2 ~"));
}

void tst_Probes::duplicates_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QStringList>("dependent");
    QTest::addColumn<QString>("variables");

    QTest::newRow("done twice")
        << QByteArray(inPython)
        << QByteArray("done = []\n"
                      "def handler(event, context):\n"
                      "    done.append(1)\n"
                      "    return {'done': len(done), 'id': context.aws_request_id}\n")
        << QStringList{QStringLiteral("done")} << QStringLiteral("done: [] [1] [1,1] ~done");
    QTest::newRow("told apart by the request id")
        << QByteArray(inNodeJs)
        << QByteArray("const answers = {};\n"
                      "let done = 0;\n"
                      "exports.handler = async (event, { awsRequestId: id }) => {\n"
                      "    answers[id] ||= ++done;\n"
                      "    return answers[id];\n"
                      "};\n")
        << QStringList{} << QString();
}

void tst_Probes::duplicates()
{
    QFETCH(const QByteArray, language);
    QFETCH(const QByteArray, code);
    QFETCH(const QStringList, dependent);
    QFETCH(const QString, variables);
    const Function function(language, code);
    DuplicateProbe probe(m_test.invoker());

    const Result<ProbeReport> report = waitFor(probe.run(function.request()));

    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail));
    QCOMPARE(pathsOf(report->dependent), dependent);
    QCOMPARE(pathsOf(report->varying), QStringList()); // the request id is the same each time
    QCOMPARE(report->warmRuns, std::size_t(2));
    QCOMPARE(report->coldRuns, std::size_t(1));
    if (!variables.isEmpty())
        QCOMPARE(variablesOf(*report), variables);
    else
        QCOMPARE(describe(*stateNamed(*report, "done")), QStringLiteral("done: 0 1 1"));
}

void tst_Probes::progressAndNumbers()
{
    const Function function(inPython, "def handler(event, context):\n    return 1\n");
    StatelessnessProbe probe(m_test.invoker());
    QSignalSpy progress(&probe, &StatelessnessProbe::progressed);

    const Result<ProbeReport> report = waitFor(probe.run(function.request(), 2));

    QVERIFY(report.has_value());
    QCOMPARE(report->warmRuns, std::size_t(2));
    QCOMPARE(report->coldRuns, std::size_t(2));
    QCOMPARE(progress.size(), 4);
    QCOMPARE(progress.last(), (QVariantList{4, 4}));
}

void tst_Probes::wrongTimes()
{
    const Function function(inPython, "def handler(event, context):\n    return 1\n");
    StatelessnessProbe probe(m_test.invoker());

    for (const int times : {-1, 1, 101}) {
        const Result<ProbeReport> report = waitFor(probe.run(function.request(), times));

        QVERIFY(!report);
        QCOMPARE(report.error().code, Error::Code::InvalidArgument);
    }
}

void tst_Probes::cancelling_data()
{
    QTest::addColumn<int>("after");

    QTest::newRow("in the first invocation") << 0;
    QTest::newRow("behind the first") << 1;
    QTest::newRow("behind the last warm one") << 2;
}

void tst_Probes::cancelling()
{
    QFETCH(const int, after);
    const Function function(inPython, "import time\n"
                                    "def handler(event, context):\n"
                                    "    if event['waits']:\n"
                                    "        print('waits', flush=True)\n"
                                    "        time.sleep(1000)\n");
    InvocationRequest request = function.request();
    request.event = after == 0 ? "{\"waits\":true}" : "{\"waits\":false}";
    StatelessnessProbe probe(m_test.invoker());
    QSignalSpy progress(&probe, &StatelessnessProbe::progressed);
    connect(&probe, &StatelessnessProbe::progressed, &probe, [&](int done) {
        if (done == after)
            probe.cancel();
    });
    connect(&m_test.invoker(), &Invoker::logAppended, &probe, [&] {
        if (after == 0)
            probe.cancel();
    });

    const Result<ProbeReport> report = waitFor(probe.run(request, 2));

    QVERIFY(!report);
    QCOMPARE(report.error().code, Error::Code::Cancelled);
    QCOMPARE(progress.size(), after);
}

void tst_Probes::oneProbeAtATime()
{
    const Function function(inPython, "def handler(event, context):\n    return 1\n");
    StatelessnessProbe probe(m_test.invoker());
    const Async<ProbeReport> first = probe.run(function.request(), 2);

    const Result<ProbeReport> second = waitFor(probe.run(function.request(), 2));

    QVERIFY(!second);
    QCOMPARE(second.error().code, Error::Code::InvalidArgument);
    QVERIFY(waitFor(first).has_value());
    QVERIFY(waitFor(probe.run(function.request(), 2)).has_value());
}

void tst_Probes::functionThatCannotBeRun()
{
    const Function function(inPython, "def handler(event, context):\n    return 1\n");
    InvocationRequest request = function.request();
    request.event = "{";
    StatelessnessProbe probe(m_test.invoker());

    const Result<ProbeReport> report = waitFor(probe.run(request, 2));

    QVERIFY(!report);
    QCOMPARE(report.error().code, Error::Code::InvalidJson);
}

void tst_Probes::normalInvocationsTellNothing_data()
{
    addGrounds();
}

void tst_Probes::normalInvocationsTellNothing()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestFor(ground, QStringLiteral("counts"));
    RUN(normal, m_test, request);
    QVERIFY(!normal.observation);

    request.emulation.observesState = true;
    request.start = StartChoice::ForceCold;
    RUN(observed, m_test, request);
    QVERIFY(observed.observation && observed.observation->initialised
            && observed.observation->answered);
    request.start = StartChoice::ReuseWarm;
    RUN(warm, m_test, request);
    QVERIFY(!warm.isCold());
    QVERIFY(!warm.observation->initialised);
    QVERIFY(warm.observation->answered.has_value());
}

void tst_Probes::theHandlerSeesNothingOfIt_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("code");

    QTest::newRow("Python") << QByteArray(inPython)
                            << QByteArray("import os\n"
                                          "at_import = [name for name in os.environ if 'COLDFRAME' in "
                                          "name]\n"
                                          "def handler(event, context):\n"
                                          "    return at_import + [name for name in os.environ if "
                                          "'COLDFRAME' in name]\n");
    QTest::newRow("Node.js") << QByteArray(inNodeJs)
                             << QByteArray("const own = () => Object.keys(process.env).filter(\n"
                                           "    (name) => name.includes('COLDFRAME')).concat(\n"
                                           "    Reflect.ownKeys(globalThis).map(String).filter(\n"
                                           // What spans are told to is there without a probe, too.
                                           "        (name) => name.includes('coldframe')\n"
                                           "            && name !== 'Symbol(coldframe.spans)'));\n"
                                           "const atImport = own();\n"
                                           "exports.handler = async () => atImport.concat(own());\n");
}

void tst_Probes::theHandlerSeesNothingOfIt()
{
    QFETCH(const QByteArray, language);
    QFETCH(const QByteArray, code);
    const Function function(language, code);
    InvocationRequest request = function.request();
    request.emulation.observesState = true;

    RUN(first, m_test, request);
    RUN(second, m_test, request);

    QCOMPARE(first.response, QByteArray("[]"));
    QCOMPARE(second.response, QByteArray("[]"));
    QVERIFY(!second.isCold());
}

void tst_Probes::observedEnvironmentsAreNotShared()
{
    const Function function(inPython, "def handler(event, context):\n    return 1\n");
    InvocationRequest request = function.request();
    RUN(normal, m_test, request);
    request.emulation.observesState = true;

    RUN(observed, m_test, request);

    QVERIFY(observed.coldStart == ColdStartReason::ConfigurationChanged);
    QVERIFY(observed.environment.id != normal.environment.id);
}

COLDFRAME_TEST(tst_Probes);

#include "tst_probes.moc"
