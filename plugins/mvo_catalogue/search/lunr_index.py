"""Build a Lunr index in Lunr's own serialised form, with the package ``lunr`` and our own analysis.

The stock builder keeps an object for every word of every document and a trie for queries that only the browser runs:
1 GB for 10,000 practices. The subclass keeps numbers in flat arrays and writes the index as it goes. Its result is
that of the stock builder, number for number (tested against it on the real catalogue).
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from math import log
from typing import Any

from lunr import __TARGET_JS_VERSION__
from lunr.builder import Builder

from mvo_catalogue.search.analysis import analyse

REF = "ref"


class CompactBuilder(Builder):  # type: ignore[misc]  # lunr ships no types
    """A Lunr builder for documents without word positions, whose index is written and never held.

    Fields and their boosts are declared with ``field()``, documents come in through ``add()``, and ``serialise()``
    gives the index as pieces of JSON. Terms and documents are numbered in order of appearance, as Lunr does.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ref(REF)
        self._refs: list[str] = []
        self._term_numbers: dict[str, int] = {}
        # Per field: the documents of each term, and per document its terms with their counts, one after the other.
        self._postings: dict[str, dict[int, array[int]]] = {}
        self._counts: dict[str, array[int]] = {}
        self._ends: dict[str, array[int]] = {}
        self._lengths: dict[str, array[int]] = {}

    def field(self, field_name: str, boost: int = 1, extractor: None = None) -> None:
        """Declare a field; all fields are declared before the first document."""
        super().field(field_name, boost, extractor)
        self._postings[field_name] = {}
        for numbers in (self._counts, self._ends, self._lengths):
            numbers[field_name] = array("I")

    def add(self, doc: Mapping[str, str], attributes: None = None) -> None:  # the signature is Lunr's
        """Add a document: a text per field, and its name under ``ref``."""
        number = len(self._refs)
        self._refs.append(doc[REF])
        numbers = self._term_numbers
        for name in self._fields:
            terms = analyse(doc[name])
            counts, postings = self._counts[name], self._postings[name]
            for term, count in Counter(terms).items():
                index = numbers.setdefault(term, len(numbers))
                counts.append(index)
                counts.append(count)
                posting = postings.get(index)
                if posting is None:
                    posting = postings[index] = array("I")
                posting.append(number)
            self._ends[name].append(len(counts))
            self._lengths[name].append(len(terms))

    def serialise(self) -> Iterator[str]:
        """Yield the index in Lunr's serialised form, as JSON in pieces."""
        fields = list(self._fields)
        yield f'{{"version":{_json(__TARGET_JS_VERSION__)},"fields":{_json(fields)},"fieldVectors":['
        yield from _separated(self._field_vectors())
        yield '],"invertedIndex":['
        yield from _separated(self._inverted_index())
        yield '],"pipeline":[]}'

    def _field_vectors(self) -> Iterator[str]:
        """Yield ``["field/ref",[term,weight,…]]`` per document and field: BM25, calculated in Lunr's order."""
        rarity = self._rarities()
        k1, b = self._k1, self._b
        averages = {name: sum(self._lengths[name]) / max(len(self._refs), 1) or 1.0 for name in self._fields}
        for number, ref in enumerate(self._refs):
            for name, field in self._fields.items():
                counts, ends = self._counts[name], self._ends[name]
                part = counts[ends[number - 1] if number else 0 : ends[number]]
                norm = k1 * (1 - b + b * (self._lengths[name][number] / averages[name]))
                elements = []
                for term, count in sorted(zip(part[::2], part[1::2], strict=True)):
                    weight = rarity[term] * ((k1 + 1) * count) / (norm + count)
                    elements.append(f"{term},{round(weight * field.boost, 3)}")
                yield f"[{_json(f'{name}/{ref}')},[{','.join(elements)}]]"

    def _rarities(self) -> list[float]:
        """Return the inverse document frequency of each term, with Lunr's formula (``lunr.idf``).

        Lunr counts a document once for each field that holds the term.
        """
        total = len(self._refs)
        found = [
            sum(len(posting.get(term, ())) for posting in self._postings.values())
            for term in range(len(self._term_numbers))
        ]
        return [log(1 + abs((total - count + 0.5) / (count + 0.5))) for count in found]

    def _inverted_index(self) -> Iterator[str]:
        """Yield ``["term",{"field":{"ref":{}},…,"_index":n}]`` per term, in the order of the terms."""
        keys = [f"{_json(ref)}:{{}}" for ref in self._refs]
        for term in sorted(self._term_numbers, key=lambda term: term.encode("utf-16-be")):  # as JavaScript compares
            index = self._term_numbers[term]
            fields = (
                f"{_json(name)}:{{{','.join([keys[document] for document in posting.get(index, ())])}}}"
                for name, posting in self._postings.items()
            )
            yield f'[{_json(term)},{{{",".join(fields)},"_index":{index}}}]'


def _separated(pieces: Iterator[str]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        yield f",{piece}" if number else piece


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
