// SPDX-License-Identifier: GPL-3.0-or-later
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

exports.rejection = async () => {
    Promise.reject(new Error('nobody listens'));
    await pause(1000);
};

exports.exception = async () => {
    setTimeout(() => { throw new RangeError('nobody catches'); }, 10);
    await pause(1000);
};
