"""The issue form of GitHub, for who has an account and no wish to make a file.

It asks what a practice cannot do without and what makes it easy to find; the rest can be added later. What is filled
in comes back as text under the label of each question, so ``build_questions`` also serves whoever reads an issue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TextPart
from mvo_catalogue.schema.fields import Choice, EntrySchema, Field, FieldType
from mvo_catalogue.schema.words import describe_limits

CONSENT = (
    "De tekst is van mij, of ik mag hem delen. Anderen mogen hem gebruiken als zij de bron noemen (CC BY 4.0).",
    "Er staan geen namen of gegevens van personen in.",
)
"""What somebody agrees to by ticking a box."""

CONSENT_LABEL = "Akkoord"
"""The label above those boxes."""

FORM_LABEL = "praktijk"
"""The label that an issue made with the form gets."""

SEPARATOR = "|"
"""What stands between the parts of a source on one line."""

_KEYS = (
    "titel",
    "samenvatting",
    "themas",
    "corporaties",
    "partners",
    "ook_betrokken",
    "onderbouwing",
    "doelgroepen",
    "plaatsen",
    "provincies",
    "periode",
    "fase",
    "instrumenten",
    "bronnen",
    "zoekwoorden",
    "contact",
)
_SOURCE_KEYS = ("titel", "uitgever", "url", "datum")
_TEXT_BEFORE = "bronnen"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the form: its label, and what the answer is.

    An answer belongs to ``field`` of the front matter or to ``part`` of the text. ``choices`` can be chosen by their
    label, more than one when ``is_multiple``; ``columns`` are the keys that an answer holds on each line.
    """

    label: str
    field: Field | None = None
    part: TextPart | None = None
    choices: tuple[Choice, ...] = ()
    is_multiple: bool = False
    columns: tuple[str, ...] = ()


def build_questions(schema: EntrySchema) -> tuple[Question, ...]:
    """Return the questions of the form in order; ``schema`` was built with a catalogue."""
    questions: list[Question] = []
    for key in _KEYS:
        if key == _TEXT_BEFORE:
            questions += (Question(part.heading, part=part) for part in schema.text)
        questions.append(_question(schema.field(key)))
    return tuple(questions)


def build_issue_form(schema: EntrySchema) -> str:
    """Return the YAML of the form; ``schema`` was built with a catalogue."""
    form = {
        "name": "Een praktijk toevoegen",
        "description": "Beschrijf een aanpak die anderen kunnen overnemen. U hoeft niet te programmeren.",
        "title": "Praktijk: ",
        "labels": [FORM_LABEL],
        "body": [
            _markdown(
                "Fijn dat u meedoet. Vul in wat u weet. Weet u iets niet? Laat het leeg. U kunt niets kapotmaken:"
                " iemand leest mee voordat uw tekst op de site komt."
            ),
            *map(_element, build_questions(schema)),
            {
                "type": "checkboxes",
                "id": "akkoord",
                "attributes": {
                    "label": CONSENT_LABEL,
                    "options": [{"label": sentence, "required": True} for sentence in CONSENT],
                },
            },
        ],
    }
    text = yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=110)
    return f"# Gemaakt door `make schema` uit de modellen; verander het daar.\n{text}"


def build_issue_config() -> str:
    """Return the YAML of the page on which somebody chooses a form: another question stays possible."""
    return "# Gemaakt door `make schema`.\nblank_issues_enabled: true\n"


def _question(field: Field) -> Question:
    value = field.item or field
    is_listed = value.type is FieldType.CHOICE or _is_short(value)
    choices = value.choices if is_listed else ()
    columns = _SOURCE_KEYS if value.type is FieldType.OBJECT else ()
    return Question(field.label, field, None, choices, field.item is not None and is_listed, columns)


def _is_short(field: Field) -> bool:
    """Return whether the targets of a reference fit in a list to choose from."""
    return field.reference is not None and field.reference.kind not in (PARTNERS, PRACTICES)


def _element(question: Question) -> dict[str, Any]:
    if question.part is not None:
        return _text_element(question.label, question.part)
    field = question.field
    assert field is not None
    attributes: dict[str, Any] = {"label": question.label, "description": _explain(question, field)}
    kind = "input"
    if question.choices:
        kind = "dropdown"
        if question.is_multiple:
            attributes["multiple"] = True
        attributes["options"] = [choice.label for choice in question.choices]
    else:
        if field.item is not None or field.type is FieldType.LONG_TEXT:
            kind = "textarea"
        attributes["placeholder"] = _placeholder(question, field)
    return {
        "type": kind,
        "id": field.key,
        "attributes": attributes,
        **({"validations": {"required": True}} if field.is_required else {}),
    }


def _text_element(label: str, part: TextPart) -> dict[str, Any]:
    attributes = {
        "label": label,
        "description": f"{part.meaning} {part.hint}",
        "placeholder": part.example,
    }
    required = {"validations": {"required": True}} if part.is_required else {}
    return {"type": "textarea", "id": label.lower(), "attributes": attributes, **required}


def _explain(question: Question, field: Field) -> str:
    parts = [field.meaning, field.hint]
    if question.columns and field.item is not None:
        labels = f" {SEPARATOR} ".join(field.item.field(key).label.lower() for key in question.columns)
        parts.append(f"Schrijf elke bron op een eigen regel: {labels}.")
    elif question.is_multiple:
        parts.append(_how_many(field))
    elif field.item is not None:
        parts.append("Schrijf elke naam of elk woord op een eigen regel.")
    elif limits := describe_limits(field.min_length, field.max_length, "tekens"):
        parts.append(f"Tekst{limits}.")
    if any(choice.meaning for choice in question.choices) and not question.is_multiple:
        parts.append(" ".join(f"**{choice.label}**: {choice.meaning}" for choice in question.choices))
    return " ".join(filter(None, parts))


def _how_many(field: Field) -> str:
    return f"Kies er hoogstens {field.max_items}." if field.max_items else "U mag er meer dan één kiezen."


def _placeholder(question: Question, field: Field) -> str:
    if question.columns and field.item is not None:
        return f" {SEPARATOR} ".join(field.item.field(key).examples[0] for key in question.columns)
    return field.examples[0]


def _markdown(text: str) -> dict[str, Any]:
    return {"type": "markdown", "attributes": {"value": text}}
