"""The schema as a tree of plain values: every field that an editor can write, with its words, limits and choices.

The models of ``domain`` are walked once; whatever explains the schema to people or tools is made from this tree.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

import annotated_types
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.functional_validators import AfterValidator
from pydantic_core import PydanticUndefined

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import (
    PARTNERS,
    PRACTICES,
    TOPICS,
    VOCABULARIES,
    Entry,
    LongText,
    Reference,
    TextPart,
    check_contact,
    check_partial_date,
    check_secure_url,
    check_url,
)
from mvo_catalogue.domain.partner import PARTNER_TEXT, Partner
from mvo_catalogue.domain.practice import PRACTICE_TEXT, Practice
from mvo_catalogue.domain.topic import TOPIC_TEXT, Topic
from mvo_catalogue.domain.values import LabelledValue, Scale
from mvo_catalogue.domain.vocabulary import check_request
from mvo_catalogue.validation.schema_errors import known_keys


class FieldType(StrEnum):
    """What an editor writes in a field."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    NUMBER = "number"
    DAY = "day"
    PARTIAL_DATE = "partial-date"
    CHOICE = "choice"
    BOOLEAN = "boolean"
    URL = "url"
    SECURE_URL = "secure-url"
    CONTACT = "contact"
    REFERENCE = "reference"
    OBJECT = "object"
    LIST = "list"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value: what is written, what readers see and, where it helps, what it means."""

    value: str
    label: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the schema.

    ``key`` is what editors write (``""`` for an item of a list and for one of several forms); ``label`` is what
    readers see. ``meaning`` says what it is, ``why`` why it is asked, ``hint`` how to fill it in. ``default`` is what
    holds when it is left out, as it would be written. Lengths count characters, ``min_items`` and ``max_items`` lines
    of a list, ``minimum`` and ``maximum`` bound a number.

    A ``CHOICE`` has ``choices``; so has a ``REFERENCE`` when the tree was built with a catalogue. An ``OBJECT`` has
    ``fields``, a ``LIST`` has its ``item``, and ``EITHER`` has ``forms``, of which the first fits most often.
    A ``CHOICE`` that ``is_scale`` is written as a number.
    """

    key: str
    type: FieldType
    label: str = ""
    meaning: str = ""
    why: str = ""
    hint: str = ""
    examples: tuple[str, ...] = ()
    is_required: bool = False
    default: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    choices: tuple[Choice, ...] = ()
    is_scale: bool = False
    reference: Reference | None = None
    fields: tuple[Field, ...] = ()
    item: Field | None = None
    forms: tuple[Field, ...] = ()

    def field(self, key: str) -> Field:
        """Return the field of this object, of the items of this list, or of one of its forms, with this key.

        Raises:
            KeyError: there is none.
        """
        holders = (self, *((self.item,) if self.item else ()), *self.forms)
        return _by_key((field for holder in holders for field in holder.fields), key)


@dataclass(frozen=True, slots=True)
class EntrySchema:
    """Everything that can be written in one kind of file.

    ``kind`` is the folder below ``content/`` and ``name`` the Dutch word; ``title_key`` names the field that is its
    title. ``text`` holds the parts of the text below the front matter, in order.
    """

    kind: str
    name: str
    title_key: str
    fields: tuple[Field, ...]
    text: tuple[TextPart, ...]

    def field(self, key: str) -> Field:
        """Return the field with this key.

        Raises:
            KeyError: there is none.
        """
        return _by_key(self.fields, key)


_ENTRIES: dict[str, tuple[type[Entry], str, str, tuple[TextPart, ...]]] = {
    PRACTICES: (Practice, "praktijk", "titel", PRACTICE_TEXT),
    PARTNERS: (Partner, "partner", "naam", PARTNER_TEXT),
    TOPICS: (Topic, "thema", "naam", TOPIC_TEXT),
}

SCHEMA_KINDS = tuple(_ENTRIES)
"""The kinds of entries that editors are told about."""

KINDS_BY_NAME = {name: kind for kind, (_, name, _, _) in _ENTRIES.items()}
"""The same kinds by their Dutch word."""

_TYPES: dict[Any, FieldType] = {
    str: FieldType.TEXT,
    int: FieldType.NUMBER,
    bool: FieldType.BOOLEAN,
    datetime.date: FieldType.DAY,
}
_CHECKED_TEXT: dict[Any, FieldType] = {
    check_partial_date: FieldType.PARTIAL_DATE,
    check_url: FieldType.URL,
    check_secure_url: FieldType.SECURE_URL,
    check_contact: FieldType.CONTACT,
    check_request: FieldType.TEXT,
}


def build_schema(kind: str, catalogue: Catalogue | None = None) -> EntrySchema:
    """Return what can be written in an entry of ``kind``; with a catalogue, references have their choices."""
    model, name, title_key, text = _ENTRIES[kind]
    fields = build_fields(model)
    if catalogue is not None:
        fields = tuple(_with_choices(field, catalogue) for field in fields)
    return EntrySchema(kind, name, title_key, fields, text)


def _by_key(fields: Iterable[Field], key: str) -> Field:
    for field in fields:
        if field.key == key:
            return field
    raise KeyError(key)


def build_fields(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields that an editor may write for a model, in its order."""
    return tuple(_fields(model))


def _fields(model: type[BaseModel]) -> Iterator[Field]:
    for key, info in known_keys(model).items():
        field = _limited(_typed(info.annotation), info.metadata)
        extra = cast("dict[str, str]", info.json_schema_extra or {})
        yield replace(
            field,
            key=key,
            label=info.title or "",
            meaning=info.description or "",
            why=extra.get("waarom", ""),
            hint=extra.get("hint", ""),
            examples=tuple(map(str, info.examples or ())),
            is_required=info.is_required(),
            default=_default(info),
        )


def _default(info: FieldInfo) -> str | None:
    value = info.default
    if value is PydanticUndefined or value is None or value == ():
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def _typed(annotation: Any) -> Field:
    """Return a field without words for a type, such as ``tuple[PracticeSlug, ...]``."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _limited(_typed(arguments[0]), arguments[1:])
    if origin in (Union, UnionType):
        forms = tuple(_typed(argument) for argument in arguments if argument is not NoneType)
        return forms[0] if len(forms) == 1 else Field(key="", type=FieldType.EITHER, forms=forms)
    if origin is tuple:
        return Field(key="", type=FieldType.LIST, item=_typed(arguments[0]))
    if origin is Literal:
        return Field(key="", type=FieldType.CHOICE, choices=tuple(Choice(value, value) for value in arguments))
    if issubclass(annotation, LabelledValue):
        choices = tuple(Choice(member.value, member.label, member.meaning) for member in annotation)
        return Field(key="", type=FieldType.CHOICE, choices=choices, is_scale=issubclass(annotation, Scale))
    if issubclass(annotation, BaseModel):
        return Field(key="", type=FieldType.OBJECT, fields=build_fields(annotation))
    return Field(key="", type=_TYPES[annotation])


def _limited(field: Field, metadata: Any) -> Field:
    """Return the field with what the marks of its type say about it."""
    for mark in metadata:
        if isinstance(mark, FieldInfo):
            field = _limited(field, mark.metadata)
        elif isinstance(mark, Reference):
            field = replace(field, type=FieldType.REFERENCE, reference=mark)
        elif isinstance(mark, LongText):
            field = replace(field, type=FieldType.LONG_TEXT)
        elif isinstance(mark, AfterValidator):
            field = replace(field, type=_CHECKED_TEXT[mark.func])
        elif isinstance(mark, annotated_types.MinLen):
            field = _at_least(field, mark.min_length)
        elif isinstance(mark, annotated_types.MaxLen):
            field = _at_most(field, mark.max_length)
        elif isinstance(mark, annotated_types.Ge):
            field = replace(field, minimum=cast("int", mark.ge))
        elif isinstance(mark, annotated_types.Le):
            field = replace(field, maximum=cast("int", mark.le))
    return field


def _at_least(field: Field, length: int) -> Field:
    return replace(field, min_items=length) if field.item else replace(field, min_length=length)


def _at_most(field: Field, length: int) -> Field:
    return replace(field, max_items=length) if field.item else replace(field, max_length=length)


def _with_choices(field: Field, catalogue: Catalogue) -> Field:
    """Return the field, and all below it, with the choices that the catalogue gives to references."""
    return replace(
        field,
        choices=reference_choices(field.reference, catalogue) if field.reference else field.choices,
        fields=tuple(_with_choices(inner, catalogue) for inner in field.fields),
        item=_with_choices(field.item, catalogue) if field.item else None,
        forms=tuple(_with_choices(form, catalogue) for form in field.forms),
    )


def reference_choices(reference: Reference, catalogue: Catalogue) -> tuple[Choice, ...]:
    """Return what a reference may name, in the order of a list for readers: by name, topics by their own order."""
    if reference.kind == TOPICS:
        topics = sorted(catalogue.topics.values(), key=lambda topic: (topic.order, topic.name, topic.slug))
        return tuple(Choice(topic.slug, topic.name, topic.question) for topic in topics)
    if reference.kind == PARTNERS:
        return tuple(
            Choice(partner.slug, partner.name, partner.kind.label)
            for partner in sorted(catalogue.partners.values(), key=lambda item: (item.name.casefold(), item.slug))
            if reference.associations in (None, partner.is_association)
        )
    if reference.kind == VOCABULARIES:
        values = catalogue.vocabularies.get(reference.vocabulary, {})
        return tuple(Choice(slug, value.name, value.explanation or "") for slug, value in values.items())
    practices = sorted(catalogue.practices.values(), key=lambda item: (item.title.casefold(), item.slug))
    return tuple(Choice(practice.slug, practice.title) for practice in practices)
