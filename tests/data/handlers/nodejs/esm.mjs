// SPDX-License-Identifier: GPL-3.0-or-later
import { basename } from 'node:path';
import hello from './hello.js';

export const handler = async (event) => {
    const answer = await hello.handler(event);
    return { ...answer, file: basename(import.meta.url) };
};
