"""Words that differ only by case, accent or punctuation from the one word that may stand there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from dataclasses import field as with_default

from pydantic import BaseModel

from mvo_catalogue.domain.model import ValuePath
from mvo_catalogue.domain.names import make_anchor
from mvo_catalogue.domain.practice import SECTION_ORDER
from mvo_catalogue.fixing.lines import Document
from mvo_catalogue.reading.yaml_values import read_yaml
from mvo_catalogue.schema.references import KnownSlugs
from mvo_catalogue.schema.tree import Field, FieldType, build_fields, walk_values

_CURLY = re.compile(r"[“”„‘’]([^“”„‘’]+)[“”‘’]")
_FREE_TEXT = (FieldType.TEXT, FieldType.LONG_TEXT)
_HEADING = re.compile(r"(##[ \t]+)(\S.*?)([ \t]*)")


@dataclass(frozen=True)
class Renaming:
    """A changed file with what it now says instead: values by their path, headings by what they were."""

    text: str
    values: Mapping[ValuePath, str] = with_default(default_factory=dict)
    headings: Mapping[str, str] = with_default(default_factory=dict)


def exact_values(text: str, model: type[BaseModel], known: KnownSlugs) -> Renaming:
    """Return the file with every slug and choice that exists under one other spelling written as it is."""
    document = Document.cut(text)
    if document is None:
        return Renaming(text)
    fields = list(document.fields)
    values = read_yaml("\n".join(fields))
    changes: dict[ValuePath, str] = {}
    written_values = list(walk_values(build_fields(model), values.data))
    for path, field, value in sorted(written_values, key=lambda item: values.place(item[0]), reverse=True):
        better = _spelling(field, value, known)
        line, column = values.place(path)
        before, rest = fields[line - 1][: column - 1], fields[line - 1][column - 1 :]
        written = _written(rest, value)
        if better is not None and written is not None:
            changes[path] = better
            fields[line - 1] = before + better + rest[len(written) :]
    return Renaming(document.with_fields(fields), changes)


def _written(rest: str, value: str) -> str | None:
    """Return how a value stands at the start of the rest of its line: bare or in straight quotes."""
    choices = (value, f'"{value}"', f"'{value}'")
    return next((written for written in choices if rest.startswith(written)), None)


def _spelling(field: Field, value: str, known: KnownSlugs) -> str | None:
    """Return the one right spelling of a value that is not right, if there is one."""
    if field.reference is not None:
        return None if known.has(field.reference, value) else _only(value, known.targets(field.reference))
    choices = [choice.value for form in field.every_form for choice in form.choices]
    if value in choices:
        return None
    is_free = any(form.type in _FREE_TEXT for form in field.every_form)
    curly = None if is_free else _CURLY.fullmatch(value)
    return _only(value, choices) or (curly[1].strip() if curly else None)


def _only(word: str, known: Collection[str]) -> str | None:
    same = [slug for slug in known if make_anchor(slug) == make_anchor(word)]
    return same[0] if len(same) == 1 else None


def exact_headings(text: str) -> Renaming:
    """Return the file with the four fixed headings written as they are."""
    document = Document.cut(text)
    if document is None:
        return Renaming(text)
    lines = list(document.after)
    found = {number: match for number, line in enumerate(lines) if (match := _HEADING.fullmatch(line))}
    present = {match[2] for match in found.values()}
    headings: dict[str, str] = {}
    for number, match in found.items():
        fixed = _only(match[2], SECTION_ORDER)
        same = [other for other in present if fixed and make_anchor(other) == make_anchor(fixed)]
        if fixed and len(same) == 1 and match[2] != fixed:
            headings[match[2]] = fixed
            lines[number] = match[1] + fixed + match[3]
    return Renaming("\n".join((*document.before, *document.fields, *lines)), {}, headings)
