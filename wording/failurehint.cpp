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
        return tr("The function ran longer than its timeout of %1. Raise the timeout, or look at "
                  "the "
                  "end of the log for what it waits for.")
            .arg(formatDuration(failure.record.function.timeout));
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
                  "names.");
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

    static QString responseTooLarge(const Failure &)
    {
        return tr("The response is larger than the 6 MB that Lambda returns. Return less, or store "
                  "the data and return where it is.");
    }

    static QString exception(const Failure &failure)
    {
        if (const auto place = failurePlace(failure.record))
            return tr("The error arose in %1, line %2.")
                .arg(place->file, QString::number(place->line));
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
    Hint{QLatin1String("Sandbox.Timedout"), &FailureHint::timedOut},
    Hint{QLatin1String("Function.ResponseSizeTooLarge"), &FailureHint::responseTooLarge},
};

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
    for (const QString &type : {record.report.errorType, record.errorType, payload.errorType}) {
        for (const Hint &hint : Hints) {
            if (type.compare(hint.errorType, Qt::CaseInsensitive) == 0)
                return hint.text(failure);
        }
    }
    static const QString unserialisable = QStringLiteral("Unable to stringify response body");
    return payload.errorMessage.contains(unserialisable) ? FailureHint::marshal(failure)
                                                         : FailureHint::exception(failure);
}

} // namespace coldframe
