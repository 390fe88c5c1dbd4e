"""The filters beside a result: which practices have which value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.domain.values import LabelledValue
from mvo_catalogue.search.ordering import front_code, pack, utf16
from mvo_catalogue.search.shards import encode_gaps
from mvo_catalogue.search.vlq import encode

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


DATE = "gepubliceerd"
"""The facet that is there to sort by."""

FACETS: dict[str, Callable[[Practice, Catalogue], Choices]] = {
    "thema": _topics,
    "soort": _kinds,
    "partner": _partners,
    "corporatie": _associations,
    "doelgroep": _target_groups,
    "onderbouwing": lambda practice, _: _labelled([practice.evidence]),
    "provincie": lambda practice, _: _labelled(practice.provinces),
    "procesfase": lambda practice, _: _labelled(practice.process_phases),
    DATE: lambda practice, _: [(practice.published_on.isoformat(), "")],
}
"""The facets by their name in an address."""


def split_values(
    practices: Sequence[Practice], catalogue: Catalogue, limit: int
) -> Iterator[tuple[list[str], list[Any]]]:
    """Yield the values of each file as ``facet/value=label``, and what the file holds.

    ``practices`` are in the order of the index.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, practice in enumerate(practices):
        for facet, choose in FACETS.items():
            for value, label in dict(choose(practice, catalogue)).items():
                found[f"{facet}/{value}={' '.join(label.split())}"].append(number)
    columns = ((value, encode([len(found[value])]), encode_gaps(found[value])) for value in sorted(found, key=utf16))
    for group in pack(((item, sum(map(len, item))) for item in columns), limit):
        values, counts, gaps = zip(*group, strict=True)
        yield list(values), [*front_code(values), "".join(counts), "".join(gaps)]
