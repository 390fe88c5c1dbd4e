"""Output of a report: on the screen, in a file, on the summary page of a build server."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from mvo_catalogue.domain.patterns import printable
from mvo_catalogue.reports.programs import MAX_SUMMARY_BYTES, build_gitlab, build_json, github_lines, github_summary
from mvo_catalogue.reports.text import Sources, diff_text, text_lines
from mvo_catalogue.validation.report import Report
from mvo_catalogue.wiring.project import CONTENT

_DOCUMENTS = {"gitlab": build_gitlab, "json": build_json}


def give_report(report: Report, options: argparse.Namespace) -> int:
    """Print the report, or write it; return 2 when it cannot be written, else 0."""
    sources = Sources(CONTENT.parent) if options.toon else None
    if options.format == "github":
        lines: Iterable[str] = github_lines(report)
        _write_summary(report)
    elif options.format in _DOCUMENTS:
        lines = _DOCUMENTS[options.format](report).split("\n")
    else:
        lines = text_lines(report, sources, colour=options.output is None and wants_colour())
    if options.output is None:
        print_lines(lines)
        return 0
    if options.output.resolve().is_relative_to(CONTENT.resolve()):
        return refuse(f"In de map “{CONTENT}” hoort alleen inhoud. Kies bij --output een andere plek.")
    try:
        options.output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", errors="replace")
    except OSError as error:
        return refuse(f"“{options.output}” kan niet worden geschreven ({error.strerror}).")
    print_lines(text_lines(report, sources, colour=wants_colour()))
    return 0


def _write_summary(report: Report) -> None:
    """Add the report to the summary page of a GitHub run, when this is one."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    parts = [os.environ.get(f"GITHUB_{part}", "") for part in ("SERVER_URL", "REPOSITORY", "SHA")]
    address = "{}/{}/blob/{}/".format(*parts) if all(parts) else ""
    try:
        with Path(name).open("ab") as file:
            file.write(github_summary(report, address, MAX_SUMMARY_BYTES - file.tell()).encode("utf-8", "replace"))
    except OSError as error:
        refuse(f"De samenvatting kan niet worden geschreven ({error.strerror}).")


def refuse(message: str) -> int:
    """Say why a command makes no sense or cannot be done, and return its exit code."""
    print(printable(message), file=sys.stderr)
    return 2


def print_lines(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        print(line)


def print_difference(lines: Iterable[str]) -> None:
    """Print the lines of a unified difference as a terminal can show them."""
    colour = wants_colour()
    for line in lines:
        print_lines(diff_text(line, colour=colour))


def wants_colour() -> bool:
    """Return whether the output goes to a terminal, and colour is not turned off."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
