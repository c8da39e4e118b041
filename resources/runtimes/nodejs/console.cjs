// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Lambda's log lines for console.*; loaded with the first line.

const fs = require('fs');
const util = require('util');

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const LEVEL_OF = { log: 'INFO' };
const JSON_FRAME = 0xa55a0002; // with a time stamp
const HEADER_SIZE = 16;

function createLog(session) {
    const json = (process.env.AWS_LAMBDA_LOG_FORMAT || '').toUpperCase() === 'JSON';
    const wanted = LEVELS.indexOf((process.env.AWS_LAMBDA_LOG_LEVEL || '').toUpperCase());
    const lowest = wanted >= 0 ? wanted : LEVELS.indexOf(json ? 'INFO' : 'TRACE');
    const format = json ? jsonLine : textLine;
    const descriptor = session.logDescriptor;
    return (name, values) => {
        const level = LEVEL_OF[name] ?? name.toUpperCase();
        const priority = LEVELS.indexOf(level);
        if (priority < lowest)
            return;
        const now = new Date();
        const text = format(session, now.toISOString(), level, values);
        // Without frames one call is one line: inner line ends become carriage returns.
        if (descriptor === undefined)
            write(1, Buffer.from(`${text.replace(/\n/g, '\r')}\n`));
        else
            write(descriptor, frame(text, now, priority + 1, json));
    };
}

function frame(text, time, level, json) {
    const size = Buffer.byteLength(text);
    const bytes = Buffer.allocUnsafe(HEADER_SIZE + size);
    bytes.writeUInt32BE((JSON_FRAME | level << 2 | (json ? 0 : 1)) >>> 0, 0);
    bytes.writeUInt32BE(size, 4);
    bytes.writeBigUInt64BE(BigInt(time.getTime()) * 1000n, 8);
    bytes.write(text, HEADER_SIZE);
    return bytes;
}

function textLine(session, time, level, values) {
    const message = values.length === 1 && typeof values[0] === 'string'
        ? values[0] : util.format(...values);
    return `${time}\t${session.requestId}\t${level}\t${message}`;
}

function jsonLine(session, time, level, values) {
    const record = { timestamp: time, level, requestId: session.requestId };
    if (session.tenantId)
        record.tenantId = session.tenantId;
    if (values.length === 1) {
        try {
            return JSON.stringify({ ...record, message: values[0] },
                                  (_, value) => value instanceof Error
                                      ? Object.assign(described(value), value) : value);
        } catch {
            // Cycles and big integers: as text.
        }
    }
    record.message = util.format(...values);
    const error = values.find((value) => value instanceof Error);
    return JSON.stringify(Object.assign(record, error && described(error)));
}

function described(error) {
    return {
        errorType: error.constructor?.name ?? 'UnknownError',
        errorMessage: error.message,
        stackTrace: typeof error.stack === 'string' ? error.stack.split('\n') : [],
    };
}

function write(descriptor, bytes) {
    let rest = bytes;
    while (rest.length > 0) {
        try {
            rest = rest.subarray(fs.writeSync(descriptor, rest));
        } catch (error) {
            if (error.code === 'EPIPE')
                return;
            if (error.code !== 'EAGAIN' && error.code !== 'EINTR')
                throw error;
            // The function made the descriptor non-blocking, and the pipe is full.
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
        }
    }
}

module.exports = { createLog };
