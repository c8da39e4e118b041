// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const fs = require('fs');
const path = require('path');

const createError = (type, message, cause) => require('./errors.cjs').create(type, message, cause);

/**
 * The handler function, or a promise of it when it is in an ES module. Rules of the order and of
 * the error types: environment.md 5.2.
 */
function loadHandler(taskRoot, name, trace) {
    if (name.includes('..')) {
        throw createError('Runtime.MalformedHandlerName', `'${name}' is not a valid handler name. `
            + 'Use absolute paths when specifying root directories in handler names.');
    }
    const base = path.basename(name);
    const folder = name.slice(0, name.length - base.length);
    const parts = /^([^.]*)\.(.*)$/.exec(base);
    if (!parts)
        throw createError('Runtime.MalformedHandlerName', 'Bad handler');
    const exported = (module) => findExport(module, parts[2], name);
    try {
        const module = loadModule(taskRoot, folder, parts[1], trace);
        if (module instanceof Loading)
            return module.promise.then(exported, (error) => { throw translated(error); });
        return exported(module);
    } catch (error) {
        throw translated(error);
    }
}

/** Tells the promise of an import apart from a module that exports a promise. */
class Loading {
    constructor(promise) {
        this.promise = promise;
    }
}

function loadModule(taskRoot, folder, module, trace) {
    const file = path.resolve(taskRoot, folder, module);
    if (isFile(file))
        return require(file);
    const script = `${file}.js`;
    if (isFile(script))
        return isInModulePackage(script) ? importModule(script, trace) : require(script);
    if (isFile(`${file}.mjs`))
        return importModule(`${file}.mjs`, trace);
    if (isFile(`${file}.cjs`))
        return require(`${file}.cjs`);
    return require(require.resolve(module, { paths: [taskRoot, path.resolve(taskRoot, folder)] }));
}

function importModule(file, trace) {
    const { pathToFileURL } = require('url');
    return new Loading(trace.graph(file, () => import(pathToFileURL(file).href)));
}

function isFile(file) {
    return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isInModulePackage(file) {
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
        const description = path.join(folder, 'package.json');
        if (isFile(description)) {
            try {
                return JSON.parse(fs.readFileSync(description, 'utf8')).type === 'module';
            } catch {
                return false;
            }
        }
        if (folder === path.dirname(folder))
            return false;
    }
}

function findExport(module, exportPath, name) {
    let owner;
    let value = module;
    for (const key of exportPath.split('.')) {
        owner = value;
        value = value?.[key];
    }
    if (value === undefined || value === null)
        throw createError('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
    if (typeof value !== 'function')
        throw createError('Runtime.HandlerNotFound', `${name} is not a function`);
    // An ES module is no owner that a function could want. Marks of a streaming handler stay.
    return owner === module ? value
        : Object.assign(value.bind(owner), Object.fromEntries(
            Object.getOwnPropertySymbols(value).map((mark) => [mark, value[mark]])));
}

function translated(error) {
    if (error instanceof SyntaxError)
        return createError('Runtime.UserCodeSyntaxError', String(error), error);
    if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND')
        return createError('Runtime.ImportModuleError', String(error), error);
    return error;
}

module.exports = { loadHandler };
