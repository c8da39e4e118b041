// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

namespace coldframe::bench {

using Samples = std::vector<std::chrono::nanoseconds>;

/// The value below which this share of the samples lies; share between 0 and 1.
double quantileMicroseconds(Samples samples, double share);

/// The value in the middle; not of an empty list.
double median(std::vector<double> values);

/// One line of the table: name, p50, p99, quartiles, and the ratio to a reference: the median of
/// the ratios of those samples that were taken in the same round, because a computer's speed
/// changes within seconds. Both have as many samples, in order of their rounds.
void printRow(const char *name, const Samples &samples, const Samples *reference);
void printHeader(const char *title);

} // namespace coldframe::bench
