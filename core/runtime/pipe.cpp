// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/pipe.h"

#include "core/runtime/descriptorlimit.h"

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace coldframe {

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return descriptorFailure("pipe");
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

} // namespace coldframe
