# SPDX-License-Identifier: GPL-3.0-or-later
"""What X-Ray is told of a failure; loaded with the first one (runtime-api.md 5)."""
import json
import os
import traceback

LARGEST = 65536  # what Lambda keeps of it
CROPPED = (1, 0.8, 0.6, 0.4, 0.2, 0)
# What compiled modules say of their place, wherever they lie.
OWN_FILES = os.path.dirname((lambda: None).__code__.co_filename) + '/coldframe_'


def cause(error, payload):
    """JSON in ASCII, for the failure whose payload the caller gets; empty when it is too large."""
    stack = [{'label': frame.name, 'path': frame.filename, 'line': frame.lineno}
             for frame in traceback.extract_tb(error.__traceback__)
             if not frame.filename.startswith(OWN_FILES)]
    paths = list(dict.fromkeys(frame['path'] for frame in stack))
    message = payload['errorMessage']
    try:
        folder = os.getcwd()
    except OSError:
        folder = ''
    for share in CROPPED:
        text = json.dumps({
            'working_directory': folder,
            'exceptions': [{'type': payload['errorType'], 'message': message,
                            'stack': stack[:int(len(stack) * share)]}],
            'paths': paths[:int(len(paths) * share)],
            'message': message,
        })
        if len(text) <= LARGEST:
            return text.replace('\x7f', '\\u007f')
    return ''
