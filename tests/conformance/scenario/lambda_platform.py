# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs of the conformance rows are written in.

A row's program is Python that talks to the platform byte by byte, as a runtime or as an extension,
and shows the test what came back. Everything here is meant to be able to break the rules.
"""
import base64
import json
import os
import signal
import socket
import sys
import threading
import time

ADDRESS = os.environ['AWS_LAMBDA_RUNTIME_API']
STREAMING = {'Lambda-Runtime-Function-Response-Mode': 'streaming'}


class Answer:
    """An HTTP response. Header names are in lower case; order holds them as they came."""

    def __init__(self, status, order, body):
        self.status = status
        self.order = order
        self.headers = {name.lower(): value for name, value in order}
        self.body = body

    @property
    def text(self):
        return self.body.decode('utf-8', 'backslashreplace')

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def request_id(self):
        return self.headers.get('lambda-runtime-aws-request-id', '')

    def __str__(self):
        return '%d %s' % (self.status, self.text)


class Connection:
    """One connection to the platform, kept alive from request to request."""

    def __init__(self, address=None):
        host, _, port = (address or ADDRESS).rpartition(':')
        self.socket = socket.create_connection((host, int(port)))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.received = b''

    def send(self, data):
        self.socket.sendall(data.encode() if isinstance(data, str) else data)

    def end_sending(self):
        self.socket.shutdown(socket.SHUT_WR)

    def close(self):
        self.socket.close()

    def _more(self):
        try:
            data = self.socket.recv(1 << 20)
        except ConnectionError:
            data = b''
        self.received += data
        return bool(data)

    def _line(self):
        while b'\r\n' not in self.received:
            if not self._more():
                return None
        line, _, self.received = self.received.partition(b'\r\n')
        return line.decode('latin-1')

    def _exactly(self, size):
        pieces = [self.received]
        have = len(self.received)
        while have < size:
            self.received = b''
            if not self._more():
                break
            pieces.append(self.received)
            have += len(self.received)
        whole = b''.join(pieces)
        self.received = whole[size:]
        return whole[:size]

    def answer(self):
        """The next response, or None when the connection was closed instead."""
        first = self._line()
        if first is None:
            return None
        status = int(first.split(' ')[1])
        order = []
        while True:
            line = self._line()
            if line is None:
                return None
            if not line:
                break
            name, _, value = line.partition(':')
            order.append((name, value.strip(' ')))
        headers = {name.lower(): value for name, value in order}
        if status == 100:
            return self.answer()
        if headers.get('transfer-encoding', '') == 'chunked':
            body = b''
            while True:
                size = int(self._line().split(';')[0], 16)
                body += self._exactly(size)
                self._line()
                if size == 0:
                    break
        else:
            body = self._exactly(int(headers.get('content-length', '0')))
        return Answer(status, order, body)

    def request(self, method, path, headers=None, body=None):
        """Sends a whole request and reads the response."""
        content = body.encode() if isinstance(body, str) else body
        text = head(method, path, headers)
        if content is not None:
            text += 'Content-Length: %d\r\n' % len(content)
        self.send(text.encode('utf-8') + b'\r\n' + (content or b''))
        return self.answer()


def head(method, path, headers=None):
    """Request line and headers, without the empty line that ends them."""
    if not path.startswith('/20'):
        path = '/2018-06-01' + path
    text = '%s %s HTTP/1.1\r\nHost: %s\r\n' % (method, path, ADDRESS)
    for name, value in (headers or {}).items():
        text += '%s: %s\r\n' % (name, value)
    return text


def chunk(data):
    content = data.encode() if isinstance(data, str) else data
    return b'%x\r\n%s\r\n' % (len(content), content)


_local = threading.local()


def connection():
    """This thread's connection."""
    if not hasattr(_local, 'connection'):
        _local.connection = Connection()
    return _local.connection


def call(method, path, headers=None, body=None):
    """A request on a connection of its own, so that none spoils the next."""
    other = Connection()
    answer = other.request(method, path, headers, body)
    other.close()
    return answer


# As a runtime ------------------------------------------------------------------------------------

def next_event():
    return connection().request('GET', '/runtime/invocation/next')


def path_of(event, what):
    request_id = event if isinstance(event, str) else event.request_id
    return '/runtime/invocation/%s/%s' % (request_id, what)


def respond(event, body=b'', headers=None):
    return connection().request('POST', path_of(event, 'response'), headers, body)


def fail(event, body=b'', headers=None):
    return connection().request('POST', path_of(event, 'error'), headers, body)


def fail_init(body=b'', headers=None):
    return connection().request('POST', '/runtime/init/error', headers, body)


def stream(event, pieces, trailers=None, headers=None, to=None):
    """Posts a streamed response piece by piece; a piece that can be called is called instead."""
    all_headers = {**STREAMING, 'Transfer-Encoding': 'chunked', **(headers or {})}
    if trailers:
        all_headers['Trailer'] = ', '.join(trailers)
    to = to or connection()
    to.send(head('POST', path_of(event, 'response'), all_headers) + '\r\n')
    for piece in pieces:
        if callable(piece):
            piece()
        else:
            to.send(chunk(piece))
    to.send('0\r\n' + ''.join('%s: %s\r\n' % item for item in (trailers or {}).items()) + '\r\n')
    return to.answer()


def error_trailers(error_type, payload):
    return {'Lambda-Runtime-Function-Error-Type': error_type,
            'Lambda-Runtime-Function-Error-Body':
                base64.b64encode(json.dumps(payload).encode()).decode()}


def serve(body=b'"served"'):
    """An ordinary runtime from here on."""
    while True:
        event = next_event()
        if event is None or event.status != 200:
            sys.exit(1)
        respond(event, body)


# As an extension ---------------------------------------------------------------------------------

def extension_call(method, path, identifier=None, headers=None, body=None):
    all_headers = dict(headers or {})
    if identifier is not None:
        all_headers['Lambda-Extension-Identifier'] = identifier
    return call(method, '/2020-01-01/extension' + path, all_headers, body)


def register(events=('INVOKE', 'SHUTDOWN'), name=None, headers=None, body=None):
    all_headers = {'Lambda-Extension-Name': NAME if name is None else name, **(headers or {})}
    content = json.dumps({'events': list(events)}) if body is None else body
    return extension_call('POST', '/register', None, all_headers, content)


def identifier_of(registration):
    return registration.headers.get('lambda-extension-identifier', '')


def next_extension_event(identifier):
    return extension_call('GET', '/event/next', identifier)


def serve_events(identifier, seen=None):
    """An ordinary extension from here on; seen is called with each event."""
    while True:
        answer = next_extension_event(identifier)
        if answer is None or answer.status != 200:
            sys.exit(0)
        if seen:
            seen(answer.json)
        if answer.json['eventType'] == 'SHUTDOWN':
            sys.exit(0)


def subscribe(identifier, body, path='/2022-07-01/telemetry'):
    content = body if isinstance(body, (str, bytes)) else json.dumps(body)
    return call('PUT', path, {'Lambda-Extension-Identifier': identifier}, content)


class Listener:
    """Takes what the Telemetry API delivers, over HTTP or TCP."""

    def __init__(self, protocol='HTTP', statuses=(), refuses=lambda: False):
        self.protocol = protocol
        self.statuses = list(statuses)  # answers to the first deliveries, then 200
        self.refuses = refuses  # asked at each delivery; true: 500
        self.requests = []  # (method, path, headers, body) of each delivery over HTTP
        self.records = []
        self.connections = 0
        self.arrived = threading.Condition()
        self.socket = socket.socket()
        self.socket.bind(('0.0.0.0', 0))
        self.socket.listen(8)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def destination(self):
        if self.protocol == 'TCP':
            return {'protocol': 'TCP', 'port': self.port}
        return {'protocol': 'HTTP', 'URI': 'http://sandbox.localdomain:%d/records' % self.port}

    def _accept(self):
        while True:
            peer, _ = self.socket.accept()
            self.connections += 1
            take = self._take_lines if self.protocol == 'TCP' else self._take_requests
            threading.Thread(target=take, args=(peer,), daemon=True).start()

    def _add(self, records, request=None):
        with self.arrived:
            self.records += records
            if request:
                self.requests.append(request)
            self.arrived.notify_all()

    def _take_lines(self, peer):
        for line in peer.makefile('rb'):
            self._add([json.loads(line)])

    def _take_requests(self, peer):
        stream_in = peer.makefile('rb')
        while True:
            first = stream_in.readline()
            if not first:
                return
            headers = {}
            while True:
                line = stream_in.readline().strip()
                if not line:
                    break
                name, _, value = line.decode().partition(':')
                headers[name.lower()] = value.strip()
            body = stream_in.read(int(headers.get('content-length', '0')))
            status = 500 if self.refuses() else self.statuses.pop(0) if self.statuses else 200
            peer.sendall(b'HTTP/1.1 %d Whatever\r\nContent-Length: 0\r\n\r\n' % status)
            method, path, _ = first.decode().split(' ')
            self._add(json.loads(body) if status == 200 else [], (method, path, headers, body))

    def wait(self, condition, seconds=20):
        """Waits until the condition, which is given the listener, holds."""
        with self.arrived:
            return self.arrived.wait_for(lambda: condition(self), seconds)

    def of(self, kind):
        return [record for record in self.records if record['type'] == kind]

    def wait_for(self, kind, count=1):
        self.wait(lambda listener: len(listener.of(kind)) >= count)
        return self.of(kind)


# To the test -------------------------------------------------------------------------------------

class _Test:
    """The test's own port: a line is acknowledged, so that lines of several processes keep order."""

    def __init__(self):
        self.lock = threading.Lock()
        self.socket = None

    def tell(self, line):
        with self.lock:
            try:
                if self.socket is None:
                    host, _, port = os.environ['TEST_ADDRESS'].rpartition(':')
                    self.socket = socket.create_connection((host, int(port)))
                self.socket.sendall(line.encode() + b'\n')
                self.socket.recv(1)
            except OSError:
                pass


_test = _Test()


def show(*values):
    """Gives the test one line."""
    text = ' '.join(str(value) for value in values)
    for character, escape in (('\\', '\\\\'), ('\n', '\\n'), ('\r', '\\r'), ('\t', '\\t')):
        text = text.replace(character, escape)
    _test.tell(text)


def run(file, name):
    """Runs a row's program; what it does not expect is shown."""
    global NAME
    NAME = name
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    with open(file, encoding='utf-8') as program:
        code = compile(program.read(), os.path.basename(file), 'exec')
    try:
        exec(code, globals())
    except Exception as error:  # noqa: BLE001 - whatever it is, the test must see it
        show('unexpected:', repr(error), 'line', error.__traceback__.tb_next.tb_lineno
             if error.__traceback__.tb_next else 0)
        raise


NAME = ''
