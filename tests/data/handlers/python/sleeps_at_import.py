# SPDX-License-Identifier: GPL-3.0-or-later
import slow_dependency


def handler(event, context):
    return slow_dependency.__name__
