"""The facets by which practices are filtered, by their name in the address of a search."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Practice
from mvo_catalogue.domain.model import AREAS, INSTRUMENTS, PARTNER_KINDS, PROCESS_PHASES, TARGET_GROUPS
from mvo_catalogue.domain.values import Difficulty, LabelledValue
from mvo_catalogue.texts import load_texts

Choices = Iterable[tuple[str, str]]
"""Values with their labels."""


def _named(slugs: Iterable[str], entries: Mapping[str, Any]) -> Choices:
    return ((slug, entries[slug].name) for slug in slugs)


def _labelled(*values: LabelledValue | None) -> Choices:
    return ((value.value, value.label) for value in dict.fromkeys(values) if value)


def _named_here(facet: str) -> dict[str, str]:
    return load_texts("facets", dict[str, dict[str, str]])[facet]


def effort_choices(least: Difficulty = Difficulty.ONE_TEAM) -> Choices:
    """Return the steps of difficulty from ``least`` on: a reader who can do more also finds what asks less."""
    return [choice for choice in _named_here("moeilijkheid").items() if choice[0] >= least.value]


FACETS: dict[str, Callable[[Practice, Catalogue], Choices]] = {
    "thema": lambda practice, catalogue: _named(practice.topics, catalogue.topics),
    "soort": lambda practice, catalogue: catalogue.names(
        PARTNER_KINDS, (catalogue.partners[slug].kind for slug in practice.partners)
    ),
    "partner": lambda practice, catalogue: _named(practice.partners, catalogue.partners),
    "corporatie": lambda practice, catalogue: _named(practice.associations, catalogue.partners),
    "doelgroep": lambda practice, catalogue: catalogue.names(TARGET_GROUPS, practice.target_groups),
    "onderbouwing": lambda practice, _: _labelled(practice.evidence),
    "provincie": lambda practice, _: _labelled(*practice.provinces),
    "aanpak": lambda practice, catalogue: catalogue.names(INSTRUMENTS, practice.instruments),
    "fase": lambda practice, _: _labelled(practice.phase),
    "werkte-niet": lambda practice, _: _named_here("werkte-niet").items() if practice.failed else [],
    "procesfase": lambda practice, catalogue: catalogue.names(PROCESS_PHASES, practice.process_phases),
    "gebied": lambda practice, catalogue: catalogue.names(AREAS, practice.areas),
    "kosten": lambda practice, _: _labelled(practice.cost_class),
    "moeilijkheid": lambda practice, _: effort_choices(practice.difficulty) if practice.difficulty else [],
    "materiaal": lambda practice, catalogue: _labelled(*(one.kind for _, one in catalogue.materials_of(practice))),
    "jaar": lambda practice, _: ((str(year), str(year)) for year in practice.years),
}
"""The values of a practice per facet, by the name of the facet in an address."""


def collect_values(practice: Practice, catalogue: Catalogue) -> dict[str, Choices]:
    """Return the values of a practice with their labels, per facet."""
    return {facet: choose(practice, catalogue) for facet, choose in FACETS.items()}
