// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// What X-Ray is told of a failure; loaded with the first one (runtime-api.md 5).

const LARGEST = 65536; // what Lambda keeps of it
const CROPPED = [1, 0.8, 0.6, 0.4, 0.2, 0];
const FRAME = /^\s*at (?:(.*?) \()?(?:file:\/\/)?(.*?):(\d+):\d+\)?$/;

function frames(stack) {
    const found = [];
    for (const line of stack.split('\n')) {
        const match = FRAME.exec(line);
        if (match && !match[2].startsWith(`${__dirname}/`))
            found.push({ path: match[2], line: Number(match[3]), label: match[1] ?? 'anonymous' });
    }
    return found;
}

const ascii = (text) => text.replace(/[^\x20-\x7e]/g, (character) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** JSON in ASCII; empty when the error does not tell where it comes from. */
function xrayCause(error) {
    try {
        if (!(error instanceof Error) || typeof error.stack !== 'string')
            return '';
        const stack = frames(error.stack);
        const paths = [...new Set(stack.map((frame) => frame.path))];
        for (const share of CROPPED) {
            const first = (list) => list.slice(0, Math.floor(list.length * share));
            const cause = ascii(JSON.stringify({
                working_directory: process.cwd(),
                exceptions: [{ type: error.name, message: error.message, stack: first(stack) }],
                paths: first(paths),
                message: error.message,
            }));
            if (cause.length <= LARGEST)
                return cause;
        }
    } catch {
        // An error whose properties throw has no cause to tell.
    }
    return '';
}

module.exports = { xrayCause };
