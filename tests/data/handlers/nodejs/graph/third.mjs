// SPDX-License-Identifier: GPL-3.0-or-later
export const third = await Promise.resolve("3"); // without a line break at its end