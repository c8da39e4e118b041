// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/forecastsheet.h"

#include "wording/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

constexpr std::array AllItems{
    CostItem::Requests,
    CostItem::PayloadRequests,
    CostItem::Duration,
    CostItem::Init,
    CostItem::EphemeralStorage,
    CostItem::ProvisionedConcurrency,
    CostItem::ProvisionedDuration,
    CostItem::SnapStartCache,
    CostItem::SnapStartRestore,
    CostItem::Streaming,
    CostItem::TenantIsolation,
};

constexpr std::int64_t SecondsAMonth = std::chrono::seconds(OneMonth).count();

QString nothing()
{
    return QStringLiteral("–");
}

/// About three digits: "0.380", "3.27", "38.0", "1,234".
QString rateText(double perSecond, const QLocale &locale)
{
    const int decimals = perSecond < 1 ? 3 : perSecond < 10 ? 2 : perSecond < 100 ? 1 : 0;
    return locale.toString(perSecond, 'f', decimals);
}

/// Milliseconds with the digits that they have.
QString timeText(std::chrono::nanoseconds time, const QLocale &locale)
{
    return QCoreApplication::translate("ForecastSheet", "%1 ms")
        .arg(formatDecimal(decimalText(time.count() / 1000, 3), locale));
}

class ForecastSheetMaker
{
    Q_DECLARE_TR_FUNCTIONS(ForecastSheet)

public:
    ForecastSheetMaker(const ForecastComparison &comparison, const ActivePriceBook &book,
                       const ForecastOrigin &origin, const QLocale &locale)
        : m_comparison(comparison)
        , m_book(book)
        , m_origin(origin)
        , m_locale(locale)
    { }

    std::vector<ForecastRow> rows() const
    {
        std::vector<ForecastRow> rows;
        for (const CostItem item : AllItems) {
            for (int tier = 1; tier <= mostTiers(item); ++tier)
                rows.push_back(row(item, tier));
        }
        rows.push_back({QStringLiteral("total"), tr("Total a month"), total(m_comparison.x86),
                        total(m_comparison.arm)});
        return rows;
    }

    std::vector<ForecastRow> thresholds() const
    {
        std::vector<ForecastRow> rows;
        if (m_comparison.plan.traffic.provisioned.environments > 0) {
            rows.push_back({QStringLiteral("utilisation"), tr("Provisioned time in use"),
                            utilisation(m_comparison.x86), utilisation(m_comparison.arm)});
            const std::size_t tiers = std::max(m_comparison.x86.provisioned.size(),
                                               m_comparison.arm.provisioned.size());
            for (std::size_t tier = 0; tier < tiers; ++tier)
                rows.push_back(
                    {QStringLiteral("breakEven.%1").arg(tier + 1),
                     tiers == 1
                         ? tr("Provisioned concurrency pays from")
                         : tr("Provisioned concurrency pays from, price tier %1").arg(tier + 1),
                     breakEven(m_comparison.x86, tier), breakEven(m_comparison.arm, tier)});
        }
        if (m_comparison.slowestPayingArm)
            rows.push_back({QStringLiteral("slowestArm"),
                            tr("Duration on arm64 costs less up to"),
                            {nothing(), {}, {}},
                            slowestArm()});
        return rows;
    }

    std::vector<InstanceRow> instances() const
    {
        std::vector<InstanceRow> rows;
        const ForecastSide &side = m_comparison.side(m_comparison.plan.architecture);
        const Money lambda = side.forecast ? side.forecast->total() : Money();
        for (const InstanceComparison &each : m_comparison.instances)
            rows.push_back(instanceRow(each, lambda));
        return rows;
    }

    QString instancesIntroduction() const
    {
        if (m_comparison.instances.empty())
            return tr("There are no prices of instances in %1.").arg(m_comparison.plan.region);
        const PeakLoad &peak = m_comparison.peak;
        return tr("Lambda on %1 against instances that are always on, list price on demand of %2. "
                  "At the peak: %3 requests a second, each with %4 of CPU time and %5 of memory "
                  "for %6.")
            .arg(architectureName(m_comparison.plan.architecture),
                 m_book.instances.date().toString(Qt::ISODate),
                 rateText(static_cast<double>(peak.milliRequests) / 1000, m_locale),
                 timeText(peak.cpu, m_locale), formatMebiBytes(peak.memory, m_locale),
                 timeText(peak.duration, m_locale));
    }

    QStringList remarks() const
    {
        QStringList remarks;
        addMissing(remarks);
        addProvisioned(remarks);
        addAssumptions(remarks);
        addFreeTier(remarks);
        addPrices(remarks);
        addInstances(remarks);
        return remarks;
    }

    QString prices() const
    {
        QStringList sources;
        for (const ForecastSide *side : {&m_comparison.x86, &m_comparison.arm}) {
            if (side->prices && !sources.contains(side->prices->source))
                sources.append(side->prices->source);
        }
        return tr("%1, %2. US dollars, list prices without taxes and discounts. Source: %3")
            .arg(priceBookText(m_book), m_comparison.plan.region,
                 sources.isEmpty() ? m_book.book.source() : sources.join(QStringLiteral("; ")));
    }

private:
    const Traffic &traffic() const { return m_comparison.plan.traffic; }

    static const ForecastLine *lineOf(const ForecastSide &side, CostItem item, int tier)
    {
        if (!side.forecast)
            return nullptr;
        const auto &lines = side.forecast->lines;
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const ForecastLine &line) {
            return line.item == item && line.tier == tier;
        });
        return found == lines.end() ? nullptr : &*found;
    }

    static bool isUnpriced(const ForecastSide &side, CostItem item)
    {
        return side.forecast
            && std::find(side.forecast->unpriced.begin(), side.forecast->unpriced.end(), item)
            != side.forecast->unpriced.end();
    }

    /// 0 for an item that is not used.
    int mostTiers(CostItem item) const
    {
        int tiers = 0;
        for (const ForecastSide *side : {&m_comparison.x86, &m_comparison.arm}) {
            if (isUnpriced(*side, item))
                tiers = std::max(tiers, 1);
            for (int tier = 1; tier <= 3; ++tier) {
                if (lineOf(*side, item, tier))
                    tiers = std::max(tiers, tier);
            }
        }
        return tiers;
    }

    ForecastRow row(CostItem item, int tier) const
    {
        QString title = costItemText(item);
        if (item == CostItem::Requests)
            title = tr("Requests");
        if (item == CostItem::Init)
            title = traffic().snapStart.versions > 0 ? tr("Restore time of cold starts")
                                                     : tr("Init of cold starts");
        QString key = costItemName(item);
        if (tier > 1) {
            title = tr("%1, price tier %2").arg(title).arg(tier);
            key += u'.' + QString::number(tier);
        }
        return {key, title, cell(m_comparison.x86, item, tier), cell(m_comparison.arm, item, tier)};
    }

    ForecastCell cell(const ForecastSide &side, CostItem item, int tier) const
    {
        if (!side.forecast || (tier == 1 && isUnpriced(side, item)))
            return {tr("no price in the book"), {}, {}};
        const ForecastLine *line = lineOf(side, item, tier);
        if (!line)
            return {nothing(), {}, {}};
        return {about(formatMoney(line->cost, m_locale), line->approximate),
                formatExactMoney(line->cost, m_locale), formulaSteps(line->steps, m_locale)};
    }

    static QString about(const QString &amount, bool approximate)
    {
        return approximate ? QStringLiteral("≈ ") + amount : amount;
    }

    ForecastCell total(const ForecastSide &side) const
    {
        if (!side.forecast)
            return {tr("no price in the book"), {}, {}};
        const Money sum = side.forecast->total();
        CostFormula formula;
        bool approximate = false;
        for (const ForecastLine &line : side.forecast->lines) {
            if (!formula.tokens().empty())
                formula.plus();
            formula.money(line.cost);
            approximate = approximate || line.approximate;
        }
        formula.equals().money(sum);
        const QString amount = about(formatMoney(sum, m_locale), approximate);
        // What has no price costs something.
        return {side.forecast->unpriced.empty() ? amount : QStringLiteral("≥ ") + amount,
                formatExactMoney(sum, m_locale),
                {tr("Total: %1").arg(formulaText(formula, m_locale))}};
    }

    ForecastCell utilisation(const ForecastSide &side) const
    {
        if (!side.forecast || !side.forecast->utilisation)
            return {nothing(), {}, {}};
        const Forecast &forecast = *side.forecast;
        const ProvisionedPlan &plan = traffic().provisioned;
        CostFormula formula;
        formula.number(forecast.provisionedRequests)
            .times()
            .seconds(forecast.handlerEach)
            .sign(FormulaSign::DividedBy)
            .sign(FormulaSign::Open)
            .number(plan.environments)
            .times()
            .seconds(plan.enabled)
            .sign(FormulaSign::Close)
            .sign(FormulaSign::IsAbout)
            .percent(*forecast.utilisation);
        return {shareText(*forecast.utilisation, m_locale),
                {},
                {tr("Time in use: %1").arg(formulaText(formula, m_locale))}};
    }

    ForecastCell breakEven(const ForecastSide &side, std::size_t tier) const
    {
        if (!side.prices || side.provisioned.empty())
            return {tr("no price in the book"), {}, {}};
        if (tier >= side.provisioned.size())
            return {nothing(), {}, {}};
        const ProvisionedBreakEven &each = side.provisioned[tier];
        return {each.pays() ? shareText(*each.utilisation, m_locale) : tr("never"),
                {},
                {tr("Pays from: %1").arg(formulaText(each.formula, m_locale))}};
    }

    ForecastCell slowestArm() const
    {
        CostFormula formula;
        formula.price(m_comparison.x86.prices->duration.front().price)
            .sign(FormulaSign::DividedBy)
            .price(m_comparison.arm.prices->duration.front().price)
            .sign(FormulaSign::IsAbout)
            .decimal(*m_comparison.slowestPayingArm, 6);
        return {
            tr("%1 × the time")
                .arg(formatDecimal(
                    CheckedInteger(*m_comparison.slowestPayingArm / 10).fixedText(5, 5), m_locale)),
            {},
            {tr("Times as long: %1").arg(formulaText(formula, m_locale))}};
    }

    InstanceRow instanceRow(const InstanceComparison &each, Money lambda) const
    {
        InstanceRow row;
        row.name = tr("%1 (%2)", "an instance and its architecture")
                       .arg(each.instance.name, architectureName(each.instance.architecture));
        row.month = about(formatMoney(each.month, m_locale), each.instance.approximate);
        row.servesPeak = each.servesPeak();
        row.breakEven = nothing();
        if (each.breakEvenRequests)
            row.breakEven = tr("%1 a second")
                                .arg(rateText(static_cast<double>(*each.breakEvenRequests)
                                                  / static_cast<double>(SecondsAMonth),
                                              m_locale));
        row.traffic = each.fleet() < lambda ? tr("instance costs less") : tr("Lambda costs less");
        if (each.fleet() == lambda)
            row.traffic = tr("both cost the same");
        if (each.servesPeak())
            row.peak = each.instance.burstable ? tr("yes, for a time") : tr("yes");
        else
            row.peak = tr("no, it needs %1").arg(m_locale.toString(qlonglong(each.instances)));
        row.formulas = instanceFormulas(each, lambda);
        return row;
    }

    QStringList instanceFormulas(const InstanceComparison &each, Money lambda) const
    {
        const QString cpus = formatDecimal(decimalText(each.milliCpus, 3), m_locale);
        const QString has = formatDecimal(decimalText(each.instance.milliCpus, 3), m_locale);
        CostFormula month;
        month.decimal(OneMonth.count(), 0)
            .times()
            .price(each.instance.hourly)
            .equals()
            .money(each.month);
        QStringList lines{tr("A month: %1").arg(formulaText(month, m_locale))};
        if (each.breakEvenRequests)
            lines.append(
                tr("Costs as much as Lambda at: %1").arg(formulaText(each.breakEven, m_locale)));
        lines.append(tr("Peak: %1 vCPU of %2, %3 requests at once with %4 of %5")
                         .arg(cpus, has, m_locale.toString(qlonglong(each.concurrency)),
                              formatMebiBytes(each.memory, m_locale),
                              formatMebiBytes(each.instance.memory, m_locale)));
        lines.append(tr("At this traffic: %1 × %2 = %3, Lambda %4")
                         .arg(m_locale.toString(qlonglong(each.instances)),
                              formatMoney(each.month, m_locale),
                              formatMoney(each.fleet(), m_locale), formatMoney(lambda, m_locale)));
        return lines;
    }

    void addMissing(QStringList &remarks) const
    {
        for (const ForecastSide *side : {&m_comparison.x86, &m_comparison.arm}) {
            if (!side->forecast || side->forecast->unpriced.empty())
                continue;
            QStringList names;
            for (const CostItem item : side->forecast->unpriced)
                names.append(costItemText(item));
            remarks.append(tr("%1: the price book has no price for this, so it is not in the "
                              "total: %2.")
                               .arg(architectureName(side->forecast->architecture),
                                    names.join(QStringLiteral(", "))));
        }
    }

    void addProvisioned(QStringList &remarks) const
    {
        for (const ForecastSide *side : {&m_comparison.x86, &m_comparison.arm}) {
            if (side->forecast && side->forecast->utilisation
                && *side->forecast->utilisation > AllParts)
                remarks.append(
                    tr("%1: so many environments cannot serve that share of the requests; they "
                       "would be busy for %2 of the time.")
                        .arg(architectureName(side->forecast->architecture),
                             shareText(*side->forecast->utilisation, m_locale)));
        }
        if (traffic().provisioned.environments > 0)
            remarks.append(tr("Cold starts are counted among the requests on demand only. Init "
                              "phases of provisioned environments are billed too, but how often "
                              "Lambda repeats them is not known: they are not counted."));
    }

    void addAssumptions(QStringList &remarks) const
    {
        if (m_origin.measuredDuration)
            remarks.append(tr("The duration was measured in %1 runs on this computer; processors "
                              "of AWS differ.")
                               .arg(m_locale.toString(qlonglong(m_origin.runs))));
        if (m_origin.measuredColdShare)
            remarks.append(tr("The share of cold starts is that of %1 runs here; on AWS it depends "
                              "on how the traffic is spread.")
                               .arg(m_locale.toString(qlonglong(m_origin.runs))));
        else if (traffic().coldParts > 0)
            remarks.append(tr("The share of cold starts is an assumption."));
        if (m_comparison.arm.forecast)
            remarks.append(tr("Assumed: arm64 takes %1 times as long as x86_64.")
                               .arg(formatDecimal(decimalText(m_comparison.plan.armThousandths, 3),
                                                  m_locale)));
        if (traffic().snapStart.versions > 0)
            remarks.append(
                tr("SnapStart: a cold start bills its restore time instead of init; the "
                   "cache counts 3 hours at least. For Java there is no charge for cache "
                   "and restores."));
        if (traffic().responseBytes > 0)
            remarks.append(tr("A streamed GB is taken for 1,073,741,824 bytes."));
        remarks.append(tr("A month has 730 hours. Amounts are exact and rounded once, for display. "
                          "Data transfer, logs and other services are not counted."));
    }

    void addFreeTier(QStringList &remarks) const
    {
        const FreeTier &free = m_comparison.plan.freeTier;
        if (free == FreeTier{})
            return;
        remarks.append(tr("The free tier is taken off before the first price tier, from the "
                          "handler's time before the init phases; AWS does not say so (at most "
                          "$0.67 of difference)."));
        remarks.append(tr("Both columns get the free tier in full. An account with functions on "
                          "both architectures has it once."));
        if (traffic().provisioned.environments > 0)
            remarks.append(tr("Free requests count for provisioned concurrency too, as in AWS's "
                              "example, although its free tier is said not to apply there; free "
                              "duration does not."));
    }

    void addPrices(QStringList &remarks) const
    {
        bool approximate = false;
        bool firstTierOnly = false;
        for (const ForecastSide *side : {&m_comparison.x86, &m_comparison.arm}) {
            if (!side->forecast)
                continue;
            firstTierOnly = firstTierOnly || !side->prices->laterTiersKnown;
            for (const ForecastLine &line : side->forecast->lines)
                approximate = approximate || line.approximate;
        }
        if (approximate)
            remarks.append(tr("≈: the source of this price is rounded or not confirmed."));
        if (firstTierOnly)
            remarks.append(tr("The price book knows the first price tier of this region only; it "
                              "stands for all."));
    }

    void addInstances(QStringList &remarks) const
    {
        if (m_comparison.instances.empty())
            return;
        remarks.append(
            tr("Instances: break-even at the first price tier without free tier; operating system, "
               "disk, address, load balancer and spare instances are not counted. CPU and memory "
               "are as measured or set, and one process serves one request."));
        if (!m_comparison.plan.cpu)
            remarks.append(tr("The CPU time of a request is taken for its whole duration."));
    }

    const ForecastComparison &m_comparison;
    const ActivePriceBook &m_book;
    const ForecastOrigin &m_origin;
    const QLocale &m_locale;
};

} // namespace

ForecastSheet forecastSheetOf(const ForecastComparison &comparison, const ActivePriceBook &book,
                              const ForecastOrigin &origin, const QDate &today,
                              const QLocale &locale)
{
    const ForecastSheetMaker make(comparison, book, origin, locale);
    return {trafficText(comparison.plan.traffic, locale),
            make.rows(),
            make.thresholds(),
            make.instances(),
            make.instancesIntroduction(),
            make.remarks(),
            make.prices(),
            oldPricesText(book, today)};
}

QString trafficText(const Traffic &traffic, const QLocale &locale)
{
    const double rate = static_cast<double>(traffic.requests) / static_cast<double>(SecondsAMonth);
    QString text
        = QCoreApplication::translate(
              "ForecastSheet", "%1 requests a month (%2 a second), %3 at %4, %5 of them cold")
              .arg(locale.toString(qlonglong(traffic.requests)), rateText(rate, locale),
                   timeText(traffic.duration, locale), formatMebiBytes(traffic.memory, locale),
                   shareText(traffic.coldParts, locale));
    if (traffic.coldParts > 0)
        text += QCoreApplication::translate("ForecastSheet", " with %1 of init")
                    .arg(timeText(traffic.init, locale));
    return text;
}

} // namespace coldframe
