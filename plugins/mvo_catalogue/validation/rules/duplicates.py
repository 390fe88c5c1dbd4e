"""near-duplicate and double-name: a practice, an organisation and a topic are in the catalogue once.

No practice is compared with all others. Each has a sketch, a few dozen hashes of groups of three words (MinHash), by
which candidates are found, as by almost equal titles; only the few that share many hashes are compared.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter
from zlib import crc32

from mvo_catalogue.domain.diagnostic import Diagnostic, load_rules
from mvo_catalogue.domain.entries import Practice
from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TOPICS, VOCABULARIES
from mvo_catalogue.domain.names import is_same_title
from mvo_catalogue.schema.references import list_vocabularies
from mvo_catalogue.validation.context import WholeCatalogue

_FIRST_LETTERS = frozenset("bgkpsvBGKPSV")
"""Only groups of words that begin with one of these letters count: a sample that is enough to recognise a text."""
_SKETCH_SIZE = 48
_MOST_OWNERS, _MOST_COMPARED = 4, 3
_SHARED = 0.25
"""The share of a sketch that must be equal before two texts are compared."""
_SAME_TEXT = 0.6
_WORD = re.compile(r"\w+")


def make_sketch(words: Sequence[str]) -> array[int]:
    """Return the sketch of a text (its smallest hashes): similar texts have many of these in common."""
    folded = " ".join(words).casefold().split(" ")
    triples = zip(words, folded, folded[1:], folded[2:], strict=False)
    shingles = {f"{first} {second} {third}" for word, first, second, third in triples if word[0] in _FIRST_LETTERS}
    return array("I", sorted({crc32(shingle.encode("utf-8", "replace")) for shingle in shingles})[:_SKETCH_SIZE])


def check_near_duplicates(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield a warning for every practice that is almost the same as one that was published before it."""
    practices = sorted(whole.extracts[PRACTICES].items(), key=lambda item: (item[1].published_on, item[0]))
    sketches = [whole.entries[whole.place(PRACTICES, slug)[0].path].sketch for slug, _ in practices]
    owners: dict[int, list[int]] = defaultdict(list)
    titles: dict[int, int] = {}
    for place, ((slug, extract), numbers) in enumerate(zip(practices, sketches, strict=True)):
        owning = list(map(owners.__getitem__, numbers))
        shared = Counter(chain.from_iterable(owning))
        near = [
            other
            for other, count in sorted(shared.items(), key=itemgetter(1), reverse=True)[:_MOST_COMPARED]
            if count >= _SHARED * min(len(numbers), len(sketches[other]))
        ]
        signatures = [*_signatures(extract.names[0][0]), hash((extract.summary,))]
        near += [titles[signature] for signature in signatures if signature in titles]
        for at in dict.fromkeys(near):
            practice, other = (whole.entry(PRACTICES, one) for one in (slug, practices[at][0]))
            assert isinstance(practice, Practice)
            assert isinstance(other, Practice)
            if other.published_on > practice.published_on:  # the later one is the duplicate
                practice, other = other, practice
            alike = _alike(practice, other)
            diagnose, named = whole.place(PRACTICES, practice.slug)[0], {"title": other.title, "path": other.path}
            if alike and not _is_linked(practice, other):
                yield from diagnose.value("near-duplicate", ("titel",), "alike", **named, slug=other.slug, alike=alike)
                break
            if not alike and practice.summary == other.summary:
                yield from diagnose.value("near-duplicate", ("samenvatting",), "summary", **named)
        for places in owning:
            if len(places) < _MOST_OWNERS:
                places.append(place)
        for signature in signatures:
            titles.setdefault(signature, place)


def _signatures(title: str) -> list[int]:
    """Return hashes of the words of a title in any order: of all words, and with each word left out once."""
    words = tuple(sorted(_WORD.findall(title.casefold())))
    return [hash(words), *[hash(words[:index] + words[index + 1 :]) for index in range(len(words))]]


def _alike(practice: Practice, other: Practice) -> str:
    """Return what is almost the same in two practices, in words, or ``""``."""
    rule, found = load_rules()["near-duplicate"], []
    if is_same_title(practice.title, other.title):
        found.append(rule.say("same-title"))
    from rapidfuzz.distance import Indel  # noqa: PLC0415  # slow to load, and seldom needed

    likeness = Indel.normalized_similarity(_words(practice), _words(other))
    if likeness >= _SAME_TEXT:
        found.append(rule.say("same-text", part=f"{likeness:.0%}".rstrip("%")))
    return " en ".join(found)


def _words(practice: Practice) -> list[str]:
    return _WORD.findall(f"{practice.summary} {practice.body.text}".casefold())


def _is_linked(practice: Practice, other: Practice) -> bool:
    """Return whether one of the two refers to the other, so that both are meant to be there."""
    return any(b.slug in (*a.related, *a.based_on, *a.succeeded_by) for a, b in ((practice, other), (other, practice)))


def check_double_names(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for every name that two organisations, topics or values share."""
    values = [(f"{VOCABULARIES}/{name}", "value") for name in list_vocabularies(PRACTICES, PARTNERS, TOPICS)]
    for kind, matter in ((PARTNERS, "partner"), (TOPICS, "topic"), *values):
        owners: dict[str, str] = {}
        for slug, extract in sorted(
            whole.extracts.get(kind, {}).items(), key=lambda item: item[0] != item[1].names[0][2]
        ):
            names = extract.names if kind == PARTNERS else extract.names[:1]  # two themes may ask the same question
            for at, (name, _, name_key) in enumerate(names):
                key = name_key if kind == PARTNERS else name.casefold()
                if owners.setdefault(key, slug) != slug:
                    (diagnose, start), (other, within) = (whole.place(kind, one) for one in (slug, owners[key]))
                    path = ("andere_namen", at - 1) if at else (*start, "naam")
                    owner = within[0] if within else other.path
                    yield from diagnose.value("double-name", path, matter, name=name, owner=owner)
