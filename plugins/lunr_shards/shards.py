"""Cut sorted words into small files: terms with their documents, terms alone, and values of facets.

Lunr's score of a document is the sum of what the terms of the query weigh in it, so a browser that has all documents
of those terms ranks as if it had the whole index. ``README.md`` specifies the files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import floor
from typing import Any, TypeVar

from lunr_shards.builder import CompactBuilder, Posting
from lunr_shards.encoding import encode, encode_gaps, front_code, utf16

Item = TypeVar("Item")
Parts = Iterator[tuple[list[str], list[Any]]]
"""The words of each file, and what the file holds."""

TIE_MARGIN = 1e-6
"""How near to the middle between two thousandths a weight is stored: a logarithm may differ in its last digit."""

_SHARED = 4
"""About how many characters a term shares with the one before it, where a file only has terms."""


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


def split_terms(builder: CompactBuilder, limit: int, margin: float = TIE_MARGIN) -> Parts:
    """Yield the terms of each shard and what its file holds: about ``limit`` characters, more for one large term."""
    records = (_make_record(builder, term, margin) for term in builder.terms)
    for group in pack(((record, _characters(record)) for record in records), limit):
        yield [record.term for record in group], _make_shard(group)


def _characters(record: _Record) -> int:
    return len(record.term) + len(record.counts) + len(record.gaps) + len(record.lengths) + 3 * len(record.repeats)


def _make_record(builder: CompactBuilder, term: str, margin: float) -> _Record:
    postings = builder.postings(term)
    mask = sum(1 << place for place, posting in enumerate(postings) if posting)
    record = _Record(term, encode([mask, *(len(posting.documents) for posting in postings if posting)]))
    rarity = builder.rarity(term)
    for place, posting in enumerate(postings):
        if posting:
            lengths = builder.lengths(place, posting.documents)
            ties = _near_ties(builder, rarity, place, posting, lengths, margin)
            record.stored += [(record.size + at, weight) for at, weight in ties]
            record.repeats += [(record.size + at, count) for at, count in posting.repeats]
            record.gaps += encode_gaps(posting.documents)
            record.lengths += encode(lengths) if builder.weighs_length else ""
            record.size += len(posting.documents)
    return record


def _near_ties(
    builder: CompactBuilder, rarity: float, place: int, posting: Posting, lengths: list[int], margin: float
) -> Iterator[tuple[int, int]]:
    """Yield (place in the posting, weight in thousandths) where another logarithm might round the other way."""
    kinds = {(length, 1) for length in lengths} | {(lengths[at], count) for at, count in posting.repeats}
    near = {}
    for length, count in kinds:
        weight = builder.weight(rarity, place, length, count)
        thousandths = weight * 1000
        if abs(thousandths - floor(thousandths) - 0.5) < margin:
            near[length, count] = round(round(weight, 3) * 1000)
    if near:
        counts = dict(posting.repeats)
        for at, length in enumerate(lengths):
            if (length, counts.get(at, 1)) in near:
                yield at, near[length, counts.get(at, 1)]


def _make_shard(group: list[_Record]) -> list[Any]:
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
        *front_code([record.term for record in group]),
        "".join([record.counts for record in group]),
        "".join([record.gaps for record in group]),
        encode(repeats),
        "".join([record.lengths for record in group]),
    ]
    return [*columns, stored] if stored else columns


def split_dictionary(builder: CompactBuilder, limit: int, *, reverse: bool = False) -> Parts:
    """Yield the terms of each file and what it holds: the terms, perhaps written backwards, and their counts.

    A browser completes what is being typed with them, and finds the matches of a wildcard or a typing error: one
    wrong letter leaves the beginning or the end of a word as it is.
    """
    terms = {term[::-1] if reverse else term: term for term in builder.terms}
    sizes = ((word, max(2, len(word) - _SHARED)) for word in sorted(terms, key=utf16))
    for words in pack(sizes, limit):
        yield words, [*front_code(words), encode([builder.count(terms[word]) for word in words])]


def split_values(values: Mapping[str, Sequence[int]], limit: int) -> Parts:
    """Yield the keys of each file, ``facet/value=label``, and what it holds: the keys and the documents of each."""
    columns = ((key, encode([len(values[key])]), encode_gaps(values[key])) for key in sorted(values, key=utf16))
    for group in pack(((column, sum(map(len, column))) for column in columns), limit):
        keys, counts, gaps = zip(*group, strict=True)
        yield list(keys), [*front_code(keys), "".join(counts), "".join(gaps)]


def pack(items: Iterable[tuple[Item, int]], limit: int) -> Iterator[list[Item]]:
    """Yield items, given with their sizes, in groups of at most ``limit``; what is larger has a group of its own."""
    group: list[Item] = []
    total = 0
    for item, size in items:
        if group and total + size > limit:
            yield group
            group, total = [], 0
        group.append(item)
        total += size
    if group:
        yield group


def separate(groups: Sequence[Sequence[str]]) -> list[str]:
    """Return the word from which each group of sorted words is responsible; the first answers for all before it.

    It is the shortest beginning of the first word of the group that sorts after the group before it. A group of one
    word is responsible for that word alone: it may be large, and should not be loaded for other words.
    """
    separators = [""]
    for before, group in pairwise(groups):
        first = group[0]
        if len(before) == 1:
            separators.append(before[0] + " ")
        elif len(group) == 1:
            separators.append(first)
        else:
            last = utf16(before[-1])
            lengths = range(1, len(first) + 1)
            separators.append(next(first[:length] for length in lengths if utf16(first[:length]) > last))
    return separators
