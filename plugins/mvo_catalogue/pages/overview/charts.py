"""The pictures as a template draws them: counts with their words, their shade, and the search that shows them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.domain.values import EvidenceLevel, PartnerKind, Province
from mvo_catalogue.pages.overview.counts import YearCount, count_pairs, count_values, count_years
from mvo_catalogue.pages.views import TopicCard
from mvo_catalogue.site.urls import practice_path, search_path

STEPS = 4
"""How many shades a count can have; the number stands in it as well."""

PLACES = tuple(province for province in Province if province is not Province.NATIONWIDE)
"""The provinces that are on a map."""

UNPLACED_SHOWN = 30
"""How many practices without years are named."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count in a picture: ``shade`` goes from 0 for nothing to `STEPS` for much; ``path`` is ``""`` for nothing."""

    label: str
    count: int
    shade: int
    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a `Matrix`: what it is about, where more of that is, and a cell for each column."""

    label: str
    path: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts of two things together."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ProvinceMap:
    """A cell for each province by its key, one for the whole country, and how many practices name no province."""

    provinces: tuple[tuple[str, Cell], ...]
    nationwide: Cell
    unknown: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A year in a `Timeline`; ``share`` and ``started_share`` are percentages of the longest bar."""

    label: str
    ran: int
    started: int
    share: int
    started_share: int
    path: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years, newest first; of the ``unplaced`` practices, which say when in other words, a few are named.

    ``examples`` are (title, path, words).
    """

    bars: tuple[Bar, ...]
    unplaced: int
    examples: tuple[tuple[str, str, str], ...]
    unknown: int


def draw_topics_by_evidence(catalogue: Catalogue, topics: Sequence[TopicCard]) -> Matrix:
    """Return how well the practices of each topic are supported."""
    counts = count_pairs(catalogue.practices.values(), _topics, lambda practice: [practice.evidence])
    columns = [(level.value, level.label) for level in EvidenceLevel]
    found = {(topic, level.value): count for (topic, level), count in counts.items()}
    return _draw_matrix(topics, "onderbouwing", columns, found)


def draw_topics_by_kind(catalogue: Catalogue, topics: Sequence[TopicCard]) -> Matrix:
    """Return with which kinds of partner the practices of each topic were done, the most frequent kind first."""
    practices = list(catalogue.practices.values())

    def kinds(practice: Practice) -> Iterable[PartnerKind]:
        return (catalogue.partners[slug].kind for slug in practice.partners)

    totals = count_values(practices, kinds)
    order = list(PartnerKind)
    chosen = sorted(totals, key=lambda kind: (-totals[kind], order.index(kind)))
    counts = count_pairs(practices, _topics, kinds)
    columns = [(kind.value, kind.label) for kind in chosen]
    found = {(topic, kind.value): count for (topic, kind), count in counts.items()}
    return _draw_matrix(topics, "soort", columns, found)


def draw_provinces(practices: Iterable[Practice]) -> ProvinceMap:
    """Return how many practices each province has; what runs in the whole country counts apart."""
    practices = list(practices)
    counts = count_values(practices, lambda practice: practice.provinces)
    whole = counts.pop(Province.NATIONWIDE, 0)
    top = max(counts.values(), default=0)

    def cell(province: Province, count: int) -> Cell:
        return _make_cell(province.label, count, top, ("provincie", province.value))

    return ProvinceMap(
        tuple((province.value, cell(province, counts[province])) for province in PLACES),
        cell(Province.NATIONWIDE, whole),
        sum(not practice.provinces for practice in practices),
    )


def draw_timeline(practices: Iterable[Practice], today: int) -> Timeline:
    """Return in which years practices ran; ``today`` is the present year."""
    practices = list(practices)
    counts = count_years(practices, today)
    top = max((count.ran for count in counts), default=1)
    in_words = [practice for practice in practices if practice.period is not None and not practice.years]
    return Timeline(
        tuple(_make_bar(count, top) for count in reversed(counts)),
        len(in_words),
        tuple(
            (practice.title, practice_path(practice.slug), str(practice.period))
            for practice in in_words[:UNPLACED_SHOWN]
        ),
        sum(practice.period is None for practice in practices),
    )


def _topics(practice: Practice) -> Iterable[str]:
    return practice.topics


def _draw_matrix(
    topics: Sequence[TopicCard], facet: str, columns: Sequence[tuple[str, str]], counts: dict[tuple[str, str], int]
) -> Matrix:
    top = max(counts.values(), default=0)

    def cell(topic: TopicCard, value: str, label: str) -> Cell:
        count = counts.get((topic.slug, value), 0)
        return _make_cell(label, count, top, ("thema", topic.slug), (facet, value))

    return Matrix(
        tuple(label for _, label in columns),
        tuple(
            Row(topic.name, topic.path, tuple(cell(topic, value, label) for value, label in columns))
            for topic in topics
        ),
    )


def _make_cell(label: str, count: int, top: int, *choices: tuple[str, str]) -> Cell:
    return Cell(label, count, shade(count, top), search_path(*choices) if count else "")


def shade(count: int, top: int) -> int:
    """Return how strong a count looks beside the largest; by its root, so that one does not hide the rest."""
    return math.ceil(STEPS * math.sqrt(count / top)) if count else 0


def _make_bar(count: YearCount, top: int) -> Bar:
    return Bar(
        label=str(count.first) if count.first == count.last else f"{count.first}–{count.last}",
        ran=count.ran,
        started=count.started,
        share=round(100 * count.ran / top),
        started_share=round(100 * count.started / top),
        path=search_path(*(("jaar", str(year)) for year in count.years)) if count.ran else "",
    )
