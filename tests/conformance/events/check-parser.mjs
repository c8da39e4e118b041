// SPDX-License-Identifier: GPL-3.0-or-later
// Events through the schemas of @aws-lambda-powertools/parser, with members that a schema does not
// know refused.
import { isDeepStrictEqual } from 'node:util';

import { checkAll, found, rendered, requireCheck, table } from './support.mjs';

const z = requireCheck('zod');
const schemas = requireCheck('@aws-lambda-powertools/parser/schemas');
const envelopes = requireCheck('@aws-lambda-powertools/parser/envelopes');

/** The schema with all its objects strict, but for those that are declared open. */
function strict(schema, made = new Map()) {
    if (made.has(schema))
        return made.get(schema);
    const { def } = schema._zod;
    const inner = (part) => strict(part, made);
    const mapped = (parts) => parts.map(inner);
    const changes = () => {
        switch (def.type) {
        case 'object': {
            const shape = Object.entries(def.shape).map(([key, part]) => [key, inner(part)]);
            if (shape.length === 0)
                return null; // stands for any object
            return { shape: Object.fromEntries(shape), catchall: def.catchall ?? z.never() };
        }
        case 'array':
            return { element: inner(def.element) };
        case 'record':
        case 'map':
            return { valueType: inner(def.valueType) };
        case 'tuple':
            return { items: mapped(def.items), rest: def.rest && inner(def.rest) };
        case 'union':
            return { options: mapped(def.options) };
        case 'pipe':
            return { in: inner(def.in), out: inner(def.out) };
        case 'optional':
        case 'nullable':
        case 'nonoptional':
        case 'default':
        case 'prefault':
        case 'readonly':
        case 'catch':
            return { innerType: inner(def.innerType) };
        case 'lazy':
            return { getter: () => inner(def.getter()) };
        case 'intersection':
            throw new Error('an intersection can not be made strict');
        default:
            return null;
        }
    };
    const change = changes();
    const result = change ? schema.clone({ ...def, ...change }) : schema;
    made.set(schema, result);
    return result;
}

const schemaOf = (name) => {
    const all = name.split(' | ').map((each) => {
        if (!schemas[each])
            throw new Error(`no such schema: ${each}`);
        return strict(schemas[each]);
    });
    return all.length === 1 ? all[0] : z.union(all);
};

/** Where a schema was not met; of a union the alternative that came nearest. */
function told(issues, path = []) {
    return issues.flatMap((issue) => {
        const at = [...path, ...issue.path];
        if (issue.code === 'invalid_union' && issue.errors?.length > 0)
            return told([...issue.errors].sort((a, b) => a.length - b.length)[0], at);
        return `/${at.join('/')}: ${issue.message}`;
    });
}

checkAll('@aws-lambda-powertools/parser', 'parser', (jobs) => jobs.map(({ description, document }) => {
    const result = schemaOf(description).safeParse(document);
    return result.success ? '' : told(result.error.issues).join('\n    ');
}));

const payload = z.any().transform((value) => {
    try {
        return JSON.parse(value);
    } catch {
        return value;
    }
});

for (const [id, entry] of Object.entries(table)) {
    for (const [name, { of, gives }] of Object.entries(entry.envelopes ?? {})) {
        const row = `${id} ${name}`;
        const event = rendered.events[id]?.[of];
        if (!event) {
            found('@aws-lambda-powertools/parser', row, `no event ${of}`);
            continue;
        }
        const result = envelopes[name].safeParse(event, payload);
        if (!result.success)
            found('@aws-lambda-powertools/parser', row, `${result.error.message}: ${result.error.cause}`);
        else
            found('@aws-lambda-powertools/parser', row, isDeepStrictEqual(result.data, gives) ? ''
                : `gives ${JSON.stringify(result.data)}`);
    }
}
