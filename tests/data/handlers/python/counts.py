# SPDX-License-Identifier: GPL-3.0-or-later
calls = 0


def handler(event, context):
    """How often this execution environment was used."""
    global calls
    calls += 1
    return calls
