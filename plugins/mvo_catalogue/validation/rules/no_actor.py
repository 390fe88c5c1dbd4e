"""no-actor: a practice says who did it, as a housing association or as a partner."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="no-actor",
    severity=Severity.ERROR,
    title="Een praktijk zegt wie het deed.",
    explanation=(
        "Lezers willen weten wie dit al doet, zodat zij het kunnen vragen. Noem minstens één corporatie onder "
        "“corporaties”, of een andere organisatie onder “partners”. Beide mag ook."
    ),
    wrong=("corporaties: []\npartners: []"),
    right=("corporaties:\n  - de-brug\npartners: []"),
)

SENTENCE = "Er staat niet wie het deed. Vul “corporaties” in, of “partners”, of allebei."
"""What the finding says; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when nobody is named."""
    if not review.practice.actors and review.knows("corporaties", "partners"):
        yield Finding(RULE, SENTENCE)
