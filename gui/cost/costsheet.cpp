// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/costsheet.h"

#include "core/billing/forecastcomparison.h"
#include "wording/costtext.h"
#include "wording/figures.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

class SheetMaker
{
    Q_DECLARE_TR_FUNCTIONS(CostSheet)

public:
    SheetMaker(const Prices &prices, const QLocale &locale)
        : m_prices(prices)
        , m_locale(locale)
    { }

    QString summary(const InvocationUsage &usage) const
    {
        const QString memory = formatMebiBytes(usage.memory, m_locale);
        if (usage.init == std::chrono::milliseconds::zero())
            return tr("Warm run: %1 billed at %2").arg(milliseconds(usage.handler), memory);
        if (usage.snapStart == SnapStartUse::Restored)
            return tr("Cold run: %1 billed at %2, of which %3 are the restore")
                .arg(milliseconds(usage.handler + usage.init), memory, milliseconds(usage.init));
        return tr("Cold run: %1 billed at %2, of which %3 are init")
            .arg(milliseconds(usage.handler + usage.init), memory, milliseconds(usage.init));
    }

    CostRow row(const CostLine &line) const
    {
        return amountRow(costItemName(line.item), titleOf(line), line.cost, term(line, line.time));
    }

    CostRow total(const CostEstimate &estimate) const
    {
        QStringList parts;
        for (const CostLine &line : estimate.lines)
            parts.append(formatExactMoney(line.cost, m_locale));
        return amountRow(QStringLiteral("total"), tr("Total"), estimate.total(),
                         parts.join(QStringLiteral(" + ")));
    }

    CostRow scenario(const QString &key, const QString &title, const InvocationUsage &usage) const
    {
        // The init part has the price of the handler's; one term with their sum says how it is
        // billed.
        const CostEstimate estimate = invocationCost(m_prices, usage);
        QStringList parts;
        for (const CostLine &line : estimate.lines) {
            if (line.item == CostItem::Duration)
                parts.append(term(line, usage.handler + usage.init));
            else if (line.item != CostItem::Init)
                parts.append(term(line, line.time));
        }
        const Money cost = estimate.total() * OneMillion;
        CostRow row;
        row.key = key;
        row.title = title;
        row.million = formatMoney(cost, m_locale);
        row.millionExact = formatExactMoney(cost, m_locale);
        row.formula = equation(
            tr("%1 × (%2)")
                .arg(m_locale.toString(qlonglong(OneMillion)), parts.join(QStringLiteral(" + "))),
            cost);
        return row;
    }

    CostRow unknownCold() const
    {
        CostRow row;
        row.key = QStringLiteral("cold");
        row.title = tr("1 million cold calls");
        row.million = QStringLiteral("\u2013");
        row.formula = tr("Run cold once (Ctrl+Shift+Enter) to measure the init phase.");
        return row;
    }

    QString remarks(const CostEstimate &estimate) const
    {
        QStringList sentences;
        for (const CostItem item : estimate.unpriced)
            sentences.append(tr("The price book has no price for this: %1. It is not in the total.")
                                 .arg(costItemText(item)));
        for (const CostItem item : estimate.apart)
            sentences.append(tr("This is billed by the month and not in the total: %1.")
                                 .arg(costItemText(item)));
        QStringList doubtful;
        for (const CostLine &line : estimate.lines) {
            if (isApproximate(m_prices, line.item))
                doubtful.append(costItemText(line.item));
        }
        if (!doubtful.isEmpty())
            sentences.append(tr("The source rounds these prices, or they are not confirmed: %1.")
                                 .arg(doubtful.join(QStringLiteral(", "))));
        return sentences.join(u' ');
    }

    QString priceBook(const QDate &date) const
    {
        return tr("US dollars, list price without free tier, taxes and discounts, at the first "
                  "price "
                  "tier. %1, %2; price book of %3. Source: %4")
            .arg(m_prices.region, architectureName(m_prices.architecture),
                 date.toString(Qt::ISODate), m_prices.source);
    }

private:
    CostRow amountRow(const QString &key, const QString &title, Money cost,
                      const QString &computation) const
    {
        const Money million = cost * OneMillion;
        return {key,
                title,
                formatMoney(cost, m_locale),
                formatMoney(million, m_locale),
                formatExactMoney(cost, m_locale),
                formatExactMoney(million, m_locale),
                equation(computation, cost)};
    }

    QString titleOf(const CostLine &line) const
    {
        if (line.item == CostItem::Duration || line.item == CostItem::Init)
            return tr("%1, %2").arg(costItemText(line.item), milliseconds(line.time));
        return costItemText(line.item);
    }

    /// What is billed are whole milliseconds, so they are never shown rounded.
    QString milliseconds(std::chrono::milliseconds time) const
    {
        return tr("%1 ms").arg(m_locale.toString(qlonglong(time.count())));
    }

    /// "0.125 GB × 0.050 s × $0.0000166667".
    QString term(const CostLine &line, std::chrono::milliseconds time) const
    {
        if (line.item == CostItem::Requests)
            return formatPrice(line.price, m_locale);
        const double gigabytes = static_cast<double>(line.size.value) / 1024;
        if (line.item == CostItem::SnapStartRestore)
            return tr("%1 GB × %2")
                .arg(m_locale.toString(gigabytes, 'f', QLocale::FloatingPointShortest),
                     formatPrice(line.price, m_locale));
        const double seconds = static_cast<double>(time.count()) / 1000;
        return tr("%1 GB × %2 s × %3")
            .arg(m_locale.toString(gigabytes, 'f', QLocale::FloatingPointShortest),
                 m_locale.toString(seconds, 'f', 3), formatPrice(line.price, m_locale));
    }

    QString equation(const QString &left, Money right) const
    {
        const QString result = formatExactMoney(right, m_locale);
        return left == result ? result : tr("%1 = %2").arg(left, result);
    }

    const Prices &m_prices;
    const QLocale &m_locale;
};

} // namespace

CostSheet costSheetOf(const InvocationRecord &record, const Prices &prices, const QDate &date,
                      const QLocale &locale)
{
    const InvocationUsage usage = usageOf(record.function, record.report);
    const CostEstimate estimate = invocationCost(prices, usage);
    const SheetMaker make(prices, locale);

    CostSheet sheet;
    sheet.summary = make.summary(usage);
    for (const CostLine &line : estimate.lines)
        sheet.rows.push_back(make.row(line));
    sheet.rows.push_back(make.total(estimate));

    InvocationUsage warm = usage;
    warm.init = {};
    if (warm.snapStart == SnapStartUse::Restored)
        warm.snapStart = SnapStartUse::Warm;
    const auto warmTitle = QCoreApplication::translate("CostSheet", "1 million warm calls");
    sheet.scenarios.push_back(make.scenario(QStringLiteral("warm"), warmTitle, warm));
    if (usage.init > std::chrono::milliseconds::zero())
        sheet.scenarios.push_back(
            make.scenario(QStringLiteral("cold"),
                          QCoreApplication::translate("CostSheet", "1 million cold calls"), usage));
    else
        sheet.scenarios.push_back(make.unknownCold());

    sheet.remarks = make.remarks(estimate);
    sheet.priceBook = make.priceBook(date);
    return sheet;
}

} // namespace coldframe
