// SPDX-License-Identifier: GPL-3.0-or-later
import { first } from './first.mjs';
import second from './second.cjs';
import { third } from './third.mjs';

export const handler = async () => [first, second, third];
