// SPDX-License-Identifier: GPL-3.0-or-later
exports.handler = async (event) => {
    for (const line of event.lines ?? [])
        console.log(line);
    for (const line of event.errors ?? [])
        console.error(line);
    for (const line of event.raw ?? [])
        process.stdout.write(`${line}\n`);
};
