# SPDX-License-Identifier: GPL-3.0-or-later
import os
import time


def resident_megabytes():
    with open('/proc/self/statm') as file:
        return int(file.read().split()[1]) * os.sysconf('SC_PAGE_SIZE') / 1048576


def handler(event, context):
    """Says when it crosses the function's memory, and stays above it."""
    limit = int(context.memory_limit_in_mb)
    held = []
    while resident_megabytes() <= limit:
        held.append(b'x' * 1048576)
    print('crossed', time.monotonic_ns(), flush=True)
    while resident_megabytes() <= 300:
        held.append(b'x' * 1048576)
    time.sleep(20)
    return len(held)
