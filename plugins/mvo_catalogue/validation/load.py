"""Read and check everything: the one door through which content enters the catalogue."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import NEEDED_PAGES
from mvo_catalogue.domain.model import NEWS, PAGES, PARTNERS, PRACTICES, TOPICS, VOCABULARIES
from mvo_catalogue.parallel import map_items
from mvo_catalogue.reading.files import ENTRY_KINDS, ContentFiles, find_content_files
from mvo_catalogue.reading.moved import ContentPaths
from mvo_catalogue.schema.references import collect_known, list_vocabularies
from mvo_catalogue.validation.entries import CheckedVocabulary, load_entry, load_vocabulary
from mvo_catalogue.validation.report import Report
from mvo_catalogue.validation.rules import CATALOGUE_CHECKS
from mvo_catalogue.validation.subjects import CheckedFile, Diagnose, WholeCatalogue

_PARALLEL_FROM = 2_000
"""How many files make it worth while to send what was read from one process to another.

CPU seconds of one process against those of the busiest of two: 0.9 and 0.6 for the files of 165 practices, 3.2 and 2.6
for 1,000, 41 and 27 for 10,000; starting processes comes on top of the second.
"""


def load_catalogue(content_dir: Path, today: datetime.date) -> tuple[Catalogue, Report]:
    """Return every entry of ``content_dir`` and the report on all files; only without errors may the entries be used.

    ``today`` is the day against which review dates are judged. From a few thousand files on, all cores take part.

    Raises:
        NoContent: there is no such folder.
    """
    files = find_content_files(content_dir)
    vocabularies = {file.slug: load_vocabulary(file) for file in files.files[VOCABULARIES]}
    used = list_vocabularies(*(kind for kind in ENTRY_KINDS if files.files[kind]))
    missing = [name for name in used if name not in vocabularies]
    incomplete = [name for name, vocabulary in vocabularies.items() if not vocabulary.is_complete]
    checked = _load_entries(files, today)
    unsure = [path for path, found in checked.items() if found.entry is None or found.diagnose.refused]
    entries: dict[str, dict[str, Any]] = {kind: {} for kind in ENTRY_KINDS}
    for file in files:
        if file.path in checked and (entry := checked[file.path].entry) is not None:
            entries[file.kind][file.slug] = entry
    values = {name: vocabulary.values for name, vocabulary in vocabularies.items()}
    catalogue = Catalogue(entries[PRACTICES], entries[PARTNERS], entries[TOPICS], entries[PAGES], values, entries[NEWS])
    everything: list[CheckedFile | CheckedVocabulary] = [*checked.values(), *vocabularies.values()]
    whole = WholeCatalogue(
        catalogue=catalogue,
        known=collect_known(catalogue, {kind: files.slugs(kind) for kind in ENTRY_KINDS}, incomplete + missing),
        entries=checked,
        files={found.diagnose.path: found.diagnose for found in everything},
        unsure=frozenset(unsure).union(diagnostic.path for diagnostic in files.diagnostics),
    )
    diagnostics = list(files.diagnostics)
    for found in everything:
        diagnostics += found.diagnostics
    for name in missing:
        diagnostics += Diagnose(f"content/{VOCABULARIES}/{name}.yaml").file("missing-vocabulary", name=name)
    for name in set(NEEDED_PAGES) - files.slugs(PAGES) if checked else ():  # a catalogue begins empty
        diagnostics += Diagnose(f"content/{PAGES}/{name}.md").file("missing-page", name=name)
    for check in CATALOGUE_CHECKS:
        diagnostics += check(whole)
    return catalogue, Report(tuple(sorted(set(diagnostics))), len([*files, *files.diagnostics]))


def _load_entries(files: ContentFiles, today: datetime.date) -> dict[str, CheckedFile]:
    """Return what came out of each Markdown file, by its path."""
    entry_files = [file for kind in ENTRY_KINDS for file in files.files[kind]]
    check = partial(load_entry, known_paths=ContentPaths(files), today=today)
    paths = [file.path for file in entry_files]
    return dict(zip(paths, map_items(check, entry_files, least=_PARALLEL_FROM), strict=True))
