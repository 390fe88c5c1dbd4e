"""The report for programs: our own form and GitLab's, both JSON, and GitHub's annotations with a summary page.

Our own is described in ``docs/controle.md``. GitHub shows no more than ten annotations of a kind; its summary page
shows everything that fits.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.validation.report import Report

VERSION = 1
"""The version of our own format, increased when a key disappears or changes its meaning; keys may be added."""

_GITLAB_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.TIP: "info"}

MAX_SUMMARY_BYTES = 1024 * 1024
"""What GitHub takes as the summary of one step; of more it shows nothing."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "notice"}
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.TIP: "💡"}
_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")
_HEAD = "\n| | Plaats | Melding |\n|---|---|---|\n"
_REST = "\nHier past niet alles. De andere meldingen ({}) staan in het logboek van deze stap.\n"


def build_json(report: Report) -> str:
    """Return the report as one JSON object."""
    severities = [item.severity for item in report.diagnostics]
    document = {
        "versie": VERSION,
        "geslaagd": not report.fails,
        "bestanden": report.file_count,
        "fouten": severities.count(Severity.ERROR),
        "waarschuwingen": severities.count(Severity.WARNING),
        "tips": severities.count(Severity.TIP),
        "meldingen": [
            {
                "bestand": item.path,
                "regel": item.line,
                "kolom": item.column,
                "ernst": str(item.severity),
                "code": item.rule,
                "melding": item.message,
            }
            for item in report.shown
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def build_gitlab(report: Report) -> str:
    """Return the report as a JSON list, empty when there is nothing to say."""
    found = [
        {
            "description": item.message,
            "check_name": item.rule,
            "fingerprint": fingerprint,
            "severity": _GITLAB_SEVERITIES[item.severity],
            "location": {"path": item.path, "lines": {"begin": item.line}},
        }
        for item, fingerprint in _with_fingerprints(report.shown)
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)


def _with_fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each diagnostic with 64 hexadecimal digits that stay the same when lines above it come or go.

    Equal messages in a file are numbered.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in diagnostics:
        key = (diagnostic.path, diagnostic.rule, diagnostic.message)
        seen[key] += 1
        yield diagnostic, hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()


def github_lines(report: Report) -> Iterator[str]:
    """Yield a workflow command per diagnostic, and the closing sentence."""
    for item in report.shown:
        message = item.message.replace("%", "%25")
        path = item.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
        yield f"::{_LEVELS[item.severity]} file={path},line={item.line},col={item.column},title={item.rule}::{message}"
    yield report.summary


def github_summary(report: Report, address: str = "", room: int = MAX_SUMMARY_BYTES) -> str:
    """Return the report as Markdown of at most ``room`` bytes; ``""`` when not even its heading fits.

    ``address`` is where the files of this commit can be seen (``https://…/blob/<commit>/``); without it nothing is a
    link.
    """
    head = f"## Controle van de inhoud\n\n{_escape_markdown(report.summary)}\n"
    if len(head.encode()) > room:
        return ""
    if not report.shown:
        return head
    room -= len((head + _HEAD + _REST.format(len(report.shown))).encode())
    rows = []
    for item in report.shown:
        row = _row(item, address)
        room -= len(row.encode())
        if room < 0:
            break
        rows.append(row)
    missing = len(report.shown) - len(rows)
    return head + (_HEAD + "".join(rows) if rows else "") + (_REST.format(missing) if missing else "")


def _row(item: Diagnostic, address: str) -> str:
    place = _escape_markdown(f"{item.path}:{item.line}:{item.column}")
    if address:
        place = f"[{place}]({address}{quote(item.path, errors='replace')}?plain=1#L{item.line})"
    return f"| {_MARKS[item.severity]} {item.severity} | {place} | {_escape_markdown(item.message)} `{item.rule}` |\n"


def _escape_markdown(text: str) -> str:
    """Return text that Markdown, HTML and GitHub's own shorthands leave alone."""

    def entity(match: re.Match[str]) -> str:
        shown = f"&#{ord(match[0])};"
        return f"{shown}<!-- -->" if match[0] in "@#" else shown  # or GitHub would link a name or number

    return _MARKUP.sub(entity, text)
