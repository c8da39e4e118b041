// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/httpmessage.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace coldframe {

/// The events that an extension wants to be told (extensions, section 2).
struct ExtensionEvents
{
    bool invoke = false;
    bool shutdown = false;

    bool operator==(const ExtensionEvents &) const = default;
};

/// An invocation as extensions learn of it: without its payload (extensions, section 2).
struct ExtensionInvokeEvent
{
    WallTime deadline{};
    QString requestId;
    QString functionArn;
    QByteArray traceId; ///< the whole header value: "Root=..."
};

/// Why the environment is shut down (extensions, section 2).
enum class ShutdownReason { Spindown, Timeout, Failure };

/// What an extension learns about its function when it registers.
struct ExtensionFunction
{
    QString name;
    QString version;
    QString handler;
    QString accountId;
};

/// A refusal by one of the APIs: its status is 403 nearly always.
struct ExtensionRefusal
{
    QString errorType;
    QString message;
    int status = 403;
};

/// The body of a registration, or its refusal. Whether the extension may have these events depends
/// on its kind: see isExternal.
struct RegistrationBody
{
    ExtensionEvents events;
    std::optional<ExtensionRefusal> refusal;
};

/// Reads {"events":[...]}; unknown members are ignored (extensions, section 2).
RegistrationBody readRegistration(QByteArrayView body, bool isExternal);

/// Whether "Lambda-Extension-Accept-Feature" names the account id.
bool acceptsAccountId(QByteArrayView features);

/// The identifier that a request names, in lower case, or why it names none: the header is missing
/// or not a UUID.
struct NamedIdentifier
{
    QByteArray identifier;
    std::optional<ExtensionRefusal> refusal;
};
NamedIdentifier readIdentifier(const HttpHeaders &headers);

/// A fresh random UUID.
QByteArray makeExtensionIdentifier();

/// The answer to a registration.
HttpResponse registrationResponse(const ExtensionFunction &function, QByteArrayView identifier,
                                  bool withAccountId);

/// {"errorMessage":...,"errorType":...}, in this order (extensions, section 2).
HttpResponse refusalResponse(const ExtensionRefusal &refusal);

/// 202 {"status":"OK"}.
HttpResponse extensionAccepted();

/// An event with an identifier of its own in the header.
HttpResponse eventResponse(QByteArray event);

/// The JSON of the events.
QByteArray invokeEventJson(const ExtensionInvokeEvent &event);
QByteArray shutdownEventJson(ShutdownReason reason, WallTime deadline);

/// "spindown", "timeout" or "failure".
QString shutdownReasonName(ShutdownReason reason);

} // namespace coldframe
