"""The report for people: a line per message, in colour when asked for, with the line it is about."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.domain.printable import printable
from mvo_catalogue.reports.source import Sources
from mvo_catalogue.validation.report import Report

_BOLD, _DIM, _RED, _YELLOW, _GREEN, _BLUE = "1", "2", "1;31", "1;33", "1;32", "1;34"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.TIP: _BLUE}


def text_lines(report: Report, sources: Sources | None = None, *, colour: bool = False) -> Iterator[str]:
    """Yield the lines of the report; with ``sources`` each message is followed by the line that it is about."""
    for diagnostic in report.diagnostics:
        yield _message(diagnostic, colour=colour)
        if sources is not None:
            for line, code in zip(sources.excerpt(diagnostic), (_DIM, _COLOURS[diagnostic.severity]), strict=False):
                yield _paint(line, code, colour=colour)
    ending = _RED if report.fails else _YELLOW if report.diagnostics else _GREEN
    yield _paint(report.summary, ending, colour=colour)


def diff_text(line: str, *, colour: bool) -> Iterator[str]:
    """Yield a line of a difference as it can be shown on a terminal."""
    code = {"+": _GREEN, "-": _RED, "@": _DIM}.get(line[:1], "")
    for part in line.split("\n"):
        shown = "\t".join(map(printable, part.split("\t")))
        yield _paint(shown, code, colour=colour) if code else shown


def _message(diagnostic: Diagnostic, *, colour: bool) -> str:
    place = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}:"
    word, rule, sentence = str(diagnostic.severity), f"[{diagnostic.rule}]", diagnostic.message
    if colour:
        place, word = _paint(place, _BOLD, colour=True), _paint(word, _COLOURS[diagnostic.severity], colour=True)
        rule = _paint(rule, _DIM, colour=True)
    return f"{place} {word} {rule} {sentence}"


def _paint(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
