// SPDX-License-Identifier: GPL-3.0-or-later
const started = Date.now();
await new Promise((resolve) => setTimeout(resolve, 300));
const waited = Date.now() - started;

export const handler = async () => waited;
