// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// The context object of an invocation (environment.md 6).

const environment = process.env;

// Read once: each look into process.env costs microseconds.
const functionVersion = environment.AWS_LAMBDA_FUNCTION_VERSION;
const functionName = environment.AWS_LAMBDA_FUNCTION_NAME;
const memoryLimitInMB = environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE;
const logGroupName = environment.AWS_LAMBDA_LOG_GROUP_NAME;
const logStreamName = environment.AWS_LAMBDA_LOG_STREAM_NAME;

function parsed(headers, name) {
    const text = headers[`lambda-runtime-${name}`];
    if (!text)
        return undefined;
    try {
        // Headers are read byte by byte, but may carry UTF-8.
        return JSON.parse(Buffer.from(text, 'latin1').toString());
    } catch (error) {
        throw new Error(`Cannot parse ${name} as json: ${error}`);
    }
}

/** What a handler gets that answers by its promise alone. */
function createContext(headers) {
    const deadline = Number(headers['lambda-runtime-deadline-ms']);
    // One literal, not one built up in steps: that is several times faster.
    const context = {
        functionVersion,
        functionName,
        memoryLimitInMB,
        logGroupName,
        logStreamName,
        clientContext: parsed(headers, 'client-context'),
        identity: parsed(headers, 'cognito-identity'),
        invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
        awsRequestId: headers['lambda-runtime-aws-request-id'],
        getRemainingTimeInMillis: () => deadline - Date.now(),
    };
    if (headers['lambda-runtime-aws-tenant-id'])
        context.tenantId = headers['lambda-runtime-aws-tenant-id'];
    return context;
}

/** The same with what answers without a promise, up to Node.js 22. */
function createCallbackContext(headers, succeed, fail) {
    const deadline = Number(headers['lambda-runtime-deadline-ms']);
    const context = {
        callbackWaitsForEmptyEventLoop: true,
        succeed,
        fail,
        done: (error, result) => error === undefined || error === null
            ? succeed(result) : fail(error),
        functionVersion,
        functionName,
        memoryLimitInMB,
        logGroupName,
        logStreamName,
        clientContext: parsed(headers, 'client-context'),
        identity: parsed(headers, 'cognito-identity'),
        invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
        awsRequestId: headers['lambda-runtime-aws-request-id'],
        getRemainingTimeInMillis: () => deadline - Date.now(),
    };
    if (headers['lambda-runtime-aws-tenant-id'])
        context.tenantId = headers['lambda-runtime-aws-tenant-id'];
    return context;
}

module.exports = { createContext, createCallbackContext };
