// SPDX-License-Identifier: GPL-3.0-or-later
// What runtimes of different versions and settings do differently.
let background = 0;

exports.plain = () => 'plain';

exports.callback = (event, context, callback) => callback(null, 'called back');

exports.hasGlobal = async () => typeof awslambda;

exports.background = async () => {
    const before = background;
    setImmediate(() => ++background);
    return before;
};

exports.fails = async (event) => {
    throw new RangeError(event.message);
};

exports.layer = async () => require('from-layer');

exports.length = async (event) => event.text.length;
