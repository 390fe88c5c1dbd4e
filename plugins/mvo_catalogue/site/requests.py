"""What an association can ask a partner: what it did in a practice, or else something close to its daily work.

The letter on the page of a partner and the plan of approach use the same requests. They are content: the vocabularies
``rollen`` and ``verzoeken``. Text between square brackets is for the reader to fill in. A request asks; it claims
nothing about an organisation that its entry and its practices do not say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Partner, Practice, Topic
from mvo_catalogue.domain.vocabulary import SUBJECT, Instrument, Request, Role, Sign, VocabularyValue
from mvo_catalogue.site.words import without_capital

Value = TypeVar("Value", bound=VocabularyValue)

PRACTICES = 6
"""The number of practices of a partner that get a request of their own."""

UNKNOWN = Request(naam="Uw vraag", tekst="Wilt u ons helpen met [wat u vraagt]?")
"""The request for everybody in a catalogue without roles."""


class PartnerRequest(NamedTuple):
    """A request: a short ``label`` and the full ``text``; ``is_daily`` if it is daily work for the partner.

    ``own`` is what the association can contribute, ``""`` when unknown; ``examples`` are practices that it fits best.
    """

    label: str
    text: str
    is_daily: bool = False
    own: str = ""
    examples: tuple[Practice, ...] = ()


class Requests:
    """The requests to the partners of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._topics = catalogue.topics
        self._instruments = _values(catalogue, "instrumenten", Instrument)
        self._requests = _values(catalogue, "verzoeken", Request)
        self._roles = list(_values(catalogue, "rollen", Role).values())
        self._for_everybody = {
            instrument: slug for slug, request in self._requests.items() for instrument in request.instruments
        }

    def for_partner(self, partner: Partner, practices: Sequence[Practice] = ()) -> tuple[PartnerRequest, ...]:
        """Return the requests to a partner, at least one.

        First come requests about what it did in ``practices``, then its daily work, then its offers.
        """
        role = self.role(partner)
        if role is None:
            return (_filled_in(UNKNOWN)._replace(examples=tuple(practices)),)
        fitting = [(practice, self._for_practice(role, practice)) for practice in practices]
        found: dict[str, PartnerRequest] = {}
        for request in (*(requests[0] for _, requests in fitting[:PRACTICES]), *self._always(role, partner)):
            found.setdefault(request.label, request)

        def examples(label: str) -> tuple[Practice, ...]:
            places = [([one.label for one in requests], practice) for practice, requests in fitting]
            known = [(labels.index(label), practice) for labels, practice in places if label in labels]
            known.sort(key=lambda one: (one[0], partner.slug not in one[1].partners[:1]))
            return tuple(practice for _, practice in known)

        return tuple(request._replace(examples=examples(label)) for label, request in found.items())

    def for_letter(self, partner: Partner, practices: Sequence[Practice] = ()) -> tuple[PartnerRequest, ...]:
        """Return the requests to a partner, for a letter about any subject.

        First come those that everybody with its role can get, last those that fit an instrument of any organisation.
        """
        role = self.role(partner)
        always = [self._requests[slug].name for slug in role.always] if role else []
        common = {self._requests[slug].name for slug in self._for_everybody.values()}

        def place(request: PartnerRequest) -> tuple[bool, int]:
            return request.label in common, always.index(request.label) if request.label in always else len(always)

        return tuple(sorted(self.for_partner(partner, practices), key=place))

    def _for_practice(self, role: Role, practice: Practice) -> list[PartnerRequest]:
        """Return the requests that fit the subject of a practice, at least one, the most specific first."""
        slugs = [*self._fitting(role, practice), *filter(None, [role.about])] or [role.general]
        subject = self.subject(practice)
        return [_filled_in(self._requests[slug], subject, is_daily=slug in role.daily) for slug in slugs]

    def _always(self, role: Role, partner: Partner) -> Iterator[PartnerRequest]:
        """Yield the requests that every partner with a role gets, and one for each offer."""
        for slug in (*role.always, role.general):
            yield _filled_in(self._requests[slug], is_daily=slug in role.daily)
        for offer in partner.offers:
            if offer != role.covered_offer:
                yield from (_filled_in(request) for request in self._requests.values() if request.offer == offer)

    def role(self, partner: Partner) -> Role | None:
        """Return the first role that fits the words or offers of a partner, or else the first for its kind.

        The last role is the default; a catalogue without roles has none.
        """
        words = f"{partner.name}. {partner.core_business or ''}".lower()
        signs = [(role, sign) for role in self._roles for sign in role.signs if partner.kind in sign.kinds]
        for role, sign in signs:
            if (sign.words or sign.offer) and _is_seen(sign, partner, words):
                return role
        by_kind = (role for role, sign in signs if not sign.words and not sign.offer)
        return next(by_kind, self._roles[-1] if self._roles else None)

    def _fitting(self, role: Role, practice: Practice) -> Iterator[str]:
        """Yield the requests that this role has for the instruments and themes of a practice."""
        for sign in self._signs(practice):
            if sign in self._for_everybody:
                yield self._for_everybody[sign]
            for item in role.requests:
                also = (*item.also_topics, *item.also_target_groups)
                is_so = not also or not {*practice.topics, *practice.target_groups}.isdisjoint(also)
                if is_so and (sign in item.instruments or sign in item.topics):
                    yield item.request

    def subject(self, practice: Practice) -> str:
        """Return the subject of a practice, to follow the word "over": of its instrument, or else of its theme."""
        subjects = (
            self._instruments[sign].subject
            if sign in practice.instruments
            else _subject_of_topic(self._topics[sign], practice)
            for sign in self._signs(practice)
        )
        return next(filter(None, subjects))

    def _signs(self, practice: Practice) -> tuple[str, ...]:
        """Return the instruments and themes of a practice, the most specific first.

        Instruments come before themes, except those that are secondary because the first theme is not among theirs.
        """
        side = [slug for slug in practice.instruments if not self._instruments[slug].is_main_for(practice.topics)]
        return (*(slug for slug in practice.instruments if slug not in side), *practice.topics, *side)


def _subject_of_topic(topic: Topic, practice: Practice) -> str:
    for special in topic.subjects_of_groups:
        if special.target_group in practice.target_groups:
            return special.subject
    return topic.subject or without_capital(topic.name)


def _filled_in(request: Request, subject: str = "", *, is_daily: bool = False) -> PartnerRequest:
    name, text = (words.replace(SUBJECT, subject) for words in (request.name, request.text))
    return PartnerRequest(name, text, is_daily, request.own or "")


def _is_seen(sign: Sign, partner: Partner, words: str) -> bool:
    is_offered = sign.offer is None or sign.offer in partner.offers
    return is_offered and (not sign.words or _pattern(sign.words).search(words) is not None)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of these whole words; ``*`` matches any letters."""
    spellings = [r"\w*".join(map(re.escape, word.lower().split("*"))) for word in words]
    return re.compile("|".join(rf"\b{spelling}\b" for spelling in spellings))


def _values(catalogue: Catalogue, vocabulary: str, model: type[Value]) -> Mapping[str, Value]:
    values = catalogue.vocabularies.get(vocabulary, {})
    return {slug: value for slug, value in values.items() if isinstance(value, model)}
