// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/billing/money.h"
#include "core/lambda/functionconfig.h"

#include <QByteArrayView>
#include <QDate>

#include <map>
#include <vector>

namespace coldframe {

/// A computer that is paid by the hour (contract/billing.md, section 7).
struct Instance
{
    QString name; ///< "t3.medium"
    Architecture architecture = Architecture::X86_64;
    UnitPrice hourly;
    std::int64_t milliCpus = 1000; ///< vCPUs in thousandths
    MebiBytes memory;
    bool burstable = false; ///< has its vCPUs in full for a time only
    bool approximate = false; ///< the source of its price rounds or doubts it

    bool operator==(const Instance &) const = default;
};

/// A data file of on-demand prices of instances, with its date and source.
class InstanceBook
{
public:
    /// InvalidJson with a position, or InvalidPriceBook naming the key.
    static Result<InstanceBook> parse(QByteArrayView text);

    /// The file with the highest date in its name, "instances-<yyyy-mm-dd>.json"; NotFound without
    /// any, Unreadable, or what parse() says.
    static Result<InstanceBook> loadNewest(const QString &directory);

    QDate date() const { return m_date; }
    QString source() const { return m_source; }

    /// As in the file; empty for a region that it leaves out.
    std::vector<Instance> instances(const QString &region) const;

private:
    QDate m_date;
    QString m_source;
    std::map<QString, std::vector<Instance>> m_instances;
};

} // namespace coldframe
