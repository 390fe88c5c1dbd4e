"""review-date: an entry is checked on or after the day it came in, and no such day lies in the future."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.validation.finding import Finding, Path
from mvo_catalogue.validation.review import PracticeReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="review-date",
    severity=Severity.ERROR,
    title="Een datum ligt niet in de toekomst, en “gecontroleerd” niet vóór “gepubliceerd”.",
    explanation=(
        "Lezers zien aan deze datums hoe actueel de tekst is. U kunt een praktijk pas controleren als zij er is, "
        "en een controle van morgen is er nog niet. Meestal is het een tikfout in het jaar of de maand."
    ),
    wrong=("gepubliceerd: 2026-10-21\ngecontroleerd: 2026-10-01"),
    right=("gepubliceerd: 2026-10-01\ngecontroleerd: 2026-10-21"),
)

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
        yield Finding(RULE, TOO_EARLY.format(published=practice.published_on), ("gecontroleerd",))


def check_partner(partner: Partner, today: datetime.date) -> Iterator[Finding]:
    """Yield a finding when a partner was checked after today."""
    yield from _in_future(("gecontroleerd",), partner.reviewed_on, today)


def _in_future(path: Path, day: datetime.date, today: datetime.date) -> Iterator[Finding]:
    if day > today:
        yield Finding(RULE, IN_FUTURE.format(day=day), path)
