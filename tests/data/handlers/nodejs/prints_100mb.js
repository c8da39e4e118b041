// SPDX-License-Identifier: GPL-3.0-or-later
exports.handler = async () => {
    const line = 'x'.repeat(1023);
    for (let i = 0; i < 100 * 1024; ++i)
        console.log(line);
    return 'printed';
};
