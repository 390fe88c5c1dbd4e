"""The report: everything that was found, in file order, with a closing sentence that says what now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity


def count_words(number: int, singular: str, plural: str) -> str:
    """Return ``1 fout`` or ``2 fouten``."""
    return f"{number} {singular if number == 1 else plural}"


@dataclass(frozen=True)
class Report:
    """All diagnostics of one run, sorted by file and place, and the number of files that were read."""

    diagnostics: tuple[Diagnostic, ...]
    file_count: int

    @property
    def has_errors(self) -> bool:
        """Return whether a build must stop."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    def lines(self, output_format: str = "text") -> Iterator[str]:
        """Yield the lines of the report, as plain text or as GitHub workflow commands (``github``)."""
        for diagnostic in self.diagnostics:
            yield _github_line(diagnostic) if output_format == "github" else str(diagnostic)
        yield self.summary

    @property
    def summary(self) -> str:
        """Return the closing sentence."""
        errors = [item for item in self.diagnostics if item.severity is Severity.ERROR]
        warnings = len(self.diagnostics) - len(errors)
        files = count_words(self.file_count, "bestand", "bestanden")
        if not self.diagnostics:
            return f"Gecontroleerd: {files}. Alles is in orde."
        found = [count_words(len(errors), "fout", "fouten")] if errors else []
        found += [count_words(warnings, "waarschuwing", "waarschuwingen")] if warnings else []
        advice = "Verbeter de fouten en probeer het opnieuw." if errors else "De catalogus kan worden gemaakt."
        return f"Gecontroleerd: {files}. Gevonden: {' en '.join(found)}. {advice}"


def _github_line(diagnostic: Diagnostic) -> str:
    level = "error" if diagnostic.severity is Severity.ERROR else "warning"
    place = f"file={_property(diagnostic.path)},line={diagnostic.line},col={diagnostic.column}"
    return f"::{level} {place},title={_property(diagnostic.rule)}::{_message(diagnostic.message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
