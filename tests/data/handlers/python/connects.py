# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens connections in all the ways that libraries use."""
import asyncio
import http.client
import socket
import urllib.request

kept = {}


def plain(event, context):
    connection = socket.create_connection(('localhost', event['port']))
    connection.close()
    with socket.socket() as other:
        other.connect(('127.0.0.1', event['port']))
    return 'done'


def left_open(event, context):
    kept['connection'] = socket.create_connection(('127.0.0.1', event['port']))
    return 'done'


def refused(event, context):
    try:
        socket.create_connection(('127.0.0.1', event['closed']))
    except OSError as error:
        return type(error).__name__


def local(event, context):
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(event['path'])
        except OSError as error:
            return type(error).__name__


def asynchronous(event, context):
    async def connect():
        _, writer = await asyncio.open_connection('localhost', event['port'])
        writer.close()

    asyncio.run(connect())
    return 'done'


def through_urllib(event, context):
    return urllib.request.urlopen('http://localhost:%d/' % event['port'], timeout=30).status


def keeps_alive(event, context):
    if 'client' not in kept:
        kept['client'] = http.client.HTTPConnection('localhost', event['port'], timeout=30)
    kept['client'].request('GET', '/')
    return kept['client'].getresponse().read().decode()


def nothing(event, context):
    return 'nothing'
