// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Runs a Node.js handler: a client of the Lambda Runtime API on an inherited stream socket.
// The socket is read synchronously, so nothing of the function runs between two invocations.

const started = process.hrtime();
const { Connection } = require('./connection.cjs');
const { ImportTrace } = require('./importtrace.cjs');

const UNSETTLED_PROMISE_EXIT = 13; // what node itself uses for an unsettled top-level await
const UNHANDLED_REJECTION_EXIT = 128;
const UNCAUGHT_EXCEPTION_EXIT = 129;
const LAST_MAJOR_WITH_CALLBACKS = 22;

const environment = process.env;
const connection = new Connection(Number(environment.COLDFRAME_RUNTIME_DESCRIPTOR),
                                  environment.AWS_LAMBDA_RUNTIME_API || '127.0.0.1');
const traced = environment.COLDFRAME_IMPORT_TRACE !== '0';
delete environment.COLDFRAME_RUNTIME_DESCRIPTOR;
delete environment.COLDFRAME_IMPORT_TRACE;
delete environment.COLDFRAME_PACKAGE_FOLDERS;
const taskRoot = environment.LAMBDA_TASK_ROOT || process.cwd();
const runtime = /nodejs(\d+)/.exec(environment.AWS_EXECUTION_ENV || '');
const callbacks = Number(runtime ? runtime[1] : process.versions.node.split('.')[0])
    <= LAST_MAJOR_WITH_CALLBACKS;

// Read once: each look into process.env costs microseconds.
const functionVersion = environment.AWS_LAMBDA_FUNCTION_VERSION;
const functionName = environment.AWS_LAMBDA_FUNCTION_NAME;
const memoryLimitInMB = environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE;
const logGroupName = environment.AWS_LAMBDA_LOG_GROUP_NAME;
const logStreamName = environment.AWS_LAMBDA_LOG_STREAM_NAME;

const session = { requestId: undefined, tenantId: undefined }; // what the console needs to know
const trace = new ImportTrace(taskRoot, started, traced);
let handler = null;
let initialised = false;
let current = null; // the invocation that is not answered yet
let whenIdle = null; // called once when the event loop has nothing left to do

const loadErrors = () => require('./errors.cjs');

function patchConsole() {
    let log = null;
    for (const name of ['trace', 'debug', 'info', 'log', 'warn', 'error', 'fatal']) {
        console[name] = (...values) => {
            log ??= require('./console.cjs').createLog(session);
            log(name, values);
        };
    }
}

function answer(invocation, action, body) {
    if (invocation !== current)
        return; // the first answer counts
    current = null;
    whenIdle = null;
    connection.queue(`/2018-06-01/runtime/invocation/${invocation.id}/${action}`, body);
    connection.sendWithNext();
    // Lets what is already due run before everything stands still.
    setImmediate(serve);
}

function succeed(invocation, result) {
    if (invocation !== current)
        return;
    let body;
    try {
        body = JSON.stringify(result === undefined ? null : result) ?? 'null';
    } catch {
        fail(invocation, new Error('Unable to stringify response body'));
        return;
    }
    answer(invocation, 'response', body);
}

function fail(invocation, error) {
    if (invocation !== current)
        return;
    const errors = loadErrors();
    const reason = error ?? 'handled';
    errors.log('Invoke Error', reason);
    answer(invocation, 'error', JSON.stringify(errors.payload(reason)));
}

function end(message, error, status) {
    const errors = loadErrors();
    errors.log(message, error);
    const payload = errors.payload(error);
    const body = JSON.stringify(payload);
    if (!initialised) {
        trace.end();
        connection.queue('/coldframe/init-trace', trace.toJson());
        connection.queue('/2018-06-01/runtime/init/error', body, payload.errorType);
    } else if (current) {
        connection.queue(`/2018-06-01/runtime/invocation/${current.id}/error`, body);
    }
    connection.finish();
    process.exit(status);
}

function createContext(headers, invocation) {
    const parse = (name) => {
        const text = headers.get(`lambda-runtime-${name}`);
        try {
            return text ? JSON.parse(text) : undefined;
        } catch (error) {
            throw new Error(`Cannot parse ${name} as json: ${error}`);
        }
    };
    const deadline = Number(headers.get('lambda-runtime-deadline-ms'));
    // One literal each, not one built up in steps: that is several times faster.
    const context = callbacks ? {
        callbackWaitsForEmptyEventLoop: true,
        succeed: (result) => succeed(invocation, result),
        fail: (error) => fail(invocation, error),
        done: (error, result) => error === undefined || error === null
            ? succeed(invocation, result) : fail(invocation, error),
        functionVersion,
        functionName,
        memoryLimitInMB,
        logGroupName,
        logStreamName,
        clientContext: parse('client-context'),
        identity: parse('cognito-identity'),
        invokedFunctionArn: headers.get('lambda-runtime-invoked-function-arn'),
        awsRequestId: invocation.id,
        getRemainingTimeInMillis: () => deadline - Date.now(),
    } : {
        functionVersion,
        functionName,
        memoryLimitInMB,
        logGroupName,
        logStreamName,
        clientContext: parse('client-context'),
        identity: parse('cognito-identity'),
        invokedFunctionArn: headers.get('lambda-runtime-invoked-function-arn'),
        awsRequestId: invocation.id,
        getRemainingTimeInMillis: () => deadline - Date.now(),
    };
    if (session.tenantId)
        context.tenantId = session.tenantId;
    return context;
}

function createCallback(invocation, context) {
    let called = false;
    return (error, result) => {
        if (called)
            return;
        called = true;
        if (error !== undefined && error !== null)
            fail(invocation, error);
        else if (!context.callbackWaitsForEmptyEventLoop)
            succeed(invocation, result);
        else if (invocation === current)
            whenIdle = () => succeed(invocation, result);
    };
}

function call(invocation, headers, event) {
    const context = createContext(headers, invocation);
    const result = callbacks
        ? handler(JSON.parse(event), context, createCallback(invocation, context))
        : handler(JSON.parse(event), context);
    if (typeof result?.then === 'function') {
        result.then((value) => succeed(invocation, value), (error) => fail(invocation, error));
        if (invocation === current) {
            whenIdle ??= () => end('Invoke Error', loadErrors().create('Runtime.NodeJsExit',
                'The handler\'s promise was not settled when the event loop became empty'),
                UNSETTLED_PROMISE_EXIT);
        }
    } else if (!callbacks) {
        succeed(invocation, result);
    } else if (invocation === current) {
        whenIdle ??= () => succeed(invocation, null);
    }
}

function setTraceId(traceId) {
    if (traceId)
        environment._X_AMZN_TRACE_ID = traceId;
    else
        delete environment._X_AMZN_TRACE_ID;
}

function serve() {
    const { headers, body } = connection.receiveInvocation();
    const invocation = { id: headers.get('lambda-runtime-aws-request-id') };
    current = invocation;
    whenIdle = null;
    session.requestId = invocation.id;
    session.tenantId = headers.get('lambda-runtime-aws-tenant-id');
    setTraceId(headers.get('lambda-runtime-trace-id'));
    try {
        call(invocation, headers, body);
    } catch (error) {
        fail(invocation, error);
    }
}

process.on('beforeExit', () => {
    const action = whenIdle;
    whenIdle = null;
    action?.();
});
process.on('uncaughtException', (error) => {
    end('Uncaught Exception', error, UNCAUGHT_EXCEPTION_EXIT);
});
process.on('unhandledRejection', (reason, promise) => {
    end('Unhandled Promise Rejection', loadErrors().unhandledRejection(reason, promise),
        UNHANDLED_REJECTION_EXIT);
});

async function initialise() {
    const { loadHandler } = require('./handlerloader.cjs');
    trace.begin();
    try {
        const loading = loadHandler(taskRoot, environment._HANDLER || '', trace);
        // CommonJS needs no turn of the event loop.
        handler = typeof loading === 'function' ? loading : await loading;
        if (!callbacks && handler.length === 3) {
            throw loadErrors().create('Runtime.CallbackHandlerDeprecated',
                'Handlers with a callback are not supported by Node.js 24 and later');
        }
    } catch (error) {
        end('Uncaught Exception', error, UNCAUGHT_EXCEPTION_EXIT);
    }
    trace.end();
    // Rejections of the module's own promises are still failures of the init phase.
    setImmediate(() => {
        initialised = true;
        connection.queue('/coldframe/init-trace', trace.toJson());
        connection.sendWithNext();
        serve();
    });
}

patchConsole();
initialise();
