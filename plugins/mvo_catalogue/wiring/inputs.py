"""What a build is made from, as one digest: the same digest means that nothing would change."""

import hashlib
import inspect
import os
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import requires, version
from pathlib import Path
from typing import Any

import jinja2

import lunr_shards
import mvo_catalogue
from mvo_catalogue.domain.model import NEWS, PAGES
from mvo_catalogue.keeper import digest_of
from mvo_catalogue.search.compounds import DICTIONARY
from mvo_catalogue.wiring.project import read_today

MADE = "CATALOGUE_MADE"
"""The setting in which the generator finds what is known of the site before (``made.Made``), if anything is."""

_WITHOUT_CONSEQUENCE = frozenset(
    {
        "OUTPUT_PATH",
        "CACHE_PATH",
        "DEBUG",
        "PORT",
        "BIND",
        "CATALOGUE_COMMIT",
        "CATALOGUE_PREVIEW",
        "CATALOGUE_SETTINGS",
        MADE,
    }
)
"""Settings that say where or how something is made, not what."""

_LIBRARIES = Path(jinja2.__file__).parent.parent
"""Where everything that is installed says its version; what a library stands on can change a page too."""

_OWN_PLUGINS = ["mvo_catalogue.wiring"]
_FUNCTIONS = ("JINJA_FILTERS", "JINJA_TESTS", "JINJA_GLOBALS")


def digest_settings(settings: dict[str, Any]) -> str:
    """Return a digest of Pelican's settings as they are in effect, wherever on the machine the project stands."""
    described = "\n".join(
        f"{name} {_describe(settings[name])}" for name in sorted(settings.keys() - _WITHOUT_CONSEQUENCE)
    )
    root = str(Path(settings["PATH"]).resolve().parent)
    return digest_of(described.replace(root, ".").encode("utf-8", "replace")).hex()


def digest_inputs(settings: dict[str, Any], settings_digest: str) -> str:
    """Return a digest of everything that a build depends on.

    That is what the settings say (``settings_digest``) and the folders that they name, our own code, the word list, the
    versions of the libraries and the day.
    """
    day, content = read_today(settings["TIMEZONE"]).isoformat(), Path(settings["PATH"])
    return digest_of(settings_digest, day, *_versions(), *_digest_files([content, *_folders(settings)])).hex()


def digest_common(settings: dict[str, Any], varying: Mapping[str, Any]) -> bytes:
    """Return a digest of what every page depends on, whatever it shows: settings, code, theme, and Pelican's own texts.

    Of ``varying``, values by the name that templates have for them, count those of which some template has the name.
    """
    content = Path(settings["PATH"])
    asked = b" ".join(file.read_bytes() for folder in _template_folders(settings) for file in _files(folder))
    asked_values = repr([(name, value) for name, value in varying.items() if name.encode() in asked])
    folders = [*_folders(settings), content / PAGES, content / NEWS]
    versions = platform.python_version(), *sorted(file.name for file in _LIBRARIES.glob("*.dist-info"))
    return digest_of(settings["CATALOGUE_SETTINGS"], asked_values, *versions, *_digest_files(folders))


def are_pages_ours(settings: dict[str, Any]) -> bool:
    """Return whether nobody else has a hand in pages: what another plugin puts in them can depend on anything."""
    return settings["PLUGINS"] == _OWN_PLUGINS and not any(settings[name] for name in _FUNCTIONS)


def _digest_files(folders: Iterable[Path]) -> Iterator[bytes]:
    for number, folder in enumerate(folders):
        for file in _files(folder):
            yield digest_of(str(number), os.fsencode(file.relative_to(folder)), _state(file))


def _template_folders(settings: dict[str, Any]) -> list[Path]:
    return [Path(settings["THEME"], "templates"), *map(Path, settings["THEME_TEMPLATES_OVERRIDES"])]


def _folders(settings: dict[str, Any]) -> Iterator[Path]:
    """Yield the files and folders that a build depends on, besides the content."""
    content = Path(settings["PATH"])
    yield from _template_folders(settings)
    yield from (content / name for name in settings["STATIC_PATHS"])
    yield from (Path(settings["THEME"], name) for name in settings["THEME_STATIC_PATHS"])
    yield from map(Path, settings["PLUGIN_PATHS"])
    yield Path(settings["CATALOGUE_ASSETS"], "manifest.json")
    yield Path(mvo_catalogue.__file__).parent
    yield Path(lunr_shards.__file__).parent
    yield DICTIONARY


def _versions() -> Iterator[str]:
    for requirement in requires("mvo-praktijkcatalogus") or ():
        name = re.match(r"[\w.-]+", requirement)
        if name and "extra ==" not in requirement:
            yield f"{name[0]}={version(name[0])}"


def _describe(value: Any) -> str:
    """Return a setting as text that is the same in every process; of a function, the file that it stands in."""
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


def _files(path: Path) -> Iterator[Path]:
    if os.path.isfile(path):  # noqa: PTH113  # no error where a folder may not be read: the check says that
        yield path
    elif os.path.isdir(path):  # noqa: PTH112  # the same
        yield from (file for file in sorted(path.rglob("*")) if file.suffix != ".pyc" and not file.is_dir())


def _state(file: Path) -> bytes:
    """Return what stands for a file; one that the check will refuse (a link, a pipe, no rights) is not opened."""
    try:
        if file.is_symlink():
            return os.fsencode(file.readlink())
        if not file.is_file():
            return b""
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError as error:
        return str(error.errno).encode()
