"""The schema of front matter as JSON Schema (draft-07), for editors' tools and for the form in the browser.

There are no references and no remote names. Values have the types that YAML tools give them: a
year is a number, a day is text. Topics and vocabularies are lists to choose from, since they seldom change; practices
and partners are not: they grow with every contribution, and a contributor has no way to make these files again. That
such an entry exists is for ``mvo check`` to say.
"""

import json
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import MAILBOX, SECURE_URL, TOPICS, URL, VOCABULARIES, FieldType
from mvo_catalogue.domain.names import MAX_NAME_LENGTH
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES, VocabularyValue
from mvo_catalogue.schema.parse import load_messages
from mvo_catalogue.schema.tree import KINDS_BY_NAME, EntrySchema, Field, build_fields, build_schema

Node = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"

_LISTED = (TOPICS, VOCABULARIES)
_SLUG: Node = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": MAX_NAME_LENGTH}
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


def build_tool_schemas(catalogue: Catalogue) -> dict[str, str]:
    """Return the JSON Schema of each kind of file in ``content/``, by file name, with the values of the catalogue.

    ``waardelijst`` serves all vocabularies whose values have no fields of their own.
    """
    nodes = {name: build_json_schema(build_schema(kind, catalogue)) for name, kind in KINDS_BY_NAME.items()}
    models = {"waardelijst" if model is VocabularyValue else name: model for name, model in VOCABULARY_VALUES.items()}
    nodes |= {name: build_vocabulary_schema(model) for name, model in models.items()}
    texts = {f"{name}.schema.json": node for name, node in nodes.items()} | {"meldingen.json": build_messages()}
    return {name: json.dumps(node, ensure_ascii=False, indent=2) + "\n" for name, node in texts.items()}


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
    """Return the messages of ``mvo check`` about values, for tools that validate with the JSON Schema.

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
    meaning = " ".join(filter(None, (field.meaning, field.hint)))
    node: Node = {"title": field.label} if field.label else {}
    node |= {"description": "\n\n".join(filter(None, (meaning, field.why))), **_typed(field)}
    if field.default is not None:
        node["default"] = _read_example(field, field.default)
    if field.examples:
        examples = [_read_example(field, example) for example in field.examples]
        node["examples"] = [examples] if field.type is FieldType.LIST else examples
    return node


def _read_example(field: Field, written: str) -> str | int | bool:
    """Return a written value as YAML reads it; free text is quoted, even when it is a number."""
    if field.type is FieldType.BOOLEAN:
        return written == "true"
    return int(written) if written.isdecimal() and not field.is_free_text else written


def _typed(field: Field) -> Node:
    """Return the JSON Schema of a value of the field."""
    match field.type:
        case FieldType.OBJECT:
            return _object(field.fields)
        case FieldType.LIST:
            assert field.item is not None
            unique = {} if field.item.type is FieldType.OBJECT else {"uniqueItems": True}
            limits = _present(minItems=field.least, maxItems=field.most)
            return {"type": "array", "items": _typed(field.item), **limits, **unique}
        case FieldType.EITHER:
            message = {"x-melding": "period_end"} if field.forms[0].type is FieldType.NUMBER else {}
            return {"anyOf": [_typed(form) for form in field.forms], **message}
        case FieldType.BOOLEAN:
            return {"type": "boolean"}
        case FieldType.NUMBER:
            return {"type": "integer", **_present(minimum=field.least, maximum=field.most)}
        case FieldType.TEXT | FieldType.LONG_TEXT | FieldType.FILE:
            return {"type": "string", **_present(minLength=field.least, maxLength=field.most)}
        case FieldType.CHOICE:
            return _choice(field)
        case FieldType.REFERENCE:
            is_listed = field.choices and field.reference and field.reference.kind in _LISTED
            return _choice(field) if is_listed else _SLUG
        case _:
            return _text_form(field)


def _present(**limits: int | None) -> Node:
    return {keyword: limit for keyword, limit in limits.items() if limit is not None}


def _choice(field: Field) -> Node:
    values = [choice.value for choice in field.choices]
    return {
        "type": "integer" if field.is_scale else "string",
        "enum": list(map(int, values)) if field.is_scale else values,
        "enumDescriptions": [": ".join(filter(None, (choice.label, choice.meaning))) for choice in field.choices],
    }


def _text_form(field: Field) -> Node:
    pattern, message = TEXT_FORMS[field.type]
    node: Node = {"type": "string", "pattern": f"^{pattern}$"}
    if field.type is FieldType.DAY:
        node["format"] = "date"
    if field.type is FieldType.PARTIAL_DATE:
        node |= {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
    sentence = load_messages().messages[message].message
    said = sentence.replace("{said} ", "").replace("“{shown}”", "Dit")
    return {**node, "patternErrorMessage": said, "x-melding": message}
