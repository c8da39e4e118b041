// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Tells the host what happened inside an invocation: connections, and what the function's code
// names itself.

const KEPT = 2000; // spans of one invocation
const LONGEST_NAME = 300;
const PATH = '/coldframe/spans';

function now() {
    const time = process.hrtime();
    return time[0] * 1e9 + time[1];
}

/** What net.Socket.connect() was asked for, however it was said. */
function targetOf(args) {
    let first = args[0];
    if (Array.isArray(first))
        first = first[0]; // as net itself hands it on
    if (first !== null && typeof first === 'object') {
        return first.path ? { name: first.path, port: 0 }
            : { name: first.host || 'localhost', port: Number(first.port) || 0 };
    }
    if (typeof first === 'string' && !/^\d+$/.test(first))
        return { name: first, port: 0 };
    return { name: typeof args[1] === 'string' ? args[1] : 'localhost', port: Number(first) || 0 };
}

class Spans {
    #spans = []; // that are told with the next answer
    #watches = false;
    #channels = [];
    #opened = new WeakMap(); // of a socket: its span
    #open = new Map(); // spans that were begun since the last answer: their sockets
    #requests = new WeakMap(); // over a connection that stood already: their spans

    begin(name, kind = 'own', port = 0, reused = false) {
        // As the host wants them: begin, end, connected, failed.
        const span = [kind, String(name).slice(0, LONGEST_NAME), port, now(), null, null, false,
                      reused];
        if (this.#spans.length < KEPT)
            this.#spans.push(span);
        return span;
    }

    end(span, failed = false) {
        if (span[4] !== null)
            return;
        span[4] = now();
        span[6] = failed;
    }

    /** A socket is about to be connected, and nobody was told that the module net is loaded. */
    begun(socket) {
        this.watch();
        if (socket)
            this.#adopt(socket);
    }

    /** Once the module net is loaded, which alone would cost milliseconds. */
    watch() {
        if (this.#watches)
            return;
        this.#watches = true;
        this.#patch();
        const channels = require('diagnostics_channel');
        const on = (name, action) => {
            const channel = channels.channel(name);
            this.#channels.push(channel); // an older Node.js forgets one that nobody holds
            channel.subscribe((message) => {
                try {
                    action(message ?? {});
                } catch {
                    // What the interpreter tells there may change with its version.
                }
            });
        };
        on('http.client.request.start', ({ request }) => this.#beginRequest(
            request, request?.socket, request?.host, request?.socket?.remotePort));
        on('http.client.response.finish', ({ request }) => this.#endRequest(request));
        on('http.client.request.error', ({ request }) => this.#endRequest(request, true));
        on('undici:client:sendHeaders', ({ request, socket }) => {
            const { hostname, port, protocol } = new URL(request.origin);
            this.#beginRequest(request, socket, hostname,
                               Number(port) || (protocol === 'https:' ? 443 : 80));
        });
        on('undici:request:trailers', ({ request }) => this.#endRequest(request));
        on('undici:request:error', ({ request }) => this.#endRequest(request, true));
    }

    /** Before the answer is sent: ends what has ended, though its event comes in a later turn. */
    settle() {
        for (const [span, socket] of this.#open) {
            if (socket.destroyed)
                this.end(span, span[5] === null);
        }
        this.#open.clear();
    }

    /** What there is to tell; null when there is nothing. */
    take() {
        if (this.#spans.length === 0)
            return null;
        const spans = this.#spans;
        this.#spans = [];
        return { path: PATH, body: JSON.stringify({ clock: 'monotonic', spans }) };
    }

    get isWatching() {
        return this.#watches;
    }

    get hasAny() {
        return this.#spans.length > 0;
    }

    #patch() {
        const { Socket } = require('net');
        const trace = this;
        const original = Socket.prototype.connect;
        Socket.prototype.connect = function connect(...args) {
            try {
                trace.#watch(this, targetOf(args));
            } catch {
                // Arguments that the interpreter refuses as well.
            }
            return Reflect.apply(original, this, args);
        };
    }

    /** One whose connect() was not seen, because it was the first of all. */
    #adopt(socket) {
        setImmediate(() => {
            if (socket && !this.#opened.has(socket) && socket.remoteAddress)
                this.#watch(socket, { name: socket.remoteAddress, port: socket.remotePort ?? 0 });
        });
    }

    #watch(socket, { name, port }) {
        const span = this.begin(name, 'connection', port);
        if (this.#open.size < KEPT)
            this.#open.set(span, socket);
        this.#opened.set(socket, span);
        const stands = () => {
            span[5] ??= now();
        };
        // With TLS it stands when its handshake is over.
        socket.once(typeof socket.getProtocol === 'function' ? 'secureConnect' : 'connect', stands);
        // No listener for errors: an error that nobody listens for has to end the process.
        socket.once('close', (hadError) => this.end(span, hadError === true && span[5] === null));
    }

    #beginRequest(request, socket, name, port) {
        if (!request || !socket)
            return;
        const used = this.#opened.get(socket);
        // The first request over a connection is part of its span.
        if (used && used.carried)
            this.#requests.set(request, this.begin(name ?? used[1], 'connection',
                                                   used[2] || (port ?? 0), true));
        else if (used)
            Object.defineProperty(used, 'carried', { value: true });
    }

    #endRequest(request, failed = false) {
        const span = request && this.#requests.get(request);
        if (span)
            this.end(span, failed);
    }
}

module.exports = { Spans };
