"""Build a Lunr index with the package ``lunr``, in memory in proportion to the text.

The stock builder keeps an object for every word of every document and a trie for queries that only the browser runs:
1 GB for 10,000 documents. The subclass keeps numbers in flat arrays. Its result is that of the stock builder, number
for number, except that terms are numbered as JavaScript sorts them, so that a shard need not say a term's number.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log
from typing import Any

from lunr import __TARGET_JS_VERSION__
from lunr.builder import Builder

from lunr_shards.encoding import to_json, utf16

REF = "ref"
_ARRAY_INDEX_LIMIT = 2**32 - 1
_WORD = re.compile(r"[^\W_]+")

Analysis = Callable[[str], Sequence[str]]
"""From a text to its terms, in order."""


def split_words(text: str) -> list[str]:
    """Return the words of a text in lower case; ``splitWords`` in the browser does the same."""
    return _WORD.findall(text.lower())


def ref_order(ref: str) -> tuple[bool, int, str]:
    """Return the key by which documents are sorted: whole numbers first, as an object of JavaScript lists them."""
    is_index = ref.isascii() and ref.isdecimal() and str(int(ref)) == ref and int(ref) < _ARRAY_INDEX_LIMIT
    return not is_index, int(ref) if is_index else 0, ref


@dataclass(slots=True)
class Posting:
    """The documents that hold a term in one field, ascending, and (place, count) where one holds it more than once."""

    documents: array[int] = field(default_factory=lambda: array("I"))
    repeats: list[tuple[int, int]] = field(default_factory=list)


class CompactBuilder(Builder):  # type: ignore[misc]  # lunr ships no types
    """A Lunr builder for documents without word positions, whose index is written and never held.

    Documents come in through ``add()``, sorted by ``ref_order``. After the last one the index can be read by term
    (``postings``) and written whole (``serialise``). ``fields`` are Lunr's with their boosts, ``length_weight`` is its
    ``b``.
    """

    def __init__(
        self, fields: Mapping[str, float], analyse: Analysis = split_words, length_weight: float = 0.75
    ) -> None:
        super().__init__()
        self._k1: float
        self._b: float
        self.ref(REF)
        self.b(length_weight)
        for name, boost in fields.items():
            self.field(name, boost)
        self.fields = list(fields)
        self.boosts = list(fields.values())
        self.refs: list[str] = []
        self._analyse = analyse
        self._postings = [defaultdict[str, Posting](Posting) for _ in fields]  # by term
        self._lengths = [array("I") for _ in fields]  # by number of the document

    def add(self, doc: Mapping[str, str], attributes: None = None) -> None:  # the signature is Lunr's
        """Add a document: a text per field, and its name under ``ref``.

        Raises:
            ValueError: it does not come after the document before it, by ``ref_order``.
        """
        number, ref = len(self.refs), doc[REF]
        if self.refs and ref_order(ref) <= ref_order(self.refs[-1]):
            raise ValueError(f"{ref!r} was added after {self.refs[-1]!r}")
        self.refs.append(ref)
        for place, name in enumerate(self.fields):
            terms = self._analyse(doc[name])
            self._lengths[place].append(len(terms))
            for term, count in Counter(terms).items():
                posting = self._postings[place][term]
                if count > 1:
                    posting.repeats.append((len(posting.documents), count))
                posting.documents.append(number)

    @cached_property
    def terms(self) -> list[str]:
        """Return all terms as JavaScript sorts them; call it after the last document."""
        return sorted(set().union(*self._postings), key=utf16)

    def postings(self, term: str) -> Sequence[Posting | None]:
        """Return where a term is, per field; ``None`` for a field that never holds it."""
        return [postings.get(term) for postings in self._postings]

    @property
    def weighs_length(self) -> bool:
        """Return whether a term weighs less in a long text: it does unless Lunr's ``b`` is 0."""
        return self._b > 0

    def lengths(self, place: int, documents: Sequence[int]) -> list[int]:
        """Return how many terms documents have in a field; 1 for all when length has no weight."""
        return list(map(self._lengths[place].__getitem__, documents)) if self._b else [1] * len(documents)

    @cached_property
    def averages(self) -> list[float]:
        """Return the average length of each field; that of an empty field is never used."""
        return [sum(lengths) / len(lengths) if any(lengths) else 1 for lengths in self._lengths]

    @property
    def parameters(self) -> dict[str, Any]:
        """Return what a browser needs, besides the files of terms, to compute the weight of a term in a document."""
        names = {"documents": len(self.refs), "fields": self.fields, "boosts": self.boosts, "averages": self.averages}
        return names | {"k1": self._k1, "b": self._b}

    def count(self, term: str) -> int:
        """Return how many documents hold a term; Lunr counts a document once for each field."""
        return self._counts[term]

    @cached_property
    def _counts(self) -> dict[str, int]:
        counts: defaultdict[str, int] = defaultdict(int)
        for postings in self._postings:
            for term, posting in postings.items():
                counts[term] += len(posting.documents)
        return counts

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency of a term, with Lunr's formula (``lunr.idf``)."""
        count = self.count(term)
        return log(1 + abs((len(self.refs) - count + 0.5) / (count + 0.5)))

    def weight(self, rarity: float, place: int, length: int, count: int) -> float:
        """Return the weight of a term that occurs ``count`` times in a field of ``length`` terms: BM25, not rounded.

        The operations and their order are those of Lunr; ``theme/js/lunr-shards/terms.js`` does the same.
        """
        k1, b = self._k1, self._b
        norm: float = k1 * (1 - b + b * (length / self.averages[place]))
        return rarity * ((k1 + 1) * count) / (norm + count) * self.boosts[place]

    def serialise(self) -> Iterator[str]:
        """Yield the index in Lunr's serialised form, as JSON in pieces."""
        yield f'{{"version":{to_json(__TARGET_JS_VERSION__)},"fields":{to_json(self.fields)},"fieldVectors":['
        yield from _separated(self._field_vectors())
        yield '],"invertedIndex":['
        yield from _separated(self._inverted_index())
        yield '],"pipeline":[]}'

    def _field_vectors(self) -> Iterator[str]:
        """Yield ``["field/ref",[term,weight,…]]`` per field and document."""
        rarities = {term: self.rarity(term) for term in self.terms}
        for place, name in enumerate(self.fields):
            vectors: list[list[str]] = [[] for _ in self.refs]
            for number, term in enumerate(self.terms):
                posting = self._postings[place].get(term)
                if posting:
                    lengths = self.lengths(place, posting.documents)
                    said = {length: self._say(number, rarities[term], place, length, 1) for length in set(lengths)}
                    for document, length in zip(posting.documents, lengths, strict=True):
                        vectors[document].append(said[length])
                    for at, count in posting.repeats:
                        vectors[posting.documents[at]][-1] = self._say(
                            number, rarities[term], place, lengths[at], count
                        )
            for ref, vector in zip(self.refs, vectors, strict=True):
                yield f"[{to_json(f'{name}/{ref}')},[{','.join(vector)}]]"

    def _say(self, number: int, rarity: float, place: int, length: int, count: int) -> str:
        return f"{number},{round(self.weight(rarity, place, length, count), 3)}"

    def _inverted_index(self) -> Iterator[str]:
        """Yield ``["term",{"field":{"ref":{}},…,"_index":n}]`` per term."""
        keys, names = [f"{to_json(ref)}:{{}}" for ref in self.refs], [to_json(name) for name in self.fields]
        for number, term in enumerate(self.terms):
            fields = (
                f"{name}:{{{','.join([keys[document] for document in posting.documents] if posting else ())}}}"
                for name, posting in zip(names, self.postings(term), strict=True)
            )
            yield f'[{to_json(term)},{{{",".join(fields)},"_index":{number}}}]'


def _separated(pieces: Iterator[str]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        yield f",{piece}" if number else piece
