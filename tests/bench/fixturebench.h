// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/localinvoker.h"
#include "tests/bench/subject.h"

namespace coldframe::bench {

/// The time of 1,000 fixtures on a warm function beside that of as many bare warm invocations, one
/// after the other, in turns on one invoker (aim: twice the time at most).
void measureFixtures(const Subject &subject, const LocalInvoker::Options &options);

} // namespace coldframe::bench
