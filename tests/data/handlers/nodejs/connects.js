// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Opens connections in the ways that libraries use. What is loaded when matters.

const closed = (socket) => new Promise((resolve) => {
    socket.on('error', () => {});
    socket.on('close', resolve);
});

exports.plain = async ({ port }) => {
    const socket = require('net').connect({ port, host: 'localhost', family: 4 },
                                            () => socket.destroy());
    await closed(socket);
    return 'done';
};

let open;
exports.leftOpen = async ({ port }) => {
    const net = require('net');
    await new Promise((resolve) => {
        open = new net.Socket().connect({ port, host: '127.0.0.1' }, resolve);
    });
    open.unref();
    return 'done';
};

exports.refused = ({ closed: port }) => new Promise((resolve) => {
    require('net').connect(port, '127.0.0.1').on('error', (error) => resolve(error.code));
});

exports.fetches = async ({ port }) => (await fetch(`http://127.0.0.1:${port}/`)).status;

let agent;
exports.keepsAlive = ({ port }) => new Promise((resolve, reject) => {
    const http = require('http');
    agent ??= new http.Agent({ keepAlive: true });
    http.get({ agent, port, host: 'localhost', family: 4 }, (response) => {
        response.resume();
        response.on('end', () => setImmediate(resolve, 'ok'));
    }).on('error', reject);
});

exports.nothing = async () => 'nothing';
