"""heading-level: headings begin at level two and go down one level at a time."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding


def check(text: MarkdownText) -> Iterator[Finding]:
    """Yield a finding for every heading of level one, and for every level that is skipped."""
    level = 1
    for heading in text.headings:
        if heading.level == 1:
            message = "Een kop met één hekje kan hier niet: de titel is al de grote kop. Gebruik “## ”."
            yield Finding("heading-level", message, anchor=heading.anchor)
        elif heading.level > level + 1:
            message = f"Deze kop slaat een niveau over. Gebruik “{'#' * (level + 1)} ”."
            yield Finding("heading-level", message, anchor=heading.anchor)
        level = max(heading.level, 2)
