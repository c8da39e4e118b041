// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/endpoint/lambdaendpoint.h"
#include "tests/core/http/streamclient.h"
#include "tests/support/fakeinvoker.h"

#include <QFloat16> // QTest asks whether JSON converts to it
#include <QTest>

#include <nlohmann/json.hpp>

#include <memory>

namespace coldframe::test {

/// A clock that stands still until it is set.
class StandingClock final : public Clock
{
public:
    Instant now() const override { return instant; }
    WallTime wallNow() const override { return wall; }

    Instant instant{};
    WallTime wall{std::chrono::milliseconds(1'795'420'800'123)}; // 2026-11-23 08:00:00.123 UTC
};

/// An answer as a client reads it.
struct ApiAnswer
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body; ///< taken out of its chunks

    QByteArray header(const char *name) const { return headerValue(headers, name).toByteArray(); }
    OrderedJson json() const { return parseJson(body).value_or(OrderedJson("no JSON")); }
    QByteArray errorType() const { return header("x-amzn-ErrorType"); }
};

/// A call as a client writes it.
struct ApiCall
{
    QByteArray method = "GET";
    QByteArray target = "/";
    QByteArray body = {};
    QByteArray headers = {}; ///< "Name: value\r\n" each
    QByteArray host = {}; ///< the endpoint's own when empty
};

/// An endpoint with two functions, "orders" and "mail", and an invoker that runs what a test says.
class EndpointFixture
{
public:
    explicit EndpointFixture(LambdaEndpoint::Options options = {})
        : endpoint(invoker, std::move(options), clock)
    {
        endpoint.registry().setFunctions({function("orders"), function("mail")});
        port = endpoint.start(0).value();
    }

    static FunctionConfig function(const char *name)
    {
        FunctionConfig config;
        config.name = QLatin1String(name);
        config.runtime = QStringLiteral("python3.12");
        config.handler = QStringLiteral("app.handler");
        config.codeDirectory = QStringLiteral("/srv/code of ") + config.name;
        config.timeout = std::chrono::seconds(7);
        config.environment = {{QStringLiteral("STAGE"), QStringLiteral("test")}};
        return config;
    }

    /// Sends a call; answer() waits for what comes back.
    std::unique_ptr<StreamClient> send(const ApiCall &call) const
    {
        auto client = std::make_unique<StreamClient>(port);
        const QByteArray host
            = call.host.isEmpty() ? "127.0.0.1:" + QByteArray::number(port) : call.host;
        client->write(call.method + ' ' + call.target + " HTTP/1.1\r\nHost: " + host + "\r\n"
                      + call.headers + "Content-Length: " + QByteArray::number(call.body.size())
                      + "\r\n\r\n" + call.body);
        return client;
    }

    /// Waits for a whole answer; status 0 when none comes.
    static ApiAnswer answer(const StreamClient &client)
    {
        ApiAnswer read;
        if (!QTest::qWaitFor([&] { return parse(client.received(), read); }))
            return {};
        return read;
    }

    ApiAnswer call(const ApiCall &call) const
    {
        const auto client = send(call);
        return answer(*client);
    }

    /// Sends a call and waits until its invocation runs.
    std::unique_ptr<StreamClient> sendAndRun(const ApiCall &call)
    {
        auto client = send(call);
        return QTest::qWaitFor([this] { return invoker.isRunning(); }) ? std::move(client)
                                                                       : nullptr;
    }

    StandingClock clock;
    FakeInvoker invoker;
    LambdaEndpoint endpoint;
    quint16 port = 0;

private:
    static bool parse(const QByteArray &bytes, ApiAnswer &answer)
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        QByteArrayList lines = bytes.first(end).split('\n');
        answer.status = lines.takeFirst().split(' ').value(1).toInt();
        answer.headers.clear();
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.push_back({line.first(colon), line.sliced(colon + 1).trimmed()});
        }
        const QByteArray rest = bytes.sliced(end + 4);
        if (answer.header("Transfer-Encoding") == "chunked")
            return unchunk(rest, answer.body);
        answer.body = rest;
        return rest.size() == answer.header("Content-Length").toLongLong();
    }

    static bool unchunk(QByteArray rest, QByteArray &body)
    {
        body.clear();
        for (;;) {
            const qsizetype line = rest.indexOf("\r\n");
            if (line < 0)
                return false;
            const qsizetype size = rest.first(line).toLongLong(nullptr, 16);
            if (rest.size() < line + 2 + size + 2)
                return false;
            if (size == 0)
                return true;
            body += rest.sliced(line + 2, size);
            rest.remove(0, line + 2 + size + 2);
        }
    }
};

} // namespace coldframe::test

Q_DECLARE_METATYPE(coldframe::test::ApiCall)
