"""evidence-without-proof: who says that it works shows it.

From ``gemeten`` up there is a section "Resultaten"; for ``gemeten``, ``vergeleken`` and ``herhaald`` it holds a
figure (in digits or words); ``herhaald`` has two adoptions by others; ``onderzocht`` has a source of
``soort: onderzoek``.

Wrong: ``onderbouwing: gemeten`` without a figure    Right: "Zes kandidaten vonden werk."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.domain.practice import RESULTS
from mvo_catalogue.domain.values import EvidenceLevel, SourceKind
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

_NUMBER_WORD = (
    "één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|twintig|dertig|veertig|tachtig"
    r"|nul|geen|half|halve|helft|kwart|\w+tien|\w+tig|\w*honderd\w*|\w*duizend\w*|\w*miljoen|\w+(?:derde|vierde|vijfde)"
)
_FIGURE = re.compile(rf"\d|\b(?:{_NUMBER_WORD})\b", re.IGNORECASE)
_COUNTED = (EvidenceLevel.MEASURED, EvidenceLevel.COMPARED, EvidenceLevel.REPEATED)
LEAST_ADOPTIONS = 2


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for everything that the level of evidence promises and the entry does not show."""
    practice = review.practice
    level = practice.evidence
    results = practice.body.section(RESULTS)
    others = [adoption for adoption in practice.adoptions if adoption.association not in practice.associations]
    if level is not EvidenceLevel.DESCRIBED and results is None:
        yield _finding(f"Bij “{level}” hoort een kop “## {RESULTS}” met wat het opleverde.")
    elif level in _COUNTED and results is not None and not _FIGURE.search(results.text):
        yield _finding(f"Bij “{level}” hoort minstens één getal onder “{RESULTS}”.")
    if level is EvidenceLevel.REPEATED and len(others) < LEAST_ADOPTIONS:
        yield _finding(f"Bij “{level}” horen minstens {LEAST_ADOPTIONS} andere corporaties onder “overgenomen”.")
    if level is EvidenceLevel.STUDIED and not any(source.kind is SourceKind.STUDY for source in practice.sources):
        yield _finding(f"Bij “{level}” hoort een bron die het onderzoek is, met “soort: onderzoek”.")


def _finding(message: str) -> Finding:
    return Finding("evidence-without-proof", f"{message} Anders past “beschreven”.", ("onderbouwing",))
