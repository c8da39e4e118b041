# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

PRIVATE = [name for name in os.environ if name.startswith('COLDFRAME')]


def handler(event, context):
    client = context.client_context
    return {
        'aws_request_id': context.aws_request_id,
        'function_name': context.function_name,
        'function_version': context.function_version,
        'invoked_function_arn': context.invoked_function_arn,
        'memory_limit_in_mb': context.memory_limit_in_mb,
        'log_group_name': context.log_group_name,
        'log_stream_name': context.log_stream_name,
        'cognito_identity_id': context.identity.cognito_identity_id,
        'cognito_identity_pool_id': context.identity.cognito_identity_pool_id,
        'client_context': client and {'custom': client.custom, 'env': client.env,
                                      'app_title': client.client and client.client.app_title},
        'tenant_id': context.tenant_id,
        'remaining': context.get_remaining_time_in_millis(),
        'text': repr(context),
        'trace_id': os.environ.get('_X_AMZN_TRACE_ID'),
        'private_variables': PRIVATE,
        'environment': dict(os.environ),
        'directory': os.getcwd(),
        'path': sys.path,
        'arguments': sys.argv,
    }
