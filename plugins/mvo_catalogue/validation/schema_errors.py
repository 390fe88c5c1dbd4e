"""Say what the schema refuses in kind Dutch: what is wrong, what is allowed, and what was probably meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mvo_catalogue.domain.model import Entry
from mvo_catalogue.reading.nearest import suggest_nearest

Path = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class SchemaError:
    """A value that the schema refuses: where in the data, and what to say about it.

    ``meant`` is the place that an unknown key was probably meant for.
    """

    path: Path
    of_key: bool
    rule: str
    message: str
    meant: Path = ()


@cache
def known_keys(model: type[BaseModel]) -> dict[str, Any]:
    """Return the keys that an editor may write for a model, with their fields; what the file gives is left out."""
    own = Entry.model_fields if issubclass(model, Entry) else {}
    return {field.alias or name: field for name, field in model.model_fields.items() if name not in own}


def parse_values(
    model: type[Model], data: Mapping[str, Any], given: Mapping[str, Any], unread: Collection[Path] = ()
) -> tuple[Model | None, list[SchemaError]]:
    """Return the model of what an editor wrote, when it is right, and one explanation per mistake.

    ``given`` holds what the file itself gives. ``unread`` are the places of values that could not be read, of which
    has been told already. What merely follows from another mistake is left out.
    """
    keys = known_keys(model)
    known = {key: value for key, value in data.items() if key in keys}
    problems = [_explain_unknown_key((key,), model) for key in data if key not in keys]
    empty = [path for path in _empty_places(known) if path not in unread]
    problems += map(_explain_empty, empty)
    parsed = None
    try:
        parsed = model.model_validate({**known, **given})
    except ValidationError as error:
        for problem in _explain_all(error, model, known):
            is_told = any(_is_within(problem.path, place) for place in (*empty, *unread))
            if not is_told and not any(_is_within(place, problem.path) for place in unread):
                problems.append(problem)
    meant = {problem.meant for problem in problems}
    problems = [problem for problem in problems if problem.rule != "missing-key" or problem.path not in meant]
    return None if problems or unread else parsed, problems


def _is_within(path: Path, place: Path) -> bool:
    return path[: len(place)] == place


def _empty_places(data: dict[str, Any] | list[Any], path: Path = ()) -> Iterator[Path]:
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, dict | list):
            yield from _empty_places(value, (*path, key))
        elif value is None or (isinstance(value, str) and not value.strip()):
            yield (*path, key)


def _explain_all(error: ValidationError, model: type[BaseModel], data: Mapping[str, Any]) -> Iterator[SchemaError]:
    details = error.errors(include_url=False)
    paths = [_data_path(detail["loc"], data) for detail in details]
    for detail, path in zip(details, paths, strict=True):
        follows = detail["type"] == "too_short" and any(other != path and _is_within(other, path) for other in paths)
        if not follows:
            yield _explain(detail, path, model)


def _data_path(location: tuple[str | int, ...], data: Any) -> Path:
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


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    for part in path:
        if isinstance(part, str) and part in (keys := known_keys(model)):
            model = next(_models_in(keys[part].annotation), model)
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        for argument in get_args(annotation):
            yield from _models_in(argument)


def _explain(detail: ErrorDetails, path: Path, model: type[BaseModel]) -> SchemaError:
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    holder = _model_at(model, path[:-1])
    if kind == "missing":
        rule, template = MESSAGES["missing_inside" if len(path) > 1 else "missing"]
        within = path[-3] if len(path) > 2 else path[0]
        message = template.format(name=name, within=within, meaning=known_keys(holder)[name].description)
        return SchemaError(path, True, rule, message)
    if kind == "extra_forbidden":
        return _explain_unknown_key(path, holder)
    shown = _quote(value)
    said = (SAID if shown else SAID_OF_NO_VALUE).format(shown=shown, name=name)
    if kind == "enum":
        allowed = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        near = suggest_nearest(shown, allowed) if shown else None
        hint = f" {MEANT.format(near=near)}" if near else ""
        rule, template = MESSAGES[kind]
        return SchemaError(path, False, rule, template.format(said=said, allowed=", ".join(allowed)) + hint)
    fields = known_keys(_model_at(model, path))
    if kind == "string_type" and _model_at(model, path) is not holder:
        kind = "text_or_fields"
    elif kind == "string_type" and isinstance(value, dict):
        kind = "text_with_colon"
    rule, template = MESSAGES.get(kind, MESSAGES["other"])
    if isinstance(value, str):
        length = _count(len(value.strip()), *CHARACTERS)
    else:
        length = _count(len(value), *VALUES) if isinstance(value, list | tuple) else ""
    message = template.format(name=name, shown=shown, said=said, length=length, fields=", ".join(fields), **context)
    return SchemaError(path, False, rule, message)


def _explain_unknown_key(path: Path, holder: type[BaseModel]) -> SchemaError:
    name, keys = str(path[-1]), list(known_keys(holder))
    near = suggest_nearest(name, keys)
    hint = MEANT.format(near=near) if near else f"Bekende velden: {', '.join(keys)}."
    meant = (*path[:-1], near) if near else ()
    rule, template = MESSAGES["extra_forbidden"]
    return SchemaError(path, True, rule, f"{template.format(shown=_quote(name))} {hint}", meant)


def _explain_empty(path: Path) -> SchemaError:
    *before, name = path
    if isinstance(name, int):
        name = before[-1]
        rule, template = MESSAGES["empty_item"]
    else:
        rule, template = MESSAGES["empty"]
    return SchemaError(path, True, rule, template.format(name=name))


def _quote(value: Any) -> str:
    """Return a value as it fits in a sentence: on one line and not too long; ``""`` for a list or mapping."""
    shown = " ".join(str(value).split()) if isinstance(value, str | int) else ""
    return shown if len(shown) <= _LONGEST_QUOTE else shown[: _LONGEST_QUOTE - 1] + "…"


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


SAID, SAID_OF_NO_VALUE = "“{shown}” kan niet bij “{name}”.", "Bij “{name}” hoort één waarde."
CHARACTERS, VALUES = ("teken", "tekens"), ("waarde", "waarden")
MEANT = "Bedoelde u “{near}”?"
MESSAGES = {
    "missing": ("missing-key", "Het veld “{name}” ontbreekt. {meaning}"),
    "missing_inside": ("missing-key", "Het veld “{name}” ontbreekt bij “{within}”. {meaning}"),
    "empty": ("empty-value", "Het veld “{name}” is leeg. Vul het in, of haal de regel weg."),
    "empty_item": ("empty-value", "In “{name}” staat een lege regel. Vul hem in, of haal hem weg."),
    "extra_forbidden": ("unknown-key", "Het veld “{shown}” bestaat niet."),
    "enum": ("unknown-value", "{said} Kies uit: {allowed}."),
    "string_type": ("wrong-type", "Bij “{name}” hoort één stuk tekst, geen lijst."),
    "text_with_colon": (
        "wrong-type",
        "Bij “{name}” hoort één stuk tekst. Staat er een dubbele punt in? Zet de hele tekst tussen aanhalingstekens.",
    ),
    "text_or_fields": (
        "wrong-type",
        "Bij “{name}” hoort één stuk tekst, of eigen velden op regels die inspringen: {fields}.",
    ),
    "string_too_short": ("wrong-length", "De tekst bij “{name}” is te kort: {length}, minstens {min_length}."),
    "string_too_long": ("wrong-length", "De tekst bij “{name}” is te lang: {length}, hoogstens {max_length}."),
    "tuple_type": (
        "wrong-type",
        "Bij “{name}” hoort een lijst: onder het veld regels die met een streepje beginnen.",
    ),
    "too_short": ("wrong-length", "De lijst “{name}” is te kort: {length}, minstens {min_length}."),
    "too_long": ("wrong-length", "De lijst “{name}” is te lang: {length}, hoogstens {max_length}."),
    "model_type": (
        "wrong-type",
        "Bij “{name}” horen eigen velden, elk op een regel die inspringt: {fields}.",
    ),
    "int_parsing": ("wrong-number", "{said} Schrijf een heel getal in cijfers."),
    "int_type": ("wrong-number", "{said} Schrijf een heel getal in cijfers."),
    "int_parsing_size": ("wrong-number", "{said} Het getal is te groot."),
    "greater_than_equal": ("wrong-number", "{said} Het is minstens {ge}."),
    "less_than_equal": ("wrong-number", "{said} Het is hoogstens {le}."),
    "bool_type": ("wrong-value", "{said} Schrijf true (ja) of false (nee)."),
    "day": ("wrong-date", "{said} Schrijf een bestaande dag, zoals 2026-11-21 (jaar-maand-dag)."),
    "date_type": ("wrong-date", "{said} Schrijf een bestaande dag, zoals 2026-11-21 (jaar-maand-dag)."),
    "partial_date": ("wrong-date", "{said} Schrijf een bestaande datum, zoals 2026, 2026-11 of 2026-11-21."),
    "period_end": ("wrong-date", "{said} Schrijf een jaar, zoals 2024, of “lopend”."),
    "web_address": (
        "wrong-address",
        "“{shown}” is geen goed webadres. Schrijf het hele adres, met https:// ervoor en zonder spaties of wachtwoord.",
    ),
    "secure_address": ("wrong-address", "“{shown}” is geen veilig webadres. Het adres begint met https://."),
    "contact_address": (
        "wrong-address",
        "“{shown}” is geen e-mailadres en geen volledig webadres. Schrijf info@voorbeeld.nl of https://voorbeeld.nl.",
    ),
    "request_text": (
        "wrong-value",
        "{said} Wat de lezer invult, staat tussen [vierkante haken]. Tussen accolades staat alleen {{onderwerp}}.",
    ),
    "other": ("wrong-value", "{said} De waarde past niet."),
}
"""What is said of each kind of mistake: the rule, and a sentence to fill in. ``{said}`` is ``SAID`` filled in.

The form in the browser gets these sentences too, so that both say the same.
"""
