"""heading-level: headings begin at level two and go down one level at a time."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="heading-level",
    severity=Severity.ERROR,
    title="Koppen beginnen bij twee hekjes en slaan geen niveau over.",
    explanation=(
        "Wie een schermlezer gebruikt, leest aan het niveau van de koppen hoe de tekst in elkaar zit. De titel is "
        "al de grote kop. Begin daarom met twee hekjes (##) en gebruik drie hekjes (###) alleen voor een deel "
        "daarvan."
    ),
    wrong=("#### Kosten\n\nDe tuin kostte 800 euro."),
    right=("## Kosten\n\nDe tuin kostte 800 euro."),
)


def check(text: MarkdownText) -> Iterator[Finding]:
    """Yield a finding for every heading of level one, and for every level that is skipped."""
    level = 1
    for heading in text.headings:
        if heading.level == 1:
            message = "Een kop met één hekje kan hier niet: de titel is al de grote kop. Gebruik “## ”."
            yield Finding(RULE, message, anchor=heading.anchor)
        elif heading.level > level + 1:
            message = f"Deze kop slaat een niveau over. Gebruik “{'#' * (level + 1)} ”."
            yield Finding(RULE, message, anchor=heading.anchor)
        level = max(heading.level, 2)
