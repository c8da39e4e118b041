const fs = require('fs');

let count = 0;
let client = null;

class Client {
    region = 'us-east-1';
}

exports.handler = async (event) => {
    client ??= new Client(); // kept on purpose: this does no harm
    count += 1;
    fs.appendFileSync('/tmp/visitors', `${event.name ?? 'nobody'}\n`);
    const visitors = fs.readFileSync('/tmp/visitors', 'utf8').trim().split('\n').join(', ');
    return { count, visitors };
};
