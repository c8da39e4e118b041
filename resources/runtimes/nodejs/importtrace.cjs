// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const Module = module.constructor; // require('module') takes half a millisecond

const TRACED_IMPORTS = 5000;
const PACKAGES = '/node_modules/';
const NOTICED = 20_000; // nanoseconds: a module of the interpreter that was loaded already is faster
const STAMP = '__coldframe_evaluated';

const nanoseconds = (time) => time[0] * 1e9 + time[1];
const now = () => nanoseconds(process.hrtime());

/** The text of a module as hooks get it: a string, bytes, or nothing. */
function textOf(source) {
    if (typeof source === 'string' || !source)
        return source || null;
    return Buffer.from(source.buffer ?? source, source.byteOffset ?? 0, source.byteLength)
        .toString();
}

/**
 * Measures every CommonJS module that is loaded between begin() and end(), and modules of the
 * interpreter that require() loads for the first time. Of ES modules it measures the evaluation of
 * each where this Node.js calls hooks in the module's own thread (22.15, 23.5), else all of them
 * as one.
 */
class ImportTrace {
    #taskRoot;
    #started;
    #enabled;
    #importStart = 0;
    #importEnd = 0;
    #records = [];
    #inner = []; // time spent in children, per open record
    #restore = [];
    #graph = null; // of ES modules, while they are measured
    #detail = 'modules';

    constructor(taskRoot, started, enabled) {
        this.#taskRoot = taskRoot;
        this.#started = nanoseconds(started);
        this.#enabled = enabled;
        if (!enabled)
            this.#detail = 'none';
    }

    begin() {
        this.#importStart = now();
        if (!this.#enabled)
            return;
        const trace = this;
        const records = this.#records;
        const inner = this.#inner;
        const clock = process.hrtime;
        // As little as possible for each module: this code runs before it is compiled.
        this.#wrap(Module.prototype, 'load', (original) => function load(filename) {
            if (records.length >= TRACED_IMPORTS || filename.startsWith(__dirname))
                return original.call(this, filename);
            const record = ['', filename, inner.length, 0, 0, 0, 'failed'];
            records.push(record);
            inner.push(0);
            const begin = clock();
            try {
                original.call(this, filename);
                record[6] = null;
            } finally {
                const [seconds, rest] = clock(begin);
                const duration = seconds * 1e9 + rest;
                record[3] = begin[0] * 1e9 + begin[1];
                record[4] = duration;
                record[5] = duration - inner.pop();
                if (inner.length > 0)
                    inner[inner.length - 1] += duration;
            }
        });
        const builtIn = new Set(Module.builtinModules);
        this.#wrap(Module, '_load', (original) => function _load(request, parent, isMain) {
            const name = request.startsWith?.('node:') ? request.slice(5) : request;
            if (!builtIn.delete(name) || parent?.filename?.startsWith(__dirname)
                || records.length >= TRACED_IMPORTS)
                return original.call(this, request, parent, isMain);
            return trace.#measureBuiltIn(request, () => original.call(this, request, parent,
                                                                      isMain));
        });
    }

    end() {
        this.#importEnd ||= now();
        for (const restore of this.#restore.splice(0))
            restore();
    }

    /** For an ES module with all that it imports; load() gives the promise of it. */
    async graph(file, load) {
        if (!this.#enabled)
            return load();
        const record = this.#open(file);
        this.#hook(record);
        try {
            const module = await load();
            record[6] = null;
            return module;
        } finally {
            this.#closeGraph(record);
        }
    }

    toJson() {
        for (const record of this.#records)
            record[0] ||= this.#moduleName(record[1]);
        return JSON.stringify({
            clock: 'monotonic',
            bootstrapStart: this.#started,
            handlerImportStart: this.#importStart,
            handlerImportEnd: this.#importEnd,
            imports: this.#records,
            detail: this.#detail,
            version: `Node.js ${process.versions.node}`,
        });
    }

    /** What the function replaced meanwhile stays. */
    #wrap(owner, name, wrapped) {
        const original = owner[name];
        const wrapper = wrapped(original);
        owner[name] = wrapper;
        this.#restore.push(() => {
            if (owner[name] === wrapper)
                owner[name] = original;
        });
    }

    #open(file, name = '') {
        const record = [name, file, this.#inner.length, 0, 0, 0, 'failed'];
        this.#records.push(record);
        this.#inner.push(0);
        record[3] = now();
        return record;
    }

    #close(record) {
        const duration = now() - record[3];
        record[4] = duration;
        record[5] = Math.max(0, duration - this.#inner.pop());
        if (this.#inner.length > 0)
            this.#inner[this.#inner.length - 1] += duration;
        return duration;
    }

    #measureBuiltIn(name, load) {
        const record = this.#open(null, name);
        const index = this.#records.length - 1;
        try {
            const result = load();
            record[6] = 'built-in';
            return result;
        } finally {
            const duration = this.#close(record);
            if (duration < NOTICED && this.#records.length === index + 1) {
                this.#records.pop();
                if (this.#inner.length > 0)
                    this.#inner[this.#inner.length - 1] -= duration;
            }
        }
    }

    /**
     * Lets each ES module tell when it has been evaluated, by a line behind its last one, so that
     * no line or column of it changes. Modules are evaluated one after the other, so each began
     * when the one before it was over; when the first one began is known as far as no module was
     * being loaded any more.
     */
    #hook(root) {
        this.#detail = 'oneGraph';
        if (typeof Module.registerHooks !== 'function')
            return;
        const files = [];
        const graph = { loaded: 0, ends: [] };
        try {
            const hooks = Module.registerHooks({
                load(url, context, next) {
                    const result = next(url, context);
                    if (result?.format === 'module' && url.startsWith('file:')
                        && files.length < TRACED_IMPORTS) {
                        const text = textOf(result.source);
                        if (text !== null) {
                            files.push(url);
                            result.source
                                = `${text}\n;globalThis.${STAMP}?.(${files.length - 1});`;
                        }
                    }
                    if (graph.ends.length === 0) // CommonJS modules are loaded between evaluations
                        graph.loaded = now();
                    return result;
                },
            });
            this.#restore.push(() => hooks.deregister());
        } catch {
            return;
        }
        Object.defineProperty(globalThis, STAMP, {
            value: (index) => graph.ends.push([index, now()]),
            configurable: true,
        });
        this.#restore.push(() => delete globalThis[STAMP]);
        this.#graph = { files, state: graph };
        this.#detail = 'evaluations';
    }

    #closeGraph(root) {
        const end = now();
        const graph = this.#graph;
        this.#graph = null;
        if (graph) {
            const { fileURLToPath } = require('url');
            const own = require('fs').realpathSync(root[1]);
            let begin = graph.state.loaded;
            const children = this.#records.slice(this.#records.indexOf(root) + 1);
            for (const [index, at] of graph.state.ends) {
                const file = fileURLToPath(graph.files[index]);
                if (file !== own && at >= begin) {
                    // CommonJS modules that this one imported were loaded before, not inside.
                    const inside = children.filter((child) => child[2] === root[2] + 1
                        && child[3] >= begin && child[3] + child[4] <= at);
                    const taken = inside.reduce((sum, child) => sum + child[4], 0);
                    for (const child of children) {
                        if (child[3] >= begin && child[3] + child[4] <= at)
                            ++child[2];
                    }
                    this.#records.push(['', file, root[2] + 1, begin, at - begin,
                                        Math.max(0, at - begin - taken), null]);
                    this.#inner[this.#inner.length - 1] += at - begin - taken;
                }
                begin = at;
            }
        }
        root[4] = end - root[3];
        root[5] = Math.max(0, root[4] - this.#inner.pop());
        this.#records.sort((left, right) => left[3] - right[3] || left[2] - right[2]);
    }

    #moduleName(file) {
        const inPackages = file.lastIndexOf(PACKAGES);
        if (inPackages >= 0)
            return file.slice(inPackages + PACKAGES.length);
        return file.startsWith(`${this.#taskRoot}/`) ? file.slice(this.#taskRoot.length + 1) : file;
    }
}

module.exports = { ImportTrace };
