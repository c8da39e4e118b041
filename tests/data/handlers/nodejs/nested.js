// SPDX-License-Identifier: GPL-3.0-or-later
exports.api = {
    prefix: 'bound: ',
    async get(event) {
        return this.prefix + event.name;
    },
};

exports.number = 3;
