# SPDX-License-Identifier: GPL-3.0-or-later
# Python never caches the main script, so everything lives in a module with a cached .pyc.
from time import monotonic_ns
started = monotonic_ns()
from coldframe_runtime import run
run(started)
