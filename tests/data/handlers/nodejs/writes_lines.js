// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const fs = require('fs');

const LINE = Buffer.from(`${'x'.repeat(99)}\n`);

exports.handler = async (event) => {
    for (let i = 0; i < event.count; ++i)
        fs.writeSync(1, LINE);
};
