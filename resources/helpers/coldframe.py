# SPDX-License-Identifier: MIT
"""Names stretches of time in your code, for the timeline of Coldframe.

    from coldframe import span

    with span("load prices"):
        ...

    @span("price an order")
    def price(order):
        ...

Works around `await` and on `async def` functions as well. Put this file beside your code. Anywhere
but in Coldframe, on Lambda for example, it does nothing.
"""
import functools
import sys

_COROUTINE = 0x80  # of a function's flags

# This module is there in an environment of Coldframe, and nowhere else.
if 'coldframe_runtime' in sys.modules and sys.modules['coldframe_runtime'].traces_spans():
    import coldframe_spans as _recorder
    sys.modules['coldframe_runtime'].tell_spans(_recorder)
else:
    _recorder = None


class span:
    """A stretch of time with a name: a context manager, and a decorator of functions."""

    def __init__(self, name):
        self._name = name
        self._running = []

    def __enter__(self):
        if _recorder is not None:
            self._running.append(_recorder.begin(self._name))
        return self

    def __exit__(self, error, *_):
        if self._running:
            _recorder.end(self._running.pop(), error is not None)
        return False

    async def __aenter__(self):
        return self.__enter__()

    async def __aexit__(self, error, *_):
        return self.__exit__(error)

    def __call__(self, function):
        if _recorder is None:
            return function
        name = self._name
        if getattr(getattr(function, '__code__', None), 'co_flags', 0) & _COROUTINE:
            @functools.wraps(function)
            async def measured(*arguments, **keywords):
                with span(name):
                    return await function(*arguments, **keywords)
        else:
            @functools.wraps(function)
            def measured(*arguments, **keywords):
                with span(name):
                    return function(*arguments, **keywords)
        return measured
