# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes records of the log as frames, for a host that reads frames; loaded with the first one."""
import os
import time

from coldframe_context import Session

JSON_FRAME = 0xA55A0002  # with a time stamp


def is_framed():
    return Session.log_descriptor is not None


def write_frame(text, level, is_json):
    """One record, with its inner newlines. The level is a number of the logging module."""
    message = text.encode('utf-8', 'replace')
    code = min(50, max(0, level)) // 10
    frame_type = JSON_FRAME | (code + 1 if code else 0) << 2 | (0 if is_json else 1)
    write_all(Session.log_descriptor,
              frame_type.to_bytes(4, 'big') + len(message).to_bytes(4, 'big')
              + (time.time_ns() // 1000).to_bytes(8, 'big') + message)


def write_all(descriptor, data):
    while data:
        data = data[os.write(descriptor, data):]
