// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// The stream of a streamed response; loaded with the first one.

const { Writable } = require('stream');
const { headerValue } = require('./connection.cjs');

const HTTP_INTEGRATION = 'application/vnd.awslambda.http-integration-response';
const PRELUDE_END = Buffer.alloc(8);
const LINE_END = Buffer.from('\r\n');

const setPrelude = Symbol('prelude');

/** Anything that is neither text nor bytes travels as JSON. */
function data(chunk) {
    return typeof chunk === 'string' || chunk instanceof Uint8Array
        ? chunk : JSON.stringify(chunk);
}

/**
 * Sends what is written in chunks, each as soon as the one before it was taken by the host. Nothing
 * is sent before the first chunk: until then the invocation may still fail as a whole.
 */
class ResponseStream extends Writable {
    #connection;
    #id;
    #contentType = 'application/octet-stream';
    #prelude = null;
    #started = false;
    #complete = false;
    #trailer = '';
    #writing = false;
    #whenWritten = null;

    constructor(connection, id, options) {
        super(options.highWaterMark === undefined ? {} : { highWaterMark: options.highWaterMark });
        this.#connection = connection;
        this.#id = id;
    }

    /** Whether a part of the response was sent: it can only be broken off now. */
    get isStarted() {
        return this.#started;
    }

    setContentType(contentType) {
        if (this.#started) {
            const error = new Error('Cannot set content-type, too late.');
            error.name = 'InvalidStreamingOperation';
            throw error;
        }
        this.#contentType = contentType;
    }

    write(chunk, ...rest) {
        return super.write(data(chunk), ...rest);
    }

    end(chunk, ...rest) {
        return typeof chunk === 'function' || chunk === undefined || chunk === null
            ? super.end(chunk, ...rest) : super.end(data(chunk), ...rest);
    }

    /** Ends the response with an error in its trailer; done() once all is sent. */
    breakOff(errorType, errorBody, done) {
        if (this.#complete && this.#writing) {
            this.#whenWritten = done;
            return;
        }
        if (this.#complete)
            return done();
        this.#trailer = `Lambda-Runtime-Function-Error-Type: ${headerValue(errorType)}\r\n`
            + `Lambda-Runtime-Function-Error-Body: ${Buffer.from(errorBody).toString('base64')}\r\n`;
        const finish = () => this.#finish(done);
        if (this.destroyed && this.#writing)
            this.#whenWritten = finish;
        else if (this.destroyed)
            finish();
        else if (this.writableEnded)
            this.once('finish', done);
        else
            this.end(() => done());
    }

    [setPrelude](prelude) {
        this.#prelude = Buffer.concat([Buffer.from(JSON.stringify(prelude)), PRELUDE_END]);
    }

    _write(chunk, encoding, callback) {
        this.#send(chunk.length > 0 ? [chunk] : [], '', callback);
    }

    _writev(entries, callback) {
        this.#send(entries.map((entry) => entry.chunk).filter((chunk) => chunk.length > 0), '',
                   callback);
    }

    _final(callback) {
        this.#finish(callback);
    }

    #finish(done) {
        this.#complete = true;
        this.#send([], `0\r\n${this.#trailer}\r\n`, done);
    }

    #send(chunks, end, done) {
        const buffers = [];
        if (!this.#started) {
            this.#started = true;
            buffers.push(Buffer.from(this.#connection.streamHead(this.#id, this.#contentType)));
            if (this.#prelude)
                chunks = [this.#prelude, ...chunks];
        }
        if (chunks.length > 0) {
            const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
            buffers.push(Buffer.from(`${bytes.toString(16)}\r\n`), ...chunks, LINE_END);
        }
        if (end !== '')
            buffers.push(Buffer.from(end));
        if (buffers.length === 0)
            return done();
        this.#writing = true;
        this.#connection.write(buffers, () => {
            this.#writing = false;
            const next = this.#whenWritten;
            this.#whenWritten = null;
            done();
            next?.();
        });
    }
}

/** Streams that begin with what an HTTP integration makes status, headers and cookies of. */
class HttpResponseStream {
    static from(stream, prelude) {
        stream.setContentType(HTTP_INTEGRATION);
        stream[setPrelude](prelude);
        return stream;
    }
}

module.exports = { ResponseStream, HttpResponseStream };
