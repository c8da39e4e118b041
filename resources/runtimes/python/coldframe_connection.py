# SPDX-License-Identifier: GPL-3.0-or-later
"""The Runtime API's messages over the inherited pipes, without the socket and http modules."""
import os
import re

API = '/2018-06-01/runtime/'
JOINED_WRITE = 65536
READ = 16384  # a block of 64 kB faults in pages anew each time


class HostGone(Exception):
    """The other end of the socket was closed."""


def header_value(text):
    """A header's value as the Runtime API takes it: printable ASCII."""
    return ''.join(character if ' ' <= character <= '~' else '?' for character in str(text))


class _Keys(dict):
    """Header names as the host writes them, and in lower case."""

    def __missing__(self, name):
        self[name] = key = name.lower()
        return key


_keys = _Keys()


class Connection:
    """HTTP/1.1 with keep-alive and pipelining on two blocking descriptors."""

    def __init__(self, events, answers, host):
        for descriptor in (events, answers):
            os.set_inheritable(descriptor, False)
        os.register_at_fork(after_in_child=self._abandon)
        self._events = events
        self._answers = answers
        self._rest = b''
        self._unread_answers = 0
        self._usual_answer = b''
        self._host = 'HTTP/1.1\r\nHost: %s\r\n' % host
        self._next = ('GET %sinvocation/next %s\r\n' % (API, self._host)).encode()
        self._response = 'POST %sinvocation/%%s/response %sContent-Type: %%s\r\n' % (
            API, self._host) + 'Content-Length: %d\r\n%s\r\n'
        self._unsent = []
        self._header_names = []  # of the last message that was taken apart line by line
        self._unusual_names = []  # of the last event, if that was taken apart so
        self._usual_keys = []
        self._match_usual_head = None  # of an event; its groups are the headers' values

    def _abandon(self):
        if self._events >= 0:  # a child of a child has abandoned them already
            for descriptor in {self._events, self._answers}:
                os.close(descriptor)
        self._events = self._answers = -1

    def queue(self, path, body, content_type='application/json', headers=()):
        """Adds a POST to the next write; headers are pairs of texts."""
        head = 'POST %s %sContent-Type: %s\r\nContent-Length: %d\r\n' % (
            path, self._host, content_type, len(body))
        for name, value in headers:
            head += '%s: %s\r\n' % (name, header_value(value))
        self._unsent += ((head + '\r\n').encode('utf-8', 'replace'), body)
        self._unread_answers += 1

    def queue_response(self, request_id, content_type, body, times):
        """Adds the response of an invocation to the next write, with a line of header or none.

        In one step, because every invocation takes it.
        """
        head = self._response % (request_id, content_type, len(body), times)
        self._unsent += (head.encode(), body)
        self._unread_answers += 1

    def send(self):
        """Sends what is queued; its answers are awaited with GET next."""
        if self._unsent:
            self._send()

    def finish(self):
        """Sends what is queued and waits for the answers."""
        self._send()
        self._skip_answers()

    def ask(self, path):
        """Sends what is queued and a request; the status of its answer."""
        self._unsent.append(('GET %s%s %s\r\n' % (API, path, self._host)).encode())
        self._send()
        self._skip_answers()
        status, _, _ = self._receive()
        return status

    def ask_next(self):
        """Sends what is queued together with GET next. What follows costs the host no time."""
        self._unsent.append(self._next)
        self._send()
        if self._unusual_names:
            self._learn_usual_head(self._unusual_names)
            self._unusual_names = []

    def receive_invocation(self):
        """The answer to ask_next(): the headers of the next invocation, and its event in a list
        that the caller empties. A large event should not stay in memory while the handler runs.
        """
        if self._unread_answers:
            self._skip_answers()
        self._header_names = []
        status, headers, event = self._receive()
        self._unusual_names = self._header_names
        if status != 200:
            raise HostGone('GET next was answered with %d' % status)
        return headers, event

    def _learn_usual_head(self, names):
        lines = ''.join(re.escape(name) + ': ([^\\r]*)\\r\\n' for name in names)
        self._match_usual_head = re.compile(
            ('HTTP/1.1 200 OK\\r\\n' + lines + '\\r\\n').encode()).match
        self._usual_keys = [_keys[name] for name in names]

    def _skip_answers(self):
        # Whatever the answer is (413 for a response that is too large), the runtime goes on.
        while self._unread_answers:
            data = self._rest or self._read()
            # Answers are byte for byte the same nearly always: a comparison saves the parsing.
            if self._usual_answer and data.startswith(self._usual_answer):
                self._rest = data[len(self._usual_answer):]
            else:
                self._rest = data
                _, _, body = self._receive()
                begin = data.find(b'\r\n\r\n') + 4
                if begin >= 4 and len(data) >= begin + len(body[0]):
                    self._usual_answer = data[:begin + len(body[0])]
            self._unread_answers -= 1

    def _send(self):
        parts, self._unsent = self._unsent, []
        if self._answers < 0:
            # A child forked by the handler has returned into this loop: it has no say here.
            os._exit(0)
        try:
            if len(parts) <= 3 and sum(map(len, parts)) <= JOINED_WRITE:
                data = b''.join(parts)
                sent = os.write(self._answers, data)
                if sent == len(data):
                    return
                parts = [data[sent:]]
            parts = [memoryview(part) for part in parts if part]
            while parts:
                sent = os.writev(self._answers, parts)
                while parts and sent >= len(parts[0]):
                    sent -= len(parts.pop(0))
                if sent:
                    parts[0] = parts[0][sent:]
        except (BrokenPipeError, ConnectionResetError) as error:
            raise HostGone(str(error)) from None

    def _read(self):
        try:
            data = os.read(self._events, READ)
        except ConnectionResetError:
            data = b''
        if not data:
            raise HostGone('end of stream')
        return data

    def _receive(self):
        data = self._rest or self._read()
        # One step for all headers saves a quarter of the time that a small message takes.
        usual = self._match_usual_head and self._match_usual_head(data)
        if usual:
            values = b'\r'.join(usual.groups()).decode('utf-8', 'replace').split('\r')
            return self._with_body(200, dict(zip(self._usual_keys, values)), data, usual.end())
        end = data.find(b'\r\n\r\n')
        while end < 0:
            data += self._read()
            end = data.find(b'\r\n\r\n')
        lines = data[:end].decode('utf-8', 'replace').split('\r\n')
        status = int(lines.pop(0)[9:12])
        pairs = [line.partition(': ') for line in lines]
        headers = {_keys[name]: value for name, _, value in pairs}
        self._header_names = [name for name, _, _ in pairs]
        return self._with_body(status, headers, data, end + 4)

    def _with_body(self, status, headers, data, begin):
        end = begin + int(headers.get('content-length') or 0)
        if len(data) >= end:
            self._rest = data[end:]
            return status, headers, [data[begin:end]]
        self._rest = b''
        return status, headers, [self._read_body(data[begin:], end - begin)]

    def _read_body(self, first, length):
        body = bytearray(length)
        have = len(first)
        with memoryview(body) as view:
            view[:have] = first
            while have < length:
                count = os.readv(self._events, (view[have:],))
                if not count:
                    raise HostGone('end of stream')
                have += count
        return body
