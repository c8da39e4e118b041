# SPDX-License-Identifier: GPL-3.0-or-later
# What is before each row's statements: a client for the endpoint, and ways to print.
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError


def client_with(**config):
    return boto3.client('lambda', region_name='us-east-1', endpoint_url=sys.argv[1],
                        aws_access_key_id='x', aws_secret_access_key='x',
                        config=Config(read_timeout=120, **config))


client = client_with(retries={'total_max_attempts': 1})


def show(*values):
    print(*(value if isinstance(value, str) else json.dumps(value) for value in values))


def text(response):
    return response['Payload'].read().decode()


def error(call, **arguments):
    """What a call fails with: the client's exception, the status and the message."""
    try:
        call(**arguments)
    except ClientError as failure:
        show(type(failure).__name__, failure.response['ResponseMetadata']['HTTPStatusCode'],
             failure.response['Error']['Message'])
        return failure.response
    show('no error')
    return None


