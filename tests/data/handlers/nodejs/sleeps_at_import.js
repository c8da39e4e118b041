// SPDX-License-Identifier: GPL-3.0-or-later
const slow = require('./slow_dependency');

exports.handler = async () => slow.name;
