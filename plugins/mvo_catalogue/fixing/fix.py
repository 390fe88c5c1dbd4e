"""Find what can be repaired in a catalogue, and show it as a difference."""

from __future__ import annotations

import datetime
import difflib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.fixing.repair import Repair, Surroundings, repair_file
from mvo_catalogue.reading.files import ENTRY_KINDS, find_content_files
from mvo_catalogue.validation.known import collect_known


def find_repairs(
    content_dir: Path, catalogue: Catalogue, today: datetime.date, is_chosen: Callable[[str], bool]
) -> Iterator[Repair]:
    """Yield the repair of every file with something to repair, sorted; ``is_chosen`` judges the path of a file.

    Nothing is written below ``content_dir``.
    """
    files = find_content_files(content_dir)
    known = collect_known(catalogue, {kind: files.slugs(kind) for kind in ENTRY_KINDS})
    with tempfile.TemporaryDirectory() as scratch:
        around = Surroundings(frozenset(file.path for file in files), known, today, Path(scratch))
        for file in sorted(files, key=lambda file: file.path):
            repair = repair_file(file, around) if is_chosen(file.path) else None
            if repair is not None:
                yield repair


def diff_lines(repair: Repair) -> Iterator[str]:
    """Yield the lines of a unified difference, without line ends."""
    before, after = (_lines(text) for text in (repair.before, repair.after))
    yield from difflib.unified_diff(before, after, f"a/{repair.file.path}", f"b/{repair.file.path}", lineterm="")


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*lines, f"{last}\n\\ Geen regeleinde aan het eind van het bestand"] if last else lines
