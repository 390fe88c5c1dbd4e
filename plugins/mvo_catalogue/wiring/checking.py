"""Report everything that is wrong with the content, and repair what has one right answer."""

import argparse
import datetime
from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.domain.patterns import printable
from mvo_catalogue.reading.files import explain_unread
from mvo_catalogue.schema.references import KnownSlugs
from mvo_catalogue.texts import count_words
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.load import check_content
from mvo_catalogue.wiring.project import CACHE, CONTENT, choose_files, read_paths
from mvo_catalogue.wiring.reporting import give_report, print_difference, print_lines, refuse


def check(options: argparse.Namespace, today: datetime.date) -> int:
    """Do what ``mvo check`` does, as on ``today``; return its exit code."""
    if options.dry_run and not options.fix:
        return refuse("--proef hoort bij --fix: mvo check --fix --proef")
    unfinished = 0
    cache = Cache(BuildCache(CACHE))
    whole, report = check_content(CONTENT, today, cache)
    is_chosen = choose_files(options.paths)
    if options.fix:
        unfinished = repair_files(whole.known, today, is_chosen, dry_run=options.dry_run)
        _, report = check_content(CONTENT, today, cache)
    unread = chain.from_iterable(map(explain_unread, read_paths(options.paths)))
    diagnostics = tuple(sorted(dict.fromkeys((*report.diagnostics, *unread))))
    report = replace(report, diagnostics=diagnostics, is_strict=options.streng).about(is_chosen)
    if not options.tips and not options.paths:
        report = report.without_tips()
    return give_report(report, options) or int(report.fails or unfinished > 0)


def repair_files(
    known: KnownSlugs, today: datetime.date, is_chosen: Callable[[str], bool], *, dry_run: bool = False
) -> int:
    """Repair the chosen files, show what changes, and return in how many files something is left to repair."""
    from mvo_catalogue.fixing.repair import find_repairs  # noqa: PLC0415  # a check alone starts without it
    from mvo_catalogue.fixing.writing import NotChanged, diff_change, write_changes  # noqa: PLC0415  # the same

    repairs = list(find_repairs(CONTENT, known, today, is_chosen))
    written = 0
    for repair in repairs:
        print_difference(diff_change(repair.change))
        print_lines([f"{printable(repair.path)}: {', '.join(repair.done)}", ""])
        if not dry_run:
            try:
                write_changes([repair.change], CONTENT)
                written += 1
            except NotChanged as error:
                refuse(f"{repair.path} is niet verbeterd. {error}")
    files = count_words(len(repairs) if dry_run else written, "bestand", "bestanden")
    said = f"Te herstellen: {files}." if dry_run else f"Hersteld: {files}."
    print_lines([said if repairs else "Er is niets te herstellen."])
    return len(repairs) - written
