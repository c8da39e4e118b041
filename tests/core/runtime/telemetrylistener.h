// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/http/httprequestparser.h"

#include <nlohmann/json.hpp>

#include "tests/core/http/parsedrequests.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace coldframe::test {

/// What an extension listens with: an HTTP server that can be absent, slow and rude.
class TelemetryListener : public QObject
{
public:
    int status = 200;
    bool answers = true;
    int connections = 0;
    std::vector<HttpRequest> requests;
    QByteArray bytes; ///< everything as it arrived

    TelemetryListener()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }

    /// Port 0 means a free one.
    quint16 listen(quint16 port = 0)
    {
        return m_server.listen(QHostAddress::LocalHost, port) ? m_server.serverPort() : quint16(0);
    }

    void close() { m_server.close(); }

    /// Answers what waits for it.
    void answerNow()
    {
        answers = true;
        for (QTcpSocket *const socket : m_server.findChildren<QTcpSocket *>())
            answer(socket);
    }

    /// The records of all requests in order, as they are in JSON.
    QList<QByteArray> records() const
    {
        QList<QByteArray> all;
        for (const HttpRequest &request : requests) {
            const auto batch = parseJson(request.body);
            if (!batch || !batch->is_array())
                return {"no array: " + request.body};
            for (const OrderedJson &record : *batch)
                all.append(writeJson(record, JsonLayout::Compact));
        }
        return all;
    }

    qsizetype recordCount() const { return records().size(); }

private:
    void serve(QTcpSocket *socket)
    {
        ++connections;
        const auto parser = std::make_shared<HttpRequestParser>(
            HttpRequestParser::Limits{16 * 1024 * 1024, 65'536});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, parser] {
            const QByteArray arrived = socket->readAll();
            bytes += arrived;
            for (HttpRequest &request : feed(*parser, arrived)) {
                requests.push_back(std::move(request));
                if (answers)
                    answer(socket);
            }
        });
    }

    void answer(QTcpSocket *socket) const
    {
        socket->write("HTTP/1.1 " + QByteArray::number(status)
                      + " Any\r\nContent-Length: 0\r\n\r\n");
    }

    QTcpServer m_server;
};

} // namespace coldframe::test
