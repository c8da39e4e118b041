// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asynchronousprinter.h"

#include "core/base/isotime.h"
#include "core/lambda/recordjson.h"
#include "wording/errortext.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <ostream>

namespace coldframe::cli {

namespace {

const char *outcomeName(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Succeeded:
        return "success";
    case AttemptOutcome::FunctionError:
        return "functionError";
    case AttemptOutcome::Throttled:
        return "throttled";
    case AttemptOutcome::SystemError:
        return "systemError";
    }
    return "";
}

/// "success", "error (ValueError)", or why it could not run.
QString outcomeText(const EventAttempt &attempt)
{
    if (attempt.error)
        return errorText(*attempt.error);
    const QString status = statusName(attempt.record->status);
    const QString &type = attempt.record->errorType;
    return type.isEmpty() ? status : QStringLiteral("%1 (%2)").arg(status, type);
}

/// A pause in whole seconds, at least as long as it is.
qint64 secondsOf(std::chrono::nanoseconds pause)
{
    return std::chrono::ceil<std::chrono::seconds>(pause).count();
}

QString timeText(WallTime time)
{
    return QString::fromLatin1(isoTime(time));
}

} // namespace

AsynchronousPrinter::AsynchronousPrinter(OutputFormat format, bool cost, bool fastForward,
                                         const Surroundings &surroundings)
    : m_records(format, cost, surroundings)
    , m_format(format)
    , m_fastForward(fastForward)
    , m_surroundings(surroundings)
{ }

void AsynchronousPrinter::printLines(const std::vector<LogLine> &lines)
{
    m_records.printLines(lines);
}

void AsynchronousPrinter::printAccepted(const QString &requestId, const QString &functionName)
{
    if (m_format == OutputFormat::Json)
        return printJson({{"type", "accepted"},
                          {"requestId", requestId.toStdString()},
                          {"functionName", functionName.toStdString()},
                          {"statusCode", 202}});
    printEvent(requestId,
               QCoreApplication::translate("Command", "accepted (202) for %1").arg(functionName));
}

void AsynchronousPrinter::printAttempt(const QueuedEvent &event, const EventAttempt &attempt,
                                       WallTime now)
{
    if (attempt.record)
        m_records.print(*attempt.record);
    const bool waits = event.state == QueuedEvent::State::Waiting && !attempt.isDuplicate;
    if (m_format == OutputFormat::Json) {
        OrderedJson json{{"type", "attempt"},
                         {"requestId", event.requestId.toStdString()},
                         {"functionName", event.functionName.toStdString()},
                         {"attempt", attempt.number},
                         {"duplicate", attempt.isDuplicate},
                         {"outcome", outcomeName(attempt.outcome)}};
        if (attempt.error)
            json["error"] = errorText(*attempt.error).toStdString();
        printJson(json);
        if (waits)
            printNextAttempt(event, now);
        return;
    }
    const QString outcome = outcomeText(attempt);
    if (attempt.isDuplicate)
        printEvent(
            event.requestId,
            QCoreApplication::translate("Command", "delivered again (duplicate): %1").arg(outcome));
    else if (attempt.error)
        printEvent(event.requestId,
                   QCoreApplication::translate("Command", "not run: %1").arg(outcome));
    else
        printEvent(event.requestId,
                   QCoreApplication::translate("Command", "attempt %1: %2")
                       .arg(attempt.number)
                       .arg(outcome));
    if (waits)
        printNextAttempt(event, now);
}

void AsynchronousPrinter::printNextAttempt(const QueuedEvent &event, WallTime now)
{
    const qint64 seconds = secondsOf(event.nextAttemptAt - now);
    if (m_format == OutputFormat::Json)
        return printJson({{"type", "waiting"},
                          {"requestId", event.requestId.toStdString()},
                          {"seconds", seconds},
                          {"until", timeText(event.nextAttemptAt).toStdString()},
                          {"skipped", m_fastForward}});
    const QString text = m_fastForward
        ? QCoreApplication::translate("Command",
                                      "next attempt in %1 s, at %2: skipped, times are virtual")
        : QCoreApplication::translate(
            "Command",
            "next attempt in %1 s, at %2; with --fast-forward there is no "
            "waiting, Ctrl-C ends");
    printEvent(event.requestId, text.arg(seconds).arg(timeText(event.nextAttemptAt)));
}

void AsynchronousPrinter::printEnd(const QueuedEvent &event)
{
    const QString condition = event.condition ? endConditionName(*event.condition) : QString();
    if (m_format == OutputFormat::Json) {
        OrderedJson json{{"type", "dealtWith"},
                         {"requestId", event.requestId.toStdString()},
                         {"functionName", event.functionName.toStdString()},
                         {"condition", condition.toStdString()},
                         {"attempts", event.attempts},
                         {"throttles", event.throttles},
                         {"duplicates", event.duplicates}};
        OrderedJson &deliveries = json["deliveries"] = OrderedJson::array();
        for (const EventDelivery &each : event.deliveries) {
            OrderedJson delivery{{"destination", destinationText(each.destination).toStdString()},
                                 {"deadLetter", each.isDeadLetter},
                                 {"delivered", each.problem.isEmpty()}};
            if (!each.problem.isEmpty())
                delivery["problem"] = each.problem.toStdString();
            deliveries.push_back(std::move(delivery));
        }
        // The record as it was delivered, to the byte.
        QByteArray line = writeJson(json, JsonLayout::Compact);
        line.chop(1);
        line += ",\"record\":" + event.destinationRecord + '}';
        m_surroundings.out << line.toStdString() << '\n';
        m_surroundings.out.flush();
        return;
    }
    printEvent(event.requestId,
               QCoreApplication::translate("Command", "%1, attempts: %2")
                   .arg(condition)
                   .arg(event.attempts));
    printEvent(event.requestId,
               QCoreApplication::translate("Command", "record %1")
                   .arg(QString::fromUtf8(event.destinationRecord)));
    for (const EventDelivery &each : event.deliveries) {
        const QString target = destinationText(each.destination);
        const QString what = each.isDeadLetter
            ? QCoreApplication::translate("Command", "dead letter")
            : QCoreApplication::translate("Command", "record");
        printEvent(
            event.requestId,
            each.problem.isEmpty()
                ? QCoreApplication::translate("Command", "%1 delivered to %2").arg(what, target)
                : QCoreApplication::translate("Command", "%1 not delivered to %2: %3")
                      .arg(what, target, each.problem));
    }
}

void AsynchronousPrinter::printInterrupted()
{
    m_surroundings.err << "coldframe-cli: "
                       << QCoreApplication::translate(
                              "Command", "Ended before the event was dealt with; it is dropped.")
                              .toStdString()
                       << '\n';
    m_surroundings.err.flush();
}

void AsynchronousPrinter::printEvent(const QString &requestId, const QString &text)
{
    m_surroundings.err << "EVENT " << requestId.toStdString() << ' ' << text.toStdString() << '\n';
    m_surroundings.err.flush();
}

void AsynchronousPrinter::printJson(const OrderedJson &json)
{
    m_surroundings.out << writeJson(json, JsonLayout::Compact).toStdString() << '\n';
    m_surroundings.out.flush();
}

} // namespace coldframe::cli
