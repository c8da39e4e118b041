// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to the Extensions, Telemetry and Logs API, as bytes on one connection: whatever comes,
// the rules of registration hold and answers are well-formed. "@0" to "@9" in an identifier header
// stands for the identifier of an extension; a request below /platform is a step of the platform.
#include "core/runtime/extensionsapi.h"
#include "core/runtime/httpresponsereader.h"
#include "core/runtime/telemetryapi.h"

#include "tests/fuzz/fuzzinput.h"

#include <QCoreApplication>

#include <array>
#include <set>

#include <sys/socket.h>
#include <unistd.h>

using namespace coldframe;
using coldframe::test::require;

namespace {

/// Connects to nobody: a port in the input may belong to anybody.
class NoTransport final : public TelemetryTransport
{
public:
    void send(const std::vector<QByteArray> &records) override
    {
        require(!records.empty(), "a batch has records");
    }
};

class FuzzedApis
{
public:
    FuzzedApis()
        : m_extensions(m_clock)
        , m_telemetry(
              m_clock,
              [this](QByteArrayView identifier) { return m_extensions.nameOf(identifier); },
              nullptr,
              [](const TelemetryDestination &destination) {
                  require(destination.port >= 1024 && destination.port != 9001,
                          "a port is allowed");
                  return std::make_unique<NoTransport>();
              })
        , m_server(HttpServer::Options{.bodyBytes = 65'536, .headerBytes = 65'536},
                   [this](HttpRequest request, HttpReply reply) { handle(request, reply); })
    {
        expect();
    }

    void run(QByteArrayView bytes)
    {
        std::array<int, 2> ends{};
        require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data())
                    == 0,
                "there is a socket");
        m_server.adoptConnection(ends[0]);
        while (!bytes.isEmpty()) {
            const ssize_t sent
                = ::send(ends[1], bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL);
            if (sent <= 0)
                break;
            bytes = bytes.sliced(sent);
            QCoreApplication::processEvents();
        }
        QCoreApplication::processEvents();
        QByteArray answers(65'536, Qt::Uninitialized);
        answers.truncate(
            qMax<ssize_t>(0, ::recv(ends[1], answers.data(), std::size_t(answers.size()), 0)));
        checkAnswers(answers);
        ::close(ends[1]);
    }

private:
    void expect() { m_extensions.expectExternal({QStringLiteral("a"), QStringLiteral("b")}); }

    void handle(HttpRequest &request, const HttpReply &reply)
    {
        for (HttpHeader &header : request.headers) {
            if (header.value.size() == 2 && header.value[0] == '@')
                header.value = identifierOf(std::size_t(header.value[1] - '0'));
        }
        if (request.target.startsWith("/platform/"))
            step(request.target.mid(10), reply);
        else if (request.target.startsWith("/2022"))
            m_telemetry.handleTelemetry(request, reply);
        else if (request.target.startsWith("/2020-08"))
            m_telemetry.handleLogs(request, reply);
        else
            m_extensions.handle(request, reply);
        checkExtensions();
    }

    void step(const QByteArray &name, const HttpReply &reply)
    {
        if (name == "invoke") {
            m_extensions.deliverInvoke({{}, {}, {}, name});
        } else if (name == "shutdown") {
            m_extensions.deliverShutdown(ShutdownReason::Failure, {});
        } else if (name == "ended") {
            m_extensions.noteProcessEnded(QStringLiteral("a"));
        } else if (name == "close") {
            m_extensions.closeRegistration();
            m_telemetry.closeSubscription();
        } else if (name == "reset") {
            m_extensions.reset();
            m_telemetry.reset();
            expect();
        } else {
            m_telemetry.publish({TelemetryType::Function, {}, {}, {}, name});
            m_telemetry.flush();
        }
        reply.send({});
    }

    QByteArray identifierOf(std::size_t index) const
    {
        const std::vector<ExtensionStatus> all = m_extensions.extensions();
        return index < all.size() ? all[index].identifier : QByteArray();
    }

    void checkExtensions() const
    {
        std::set<QByteArray> identifiers;
        std::set<QString> names;
        std::size_t registered = 0;
        for (const ExtensionStatus &extension : m_extensions.extensions()) {
            require(!extension.name.isEmpty(), "an extension has a name");
            require(names.insert(extension.name).second, "of its own");
            require(extension.isExternal || !extension.events.shutdown,
                    "an internal one hears no shutdown");
            require(extension.registeredAt.has_value() == !extension.identifier.isEmpty(),
                    "registration gives an identifier");
            if (!extension.registeredAt)
                continue;
            ++registered;
            require(identifiers.insert(extension.identifier).second, "an identifier of its own");
            require(extension.state != ExtensionState::Started, "who has registered is known");
            require(extension.readyAt || extension.state != ExtensionState::Running,
                    "who runs has asked");
        }
        require(registered <= ExtensionsApi::MostExtensions, "not too many");
    }

    static void checkAnswers(const QByteArray &answers)
    {
        HttpResponseReader reader;
        if (answers.isEmpty() || answers.startsWith("HTTP/1.1 100"))
            return;
        // That to HEAD has no body, whatever its length says.
        require(reader.feed(answers) != HttpResponseReader::Progress::Malformed,
                "an answer is well-formed");
        static const std::set<int> known{200, 202, 400, 403, 404, 405,
                                         413, 414, 417, 431, 501, 505};
        require(known.contains(reader.status()), "an answer has one of these");
    }

    SystemClock m_clock;
    ExtensionsApi m_extensions;
    TelemetryApi m_telemetry;
    HttpServer m_server;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int count = 1;
    static std::array<char, 5> name{"fuzz"};
    static char *arguments[] = {name.data(), nullptr};
    static const QCoreApplication application(count, arguments);
    FuzzedApis().run(test::viewOf(data, size));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return 0;
}
