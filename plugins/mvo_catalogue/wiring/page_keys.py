"""The key of each page: a digest of what its template gets and of what all templates can reach."""

import copyreg
import hashlib
import inspect
import io
import os
import pickle
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import jinja2

import lunr_shards
import mvo_catalogue
from mvo_catalogue.build_cache import digest_of
from mvo_catalogue.domain.attachments import Attachment
from mvo_catalogue.domain.catalogue import RECORDED, Catalogue
from mvo_catalogue.domain.model import NEWS, PAGES, Entry
from mvo_catalogue.pages.plan import PagePlan
from mvo_catalogue.reads import Read
from mvo_catalogue.schema.tree import MODELS
from mvo_catalogue.site.site import Site
from mvo_catalogue.wiring.output_cache import OUTPUT_CACHE

_WITHOUT_EFFECT = frozenset(
    {
        "OUTPUT_PATH",
        "CACHE_PATH",
        "DEBUG",
        "PORT",
        "BIND",
        "CATALOGUE_COMMIT",
        "CATALOGUE_PREVIEW",
        "CATALOGUE_SETTINGS",
        OUTPUT_CACHE,
    }
)
"""Settings that say where or how something is made, not what."""

_VARYING = ("today", "commit", "practice_count", "partner_count", "last_changed")
"""The fields of `Site` that differ between builds."""

NOT_READ = ("commit", "practice_count", "partner_count", "last_changed")
"""The fields of `Site` that differ when any entry does, and that no context of which reads are recorded depends on."""

_NOT_SHOWN = ("context", "reads", "find_shared")
"""The fields of a page that say how it is made."""

_LIBRARIES = Path(jinja2.__file__).parent.parent
"""Where all installed packages say their versions; a dependency of a dependency can change a page too."""

_OWN_PLUGINS = ["mvo_catalogue.wiring"]
_FUNCTIONS = ("JINJA_FILTERS", "JINJA_TESTS", "JINJA_GLOBALS")


class PageKeys:
    """Makes the keys of pages.

    An entry that a page gets counts as a whole, since a template may use any field of it.
    """

    def __init__(self, settings: dict[str, Any], site: Site, catalogue: Catalogue) -> None:
        """Digest what all pages have in common; ``settings`` are those in effect."""
        self._common = _digest_common(settings, {name: getattr(site, name) for name in _VARYING})
        self._entries: dict[int, bytes] = {}
        self._stand_ins = copyreg.dispatch_table | dict.fromkeys(MODELS.values(), self._stand_in)
        self._stand_ins[Attachment] = self._stand_in_for_file
        self._project = Path(settings["PATH"]).parent
        self._values: dict[Read, bytes] = {}
        shared = {field.name: getattr(site, field.name) for field in fields(site) if field.name not in NOT_READ}
        whole = [getattr(catalogue, field.name) for field in fields(catalogue) if field.name not in RECORDED]
        self._unrecorded = digest_of(self._common, _serialise((shared, whole), self._stand_ins))

    def key(self, page: PagePlan, context: Mapping[str, Any]) -> bytes:
        """Return the key of a page; ``context`` is what the page gives its template."""
        return digest_of(self._common, _serialise((_shown(page), context), self._stand_ins))

    def state(self, page: PagePlan, reads: Iterable[Read]) -> str:
        """Return a digest of what a page is made from: ``reads``, what planning it read, and all that is not recorded.

        It is ``""`` when that is unknown, or a value is not there any more.
        """
        if page.reads is None or page.find_shared is None:
            return ""
        try:
            found = sorted({*page.reads, *reads})
            values = [self._digest_value(page.find_shared, read) for read in found]
        except LookupError:
            return ""
        return digest_of(self._unrecorded, _serialise(_shown(page), self._stand_ins), b"".join(values)).hex()

    def _stand_in_for_file(self, file: Attachment) -> tuple[Any, ...]:
        return bytes, (digest_of(f"{file.path} {file.pixels}", _digest_file(self._project / file.path)),)

    def _digest_value(self, find: Callable[[str], Mapping[str, Any]], read: Read) -> bytes:
        if read not in self._values:
            mapping, key = find(read.name), read.key
            value = mapping.get(key, ...) if key else dict(mapping)
            self._values[read] = digest_of(*read, _serialise(value, self._stand_ins))
        return self._values[read]

    def _stand_in(self, entry: Entry) -> tuple[Any, ...]:
        if id(entry) not in self._entries:  # it lives as long as the catalogue
            self._entries[id(entry)] = digest_of(_serialise(entry, copyreg.dispatch_table))
        return bytes, (self._entries[id(entry)],)


def _shown(page: PagePlan) -> dict[str, Any]:
    return {field.name: getattr(page, field.name) for field in fields(page) if field.name not in _NOT_SHOWN}


def digest_settings(settings: dict[str, Any]) -> str:
    """Return a digest of Pelican's settings as they are in effect, wherever the project is on the machine."""
    described = "\n".join(f"{name} {_describe(settings[name])}" for name in sorted(settings.keys() - _WITHOUT_EFFECT))
    root = str(Path(settings["PATH"]).resolve().parent)
    return digest_of(described.replace(root, ".").encode("utf-8", "replace")).hex()


def are_pages_ours(settings: dict[str, Any]) -> bool:
    """Return whether no other plugin or function has a part in pages, which could depend on anything."""
    return settings["PLUGINS"] == _OWN_PLUGINS and not any(settings[name] for name in _FUNCTIONS)


def _digest_common(settings: dict[str, Any], varying: Mapping[str, Any]) -> bytes:
    """Return a digest of what every page depends on, whatever it shows: settings, code, theme, and Pelican's own texts.

    Of ``varying``, values by the name that templates have for them, count those whose name is in some template.
    """
    content = Path(settings["PATH"])
    templates = [Path(settings["THEME"], "templates"), *map(Path, settings["THEME_TEMPLATES_OVERRIDES"])]
    source = b" ".join(file.read_bytes() for folder in templates for file in _files(folder))
    values = repr([(name, value) for name, value in varying.items() if name.encode() in source])
    statics = [content / name for name in settings["STATIC_PATHS"]]
    statics += [Path(settings["THEME"], name) for name in settings["THEME_STATIC_PATHS"]]
    code = [Path(mvo_catalogue.__file__).parent, Path(lunr_shards.__file__).parent]
    code += map(Path, settings["PLUGIN_PATHS"])
    assets = Path(settings["CATALOGUE_ASSETS"], "manifest.json")
    versions = platform.python_version(), *sorted(file.name for file in _LIBRARIES.glob("*.dist-info"))
    files = _digest_files([*templates, *statics, *code, assets, content / PAGES, content / NEWS])
    return digest_of(settings["CATALOGUE_SETTINGS"], values, *versions, *files)


def _digest_files(folders: Iterable[Path]) -> Iterator[bytes]:
    for number, folder in enumerate(folders):
        for file in _files(folder):
            yield digest_of(str(number), os.fsencode(file.relative_to(folder)), _digest_file(file))


def _files(path: Path) -> Iterator[Path]:
    if os.path.isfile(path):  # noqa: PTH113  # no error where a folder may not be read: the check says that
        yield path
    elif os.path.isdir(path):  # noqa: PTH112  # the same
        yield from (file for file in sorted(path.rglob("*")) if file.suffix != ".pyc" and not file.is_dir())


def _digest_file(file: Path) -> bytes:
    """Return the state of a file for a key; one that the check refuses (a link, a pipe, no rights) is not opened."""
    try:
        if file.is_symlink():
            return os.fsencode(file.readlink())
        if not file.is_file():
            return b""
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError as error:
        return str(error.errno).encode()


def _serialise(value: Any, stand_ins: Mapping[Any, Any]) -> bytes:
    """Return a value as bytes: the same for equal values, whether or not their parts are the same object."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream)
    pickler.fast = True  # without it a second use of an object is written as a number
    pickler.dispatch_table = stand_ins
    pickler.dump(value)
    return stream.getvalue()


def _describe(value: Any) -> str:
    """Return a setting as text that is the same in every process; for a function its name and a digest of its file."""
    if isinstance(value, dict):
        return "{" + ",".join(sorted(f"{key}:{_describe(item)}" for key, item in value.items())) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_describe, value)) + "]"
    if isinstance(value, set | frozenset):
        return "[" + ",".join(sorted(map(_describe, value))) + "]"
    if callable(value):
        return f"{getattr(value, '__qualname__', type(value).__qualname__)} {_digest_source(value)}"
    return repr(value)


def _digest_source(value: Any) -> str:
    try:
        source = inspect.getsourcefile(value)
    except TypeError:  # it is built in
        return ""
    return digest_of(Path(source)).hex() if source and Path(source).is_file() else ""
