// SPDX-License-Identifier: GPL-3.0-or-later
// The details of EventBridge events against the schemas in @aws-cdk/aws-service-spec.
import { checkAll, requireCheck } from './support.mjs';

const database = requireCheck('@aws-cdk/aws-service-spec').loadAwsServiceSpecSync();
const schemas = new Map(database.all('event').map((schema) => [`${schema.source} ${schema.detailType}`, schema]));

function complaints(value, type, at) {
    const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    const expect = (wanted) => (kind === wanted ? [] : [`${at}: ${kind}, not ${wanted}`]);
    switch (type.type) {
    case 'string':
    case 'boolean':
        return expect(type.type);
    case 'number':
        return expect('number');
    case 'integer':
        return Number.isInteger(value) ? [] : [`${at}: ${JSON.stringify(value)}, not an integer`];
    case 'date-time':
        return expect('string');
    case 'json':
    case 'null':
        return [];
    case 'array':
        return kind !== 'array' ? expect('array')
            : value.flatMap((each, i) => complaints(each, type.element, `${at}/${i}`));
    case 'map':
        return kind !== 'object' ? expect('object')
            : Object.entries(value).flatMap(([key, each]) => complaints(each, type.element, `${at}/${key}`));
    case 'union': {
        const all = type.types.map((each) => complaints(value, each, at));
        return all.find((each) => each.length === 0) ?? all[0];
    }
    case 'ref': {
        if (kind !== 'object')
            return expect('object');
        const { properties } = database.get('eventTypeDefinition', type.reference.$ref);
        const missing = Object.entries(properties)
            .filter(([key, property]) => property.required && !Object.hasOwn(value, key))
            .map(([key]) => `${at}/${key}: missing`);
        return [...missing, ...Object.entries(value).flatMap(([key, each]) => (Object.hasOwn(properties, key)
            ? complaints(each, properties[key].type, `${at}/${key}`)
            : [`${at}/${key}: unknown`]))];
    }
    default:
        throw new Error(`no such type: ${JSON.stringify(type)}`);
    }
}

checkAll('@aws-cdk/aws-service-spec', 'schema', (jobs) => jobs.map(({ document }) => {
    const name = `${document.source} ${document['detail-type']}`;
    const schema = schemas.get(name);
    if (!schema)
        return `there is no schema for ${name}`;
    const type = { type: 'ref', reference: schema.rootProperty };
    return complaints(document.detail, type, '/detail').join('\n    ');
}));
