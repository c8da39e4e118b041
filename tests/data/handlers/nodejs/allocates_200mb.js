// SPDX-License-Identifier: GPL-3.0-or-later
exports.handler = async () => Buffer.alloc(200 * 1024 * 1024, 'x').length;
