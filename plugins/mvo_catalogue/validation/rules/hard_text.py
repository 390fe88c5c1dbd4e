"""hard-text: a text that is hard from beginning to end gets a tip, with its hardest sentence."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.reading.passages import find_words
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.plain_dutch import longest_words, measure, shorten
from mvo_catalogue.validation.review import FileReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="hard-text",
    severity=Severity.TIP,
    title="De tekst heeft vooral korte zinnen en korte woorden.",
    explanation=(
        "De leesscore van een tekst gaat van 0 (heel moeilijk) tot 100 (heel makkelijk). Zij komt van Flesch en Douma "
        "en telt hoe lang de woorden en de zinnen zijn; namen tellen niet mee. De teksten in deze catalogus halen "
        "meestal 45 tot 65. Komt een tekst niet aan 35? Maak dan lange woorden korter of leg ze uit: “het convenant” "
        "in plaats van “de samenwerkingsovereenkomst”. De score is een hulpmiddel: u beslist."
    ),
    wrong=(
        "Zorgorganisaties ondertekenden een samenwerkingsovereenkomst over informatievoorziening aan huurders. "
        "Arbeidsmarktregio’s organiseren leerwerktrajecten en arbeidsbemiddeling voor uitkeringsgerechtigden. "
        "Onderhoudsbedrijven rapporteren halfjaarlijks over duurzaamheidsdoelstellingen en materialengebruik. "
        "Gemeenteambtenaren inventariseren ondersteuningsbehoeften van alleenstaande ouderen. "
        "Projectmedewerkers verantwoorden subsidievoorwaarden in kwartaalrapportages. "
        "Vrijwilligersorganisaties coördineren activiteitenprogramma’s in ontmoetingsruimtes. "
        "Energieadviseurs analyseren verbruiksgegevens en installatiegebreken. "
        "Bewonerscommissies beoordelen uitvoeringsplannen en communicatiemiddelen. "
        "Toezichthouders evalueren samenwerkingsafspraken tijdens voortgangsgesprekken."
    ),
    right="De zorg en de corporatie spraken af: wij vertellen de huurders op tijd wat er gaat gebeuren.",
)

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
        yield Finding(RULE, message, place=passage.place(offset))
