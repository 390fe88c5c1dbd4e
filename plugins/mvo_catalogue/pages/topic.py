"""What the page of a topic shows besides its list: outcomes, failures, participants and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from mvo_catalogue.domain.catalogue import Catalogue, count_values
from mvo_catalogue.domain.entries import LESSONS, Practice, Topic
from mvo_catalogue.domain.model import (
    HOUSING_ASSOCIATION,
    INSTRUMENTS,
    OTHER_ORGANISATION,
    PARTNER_KINDS,
    TARGET_GROUPS,
)
from mvo_catalogue.domain.values import PROVINCES, EvidenceLevel, Province
from mvo_catalogue.pages.cards import Cards, PracticeCard, Tally
from mvo_catalogue.site.attached import MaterialView, list_texts_of
from mvo_catalogue.site.urls import FAILED, search_path
from mvo_catalogue.site.words import join_words, with_capital, without_capital
from mvo_catalogue.texts import Words, load_texts

BEST = 3
"""The number of practices shown for their outcome, and of those that did not work."""

_MOST_KINDS = 8
"""The most kinds of partner; rare kinds do not help to find something."""

_MOST_WAYS = 4
"""The most instruments and target groups that lead to a part of the list."""

_MOST_SUBJECTS = 6
"""The most subjects of a topic that lead to a part of the list."""

_FEWEST = 3
"""The fewest practices of a subject; at least one in this many of them is not under an earlier subject."""

_AGAIN = 0.4
"""The weight of a practice that is under a subject already."""

_MOST_MATERIALS = 3
"""The most texts to take over at the top of the page."""

_NO_KIND_OF_PARTNER = (HOUSING_ASSOCIATION, OTHER_ORGANISATION)


class Gap(Words):
    """A gap: something that no practice of a topic has yet, and how to ask for it."""

    missing: str
    wish: str

    def fill(self, **values: object) -> Gap:
        """Return the gap with these values filled in."""
        return Gap(missing=self.missing.format(**values), wish=self.wish)


class _Gaps(Words):
    practices: Gap
    measured: Gap
    compared: Gap
    stopped: Gap
    adoptions: Gap
    costs_of_any: Gap
    costs_of_most: Gap
    lessons: Gap
    any_province: Gap
    provinces: Gap
    provinces_but_nationwide: Gap
    kinds: Gap


class TopicView(NamedTuple):
    """A topic with its practices, best known first.

    ``subjects`` are the most frequent subjects with the path of the search for each; ``materials`` are texts to take
    over; ``best`` are practices with an outcome, first those with this topic as their first; ``failed`` are some that
    did not work. The paths are those of the search for all, and for all that did not work.
    """

    subjects: list[tuple[str, str]]
    materials: list[MaterialView]
    best: list[PracticeCard]
    failed: list[PracticeCard]
    whole_path: str
    failed_path: str
    rest: Sequence[Practice]
    evidence: list[Tally]
    means: list[Tally]
    groups: list[Tally]
    kinds: list[Tally]
    gaps: list[Gap]


def build_topic_view(topic: Topic, practices: Sequence[Practice], catalogue: Catalogue, cards: Cards) -> TopicView:
    """Return what the page of a topic shows; ``practices`` are its practices, best known first."""
    own_first = sorted(practices, key=lambda practice: practice.topics[0] != topic.slug)
    best = [practice for practice in own_first if practice.outcome][:BEST]
    topic_choice = ("thema", topic.slug)
    evidence = count_values(practices, lambda practice: [practice.evidence])
    kinds = count_values(practices, lambda practice: [catalogue.partners[slug].kind for slug in practice.partners])
    missing_kinds = [
        value.name
        for kind, value in catalogue.vocabularies[PARTNER_KINDS].items()
        if kind not in kinds and kind not in _NO_KIND_OF_PARTNER
    ]

    def tally(label: str, count: int, facet: str, value: str) -> Tally:
        return Tally(label, count, search_path(topic_choice, (facet, value)))

    def most(facet: str, vocabulary: str, counts: Counter[str], number: int) -> list[Tally]:
        ordered = sorted(catalogue.names(vocabulary, counts), key=lambda value: (-counts[value[0]], value[1]))
        return [tally(name, counts[key], facet, key) for key, name in ordered[:number]]

    subjects = _find_subjects(practices, cards.keyword_counts)
    return TopicView(
        subjects=[(with_capital(word), search_path(topic_choice, ("q", word))) for word in subjects],
        materials=list_texts_of(own_first, catalogue)[:_MOST_MATERIALS],
        best=cards.of(best),
        failed=cards.of([practice for practice in practices if practice.failed][:BEST]),
        whole_path=search_path(topic_choice),
        failed_path=search_path(topic_choice, FAILED),
        rest=[practice for practice in practices if practice not in best],
        evidence=[
            tally(level.label, evidence[level], "onderbouwing", level.value)
            for level in reversed(EvidenceLevel)
            if evidence[level]
        ],
        means=most("aanpak", INSTRUMENTS, count_values(practices, attrgetter("instruments")), _MOST_WAYS),
        groups=most("doelgroep", TARGET_GROUPS, count_values(practices, attrgetter("target_groups")), _MOST_WAYS),
        kinds=most("soort", PARTNER_KINDS, kinds, _MOST_KINDS),
        gaps=_gaps(practices, missing_kinds, load_texts("topic", _Gaps)),
    )


def _find_subjects(practices: Sequence[Practice], everywhere: Mapping[str, int]) -> list[str]:
    """Return the keywords that describe these practices best: frequent among them, rare elsewhere, and spread out.

    ``everywhere`` has the number of practices with each keyword in the whole catalogue.
    """
    inside = count_values(practices, attrgetter("keywords"))
    found: list[str] = []
    while len(found) < _MOST_SUBJECTS:
        left = (practice for practice in practices if not set(found) & set(practice.keywords))
        new = count_values(left, attrgetter("keywords"))
        weights = {
            word: (count + _AGAIN * (inside[word] - count)) * inside[word] / everywhere[word]
            for word, count in sorted(new.items())
            if inside[word] >= _FEWEST and count * _FEWEST >= inside[word]
        }
        if not weights:
            break
        found.append(max(weights, key=weights.__getitem__))
    return found


def _gaps(practices: Sequence[Practice], missing_kinds: Sequence[str], gaps: _Gaps) -> list[Gap]:
    """Return the gaps of these practices, those that readers ask about most first."""
    if not practices:
        return [gaps.practices]
    total = len(practices)
    best = max(practice.evidence.rank for practice in practices)
    known = sum(practice.cost_class is not None for practice in practices)
    without = sum(practice.body.section(LESSONS) is None for practice in practices)
    found = {province for practice in practices for province in practice.provinces}
    provinces = [province.label for province in PROVINCES if province not in found]
    some_provinces = gaps.provinces_but_nationwide if Province.NATIONWIDE in found else gaps.provinces
    costs = gaps.costs_of_most if known else gaps.costs_of_any
    answers = (
        (gaps.measured, best == EvidenceLevel.DESCRIBED.rank),
        (gaps.compared, EvidenceLevel.DESCRIBED.rank < best < EvidenceLevel.COMPARED.rank),
        (gaps.stopped, not any(practice.failed for practice in practices)),
        (gaps.adoptions, not any(practice.adoptions for practice in practices)),
        (costs.fill(known=known, total=total), known * 2 < total),
        (gaps.lessons.fill(without=without, total=total), without * 2 > total),
        (gaps.any_province, len(provinces) == len(PROVINCES)),
        (some_provinces.fill(provinces=join_words(provinces, "of")), 0 < len(provinces) < len(PROVINCES)),
        (gaps.kinds.fill(kinds=join_words(map(without_capital, missing_kinds), "en")), bool(missing_kinds)),
    )
    return [gap for gap, is_missing in answers if is_missing]
