# SPDX-License-Identifier: GPL-3.0-or-later
import module_that_does_not_exist


def handler(event, context):
    return event
