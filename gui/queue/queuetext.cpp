// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/queuetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace coldframe {

namespace {

struct QueueText
{
    Q_DECLARE_TR_FUNCTIONS(QueueText)
};

/// What stands where there is nothing to say.
QString nothing()
{
    return QStringLiteral("\u2013");
}

QString timesText(int count)
{
    return count == 0 ? nothing() : QLocale().toString(count);
}

/// When the record was made, which is when the event came to its end.
std::optional<WallTime> endOf(const QueuedEvent &event)
{
    static const QByteArray name = QByteArrayLiteral("\"timestamp\":\"");
    const QByteArrayView beginning
        = QByteArrayView(event.destinationRecord)
              .first(std::min<qsizetype>(event.destinationRecord.size(), 80));
    const qsizetype at = beginning.indexOf(name);
    if (at < 0)
        return {};
    const QByteArrayView value = beginning.sliced(at + name.size());
    const QDateTime time = QDateTime::fromString(
        QString::fromLatin1(value.first(std::max<qsizetype>(0, value.indexOf('"')))),
        Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString ageText(const QueuedEvent &event, WallTime now)
{
    if (!event.condition)
        return spanText(std::max(WallTime::duration::zero(), now - event.acceptedAt));
    const auto end = endOf(event);
    return end ? spanText(std::max(WallTime::duration::zero(), *end - event.acceptedAt))
               : nothing();
}

QString nextAttemptText(const QueuedEvent &event, WallTime now)
{
    if (event.state != QueuedEvent::State::Waiting)
        return nothing();
    if (event.nextAttemptAt <= now)
        return QueueText::tr("now");
    return QueueText::tr("%1, in %2")
        .arg(timeOfDayText(event.nextAttemptAt),
             spanText(std::chrono::ceil<std::chrono::seconds>(event.nextAttemptAt - now)));
}

/// Without the folders of a file.
QString receiverText(const Destination &destination)
{
    switch (destination.kind) {
    case Destination::Kind::Function:
        return QueueText::tr("function %1").arg(destination.target);
    case Destination::Kind::File:
        return QueueText::tr("file %1").arg(QFileInfo(destination.target).fileName());
    case Destination::Kind::HttpAddress:
        break;
    }
    return destination.target;
}

QString receiversText(const QueuedEvent &event)
{
    if (!event.condition)
        return nothing();
    if (event.deliveries.empty())
        return QueueText::tr("nowhere");
    QStringList texts;
    for (const EventDelivery &each : event.deliveries) {
        const QString receiver = receiverText(each.destination);
        texts.append(!each.isDone ? QueueText::tr("on its way to %1").arg(receiver)
                         : each.problem.isEmpty()
                         ? receiver
                         : QueueText::tr("not delivered to %1").arg(receiver));
    }
    return texts.join(QStringLiteral(", "));
}

QString stateToolTip(QueuedEvent::State state)
{
    switch (state) {
    case QueuedEvent::State::Waiting:
        return QueueText::tr("It waits for its first or next attempt.");
    case QueuedEvent::State::Running:
        return QueueText::tr("The function runs with it.");
    case QueuedEvent::State::Delivering:
        return QueueText::tr("It came to its end; its record is on its way to a destination.");
    case QueuedEvent::State::Succeeded:
        return QueueText::tr("The function took it, and Lambda is done with it.");
    case QueuedEvent::State::Failed:
        return QueueText::tr("Lambda gave it up.");
    }
    return {};
}

} // namespace

QString spanText(std::chrono::nanoseconds span)
{
    using namespace std::chrono;
    const qlonglong whole = duration_cast<seconds>(span).count();
    const QLocale locale;
    if (whole < 60)
        return QueueText::tr("%1 s").arg(whole);
    if (whole < 3600)
        return QueueText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return QueueText::tr("%1 h %2 min").arg(locale.toString(whole / 3600)).arg(whole % 3600 / 60);
}

QString timeOfDayText(WallTime time)
{
    using namespace std::chrono;
    return QDateTime::fromMSecsSinceEpoch(
               duration_cast<milliseconds>(time.time_since_epoch()).count())
        .toString(QStringLiteral("HH:mm:ss"));
}

QString virtualTimeText(std::chrono::nanoseconds ahead)
{
    return ahead < std::chrono::seconds(1)
        ? QueueText::tr("virtual time is not ahead")
        : QueueText::tr("virtual time is %1 ahead").arg(spanText(ahead));
}

QString queueCellText(const QueuedEvent &event, QueueModel::Column column, WallTime now)
{
    switch (column) {
    case QueueModel::State:
        return queueStateText(event.state);
    case QueueModel::Function:
        return event.functionName;
    case QueueModel::Attempts:
        return timesText(event.attempts);
    case QueueModel::Throttles:
        return timesText(event.throttles);
    case QueueModel::NextAttempt:
        return nextAttemptText(event, now);
    case QueueModel::Age:
        return ageText(event, now);
    case QueueModel::Condition:
        return event.condition ? endConditionName(*event.condition) : nothing();
    case QueueModel::Destination:
        return receiversText(event);
    case QueueModel::RequestId:
        return event.requestId;
    }
    return {};
}

QVariant queueCellToolTip(const QueuedEvent &event, QueueModel::Column column)
{
    switch (column) {
    case QueueModel::State:
        return stateToolTip(event.state);
    case QueueModel::Attempts:
        return event.duplicates == 0
            ? QVariant()
            : QueueText::tr("Without duplicates, of which there were %1.").arg(event.duplicates);
    case QueueModel::Condition:
        return event.errorMessage.isEmpty() ? QVariant() : event.errorMessage;
    case QueueModel::Destination:
        return event.condition ? deliveryTexts(event).join(u'\n') : QVariant();
    case QueueModel::Function:
    case QueueModel::Throttles:
    case QueueModel::NextAttempt:
    case QueueModel::Age:
        break;
    case QueueModel::RequestId:
        return event.requestId;
    }
    return {};
}

QVariant queueSortKey(const QueuedEvent &event, QueueModel::Column column)
{
    switch (column) {
    case QueueModel::State:
        return static_cast<int>(event.state);
    case QueueModel::Function:
        return event.functionName;
    case QueueModel::Attempts:
        return event.attempts;
    case QueueModel::Throttles:
        return event.throttles;
    case QueueModel::NextAttempt:
        return event.state == QueuedEvent::State::Waiting
            ? QVariant(qlonglong(event.nextAttemptAt.time_since_epoch().count()))
            : QVariant(std::numeric_limits<qlonglong>::max());
    case QueueModel::Age:
        return qlonglong(-event.sequence);
    case QueueModel::Condition:
        return event.condition ? endConditionName(*event.condition) : QString();
    case QueueModel::Destination:
        return receiversText(event);
    case QueueModel::RequestId:
        return event.requestId;
    }
    return {};
}

QString queueHeading(QueueModel::Column column)
{
    switch (column) {
    case QueueModel::State:
        return QueueText::tr("State");
    case QueueModel::Function:
        return QueueText::tr("Function");
    case QueueModel::Attempts:
        return QueueText::tr("Attempts");
    case QueueModel::Throttles:
        return QueueText::tr("Throttles");
    case QueueModel::NextAttempt:
        return QueueText::tr("Next attempt");
    case QueueModel::Age:
        return QueueText::tr("Age");
    case QueueModel::Condition:
        return QueueText::tr("Ended by");
    case QueueModel::Destination:
        return QueueText::tr("Record went to");
    case QueueModel::RequestId:
        return QueueText::tr("Request ID");
    }
    return {};
}

QVariant queueHeadingToolTip(QueueModel::Column column)
{
    switch (column) {
    case QueueModel::Throttles:
        return QueueText::tr("Times that it could not run, by a limit or a problem of the system. "
                             "They are no attempts: Lambda backs off and tries until the event is "
                             "too old.");
    case QueueModel::NextAttempt:
        return QueueText::tr("In virtual time, which Skip and Fast-Forward advance.");
    case QueueModel::Age:
        return QueueText::tr("Virtual time since the event was accepted, until its end.");
    case QueueModel::Condition:
        return QueueText::tr("The condition in the record that a destination gets.");
    case QueueModel::State:
    case QueueModel::Function:
    case QueueModel::Attempts:
    case QueueModel::Destination:
    case QueueModel::RequestId:
        break;
    }
    return {};
}

QString queueStateText(QueuedEvent::State state)
{
    switch (state) {
    case QueuedEvent::State::Waiting:
        return QueueText::tr("Waiting");
    case QueuedEvent::State::Running:
        return QueueText::tr("Running");
    case QueuedEvent::State::Delivering:
        return QueueText::tr("Delivering");
    case QueuedEvent::State::Succeeded:
        return QueueText::tr("Succeeded");
    case QueuedEvent::State::Failed:
        return QueueText::tr("Failed");
    }
    return {};
}

Symbol queueStateSymbol(QueuedEvent::State state)
{
    switch (state) {
    case QueuedEvent::State::Waiting:
        return Symbol::Clock;
    case QueuedEvent::State::Running:
        return Symbol::Run;
    case QueuedEvent::State::Delivering:
        return Symbol::Export;
    case QueuedEvent::State::Succeeded:
        return Symbol::Success;
    case QueuedEvent::State::Failed:
        return Symbol::Error;
    }
    return Symbol::Info;
}

QColor queueStateColour(QueuedEvent::State state, const ThemeColours &colours)
{
    switch (state) {
    case QueuedEvent::State::Waiting:
        return colours.warning;
    case QueuedEvent::State::Running:
    case QueuedEvent::State::Delivering:
        return colours.accent;
    case QueuedEvent::State::Succeeded:
        return colours.success;
    case QueuedEvent::State::Failed:
        return colours.error;
    }
    return colours.muted;
}

QString attemptOutcomeText(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Succeeded:
        return QueueText::tr("Succeeded");
    case AttemptOutcome::FunctionError:
        return QueueText::tr("Function error");
    case AttemptOutcome::Throttled:
        return QueueText::tr("Throttled");
    case AttemptOutcome::SystemError:
        return QueueText::tr("Not run");
    }
    return {};
}

Symbol attemptOutcomeSymbol(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Succeeded:
        return Symbol::Success;
    case AttemptOutcome::FunctionError:
        return Symbol::Error;
    case AttemptOutcome::Throttled:
        return Symbol::Clock;
    case AttemptOutcome::SystemError:
        return Symbol::Warning;
    }
    return Symbol::Info;
}

QColor attemptOutcomeColour(AttemptOutcome outcome, const ThemeColours &colours)
{
    switch (outcome) {
    case AttemptOutcome::Succeeded:
        return colours.success;
    case AttemptOutcome::FunctionError:
        return colours.error;
    case AttemptOutcome::Throttled:
    case AttemptOutcome::SystemError:
        return colours.warning;
    }
    return colours.muted;
}

QString attemptNumberText(const QueueAttempt &attempt)
{
    if (attempt.isDuplicate)
        return QueueText::tr("Duplicate %1").arg(attempt.number);
    return attempt.duration ? QueueText::tr("Run %1").arg(attempt.number) : nothing();
}

QStringList deliveryTexts(const QueuedEvent &event)
{
    if (!event.condition)
        return {};
    if (event.deliveries.empty())
        return {QueueText::tr("No destination was set, so the record went nowhere.")};
    QStringList texts;
    for (const EventDelivery &each : event.deliveries) {
        const QString what
            = each.isDeadLetter ? QueueText::tr("Dead letter") : QueueText::tr("Record");
        const QString target = destinationText(each.destination);
        if (!each.isDone)
            texts.append(QueueText::tr("%1 is on its way to %2").arg(what, target));
        else if (each.problem.isEmpty())
            texts.append(QueueText::tr("%1 delivered to %2").arg(what, target));
        else
            texts.append(
                QueueText::tr("%1 not delivered to %2: %3").arg(what, target, each.problem));
    }
    return texts;
}

QString eventInvokeText(const EventInvokeConfig &config)
{
    QStringList parts;
    parts.append(config.maximumRetryAttempts == 0 ? QueueText::tr("no retries")
                     : config.maximumRetryAttempts == 1
                     ? QueueText::tr("1 retry")
                     : QueueText::tr("%1 retries").arg(config.maximumRetryAttempts));
    parts.append(QueueText::tr("age up to %1").arg(spanText(config.maximumEventAge)));
    if (config.onSuccess)
        parts.append(QueueText::tr("on success to %1").arg(receiverText(*config.onSuccess)));
    if (config.onFailure)
        parts.append(QueueText::tr("on failure to %1").arg(receiverText(*config.onFailure)));
    if (config.deadLetterQueue)
        parts.append(
            QueueText::tr("dead letters to %1").arg(receiverText(*config.deadLetterQueue)));
    return parts.join(QStringLiteral(", "));
}

} // namespace coldframe
