// SPDX-License-Identifier: GPL-3.0-or-later
exports.bigint = async () => ({ number: 1n });

exports.cycle = async () => {
    const value = {};
    value.self = value;
    return value;
};

exports.callback = (event, context, callback) => callback(null, 1n);
