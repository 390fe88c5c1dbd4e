"""What fits in a field, in words for an editor: one wording for the reference, the scaffold and the issue form."""

from __future__ import annotations

from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TOPICS
from mvo_catalogue.schema.fields import Field, FieldType

_FIXED_WORDS = {
    FieldType.DAY: "een dag, als jaar-maand-dag",
    FieldType.PARTIAL_DATE: "een jaar, een maand of een dag",
    FieldType.BOOLEAN: "`true` (ja) of `false` (nee)",
    FieldType.URL: "een volledig webadres",
    FieldType.SECURE_URL: "een volledig webadres dat met `https://` begint",
    FieldType.CONTACT: "een e-mailadres of een volledig webadres",
}
_REFERENCE_WORDS = {
    TOPICS: "de naam van een bestand in `content/themes/`, zonder `.md`",
    PARTNERS: "de naam van een bestand in `content/partners/`, zonder `.md`",
    PRACTICES: "de naam van een bestand in `content/practices/`, zonder `.md`",
}


def describe_value(field: Field) -> str:
    """Return what an editor writes in a field: ``tekst van 5 tot 110 tekens``, ``een lijst, met op elke regel …``."""
    if field.type is FieldType.EITHER:
        return ", of ".join(map(describe_value, field.forms))
    if field.type is FieldType.OBJECT:
        return f"eigen velden die inspringen: {', '.join(f'`{inner.key}`' for inner in field.fields)}"
    if field.item is not None:
        return _describe_list(field, field.item)
    if field.type is FieldType.CHOICE:
        return f"`{field.choices[0].value}`" if len(field.choices) == 1 else "één waarde uit de lijst"
    if field.reference is not None:
        return _REFERENCE_WORDS.get(field.reference.kind, "één waarde uit de lijst")
    if field.type is FieldType.NUMBER:
        return f"een heel getal{describe_limits(field.minimum, field.maximum)}"
    return _FIXED_WORDS.get(field.type) or f"tekst{describe_limits(field.min_length, field.max_length, 'tekens')}"


def _describe_list(field: Field, item: Field) -> str:
    limits = describe_limits(field.min_items, field.max_items, "regels")
    if item.type is FieldType.OBJECT:
        keys = ", ".join(f"`{inner.key}`" for inner in item.fields)
        return f"een lijst{limits}, met per onderdeel deze velden: {keys}"
    return f"een lijst{limits}, met op elke regel {describe_value(item)}"


def describe_limits(least: int | None, most: int | None, unit: str = "") -> str:
    """Return ``" van 5 tot 110 tekens"``; ``""`` when there is no limit that an editor would notice."""
    least = None if unit == "tekens" and least == 1 else least
    unit = f" {unit}" if unit else ""
    if least is not None and most is not None:
        return f" van {least} tot {most}{unit}"
    if least is not None:
        return f" van minstens {least}{_one(unit, least)}"
    return f" van hoogstens {most}{unit}" if most is not None else ""


def _one(unit: str, number: int) -> str:
    return {" regels": " regel"}.get(unit, unit) if number == 1 else unit
