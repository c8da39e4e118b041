// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Runs a Node.js handler: a client of the Lambda Runtime API on inherited pipes.
// They are read synchronously, so nothing of the function runs between two invocations.

const started = process.hrtime();
const { Connection } = require('./connection.cjs');
const { createCallbackContext, createContext } = require('./context.cjs');
const { loadHandler } = require('./handlerloader.cjs');
const { ImportTrace } = require('./importtrace.cjs');
const { defineGlobal, streamOptions } = require('./streaming.cjs');

const UNSETTLED_PROMISE_EXIT = 13; // what node itself uses for an unsettled top-level await
const UNHANDLED_REJECTION_EXIT = 128;
const UNCAUGHT_EXCEPTION_EXIT = 129;
const LAST_MAJOR_WITH_CALLBACKS = 22;
const FOREVER = 2 ** 31 - 1;

const environment = process.env;
const [events, answers] = environment.COLDFRAME_RUNTIME_DESCRIPTORS.split(',').map(Number);
const connection = new Connection(events, answers,
                                  environment.AWS_LAMBDA_RUNTIME_API || '127.0.0.1');
const traced = environment.COLDFRAME_IMPORT_TRACE !== '0';
const observed = environment.COLDFRAME_OBSERVES_STATE !== undefined;
for (const own of ['RUNTIME_DESCRIPTORS', 'IMPORT_TRACE', 'PACKAGE_FOLDERS', 'OPT_FOLDER'])
    delete environment[`COLDFRAME_${own}`];
const taskRoot = environment.LAMBDA_TASK_ROOT || process.cwd();
const runtime = /nodejs(\d+)/.exec(environment.AWS_EXECUTION_ENV || '');
const callbacks = Number(runtime ? runtime[1] : process.versions.node.split('.')[0])
    <= LAST_MAJOR_WITH_CALLBACKS;

// What the console needs to know.
const session = { requestId: undefined, tenantId: undefined, logDescriptor: undefined };
if (environment._LAMBDA_TELEMETRY_LOG_FD !== undefined) {
    session.logDescriptor = Number(environment._LAMBDA_TELEMETRY_LOG_FD);
    delete environment._LAMBDA_TELEMETRY_LOG_FD;
}
const trace = new ImportTrace(taskRoot, started, traced);
let spans = null; // once something happened inside an invocation that the host wants to know
const connectionChannels = [];
let knownModules = 0; // of the interpreter's own
let handler = null;
let streaming; // the options of the handler's streams when it has any
let observer = null; // when the host wants to know the state of the module
let initialised = false;
let current = null; // the invocation that is not answered yet
let whenIdle = null; // called once when the event loop has nothing left to do
let traceId; // what _X_AMZN_TRACE_ID is: writing it costs more than comparing

const loadErrors = () => require('./errors.cjs');
const loadCause = (error) => require('./xraycause.cjs').xrayCause(error);

function patchConsole() {
    let log = null;
    for (const name of ['trace', 'debug', 'info', 'log', 'warn', 'error', 'fatal']) {
        console[name] = (...values) => {
            log ??= require('./console.cjs').createLog(session);
            log(name, values);
        };
    }
}

/** Once answered, lets what is already due run before everything stands still. */
function awaitNext() {
    current = null;
    whenIdle = null;
    setImmediate(serve);
}

function neededSpans() {
    return spans ??= new (require('./spans.cjs').Spans)();
}

/** Loads what watches connections as soon as one can be opened, and what names spans on demand:
 * most functions need neither. */
function awaitConnections() {
    Object.defineProperty(globalThis, Symbol.for('coldframe.spans'),
                          { get: neededSpans, configurable: true });
    const channels = require('diagnostics_channel');
    for (const name of ['net.client.socket', 'undici:client:beforeConnect']) {
        const channel = channels.channel(name);
        channel.subscribe((message) => neededSpans().begun(message?.socket));
        connectionChannels.push(channel);
    }
}

/** What the handler loads later, it loads by require() most often. */
function watchRequire() {
    if (!traced || spans?.isWatching)
        return;
    const Module = module.constructor;
    const opensConnections = new Set(['net', 'tls', 'http', 'https', 'http2']);
    const original = Module._load;
    Module._load = function _load(request, parent, isMain) {
        const loaded = original.call(this, request, parent, isMain);
        if (opensConnections.has(request) || (typeof request === 'string'
            && request.startsWith('node:') && opensConnections.has(request.slice(5))))
            lookForConnections();
        return loaded;
    };
}

function lookForConnections() {
    const loaded = process.moduleLoadList;
    if (!traced || !loaded || loaded.length === knownModules)
        return;
    knownModules = loaded.length;
    if (loaded.includes('NativeModule net'))
        neededSpans().watch();
}

/** Tells what happened inside an invocation, once its answer is on its way. */
function sendSpans() {
    if (!spans?.hasAny)
        return;
    spans.settle();
    connection.send();
    const { path, body } = spans.take();
    connection.queue(path, body);
}

/** A line of header: when the handler ran, for the host that measures the rest. */
function handlerTimes(invocation) {
    return traced ? `Coldframe-Handler: ${invocation.begun},${monotonicNow()}\r\n` : '';
}

function monotonicNow() {
    const time = process.hrtime();
    return time[0] * 1e9 + time[1];
}

function answer(invocation, action, body, times, headers) {
    if (invocation !== current)
        return; // the first answer counts
    if (observer || spans?.hasAny) {
        connection.queue(`/2018-06-01/runtime/invocation/${invocation.id}/${action}`, body, headers,
                         times);
        sendSpans();
        (observer ?? connection).sendWithNext();
    } else {
        connection.answer(invocation.id, action, body, headers, times);
    }
    awaitNext();
}

function succeed(invocation, result) {
    if (invocation !== current)
        return;
    const times = handlerTimes(invocation);
    let body;
    try {
        body = JSON.stringify(result === undefined ? null : result) ?? 'null';
    } catch {
        fail(invocation, new Error('Unable to stringify response body'));
        return;
    }
    answer(invocation, 'response', body, times);
}

function failureHeaders(error) {
    return { 'Lambda-Runtime-Function-XRay-Error-Cause': loadCause(error) };
}

function fail(invocation, error) {
    if (invocation !== current)
        return;
    const times = handlerTimes(invocation);
    const errors = loadErrors();
    const reason = error ?? 'handled';
    errors.log('Invoke Error', reason);
    const payload = errors.payload(reason);
    const body = JSON.stringify(payload);
    if (!invocation.stream?.isStarted) {
        answer(invocation, 'error', body, times, failureHeaders(reason));
        return;
    }
    current = null;
    invocation.stream.breakOff(payload.errorType, body, () => {
        sendSpans();
        (observer ?? connection).sendWithNext();
        awaitNext();
    });
}

function end(message, error, status) {
    const errors = loadErrors();
    errors.log(message, error);
    const payload = errors.payload(error);
    const body = JSON.stringify(payload);
    const leave = () => {
        connection.finish();
        process.exit(status);
    };
    const stream = current?.stream;
    if (!initialised) {
        trace.end();
        connection.queue('/coldframe/init-trace', trace.toJson());
        connection.queue('/2018-06-01/runtime/init/error', body,
                         { 'Lambda-Runtime-Function-Error-Type': payload.errorType });
    } else if (stream?.isStarted) {
        current = null;
        stream.breakOff(payload.errorType, body, leave);
        return;
    } else if (current) {
        connection.queue(`/2018-06-01/runtime/invocation/${current.id}/error`, body,
                         failureHeaders(error));
        sendSpans();
    }
    leave();
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

function endUnsettled() {
    end('Invoke Error', loadErrors().create('Runtime.NodeJsExit',
        'The handler\'s promise was not settled when the event loop became empty'),
        UNSETTLED_PROMISE_EXIT);
}

function callStreaming(invocation, headers, event) {
    const { ResponseStream } = require('./responsestream.cjs');
    const stream = new ResponseStream(connection, invocation.id, streaming);
    invocation.stream = stream;
    let timer = null;
    const finished = new Promise((resolve, reject) => {
        stream.once('finish', resolve);
        stream.once('error', reject);
        stream.once('close', () => reject(new Error('The response stream was closed before its end')));
    });
    finished.catch(() => {}); // told once the handler has settled
    const result = handler(JSON.parse(event), stream, createContext(headers));
    if (typeof result?.then !== 'function') {
        fail(invocation, new Error('Streaming does not support non-async handlers.'));
        return;
    }
    whenIdle = endUnsettled;
    result.then((value) => {
        if (value !== undefined)
            console.warn('Streaming handlers ignore return values.');
        // A stream that is never ended lets the function time out.
        timer = setInterval(() => {}, FOREVER);
        return finished;
    }).then(() => {
        if (invocation !== current)
            return;
        sendSpans();
        (observer ?? connection).sendWithNext();
        awaitNext();
    }).catch((error) => fail(invocation, error)).finally(() => clearInterval(timer));
}

function call(invocation, headers, event) {
    if (streaming)
        return callStreaming(invocation, headers, event);
    let result;
    if (callbacks) {
        const context = createCallbackContext(headers, (value) => succeed(invocation, value),
                                              (error) => fail(invocation, error));
        result = handler(JSON.parse(event), context, createCallback(invocation, context));
    } else {
        result = handler(JSON.parse(event), createContext(headers));
    }
    if (typeof result?.then === 'function') {
        result.then((value) => succeed(invocation, value), (error) => fail(invocation, error));
        if (invocation === current)
            whenIdle ??= endUnsettled;
    } else if (!callbacks) {
        succeed(invocation, result);
    } else if (invocation === current) {
        whenIdle ??= () => succeed(invocation, null);
    }
}

function setTraceId(value) {
    if (value === traceId)
        return;
    traceId = value;
    if (value)
        environment._X_AMZN_TRACE_ID = value;
    else
        delete environment._X_AMZN_TRACE_ID;
}

function serve() {
    const { headers, body } = connection.receiveInvocation();
    const invocation = { id: headers['lambda-runtime-aws-request-id'], stream: null,
                         begun: monotonicNow() };
    lookForConnections();
    current = invocation;
    whenIdle = null;
    session.requestId = invocation.id;
    session.tenantId = headers['lambda-runtime-aws-tenant-id'];
    setTraceId(headers['lambda-runtime-trace-id']);
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
    if (traced)
        awaitConnections();
    trace.begin();
    try {
        const loading = loadHandler(taskRoot, environment._HANDLER || '', trace);
        // CommonJS needs no turn of the event loop.
        handler = typeof loading === 'function' ? loading : await loading;
        streaming = streamOptions(handler);
        if (!callbacks && !streaming && handler.length === 3) {
            throw loadErrors().create('Runtime.CallbackHandlerDeprecated',
                'Handlers with a callback are not supported by Node.js 24 and later');
        }
    } catch (error) {
        end('Uncaught Exception', error, UNCAUGHT_EXCEPTION_EXIT);
    }
    trace.end();
    lookForConnections();
    watchRequire();
    // Rejections of the module's own promises are still failures of the init phase.
    setImmediate(() => {
        initialised = true;
        connection.queue('/coldframe/init-trace', trace.toJson());
        if (observer)
            observer.begin(handler, environment._HANDLER || '');
        else
            connection.sendWithNext();
        serve();
    });
}

patchConsole();
if (!['1', 'true'].includes(environment.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA))
    defineGlobal();
if (observed) {
    delete environment.COLDFRAME_OBSERVES_STATE;
    observer = new (require('./state.cjs').Observer)(connection, taskRoot);
}
initialise();
