// SPDX-License-Identifier: GPL-3.0-or-later
console.log('while importing');

exports.handler = async () => {
    console.log('accepted %d', 3, { orders: [1, 2] });
    console.info('first line\nsecond line');
    console.debug('detail');
    console.warn('careful');
    console.error(new Error('failed'));
    console.trace('where');
};
