# SPDX-License-Identifier: GPL-3.0-or-later
"""Error payloads and log records of failed invocations; loaded with the first failure."""
import json
import os
import time
import traceback

import coldframe_records
from coldframe_context import Fault, Session

INIT_WARNING = ('LAMBDA_WARNING: Unhandled exception. '
                'The most likely cause is an issue in the function code.')
# What compiled modules say of their place, wherever they lie.
OWN_FILES = os.path.dirname((lambda: None).__code__.co_filename) + '/coldframe_'
WARNING, ERROR = 30, 40  # as the logging module numbers them, which is not loaded for this
NO_BREAK_SPACE = '\u00a0'


def payload(error, request_id):
    """What the caller of the function gets, with Lambda's keys in Lambda's order."""
    if isinstance(error, Fault):
        error_type, trace = error.error_type, error.trace
    else:
        error_type, trace = type(error).__name__, _stack(error.__traceback__)
    try:
        message = str(error)
    except Exception:
        message = '<the error has no message: its __str__ failed>'
    return {'errorMessage': message, 'errorType': error_type, 'requestId': request_id,
            'stackTrace': trace}


def _stack(trace):
    frames = [(frame.filename, frame.lineno, frame.name, frame.line)
              for frame in traceback.extract_tb(trace)
              if not frame.filename.startswith(OWN_FILES)]
    return traceback.format_list(frames)


def log(error, initialising=False):
    """Writes the failure to the log as one record; one of the init phase has a warning before it."""
    is_json = os.environ.get('AWS_LAMBDA_LOG_FORMAT', '').upper() == 'JSON'
    if initialising and os.environ.get('AWS_LAMBDA_LOG_LEVEL', '').upper() not in ('ERROR',
                                                                                   'FATAL'):
        _write(_warning(is_json), WARNING, is_json)
    _write(_json('ERROR', error) if is_json else _text(error), ERROR, is_json)


def _write(text, level, is_json):
    if coldframe_records.is_framed():
        coldframe_records.write_frame(text, level, is_json)
    else:
        # One record is one line for the log: inner line ends become carriage returns.
        line = text.replace('\n', '\r') + '\n'
        coldframe_records.write_all(1, line.encode('utf-8', 'replace'))


def _json(level, members):
    now = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())
    return json.dumps({'timestamp': now, 'level': level, **members})


def _warning(is_json):
    if is_json:
        return _json('WARNING', {'message': INIT_WARNING, 'logger': 'root',
                                 'requestId': Session.request_id})
    now = time.time()
    return '[WARNING]\t%s.%03dZ\t%s\t%s' % (
        time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(now)), now % 1 * 1000,
        Session.request_id, INIT_WARNING)


def _text(error):
    description = '[ERROR] ' + error['errorType']
    if error['errorMessage']:
        description += ': ' + error['errorMessage']
    lines = [description, 'Traceback (most recent call last):']
    for frame in error['stackTrace']:
        lines += map(_indented, frame.splitlines())
    return '\n'.join(lines)


def _indented(line):
    text = line.lstrip(' ')
    return NO_BREAK_SPACE * (len(line) - len(text)) + text
