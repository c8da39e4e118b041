// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const Module = require('module');

const TRACED_IMPORTS = 5000;
const PACKAGES = '/node_modules/';

const nanoseconds = (time) => time[0] * 1e9 + time[1];
const now = () => nanoseconds(process.hrtime());

/**
 * Measures every CommonJS module that is loaded between begin() and end(), and an ES module with
 * all that it imports as one.
 */
class ImportTrace {
    #taskRoot;
    #started;
    #enabled;
    #importStart = 0;
    #importEnd = 0;
    #records = [];
    #inner = []; // time spent in children, per open record
    #original = null;

    constructor(taskRoot, started, enabled) {
        this.#taskRoot = taskRoot;
        this.#started = nanoseconds(started);
        this.#enabled = enabled;
    }

    begin() {
        this.#importStart = now();
        if (!this.#enabled)
            return;
        const trace = this;
        this.#original = Module.prototype.load;
        const original = this.#original;
        Module.prototype.load = function load(filename) {
            if (trace.#records.length >= TRACED_IMPORTS || filename.startsWith(__dirname))
                return original.call(this, filename);
            const record = trace.open(filename);
            try {
                return original.call(this, filename);
            } finally {
                trace.close(record);
            }
        };
    }

    end() {
        this.#importEnd ||= now();
        if (this.#original)
            Module.prototype.load = this.#original;
        this.#original = null;
    }

    open(file) {
        const record = ['', file, this.#inner.length, 0, 0, 0];
        if (this.#enabled)
            this.#records.push(record);
        this.#inner.push(0);
        record[3] = now();
        return record;
    }

    close(record) {
        const duration = now() - record[3];
        record[4] = duration;
        record[5] = duration - this.#inner.pop();
        if (this.#inner.length > 0)
            this.#inner[this.#inner.length - 1] += duration;
    }

    toJson() {
        for (const record of this.#records)
            record[0] = this.#moduleName(record[1]);
        return JSON.stringify({
            clock: 'monotonic',
            bootstrapStart: this.#started,
            handlerImportStart: this.#importStart,
            handlerImportEnd: this.#importEnd,
            imports: this.#records,
            version: `Node.js ${process.versions.node}`,
        });
    }

    #moduleName(file) {
        const inPackages = file.lastIndexOf(PACKAGES);
        if (inPackages >= 0)
            return file.slice(inPackages + PACKAGES.length);
        return file.startsWith(`${this.#taskRoot}/`) ? file.slice(this.#taskRoot.length + 1) : file;
    }
}

module.exports = { ImportTrace };
