// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asynchronousoptions.h"

#include "cli/commandline.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace coldframe::cli {

namespace {

/// "90", "90s", "10m" or "6h".
std::optional<std::chrono::seconds> durationOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{1,6})([smh]?)\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int number = match.captured(1).toInt();
    const QString unit = match.captured(2);
    if (unit == QStringLiteral("h"))
        return std::chrono::hours(number);
    if (unit == QStringLiteral("m"))
        return std::chrono::minutes(number);
    return std::chrono::seconds(number);
}

Result<void> readDestination(const QCommandLineParser &parser, const char *name,
                             std::optional<Destination> &destination)
{
    const QString option = QLatin1String(name);
    if (!parser.isSet(option))
        return {};
    Result<Destination> read = destinationFromText(parser.value(option));
    if (!read)
        return wrongOption(
            name, parser.value(option),
            QCoreApplication::translate("Command",
                                        "function:NAME, file:PATH or an address of this computer, "
                                        "for example http://127.0.0.1:8080/"));
    destination = std::move(*read);
    return {};
}

Result<void> readLimits(const QCommandLineParser &parser, EventInvokeConfig &config)
{
    if (parser.isSet(QStringLiteral("retries"))) {
        const QString retries = parser.value(QStringLiteral("retries"));
        bool number = false;
        config.maximumRetryAttempts = retries.toInt(&number);
        if (!number || !checkEventInvokeConfig(config))
            return wrongOption("retries", retries,
                               QCoreApplication::translate("Command", "0, 1 or 2"));
    }
    if (parser.isSet(QStringLiteral("maximum-age"))) {
        const QString text = parser.value(QStringLiteral("maximum-age"));
        const auto age = durationOf(text);
        config.maximumEventAge = age.value_or(std::chrono::seconds::zero());
        if (!age || !checkEventInvokeConfig(config))
            return wrongOption(
                "maximum-age", text,
                QCoreApplication::translate("Command", "60s to 6h, for example 90s, 10m or 1h"));
    }
    return {};
}

} // namespace

void addAsynchronousOptions(QCommandLineParser &parser)
{
    const QString destination = QStringLiteral("destination");
    parser.addOptions({
        {QStringLiteral("asynchronous"),
         QCoreApplication::translate("Command",
                                     "Put the event into a queue as Lambda does: it is tried "
                                     "again after failures.")},
        {QStringLiteral("fast-forward"),
         QCoreApplication::translate("Command",
                                     "Do not wait for the next attempt: let virtual time pass.")},
        {QStringLiteral("on-success"),
         QCoreApplication::translate("Command",
                                     "Where the record of a success goes: function:NAME, "
                                     "file:PATH or http://127.0.0.1..."),
         destination},
        {QStringLiteral("on-failure"),
         QCoreApplication::translate("Command", "Where the record of a final failure goes."),
         destination},
        {QStringLiteral("dead-letter"),
         QCoreApplication::translate("Command", "Where the event itself goes after it failed."),
         destination},
        {QStringLiteral("retries"),
         QCoreApplication::translate("Command", "Retries after function errors, 0 to 2."),
         QStringLiteral("count")},
        {QStringLiteral("maximum-age"),
         QCoreApplication::translate("Command",
                                     "How long the event is tried, 60s to 6h; 6h by default."),
         QStringLiteral("duration")},
        {QStringLiteral("duplicate"),
         QCoreApplication::translate("Command",
                                     "Deliver the event twice, as Lambda may: at least once.")},
    });
}

Result<std::optional<AsynchronousOptions>> readAsynchronousOptions(const QCommandLineParser &parser)
{
    if (!parser.isSet(QStringLiteral("asynchronous"))) {
        for (const char *name : {"fast-forward", "on-success", "on-failure", "dead-letter",
                                 "retries", "maximum-age", "duplicate"}) {
            if (parser.isSet(QLatin1String(name)))
                return needsOther(name, "--asynchronous");
        }
        return std::nullopt;
    }
    for (const char *name : {"stream", "client-context"}) {
        if (parser.isSet(QLatin1String(name)))
            return failure(
                Error::Code::InvalidArgument,
                QCoreApplication::translate("Command", "--%1: an asynchronous invocation has none")
                    .arg(QLatin1String(name)));
    }
    AsynchronousOptions options;
    options.fastForward = parser.isSet(QStringLiteral("fast-forward"));
    options.duplicate = parser.isSet(QStringLiteral("duplicate"));
    EventInvokeConfig &config = options.config;
    return readLimits(parser, config)
        .and_then([&] { return readDestination(parser, "on-success", config.onSuccess); })
        .and_then([&] { return readDestination(parser, "on-failure", config.onFailure); })
        .and_then([&] { return readDestination(parser, "dead-letter", config.deadLetterQueue); })
        .map([&] { return std::optional(options); });
}

} // namespace coldframe::cli
