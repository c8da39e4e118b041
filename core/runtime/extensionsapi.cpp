// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/extensionsapi.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {

constexpr QByteArrayView extensionPath = "/2020-01-01/extension/";

ExtensionRefusal refusedTransition(ExtensionState from, ExtensionState to, const QString &who)
{
    return {QStringLiteral("Extension.InvalidExtensionState"),
            QStringLiteral("State transition from %1 to %2 failed for extension %3. "
                           "Error: State transition is not allowed")
                .arg(QLatin1String(stateName(from)), QLatin1String(stateName(to)), who)};
}

} // namespace

ExtensionsApi::ExtensionsApi(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{ }

void ExtensionsApi::handle(HttpRequest request, const HttpReply &reply)
{
    const QByteArrayView target = request.target;
    const QByteArrayView action
        = target.startsWith(extensionPath) ? target.sliced(extensionPath.size()) : QByteArrayView();
    const bool get = request.method == "GET";
    const bool post = request.method == "POST";
    if (action == QByteArrayView("register") && post)
        return handleRegister(request, reply);
    if (action == QByteArrayView("event/next") && get)
        return handleNext(request, reply);
    if (action == QByteArrayView("init/error") && post)
        return handleError(request, reply, ExtensionCall::InitError);
    if (action == QByteArrayView("exit/error") && post)
        return handleError(request, reply, ExtensionCall::ExitError);
    const bool isKnown = action == QByteArrayView("register")
        || action == QByteArrayView("event/next") || action == QByteArrayView("init/error")
        || action == QByteArrayView("exit/error");
    if (isKnown)
        return reply.send({405, {}, {}});
    reply.send({404, {{"Content-Type", "text/plain"}}, "404 page not found\n"});
}

void ExtensionsApi::setFunction(const QString &name, const QString &version, const QString &handler,
                                const QString &accountId)
{
    m_function = {name, version, handler, accountId};
}

void ExtensionsApi::expectExternal(const QStringList &names)
{
    auto end = std::find_if(m_extensions.begin(), m_extensions.end(),
                            [](const Extension &known) { return !known.status.isExternal; });
    for (const QString &name : names) {
        if (find(name))
            continue;
        Extension extension;
        extension.status.name = name;
        end = m_extensions.insert(end, std::move(extension)) + 1;
    }
}

void ExtensionsApi::closeRegistration()
{
    m_registrationIsOpen = false;
}

void ExtensionsApi::handleRegister(const HttpRequest &request, const HttpReply &reply)
{
    const Instant now = m_clock.now();
    const QString name = QString::fromUtf8(headerValue(request.headers, "Lambda-Extension-Name"));
    if (name.isEmpty())
        return reply.send(refusalResponse({QStringLiteral("Extension.InvalidExtensionName"),
                                           QStringLiteral("Empty extension name")}));
    Extension *const known = find(name);
    Extension *const expected = known && known->status.isExternal ? known : nullptr;
    RegistrationBody body = readRegistration(request.body, expected != nullptr);
    if (!body.refusal)
        body.refusal = registrationRefusal(name, expected);
    if (body.refusal)
        return reply.send(refusalResponse(*body.refusal));

    Extension fresh;
    fresh.status.name = name;
    fresh.status.isExternal = false;
    Extension &extension = expected ? *expected : m_extensions.emplace_back(std::move(fresh));
    extension.status.state = *stateAfter(extension.status.state, ExtensionCall::Register);
    extension.status.identifier = makeExtensionIdentifier();
    extension.status.events = body.events;
    extension.status.registeredAt = now;
    const bool withAccountId
        = acceptsAccountId(headerValue(request.headers, "Lambda-Extension-Accept-Feature"));
    reply.send(registrationResponse(m_function, extension.status.identifier, withAccountId));
    Q_EMIT registered(name);
}

std::optional<ExtensionRefusal> ExtensionsApi::registrationRefusal(const QString &name,
                                                                   const Extension *expected) const
{
    if (!m_registrationIsOpen)
        return ExtensionRefusal{QStringLiteral("Extension.RegistrationClosed"),
                                QStringLiteral("Extension registration closed already")};
    const auto isRegistered
        = [](const Extension &extension) { return extension.status.registeredAt.has_value(); };
    const bool isTaken
        = std::any_of(m_extensions.begin(), m_extensions.end(), [&](const Extension &extension) {
              return extension.status.name == name && isRegistered(extension);
          });
    if (isTaken)
        return ExtensionRefusal{QStringLiteral("Extension.InvalidExtensionState"),
                                QStringLiteral("Extension with this name already registered")};
    if (expected && !stateAfter(expected->status.state, ExtensionCall::Register))
        return refusedTransition(expected->status.state, ExtensionState::Registered, name);
    // An external extension has its place from its start on, an internal one asks for one.
    const auto taken = expected
        ? std::size_t(std::count_if(m_extensions.begin(), m_extensions.end(), isRegistered))
        : m_extensions.size();
    if (taken >= MostExtensions)
        return ExtensionRefusal{QStringLiteral("Extension.TooManyExtensions"),
                                QStringLiteral("Extension limit (%1) reached").arg(MostExtensions)};
    return std::nullopt;
}

void ExtensionsApi::handleNext(const HttpRequest &request, const HttpReply &reply)
{
    const Instant now = m_clock.now();
    const NamedIdentifier named = readIdentifier(request.headers);
    if (named.refusal)
        return reply.send(refusalResponse(*named.refusal));
    const QString identifier = QString::fromLatin1(named.identifier);
    Extension *const extension = findByIdentifier(named.identifier);
    if (!extension)
        return reply.send(
            refusalResponse({QStringLiteral("Extension.UnknownExtensionIdentifier"),
                             QStringLiteral("Unknown extension %1").arg(identifier)}));
    ExtensionStatus &status = extension->status;
    // Whoever gave up waiting and asks again still waits for the same event.
    const bool isSamePoll = status.state == ExtensionState::Ready && !extension->poll.isPending();
    const auto after = stateAfter(status.state, ExtensionCall::Next);
    if (!after && !isSamePoll)
        return reply.send(
            refusalResponse(refusedTransition(status.state, ExtensionState::Ready, identifier)));
    status.state = ExtensionState::Ready;
    extension->poll = reply;
    const bool isFirst = !status.readyAt;
    if (isFirst)
        status.readyAt = now;
    const bool isDone = extension->owesDone && extension->event.isEmpty();
    if (isDone) {
        extension->owesDone = false;
        status.doneAt = now;
    }
    const QString name = status.name;
    sendEvent(*extension);

    const QPointer<ExtensionsApi> alive(this);
    if (after)
        Q_EMIT stateChanged(name, ExtensionState::Ready);
    if (alive && isFirst && isInitialised())
        Q_EMIT initialised(now);
    if (alive && isDone && allDone())
        Q_EMIT done(now);
}

void ExtensionsApi::sendEvent(Extension &extension)
{
    if (extension.event.isEmpty() || !extension.poll.isPending())
        return;
    const auto after = stateAfter(extension.status.state, ExtensionCall::TakeEvent);
    if (!after)
        return;
    extension.status.state = *after;
    std::exchange(extension.poll, {}).send(eventResponse(std::exchange(extension.event, {})));
}

void ExtensionsApi::handleError(HttpRequest &request, const HttpReply &reply, ExtensionCall call)
{
    const Instant now = m_clock.now();
    const NamedIdentifier named = readIdentifier(request.headers);
    if (named.refusal)
        return reply.send(refusalResponse(*named.refusal));
    const QByteArrayView reported
        = headerValue(request.headers, "Lambda-Extension-Function-Error-Type");
    if (reported.isEmpty())
        return reply.send(
            refusalResponse({QStringLiteral("Extension.MissingHeader"),
                             QStringLiteral("Lambda-Extension-Function-Error-Type not found")}));
    Extension *const extension = findByIdentifier(named.identifier);
    if (!extension)
        return reply.send(refusalResponse({QStringLiteral("Extension.UnknownExtensionIdentifier"),
                                           QStringLiteral("Unknown Lambda-Extension-Identifier")}));
    const bool isInit = call == ExtensionCall::InitError;
    const ExtensionState before = extension->status.state;
    const auto after = stateAfter(before, call);
    if (!after)
        return reply.send(refusalResponse(refusedTransition(
            before, isInit ? ExtensionState::InitError : ExtensionState::ExitError,
            QString::fromLatin1(named.identifier))));
    reply.send(extensionAccepted());
    if (before == *after)
        return; // the first one counts
    extension->status.state = *after;
    fail(*extension,
         {isInit ? QStringLiteral("Extension.InitError") : QStringLiteral("Extension.ExitError"),
          extension->status.name, QString::fromUtf8(reported), std::move(request.body)},
         now);
}

void ExtensionsApi::fail(Extension &extension, ExtensionFailure failure, Instant at)
{
    extension.status.errorType = failure.errorType;
    extension.event.clear();
    const ExtensionState state = extension.status.state;
    failure.state = state;
    const QPointer<ExtensionsApi> alive(this);
    Q_EMIT stateChanged(failure.name, state);
    if (alive)
        Q_EMIT failed(failure, at);
}

void ExtensionsApi::deliverInvoke(const ExtensionInvokeEvent &event)
{
    QByteArray json; // made for the first that wants it; most functions have no extension
    for (Extension &extension : m_extensions) {
        extension.status.doneAt.reset();
        if (!extension.status.events.invoke)
            continue;
        if (json.isEmpty())
            json = invokeEventJson(event);
        extension.event = json;
        extension.owesDone = true;
        sendEvent(extension);
    }
}

void ExtensionsApi::deliverShutdown(ShutdownReason reason, WallTime deadline)
{
    m_isShuttingDown = true;
    const QByteArray json = shutdownEventJson(reason, deadline);
    for (Extension &extension : m_extensions) {
        extension.event = extension.status.events.shutdown ? json : QByteArray();
        extension.owesDone = false;
        sendEvent(extension);
    }
}

void ExtensionsApi::noteProcessEnded(const QString &name)
{
    changeState(name, ExtensionCall::Exited,
                m_isShuttingDown ? QString() : QStringLiteral("Extension.Crash"));
}

void ExtensionsApi::noteLaunchFailed(const QString &name)
{
    changeState(name, ExtensionCall::LaunchError, QStringLiteral("Extension.LaunchError"));
}

void ExtensionsApi::noteShutdownFailed(const QString &name)
{
    changeState(name, ExtensionCall::ShutdownFailed, {});
}

/// Something that happened to the process of an external extension: a failure if there is an
/// error type.
void ExtensionsApi::changeState(const QString &name, ExtensionCall call, const QString &errorType)
{
    const Instant now = m_clock.now();
    Extension *const extension = find(name);
    if (!extension || !extension->status.isExternal)
        return;
    const auto after = stateAfter(extension->status.state, call);
    if (!after)
        return;
    extension->status.state = *after;
    if (errorType.isEmpty())
        Q_EMIT stateChanged(name, *after);
    else
        fail(*extension, {errorType, name, {}, {}}, now);
}

void ExtensionsApi::reset()
{
    m_extensions.clear();
    m_registrationIsOpen = true;
    m_isShuttingDown = false;
}

bool ExtensionsApi::isInitialised() const
{
    return std::all_of(m_extensions.begin(), m_extensions.end(), [](const Extension &extension) {
        return extension.status.readyAt.has_value() && extension.status.errorType.isEmpty();
    });
}

bool ExtensionsApi::allDone() const
{
    return std::all_of(m_extensions.begin(), m_extensions.end(), [](const Extension &extension) {
        return !extension.status.events.invoke
            || (extension.status.state == ExtensionState::Ready && !extension.owesDone);
    });
}

bool ExtensionsApi::hasExternal() const
{
    return std::any_of(m_extensions.begin(), m_extensions.end(),
                       [](const Extension &extension) { return extension.status.isExternal; });
}

bool ExtensionsApi::hasInternal() const
{
    return std::any_of(m_extensions.begin(), m_extensions.end(),
                       [](const Extension &extension) { return !extension.status.isExternal; });
}

std::vector<ExtensionStatus> ExtensionsApi::extensions() const
{
    std::vector<ExtensionStatus> all;
    for (const Extension &extension : m_extensions)
        all.push_back(extension.status);
    return all;
}

std::optional<QString> ExtensionsApi::nameOf(QByteArrayView identifier) const
{
    for (const Extension &extension : m_extensions) {
        if (!identifier.isEmpty() && extension.status.identifier == identifier)
            return extension.status.name;
    }
    return std::nullopt;
}

ExtensionsApi::Extension *ExtensionsApi::find(const QString &name)
{
    const auto found
        = std::find_if(m_extensions.begin(), m_extensions.end(),
                       [&name](const Extension &known) { return known.status.name == name; });
    return found == m_extensions.end() ? nullptr : &*found;
}

ExtensionsApi::Extension *ExtensionsApi::findByIdentifier(QByteArrayView identifier)
{
    const auto found = std::find_if(
        m_extensions.begin(), m_extensions.end(),
        [identifier](const Extension &known) { return known.status.identifier == identifier; });
    return found == m_extensions.end() ? nullptr : &*found;
}

} // namespace coldframe

#include "moc_extensionsapi.cpp"
