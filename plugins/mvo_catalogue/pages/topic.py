"""What the page of a topic says besides its list: what is known best and why, who takes part, what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.figures import counts_something
from mvo_catalogue.domain.model import HOUSING_ASSOCIATION, OTHER_ORGANISATION, PARTNER_KINDS
from mvo_catalogue.domain.practice import LESSONS, RESULTS, Practice
from mvo_catalogue.domain.topic import Topic
from mvo_catalogue.domain.values import PROVINCES, EvidenceLevel, Phase, Province, SourceKind
from mvo_catalogue.pages.cards import PracticeCard, Views
from mvo_catalogue.pages.overview import count_values
from mvo_catalogue.site.urls import search_path
from mvo_catalogue.site.words import count_words, join_words, long_date, without_capital

BEST = 3
"""How many practices are shown as known best."""

_NO_KIND_OF_PARTNER = (HOUSING_ASSOCIATION, OTHER_ORGANISATION)


@dataclass(frozen=True, slots=True)
class Support:
    """A practice of which much is known: what its evidence means, and by what one sees that (``detail``, or ``""``)."""

    card: PracticeCard
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A value with how many practices have it, and the path of the search that shows them."""

    label: str
    count: int
    path: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that nobody wrote down yet: what is missing, and how one asks for it."""

    missing: str
    wish: str


@dataclass(frozen=True)
class TopicView:
    """A topic with its practices, best known first: ``best`` are the first of them, ``rest`` is the remainder."""

    best: tuple[Support, ...]
    rest: tuple[Practice, ...]
    evidence: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    gaps: tuple[Gap, ...]


def build_topic_view(topic: Topic, practices: Sequence[Practice], catalogue: Catalogue, views: Views) -> TopicView:
    """Return what the page of a topic shows; ``practices`` are its own, best known first."""
    best = [practice for practice in practices[:BEST] if practice.evidence.rank > 1]
    chosen = {practice.slug for practice in best}
    evidence = count_values(practices, lambda practice: [practice.evidence])
    kinds = count_values(practices, lambda practice: _kinds(practice, catalogue))
    ordered = sorted(catalogue.names(PARTNER_KINDS, kinds), key=lambda kind: (-kinds[kind[0]], kind[1]))
    return TopicView(
        tuple(
            Support(views.practice_card(practice), practice.evidence.meaning, _evidence_detail(practice))
            for practice in best
        ),
        tuple(practice for practice in practices if practice.slug not in chosen),
        tuple(
            Tally(level.label, evidence[level], _search(topic, "onderbouwing", level.value))
            for level in reversed(EvidenceLevel)
            if evidence[level]
        ),
        tuple(Tally(name, kinds[kind], _search(topic, "soort", kind)) for kind, name in ordered),
        tuple(_gaps(practices, _missing_kinds(kinds, catalogue))),
    )


def _search(topic: Topic, facet: str, value: str) -> str:
    return search_path(("thema", topic.slug), (facet, value))


def _kinds(practice: Practice, catalogue: Catalogue) -> list[str]:
    return [catalogue.partners[slug].kind for slug in practice.partners]


def _missing_kinds(kinds: Collection[str], catalogue: Catalogue) -> list[str]:
    """Return the names of the kinds of partner that are not among these."""
    values = catalogue.vocabularies[PARTNER_KINDS].items()
    return [value.name for kind, value in values if kind not in kinds and kind not in _NO_KIND_OF_PARTNER]


def _evidence_detail(practice: Practice) -> str:
    """Return by what one sees how much is known of a practice, in the words of the entry."""
    if practice.evidence is EvidenceLevel.STUDIED:
        for source in practice.sources:
            if source.kind is SourceKind.STUDY:
                year = f", {long_date(source.date)}" if source.date else ""
                return f"Onderzoek: ‘{source.title}’ ({source.publisher}{year}). {_first_result(practice)}".rstrip()
    if practice.evidence is EvidenceLevel.REPEATED:
        return f"Overgenomen door {count_words(len(practice.adoptions), 'ander', 'anderen')}."
    return _first_result(practice)


def _first_result(practice: Practice) -> str:
    """Return the first result with a figure, else the first; ``""`` when there is none."""
    results = list(_section_items(practice, RESULTS))
    counted = [text for text in results if counts_something(text)]
    return next((f"Resultaat: {text}" for text in counted or results), "")


def _section_items(practice: Practice, heading: str) -> Iterator[str]:
    for section in practice.body.sections:
        if section.heading == heading:
            yield from section.points


def _gaps(practices: Sequence[Practice], missing_kinds: Sequence[str]) -> Iterator[Gap]:
    """Yield what these practices leave unanswered, what readers ask for most first."""
    if not practices:
        yield Gap("Er staat nog geen enkele praktijk bij dit thema.", "Schrijf de eerste praktijk op")
        return
    levels = {practice.evidence for practice in practices}
    if levels == {EvidenceLevel.DESCRIBED}:
        yield Gap("Van geen enkele praktijk is gemeten wat zij oplevert.", "Schrijf op wat u hebt gemeten")
    elif not any(level.rank >= EvidenceLevel.COMPARED.rank for level in levels):
        yield Gap(
            "Er is wel gemeten, maar nergens vergeleken met een groep of situatie zonder de aanpak.",
            "Schrijf op wat u hebt vergeleken",
        )
    if not any(practice.phase is Phase.STOPPED for practice in practices):
        yield Gap(
            "Niemand schreef op wat er mislukte: er is geen praktijk die is gestopt, met de lessen daarvan.",
            "Schrijf op wat u stopte en waarom",
        )
    if not any(practice.adoptions for practice in practices):
        yield Gap("Niemand schreef op dat hij een praktijk bij dit thema overnam.", "Schrijf op wat u overnam")
    total = len(practices)
    known = sum(practice.costs is not None and practice.costs.cost_class is not None for practice in practices)
    if known * 2 < total:
        some = f"Bij {known} van de {total} praktijken" if known else "Bij geen enkele praktijk"
        yield Gap(f"{some} is bekend wat het de corporatie kostte.", "Schrijf op wat het kostte")
    without_lessons = sum(
        all(section.heading != LESSONS for section in practice.body.sections) for practice in practices
    )
    if without_lessons * 2 > total:
        yield Gap(
            f"Bij {without_lessons} van de {total} praktijken staan geen lessen.", "Schrijf op wat u ervan leerde"
        )
    yield from _missing_places(practices)
    if missing_kinds:
        names = join_words(map(without_capital, missing_kinds), "of")
        yield Gap(f"Nog nergens doet een partner mee van de soort {names}.", "Schrijf op met wie u samenwerkt")


def _missing_places(practices: Sequence[Practice]) -> Iterator[Gap]:
    found = {province for practice in practices for province in practice.provinces}
    missing = [province.label for province in PROVINCES if province not in found]
    if len(missing) == len(PROVINCES):
        yield Gap("Van geen enkele praktijk is de provincie bekend.", "Schrijf op wat u deed, en waar")
    elif missing:
        nationwide = " Wel zijn er praktijken die in heel Nederland lopen." if Province.NATIONWIDE in found else ""
        yield Gap(
            f"Er is nog geen praktijk uit {join_words(missing, 'of')}.{nationwide}",
            "Schrijf een praktijk uit uw provincie op",
        )
