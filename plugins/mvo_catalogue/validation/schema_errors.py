"""Say what pydantic found wrong in kind Dutch: what is wrong, what is allowed, and what was probably meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mvo_catalogue.domain.model import Entry
from mvo_catalogue.reading.nearest import suggest_nearest

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class SchemaError:
    """A value that the schema refuses: where in the data, and what to say about it."""

    path: Path
    of_key: bool
    rule: str
    message: str


def known_keys(model: type[BaseModel]) -> dict[str, Any]:
    """Return the keys that an editor may write for a model, with their fields; what the file gives is left out."""
    own = Entry.model_fields if issubclass(model, Entry) else {}
    return {field.alias or name: field for name, field in model.model_fields.items() if name not in own}


def explain_errors(error: ValidationError, model: type[BaseModel], data: Mapping[str, Any]) -> list[SchemaError]:
    """Return one explanation per mistake; what merely follows from another mistake is left out."""
    details = error.errors(include_url=False)
    paths = [_data_path(detail["loc"], data) for detail in details]
    explained = []
    for detail, path in zip(details, paths, strict=True):
        follows = detail["type"] == "too_short" and any(
            len(other) > len(path) and other[: len(path)] == path for other in paths
        )
        if not follows:
            explained.append(_explain(detail, path, _model_at(model, path[:-1])))
    return explained


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


def _models_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        for argument in get_args(annotation):
            yield from _models_in(argument)


def _explain(detail: ErrorDetails, path: Path, holder: type[BaseModel]) -> SchemaError:
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    shown = str(value) if isinstance(value, str | int | float | bool) else ""
    if len(shown) > 60:
        shown = shown[:57] + "…"
    if kind == "missing":
        of = f" bij “{path[-3] if len(path) > 2 else path[0]}”" if len(path) > 1 else ""
        meaning = known_keys(holder)[name].description if name in known_keys(holder) else ""
        return SchemaError(path, True, "missing-key", f"Het veld “{name}” ontbreekt{of}. {meaning}".strip())
    if kind == "extra_forbidden":
        keys = list(known_keys(holder))
        near = suggest_nearest(name, keys)
        hint = f"Bedoelde u “{near}”?" if near else f"Bekende velden: {', '.join(keys)}."
        return SchemaError(path, True, "unknown-key", f"Het veld “{name}” bestaat niet. {hint}")
    if value is None:
        return SchemaError(path, True, "empty-value", f"Het veld “{name}” is leeg. Vul het in, of haal de regel weg.")
    if kind == "enum":
        allowed = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        near = suggest_nearest(shown, allowed) if shown else None
        hint = f" Bedoelde u “{near}”?" if near else ""
        said = f"“{shown}” kan niet bij “{name}”." if shown else f"Bij “{name}” hoort één waarde."
        return SchemaError(path, False, "unknown-value", f"{said} Kies uit: {', '.join(allowed)}.{hint}")
    rule, template = _MESSAGES.get(kind, ("wrong-value", "De waarde van “{name}” kan hier niet."))
    message = template.format(name=name, shown=shown, length=len(value) if hasattr(value, "__len__") else "", **context)
    return SchemaError(path, False, rule, message)


_MESSAGES = {
    "string_type": ("wrong-type", "Bij “{name}” hoort één stuk tekst, geen lijst."),
    "string_too_short": (
        "wrong-length",
        "De tekst bij “{name}” is te kort: {length} tekens, minstens {min_length}.",
    ),
    "string_too_long": (
        "wrong-length",
        "De tekst bij “{name}” is te lang: {length} tekens, hoogstens {max_length}.",
    ),
    "tuple_type": (
        "wrong-type",
        "Bij “{name}” hoort een lijst: onder het veld regels die met een streepje beginnen.",
    ),
    "too_short": ("wrong-length", "Bij “{name}” staat te weinig: {actual_length}, minstens {min_length}."),
    "too_long": ("wrong-length", "Bij “{name}” staat te veel: {actual_length}, hoogstens {max_length}."),
    "model_type": ("wrong-type", "Bij “{name}” horen eigen velden, elk op een regel die inspringt."),
    "model_attributes_type": (
        "wrong-type",
        "Bij “{name}” horen eigen velden, elk op een regel die inspringt.",
    ),
    "int_parsing": ("wrong-number", "“{shown}” kan niet bij “{name}”. Schrijf een heel getal, zoals 2024."),
    "int_type": ("wrong-number", "Bij “{name}” hoort een heel getal, zoals 2024."),
    "int_from_float": (
        "wrong-number",
        "“{shown}” kan niet bij “{name}”. Schrijf een heel getal, zoals 2024.",
    ),
    "int_parsing_size": ("wrong-number", "“{shown}” is te groot voor “{name}”."),
    "greater_than_equal": ("wrong-number", "“{shown}” kan niet bij “{name}”: het is minstens {ge}."),
    "less_than_equal": ("wrong-number", "“{shown}” kan niet bij “{name}”: het is hoogstens {le}."),
    "bool_type": ("wrong-value", "“{shown}” kan niet bij “{name}”. Schrijf true (ja) of false (nee)."),
    "day": ("wrong-date", "“{shown}” is geen dag die bestaat. Schrijf jaar-maand-dag, zoals 2026-11-21."),
    "date_type": ("wrong-date", "Bij “{name}” hoort een dag: jaar-maand-dag, zoals 2026-11-21."),
    "partial_date": (
        "wrong-date",
        "“{shown}” is geen datum die bestaat. Schrijf 2026, 2026-11 of 2026-11-21.",
    ),
    "period_end": (
        "wrong-date",
        "“{shown}” kan niet bij “{name}”. Schrijf een jaar, zoals 2024, of “lopend”.",
    ),
    "web_address": (
        "wrong-address",
        "“{shown}” is geen volledig webadres. Schrijf het hele adres, met https:// ervoor.",
    ),
    "secure_address": ("wrong-address", "“{shown}” is geen veilig webadres. Het adres begint met https://."),
}
