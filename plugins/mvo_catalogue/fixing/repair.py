"""Repair one file, step by step; a step counts only when the file, read again, says the same and checks no worse."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path as FilePath
from typing import Any

from mvo_catalogue.domain.body import Body
from mvo_catalogue.domain.model import VOCABULARIES, ValuePath
from mvo_catalogue.domain.patterns import HIDDEN
from mvo_catalogue.fixing import lines, names
from mvo_catalogue.fixing.names import Renaming
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.front_matter import split_front_matter
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.text import MAX_BYTES, UnreadableFile, read_text
from mvo_catalogue.reading.yaml_values import YamlValues, read_yaml
from mvo_catalogue.schema.references import KnownSlugs
from mvo_catalogue.schema.tree import MODELS
from mvo_catalogue.validation.entries import load_entry, load_vocabulary

_MOST_ROUNDS = 5
_TAB_WIDTHS = (2, 4, 8)


@dataclass(frozen=True)
class Surroundings:
    """What a file is judged against: all paths and slugs, the day, and a folder for trying things out."""

    known_paths: Collection[str]
    known: KnownSlugs
    today: datetime.date
    scratch: FilePath


@dataclass(frozen=True)
class Repair:
    """What a repair made of a file: its text before and after, and in words what was done."""

    file: ContentFile
    before: str
    after: str
    done: tuple[str, ...]


class _Reading:
    """What a text says, if it were the file, and what the checker says of it; the latter only when it is asked for.

    Raises:
        UnreadableFile: nothing can be used.
    """

    def __init__(self, file: ContentFile, text: str, around: Surroundings) -> None:
        """Read the front matter, or the whole of a list of values."""
        self._tried = replace(file, location=around.scratch / file.location.name)
        self._text, self._around = text, around
        self._tried.location.write_bytes(text.encode("utf-8"))
        plain, _ = read_text(self._tried.location, file.path)
        self._front_matter = None if file.kind == VOCABULARIES else split_front_matter(plain)
        self.values: YamlValues = self._front_matter.values if self._front_matter else read_yaml(plain)

    @cached_property
    def body(self) -> Body:
        """Return the text below the front matter, rendered."""
        if self._front_matter is None:
            return Body()
        start = self._front_matter.body_line
        return read_markdown(self._front_matter.body, self._tried.path, start, self._around.known_paths).body

    @cached_property
    def diagnostics(self) -> Counter[tuple[str, str]]:
        """Return how often each rule says each sentence."""
        self._tried.location.write_bytes(self._text.encode("utf-8"))
        if self._front_matter is None:
            found = load_vocabulary(self._tried).diagnostics
        else:
            found = load_entry(self._tried, self._around.known_paths, self._around.today).diagnostics
        return Counter((item.rule, item.message) for item in found)


Step = tuple[str, Callable[[str], Renaming]]


def repair_file(file: ContentFile, around: Surroundings) -> Repair | None:
    """Return the repaired text of a file, or ``None`` when there is nothing to do or nothing that is certain."""
    try:
        original = _read_original(file)
        reading = _Reading(file, original, around)
    except (OSError, UnicodeDecodeError, UnreadableFile):
        return None
    text, done = original, []
    for _ in range(_MOST_ROUNDS):
        start = text
        for name, apply in _steps(file, around):
            if name not in _ON_ANY_FILE and (HIDDEN.search(text) or not reading.values.is_usable):
                continue
            change = apply(text)
            if change.text == text:
                continue
            try:
                after = _Reading(file, change.text, around)
            except UnreadableFile:
                continue
            if _is_same(reading, after, change) or (name == _TABS and _is_certain(file, text, after, around)):
                text, reading = change.text, after
                done.append(name)
        if text == start:
            break
    return None if text == original else Repair(file, original, text, tuple(dict.fromkeys(done)))


def _read_original(file: ContentFile) -> str:
    """Return the text of a file as it is, no longer than the checker would read."""
    with file.location.open("rb") as source:
        return source.read(MAX_BYTES + 1).decode("utf-8")


_LINE_ENDS, _HIDDEN, _TABS, _END = "regeleinden", "onzichtbare tekens", "tabs aan het begin", "einde van het bestand"
_SPACES = "spaties aan het eind van een regel"
_ON_ANY_FILE = {_LINE_ENDS, _HIDDEN, _TABS, _END, _SPACES}
"""What can be done to a file whose front matter could not be read, or has characters that do not belong there."""


def _steps(file: ContentFile, around: Surroundings) -> Iterator[Step]:
    def plain(change: Callable[[str], str]) -> Callable[[str], Renaming]:
        return lambda text: Renaming(change(text))

    yield _LINE_ENDS, plain(lines.plain_line_ends)
    yield _HIDDEN, plain(lines.without_hidden)
    if file.kind == VOCABULARIES:
        yield _SPACES, plain(lines.trim_lines)
    else:
        model = MODELS[file.kind]
        for width in _TAB_WIDTHS:
            yield _TABS, plain(partial(lines.spaces_for_tabs, width=width))
        yield _SPACES, plain(lines.trim_fields)
        yield _SPACES, plain(lines.trim_body)
        yield "schrijfwijze van een waarde", lambda text: names.exact_values(text, model, around.known)
        yield "schrijfwijze van een kop", names.exact_headings
    yield _END, plain(lines.one_final_newline)


def _is_same(before: _Reading, after: _Reading, change: Renaming) -> bool:
    """Return whether both say the same, but for the words that were changed on purpose, and nothing is worse."""
    data = deepcopy(before.values.data)
    for path, value in change.values.items():
        _put(data, path, value)
    sections = tuple(
        replace(section, heading=change.headings.get(section.heading, section.heading))
        for section in before.body.sections
    )
    is_same = after.values.data == data and after.body == replace(before.body, sections=sections)
    return is_same and after.values.is_usable == before.values.is_usable and after.diagnostics <= before.diagnostics


def _put(data: Any, path: ValuePath, value: str) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value


def _is_certain(file: ContentFile, text: str, after: _Reading, around: Surroundings) -> bool:
    """Return whether every width of a tab with which the front matter can be read gives these values."""
    if not after.values.is_usable:
        return False
    for width in _TAB_WIDTHS:
        other = _Reading(file, lines.spaces_for_tabs(text, width), around)
        if other.values.is_usable and (other.values.data, other.body) != (after.values.data, after.body):
            return False
    return True
