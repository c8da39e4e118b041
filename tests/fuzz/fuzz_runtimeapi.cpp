// SPDX-License-Identifier: GPL-3.0-or-later
// What a runtime sends to the Runtime API, over a socketpair. The first byte chooses how the
// platform is set up. Whatever arrives: the server answers or ends the connection, invocations are
// answered at most once each, and the outcome does not depend on how the bytes arrive.
#include "core/runtime/runtimeapi.h"

#include "tests/fuzz/fuzzinput.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

using namespace coldframe;
using coldframe::test::require;

namespace {

constexpr std::size_t LongestInput = 4096;
constexpr int MostTurns = 10'000; // a connection that takes longer to end hangs

class StandingClock final : public Clock
{
public:
    Instant now() const override { return {}; }
    WallTime wallNow() const override { return {}; }
};

/// The platform's side: an event for whoever asks, and a log of what it is told.
class Platform
{
public:
    Platform(unsigned char setup, int descriptor)
        : m_streamed((setup & 1U) != 0)
        , m_hasInvocationIds((setup & 4U) != 0)
    {
        m_api.setSnapStart((setup & 2U) != 0);
        QObject::connect(&m_api, &RuntimeApi::initialised, &m_api, [this] { log("initialised"); });
        QObject::connect(&m_api, &RuntimeApi::ready, &m_api, [this] {
            log("ready");
            deliver();
        });
        QObject::connect(&m_api, &RuntimeApi::restoreReady, &m_api, [this] {
            log("restore ready");
            m_api.restore();
        });
        QObject::connect(&m_api, &RuntimeApi::delivered, &m_api, [this] {
            require(!m_running, "one event at a time");
            m_running = true;
            log("delivered");
        });
        QObject::connect(&m_api, &RuntimeApi::responseStarted, &m_api,
                         [this](const QByteArray &contentType) {
                             require(m_running && !m_responding, "an invocation responds once");
                             m_responding = true;
                             log("started " + contentType);
                             m_api.pauseResponse();
                         });
        QObject::connect(&m_api, &RuntimeApi::responseAppended, &m_api,
                         [this](const QByteArray &part) {
                             require(m_responding, "a response begins before its bytes");
                             require(!part.isEmpty(), "a part is something");
                             m_response += part;
                         });
        QObject::connect(&m_api, &RuntimeApi::answered, &m_api,
                         [this](const RuntimeAnswer &answer) { onAnswered(answer); });
        QObject::connect(&m_api, &RuntimeApi::initFailed, &m_api,
                         [this](const RuntimeAnswer &answer) { onFailed("init", answer); });
        QObject::connect(&m_api, &RuntimeApi::restoreFailed, &m_api,
                         [this](const RuntimeAnswer &answer) { onFailed("restore", answer); });
        QObject::connect(&m_api, &RuntimeApi::initTraced, &m_api,
                         [this](const QByteArray &body) { log("trace " + body); });
        m_server.adoptConnection(descriptor);
    }

    void goOn() { m_api.resumeResponse(); }
    QByteArray told() const { return m_told; }

private:
    void log(const QByteArray &what) { m_told += what + '\n'; }

    void deliver()
    {
        RuntimeEvent event;
        event.requestId = QStringLiteral("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        event.body = "{}";
        event.functionArn = QStringLiteral("arn");
        event.invocationId = m_hasInvocationIds ? "attempt" : "";
        event.responseMode = m_streamed ? ResponseMode::Streamed : ResponseMode::Buffered;
        m_api.deliver(event);
    }

    QByteArray described(const RuntimeAnswer &answer)
    {
        require(answer.isError != answer.platformErrorType.isEmpty(), "an error has a type");
        require(answer.errorCause.size() <= 64 * 1024, "a cause is short");
        return answer.body + '|' + answer.errorType.toUtf8() + '|' + answer.contentType + '|'
            + answer.errorCause + '|' + QByteArray::number(answer.responseBytes);
    }

    void onAnswered(const RuntimeAnswer &answer)
    {
        require(m_running, "an invocation is answered once");
        require(m_streamed || !m_responding, "a buffered response comes as a whole");
        m_running = false;
        m_responding = false;
        log("answered " + described(answer) + '|' + std::exchange(m_response, {}));
    }

    void onFailed(const QByteArray &phase, const RuntimeAnswer &answer)
    {
        require(answer.isError && !m_failed, "a phase fails once");
        m_failed = true;
        log(phase + " failed " + described(answer));
    }

    StandingClock m_clock;
    EnvironmentServer m_server;
    RuntimeApi m_api{m_server, m_clock};
    bool m_streamed;
    bool m_hasInvocationIds;
    bool m_running = false;
    bool m_responding = false;
    bool m_failed = false;
    QByteArray m_response;
    QByteArray m_told;
};

void requireAnswers(QByteArrayView received)
{
    while (!received.isEmpty()) {
        require(received.startsWith("HTTP/1.1 "), "an answer begins with its status");
        const qsizetype end = received.indexOf("\r\n\r\n");
        require(end > 0, "an answer has a whole head");
        const QByteArrayView head = received.first(end + 2);
        received = received.sliced(end + 4);
        static constexpr QByteArrayView lengthName = "\r\nContent-Length: ";
        const qsizetype length = head.indexOf(lengthName);
        require(length > 0, "an answer has a length");
        const QByteArrayView digits = head.sliced(length + lengthName.size());
        const qsizetype size = digits.first(digits.indexOf('\r')).toByteArray().toLongLong();
        require(size <= received.size(), "an answer is whole");
        received = received.sliced(size);
    }
}

/// Everything that the platform was told, and what the runtime received.
QByteArray converse(unsigned char setup, const std::vector<QByteArrayView> &pieces)
{
    std::array<int, 2> ends{};
    require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) == 0,
            "there are sockets");
    Platform platform(setup, ends[0]);
    QByteArray received;
    bool ended = false;
    const auto turn = [&] {
        QCoreApplication::processEvents();
        platform.goOn();
        std::array<char, 4096> buffer{};
        const ssize_t got = ::recv(ends[1], buffer.data(), buffer.size(), 0);
        if (got > 0)
            received.append(buffer.data(), got);
        ended = got == 0 || (got < 0 && errno != EAGAIN);
    };
    for (const QByteArrayView piece : pieces) {
        (void)::send(ends[1], piece.data(), static_cast<size_t>(piece.size()), MSG_NOSIGNAL);
        turn();
    }
    ::shutdown(ends[1], SHUT_WR);
    for (int i = 0; i < MostTurns && !ended; ++i)
        turn();
    require(ended, "the connection ends");
    ::close(ends[1]);
    received.replace("HTTP/1.1 100 Continue\r\n\r\n", ""); // whoever sends at once needs none
    // The length that an answer to HEAD tells is not of a body that follows.
    QByteArray sent;
    for (const QByteArrayView piece : pieces)
        sent += piece;
    if (!sent.contains("HEAD"))
        requireAnswers(received);
    return platform.told() + received;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int argumentCount = 1;
    static std::array<char, 5> name{"fuzz"};
    static std::array<char *, 2> arguments{name.data(), nullptr};
    static const QCoreApplication application(argumentCount, arguments.data());
    if (size == 0)
        return 0;
    const QByteArrayView bytes = test::viewOf(data + 1, std::min(size, LongestInput) - 1);
    const QByteArray whole = converse(data[0], {bytes});
    require(converse(data[0], test::cutIntoPieces(bytes)) == whole,
            "pieces give the same as the whole");
    return 0;
}
