// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace coldframe {

/// What the REPORT line says about one invocation (logs, section 2).
struct Report
{
    QString requestId;
    std::chrono::microseconds duration{};
    std::chrono::milliseconds billedDuration{};
    MebiBytes memorySize;
    MebiBytes maxMemoryUsed;
    std::optional<std::chrono::microseconds> initDuration; ///< set on a cold start only
    std::optional<std::chrono::microseconds> restoreDuration; ///< SnapStart, restored only
    std::optional<std::chrono::milliseconds> billedRestoreDuration; ///< likewise
    QString status; ///< "error" or "timeout"; empty on success
    QString errorType; ///< empty on success

    bool operator==(const Report &) const = default;
};

/// The REPORT line with its trailing tab and without a newline.
QByteArray formatReport(const Report &report);

/// Reads a REPORT line as Lambda writes it, its fields in any order; MalformedLine names the
/// missing field. Fields that are not known are passed over.
Result<Report> parseReport(QByteArrayView line);

} // namespace coldframe
