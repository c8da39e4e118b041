// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const fs = require('fs');

const SMALL = 16384; // up to here a message goes through one string as a whole
const KEPT = 8 * 1024 * 1024; // larger buffers are not kept for the next invocation
const INITIAL = 65536;
const END_OF_HEADER = '\r\n\r\n';
const INVOCATION = '/2018-06-01/runtime/invocation/';

const keys = new Map(); // of header names as the host writes them

function keyOf(name) {
    let key = keys.get(name);
    if (key === undefined) {
        key = name.toLowerCase();
        keys.set(name, key);
    }
    return key;
}

/** A header's value as the Runtime API takes it: printable ASCII, a delete character encoded. */
function headerValue(text) {
    return String(text).replace(/\x7f/g, '%7F').replace(/[^\x20-\x7e]/g, '?');
}

/** HTTP/1.1 with keep-alive and pipelining on two blocking descriptors. */
class Connection {
    #events; // what the host sends is read here
    #answers;
    #host;
    #next;
    #output = Buffer.allocUnsafeSlow(INITIAL);
    #unsent = 0; // bytes at the beginning of #output
    #unreadAnswers = 0;
    #unreadBehind = 0; // answers to what was sent behind the last GET next
    #usualAnswer = Buffer.alloc(0);
    #input = Buffer.allocUnsafeSlow(INITIAL);
    #begin = 0; // of what is read and not used yet
    #end = 0;

    constructor(events, answers, host) {
        this.#events = events;
        this.#answers = answers;
        this.#host = `HTTP/1.1\r\nHost: ${host}\r\n`;
        this.#next = `GET ${INVOCATION}next ${this.#host}\r\n`;
    }

    /**
     * Adds a POST to the next write. Headers are an object of texts; lines are lines of the header
     * as they are sent, for what every invocation has.
     */
    queue(path, body, headers, lines) {
        this.#appendPost(path, body, headers, lines);
        ++this.#unreadAnswers;
    }

    /** Sends the answer to an invocation together with GET next. */
    answer(id, action, body, headers, lines) {
        this.#appendPost(`${INVOCATION}${id}/${action}`, body, headers, lines, this.#next);
        ++this.#unreadAnswers;
        this.#send();
    }

    /** Sends what is queued; its answers are awaited with GET next. */
    send() {
        this.#send();
    }

    /** Sends what is queued together with GET next. */
    sendWithNext() {
        this.#append(this.#next);
        this.#send();
    }

    /** Asks for the next event with these headers, and then posts what body() makes. */
    sendNextBefore(headers, path, body) {
        const lines = Object.keys(headers).map((name) => `${name}: ${headers[name]}\r\n`).join('');
        this.#append(`${this.#next.slice(0, -2)}${lines}\r\n`);
        this.#send();
        this.#appendPost(path, body());
        this.#send();
        ++this.#unreadBehind;
    }

    /** Sends what is queued and waits for the answers. */
    finish() {
        this.#send();
        this.#skipAnswers();
    }

    /** Sends what is queued and a request; the status of its answer. */
    ask(path) {
        this.#append(`GET ${path} ${this.#host}\r\n`);
        this.#send();
        this.#skipAnswers();
        return this.#receive().status;
    }

    /** The head of a response whose body follows in chunks. Its answer is awaited with GET next. */
    streamHead(id, contentType) {
        ++this.#unreadAnswers;
        return `POST ${INVOCATION}${id}/response ${this.#host}`
            + `Content-Type: ${headerValue(contentType)}\r\n`
            + 'Lambda-Runtime-Function-Response-Mode: streaming\r\n'
            + 'Transfer-Encoding: chunked\r\n'
            + 'Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n';
    }

    /**
     * Writes outside of the event loop's thread: the function goes on while the host takes its
     * time. Nothing else may be sent until done() was called.
     */
    write(buffers, done) {
        fs.writev(this.#answers, buffers, (error, sent) => {
            if (error && error.code !== 'EINTR')
                return this.#failed(error);
            const rest = withoutBegin(buffers, sent ?? 0);
            if (rest.length > 0)
                this.write(rest, done);
            else
                done();
        });
    }

    /** Waits for the answer to GET next. */
    receiveInvocation() {
        this.#skipAnswers();
        const message = this.#receive();
        this.#unreadAnswers += this.#unreadBehind;
        this.#unreadBehind = 0;
        if (message.status !== 200)
            process.exit(0);
        return message;
    }

    #appendPost(path, body, headers = {}, lines = '', tail = '') {
        const bytes = Buffer.byteLength(body);
        let head = `POST ${path} ${this.#host}Content-Type: application/json\r\n`
            + `Content-Length: ${bytes}\r\n${lines}`;
        for (const name of Object.keys(headers))
            head += `${name}: ${headerValue(headers[name])}\r\n`;
        head += '\r\n';
        if (bytes < SMALL) {
            this.#append(head + body + tail);
            return;
        }
        this.#reserve(3 * (head.length + tail.length) + bytes);
        for (const text of [head, body, tail])
            this.#unsent += this.#output.write(text, this.#unsent);
    }

    #append(text) {
        this.#reserve(3 * text.length); // what one unit of a string can take as UTF-8
        this.#unsent += this.#output.write(text, this.#unsent);
    }

    #reserve(bytes) {
        const needed = this.#unsent + bytes;
        if (needed <= this.#output.length)
            return;
        const small = this.#output;
        if (this.#begin === this.#end && needed <= this.#input.length)
            this.#swap();
        else
            this.#output = Buffer.allocUnsafeSlow(Math.max(needed, 2 * small.length));
        small.copy(this.#output, 0, 0, this.#unsent);
    }

    /**
     * The memory that brought an event takes its response, and the other way round: memory that
     * was used before costs nothing, new one an interruption for each of its pages.
     */
    #swap() {
        [this.#input, this.#output] = [this.#output, this.#input];
        this.#begin = this.#end = 0;
    }

    #send() {
        let sent = 0;
        while (sent < this.#unsent) {
            try {
                sent += fs.writeSync(this.#answers, this.#output, sent, this.#unsent - sent);
            } catch (error) {
                this.#failed(error);
            }
        }
        this.#unsent = 0;
        if (this.#output.length > KEPT)
            this.#output = Buffer.allocUnsafeSlow(INITIAL);
    }

    #skipAnswers() {
        // Whatever the answer is (413 for a response that is too large), the runtime goes on.
        for (; this.#unreadAnswers > 0; --this.#unreadAnswers) {
            if (this.#begin === this.#end) {
                this.#begin = this.#end = 0;
                this.#read();
            }
            if (!this.#skipUsualAnswer())
                this.#receiveAnswer();
        }
    }

    /** Answers are byte for byte the same nearly always: a comparison saves the parsing. */
    #skipUsualAnswer() {
        const usual = this.#usualAnswer;
        const end = this.#begin + usual.length;
        if (usual.length === 0 || end > this.#end
            || this.#input.compare(usual, 0, usual.length, this.#begin, end) !== 0)
            return false;
        this.#begin = end;
        return true;
    }

    #receiveAnswer() {
        const begin = this.#begin;
        const had = this.#end;
        this.#receive();
        // Only an answer that was in the buffer as a whole has kept its place there.
        if (this.#end === had && this.#begin > begin)
            this.#usualAnswer = Buffer.from(this.#input.subarray(begin, this.#begin));
    }

    #receive() {
        if (this.#begin === this.#end) {
            this.#begin = this.#end = 0;
            if (this.#input.length > KEPT)
                this.#input = Buffer.allocUnsafeSlow(INITIAL);
            this.#read();
        }
        let text = '';
        let headEnd = -1;
        for (;;) {
            text = this.#input.latin1Slice(this.#begin, Math.min(this.#end, this.#begin + SMALL));
            headEnd = text.indexOf(END_OF_HEADER);
            if (headEnd < 0 && this.#end - this.#begin >= SMALL) {
                text = this.#input.latin1Slice(this.#begin, this.#end);
                headEnd = text.indexOf(END_OF_HEADER);
            }
            if (headEnd >= 0)
                break;
            this.#read();
        }
        const headers = this.#headers(text, headEnd);
        const begin = this.#begin + headEnd + END_OF_HEADER.length;
        const body = this.#body(begin, Number(headers['content-length'] || 0));
        return { status: Number(text.slice(9, 12)), headers, body };
    }

    #headers(text, headEnd) {
        const headers = {};
        let at = text.indexOf('\r\n') + 2;
        while (at < headEnd) {
            const colon = text.indexOf(':', at);
            const end = text.indexOf('\r\n', colon);
            const begin = text.charCodeAt(colon + 1) === 32 ? colon + 2 : colon + 1;
            headers[keyOf(text.slice(at, colon))] = text.slice(begin, end);
            at = end + 2;
        }
        return headers;
    }

    #body(begin, length) {
        const offset = begin - this.#begin;
        while (this.#end - this.#begin < offset + length) {
            this.#makeRoom(offset + length);
            this.#read();
        }
        this.#begin += offset + length;
        return this.#input.utf8Slice(this.#begin - length, this.#begin);
    }

    /** Lets the buffer hold this many bytes from #begin on. */
    #makeRoom(bytes) {
        if (this.#begin + bytes <= this.#input.length)
            return;
        const from = this.#input;
        const [begin, end] = [this.#begin, this.#end];
        if (bytes > from.length && this.#unsent === 0 && bytes <= this.#output.length)
            this.#swap();
        else if (bytes > from.length)
            this.#input = Buffer.allocUnsafeSlow(bytes + (bytes >> 2)); // so may be the response
        from.copy(this.#input, 0, begin, end);
        this.#begin = 0;
        this.#end = end - begin;
    }

    #read() {
        if (this.#end === this.#input.length)
            this.#makeRoom(2 * (this.#end - this.#begin));
        for (;;) {
            try {
                const count = fs.readSync(this.#events, this.#input, this.#end,
                                          this.#input.length - this.#end, null);
                if (count === 0)
                    process.exit(0); // the host is gone
                this.#end += count;
                return;
            } catch (error) {
                this.#failed(error);
            }
        }
    }

    #failed(error) {
        if (error.code === 'EPIPE' || error.code === 'ECONNRESET')
            process.exit(0); // the host is gone
        if (error.code !== 'EINTR')
            throw error;
    }
}

/** What is left of buffers after the first bytes were sent. */
function withoutBegin(buffers, bytes) {
    let at = 0;
    while (at < buffers.length && bytes >= buffers[at].length)
        bytes -= buffers[at++].length;
    return at < buffers.length && bytes > 0
        ? [buffers[at].subarray(bytes), ...buffers.slice(at + 1)] : buffers.slice(at);
}

module.exports = { Connection, headerValue };
