// SPDX-License-Identifier: GPL-3.0-or-later
exports.handler = async (event) => {
    if ('value' in event)
        throw event.value;
    const error = new (globalThis[event.type] ?? Error)(event.message ?? 'no good');
    if (event.code)
        error.code = event.code;
    throw error;
};

exports.sync = (event) => {
    throw new TypeError(event.message);
};
