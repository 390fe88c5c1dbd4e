"""Cache the result of reading each file without errors from one check to the next.

The key is the bytes of the file and our code. The cache is JSON, so that a forged one cannot run code.
"""

import hashlib
import json
import platform
from array import array
from collections.abc import Collection
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import pydantic

import mvo_catalogue
from mvo_catalogue.build_cache import BuildCache, digest_of
from mvo_catalogue.domain.attachments import TEXT, Attachment
from mvo_catalogue.domain.body import Body
from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.domain.model import ATTACHMENTS, VOCABULARIES, Entry
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.markdown import EntryLink
from mvo_catalogue.reading.yaml_values import Places
from mvo_catalogue.schema.references import Extract
from mvo_catalogue.schema.tree import MODELS
from mvo_catalogue.validation.context import Checked, Diagnose
from mvo_catalogue.validation.entries import load_file

_NAME = "checked.jsonl"
_LAYERS = ("domain", "reading", "schema", "texts", "validation")
"""The packages from which the cache is made."""
_NOT_OWN = ("broken-link",)
"""The rules that a file can break because another file changed."""


class _Record(NamedTuple):
    """Of a file: the digest of its bytes, and as JSON its diagnostics, the places of its values, and its value."""

    digest: bytes
    found: bytes
    places: bytes
    value: bytes


class Cache:
    """The results of reading files, in memory and, with a ``build_cache``, from one process to the next.

    A file with an error, or an unfinished draft, is read every time. ``read_count`` counts what had to be read.
    """

    def __init__(self, build_cache: BuildCache | None = None) -> None:
        """Load the records of ``build_cache``."""
        self._build_cache = build_cache
        self._records = _read_records(build_cache) if build_cache else {}
        self._known: dict[str, tuple[bytes, Checked]] = {}
        self._digests: dict[str, bytes] = {}
        self._changed: set[str] = set()
        self.read_count = 0

    def find(self, file: ContentFile, known_paths: Collection[str]) -> Checked | None:
        """Return the cached result for a file; ``None`` when it changed, or links to what is no longer there."""
        digest = self._digests[file.path] = _digest(file)
        known, record = self._known.get(file.path), self._records.get(file.path)
        if known and known[0] == digest:
            found = known[1]
        elif record is None or record.digest != digest:
            return None
        else:
            try:
                found = _restore(file, record)
            except (ValueError, TypeError, KeyError, AttributeError):  # the cache was altered
                return None
            self._known[file.path] = digest, found
        return found if all(target in known_paths for target, *_ in found.links) else None

    def add(self, file: ContentFile, found: Checked) -> None:
        """Cache the result of reading a file, unless it has an error or was saved again meanwhile."""
        self.read_count += 1
        digest = self._digests[file.path]
        if _is_whole(found) and digest and digest == _digest(file):
            self._known[file.path] = digest, found
            self._records.pop(file.path, None)
        else:
            self._known.pop(file.path, None)

    def change(self, path: str) -> None:
        """Note that the record of a file is out of date, for instance because the day changed."""
        self._changed.add(path)

    def write(self) -> None:
        """Write the records of the files that were used, if there is a ``build_cache``."""
        asked, self._digests = self._digests, {}
        changed, self._changed = self._changed, set()
        self._known = {path: known for path, known in self._known.items() if path in asked}
        if self._build_cache is None:
            return
        known, before = self._known, self._records
        fresh = {path for path in known if path in changed or path not in before}
        if not fresh and before.keys() <= known.keys():
            return
        self._records = {
            path: _make_record(digest, found, before.get(path)) if path in fresh else before[path]
            for path, (digest, found) in known.items()
        }
        lines = [line for path, record in self._records.items() for line in (path.encode(), *record)]
        with suppress(OSError):  # no permission or no space: the next check reads again
            self._build_cache.write(_NAME, _made_with(), b"\n".join(lines))


def _is_whole(found: Checked) -> bool:
    """Return whether a result is complete, so that no stand-in for a refused value gets into the cache."""
    is_wrong = any(item.severity is Severity.ERROR or item.rule in _NOT_OWN for item in found.diagnostics)
    return found.is_complete and not (is_wrong or found.diagnose.refused or found.diagnose.blamed)


def _read_records(build_cache: BuildCache) -> dict[str, _Record]:
    data = build_cache.read(_NAME, _made_with())
    lines = data.split(b"\n") if data else []
    groups = zip(*[iter(lines)] * 5, strict=False)
    return {path.decode("utf-8", "replace"): _Record(*record) for path, *record in groups}


@cache
def _made_with() -> bytes:
    """Return a digest of the code and texts that a check uses, and of the installed packages with their versions."""
    folder, installed = Path(mvo_catalogue.__file__).parent, Path(pydantic.__file__).parent.parent
    patterns = ("texts/*.yaml", *(f"{layer}/**/*.py" for layer in _LAYERS))
    files = (file for pattern in patterns for file in sorted(folder.glob(pattern)))
    versions = sorted(file.name for file in installed.glob("*.dist-info"))
    return digest_of(platform.python_version(), *versions, *files)


def _digest(file: ContentFile) -> bytes:
    """Return a digest of the bytes of a file, ``b""`` of one that cannot be read."""
    try:
        return hashlib.sha256(file.location.read_bytes()).hexdigest().encode()
    except OSError:
        return b""


def _make_record(digest: bytes, found: Checked, before: _Record | None) -> _Record:
    """Return the record of a file; the value is taken from the record ``before``, if there is one."""
    places = found.diagnose.places
    if not places.packed:
        places.pack()
    notes = {
        "extracts": dict(found.extracts),
        "headings": dict(found.diagnose.headings),
        "links": found.links,
        "sketch": list(found.sketch),
        "day": found.of_day,
        "dated": _pack(found.dated),
        "diagnostics": _pack(found.diagnostics),
    }
    value = before.value if before else _dump(found.value)
    return _Record(digest, json.dumps(notes).encode(), places.packed.encode(), value)


def _dump(value: Any) -> bytes:
    if isinstance(value, Attachment):
        return json.dumps([value.size, value.pixels]).encode()
    if isinstance(value, dict):
        return json.dumps({key: one.model_dump(mode="json", by_alias=True) for key, one in value.items()}).encode()
    entry: Entry = value  # there is one when there are no errors
    return entry.model_dump_json(by_alias=True).encode()


def _pack(diagnostics: list[Diagnostic]) -> list[tuple[int, int, str, str, str]]:
    return [(found.line, found.column, found.rule, found.message, found.severity) for found in diagnostics]


def _unpack(file: ContentFile, packed: list[Any]) -> list[Diagnostic]:
    return [
        Diagnostic(file.path, line, column, rule, message, Severity(severity))
        for line, column, rule, message, severity in packed
    ]


def _restore(file: ContentFile, record: _Record) -> Checked:
    notes = json.loads(record.found)
    return Checked(
        Diagnose(file.path, Places(packed=record.places.decode()), notes["headings"]),
        partial(_restore_value, file, record.value, notes["links"], list(notes["extracts"])),
        {slug: Extract.restore(held) for slug, held in notes["extracts"].items()},
        _unpack(file, notes["diagnostics"]),
        notes["links"],
        is_complete=True,
        sketch=array("I", notes["sketch"]),
        of_day=notes["day"],
        dated=_unpack(file, notes["dated"]),
    )


def _restore_value(file: ContentFile, dumped: bytes, links: list[EntryLink], slugs: list[str]) -> Any:
    known_paths = {target for target, *_ in links}
    try:
        if file.kind == VOCABULARIES:
            values, model = json.loads(dumped), VOCABULARY_VALUES[file.slug]
            return {key: model.model_validate(values[key]) for key in slugs}
        if file.kind == ATTACHMENTS:
            size, pixels = json.loads(dumped)
            body = partial(_read_body, file, known_paths) if file.path.endswith(f".{TEXT}") else None
            return Attachment(file.location.name, file.path, int(size), body, pixels and tuple(pixels))
        return MODELS[file.kind].model_validate_json(dumped)
    except (ValueError, TypeError, KeyError):  # the cache was altered
        return load_file(file, known_paths).value


def _read_body(file: ContentFile, known_paths: Collection[str]) -> Body:
    attachment: Attachment = load_file(file, known_paths).value
    return attachment.body or Body()
