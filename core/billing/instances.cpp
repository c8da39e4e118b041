// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/instances.h"

#include "core/billing/bookreader.h"
#include "core/billing/traffic.h"

namespace coldframe {

namespace {

constexpr std::int64_t MostMilliCpus = 1'000'000;

Instance readInstance(const OrderedJson &member, const QString &path, BookReader &reader)
{
    Instance instance;
    instance.name = reader.text(member, "name", path);
    const auto architecture
        = architectureNamed(reader.text(member, "architecture", path).toStdString());
    if (!architecture)
        reader.note(path, "architecture");
    instance.architecture = architecture.value_or(Architecture::X86_64);
    instance.hourly = reader.price(member, "hourly", path);
    instance.milliCpus = reader.count(member, "vcpus", path) * 1000;
    if (instance.milliCpus < 1 || instance.milliCpus > MostMilliCpus)
        reader.note(path, "vcpus");
    instance.memory = MebiBytes{reader.count(member, "memoryMB", path)};
    if (instance.memory.value < 1)
        reader.note(path, "memoryMB");
    instance.burstable = reader.optionalFlag(member, "burstable", path);
    instance.approximate = reader.optionalFlag(member, "approximate", path);
    reader.checkKeys(
        member, {"name", "architecture", "hourly", "vcpus", "memoryMB", "burstable", "approximate"},
        path);
    return instance;
}

} // namespace

Result<InstanceBook> InstanceBook::parse(QByteArrayView text)
{
    const Result<OrderedJson> root = parseJson(text);
    if (!root)
        return tl::make_unexpected(root.error());
    using Kind = OrderedJson::value_t;
    BookReader reader;
    InstanceBook book;
    if (reader.count(*root, "format", {}) != 1)
        reader.note({}, "format");
    if (reader.text(*root, "currency", {}) != QLatin1String("USD"))
        reader.note({}, "currency");
    if (reader.count(*root, "hoursPerMonth", {}) != OneMonth.count())
        reader.note({}, "hoursPerMonth");
    book.m_date = QDate::fromString(reader.text(*root, "date", {}), Qt::ISODate);
    if (!book.m_date.isValid())
        reader.note({}, "date");
    book.m_source = reader.text(*root, "source", {});
    const OrderedJson &regions = reader.container(*root, "regions", {}, Kind::object);
    for (const auto &[region, unused] : regions.items()) {
        const QString name = QString::fromStdString(region);
        std::vector<Instance> instances;
        for (const OrderedJson &member :
             reader.container(regions, region.c_str(), QStringLiteral("regions."), Kind::array)) {
            const QString path = QStringLiteral("regions.%1[%2].").arg(name).arg(instances.size());
            instances.push_back(readInstance(member, path, reader));
        }
        book.m_instances.emplace(name, std::move(instances));
    }
    reader.checkKeys(*root, {"format", "date", "currency", "hoursPerMonth", "source", "regions"},
                     {});
    if (reader.wrongKey)
        return failure(Error::Code::InvalidPriceBook, *reader.wrongKey);
    return book;
}

Result<InstanceBook> InstanceBook::loadNewest(const QString &directory)
{
    return newestBookFile(directory, QStringLiteral("instances-*.json"))
        .and_then(&readBookFile)
        .and_then([](const QByteArray &text) { return parse(text); });
}

std::vector<Instance> InstanceBook::instances(const QString &region) const
{
    const auto found = m_instances.find(region);
    return found == m_instances.end() ? std::vector<Instance>() : found->second;
}

} // namespace coldframe
