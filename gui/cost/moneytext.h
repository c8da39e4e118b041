// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/money.h"

#include <QLocale>
#include <QString>

namespace coldframe {

/// Rounded to cents: "$52,400.10"; "< $0.01" for what is less but not nothing.
QString moneyText(Money amount, const QLocale &locale = QLocale());

/// With every digit: "$0.0000000958335".
QString exactMoneyText(Money amount, const QLocale &locale = QLocale());

/// "$0.0000166667".
QString priceText(UnitPrice price, const QLocale &locale = QLocale());

} // namespace coldframe
