"""Build a Lunr index in Lunr's own serialised form, with the package ``lunr`` and our own analysis.

The stock builder makes an object of every word and keeps a trie for queries that only the browser runs. The subclass
counts words and leaves the trie out; its numbers are those of the stock builder (tested against it).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from lunr.builder import Builder
from lunr.idf import idf
from lunr.token_set import TokenSet
from lunr.vector import Vector

from mvo_catalogue.search.analysis import analyse


class CountingBuilder(Builder):  # type: ignore[misc]  # lunr ships no types
    """A Lunr builder for whole documents without word positions."""

    def add(self, doc: Mapping[str, str], attributes: Mapping[str, Any] | None = None) -> None:
        """Add a document: a text per field, and its name under the field ``ref``."""
        ref = doc[self._ref]
        self._documents[ref] = attributes or {}
        self.document_count += 1
        for name in self._fields:
            terms = analyse(doc[name])
            counts = Counter(terms)
            self.field_term_frequencies[f"{name}/{ref}"] = counts
            self.field_lengths[f"{name}/{ref}"] = len(terms)
            for term in counts:
                posting = self.inverted_index.get(term)
                if posting is None:
                    posting = {field: {} for field in self._fields}
                    posting["_index"] = self.term_index
                    self.term_index += 1
                    self.inverted_index[term] = posting
                posting[name][ref] = {}

    def _create_token_set(self) -> None:
        self.token_set = TokenSet()

    def _create_field_vectors(self) -> None:
        """Weigh every term (BM25), with the operations of the stock builder in the same order."""
        weights: dict[str, tuple[int, float]] = {}
        self.field_vectors = {}
        for field_ref, frequencies in self.field_term_frequencies.items():
            name, ref = field_ref.split("/", 1)
            boost = self._fields[name].boost
            document_boost = self._documents[ref].get("boost", 1)
            length = self.field_lengths[field_ref] / self.average_field_length[name]
            norm = self._k1 * (1 - self._b + self._b * length)
            elements = []
            for term, frequency in frequencies.items():
                if term not in weights:
                    posting = self.inverted_index[term]
                    weights[term] = posting["_index"], idf(posting, self.document_count)
                index, rarity = weights[term]
                score = rarity * ((self._k1 + 1) * frequency) / (norm + frequency)
                elements.append((index, round(score * boost * document_boost, 3)))
            self.field_vectors[field_ref] = Vector([value for element in sorted(elements) for value in element])

    def _calculate_average_field_lengths(self) -> None:
        """Average the lengths per field; a field that is empty everywhere counts as one word, not as none."""
        super()._calculate_average_field_lengths()
        for name, average in self.average_field_length.items():
            self.average_field_length[name] = average or 1.0


def build_lunr_index(documents: Iterable[Mapping[str, str]], field_boosts: Mapping[str, int]) -> dict[str, Any]:
    """Return the serialised index of documents that each have a text per field and a ``ref``."""
    builder = CountingBuilder()
    builder.ref("ref")
    for name, boost in field_boosts.items():
        builder.field(name, boost=boost)
    for document in documents:
        builder.add(document)
    if not builder.document_count:
        return {
            "version": "2.3.9",
            "fields": list(field_boosts),
            "fieldVectors": [],
            "invertedIndex": [],
            "pipeline": [],
        }
    serialised: dict[str, Any] = builder.build().serialize()
    return serialised
