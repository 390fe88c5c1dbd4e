"""The charts of the catalogue: counts with their label, shade and the search for what they count."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from mvo_catalogue.domain.catalogue import Catalogue, count_values
from mvo_catalogue.domain.dates import KnownYears
from mvo_catalogue.domain.entries import Practice
from mvo_catalogue.domain.model import PARTNER_KINDS
from mvo_catalogue.domain.values import PROVINCES, EvidenceLevel, Province
from mvo_catalogue.pages.cards import Tally, TopicCard
from mvo_catalogue.site.urls import search_path

STEPS = 4
"""The number of shades; each cell shows its count as well."""

RECENT_YEARS = 20
"""The number of years that are counted separately; earlier and later years are taken together."""


class Matrix(NamedTuple):
    """The number of practices per topic and value: the labels of the values, and a row of cells per topic."""

    columns: list[str]
    rows: list[tuple[TopicCard, list[Tally]]]


class ProvinceMap(NamedTuple):
    """A cell for each province by its key, one for nationwide practices, and the number without a province."""

    provinces: tuple[tuple[str, Tally], ...]
    nationwide: Tally
    unknown: int


class YearCount(NamedTuple):
    """A year, or years taken together: ``ran`` practices ran in it, of which ``started`` began in it, as far as known.

    ``path`` is the path of the search for those that ran, ``""`` for none.
    """

    label: str
    path: str
    ran: int
    started: int


class Timeline(NamedTuple):
    """The years, newest first, the practices with a period in words, and the number without a period."""

    bars: list[YearCount]
    unplaced: list[Practice]
    unknown: int


def build_evidence_matrix(catalogue: Catalogue, topics: Sequence[TopicCard]) -> Matrix:
    """Return the number of practices per topic and level of evidence."""
    columns = [(level.value, level.label) for level in EvidenceLevel]
    practices = catalogue.practices.values()
    return _build_matrix(practices, topics, "onderbouwing", columns, lambda practice: [practice.evidence.value])


def build_kind_matrix(catalogue: Catalogue, topics: Sequence[TopicCard]) -> Matrix:
    """Return the number of practices per topic and kind of partner, the most frequent kind first."""
    practices = catalogue.practices.values()

    def kinds(practice: Practice) -> Iterable[str]:
        return (catalogue.partners[slug].kind for slug in practice.partners)

    totals = count_values(practices, kinds)
    order = list(catalogue.vocabularies[PARTNER_KINDS])
    chosen = sorted(totals, key=lambda kind: (-totals[kind], order.index(kind)))
    return _build_matrix(practices, topics, "soort", catalogue.names(PARTNER_KINDS, chosen), kinds)


def build_province_map(practices: Iterable[Practice]) -> ProvinceMap:
    """Return the number of practices per province; nationwide practices are counted separately."""
    practices = list(practices)
    counts = count_values(practices, lambda practice: practice.provinces)
    whole = counts.pop(Province.NATIONWIDE, 0)
    top = max(counts.values(), default=0)

    def cell(province: Province, count: int) -> Tally:
        return _build_cell(province.label, count, top, ("provincie", province.value))

    return ProvinceMap(
        tuple((province.value, cell(province, counts[province])) for province in PROVINCES),
        cell(Province.NATIONWIDE, whole),
        sum(not practice.provinces for practice in practices),
    )


def build_timeline(practices: Iterable[Practice], today: int) -> Timeline:
    """Return the years in which practices ran; ``today`` is the current year."""
    practices = list(practices)
    unplaced = [practice for practice in practices if practice.period is not None and not practice.years]
    unknown = sum(practice.period is None for practice in practices)
    return Timeline(count_years(practices, today)[::-1], unplaced, unknown)


def _build_matrix(
    practices: Iterable[Practice],
    topics: Sequence[TopicCard],
    facet: str,
    columns: Sequence[tuple[str, str]],
    values: Callable[[Practice], Iterable[str]],
) -> Matrix:
    """Return the number of practices per topic and value; ``columns`` are (value, label)."""
    counts = count_values(practices, lambda practice: product(practice.topics, values(practice)))
    top = max(counts.values(), default=0)

    def cell(topic: TopicCard, value: str, label: str) -> Tally:
        count = counts[topic.slug, value]
        return _build_cell(label, count, top, ("thema", topic.slug), (facet, value))

    rows = [(topic, [cell(topic, value, label) for value, label in columns]) for topic in topics]
    return Matrix([label for _, label in columns], rows)


def _build_cell(label: str, count: int, top: int, *choices: tuple[str, str]) -> Tally:
    return Tally(label, count, search_path(*choices) if count else "", shade(count, top))


def shade(count: int, top: int) -> int:
    """Return the shade of a count relative to the largest, by square roots, so that one peak does not hide the rest."""
    return math.ceil(STEPS * math.sqrt(count / top)) if count else 0


def count_years(practices: Iterable[Practice], today: int) -> list[YearCount]:
    """Return the counts per year in order: the last `RECENT_YEARS` up to ``today`` (a year) separately.

    Earlier years are one count together, and so are future years. Empty when no practice has known years.
    """
    runs = [known for practice in practices if (known := practice.known_years)]
    if not runs:
        return []
    first, last = min(run.first for run in runs), max(run.last for run in runs)
    recent = range(max(first, today - RECENT_YEARS + 1), min(last, today) + 1)
    before = range(first, min(recent.start, last + 1))
    after = range(max(recent.stop, recent.start, first), last + 1)
    spans = [before, *(range(year, year + 1) for year in recent), after]
    occurring = sorted({year for run in runs for year in range(run.first, run.last + 1)})
    return [_count_span(span, runs, [year for year in occurring if year in span]) for span in spans if span]


def _count_span(span: range, runs: Sequence[KnownYears], occurring: Sequence[int]) -> YearCount:
    return YearCount(
        str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}",
        search_path(*(("jaar", str(year)) for year in occurring)) if occurring else "",
        sum(run.first < span.stop and span.start <= run.last for run in runs),
        sum(run.is_start_known and run.first in span for run in runs),
    )
