"""Repair files step by step: a step is accepted only when the file, read again, has the same meaning.

Nor may it have more diagnostics than before.
"""

from __future__ import annotations

import datetime
import difflib
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import astuple, dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from mvo_catalogue.domain.body import Body
from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.domain.model import VOCABULARIES, map_texts
from mvo_catalogue.domain.names import make_anchor
from mvo_catalogue.domain.patterns import HIDDEN
from mvo_catalogue.fixing import steps
from mvo_catalogue.fixing.steps import in_document, read_document
from mvo_catalogue.fixing.writing import Change
from mvo_catalogue.reading.content_paths import ContentPaths
from mvo_catalogue.reading.files import (
    MAX_BYTES,
    ContentFile,
    UnreadableFile,
    find_content_files,
    plain_line_ends,
    read_text,
)
from mvo_catalogue.reading.front_matter import split_front_matter, with_fences
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.yaml_values import YamlValues, read_yaml
from mvo_catalogue.schema.corrections import correct_values, find_key
from mvo_catalogue.schema.references import KnownSlugs
from mvo_catalogue.schema.tree import MODELS, entry_fields, entry_keys, title_key, walk_values
from mvo_catalogue.validation.entries import load_entry, load_vocabulary
from mvo_catalogue.validation.rules.left_over import mend_characters

_MOST_ROUNDS = 5
_MOST_PIECES = 50
"""At most so many changes of one step are tried one by one, when not all of them are right."""
_OF_INDENT = ("yaml-syntax", "unknown-key", "duplicate-key", "wrong-type")
"""The rules that wrong indentation can break."""
_FIELD_OR_ITEM = re.compile(r"\s*(?:-\s|[^\W\d]\w*:(?:\s|$))")
_SPACES = "spaties aan het eind van een regel"


@dataclass(frozen=True)
class Context:
    """What a file is checked against: all paths and slugs, the day, and a scratch folder."""

    known_paths: Collection[str]
    known: KnownSlugs
    today: datetime.date
    scratch: Path


@dataclass(frozen=True)
class Repair:
    """What a repair made of a file: its text before and after, and in words what was done."""

    path: str
    before: str
    after: str
    done: tuple[str, ...]

    @property
    def change(self) -> Change:
        """Return it as the change of a file."""
        return Change(self.path, self.before.encode(), self.path, self.after.encode())


def find_repairs(
    content_dir: Path, known: KnownSlugs, today: datetime.date, is_chosen: Callable[[str], bool]
) -> Iterator[Repair]:
    """Yield a repair for every file that can be repaired, sorted; ``is_chosen`` selects by path.

    ``known`` is what a reference may name. Nothing is written below ``content_dir``.
    """
    files = find_content_files(content_dir)
    with tempfile.TemporaryDirectory() as scratch:
        paths = ContentPaths([*files, *files.attachments], claimed=files.claimed_paths)
        context = Context(paths, known, today, Path(scratch))
        for file in sorted(files, key=lambda file: file.path):
            repair = repair_file(file, context) if is_chosen(file.path) else None
            if repair is not None:
                yield repair


def repair_file(file: ContentFile, context: Context) -> Repair | None:
    """Return the repair of a file, ``None`` when there is nothing to repair with certainty."""
    try:
        with file.location.open("rb") as source:  # not more than the check would read
            original = source.read(MAX_BYTES + 1).decode("utf-8")
        reading = _Reading(file, original, context)
    except (OSError, UnicodeDecodeError, UnreadableFile):
        return None
    done = []
    for _ in range(_MOST_ROUNDS):
        start = reading.text
        for step in _steps(file, context):
            if step.respells and (HIDDEN.search(reading.text) or not reading.values.is_usable):
                continue
            after = _take(step, reading)
            if after is not reading:
                reading = after
                done.append(step.done)
        indented = None if file.kind == VOCABULARIES else _indent(reading)
        if indented:
            reading = indented
            done.append("spaties aan het begin")
        if reading.text == start:
            break
    text = reading.text
    return None if text == original else Repair(file.path, original, text, tuple(dict.fromkeys(done)))


def _take(step: _Step, reading: _Reading) -> _Reading:
    """Return the file after a step: with all changes, or else with each change that is right by itself."""
    changed = step.apply(reading.text)
    if after := _try(step, reading, changed):
        return after
    before, lines = reading.text.split("\n"), changed.split("\n")
    changes = (
        difflib.SequenceMatcher(None, before, lines, autojunk=False).get_opcodes() if changed != reading.text else []
    )
    pieces = [change[1:] for change in changes if change[0] != "equal"]
    for start, end, new_start, new_end in reversed(pieces[:_MOST_PIECES] if len(pieces) > 1 else []):
        part = "\n".join(
            [*reading.text.split("\n")[:start], *lines[new_start:new_end], *reading.text.split("\n")[end:]]
        )
        reading = _try(step, reading, part) or reading
    return reading


def _indent(reading: _Reading) -> _Reading | None:
    """Return the file with wrong indentation corrected, if there is exactly one way."""
    document = read_document(reading.text)
    found: list[_Reading] = []
    if document is None:
        return None
    for line in {line for rule, line in reading.blamed if rule in _OF_INDENT}:
        for fields in steps.indentations(document.fields, line - 2):
            after = _read_better(reading, replace(document, fields=fields).text, document.fields[line - 2])
            found += [after] if after else []
    said = [after.values.data for after in found]
    return found[0] if found and all(data == said[0] for data in said) else None


def _read_better(reading: _Reading, text: str, line: str) -> _Reading | None:
    """Return the file with another text, if it can be read completely and has fewer diagnostics.

    A ``line`` without a key or dash may only become a part of a text.
    """
    try:
        after = reading.read_again(text)
    except UnreadableFile:
        return None
    is_better = after.values.is_usable and after.diagnostics < reading.diagnostics
    is_better &= all(reading.unknown_values.get(key) == value for key, value in after.unknown_values.items())
    if not is_better or any(rule == "missing-key" for rule, _ in after.diagnostics):
        return None
    return after if _FIELD_OR_ITEM.match(line) or after.has_text(line.strip()) else None


def _try(step: _Step, reading: _Reading, text: str) -> _Reading | None:
    """Return the file with another text, if that is certain to be better."""
    if text == reading.text:
        return None
    try:
        after = reading.read_again(text)
    except UnreadableFile:
        return None
    is_certain = step.restores and _is_restored(reading, after)
    return after if is_certain or _is_same(reading, after, respelt=step.respells) else None


class _Step(NamedTuple):
    """What is done, in words, and how; one that ``respells`` words needs a file that could be read.

    One that ``restores`` may give values other than were read, as long as it makes the file better.
    """

    done: str
    apply: Callable[[str], str]
    respells: bool = False
    restores: bool = False


def _steps(file: ContentFile, context: Context) -> Iterator[_Step]:
    yield _Step("regeleinden", plain_line_ends)
    yield _Step("onzichtbare tekens", steps.without_hidden)
    yield _Step("tekens die verkeerd zijn bewaard", mend_characters, restores=True)
    if file.kind == VOCABULARIES:
        yield _Step(_SPACES, steps.trim_lines)
    else:
        exact_values = partial(steps.exact_values, model=MODELS[file.kind], known=context.known)
        correct_links = partial(steps.correct_links, path=file.path, known_paths=context.known_paths)
        title_as_field = partial(steps.title_as_field, key=title_key(file.kind))
        fenced = partial(with_fences, keys=entry_keys(file.kind))
        yield _Step("regels met drie streepjes", fenced, restores=True)
        yield _Step("tabs aan het begin", partial(in_document, steps.spaces_for_tabs), restores=True)
        yield _Step("tekens die de computer niet begreep", partial(in_document, steps.without_typos), restores=True)
        yield _Step(_SPACES, partial(in_document, steps.trim_fields))
        yield _Step(_SPACES, partial(in_document, steps.trim_body))
        yield _Step("vaste spaties", partial(in_document, steps.plain_spaces), respells=True)
        yield _Step("lijsten die er twee keer staan", partial(in_document, steps.whole_lists), restores=True)
        yield _Step("schrijfwijze van een veld of waarde", partial(in_document, exact_values), respells=True)
        yield _Step("adressen", partial(in_document, steps.tidy_addresses), respells=True)
        yield _Step("tekens van koppen en lijsten", partial(in_document, steps.corrected_markup))
        yield _Step("voetnoten", partial(in_document, steps.footnotes_in_brackets), restores=True)
        yield _Step("links en haken", partial(in_document, correct_links), restores=True)
        yield _Step("titel", partial(in_document, title_as_field), restores=True)
        yield _Step("schrijfwijze van een kop", partial(in_document, steps.exact_headings), restores=True)
    yield _Step("einde van het bestand", steps.one_final_newline)


class _Reading:
    """A text read as if it were the file, with its diagnostics, which are only determined when asked for.

    Raises:
        UnreadableFile: nothing can be used.
    """

    def __init__(self, file: ContentFile, text: str, context: Context) -> None:
        """Read the front matter, or the whole of a list of values."""
        self._tried = replace(file, location=context.scratch / file.location.name)
        self.text, self._context = text, context
        self._tried.location.write_bytes(text.encode("utf-8"))
        plain, _ = read_text(self._tried.location, file.path)
        self._front_matter = None
        if file.kind != VOCABULARIES:
            self._front_matter = split_front_matter(plain, keys=entry_keys(file.kind))
        self.values: YamlValues = self._front_matter.values if self._front_matter else read_yaml(plain)

    def read_again(self, text: str) -> _Reading:
        """Return another text, read as if it were this file."""
        return _Reading(self._tried, text, self._context)

    @cached_property
    def said(self) -> Any:
        """Return the meaning of the file: names of the same thing, and all kinds of spaces, are equal."""
        data = self.values.data
        if self._front_matter is not None:
            data = correct_values(entry_fields(self._tried.kind), data, self._context.known).data
        return map_texts((data, astuple(_fold_headings(self.body))), steps.plain_text)

    @cached_property
    def body(self) -> Body:
        """Return the text below the front matter, rendered."""
        if self._front_matter is None:
            return Body()
        start = self._front_matter.body_line
        return read_markdown(self._front_matter.body, self._tried.path, start, self._context.known_paths).body

    @property
    def unknown_values(self) -> dict[str, Any]:
        """Return the values of unknown keys, which are not validated."""
        fields = entry_fields(self._tried.kind)
        return {key: value for key, value in self.values.data.items() if not find_key(fields, key)}

    def has_text(self, words: str) -> bool:
        """Return whether these words are part of free text."""
        found = walk_values(entry_fields(self._tried.kind), self.values.data)
        return any(field.is_free_text and path[-1] == field.key and words in str(value) for path, field, value in found)

    @property
    def diagnostics(self) -> Counter[tuple[str, str]]:
        """Return the number of each (rule, message), without tips, which may increase as more can be read."""
        return Counter((item.rule, item.message) for item in self._found)

    @property
    def blamed(self) -> set[tuple[str, int]]:
        """Return (rule, line) for all diagnostics but tips."""
        return {(item.rule, item.line) for item in self._found}

    @cached_property
    def _found(self) -> list[Diagnostic]:
        self._tried.location.write_bytes(self.text.encode("utf-8"))
        if self._front_matter is None:
            found = load_vocabulary(self._tried).diagnostics
        else:
            found = load_entry(self._tried, self._context.known_paths, self._context.today).diagnostics
        return [item for item in found if item.severity is not Severity.TIP]


def _is_restored(before: _Reading, after: _Reading) -> bool:
    """Return whether everything can be read at last, or else whether there are fewer diagnostics."""
    if after.values.is_usable and not before.values.is_usable:
        return True
    return after.diagnostics <= before.diagnostics and after.diagnostics != before.diagnostics


def _is_same(before: _Reading, after: _Reading, *, respelt: bool) -> bool:
    """Return whether the meaning is the same, apart from intended spelling changes, without new diagnostics."""
    is_same = (
        before.said == after.said if respelt else before.values.data == after.values.data and before.body == after.body
    )
    is_usable = after.values.is_usable == before.values.is_usable
    return is_same and is_usable and after.diagnostics <= before.diagnostics


def _fold_headings(body: Body) -> Body:
    sections = (replace(section, heading=make_anchor(section.heading)) for section in body.sections)
    return replace(body, sections=tuple(sections))
