"""The report: all diagnostics in file order, with a closing sentence that says what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter

from mvo_catalogue.domain.diagnostic import MOST_SHOWN, Diagnostic, Severity
from mvo_catalogue.texts import count_words

_WORDS = {
    Severity.ERROR: ("fout", "fouten"),
    Severity.WARNING: ("waarschuwing", "waarschuwingen"),
    Severity.TIP: ("tip", "tips"),
}


def count_found(diagnostics: Iterable[Diagnostic]) -> str:
    """Return ``2 fouten, 1 waarschuwing en 3 tips``, without zeros."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [count_words(counts[severity], *words) for severity, words in _WORDS.items() if counts[severity]]
    return " en ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


_BESIDE = re.compile(r"\((content/[\w/-]+\.md)\)")
"""The path of another file in a message that is about two."""


@dataclass(frozen=True)
class Report:
    """The diagnostics of one run, sorted by file and place, and the number of files that were read.

    ``left_out`` are tips that were found and are not shown; ``elsewhere`` is what was found in files that nobody asked
    about. With ``is_strict`` a warning weighs as much as an error.
    """

    diagnostics: tuple[Diagnostic, ...]
    file_count: int
    left_out: tuple[Diagnostic, ...] = ()
    elsewhere: tuple[Diagnostic, ...] = ()
    is_strict: bool = False

    @cached_property
    def shown(self) -> tuple[Diagnostic, ...]:
        """Return what is shown: the most severe diagnostics of each file in order, and one that counts the rest."""
        return tuple(
            chain.from_iterable(_limit(list(found)) for _, found in groupby(self.diagnostics, attrgetter("path")))
        )

    @property
    def has_errors(self) -> bool:
        """Return whether a build must stop."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def fails(self) -> bool:
        """Return whether the check fails."""
        return any(self.weighs(diagnostic) for diagnostic in self.diagnostics)

    def weighs(self, diagnostic: Diagnostic) -> bool:
        """Return whether this diagnostic makes the check fail."""
        return diagnostic.severity is Severity.ERROR or (self.is_strict and diagnostic.severity is Severity.WARNING)

    def about(self, is_asked: Callable[[str], bool]) -> Report:
        """Return the report on the files whose path is asked about, and on others that resemble one of these."""
        pairs = {item for item in self.diagnostics for path in _BESIDE.findall(item.message) if is_asked(path)}
        asked = tuple(item for item in self.diagnostics if is_asked(item.path) or item in pairs)
        elsewhere = tuple(item for item in self.diagnostics if not is_asked(item.path) and item not in pairs)
        return replace(self, diagnostics=asked, elsewhere=self.elsewhere + elsewhere)

    def without_tips(self) -> Report:
        """Return the report without tips, which the closing sentence counts."""
        tips = tuple(item for item in self.diagnostics if item.severity is Severity.TIP)
        rest = tuple(item for item in self.diagnostics if item.severity is not Severity.TIP)
        return replace(self, diagnostics=rest, left_out=self.left_out + tips)

    @property
    def summary(self) -> str:
        """Return the closing sentences."""
        return " ".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        yield f"Gecontroleerd: {count_words(self.file_count, 'bestand', 'bestanden')}."
        if self.diagnostics:
            yield f"Gevonden: {count_found(self.diagnostics)}."
        weighing = {item.severity for item in self.diagnostics if self.weighs(item)}
        if weighing:
            what = " en ".join(plural for severity, (_, plural) in _WORDS.items() if severity in weighing)
            yield f"Verbeter de {what} en probeer het opnieuw."
        elif self.diagnostics:
            yield "De catalogus kan worden gemaakt." if not self.elsewhere else "Dit mag zo blijven."
        else:
            yield "Alles is in orde." if not self.elsewhere else "Hier is alles in orde."
        if self.left_out:
            yield f"Er {'zijn' if len(self.left_out) > 1 else 'is'} ook {count_found(self.left_out)}: zie --tips."
        others = [item for item in self.elsewhere if item.severity is not Severity.TIP]
        if others:
            yield f"In andere bestanden: {count_found(others)}."


def _limit(found: list[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics of one file; of too many the most severe, and a count of the rest at the last place."""
    if len(found) <= MOST_SHOWN:
        return found
    weights = list(Severity)
    heaviest = sorted(range(len(found)), key=lambda number: weights.index(found[number].severity))
    kept, others = sorted(heaviest[:MOST_SHOWN]), [found[number] for number in heaviest[MOST_SHOWN:]]
    more, last = count_words(len(others), "melding", "meldingen"), found[-1]
    message = f"En nog {more} in dit bestand: {count_found(others)}. Verbeter eerst wat hierboven staat."
    counted = Diagnostic(last.path, last.line, last.column, last.rule, message, others[0].severity)
    return [*(found[number] for number in kept), counted]
