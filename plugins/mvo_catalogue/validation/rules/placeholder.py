"""placeholder: nothing of the text that a new file starts with is left over."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.model import PLACEHOLDER
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import FileReview


def check(review: FileReview) -> Iterator[Finding]:
    """Yield a finding for every line that still holds a text to be replaced."""
    for number, line in enumerate(review.lines, 1) if PLACEHOLDER in review.source else ():
        column = line.find(PLACEHOLDER)
        if column >= 0:
            message = "Hier staat nog een invultekst. Zet er uw eigen tekst voor in de plaats, of haal de regel weg."
            yield Finding("placeholder", message, place=(number, column + 1))
