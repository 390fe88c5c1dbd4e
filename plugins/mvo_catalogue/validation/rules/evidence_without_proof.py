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
    r"nul|geen|[eé]én|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    r"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|\w*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    r"|\w*honderd\w*|\w*duizend\w*|\w*miljoen|\w*miljard"
    r"|(?:ander)?hal(?:f|ve)|helft|\w*kwart|(?:een|één|twee) ?derde|(?:drie|vier) ?(?:vierde|vijfde)"
)
_FIGURE = re.compile(rf"\d|\b(?:{_NUMBER_WORD})\b", re.IGNORECASE)
_COUNTED = (EvidenceLevel.MEASURED, EvidenceLevel.COMPARED, EvidenceLevel.REPEATED)
LEAST_ADOPTIONS = 2


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for everything that the level of evidence promises and the entry does not show."""
    practice = review.practice
    level = practice.evidence
    results = review.section(RESULTS)
    others = {adoption.association for adoption in practice.adoptions}.difference(practice.associations)
    if level is not EvidenceLevel.DESCRIBED and results is None:
        yield _finding(f"Bij “{level}” hoort een kop “## {RESULTS}” met wat het opleverde.")
    elif level in _COUNTED and results is not None and not _FIGURE.search(results.text):
        yield _finding(f"Bij “{level}” hoort minstens één getal onder “{RESULTS}”.")
    if level is EvidenceLevel.REPEATED and len(others) < LEAST_ADOPTIONS and review.knows("overgenomen", "corporaties"):
        yield _finding(f"Bij “{level}” horen minstens {LEAST_ADOPTIONS} andere corporaties onder “overgenomen”.")
    is_studied = any(source.kind is SourceKind.STUDY for source in practice.sources)
    if level is EvidenceLevel.STUDIED and not is_studied and review.knows("bronnen"):
        yield _finding(f"Bij “{level}” hoort een bron die het onderzoek is, met “soort: onderzoek”.")


def _finding(message: str) -> Finding:
    return Finding("evidence-without-proof", f"{message} Anders past “beschreven”.", ("onderbouwing",))
