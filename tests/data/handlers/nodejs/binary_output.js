// SPDX-License-Identifier: GPL-3.0-or-later
// The usual way of bytes out of Node.js: base64 in a proxy response.
exports.handler = async () => ({
    statusCode: 200,
    isBase64Encoded: true,
    body: Buffer.from(Array.from({ length: 256 }, (_, i) => i)).toString('base64'),
});
