// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/extensionsapi.h"
#include "tests/core/runtime/apiclient.h"

#include <QTest>

#include <memory>

namespace coldframe::test {

inline const QByteArray extensionRegisterPath = "/2020-01-01/extension/register";
inline const QByteArray extensionEventPath = "/2020-01-01/extension/event/next";
inline const QByteArray extensionInitErrorPath = "/2020-01-01/extension/init/error";
inline const QByteArray extensionExitErrorPath = "/2020-01-01/extension/exit/error";
inline const QByteArray unknownIdentifier = "01234567-89ab-cdef-0123-456789abcdef";
inline const QByteArray bothEvents = R"({"events":["INVOKE","SHUTDOWN"]})";
inline const QByteArray onlyInvoke = R"({"events":["INVOKE"]})";
inline const QByteArray onlyShutdown = R"({"events":["SHUTDOWN"]})";
inline const QByteArray noEvents = R"({"events":[]})";

inline HttpHeaders extensionNamed(const QByteArray &name)
{
    return {{"Lambda-Extension-Name", name}};
}

inline HttpHeaders identifiedBy(const QByteArray &identifier)
{
    return {{"Lambda-Extension-Identifier", identifier}};
}

inline HttpHeaders failingAs(const QByteArray &identifier)
{
    return {{"Lambda-Extension-Identifier", identifier},
            {"Lambda-Extension-Function-Error-Type", "Extension.NoKey"}};
}

inline QByteArray extensionRefusal(const QByteArray &type, const QByteArray &message)
{
    return "{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + type + "\"}\n";
}

inline ExtensionInvokeEvent extensionInvocation()
{
    return {WallTime(std::chrono::milliseconds(1542409706888)),
            QStringLiteral("8476a536-e9f4-11e8-9739-2dfe598c3fcd"),
            QStringLiteral("arn:aws:lambda:us-east-1:123456789012:function:orders"),
            "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"};
}

inline bool looksLikeAnIdentifier(const QByteArray &text)
{
    return text.size() == 36 && text.count('-') == 4;
}

/// The Extensions API behind a server, and a client that plays an extension.
class ExtensionsBench : public QObject
{
protected:
    void begin()
    {
        m_api = std::make_unique<ExtensionsApi>(m_clock);
        m_api->setFunction(QStringLiteral("orders"), QStringLiteral("$LATEST"),
                           QStringLiteral("app.handler"), QStringLiteral("123456789012"));
        m_server = std::make_unique<HttpServer>(HttpServer::Options{},
                                                [this](HttpRequest request, HttpReply reply) {
                                                    m_api->handle(std::move(request), reply);
                                                });
        m_port = m_server->listenOnLoopback().value();
        m_client = client();
    }

    void end()
    {
        m_client.reset();
        m_server.reset();
        m_api.reset();
    }

    std::unique_ptr<ApiClient> client() const { return std::make_unique<ApiClient>(m_port); }

    /// The identifier that it gets.
    static QByteArray enrol(ApiClient &client, const QByteArray &name, const QByteArray &events)
    {
        return client.call("POST", extensionRegisterPath, extensionNamed(name), events)
            .header("Lambda-Extension-Identifier");
    }
    QByteArray enrolled(const QByteArray &name, const QByteArray &events)
    {
        return enrol(*m_client, name, events);
    }

    void poll(ApiClient &client, const QByteArray &identifier)
    {
        const QString name = m_api->nameOf(identifier).value_or(QString());
        client.send("GET", extensionEventPath, identifiedBy(identifier));
        QTRY_COMPARE(status(name).state, ExtensionState::Ready);
    }

    ExtensionStatus status(const QString &name) const
    {
        for (const ExtensionStatus &extension : m_api->extensions()) {
            if (extension.name == name)
                return extension;
        }
        return {};
    }

    SystemClock m_clock;
    std::unique_ptr<ExtensionsApi> m_api;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
    std::unique_ptr<ApiClient> m_client;
};

} // namespace coldframe::test
