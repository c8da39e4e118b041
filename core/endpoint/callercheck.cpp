// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/callercheck.h"

#include <algorithm>

namespace coldframe {

namespace {

constexpr quint16 HttpPort = 80;

bool isOwnHost(QByteArrayView host, quint16 port)
{
    for (const QByteArrayView name : {"127.0.0.1", "localhost", "[::1]"}) {
        const QByteArray withPort = name.toByteArray() + ':' + QByteArray::number(port);
        if (host.compare(withPort, Qt::CaseInsensitive) == 0
            || (port == HttpPort && host.compare(name, Qt::CaseInsensitive) == 0))
            return true;
    }
    return false;
}

ApiError forbidden(const QString &message)
{
    return {403, "AccessDeniedException", message};
}

} // namespace

std::optional<ApiError> callerRefusal(const HttpRequest &request, quint16 port)
{
    const auto hosts = std::count_if(
        request.headers.begin(), request.headers.end(), [](const HttpHeader &header) {
            return header.name.compare("Host", Qt::CaseInsensitive) == 0;
        });
    const QByteArrayView host = headerValue(request.headers, "Host");
    if (hosts != 1 || !isOwnHost(host, port))
        return forbidden(QStringLiteral("Host is \"%1\": address this endpoint as 127.0.0.1:%2 or "
                                        "localhost:%2")
                             .arg(QString::fromLatin1(host))
                             .arg(port));
    const QByteArrayView site = headerValue(request.headers, "Sec-Fetch-Site");
    const bool isFetched = !site.isNull() && site != "none";
    if (!headerValue(request.headers, "Origin").isNull() || isFetched)
        return forbidden(QStringLiteral("Web pages may not call this endpoint"));
    return std::nullopt;
}

} // namespace coldframe
