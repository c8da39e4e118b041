// SPDX-License-Identifier: GPL-3.0-or-later
// The styles of handlers without a promise.
exports.result = (event, context, callback) => {
    callback(null, event);
};

exports.late = (event, context, callback) => {
    setTimeout(() => callback(null, 'late'), 50);
};

exports.error = (event, context, callback) => {
    callback(new TypeError('called back'));
};

exports.text = (event, context, callback) => {
    callback('only text');
};

exports.twice = (event, context, callback) => {
    callback(null, 'first');
    callback(null, 'second');
};

// By default the answer waits for the event loop to become empty.
exports.waits = (event, context, callback) => {
    setTimeout(() => console.log('timer done'), 200);
    callback(null, 'answer');
};

exports.doesNotWait = (event, context, callback) => {
    context.callbackWaitsForEmptyEventLoop = false;
    setTimeout(() => console.log('timer of an earlier invocation'), 200);
    callback(null, 'answer');
};

exports.nothing = () => 'a return value counts only from Node.js 24 on';

exports.succeed = (event, context) => context.succeed('succeeded');

exports.fail = (event, context) => context.fail(new Error('failed'));

exports.done = (event, context) => {
    setInterval(() => {}, 1000).unref();
    context.done(null, 'done');
};
