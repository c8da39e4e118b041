// SPDX-License-Identifier: GPL-3.0-or-later
const missing = require('module-that-does-not-exist');

exports.handler = async () => missing;
