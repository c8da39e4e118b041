// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/forecastcomparison.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

std::string textOf(const QString &text)
{
    return text.toStdString();
}

double asMilliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double partsOf(std::int64_t parts)
{
    return static_cast<double>(parts) / static_cast<double>(AllParts);
}

QLatin1String plainSign(FormulaSign sign)
{
    switch (sign) {
    case FormulaSign::Plus:
        return QLatin1String(" + ");
    case FormulaSign::Minus:
        return QLatin1String(" - ");
    case FormulaSign::Times:
        return QLatin1String(" * ");
    case FormulaSign::DividedBy:
        return QLatin1String(" / ");
    case FormulaSign::Equals:
        return QLatin1String(" = ");
    case FormulaSign::IsAbout:
        return QLatin1String(" ~ ");
    case FormulaSign::Open:
        return QLatin1String("(");
    case FormulaSign::Close:
    case FormulaSign::CloseRoundUp:
        return QLatin1String(")");
    case FormulaSign::OpenRoundUp:
        return QLatin1String("ceil(");
    }
    return {};
}

OrderedJson lineToJson(const ForecastLine &line)
{
    OrderedJson formulas = OrderedJson::array();
    for (const FormulaStep &step : line.steps)
        formulas.push_back(textOf(plainFormula(step.formula)));
    OrderedJson json{{"item", textOf(costItemName(line.item))}};
    if (line.item == CostItem::Duration || line.item == CostItem::Init)
        json["tier"] = line.tier;
    json["price"] = textOf(line.price.exactText());
    json["approximate"] = line.approximate;
    json["cost"] = textOf(line.cost.exactText());
    json["formulas"] = std::move(formulas);
    return json;
}

OrderedJson sideToJson(const ForecastSide &side)
{
    if (!side.forecast)
        return nullptr;
    const Forecast &forecast = *side.forecast;
    OrderedJson lines = OrderedJson::array();
    for (const ForecastLine &line : forecast.lines)
        lines.push_back(lineToJson(line));
    OrderedJson unpriced = OrderedJson::array();
    for (const CostItem item : forecast.unpriced)
        unpriced.push_back(textOf(costItemName(item)));
    OrderedJson json{{"total", textOf(forecast.total().exactText())},
                     {"lines", std::move(lines)},
                     {"withoutPrice", std::move(unpriced)},
                     {"onDemandRequests", forecast.onDemandRequests},
                     {"coldStarts", forecast.coldStarts},
                     {"billedDurationMs", asMilliseconds(forecast.handlerEach)},
                     {"billedInitMs", asMilliseconds(forecast.initEach)},
                     {"source", textOf(side.prices->source)}};
    if (forecast.utilisation) {
        json["provisionedRequests"] = forecast.provisionedRequests;
        json["provisionedUtilisation"] = partsOf(*forecast.utilisation);
    }
    OrderedJson breakEvens = OrderedJson::array();
    for (const ProvisionedBreakEven &each : side.provisioned)
        breakEvens.push_back(
            {{"tier", each.tier},
             {"utilisation",
              each.utilisation ? OrderedJson(partsOf(*each.utilisation)) : OrderedJson(nullptr)},
             {"pays", each.pays()},
             {"formula", textOf(plainFormula(each.formula))}});
    json["provisionedBreakEvens"] = std::move(breakEvens);
    return json;
}

OrderedJson instanceToJson(const InstanceComparison &comparison)
{
    const double month = static_cast<double>(std::chrono::seconds(OneMonth).count());
    OrderedJson json{
        {"name", textOf(comparison.instance.name)},
        {"architecture", textOf(architectureName(comparison.instance.architecture))},
        {"hourly", textOf(comparison.instance.hourly.exactText())},
        {"approximate", comparison.instance.approximate},
        {"month", textOf(comparison.month.exactText())},
        {"breakEvenRequestsPerMonth", nullptr},
        {"breakEvenRequestsPerSecond", nullptr},
        {"peakVcpus", static_cast<double>(comparison.milliCpus) / 1000},
        {"peakConcurrency", comparison.concurrency},
        {"peakMemoryMB", comparison.memory.value},
        {"servesPeak", comparison.servesPeak()},
        {"instancesForPeak", comparison.instances},
        {"monthForPeak", textOf(comparison.fleet().exactText())},
    };
    if (comparison.breakEvenRequests) {
        json["breakEvenRequestsPerMonth"] = *comparison.breakEvenRequests;
        json["breakEvenRequestsPerSecond"]
            = static_cast<double>(*comparison.breakEvenRequests) / month;
    }
    return json;
}

OrderedJson trafficToJson(const ForecastPlan &plan)
{
    const Traffic &traffic = plan.traffic;
    return {
        {"requestsPerMonth", traffic.requests},
        {"coldShare", partsOf(traffic.coldParts)},
        {"durationMs", asMilliseconds(traffic.duration)},
        {"durationIsAverageOfBilled", traffic.meaning == DurationMeaning::AverageBilled},
        {"initMs", asMilliseconds(traffic.init)},
        {"memorySizeMB", traffic.memory.value},
        {"ephemeralStorageMB", traffic.ephemeralStorage.value},
        {"arm64Factor", static_cast<double>(plan.armThousandths) / 1000},
        {"freeTier",
         {{"requests", plan.freeTier.requests},
          {"gigabyteSeconds", plan.freeTier.gigabyteSeconds},
          {"streamedGigabytes", plan.freeTier.streamedGigabytes}}},
    };
}

} // namespace

QString costItemName(CostItem item)
{
    switch (item) {
    case CostItem::Requests:
        return QStringLiteral("requests");
    case CostItem::PayloadRequests:
        return QStringLiteral("payloadRequests");
    case CostItem::Duration:
        return QStringLiteral("duration");
    case CostItem::Init:
        return QStringLiteral("init");
    case CostItem::EphemeralStorage:
        return QStringLiteral("storage");
    case CostItem::ProvisionedConcurrency:
        return QStringLiteral("provisionedConcurrency");
    case CostItem::ProvisionedDuration:
        return QStringLiteral("provisionedDuration");
    case CostItem::SnapStartCache:
        return QStringLiteral("snapStartCache");
    case CostItem::SnapStartRestore:
        return QStringLiteral("snapStartRestore");
    case CostItem::Streaming:
        return QStringLiteral("streaming");
    case CostItem::TenantIsolation:
        return QStringLiteral("tenantIsolation");
    }
    return {};
}

QString plainFormula(const CostFormula &formula)
{
    QString text;
    for (const CostFormula::Token &token : formula.tokens()) {
        if (const auto *sign = std::get_if<FormulaSign>(&token)) {
            text += plainSign(*sign);
            continue;
        }
        const auto &figure = std::get<FormulaFigure>(token);
        text += figure.digits;
        if (figure.unit == FormulaUnit::Percent)
            text += u'%';
    }
    return text;
}

OrderedJson forecastToJson(const ForecastComparison &comparison, const ActivePriceBook &book)
{
    OrderedJson instances = OrderedJson::array();
    for (const InstanceComparison &each : comparison.instances)
        instances.push_back(instanceToJson(each));
    OrderedJson json{
        {"currency", "USD"},
        {"region", textOf(comparison.plan.region)},
        {"priceBook",
         {{"date", textOf(book.book.date().toString(Qt::ISODate))},
          {"source", textOf(book.book.source())},
          {"users", book.isUsers}}},
        {"traffic", trafficToJson(comparison.plan)},
        {"x86_64", sideToJson(comparison.x86)},
        {"arm64", sideToJson(comparison.arm)},
    };
    if (comparison.slowestPayingArm)
        json["arm64PaysBelowFactor"] = partsOf(*comparison.slowestPayingArm);
    json["peak"]
        = {{"requestsPerSecond", static_cast<double>(comparison.peak.milliRequests) / 1000},
           {"cpuMs", asMilliseconds(comparison.peak.cpu)},
           {"memoryMB", comparison.peak.memory.value}};
    json["instances"] = std::move(instances);
    return json;
}

} // namespace coldframe
