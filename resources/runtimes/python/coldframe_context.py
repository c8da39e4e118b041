# SPDX-License-Identifier: GPL-3.0-or-later
"""The context object of an invocation, and what belongs to the invocation that runs now."""
import json
import os
import sys
import time


class Fault(Exception):
    """A failure that has one of Lambda's own error types."""

    def __init__(self, error_type, message, trace=()):
        super().__init__(message)
        self.error_type = error_type
        self.trace = list(trace)


class Session:
    """What the rest of the runtime may ask about the running invocation."""

    request_id = ''
    tenant_id = None
    spans = None  # the module that tells of connections and spans, once there may be some
    traces_spans = False  # whether the host wants to know of them
    log_descriptor = None  # where the host reads frames of the log


def _text(owner, names):
    return '%s([%s])' % (type(owner).__name__,
                         ','.join('%s=%s' % (name, getattr(owner, name)) for name in names))


class CognitoIdentity:
    __slots__ = ('cognito_identity_id', 'cognito_identity_pool_id')

    def __init__(self, values):
        self.cognito_identity_id = values.get('cognitoIdentityId')
        self.cognito_identity_pool_id = values.get('cognitoIdentityPoolId')

    def __repr__(self):
        return _text(self, self.__slots__)


class Client:
    __slots__ = ('installation_id', 'app_title', 'app_version_name', 'app_version_code',
                 'app_package_name')

    def __init__(self, values):
        for name in self.__slots__:
            setattr(self, name, values.get(name))

    def __repr__(self):
        return _text(self, self.__slots__)


class ClientContext:
    __slots__ = ('custom', 'env', 'client')

    def __init__(self, values):
        self.custom = values.get('custom')
        self.env = values.get('env')
        client = values.get('client')
        self.client = None if client is None else Client(client)

    def __repr__(self):
        return _text(self, self.__slots__)


class LambdaContext:
    """The second argument of a handler."""

    def __init__(self, facts):
        self.__dict__.update(facts)
        self.identity = CognitoIdentity({})
        self.client_context = self.tenant_id = None

    def begin(self, headers):
        """Takes what is the invocation's own; a fault when some of it can't be read."""
        self.aws_request_id = headers['lambda-runtime-aws-request-id']
        self.invoked_function_arn = headers.get('lambda-runtime-invoked-function-arn')
        self._deadline = int(headers.get('lambda-runtime-deadline-ms') or 0)
        self.tenant_id = headers.get('lambda-runtime-aws-tenant-id')
        client_context = headers.get('lambda-runtime-client-context')
        if client_context:
            self.client_context = self._parsed(client_context, 'Client Context', ClientContext)
        identity = headers.get('lambda-runtime-cognito-identity')
        if identity:
            self.identity = self._parsed(identity, 'Cognito Identity', CognitoIdentity)

    @staticmethod
    def facts():
        """What is the same in each invocation."""
        environment = os.environ.get
        return {'log_group_name': environment('AWS_LAMBDA_LOG_GROUP_NAME'),
                'log_stream_name': environment('AWS_LAMBDA_LOG_STREAM_NAME'),
                'function_name': environment('AWS_LAMBDA_FUNCTION_NAME'),
                'memory_limit_in_mb': environment('AWS_LAMBDA_FUNCTION_MEMORY_SIZE'),
                'function_version': environment('AWS_LAMBDA_FUNCTION_VERSION')}

    @staticmethod
    def _parsed(text, title, kind):
        try:
            return kind(json.loads(text))
        except Exception as error:
            raise Fault('Runtime.LambdaContextUnmarshalError',
                        'Unable to parse %s JSON: %s' % (title, error)) from None

    def get_remaining_time_in_millis(self):
        return max(self._deadline - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        return _text(self, ('aws_request_id', 'log_group_name', 'log_stream_name',
                            'function_name', 'memory_limit_in_mb', 'function_version',
                            'invoked_function_arn', 'client_context', 'identity', 'tenant_id'))
