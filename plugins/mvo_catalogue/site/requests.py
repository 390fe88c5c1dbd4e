"""What a partner can be asked, and the first letter that asks it.

One asks what it did in a practice, or else something close to what it does every day.

The letter on the page of a partner and the plan of approach use the same requests. They are content: the vocabularies
``rollen`` and ``verzoeken``. A piece between square brackets is for the reader to fill in. Nothing here says anything
about an organisation that its entry and its practices do not say; it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.dates import parse_partial_date
from mvo_catalogue.domain.entries import Partner, Practice, Topic
from mvo_catalogue.domain.vocabulary import SUBJECT, Instrument, Request, Role, Sign, VocabularyValue
from mvo_catalogue.site.site import Site
from mvo_catalogue.site.urls import practice_path
from mvo_catalogue.site.words import long_date, period_words, without_capital
from mvo_catalogue.texts import Words, load_texts

Value = TypeVar("Value", bound=VocabularyValue)

PRACTICES = 6
"""How many practices in which a partner took part are worth a request of their own."""

EXAMPLES = 3
"""How many practices a letter names."""

LONG_AGO = 8
"""After so many years without a sign of an organisation one looks first whether it still has this name."""

_GAP = re.compile(r"\[([^\[\]]+)\]")

UNKNOWN = Request(naam="Uw vraag", tekst="Wilt u ons helpen met [wat u vraagt]?")
"""What a catalogue without roles asks everybody."""


class PartnerRequest(NamedTuple):
    """What is asked in a few words (``label``) and in full (``text``); ``is_daily``: a partner does it every day."""

    label: str
    text: str
    is_daily: bool = False


class Requests:
    """What the partners of a catalogue can be asked."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Put the roles and requests in the order in which they are looked up."""
        self._topics = catalogue.topics
        self._instruments = _values(catalogue, "instrumenten", Instrument)
        self._requests = _values(catalogue, "verzoeken", Request)
        self._roles = list(_values(catalogue, "rollen", Role).values())
        self._for_everybody = {
            instrument: slug for slug, request in self._requests.items() for instrument in request.instruments
        }

    def for_partner(self, partner: Partner, practices: Sequence[Practice] = ()) -> tuple[PartnerRequest, ...]:
        """Return what one can ask a partner, at least one request and each once.

        First come requests that belong to what it did in ``practices``, then what fits its daily work, then its offers.
        """
        found: dict[str, PartnerRequest] = {}
        for request in self._all(partner, practices):
            found.setdefault(request.label, request)
        return tuple(found.values())

    def _all(self, partner: Partner, practices: Sequence[Practice]) -> Iterator[PartnerRequest]:
        role = self.role(partner)
        if role is None:
            yield _filled_in(UNKNOWN)
            return
        for practice in practices[:PRACTICES]:
            slug, subject = self._about_practice(role, practice)
            yield _filled_in(self._requests[slug], subject, is_daily=slug in role.daily)
        yield _filled_in(self._requests[role.general], is_daily=role.general in role.daily)
        for offer in partner.offers:
            if offer != role.covered_offer:
                yield from (_filled_in(request) for request in self._requests.values() if request.offer == offer)

    def role(self, partner: Partner) -> Role | None:
        """Return the first role that the words or offers of a partner give away, or else the first for its kind.

        The last role is for whoever has no other; a catalogue without roles has none.
        """
        words = f"{partner.name}. {partner.core_business or ''}".lower()
        signs = [(role, sign) for role in self._roles for sign in role.signs if partner.kind in sign.kinds]
        for role, sign in signs:
            if (sign.words or sign.offer) and _is_seen(sign, partner, words):
                return role
        by_kind = (role for role, sign in signs if not sign.words and not sign.offer)
        return next(by_kind, self._roles[-1] if self._roles else None)

    def _about_practice(self, role: Role, practice: Practice) -> tuple[str, str]:
        """Return the request that a practice has for a role, and what the practice is about."""
        subject = self.subject(practice)
        slug = self._fitting(role, practice)
        if slug is None or (SUBJECT in self._requests[slug].text and not subject):
            slug = role.about if subject and role.about else role.general
        return slug, subject

    def _fitting(self, role: Role, practice: Practice) -> str | None:
        """Return the request of the first instrument, or else theme, that has one for this role."""
        for sign in self._signs(practice):
            if sign in self._for_everybody:
                return self._for_everybody[sign]
            for item in role.requests:
                also = (*item.also_topics, *item.also_target_groups)
                is_so = not also or not {*practice.topics, *practice.target_groups}.isdisjoint(also)
                if is_so and (sign in item.instruments or sign in item.topics):
                    return item.request
        return None

    def subject(self, practice: Practice) -> str:
        """Return what a practice is about in a few words that fit after "over": of an instrument, or else of a theme.

        ``""`` when it has none of these.
        """
        for sign in self._signs(practice):
            if sign in self._instruments and self._instruments[sign].subject:
                return self._instruments[sign].subject or ""
            if sign in practice.topics:
                return _subject_of_topic(self._topics[sign], practice)
        return ""

    def _signs(self, practice: Practice) -> tuple[str, ...]:
        """Return the instruments and themes of a practice, those that tell most of what was done first.

        Instruments come before themes, but for those that are a side matter where another theme comes first.
        """
        side = [slug for slug in practice.instruments if self._is_side_matter(slug, practice)]
        main = [slug for slug in practice.instruments if slug not in side]
        return (*main, *practice.topics, *side)

    def _is_side_matter(self, instrument: str, practice: Practice) -> bool:
        main_topics = self._instruments[instrument].main_topics
        return bool(main_topics) and not set(main_topics).intersection(practice.topics[:1])


def _subject_of_topic(topic: Topic, practice: Practice) -> str:
    for special in topic.subjects_of_groups:
        if special.target_group in practice.target_groups:
            return special.subject
    return topic.subject or without_capital(topic.name)


def _filled_in(request: Request, subject: str = "", *, is_daily: bool = False) -> PartnerRequest:
    return PartnerRequest(request.name.replace(SUBJECT, subject), request.text.replace(SUBJECT, subject), is_daily)


def _is_seen(sign: Sign, partner: Partner, words: str) -> bool:
    is_offered = sign.offer is None or sign.offer in partner.offers
    return is_offered and (not sign.words or _pattern(sign.words).search(words) is not None)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches one of these words as a whole; ``*`` stands for any letters."""
    spellings = [r"\w*".join(map(re.escape, word.lower().split("*"))) for word in words]
    return re.compile("|".join(rf"\b{spelling}\b" for spelling in spellings))


def _values(catalogue: Catalogue, vocabulary: str, model: type[Value]) -> Mapping[str, Value]:
    values = catalogue.vocabularies.get(vocabulary, {})
    return {slug: value for slug, value in values.items() if isinstance(value, model)}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: text, whatever it looks like, or a ``gap`` with what is to be filled in there."""

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
