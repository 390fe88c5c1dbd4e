"""no-actor: a practice says who did it, as a housing association or as a partner.

Wrong: neither ``corporaties`` nor ``partners``    Right: ``corporaties: [woonbedrijf]``
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding


def check(practice: Practice, text: MarkdownText, today: datetime.date) -> Iterator[Finding]:
    """Yield a finding when nobody is named."""
    if not practice.actors:
        yield Finding("no-actor", "Er staat niet wie het deed. Vul “corporaties” in, of “partners”, of allebei.")
