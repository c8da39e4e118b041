// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const fs = require('fs');

const BUFFER_SIZE = 65536;
const END_OF_HEADER = '\r\n\r\n';

/** HTTP/1.1 with keep-alive and pipelining on a blocking descriptor. */
class Connection {
    #descriptor;
    #host;
    #next;
    #unsent = []; // strings
    #unreadAnswers = 0;
    #usualAnswer = Buffer.alloc(0);
    #buffer = Buffer.allocUnsafe(BUFFER_SIZE);
    #begin = 0; // of what is read and not used yet
    #end = 0;

    constructor(descriptor, host) {
        this.#descriptor = descriptor;
        this.#host = `HTTP/1.1\r\nHost: ${host}\r\n`;
        this.#next = `GET /2018-06-01/runtime/invocation/next ${this.#host}\r\n`;
    }

    /** Adds a POST to the next write. */
    queue(path, body, errorType) {
        let header = `POST ${path} ${this.#host}Content-Type: application/json\r\n`
            + `Content-Length: ${Buffer.byteLength(body)}\r\n`;
        if (errorType) {
            const value = String(errorType).replace(/[^\x20-\x7e]/g, '?');
            header += `Lambda-Runtime-Function-Error-Type: ${value}\r\n`;
        }
        this.#unsent.push(`${header}\r\n`, body);
        ++this.#unreadAnswers;
    }

    /** Sends what is queued together with GET next. */
    sendWithNext() {
        this.#unsent.push(this.#next);
        this.#send();
    }

    /** Sends what is queued and waits for the answers. */
    finish() {
        this.#send();
        this.#skipAnswers();
    }

    /** Waits for the answer to GET next. */
    receiveInvocation() {
        this.#skipAnswers();
        const message = this.#receive();
        if (message.status !== 200)
            process.exit(0);
        return message;
    }

    #skipAnswers() {
        // Whatever the answer is (413 for a response that is too large), the runtime goes on.
        for (; this.#unreadAnswers > 0; --this.#unreadAnswers) {
            if (this.#begin === this.#end) {
                this.#begin = 0;
                this.#end = this.#read(this.#buffer, 0);
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
            || this.#buffer.compare(usual, 0, usual.length, this.#begin, end) !== 0)
            return false;
        this.#begin = end;
        return true;
    }

    #receiveAnswer() {
        const begin = this.#begin;
        const bodyBegin = this.#findBody();
        const { headers } = this.#receive();
        const end = bodyBegin + Number(headers.get('content-length') || 0);
        // Only an answer that was in the buffer as a whole has kept its place there.
        if (bodyBegin >= 0 && this.#begin === end)
            this.#usualAnswer = Buffer.from(this.#buffer.subarray(begin, end));
    }

    #send() {
        const parts = this.#unsent;
        this.#unsent = [];
        if (parts.length === 0)
            return;
        const length = parts.reduce((sum, part) => sum + part.length, 0);
        let buffers = length <= BUFFER_SIZE
            ? [Buffer.from(parts.join(''))] : parts.map((part) => Buffer.from(part));
        while (buffers.length > 0) {
            let sent = this.#retry(() => fs.writevSync(this.#descriptor, buffers));
            while (buffers.length > 0 && sent >= buffers[0].length)
                sent -= buffers.shift().length;
            if (sent > 0)
                buffers[0] = buffers[0].subarray(sent);
        }
    }

    #read(buffer, offset) {
        const count = this.#retry(() => fs.readSync(this.#descriptor, buffer, offset,
                                                    buffer.length - offset, null));
        if (count === 0)
            process.exit(0); // the host is gone
        return count;
    }

    #retry(operation) {
        for (;;) {
            try {
                return operation();
            } catch (error) {
                if (error.code === 'EPIPE' || error.code === 'ECONNRESET')
                    process.exit(0); // the host is gone
                if (error.code !== 'EINTR')
                    throw error;
            }
        }
    }

    #receive() {
        const bodyBegin = this.#readHeader();
        const lines = this.#buffer.toString('utf8', this.#begin, bodyBegin).split('\r\n');
        const headers = new Map();
        for (let i = 1; i < lines.length - 2; ++i) {
            const colon = lines[i].indexOf(':');
            headers.set(lines[i].slice(0, colon).toLowerCase(), lines[i].slice(colon + 1).trim());
        }
        this.#begin = bodyBegin;
        const body = this.#readBody(Number(headers.get('content-length') || 0));
        return { status: Number(lines[0].slice(9, 12)), headers, body };
    }

    /** The position after the header in the buffer, -1 when it is not complete. */
    #findBody() {
        const position = this.#buffer.subarray(0, this.#end)
            .indexOf(END_OF_HEADER, this.#begin, 'latin1');
        return position < 0 ? -1 : position + END_OF_HEADER.length;
    }

    /** Reads until the header is in the buffer, from #begin on; the position after it. */
    #readHeader() {
        for (;;) {
            const bodyBegin = this.#findBody();
            if (bodyBegin >= 0)
                return bodyBegin;
            if (this.#begin > 0) {
                this.#buffer.copy(this.#buffer, 0, this.#begin, this.#end);
                this.#end -= this.#begin;
                this.#begin = 0;
            }
            if (this.#end === this.#buffer.length)
                this.#buffer = Buffer.concat([this.#buffer], 2 * this.#buffer.length);
            this.#end += this.#read(this.#buffer, this.#end);
        }
    }

    #readBody(length) {
        const end = this.#begin + length;
        if (end <= this.#end) {
            const text = this.#buffer.toString('utf8', this.#begin, end);
            this.#begin = end;
            return text;
        }
        const body = Buffer.allocUnsafe(length);
        let have = this.#buffer.copy(body, 0, this.#begin, this.#end);
        this.#begin = this.#end = 0;
        while (have < length)
            have += this.#read(body, have);
        return body.toString('utf8');
    }
}

module.exports = { Connection };
