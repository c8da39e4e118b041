// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const { types } = require('util');

const ENTRIES = 2000; // of one variable, with everything inside
const CHARACTERS = 8192; // of one variable's text
const DEPTH = 6;

const describe = Object.getOwnPropertyDescriptor;
const mapForEach = Map.prototype.forEach;
const setForEach = Set.prototype.forEach;
const mapSize = describe(Map.prototype, 'size').get;
const setSize = describe(Set.prototype, 'size').get;

/** In microseconds: a busy computer must not make a text shorter. */
function cpuTime() {
    const { user, system } = process.cpuUsage();
    return user + system;
}

class Full extends Error {}

/** The text of one value: like JSON where it can be told so. */
class Text {
    #deadline;
    #entries = 0;
    #path = new Set();
    #text = '';
    cut = false;

    constructor(deadline) {
        this.#deadline = deadline;
    }

    of(value) {
        try {
            this.#add(value, 0);
        } catch {
            this.cut = true;
        }
        return this.#text;
    }

    #put(text) {
        this.#text += text;
        if (this.#text.length > CHARACTERS) {
            this.#text = this.#text.slice(0, CHARACTERS);
            throw new Full();
        }
    }

    #count() {
        if (++this.#entries > ENTRIES || (this.#entries % 64 === 0 && cpuTime() > this.#deadline))
            throw new Full();
    }

    #add(value, depth) {
        this.#count();
        switch (typeof value) {
        case 'string': return this.#put(JSON.stringify(value.slice(0, CHARACTERS + 1)));
        case 'bigint': return this.#put(`${value}n`);
        case 'symbol': return this.#put('<symbol>');
        case 'function': return this.#put('<function>');
        case 'object': return value === null ? this.#put('null') : this.#addObject(value, depth);
        default: return this.#put(Object.is(value, -0) ? '-0' : String(value));
        }
    }

    #addObject(value, depth) {
        if (types.isProxy(value))
            return this.#put('<Proxy>');
        if (this.#path.has(value))
            return this.#put('<itself>');
        this.#path.add(value);
        this.#addContent(value, depth);
        this.#path.delete(value);
    }

    #addContent(value, depth) {
        const name = typeName(value);
        if (types.isDate(value))
            return this.#put(JSON.stringify(Date.prototype.toISOString.call(value)));
        if (types.isRegExp(value) || types.isPromise(value) || types.isWeakMap(value)
            || types.isWeakSet(value))
            return this.#put(`<${name}>`);
        if (types.isAnyArrayBuffer(value) || ArrayBuffer.isView(value)) {
            const bytes = ArrayBuffer.isView(value)
                ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.from(value);
            return this.#put(`<${bytes.length} bytes> ${bytes.subarray(0, 256).toString('hex')}`);
        }
        if (types.isMap(value) || types.isSet(value))
            return this.#addEntries(value, depth);
        if (Array.isArray(value))
            return this.#addArray(value, depth);
        const isPlain = name === 'Object' || name === '';
        if (depth >= DEPTH)
            return this.#put(`<${name || 'Object'}>`);
        const names = Object.keys(value);
        if (names.length > ENTRIES)
            this.#put(`<${names.length} entries> `);
        this.#put(isPlain ? '{' : `${name}{`);
        this.#addProperties(value, depth, names);
        return this.#put('}');
    }

    #addArray(value, depth) {
        if (depth >= DEPTH)
            return this.#put(`<Array of ${value.length}>`);
        if (value.length > ENTRIES)
            this.#put(`<${value.length} entries> `);
        this.#put('[');
        for (let index = 0; index < value.length; ++index) {
            this.#put(index > 0 ? ',' : '');
            this.#addProperty(value, index, depth);
        }
        return this.#put(']');
    }

    #addEntries(value, depth) {
        const isMap = types.isMap(value);
        if (depth >= DEPTH)
            return this.#put(isMap ? '<Map>' : '<Set>');
        const size = (isMap ? mapSize : setSize).call(value);
        if (size > ENTRIES)
            this.#put(`<${size} entries> `);
        let first = true;
        this.#put(isMap ? 'Map{' : 'Set{');
        (isMap ? mapForEach : setForEach).call(value, (entry, key) => {
            this.#put(first ? '' : ',');
            first = false;
            if (isMap) {
                this.#add(key, depth + 1);
                this.#put(':');
            }
            this.#add(entry, depth + 1);
        });
        return this.#put('}');
    }

    #addProperties(value, depth, names) {
        names.forEach((name, index) => {
            this.#put(`${index > 0 ? ',' : ''}${JSON.stringify(name)}:`);
            this.#addProperty(value, name, depth);
        });
    }

    #addProperty(value, name, depth) {
        const property = describe(value, name);
        if (property === undefined)
            this.#put('null'); // a hole
        else if ('value' in property)
            this.#add(property.value, depth + 1);
        else
            this.#put('<getter>');
    }
}

/** The name of a value's class, found without calling anything. */
function typeName(value) {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function'))
        return value === null ? 'null' : typeof value;
    if (types.isProxy(value))
        return 'Proxy';
    for (let owner = value, depth = 0; owner !== null && depth < 20; ++depth) {
        const constructor = describe(owner, 'constructor')?.value;
        if (typeof constructor === 'function' && !types.isProxy(constructor)) {
            const name = describe(constructor, 'name')?.value;
            return typeof name === 'string' ? name : '';
        }
        owner = Object.getPrototypeOf(owner);
        if (owner !== null && types.isProxy(owner))
            break;
    }
    return '';
}

module.exports = { Text, cpuTime, typeName };
