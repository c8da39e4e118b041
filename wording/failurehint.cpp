// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/failurehint.h"

#include "core/lambda/errorpayload.h"
#include "wording/failureplace.h"
#include "wording/figures.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace coldframe {

namespace {

/// What the hints read: the record and its payload, taken apart once.
struct Failure
{
    const InvocationRecord &record;
    QString message;
    QString handlerModule;
    QString handlerFunction;

    bool isNode() const { return record.function.runtime.startsWith(QStringLiteral("nodejs")); }

    bool isPython() const { return record.function.runtime.startsWith(QStringLiteral("python")); }

    /// Where the time went when it was over; Invoke when the record does not tell.
    PhaseKind lastPhase() const
    {
        const std::vector<Phase> &phases = record.phases;
        if (phases.empty())
            return PhaseKind::Invoke;
        // The handler was never called when nothing is left for it.
        const bool isInInit = phases.size() > 1 && phases.back().kind == PhaseKind::Invoke
            && phases.back().duration == std::chrono::nanoseconds::zero();
        return (isInInit ? phases[phases.size() - 2] : phases.back()).kind;
    }

    /// Names of the extensions that did not get to this point; "?" when the record has none.
    QString extensionsWithout(std::optional<std::chrono::nanoseconds> ExtensionSpan::*point) const
    {
        QStringList names;
        for (const ExtensionSpan &extension : record.extensions) {
            if (!(extension.*point))
                names.append(extension.name);
        }
        return names.isEmpty() ? QStringLiteral("?") : names.join(QStringLiteral(", "));
    }

    bool usedAllMemory() const
    {
        const Report &report = record.report;
        return report.memorySize.value > 0 && report.maxMemoryUsed >= report.memorySize;
    }
};

QString captured(const QString &text, const QRegularExpression &pattern)
{
    return pattern.match(text).captured(1);
}

class FailureHint
{
    Q_DECLARE_TR_FUNCTIONS(FailureHint)

public:
    static QString timedOut(const Failure &failure)
    {
        const QString timeout = formatDuration(failure.record.function.timeout);
        const PhaseKind last = failure.lastPhase();
        if (last == PhaseKind::ExtensionsReady)
            return tr("Not every extension asked for its first event within %1 (missing: %2); see "
                      "their lines in the log for what they wait for, or remove their layers.")
                .arg(timeout, failure.extensionsWithout(&ExtensionSpan::ready));
        if (isInitPhase(last))
            return tr("The init phase took longer than the 10 seconds that Lambda gives it, and "
                      "then longer than the timeout of %1; load less outside of the handler, or "
                      "raise the timeout.")
                .arg(timeout);
        if (last == PhaseKind::ExtensionsDone)
            return tr("The function had answered, but an extension was not done after %1 (missing: "
                      "%2); see its lines in the log, or remove its layer.")
                .arg(timeout, failure.extensionsWithout(&ExtensionSpan::done));
        return tr("The function ran longer than its timeout of %1. Raise the timeout, or look at "
                  "the end of the log for what it waits for.")
            .arg(timeout);
    }

    static QString stopped(const Failure &)
    {
        return tr("The run was stopped; its environment is gone and the next run starts cold.");
    }

    static QString importModule(const Failure &failure)
    {
        static const QRegularExpression missing(
            QStringLiteral("(?:No module named|Cannot find module|Cannot find package) '([^']+)'"));
        const QString module = captured(failure.message, missing);
        if (module.isEmpty())
            return tr(
                "The handler's module could not be imported. The message and the log name the "
                "import that failed.");
        const bool isHandler
            = module == failure.handlerModule || module.endsWith(u'/' + failure.handlerModule);
        if (isHandler)
            return tr("There is no file for the module “%1” in %2. Correct the handler “%3”, or "
                      "give "
                      "the file that name.")
                .arg(failure.handlerModule, failure.record.function.codeDirectory,
                     failure.record.function.handler);
        const bool isOwnFile = module.startsWith(u'.') || module.startsWith(u'/');
        if (isOwnFile)
            return tr("The code imports the file “%1”, which is not there. Correct the path in the "
                      "import.")
                .arg(module);
        const QString package = module.section(u'.', 0, 0);
        return failure.isNode()
            ? tr("The package “%1” is not in the function's folder. Install it there: npm install "
                 "%1")
                  .arg(module)
            : tr("The package “%1” is not in the function's folder. Install it there: pip install "
                 "--target . %1")
                  .arg(package);
    }

    static QString syntax(const Failure &failure)
    {
        static const QRegularExpression place(QStringLiteral("\\(([^()]+), line (\\d+)\\)"));
        const QRegularExpressionMatch match = place.match(failure.message);
        if (match.hasMatch())
            return tr("The code cannot be parsed: correct the syntax in %1, line %2 or shortly "
                      "before.")
                .arg(match.captured(1), match.captured(2));
        return tr("The code cannot be parsed: correct the syntax at the place that the stack trace "
                  "names; where it names none, node --check FILE does.");
    }

    static QString handlerNotFound(const Failure &failure)
    {
        return tr("The module “%1” has no function “%2”. Define it there, or correct the handler "
                  "“%3”.")
            .arg(failure.handlerModule, failure.handlerFunction, failure.record.function.handler);
    }

    static QString malformedHandler(const Failure &failure)
    {
        return tr("The handler “%1” does not name a function. Write it as file.function, for "
                  "example "
                  "app.handler.")
            .arg(failure.record.function.handler);
    }

    static QString builtInConflict(const Failure &failure)
    {
        return tr("“%1” is the name of a module that is built into Python. Give the handler's file "
                  "another name.")
            .arg(failure.handlerModule);
    }

    static QString marshal(const Failure &failure)
    {
        static const QRegularExpression type(QStringLiteral("Object of type (\\w+)"));
        const QString name = captured(failure.message, type);
        if (name.isEmpty())
            return tr(
                "The handler's return value is not JSON. Return only text, numbers, booleans, "
                "lists and objects.");
        if (name == QStringLiteral("coroutine"))
            return tr("The handler is an async function, and Lambda awaits none in Python. Define "
                      "it with def, and run what is async in it with asyncio.run().");
        return tr("The handler returned a value of type %1, which JSON does not have. Convert it "
                  "first, for example to text or to a list.")
            .arg(name);
    }

    static QString unmarshal(const Failure &)
    {
        return tr("The runtime could not read the event as JSON. Correct the event.");
    }

    static QString outOfMemory(const Failure &failure)
    {
        return tr("The function used all of its %1. Raise its memory, or hold less data at once.")
            .arg(formatMebiBytes(failure.record.function.memory));
    }

    static QString exited(const Failure &failure)
    {
        static const QRegularExpression status(QStringLiteral("exit status (\\d+)"));
        static const QRegularExpression signal(QStringLiteral("signal: ([\\w ]+)"));
        const QString exitStatus = captured(failure.message, status);
        const QString signalName = captured(failure.message, signal).trimmed();
        if (signalName == QStringLiteral("killed") && failure.usedAllMemory())
            return outOfMemory(failure);
        if (!signalName.isEmpty())
            return tr("The process was ended by a signal (%1). A native library may have crashed, "
                      "or "
                      "something killed the process.")
                .arg(signalName);
        if (!exitStatus.isEmpty())
            return tr("The process ended itself with exit status %1. Return or raise an error "
                      "instead "
                      "of leaving the process; the log shows its last words.")
                .arg(exitStatus);
        return tr("The process ended before it answered. Do not call exit in a handler: return a "
                  "value instead.");
    }

    static QString entrypoint(const Failure &failure)
    {
        return tr("The runtime %1 starts a program of yours with the name “bootstrap”. Put it into "
                  "%2 "
                  "and make it executable: chmod +x bootstrap")
            .arg(failure.record.function.runtime, failure.record.function.codeDirectory);
    }

    static QString promiseNeverSettled(const Failure &)
    {
        return tr(
            "The handler's promise was never settled and nothing was left to do. See that every "
            "way through the handler resolves or rejects it.");
    }

    static QString promiseRejected(const Failure &)
    {
        return tr("A promise was rejected and nobody handled it. Await it in the handler, or add a "
                  "catch.");
    }

    static QString responseTooLarge(const Failure &failure)
    {
        if (failure.record.streamed)
            return tr("The streamed response is larger than the 200 MB that Lambda passes on; send "
                      "less, or store the data and send where it is.");
        return tr("The response is larger than the 6 MB that Lambda returns. Return less, or store "
                  "the data and return where it is.");
    }

    static QString responseTruncated(const Failure &)
    {
        return tr("The connection ended in the middle of the response; look in the log for what "
                  "ended the process or the request before the last byte was sent.");
    }

    static QString responseMode(const Failure &)
    {
        return tr("The runtime asked for a response mode that Lambda does not have; let it send "
                  "Lambda-Runtime-Function-Response-Mode with the value “streaming”, or not at "
                  "all.");
    }

    static QString workingDirectory(const Failure &failure)
    {
        return tr("The function's folder cannot be entered; make %1 readable for everybody: chmod "
                  "755")
            .arg(failure.record.function.codeDirectory);
    }

    static QString taskConfiguration(const Failure &failure)
    {
        return tr("The program cannot be started as it is configured; check the handler “%1” and "
                  "the runtime %2.")
            .arg(failure.record.function.handler, failure.record.function.runtime);
    }

    static QString clientContext(const Failure &)
    {
        return tr("The client context is not the JSON object that the runtime expects; correct it, "
                  "or leave it out.");
    }

    static QString callbackHandler(const Failure &)
    {
        return tr(
            "From Node.js 24 on, a handler has no callback any more; make it async and return "
            "the result.");
    }

    static QString handlerClass(const Failure &failure)
    {
        return tr("The class of the handler “%1” cannot be used; check its name, that it has the "
                  "method, and that it is compiled into %2.")
            .arg(failure.record.function.handler, failure.record.function.codeDirectory);
    }

    static QString loading(const Failure &failure)
    {
        return tr("The file of the handler “%1” failed while it was loaded; correct what the "
                  "message names, or install the library that is missing.")
            .arg(failure.record.function.handler);
    }

    static QString initialisation(const Failure &)
    {
        return tr(
            "The init phase failed; correct the code outside of the handler at the place that "
            "the log names.");
    }

    static QString beforeSnapshot(const Failure &)
    {
        return tr("A hook that runs before the snapshot failed; correct it at the place that the "
                  "stack trace names.");
    }

    static QString afterRestore(const Failure &)
    {
        return tr("A hook that runs after the restore failed; correct it at the place that the "
                  "stack trace names.");
    }

    static QString restoreTimedOut(const Failure &)
    {
        return tr("The hooks after the restore took longer than the 10 seconds that Lambda gives "
                  "them; do less in them, or do it in the handler.");
    }

    static QString environmentFailed(const Failure &)
    {
        return tr("The execution environment failed, not the function; run it again, and if that "
                  "does not help, let coldframe-cli doctor show what is missing here.");
    }

    static QString unknown(const Failure &)
    {
        return tr("The runtime told no error type that Lambda knows; read its message and the log, "
                  "and let a runtime of your own send types of the form Runtime.Reason.");
    }

    static QString extensionCrashed(const Failure &)
    {
        return tr(
            "An extension ended while it was still needed; find its last lines in the log and "
            "correct it, or remove its layer.");
    }

    static QString extensionExited(const Failure &)
    {
        return tr("An extension reported an error that it could not go on with; its lines in the "
                  "log say which, and without its layer you see whether the function works.");
    }

    static QString extensionInit(const Failure &)
    {
        return tr("An extension could not get ready; its lines in the log say why, often a setting "
                  "is missing that it reads from an environment variable.");
    }

    static QString extensionLaunch(const Failure &)
    {
        return tr("A file in /opt/extensions cannot be started; make it executable with chmod +x, "
                  "and see that it is a script or a program for this processor.");
    }

    static QString tooManyExtensions(const Failure &)
    {
        return tr("There are more than the 10 extensions that Lambda allows; remove some from the "
                  "layers or from the code.");
    }

    static QString extensionTooLate(const Failure &)
    {
        return tr("An extension registered after the init phase was over; let it register as soon "
                  "as it is started.");
    }

    static QString extensionRequest(const Failure &failure)
    {
        return tr("An extension asked the Extensions API for something that Lambda refuses (%1); "
                  "correct the extension, or take another version of its layer.")
            .arg(failure.record.errorType);
    }

    static QString exception(const Failure &failure)
    {
        if (const auto place = failurePlace(failure.record))
            return tr("The error arose in %1, line %2.")
                .arg(place->file, QString::number(place->line));
        static const QRegularExpression arguments(
            QStringLiteral("positional arguments? but 2 were given"));
        if (failure.isPython() && failure.message.contains(arguments))
            return tr("A handler is called with the event and the context. Define it as def "
                      "%1(event, context).")
                .arg(failure.handlerFunction);
        return tr(
            "The function ended with an error; the log and the stack trace say where it arose.");
    }
};

struct Hint
{
    QLatin1String errorType;
    QString (*text)(const Failure &);
};

constexpr std::array Hints{
    Hint{QLatin1String("Runtime.ImportModuleError"), &FailureHint::importModule},
    Hint{QLatin1String("Runtime.UserCodeSyntaxError"), &FailureHint::syntax},
    Hint{QLatin1String("Runtime.HandlerNotFound"), &FailureHint::handlerNotFound},
    Hint{QLatin1String("Runtime.MalformedHandlerName"), &FailureHint::malformedHandler},
    Hint{QLatin1String("Runtime.BuiltInModuleConflict"), &FailureHint::builtInConflict},
    Hint{QLatin1String("Runtime.MarshalError"), &FailureHint::marshal},
    Hint{QLatin1String("Runtime.UnmarshalError"), &FailureHint::unmarshal},
    Hint{QLatin1String("Runtime.OutOfMemory"), &FailureHint::outOfMemory},
    Hint{QLatin1String("Runtime.ExitError"), &FailureHint::exited},
    Hint{QLatin1String("Runtime.InvalidEntrypoint"), &FailureHint::entrypoint},
    Hint{QLatin1String("Runtime.NodeJsExit"), &FailureHint::promiseNeverSettled},
    Hint{QLatin1String("Runtime.UnhandledPromiseRejection"), &FailureHint::promiseRejected},
    Hint{QLatin1String("Runtime.TruncatedResponse"), &FailureHint::responseTruncated},
    Hint{QLatin1String("Runtime.InvalidResponseModeHeader"), &FailureHint::responseMode},
    Hint{QLatin1String("Runtime.InvalidWorkingDir"), &FailureHint::workingDirectory},
    Hint{QLatin1String("Runtime.InvalidTaskConfig"), &FailureHint::taskConfiguration},
    Hint{QLatin1String("Runtime.LambdaContextUnmarshalError"), &FailureHint::clientContext},
    Hint{QLatin1String("Runtime.CallbackHandlerDeprecated"), &FailureHint::callbackHandler},
    Hint{QLatin1String("Runtime.BadFunctionCode"), &FailureHint::handlerClass},
    Hint{QLatin1String("java.lang.ClassNotFoundException"), &FailureHint::handlerClass},
    Hint{QLatin1String("Runtime.InitError"), &FailureHint::initialisation},
    Hint{QLatin1String("Runtime.BeforeSnapshotError"), &FailureHint::beforeSnapshot},
    Hint{QLatin1String("BeforeCheckpointError"), &FailureHint::beforeSnapshot},
    Hint{QLatin1String("Runtime.AfterRestoreError"), &FailureHint::afterRestore},
    Hint{QLatin1String("AfterRestoreError"), &FailureHint::afterRestore},
    Hint{QLatin1String("SnapStartException"), &FailureHint::afterRestore},
    Hint{QLatin1String("Runtime.RestoreHookUserTimeout"), &FailureHint::restoreTimedOut},
    Hint{QLatin1String("SnapStartTimeoutException"), &FailureHint::restoreTimedOut},
    Hint{QLatin1String("Runtime.InvokeTimeout"), &FailureHint::timedOut},
    Hint{QLatin1String("Sandbox.Timedout"), &FailureHint::timedOut},
    Hint{QLatin1String("Sandbox.Timeout"), &FailureHint::timedOut},
    Hint{QLatin1String("Sandbox.Failure"), &FailureHint::environmentFailed},
    Hint{QLatin1String("Runtime.Unavailable"), &FailureHint::environmentFailed},
    Hint{QLatin1String("Function.ResponseSizeTooLarge"), &FailureHint::responseTooLarge},
    Hint{QLatin1String("Extension.Crash"), &FailureHint::extensionCrashed},
    Hint{QLatin1String("Extension.ExitError"), &FailureHint::extensionExited},
    Hint{QLatin1String("Extension.InitError"), &FailureHint::extensionInit},
    Hint{QLatin1String("Extension.LaunchError"), &FailureHint::extensionLaunch},
    Hint{QLatin1String("Extension.TooManyExtensions"), &FailureHint::tooManyExtensions},
    Hint{QLatin1String("Extension.RegistrationClosed"), &FailureHint::extensionTooLate},
};

/// Error types that are known by how they begin or end.
QString hintByForm(const Failure &failure, const QString &type)
{
    if (type.startsWith(QStringLiteral("Extension.")))
        return FailureHint::extensionRequest(failure);
    if (type.startsWith(QStringLiteral("Init<"))) // Ruby's
        return FailureHint::loading(failure);
    const bool isUnknown
        = type == QStringLiteral("Runtime.Unknown") || type == QStringLiteral("Function.Unknown");
    const bool isOurs = failure.isPython() || failure.isNode(); // they always tell a type
    return isUnknown && !isOurs && !failurePlace(failure.record) ? FailureHint::unknown(failure)
                                                                 : QString();
}

} // namespace

QString failureHint(const InvocationRecord &record)
{
    const ErrorPayload payload = parseErrorPayload(record.response);
    const QString handler = record.function.handler;
    const Failure failure{record, payload.errorMessage, handler.section(u'.', 0, -2),
                          handler.section(u'.', -1)};
    switch (record.status) {
    case InvocationStatus::Succeeded:
        return {};
    case InvocationStatus::TimedOut:
        return FailureHint::timedOut(failure);
    case InvocationStatus::Stopped:
        return FailureHint::stopped(failure);
    case InvocationStatus::Failed:
        break;
    }
    // The report knows a kill for want of memory that the payload calls Runtime.ExitError.
    const QStringList types{record.report.errorType, record.errorType, payload.errorType};
    for (const QString &type : types) {
        for (const Hint &hint : Hints) {
            if (type.compare(hint.errorType, Qt::CaseInsensitive) == 0)
                return hint.text(failure);
        }
    }
    static const QString unserialisable = QStringLiteral("Unable to stringify response body");
    if (payload.errorMessage.contains(unserialisable))
        return FailureHint::marshal(failure);
    for (const QString &type : types) {
        if (const QString hint = hintByForm(failure, type); !hint.isEmpty())
            return hint;
    }
    return FailureHint::exception(failure);
}

} // namespace coldframe
