// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// A web application that tells what it got of a request, without a word about Lambda.
const { createHash } = require('node:crypto');
const express = require('express');

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.set('query parser', 'simple');
app.use(express.json());
app.use(express.raw({ type: 'application/octet-stream' }));
app.use(express.text());

const cookiesOf = (request) => (request.get('cookie') ?? '').split('; ').filter(Boolean);

function tell(request, response, more) {
    response.json({
        method: request.method,
        path: request.path,
        params: request.params,
        query: request.query,
        cookies: cookiesOf(request),
        language: request.get('accept-language'),
        host: request.get('host'),
        ...more,
    });
}

app.get('/pets/:id', (request, response) => tell(request, response));

app.delete('/pets/:id', (request, response) => response.status(204).end());

app.post('/pets', (request, response) => {
    response.status(201).location('/pets/7').append('Set-Cookie', 'visited=1; Path=/');
    tell(request, response, { type: request.get('content-type'), body: request.body });
});

app.put('/pets/:id/picture', (request, response) => tell(request, response, {
    length: request.body.length,
    sha256: createHash('sha256').update(request.body).digest('hex'),
}));

app.get('/pets/:id/picture', (request, response) => {
    response.type('image/png').send(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0xff]));
});

app.get('/visit', (request, response) => {
    response.append('Set-Cookie', 'first=1; Path=/').append('Set-Cookie', 'second=2; HttpOnly').redirect(303, '/pets/7');
});

app.use((request, response) => response.status(404).json({ missing: request.path }));

module.exports = app;
