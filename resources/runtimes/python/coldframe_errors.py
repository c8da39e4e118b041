# SPDX-License-Identifier: GPL-3.0-or-later
"""Error payloads and log records of failed invocations; loaded with the first failure."""
import json
import os
import time
import traceback

from coldframe_context import Fault

INIT_WARNING = ('LAMBDA_WARNING: Unhandled exception. '
                'The most likely cause is an issue in the function code.')
OWN_FILES = os.path.dirname(__file__) + '/coldframe_'
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
    """Writes the failure to the log as one record."""
    if os.environ.get('AWS_LAMBDA_LOG_FORMAT', '').upper() == 'JSON':
        now = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())
        text = json.dumps({'timestamp': now, 'level': 'ERROR', **error})
    else:
        text = _text(error, initialising)
    data = (text + '\n').encode('utf-8', 'replace')
    while data:
        data = data[os.write(1, data):]


def _text(error, initialising):
    description = '[ERROR] ' + error['errorType']
    if error['errorMessage']:
        description += ': ' + error['errorMessage']
    lines = [INIT_WARNING] if initialising else []
    lines += [*description.split('\n'), 'Traceback (most recent call last):']
    for frame in error['stackTrace']:
        lines += map(_indented, frame.splitlines())
    return '\r'.join(lines)


def _indented(line):
    text = line.lstrip(' ')
    return NO_BREAK_SPACE * (len(line) - len(text)) + text
