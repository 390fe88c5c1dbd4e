"""The filters beside a result: which practices have which value."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.domain.values import LabelledValue

Choices = Iterable[tuple[str, str]]
"""Values with the words for them."""


def _topics(practice: Practice, catalogue: Catalogue) -> Choices:
    return ((slug, catalogue.topics[slug].name) for slug in practice.topics)


def _kinds(practice: Practice, catalogue: Catalogue) -> Choices:
    return _labelled(catalogue.partners[slug].kind for slug in practice.partners)


def _partners(practice: Practice, catalogue: Catalogue) -> Choices:
    return ((slug, catalogue.partners[slug].name) for slug in practice.partners)


def _associations(practice: Practice, catalogue: Catalogue) -> Choices:
    return ((slug, catalogue.partners[slug].name) for slug in practice.associations)


def _target_groups(practice: Practice, catalogue: Catalogue) -> Choices:
    return ((slug, catalogue.vocabularies["doelgroepen"][slug].name) for slug in practice.target_groups)


def _labelled(values: Iterable[LabelledValue]) -> Choices:
    return ((value.value, value.label) for value in values)


def _present(value: LabelledValue | None) -> Iterable[LabelledValue]:
    return () if value is None else (value,)


FACETS: dict[str, Callable[[Practice, Catalogue], Choices]] = {
    "thema": _topics,
    "soort": _kinds,
    "partner": _partners,
    "corporatie": _associations,
    "doelgroep": _target_groups,
    "onderbouwing": lambda practice, _: _labelled([practice.evidence]),
    "provincie": lambda practice, _: _labelled(practice.provinces),
    "procesfase": lambda practice, _: _labelled(practice.process_phases),
    "gebied": lambda practice, _: _labelled(practice.areas),
    "kosten": lambda practice, _: _labelled(_present(practice.costs.cost_class if practice.costs else None)),
    "inzet": lambda practice, _: _labelled(_present(practice.effort)),
    "doorlooptijd": lambda practice, _: _labelled(_present(practice.lead_time)),
    "moeilijkheid": lambda practice, _: _labelled(_present(practice.difficulty)),
    "jaar": lambda practice, _: ((str(year), str(year)) for year in practice.years),
}
"""The facets by their name in an address."""


def collect_values(practice: Practice, catalogue: Catalogue) -> dict[str, Choices]:
    """Return the values of a practice, with the words for them, per facet."""
    return {facet: choose(practice, catalogue) for facet, choose in FACETS.items()}
