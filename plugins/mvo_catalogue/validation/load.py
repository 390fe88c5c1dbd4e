"""Read and check everything: the one door through which content enters the catalogue."""

from __future__ import annotations

import datetime
import gc
import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import PAGES, PARTNERS, PRACTICES, TOPICS, VOCABULARIES
from mvo_catalogue.domain.vocabulary import Vocabulary
from mvo_catalogue.reading.files import ENTRY_KINDS, ContentFile, ContentFiles, find_content_files
from mvo_catalogue.reading.markdown import EntryLink
from mvo_catalogue.schema.references import collect_known
from mvo_catalogue.validation.entries import CheckedFile, check_entry, check_vocabulary, locate_in_file
from mvo_catalogue.validation.report import Report
from mvo_catalogue.validation.review import CatalogueReview
from mvo_catalogue.validation.rules import CATALOGUE_RULES

_PARALLEL_FROM = 400
_CHUNK = 64


def load_catalogue(content_dir: Path, today: datetime.date) -> tuple[Catalogue, Report]:
    """Return every entry of ``content_dir`` and the report on all files; only without errors may the entries be used.

    ``today`` is the day against which review dates are judged. From a few hundred files on, all cores take part.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    with _without_collector():
        return _load(content_dir, today)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Hold off the collector of cyclic garbage, here and in forked processes: reading makes hardly any.

    Looking for it, again and again in all that has been read, would take about a tenth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(content_dir: Path, today: datetime.date) -> tuple[Catalogue, Report]:
    files = find_content_files(content_dir)
    diagnostics = list(files.diagnostics)
    vocabularies: dict[str, Vocabulary] = {}
    incomplete: list[str] = []
    for file in files.files[VOCABULARIES]:
        vocabulary = check_vocabulary(file)
        vocabularies[file.slug] = vocabulary.values
        diagnostics += vocabulary.diagnostics
        if not vocabulary.is_complete:
            incomplete.append(file.slug)

    entries: dict[str, dict[str, Any]] = {kind: {} for kind in ENTRY_KINDS}
    links: list[tuple[str, EntryLink]] = []
    anchors: dict[str, frozenset[str]] = {}
    refused: dict[str, frozenset[str]] = {}
    sketches: dict[str, tuple[int, ...]] = {}
    for file, checked in _check_files(files, today):
        diagnostics += checked.diagnostics
        links += [(file.path, link) for link in checked.links]
        if checked.entry is not None:
            entries[file.kind][file.slug] = checked.entry
            anchors[file.path] = checked.anchors
            if checked.sketch:
                sketches[file.slug] = checked.sketch
        if checked.entry is None or checked.refused:
            refused[file.path] = checked.refused
    catalogue = Catalogue(entries[PRACTICES], entries[PARTNERS], entries[TOPICS], entries[PAGES], vocabularies)
    diagnostics += _broken_links(links, anchors, catalogue)
    known = collect_known(catalogue, {kind: files.slugs(kind) for kind in ENTRY_KINDS}, incomplete)
    unsure = frozenset(refused).union(diagnostic.path for diagnostic in files.diagnostics)
    vocabulary_paths = {file.slug: file.path for file in files.files[VOCABULARIES]}
    review = CatalogueReview(catalogue, known, unsure, sketches, vocabulary_paths)
    diagnostics += _check_catalogue(review, files, refused)
    return catalogue, Report(tuple(sorted(set(diagnostics))), len(files) + len(files.diagnostics))


def _check_files(files: ContentFiles, today: datetime.date) -> Iterator[tuple[ContentFile, CheckedFile]]:
    entry_files = [file for kind in ENTRY_KINDS for file in files.files[kind]]
    known_paths = frozenset(file.path for file in files)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(entry_files) < _PARALLEL_FROM or cores < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from ((file, check_entry(file, known_paths, today)) for file in entry_files)
        return
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(cores, fork, _start_worker, (known_paths, today)) as pool:
        yield from zip(entry_files, pool.map(_check_in_worker, entry_files, chunksize=_CHUNK), strict=True)


_worker: dict[str, Any] = {}


def _start_worker(known_paths: frozenset[str], today: datetime.date) -> None:
    """Keep what is the same for every file in the worker, so that it is not sent along with each."""
    _worker.update(known_paths=known_paths, today=today)


def _check_in_worker(file: ContentFile) -> CheckedFile:
    return check_entry(file, _worker["known_paths"], _worker["today"])


def _broken_links(
    links: list[tuple[str, EntryLink]], anchors: dict[str, frozenset[str]], catalogue: Catalogue
) -> Iterator[Diagnostic]:
    """Yield links between entries that a reader could not follow; of files that could not be read nothing is known."""
    drafts = {practice.path for practice in catalogue.practices.values() if practice.is_draft}
    for path, (target, fragment, line, column) in links:
        if target in drafts and path not in drafts:
            message = f"{target} is een concept en komt niet op de site. Haal de link weg, of maak het concept af."
            yield Diagnostic(path, line, column, "broken-link", message)
        elif fragment and target in anchors and fragment not in anchors[target]:
            choices = ", ".join(sorted(anchors[target])) or "geen"
            message = f"In {target} is geen kop “{fragment}”. Kies uit: {choices}."
            yield Diagnostic(path, line, column, "broken-link", message)


def _check_catalogue(
    review: CatalogueReview, files: ContentFiles, refused: dict[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    by_path = {file.path: file for file in files}
    for rule in CATALOGUE_RULES:
        for path, finding in rule.check(review):
            if refused.get(path, frozenset()).isdisjoint(finding.keys):
                yield locate_in_file(by_path[path], finding)
