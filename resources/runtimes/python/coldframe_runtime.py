# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a Python handler: a client of the Lambda Runtime API on an inherited stream socket.

Only what every invocation needs is imported here; errors and logging live in modules that are
loaded when they are first needed.
"""
import sys


def _use_library_cache():
    """Keeps the standard library's own .pyc files in use although a cache prefix is set."""
    external = sys.modules['_frozen_importlib_external']
    from_prefix = external.cache_from_source
    encodings_folder = sys.modules['encodings'].__file__.rpartition('/')[0]
    library = encodings_folder.rpartition('/')[0] + '/'
    suffix = '.%s.pyc' % sys.implementation.cache_tag

    def cache_from_source(path, *arguments, **options):
        if arguments or options or not path.startswith(library) or '-packages/' in path:
            return from_prefix(path, *arguments, **options)
        folder, _, name = path.rpartition('/')
        return folder + '/__pycache__/' + name.rpartition('.')[0] + suffix

    external.cache_from_source = cache_from_source


if sys.pycache_prefix is not None and not sys.flags.optimize:
    _use_library_cache()

import json
import os
import time

API = '/2018-06-01/runtime/'
TRACED_IMPORTS = 5000
JOINED_WRITE = 65536


class Fault(Exception):
    """A failure that has one of Lambda's own error types."""

    def __init__(self, error_type, message, trace=()):
        super().__init__(message)
        self.error_type = error_type
        self.trace = list(trace)


class HostGone(Exception):
    """The other end of the socket was closed."""


class Session:
    """What the rest of the runtime may ask about the running invocation."""

    request_id = ''
    tenant_id = None


class Connection:
    """HTTP/1.1 with keep-alive and pipelining on a blocking descriptor."""

    def __init__(self, descriptor, host):
        os.set_inheritable(descriptor, False)
        os.register_at_fork(after_in_child=self._abandon)
        self._descriptor = descriptor
        self._rest = b''
        self._unread_answers = 0
        self._usual_answer = b''
        self._host = 'HTTP/1.1\r\nHost: %s\r\n' % host
        self._next = ('GET %sinvocation/next %s\r\n' % (API, self._host)).encode()
        self._unsent = []

    def _abandon(self):
        os.close(self._descriptor)
        self._descriptor = -1

    def queue(self, path, body, content_type='application/json', error_type=None):
        """Adds a POST to the next write."""
        header = 'POST %s %sContent-Type: %s\r\nContent-Length: %d\r\n' % (
            path, self._host, content_type, len(body))
        if error_type:
            header += 'Lambda-Runtime-Function-Error-Type: %s\r\n' % error_type
        self._unsent += ((header + '\r\n').encode('utf-8', 'replace'), body)
        self._unread_answers += 1

    def finish(self):
        """Sends what is queued and waits for the answers."""
        self._send()
        self._skip_answers()

    def next_invocation(self):
        """Sends what is queued together with GET next; (headers, event) of the next invocation."""
        self._unsent.append(self._next)
        self._send()
        self._skip_answers()
        status, headers, event = self._receive()
        if status != 200:
            raise HostGone('GET next was answered with %d' % status)
        return headers, event

    def _skip_answers(self):
        # Whatever the answer is (413 for a response that is too large), the runtime goes on.
        while self._unread_answers:
            data = self._rest or self._read()
            # Answers are byte for byte the same nearly always: a comparison saves the parsing.
            if self._usual_answer and data.startswith(self._usual_answer):
                self._rest = data[len(self._usual_answer):]
            else:
                self._rest = data
                _, headers, body = self._receive()
                begin = data.find(b'\r\n\r\n') + 4
                if begin >= 4 and len(data) >= begin + len(body):
                    self._usual_answer = data[:begin + len(body)]
            self._unread_answers -= 1

    def _send(self):
        parts, self._unsent = self._unsent, []
        if self._descriptor < 0:
            # A child forked by the handler has returned into this loop: it has no say here.
            os._exit(0)
        try:
            if sum(map(len, parts)) <= JOINED_WRITE:
                parts = [b''.join(parts)]
            parts = [memoryview(part) for part in parts]
            while parts:
                sent = os.writev(self._descriptor, parts)
                while parts and sent >= len(parts[0]):
                    sent -= len(parts.pop(0))
                if sent:
                    parts[0] = parts[0][sent:]
        except (BrokenPipeError, ConnectionResetError) as error:
            raise HostGone(str(error)) from None

    def _read(self):
        try:
            data = os.read(self._descriptor, 65536)
        except ConnectionResetError:
            data = b''
        if not data:
            raise HostGone('end of stream')
        return data

    def _receive(self):
        data = self._rest
        end = data.find(b'\r\n\r\n')
        while end < 0:
            data += self._read()
            end = data.find(b'\r\n\r\n')
        lines = data[:end].decode('utf-8', 'replace').split('\r\n')
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(':')
            headers[name.lower()] = value.strip()
        begin = end + 4
        end = begin + int(headers.get('content-length') or 0)
        if len(data) >= end:
            self._rest = data[end:]
            return int(lines[0][9:12]), headers, data[begin:end]
        body = bytearray(end - begin)
        with memoryview(body) as view:
            have = len(data) - begin
            view[:have] = data[begin:]
            while have < len(body):
                count = os.readv(self._descriptor, (view[have:],))
                if not count:
                    raise HostGone('end of stream')
                have += count
        self._rest = b''
        return int(lines[0][9:12]), headers, body


def _text(owner, names):
    return '%s([%s])' % (type(owner).__name__,
                         ','.join('%s=%s' % (name, getattr(owner, name)) for name in names))


class CognitoIdentity:
    __slots__ = ('cognito_identity_id', 'cognito_identity_pool_id')

    def __init__(self, values):
        self.cognito_identity_id = values.get('cognitoIdentityId')
        self.cognito_identity_pool_id = values.get('cognitoIdentityPoolId')

    def __repr__(self):
        return _text(self, self.__slots__)


class Client:
    __slots__ = ('installation_id', 'app_title', 'app_version_name', 'app_version_code',
                 'app_package_name')

    def __init__(self, values):
        for name in self.__slots__:
            setattr(self, name, values.get(name))

    def __repr__(self):
        return _text(self, self.__slots__)


class ClientContext:
    __slots__ = ('custom', 'env', 'client')

    def __init__(self, values):
        self.custom = values.get('custom')
        self.env = values.get('env')
        client = values.get('client')
        self.client = None if client is None else Client(client)

    def __repr__(self):
        return _text(self, self.__slots__)


class LambdaContext:
    """The second argument of a handler."""

    def __init__(self, headers, facts):
        self.__dict__.update(facts)
        self.aws_request_id = headers['lambda-runtime-aws-request-id']
        self.invoked_function_arn = headers.get('lambda-runtime-invoked-function-arn')
        self.tenant_id = headers.get('lambda-runtime-aws-tenant-id')
        self.client_context = self._parsed(headers, 'client-context', 'Client Context',
                                           ClientContext)
        self.identity = self._parsed(headers, 'cognito-identity', 'Cognito Identity',
                                     CognitoIdentity) or CognitoIdentity({})
        self._deadline = int(headers.get('lambda-runtime-deadline-ms') or 0)

    @staticmethod
    def facts():
        """What is the same in each invocation."""
        environment = os.environ.get
        return {'log_group_name': environment('AWS_LAMBDA_LOG_GROUP_NAME'),
                'log_stream_name': environment('AWS_LAMBDA_LOG_STREAM_NAME'),
                'function_name': environment('AWS_LAMBDA_FUNCTION_NAME'),
                'memory_limit_in_mb': environment('AWS_LAMBDA_FUNCTION_MEMORY_SIZE'),
                'function_version': environment('AWS_LAMBDA_FUNCTION_VERSION')}

    @staticmethod
    def _parsed(headers, name, title, kind):
        text = headers.get('lambda-runtime-' + name)
        if not text:
            return None
        try:
            return kind(json.loads(text))
        except Exception as error:
            raise Fault('Runtime.LambdaContextUnmarshalError',
                        'Unable to parse %s JSON: %s' % (title, error)) from None

    def get_remaining_time_in_millis(self):
        return max(self._deadline - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        return _text(self, ('aws_request_id', 'log_group_name', 'log_stream_name',
                            'function_name', 'memory_limit_in_mb', 'function_version',
                            'invoked_function_arn', 'client_context', 'identity', 'tenant_id'))


class LoggingHook:
    """Gives the logging module Lambda's handler as soon as it is imported, whenever that is."""

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != 'logging':
            return None
        sys.meta_path.remove(cls)
        spec = sys.modules['_frozen_importlib_external'].PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def exec_module(module):
                load(module)
                # A module of the function that happens to be called logging is left alone.
                if hasattr(module, 'Formatter'):
                    import coldframe_logging
                    coldframe_logging.install()

            spec.loader.exec_module = exec_module
        return spec


def _set_search_path(task_root, package_folders):
    version = 'python%d.%d' % sys.version_info[:2]
    layers = [folder for folder in ('/opt/python/lib/%s/site-packages' % version, '/opt/python')
              if os.path.isdir(folder)]
    runtime = os.path.dirname(__file__)
    library = [folder for folder in sys.path if folder != runtime]
    sys.path[:] = [task_root, *layers, runtime, *library]
    for folder in package_folders:
        try:
            has_path_files = any(name.endswith('.pth') for name in os.listdir(folder))
        except OSError:
            continue
        if has_path_files:
            import site
            site.addsitedir(folder)
        else:
            sys.path.append(folder)


def _set_builtins():
    # These come from the site module, which is not loaded for speed.
    import builtins

    def leave(code=None):
        raise SystemExit(code)

    leave.__name__ = leave.__qualname__ = 'exit'
    builtins.exit = builtins.quit = leave


def _load_handler(name):
    try:
        module_name, function_name = name.rsplit('.', 1)
    except ValueError as error:
        raise Fault('Runtime.MalformedHandlerName', "Bad handler '%s': %s" % (name, error)) from None
    imported_name = module_name.replace('/', '.')
    if imported_name.partition('.')[0] in sys.builtin_module_names:
        raise Fault('Runtime.BuiltInModuleConflict',
                    'Cannot use built-in module %s as a handler module' % module_name)
    try:
        __import__(imported_name)
    except ImportError as error:
        raise Fault('Runtime.ImportModuleError',
                    "Unable to import module '%s': %s" % (module_name, error)) from None
    except SyntaxError as error:
        trace = '  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text or '')
        raise Fault('Runtime.UserCodeSyntaxError',
                    "Syntax error in module '%s': %s" % (module_name, error), [trace]) from None
    try:
        return getattr(sys.modules[imported_name], function_name)
    except AttributeError:
        raise Fault('Runtime.HandlerNotFound',
                    "Handler '%s' missing on module '%s'" % (function_name, module_name)) from None


class ImportTrace:
    """Measures every module that is really loaded between begin() and end()."""

    def __init__(self):
        self._records = []
        self._restore = None

    def begin(self):
        from _thread import get_ident
        machinery = sys.modules['_frozen_importlib']
        original = machinery._find_and_load
        records, inner, clock, owner = self._records, [], time.monotonic_ns, get_ident()

        def _find_and_load(name, import_):
            if (len(records) >= TRACED_IMPORTS or get_ident() != owner
                    or name.startswith('coldframe_')):
                return original(name, import_)
            record = [name, None, len(inner), 0, 0, 0]
            records.append(record)
            inner.append(0)
            begin = clock()
            try:
                return original(name, import_)
            finally:
                duration = clock() - begin
                own = duration - inner.pop()
                if inner:
                    inner[-1] += duration
                record[3:] = begin, duration, own

        # Python removes frames with this file name from tracebacks of imports.
        _find_and_load.__code__ = _find_and_load.__code__.replace(
            co_filename='<frozen importlib._bootstrap>')
        machinery._find_and_load = _find_and_load
        self._restore = lambda: setattr(machinery, '_find_and_load', original)

    def end(self):
        if self._restore:
            self._restore()

    def records(self):
        for record in self._records:
            module = sys.modules.get(record[0])
            file = getattr(module, '__dict__', {}).get('__file__')
            record[1] = file if isinstance(file, str) else None
        return self._records


def _escapes_non_ascii():
    # From python3.12 on Lambda writes responses as UTF-8 without escapes.
    runtime = os.environ.get('AWS_EXECUTION_ENV', '').partition('python3.')[2]
    minor = int(runtime) if runtime.isdigit() else sys.version_info[1]
    return minor < 12


def _call(handler, context, content_type, event, encode):
    """The response's content type and bytes."""
    if content_type.partition(';')[0].strip().lower() == 'application/json':
        try:
            event = json.loads(str(event, 'utf-8'))
        except ValueError as error:
            raise Fault('Runtime.UnmarshalError',
                        'Unable to unmarshal input: %s' % error) from None
    else:
        event = bytes(event)
    result = handler(event, context)
    if isinstance(result, (bytes, bytearray, memoryview)):
        return 'application/unknown', bytes(result)
    try:
        return 'application/json', encode(result).encode()
    except Exception as error:
        raise Fault('Runtime.MarshalError',
                    'Unable to marshal response: %s' % error) from None


def _serve(connection, handler):
    encode = json.JSONEncoder(ensure_ascii=_escapes_non_ascii()).encode
    environment = os.environ
    facts = LambdaContext.facts()
    while True:
        headers, event = connection.next_invocation()
        request_id = headers['lambda-runtime-aws-request-id']
        Session.request_id = request_id
        Session.tenant_id = headers.get('lambda-runtime-aws-tenant-id')
        trace_id = headers.get('lambda-runtime-trace-id')
        if trace_id:
            environment['_X_AMZN_TRACE_ID'] = trace_id
        else:
            environment.pop('_X_AMZN_TRACE_ID', None)
        path = API + 'invocation/' + request_id
        try:
            context = LambdaContext(headers, facts)
            content_type = headers.get('content-type', 'application/json')
            content_type, response = _call(handler, context, content_type, event, encode)
        except Exception as error:
            import coldframe_errors
            payload = coldframe_errors.payload(error, request_id)
            coldframe_errors.log(payload)
            connection.queue(path + '/error', encode(payload).encode('utf-8', 'replace'))
            del error, payload
        else:
            connection.queue(path + '/response', response, content_type)
        # Nothing of an invocation stays in memory while the next one is awaited.
        headers = event = context = response = None


def _initialise(connection, name, started, task_root, package_folders, traced):
    """The handler; posts the trace, and when the handler can't be loaded the error."""
    trace = ImportTrace()
    failure = handler = None
    sys.meta_path.insert(0, LoggingHook)
    _set_builtins()
    _set_search_path(task_root, package_folders)
    import_started = time.monotonic_ns()
    if traced:
        trace.begin()
    try:
        handler = _load_handler(name)
    except Exception as error:
        failure = error
    finally:
        trace.end()
    times = {'clock': 'monotonic', 'bootstrapStart': started, 'handlerImportStart': import_started,
             'handlerImportEnd': time.monotonic_ns(), 'imports': trace.records(),
             'version': 'Python ' + sys.version.partition(' ')[0]}
    connection.queue('/coldframe/init-trace',
                     json.dumps(times, ensure_ascii=False).encode('utf-8', 'replace'))
    if failure is not None:
        import coldframe_errors
        payload = coldframe_errors.payload(failure, '')
        coldframe_errors.log(payload, initialising=True)
        connection.queue(API + 'init/error', json.dumps(payload).encode(),
                         error_type=payload['errorType'])
        connection.finish()
        raise SystemExit(1)
    return handler


def run(started):
    environment = os.environ
    descriptor = int(environment.pop('COLDFRAME_RUNTIME_DESCRIPTOR'))
    package_folders = environment.pop('COLDFRAME_PACKAGE_FOLDERS', '').split(':')
    traced = environment.pop('COLDFRAME_IMPORT_TRACE', '1') != '0'
    if environment.get('LC_CTYPE') == 'C.UTF-8':
        # Added by Python itself where the locale of LANG is not installed.
        del environment['LC_CTYPE']
    connection = Connection(descriptor, environment.get('AWS_LAMBDA_RUNTIME_API', '127.0.0.1'))
    try:
        handler = _initialise(connection, environment.get('_HANDLER', ''), started,
                              environment.get('LAMBDA_TASK_ROOT') or os.getcwd(),
                              [folder for folder in package_folders if folder], traced)
        _serve(connection, handler)
    except HostGone:
        raise SystemExit(0) from None
