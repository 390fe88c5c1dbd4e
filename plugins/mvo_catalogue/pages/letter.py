"""The first letter to a partner, from the tips for approaching an organisation and from what the catalogue knows.

A letter is lines of pieces. A piece with a ``gap`` is for the reader to fill in; the rest is text, whatever it looks
like. Nothing is said about the organisation that its entry and its practices do not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mvo_catalogue.domain.partial_date import parse_partial_date
from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.site.requests import PartnerRequest
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.urls import practice_path
from mvo_catalogue.site.words import long_date, period_words

EXAMPLES = 3
"""How many practices a letter names."""

LONG_AGO = 8
"""After so many years without a sign of an organisation one looks first whether it still has this name."""

_GAP = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: text, or a ``gap`` with what is to be filled in there."""

    text: str
    gap: bool = False


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LetterRequest:
    """A request that one can choose: what it is about, and its line."""

    label: str
    line: Line


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its subject: what comes before the request, the requests of which one is chosen, and the rest.

    ``examples`` are practices in which the organisation took part, each with when and where that can be read.
    ``last_year`` is the last of which anything here tells, when that is long ago.
    """

    subject: Line
    before: tuple[Line, ...]
    requests: tuple[LetterRequest, ...]
    after: tuple[Line, ...]
    examples: tuple[Line, ...]
    closing: tuple[Line, ...]
    last_year: int | None


def build_letter(
    partner: Partner, practices: Sequence[Practice], requests: Sequence[PartnerRequest], site: Site
) -> Letter:
    """Return the first letter to a partner; ``practices`` are those in which it took part, the best example first."""
    return Letter(
        subject=split_gaps("Een vraag van [uw corporatie] voor [wijk of buurt]"),
        before=(
            (Piece(f"Beste mensen van {partner.name},"),),
            split_gaps(
                "Ik ben [uw functie] bij woningcorporatie [uw corporatie]. Wij verhuren woningen in [wijk of buurt]."
            ),
            _reason(partner),
        ),
        requests=tuple(_letter_requests(partner, requests)),
        after=(
            split_gaps("Dit is er aan de hand: [in één zin wat er nodig is, en voor wie]."),
            split_gaps("Zelf zorgen wij voor [een ruimte, begeleiding of contact met bewoners]."),
            split_gaps(
                "We kunnen klein beginnen: op één plek en met één groep. Op [datum om terug te kijken] kijken we samen"
                " hoe het ging. Daarna beslissen we of we verdergaan."
            ),
        ),
        examples=tuple(_example(practice, site) for practice in practices[:EXAMPLES]),
        closing=(
            split_gaps(
                "Kunnen we hier [een half uur] over praten? U bereikt ons via [algemeen telefoonnummer of e-mailadres]."
            ),
            split_gaps("Met vriendelijke groet,"),
            split_gaps("[uw functie]"),
            split_gaps("[uw corporatie]"),
        ),
        last_year=_last_year(partner, practices, site.today.year),
    )


def split_gaps(text: str) -> Line:
    """Return one of our own sentences as pieces: what stands between square brackets is a gap."""
    parts = _GAP.split(text)
    return tuple(Piece(part, gap=number % 2 == 1) for number, part in enumerate(parts) if part)


def _reason(partner: Partner) -> Line:
    """Return why one writes: that is for the reader to say; the words about its work stand there as they were found."""
    why = split_gaps("Ik schrijf u omdat [waarom u juist deze organisatie vraagt].")
    if not partner.core_business:
        return why
    return (Piece(f"Over uw werk las ik: “{partner.core_business.rstrip('.')}”."), Piece(" "), *why)


def _letter_requests(partner: Partner, requests: Sequence[PartnerRequest]) -> Iterator[LetterRequest]:
    for request in requests:
        fits = " Ik denk dat dit past bij wat u elke dag doet." if request.is_daily and partner.core_business else ""
        yield LetterRequest(request.label, split_gaps(f"{request.text}{fits}"))


def _last_year(partner: Partner, practices: Sequence[Practice], today: int) -> int | None:
    """Return the last year of which a practice or source tells, ``None`` when that is recent or not known."""
    runs = [known.last for practice in practices if (known := practice.known_years)]
    sources = [*partner.sources, *(source for practice in practices for source in practice.sources)]
    years = [*runs, *(parse_partial_date(source.date)[0] for source in sources if source.date)]
    last = max(years, default=today)
    return last if today - last >= LONG_AGO else None


def _example(practice: Practice, site: Site) -> Line:
    source = practice.sources[0]
    date = f", {long_date(source.date)}" if source.date else ""
    when = f"{period_words(practice.period)}; " if practice.period else ""
    address = site.absolute(practice_path(practice.slug))
    return (Piece(f"{practice.title} ({when}bron: {source.publisher}{date}). {address}"),)
