"""Related practices: those that an entry names (predecessors, successors), and similar ones, with the reason.

Similar practices share topics, partners or characteristic words. Keywords count too, but the reason names only what a
reader sees on both pages. Practices are not compared pairwise: candidates are those that share the rarest words,
partners and topics, each shared by a limited number, and only the best candidates are compared in full.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from mvo_catalogue.domain.catalogue import Catalogue, count_values
from mvo_catalogue.domain.entries import Practice
from mvo_catalogue.reads import shared_property
from mvo_catalogue.site.words import fold, join_words, with_capital, without_capital

MOST_SIMILAR, LEAST_SIMILAR = 4, 2
"""The number of similar practices on a page; weak reasons only fill it up to the least."""
MOST_RELATED = 6
"""The number of related practices when fewer are named by an entry; named ones are always shown."""

_MOST_SHARERS = 60
"""Features that more practices share do not lead to candidates; they do count in the comparison."""

_MOST_WORDS, _MOST_COMPARED = 12, 24
_LEAST_SIMILARITY = 0.1
_STEM = 8
"""Words are compared by this many letters, so that ``huurschuld`` and ``huurschulden`` match."""

_WORD = re.compile(r"[^\W\d_]{5,}")
_CLAUSE_END = re.compile(r"[.,;:!?()\n]+")
_SHOWN_WORD = re.compile(r"\w+(?:[-'’&]\w+)*")
_WEIGHTS = {"word": 1.0, "topic": 1.25, "actor": 1.5}
_MOST_NAMED = 2
_CHARACTERISTIC_SHARE = 8
"""A word, instrument or target group is characteristic if at most one in this many practices has it, or `_FEW`."""
_FEW = 3


_RELATIONS = (
    ("Hierop bouwt deze praktijk voort", attrgetter("based_on"), False),
    ("Bouwt voort op deze praktijk", attrgetter("based_on"), True),
    ("Opvolger van deze praktijk", attrgetter("succeeded_by"), False),
    ("Voorloper van deze praktijk", attrgetter("succeeded_by"), True),
    ("Verwant", attrgetter("related"), False),
    ("Verwant", attrgetter("related"), True),
)
"""Relations, the closest first: the label, the field that names it, and whether the other practice names this one."""


def build_lineage(practices: Mapping[str, Practice]) -> Mapping[str, Mapping[str, str]]:
    """Return, for each practice, the slugs of practices that are named as related, each once, with the relation.

    An editor writes a relation in one of the two entries; both pages show it. Unpublished practices are left out.
    """
    lineage: dict[str, dict[str, str]] = {slug: {} for slug in practices}
    for reason, named, is_turned in _RELATIONS:
        for slug, practice in practices.items():
            for other in named(practice):
                if other in practices and other != slug:
                    own, kin = (other, slug) if is_turned else (slug, other)
                    lineage[own].setdefault(kin, reason)
    return lineage


class RelatedPractices:
    """What each practice of a catalogue leads to: practices that entries name as related, then similar ones."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @shared_property
    def found(self) -> Mapping[str, list[tuple[str, str]]]:
        """Return for each practice, when it is asked for, (reason, slug) of what is related, the closest first."""
        return _Found(self._catalogue)


class _Found(dict[str, list[tuple[str, str]]]):
    """Finds what is related to a practice once: its page and its board note both ask."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._practices = catalogue.practices
        self._lineage = build_lineage(catalogue.practices)
        self._similar = SimilarPractices(catalogue)

    def __missing__(self, slug: str) -> list[tuple[str, str]]:
        named = self._lineage[slug]
        similar = [(reason, other.slug) for reason, other in self._similar.find(self._practices[slug], named)]
        found = [(reason, slug) for slug, reason in named.items()]
        self[slug] = found + similar[: max(0, MOST_RELATED - len(named))]
        return self[slug]


class Feature(NamedTuple):
    """Something that practices can share: a ``word``, a ``topic`` or an ``actor``."""

    kind: str
    key: str


class SimilarPractices:
    """An index of the features that practices share."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        practices = catalogue.practices
        features = {slug: set(_features(practice)) for slug, practice in practices.items()}
        sharers: dict[Feature, list[str]] = defaultdict(list)
        for slug, found in features.items():
            for feature in found:
                sharers[feature].append(slug)
        self._sharers = {feature: slugs for feature, slugs in sharers.items() if len(slugs) > 1}
        self._features = {slug: found & self._sharers.keys() for slug, found in features.items()}
        total = max(len(practices), 1)
        self._squares = {
            feature: (_WEIGHTS[feature.kind] * math.log(1 + total / len(slugs))) ** 2
            for feature, slugs in self._sharers.items()
        }
        self._lengths = {slug: self._length(found) or 1.0 for slug, found in self._features.items()}
        self._most_characteristic = max(_FEW, total // _CHARACTERISTIC_SHARE)
        self._instruments = count_values(practices.values(), attrgetter("instruments"))
        self._target_groups = count_values(practices.values(), attrgetter("target_groups"))
        keywords = [keyword for practice in practices.values() for keyword in practice.keywords]
        self._keywords = {keyword.casefold(): keyword for keyword in reversed(keywords)}  # as it was first written
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for keyword in self._keywords:
            first, *others = keyword.split()
            lengths[first].add(1 + len(others))
        shown = _find_shown(practices.values(), self._keywords.keys(), lengths)
        self._shown = dict(zip(practices, shown, strict=True))
        self._showing = Counter(keyword for shown in self._shown.values() for keyword in shown)

    def find(self, practice: Practice, without: Collection[str] = ()) -> list[tuple[str, Practice]]:
        """Return the most similar practices, best first, each with the reason as text.

        ``without`` are slugs that the page shows already.
        """
        own = self._features[practice.slug]
        shared = {slug: own & self._features[slug] for slug in self._candidates(practice.slug) if slug not in without}
        similarity = {  # cosine similarity, from 0 to 1; words alone give no reason to show
            slug: self._length(found) ** 2 / (self._lengths[practice.slug] * self._lengths[slug])
            for slug, found in shared.items()
            if any(feature.kind != "word" for feature in found)
        }
        ordered = sorted(similarity, key=lambda slug: (-similarity[slug], slug))
        found: list[tuple[str, Practice]] = []
        weak: list[tuple[str, Practice]] = []
        for slug in ordered:
            if similarity[slug] < _LEAST_SIMILARITY or len(found) == MOST_SIMILAR:
                break
            other = self._catalogue.practices[slug]
            reason, is_strong = self._reason(practice, other)
            (found if is_strong else weak).append((reason, other))
        return found + weak[: max(0, LEAST_SIMILAR - len(found))]

    def _candidates(self, slug: str) -> list[str]:
        """Return the practices that share most rare features with this one."""
        rare = [feature for feature in self._features[slug] if len(self._sharers[feature]) <= _MOST_SHARERS]
        rare.sort(key=lambda feature: (-self._squares[feature], feature))
        words = [feature for feature in rare if feature.kind == "word"]
        scores: defaultdict[str, float] = defaultdict(float)
        for feature in (*words[:_MOST_WORDS], *(feature for feature in rare if feature.kind != "word")):
            for other in self._sharers[feature]:
                scores[other] += self._squares[feature]
        scores.pop(slug, None)
        return sorted(scores, key=lambda other: (-scores[other], other))[:_MOST_COMPARED]

    def _length(self, features: Iterable[Feature]) -> float:
        return math.sqrt(math.fsum(map(self._squares.__getitem__, features)))

    def _reason(self, practice: Practice, other: Practice) -> tuple[str, bool]:
        """Return what two practices share, in words that are on both pages, and whether that is a strong reason."""
        topics, vocabularies = self._catalogue.topics, self._catalogue.vocabularies

        def names(slugs: Sequence[str], others: Sequence[str]) -> str:
            return join_words([self._catalogue.partners[slug].name for slug in slugs if slug in others][:_MOST_NAMED])

        def rare(vocabulary: str, counts: Counter[str], slugs: Sequence[str], others: Sequence[str]) -> str:
            shared = [
                (counts[slug], slug) for slug in slugs if slug in others and counts[slug] <= self._most_characteristic
            ]
            return without_capital(vocabularies[vocabulary][min(shared)[1]].name) if shared else ""

        subjects = [without_capital(topics[slug].name) for slug in practice.topics if slug in other.topics]
        subject = " en over ".join(subjects[:_MOST_NAMED])
        words = ", ".join(self._shared_words(practice, other, subject))
        group = "" if words else rare("doelgroepen", self._target_groups, practice.target_groups, other.target_groups)
        means = "" if words else rare("instrumenten", self._instruments, practice.instruments, other.instruments)
        doers, company = names(practice.associations, other.associations), names(practice.partners, other.partners)
        parts = [
            ("ook over", f"{subject} ({words})" if subject and words else subject or words),
            ("ook voor", group),
            ("met dezelfde soort aanpak", f"({means})" if means else ""),
            ("ook door", doers),
            ("ook met", company),
        ]
        said = [f"{start} {shared}" for start, shared in parts if shared]
        reason = ", ".join(said)
        return with_capital(reason), bool(words) or len(subjects) > 1 or len(said) > 1

    def _shared_words(self, practice: Practice, other: Practice, said: str) -> list[str]:
        """Return keywords in the text of both practices and of few others, the rarest first, without overlap."""
        shared = self._shown[practice.slug] & self._shown[other.slug]
        characteristic = [word for word in shared if self._showing[word] <= self._most_characteristic]
        chosen: list[str] = []
        for word in sorted(characteristic, key=lambda word: (self._showing[word], word)):
            if len(chosen) < _MOST_NAMED and not any(word in text or text in word for text in (said, *chosen) if text):
                chosen.append(word)
        return [self._keywords[word] for word in chosen]


_shown_before: tuple[frozenset[str], dict[int, tuple[Practice, frozenset[str]]]] = frozenset(), {}
"""A cache: the keywords of the last call, and the practices by identity with the keywords that they show."""


def _find_shown(
    practices: Iterable[Practice], keywords: Collection[str], lengths: Mapping[str, Collection[int]]
) -> list[frozenset[str]]:
    """Return which keywords each practice shows; unchanged practices come from the cache."""
    global _shown_before  # noqa: PLW0603  # a preview reads most practices once
    asked = frozenset(keywords)
    before = _shown_before[1] if _shown_before[0] == asked else {}
    shown = {id(one): before.get(id(one)) or (one, asked.intersection(_phrases(one, lengths))) for one in practices}
    _shown_before = asked, shown
    return [found for _, found in shown.values()]


def _phrases(practice: Practice, lengths: Mapping[str, Collection[int]]) -> Iterable[str]:
    """Yield phrases in the text of a practice as a reader sees it, in lower case.

    ``lengths`` has, for the first word of a phrase, the numbers of words to take.
    """
    parts = (practice.body.lead, *practice.body.sections)
    blocks = (item for part in parts for block in part.blocks for item in block.items)
    text = "\n".join((practice.title, practice.summary, *blocks))
    for clause in _CLAUSE_END.split(text.casefold()):
        words = _SHOWN_WORD.findall(clause)
        for start, word in enumerate(words):
            for length in lengths.get(word, ()):
                yield " ".join(words[start : start + length])


def _features(practice: Practice) -> Iterable[Feature]:
    text = " ".join((practice.title, practice.summary, *practice.keywords))
    yield from (Feature("word", word[:_STEM]) for word in _WORD.findall(fold(text)))
    yield from (Feature("topic", slug) for slug in practice.topics)
    yield from (Feature("actor", slug) for slug in practice.actors)
