# SPDX-License-Identifier: GPL-3.0-or-later
import os
import signal
import sys


def handler(event, context):
    """Ends the process in the way that the event names."""
    way = event.get('way')
    status = event.get('status', 1)
    print('leaving')
    if way == 'os._exit':
        os._exit(status)
    if way == 'kill':
        os.kill(os.getpid(), signal.SIGKILL)
    if way == 'exit':
        exit(status)
    sys.exit(status)
