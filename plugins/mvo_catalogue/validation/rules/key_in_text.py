"""key-in-text: a field stands between the dashes above the text, and a fixed heading starts with ``##``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.domain.practice import SECTION_ORDER
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import FileReview

_FIELD = re.compile(r"([^\W\d]\w*)[ \t]*:(?:\s|$)")
_OF_FIELD = re.compile(r"\s*(?:- |[a-z_]+[ \t]*:(?:\s|$))")
_EMPHASIS = "*_"


def check(review: FileReview) -> Iterator[Finding]:
    """Yield a warning for every line of the body that is a field, or a fixed heading without its marks."""
    headings = {passage.text.strip() for passage in review.passages if passage.tag[0] == "h"}
    missing = {name.casefold(): name for name in SECTION_ORDER if name not in headings}
    for passage in review.passages:
        first, last = passage.place()[0], passage.marks[-1][1]
        if first < review.body_line or (":" not in passage.text and passage.text.casefold() not in missing):
            continue
        for line in range(first, last + 1):
            written = review.lines[line - 1]
            if line > first and not _OF_FIELD.match(review.lines[line - 2]):
                continue  # an ordinary sentence that happens to go on here
            found = _FIELD.match(written)
            word = found[1] if found else ""
            alone = written.strip().strip(_EMPHASIS).rstrip(": ").strip(_EMPHASIS) if first == last else ""
            heading = missing.get((word or alone).casefold())
            if word in review.keys:
                message = f"“{word}” is een veld en hoort niet in de tekst. Zet het boven de tweede regel met ---."
                yield Finding("key-in-text", message, place=(line, 1))
            elif heading and review.kind == PRACTICES and not written.startswith("#"):
                message = f"“{heading}” is hier nog geen kop. Schrijf op een eigen regel “## {heading}”."
                yield Finding("key-in-text", message, place=(line, 1))
