# SPDX-License-Identifier: GPL-3.0-or-later
import sys


def handler(event, context):
    """Prints event['lines'] to stdout, then event['errors'] to stderr."""
    for line in event.get('lines', []):
        print(line)
    for line in event.get('errors', []):
        print(line, file=sys.stderr)
    return None
