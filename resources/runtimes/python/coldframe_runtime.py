# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a Python handler: a client of the Lambda Runtime API on inherited pipes.

Only what every invocation needs is imported here; errors and logging live in modules that are
loaded when they are first needed.
"""
import sys

# Each module of the library would be looked for in our folder first.
_path = sys.path
sys.path = [folder for folder in _path if folder != _path[0]]
import json
import os
import time
sys.path = _path

from coldframe_connection import API, Connection, HostGone
from coldframe_context import Fault, LambdaContext, Session
from coldframe_loading import (ImportHook, ImportTrace, load_handler, set_builtins,
                               set_search_path)


ALLOCATION_KEPT = 4 * 1024 * 1024


def traces_spans():
    """For the file with which the function's code names spans of its own."""
    return Session.traces_spans


def tell_spans(spans):
    """From now on, what this module has is told behind each answer."""
    Session.spans = spans


def _escapes_non_ascii():
    # From python3.12 on Lambda writes responses as UTF-8 without escapes.
    runtime = os.environ.get('AWS_EXECUTION_ENV', '').partition('python3.')[2]
    minor = int(runtime) if runtime.isdigit() else sys.version_info[1]
    return minor < 12


def _decoded(content_type, event):
    if content_type != 'application/json' \
            and content_type.partition(';')[0].strip().lower() != 'application/json':
        return bytes(event.pop())
    try:
        # The bytes are gone before the values are made, the text before the handler runs.
        return json.loads(str(event.pop(), 'utf-8'))
    except ValueError as error:
        raise Fault('Runtime.UnmarshalError', 'Unable to unmarshal input: %s' % error) from None


def _encoded(result, encode):
    """The response's content type and bytes."""
    if isinstance(result, (bytes, bytearray, memoryview)):
        return 'application/unknown', bytes(result)
    try:
        return 'application/json', encode(result).encode()
    except Exception as error:
        raise Fault('Runtime.MarshalError',
                    'Unable to marshal response: %s' % error) from None


def _post_error(connection, error, request_id, encode, times):
    import coldframe_errors
    import coldframe_xray
    payload = coldframe_errors.payload(error, request_id)
    coldframe_errors.log(payload)
    connection.queue('%sinvocation/%s/error' % (API, request_id),
                     encode(payload).encode('utf-8', 'replace'),
                     headers=[('Lambda-Runtime-Function-XRay-Error-Cause',
                               coldframe_xray.cause(error, payload)), *times])


def _serve(connection, handler):
    encode = json.JSONEncoder(ensure_ascii=_escapes_non_ascii()).encode
    environment = os.environ
    facts = LambdaContext.facts()
    clock, traces = time.monotonic_ns, Session.traces_spans
    while True:
        # Nothing of an invocation stays in memory while the next one is awaited, and what the
        # function's objects do at their end is still part of it. The next context is made while
        # the host is busy with the answer.
        headers = event = context = response = None
        connection.ask_next()
        context = LambdaContext(facts)
        headers, event = connection.receive_invocation()
        begun = clock()
        request_id = headers['lambda-runtime-aws-request-id']
        Session.request_id = request_id
        Session.tenant_id = headers.get('lambda-runtime-aws-tenant-id')
        trace_id = headers.get('lambda-runtime-trace-id')
        if trace_id:
            environment['_X_AMZN_TRACE_ID'] = trace_id
        else:
            environment.pop('_X_AMZN_TRACE_ID', None)
        ended = 0
        try:
            context.begin(headers)
            content_type = headers.get('content-type', 'application/json')
            response = handler(_decoded(content_type, event), context)
            ended = clock()
            content_type, response = _encoded(response, encode)
        except Exception as error:
            _post_error(connection, error, request_id, encode,
                        [('Coldframe-Handler', '%d,%d' % (begun, ended or clock()))]
                        if traces else [])
        else:
            connection.queue_response(request_id, content_type, response,
                                      'Coldframe-Handler: %d,%d\r\n' % (begun, ended)
                                      if traces else '')
        if Session.spans is not None:
            Session.spans.report(connection)


def _initialise(connection, name, started, task_root, package_folders, opt_folder, traced):
    """The handler; posts the trace, and when the handler can't be loaded the error."""
    trace = ImportTrace()
    failure = handler = None
    sys.meta_path.insert(0, ImportHook)
    if traced:
        ImportHook.trace_spans()
        Session.traces_spans = True
    set_builtins()
    set_search_path(task_root, package_folders, opt_folder)
    import_started = time.monotonic_ns()
    if traced:
        trace.begin()
    try:
        handler = load_handler(name)
    except Exception as error:
        failure = error
    finally:
        trace.end()
    times = {'clock': 'monotonic', 'bootstrapStart': started, 'handlerImportStart': import_started,
             'handlerImportEnd': time.monotonic_ns(), 'imports': trace.records(),
             'detail': 'modules' if traced else 'none',
             'version': 'Python ' + sys.version.partition(' ')[0]}
    connection.queue('/coldframe/init-trace',
                     json.dumps(times, ensure_ascii=False).encode('utf-8', 'replace'))
    if failure is not None:
        import coldframe_errors
        payload = coldframe_errors.payload(failure, '')
        coldframe_errors.log(payload, initialising=True)
        connection.queue(API + 'init/error', json.dumps(payload).encode(),
                         headers=[('Lambda-Runtime-Function-Error-Type', payload['errorType'])])
        connection.finish()
        raise SystemExit(1)
    return handler


def run(started):
    # Once a mapped block of this size was freed, the C library keeps as much for the next one,
    # where events of a megabyte would fault in their pages anew in each invocation. It is never
    # touched, so it costs nothing.
    bytes(ALLOCATION_KEPT)
    environment = os.environ
    events, answers = map(int, environment.pop('COLDFRAME_RUNTIME_DESCRIPTORS').split(','))
    package_folders = environment.pop('COLDFRAME_PACKAGE_FOLDERS', '').split(':')
    opt_folder = environment.pop('COLDFRAME_OPT_FOLDER', '/opt')
    traced = environment.pop('COLDFRAME_IMPORT_TRACE', '1') != '0'
    observed = 'COLDFRAME_OBSERVES_STATE' in environment
    if '_LAMBDA_TELEMETRY_LOG_FD' in environment:
        Session.log_descriptor = int(environment.pop('_LAMBDA_TELEMETRY_LOG_FD'))
    if environment.get('LC_CTYPE') == 'C.UTF-8':
        # Added by Python itself where the locale of LANG is not installed.
        del environment['LC_CTYPE']
    host = environment.get('AWS_LAMBDA_RUNTIME_API', '127.0.0.1')
    name = environment.get('_HANDLER', '')
    task_root = environment.get('LAMBDA_TASK_ROOT') or os.getcwd()
    if observed:
        del environment['COLDFRAME_OBSERVES_STATE']
        from coldframe_state import ObservedConnection
        connection = ObservedConnection(events, answers, host, name, task_root)
    else:
        connection = Connection(events, answers, host)
    try:
        handler = _initialise(connection, name, started, task_root,
                              [folder for folder in package_folders if folder], opt_folder,
                              traced)
        if environment.get('AWS_LAMBDA_INITIALIZATION_TYPE') == 'snap-start':
            import coldframe_snapshot
            coldframe_snapshot.restore(connection)
        _serve(connection, handler)
    except HostGone:
        raise SystemExit(0) from None
