# SPDX-License-Identifier: GPL-3.0-or-later
"""Hooks around a snapshot; FAILING_HOOK names the one that fails."""
import os

from snapshot_restore_py import register_after_restore, register_before_snapshot

order = []


def note(name, suffix=''):
    if os.environ.get('FAILING_HOOK') == name:
        raise ValueError('no ' + name)
    order.append(name + suffix)


register_before_snapshot(note, 'first before')
register_before_snapshot(note, 'second before', suffix='!')
register_after_restore(note, 'first after')


@register_after_restore
def second():
    order.append('second after')


def handler(event, context):
    return order
