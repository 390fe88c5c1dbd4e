"""empty-heading: a heading has words."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding


def check(text: MarkdownText) -> Iterator[Finding]:
    """Yield a finding for every heading without words."""
    for heading in text.headings:
        if not heading.text:
            message = "Deze kop is leeg. Schrijf achter de hekjes waar het stuk over gaat, of haal de regel weg."
            yield Finding("empty-heading", message, anchor=heading.anchor)
