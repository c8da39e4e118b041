// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
exports.handler = require('serverless-http')(require('./app.js'), { binary: ['image/*'] });
