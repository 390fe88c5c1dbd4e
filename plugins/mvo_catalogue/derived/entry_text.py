"""The text of an entry from plain values, as the catalogue writes it: the one style of every file made by a program.

Keys stand in the order of the schema. What people phrase stands between double quotes, so that no colon or dash can
change its meaning; keys, numbers, days and addresses do not. A list has one line per value.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mvo_catalogue.schema.tree import EntrySchema, Field, FieldType

_QUOTED = (FieldType.TEXT, FieldType.LONG_TEXT)
_PLAIN = re.compile(r"[A-Za-z0-9](?:[^\s\"'#\[\]{},&*!|>%@`:]|[:#@&%,!*'](?=\S))*", re.ASCII)
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')


def build_entry_text(schema: EntrySchema, values: Mapping[str, Any], body: str = "") -> str:
    """Return the file of an entry: ``values`` by Dutch key as front matter, then the Markdown ``body``.

    A value is text, a number, a day, a boolean, or a list or mapping of those. What is empty is left out. White space
    around the body is left out.

    Raises:
        ValueError: a key is not in the schema, or a value does not have the form that the schema asks.
    """
    lines = ["---", *_mapping(schema.fields, values, ""), "---"]
    text = body.strip("\r\n")
    return "\n".join((*lines, "", text, "") if text.strip() else (*lines, ""))


def build_body(schema: EntrySchema, parts: Mapping[str, str]) -> str:
    """Return the Markdown below the front matter from its parts by heading; ``""`` is what stands before them.

    The headings of the schema come first, in its order, then the others in the order given. Empty parts are left out.
    """
    order = dict.fromkeys(("", *(part.heading for part in schema.text), *parts))
    texts = ((heading, parts.get(heading, "").strip()) for heading in order)
    return "\n\n".join(f"## {heading}\n\n{text}" if heading else text for heading, text in texts if text)


def quote(text: str) -> str:
    """Return the text between double quotes, on one line, as YAML reads it back."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    named = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
    return named.get(character) or (f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}")


def is_empty(value: Any) -> bool:
    """Return whether there is nothing to write: no value, blank text, or a list or mapping of nothing."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(map(is_empty, value.values()))
    return value is None or (isinstance(value, Sequence) and all(map(is_empty, value)))


def _mapping(fields: Sequence[Field], values: Mapping[str, Any], indent: str) -> Iterator[str]:
    if unknown := set(values).difference(field.key for field in fields):
        raise ValueError(f"unknown keys: {', '.join(sorted(map(str, unknown)))}")
    for field in fields:
        if not is_empty(value := values.get(field.key)):
            yield from _field(field, value, indent)


def _field(field: Field, value: Any, indent: str) -> Iterator[str]:
    field = _form(field, value)
    if field.type is FieldType.OBJECT:
        yield f"{indent}{field.key}:"
        yield from _mapping(field.fields, _checked(value, Mapping, field), f"{indent}  ")
    elif field.type is FieldType.LIST:
        assert field.item is not None
        yield f"{indent}{field.key}:"
        for item in _checked(value, Sequence, field):
            if not is_empty(item):
                yield from _item(field.item, item, f"{indent}  ")
    else:
        yield f"{indent}{field.key}: {_scalar(field, value)}"


def _item(field: Field, value: Any, indent: str) -> Iterator[str]:
    if field.type is not FieldType.OBJECT:
        yield f"{indent}- {_scalar(field, value)}"
        return
    first, *others = _mapping(field.fields, _checked(value, Mapping, field), f"{indent}  ")
    yield f"{indent}- {first.removeprefix(f'{indent}  ')}"
    yield from others


def _form(field: Field, value: Any) -> Field:
    """Return the field itself or, where there are several forms, the one that the value has."""
    if field.type is not FieldType.EITHER:
        return field
    is_mapping = isinstance(value, Mapping)
    form = next((form for form in field.forms if (form.type is FieldType.OBJECT) is is_mapping), None)
    if form is None:
        raise ValueError(f"{field.key}: no such form")
    return Field(key=field.key, type=form.type, fields=form.fields)


def _checked(value: Any, kind: type, field: Field) -> Any:
    if not isinstance(value, kind) or isinstance(value, str):
        raise ValueError(f"{field.key}: not a {field.type}")
    return value


def _scalar(field: Field, value: Any) -> str:
    if isinstance(value, bool) or (field.type is FieldType.BOOLEAN and value in ("true", "false")):
        return str(value).lower()
    if not isinstance(value, str | int | datetime.date):
        raise ValueError(f"{field.key}: not one value")
    text = str(value).strip()
    if field.type in _QUOTED:
        return quote(text)
    return text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML else quote(text)
