"""The first letter to a partner, from the tips for approaching an organisation and from what the catalogue knows.

A letter is lines of pieces. A piece with a ``gap`` is for the reader to fill in; the rest is text, whatever it looks
like. Nothing is said about the organisation that its entry and its practices do not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mvo_catalogue.domain.partial_date import parse_partial_date
from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.site.requests import PartnerRequest
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.urls import practice_path
from mvo_catalogue.site.words import long_date, period_words
from mvo_catalogue.texts import Words, load_texts

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


class _LetterTexts(Words):
    subject: str
    greeting: str
    introduction: str
    work: str
    reason: str
    daily: str
    after: tuple[str, ...]
    example: str
    closing: tuple[str, ...]


def build_letter(
    partner: Partner, practices: Sequence[Practice], requests: Sequence[PartnerRequest], site: Site
) -> Letter:
    """Return the first letter to a partner; ``practices`` are those in which it took part, the best example first.

    Why one writes is for the reader to say; the words about its work stand there as they were found.
    """
    texts = load_texts("letter", _LetterTexts)
    work = partner.core_business.rstrip(".") if partner.core_business else ""
    about = (Piece(texts.work.format(work=work)),) if work else ()
    daily = f" {texts.daily}" if work else ""
    return Letter(
        subject=split_gaps(texts.subject),
        before=(
            (Piece(texts.greeting.format(name=partner.name)),),
            split_gaps(texts.introduction),
            (*about, *split_gaps(texts.reason)),
        ),
        requests=tuple(
            LetterRequest(request.label, split_gaps(request.text + (daily if request.is_daily else "")))
            for request in requests
        ),
        after=tuple(map(split_gaps, texts.after)),
        examples=tuple(_example(texts.example, practice, site) for practice in practices[:EXAMPLES]),
        closing=tuple(map(split_gaps, texts.closing)),
        last_year=_last_year(partner, practices, site.today.year),
    )


def split_gaps(text: str) -> Line:
    """Return one of our own sentences as pieces: what stands between square brackets is a gap."""
    parts = _GAP.split(text)
    return tuple(Piece(part, gap=number % 2 == 1) for number, part in enumerate(parts) if part)


def _last_year(partner: Partner, practices: Sequence[Practice], today: int) -> int | None:
    """Return the last year of which a practice or source tells, ``None`` when that is recent or not known."""
    runs = [known.last for practice in practices if (known := practice.known_years)]
    sources = [*partner.sources, *(source for practice in practices for source in practice.sources)]
    years = [*runs, *(parse_partial_date(source.date)[0] for source in sources if source.date)]
    last = max(years, default=today)
    return last if today - last >= LONG_AGO else None


def _example(text: str, practice: Practice, site: Site) -> Line:
    source = practice.sources[0]
    words = text.format(
        title=practice.title,
        period=f"{period_words(practice.period)}; " if practice.period else "",
        publisher=source.publisher,
        date=f", {long_date(source.date)}" if source.date else "",
        address=site.absolute(practice_path(practice.slug)),
    )
    return (Piece(words),)
