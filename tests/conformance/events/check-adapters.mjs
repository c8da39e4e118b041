// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP events, and what an Express application behind an adapter answers to them.
import { createRequire } from 'node:module';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { found, here, libraries, rendered } from './support.mjs';

/** Status, headers by lower-case name, cookies and bytes of an answer in the form of its source. */
function readAnswer(answer, form) {
    const problems = [];
    const headers = {};
    const setCookies = [...(answer.cookies ?? [])];
    const add = (name, values) => {
        if (name.toLowerCase() === 'set-cookie')
            setCookies.push(...values.filter((value) => !setCookies.includes(value)));
        else
            headers[name.toLowerCase()] = values.join(', ');
    };
    for (const [name, values] of Object.entries(answer.multiValueHeaders ?? {}))
        add(name, values);
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
        if (typeof value !== 'string')
            problems.push(`header ${name} is no text`);
        add(name, [value]);
    }
    const has = { headers: answer.headers !== undefined, multi: answer.multiValueHeaders !== undefined };
    if (form === '2.0' ? has.multi : form === 'multi-value' ? !has.multi : has.multi || !has.headers)
        problems.push(`not an answer with ${form}: ${JSON.stringify(answer)}`);
    const bytes = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
    return { status: answer.statusCode, headers, setCookies, bytes, problems };
}

function differences(answer, expected) {
    const problems = [...answer.problems];
    const compare = (what, is, wanted) => {
        if (!isDeepStrictEqual(is, wanted))
            problems.push(`${what}: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
    };
    compare('status', answer.status, expected.status);
    for (const [name, value] of Object.entries(expected.headers ?? {}))
        compare(name, answer.headers[name], value);
    compare('cookies', answer.setCookies, expected.setCookies ?? []);
    if (expected.base64 !== undefined)
        compare('body', answer.bytes.toString('base64'), expected.base64);
    if (expected.json) {
        try {
            const body = JSON.parse(answer.bytes);
            for (const [name, value] of Object.entries(expected.json))
                compare(name, body[name], value);
        } catch {
            problems.push(`no JSON: ${answer.bytes}`);
        }
    }
    return problems;
}

// Functions have their libraries beside them.
const folder = mkdtempSync(join(tmpdir(), 'adapters-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
for (const name of readdirSync(join(here, 'adapters')))
    copyFileSync(join(here, 'adapters', name), join(folder, name));
symlinkSync(join(libraries, 'adapters', 'node_modules'), join(folder, 'node_modules'));
const load = createRequire(join(folder, 'app.js'));

for (const adapter of ['serverless-http', 'serverless-express']) {
    const { handler } = load(`./${adapter}.js`);
    for (const { template, name, event, form, adapters, expected } of rendered.adapters) {
        if (adapters && !adapters.includes(adapter))
            continue;
        const context = { awsRequestId: '00000000-0000-0000-0000-000000000000', callbackWaitsForEmptyEventLoop: true };
        try {
            // Both write into the event.
            const answer = await handler(JSON.parse(JSON.stringify(event)), context);
            found(adapter, `${template}: ${name}`, differences(readAnswer(answer, form), expected));
        } catch (error) {
            found(adapter, `${template}: ${name}`, error.stack);
        }
    }
}
