// SPDX-License-Identifier: GPL-3.0-or-later
exports.handler = () => new Promise(() => {
    setInterval(() => {}, 1000);
});

exports.busy = async () => {
    for (;;)
        ;
};
