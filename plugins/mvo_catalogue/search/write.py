"""Write the search index of the catalogue: its practices as documents of ``lunr_shards``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from lunr_shards.builder import ref_order
from lunr_shards.write import Document, Options, write_index
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.search.analysis import STOP_WORDS, analyse
from mvo_catalogue.search.compounds import keep_splits
from mvo_catalogue.search.documents import FIELD_BOOSTS, LENGTH_WEIGHT, RUNNING_TEXTS, build_fields, build_hit
from mvo_catalogue.search.facets import FACETS, collect_values
from mvo_catalogue.search.synonyms import build_synonyms
from mvo_catalogue.site.urls import practice_path


def write_search(
    catalogue: Catalogue,
    folder: Path,
    *,
    whole_index: bool = True,
    kept: Path | None = None,
) -> None:
    """Write manifest and files into ``folder``; with ``whole_index`` also ``lunr.json``, as stock Lunr loads it.

    The file ``kept`` says what words were split into by the build before, and then by this one.
    """
    with keep_splits(kept) if kept else nullcontext():
        write_index(build_documents(catalogue), folder, build_options(catalogue, whole_index=whole_index))


def build_options(catalogue: Catalogue, *, whole_index: bool = True) -> Options:
    """Return how practices are indexed."""
    manifest = {
        "path": practice_path("*"),
        "stopWords": sorted(STOP_WORDS),
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
