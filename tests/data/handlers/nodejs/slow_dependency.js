// SPDX-License-Identifier: GPL-3.0-or-later
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1200);

exports.name = 'slow_dependency';
