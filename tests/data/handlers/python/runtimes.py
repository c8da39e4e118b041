# SPDX-License-Identifier: GPL-3.0-or-later
"""What depends on the message, the version and the surroundings."""
import os
import sys
import time


def raw(event, context):
    return bytes(reversed(event))


def umlaut(event, context):
    return event


def size(event, context):
    return len(event['text'])


def fails(event, context):
    raise ValueError(event)


def layer(event, context):
    from module_of_a_layer import name
    return [name, [key for key in os.environ if key.startswith('COLDFRAME_')]]


def facts(event, context):
    return [context.aws_request_id, context.tenant_id, context.client_context.custom,
            context.client_context.client.app_title, context.identity.cognito_identity_id,
            context.memory_limit_in_mb, context.get_remaining_time_in_millis() >= 0]


def imports(event, context):
    try:
        __import__(event)
        found = True
    except ImportError:
        found = False
    return [found, hasattr(sys, 'ran')]


def given(event, context):
    return [context.aws_request_id, context.tenant_id,
            context.client_context and context.client_context.custom]


class Leaving:
    def __init__(self, path):
        self.path = path

    def __del__(self):
        time.sleep(0.2)
        with open(self.path, 'w'):
            pass


def leaves(event, context):
    context.left = Leaving(event)
