// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/lambda/invocation.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace coldframe {

/// What a page says its language is: "de", and "en" where no language is set.
QString pageLanguage(const QLocale &locale);

/// "succeeded", "timed out".
QString statusWord(InvocationStatus status);

/// When, with which runtime, memory and architecture a run took place.
QString runDescription(const InvocationRecord &record, const QLocale &locale);

/// What one call like it costs, or nothing when the book has no price for it.
std::optional<Money> callCost(const InvocationRecord &record, const PriceBook *prices);

/// Who made the page and when, and how far its figures go.
QString reportFooter(WallTime now, const QLocale &locale);

} // namespace coldframe
