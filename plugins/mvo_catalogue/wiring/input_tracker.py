"""Records which files a build reads, so that the next can quickly decide whether anything has changed.

An audit hook of Python reports every file that is opened and every listed folder, so there is no manual list of the
inputs by hand. A file counts as unchanged while its stat fields (size, times, inode) are, which costs little to check.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mvo_catalogue.build_cache import BuildCache, digest_of
from mvo_catalogue.wiring.project import CACHE, read_today

_CLOCK_TICK = 100_000_000
"""Nanoseconds within which a file can be saved twice with the same times: clocks of file systems are coarse."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_SYSTEM_FOLDERS = ("/dev/", "/proc/", "/sys/")
_UNREPORTED_VARIABLES = frozenset({"LANG", "LC_ALL", "LC_TIME", "PYTHONPATH", "TZ"})
"""Variables that Python or the system reads without passing ``os.environ``."""
_TERMINAL_VARIABLES = frozenset(
    {"COLUMNS", "FORCE_COLOR", "LINES", "NO_COLOR", "TERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE"}
)
"""Variables that libraries read and that do not affect a site."""

_active: InputTracker | None = None
_is_hooked = False


class InputTracker:
    """A context manager that records what this process reads: files, folders and environment variables."""

    def __init__(self) -> None:
        """Begin with nothing recorded."""
        self._states: dict[str, str] = {}
        self._written: set[str] = set()
        self._variables = set(_UNREPORTED_VARIABLES)
        self._environment = dict(os.environ)
        self._start = time.time_ns()

    def __enter__(self) -> InputTracker:
        """Start recording."""
        global _active, _is_hooked  # noqa: PLW0603  # an audit hook cannot be removed
        if not _is_hooked:
            sys.addaudithook(_audit)
            _is_hooked = True
        self._encode, _active = os.environ.encodekey, self
        os.environ.encodekey = self._record_variable
        return self

    def __exit__(self, *_: object) -> None:
        """Stop recording."""
        global _active  # the same
        os.environ.encodekey, _active = self._encode, None

    def _record_variable(self, name: str) -> str:
        self._variables.add(name)
        return self._encode(name)

    def on_open(self, path: str, flags: int) -> None:
        """Record a file that is opened; for compiled code its source."""
        if flags & _WRITES:
            self._written.add(path)
        elif path.endswith(".pyc"):
            self._record(_source_of(path))
        else:
            self._record(path)

    def on_list(self, path: str) -> None:
        """Record a folder that is listed and the files in it, which may be opened by another process of ours."""
        if path not in self._states and path not in sys.path_importer_cache:
            self._record(path)
            for file in _list_files(path):
                self._record(file)

    def _record(self, path: str) -> None:
        if path not in self._states and "/__pycache__" not in path:
            self._states[path] = _first_state(path)

    def save(self, site: Path, request: str, timezone: str, ignored: Path, except_for: Path) -> None:
        """Store what ``site`` was built from, for `is_up_to_date`.

        ``request`` says which build it was, ``timezone`` which day counts. What is in ``ignored`` but not in
        ``except_for`` is left out. Nothing is stored when an input changed during the build.
        """
        outside = [f"{folder.absolute()}/" for folder in (ignored, site, *_staging_folders(site))]
        modules = {path for path in map(_file_of, list(sys.modules.values())) if path}
        states = self._states | {path: _first_state(path) for path in modules - self._states.keys()}
        folders = {path for path in sys.path_importer_cache if Path(path).is_dir()}
        folders |= {path for path in map(os.path.dirname, map(os.path.dirname, outside)) if path in states}
        exception = f"{except_for.absolute()}/"  # as it is opened, also when it is a link
        for path in list(states):
            is_outside = f"{path}/".startswith((*outside, *_SYSTEM_FOLDERS)) and not path.startswith(exception)
            if is_outside or path in self._written or path in folders:
                del states[path]
        is_late = any(_is_recent(path, self._start) for path in modules - self._states.keys())
        if is_late or any(_has_changed(path, state) for path, state in states.items()):
            return
        inputs = {
            "paths": sorted(states),
            "folders": sorted(folders),
            "variables": sorted(self._variables - _TERMINAL_VARIABLES),
            "timezone": timezone,
        }
        if all(not _is_recent(path, time.time_ns()) for path in states):
            record = json.dumps(inputs | {"digest": _digest(site, inputs, self._environment)})
            BuildCache(CACHE).write(_name(site), _key(site, request), record.encode())


def is_up_to_date(site: Path, request: str) -> bool:
    """Return whether ``site`` comes from a build of ``request``, is untouched, and all inputs are unchanged."""
    record = BuildCache(CACHE).read(_name(site), _key(site, request))
    inputs = json.loads(record) if record else {}
    return bool(inputs) and inputs["digest"] == _digest(site, inputs, os.environ)


def digest_states(*folders: Path) -> str:
    """Return a digest of the stat fields of all files in folders and of the places that modules come from.

    It is ``""`` when a file was saved so recently that it could be saved again with the same times.
    """
    found = [state for folder in folders for state in _walk(str(folder)) if "/__pycache__" not in state]
    if any(_is_recent(state.partition("\n")[0], time.time_ns()) for state in found):
        return ""
    return digest_of("\n".join([*map(_state, sys.path), *found]).encode("utf-8", "replace")).hex()


def _name(site: Path) -> str:
    return f"{site.name}.read"


def _key(site: Path, request: str) -> bytes:
    return digest_of(sys.version, str(site), request)


def _staging_folders(site: Path) -> Iterator[Path]:
    yield from (site.with_name(f".{site.name}.{state}") for state in ("old", "new"))


def _digest(site: Path, inputs: dict[str, Any], environment: Any) -> str:
    parts = [read_today(inputs["timezone"]).isoformat()]
    parts += [f"{name}={environment.get(name)}" for name in inputs["variables"]]
    parts += [f"{path} {_state(path)}" for path in inputs["paths"]]
    parts += [f"{path} {' '.join(_list_names(path, site))}" for path in inputs["folders"]]
    parts += _walk(str(site))
    return digest_of("\n".join(parts).encode("utf-8", "surrogateescape")).hex()


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    global _active  # noqa: PLW0603  # so that what the tracker opens itself is not recorded
    if _active is None or event not in {"open", "os.listdir", "os.scandir"} or isinstance(arguments[0], int):
        return
    tracker, _active = _active, None
    path = os.path.abspath(os.fsdecode(arguments[0] or "."))  # noqa: PTH100  # without following links
    if event == "open":
        tracker.on_open(path, arguments[2])
    else:
        tracker.on_list(path)
    _active = tracker


def _state(path: str) -> str:
    """Return text that differs when a file or folder differs, ``""`` when there is none.

    For a file its stat fields, for a folder the names in it, for a link its target and the stat fields of that.
    """
    state = ""
    with contextlib.suppress(OSError, ValueError):
        found = os.lstat(path)
        if stat.S_ISDIR(found.st_mode):  # its times change with what Python itself puts there
            names = (name for name in os.listdir(path) if name != "__pycache__")  # noqa: PTH208  # many
            return f"/{'/'.join(sorted(names))}"
        state = f"{found.st_mode} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
        if stat.S_ISLNK(found.st_mode):
            state += f" {os.readlink(path)}"  # noqa: PTH115  # many
            found = os.stat(path)  # noqa: PTH116  # many
            state += f" {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
    return state


def _is_recent(path: str, moment: int) -> bool:
    try:
        found = os.stat(path)  # noqa: PTH116  # many
    except (OSError, ValueError):
        return False
    return max(found.st_mtime_ns, found.st_ctime_ns) > moment - _CLOCK_TICK and stat.S_ISREG(found.st_mode)


def _first_state(path: str) -> str:
    """Return the state of a file before it is read, with a digest of its content if it was saved just now."""
    return f"{_state(path)}\n{_content(path)}" if _is_recent(path, time.time_ns()) else _state(path)


def _has_changed(path: str, first: str) -> bool:
    state, has_content, content = first.partition("\n")
    return state != _state(path) or (bool(has_content) and content != _content(path))


def _content(path: str) -> str:
    try:
        return digest_of(Path(path)).hex()
    except OSError:
        return ""


def _list_files(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as items:
            yield from (item.path for item in items if not item.is_dir(follow_symlinks=False))
    except OSError:
        return


def _list_names(folder: str, site: Path) -> Iterable[str]:
    """Return the names in a folder with modules or with the site, without those that every build changes."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  # many
    except OSError:
        return ()
    return sorted(name for name in names if not name.startswith((".", "__pycache__")) and name != site.name)


def _walk(folder: str) -> Iterator[str]:
    """Yield the path of everything below a folder, for files with their state on a second line."""
    try:
        with os.scandir(folder) as items:
            for item in sorted(items, key=lambda item: item.name):
                is_folder = item.is_dir(follow_symlinks=False)
                yield item.path if is_folder else f"{item.path}\n{_state(item.path)}"
                if is_folder:
                    yield from _walk(item.path)
    except OSError:
        return


def _source_of(compiled: str) -> str:
    try:
        return importlib.util.source_from_cache(compiled)
    except ValueError:  # it has no source
        return compiled


def _file_of(module: Any) -> str:
    file = getattr(module, "__file__", None)
    return os.path.abspath(file) if isinstance(file, str) else ""  # noqa: PTH100  # many
