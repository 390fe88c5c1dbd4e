"""long-sentence: a sentence that fits on two lines is understood at once.

Plain Dutch for level B1 has sentences of fifteen words or fewer on average and none of many more than twenty.
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.plain_dutch import count_words, shorten
from mvo_catalogue.validation.review import FileReview
from mvo_catalogue.validation.rule import Rule

MOST_WORDS = 20

RULE = Rule(
    id="long-sentence",
    severity=Severity.TIP,
    title=f"Een zin heeft hoogstens {MOST_WORDS} woorden.",
    explanation=(
        "Korte zinnen lezen voor iedereen makkelijker, ook voor wie Nederlands leert. Maak van een lange zin twee "
        "zinnen, of maak van een opsomming een lijst. Tussen de vijf en vijftien woorden is een goede lengte."
    ),
    wrong=(
        "De corporatie wil samen met de gemeente, het welzijnswerk en de bewoners van de flats bekijken hoe de tuinen "
        "beter kunnen worden gebruikt."
    ),
    right=(
        "De tuinen van de flats kunnen beter worden gebruikt. De corporatie bekijkt dat samen met de gemeente, het "
        "welzijnswerk en de bewoners."
    ),
)


def check(review: FileReview) -> Iterator[Finding]:
    """Yield a tip, with the sentence, for every one that is too long."""
    for sentence, passage, offset in review.sentences:
        if sentence.count(" ") >= MOST_WORDS and (words := count_words(sentence)) > MOST_WORDS:
            message = f"Deze zin heeft {words} woorden: “{shorten(sentence)}” Maak er twee zinnen van."
            yield Finding(RULE, message, place=passage.place(offset))
