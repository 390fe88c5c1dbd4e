"""personal-mailbox: questions go to a mailbox that outlives the person who reads it now.

Wrong: ``contact: anna.jansen@voorbeeld.nl``    Right: ``contact: mvo@voorbeeld.nl``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.model import is_mailbox
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

_NAME = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)+", re.IGNORECASE)
_FUNCTIONS = frozenset({"afdeling", "bestuur", "communicatie", "contact", "info", "klant", "mvo", "team", "wonen"})


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a warning for a mailbox of the form ``first.last@``."""
    contact = review.practice.contact or ""
    name = contact.partition("@")[0].lower()
    if is_mailbox(contact) and _NAME.fullmatch(name) and _FUNCTIONS.isdisjoint(name.split(".")):
        message = f"“{contact}” lijkt van één persoon. Gebruik liever een algemeen adres, zoals mvo@voorbeeld.nl."
        yield Finding("personal-mailbox", message, ("contact",), severity=Severity.WARNING)
