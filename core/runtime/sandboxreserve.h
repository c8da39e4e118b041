// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/sandbox.h"

#include <memory>

namespace coldframe {

/// Keeps one sandbox ready for the next cold start, as Lambda keeps its own: setting one up takes
/// some 10 ms, belongs to no function and is not billed. To be used in one thread.
class SandboxReserve
{
public:
    explicit SandboxReserve(const Clock &clock);
    ~SandboxReserve();

    /// Begins to set one up, in the place of one with another plan. What goes wrong is told when a
    /// sandbox is really wanted.
    void prepare(const SandboxPlan &plan);

    /// The sandbox of this plan, perhaps still being set up; nullptr when there is none, or when a
    /// folder that it shows was put away and made anew.
    std::unique_ptr<Sandbox> take(const SandboxPlan &plan);

    void clear();

private:
    struct Spare;

    const Clock &m_clock;
    std::unique_ptr<Spare> m_spare;
};

} // namespace coldframe
