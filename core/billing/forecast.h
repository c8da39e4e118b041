// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/costformula.h"
#include "core/billing/costitem.h"
#include "core/billing/pricebook.h"
#include "core/billing/traffic.h"

#include <optional>
#include <vector>

namespace coldframe {

/// One line of a month's bill with the steps that lead to it.
struct ForecastLine
{
    CostItem item = CostItem::Requests;
    int tier = 1; ///< of the duration price, counted from 1
    UnitPrice price;
    Money cost;
    std::vector<FormulaStep> steps; ///< the last one ends with the cost
    bool approximate = false; ///< the source of its price rounds or doubts it

    bool operator==(const ForecastLine &) const = default;
};

/// What a month would cost in one region on one architecture. Nothing in it is rounded but counts
/// of requests, which are whole.
struct Forecast
{
    Architecture architecture = Architecture::X86_64;
    std::vector<ForecastLine> lines;
    std::vector<CostItem> unpriced; ///< used, but the book has no price: not in the total

    std::int64_t provisionedRequests = 0;
    std::int64_t onDemandRequests = 0;
    std::int64_t coldStarts = 0;
    std::chrono::microseconds handlerEach{}; ///< billed, of one warm request
    std::chrono::microseconds initEach{}; ///< what a cold start adds to it
    /// Of AllParts: how much of the provisioned time the requests served by it take; above AllParts
    /// it cannot serve them. Not set without provisioned concurrency.
    std::optional<std::int64_t> utilisation;

    Money total() const;
    Money totalOf(CostItem item) const;

    bool operator==(const Forecast &) const = default;
};

/// A month's bill (cost-and-tuning, D.2). Init is a line of its own, counted behind the handler's
/// time: the free tier and the first price tier go to the latter first. freeTier is what is left
/// of it, {} for nothing; it is taken off before the first tier and never off provisioned duration.
Forecast forecastOf(const Prices &prices, const Traffic &traffic, const FreeTier &freeTier);

/// Requests that one asynchronous event counts as (contract/billing.md, section 6).
std::int64_t requestsOfPayload(std::int64_t bytes);

} // namespace coldframe
