// SPDX-License-Identifier: GPL-3.0-or-later
// 7 MB by default, which is more than Lambda takes.
exports.handler = async (event) => 'x'.repeat(event.size ?? 7 * 1000 * 1000);
