"""personal-mailbox: questions go to a mailbox that outlives the person who reads it now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import FileReview

MAILBOX = re.compile(r"(?<![\w.+@/-])([\w.+-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63})+)")
NAME = re.compile(r"[^\W\d_]+(?:[._][^\W\d_]+)+\d{0,4}", re.IGNORECASE)
FUNCTION = re.compile(
    r"administratie|afdeling|beheer|bestuur|bureau|buurt|communicatie|contact|coöperatie|dienst|duurzaam|energie"
    r"|huurder|info|inkoop|klant|loket|meedoen|meld|\bmvo\b|onderhoud|participatie|\bpers\b|project|receptie|redactie"
    r"|secretariaat|service|sociaal|stichting|team|vereniging|werk|wijk|wonen|woning"
)
"""What stands in the name of a mailbox that a group of people reads."""
PRIVATE_HOST = re.compile(
    r"(?:gmail|hotmail|outlook|live|msn|icloud|me|yahoo|ziggo|kpnmail|kpnplanet|planet|home|xs4all|upcmail|hetnet|"
    r"casema|chello|quicknet|telfort|tele2|solcon|online|proton|protonmail)\.(?:com|nl|me)",
    re.IGNORECASE,
)

SENTENCE = "“{address}” lijkt van één persoon. Gebruik liever een algemeen adres, zoals mvo@voorbeeld.nl."
"""What the finding says; the form in the browser goes by the same patterns and says the same."""


def check(review: FileReview) -> Iterator[Finding]:
    """Yield a warning for every mailbox of the form ``first.last@``, and for a private one without a function."""
    for match in review.find(MAILBOX) if "@" in review.source else ():
        name = match[1].lower()
        is_person = NAME.fullmatch(name) or PRIVATE_HOST.fullmatch(match[2])
        if is_person and not FUNCTION.search(name.replace(".", " ").replace("_", " ")):
            yield Finding("personal-mailbox", SENTENCE.format(address=match[0]), place=review.place(match.start()))
