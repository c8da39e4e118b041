# SPDX-License-Identifier: GPL-3.0-or-later
def handler(event, context):
    """Bytes that are not UTF-8."""
    return bytes(range(256))
