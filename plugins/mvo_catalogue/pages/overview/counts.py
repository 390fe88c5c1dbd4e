"""What the pictures show: how many practices have what, each counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mvo_catalogue.domain.known_years import KnownYears
from mvo_catalogue.domain.practice import Practice

Left = TypeVar("Left")
Right = TypeVar("Right")

RECENT_YEARS = 20
"""How many years are counted one by one; what lies before or after them is taken together."""


def count_values(practices: Iterable[Practice], values: Callable[[Practice], Iterable[Left]]) -> Counter[Left]:
    """Return in how many practices each value occurs."""
    return Counter(value for practice in practices for value in set(values(practice)))


def count_pairs(
    practices: Iterable[Practice],
    left: Callable[[Practice], Iterable[Left]],
    right: Callable[[Practice], Iterable[Right]],
) -> Counter[tuple[Left, Right]]:
    """Return in how many practices each value of one sort occurs together with each value of another."""
    return Counter(
        (one, other) for practice in practices for one in set(left(practice)) for other in set(right(practice))
    )


@dataclass(frozen=True, slots=True)
class YearCount:
    """A year, or years taken together: ``ran`` practices surely ran in it, of which ``started`` surely began in it.

    ``years`` are those in which any did; there are none in a year that is only there to keep the row whole.
    """

    first: int
    last: int
    ran: int
    started: int
    years: tuple[int, ...]


def count_years(practices: Iterable[Practice], today: int) -> list[YearCount]:
    """Return every year with its counts, the first first; at most `RECENT_YEARS` end with ``today`` (a year).

    Older years are one count together, and so are years to come. Without any practice in years there are none.
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
    return [_count_span(span, runs, occurring) for span in spans if span]


def _count_span(span: range, runs: Sequence[KnownYears], occurring: Sequence[int]) -> YearCount:
    return YearCount(
        first=span[0],
        last=span[-1],
        ran=sum(run.first < span.stop and span.start <= run.last for run in runs),
        started=sum(run.is_start_known and run.first in span for run in runs),
        years=tuple(year for year in occurring if year in span),
    )
