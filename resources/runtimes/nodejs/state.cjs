// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Tells the host which values the variables of the handler's module have, when it asked for that.
// Variables of a module can't be seen from outside of it, so the inspector is asked for those that
// the handler itself can see. No getter, no proxy and no method of the function is called.

const Module = require('module');
const path = require('path');
const { types } = require('util');
const { Text, cpuTime, typeName } = require('./statetext.cjs');

const PATH = '/coldframe/state';
const FOLLOWS = { 'Coldframe-State': 'follows' };
const VARIABLES = 500;
const FUNCTIONS = 20; // through which a wrapped handler is looked for
const PATIENCE = 300e3; // microseconds of CPU time for all variables
const DEPRECATED = new Set(['punycode', 'sys', 'constants', 'domain']); // they would warn
const OF_COMMONJS = new Set(['exports', 'require', 'module', '__filename', '__dirname']);
const GROUP = 'coldframe'; // of what the inspector keeps for us

const describe = Object.getOwnPropertyDescriptor;

/** What require() and import give: modules are no state. */
function loadedModules() {
    const modules = new Set();
    for (const entry of process.moduleLoadList ?? []) {
        const name = entry.startsWith('NativeModule ') ? entry.slice(13) : '';
        if (Module.builtinModules.includes(name) && !name.startsWith('_') && !DEPRECATED.has(name)) {
            try {
                modules.add(require(name));
            } catch {
                // not for everyone
            }
        }
    }
    for (const file of Object.keys(Module._cache))
        modules.add(describe(Module._cache[file], 'exports')?.value);
    return modules;
}

/** Asks V8 in this very thread. Values are handed over as they are, never as messages. */
class Inspector {
    #session;
    #files = new Map();
    #received = null;

    constructor() {
        const { Session } = require('inspector');
        this.#session = new Session();
        this.#session.connect();
        this.#session.on('Debugger.scriptParsed', ({ params }) => {
            this.#files.set(params.scriptId, params.url);
        });
    }

    /**
     * Calls found(name, value) for each variable that the first function of the user's own can
     * see: the handler, or one that it wraps. Gives that one's file, empty when there is none.
     */
    variables(handler, isOwn, found) {
        this.#post('Debugger.enable');
        try {
            const receiver = this.#remote((value) => { this.#received = value; });
            return this.#look(handler, receiver, isOwn, found);
        } finally {
            this.#received = null;
            this.#post('Debugger.disable');
            this.#post('Runtime.releaseObjectGroup', { objectGroup: GROUP });
        }
    }

    #post(method, parameters) {
        let failure = null;
        let answer = {};
        this.#session.post(method, parameters, (error, result) => {
            failure = error;
            answer = result;
        });
        if (failure)
            throw new Error(failure.message);
        return answer;
    }

    /** What the inspector knows a value by. */
    #remote(value) {
        const place = Symbol.for('coldframe.state');
        Object.defineProperty(globalThis, place, { value, configurable: true });
        try {
            return this.#post('Runtime.evaluate', { expression:
                'globalThis[Symbol.for("coldframe.state")]', objectGroup: GROUP }).result.objectId;
        } finally {
            delete globalThis[place];
        }
    }

    /** The value that the inspector knows by this. */
    #local(objectId, receiver) {
        this.#post('Runtime.callFunctionOn', { objectId, objectGroup: GROUP, arguments:
            [{ objectId: receiver }], functionDeclaration: 'function (give) { give(this); }' });
        return this.#received;
    }

    #look(handler, receiver, isOwn, found) {
        const functions = new Set([handler]); // those that are added meanwhile are visited too
        let visited = 0;
        for (const candidate of functions) {
            if (++visited > FUNCTIONS)
                break;
            const { internalProperties = [] } = this.#post('Runtime.getProperties',
                { objectId: this.#remote(candidate), ownProperties: true });
            const internal = new Map(internalProperties.map(({ name, value }) => [name, value]));
            const target = internal.get('[[TargetFunction]]'); // of a bound function
            if (target)
                functions.add(this.#local(target.objectId, receiver));
            const file = this.#fileOf(internal.get('[[FunctionLocation]]')?.value?.scriptId);
            for (const scope of this.#scopes(internal.get('[[Scopes]]'), receiver)) {
                for (const name of Reflect.ownKeys(scope)) {
                    const value = describe(scope, name)?.value;
                    if (typeof value === 'function')
                        functions.add(value);
                    else if (isOwn(file) && !OF_COMMONJS.has(name))
                        found(name, value);
                }
            }
            if (isOwn(file))
                return file;
        }
        return '';
    }

    /** The innermost first, without that of all globals. */
    #scopes(list, receiver) {
        if (!list)
            return [];
        return this.#post('Runtime.getProperties', { objectId: list.objectId, ownProperties: true })
            .result.filter(({ value }) => value?.objectId && value.description !== 'Global')
            .map(({ value }) => {
                const scope = this.#local(value.objectId, receiver);
                // V8 hands out a description with the object that has the variables.
                return describe(scope, 'description')?.value === value.description
                    ? describe(scope, 'object').value : scope;
            });
    }

    #fileOf(scriptId) {
        const url = this.#files.get(scriptId) ?? '';
        return url.startsWith('file:') ? require('url').fileURLToPath(url) : url;
    }
}

/** Tells the state before the first event and behind each answer: the host has measured what it
 * measures by then. */
class Observer {
    #connection;
    #taskRoot;
    #handler = null;
    #file = ''; // that the handler's name means
    #inspector = null;
    #globals = new Set(Reflect.ownKeys(globalThis));

    constructor(connection, taskRoot) {
        this.#connection = connection;
        this.#taskRoot = taskRoot;
    }

    /** Asks for the first event. */
    begin(handler, name) {
        this.#handler = handler;
        const base = path.basename(name);
        const stem = path.resolve(this.#taskRoot, name.slice(0, name.length - base.length),
                                  base.split('.')[0]);
        const fs = require('fs');
        this.#file = ['', '.js', '.mjs', '.cjs'].map((ending) => stem + ending)
            .find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile()) ?? '';
        if (this.#file)
            this.#file = fs.realpathSync(this.#file);
        this.#taskRoot = fs.realpathSync(this.#taskRoot);
        this.#connection.sendNextBefore(FOLLOWS, PATH, () => this.#observe('initialised'));
    }

    /** Instead of the connection's function, when all of the answer is queued or sent. */
    sendWithNext() {
        this.#connection.finish();
        this.#connection.queue(PATH, this.#observe('answered'));
        this.#connection.sendWithNext();
    }

    #observe(when) {
        const deadline = cpuTime() + PATIENCE;
        const variables = new Map();
        const modules = loadedModules();
        let complete = true;
        const add = (name, value) => {
            if (typeof value === 'function' || variables.has(name)
                || types.isModuleNamespaceObject(value) || modules.has(value))
                return;
            if (variables.size >= VARIABLES || cpuTime() > deadline) {
                complete = false;
                return;
            }
            const text = new Text(deadline);
            const shown = text.of(value);
            variables.set(name, [name, typeName(value), shown, text.cut]);
        };
        const addAll = (owner, prefix, names) => {
            for (const name of names) {
                const property = describe(owner, name);
                if (typeof name === 'string' && property && 'value' in property)
                    add(prefix + name, property.value);
            }
        };
        const isOwn = (file) => file.startsWith(`${this.#taskRoot}/`)
            && !file.includes('/node_modules/');
        let file = '';
        try {
            this.#inspector ??= new Inspector();
            file = this.#inspector.variables(this.#handler, isOwn, add);
        } catch {
            // An interpreter without inspector: exports are all that can be seen.
        }
        const seesModule = file !== '';
        file ||= this.#file;
        const exported = Module._cache[file]?.exports;
        if (exported !== null && typeof exported === 'object' && !types.isProxy(exported))
            addAll(exported, 'exports.', Object.keys(exported));
        addAll(globalThis, 'globalThis.', Reflect.ownKeys(globalThis)
            .filter((name) => !this.#globals.has(name)));
        return JSON.stringify({ when, file: file && path.relative(this.#taskRoot, file), complete,
                                sees: seesModule ? 'module' : 'exports',
                                variables: [...variables.values()] });
    }
}

module.exports = { Observer };
