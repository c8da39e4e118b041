// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/phase.h"

#include <cstddef>
#include <span>
#include <vector>

namespace coldframe {

/// What a cold start would save if some imports happened only when they are needed. Modelled, and
/// an upper bound: a trace tells who imported a module first, so what lies below these imports is
/// counted as saved although another module may import it later; and what an invocation then needs
/// after all, it pays itself.
struct LazySaving
{
    std::chrono::nanoseconds time{}; ///< of the init phase
    std::vector<std::size_t> modules; ///< that would not be loaded, by index, ascending

    bool operator==(const LazySaving &) const = default;
};

/// The imports must be in the order of InvocationRecord::imports. Indexes that do not exist are
/// left out, and so is the handler's own module, which can't be lazy. An import that lies below
/// another one of the list counts once.
LazySaving whatIfLazy(std::span<const ImportSpan> imports, std::span<const std::size_t> lazy);

/// The same for one import.
LazySaving whatIfLazy(std::span<const ImportSpan> imports, std::size_t lazy);

} // namespace coldframe
