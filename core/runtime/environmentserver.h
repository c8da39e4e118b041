// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/httpserver.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace coldframe {

/// The one server of an execution environment: a listener on loopback and sockets that our
/// bootstraps inherit. Each API answers for the paths below its prefix (runtime-api, section 1).
class EnvironmentServer final : public QObject
{
    Q_OBJECT

public:
    /// Gets each request below a prefix, with its whole target. See HttpServer::Handler.
    using Handler = std::function<void(HttpRequest request, HttpReply reply)>;
    using BodyReceiverChoice = HttpServer::BodyReceiverChoice;

    explicit EnvironmentServer(QObject *parent = nullptr);

    /// Who answers for "/2018-06-01" and everything below it, and may take bodies as they arrive.
    /// Routes are added before the first request; what they call outlives the connections. A path
    /// that belongs to nobody is answered with 404.
    void route(QByteArray prefix, Handler handler, BodyReceiverChoice choice = {});

    /// Starts to listen on a free port of 127.0.0.1.
    Result<void> listenOnLoopback();

    /// "host:port" for AWS_LAMBDA_RUNTIME_API; empty before it listens.
    QString address() const { return m_address; }

    /// Serves a stream that a process inherits as well, and owns it.
    void adoptConnection(StreamEnds ends) { m_server.adoptConnection(ends); }
    void adoptConnection(int socket) { m_server.adoptConnection(socket); }

    /// Ends every connection, for processes that are started anew. Nobody is told of cut off
    /// bodies.
    void closeConnections() { m_server.closeConnections(); }

private:
    struct Route
    {
        QByteArray prefix;
        Handler handler;
        BodyReceiverChoice choice;
    };

    std::shared_ptr<const Route> routeOf(QByteArrayView target) const;

    HttpServer m_server;
    QString m_address;
    std::vector<std::shared_ptr<const Route>> m_routes; // a handler may delete the server
};

} // namespace coldframe
