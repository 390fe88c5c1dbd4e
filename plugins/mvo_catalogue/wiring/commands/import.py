# ruff: noqa: N999  # a command is a module of its name, also when that is a word of Python
"""``mvo import``: read a package from a saved mail, an issue or the clipboard, write its files and check them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from mvo_catalogue.domain.patterns import printable
from mvo_catalogue.fixing.placing import NotPlaced, plan_changes
from mvo_catalogue.fixing.writing import Change, diff_change, write_all
from mvo_catalogue.reading.mails import read_package
from mvo_catalogue.reading.package import BrokenPackage, Package
from mvo_catalogue.refused import NoContent
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.texts import count_words
from mvo_catalogue.validation.load import check_content
from mvo_catalogue.wiring.checking import repair_files
from mvo_catalogue.wiring.project import CONTENT, read_today
from mvo_catalogue.wiring.reporting import print_difference, print_lines, refuse, wants_colour

_MOST_READ = 20_000_000
"""How many bytes a saved mail may have; those with pictures are large."""


def run(options: argparse.Namespace) -> int:
    """Write the files of a package; 1 when the check finds errors in them, 2 when nothing was written."""
    if not CONTENT.is_dir():
        raise NoContent
    try:
        package = read_package(_read(options.file))
    except BrokenPackage as error:
        return refuse(f"Er is niets geschreven. {str(error)[0].upper()}{str(error)[1:]}")
    _show_notes(package)
    try:
        changes = plan_changes(package.files, CONTENT, replaces=options.replaces)
    except NotPlaced as error:
        _show_changes(error.clashes)
        for reason in error.reasons:
            refuse(f"{reason[0].upper()}{reason[1:]}")
        return refuse("Er is niets geschreven.")
    _show_changes(changes)
    if options.dry_run:
        print("Er is niets geschreven (--proef).")
        return 0
    write_all(changes, CONTENT.parent)
    for change in changes:
        print(f"Geschreven: {change.after_path}")
    if not changes:
        print("Er verandert niets: alles stond er al.")
    return _check({change.after_path for change in changes}, {file.path for file in package.files})


def _read(name: str) -> bytes:
    if name != "-":
        if not Path(name).is_file():
            raise BrokenPackage(0, f"“{name}” is hier geen bestand.")
        with Path(name).open("rb") as file:
            data = file.read(_MOST_READ + 1)
    else:
        if sys.stdin.isatty():
            print("Plak de tekst. Druk daarna op Enter en op Ctrl+D (Windows: Ctrl+Z en Enter).", file=sys.stderr)
        data = sys.stdin.buffer.read(_MOST_READ + 1)
    if len(data) > _MOST_READ:
        raise BrokenPackage(0, f"dit is te groot ({_MOST_READ // 1_000_000} MB is het meeste).")
    return data


def _show_notes(package: Package) -> None:
    for name, text in package.notes.items():
        first, *others = map(printable, text.split("\n"))
        print_lines([f"{name}: {first}", *(f"  {line}" for line in others)])
    print_lines(f"Let op: {printable(damage)}" for damage in package.damage)


def _show_changes(changes: Sequence[Change]) -> None:
    """Show each change of an existing file; a new one is only named."""
    for change in changes:
        if change.before is not None:
            print_difference(diff_change(change))
        else:
            lines = count_words((change.after or b"").count(b"\n"), "regel", "regels")
            print(f"Nieuw bestand: {change.after_path} ({lines})")


def _check(written: set[str], paths: set[str]) -> int:
    """Repair what was written, and print what the check says of these files; 1 when there are errors in them."""
    whole, report = check_content(CONTENT, read_today())
    if written:
        repair_files(whole.known, read_today(), written.__contains__)
        _, report = check_content(CONTENT, read_today())
    report = report.about(paths.__contains__)
    print_lines(text_lines(report, colour=wants_colour()))
    return int(report.fails)
