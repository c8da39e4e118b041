# SPDX-License-Identifier: GPL-3.0-or-later
"""Prepares the interpreter for the function and imports the module of its handler."""
import os
import sys
import time

from coldframe_context import Fault, Session

TRACED_IMPORTS = 5000


def _install_logging(module):
    # A module of the function that happens to be called logging is left alone.
    if hasattr(module, 'Formatter'):
        import coldframe_logging
        coldframe_logging.install()


def _install_spans(module):
    import coldframe_spans
    Session.spans = coldframe_spans
    coldframe_spans.install(module)


class ImportHook:
    """Gives some modules what the runtime adds to them as soon as they are imported, whenever that
    is: the logging module Lambda's handler, and those that open connections their measuring."""

    installers = {'logging': _install_logging}
    due = {}  # what is done when the import of a module has been measured

    @classmethod
    def trace_spans(cls):
        cls.installers.update(dict.fromkeys(('socket', 'ssl', 'http.client'), _install_spans))

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name not in cls.installers:
            return None
        install = cls.installers.pop(name)
        if not cls.installers:
            sys.meta_path.remove(cls)
        spec = sys.modules['_frozen_importlib_external'].PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def exec_module(module):
                load(module)
                if ImportTrace.is_running:
                    cls.due[name] = lambda: install(module)
                else:
                    install(module)

            spec.loader.exec_module = exec_module
        return spec


class PathFiles:
    """Runs the statements in the .pth files of package folders when a module is not found without
    them. Almost every installation has some that no function needs, Lambda has none, and they can
    take as long as the interpreter's start."""

    statements = []

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        statements, cls.statements = cls.statements, []
        if not statements:
            return None
        sys.meta_path.remove(cls)
        for sitedir, file, statement in statements:  # files of namespaces look for this name
            try:
                exec(statement, {'sitedir': sitedir})
            except Exception as error:
                print('%s/%s: %s: %s' % (sitedir, file, type(error).__name__, error),
                      file=sys.stderr)
        for finder in list(sys.meta_path):
            spec = getattr(finder, 'find_spec', lambda *_: None)(name, path, target)
            if spec is not None:
                return spec
        return None


def set_search_path(task_root, package_folders, opt_folder):
    version = 'python%d.%d' % sys.version_info[:2]
    layers = [folder for folder in ('%s/python/lib/%s/site-packages' % (opt_folder, version),
                                    opt_folder + '/python') if os.path.isdir(folder)]
    runtime = os.path.dirname(__file__)
    library = [folder for folder in sys.path if folder != runtime]
    sys.path[:] = [task_root, *layers, runtime, *library]
    for folder in package_folders:
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        sys.path.append(folder)
        for name in sorted([name for name in names if name.endswith('.pth')]):
            if not name.startswith('.'):
                _add_path_file(folder, name)
    if PathFiles.statements:
        sys.meta_path.append(PathFiles)


def _add_path_file(folder, name):
    try:
        # Not as text: the codec for the mark at the beginning would have to be imported.
        with open(os.path.join(folder, name), 'rb') as file:
            text = file.read().decode('utf-8', 'replace')
    except OSError:
        return
    for line in text.lstrip('\ufeff').splitlines():
        if line.startswith(('import ', 'import\t')):
            PathFiles.statements.append((folder, name, line))
        elif line.strip() and not line.startswith('#'):
            path = os.path.abspath(os.path.join(folder, line.rstrip()))
            if path not in sys.path and os.path.exists(path):
                sys.path.append(path)


def set_builtins():
    # These come from the site module, which is not loaded for speed.
    import builtins

    def leave(code=None):
        raise SystemExit(code)

    leave.__name__ = leave.__qualname__ = 'exit'
    builtins.exit = builtins.quit = leave


def load_handler(name):
    try:
        module_name, function_name = name.rsplit('.', 1)
    except ValueError as error:
        raise Fault('Runtime.MalformedHandlerName',
                    "Bad handler '%s': %s" % (name, error)) from None
    imported_name = module_name.replace('/', '.')
    if imported_name.partition('.')[0] in sys.builtin_module_names:
        raise Fault('Runtime.BuiltInModuleConflict',
                    'Cannot use built-in module %s as a handler module' % module_name)
    try:
        __import__(imported_name)
    except ImportError as error:
        raise Fault('Runtime.ImportModuleError',
                    "Unable to import module '%s': %s" % (module_name, error)) from None
    except SyntaxError as error:
        trace = '  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text or '')
        raise Fault('Runtime.UserCodeSyntaxError',
                    "Syntax error in module '%s': %s" % (module_name, error), [trace]) from None
    try:
        return getattr(sys.modules[imported_name], function_name)
    except AttributeError:
        raise Fault('Runtime.HandlerNotFound',
                    "Handler '%s' missing on module '%s'" % (function_name, module_name)) from None


class ImportTrace:
    """Measures every module that is really loaded between begin() and end() in this thread."""

    is_running = False

    def __init__(self):
        self._records = []
        self._restore = None

    def begin(self):
        from _thread import get_ident
        machinery = sys.modules['_frozen_importlib']
        original = machinery._find_and_load
        records, inner, clock, owner = self._records, [], time.monotonic_ns, get_ident()
        modules, due = sys.modules, ImportHook.due

        def _find_and_load(name, import_):
            # importlib.import_module() asks for loaded modules as well.
            if name in modules or len(records) >= TRACED_IMPORTS or get_ident() != owner:
                return original(name, import_)
            record = [name, None, len(inner), 0, 0, 0, 'failed']
            records.append(record)
            inner.append(0)
            begin = clock()
            try:
                module = original(name, import_)
                record[6] = None
                return module
            finally:
                duration = clock() - begin
                own = duration - inner.pop()
                if inner:
                    inner[-1] += duration
                record[3:6] = begin, duration, own
                if due and name in due:
                    due.pop(name)()

        # Python removes frames with this file name from tracebacks of imports.
        _find_and_load.__code__ = _find_and_load.__code__.replace(
            co_filename='<frozen importlib._bootstrap>')
        machinery._find_and_load = _find_and_load
        ImportTrace.is_running = True

        def restore():
            # Whoever wrapped it as well meanwhile keeps his.
            if machinery._find_and_load is _find_and_load:
                machinery._find_and_load = original
            ImportTrace.is_running = False

        self._restore = restore

    def end(self):
        if self._restore:
            self._restore()

    def records(self):
        for record in self._records:
            if record[6] is None:
                record[1], record[6] = _place(record[0])
        return self._records


def _place(name):
    """The file of a loaded module, and where it lies when it has none. No code of the function
    runs for it."""
    module = sys.modules.get(name)
    spec = None
    try:
        namespace = object.__getattribute__(module, '__dict__')
        spec = namespace.get('__spec__')
        file = namespace.get('__file__')
        if type(file) is str:
            return file, None
    except Exception:
        pass
    try:
        # What stands there instead of the module, as the handler's code wants it.
        origin = object.__getattribute__(spec, 'origin')
        if type(origin) is str and origin[:1] == '/':
            return origin, None
        if spec.submodule_search_locations:  # a package without a file
            return None, str(list(spec.submodule_search_locations)[0])
    except Exception:
        pass
    return None, 'built-in'
