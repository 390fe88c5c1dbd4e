"""citizen-number: nothing that could be a citizen service number (bsn) is ever published.

Such a number has eight or nine digits and passes the "elfproef": nine, eight … two and minus one times its digits is
a multiple of eleven. One in eleven other numbers passes too, so a number that says what it is, is let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import FileReview

NUMBER = re.compile(
    r"\d(?<![\w.,/+€$-]\d)(?<![€$] \d)"
    r"(?:\d{7,8}|\d{3}\.\d{2}\.\d{3}|\d{2}[ -]\d{3}[ -]\d{3}|\d{3} \d{2} \d{3})"
    r"(?![\w/]|[.,-]\d)"
)
MONEY = re.compile(r"\s*(?:euro|eur\b|m2|m²|m3|m³|kwh|kg|km|%)", re.IGNORECASE)
OTHER_NUMBER = re.compile(
    r"(?:kvk|k\.v\.k\.|kamer van koophandel|isbn|issn|rsin|btw|vat|iban|doi|kenmerk|referentie|code|tel|telefoon|bel"
    r"|\b(?!burgerservice|sofi|bsn|persoons)\w*(?:nummer|nr))[-.:#]*(?:nummer|nr)?[\s.:#(-]*(?:is |nl)?$",
    re.IGNORECASE,
)
BEFORE = 40
DAY = re.compile(
    r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}"
)
"""What such a number looks like, and what in it or around it shows that it is another."""

SENTENCE = (
    "Dit getal kan een burgerservicenummer zijn. Haal het weg. Is het iets anders? Zet er dan vlak voor wat het is, "
    "zoals “KvK” of “dossiernummer”."
)
"""What the finding says; the form in the browser goes by the same patterns and says the same."""


def check(review: FileReview) -> Iterator[Finding]:
    """Yield an error, without repeating the number, wherever one stands that could be of a person."""
    for match in review.find(NUMBER):
        digits = re.sub(r"\D", "", match[0])
        before = review.source[max(0, match.start() - BEFORE) : match.start()].rpartition("\n")[2]
        if (
            passes_elfproef(digits)
            and not DAY.fullmatch(digits)
            and not MONEY.match(review.source, match.end())
            and not OTHER_NUMBER.search(before)
        ):
            yield Finding("citizen-number", SENTENCE, place=review.place(match.start()))


def passes_elfproef(digits: str) -> bool:
    """Return whether eight or nine digits could be a citizen service number."""
    number = digits.zfill(9)
    total = sum(weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), number, strict=True))
    return total % 11 == 0 and len(set(number)) > 1
