// SPDX-License-Identifier: GPL-3.0-or-later
exports.handler = (event) => new Promise((resolve) => {
    setTimeout(resolve, event.seconds * 1000, 'awake');
});
