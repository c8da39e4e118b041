// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coldframe::bench {

/// Prints what a million lines cost in the log panel: reading them from a file, the longest frame
/// while scrolling and while a filter runs, and resident memory.
void measureLog();

} // namespace coldframe::bench
