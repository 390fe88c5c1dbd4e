"""hard-text: a text that is hard from beginning to end gets a tip, with its hardest sentence."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.reading.passages import find_words
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.plain_dutch import longest_words, measure, shorten
from mvo_catalogue.validation.review import FileReview

LEAST_SCORE = 35
_LEAST_WORDS, _LEAST_IN_SENTENCE = 60, 6
"""A score of fewer words says little."""


def check(review: FileReview) -> Iterator[Finding]:
    """Yield one tip for a hard text, at its hardest sentence."""
    text = measure(review.words, len(review.sentences))
    if text.words < _LEAST_WORDS or text.score >= LEAST_SCORE:
        return
    scores: list[tuple[float, int]] = []
    for number, (sentence, _, _) in enumerate(review.sentences):
        alone = measure(find_words(sentence), 1)
        if alone.words >= _LEAST_IN_SENTENCE:
            scores.append((alone.score, number))
    if scores:
        sentence, passage, offset = review.sentences[min(scores)[1]]
        words = " en ".join(f"“{word}”" for word in longest_words(sentence, 2))
        message = (
            f"Deze tekst is moeilijk te lezen: leesscore {max(0, int(text.score))}, streef naar {LEAST_SCORE} of meer. "
            f"De moeilijkste zin is: “{shorten(sentence)}” Kan {words} korter of eenvoudiger?"
        )
        yield Finding("hard-text", message, place=passage.place(offset))
