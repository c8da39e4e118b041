# SPDX-License-Identifier: GPL-3.0-or-later
"""Lambda's set-up of the logging module; loaded when the function imports logging."""
import json
import logging
import os
import sys
import time

import coldframe_records
from coldframe_context import Session

TEXT = '[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s'
LEVELS = {'TRACE': logging.DEBUG, 'DEBUG': logging.DEBUG, 'INFO': logging.INFO,
          'WARN': logging.WARNING, 'ERROR': logging.ERROR, 'FATAL': logging.CRITICAL}
OWN_FIELDS = frozenset(logging.makeLogRecord({}).__dict__) | {'message', 'asctime',
                                                              'aws_request_id', 'tenant_id'}


class LambdaLoggerHandler(logging.Handler):
    """Writes each record as a frame, or as one line to whatever sys.stdout is at that time."""

    def __init__(self, is_json):
        super().__init__()
        self._is_json = is_json

    def emit(self, record):
        try:
            text = self.format(record)
            if coldframe_records.is_framed():
                coldframe_records.write_frame(text, record.levelno, self._is_json)
            else:
                # One record is one line for the log: inner line ends become carriage returns.
                sys.stdout.write(text.replace('\n', '\r') + '\n')
        except Exception:
            self.handleError(record)


class LambdaLoggerFilter(logging.Filter):
    def filter(self, record):
        record.aws_request_id = Session.request_id
        record.tenant_id = Session.tenant_id
        return True


class JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {'timestamp': self.formatTime(record, '%Y-%m-%dT%H:%M:%SZ'),
                'level': logging.getLevelName(min(50, max(0, record.levelno)) // 10 * 10),
                'message': record.getMessage(),
                'logger': record.name}
        if record.exc_info and record.exc_info[0]:
            import traceback
            kind, value, trace = record.exc_info
            line['stackTrace'] = traceback.format_list(traceback.extract_tb(trace))
            line['errorType'] = kind.__name__
            line['errorMessage'] = str(value)
        line['requestId'] = record.aws_request_id
        if record.exc_info:
            line['location'] = '%s:%s:%d' % (record.pathname, record.funcName, record.lineno)
        if record.tenant_id:
            line['tenantId'] = record.tenant_id
        for name, value in record.__dict__.items():
            if name not in OWN_FIELDS and name not in line:
                line[name] = value
        return json.dumps(line, default=str, ensure_ascii=False)


def install():
    """Adds Lambda's handler to the root logger."""
    logging.Formatter.converter = time.gmtime
    root = logging.getLogger()
    is_json = os.environ.get('AWS_LAMBDA_LOG_FORMAT', '').upper() == 'JSON'
    handler = LambdaLoggerHandler(is_json)
    handler.addFilter(LambdaLoggerFilter())
    handler.setFormatter(JsonFormatter() if is_json
                         else logging.Formatter(TEXT, '%Y-%m-%dT%H:%M:%S'))
    level = LEVELS.get(os.environ.get('AWS_LAMBDA_LOG_LEVEL', '').upper(),
                       logging.INFO if is_json else None)
    if level is not None:  # else Python's own: WARNING
        root.setLevel(level)
    root.addHandler(handler)
