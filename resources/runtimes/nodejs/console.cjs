// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Lambda's log lines for console.*; loaded with the first line.

const fs = require('fs');
const util = require('util');

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const LEVEL_OF = { log: 'INFO' };

function createLog(session) {
    const json = (process.env.AWS_LAMBDA_LOG_FORMAT || '').toUpperCase() === 'JSON';
    const wanted = LEVELS.indexOf((process.env.AWS_LAMBDA_LOG_LEVEL || '').toUpperCase());
    const lowest = wanted >= 0 ? wanted : LEVELS.indexOf(json ? 'INFO' : 'TRACE');
    const format = json ? jsonLine : textLine;
    return (name, values) => {
        const level = LEVEL_OF[name] ?? name.toUpperCase();
        if (LEVELS.indexOf(level) >= lowest)
            write(`${format(session, level, values)}\n`);
    };
}

function textLine(session, level, values) {
    const message = values.length === 1 && typeof values[0] === 'string'
        ? values[0] : util.format(...values);
    // One call is one line for the log: inner line ends become carriage returns.
    return `${new Date().toISOString()}\t${session.requestId}\t${level}\t${message}`
        .replace(/\n/g, '\r');
}

function jsonLine(session, level, values) {
    const record = { timestamp: new Date().toISOString(), level, requestId: session.requestId };
    if (session.tenantId)
        record.tenantId = session.tenantId;
    if (values.length === 1) {
        try {
            return JSON.stringify({ ...record, message: values[0] },
                                  (_, value) => value instanceof Error ? described(value) : value);
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
        errorType: error.name,
        errorMessage: error.message,
        stackTrace: typeof error.stack === 'string' ? error.stack.split('\n') : [],
    };
}

function write(text) {
    let rest = Buffer.from(text);
    while (rest.length > 0) {
        try {
            rest = rest.subarray(fs.writeSync(1, rest));
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
