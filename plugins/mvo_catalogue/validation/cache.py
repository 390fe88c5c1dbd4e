"""What one check keeps for the next: of each file without errors what was read in it and what was found.

The cache goes by the bytes of the file and by our code. It is JSON, so that nothing runs that comes from elsewhere.
"""

import hashlib
import json
import platform
from array import array
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pydantic

import mvo_catalogue
from mvo_catalogue.build_cache import BuildCache, digest_of
from mvo_catalogue.domain.attachments import Attachment
from mvo_catalogue.domain.body import Body
from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.domain.model import Entry
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES, Vocabulary
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.markdown import EntryLink, read_markdown
from mvo_catalogue.reading.yaml_values import Places
from mvo_catalogue.schema.references import Extract
from mvo_catalogue.schema.tree import MODELS
from mvo_catalogue.validation.entries import load_vocabulary, read_entry
from mvo_catalogue.validation.subjects import CheckedAttachment, CheckedFile, CheckedVocabulary, Diagnose

Checked = CheckedFile | CheckedVocabulary | CheckedAttachment
Found = TypeVar("Found", CheckedFile, CheckedVocabulary, CheckedAttachment)

_NAME = "checked.jsonl"
_LAYERS = ("domain", "reading", "schema", "texts", "validation")
"""The packages from which the cache is made."""
_NOT_OWN = ("broken-link",)
"""What is said of a file because of others."""


class _Record(NamedTuple):
    """Of a file: the digest of its bytes, then as JSON what was found in it, where in it, and what it says."""

    digest: bytes
    found: bytes
    places: bytes
    said: bytes


class Cache:
    """What is known of files, in memory and, with a ``build_cache``, from one process to the next.

    A file with an error, or an unfinished draft, is read every time. ``read_count`` counts what had to be read.
    """

    def __init__(self, build_cache: BuildCache | None = None) -> None:
        """Begin with what ``build_cache`` has."""
        self._build_cache = build_cache
        self._records = _read_records(build_cache) if build_cache else {}
        self._known: dict[str, tuple[bytes, Checked]] = {}
        self._digests: dict[str, bytes] = {}
        self._changed: set[str] = set()
        self.read_count = 0

    def entry(self, file: ContentFile, known_paths: Collection[str]) -> CheckedFile | None:
        """Return what came out of a file with these bytes and links; ``None`` when it has to be read."""
        found = self._find(file, CheckedFile, _restore_file)
        return found if found and all(target in known_paths for target, *_ in found.links) else None

    def vocabulary(self, file: ContentFile) -> CheckedVocabulary | None:
        """Return what came out of a vocabulary file with these bytes; ``None`` when it has to be read."""
        return self._find(file, CheckedVocabulary, _restore_vocabulary)

    def attachment(self, file: ContentFile, known_paths: Collection[str]) -> CheckedAttachment | None:
        """Return what came out of a file beside a practice with these bytes; ``None`` when it has to be read."""
        found = self._find(file, CheckedAttachment, _restore_attachment)
        return found if found and all(target in known_paths for target, *_ in found.links) else None

    def _find(
        self, file: ContentFile, kind: type[Found], restore: Callable[[ContentFile, _Record], Found]
    ) -> Found | None:
        digest = self._digests[file.path] = _digest(file)
        known, record = self._known.get(file.path), self._records.get(file.path)
        if known and known[0] == digest and isinstance(known[1], kind):
            return known[1]
        if record is None or record.digest != digest:
            return None
        try:
            found = restore(file, record)
        except (ValueError, TypeError, KeyError, AttributeError):  # it came from elsewhere
            return None
        self._known[file.path] = digest, found
        return found

    def add(self, file: ContentFile, found: Checked) -> None:
        """Keep what was read from a file, unless it has an error or was saved again in between."""
        self.read_count += 1
        digest = self._digests[file.path]
        if _is_whole(found) and digest and digest == _digest(file):
            self._known[file.path] = digest, found
            self._records.pop(file.path, None)
        else:
            self._known.pop(file.path, None)

    def change(self, path: str) -> None:
        """Note that something else was found in a file than is cached, such as what the day says of it."""
        self._changed.add(path)

    def write(self) -> None:
        """Leave what is known of the files that were asked for to the next process, if there is a place for it."""
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
        with suppress(OSError):  # it may not, or there is no room: the next one reads again
            self._build_cache.write(_NAME, _made_with(), b"\n".join(lines))


def _is_whole(found: Checked) -> bool:
    """Return whether nothing stands in for what could not be used; the value of an unfinished draft can be refused."""
    if any(item.severity is Severity.ERROR or item.rule in _NOT_OWN for item in found.diagnostics):
        return False
    if isinstance(found, CheckedAttachment):
        return True
    if isinstance(found, CheckedVocabulary):
        return found.is_complete
    return found.extract is not None and not found.diagnose.refused and not found.diagnose.blamed


def _read_records(build_cache: BuildCache) -> dict[str, _Record]:
    data = build_cache.read(_NAME, _made_with())
    lines = data.split(b"\n") if data else []
    groups = zip(*[iter(lines)] * 5, strict=False)
    return {path.decode("utf-8", "replace"): _Record(*record) for path, *record in groups}


@cache
def _made_with() -> bytes:
    """Return a digest of the code and texts that a check uses, and of the names and versions of what is installed."""
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
    """Return what is cached of a file; what it says is as ``before``, when there is that."""
    if isinstance(found, CheckedAttachment):
        return _make_attachment_record(digest, found)
    places, notes = found.diagnose.places, dict[str, Any]()
    if not places.packed:
        places.pack()
    if isinstance(found, CheckedVocabulary):
        notes["extracts"] = dict(found.extracts)
    else:
        notes |= {"extract": found.extract, "headings": dict(found.diagnose.headings), "links": found.links}
        notes |= {"sketch": list(found.sketch), "day": found.of_day, "dated": _pack(found.dated)}
    notes["diagnostics"] = _pack(found.diagnostics)
    return _Record(digest, json.dumps(notes).encode(), places.packed.encode(), before.said if before else _say(found))


def _make_attachment_record(digest: bytes, found: CheckedAttachment) -> _Record:
    attachment = found.attachment
    notes: dict[str, Any] = {"size": attachment.size, "pixels": attachment.pixels, "links": found.links}
    notes["diagnostics"] = _pack(found.diagnostics)
    return _Record(digest, json.dumps(notes).encode(), b"", json.dumps(found.source).encode())


def _say(found: CheckedFile | CheckedVocabulary) -> bytes:
    if isinstance(found, CheckedVocabulary):
        return json.dumps(
            {key: value.model_dump(mode="json", by_alias=True) for key, value in found.values.items()}
        ).encode()
    assert found.entry is not None  # without an error there is one
    return found.entry.model_dump_json(by_alias=True).encode()


def _pack(diagnostics: list[Diagnostic]) -> list[tuple[int, int, str, str, str]]:
    return [(found.line, found.column, found.rule, found.message, found.severity) for found in diagnostics]


def _unpack(file: ContentFile, packed: list[Any]) -> list[Diagnostic]:
    return [
        Diagnostic(file.path, line, column, rule, message, Severity(severity))
        for line, column, rule, message, severity in packed
    ]


def _restore_file(file: ContentFile, record: _Record) -> CheckedFile:
    notes = json.loads(record.found)
    return CheckedFile(
        Diagnose(file.path, Places(packed=record.places.decode()), notes["headings"]),
        partial(_restore_entry, file, record, notes["links"]),
        Extract.restore(notes["extract"]),
        _unpack(file, notes["diagnostics"]),
        notes["links"],
        array("I", notes["sketch"]),
        notes["day"],
        _unpack(file, notes["dated"]),
    )


def _restore_entry(file: ContentFile, record: _Record, links: list[EntryLink]) -> Entry | None:
    try:
        return MODELS[file.kind].model_validate_json(record.said)
    except ValueError:  # it came from elsewhere
        return read_entry(file, {target for target, *_ in links}).entry


def _restore_attachment(file: ContentFile, record: _Record) -> CheckedAttachment:
    notes, source = json.loads(record.found), json.loads(record.said)
    pixels, links = notes["pixels"] and tuple(notes["pixels"]), notes["links"]
    attachment = Attachment(file.location.name, file.path, notes["size"], pixels=pixels)
    if attachment.is_text:
        if len(source.encode("utf-8")) != attachment.size:
            raise ValueError("the text is not whole")
        attachment = replace(attachment, restore=partial(_restore_body, source, file, links))
    return CheckedAttachment(attachment, _unpack(file, notes["diagnostics"]), links, source)


def _restore_body(source: str, file: ContentFile, links: list[EntryLink]) -> Body:
    return read_markdown(source, file.path, 1, {target for target, *_ in links}).body


def _restore_vocabulary(file: ContentFile, record: _Record) -> CheckedVocabulary:
    notes = json.loads(record.found)
    diagnose = Diagnose(file.path, Places(packed=record.places.decode()))
    extracts = {key: Extract.restore(extract) for key, extract in notes["extracts"].items()}
    found = _unpack(file, notes["diagnostics"])
    restore = partial(_restore_values, file, record, list(extracts))
    return CheckedVocabulary(diagnose, restore, extracts, found, is_complete=True)


def _restore_values(file: ContentFile, record: _Record, keys: list[str]) -> Vocabulary:
    model = VOCABULARY_VALUES[file.slug]
    try:
        said = json.loads(record.said)
        return {key: model.model_validate(said[key]) for key in keys}
    except (ValueError, TypeError, KeyError):  # it came from elsewhere
        return load_vocabulary(file).values
