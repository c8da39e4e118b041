// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coldframe::bench {

/// Prints how long the lanes of 10,000 invocations take to be made, laid out and painted. Needs a
/// QApplication. The budget is a frame of 16 ms.
void measureLanes();

} // namespace coldframe::bench
