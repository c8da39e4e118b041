// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coldframe {

/// What Lambda bills for, each a line of its own in an estimate (contract/billing.md, section 1).
enum class CostItem {
    Requests,
    PayloadRequests, ///< each started 64 KB of an asynchronous event above 256 KB
    Duration,
    Init, ///< the billed part of cold starts
    EphemeralStorage, ///< above 512 MB
    ProvisionedConcurrency,
    ProvisionedDuration,
    SnapStartCache, ///< memory of each version as long as it is active
    SnapStartRestore, ///< memory of each environment that is restored
    Streaming, ///< bytes of a response above 6 MB
    TenantIsolation, ///< memory of each environment that is made for a tenant
};

} // namespace coldframe
