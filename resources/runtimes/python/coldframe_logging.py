# SPDX-License-Identifier: GPL-3.0-or-later
"""Lambda's set-up of the logging module; loaded when the function imports logging."""
import json
import logging
import os
import sys
import time

from coldframe_context import Session

TEXT = '[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s'
LEVELS = {'TRACE': logging.NOTSET, 'DEBUG': logging.DEBUG, 'INFO': logging.INFO,
          'WARN': logging.WARNING, 'ERROR': logging.ERROR, 'FATAL': logging.CRITICAL}
OWN_FIELDS = frozenset(logging.makeLogRecord({}).__dict__) | {'message', 'asctime',
                                                              'aws_request_id', 'tenant_id'}


class LambdaLoggerHandler(logging.Handler):
    """Writes each record as one line to whatever sys.stdout is at that time."""

    def emit(self, record):
        try:
            # One record is one line for the log: inner line ends become carriage returns.
            sys.stdout.write(self.format(record).replace('\n', '\r') + '\n')
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
                'level': record.levelname, 'message': record.getMessage(),
                'logger': record.name}
        if record.exc_info and record.exc_info[0]:
            import traceback
            kind, value, trace = record.exc_info
            line['stackTrace'] = traceback.format_list(traceback.extract_tb(trace))
            line['errorType'] = kind.__name__
            line['errorMessage'] = str(value)
        if record.aws_request_id:
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
    handler = LambdaLoggerHandler()
    handler.addFilter(LambdaLoggerFilter())
    if os.environ.get('AWS_LAMBDA_LOG_FORMAT', '').upper() == 'JSON':
        handler.setFormatter(JsonFormatter())
        level = os.environ.get('AWS_LAMBDA_LOG_LEVEL', '').upper()
        root.setLevel(LEVELS.get(level, logging.INFO))
    else:
        handler.setFormatter(logging.Formatter(TEXT, '%Y-%m-%dT%H:%M:%S'))
    root.addHandler(handler)
