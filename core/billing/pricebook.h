// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/costitem.h"
#include "core/billing/money.h"
#include "core/lambda/functionconfig.h"

#include <QByteArrayView>
#include <QDate>
#include <QStringList>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace coldframe {

/// What the always-free allowance takes off a month, both architectures together.
struct FreeTier
{
    std::int64_t requests = 0;
    std::int64_t gigabyteSeconds = 0;
    std::int64_t streamedGigabytes = 0;

    bool operator==(const FreeTier &) const = default;
};

/// One step of the duration price of a month; the last one has no end.
struct DurationTier
{
    std::optional<std::int64_t> gigabyteSeconds; ///< the tier's own width
    UnitPrice price;

    bool operator==(const DurationTier &) const = default;
};

/// The prices of one region and architecture. What the book does not state is not set.
struct Prices
{
    QString region;
    Architecture architecture = Architecture::X86_64;
    QString source; ///< where and when these prices were read
    std::optional<UnitPrice> request;
    std::vector<DurationTier> duration; ///< one at least
    bool laterTiersKnown = false; ///< false: the first tier's price stands for all
    std::optional<UnitPrice> ephemeralStorage; ///< each GB-second above 512 MB
    std::optional<UnitPrice> provisionedConcurrency; ///< each configured GB-second
    std::optional<UnitPrice> provisionedDuration;
    std::optional<UnitPrice> snapStartCache; ///< each GB-second
    std::optional<UnitPrice> snapStartRestore; ///< each GB
    std::optional<UnitPrice> streaming; ///< each GB above 6 MB of a response
    std::optional<UnitPrice> tenantIsolation; ///< each GB of a new environment
    std::set<CostItem> approximate; ///< whose price the source rounds or doubts

    bool operator==(const Prices &) const = default;
};

/// The price that an item is billed at; of the duration tiers the first one. Not set when the book
/// has none.
std::optional<UnitPrice> priceOf(const Prices &prices, CostItem item);

/// Whether the source rounds or doubts the price of an item.
bool isApproximate(const Prices &prices, CostItem item);

/// A data file of Lambda's list prices in US dollars, with its date and source. Prices in it are
/// texts, so that no digit passes through a floating point number (contract/billing.md, section 3).
class PriceBook
{
public:
    /// InvalidJson with a position, or InvalidPriceBook naming the key: one that is missing, of
    /// another kind or not known, so that a misspelt price is not taken for none.
    static Result<PriceBook> parse(QByteArrayView text);

    /// NotFound or Unreadable besides what parse() says.
    static Result<PriceBook> load(const QString &path);

    /// The file with the highest date in its name, "aws-<yyyy-mm-dd>.json"; NotFound without any.
    static Result<PriceBook> loadNewest(const QString &directory);

    QDate date() const { return m_date; }
    QString source() const { return m_source; }
    FreeTier freeTier() const { return m_freeTier; }

    /// The regions that this book has prices for, sorted.
    QStringList regions() const;

    /// NotFound, with the region as detail, when the book has no price for it: never a guess.
    Result<Prices> prices(const QString &region, Architecture architecture) const;

private:
    QDate m_date;
    QString m_source;
    FreeTier m_freeTier;
    std::map<std::pair<QString, Architecture>, Prices> m_prices;
};

} // namespace coldframe
