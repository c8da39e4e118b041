// SPDX-License-Identifier: GPL-3.0-or-later
// What the checks share. Each is run as: node CHECK.mjs LIBRARIES EVENTS, the folder of
// install-event-libraries.sh and a file with the rendered events, and prints a list of
// { library, row, problem }; a row without a problem has an empty one.
//
// libraries.json says which library describes a template:
//   types, parser, schema   a type (aws: @types/aws-lambda, alexa: ask-sdk-model, powertools:
//                           event-handler), schemas of the parser, an EventBridge schema
//   typesExcept, ...        where the library is wrong or older than the service: at (JSON pointers,
//                           "*" for any key), instead (else the place is left out), because, and
//                           when (a pattern for the cases it is about)
//   inside                  the same for documents in a text of the event: at, as (encodings)
//   envelopes, normalized   what a library takes out of an event: of (a case), gives
//   sets                    parameters for further cases, by name
//   undescribed             why no library describes the template
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

export const here = dirname(fileURLToPath(import.meta.url));
export const libraries = process.argv[2];
export const rendered = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const { templates, shared } = JSON.parse(readFileSync(join(here, 'libraries.json'), 'utf8'));
export const table = templates;
export const requireCheck = createRequire(join(libraries, 'checks', 'package.json'));

const findings = [];

export function found(library, row, problems) {
    findings.push({ library, row, problem: [].concat(problems).join('\n') });
}

process.on('exit', (code) => {
    if (code === 0)
        process.stdout.write(JSON.stringify(findings));
});

const clone = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

const keysOf = (pointer) => pointer.split('/').slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The holders and keys that a JSON pointer means; "*" is every key or entry. */
function places(root, pointer) {
    const keys = keysOf(pointer);
    const last = keys.pop();
    const step = (values, key) => values.filter((value) => value !== null && typeof value === 'object')
        .flatMap((value) => (key === '*' ? Object.values(value) : Object.hasOwn(value, key) ? [value[key]] : []));
    return keys.reduce(step, [root])
        .filter((holder) => holder !== null && typeof holder === 'object')
        .flatMap((holder) => (last === '*' ? Object.keys(holder) : [last]).map((key) => [holder, key]));
}

export function valuesAt(root, pointer) {
    if (pointer === '')
        return [root];
    return places(root, pointer).filter(([holder, key]) => Object.hasOwn(holder, key))
        .map(([holder, key]) => holder[key]);
}

/** What a text inside an event holds; encodings as they were applied, the last one first. */
export function decoded(text, encodings) {
    let value = text;
    for (const encoding of encodings.split(' ')) {
        if (encoding === 'base64')
            value = Buffer.from(value, 'base64');
        else if (encoding === 'gzip')
            value = gunzipSync(value);
        else if (encoding === 'json')
            value = JSON.parse(value.toString());
        else
            throw new Error(`no such encoding: ${encoding}`);
    }
    return value;
}

/** A copy with the exceptions applied, and whether that changed anything. */
export function withExceptions(event, exceptions) {
    const copy = clone(event);
    let changed = false;
    for (const exception of exceptions) {
        for (const [holder, key] of places(copy, exception.at)) {
            if (Object.hasOwn(exception, 'instead')) {
                holder[key] = exception.instead;
                changed = true;
            } else if (Object.hasOwn(holder, key)) {
                changed = true;
                if (Array.isArray(holder))
                    holder.splice(Number(key), 1);
                else
                    delete holder[key];
            }
        }
    }
    return { event: copy, changed };
}

/**
 * What a library describes: { row, description, cases, exceptions } for every template whose entry
 * has `member`, and for the documents inside its events that have it. `cases` are pairs of a name
 * and the document.
 */
export function described(member) {
    const all = [];
    for (const [id, entry] of Object.entries(table)) {
        if (!Object.hasOwn(rendered.events, id))
            continue; // said by another test
        const add = (part, suffix, documentsOf) => {
            if (!part[member])
                return;
            const cases = Object.entries(rendered.events[id])
                .filter(([name]) => !part.when || new RegExp(`^(?:${part.when})$`).test(name))
                .flatMap(([name, event]) => documentsOf(event).map((document) => [name, document]));
            all.push({ row: id + suffix, description: part[member], cases,
                exceptions: (part[member + 'Except'] ?? [])
                    .flatMap((exception) => (typeof exception === 'string' ? shared[exception] : exception))
                    .flatMap((exception) => [].concat(exception.at).map((at) => ({ ...exception, at }))) });
        };
        add(entry, '', (event) => [event]);
        for (const inner of entry.inside ?? []) {
            add(inner, ` ${inner.at}`, (event) => valuesAt(event, inner.at)
                .map((text) => (inner.as ? decoded(text, inner.as) : text)));
        }
    }
    return all;
}

/**
 * Checks every case of what a library describes with check(jobs): a list with the complaints about
 * each job's document, empty ones for none. An exception that is not needed, or no longer, is a
 * problem too.
 */
export function checkAll(library, member, check) {
    const subjects = described(member);
    const jobs = subjects.flatMap((subject) => subject.cases.flatMap(([name, document]) => {
        const exceptions = subject.exceptions
            .filter(({ when }) => !when || new RegExp(`^(?:${when})$`).test(name));
        const job = (more) => ({ subject, name, description: subject.description, ...more });
        return [
            job({ document: withExceptions(document, exceptions).event }),
            ...exceptions.flatMap((exception) => {
                const others = withExceptions(document, exceptions.filter((other) => other !== exception));
                return withExceptions(others.event, [exception]).changed
                    ? [job({ exception, document: others.event })] : [];
            }),
        ];
    }));
    const complaints = check(jobs);
    for (const subject of subjects) {
        const problems = [];
        if (subject.cases.length === 0)
            problems.push('no event has such a document');
        const needed = new Set();
        jobs.forEach((job, i) => {
            if (job.subject !== subject || complaints[i].length === 0)
                return;
            if (job.exception)
                needed.add(job.exception);
            else
                problems.push(`${job.name}: ${complaints[i]}`);
        });
        for (const exception of subject.exceptions) {
            if (!needed.has(exception))
                problems.push(`the exception at ${exception.at} is not needed`);
            if (!exception.because)
                problems.push(`the exception at ${exception.at} has no reason`);
        }
        found(library, subject.row, problems);
    }
}
