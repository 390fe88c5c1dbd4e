"""Put the answers of an issue in the fields and parts of an entry, and say what a person has to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from mvo_catalogue.contributing.choices import read_choices
from mvo_catalogue.contributing.contained_text import contain
from mvo_catalogue.contributing.issue_answers import IssueAnswers
from mvo_catalogue.contributing.lines import read_line, read_lines, read_names, read_period, read_sources
from mvo_catalogue.contributing.note import Note
from mvo_catalogue.contributing.organisations import Organisations
from mvo_catalogue.domain.model import PARTNERS
from mvo_catalogue.schema.fields import Field, FieldType
from mvo_catalogue.schema.issue_form import Question

_ASSOCIATIONS, _PARTNERS, _WITHOUT_PAGE = "corporaties", "partners", "ook_betrokken"
_MOST_GUESSES = 50


@dataclass
class Placed:
    """The front matter by Dutch key, the text by heading, and the notes for a person."""

    values: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def place_answers(questions: Sequence[Question], answers: IssueAnswers, organisations: Organisations) -> Placed:
    """Return what the answers say; an answer that cannot be placed is quoted in a note."""
    placed = Placed(notes=list(answers.notes))
    for question in questions:
        given = answers.to(question.label)
        if given:
            _place(placed, question, given, organisations)
    placed.notes += (
        Note("", "Dit stond onder geen enkele vraag. Het staat niet in het bestand.", text) for text in answers.stray
    )
    return placed


def _place(placed: Placed, question: Question, given: Sequence[str], organisations: Organisations) -> None:
    schema_field = question.field
    if schema_field is None:
        _place_text(placed, question.label, "\n\n".join(given))
    elif question.choices:
        _place_choices(placed, question, schema_field, ", ".join(given))
    elif question.columns:
        placed.values[schema_field.key] = read_sources("\n".join(given), question.columns)
    elif schema_field.item is not None:
        _place_names(placed, question.label, schema_field, given, organisations)
    else:
        _place_line(placed, question.label, schema_field, given)


def _place_text(placed: Placed, heading: str, answer: str) -> None:
    contained = contain(answer)
    placed.parts[heading] = contained.text
    if contained.has_lower_headings:
        placed.notes.append(Note(heading, "Er stonden koppen in de tekst. Die zijn nu een niveau lager."))
    if contained.has_escaped_html:
        placed.notes.append(Note(heading, "Er stond HTML in de tekst. Lezers zien die nu als gewone tekens."))


def _place_choices(placed: Placed, question: Question, schema_field: Field, answer: str) -> None:
    chosen = read_choices(answer, question.choices)
    values: list[str] = list(chosen.values)
    unknown = list(chosen.unknown)
    if question.is_multiple:
        placed.values[schema_field.key] = values
    elif values:
        placed.values[schema_field.key] = values[0]
        names = {choice.value: choice.label for choice in question.choices}
        unknown += (names[value] for value in values[1:])
    for written, label in chosen.guessed:
        placed.notes.append(
            Note(question.label, f"Dit is geen keuze van het formulier. Gekozen is “{label}”.", written)
        )
    for written in unknown:
        placed.notes.append(Note(question.label, "Deze keuze is niet overgenomen. Kies zelf wat past.", written))


def _place_names(
    placed: Placed, label: str, schema_field: Field, given: Sequence[str], organisations: Organisations
) -> None:
    assert schema_field.item is not None
    reference = schema_field.item.reference
    if reference is None or reference.kind != PARTNERS:
        _extend(placed, schema_field.key, [name for answer in given for name in read_names(answer)])
        return
    for answer in given:
        lines = read_lines(answer)
        whole = len(lines) == 1 and organisations.find(lines[0], associations=reference.associations)
        for name in lines if whole else read_names(answer):
            _place_organisation(placed, label, schema_field, name, organisations)


def _place_organisation(
    placed: Placed, label: str, schema_field: Field, name: str, organisations: Organisations
) -> None:
    """Put an organisation in the role that it has; one without a page is named as text, never taken for another."""
    assert schema_field.item is not None
    assert schema_field.item.reference is not None
    slug = organisations.find(name, associations=schema_field.item.reference.associations)
    if slug is None:
        _extend(placed, _WITHOUT_PAGE, [name])
        near = organisations.suggest(name) if len(placed.notes) < _MOST_GUESSES else None
        hint = f" Is het misschien “{near}”?" if near else ""
        message = f"Deze organisatie heeft nog geen pagina en staat nu bij “{_WITHOUT_PAGE}”.{hint}"
        placed.notes.append(Note(label, message, name))
        return
    key = _ASSOCIATIONS if slug in organisations.associations else _PARTNERS
    _extend(placed, key, [slug])
    if key != schema_field.key:
        placed.notes.append(Note(label, f"Deze organisatie hoort bij “{key}” en staat nu daar.", name))


def _place_line(placed: Placed, label: str, schema_field: Field, given: Sequence[str]) -> None:
    first, *others = given
    is_period = schema_field.type is FieldType.EITHER
    placed.values[schema_field.key] = read_period(first) if is_period else read_line(first)
    message = "Deze vraag stond er vaker. Het eerste antwoord geldt; dit staat niet in het bestand."
    placed.notes += (Note(label, message, other) for other in others)


def _extend(placed: Placed, key: str, names: Sequence[str]) -> None:
    placed.values[key] = list(dict.fromkeys([*placed.values.get(key, ()), *names]))
