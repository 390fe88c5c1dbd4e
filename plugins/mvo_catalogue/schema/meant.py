"""What editors meant with keys and values that are written otherwise than they should be, when it can be one thing.

``Thema's`` is ``themas``, ``Loopt nu`` is ``lopend``, ``Irado B.V.`` is ``irado``. The check says so and judges what
was meant; ``mvo check --fix`` writes it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from mvo_catalogue.domain.meant import bare, read_meant, read_year, says_nothing
from mvo_catalogue.domain.model import FieldType, ValuePath
from mvo_catalogue.domain.names import make_slug
from mvo_catalogue.domain.patterns import ITEM_MARK
from mvo_catalogue.schema.references import KnownSlugs, split_short, split_values
from mvo_catalogue.schema.tree import Field

_LOOSE = re.compile(r"[,;\n]|\s/\s")
_MARKED = re.compile(rf"\s*(?:-|(?:{ITEM_MARK.pattern})\s)")
"""How the first point of a list begins that YAML reads as a text: for that there is a message of its own."""
_AMOUNT = re.compile(r"€\s*|\beuro\b|(?<=\d)\.(?=\d{3}\b)")
"""What makes no difference between two ways to write an amount."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A key or value that was understood: where it stands as it was written, and what should stand there.

    A value can be meant as a list of several; fields that are meant as the only item of one are ``written`` as ``""``.
    ``field`` is the field it is of.
    """

    path: ValuePath
    of_key: bool
    written: str
    meant: str | list[str]
    field: Field


@dataclass(slots=True)
class MeantValues:
    """The values as they were meant, each thing that was written otherwise, and where it stands by its new path."""

    data: dict[str, Any]
    found: list[Meant] = field(default_factory=list)
    moved: dict[ValuePath, ValuePath] = field(default_factory=dict)


def read_meant_values(fields: Sequence[Field], data: Mapping[str, Any], known: KnownSlugs | None = None) -> MeantValues:
    """Return what editors meant with values; without ``known``, references stay as they are."""
    reader = _Reader(known)
    meant = reader.mapping(fields, data, (), ())
    return MeantValues(meant, reader.found, reader.moved)


@cache
def _keys(fields: tuple[Field, ...]) -> dict[str, str]:
    """Return the key for every other name of a field: in English, on the site, or in another spelling."""
    names: dict[str, set[str]] = {}
    for one in fields:
        for name in (one.key, one.name, one.label, *one.also):
            names.setdefault(make_slug(name), set()).add(one.key)
    return {name: keys.pop() for name, keys in names.items() if name and len(keys) == 1}


def find_key(fields: Sequence[Field], written: str) -> str:
    """Return the key of the field that surely is meant with another name, ``""`` when that is none."""
    return _keys(tuple(fields)).get(make_slug(written), "")


class _Reader:
    def __init__(self, known: KnownSlugs | None) -> None:
        self.known = known
        self.found: list[Meant] = []
        self.moved: dict[ValuePath, ValuePath] = {}

    def tell(self, path: ValuePath, written: str, meant: str | list[str], one: Field, *, of_key: bool = False) -> None:
        self.found.append(Meant(path, of_key, written, meant, one))

    def mapping(
        self, fields: Sequence[Field], data: Mapping[str, Any], old: ValuePath, new: ValuePath
    ) -> dict[str, Any]:
        """Return a mapping as it was meant; ``old`` and ``new`` are its paths before and after."""
        by_key = {one.key: one for one in fields}
        names = {key: key if key in by_key else find_key(fields, key) or key for key in data}
        written = list(names.values())
        values: dict[str, Any] = {}
        for key, value in data.items():
            name = names[key] if written.count(names[key]) == 1 else key
            if name != key:
                self.tell((*old, key), key, name, by_key[name], of_key=True)
                self.moved[*new, name] = (*old, key)
            values[name] = self.value(by_key[name], value, (*old, key), (*new, name)) if name in by_key else value
        return values

    def value(self, one: Field, value: Any, old: ValuePath, new: ValuePath) -> Any:
        if one.item is not None:
            return self.values(one, one.item, value, old, new)
        if isinstance(value, dict):
            return self.mapping(one.inner, value, old, new)
        meant = self.text(one, value) if isinstance(value, str) else None
        if meant is None:
            return value
        self.tell(old, value, meant, one)
        return meant

    def values(self, one: Field, item: Field, value: Any, old: ValuePath, new: ValuePath) -> Any:
        if isinstance(value, str):
            meant = [] if _MARKED.match(value) or says_nothing(value) else self.several(item, value)
            if meant:
                self.tell(old, value, meant, one)
                self.moved.update(((*new, index), old) for index in range(len(meant)))
            return meant or value
        if isinstance(value, dict) and any(find_key(item.fields, key) for key in value):
            self.tell(old, "", [], one)
            self.moved[*new, 0] = old
            return [self.value(item, value, old, (*new, 0))]
        if not isinstance(value, list):
            return value
        values: list[Any] = []
        for index, written in enumerate(value):
            inner: Any = written
            if isinstance(written, str) and (key := _only_key(item)):
                self.tell((*old, index), written, f"{key}: {written}", one)
                inner = {key: written}
                self.moved[*new, len(values), key] = (*old, index)
            several = self.several(item, inner) if isinstance(inner, str) else []
            if len(several) > 1:
                self.tell((*old, index), inner, several, one)
            for part in several if len(several) > 1 else [inner]:
                place = (*new, len(values))
                if place != (*old, index):
                    self.moved[place] = (*old, index)
                values.append(part if len(several) > 1 else self.value(item, part, (*old, index), place))
        return values

    def several(self, item: Field, text: str) -> list[str]:
        """Return the values that a text in the place of a list, or of one value, surely stands for."""
        if item.is_free_text:
            parts = split_short(text)
            return parts or ([] if _LOOSE.search(text) or item.forms else [text])
        if item.fields or not (item.reference or item.choices):
            return []
        whole = self.exact(item, text)
        parts = split_values(text)
        if whole or len(parts) < 2:
            return [whole or text] if whole or item.reference else []
        meant = [self.exact(item, part.strip()) for part in parts]
        return [part for part in meant if part] if all(meant) else []

    def exact(self, one: Field, text: str) -> str | None:
        """Return a single value as it should be written, ``None`` when that is not known."""
        return text if self.is_right(one, text) else self.text(one, text)

    def is_right(self, one: Field, text: str) -> bool:
        if one.reference:
            return self.known is not None and self.known.has(one.reference, text)
        return any(text == choice.value for choice in one.every_choice)

    def text(self, one: Field, text: str) -> str | None:
        """Return what a single value surely is, when it is not that."""
        if self.is_right(one, text):
            return None
        if one.reference:
            named = self.known.named(one.reference, text) if self.known else ()
            return next(iter(named)) if len(named) == 1 else None
        if one.every_choice and (choice := _find_choice(one, text)):
            return choice
        readings = (_read_form(form, text) for form in one.every_form)
        return next((meant for meant in readings if meant and meant != text), None)


def _only_key(item: Field) -> str:
    """Return the key of the one field that an item of a list needs, which is what a text in its place is."""
    required = [field.key for field in item.fields if field.is_required]
    return required[0] if len(required) == 1 else ""


def _read_form(form: Field, text: str) -> str | None:
    if form.is_year:
        return read_year(text)
    if form.is_scale:
        meant = read_meant(FieldType.NUMBER, text)
        return meant if any(meant == choice.value for choice in form.choices) else None
    return read_meant(form.type, text)


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
    return make_slug(_AMOUNT.sub("", bare(text)))
