# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells the host what happened inside an invocation: connections, and what the function's code
names itself. Loaded with the first module that could have any of it, never otherwise."""
import sys
from time import monotonic_ns

PATH = '/coldframe/spans'
KEPT = 2000  # spans of one invocation
LONGEST_NAME = 300
RESOLVED = 256  # addresses whose names are remembered

KIND, NAME, PORT, BEGIN, END, CONNECTED, FAILED, REUSED = range(8)

_spans = []  # that are told with the next answer
_names = {}  # of addresses: the name that was asked for, and when


def begin(name, kind='own', port=0, at=None, reused=False):
    """A span that runs from now on, or from an earlier instant."""
    span = [kind, str(name)[:LONGEST_NAME], port, monotonic_ns() if at is None else at, None, None,
            False, reused]
    if len(_spans) < KEPT:
        _spans.append(span)
    return span


def end(span, failed=False):
    if span[END] is None:
        span[END] = monotonic_ns()
        span[FAILED] = failed


def report(connection):
    """Sends the answer that waits in the connection, and tells what there is to tell."""
    global _spans
    if not _spans:
        return
    spans, _spans = _spans, []
    connection.send()
    # The module is there: the runtime needs it as well.
    json = sys.modules['json']
    try:
        body = json.dumps({'clock': 'monotonic', 'spans': spans}).encode('utf-8', 'replace')
    except Exception:  # another thread changes one, for example
        return
    connection.queue(PATH, body)


class Connections:
    """Which connection a descriptor stands for: a TLS socket takes that of a plain one over."""

    open = {}

    @classmethod
    def begin(cls, descriptor, address):
        previous = cls.open.get(descriptor)
        if previous is not None:
            if previous[CONNECTED] is None and previous[END] is None:
                return previous  # asked again whether it stands
            end(previous)  # closed without a word: the number is in use again
        if isinstance(address, tuple) and len(address) >= 2:
            host, port = address[0], address[1]
            # Whoever looked it up connects once: the next one asks for the address itself.
            name, at = _names.pop((host, port), (host, None))
        else:
            name, port, at = address, 0, None
            if isinstance(name, (bytes, bytearray)):
                name = bytes(name).decode('utf-8', 'replace')
        span = begin(name, 'connection', port if isinstance(port, int) else 0, at)
        cls.open[descriptor] = span
        return span

    @classmethod
    def connected(cls, descriptor):
        span = cls.open.get(descriptor)
        if span is not None and span[END] is None:
            span[CONNECTED] = monotonic_ns()

    @classmethod
    def closed(cls, descriptor, failed=False):
        span = cls.open.pop(descriptor, None)
        if span is not None:
            end(span, failed)


def install_socket(socket):
    """Wraps what opens and closes connections."""
    import errno
    cls = socket.socket
    connect, connect_ex, getsockopt = cls.connect, cls.connect_ex, cls.getsockopt
    real_close, detach, getaddrinfo = cls._real_close, cls.detach, socket.getaddrinfo
    level, option, stream = socket.SOL_SOCKET, socket.SO_ERROR, socket.SOCK_STREAM
    pending = (errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY, errno.EINTR)
    done = (0, errno.EISCONN)

    def is_traced(self):
        return self.type & 0xf == stream

    def traced_connect(self, address):
        if not is_traced(self):
            return connect(self, address)
        descriptor = self.fileno()
        Connections.begin(descriptor, address)
        try:
            result = connect(self, address)
        except OSError as error:
            if error.errno not in pending:
                Connections.closed(descriptor, True)
            raise
        except BaseException:
            Connections.closed(descriptor, True)
            raise
        Connections.connected(descriptor)
        return result

    def traced_connect_ex(self, address):
        if not is_traced(self):
            return connect_ex(self, address)
        descriptor = self.fileno()
        Connections.begin(descriptor, address)
        code = connect_ex(self, address)
        if code in done:
            Connections.connected(descriptor)
        elif code not in pending:
            Connections.closed(descriptor, True)
        return code

    def traced_getsockopt(self, *arguments):
        # How one that does not block learns what became of its connection.
        result = getsockopt(self, *arguments)
        if len(arguments) == 2 and arguments[1] == option and arguments[0] == level:
            descriptor = self.fileno()
            span = Connections.open.get(descriptor)
            if span is not None and span[CONNECTED] is None:
                if result == 0:
                    Connections.connected(descriptor)
                elif result not in pending:
                    Connections.closed(descriptor, True)
        return result

    def traced_real_close(self, *arguments, **keywords):
        if Connections.open:
            descriptor = self.fileno()
            if descriptor in Connections.open:
                Connections.closed(descriptor)
        return real_close(self, *arguments, **keywords)

    def traced_getaddrinfo(host, port, *arguments, **keywords):
        at = monotonic_ns()
        found = getaddrinfo(host, port, *arguments, **keywords)
        if isinstance(host, (str, bytes)):
            if len(_names) > RESOLVED:
                _names.clear()
            name = host if isinstance(host, str) else host.decode('utf-8', 'replace')
            for entry in found:
                _names[entry[4][:2]] = (name, at)
        return found

    for wrapper, original in ((traced_connect, connect), (traced_connect_ex, connect_ex),
                              (traced_getsockopt, getsockopt), (traced_real_close, real_close),
                              (traced_getaddrinfo, getaddrinfo)):
        wrapper.__name__ = original.__name__
        wrapper.__qualname__ = getattr(original, '__qualname__', original.__name__)
        wrapper.__doc__ = original.__doc__
        wrapper.__wrapped__ = original
    cls.connect, cls.connect_ex, cls.getsockopt = (traced_connect, traced_connect_ex,
                                                   traced_getsockopt)
    cls._real_close = traced_real_close
    socket.getaddrinfo = traced_getaddrinfo


def install_ssl(ssl):
    """A connection stands when its handshake is over."""
    original = ssl.SSLSocket.do_handshake

    def do_handshake(self, *arguments, **keywords):
        try:
            result = original(self, *arguments, **keywords)
        except ssl.SSLWantReadError:
            raise
        except ssl.SSLWantWriteError:
            raise
        except BaseException:
            span = Connections.open.get(self.fileno())
            if span is not None:
                span[FAILED] = True
                Connections.closed(self.fileno(), True)
            raise
        Connections.connected(self.fileno())
        return result

    do_handshake.__wrapped__ = original
    ssl.SSLSocket.do_handshake = do_handshake


def install_http(client):
    """A request over a connection that an earlier request has opened is a span of its own."""
    connection = client.HTTPConnection
    putrequest, getresponse = connection.putrequest, connection.getresponse

    def traced_putrequest(self, *arguments, **keywords):
        sock = getattr(self, 'sock', None)
        if sock is not None:
            if getattr(self, '_coldframe_used', None) is sock:
                self._coldframe_span = begin(getattr(self, 'host', ''), 'connection',
                                             getattr(self, 'port', 0) or 0, reused=True)
        return putrequest(self, *arguments, **keywords)

    def traced_getresponse(self, *arguments, **keywords):
        span = self.__dict__.pop('_coldframe_span', None)
        sock = getattr(self, 'sock', None)
        try:
            response = getresponse(self, *arguments, **keywords)
        except BaseException:
            if span is not None:
                end(span, True)
            raise
        if span is not None:
            end(span)
        self._coldframe_used = sock
        return response

    connection.putrequest, connection.getresponse = traced_putrequest, traced_getresponse


INSTALLERS = {'socket': install_socket, 'ssl': install_ssl, 'http.client': install_http}


def install(module):
    try:
        INSTALLERS[module.__name__](module)
    except Exception:  # a module of the function that happens to have this name
        pass
