"""The text of a new entry: the required fields, hints as comments, and texts to replace.

Nothing of it can be published by accident: an empty field is an error, and so is a placeholder that was left.
"""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator, Mapping

from mvo_catalogue.derived.entry_text import quote
from mvo_catalogue.derived.reference import describe_limits
from mvo_catalogue.domain.model import PLACEHOLDER
from mvo_catalogue.schema.tree import EntrySchema, Field, FieldType, Part

_ALSO_ASKED = {"corporaties", "partners"}
"""Not required, since one of the two is enough; a new practice asks for both."""

_DAYS = (FieldType.DAY,)
_MANY = 20
_WIDTH = 110


def build_scaffold(schema: EntrySchema, title: str = "", today: datetime.date | None = None) -> str:
    """Return the file of a new entry with this title; without ``today`` its days are left for the editor to fill in."""
    filled = {schema.title_key: quote(title.strip())} if title.strip() else {}
    if today is not None:
        filled |= {field.key: today.isoformat() for field in schema.fields if field.type in _DAYS and field.is_required}
    asked = [field for field in schema.fields if field.is_required or field.key in _ALSO_ASKED]
    others = [field for field in schema.fields if field not in asked]
    lines = ["---", *_comment("Een regel met een hekje ervoor is uitleg. U mag hem weghalen.")]
    for field in asked:
        lines += ["", *_field(field, filled)]
    lines += ["", *_comment("Weet u meer? Zet dan een of meer van deze velden erbij. Uitleg staat in docs/velden.md.")]
    lines += (f"#   {field.key}: {field.meaning}" for field in others)
    return "\n".join([*lines, "---", "", *_body(schema), ""])


def _comment(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=f"{indent}# ",
        subsequent_indent=f"{indent}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _field(field: Field, filled: Mapping[str, str], indent: str = "") -> Iterator[str]:
    yield from _comment(_explain(field), indent)
    if field.item is None:
        yield f"{indent}{field.key}: {filled[field.key]}" if field.key in filled else f"{indent}{field.key}:"
    elif field.item.type is not FieldType.OBJECT:
        yield from (f"{indent}{field.key}:", f"{indent}  -")
    else:
        yield f"{indent}{field.key}:"
        yield from _first_item(field.item, f"{indent}  ")


def _first_item(item: Field, indent: str) -> Iterator[str]:
    """Yield the lines of one item: what is required to fill in, the rest as a comment."""
    dash = "- "
    for field in item.fields:
        if field.is_required:
            yield f"{indent}{dash}{field.key}:"
            dash = "  "
    for field in item.fields:
        if not field.is_required:
            yield f"{indent}  # {field.key}: {field.meaning}"


def _explain(field: Field) -> str:
    value = field.item or field
    parts = [field.meaning, field.hint]
    if limits := describe_limits(field.min_length, field.max_length, "tekens"):
        parts.append(f"Tekst{limits}.")
    if 1 < len(value.choices) <= _MANY:
        parts.append(f"Kies uit: {', '.join(choice.value for choice in value.choices)}.")
    elif value.reference is not None:
        parts.append(f"Schrijf de naam van een bestand in content/{value.reference.kind}/, zonder .md.")
    return " ".join(filter(None, parts))


def _body(schema: EntrySchema) -> Iterator[str]:
    for number, part in enumerate(schema.text):
        if number:
            yield ""
        if part.heading:
            yield from (f"## {part.heading}", "")
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if part.least_items:
        yield from (f"{number}. {PLACEHOLDER}stap {number}]" for number in range(1, part.least_items + 1))
    else:
        meaning = part.meaning[0].lower() + part.meaning[1:]
        yield f"{'- ' if part.is_list else ''}{PLACEHOLDER}{meaning} Weet u het niet? Haal dit deel weg.]"
