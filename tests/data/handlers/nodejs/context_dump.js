// SPDX-License-Identifier: GPL-3.0-or-later
const privateVariables = Object.keys(process.env).filter((name) => name.startsWith('COLDFRAME'));

exports.handler = async (event, context) => ({
    ...context,
    members: Object.keys(context),
    remaining: context.getRemainingTimeInMillis(),
    traceId: process.env._X_AMZN_TRACE_ID,
    privateVariables,
    environment: process.env,
    directory: process.cwd(),
});
