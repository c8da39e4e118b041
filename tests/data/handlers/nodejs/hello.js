// SPDX-License-Identifier: GPL-3.0-or-later
exports.handler = async (event) => ({ message: `hello, ${event.name ?? 'world'}` });
