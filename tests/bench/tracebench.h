// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/engine.h"
#include "tests/bench/subject.h"

namespace coldframe::bench {

/// What tracing costs: cold starts of a handler with many imports, with and without it, as the time
/// of their imports and of their whole init phase.
void measureTracing(const Subject &subject, Engine &engine);

} // namespace coldframe::bench
