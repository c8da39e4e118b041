// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/lazyimport.h"

namespace coldframe {

namespace {

/// Behind the last import that lies below this one.
std::size_t endOfSubtree(std::span<const ImportSpan> imports, std::size_t root)
{
    std::size_t end = root + 1;
    while (end < imports.size() && imports[end].depth > imports[root].depth)
        ++end;
    return end;
}

} // namespace

LazySaving whatIfLazy(std::span<const ImportSpan> imports, std::span<const std::size_t> lazy)
{
    std::vector<bool> isLazy(imports.size());
    for (const std::size_t index : lazy) {
        if (index < imports.size() && imports[index].depth > 0)
            isLazy[index] = true;
    }
    LazySaving saving;
    for (std::size_t i = 0; i < imports.size();) {
        if (!isLazy[i]) {
            ++i;
            continue;
        }
        saving.time += imports[i].duration;
        for (const std::size_t end = endOfSubtree(imports, i); i < end; ++i)
            saving.modules.push_back(i);
    }
    return saving;
}

LazySaving whatIfLazy(std::span<const ImportSpan> imports, std::size_t lazy)
{
    return whatIfLazy(imports, std::span<const std::size_t>(&lazy, 1));
}

} // namespace coldframe
