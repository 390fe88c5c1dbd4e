"""Correct keys and values that are written in another way than the schema asks, where only one thing can be meant.

``Thema's`` is ``themas``, ``Loopt nu`` is ``lopend``, ``Irado B.V.`` is ``irado``. The check reports each correction
and checks the corrected values; ``mvo check --fix`` writes them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from mvo_catalogue.domain.model import FieldType, ValuePath
from mvo_catalogue.domain.names import make_slug
from mvo_catalogue.domain.normalise import bare, before_remark, normalise, read_year, says_nothing
from mvo_catalogue.domain.patterns import ITEM_MARK, quote
from mvo_catalogue.schema.references import KnownSlugs, may_be_one, split_list, split_short, split_values
from mvo_catalogue.schema.tree import Field

_LOOSE = re.compile(r"[,;\n]|\s/\s")
_MARKED = re.compile(rf"\s*(?:-|(?:{ITEM_MARK.pattern})\s)")
"""The mark of a first item that YAML reads as text, which has its own message."""
_AMOUNT = re.compile(r"€\s*|\beuro\b|(?<=\d)\.(?=\d{3}\b)")
"""What may differ between two ways to write the same amount."""
_RANGE = re.compile(r"(?<=\d)\s*(?:[–—-]|t/m|tot en met)\s*(?=\d)")
_SPAN = re.compile(r"(?:van )?((?:19|20)\d\d) ?(?:(?:[–—-]|t/m|tot en met) ?((?:19|20)\d\d)|[–—-]? ?(\D+))", re.ASCII)
"""A first and a last year, or a first one and a word that says that it goes on."""
_LEAST_WORDS = 4
FIRST, LAST = "start", "eind"
"""The keys of the first and the last year of a period."""
_EXPLANATION = "toelichting"
"""The key of a text that explains the fields beside it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The replacement of a key or value; ``path`` is its place, ``field`` its field.

    A single value can become a list. ``written`` is ``""`` for fields that become the only item of a list, and ``"-"``
    for fields with a dash too many.
    """

    path: ValuePath
    of_key: bool
    written: str
    corrected: str | list[str]
    field: Field


@dataclass(slots=True)
class CorrectedValues:
    """Corrected values, the corrections, and the path as written for each new path of what has moved."""

    data: dict[str, Any]
    found: list[Correction] = field(default_factory=list)
    moved: dict[ValuePath, ValuePath] = field(default_factory=dict)


def correct_values(
    fields: Sequence[Field], data: Mapping[str, Any], known: KnownSlugs | None = None
) -> CorrectedValues:
    """Return values with all corrections; without ``known``, references stay as they are."""
    reader = _Reader(known)
    corrected = reader.mapping(fields, data, (), ())
    return CorrectedValues(corrected, reader.found, reader.moved)


@cache
def _keys(fields: tuple[Field, ...]) -> dict[str, str]:
    """Return the key of each field by its other names: in English, on the site, or in another spelling."""
    names: dict[str, set[str]] = {}
    for one in fields:
        for name in (one.key, one.name, one.label, *one.also):
            names.setdefault(make_slug(name), set()).add(one.key)
    return {name: keys.pop() for name, keys in names.items() if name and len(keys) == 1}


def find_key(fields: Sequence[Field], written: str) -> str:
    """Return the key of the one field that has this other name, ``""`` when there is none."""
    return _keys(tuple(fields)).get(make_slug(written), "")


class _Reader:
    def __init__(self, known: KnownSlugs | None) -> None:
        self.known = known
        self.found: list[Correction] = []
        self.moved: dict[ValuePath, ValuePath] = {}

    def correct(
        self, path: ValuePath, written: str, corrected: str | list[str], one: Field, *, of_key: bool = False
    ) -> None:
        self.found.append(Correction(path, of_key, written, corrected, one))

    def mapping(
        self, fields: Sequence[Field], data: Mapping[str, Any], old: ValuePath, new: ValuePath
    ) -> dict[str, Any]:
        """Return a mapping corrected; ``old`` and ``new`` are its paths before and after."""
        by_key = {one.key: one for one in fields}
        names = {key: key if key in by_key or key[:1] == "+" else find_key(fields, key) or key for key in data}
        written = list(names.values())
        values: dict[str, Any] = {}
        for key, value in data.items():
            name = names[key] if written.count(names[key]) == 1 else key
            if name != key:
                self.correct((*old, key), key, name, by_key[name], of_key=True)
                self.moved[*new, name] = (*old, key)
            values[name] = self.value(by_key[name], value, (*old, key), (*new, name)) if name in by_key else value
            if name == FIRST and LAST in by_key and LAST not in written and (years := self.span(by_key, value)):
                values |= years
                self.correct((*old, key), value, f"{years[FIRST]}\n{LAST}: {years[LAST]}", by_key[name])
                self.moved[*new, LAST] = (*old, key)
        return values

    def span(self, by_key: Mapping[str, Field], value: Any) -> dict[str, str]:
        """Return the first and last year of a period that were written as one, none for anything else."""
        years = _SPAN.fullmatch(bare(value)) if isinstance(value, str) else None
        last = years and (years[2] or self.exact(by_key[LAST], years[3]))
        return {FIRST: years[1], LAST: last} if years and last and last >= years[1] else {}

    def value(self, one: Field, value: Any, old: ValuePath, new: ValuePath) -> Any:
        if one.item is not None:
            return self.values(one, one.item, value, old, new)
        if isinstance(value, list) and (together := _join(one.inner, value)):
            self.without_dashes(one, value, old, new)
            return self.mapping(one.inner, together, old, new)
        if isinstance(value, dict):
            return self.mapping(one.inner, value, old, new)
        corrected = self.text(one, value) if isinstance(value, str) else None
        if one.type is FieldType.OBJECT and isinstance(value, str) and (key := _key_of_text(one, value)):
            inner = self.exact(next(field for field in one.fields if field.key == key), value) or value
            self.correct(old, value, f"\n  {key}: {inner if inner != value else quote(value)}", one)
            self.moved[*new, key] = old
            return {key: inner}
        if corrected is None:
            return value
        self.correct(old, value, corrected, one)
        return corrected

    def values(self, one: Field, item: Field, value: Any, old: ValuePath, new: ValuePath) -> Any:
        if isinstance(value, str):
            corrected = [] if _MARKED.match(value) or says_nothing(value) else self.several(item, value)
            if corrected and not (item.reference and any(map(_is_no_name, corrected))):
                self.correct(old, value, corrected, one)
            if corrected:
                self.moved.update(((*new, index), old) for index in range(len(corrected)))
            return corrected or value
        if isinstance(value, dict) and any(find_key(item.fields, key) for key in value):
            self.correct(old, "", [], one)
            self.moved[*new, 0] = old
            return [self.value(item, value, old, (*new, 0))]
        return self.items(one, item, value, old, new) if isinstance(value, list) else value

    def items(self, one: Field, item: Field, value: list[Any], old: ValuePath, new: ValuePath) -> list[Any]:
        values: list[Any] = []
        for index, written in enumerate(value):
            inner: Any = self.with_colon(item, written, (*old, index), one)
            if values and _goes_on(item, values[-1], inner):
                self.without_dashes(one, [inner], old, (*new, len(values) - 1), index)
                values[-1] |= self.mapping(item.fields, inner, (*old, index), (*new, len(values) - 1))
                continue
            if isinstance(inner, str) and (key := _only_key(item)) and before_remark(inner) == inner:
                self.correct((*old, index), inner, f"{key}: {inner}", one)
                inner = {key: inner}
                self.moved[*new, len(values), key] = (*old, index)
            several = self.several(item, inner) if isinstance(inner, str) else []
            if len(several) > 1:
                self.correct((*old, index), inner, several, one)
            for part in several if len(several) > 1 else [inner]:
                place = (*new, len(values))
                if place != (*old, index):
                    self.moved[place] = (*old, index)
                values.append(part if len(several) > 1 else self.value(item, part, (*old, index), place))
        return values

    def without_dashes(
        self, one: Field, items: Sequence[Mapping[str, Any]], old: ValuePath, new: ValuePath, first: int = 0
    ) -> None:
        """Correct fields that each have a dash as if they were items, from the ``first`` on."""
        for index, item in enumerate(items, first):
            self.correct((*old, index), "-", "", one)
            self.moved.update(((*new, key), (*old, index, key)) for key in item)

    def with_colon(self, item: Field, value: Any, old: ValuePath, one: Field) -> Any:
        """Return a text with a colon as text when YAML read it as a key with a value."""
        inner = next(iter(value.values())) if isinstance(value, dict) and len(value) == 1 else value
        if inner is value or item.inner or isinstance(inner, dict | list):
            return value
        text = f"{next(iter(value))}: {inner or ''}".rstrip()
        if item.is_free_text:
            self.correct(old, text, quote(text), one)
        return text

    def several(self, item: Field, text: str) -> list[str]:
        """Return the values that one text in the place of a list or value clearly means."""
        if item.is_free_text:
            parts = split_short(text)
            return parts or ([] if _LOOSE.search(text) or item.forms else [text])
        if item.fields or not (item.reference or item.choices):
            return []
        whole = self.exact(item, text)
        parts = [] if whole else split_values(text)
        corrected = [self.exact(item, part.strip()) for part in parts]
        if len(parts) > 1 and all(corrected):
            return [part for part in corrected if part]
        pieces = [piece.strip() for piece in re.split(r"[,;|\n]", text) if bare(piece)]
        if not may_be_one(item.reference, pieces) and not whole and len(pieces) > 1:
            return [self.exact(item, piece) or piece for piece in pieces]
        return [whole or text] if whole or item.reference else []

    def exact(self, one: Field, text: str) -> str | None:
        """Return a single value as it should be written, ``None`` when that is unknown."""
        return text if self.is_right(one, text) else self.text(one, text)

    def is_right(self, one: Field, text: str) -> bool:
        if one.reference:
            return self.known is not None and self.known.has(one.reference, text)
        return any(text == choice.value for choice in one.every_choice)

    def text(self, one: Field, text: str) -> str | None:
        """Return the correction of a single value, ``None`` when it is right or unclear."""
        if self.is_right(one, text):
            return None
        if one.reference:
            named = self.known.named(one.reference, text.removesuffix(":")) if self.known else ()
            return next(iter(named)) if len(named) == 1 else None
        if one.every_choice and (choice := _find_choice(one, text)):
            return choice
        readings = (_read_form(form, text) for form in one.every_form)
        return next((corrected for corrected in readings if corrected and corrected != text), None)


def _is_no_name(text: str) -> bool:
    """Return whether a text is no single name: several, or a sentence; what is said of names then is enough."""
    return len(split_list(text)) > 1 or (text[:1].islower() and len(text.split()) >= _LEAST_WORDS)


def _key_of_text(one: Field, text: str) -> str:
    """Return the key to which a text in the place of fields belongs: one with that choice, or the explanation."""
    chosen = [field.key for field in one.fields if field.every_choice and _find_choice(field, text)]
    explains = any(field.key == _EXPLANATION for field in one.fields) and " " in text.strip() and not says_nothing(text)
    return (chosen[0] if chosen else _EXPLANATION if explains else "") if one.key else ""


def _join(fields: Sequence[Field], items: Sequence[Any]) -> dict[str, Any]:
    """Return a list of single fields as one mapping, empty when they cannot be one."""
    keys = [key for item in items if isinstance(item, dict) for key in item]
    known = {find_key(fields, key) for key in keys}
    is_one = all(isinstance(item, dict) for item in items) and len(known) == len(keys) and all(known)
    return {key: value for item in items for key, value in item.items()} if is_one else {}


def _goes_on(item: Field, before: Any, value: Any) -> bool:
    """Return whether fields belong to the item before them."""
    keys = {find_key(item.fields, key) for key in value} if isinstance(value, dict) else {""}
    required = [field.key for field in item.fields if field.is_required]
    own = required[:1] if len(keys) == 1 else required
    return isinstance(before, dict) and keys.isdisjoint(("", *own, *before))


def _only_key(item: Field) -> str:
    """Return the key of the only required field of an item, to which a text in its place belongs."""
    required = [field.key for field in item.fields if field.is_required]
    return required[0] if len(required) == 1 else ""


def _read_form(form: Field, text: str) -> str | None:
    if form.is_year:
        return read_year(text)
    if form.is_scale:
        corrected = normalise(FieldType.NUMBER, text)
        return corrected if any(corrected == choice.value for choice in form.choices) else None
    return normalise(form.type, text)


def _find_choice(one: Field, text: str) -> str | None:
    word = _fold(text)
    found = {
        choice.value
        for choice in one.every_choice
        for name in (choice.value, choice.label, f"{choice.value} {choice.label}", *choice.also)
        if word and word == _fold(name)
    }
    return found.pop() if len(found) == 1 else None


def _fold(text: str) -> str:
    return make_slug(_RANGE.sub(" tot ", _AMOUNT.sub("", bare(text))))
