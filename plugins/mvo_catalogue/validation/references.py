"""Find every reference in an entry, from the types of its fields, so that no rule needs a list of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from mvo_catalogue.domain.model import Reference
from mvo_catalogue.validation.schema_errors import known_keys

Path = tuple[str | int, ...]


def find_references(model: BaseModel) -> Iterator[tuple[Path, Reference, str]]:
    """Yield (path in the front matter, what it refers to, the slug) for every reference of an entry."""
    for name, key, reference in _reference_fields(type(model)):
        value = getattr(model, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from _references_in((key, index), reference, item)
        else:
            yield from _references_in((key,), reference, value)


def _references_in(path: Path, reference: Reference | None, value: Any) -> Iterator[tuple[Path, Reference, str]]:
    if isinstance(value, BaseModel):
        for inner_path, inner_reference, slug in find_references(value):
            yield (*path, *inner_path), inner_reference, slug
    elif reference is not None and isinstance(value, str):
        yield path, reference, value


@cache
def _reference_fields(model: type[BaseModel]) -> tuple[tuple[str, str, Reference | None], ...]:
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    found = []
    for key, field in known_keys(model).items():
        reference = next((item for item in field.metadata if isinstance(item, Reference)), None)
        reference = reference or next(_references_of(field.annotation), None)
        if reference is not None or _holds_model(field.annotation):
            found.append((names[key], key, reference))
    return tuple(found)


def _references_of(annotation: Any) -> Iterator[Reference]:
    if get_origin(annotation) is Annotated:
        yield from (item for item in annotation.__metadata__ if isinstance(item, Reference))
    for argument in get_args(annotation):
        yield from _references_of(argument)


def _holds_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return get_origin(annotation) in (Annotated, Union, UnionType, tuple) and any(
        map(_holds_model, get_args(annotation))
    )
