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

Values = dict[str, dict[tuple[str, str], list[int]]]
"""Per facet its values, with the words for them, and which documents have each, ascending."""


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
    "gebied": lambda practice, _: _labelled(practice.areas),
    "kosten": lambda practice, _: _labelled(_present(practice.costs.cost_class if practice.costs else None)),
    "inzet": lambda practice, _: _labelled(_present(practice.effort)),
    "doorlooptijd": lambda practice, _: _labelled(_present(practice.lead_time)),
    "moeilijkheid": lambda practice, _: _labelled(_present(practice.difficulty)),
    "jaar": lambda practice, _: ((str(year), str(year)) for year in practice.years),
    DATE: lambda practice, _: [(practice.published_on.isoformat(), "")],
}
"""The facets by their name in an address."""


def collect_values(practices: Sequence[Practice], catalogue: Catalogue) -> Values:
    """Return which documents have which value; ``practices`` are in the order of the index."""
    found: Values = {facet: defaultdict(list) for facet in FACETS}
    for number, practice in enumerate(practices):
        for facet, choose in FACETS.items():
            for value, label in dict(choose(practice, catalogue)).items():
                found[facet][value, " ".join(label.split())].append(number)
    return found


def list_choices(values: Values) -> Iterator[tuple[str, list[Any]]]:
    """Yield each facet with ``[value, label, count]`` for the whole catalogue, the most frequent first."""
    for facet, found in values.items():
        if facet != DATE:
            choices = [[value, label, len(documents)] for (value, label), documents in found.items()]
            yield facet, sorted(choices, key=lambda choice: (-choice[2], utf16(_key(facet, *choice[:2]))))


def split_values(values: Values, limit: int) -> Iterator[tuple[list[str], list[Any]]]:
    """Yield the values of each file as ``facet/value=label``, and what the file holds."""
    records = {_key(facet, *choice): found for facet, choices in values.items() for choice, found in choices.items()}
    columns = ((key, encode([len(records[key])]), encode_gaps(records[key])) for key in sorted(records, key=utf16))
    for group in pack(((item, sum(map(len, item))) for item in columns), limit):
        keys, counts, gaps = zip(*group, strict=True)
        yield list(keys), [*front_code(keys), "".join(counts), "".join(gaps)]


def _key(facet: str, value: str, label: str) -> str:
    return f"{facet}/{value}={label}"
