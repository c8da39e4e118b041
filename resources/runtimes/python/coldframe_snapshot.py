# SPDX-License-Identifier: GPL-3.0-or-later
"""Hooks around a snapshot; loaded where the initialisation type is snap-start."""
import json
import sys

from coldframe_connection import API

BEFORE_SNAPSHOT_EXIT = 64
AFTER_RESTORE_EXIT = 65


def _hooks(name):
    # Without an import of it, the function can't have registered any.
    module = sys.modules.get('snapshot_restore_py')
    return list(getattr(module, name)()) if module else []


def _fail(connection, error, error_type, path, status):
    import coldframe_errors
    payload = coldframe_errors.payload(error, '')
    payload['errorType'] = error_type
    coldframe_errors.log(payload)
    connection.queue(API + path, json.dumps(payload).encode(),
                     headers=[('Lambda-Runtime-Function-Error-Type', error_type)])
    connection.finish()
    raise SystemExit(status)


def restore(connection):
    """Runs the hooks before the snapshot, waits for its restoration, runs those after it."""
    try:
        for function, arguments, keywords in reversed(_hooks('get_before_snapshot')):
            function(*arguments, **keywords)
    except Exception as error:
        _fail(connection, error, 'Runtime.BeforeSnapshotError', 'init/error', BEFORE_SNAPSHOT_EXIT)
    connection.ask('restore/next')
    try:
        for function, arguments, keywords in _hooks('get_after_restore'):
            function(*arguments, **keywords)
    except Exception as error:
        _fail(connection, error, 'Runtime.AfterRestoreError', 'restore/error', AFTER_RESTORE_EXIT)
