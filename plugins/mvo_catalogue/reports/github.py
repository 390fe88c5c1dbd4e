"""The report for GitHub: annotations at their lines, and all of it on the summary page of the run.

GitHub shows no more than ten annotations of a kind; the summary page shows everything that fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.validation.report import Report

MAX_SUMMARY_BYTES = 1024 * 1024
"""What GitHub takes as the summary of one step; of more it shows nothing."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "notice"}
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.TIP: "💡"}
_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")
_HEAD = "\n| | Plaats | Melding |\n|---|---|---|\n"
_REST = "\nHier past niet alles. De andere meldingen ({}) staan in het logboek van deze stap.\n"


def github_lines(report: Report) -> Iterator[str]:
    """Yield a workflow command per diagnostic, and the closing sentence."""
    for item in report.diagnostics:
        place = f"file={_property(item.path)},line={item.line},col={item.column}"
        yield f"::{_LEVELS[item.severity]} {place},title={_property(item.rule)}::{_message(item.message)}"
    yield report.summary


def github_summary(report: Report, address: str = "", room: int = MAX_SUMMARY_BYTES) -> str:
    """Return the report as Markdown of at most ``room`` bytes; ``""`` when not even its heading fits.

    ``address`` is where the files of this commit can be seen (``https://…/blob/<commit>/``); without it nothing is a
    link.
    """
    head = f"## Controle van de inhoud\n\n{escape_markdown(report.summary)}\n"
    if len(head.encode()) > room:
        return ""
    if not report.diagnostics:
        return head
    room -= len((head + _HEAD + _REST.format(len(report.diagnostics))).encode())
    rows = []
    for item in report.diagnostics:
        row = _row(item, address)
        room -= len(row.encode())
        if room < 0:
            break
        rows.append(row)
    missing = len(report.diagnostics) - len(rows)
    return head + (_HEAD + "".join(rows) if rows else "") + (_REST.format(missing) if missing else "")


def _row(item: Diagnostic, address: str) -> str:
    place = escape_markdown(f"{item.path}:{item.line}:{item.column}")
    if address:
        place = f"[{place}]({address}{quote(item.path, errors='replace')}?plain=1#L{item.line})"
    return f"| {_MARKS[item.severity]} {item.severity} | {place} | {escape_markdown(item.message)} `{item.rule}` |\n"


def escape_markdown(text: str) -> str:
    """Return text that Markdown, HTML and GitHub's own shorthands leave alone."""

    def entity(match: re.Match[str]) -> str:
        shown = f"&#{ord(match[0])};"
        return f"{shown}<!-- -->" if match[0] in "@#" else shown  # else GitHub makes a link of a name or number

    return _MARKUP.sub(entity, text)


def _message(text: str) -> str:
    return text.replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
