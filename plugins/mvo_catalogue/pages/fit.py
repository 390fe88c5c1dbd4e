"""What *Past dit bij ons?* knows of a practice, and what it asks a reader."""

from __future__ import annotations

from collections.abc import Iterable
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


def fit_facts(practice: Practice, catalogue: Catalogue) -> str:
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
    """A choice of one value; ``name`` is its key in the profile (theme/js/fit/profile.js)."""

    name: str
    label: str
    hint: str
    choices: Choices


def fit_questions() -> list[tuple[str, list[Question]]]:
    """Return what a reader is asked, under headings."""
    return [
        (
            "Uw corporatie",
            [
                Question("size", "Hoe groot is uw corporatie?", "", _numbered(SIZES)),
                Question("area", "In wat voor gebied werkt u?", "", _choices(AreaKind)),
                Question(
                    "province",
                    "In welke provincie?",
                    "",
                    [choice for choice in _choices(Province) if choice[0] != Province.NATIONWIDE.value],
                ),
            ],
        ),
        (
            "Wat u hebt",
            [
                Question(
                    "costs", "Hoeveel geld is er?", "Voor het eerste jaar, zonder eigen uren.", _choices(CostClass)
                ),
                Question(
                    "effort", "Hoeveel eigen uren zijn er?", "In het eerste jaar, van iedereen samen.", _choices(Effort)
                ),
                Question(
                    "leadTime",
                    "Wanneer moet er een eerste resultaat zijn?",
                    "Geteld vanaf het besluit.",
                    _choices(LeadTime),
                ),
                Question(
                    "difficulty", "Wat kunt u regelen?", "Kies het zwaarste dat haalbaar is.", _choices(Difficulty)
                ),
            ],
        ),
    ]


def fit_kinds() -> Choices:
    """Return the kinds of partners that a reader may know."""
    return [choice for choice in _choices(PartnerKind) if choice[0] != PartnerKind.HOUSING_ASSOCIATION.value]


def fit_partners(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """Return the partners that took part in a practice, by name: (slug, name, key of the kind)."""
    slugs = {slug for practice in catalogue.practices.values() for slug in practice.partners}
    partners = sorted((catalogue.partners[slug] for slug in slugs), key=lambda one: (one.name.casefold(), one.slug))
    return [(partner.slug, partner.name, partner.kind.value) for partner in partners]


def _choices(values: Iterable[LabelledValue]) -> Choices:
    return [(value.value, value.label) for value in values]


def _numbered(labels: Iterable[str]) -> Choices:
    return [(str(number), label) for number, label in enumerate(labels, 1)]
