"""hard-word: a word from letters and policy papers has an everyday word that says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import FileReview

_PLAIN = {
    "aangaande": "over",
    "additioneel": "extra",
    "additionele": "extra",
    "alsmede": "en ook",
    "alvorens": "voordat",
    "beoogd": "bedoeld",
    "beoogde": "bedoelde",
    "beogen": "willen",
    "beoogt": "wil",
    "betreffende": "over",
    "conform": "volgens",
    "dermate": "zo",
    "derhalve": "daarom",
    "desalniettemin": "toch",
    "desbetreffende": "deze",
    "diverse": "verschillende",
    "doch": "maar",
    "echter": "maar",
    "eveneens": "ook",
    "faciliteert": "helpt",
    "faciliteren": "helpen",
    "gefaciliteerd": "mogelijk gemaakt",
    "frequent": "vaak",
    "geïmplementeerd": "ingevoerd",
    "implementatie": "invoering",
    "implementeren": "invoeren",
    "indien": "als",
    "initiëren": "beginnen",
    "inzake": "over",
    "jegens": "tegen",
    "mits": "als",
    "middels": "met",
    "nochtans": "toch",
    "omtrent": "over",
    "optimaliseren": "verbeteren",
    "prioriteren": "eerst doen",
    "reeds": "al",
    "significant": "duidelijk",
    "significante": "duidelijke",
    "stakeholders": "betrokkenen",
    "te allen tijde": "altijd",
    "ten aanzien van": "over",
    "ten behoeve van": "voor",
    "ten gevolge van": "door",
    "ten tijde van": "tijdens",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "trachten": "proberen",
    "vigerende": "geldende",
    "voornemens": "van plan",
    "voorts": "verder",
    "wederom": "weer",
}
"""Words of officialese with the plain word; of the kind that guides to plain Dutch for governments list."""
_PHRASES = [words[1:] for words in _PLAIN if " " in words]
_WORDS = frozenset(form for word in _PLAIN for form in (word, word.capitalize(), word.upper()))
_HARD = re.compile(rf"\b(?:{'|'.join(_PLAIN)})\b", re.IGNORECASE)


def check(review: FileReview) -> Iterator[Finding]:
    """Yield a tip for the first time that a file uses such a word."""
    if _WORDS.isdisjoint(review.words) and not any(phrase in review.source for phrase in _PHRASES):
        return
    seen: set[str] = set()
    for passage in review.passages:
        if passage.tag != "p":
            continue
        for match in _HARD.finditer(passage.text):
            word = match[0].lower()
            if word not in seen:
                seen.add(word)
                message = f"“{match[0]}” is voor veel mensen een moeilijk woord. Kan hier “{_PLAIN[word]}” staan?"
                yield Finding("hard-word", message, place=passage.place(match.start()))
