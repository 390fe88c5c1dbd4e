"""Read and check everything: the one door through which content enters the catalogue."""

import datetime
from functools import partial
from pathlib import Path

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import NEEDED_PAGES
from mvo_catalogue.domain.model import PAGES, VOCABULARIES
from mvo_catalogue.parallel import map_items
from mvo_catalogue.reading.content_paths import ContentPaths
from mvo_catalogue.reading.files import ENTRY_KINDS, ContentFile, ContentFiles, find_content_files
from mvo_catalogue.schema.references import Extract, collect_known, list_vocabularies
from mvo_catalogue.validation.attachments import check_attachments, load_attachments
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.entries import check_day, load_vocabulary, read_entry
from mvo_catalogue.validation.report import Report
from mvo_catalogue.validation.rules import CATALOGUE_CHECKS
from mvo_catalogue.validation.subjects import CheckedFile, CheckedVocabulary, Diagnose, WholeCatalogue

_PARALLEL_FROM = 2_000
"""How many files make it worth while to send what was read from one process to another.

CPU seconds of one process against those of the busiest of two: 0.9 and 0.6 for the files of 165 practices, 3.2 and 2.6
for 1,000, 41 and 27 for 10,000; starting processes comes on top of the second.
"""


def load_catalogue(content_dir: Path, today: datetime.date, cache: Cache | None = None) -> tuple[Catalogue, Report]:
    """Return every entry of ``content_dir`` and the report on all files; only without errors may the entries be used.

    ``today`` is the day against which review dates are judged. What ``cache`` has of a file is not read again; what it
    has not yet is put there. From a few thousand files on, all cores take part.

    Raises:
        NoContent: there is no such folder.
    """
    whole, report = check_content(content_dir, today, cache)
    return whole.catalogue, report


def check_content(content_dir: Path, today: datetime.date, cache: Cache | None = None) -> tuple[WholeCatalogue, Report]:
    """Return what came out of every file of ``content_dir`` and the report, as `load_catalogue` does.

    Of an entry that is cached only an extract is made, until somebody asks for the entry.

    Raises:
        NoContent: there is no such folder.
    """
    files = find_content_files(content_dir)
    cache = cache or Cache()
    vocabularies = {file.slug: _load_vocabulary(file, cache) for file in files.files[VOCABULARIES]}
    used = list_vocabularies(*(kind for kind in ENTRY_KINDS if files.files[kind]))
    missing = [name for name in used if name not in vocabularies]
    incomplete = [name for name, vocabulary in vocabularies.items() if not vocabulary.is_complete]
    checked = _load_entries(files, cache)
    unsure = [path for path, found in checked.items() if found.extract is None or found.diagnose.refused]
    extracts: dict[str, dict[str, Extract]] = {kind: {} for kind in ENTRY_KINDS}
    for file in files:
        if file.path in checked and (extract := checked[file.path].extract):
            extracts[file.kind][file.slug] = extract
    extracts |= {f"{VOCABULARIES}/{name}": dict(found.extracts) for name, found in vocabularies.items()}
    attachments, of_attachments = load_attachments(files, ContentPaths(files), cache)
    whole = WholeCatalogue(
        entries=checked,
        vocabularies=vocabularies,
        extracts=extracts,
        attachments=attachments,
        known=collect_known(extracts, {kind: files.slugs(kind) for kind in ENTRY_KINDS}, incomplete + missing),
        unsure=frozenset(unsure).union(diagnostic.path for diagnostic in files.diagnostics),
    )
    diagnostics = [*files.diagnostics, *of_attachments]
    for vocabulary in vocabularies.values():
        diagnostics += vocabulary.diagnostics
    for path, one in checked.items():
        diagnostics += one.diagnostics
        if one.of_day != str(today):
            one.of_day, one.dated = str(today), list(check_day(one, today))
            cache.change(path)
        diagnostics += one.dated
    cache.write()
    for name in missing:
        diagnostics += Diagnose(f"content/{VOCABULARIES}/{name}.yaml").file("missing-vocabulary", name=name)
    for name in set(NEEDED_PAGES) - files.slugs(PAGES) if checked else ():  # a catalogue begins empty
        diagnostics += Diagnose(f"content/{PAGES}/{name}.md").file("missing-page", name=name)
    for check in (*CATALOGUE_CHECKS, check_attachments):
        diagnostics += check(whole)
    return whole, Report(tuple(sorted(dict.fromkeys(diagnostics))), len([*files, *files.diagnostics]))


def _load_vocabulary(file: ContentFile, cache: Cache) -> CheckedVocabulary:
    found = cache.vocabulary(file)
    if found is None:
        found = load_vocabulary(file)
        cache.add(file, found)
    return found


def _load_entries(files: ContentFiles, cache: Cache) -> dict[str, CheckedFile]:
    """Return what came out of each Markdown file, by its path."""
    entry_files = [file for kind in ENTRY_KINDS for file in files.files[kind]]
    known_paths = ContentPaths(files)
    checked = {file.path: cache.entry(file, known_paths) for file in entry_files}
    unknown = [file for file in entry_files if checked[file.path] is None]
    fresh = map_items(partial(read_entry, known_paths=known_paths), unknown, least=_PARALLEL_FROM)
    for file, found in zip(unknown, fresh, strict=True):
        checked[file.path] = found
        cache.add(file, found)
    return {path: found for path, found in checked.items() if found}
