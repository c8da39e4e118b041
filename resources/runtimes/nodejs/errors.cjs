// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Error payloads and log records of failures; loaded with the first failure.

const util = require('util');

const ownFrame = (line) => line.includes(`${__dirname}/`);

/** An error of one of Lambda's own types. The place comes from the cause where there is one. */
function create(type, message, cause) {
    const error = new Error(message);
    error.name = type;
    const place = typeof cause?.stack === 'string' ? cause.stack.split('\n') : [];
    const text = String(cause).split('\n');
    const frames = place.filter((line) => !text.includes(line) && line.trim() !== '');
    error.stack = [`${type}: ${error.message}`, ...frames].join('\n');
    return error;
}

function unhandledRejection(reason, promise) {
    const error = create('Runtime.UnhandledPromiseRejection', String(reason));
    if (typeof reason?.stack === 'string')
        error.stack = `${error.name}: ${reason.stack}`;
    error.reason = reason;
    error.promise = promise;
    return error;
}

function withoutOwnFrames(text) {
    return text.split('\n').filter((line) => !ownFrame(line)).join('\n')
        .replace(/\nRequire stack:(?!\n- )/, '');
}

const lines = (text) => withoutOwnFrames(text).split('\n');

function isError(value) {
    return util.types.isNativeError(value) || value instanceof Error;
}

/** What the caller of the function gets, with Lambda's keys in Lambda's order. */
function payload(error) {
    try {
        if (!isError(error))
            return { errorType: typeof error, errorMessage: String(error), trace: [] };
        return {
            errorType: error.name,
            errorMessage: error.message,
            trace: typeof error.stack === 'string' ? lines(error.stack) : [],
        };
    } catch {
        return {
            errorType: 'handled',
            errorMessage: 'callback called with Error argument, but there was a problem while '
                + 'retrieving one or more of its message, name, and stack',
        };
    }
}

function withProperties(error) {
    if (!isError(error))
        return error;
    const result = Object.assign({
        errorType: error.name,
        errorMessage: error.message,
        code: error.code,
    }, error);
    delete result.name;
    if (typeof error.stack === 'string')
        result.stack = lines(error.stack);
    return result;
}

/** Writes the failure to the log as one record. */
function log(message, error) {
    if ((process.env.AWS_LAMBDA_LOG_FORMAT || '').toUpperCase() === 'JSON') {
        const { errorType, errorMessage, trace } = payload(error);
        console.error({ errorType, errorMessage, stackTrace: trace });
        return;
    }
    let text;
    try {
        text = JSON.stringify(isError(error) ? error : payload(error),
                              (_, value) => withProperties(value));
    } catch {
        text = JSON.stringify(payload(error));
    }
    console.error(message, `\t${text}`);
}

module.exports = { create, unhandledRejection, payload, log };
