"""Practices that are alike: they share topics, partners or telling words, and say which.

Nobody is compared with everybody. A practice looks up who shares its rarest words, its partners and its topics, each
with a bounded number of sharers, and only the few that share most are compared in full.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.site.words import join_words, without_capital

MOST_ALIKE = 4
"""How many practices a page points to."""

_MOST_SHARERS = 60
"""What more practices than this share does not lead to candidates; it still counts when they are compared."""

_MOST_WORDS, _MOST_COMPARED = 12, 24
_LEAST_LIKENESS = 0.1
_STEM = 8
"""Words count by their first letters, so that ``coach`` and ``coaches``, ``huurschuld`` and ``huurschulden`` meet."""

_WORD = re.compile(r"[^\W\d_]{5,}")
_WEIGHTS = {"word": 1.0, "topic": 1.25, "actor": 1.5}
_MOST_NAMED = 2


class Feature(NamedTuple):
    """Something that practices can share: a ``word``, a ``topic`` or an ``actor``."""

    kind: str
    key: str


class Alike:
    """Knows of each practice what it could share with others."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read the features of all practices; the cost grows with their number."""
        self._catalogue = catalogue
        self._features = {slug: frozenset(_features(practice)) for slug, practice in catalogue.practices.items()}
        sharers: dict[Feature, list[str]] = defaultdict(list)
        for slug, features in self._features.items():
            for feature in features:
                sharers[feature].append(slug)
        self._sharers = {feature: slugs for feature, slugs in sharers.items() if len(slugs) > 1}
        self._features = {slug: frozenset(self._sharers.keys() & features) for slug, features in self._features.items()}
        total = max(len(self._features), 1)
        self._weights = {
            feature: _WEIGHTS[feature.kind] * math.log(1 + total / len(slugs))
            for feature, slugs in self._sharers.items()
        }
        self._lengths = {slug: self._length(features) or 1.0 for slug, features in self._features.items()}

    def find(self, practice: Practice, without: Collection[str] = ()) -> list[tuple[str, Practice]]:
        """Return the practices that are most alike, best first, each with the reason in words.

        ``without`` are slugs that the page shows already.
        """
        likeness = {
            slug: self._likeness(practice.slug, slug)
            for slug in self._candidates(practice.slug)
            if slug not in without and _shares_what_can_be_named(practice, self._catalogue.practices[slug])
        }
        best = sorted(likeness, key=lambda slug: (-likeness[slug], slug))[:MOST_ALIKE]
        practices = self._catalogue.practices
        return [
            (self._reason(practice, practices[slug]), practices[slug])
            for slug in best
            if likeness[slug] >= _LEAST_LIKENESS
        ]

    def _candidates(self, slug: str) -> list[str]:
        """Return who shares most with a practice, judged by what few share."""
        rare = [f for f in self._features[slug] if 1 < len(self._sharers.get(f, ())) <= _MOST_SHARERS]
        rare.sort(key=lambda feature: (-self._weights[feature], feature))
        words = [feature for feature in rare if feature.kind == "word"][:_MOST_WORDS]
        scores: defaultdict[str, float] = defaultdict(float)
        for feature in (*words, *(feature for feature in rare if feature.kind != "word")):
            weight = self._weights[feature] ** 2
            for other in self._sharers[feature]:
                scores[other] += weight
        scores.pop(slug, None)
        return sorted(scores, key=lambda other: (-scores[other], other))[:_MOST_COMPARED]

    def _likeness(self, one: str, other: str) -> float:
        """Return how much two practices share, from 0 (nothing) to 1 (everything that anybody shares)."""
        shared = self._features[one] & self._features[other]
        return self._length(shared) ** 2 / (self._lengths[one] * self._lengths[other])

    def _length(self, features: Iterable[Feature]) -> float:
        return math.sqrt(math.fsum(self._weights.get(feature, 0.0) ** 2 for feature in features))

    def _reason(self, practice: Practice, other: Practice) -> str:
        topics, partners = self._catalogue.topics, self._catalogue.partners

        def names(slugs: Iterable[str], others: Collection[str]) -> str:
            return join_words([partners[slug].name for slug in slugs if slug in others][:_MOST_NAMED])

        subjects = [without_capital(topics[slug].name) for slug in practice.topics if slug in other.topics]
        subject = " en over ".join(subjects[:_MOST_NAMED])
        words = ", ".join(self._shared_words(practice, other))
        parts = [
            ("over", f"{subject} ({words})" if subject and words else subject or words),
            ("door", names(practice.associations, other.associations)),
            ("met", names(practice.partners, other.partners)),
        ]
        reason = ", ".join(f"ook {word} {shared}" for word, shared in parts if shared)
        return reason[:1].upper() + reason[1:]

    def _shared_words(self, practice: Practice, other: Practice) -> list[str]:
        """Return the search words of a practice that tell most of what both are about."""
        shared = self._features[practice.slug] & self._features[other.slug]
        words = {
            word.casefold(): Feature("word", _fold(word)[:_STEM]) for word in practice.keywords if _WORD.fullmatch(word)
        }
        told = [word for word, feature in words.items() if feature in shared]
        return sorted(told, key=lambda word: (-self._weights[words[word]], word))[:_MOST_NAMED]


def _shares_what_can_be_named(one: Practice, other: Practice) -> bool:
    return not (
        set(one.topics).isdisjoint(other.topics)
        and set(one.associations).isdisjoint(other.associations)
        and set(one.partners).isdisjoint(other.partners)
    )


def _features(practice: Practice) -> Iterable[Feature]:
    text = " ".join((practice.title, practice.summary, *practice.keywords))
    yield from (Feature("word", word[:_STEM]) for word in _WORD.findall(_fold(text)))
    yield from (Feature("topic", slug) for slug in practice.topics)
    yield from (Feature("actor", slug) for slug in practice.actors)


def _fold(text: str) -> str:
    """Return a text without capitals and accents."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in folded if not unicodedata.combining(character))
