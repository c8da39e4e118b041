// SPDX-License-Identifier: GPL-3.0-or-later
const { execFileSync, spawn } = require('child_process');

// Starts a grandchild that outlives the handler; returns only when the event says so.
exports.handler = (event) => new Promise((resolve) => {
    if (event.what === 'sockets') {
        const list = execFileSync('/bin/ls', ['-l', '/proc/self/fd']).toString();
        resolve([...list.matchAll(/ (\d+) -> socket:/g)]
            .map((match) => Number(match[1])).filter((descriptor) => descriptor > 2));
        return;
    }
    const child = spawn('sleep', ['600'], { stdio: 'inherit', detached: Boolean(event.session) });
    if (event.returns)
        resolve(child.pid);
});
