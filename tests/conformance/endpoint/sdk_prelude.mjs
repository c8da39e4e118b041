// SPDX-License-Identifier: GPL-3.0-or-later
// What is before each row's statements: a client for the endpoint, and ways to print.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const sdk = createRequire(process.argv[3] + '/')('@aws-sdk/client-lambda');
const client = new sdk.LambdaClient({
    region: 'us-east-1',
    endpoint: process.argv[2],
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    maxAttempts: 3,
});

const show = (...values) => console.log(
    ...values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))));
const textOf = (bytes) => Buffer.from(bytes ?? []).toString();
const send = (name, input) => client.send(new sdk[name + 'Command'](input));

async function error(name, input) {
    try {
        await send(name, input);
        show('no error');
    } catch (failure) {
        show(failure.name, failure instanceof (sdk[failure.name] ?? sdk.LambdaServiceException),
            failure.$metadata.httpStatusCode, failure.message);
        return failure;
    }
}

