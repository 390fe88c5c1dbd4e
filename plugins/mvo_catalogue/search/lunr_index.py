"""Build a Lunr index with the package ``lunr`` and our own analysis.

The stock builder keeps an object for every word of every document and a trie for queries that only the browser runs:
1 GB for 10,000 practices. The subclass keeps numbers in flat arrays. Its result is that of the stock builder, number
for number (tested against it on the real catalogue), apart from two orders that the shards need:

- terms are numbered as JavaScript sorts them, so that a shard need not say the number of a term;
- documents are ordered by the length of the longest field, so that all those lengths take a few bytes.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from lunr import __TARGET_JS_VERSION__
from lunr.builder import Builder

from mvo_catalogue.search.analysis import analyse
from mvo_catalogue.search.ordering import utf16

REF = "ref"
_ARRAY_INDEX_LIMIT = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Posting:
    """The documents that hold a term in one field, ascending.

    ``repeats`` gives (place, count) where a document holds it more than once.
    """

    documents: Sequence[int]
    repeats: Sequence[tuple[int, int]]


class _Numbers(dict[str, int]):
    """Numbers words in order of appearance."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class CompactBuilder(Builder):  # type: ignore[misc]  # lunr ships no types
    """A Lunr builder for documents without word positions, whose index is written and never held.

    Fields and their boosts are declared with ``field()`` and documents come in through ``add()``. After ``finish()``
    the index can be read by term (``postings``) and written whole (``serialise``).
    """

    def __init__(self) -> None:
        super().__init__()
        self._k1: float
        self._b: float
        self.ref(REF)
        self.fields: list[str] = []
        self.boosts: list[float] = []
        self.terms: list[str] = []
        self.refs: list[str] = []
        self.longest = 0
        self.averages: list[float] = []
        self._numbers = _Numbers()
        self._added: list[str] = []
        # Per field: the terms of all documents one after the other, and where each document ends; by order of addition.
        self._tokens: list[array[int]] = []
        self._ends: list[array[int]] = []
        self._order: list[int] = []
        self._ranks = array("I")
        # Per field, by number of the term: the documents that hold it, and where it is there more than once.
        self._documents: list[list[array[int] | None]] = []
        self._repeats: list[dict[int, array[int]]] = []
        self._lengths: list[list[int]] = []  # per field, by number of the document
        self._counts: list[int] = []  # by number of the term

    @property
    def parameters(self) -> tuple[float, float]:
        """Return Lunr's ``k1`` and ``b``."""
        return self._k1, self._b

    def field(self, field_name: str, boost: float = 1, extractor: None = None) -> None:
        """Declare a field; all fields are declared before the first document."""
        super().field(field_name, boost, extractor)
        self.fields.append(field_name)
        self.boosts.append(boost)
        self._tokens.append(array("I"))
        self._ends.append(array("I", [0]))

    def add(self, doc: Mapping[str, str], attributes: None = None) -> None:  # the signature is Lunr's
        """Add a document: a text per field, and its name under ``ref``."""
        self._added.append(doc[REF])
        number = self._numbers.__getitem__
        for name, tokens, ends in zip(self.fields, self._tokens, self._ends, strict=True):
            tokens.extend(map(number, analyse(doc[name])))
            ends.append(len(tokens))

    def finish(self) -> None:
        """Number terms and documents; to be called once, after the last document."""
        self.terms = sorted(self._numbers, key=utf16)
        self._ranks = array("I", bytes(4 * len(self.terms)))
        for rank, term in enumerate(self.terms):
            self._ranks[self._numbers[term]] = rank
        self._numbers.clear()
        self._order_documents()
        for field in range(len(self.fields)):
            self._invert(field)
        self._counts = [sum(map(len, filter(None, postings))) for postings in zip(*self._documents, strict=True)]

    def _order_documents(self) -> None:
        """Order documents by the length of the field that is longest in all, then by name.

        Whole numbers come first: a JavaScript object, as which Lunr keeps the documents of a term, lists them so.
        """
        self.longest = max(range(len(self._tokens)), key=lambda field: len(self._tokens[field]), default=0)
        ends = self._ends[self.longest]

        def place(document: int) -> tuple[bool, int, str]:
            ref = self._added[document]
            if ref.isdecimal() and str(int(ref)) == ref and int(ref) < _ARRAY_INDEX_LIMIT:
                return False, int(ref), ""
            return True, ends[document + 1] - ends[document], ref

        self._order = sorted(range(len(self._added)), key=place)
        self.refs = [self._added[document] for document in self._order]
        self._lengths = [[ends[document + 1] - ends[document] for document in self._order] for ends in self._ends]
        # Nothing asks for the average of a field that is always empty.
        self.averages = [sum(lengths) / len(lengths) if any(lengths) else 1 for lengths in self._lengths]

    def _invert(self, field: int) -> None:
        documents: list[array[int] | None] = [None] * len(self.terms)
        repeats: dict[int, array[int]] = {}
        for number in range(len(self.refs)):
            for term, count in self._count(field, number).items():
                posting = documents[term]
                if posting is None:
                    posting = documents[term] = array("I")
                if count > 1:
                    repeats.setdefault(term, array("I")).extend((len(posting), count))
                posting.append(number)
        self._documents.append(documents)
        self._repeats.append(repeats)

    def _count(self, field: int, number: int) -> Counter[int]:
        """Return how often a document has each term in a field."""
        document = self._order[number]
        start, end = self._ends[field][document : document + 2]
        return Counter(map(self._ranks.__getitem__, self._tokens[field][start:end]))

    def postings(self, term: int) -> list[Posting | None]:
        """Return where a term is, per field; ``None`` for a field that never holds it."""
        postings: list[Posting | None] = []
        for documents, repeats in zip(self._documents, self._repeats, strict=True):
            found, repeated = documents[term], repeats.get(term)
            pairs = list(zip(repeated[::2], repeated[1::2], strict=True)) if repeated else ()
            postings.append(None if found is None else Posting(found, pairs))
        return postings

    def lengths(self, field: int) -> list[int]:
        """Return how many terms each document has in a field."""
        return self._lengths[field]

    @property
    def weighs_length(self) -> bool:
        """Return whether a term weighs less in a long text: it does unless Lunr's ``b`` is 0."""
        return self._b > 0

    def needs_lengths(self, field: int) -> bool:
        """Return whether a shard says how long a field is."""
        return field != self.longest and self.weighs_length

    def count(self, term: int) -> int:
        """Return how many documents hold a term; Lunr counts a document once for each field."""
        return self._counts[term]

    def rarity(self, term: int) -> float:
        """Return the inverse document frequency of a term, with Lunr's formula (``lunr.idf``)."""
        count = self.count(term)
        return log(1 + abs((len(self.refs) - count + 0.5) / (count + 0.5)))

    def weight(self, rarity: float, field: int, length: int, count: int) -> float:
        """Return what a term weighs that stands ``count`` times in a field of ``length`` terms: BM25, not yet rounded.

        The operations and their order are those of Lunr; ``theme/js/search/terms.js`` does the same.
        """
        k1, b = self._k1, self._b
        norm: float = k1 * (1 - b + b * (length / self.averages[field]))
        return rarity * ((k1 + 1) * count) / (norm + count) * self.boosts[field]

    def serialise(self) -> Iterator[str]:
        """Yield the index in Lunr's serialised form, as JSON in pieces."""
        yield f'{{"version":{_json(__TARGET_JS_VERSION__)},"fields":{_json(self.fields)},"fieldVectors":['
        yield from _separated(self._field_vectors())
        yield '],"invertedIndex":['
        yield from _separated(self._inverted_index())
        yield '],"pipeline":[]}'

    def _field_vectors(self) -> Iterator[str]:
        """Yield ``["field/ref",[term,weight,…]]`` per document and field."""
        rarities = [self.rarity(term) for term in range(len(self.terms))]
        for number, ref in enumerate(self.refs):
            for field, name in enumerate(self.fields):
                length = self._lengths[field][number]
                elements = [
                    f"{term},{round(self.weight(rarities[term], field, length, count), 3)}"
                    for term, count in sorted(self._count(field, number).items())
                ]
                yield f"[{_json(f'{name}/{ref}')},[{','.join(elements)}]]"

    def _inverted_index(self) -> Iterator[str]:
        """Yield ``["term",{"field":{"ref":{}},…,"_index":n}]`` per term."""
        keys = [f"{_json(ref)}:{{}}" for ref in self.refs]
        for number, term in enumerate(self.terms):
            fields = (
                f"{_json(name)}:{{{','.join([keys[document] for document in documents[number] or ()])}}}"
                for name, documents in zip(self.fields, self._documents, strict=True)
            )
            yield f'[{_json(term)},{{{",".join(fields)},"_index":{number}}}]'


def _separated(pieces: Iterator[str]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        yield f",{piece}" if number else piece


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
