// SPDX-License-Identifier: MIT
'use strict';
// Names stretches of time in your code, for the timeline of Coldframe.
//
//     const { span } = require('./coldframe.cjs');      // import { span } from './coldframe.cjs';
//
//     const prices = await span('load prices', () => loadPrices());
//
//     const pricing = span('price an order');
//     ...
//     pricing.end();
//
// Put this file beside your code. Anywhere but in Coldframe, on Lambda for example, it does nothing.

const RECORDER = Symbol.for('coldframe.spans');

class Span {
    #recorder = globalThis[RECORDER];
    #span;

    constructor(name) {
        this.#span = this.#recorder?.begin(name);
    }

    /** Ends it; failed tells that what it stands for went wrong. */
    end(failed = false) {
        this.#recorder?.end(this.#span, failed === true);
    }

    [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
        this.end();
    }
}

/**
 * Measures what work() takes, until its promise is settled when it gives one, and returns what
 * work() returns. Without work, the span that you end yourself.
 */
function span(name, work) {
    const running = new Span(name);
    if (work === undefined)
        return running;
    let result;
    try {
        result = work();
    } catch (error) {
        running.end(true);
        throw error;
    }
    if (typeof result?.then !== 'function') {
        running.end();
        return result;
    }
    return result.then((value) => {
        running.end();
        return value;
    }, (error) => {
        running.end(true);
        throw error;
    });
}

module.exports = { span };
