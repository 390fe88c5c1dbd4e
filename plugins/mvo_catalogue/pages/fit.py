"""The questions of *Wat past bij ons?*, which lead to a search that fits the organisation of the reader."""

from dataclasses import dataclass

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import AREAS
from mvo_catalogue.site.facets import effort_choices
from mvo_catalogue.texts import Words, load_texts

ENOUGH = 0.1
"""The share of practices that must have a value before the reader is asked about it."""


class _Texts(Words):
    thema: str
    gebied: str
    moeilijkheid: str


@dataclass(frozen=True, slots=True)
class FitQuestion:
    """A question; ``facet`` is the facet of the search that it fills in, ``known`` how many practices have a value.

    ``choices`` are (value, label); with ``is_shown`` they are radio buttons instead of a menu.
    """

    facet: str
    label: str
    choices: list[tuple[str, str]]
    is_shown: bool
    known: int


def build_fit_questions(catalogue: Catalogue) -> list[FitQuestion]:
    """Return the questions that the catalogue knows enough about to answer."""
    texts = load_texts("fit", _Texts)
    topics = [(slug, topic.name) for slug, topic in catalogue.topics.items() if slug in catalogue.practices_by_topic]
    areas = catalogue.names(AREAS, catalogue.vocabularies[AREAS])
    steps = list(effort_choices())
    practices = catalogue.practices.values()
    with_area = sum(bool(practice.areas) for practice in practices)
    with_difficulty = sum(practice.difficulty is not None for practice in practices)
    questions = [
        FitQuestion("thema", texts.thema, topics, False, len(practices)),
        FitQuestion("gebied", texts.gebied, areas, False, with_area),
        FitQuestion("moeilijkheid", texts.moeilijkheid, steps, True, with_difficulty),
    ]
    return [question for question in questions if question.known > len(practices) * ENOUGH]
