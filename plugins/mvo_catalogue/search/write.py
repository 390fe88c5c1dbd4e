"""Write the search index of the catalogue: its practices as documents of ``lunr_shards``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lunr_shards.builder import ref_order
from lunr_shards.write import Document, Options, write_index
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.vocabulary import SynonymGroup, Vocabulary
from mvo_catalogue.search.analysis import analyse, word_list
from mvo_catalogue.search.documents import (
    FACETS,
    FIELD_BOOSTS,
    LENGTH_WEIGHT,
    RUNNING_TEXTS,
    build_fields,
    build_hit,
    collect_values,
)
from mvo_catalogue.site.urls import practice_path


def write_search(catalogue: Catalogue, folder: Path, *, whole_index: bool = True) -> None:
    """Write manifest and files into ``folder``; with ``whole_index`` also ``lunr.json``, as stock Lunr loads it.

    Raises:
        MissingDictionary: the word list that compounds are split by has not been installed.
    """
    write_index(build_documents(catalogue), folder, build_options(catalogue, whole_index=whole_index))


def build_options(catalogue: Catalogue, *, whole_index: bool = True) -> Options:
    """Return how practices are indexed."""
    manifest = {
        "path": practice_path("*"),
        "stopWords": sorted(word_list("stop_words")),
        "synonyms": build_synonyms(catalogue.vocabularies.get("synoniemen", {})),
    }
    return Options(FIELD_BOOSTS, list(FACETS), analyse, LENGTH_WEIGHT, manifest, whole_index)


def build_documents(catalogue: Catalogue) -> Iterator[Document]:
    """Yield the practices as documents, in the order that the index needs."""
    for slug in sorted(catalogue.practices, key=ref_order):
        practice = catalogue.practices[slug]
        fields = build_fields(practice, catalogue)
        yield Document(
            ref=slug,
            fields=fields,
            stored=build_hit(practice, catalogue),
            values=collect_values(practice, catalogue),
            date=practice.published_on.isoformat(),
            texts=[fields[name] for name in RUNNING_TEXTS if fields[name]],
        )


def build_synonyms(vocabulary: Vocabulary) -> list[list[str]]:
    """Return the groups of ``synoniemen``: phrases that mean the same, each as its terms with spaces between them.

    A word with hyphens is the whole without them. Phrases of which stop words leave one word ("naar werk") are left
    out: that word means much more.
    """
    return [
        list(dict.fromkeys(phrase for phrase in map(_as_terms, group.words) if phrase))
        for group in vocabulary.values()
        if isinstance(group, SynonymGroup)
    ]


def _as_terms(phrase: str) -> str:
    words = phrase.split()
    terms = [analyse(word)[-1] for word in words if not word_list("stop_words").issuperset(analyse(word))]
    return " ".join(terms) if len(terms) > 1 or len(words) == 1 else ""
