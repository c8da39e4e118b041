# SPDX-License-Identifier: GPL-3.0-or-later
# The text behind -c, with the path of this file as argument. Python never caches what it starts
# with, so everything lives in a module with a cached .pyc.
from time import monotonic_ns
started = monotonic_ns()
import sys
del sys.argv[0]
sys.path[0] = sys.argv[0].rpartition('/')[0]
from coldframe_runtime import run
run(started)
