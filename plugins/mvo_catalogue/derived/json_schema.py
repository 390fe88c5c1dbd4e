"""The schema of front matter as JSON Schema (draft-07), for editors' tools and for the form in the browser.

Everything stands where it is used: no references, no remote names. Values have the types that YAML tools give them: a
year is a number, a day is text. Topics and vocabularies are lists to choose from, since they seldom change; practices
and partners are not: they grow with every contribution, and a contributor has no way to make these files again. That
such an entry exists is for ``mvo check`` to say.
"""

from __future__ import annotations

from typing import Any

from mvo_catalogue.domain.model import MAILBOX, SECURE_URL, TOPICS, URL, VOCABULARIES
from mvo_catalogue.domain.slugs import MAX_NAME_LENGTH
from mvo_catalogue.domain.vocabulary import VocabularyValue
from mvo_catalogue.schema.parse import load_messages
from mvo_catalogue.schema.tree import EntrySchema, Field, FieldType, build_fields

Node = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"

_LISTED = (TOPICS, VOCABULARIES)
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"

TEXT_FORMS: dict[FieldType, tuple[str, str]] = {
    FieldType.DAY: (rf"[0-9]{{4}}-{_MONTH}-{_DAY}", "day"),
    FieldType.PARTIAL_DATE: (rf"[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?", "partial_date"),
    FieldType.URL: (URL, "web_address"),
    FieldType.SECURE_URL: (SECURE_URL, "secure_address"),
    FieldType.CONTACT: (f"({MAILBOX}|{URL})", "contact_address"),
}
"""The pattern of a text, and the message (a key of ``texts/values.yaml``) for what does not have it."""

_KEYWORDS = {
    "required": "missing",
    "additionalProperties": "extra_forbidden",
    "enum": "enum",
    "minLength": "string_too_short",
    "maxLength": "string_too_long",
    "minItems": "too_short",
    "maxItems": "too_long",
    "minimum": "greater_than_equal",
    "maximum": "less_than_equal",
    "type: string": "string_type",
    "type: array": "tuple_type",
    "type: object": "model_type",
    "type: integer": "int_type",
    "type: boolean": "bool_type",
}
"""The message for each keyword of JSON Schema that can fail; a text with a pattern names its own in ``x-melding``."""


def build_json_schema(schema: EntrySchema) -> Node:
    """Return the JSON Schema of the front matter of one kind of entry."""
    return {
        "$schema": DRAFT,
        "title": f"Een {schema.name} van de MVO-praktijkcatalogus",
        "description": f"De gegevens bovenaan een bestand in content/{schema.kind}/.",
        **_object(schema.fields),
    }


def build_vocabulary_schema(model: type[VocabularyValue]) -> Node:
    """Return the JSON Schema of a vocabulary whose values have this model."""
    return {
        "$schema": DRAFT,
        "title": "Een waardelijst van de MVO-praktijkcatalogus",
        "description": f"Een bestand in content/{VOCABULARIES}/: per waarde de sleutel, met daaronder eigen velden.",
        "type": "object",
        "additionalProperties": _object(build_fields(model)),
    }


def build_messages() -> Node:
    """Return the sentences of ``mvo check`` about values, for whoever checks with the JSON Schema.

    ``meldingen`` holds the sentences by name and ``trefwoorden`` the name for each keyword of JSON Schema. What stands
    between braces is to be filled in; ``{said}`` is itself one of the two sentences of ``gezegd``.
    """
    words = load_messages()
    return {
        "gezegd": {"waarde": words.said, "zonder_waarde": words.said_of_no_value},
        "bedoeld": words.meant,
        "aantal": {"tekens": list(words.characters), "waarden": list(words.values)},
        "trefwoorden": _KEYWORDS,
        "meldingen": {name: {"regel": item.rule, "melding": item.message} for name, item in words.messages.items()},
    }


def _object(fields: tuple[Field, ...]) -> Node:
    required = [field.key for field in fields if field.is_required]
    return {
        "type": "object",
        "properties": {field.key: _described(field) for field in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _described(field: Field) -> Node:
    node = {**({"title": field.label} if field.label else {}), "description": _description(field), **_typed(field)}
    if field.default is not None:
        node["default"] = _value(field, field.default)
    if field.examples:
        examples = [_value(field, example) for example in field.examples]
        node["examples"] = [examples] if field.type is FieldType.LIST else examples
    return node


def _description(field: Field) -> str:
    return "\n\n".join(part for part in (" ".join(filter(None, (field.meaning, field.hint))), field.why) if part)


def _value(field: Field, written: str) -> str | int | bool:
    """Return what an editor writes as YAML reads it."""
    if field.type is FieldType.BOOLEAN:
        return written == "true"
    is_number = field.type is FieldType.NUMBER or field.is_scale
    either_number = any(form.type is FieldType.NUMBER for form in field.forms)
    is_year = (field.type is FieldType.PARTIAL_DATE or either_number) and written.isdecimal()
    return int(written) if is_number or is_year else written


def _typed(field: Field) -> Node:
    if field.type is FieldType.OBJECT:
        return _object(field.fields)
    if field.type is FieldType.EITHER:
        forms: Node = {"anyOf": [_typed(form) for form in field.forms]}
        is_period_end = any(form.type is FieldType.NUMBER for form in field.forms)
        return {**forms, "x-melding": "period_end"} if is_period_end else forms
    if field.item is not None:
        bounds = _present(minItems=field.min_items, maxItems=field.max_items)
        unique = {} if field.item.type is FieldType.OBJECT else {"uniqueItems": True}
        return {"type": "array", "items": _typed(field.item), **bounds, **unique}
    return _scalar(field)


def _scalar(field: Field) -> Node:
    match field.type:
        case FieldType.BOOLEAN:
            return {"type": "boolean"}
        case FieldType.NUMBER:
            return {"type": "integer", **_present(minimum=field.minimum, maximum=field.maximum)}
        case FieldType.CHOICE:
            return {"type": "integer" if field.is_scale else "string", **_choices(field)}
        case FieldType.REFERENCE if field.choices and field.reference and field.reference.kind in _LISTED:
            return {"type": "string", **_choices(field)}
        case FieldType.REFERENCE:
            return {"type": "string", "pattern": f"^{_SLUG}$", "maxLength": MAX_NAME_LENGTH}
        case FieldType.TEXT | FieldType.LONG_TEXT:
            return {"type": "string", **_present(minLength=field.min_length, maxLength=field.max_length)}
        case _:
            return _text_form(field)


def _text_form(field: Field) -> Node:
    pattern, message = TEXT_FORMS[field.type]
    sentence = load_messages().messages[message].message
    node: Node = {"type": "string", "pattern": f"^{pattern}$"}
    if field.type is FieldType.DAY:
        node["format"] = "date"
    if field.type is FieldType.PARTIAL_DATE:
        node = {"type": ["string", "integer"], "pattern": f"^{pattern}$", "minimum": 1000, "maximum": 9999}
    said = sentence.replace("{said} ", "").replace("“{shown}”", "Dit")
    return {**node, "patternErrorMessage": said, "x-melding": message}


def _choices(field: Field) -> Node:
    return {
        "enum": [int(choice.value) if field.is_scale else choice.value for choice in field.choices],
        "enumDescriptions": [
            f"{choice.label}: {choice.meaning}" if choice.meaning else choice.label for choice in field.choices
        ],
    }


def _present(**limits: int | None) -> Node:
    return {name: limit for name, limit in limits.items() if limit is not None}
