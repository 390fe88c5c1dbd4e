"""From the text of an issue to the text of a new practice."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mvo_catalogue.contributing.consent import find_missing_consent, find_other_lines
from mvo_catalogue.contributing.issue_answers import clean_text, read_answers
from mvo_catalogue.contributing.new_file import choose_slug
from mvo_catalogue.contributing.note import Note, Refused
from mvo_catalogue.contributing.organisations import collect_organisations
from mvo_catalogue.contributing.placing import place_answers
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.reading.front_matter import MAX_BODY, split_front_matter
from mvo_catalogue.schema.entry_text import build_body, build_entry_text
from mvo_catalogue.schema.fields import FieldType, build_schema
from mvo_catalogue.schema.issue_form import CONSENT_LABEL, build_questions


@dataclass(frozen=True)
class Proposal:
    """A new practice as the text of its file, and what a person has to look at before it is published."""

    slug: str
    title: str
    text: str
    notes: tuple[Note, ...]


def build_proposal(body: str, catalogue: Catalogue, today: datetime.date) -> Proposal:
    """Return the practice that an issue made with the form describes.

    ``catalogue`` gives the choices and the organisations; ``today`` becomes the day of publication and of review.

    Raises:
        Refused: the issue is no filled-in form, the sender did not agree, there is no usable title, or it is too long.
    """
    schema = build_schema(PRACTICES, catalogue)
    questions = build_questions(schema)
    labels = [question.label for question in questions]
    text_labels = {question.label for question in questions if question.part is not None}
    text, hidden = clean_text(body)
    answers = read_answers(text, [*labels, CONSENT_LABEL], text_labels)
    if not answers.given:
        raise Refused("Dit issue is niet met het formulier gemaakt: er staat geen enkele kop van het formulier in.")
    boxes = answers.to(CONSENT_LABEL)
    if missing := find_missing_consent(boxes):
        raise Refused(
            f"Onder “{CONSENT_LABEL}” is niet alles aangevinkt. Zonder dit akkoord mag de tekst niet op de site: "
            + " ".join(f"“{sentence}”" for sentence in missing)
        )
    if sum(len(answer) for label in text_labels for answer in answers.to(label)) > MAX_BODY:
        raise Refused(f"De tekst is te lang: hoogstens {MAX_BODY} tekens. Kort hem in.")
    placed = place_answers(questions, answers, collect_organisations(catalogue))
    title = str(placed.values.get(schema.title_key, ""))
    if not title:
        raise Refused("Onder de kop “Titel” staat niets. Vul in wat er gedaan is.")
    slug = choose_slug(PRACTICES, title)
    days = {item.key: today for item in schema.fields if item.type is FieldType.DAY and item.is_required}
    entry = build_entry_text(schema, placed.values | days, build_body(schema, placed.parts))
    if split_front_matter(entry).values.problems:
        raise Refused("Er staan te veel gegevens in dit issue. Kort de antwoorden in.")
    notes = placed.notes
    notes += (Note(CONSENT_LABEL, "Dit staat niet in het bestand.", line) for line in find_other_lines(boxes))
    if hidden:
        notes.insert(0, Note("", f"Onzichtbare tekens weggehaald: {hidden}. Kijk of de tekst nog klopt."))
    return Proposal(slug, title, entry, tuple(notes))
