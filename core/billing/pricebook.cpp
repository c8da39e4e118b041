// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/pricebook.h"

#include "core/base/jsontext.h"

#include <QDir>
#include <QFile>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

constexpr qint64 LargestPriceBookBytes = 16 * 1024 * 1024;

/// Reads members and remembers the first one that is missing or of another kind, with its path.
class MemberReader
{
public:
    std::optional<QString> wrongKey;

    QString text(const OrderedJson &object, const char *key, const QString &path)
    {
        const auto member = object.find(key);
        if (member == object.end() || !member->is_string()) {
            note(path, key);
            return {};
        }
        return QString::fromStdString(member->get_ref<const std::string &>());
    }

    std::int64_t count(const OrderedJson &object, const char *key, const QString &path)
    {
        const auto member = object.find(key);
        if (member == object.end() || !member->is_number_unsigned()
            || member->get<std::uint64_t>() > 1'000'000'000'000'000) {
            note(path, key);
            return 0;
        }
        return member->get<std::int64_t>();
    }

    UnitPrice price(const OrderedJson &object, const char *key, const QString &path)
    {
        const Result<UnitPrice> read = UnitPrice::fromText(text(object, key, path));
        if (!read)
            note(path, key);
        return read.value_or(UnitPrice());
    }

    std::optional<UnitPrice> optionalPrice(const OrderedJson &object, const char *key,
                                           const QString &path)
    {
        if (!object.contains(key))
            return std::nullopt;
        return price(object, key, path);
    }

    bool flag(const OrderedJson &object, const char *key, const QString &path)
    {
        const auto member = object.find(key);
        if (member == object.end() || !member->is_boolean()) {
            note(path, key);
            return false;
        }
        return member->get<bool>();
    }

    /// The member of that kind, or an empty one.
    const OrderedJson &container(const OrderedJson &object, const char *key, const QString &path,
                                 OrderedJson::value_t kind)
    {
        const auto member = object.find(key);
        if (member != object.end() && member->type() == kind && !member->empty())
            return *member;
        note(path, key);
        return kind == OrderedJson::value_t::array ? m_noItems : m_noMembers;
    }

    void note(const QString &path, const char *key)
    {
        if (!wrongKey)
            wrongKey = path + QString::fromUtf8(key);
    }

private:
    const OrderedJson m_noMembers = OrderedJson::object();
    const OrderedJson m_noItems = OrderedJson::array();
};

std::vector<DurationTier> tiersOf(const OrderedJson &architecture, const QString &path,
                                  MemberReader &reader)
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
        tiers.push_back(tier);
    }
    return tiers;
}

std::optional<Architecture> architectureOf(const std::string &name)
{
    for (const Architecture architecture : {Architecture::X86_64, Architecture::Arm64}) {
        if (architectureName(architecture).toStdString() == name)
            return architecture;
    }
    return std::nullopt;
}

} // namespace

Result<PriceBook> PriceBook::parse(QByteArrayView text)
{
    const Result<OrderedJson> root = parseJson(text);
    if (!root)
        return tl::make_unexpected(root.error());

    using Kind = OrderedJson::value_t;
    MemberReader reader;
    PriceBook book;
    if (reader.count(*root, "format", {}) != 1)
        reader.note({}, "format");
    if (reader.text(*root, "currency", {}) != QLatin1String("USD"))
        reader.note({}, "currency");
    book.m_date = QDate::fromString(reader.text(*root, "date", {}), Qt::ISODate);
    if (!book.m_date.isValid())
        reader.note({}, "date");
    book.m_source = reader.text(*root, "source", {});
    const OrderedJson &freeTier = reader.container(*root, "freeTier", {}, Kind::object);
    book.m_freeTier = {reader.count(freeTier, "requests", QStringLiteral("freeTier.")),
                       reader.count(freeTier, "gigabyteSeconds", QStringLiteral("freeTier."))};

    for (const auto &[regionName, region] :
         reader.container(*root, "regions", {}, Kind::object).items()) {
        const QString name = QString::fromStdString(regionName);
        const QString path = QStringLiteral("regions.%1.").arg(name);
        for (const auto &[architectureKey, member] :
             reader.container(region, "architectures", path, Kind::object).items()) {
            const QString memberPath = path
                + QStringLiteral("architectures.%1.").arg(QString::fromStdString(architectureKey));
            const std::optional<Architecture> architecture = architectureOf(architectureKey);
            if (!architecture) {
                reader.note(memberPath, "");
                continue;
            }
            Prices prices;
            prices.region = name;
            prices.architecture = *architecture;
            prices.source = reader.text(region, "source", path);
            prices.request = reader.price(region, "request", path);
            prices.ephemeralStorage = reader.optionalPrice(region, "ephemeralStorage", path);
            prices.duration = tiersOf(member, memberPath, reader);
            prices.laterTiersKnown = reader.flag(member, "laterTiersKnown", memberPath);
            prices.provisionedConcurrency
                = reader.optionalPrice(member, "provisionedConcurrency", memberPath);
            prices.provisionedDuration
                = reader.optionalPrice(member, "provisionedDuration", memberPath);
            book.m_prices.emplace(std::pair(name, *architecture), std::move(prices));
        }
    }
    if (reader.wrongKey)
        return failure(Error::Code::InvalidPriceBook, *reader.wrongKey);
    return book;
}

Result<PriceBook> PriceBook::load(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Code::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable, path + QStringLiteral(": ") + file.errorString());
    return parse(file.read(LargestPriceBookBytes));
}

Result<PriceBook> PriceBook::loadNewest(const QString &directory)
{
    const QStringList names = QDir(directory).entryList({QStringLiteral("aws-*.json")},
                                                        QDir::Files, QDir::Name);
    if (names.isEmpty())
        return failure(Error::Code::NotFound, directory);
    return load(directory + u'/' + names.last());
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
