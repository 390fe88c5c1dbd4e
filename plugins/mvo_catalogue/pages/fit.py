"""What *Past dit bij ons?* knows of a practice, and what it asks a reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Practice
from mvo_catalogue.domain.model import AREAS, HOUSING_ASSOCIATION, PARTNER_KINDS
from mvo_catalogue.domain.values import (
    PROVINCES,
    CostClass,
    Difficulty,
    Effort,
    LabelledValue,
    LeadTime,
    Province,
    Scale,
)
from mvo_catalogue.texts import Words, load_texts

Choices = list[tuple[str, str]]
"""What can be chosen: (value, words)."""

ENOUGH = 0.1
"""Of which part of the practices the catalogue must know something before asking about it makes a difference."""


def build_fit_facts(practice: Practice, catalogue: Catalogue) -> str:
    """Return what the rules in the browser judge (theme/js/fit/facts.js), in one short text.

    ``provinces|areas|kinds|partners|costs|effort|lead time|difficulty``: keys with commas between them and steps of the
    scales, empty for not known.
    """
    kinds = {catalogue.partners[slug].kind: None for slug in practice.partners}
    lists: list[Iterable[str]] = [practice.provinces, practice.areas, kinds, practice.partners]
    costs = practice.costs.cost_class if practice.costs else None
    steps: list[Scale | None] = [costs, practice.effort, practice.lead_time, practice.difficulty]
    return "|".join([*map(",".join, lists), *(str(step.step) if step is not None else "" for step in steps)])


def build_fit_names(catalogue: Catalogue) -> str:
    """Return, as JSON, the words by which the browser says the keys of ``build_fit_facts`` (theme/js/fit/rules.js)."""
    names = {
        "provinces": _choices(Province),
        "areas": _values(catalogue, AREAS),
        "kinds": _values(catalogue, PARTNER_KINDS),
        "costs": _choices(CostClass),
        "effort": _choices(Effort),
        "leadTime": _choices(LeadTime),
        "difficulty": _choices(Difficulty),
    }
    return json.dumps({name: dict(choices) for name, choices in names.items()}, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class FitQuestion:
    """A question with one answer; ``name`` is its key in the profile (theme/js/fit/profile.js).

    ``known`` is of how many practices the catalogue can say whether the answer suits.
    """

    name: str
    label: str
    hint: str
    choices: Choices
    known: int


class _QuestionWords(Words):
    label: str
    hint: str = ""


class _FitTexts(Words):
    questions: dict[str, _QuestionWords]
    sizes: tuple[str, ...]


def build_fit_questions(catalogue: Catalogue) -> tuple[list[FitQuestion], list[FitQuestion]]:
    """Return the questions that make a difference now, and those of which the catalogue seldom knows the answer."""
    texts = load_texts("fit", _FitTexts)
    practices = list(catalogue.practices.values())
    asked: dict[str, tuple[Choices, Callable[[Practice], object]]] = {
        "province": (_choices(PROVINCES), lambda one: one.provinces),
        "area": (_values(catalogue, AREAS), lambda one: one.areas),
        "costs": (_choices(CostClass), lambda one: one.costs and one.costs.cost_class is not None),
        "effort": (_choices(Effort), lambda one: one.effort),
        "size": ([(str(number), label) for number, label in enumerate(texts.sizes, 1)], lambda one: one.effort),
        "leadTime": (_choices(LeadTime), lambda one: one.lead_time),
        "difficulty": (_choices(Difficulty), lambda one: one.difficulty),
    }
    questions = [
        FitQuestion(name, words.label, words.hint, asked[name][0], sum(bool(asked[name][1](one)) for one in practices))
        for name, words in texts.questions.items()
    ]
    enough = len(practices) * ENOUGH
    seldom = sorted((one for one in questions if one.known < enough), key=lambda one: -one.known)
    return [one for one in questions if one.known >= enough], seldom


def build_fit_kinds(catalogue: Catalogue) -> Choices:
    """Return the kinds of partners that a reader may know."""
    return [choice for choice in _values(catalogue, PARTNER_KINDS) if choice[0] != HOUSING_ASSOCIATION]


def build_fit_partners(catalogue: Catalogue) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return the partners that took part in a practice, by name: (slug, name, key of the kind, former slugs)."""
    slugs = {slug for practice in catalogue.practices.values() for slug in practice.partners}
    partners = sorted((catalogue.partners[slug] for slug in slugs), key=lambda one: (one.name.casefold(), one.slug))
    return [(partner.slug, partner.name, partner.kind, partner.former) for partner in partners]


def _choices(values: Iterable[LabelledValue]) -> Choices:
    return [(value.value, value.label) for value in values]


def _values(catalogue: Catalogue, vocabulary: str) -> Choices:
    return catalogue.names(vocabulary, catalogue.vocabularies[vocabulary])
