// SPDX-License-Identifier: GPL-3.0-or-later
import { third } from './third.mjs';

const until = Date.now() + 20;
while (Date.now() < until);
export const first = `1${third}`;
