"""What the page of an organisation shows: its record, who adopted its practices, and a letter to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mvo_catalogue.domain.catalogue import Catalogue, count_values, group_by
from mvo_catalogue.domain.dates import parse_partial_date
from mvo_catalogue.domain.entries import PART_OF, Adoption, Partner, Practice
from mvo_catalogue.domain.model import PARTNER_KINDS
from mvo_catalogue.domain.values import Province
from mvo_catalogue.pages.cards import Cards, PartnerCard, PracticeCard, Tally, TopicCard
from mvo_catalogue.reads import shared_property
from mvo_catalogue.site.requests import PartnerRequest, Requests
from mvo_catalogue.site.urls import KIND, PROVINCE, organisations_path

LONG_AGO = 8
"""After this many years without news of an organisation, the letter advises to check that it still exists."""


@dataclass(frozen=True, slots=True)
class Record:
    """What an organisation has done, in numbers and names.

    ``places`` and ``provinces`` are those where it certainly took part. ``years`` is ``""`` when no practice has a
    period, or one has it in words; with ``years_are_all`` the start and end of every practice are known.
    """

    practices: int
    topics: tuple[TopicCard, ...]
    places: tuple[str, ...]
    provinces: tuple[str, ...]
    associations: tuple[PartnerCard, ...]
    partners: tuple[PartnerCard, ...]
    partner_count: int
    years: str
    years_are_all: bool


class AdoptedPractice(NamedTuple):
    """A practice that another organisation adopted: which one, by whom, and how it went."""

    card: PracticeCard
    who: PartnerCard
    adoption: Adoption


class Letter(NamedTuple):
    """The first letter to a partner: its requests, and ``last_year``, the last year with news of it, if long ago."""

    requests: Sequence[PartnerRequest]
    last_year: int | None


class Part(NamedTuple):
    """Part of a list of organisations: those of one kind or in one province; ``name`` is ``KIND`` or ``PROVINCE``."""

    name: str
    value: str
    link: Tally
    partners: tuple[Partner, ...]


def build_record(partner: Partner, practices: Sequence[Practice], cards: Cards, limit: int) -> Record | None:
    """Return the record of an organisation in these practices, ``None`` when there are none.

    It names at most ``limit`` fellow associations and partners, the most frequent first.
    """
    if not practices:
        return None
    topics = count_values(practices, lambda practice: practice.topics)
    known = [practice.known_years for practice in practices]
    others = {slug for practice in practices for slug in practice.partners} - {partner.slug}
    return Record(
        len(practices),
        tuple(cards.topics[slug] for slug in sorted(topics, key=lambda slug: (-topics[slug], slug))),
        _distinct(place for practice in practices for place in _certain_places(practice, partner.slug)),
        _distinct(province.label for practice in practices for province in _certain_provinces(practice, partner.slug)),
        tuple(cards.most_active([practice.associations for practice in practices], limit, without=partner.slug)),
        tuple(cards.most_active([practice.partners for practice in practices], limit, without=partner.slug)),
        len(others),
        _span(practices),
        all(years is not None and years.is_start_known and years.is_end_known for years in known),
    )


def build_letter(partner: Partner, practices: Sequence[Practice], requests: Requests, today: int) -> Letter | None:
    """Return the letter to a partner, ``None`` for an association or a former organisation; ``today`` is a year.

    ``practices`` are those in which it took part, the best example first.
    """
    if partner.is_association or partner.succeeded_by:
        return None
    runs = [known.last for practice in practices if (known := practice.known_years)]
    sources = [*partner.sources, *(source for practice in practices for source in practice.sources)]
    years = [*runs, *(parse_partial_date(source.date)[0] for source in sources if source.date)]
    last = max(years, default=today)
    last_year = last if today - last >= LONG_AGO else None
    return Letter(requests.for_letter(partner, practices), last_year)


class Adoptions:
    """The adoptions in the whole catalogue, by slug of an organisation."""

    def __init__(self, catalogue: Catalogue, cards: Cards) -> None:
        self._catalogue, self._cards = catalogue, cards

    @property
    def _all(self) -> Iterator[AdoptedPractice]:
        for slug, practice in self._catalogue.practices.items():
            for adoption in practice.adoptions:
                who = self._cards.partners[adoption.association]
                yield AdoptedPractice(self._cards.practices[slug], who, adoption)

    @shared_property
    def given(self) -> Mapping[str, list[AdoptedPractice]]:
        """Return the practices of an association that others adopted."""
        return group_by(self._all, lambda one: set(one.card.practice.associations) - {one.who.slug})

    @shared_property
    def taken(self) -> Mapping[str, list[AdoptedPractice]]:
        """Return the practices of others that an association adopted."""
        return group_by(self._all, lambda one: {one.who.slug} - set(one.card.practice.actors))


def build_parts(path: str, partners: Sequence[Partner], catalogue: Catalogue) -> list[Part]:
    """Return the parts of the list of organisations at ``path``: by kind, then by province.

    A single kind is no part. An organisation is in a province when it certainly took part in a practice there.
    """

    def provinces(partner: Partner) -> Iterable[Province]:
        practices = catalogue.practices_by_partner.get(partner.slug, ())
        return (province for practice in practices for province in _certain_provinces(practice, partner.slug))

    def part(name: str, value: str, label: str, found: Sequence[Partner]) -> Part:
        return Part(name, value, Tally(label, len(found), organisations_path(path, name, value)), tuple(found))

    by_kind = group_by(partners, lambda partner: [partner.kind])
    by_province = group_by(partners, provinces)
    kinds = catalogue.names(PARTNER_KINDS, by_kind) if len(by_kind) > 1 else []
    return [
        *(part(KIND, kind, label, by_kind[kind]) for kind, label in sorted(kinds, key=lambda kind: kind[1])),
        *(part(PROVINCE, one.value, one.label, by_province[one]) for one in Province if one in by_province),
    ]


def _span(practices: Iterable[Practice]) -> str:
    """Return the first and last year of these practices; ``""`` when one has a period that cannot be read."""
    known = [practice.known_years for practice in practices if practice.period is not None]
    spans = [years for years in known if years]
    if not spans or len(spans) < len(known):
        return ""
    first, last = min(years.first for years in spans), max(years.last for years in spans)
    return str(first) if first == last else f"{first}–{last}"


def _certain_provinces(practice: Practice, slug: str) -> tuple[Province, ...]:
    """Return the provinces in which this organisation certainly took part.

    With several organisations in several provinces, or nationwide, it is unknown which was where.
    """
    is_one = len(practice.provinces) == 1 and Province.NATIONWIDE not in practice.provinces
    return practice.provinces if is_one or _is_only_one(practice, slug) else ()


def _certain_places(practice: Practice, slug: str) -> tuple[str, ...]:
    """Return the places where this organisation certainly took part.

    With several organisations in districts of one place, ``Moerwijk (Den Haag)``, only that place is certain.
    """
    if len(practice.places) == 1 or _is_only_one(practice, slug):
        return practice.places
    wholes = _distinct(PART_OF.sub(r"\1", place) for place in practice.places)
    return wholes if len(wholes) == 1 else ()


def _is_only_one(practice: Practice, slug: str) -> bool:
    peers = practice.associations if slug in practice.associations else practice.partners
    return len(peers) == 1


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
