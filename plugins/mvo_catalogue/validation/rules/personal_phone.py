"""personal-phone: a mobile number belongs to one person, and does not stand on the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import FileReview

_SPACE = r"[ .\-–\u00a0]{0,3}"
MOBILE = re.compile(
    rf"[+(0](?<![\w.,/+-].)(?:(?<=\+)31{_SPACE}(?:\(0\){_SPACE})?|(?<=0)031{_SPACE}(?:\(0\){_SPACE})?|(?<=\()0|(?<=0))"
    rf"6\)?(?:{_SPACE}\d){{8}}(?![\w/-])"
)

SENTENCE = "Dit lijkt een mobiel nummer van één persoon. Noem liever een algemeen nummer, of een webadres."
"""What the finding says; the form in the browser goes by the same pattern and says the same."""


def check(review: FileReview) -> Iterator[Finding]:
    """Yield a warning for every mobile number, wherever it stands."""
    for match in review.find(MOBILE):
        yield Finding("personal-phone", SENTENCE, place=review.place(match.start()))
