// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers that stream. "folder" of an event is where they and the test tell each other things.
const fs = require('fs');
const path = require('path');
const { pipeline } = require('stream/promises');
const { Readable } = require('stream');

const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function told(event, name) {
    while (!fs.existsSync(path.join(event.folder, name)))
        await later(5);
}

exports.waits = awslambda.streamifyResponse(async (event, stream, context) => {
    stream.setContentType('text/plain');
    stream.write(`first of ${context.awsRequestId}`);
    await told(event, 'go-on');
    stream.write('second');
    stream.end();
});

// Writes more than any socket holds, and tells when timers still run although nobody reads.
exports.floods = awslambda.streamifyResponse(async (event, stream) => {
    const chunk = Buffer.alloc(256 * 1024, 'x');
    let blocked = false;
    for (let i = 0; i < 64; ++i) {
        if (stream.write(chunk))
            continue;
        if (!blocked) {
            blocked = true;
            later(20).then(() => fs.writeFileSync(path.join(event.folder, 'timers-run'), ''));
        }
        await new Promise((resolve) => stream.once('drain', resolve));
    }
    stream.end();
}, { highWaterMark: 512 * 1024 });

exports.http = awslambda.streamifyResponse(async (event, stream) => {
    const response = awslambda.HttpResponseStream.from(stream, {
        statusCode: 201, headers: { 'Content-Type': 'text/html' }, cookies: ['a=b'],
    });
    response.write('<p>');
    response.end('</p>');
});

exports.empty = awslambda.streamifyResponse(async (event, stream) => {
    stream.end();
});

exports.values = awslambda.streamifyResponse(async (event, stream) => {
    stream.write({ a: 1 });
    stream.write(new Uint8Array([104, 105]));
    stream.end('é');
    return 'ignored';
});

exports.failsEarly = awslambda.streamifyResponse(async () => {
    throw new RangeError('nothing sent');
});

exports.failsLate = awslambda.streamifyResponse(async (event, stream) => {
    stream.write('begun');
    await later(1);
    throw new RangeError('broken off');
});

exports.pipesFailure = awslambda.streamifyResponse(async (event, stream) => {
    async function* source() {
        yield 'begun';
        await later(1);
        throw new TypeError('source failed');
    }
    await pipeline(Readable.from(source()), stream);
});

exports.crashes = awslambda.streamifyResponse(async (event, stream) => {
    stream.write('begun');
    setTimeout(() => { throw new RangeError('nobody catches'); }, 5);
    await new Promise(() => {});
});

exports.setsTypeLate = awslambda.streamifyResponse(async (event, stream) => {
    stream.write('begun');
    let name = '';
    try {
        stream.setContentType('text/plain');
    } catch (error) {
        name = error.name;
    }
    stream.end(name);
});

exports.isNotAsync = awslambda.streamifyResponse(() => 'x');

exports.neverSettles = awslambda.streamifyResponse(() => new Promise(() => {}));

exports.nested = { handler: exports.values };
