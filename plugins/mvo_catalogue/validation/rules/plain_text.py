"""text-cut, plain-text, broken-characters and empty-summary: a field shows readers what its editor meant to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import ValuePath
from mvo_catalogue.domain.names import is_same_title
from mvo_catalogue.domain.patterns import END, START, WORD
from mvo_catalogue.reading.yaml_values import YamlValues
from mvo_catalogue.schema.tree import MODELS, Field, build_fields, walk_values
from mvo_catalogue.validation.subjects import Diagnose, EntryFile

MARKUP = re.compile(
    rf"(?:^|[^*{WORD}])(\*[^\s*][^*]*\*)(?![*{WORD}])|{START}(__?[^\s_][^_]*__?){END}"
    r"|(\*\*[^*]+\*\*|~~[^~]+~~|`[^`]+`|!?\[[^\[\]]+\]\([^()\s]*\)|\[\[[^\[\]]+\]\]|^#{1,6} \S+"
    r"|</?[A-Za-z][^<>]*>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);)",
    re.IGNORECASE,
)
"""Markdown, tags and codes of HTML, which a field shows as they are typed."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAST_SHOUTED = 2
WHOLLY_QUOTED = re.compile(r"[“”„‘’«»][^“”„«»]+[“”‘’«»]")
_LOST_APOSTROPHE = re.compile(r"'(?:s-\w|[stnk] \w)")
_ESCAPE = re.compile(r"\\[nrtN_]")
_SECOND_BYTES = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
BROKEN = re.compile(rf"[ÂÃ][{_SECOND_BYTES}]|â[\u20ac\u201a\u201e\u2020][{_SECOND_BYTES}\x80-\x9f]|ï¿½|\ufffd")
"""What letters of UTF-8 become when they are read as Windows-1252, and the sign for a letter that was lost."""
LONGEST = 40


def check_fields(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield what is shown otherwise than it was meant in the fields of an entry."""
    fields = build_fields(MODELS[file.file.kind])
    yield from check_texts(fields, file.values.data, file.values, file.lines, file.diagnose)


def check_texts(
    fields: Iterable[Field],
    data: Mapping[str, Any],
    values: YamlValues,
    lines: Sequence[str],
    diagnose: Diagnose,
    start: ValuePath = (),
) -> Iterator[Diagnostic]:
    """Yield what is shown otherwise than it was meant in the texts of ``data``, which stands at the path ``start``."""
    for path, field, value in walk_values(fields, data, start):
        if not field.is_free_text or not isinstance(value, str):
            continue
        line, column = values.place(path)
        written = lines[line - 1][column - 1 :]
        if path in values.cuts:
            yield from diagnose.place("text-cut", values.cuts[path], value=_shorten(value))
        if found := MARKUP.search(value):
            yield from diagnose.value("plain-text", path, "markup", found=_shorten(found[found.lastindex or 0]))
        if values.is_usable and written.startswith("'") and _LOST_APOSTROPHE.match(written):
            yield from diagnose.value("plain-text", path, "apostrophe", value=_shorten(value))
        if written.startswith('"') and (escape := _ESCAPE.search(written[: written.find('"', 1)].replace("\\\\", ""))):
            yield from diagnose.value("plain-text", path, "escape", code=escape[0])
        if value.isupper() and sum(map(str.isupper, _LONG_WORD.findall(value))) >= _LEAST_SHOUTED:
            yield from diagnose.value("plain-text", path, "capitals")
        if len(path) == 1 + len(start) and WHOLLY_QUOTED.fullmatch(value):
            yield from diagnose.value("plain-text", path, "quotes", first=value[0], last=value[-1])


def check_characters(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a warning at the first letter of each line that a program read in another encoding."""
    reported = 0
    for match in BROKEN.finditer(file.source):
        line, column = file.place(match.start())
        if line != reported:
            reported = line
            yield from file.diagnose.place("broken-characters", (line, column), found=match[0])


def check_summary(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a warning for a summary that only says the title again."""
    title, summary = (file.values.data.get(key) for key in ("titel", "samenvatting"))
    if isinstance(title, str) and isinstance(summary, str) and is_same_title(title, summary):
        yield from file.diagnose.value("empty-summary", ("samenvatting",))


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
