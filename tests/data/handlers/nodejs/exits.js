// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the process in the way that the event names.
exports.handler = async (event) => {
    console.log('leaving');
    if (event.way === 'kill')
        process.kill(process.pid, 'SIGKILL');
    if (event.way === 'abort')
        process.abort();
    process.exit(event.status ?? 1);
};
