// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

namespace coldframe::bench {

using Samples = std::vector<std::chrono::nanoseconds>;

/// The value below which this share of the samples lies; share between 0 and 1.
double quantileMicroseconds(Samples samples, double share);

/// One line of the table: name, p50, p99, quartiles, and the ratio of the medians to a reference.
void printRow(const char *name, const Samples &samples, const Samples *reference);
void printHeader(const char *title);

} // namespace coldframe::bench
