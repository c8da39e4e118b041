// SPDX-License-Identifier: GPL-3.0-or-later
let calls = 0;

// How often this execution environment was used.
exports.handler = async () => ++calls;
