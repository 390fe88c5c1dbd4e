"""evidence-without-proof: who claims more than a description shows it.

From ``gemeten`` up there is a section "Resultaten"; for ``gemeten``, ``vergeleken`` and ``herhaald`` it holds a
figure (in digits or words); ``herhaald`` has two adoptions by others; ``onderzocht`` has a source of
``soort: onderzoek``. Whether a figure is an outcome, or only the size of a project, no program can tell: that is left
to who reads along, and said in the explanation.
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.figures import FIGURE
from mvo_catalogue.domain.practice import RESULTS
from mvo_catalogue.domain.values import EvidenceLevel, SourceKind
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="evidence-without-proof",
    severity=Severity.ERROR,
    title="Wie meer kiest dan “beschreven”, laat zien waarom.",
    explanation=(
        "Lezers vertrouwen op “onderbouwing”. Daarom hoort bij alles boven “beschreven” een kop “Resultaten”. Bij "
        "“gemeten”, “vergeleken” en “herhaald” staat daar een getal. Dat getal gaat over een uitkomst: wat er "
        "veranderde voor mensen, woningen, geld of milieu. Hoeveel mensen meededen of hoeveel contracten er zijn, is "
        "geen uitkomst. Bij “herhaald” staan onder “overgenomen” minstens twee andere corporaties. Bij “onderzocht” "
        "heeft een van de bronnen “soort: onderzoek”. Hebt u dat niet? Kies dan “beschreven”; dat is ook goed."
    ),
    wrong=("onderbouwing: gemeten\n\n## Resultaten\n\nDe bewoners zijn tevreden over de tuin."),
    right=("onderbouwing: gemeten\n\n## Resultaten\n\nVan de 40 bewoners zijn er 31 tevreden over de tuin."),
)

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
    return Finding(RULE, f"{message} {WAY_OUT}", ("onderbouwing",))
