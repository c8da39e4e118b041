// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/runtime/handlerspans.h"
#include "core/runtime/inittrace.h"
#include "tests/core/runtime/runtimepeer.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <nlohmann/json.hpp>

#include <atomic>
#include <map>
#include <thread>

#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// What our bootstraps tell of an invocation's inside, in every interpreter of this computer.
class tst_ToldSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connections_data();
    void connections();
    void requestsOverAKeptConnection_data();
    void requestsOverAKeptConnection();
    void namedByTheCode_data();
    void namedByTheCode();
    void theHelpersDoNothingElsewhere_data();
    void theHelpersDoNothingElsewhere();
    void theHandlersTime_data() { addInterpreters(); }
    void theHandlersTime();
    void nothingIsToldWithoutTracing_data() { addInterpreters(); }
    void nothingIsToldWithoutTracing();
    void evaluationsOfEsModules();

private:
    static void addInterpreters();
};

namespace {

/// Answers every HTTP request with "ok" and keeps connections, in a thread of its own: the test's
/// waits for the runtime meanwhile.
class SmallServer
{
public:
    SmallServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        m_thread = std::thread([descriptor = int(m_server.socketDescriptor()), this] {
            std::vector<pollfd> watched{{descriptor, POLLIN, 0}};
            while (!m_ends) {
                if (::poll(watched.data(), watched.size(), 20) <= 0)
                    continue;
                for (std::size_t i = 1; i < watched.size(); ++i) {
                    if ((watched[i].revents & (POLLIN | POLLHUP)) == 0)
                        continue;
                    char request[4096];
                    const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
                    if (::read(watched[i].fd, request, sizeof request) <= 0
                        || ::send(watched[i].fd, answer, sizeof answer - 1, MSG_NOSIGNAL) < 0) {
                        ::close(watched[i].fd);
                        watched[i].fd = -1;
                    }
                }
                std::erase_if(watched, [](const pollfd &each) { return each.fd < 0; });
                if ((watched.front().revents & POLLIN) != 0) {
                    if (const int accepted = ::accept(descriptor, nullptr, nullptr); accepted >= 0)
                        watched.push_back({accepted, POLLIN, 0});
                }
            }
            for (std::size_t i = 1; i < watched.size(); ++i)
                ::close(watched[i].fd);
        });
    }
    ~SmallServer()
    {
        m_ends = true;
        m_thread.join();
    }

    int port() const { return m_server.serverPort(); }

private:
    QTcpServer m_server;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

int closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// What was posted for one event: the answer, and the spans that were told behind it.
struct Told
{
    PeerRequest answer;
    std::vector<HandlerSpan> spans;
};

Told runAndListen(RuntimePeer &peer, const QByteArray &event)
{
    Told told;
    peer.sendEvent("id", event);
    told.answer = peer.receive();
    const Instant answered = std::chrono::steady_clock::now();
    peer.accept();
    for (PeerRequest next = peer.receive(); next.line.startsWith("POST"); next = peer.receive()) {
        if (next.line == "POST /coldframe/spans") {
            auto spans = parseHandlerSpans(next.body, {Instant(), answered});
            if (!spans)
                qFatal("spans: %s", qPrintable(spans.error().detail));
            told.spans = std::move(*spans);
        }
        peer.accept();
    }
    return told;
}

QString textOf(const HandlerSpan &span)
{
    QStringList parts{span.kind == HandlerSpanKind::Own ? QStringLiteral("own")
                                                        : QStringLiteral("connection"),
                      span.name};
    if (span.connected)
        parts.append(QStringLiteral("connected"));
    if (!span.isFinished)
        parts.append(QStringLiteral("open"));
    if (span.hasFailed)
        parts.append(QStringLiteral("failed"));
    if (span.isReused)
        parts.append(QStringLiteral("reused"));
    return parts.join(u' ');
}

QStringList textsOf(const std::vector<HandlerSpan> &spans)
{
    QStringList texts;
    for (const HandlerSpan &span : spans)
        texts.append(textOf(span));
    return texts;
}

void addInterpretersOf(RuntimeFamily family, const char *title, const QString &handler,
                       const QStringList &spans)
{
    for (const Interpreter &interpreter : interpretersOf(family))
        QTest::addRow("%s, %s", qPrintable(interpreterTitle(interpreter)), title)
            << interpreter << handler << spans;
}

QString helperOf(RuntimeFamily family)
{
    return QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/helpers/")
        + (family == RuntimeFamily::Python ? QStringLiteral("coldframe.py")
                                           : QStringLiteral("coldframe.cjs"));
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(path));
    file.write(content);
}

} // namespace

void tst_ToldSpans::addInterpreters()
{
    QTest::addColumn<Interpreter>("interpreter");
    for (const RuntimeFamily family : {RuntimeFamily::Python, RuntimeFamily::NodeJs}) {
        for (const Interpreter &interpreter : interpretersOf(family))
            QTest::addRow("%s", qPrintable(interpreterTitle(interpreter))) << interpreter;
    }
}

void tst_ToldSpans::connections_data()
{
    QTest::addColumn<Interpreter>("interpreter");
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QStringList>("spans");

    const auto list = [](std::initializer_list<const char *> texts) {
        QStringList all;
        for (const char *text : texts)
            all.append(QLatin1String(text));
        return all;
    };
    const auto both = [&](const char *title, const char *python, const char *nodeJs,
                          const QStringList &pythonSpans, const QStringList &nodeJsSpans) {
        if (python)
            addInterpretersOf(RuntimeFamily::Python, title,
                              QStringLiteral("connects.") + QLatin1String(python), pythonSpans);
        if (nodeJs)
            addInterpretersOf(RuntimeFamily::NodeJs, title,
                              QStringLiteral("connects.") + QLatin1String(nodeJs), nodeJsSpans);
    };
    both("none", "nothing", "nothing", {}, {});
    both("opened and closed", "plain", "plain",
         list({"connection localhost connected", "connection 127.0.0.1 connected"}),
         list({"connection localhost connected"}));
    both("left open", "left_open", "leftOpen", list({"connection 127.0.0.1 connected open"}),
         list({"connection 127.0.0.1 connected open"}));
    both("refused", "refused", "refused", list({"connection 127.0.0.1 failed"}),
         list({"connection 127.0.0.1 failed"}));
    both("a path instead of a port", "local", nullptr, list({"connection /nonexistent failed"}),
         {});
    both("without blocking", "asynchronous", "fetches", list({"connection localhost connected"}),
         list({"connection 127.0.0.1 connected open"}));
    both("by urllib", "through_urllib", nullptr, list({"connection localhost connected"}), {});
}

void tst_ToldSpans::connections()
{
    QFETCH(const Interpreter, interpreter);
    QFETCH(const QString, handler);
    QFETCH(const QStringList, spans);
    const SmallServer server;
    RuntimePeer peer(interpreter, handler);
    peer.receiveFirst();
    const QByteArray event = "{\"port\": " + QByteArray::number(server.port())
        + ", \"closed\": " + QByteArray::number(closedPort()) + ", \"path\": \"/nonexistent\"}";

    const Instant begin = std::chrono::steady_clock::now();
    Told told = runAndListen(peer, event);

    QVERIFY2(told.answer.line.endsWith("/response"), told.answer.body.constData());
    // "localhost" may stand for an address that nobody listens to first.
    std::erase_if(told.spans, [&spans](const HandlerSpan &span) {
        return span.hasFailed && !spans.join(QString()).contains(QStringLiteral("failed"));
    });
    QCOMPARE(textsOf(told.spans), spans);
    for (const HandlerSpan &span : told.spans) {
        QVERIFY(Instant() + span.begin >= begin);
        QVERIFY(span.port == server.port() || span.hasFailed);
    }
}

void tst_ToldSpans::requestsOverAKeptConnection_data()
{
    QTest::addColumn<Interpreter>("interpreter");
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QStringList>("spans");
    addInterpretersOf(RuntimeFamily::Python, "http.client", QStringLiteral("connects.keeps_alive"),
                      {});
    addInterpretersOf(RuntimeFamily::NodeJs, "http", QStringLiteral("connects.keepsAlive"), {});
}

void tst_ToldSpans::requestsOverAKeptConnection()
{
    QFETCH(const Interpreter, interpreter);
    QFETCH(const QString, handler);
    const SmallServer server;
    RuntimePeer peer(interpreter, handler);
    peer.receiveFirst();
    const QByteArray event = "{\"port\": " + QByteArray::number(server.port()) + "}";

    std::vector<HandlerSpan> first = runAndListen(peer, event).spans;
    std::erase_if(first, [](const HandlerSpan &span) { return span.hasFailed; });
    const std::vector<HandlerSpan> second = runAndListen(peer, event).spans;

    QCOMPARE(textsOf(first), QStringList(QStringLiteral("connection localhost connected open")));
    QCOMPARE(textsOf(second), QStringList(QStringLiteral("connection localhost reused")));
    QCOMPARE(second.front().port, server.port());
}

void tst_ToldSpans::namedByTheCode_data()
{
    QTest::addColumn<Interpreter>("interpreter");
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QStringList>("spans");
    addInterpretersOf(RuntimeFamily::Python, "its spans", QStringLiteral("app.handler"), {});
    addInterpretersOf(RuntimeFamily::NodeJs, "its spans", QStringLiteral("app.handler"), {});
}

/// The file of resources/helpers beside the code, with and without a sandbox around it.
void tst_ToldSpans::namedByTheCode()
{
    QFETCH(const Interpreter, interpreter);
    const QTemporaryDir folder;
    const bool isPython = interpreter.family == RuntimeFamily::Python;
    QVERIFY(QFile::copy(helperOf(interpreter.family),
                        folder.filePath(isPython ? QStringLiteral("coldframe.py")
                                                 : QStringLiteral("coldframe.cjs"))));
    if (isPython)
        writeFile(folder.filePath(QStringLiteral("app.py")),
                  "import asyncio\n"
                  "from coldframe import span\n"
                  "@span('decorated')\n"
                  "def decorated(): return 1\n"
                  "@span('asynchronous')\n"
                  "async def asynchronous(): await asyncio.sleep(0)\n"
                  "def handler(event, context):\n"
                  "    with span('outer'):\n"
                  "        decorated()\n"
                  "        asyncio.run(asynchronous())\n"
                  "        try:\n"
                  "            with span('fails'): raise ValueError\n"
                  "        except ValueError: return decorated.__name__\n");
    else
        writeFile(folder.filePath(QStringLiteral("app.js")),
                  "const { span } = require('./coldframe.cjs');\n"
                  "async function decorated() {}\n"
                  "exports.handler = async () => {\n"
                  "    const outer = span('outer');\n"
                  "    span('decorated', () => 1);\n"
                  "    await span('asynchronous', async () => { await 1; });\n"
                  "    await span('fails', async () => { throw 1; }).catch(() => {});\n"
                  "    outer.end();\n"
                  "    return decorated.name;\n"
                  "};\n");
    RuntimePeer peer(interpreter, QStringLiteral("app.handler"),
                     {{QStringLiteral("LAMBDA_TASK_ROOT"), folder.path()}});
    peer.receiveFirst();

    const Told told = runAndListen(peer, "{}");

    QCOMPARE(told.answer.body, QByteArray("\"decorated\""));
    QCOMPARE(textsOf(told.spans),
             QStringList({QStringLiteral("own outer"), QStringLiteral("own decorated"),
                          QStringLiteral("own asynchronous"), QStringLiteral("own fails failed")}));
    for (const HandlerSpan &span : told.spans)
        QVERIFY(span.begin + span.duration
                <= told.spans.front().begin + told.spans.front().duration);
    QCOMPARE(textsOf(runAndListen(peer, "{}").spans).size(), 4); // those of this invocation alone
}

void tst_ToldSpans::theHelpersDoNothingElsewhere_data()
{
    QTest::addColumn<Interpreter>("interpreter");
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QStringList>("spans");
    addInterpretersOf(RuntimeFamily::Python, "no Coldframe", {}, {});
    addInterpretersOf(RuntimeFamily::NodeJs, "no Coldframe", {}, {});
}

void tst_ToldSpans::theHelpersDoNothingElsewhere()
{
    QFETCH(const Interpreter, interpreter);
    const bool isPython = interpreter.family == RuntimeFamily::Python;
    const QString folder = QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/helpers");
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(interpreter.program,
                  isPython ? QStringList{QStringLiteral("-B"), QStringLiteral("-c"),
                                         QStringLiteral("from coldframe import span\n"
                                                        "f = span('x')(len)\n"
                                                        "with span('y'): print(f('four'))\n")}
                           : QStringList{QStringLiteral("-e"),
                                         QStringLiteral("const {span} = "
                                                        "require('./coldframe.cjs');"
                                                        "span('x').end();"
                                                        "console.log(span('y', () => 4));")});
    QVERIFY(process.waitForFinished());

    QCOMPARE(process.readAll(), QByteArray("4\n"));
}

void tst_ToldSpans::theHandlersTime()
{
    QFETCH(const Interpreter, interpreter);
    RuntimePeer peer(interpreter, QStringLiteral("raises.handler"));
    peer.receiveFirst();

    const Instant begin = std::chrono::steady_clock::now();
    const PeerRequest answer = peer.run("id", "{}");
    const Instant end = std::chrono::steady_clock::now();

    QVERIFY(answer.line.endsWith("/error"));
    const auto run = parseHandlerRun(answer.headers.at("coldframe-handler"), begin, {begin, end});
    QVERIFY(run.has_value());
    QVERIFY(run->duration > 0ns);
}

void tst_ToldSpans::nothingIsToldWithoutTracing()
{
    QFETCH(const Interpreter, interpreter);
    const SmallServer server;
    RuntimePeer peer(interpreter, QStringLiteral("connects.plain"),
                     {{QStringLiteral("COLDFRAME_IMPORT_TRACE"), QStringLiteral("0")}});
    const PeerRequest trace = peer.receive();
    peer.accept();
    peer.receive();

    const Told told = runAndListen(peer, "{\"port\": " + QByteArray::number(server.port()) + "}");

    QVERIFY(told.answer.line.endsWith("/response"));
    QVERIFY(!told.answer.headers.contains("coldframe-handler"));
    QVERIFY(told.spans.empty());
    const auto read = parseInitTrace(trace.body, Instant(), {});
    QVERIFY(read.has_value());
    QVERIFY(read->imports.empty());
    QCOMPARE(read->detail, ImportDetail::None);
    QVERIFY(read->handlerImportEnd > read->handlerImportStart);
}

/// Where this Node.js can tell of each, they nest below the handler's module.
void tst_ToldSpans::evaluationsOfEsModules()
{
    for (const Interpreter &node : interpretersOf(RuntimeFamily::NodeJs)) {
        RuntimePeer peer(node, QStringLiteral("graph/root.handler"));
        const PeerRequest trace = peer.receive();
        peer.accept();
        peer.receive();
        QCOMPARE(peer.run("id", "{}").body, QByteArray("[\"13\",\"2\",\"3\"]"));

        const QString root = QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/handlers/nodejs");
        const auto read = parseInitTrace(trace.body, Instant(), {root, {}});
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        const bool hasHooks = node.major() > 22 || (node.major() == 22 && node.minor() >= 15);
        QCOMPARE(read->detail, hasHooks ? ImportDetail::Evaluations : ImportDetail::OneGraph);
        QCOMPARE(read->imports.front().module, QStringLiteral("graph/root.mjs"));
        std::map<QString, ImportSpan> imports;
        for (const ImportSpan &import : read->imports) {
            imports[import.module] = import;
            QVERIFY(!import.hasFailed);
            QCOMPARE(import.origin, ImportOrigin::Function);
        }
        QVERIFY(imports.contains(QStringLiteral("graph/second.cjs")));
        QCOMPARE(imports.contains(QStringLiteral("graph/first.mjs")), hasHooks);
        QCOMPARE(imports.size(), hasHooks ? std::size_t(4) : std::size_t(2));
        std::chrono::nanoseconds self{};
        for (const ImportSpan &import : read->imports) {
            self += import.self;
            if (import.module != QStringLiteral("graph/root.mjs"))
                QVERIFY(import.depth > 0);
        }
        QVERIFY(self <= read->imports.front().duration);
        if (hasHooks) // it is busy for 20 ms
            QVERIFY(imports[QStringLiteral("graph/first.mjs")].self >= 19ms);
    }
}

COLDFRAME_TEST(tst_ToldSpans);

#include "tst_toldspans.moc"
