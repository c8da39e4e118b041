# SPDX-License-Identifier: GPL-3.0-or-later
"""What a function calls to have something done before a snapshot and after its restoration.

Lambda offers a module of this name; a copy in the function's own package takes precedence.
"""
_before_snapshot = []
_after_restore = []


def register_before_snapshot(function, *arguments, **keywords):
    """Has function(*arguments, **keywords) called before the snapshot, last registered first."""
    _before_snapshot.append((function, arguments, keywords))
    return function


def register_after_restore(function, *arguments, **keywords):
    """Has function(*arguments, **keywords) called after each restoration, first one first."""
    _after_restore.append((function, arguments, keywords))
    return function


def get_before_snapshot():
    return _before_snapshot


def get_after_restore():
    return _after_restore
