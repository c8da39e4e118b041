// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/activepricebook.h"

#include "core/billing/bookreader.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace coldframe {

namespace {

QString pricingDirectory(const QString &dataDirectory)
{
    return dataDirectory + QStringLiteral("/resources/pricing");
}

bool hasUsersBook(const QString &configDirectory)
{
    return !configDirectory.isEmpty() && QFile::exists(usersPriceBookPath(configDirectory));
}

Result<QString> activePath(const QString &dataDirectory, const QString &configDirectory)
{
    if (hasUsersBook(configDirectory))
        return usersPriceBookPath(configDirectory);
    return newestBookFile(pricingDirectory(dataDirectory), QStringLiteral("aws-*.json"));
}

} // namespace

bool isOld(const QDate &prices, const QDate &today)
{
    return prices.isValid() && today.isValid() && prices.daysTo(today) > PricesStayFreshDays;
}

QString usersPriceBookPath(const QString &configDirectory)
{
    return configDirectory + QStringLiteral("/pricing.json");
}

Result<ActivePriceBook> loadActivePriceBook(const QString &dataDirectory,
                                            const QString &configDirectory)
{
    const Result<QString> path = activePath(dataDirectory, configDirectory);
    if (!path)
        return tl::make_unexpected(path.error());
    ActivePriceBook active;
    active.path = *path;
    active.isUsers = hasUsersBook(configDirectory);
    Result<PriceBook> book = PriceBook::load(*path);
    if (!book) {
        Error error = book.error();
        if (active.isUsers && !error.detail.contains(*path))
            error.detail = QStringLiteral("%1: %2").arg(*path, error.detail);
        return tl::make_unexpected(error);
    }
    active.book = std::move(*book);
    if (const Result<InstanceBook> instances
        = InstanceBook::loadNewest(pricingDirectory(dataDirectory)))
        active.instances = *instances;
    return active;
}

Result<QByteArray> activePriceBookText(const QString &dataDirectory, const QString &configDirectory)
{
    return activePath(dataDirectory, configDirectory).and_then(&readBookFile);
}

Result<void> storeUsersPriceBook(const QString &configDirectory, const QByteArray &text)
{
    if (const Result<PriceBook> book = PriceBook::parse(text); !book)
        return tl::make_unexpected(book.error());
    const QString path = usersPriceBookPath(configDirectory);
    QSaveFile file(path);
    if (!QDir().mkpath(configDirectory) || !file.open(QIODevice::WriteOnly)
        || file.write(text) != text.size() || !file.commit())
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

Result<void> removeUsersPriceBook(const QString &configDirectory)
{
    QFile file(usersPriceBookPath(configDirectory));
    if (!file.exists() || file.remove())
        return {};
    return failure(Error::Code::Unwritable,
                   QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
}

} // namespace coldframe
