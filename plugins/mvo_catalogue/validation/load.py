"""Read and check all files: the only way in which content enters the catalogue."""

import datetime
from functools import partial
from itertools import chain
from pathlib import Path

from mvo_catalogue.domain.attachments import Attachment
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import NEEDED_PAGES
from mvo_catalogue.domain.model import ENTRY_KINDS, PAGES, VOCABULARIES
from mvo_catalogue.domain.patterns import shorten
from mvo_catalogue.parallel import map_items
from mvo_catalogue.reading.content_paths import ContentPaths
from mvo_catalogue.reading.files import ContentFile, ContentFiles, find_content_files
from mvo_catalogue.refused import Refused
from mvo_catalogue.schema.references import Extract, collect_known, list_vocabularies
from mvo_catalogue.validation.attachments import check_attachments
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.context import Checked, Diagnose, WholeCatalogue
from mvo_catalogue.validation.entries import check_day, load_file
from mvo_catalogue.validation.report import Report
from mvo_catalogue.validation.rules import CATALOGUE_CHECKS

_PARALLEL_FROM = 2_000
"""From how many files on several processes are faster than one.

CPU seconds of one process against those of the busiest of two: 0.9 and 0.6 for the files of 165 practices, 3.2 and 2.6
for 1,000, 41 and 27 for 10,000; starting processes comes on top of the second.
"""

_LONGEST_CAUSE = 80


def load_catalogue(content_dir: Path, today: datetime.date, cache: Cache | None = None) -> tuple[Catalogue, Report]:
    """Return every entry of ``content_dir`` and the report on all files; only without errors may the entries be used.

    ``today`` is the date with which review dates are compared. What ``cache`` has of a file is not read again; what it
    has not yet is put there. From a few thousand files on, all cores take part.

    Raises:
        NoContent: there is no such folder.
    """
    whole, report = check_content(content_dir, today, cache)
    return whole.catalogue, report


def check_content(content_dir: Path, today: datetime.date, cache: Cache | None = None) -> tuple[WholeCatalogue, Report]:
    """Return what came out of every file of ``content_dir`` and the report, as `load_catalogue` does.

    Of a cached entry only an extract is made, until the entry is used.

    Raises:
        NoContent: there is no such folder.
    """
    files = find_content_files(content_dir)
    cache = cache or Cache()
    checked = _load_files(files, cache)
    if misplaced := [(one.belongs, Path(path).stem) for path, one in checked.items() if one.belongs]:
        files.claimed.update(misplaced)
        checked = _load_files(files, cache)  # links to these are right
    entries = {file.path: checked[file.path] for kind in ENTRY_KINDS for file in files.files[kind]}
    vocabularies = {file.slug: checked[file.path] for file in files.files[VOCABULARIES]}
    used = list_vocabularies(*(kind for kind in ENTRY_KINDS if files.files[kind]))
    missing = [name for name in used if name not in vocabularies]
    incomplete = [name for name, vocabulary in vocabularies.items() if not vocabulary.is_complete]
    unsure = [path for path, found in entries.items() if found.extract is None or found.diagnose.refused]
    extracts: dict[str, dict[str, Extract]] = {kind: {} for kind in ENTRY_KINDS}
    for file in files:
        group = f"{VOCABULARIES}/{file.slug}" if file.kind == VOCABULARIES else file.kind
        extracts.setdefault(group, {}).update(checked[file.path].extracts)
    attachments: dict[str, dict[str, Attachment]] = {}
    for file in files.attachments:
        if attachment := checked[file.path].value:
            attachments.setdefault(file.slug, {})[file.location.name] = attachment
    whole = WholeCatalogue(
        entries=entries,
        vocabularies=vocabularies,
        extracts=extracts,
        attachments=attachments,
        known=collect_known(extracts, {kind: files.slugs(kind) for kind in ENTRY_KINDS}, incomplete + missing),
        unsure=frozenset(unsure).union(diagnostic.path for diagnostic in files.diagnostics),
    )
    diagnostics = [*files.diagnostics, *chain.from_iterable(one.diagnostics for one in checked.values())]
    for path, one in entries.items():
        if one.of_day != str(today):
            one.of_day, one.dated = str(today), list(check_day(one, today))
            cache.change(path)
        diagnostics += one.dated
    cache.write()
    for name in missing:
        diagnostics += Diagnose(f"content/{VOCABULARIES}/{name}.yaml").file("missing-vocabulary", name=name)
    for name in set(NEEDED_PAGES) - files.slugs(PAGES) if entries else ():  # an empty catalogue may lack them
        diagnostics += Diagnose(f"content/{PAGES}/{name}.md").file("missing-page", name=name)
    for check in (*CATALOGUE_CHECKS, check_attachments):
        diagnostics += check(whole)
    return whole, Report(tuple(sorted(dict.fromkeys(diagnostics))), len([*files, *files.diagnostics]))


def _load_file(file: ContentFile, known_paths: ContentPaths) -> Checked:
    """Return what came out of a file; a bug of ours on one file does not hide the diagnostics of all others."""
    try:
        return load_file(file, known_paths)
    except Refused:  # the texts of the software are broken
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, the editor hears which file it was
        diagnose = Diagnose(file.path)
        why = f"{type(error).__name__}: {error}"
        found = diagnose.file("file-unreadable", "crash", why=shorten(why, _LONGEST_CAUSE))
        return Checked(diagnose, dict if file.kind == VOCABULARIES else None, diagnostics=found)


def _load_files(files: ContentFiles, cache: Cache) -> dict[str, Checked]:
    """Return what came out of each file, by its path; what is cached is not read again."""
    every = [*files, *files.attachments]
    known_paths = ContentPaths(every, claimed=files.claimed_paths)
    checked = {file.path: cache.find(file, known_paths) for file in every}
    unknown = [file for file in every if checked[file.path] is None]
    fresh = map_items(partial(_load_file, known_paths=known_paths), unknown, least=_PARALLEL_FROM)
    for file, found in zip(unknown, fresh, strict=True):
        checked[file.path] = found
        cache.add(file, found)
    return {path: found for path, found in checked.items() if found}
