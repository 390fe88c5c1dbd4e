"""What lists show of entries: cards, and groups by initial."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mvo_catalogue.domain.catalogue import Catalogue, count_values, group_by
from mvo_catalogue.domain.entries import Practice, Topic
from mvo_catalogue.domain.model import PARTNER_KINDS, PILLARS
from mvo_catalogue.reads import shared_property
from mvo_catalogue.site.facts import material_words, outcome_words, year_words
from mvo_catalogue.site.urls import partner_path, practice_path, topic_path
from mvo_catalogue.site.words import fold, list_mark, short_cost_words

Item = TypeVar("Item")

DIGIT_INITIAL, OTHER_INITIAL = "0-9", "Overig"
"""The groups of names that begin with a digit, and with a letter of another script."""
_LEADING_MARKS = re.compile(r"^[\W_]+")


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """A practice in a list.

    ``actors`` are the housing associations, or else the partners. ``outcome`` says what came out of it or whom to ask.
    The other texts are phrases, ``""`` when unknown: ``by`` whom, ``where``, ``when``, ``about`` which topics, its
    ``cost``, and the ``material`` that one can take over.
    """

    practice: Practice
    path: str
    actors: tuple[str, ...]
    outcome: str
    cost: str
    by: str
    where: str
    when: str
    material: str
    about: str


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """A partner or housing association in a list; ``count`` is its number of practices."""

    slug: str
    path: str
    name: str
    kind_label: str
    count: int


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic in a list; ``count`` is its number of practices."""

    slug: str
    path: str
    name: str
    question: str
    pillar_label: str
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A count with a label, and the path of the list that it counts, ``""`` for an empty one.

    In a chart, ``shade`` goes from 0 for none to `overview.STEPS`.
    """

    label: str
    count: int
    path: str
    shade: int = 0


@dataclass
class Cards:
    """The cards of a catalogue by slug; all of one kind are made when the first is used."""

    catalogue: Catalogue

    @shared_property
    def practices(self) -> Mapping[str, PracticeCard]:
        """Return the card of each practice."""
        return {slug: self._build_practice_card(practice) for slug, practice in self.catalogue.practices.items()}

    def _build_practice_card(self, practice: Practice) -> PracticeCard:
        names, topics = self.catalogue.partners, self.catalogue.topics
        actors = tuple(names[slug].name for slug in practice.associations or practice.partners)
        return PracticeCard(
            practice=practice,
            path=practice_path(practice.slug),
            actors=actors,
            outcome=outcome_words(practice, next(iter(actors), "")),
            cost=short_cost_words(practice.costs),
            by=_some(actors, 3),
            where=_some(practice.shown_places, 2),
            when=year_words(practice),
            material=material_words(one for _, one in self.catalogue.materials_of(practice)),
            about=_some([topics[slug].name for slug in practice.topics], len(practice.topics)),
        )

    @shared_property
    def partners(self) -> Mapping[str, PartnerCard]:
        """Return the card of each partner and housing association."""
        return {
            slug: PartnerCard(
                slug=slug,
                path=partner_path(slug),
                name=partner.name,
                kind_label=self.catalogue.value_name(PARTNER_KINDS, partner.kind),
                count=len(self.catalogue.practices_by_partner.get(slug, ())),
            )
            for slug, partner in self.catalogue.partners.items()
        }

    @shared_property
    def topics(self) -> Mapping[str, TopicCard]:
        """Return the card of each topic."""
        return {
            slug: TopicCard(
                slug=slug,
                path=topic_path(slug),
                name=topic.name,
                question=topic.question,
                pillar_label=self.catalogue.value_name(PILLARS, topic.pillar),
                count=len(self.catalogue.practices_by_topic.get(slug, ())),
            )
            for slug, topic in self.catalogue.topics.items()
        }

    def of(self, practices: Iterable[Practice]) -> list[PracticeCard]:
        """Return the cards of these practices, in the same order."""
        return [self.practices[practice.slug] for practice in practices]

    @shared_property
    def pillars(self) -> Mapping[str, list[TopicCard]]:
        """Return the topics under the label of their pillar, both in the order of the site."""
        topics = sorted(self.catalogue.topics.values(), key=lambda topic: (topic.order, topic.name))
        groups = {
            value.name: [self.topics[topic.slug] for topic in topics if topic.pillar == pillar]
            for pillar, value in self.catalogue.vocabularies[PILLARS].items()
        }
        return {label: cards for label, cards in groups.items() if cards}

    def most_active(self, groups: Iterable[Iterable[str]], limit: int, *, without: str = "") -> list[PartnerCard]:
        """Return the ``limit`` organisations that occur in most of these groups of slugs; ``count`` says in how many.

        Of equal counts, those that occur first come first.
        """
        counts = Counter(slug for group in groups for slug in group if slug != without)
        chosen = sorted(counts, key=lambda slug: -counts[slug])[:limit]
        return [replace(self.partners[slug], count=counts[slug]) for slug in chosen]

    def neighbours(self, topic: Topic) -> list[TopicCard]:
        """Return the other topics of the same pillar."""
        own = self.topics[topic.slug]
        return [card for cards in self.pillars.values() if own in cards for card in cards if card is not own]

    @shared_property
    def keyword_counts(self) -> Mapping[str, int]:
        """Return how many practices have each keyword."""
        return count_values(self.catalogue.practices.values(), lambda practice: practice.keywords)

    @shared_property
    def predecessors(self) -> Mapping[str, list[PartnerCard]]:
        """Return, for each partner that continues the work of others, those others."""
        partners = self.catalogue.partners.values()
        groups = group_by(partners, lambda partner: partner.succeeded_by)
        return {slug: [self.partners[partner.slug] for partner in found] for slug, found in groups.items()}


def _some(names: Sequence[str], most: int) -> str:
    """Return at most ``most`` names, and how many more there are."""
    shown = names[:most]
    left = f" en nog\u00a0{len(names) - most}" if len(names) > most else ""
    return list_mark(shown).join(shown) + left


def sort_key(name: str) -> str:
    """Return the sort key of a name: without accents, case and leading punctuation (``'thuis`` is ``thuis``)."""
    return _LEADING_MARKS.sub("", fold(name))


def group_by_initial(items: Iterable[Item], name: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    """Return the items by the initial of their name: digits first, then A to Z, then other scripts."""
    groups: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: (sort_key(name(item)), name(item))):
        first = sort_key(name(item))[:1]
        other = DIGIT_INITIAL if first.isdecimal() else OTHER_INITIAL
        initial = first.upper() if "a" <= first <= "z" else other
        groups.setdefault(initial, []).append(item)
    return sorted(groups.items(), key=lambda group: (group[0] == OTHER_INITIAL, group[0]))
