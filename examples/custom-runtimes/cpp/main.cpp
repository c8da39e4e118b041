// SPDX-License-Identifier: GPL-3.0-or-later
// A runtime for AWS Lambda and its function, without any library: events are asked for and answered
// on a plain socket with HTTP/1.1 and keep-alive.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

/// What a function made of an event: a response, or an error with its type.
struct Outcome
{
    std::string body;
    std::string errorType; ///< empty when it succeeded
};

/// The function itself. Everything else in this file is the runtime.
Outcome handle(const std::string &event)
{
    std::fprintf(stderr, "event of %zu bytes\n", event.size());
    if (event.find("\"fail\": true") != std::string::npos)
        return {R"({"errorMessage":"told to fail","errorType":"Function.Failed","stackTrace":[]})",
                "Function.Failed"};
    return {R"({"greeting":"hello from C++","event":)" + event + "}", {}};
}

struct Answer
{
    int status = 0;
    std::string requestId;
    std::string body;
};

class RuntimeApi
{
public:
    explicit RuntimeApi(const std::string &address)
        : m_address(address)
    { }

    ~RuntimeApi()
    {
        if (m_socket >= 0)
            close(m_socket);
    }

    RuntimeApi(const RuntimeApi &) = delete;
    RuntimeApi &operator=(const RuntimeApi &) = delete;

    bool connect()
    {
        const std::size_t colon = m_address.rfind(':');
        sockaddr_in address{};
        address.sin_family = AF_INET;
        if (colon == std::string::npos
            || inet_pton(AF_INET, m_address.substr(0, colon).c_str(), &address.sin_addr) != 1)
            return false;
        address.sin_port
            = htons(static_cast<std::uint16_t>(std::atoi(m_address.c_str() + colon + 1)));
        m_socket = socket(AF_INET, SOCK_STREAM, 0);
        const int on = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        return ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address)
            == 0;
    }

    /// Waits for the next event, which may take as long as it likes.
    std::optional<Answer> next() { return request("GET /2018-06-01/runtime/invocation/next", {}); }

    std::optional<Answer> answer(const std::string &requestId, const Outcome &outcome)
    {
        const bool failed = !outcome.errorType.empty();
        return request("POST /2018-06-01/runtime/invocation/" + requestId
                           + (failed ? "/error" : "/response"),
                       outcome);
    }

private:
    std::optional<Answer> request(const std::string &line, const Outcome &content)
    {
        std::string text = line + " HTTP/1.1\r\nHost: " + m_address
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + std::to_string(content.body.size()) + "\r\n";
        if (!content.errorType.empty())
            text += "Lambda-Runtime-Function-Error-Type: " + content.errorType + "\r\n";
        // Head and body in one write: two would wait for each other's acknowledgement.
        if (!send(text + "\r\n" + content.body))
            return std::nullopt;
        return receive();
    }

    bool send(const std::string &text)
    {
        for (std::size_t sent = 0; sent < text.size();) {
            const ssize_t count
                = ::send(m_socket, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            sent += static_cast<std::size_t>(count);
        }
        return true;
    }

    bool read()
    {
        char buffer[65536];
        const ssize_t count = recv(m_socket, buffer, sizeof buffer, 0);
        if (count > 0)
            m_received.append(buffer, static_cast<std::size_t>(count));
        return count > 0;
    }

    std::optional<Answer> receive()
    {
        std::size_t end;
        while ((end = m_received.find("\r\n\r\n")) == std::string::npos) {
            if (!read())
                return std::nullopt;
        }
        Answer answer;
        const std::string head = m_received.substr(0, end);
        answer.status = std::atoi(head.c_str() + std::min<std::size_t>(head.size(), 9));
        answer.requestId = header(head, "lambda-runtime-aws-request-id");
        const std::size_t length
            = std::strtoul(header(head, "content-length").c_str(), nullptr, 10);
        const std::size_t begin = end + 4;
        while (m_received.size() < begin + length) {
            if (!read())
                return std::nullopt;
        }
        answer.body = m_received.substr(begin, length);
        m_received.erase(0, begin + length);
        return answer;
    }

    /// The value of a header; its name is given in lower case.
    static std::string header(const std::string &head, const std::string &name)
    {
        std::string lower = head;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char letter) { return std::tolower(letter); });
        const std::size_t at = lower.find("\r\n" + name + ":");
        if (at == std::string::npos)
            return {};
        std::size_t begin = at + name.size() + 3;
        while (begin < head.size() && head[begin] == ' ')
            ++begin;
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }

    std::string m_address;
    std::string m_received;
    int m_socket = -1;
};

} // namespace

int main()
{
    const char *address = std::getenv("AWS_LAMBDA_RUNTIME_API");
    RuntimeApi api(address ? address : "");
    if (!api.connect()) {
        std::fprintf(stderr, "the Runtime API cannot be reached\n");
        return 1;
    }
    for (;;) {
        const std::optional<Answer> event = api.next();
        if (!event || event->status != 200)
            return 0; // Lambda has gone
        if (!api.answer(event->requestId, handle(event->body)))
            return 0;
    }
}
