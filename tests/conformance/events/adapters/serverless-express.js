// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
exports.handler = require('@codegenie/serverless-express')({
    app: require('./app.js'),
    binarySettings: { contentTypes: ['image/*'] },
});
