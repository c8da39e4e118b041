// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coldframe::bench {

/// A history of 100,000 made-up runs: how fast it is opened, listed and searched (aims: opened in
/// 300 ms, a word of the log found in 200 ms), and what a run takes to be written.
void measureHistory();

} // namespace coldframe::bench
