"""The schema as a tree of plain values: every field that an editor can write, with its words, limits and choices.

The models of ``domain`` are walked once, here. Whatever reads, repairs or explains what editors write does so by this
tree; the words come from ``texts/fields.yaml`` and ``texts/parts.yaml``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from itertools import chain
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import PRACTICE_TEXT, News, Page, Partner, Practice, Topic
from mvo_catalogue.domain.model import (
    ENTRY_KINDS,
    NEWS,
    PAGES,
    PARTNER_KINDS,
    PARTNERS,
    PRACTICES,
    TOPICS,
    VOCABULARIES,
    ContentModel,
    Entry,
    FieldType,
    Reference,
    TextPart,
    ValuePath,
)
from mvo_catalogue.domain.names import make_slug
from mvo_catalogue.domain.values import LabelledValue, Phase, Scale
from mvo_catalogue.texts import Words, load_words

MODELS: dict[str, type[Entry]] = {PRACTICES: Practice, PARTNERS: Partner, TOPICS: Topic, PAGES: Page, NEWS: News}
"""The model of each kind of entry."""

KINDS_BY_NAME = {ENTRY_KINDS[kind]: kind for kind in (PRACTICES, PARTNERS, TOPICS)}
"""The kinds of entries that editors write, by their Dutch word."""

_FIRST_YEAR = 1_000
_INTRODUCTION = (TextPart(""),)
_TEXTS = {PRACTICES: PRACTICE_TEXT, PARTNERS: _INTRODUCTION, TOPICS: _INTRODUCTION}


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value: what is written, what readers see, what it means, and what else people call it."""

    value: str
    label: str
    meaning: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of the schema.

    ``key`` is what editors write (``""`` for an item of a list and for one of several forms) and ``name`` what the
    model calls it; ``label`` is what readers see. ``meaning`` says what it is, ``why`` why it is asked, ``hint`` how to
    fill it in; ``also`` holds what else people call it. ``default`` is what holds when it is left out, as it would be
    written. ``least`` and ``most`` bound the characters of a text, the lines of a list, or a number itself.

    A ``CHOICE`` has ``choices``; so has a ``REFERENCE`` when the tree was built with a catalogue. An ``OBJECT`` has
    ``fields``, a ``LIST`` has its ``item``, and ``EITHER`` has ``forms``, of which the first fits most often.
    A ``CHOICE`` that ``is_scale`` is written as a number.
    """

    key: str
    type: FieldType
    name: str = ""
    label: str = ""
    meaning: str = ""
    why: str = ""
    hint: str = ""
    examples: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    is_required: bool = False
    default: str | None = None
    least: int | None = None
    most: int | None = None
    choices: tuple[Choice, ...] = ()
    is_scale: bool = False
    reference: Reference | None = None
    fields: tuple[Field, ...] = ()
    item: Field | None = None
    forms: tuple[Field, ...] = ()

    def __hash__(self) -> int:
        """Hash the key alone, since hashing a whole tree for every cached function takes time."""
        return hash(self.key)

    @cached_property
    def every_form(self) -> tuple[Field, ...]:
        """Return the forms of one value of this field; of a list, those of an item."""
        value = self.item or self
        return value.forms or (value,)

    @cached_property
    def every_choice(self) -> tuple[Choice, ...]:
        """Return the choices for one value of this field, in any of its forms."""
        return tuple(choice for form in self.every_form for choice in form.choices)

    @cached_property
    def is_year(self) -> bool:
        """Return whether a number in this field is a year."""
        return self.type is FieldType.NUMBER and (self.least or 0) > _FIRST_YEAR

    @cached_property
    def is_day(self) -> bool:
        """Return whether one value of this field can be a day."""
        return any(form.type is FieldType.DAY for form in self.every_form)

    @cached_property
    def is_free_text(self) -> bool:
        """Return whether one value of this field can be text in the words of the editor."""
        return any(form.type in (FieldType.TEXT, FieldType.LONG_TEXT) for form in self.every_form)

    @cached_property
    def inner(self) -> tuple[Field, ...]:
        """Return the fields of this object, of the items of this list, or of one of its forms."""
        return tuple(field for form in self.every_form for field in form.fields)


class FieldWords(Words):
    """What editors read about a field."""

    label: str = ""
    meaning: str
    why: str = ""
    hint: str = ""
    examples: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class PartWords(Words):
    """What editors read about a part of the text, and what else people call its heading."""

    meaning: str
    why: str
    hint: str
    example: str
    also: tuple[str, ...] = ()


class Part(PartWords):
    """A part of the text below the front matter, as editors are asked for it; see ``TextPart``."""

    heading: str
    is_required: bool
    is_list: bool
    least_items: int


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
    text: tuple[Part, ...]

    def field(self, key: str) -> Field:
        """Return the field with this key.

        Raises:
            KeyError: there is none.
        """
        return {field.key: field for field in self.fields}[key]


_TYPES: dict[Any, FieldType] = {
    str: FieldType.TEXT,
    int: FieldType.NUMBER,
    bool: FieldType.BOOLEAN,
    datetime.date: FieldType.DAY,
}
_LIMITS = {"min_length": "least", "ge": "least", "max_length": "most", "le": "most"}
"""The name of a limit in pydantic, and here."""


def build_schema(kind: str, catalogue: Catalogue | None = None) -> EntrySchema:
    """Return the schema of an entry of ``kind``; with a catalogue, references have their choices."""
    name = ENTRY_KINDS[kind]
    fields = entry_fields(kind)
    if catalogue is not None:
        fields = tuple(_with_choices(field, catalogue) for field in fields)
    headings = {name: [part.heading for part in _TEXTS[kind]] for name, kind in KINDS_BY_NAME.items()}
    words = load_words("parts", PartWords, headings)[name]
    text = tuple(Part(**asdict(part), **words[part.heading].model_dump()) for part in _TEXTS[kind])
    return EntrySchema(kind, name, title_key(kind), fields, text)


@cache
def find_headings() -> dict[str, str]:
    """Return the fixed heading of a practice for each slug of its name, and of another one that people give it."""
    return {
        make_slug(name): part.heading for part in build_schema(PRACTICES).text for name in (part.heading, *part.also)
    }


@cache
def _field_words() -> Mapping[str, Mapping[str, FieldWords]]:
    """Return the words of each field by the model that declares it, and its key."""
    models: dict[type[BaseModel], list[str]] = {}
    todo: list[type[BaseModel]] = [ContentModel]
    for model in todo:
        todo += model.__subclasses__()
        models[model] = [key for key, (name, _) in _own_fields(model).items() if _holder(model, name) is model]
    return load_words("fields", FieldWords, {model.__name__: keys for model, keys in models.items() if keys})


def _own_fields(model: type[BaseModel]) -> dict[str, tuple[str, FieldInfo]]:
    """Return (name, pydantic's description) of each field that an editor may write, by its key."""
    given = Entry.model_fields if issubclass(model, Entry) else {}
    return {info.alias or name: (name, info) for name, info in model.model_fields.items() if name not in given}


def _holder(model: type[BaseModel], name: str) -> type[BaseModel]:
    """Return the model that declares a field: this one, or one that it extends."""
    return next(base for base in model.__mro__ if name in base.__annotations__)


@cache
def build_fields(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields of a model that an editor may write, in order."""
    return tuple(_field(model, key, name, info) for key, (name, info) in _own_fields(model).items())


def entry_fields(kind: str) -> tuple[Field, ...]:
    """Return the fields of the front matter of one kind of entry."""
    return build_fields(MODELS[kind])


def entry_keys(kind: str) -> list[str]:
    """Return the keys of the front matter of one kind of entry."""
    return [field.key for field in entry_fields(kind)]


def title_key(kind: str) -> str:
    """Return the key of the title of one kind of entry."""
    return next(key for key in entry_keys(kind) if key in ("titel", "naam"))


def _field(model: type[BaseModel], key: str, name: str, info: FieldInfo) -> Field:
    field = _limited(_typed(info.annotation), info.metadata)
    words = _field_words()[_holder(model, name).__name__][key]
    return replace(field, key=key, name=name, is_required=info.is_required(), default=_default(info), **vars(words))


def _default(info: FieldInfo) -> str | None:
    if info.is_required() or info.default in (None, ()):
        return None
    return str(info.default).lower() if isinstance(info.default, bool) else str(info.default)


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
        running = {str(Phase.RUNNING): (Phase.RUNNING.label, *Phase.RUNNING.also)}
        choices = tuple(Choice(value, value, also=running.get(value, ())) for value in arguments)
        return Field(key="", type=FieldType.CHOICE, choices=choices)
    if issubclass(annotation, LabelledValue):
        choices = tuple(Choice(member.value, member.label, member.meaning, member.also) for member in annotation)
        return Field(key="", type=FieldType.CHOICE, choices=choices, is_scale=issubclass(annotation, Scale))
    if issubclass(annotation, BaseModel):
        return Field(key="", type=FieldType.OBJECT, fields=build_fields(annotation))
    return Field(key="", type=_TYPES[annotation])


def _limited(field: Field, metadata: Iterable[Any]) -> Field:
    """Return the field with the type, reference and limits that metadata give it."""
    for mark in metadata:
        if isinstance(mark, FieldInfo):
            field = _limited(field, mark.metadata)
        elif isinstance(mark, Reference):
            field = replace(field, type=FieldType.REFERENCE, reference=mark)
        elif isinstance(mark, FieldType):
            field = replace(field, type=mark)
        for name, side in _LIMITS.items():
            if isinstance(limit := getattr(mark, name, None), int):
                found: dict[str, Any] = {side: limit}
                field = replace(field, **found)
    return field


def walk_fields(fields: Iterable[Field], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Yield (keys that lead to it, field) for every field that has a key, before the fields inside it."""
    for field in fields:
        yield (*path, field.key), field
        yield from walk_fields(field.inner, (*path, field.key))


def walk_all_fields() -> Iterator[tuple[tuple[str, ...], Field]]:
    """Yield (keys that lead to it, field) for every field of every kind of entry."""
    return chain.from_iterable(walk_fields(entry_fields(kind)) for kind in MODELS)


def walk_values(fields: Iterable[Field], holder: Any, path: ValuePath = ()) -> Iterator[tuple[ValuePath, Field, Any]]:
    """Yield (path, field, value) for every single value of the fields, in their order.

    ``holder`` is a model, or the mapping that an editor wrote: then a value may be of any type.
    """
    for field in fields:
        value = holder.get(field.key) if isinstance(holder, dict) else getattr(holder, field.name)
        yield from _values_in(field, value, (*path, field.key))


def _values_in(field: Field, value: Any, path: ValuePath) -> Iterator[tuple[ValuePath, Field, Any]]:
    if isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _values_in(field.item or field, item, (*path, index))
    elif isinstance(value, dict | BaseModel):
        yield from walk_values(field.inner, value, path)
    elif value is not None:
        yield path, field, value


def _with_choices(field: Field, catalogue: Catalogue) -> Field:
    """Return the field, and all below it, with the choices of references."""
    return replace(
        field,
        choices=reference_choices(field.reference, catalogue) if field.reference else field.choices,
        fields=tuple(_with_choices(inner, catalogue) for inner in field.fields),
        item=_with_choices(field.item, catalogue) if field.item else None,
        forms=tuple(_with_choices(form, catalogue) for form in field.forms),
    )


def reference_choices(reference: Reference, catalogue: Catalogue) -> tuple[Choice, ...]:
    """Return the choices of a reference as readers see them listed: by name, topics in their own order."""
    if reference.kind == TOPICS:
        topics = sorted(catalogue.topics.values(), key=lambda topic: (topic.order, topic.name, topic.slug))
        return tuple(Choice(topic.slug, topic.name, topic.question) for topic in topics)
    if reference.kind == PARTNERS:
        return tuple(
            Choice(partner.slug, partner.name, catalogue.value_name(PARTNER_KINDS, partner.kind))
            for partner in sorted(catalogue.partners.values(), key=lambda item: (item.name.casefold(), item.slug))
            if reference.associations in (None, partner.is_association)
        )
    if reference.kind == VOCABULARIES:
        values = catalogue.vocabularies.get(reference.vocabulary, {})
        return tuple(Choice(slug, value.name, value.explanation or "") for slug, value in values.items())
    practices = sorted(catalogue.practices.values(), key=lambda item: (item.title.casefold(), item.slug))
    return tuple(Choice(practice.slug, practice.title) for practice in practices)
