// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/httpserver.h"
#include "core/runtime/extensionlifecycle.h"
#include "core/runtime/extensionmessages.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace coldframe {

/// One extension as it stands now.
struct ExtensionStatus
{
    QString name;
    bool isExternal = true; ///< a process of its own from /opt/extensions
    QByteArray identifier; ///< empty until it registers
    ExtensionEvents events;
    ExtensionState state = ExtensionState::Started;
    std::optional<Instant> registeredAt;
    std::optional<Instant> readyAt; ///< first call of event/next
    std::optional<Instant> doneAt; ///< first event/next after the last INVOKE
    QString errorType; ///< why it failed: Extension.InitError and so on
};

/// An extension that ends the init phase or the invocation (extensions, section 2).
struct ExtensionFailure
{
    QString errorType; ///< Extension.InitError, .ExitError, .Crash or .LaunchError
    QString name;
    QString reportedErrorType; ///< what the extension itself says; empty for a crash
    QByteArray payload; ///< as it was posted
    ExtensionState state = ExtensionState::Exited; ///< that it is in now
};

/// The Extensions API of one execution environment (extensions, sections 1 and 2): registration,
/// events and errors of external and internal extensions. It starts no process: whoever does tells
/// it with expectExternal() and noteProcessEnded().
class ExtensionsApi final : public QObject
{
    Q_OBJECT

public:
    /// Registered extensions in total (extensions, section 1).
    static constexpr std::size_t MostExtensions = 10;

    explicit ExtensionsApi(const Clock &clock, QObject *parent = nullptr);

    /// Answers a request below /2020-01-01/extension, now or when there is an event.
    void handle(HttpRequest request, const HttpReply &reply);

    /// What extensions learn when they register. Stays over a reset.
    void setFunction(const QString &name, const QString &version, const QString &handler,
                     const QString &accountId);

    /// The external extensions whose processes are started now, by the names of their files. An
    /// extension that registers under any other name is an internal one.
    void expectExternal(const QStringList &names);

    /// The init phase is over: who comes now is too late.
    void closeRegistration();

    /// Hands INVOKE to every subscriber. done() follows when the last of them is back in next; it
    /// doesn't when there are none: see allDone().
    void deliverInvoke(const ExtensionInvokeEvent &event);

    /// Hands SHUTDOWN to every subscriber, in place of an event that was not taken yet. From here
    /// on a process may end.
    void deliverShutdown(ShutdownReason reason, WallTime deadline);

    /// The process of an external extension has ended: a crash, unless the environment shuts down
    /// or the extension told of an error before.
    void noteProcessEnded(const QString &name);

    /// The process of an external extension could not be started.
    void noteLaunchFailed(const QString &name);

    /// The process had to be killed at the end of the shutdown.
    void noteShutdownFailed(const QString &name);

    /// Forgets every extension and opens the registration, for processes that are started anew.
    /// Waiting polls stay unanswered: their connections have to be closed.
    void reset();

    /// Whether every expected extension has registered and every registered one has called next.
    bool isInitialised() const;

    /// Whether every extension that wants INVOKE waits for its next event.
    bool allDone() const;

    /// Whether there are such extensions, which decides how long the shutdown may take
    /// (environment, section 1). External ones count from their start.
    bool hasExternal() const;
    bool hasInternal() const;

    /// External ones in the order of their start, then internal ones in that of registration.
    std::vector<ExtensionStatus> extensions() const;

    /// The name of a registered extension, for the APIs that know it by its identifier.
    std::optional<QString> nameOf(QByteArrayView identifier) const;

Q_SIGNALS:
    /// An extension has registered; see extensions().
    void registered(const QString &name);

    /// An extension is back in next, has failed or has ended; before the signals below.
    void stateChanged(const QString &name, coldframe::ExtensionState state);

    /// isInitialised() has become true by a call of next.
    void initialised(coldframe::Instant at);

    /// The last extension is back in next after deliverInvoke().
    void done(coldframe::Instant at);

    /// An extension has failed; each tells it once.
    void failed(const coldframe::ExtensionFailure &failure, coldframe::Instant at);

private:
    struct Extension
    {
        ExtensionStatus status;
        QByteArray event; ///< not handed out yet
        bool owesDone = false; ///< has not come back after INVOKE yet
        HttpReply poll;
    };

    void handleRegister(const HttpRequest &request, const HttpReply &reply);
    void handleNext(const HttpRequest &request, const HttpReply &reply);
    void handleError(HttpRequest &request, const HttpReply &reply, ExtensionCall call);
    std::optional<ExtensionRefusal> registrationRefusal(const QString &name,
                                                        const Extension *expected) const;
    void sendEvent(Extension &extension);
    void fail(Extension &extension, ExtensionFailure failure, Instant at);
    void changeState(const QString &name, ExtensionCall call, const QString &errorType);
    Extension *find(const QString &name);
    Extension *findByIdentifier(QByteArrayView identifier);

    const Clock &m_clock;
    ExtensionFunction m_function;
    std::vector<Extension> m_extensions; ///< external ones first
    bool m_registrationIsOpen = true;
    bool m_isShuttingDown = false;
};

} // namespace coldframe
