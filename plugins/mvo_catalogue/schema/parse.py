"""From what an editor wrote to a typed model, or to everything that the schema refuses: in kind Dutch, at its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import ValuePath
from mvo_catalogue.domain.names import suggest_nearest
from mvo_catalogue.schema.tree import Field, FieldType, build_fields
from mvo_catalogue.texts import Words, load_texts

Model = TypeVar("Model", bound=BaseModel)

_LONGEST_QUOTE = 60


class Message(Words):
    """What is said of one kind of mistake: the rule, and a sentence to fill in."""

    rule: str
    message: str


class ValueMessages(Words):
    """Every sentence about a value that the schema refuses, by the kind of mistake.

    ``in_the_form`` holds what the form in the browser says in its own words, by its names for mistakes.
    """

    said: str
    said_of_no_value: str
    meant: str
    characters: tuple[str, str]
    values: tuple[str, str]
    messages: dict[str, Message]
    in_the_form: dict[str, str]


def load_messages() -> ValueMessages:
    """Return the sentences of ``texts/values.yaml``."""
    return load_texts("values", ValueMessages)


Tell = Callable[[ValuePath, bool, str, str], Diagnostic]
"""Makes a diagnostic of a path, whether that is about its key, a rule and a message: the caller knows the places."""


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Model]):
    """The model of what an editor wrote, and one explanation per mistake.

    ``refused`` names the keys whose values cannot be used; the model has a stand-in for those that it needs, so that
    the rest can be judged in the same run.
    """

    value: Model
    refused: frozenset[str]
    diagnostics: list[Diagnostic]


@dataclass(frozen=True, slots=True)
class _Mistake:
    """A value that the schema refuses; ``meant`` is the place that an unknown key was probably meant for."""

    path: ValuePath
    of_key: bool
    kind: str
    text: str
    meant: ValuePath = ()


def parse_values(
    model: type[Model],
    data: Any,
    tell: Tell,
    given: Mapping[str, Any] | None = None,
    unread: Collection[ValuePath] = (),
    name: str = "",
) -> Parsed[Model]:
    """Return the model of what an editor wrote, and what the schema refuses in it.

    ``given`` holds what the file itself gives. ``unread`` are the paths of values that could not be read, and have a
    diagnostic already; ``name`` is the key that holds the data, when that is not the file. What merely follows from
    another mistake is left out.
    """
    fields = build_fields(model)
    if isinstance(data, Mapping):
        parsed, mistakes = _validate(model, data, given or {}, unread)
        places = [*unread, *(place for mistake in mistakes for place in (mistake.path, mistake.meant) if place)]
        refused = frozenset(str(place[0]) for place in places)
    else:
        message = _fill("model_type", name=name, fields=_keys(fields))
        parsed, mistakes = None, [_Mistake((), data is None, "model_type", message)]
        refused = frozenset(field.key for field in fields)
    if parsed is None or refused:
        accepted = {} if not isinstance(data, Mapping) else {key: data[key] for key in data if key not in refused}
        stand_ins = {field.key: _stand_in(field) for field in fields if field.is_required and field.key in refused}
        parsed = model.model_validate({**accepted, **stand_ins, **(given or {})})
    messages = load_messages().messages
    diagnostics = [tell(item.path, item.of_key, messages[item.kind].rule, item.text) for item in mistakes]
    return Parsed(parsed, refused, diagnostics)


def _validate(
    model: type[Model], data: Mapping[str, Any], given: Mapping[str, Any], unread: Collection[ValuePath]
) -> tuple[Model | None, list[_Mistake]]:
    fields = build_fields(model)
    keys = {field.key for field in fields}
    known = {key: value for key, value in data.items() if key in keys}
    mistakes = [_explain_unknown_key((key,), fields) for key in data if key not in keys]
    empty = [path for path in _empty_places(known) if path not in unread]
    mistakes += map(_explain_empty, empty)
    parsed = None
    try:
        parsed = model.model_validate({**known, **given})
    except ValidationError as error:
        for mistake in _explain_all(error, fields, known):
            is_told = any(_is_within(mistake.path, place) for place in (*empty, *unread))
            if not is_told and not any(_is_within(place, mistake.path) for place in unread):
                mistakes.append(mistake)
    meant = {mistake.meant for mistake in mistakes}
    return parsed, [mistake for mistake in mistakes if mistake.kind not in _MISSING or mistake.path not in meant]


def _stand_in(field: Field) -> Any:
    """Return a value that fits in a field: only so that the rules can judge the others."""
    if field.item is not None:
        return [_stand_in(field.item)] * (field.min_items or 1)
    if field.type is FieldType.OBJECT:
        return {inner.key: _stand_in(inner) for inner in field.fields if inner.is_required}
    if field.type is FieldType.CHOICE:
        return field.choices[0].value
    if field.type is FieldType.DAY:
        return "2000-01-01"
    return "nog-niet-bekend".ljust(field.min_length or 0, "-")


_MISSING = ("missing", "missing_inside")


def _is_within(path: ValuePath, place: ValuePath) -> bool:
    return path[: len(place)] == place


def _empty_places(data: Mapping[str, Any] | list[Any], path: ValuePath = ()) -> Iterator[ValuePath]:
    for key, value in data.items() if isinstance(data, Mapping) else enumerate(data):
        if isinstance(value, dict | list):
            yield from _empty_places(value, (*path, key))
        elif value is None or (isinstance(value, str) and not value.strip()):
            yield (*path, key)


def _explain_all(error: ValidationError, fields: Sequence[Field], data: Mapping[str, Any]) -> Iterator[_Mistake]:
    details = error.errors(include_url=False)
    paths = [_data_path(detail["loc"], data) for detail in details]
    for detail, path in zip(details, paths, strict=True):
        follows = detail["type"] == "too_short" and any(other != path and _is_within(other, path) for other in paths)
        if not follows:
            yield _explain(detail, path, fields)


def _data_path(location: ValuePath, data: Any) -> ValuePath:
    """Drop from pydantic's location what stands for a choice between types and not for a place in the data."""
    path: list[str | int] = []
    last = len(location) - 1
    for index, part in enumerate(location):
        if isinstance(data, Mapping):
            if part in data or index == last:
                path.append(part)
                data = data.get(part)
        elif isinstance(data, list | tuple) and isinstance(part, int):
            path.append(part)
            data = data[part] if part < len(data) else None
    return tuple(path)


def _fields_at(fields: Sequence[Field], path: ValuePath) -> Sequence[Field]:
    """Return the fields of the innermost mapping on the way to a path, the path itself included."""
    for part in path:
        inner = next((field.inner for field in fields if field.key == part), ())
        fields = inner or fields
    return fields


def _explain(detail: Mapping[str, Any], path: ValuePath, fields: Sequence[Field]) -> _Mistake:
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    holder, inner = _fields_at(fields, path[:-1]), _fields_at(fields, path)
    if kind == "missing":
        kind = "missing_inside" if len(path) > 1 else "missing"
        within = path[-3] if len(path) > 2 else path[0]
        meaning = next(field.meaning for field in holder if field.key == name)
        return _Mistake(path, True, kind, _fill(kind, name=name, within=within, meaning=meaning))
    if kind == "extra_forbidden":
        return _explain_unknown_key(path, holder)
    if kind == "enum":
        return _explain_choice(path, name, value, next(field for field in holder if field.key == name))
    if kind == "value_error":
        kind = str(context["error"])
    elif kind == "string_type" and inner != holder:
        kind = "text_or_fields"
    elif kind == "string_type" and isinstance(value, Mapping):
        kind = "text_with_colon"
    kind = kind if kind in load_messages().messages else "other"
    words = load_messages()
    if isinstance(value, str):
        length = _count(len(value.strip()), *words.characters)
    else:
        length = _count(len(value), *words.values) if isinstance(value, list | tuple) else ""
    said = _say(value, name)
    text = _fill(kind, name=name, shown=_quote(value), said=said, length=length, fields=_keys(inner), **context)
    return _Mistake(path, False, kind, text)


def _explain_choice(path: ValuePath, name: str, value: Any, field: Field) -> _Mistake:
    allowed = [choice.value for choice in field.every_choice]
    shown = _quote(value)
    near = suggest_nearest(shown, allowed) if shown else None
    hint = f" {load_messages().meant.format(near=near)}" if near else ""
    return _Mistake(path, False, "enum", _fill("enum", said=_say(value, name), allowed=", ".join(allowed)) + hint)


def _explain_unknown_key(path: ValuePath, fields: Sequence[Field]) -> _Mistake:
    name, keys = str(path[-1]), [field.key for field in fields]
    near = suggest_nearest(name, keys)
    hint = load_messages().meant.format(near=near) if near else f"Bekende velden: {', '.join(keys)}."
    meant = (*path[:-1], near) if near else ()
    kind = "extra_forbidden"
    return _Mistake(path, True, kind, f"{_fill(kind, shown=_quote(name))} {hint}", meant)


def _explain_empty(path: ValuePath) -> _Mistake:
    *before, name = path
    if isinstance(name, int):
        return _Mistake(path, True, "empty_item", _fill("empty_item", name=before[-1]))
    return _Mistake(path, True, "empty", _fill("empty", name=name))


def _fill(kind: str, **slots: Any) -> str:
    return load_messages().messages[kind].message.format(**slots)


def _say(value: Any, name: str) -> str:
    """Return the beginning of a sentence about a value: that it does not fit, or that there should be one."""
    words, shown = load_messages(), _quote(value)
    return (words.said if shown else words.said_of_no_value).format(shown=shown, name=name)


def _quote(value: Any) -> str:
    """Return a value as it fits in a sentence: on one line and not too long; ``""`` for a list or mapping."""
    shown = " ".join(str(value).split()) if isinstance(value, str | int) else ""
    return shown if len(shown) <= _LONGEST_QUOTE else shown[: _LONGEST_QUOTE - 1] + "…"


def _keys(fields: Iterable[Field]) -> str:
    return ", ".join(field.key for field in fields)


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"
