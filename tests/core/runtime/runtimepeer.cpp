// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/runtime/runtimepeer.h"

#include "core/runtime/bootstrapfolder.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace coldframe::test {

namespace {

constexpr int peerPatience = 30'000;
constexpr int descriptorInside = 100; // QProcess may use the low ones itself

bool addHeader(std::map<QByteArray, QByteArray> &headers, const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        headers[line.first(colon).toLower()] = line.sliced(colon + 1).trimmed();
    return colon > 0;
}

} // namespace

RuntimePeer::RuntimePeer(const Interpreter &interpreter, const QString &handler,
                         const std::map<QString, QString> &variables)
{
    const bool isPython = interpreter.family == RuntimeFamily::Python;
    const auto bootstrap
        = prepareBootstrap(interpreter, QStringLiteral(COLDFRAME_SOURCE_DIR), m_cache.path());
    if (!bootstrap)
        qFatal("no bootstrap: %s", qPrintable(bootstrap.error().detail));
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        qFatal("socketpair");
    m_socket = ends[0];
    const QString task = QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/handlers/")
        + (isPython ? QStringLiteral("python") : QStringLiteral("nodejs"));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("COLDFRAME_RUNTIME_DESCRIPTORS"),
                       QStringLiteral("%1,%1").arg(descriptorInside));
    environment.insert(QStringLiteral("AWS_LAMBDA_RUNTIME_API"), QStringLiteral("127.0.0.1:9001"));
    environment.insert(QStringLiteral("AWS_EXECUTION_ENV"),
                       QStringLiteral("AWS_Lambda_") + runtimeIdentifierOf(interpreter));
    environment.insert(QStringLiteral("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), QStringLiteral("256"));
    environment.insert(QStringLiteral("LAMBDA_TASK_ROOT"), task);
    environment.insert(QStringLiteral("_HANDLER"), handler);
    environment.insert(QStringLiteral("PYTHONPATH"), bootstrap->directory);
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(task);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([end = ends[1]] {
        if (end == descriptorInside)
            fcntl(end, F_SETFD, 0);
        else
            dup2(end, descriptorInside);
    });
    m_process.start(interpreter.program, bootstrap->argumentsIn(bootstrap->directory));
    if (!m_process.waitForStarted())
        qFatal("%s does not start", qPrintable(interpreter.program));
    ::close(ends[1]);
}

void RuntimePeer::hangUp()
{
    ::close(std::exchange(m_socket, -1));
}

RuntimePeer::~RuntimePeer()
{
    if (m_socket >= 0)
        ::close(m_socket);
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(peerPatience))
        qWarning("the runtime outlives its host");
}

bool RuntimePeer::readMore()
{
    pollfd waiting{m_socket, POLLIN, 0};
    std::array<char, 65536> buffer{};
    if (poll(&waiting, 1, peerPatience) != 1)
        return false;
    const ssize_t count = recv(m_socket, buffer.data(), buffer.size(), 0);
    if (count > 0)
        m_received.append(buffer.data(), count);
    return count > 0;
}

QByteArray RuntimePeer::takeLine()
{
    qsizetype end = 0;
    while ((end = m_received.indexOf("\r\n")) < 0) {
        if (!readMore())
            return {};
    }
    const QByteArray line = m_received.first(end);
    m_received.remove(0, end + 2);
    return line;
}

PeerRequest RuntimePeer::receiveHead()
{
    PeerRequest request;
    request.line = takeLine();
    if (request.line.endsWith(" HTTP/1.1"))
        request.line.chop(9);
    while (addHeader(request.headers, takeLine())) { }
    return request;
}

PeerRequest RuntimePeer::receive()
{
    PeerRequest request = receiveHead();
    if (request.headers["transfer-encoding"] == "chunked") {
        for (QByteArray chunk = receiveChunk(request); !chunk.isEmpty();
             chunk = receiveChunk(request))
            request.body += chunk;
        return request;
    }
    const qsizetype length = request.headers["content-length"].toLongLong();
    while (m_received.size() < length) {
        if (!readMore())
            return {};
    }
    request.body = m_received.first(length);
    m_received.remove(0, length);
    return request;
}

QByteArray RuntimePeer::receiveChunk(PeerRequest &request)
{
    const qsizetype length = takeLine().toLongLong(nullptr, 16);
    while (m_received.size() < length + (length > 0 ? 2 : 0)) {
        if (!readMore())
            return {};
    }
    if (length == 0) {
        while (addHeader(request.trailers, takeLine())) { }
        return {};
    }
    const QByteArray chunk = m_received.first(length);
    m_received.remove(0, length + 2);
    return chunk;
}

void RuntimePeer::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    QByteArray message = "HTTP/1.1 " + QByteArray::number(status) + " Reason\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    while (!message.isEmpty()) {
        const ssize_t sent = send(m_socket, message.constData(),
                                  static_cast<std::size_t>(message.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        message.remove(0, sent);
    }
}

void RuntimePeer::sendEvent(const QByteArray &id, const QByteArray &event,
                            const QByteArray &headers, const QByteArray &contentType)
{
    answer(200, event,
           "Content-Type: " + contentType + "\r\nLambda-Runtime-Aws-Request-Id: " + id
               + "\r\nLambda-Runtime-Deadline-Ms: 1893456000000\r\n" + headers);
}

PeerRequest RuntimePeer::receiveFirst()
{
    const PeerRequest trace = receive();
    if (trace.line == "POST /coldframe/init-trace")
        accept();
    return receive();
}

PeerRequest RuntimePeer::run(const QByteArray &id, const QByteArray &event,
                             const QByteArray &headers, const QByteArray &contentType)
{
    sendEvent(id, event, headers, contentType);
    PeerRequest posted = receive();
    accept();
    const PeerRequest next = receive();
    if (next.line != "GET /2018-06-01/runtime/invocation/next")
        return {};
    return posted;
}

int RuntimePeer::exitStatus()
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(peerPatience))
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

const std::vector<Interpreter> &interpretersOf(RuntimeFamily family)
{
    static std::map<RuntimeFamily, std::vector<Interpreter>> known;
    const auto [entry, isNew] = known.try_emplace(family);
    if (!isNew)
        return entry->second;
    QStringList path
        = qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    path.append(QStringLiteral("/usr/bin"));
    for (const QString &program : interpreterCandidates({family, 0, 0}, path, QDir::homePath())) {
        const auto interpreter = inspectInterpreter(family, program);
        const auto isKnown = [&interpreter](const Interpreter &other) {
            return runtimeIdentifierOf(other) == runtimeIdentifierOf(*interpreter);
        };
        constexpr int oldestPython = 9;
        if (interpreter && std::none_of(entry->second.begin(), entry->second.end(), isKnown)
            && (family != RuntimeFamily::Python || interpreter->minor() >= oldestPython))
            entry->second.push_back(*interpreter);
    }
    return entry->second;
}

} // namespace coldframe::test
