// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reporttext.h"

#include "core/billing/costestimate.h"
#include "wording/figures.h"

#include <QCoreApplication>
#include <QDateTime>

namespace coldframe {

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

QString dateText(WallTime time, const QLocale &locale)
{
    const auto sinceEpoch
        = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return locale.toString(QDateTime::fromMSecsSinceEpoch(sinceEpoch.count()),
                           QLocale::ShortFormat);
}

} // namespace

QString pageLanguage(const QLocale &locale)
{
    return locale.language() == QLocale::C ? QStringLiteral("en")
                                           : QLocale::languageToCode(locale.language());
}

QString statusWord(InvocationStatus status)
{
    switch (status) {
    case InvocationStatus::Succeeded:
        return ReportText::tr("succeeded");
    case InvocationStatus::Failed:
        return ReportText::tr("failed");
    case InvocationStatus::TimedOut:
        return ReportText::tr("timed out");
    case InvocationStatus::Stopped:
        return ReportText::tr("stopped");
    }
    return {};
}

QString runDescription(const InvocationRecord &record, const QLocale &locale)
{
    QStringList parts{dateText(record.startedAt, locale), record.environment.interpreterVersion,
                      formatMebiBytes(record.function.memory, locale),
                      architectureName(record.function.architecture), record.requestId};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

std::optional<Money> callCost(const InvocationRecord &record, const PriceBook *prices)
{
    if (!prices)
        return std::nullopt;
    const auto own = prices->prices(record.function.region, record.function.architecture);
    if (!own)
        return std::nullopt;
    const CostEstimate cost = invocationCost(*own, usageOf(record.function, record.report));
    // A sum that lacks something would pass for the whole.
    return cost.unpriced.empty() ? std::optional(cost.total()) : std::nullopt;
}

QString reportFooter(WallTime now, const QLocale &locale)
{
    return ReportText::tr("Made by Coldframe %1 on %2. Durations and memory were measured on one "
                          "computer; costs are modelled from them at list prices. What Lambda adds "
                          "and a computer can't measure, such as the creation of a sandbox and the "
                          "download of code, is not emulated.")
        .arg(QStringLiteral(COLDFRAME_VERSION), dateText(now, locale));
}

} // namespace coldframe
