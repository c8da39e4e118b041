// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/instances.h"
#include "core/billing/pricebook.h"

#include <QDate>

namespace coldframe {

/// Prices older than this are called old.
inline constexpr int PricesStayFreshDays = 90;

/// Whether prices of that date are old at a day. An invalid date says nothing.
bool isOld(const QDate &prices, const QDate &today);

/// The prices that count: the user's own book where there is one, whole, else the newest one that
/// Coldframe brings.
struct ActivePriceBook
{
    PriceBook book;
    bool isUsers = false;
    QString path; ///< of the file
    InstanceBook instances; ///< empty when its file can't be read
};

/// Where the user's own book lies: pricing.json in the folder of Coldframe's settings.
QString usersPriceBookPath(const QString &configDirectory);

/// What PriceBook::load() says; of the user's own book with its path as a part of the detail. An
/// empty configDirectory means that there is no user's book.
Result<ActivePriceBook> loadActivePriceBook(const QString &dataDirectory,
                                            const QString &configDirectory);

/// The text of the book in force, for editing.
Result<QByteArray> activePriceBookText(const QString &dataDirectory,
                                       const QString &configDirectory);

/// Keeps a text as the user's own book; what PriceBook::parse() says when it is none, Unwritable.
Result<void> storeUsersPriceBook(const QString &configDirectory, const QByteArray &text);

/// From now on Coldframe's own prices count. Unwritable when the file can't be removed.
Result<void> removeUsersPriceBook(const QString &configDirectory);

} // namespace coldframe
