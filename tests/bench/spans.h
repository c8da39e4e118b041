// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coldframe::bench {

/// How long timelines of 100,000 spans take to be laid out and painted. Needs a QApplication.
void measureSpans();

} // namespace coldframe::bench
