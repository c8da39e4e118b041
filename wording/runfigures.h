// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/billing/money.h"
#include "core/lambda/invocation.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <vector>

namespace coldframe {

enum class RunFigureKind { Duration, BilledDuration, Init, MaxMemoryUsed, Cost };

/// A figure of one invocation, as every guest shows it.
struct RunFigure
{
    RunFigureKind kind = RunFigureKind::Duration;
    QString name;
    QString value;
    QString explanation; ///< how it was measured, or why it is what it is; may be empty

    bool operator==(const RunFigure &) const = default;
};

QString runFigureName(RunFigureKind kind);

/// The figures in the order of their kinds; without a price none of the cost. With SnapStart the
/// restore stands in place of the init phase.
std::vector<RunFigure> runFigures(const InvocationRecord &record, const std::optional<Money> &cost,
                                  const QLocale &locale = QLocale());

} // namespace coldframe
