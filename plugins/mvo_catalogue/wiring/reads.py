"""What a build reads, noted while it reads: the site need not be built again while all of that is as it was.

Python tells of every file that it opens and every folder that it lists, so nobody keeps a list of what a build depends
on. Of a file counts its state (size, times, place on the disk), so that to look again costs little.
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

from mvo_catalogue.keeper import Keeper, digest_of
from mvo_catalogue.wiring.project import CACHE, read_today

_YOUNG = 100_000_000
"""Nanoseconds in which a file can be saved twice while its state stays the same: a clock of files ticks slowly."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_OF_THE_SYSTEM = ("/dev/", "/proc/", "/sys/")
_ASKED_BEFORE = frozenset({"LANG", "LC_ALL", "LC_TIME", "PYTHONPATH", "TZ"})
"""Variables that Python or the system asks for, without a word to anybody."""
_OF_THE_TERMINAL = frozenset(
    {"COLUMNS", "FORCE_COLOR", "LINES", "NO_COLOR", "TERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE"}
)
"""Variables that libraries ask for, and that say nothing of a site."""

_listening: Reads | None = None
_is_hooked = False


class Reads:
    """What this process reads from the moment that this is entered until it is left."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._seen: dict[str, str] = {}
        self._written: set[str] = set()
        self._asked = set(_ASKED_BEFORE)
        self._environment = dict(os.environ)
        self._start = time.time_ns()

    def __enter__(self) -> Reads:
        """Listen, from now on."""
        global _listening, _is_hooked  # noqa: PLW0603  # a hook of Python stays for good
        if not _is_hooked:
            sys.addaudithook(_hear)
            _is_hooked = True
        self._encode, _listening = os.environ.encodekey, self
        os.environ.encodekey = self._ask
        return self

    def __exit__(self, *_: object) -> None:
        """Listen no longer."""
        global _listening  # the same
        os.environ.encodekey, _listening = self._encode, None

    def _ask(self, name: str) -> str:
        self._asked.add(name)
        return self._encode(name)

    def open(self, path: str, flags: int) -> None:
        """Note a file that is opened; of compiled code, what it was compiled from."""
        if flags & _WRITES:
            self._written.add(path)
        elif path.endswith(".pyc"):
            self._note(_source_of(path))
        else:
            self._note(path)

    def list(self, path: str) -> None:
        """Note a folder that is listed and the files in it: another process of ours may be the one that opens them."""
        if path not in self._seen and path not in sys.path_importer_cache:
            self._note(path)
            for file in _list_files(path):
                self._note(file)

    def _note(self, path: str) -> None:
        if path not in self._seen and "/__pycache__" not in path:
            self._seen[path] = _first_state(path)

    def keep(self, site: Path, asked: str, timezone: str, ignored: Path, but: Path) -> None:
        """Leave for the next build what ``site`` was made of: a build of ``asked`` in ``timezone``.

        Nothing is left when something changed meanwhile. What lies in ``ignored`` and not in ``but`` has no say.
        """
        beside = [f"{folder.absolute()}/" for folder in (ignored, site, *_staging(site))]
        modules = {path for path in map(_file_of, list(sys.modules.values())) if path}
        seen = self._seen | {path: _first_state(path) for path in modules - self._seen.keys()}
        folders = {path for path in sys.path_importer_cache if Path(path).is_dir()}
        folders |= {path for path in map(os.path.dirname, map(os.path.dirname, beside)) if path in seen}
        spared = f"{but.absolute()}/"  # as it is opened, also when it is a link
        for path in list(seen):
            is_ours = f"{path}/".startswith((*beside, *_OF_THE_SYSTEM)) and not path.startswith(spared)
            if is_ours or path in self._written or path in folders:
                del seen[path]
        late = any(_is_young(path, self._start) for path in modules - self._seen.keys())
        if late or any(_is_other(path, state) for path, state in seen.items()):
            return
        read = {
            "paths": sorted(seen),
            "folders": sorted(folders),
            "variables": sorted(self._asked - _OF_THE_TERMINAL),
            "timezone": timezone,
        }
        if all(not _is_young(path, time.time_ns()) for path in seen):
            note = json.dumps(read | {"digest": _digest(site, read, self._environment)})
            Keeper(CACHE).write(_name(site), _made_of(site, asked), note.encode())


def is_made_of_the_same(site: Path, asked: str) -> bool:
    """Return whether a build of ``asked`` made ``site``, nobody touched it, and all that was read then is as it was."""
    note = Keeper(CACHE).read(_name(site), _made_of(site, asked))
    read = json.loads(note) if note else {}
    return bool(read) and read["digest"] == _digest(site, read, os.environ)


def read_states(*folders: Path) -> str:
    """Return a digest of the states of all that lies in folders and of where modules come from.

    It is ``""`` when something was saved so lately that it can be saved again without another state.
    """
    found = [state for folder in folders for state in _walk(str(folder)) if "/__pycache__" not in state]
    if any(_is_young(state.partition("\n")[0], time.time_ns()) for state in found):
        return ""
    return digest_of("\n".join([*map(_state, sys.path), *found]).encode("utf-8", "replace")).hex()


def _name(site: Path) -> str:
    return f"{site.name}.read"


def _made_of(site: Path, asked: str) -> bytes:
    return digest_of(sys.version, str(site), asked)


def _staging(site: Path) -> Iterator[Path]:
    yield from (site.with_name(f".{site.name}.{state}") for state in ("old", "new"))


def _digest(site: Path, read: dict[str, Any], environment: Any) -> str:
    parts = [read_today(read["timezone"]).isoformat()]
    parts += [f"{name}={environment.get(name)}" for name in read["variables"]]
    parts += [f"{path} {_state(path)}" for path in read["paths"]]
    parts += [f"{path} {' '.join(_list_names(path, site))}" for path in read["folders"]]
    parts += _walk(str(site))
    return digest_of("\n".join(parts).encode("utf-8", "surrogateescape")).hex()


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    global _listening  # noqa: PLW0603  # what we open ourselves, to look at it, is no news
    if _listening is None or event not in {"open", "os.listdir", "os.scandir"} or isinstance(arguments[0], int):
        return
    listening, _listening = _listening, None
    path = os.path.abspath(os.fsdecode(arguments[0] or "."))  # noqa: PTH100  # a link stays one
    if event == "open":
        listening.open(path, arguments[2])
    else:
        listening.list(path)
    _listening = listening


def _state(path: str) -> str:
    """Return what is another when a file or folder is another, ``""`` when there is none.

    Of a folder that is what is in it, of a link where it leads and what is there, if it leads anywhere.
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


def _is_young(path: str, moment: int) -> bool:
    try:
        found = os.stat(path)  # noqa: PTH116  # many
    except (OSError, ValueError):
        return False
    return max(found.st_mtime_ns, found.st_ctime_ns) > moment - _YOUNG and stat.S_ISREG(found.st_mode)


def _first_state(path: str) -> str:
    """Return the state of a file before it is read, with its content if it was saved a moment ago."""
    return f"{_state(path)}\n{_content(path)}" if _is_young(path, time.time_ns()) else _state(path)


def _is_other(path: str, first: str) -> bool:
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
    """Return the names in a folder that is another after every build: one with modules, or with the site."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  # many
    except OSError:
        return ()
    return sorted(name for name in names if not name.startswith((".", "__pycache__")) and name != site.name)


def _walk(folder: str) -> Iterator[str]:
    """Yield everything below a folder: its path, and of what is no folder its state on a line of its own."""
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
    except ValueError:  # it stands on its own
        return compiled


def _file_of(module: Any) -> str:
    file = getattr(module, "__file__", None)
    return os.path.abspath(file) if isinstance(file, str) else ""  # noqa: PTH100  # many
