// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/pricebook.h"

#include "core/base/jsontext.h"
#include "core/billing/bookreader.h"

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

std::vector<DurationTier> tiersOf(const OrderedJson &architecture, const QString &path,
                                  BookReader &reader)
{
    std::vector<DurationTier> tiers;
    const OrderedJson &items
        = reader.container(architecture, "duration", path, OrderedJson::value_t::array);
    for (const OrderedJson &item : items) {
        const bool isLast = tiers.size() + 1 == items.size();
        const QString itemPath = path + QStringLiteral("duration[%1].").arg(tiers.size());
        DurationTier tier;
        tier.price = reader.price(item, "price", itemPath);
        if (isLast == item.contains("gigabyteSeconds"))
            reader.note(itemPath, "gigabyteSeconds");
        if (!isLast)
            tier.gigabyteSeconds = reader.count(item, "gigabyteSeconds", itemPath);
        reader.checkKeys(item, {"gigabyteSeconds", "price"}, itemPath);
        tiers.push_back(tier);
    }
    return tiers;
}

struct ItemKey
{
    const char *key;
    CostItem item;
};

/// How a book names what its source rounds or doubts.
constexpr std::array ItemKeys{
    ItemKey{"request", CostItem::Requests},
    ItemKey{"duration", CostItem::Duration},
    ItemKey{"ephemeralStorage", CostItem::EphemeralStorage},
    ItemKey{"provisionedConcurrency", CostItem::ProvisionedConcurrency},
    ItemKey{"provisionedDuration", CostItem::ProvisionedDuration},
    ItemKey{"snapStartCache", CostItem::SnapStartCache},
    ItemKey{"snapStartRestore", CostItem::SnapStartRestore},
    ItemKey{"streaming", CostItem::Streaming},
    ItemKey{"tenantIsolation", CostItem::TenantIsolation},
};

void readApproximate(const OrderedJson &object, const QString &path, std::set<CostItem> &items,
                     BookReader &reader)
{
    if (!object.contains("approximate"))
        return;
    for (const OrderedJson &each :
         reader.container(object, "approximate", path, OrderedJson::value_t::array)) {
        const auto found = std::find_if(ItemKeys.begin(), ItemKeys.end(), [&](const ItemKey &key) {
            return each.is_string() && each.get_ref<const std::string &>() == key.key;
        });
        if (found == ItemKeys.end())
            reader.note(path, "approximate");
        else
            items.insert(found->item);
    }
}

/// What a region states once for both architectures.
Prices regionPrices(const OrderedJson &region, const QString &path, BookReader &reader)
{
    reader.checkKeys(region,
                     {"source", "request", "ephemeralStorage", "streaming", "tenantIsolation",
                      "approximate", "architectures"},
                     path);
    Prices prices;
    prices.source = reader.text(region, "source", path);
    prices.request = reader.optionalPrice(region, "request", path);
    prices.ephemeralStorage = reader.optionalPrice(region, "ephemeralStorage", path);
    prices.streaming = reader.optionalPrice(region, "streaming", path);
    prices.tenantIsolation = reader.optionalPrice(region, "tenantIsolation", path);
    readApproximate(region, path, prices.approximate, reader);
    return prices;
}

void readArchitecture(const OrderedJson &member, const QString &path, Prices &prices,
                      BookReader &reader)
{
    prices.duration = tiersOf(member, path, reader);
    prices.laterTiersKnown = reader.flag(member, "laterTiersKnown", path);
    prices.provisionedConcurrency = reader.optionalPrice(member, "provisionedConcurrency", path);
    prices.provisionedDuration = reader.optionalPrice(member, "provisionedDuration", path);
    prices.snapStartCache = reader.optionalPrice(member, "snapStartCache", path);
    prices.snapStartRestore = reader.optionalPrice(member, "snapStartRestore", path);
    readApproximate(member, path, prices.approximate, reader);
    reader.checkKeys(member,
                     {"duration", "laterTiersKnown", "provisionedConcurrency",
                      "provisionedDuration", "snapStartCache", "snapStartRestore", "approximate"},
                     path);
}

FreeTier freeTierOf(const OrderedJson &root, BookReader &reader)
{
    const QString path = QStringLiteral("freeTier.");
    const OrderedJson &member
        = reader.container(root, "freeTier", {}, OrderedJson::value_t::object);
    FreeTier freeTier;
    freeTier.requests = reader.count(member, "requests", path);
    freeTier.gigabyteSeconds = reader.count(member, "gigabyteSeconds", path);
    freeTier.streamedGigabytes = reader.optionalCount(member, "streamedGigabytes", path);
    reader.checkKeys(member, {"requests", "gigabyteSeconds", "streamedGigabytes"}, path);
    return freeTier;
}

} // namespace

std::optional<UnitPrice> priceOf(const Prices &prices, CostItem item)
{
    switch (item) {
    case CostItem::Requests:
    case CostItem::PayloadRequests:
        return prices.request;
    case CostItem::Duration:
    case CostItem::Init:
        return prices.duration.empty() ? std::nullopt
                                       : std::optional(prices.duration.front().price);
    case CostItem::EphemeralStorage:
        return prices.ephemeralStorage;
    case CostItem::ProvisionedConcurrency:
        return prices.provisionedConcurrency;
    case CostItem::ProvisionedDuration:
        return prices.provisionedDuration;
    case CostItem::SnapStartCache:
        return prices.snapStartCache;
    case CostItem::SnapStartRestore:
        return prices.snapStartRestore;
    case CostItem::Streaming:
        return prices.streaming;
    case CostItem::TenantIsolation:
        return prices.tenantIsolation;
    }
    return std::nullopt;
}

bool isApproximate(const Prices &prices, CostItem item)
{
    if (item == CostItem::PayloadRequests)
        item = CostItem::Requests;
    if (item == CostItem::Init)
        item = CostItem::Duration;
    return prices.approximate.contains(item);
}

Result<PriceBook> PriceBook::parse(QByteArrayView text)
{
    const Result<OrderedJson> root = parseJson(text);
    if (!root)
        return tl::make_unexpected(root.error());

    using Kind = OrderedJson::value_t;
    BookReader reader;
    PriceBook book;
    if (reader.count(*root, "format", {}) != 1)
        reader.note({}, "format");
    if (reader.text(*root, "currency", {}) != QLatin1String("USD"))
        reader.note({}, "currency");
    book.m_date = QDate::fromString(reader.text(*root, "date", {}), Qt::ISODate);
    if (!book.m_date.isValid())
        reader.note({}, "date");
    book.m_source = reader.text(*root, "source", {});
    book.m_freeTier = freeTierOf(*root, reader);

    for (const auto &[regionName, region] :
         reader.container(*root, "regions", {}, Kind::object).items()) {
        const QString name = QString::fromStdString(regionName);
        const QString path = QStringLiteral("regions.%1.").arg(name);
        const Prices shared = regionPrices(region, path, reader);
        for (const auto &[architectureKey, member] :
             reader.container(region, "architectures", path, Kind::object).items()) {
            const QString memberPath = path
                + QStringLiteral("architectures.%1.").arg(QString::fromStdString(architectureKey));
            const std::optional<Architecture> architecture = architectureNamed(architectureKey);
            if (!architecture) {
                reader.note(memberPath, "");
                continue;
            }
            Prices prices = shared;
            prices.region = name;
            prices.architecture = *architecture;
            readArchitecture(member, memberPath, prices, reader);
            book.m_prices.emplace(std::pair(name, *architecture), std::move(prices));
        }
    }
    reader.checkKeys(*root, {"format", "date", "currency", "source", "freeTier", "regions"}, {});
    if (reader.wrongKey)
        return failure(Error::Code::InvalidPriceBook, *reader.wrongKey);
    return book;
}

Result<PriceBook> PriceBook::load(const QString &path)
{
    return readBookFile(path).and_then([](const QByteArray &text) { return parse(text); });
}

Result<PriceBook> PriceBook::loadNewest(const QString &directory)
{
    return newestBookFile(directory, QStringLiteral("aws-*.json")).and_then(&PriceBook::load);
}

QStringList PriceBook::regions() const
{
    QStringList names;
    for (const auto &[key, prices] : m_prices) {
        if (!names.contains(key.first))
            names.append(key.first);
    }
    return names;
}

Result<Prices> PriceBook::prices(const QString &region, Architecture architecture) const
{
    const auto found = m_prices.find({region, architecture});
    if (found == m_prices.end())
        return failure(Error::Code::NotFound, region);
    return found->second;
}

} // namespace coldframe
