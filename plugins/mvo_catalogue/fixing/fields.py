"""What kind of value belongs at each place of the front matter, from the types of the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from mvo_catalogue.domain.model import Reference
from mvo_catalogue.validation.finding import Path
from mvo_catalogue.validation.schema_errors import known_keys


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A written value: where it stands, and what may stand there.

    ``reference`` says of what it is the slug, ``choices`` from which words it is chosen; ``is_free_text`` whether an
    editor may write anything.
    """

    path: Path
    value: str
    reference: Reference | None
    choices: tuple[str, ...]
    is_free_text: bool


def find_values(model: type[BaseModel], data: dict[str, Any], path: Path = ()) -> Iterator[FieldValue]:
    """Yield every single value of ``data`` whose key the model knows, in the order in which it is written."""
    keys = known_keys(model)
    for key, value in data.items():
        if key in keys:
            field = keys[key]
            yield from _values_in(_types_in(field.annotation, *field.metadata), value, (*path, key))


def _values_in(types: tuple[Any, ...], value: Any, path: Path) -> Iterator[FieldValue]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _values_in(types, item, (*path, index))
    elif isinstance(value, dict):
        inner = next((item for item in types if isinstance(item, type) and issubclass(item, BaseModel)), None)
        if inner is not None:
            yield from find_values(inner, value, path)
    elif isinstance(value, str):
        reference = next((item for item in types if isinstance(item, Reference)), None)
        kinds = [item for item in types if isinstance(item, type) and not issubclass(item, BaseModel)]
        choices = tuple(str(member.value) for kind in kinds if issubclass(kind, Enum) for member in kind)
        has_rule = any(callable(getattr(item, "func", None)) for item in types)
        yield FieldValue(path, value, reference, choices, str in kinds and reference is None and not has_rule)


def _types_in(annotation: Any, *metadata: Any) -> tuple[Any, ...]:
    """Return all types that an annotation is made of, with what stands beside them in ``Annotated``."""
    if get_origin(annotation) is Annotated:
        return (*_types_in(annotation.__origin__, *annotation.__metadata__), *metadata)
    if get_origin(annotation) in (Union, UnionType, tuple):
        found = (item for argument in get_args(annotation) for item in _types_in(argument))
        return (*found, *metadata)
    return (annotation, *metadata)
