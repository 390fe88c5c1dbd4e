"""Cut the index by term into small files, from which a browser computes the weights that Lunr would have stored.

Lunr's score of a document is the sum of what the terms of the query weigh in it, so a browser that has all documents
of those terms ranks as if it had the whole index. ``docs/search.md`` specifies the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import floor
from operator import sub
from typing import Any

from mvo_catalogue.search.lunr_index import CompactBuilder, Posting
from mvo_catalogue.search.ordering import front_code, pack
from mvo_catalogue.search.vlq import encode

_TIE_MARGIN = 1e-6
"""How near to the middle between two thousandths a weight is stored: a logarithm may differ in its last digit."""


@dataclass(slots=True)
class _Record:
    """A term as it goes into a shard; texts of numbers, except where places count from the start of the shard."""

    term: str
    counts: str
    gaps: str = ""
    lengths: str = ""
    size: int = 0
    repeats: list[tuple[int, int]] = field(default_factory=list)
    stored: list[tuple[int, int]] = field(default_factory=list)


def split_terms(builder: CompactBuilder, limit: int) -> Iterator[tuple[list[str], list[Any]]]:
    """Yield the terms of each shard and what its file holds: about ``limit`` characters, more for one large term."""
    records = (_make_record(builder, number) for number in range(len(builder.terms)))
    for group in pack(((record, _characters(record)) for record in records), limit):
        terms = [record.term for record in group]
        yield terms, _make_file(group, terms)


def _characters(record: _Record) -> int:
    return len(record.term) + len(record.counts) + len(record.gaps) + len(record.lengths) + 3 * len(record.repeats)


def _make_record(builder: CompactBuilder, number: int) -> _Record:
    postings = builder.postings(number)
    mask = sum(1 << place for place, posting in enumerate(postings) if posting)
    record = _Record(
        builder.terms[number], encode([mask, *(len(posting.documents) for posting in postings if posting)])
    )
    rarity = builder.rarity(number)
    for place, posting in enumerate(postings):
        if posting:
            lengths = [1] * len(posting.documents)
            if builder.weighs_length:
                lengths = list(map(builder.lengths(place).__getitem__, posting.documents))
            record.stored += [
                (record.size + at, weight) for at, weight in _near_ties(builder, rarity, place, posting, lengths)
            ]
            record.repeats += [(record.size + at, count) for at, count in posting.repeats]
            record.gaps += encode_gaps(posting.documents)
            record.lengths += encode(lengths) if builder.needs_lengths(place) else ""
            record.size += len(posting.documents)
    return record


def _near_ties(
    builder: CompactBuilder, rarity: float, place: int, posting: Posting, lengths: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield (place in the posting, weight in thousandths) where another logarithm might round the other way."""
    kinds = {(length, 1) for length in lengths} | {(lengths[at], count) for at, count in posting.repeats}
    near = {}
    for length, count in kinds:
        weight = builder.weight(rarity, place, length, count)
        thousandths = weight * 1000
        if abs(thousandths - floor(thousandths) - 0.5) < _TIE_MARGIN:
            near[length, count] = round(round(weight, 3) * 1000)
    if near:
        counts = dict(posting.repeats)
        for at, length in enumerate(lengths):
            if (length, counts.get(at, 1)) in near:
                yield at, near[length, counts.get(at, 1)]


def encode_gaps(documents: Any) -> str:
    """Return ascending numbers as text: the first, then what each adds to the one before it."""
    return encode(map(sub, documents, [0, *documents]))


def _make_file(group: list[_Record], terms: list[str]) -> list[Any]:
    repeats: list[int] = []
    stored: list[int] = []
    start = previous = 0
    for record in group:
        for at, count in record.repeats:
            repeats += (start + at - previous, count - 2)
            previous = start + at
        for at, weight in record.stored:
            stored += (start + at, weight)
        start += record.size
    columns = [
        *front_code(terms),
        "".join([record.counts for record in group]),
        "".join([record.gaps for record in group]),
        encode(repeats),
        "".join([record.lengths for record in group]),
    ]
    return [*columns, stored] if stored else columns
