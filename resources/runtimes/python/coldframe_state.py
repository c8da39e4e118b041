# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells the host which values the variables of the handler's module have, when it asked for that.

No code of the function runs for it: no __repr__, no property, no __iter__. What can't be read that
way is told by its type alone.
"""
import json
import sys
import time
import types

from coldframe_connection import Connection, HostGone

PATH = '/coldframe/state'
VARIABLES = 500
ENTRIES = 2000  # of one variable, with everything inside
CHARACTERS = 8192  # of one variable's text
DEPTH = 6
PATIENCE = 300_000_000  # nanoseconds of CPU time for all variables
LEFT_OUT = (types.FunctionType, types.BuiltinFunctionType, types.ModuleType, type,
            types.MethodType, types.GenericAlias)
# Their __repr__ is part of Python and calls nothing of the function's.
TOLD_BY_PYTHON = {('datetime', 'datetime'), ('datetime', 'date'), ('datetime', 'time'),
                  ('datetime', 'timedelta'), ('decimal', 'Decimal'), ('builtins', 'range'),
                  ('builtins', 'complex'), ('itertools', 'count'), ('uuid', 'UUID'),
                  ('re', 'Pattern'), ('pathlib', 'PosixPath'), ('fractions', 'Fraction')}


# A metaclass of the function's could answer these questions itself.
_module_of = type.__dict__['__module__'].__get__
_name_of = type.__dict__['__name__'].__get__


class _Full(Exception):
    """The text is as long as it may become."""


class _Text:
    """The text of one value: like JSON where it can be told so."""

    def __init__(self, deadline, task_root):
        self._deadline = deadline
        self._task_root = task_root
        self._parts = []
        self._characters = 0
        self._entries = 0
        self._path = set()
        self.cut = False

    def of(self, value, depth=0):
        try:
            self._add(value, depth)
        except _Full:
            self.cut = True
        except Exception:  # another thread changes it, for example
            self.cut = True
        return ''.join(self._parts)

    def _put(self, text):
        self._characters += len(text)
        if self._characters > CHARACTERS:
            self._parts.append(text[:CHARACTERS - self._characters])
            raise _Full
        self._parts.append(text)

    def _count(self):
        self._entries += 1
        if self._entries > ENTRIES or (self._entries % 64 == 0
                                       and time.process_time_ns() > self._deadline):
            raise _Full

    def _add(self, value, depth):
        self._count()
        kind = type(value)
        if value is None:
            self._put('null')
        elif kind is bool:
            self._put('true' if value else 'false')
        elif issubclass(kind, int):
            self._put(int.__repr__(value) if int.bit_length(value) < 4096 else '<large int>')
        elif issubclass(kind, float):
            self._put(float.__repr__(value))
        elif issubclass(kind, str):
            self._put(json.dumps(str.__getitem__(value, slice(CHARACTERS + 1)),
                                 ensure_ascii=False))
        elif issubclass(kind, (bytes, bytearray)):
            base = bytes if issubclass(kind, bytes) else bytearray
            self._put('<%d bytes> %s' % (base.__len__(value),
                                         base.__getitem__(value, slice(256)).hex()))
        elif issubclass(kind, (dict, list, tuple, set, frozenset)) or self._is_deque(kind):
            self._add_inside(value, lambda: self._add_container(value, kind, depth))
        elif (_module_of(kind), _name_of(kind)) in TOLD_BY_PYTHON:
            self._put(json.dumps(kind.__repr__(value)))
        elif _name_of(kind) == '_lru_cache_wrapper' and _module_of(kind) == 'functools':
            self._put('<cache with %d entries>' % value.cache_info().currsize)
        elif issubclass(kind, LEFT_OUT):
            self._put('<%s>' % _name_of(kind))
        else:
            self._add_inside(value, lambda: self._add_instance(value, kind, depth))

    @staticmethod
    def _is_deque(kind):
        collections = sys.modules.get('_collections')
        return collections is not None and issubclass(kind, collections.deque)

    def _add_inside(self, value, add):
        if id(value) in self._path:
            return self._put('<itself>')
        self._path.add(id(value))
        add()
        self._path.discard(id(value))

    def _add_container(self, value, kind, depth):
        base = next(each for each in (dict, list, tuple, set, frozenset,
                                      sys.modules['_collections'].deque
                                      if '_collections' in sys.modules else list)
                    if issubclass(kind, each))
        size = base.__len__(value)
        if depth >= DEPTH:
            return self._put('<%s of %d>' % (base.__name__, size))
        if size > ENTRIES:
            self._put('<%d entries> ' % size)
        if base is dict:
            self._put('{')
            for index, (key, entry) in enumerate(dict.items(value)):
                self._put(',' if index else '')
                self._add(key, depth + 1)
                self._put(':')
                self._add(entry, depth + 1)
            return self._put('}')
        if base in (set, frozenset):
            self._count()
            texts = []
            for entry in base.__iter__(value):
                self._count()
                text = _Text(self._deadline, self._task_root)
                text._path = self._path
                texts.append(text.of(entry, depth + 1))
                self.cut = self.cut or text.cut
            return self._put('{%s}' % ','.join(sorted(texts)))
        self._put('[')
        for index, entry in enumerate(base.__iter__(value)):
            self._put(',' if index else '')
            self._add(entry, depth + 1)
        return self._put(']')

    def _add_instance(self, value, kind, depth):
        self._put(_name_of(kind))
        if depth >= DEPTH or not self._is_own(kind):
            return
        try:
            attributes = object.__getattribute__(value, '__dict__')
        except AttributeError:
            return
        if type(attributes) is not dict:
            return
        self._put('(')
        for index, (name, entry) in enumerate(dict.items(attributes)):
            self._put('%s%s=' % (',' if index else '', name))
            self._add(entry, depth + 1)
        self._put(')')

    def _is_own(self, kind):
        """Whether the class is the function's: what libraries keep inside is their business."""
        module = sys.modules.get(_module_of(kind))
        file = getattr(module, '__dict__', {}).get('__file__')
        return type(file) is str and file.startswith(self._task_root + '/') \
            and '/site-packages/' not in file


def _is_variable(name, value):
    kind = type(value)
    return not (name.startswith('__') or issubclass(kind, LEFT_OUT)
                or _module_of(kind) in ('typing', '__future__'))


def observe(handler_name, task_root, when):
    """The body of a message to the host."""
    name = handler_name.rpartition('.')[0].replace('/', '.')
    namespace = vars(sys.modules[name]) if name in sys.modules else {}
    file = namespace.get('__file__')
    file = file if type(file) is str else ''
    if file.startswith(task_root + '/'):
        file = file[len(task_root) + 1:]
    deadline = time.process_time_ns() + PATIENCE
    variables = []
    complete = True
    for variable, value in list(namespace.items()):
        if type(variable) is not str or not _is_variable(variable, value):
            continue
        if len(variables) == VARIABLES or time.process_time_ns() > deadline:
            complete = False
            break
        text = _Text(deadline, task_root)
        shown = text.of(value)
        variables.append((variable, _name_of(type(value)), shown, text.cut))
    return json.dumps({'when': when, 'file': file, 'complete': complete, 'sees': 'module',
                       'variables': variables}).encode('utf-8', 'replace')


class ObservedConnection(Connection):
    """Tells the state of the handler's module before the first event and behind each answer, at
    times that belong to no phase: the host has measured what it measures by then."""

    def __init__(self, events, answers, host, handler_name, task_root):
        super().__init__(events, answers, host)
        self._handler_name = handler_name
        self._task_root = task_root
        self._is_first = True

    def _observe(self, when):
        try:
            return observe(self._handler_name, self._task_root, when)
        except Exception:  # the function has bent what this relies on: it goes on unobserved
            return json.dumps({'when': when, 'file': '', 'complete': False, 'sees': 'module',
                               'variables': []}).encode()

    def ask_next(self):
        if not self._is_first:
            if self._unsent:
                self._send()
            self.queue(PATH, self._observe('answered'))
            super().ask_next()
            return
        # The event is answered to the question in front of the state.
        self._unsent.append(self._next[:-2] + b'Coldframe-State: follows\r\n\r\n')
        self._send()
        earlier = self._unread_answers
        self.queue(PATH, self._observe('initialised'))
        self._send()
        self._unread_answers = earlier

    def receive_invocation(self):
        invocation = super().receive_invocation()
        if self._is_first:
            self._is_first = False
            self._unread_answers = 1  # to the state
        return invocation
