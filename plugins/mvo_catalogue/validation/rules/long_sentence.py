"""long-sentence: a sentence that fits on two lines is understood at once.

Plain Dutch for level B1 has sentences of fifteen words or fewer on average and none of many more than twenty.
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.plain_dutch import count_words, shorten
from mvo_catalogue.validation.review import FileReview

MOST_WORDS = 20


def check(review: FileReview) -> Iterator[Finding]:
    """Yield a tip, with the sentence, for every one that is too long."""
    for sentence, passage, offset in review.sentences:
        if sentence.count(" ") >= MOST_WORDS and (words := count_words(sentence)) > MOST_WORDS:
            message = f"Deze zin heeft {words} woorden: “{shorten(sentence)}” Maak er twee zinnen van."
            yield Finding("long-sentence", message, place=passage.place(offset))
