// SPDX-License-Identifier: GPL-3.0-or-later
Promise.reject(new Error('nobody listens'));

exports.handler = async () => 'never called';
