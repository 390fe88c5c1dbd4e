"""What *Past dit bij ons?* knows of a practice, and what it asks a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.domain.values import (
    AreaKind,
    CostClass,
    Difficulty,
    Effort,
    LabelledValue,
    LeadTime,
    PartnerKind,
    Province,
    Scale,
)

Choices = list[tuple[str, str]]
"""What can be chosen: (value, words)."""

SIZES = (
    "tot 1.000 woningen",
    "1.000 tot 5.000 woningen",
    "5.000 tot 10.000 woningen",
    "10.000 tot 25.000 woningen",
    "meer dan 25.000 woningen",
)

ENOUGH = 0.1
"""Of which part of the practices the catalogue must know something before asking about it makes a difference."""


def build_fit_facts(practice: Practice, catalogue: Catalogue) -> str:
    """Return what the rules in the browser judge (theme/js/fit/facts.js), in one short text.

    ``provinces|areas|kinds|partners|costs|effort|lead time|difficulty``: keys with commas between them and steps of the
    scales, empty for not known.
    """
    kinds = {catalogue.partners[slug].kind.value: None for slug in practice.partners}
    lists: list[Iterable[str]] = [practice.provinces, practice.areas, kinds, practice.partners]
    costs = practice.costs.cost_class if practice.costs else None
    steps: list[Scale | None] = [costs, practice.effort, practice.lead_time, practice.difficulty]
    return "|".join([*map(",".join, lists), *(str(step.step) if step is not None else "" for step in steps)])


@dataclass(frozen=True, slots=True)
class Question:
    """A choice of one value; ``name`` is its key in the profile (theme/js/fit/profile.js).

    ``known`` is of how many practices the catalogue can say whether the answer suits.
    """

    name: str
    label: str
    hint: str
    choices: Choices
    known: int


@dataclass(frozen=True, slots=True)
class Questions:
    """What a reader is asked: what makes a difference now, and what the catalogue seldom knows."""

    telling: list[Question]
    seldom: list[Question]


def build_fit_questions(catalogue: Catalogue) -> Questions:
    """Return the questions with one answer, those that sort the most practices first."""
    practices = list(catalogue.practices.values())

    def question(
        name: str, label: str, hint: str, choices: Choices, is_known: Callable[[Practice], object]
    ) -> Question:
        return Question(name, label, hint, choices, sum(bool(is_known(practice)) for practice in practices))

    provinces = [choice for choice in _choices(Province) if choice[0] != Province.NATIONWIDE.value]
    questions = [
        question("province", "In welke provincie?", "", provinces, lambda one: one.provinces),
        question("area", "In wat voor gebied werkt u?", "", _choices(AreaKind), lambda one: one.areas),
        question(
            "costs",
            "Hoeveel geld is er?",
            "Voor het eerste jaar, zonder eigen uren.",
            _choices(CostClass),
            lambda one: one.costs and one.costs.cost_class is not None,
        ),
        question(
            "effort",
            "Hoeveel eigen uren zijn er?",
            "In het eerste jaar, van iedereen samen.",
            _choices(Effort),
            lambda one: one.effort,
        ),
        question(
            "size",
            "Hoe groot is uw corporatie?",
            "Telt alleen mee bij de eigen uren, als u die niet invult.",
            _numbered(SIZES),
            lambda one: one.effort,
        ),
        question(
            "leadTime",
            "Wanneer moet er een eerste resultaat zijn?",
            "Geteld vanaf het besluit.",
            _choices(LeadTime),
            lambda one: one.lead_time,
        ),
        question(
            "difficulty",
            "Wat kunt u regelen?",
            "Kies het zwaarste dat haalbaar is.",
            _choices(Difficulty),
            lambda one: one.difficulty,
        ),
    ]
    enough = len(practices) * ENOUGH
    return Questions(
        [one for one in questions if one.known >= enough],
        sorted((one for one in questions if one.known < enough), key=lambda one: -one.known),
    )


def build_fit_kinds() -> Choices:
    """Return the kinds of partners that a reader may know."""
    return [choice for choice in _choices(PartnerKind) if choice[0] != PartnerKind.HOUSING_ASSOCIATION.value]


def build_fit_partners(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """Return the partners that took part in a practice, by name: (slug, name, key of the kind)."""
    slugs = {slug for practice in catalogue.practices.values() for slug in practice.partners}
    partners = sorted((catalogue.partners[slug] for slug in slugs), key=lambda one: (one.name.casefold(), one.slug))
    return [(partner.slug, partner.name, partner.kind.value) for partner in partners]


def _choices(values: Iterable[LabelledValue]) -> Choices:
    return [(value.value, value.label) for value in values]


def _numbered(labels: Iterable[str]) -> Choices:
    return [(str(number), label) for number, label in enumerate(labels, 1)]
