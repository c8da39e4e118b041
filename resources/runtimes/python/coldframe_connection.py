# SPDX-License-Identifier: GPL-3.0-or-later
"""The Runtime API's messages over the inherited socket, without the socket and http modules."""
import os

API = '/2018-06-01/runtime/'
JOINED_WRITE = 65536


class HostGone(Exception):
    """The other end of the socket was closed."""


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
        if self._descriptor >= 0:  # a child of a child has abandoned it already
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
