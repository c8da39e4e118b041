// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/costtext.h"

#include "core/billing/traffic.h"
#include "wording/figures.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

struct CostText
{
    Q_DECLARE_TR_FUNCTIONS(CostText)
};

QString figureText(const FormulaFigure &figure, const QLocale &locale)
{
    const QString number = formatDecimal(figure.digits, locale);
    switch (figure.unit) {
    case FormulaUnit::None:
        return number;
    case FormulaUnit::Dollars:
        return formatDollars(figure.digits, locale);
    case FormulaUnit::Milliseconds:
        return CostText::tr("%1 ms").arg(number);
    case FormulaUnit::Seconds:
        return CostText::tr("%1 s").arg(number);
    case FormulaUnit::Gigabytes:
        return CostText::tr("%1 GB").arg(number);
    case FormulaUnit::GigabyteSeconds:
        return CostText::tr("%1 GB-s").arg(number);
    case FormulaUnit::Percent:
        return CostText::tr("%1 %").arg(number);
    case FormulaUnit::PerSecond:
        return CostText::tr("%1 a second").arg(number);
    case FormulaUnit::Cpus:
        return CostText::tr("%1 vCPU").arg(number);
    }
    return number;
}

QString signText(FormulaSign sign)
{
    switch (sign) {
    case FormulaSign::Plus:
        return QStringLiteral(" + ");
    case FormulaSign::Minus:
        return QStringLiteral(" \u2212 ");
    case FormulaSign::Times:
        return QStringLiteral(" × ");
    case FormulaSign::DividedBy:
        return QStringLiteral(" ÷ ");
    case FormulaSign::Equals:
        return QStringLiteral(" = ");
    case FormulaSign::IsAbout:
        return QStringLiteral(" ≈ ");
    case FormulaSign::Open:
        return QStringLiteral("(");
    case FormulaSign::Close:
        return QStringLiteral(")");
    case FormulaSign::OpenRoundUp:
        return QStringLiteral("⌈");
    case FormulaSign::CloseRoundUp:
        return QStringLiteral("⌉");
    }
    return {};
}

QString stepTitle(FormulaStepKind kind)
{
    switch (kind) {
    case FormulaStepKind::ServedByProvisioned:
        return CostText::tr("Requests served by it");
    case FormulaStepKind::OnDemandRequests:
        return CostText::tr("Requests on demand");
    case FormulaStepKind::ColdStarts:
        return CostText::tr("Cold starts");
    case FormulaStepKind::BilledEach:
        return CostText::tr("Billed for each request");
    case FormulaStepKind::InitEach:
        return CostText::tr("Added by each cold start");
    case FormulaStepKind::PayloadRequestsEach:
        return CostText::tr("Further requests for each event");
    case FormulaStepKind::StreamedEach:
        return CostText::tr("Bytes above 6 MB of each response");
    case FormulaStepKind::Quantity:
        return CostText::tr("In a month");
    case FormulaStepKind::FreeTier:
        return CostText::tr("Without the free tier");
    case FormulaStepKind::TierPart:
        return CostText::tr("In this price tier");
    case FormulaStepKind::Cost:
        return CostText::tr("Cost");
    }
    return {};
}

} // namespace

QString costItemText(CostItem item)
{
    switch (item) {
    case CostItem::Requests:
        return CostText::tr("Request");
    case CostItem::PayloadRequests:
        return CostText::tr("Requests for payload above 256 KB");
    case CostItem::Duration:
        return CostText::tr("Duration");
    case CostItem::Init:
        return CostText::tr("Init");
    case CostItem::EphemeralStorage:
        return CostText::tr("Storage in /tmp above 512 MB");
    case CostItem::ProvisionedConcurrency:
        return CostText::tr("Provisioned concurrency");
    case CostItem::ProvisionedDuration:
        return CostText::tr("Provisioned duration");
    case CostItem::SnapStartCache:
        return CostText::tr("SnapStart cache");
    case CostItem::SnapStartRestore:
        return CostText::tr("SnapStart restores");
    case CostItem::Streaming:
        return CostText::tr("Streamed above 6 MB");
    case CostItem::TenantIsolation:
        return CostText::tr("Tenant isolation");
    }
    return {};
}

QString formulaText(const CostFormula &formula, const QLocale &locale)
{
    QString text;
    for (const CostFormula::Token &token : formula.tokens()) {
        if (const auto *sign = std::get_if<FormulaSign>(&token))
            text += signText(*sign);
        else
            text += figureText(std::get<FormulaFigure>(token), locale);
    }
    return text;
}

QStringList formulaSteps(const std::vector<FormulaStep> &steps, const QLocale &locale)
{
    QStringList lines;
    for (const FormulaStep &step : steps)
        lines.append(CostText::tr("%1: %2", "a step of a computation and its formula")
                         .arg(stepTitle(step.kind), formulaText(step.formula, locale)));
    return lines;
}

QString shareText(std::int64_t parts, const QLocale &locale)
{
    const QString digits = CheckedInteger(parts).fixedText(4, 2);
    QString shown = digits;
    while (shown.endsWith(u'0') || shown.endsWith(u'.')) {
        const bool isPoint = shown.endsWith(u'.');
        shown.chop(1);
        if (isPoint)
            break;
    }
    return CostText::tr("%1 %").arg(formatDecimal(shown, locale));
}

QString oldPricesText(const ActivePriceBook &book, const QDate &today)
{
    if (!isOld(book.book.date(), today))
        return {};
    return CostText::tr("These prices are of %1, more than %2 days ago. Compare them with AWS's "
                        "price list.")
        .arg(book.book.date().toString(Qt::ISODate))
        .arg(PricesStayFreshDays);
}

QString priceBookText(const ActivePriceBook &book)
{
    const QString date = book.book.date().toString(Qt::ISODate);
    return book.isUsers ? CostText::tr("Your own price book of %1").arg(date)
                        : CostText::tr("Coldframe's price book of %1").arg(date);
}

} // namespace coldframe
