// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Handlers that stream their response (runtime-api.md 8). The marks on a handler are public:
// libraries read and set them.

const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');
const HIGH_WATER_MARK = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');
const STREAMED_RESPONSE = 'response';

/** Defines the global through which functions ask for a stream. */
function defineGlobal() {
    const streamifyResponse = (handler, options) => {
        handler[STREAMING] = STREAMED_RESPONSE;
        handler[HIGH_WATER_MARK] = options?.highWaterMark;
        return handler;
    };
    globalThis.awslambda = {
        ...globalThis.awslambda,
        streamifyResponse,
        get HttpResponseStream() { // most functions never need what it loads
            return require('./responsestream.cjs').HttpResponseStream;
        },
    };
}

/** How a handler wants to answer: undefined, or the options of its stream. */
function streamOptions(handler) {
    return handler[STREAMING] === STREAMED_RESPONSE
        ? { highWaterMark: handler[HIGH_WATER_MARK] } : undefined;
}

module.exports = { defineGlobal, streamOptions };
