"""placeholder, key-in-text and repeated-value: what stands where it does not belong, or is there again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.entries import SECTION_ORDER, Practice
from mvo_catalogue.domain.model import PLACEHOLDER, PRACTICES
from mvo_catalogue.validation.subjects import EntryFile

_FIELD = re.compile(r"([^\W\d]\w*)[ \t]*:(?:\s|$)")
_OF_FIELD = re.compile(r"\s*(?:- |[a-z_]+[ \t]*:(?:\s|$))")
_EMPHASIS = "*_"


def check_placeholders(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error for every line that still holds a text to be replaced."""
    for number, line in enumerate(file.lines, 1) if PLACEHOLDER in file.source else ():
        column = line.find(PLACEHOLDER)
        if column >= 0:
            yield from file.diagnose.place("placeholder", (number, column + 1))


def check_keys(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a warning for every line of the body that is a field, or a fixed heading without its marks."""
    headings = {passage.text.strip() for passage in file.passages if passage.tag[0] == "h"}
    missing = {name.casefold(): name for name in SECTION_ORDER if name not in headings}
    for passage in file.markdown.passages:
        first, last = passage.place()[0], passage.marks[-1][1]
        if ":" not in passage.text and passage.text.casefold() not in missing:
            continue
        for line in range(first, last + 1):
            written = file.lines[line - 1]
            if line > first and not _OF_FIELD.match(file.lines[line - 2]):
                continue  # an ordinary sentence that happens to go on here
            found = _FIELD.match(written)
            word = found[1] if found else ""
            alone = written.strip().strip(_EMPHASIS).rstrip(": ").strip(_EMPHASIS) if first == last else ""
            heading = missing.get((word or alone).casefold())
            if word in file.keys:
                yield from file.diagnose.place("key-in-text", (line, 1), "field", word=word)
            elif heading and file.file.kind == PRACTICES and not written.startswith("#"):
                yield from file.diagnose.place("key-in-text", (line, 1), "heading", heading=heading)


def check_repeated_values(file: EntryFile, practice: Practice) -> Iterator[Diagnostic]:
    """Yield an error for every value that stands in its list again."""
    for name, values in practice:
        if not isinstance(values, tuple):
            continue
        for index, value in enumerate(values):
            if isinstance(value, str) and value in values[:index]:
                key = Practice.model_fields[name].alias or name
                yield from file.diagnose.value("repeated-value", (key, index), value=value, key=key)
