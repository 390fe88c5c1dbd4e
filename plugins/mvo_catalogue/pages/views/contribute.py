"""The form for a practice: the fields of the schema, grouped in short steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mvo_catalogue.schema.tree import EntrySchema, Field, FieldType, Part


@dataclass(frozen=True, slots=True)
class FormStep:
    """A step of the form: what is asked at once, and ``more`` that is folded away because few will know it."""

    title: str
    intro: str
    fields: tuple[Field, ...]
    parts: tuple[Part, ...] = ()
    more: tuple[Field, ...] = ()


_STEPS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Wat is het", "", ("titel", "samenvatting", "themas"), ("zoekwoorden",)),
    (
        "Wie en waar",
        "Vul een corporatie in, of een partner, of allebei.",
        ("corporaties", "partners", "ook_betrokken", "doelgroepen", "plaatsen", "provincies", "periode"),
        ("gebied",),
    ),
    (
        "Het verhaal",
        "Schrijf korte zinnen en gewone woorden. Schrijf geen namen van mensen op.",
        (),
        (),
    ),
    (
        "Hoeveel weet u, en wat kost het",
        "",
        ("onderbouwing", "fase", "kosten", "inzet", "doorlooptijd"),
        (
            "moeilijkheid",
            "procesfase",
            "instrumenten",
            "werkzaam",
            "aanpasbaar",
            "voorwaarden",
            "niet_geschikt",
            "overgenomen",
        ),
    ),
    (
        "Bronnen",
        "",
        ("bronnen",),
        ("materialen", "gebaseerd_op", "verwant", "opgevolgd_door", "kader", "contact"),
    ),
    (
        "Nakijken en versturen",
        "",
        ("gecontroleerd",),
        ("gepubliceerd", "licentie", "concept"),
    ),
)
"""Title, introduction, keys and folded keys of each step. The text stands in the third."""

_TEXT_STEP = 2
_REST_STEP = 4

ITEM_NAMES = {
    "ook_betrokken": "Groep",
    "plaatsen": "Plaats",
    "zoekwoorden": "Zoekwoord",
    "bronnen": "Bron",
    "materialen": "Materiaal",
    "overgenomen": "Overname",
    "nieuw": "Organisatie",
}
"""What one of a list is called; elsewhere it is a "Regel"."""

_ORGANISATION_KEYS = ("naam", "soort", "kernactiviteit", "website")


def build_form_steps(schema: EntrySchema) -> tuple[FormStep, ...]:
    """Return the steps of the form; a field that no step names stands folded away beside the sources."""
    named = {key for _, _, keys, more in _STEPS for key in (*keys, *more)}
    rest = tuple(field for field in schema.fields if field.key not in named)

    def fields(keys: Sequence[str]) -> tuple[Field, ...]:
        return tuple(schema.field(key) for key in keys)

    return tuple(
        FormStep(
            title,
            intro,
            fields(keys),
            schema.text if number == _TEXT_STEP else (),
            fields(more) + (rest if number == _REST_STEP else ()),
        )
        for number, (title, intro, keys, more) in enumerate(_STEPS)
    )


def build_organisation_field(partners: EntrySchema) -> Field:
    """Return the group of fields in which an editor describes an organisation that is not in the catalogue yet."""
    return Field(
        key="nieuw",
        type=FieldType.LIST,
        label="Nieuwe organisaties",
        meaning="Deze organisaties staan nog niet in de catalogus.",
        hint="U stelt ze straks samen met de praktijk voor.",
        item=Field(
            key="",
            type=FieldType.OBJECT,
            fields=tuple(partners.field(key) for key in _ORGANISATION_KEYS),
        ),
    )
