// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/environmentserver.h"

#include "core/lambda/limits.h"
#include "core/runtime/apiresponse.h"

#include <utility>

namespace coldframe {

namespace {

bool isBelow(QByteArrayView target, QByteArrayView prefix)
{
    return target.startsWith(prefix)
        && (target.size() == prefix.size() || target[prefix.size()] == '/'
            || target[prefix.size()] == '?');
}

} // namespace

EnvironmentServer::EnvironmentServer(QObject *parent)
    : QObject(parent)
    , m_server(
          HttpServer::Options{.bodyBytes = limits::ResponseBytes},
          [this](HttpRequest request, HttpReply reply) {
              if (const auto route = routeOf(request.target))
                  route->handler(std::move(request), std::move(reply));
              else
                  reply.send(notFoundResponse());
          },
          [this](const HttpRequest &head,
                 const HttpReply &reply) -> std::shared_ptr<HttpBodyReceiver> {
              const auto route = routeOf(head.target);
              return route && route->choice ? route->choice(head, reply) : nullptr;
          },
          this)
{ }

void EnvironmentServer::route(QByteArray prefix, Handler handler, BodyReceiverChoice choice)
{
    m_routes.push_back(std::make_shared<const Route>(
        Route{std::move(prefix), std::move(handler), std::move(choice)}));
}

Result<void> EnvironmentServer::listenOnLoopback()
{
    const Result<quint16> port = m_server.listenOnLoopback();
    if (!port)
        return tl::make_unexpected(port.error());
    m_address = QStringLiteral("127.0.0.1:%1").arg(*port);
    return {};
}

std::shared_ptr<const EnvironmentServer::Route>
EnvironmentServer::routeOf(QByteArrayView target) const
{
    for (const auto &route : m_routes) {
        if (isBelow(target, route->prefix))
            return route;
    }
    return nullptr;
}

} // namespace coldframe

#include "moc_environmentserver.cpp"
