// SPDX-License-Identifier: GPL-3.0-or-later
// Events through @middy/event-normalizer, which decodes what is inside them.
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pathToFileURL } from 'node:url';

import { found, libraries, rendered, table, valuesAt } from './support.mjs';

const { default: normalizer } = await import(
    pathToFileURL(join(libraries, 'checks/node_modules/@middy/event-normalizer/index.js')).href);

for (const [id, entry] of Object.entries(table)) {
    for (const { of, at, gives } of entry.normalized ?? []) {
        const row = `${id} ${at}`;
        const event = rendered.events[id]?.[of];
        if (!event) {
            found('@middy/event-normalizer', row, `no event ${of}`);
            continue;
        }
        try {
            const copy = JSON.parse(JSON.stringify(event));
            await normalizer().before({ event: copy });
            const [value] = valuesAt(copy, at);
            found('@middy/event-normalizer', row, isDeepStrictEqual(value, gives) ? ''
                : `gives ${JSON.stringify(value)}`);
        } catch (error) {
            found('@middy/event-normalizer', row, error.stack);
        }
    }
}
