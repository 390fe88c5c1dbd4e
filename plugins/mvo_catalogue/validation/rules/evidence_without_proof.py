"""evidence-without-proof: who claims more than a description shows it.

From ``gemeten`` up there is a section "Resultaten"; for ``gemeten``, ``vergeleken`` and ``herhaald`` it holds a
figure (in digits or words); ``herhaald`` has two adoptions by others; ``onderzocht`` has a source of
``soort: onderzoek``. Whether a figure is an outcome, or only the size of a project, no program can tell: that is left
to who reads along, and said in the explanation.
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.figures import FIGURE
from mvo_catalogue.domain.practice import RESULTS
from mvo_catalogue.domain.values import EvidenceLevel, SourceKind
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

COUNTED = (EvidenceLevel.MEASURED, EvidenceLevel.COMPARED, EvidenceLevel.REPEATED)
LEAST_ADOPTIONS = 2

NO_RESULTS = "Bij “{level}” hoort een kop “## {heading}” met wat het opleverde."
NO_FIGURE = "Bij “{level}” hoort minstens één getal onder “{heading}”."
FEW_ADOPTIONS = "Bij “{level}” horen minstens {least} andere corporaties onder “overgenomen”."
NO_STUDY = "Bij “{level}” hoort een bron die het onderzoek is, met “soort: onderzoek”."
WAY_OUT = "Anders past “beschreven”."
"""What the findings say, each with the way out behind it; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for everything that the level of evidence promises and the entry does not show."""
    practice = review.practice
    level = practice.evidence
    results = review.section(RESULTS)
    others = {adoption.association for adoption in practice.adoptions}.difference(practice.associations)
    if level is not EvidenceLevel.DESCRIBED and results is None:
        yield _finding(NO_RESULTS, level)
    elif level in COUNTED and results is not None and not FIGURE.search(results.text):
        yield _finding(NO_FIGURE, level)
    if level is EvidenceLevel.REPEATED and len(others) < LEAST_ADOPTIONS and review.knows("overgenomen", "corporaties"):
        yield _finding(FEW_ADOPTIONS, level)
    is_studied = any(source.kind is SourceKind.STUDY for source in practice.sources)
    if level is EvidenceLevel.STUDIED and not is_studied and review.knows("bronnen"):
        yield _finding(NO_STUDY, level)


def _finding(sentence: str, level: EvidenceLevel) -> Finding:
    message = sentence.format(level=level, heading=RESULTS, least=LEAST_ADOPTIONS)
    return Finding("evidence-without-proof", f"{message} {WAY_OUT}", ("onderbouwing",))
