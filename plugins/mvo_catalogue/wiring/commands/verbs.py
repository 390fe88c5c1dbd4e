"""``mvo hernoem``, ``samenvoegen``, ``verwijder`` and ``waarde``: show what changes, ask, and write it."""

import argparse

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.patterns import printable
from mvo_catalogue.fixing import verbs
from mvo_catalogue.fixing.workbench import Changes
from mvo_catalogue.fixing.writing import NotChanged, diff_change, write_changes
from mvo_catalogue.reports.text import message_line
from mvo_catalogue.texts import count_words
from mvo_catalogue.wiring.project import CONTENT, read_today
from mvo_catalogue.wiring.reporting import print_difference, print_lines, wants_colour


def run(options: argparse.Namespace) -> int:
    """Show the changes, and write them after a yes."""
    changes = _plan(options)
    _show(changes)
    if any(found.severity is Severity.ERROR for found in changes.found):
        raise NotChanged("Met deze verandering zijn er fouten in de inhoud. Er is niets veranderd.")
    if not options.ja and not _ask():
        raise NotChanged("Er is niets veranderd.")
    write_changes(changes.files, CONTENT)
    files = count_words(len(changes.files), "bestand", "bestanden")
    print(f"Veranderd: {files}. Kijk het na met git diff HEAD en leg het vast: git add content && git commit")
    return 0


def _plan(options: argparse.Namespace) -> Changes:
    today = read_today()
    if options.command == "hernoem":
        return verbs.rename_entry(CONTENT, today, options.oud, options.nieuw)
    if options.command == "samenvoegen":
        return verbs.merge_partners(CONTENT, today, options.verdwijnt, options.blijft)
    if options.command == "verwijder":
        return verbs.remove_entry(CONTENT, today, options.naam, options.reden, options.in_plaats_van)
    return verbs.rename_value(CONTENT, today, options.lijst, options.oud, options.nieuw, options.naam)


def _show(changes: Changes) -> None:
    for change in changes.files:
        print_difference(diff_change(change))
    print_lines(map(printable, ["", *changes.notes]))
    print_lines(message_line(found, colour=wants_colour()) for found in changes.found)


def _ask() -> bool:
    try:
        return input("Wilt u dit? [j/N] ").strip().lower() in ("j", "ja")
    except EOFError:
        print("\nNiemand kan hier antwoorden. Zet er --ja achter om dit te doen.")
        return False
