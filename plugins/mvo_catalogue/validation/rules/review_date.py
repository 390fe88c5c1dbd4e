"""review-date: an entry is checked on or after the day it came in, and no such day lies in the future."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.validation.finding import Finding, Path
from mvo_catalogue.validation.review import PracticeReview

IN_FUTURE = "{day} ligt in de toekomst. Vul een dag in tot en met vandaag."
TOO_EARLY = "“gecontroleerd” ligt vóór “gepubliceerd” ({published}). Vul een latere dag in."
"""What the findings say; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for each day after today, and for a review before publication."""
    practice = review.practice
    yield from _in_future(("gepubliceerd",), practice.published_on, review.today)
    yield from _in_future(("gecontroleerd",), practice.reviewed_on, review.today)
    if practice.legal_frame:
        yield from _in_future(("kader", "gecontroleerd"), practice.legal_frame.reviewed_on, review.today)
    if practice.reviewed_on < practice.published_on <= review.today and review.knows("gepubliceerd"):
        yield Finding("review-date", TOO_EARLY.format(published=practice.published_on), ("gecontroleerd",))


def check_partner(partner: Partner, today: datetime.date) -> Iterator[Finding]:
    """Yield a finding when a partner was checked after today."""
    yield from _in_future(("gecontroleerd",), partner.reviewed_on, today)


def _in_future(path: Path, day: datetime.date, today: datetime.date) -> Iterator[Finding]:
    if day > today:
        yield Finding("review-date", IN_FUTURE.format(day=day), path)
