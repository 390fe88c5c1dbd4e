"""stale-review: an entry is checked again within eighteen months."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="stale-review",
    severity=Severity.WARNING,
    title="Een praktijk is korter dan anderhalf jaar geleden nagekeken.",
    explanation=(
        "Een aanpak verandert en een bron verdwijnt. Lees de praktijk nog eens, open de bronnen en verbeter wat "
        "niet meer klopt. Zet daarna bij “gecontroleerd” de datum van vandaag. Is er niets veranderd? Dan is de "
        "nieuwe datum genoeg."
    ),
    wrong=("gepubliceerd: 2024-03-01\ngecontroleerd: 2024-03-01"),
    right=("gepubliceerd: 2024-03-01\ngecontroleerd: 2026-11-01"),
)

MONTHS_UNTIL_WARNING = 18


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a warning when the last check is too long ago."""
    months = review.practice.months_since_review(review.today)
    if months > MONTHS_UNTIL_WARNING:
        message = f"Voor het laatst nagekeken: {months} maanden geleden. Kijk de bronnen na en pas de datum aan."
        yield Finding(RULE, message, ("gecontroleerd",))
