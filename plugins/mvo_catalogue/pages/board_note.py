"""The board note: what a board must know of a practice to decide, cut by design so that it fits on one A4."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from mvo_catalogue.domain.body import BlockKind
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import APPROACH, LESSONS, PROBLEM, RESULTS, Practice, Source
from mvo_catalogue.site.contact import Contact, contact_of
from mvo_catalogue.site.facts import JUDGED, Fact, fact_words, practice_facts
from mvo_catalogue.site.words import join_words, long_date, period_words, without_capital
from mvo_catalogue.texts import Words, load_texts

_LINE = 88
"""How many characters a line in the small font size surely holds, in any font."""


class _FontSize(NamedTuple):
    """What a font size holds: characters of a line and of one in half of the page, lines of a page beside headings."""

    is_large: bool
    line: int
    column: int
    page: int


_LARGE, _SMALL = _FontSize(True, 77, 35, 39), _FontSize(False, _LINE, 40, 44)
"""On paper 10.5 and 9.25 points."""

_SAME = 0.4
"""The share of the words of a sentence from which on another text says the same: between what was measured for both."""

_FILL = 1.6
"""How many lines a line to fill in takes."""


class _Shares(NamedTuple):
    """How many lines each part may take; ``item`` is the most for one step or point.

    ``sources`` counts sources, ``names`` counts characters.
    """

    problem: int
    steps: int
    results: int
    risks: int
    lessons: int
    sources: int
    item: int
    names: int


_SHARES = (
    _Shares(problem=6, steps=16, results=16, risks=6, lessons=6, sources=6, item=3, names=170),
    _Shares(problem=4, steps=9, results=16, risks=4, lessons=4, sources=3, item=2, names=140),
    _Shares(problem=3, steps=4, results=16, risks=2, lessons=2, sources=2, item=2, names=100),
    _Shares(problem=2, steps=2, results=16, risks=2, lessons=0, sources=1, item=2, names=80),
    _Shares(problem=2, steps=2, results=8, risks=2, lessons=0, sources=1, item=2, names=80),
)
"""From roomy to tight; the last always fits. What came out of it is the last that is cut."""


class _NoteTexts(Words):
    unsuitable: str
    condition: str
    source: str
    took_part: str
    undated: str
    risks: str
    more_names: str
    adoption: str


def _texts() -> _NoteTexts:
    return load_texts("board_note", _NoteTexts)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first items of a list, each a line or a few, how many had to be left out, and whether there is more."""

    items: tuple[str, ...] = ()
    left_out: int = 0
    is_cut: bool = False


class NoteSource(NamedTuple):
    """A source in words, and where it can be read (``""`` when it has no address)."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class BoardNote:
    """One page for a board; what is ``""`` or empty is not known. ``is_cut`` says that the practice has more.

    ``lead`` is the summary without what the problem says already; ``ask_first`` is whom to ask when nobody wrote down
    what came out of it; ``unknown`` names what is not known; ``is_large`` says that it fits in a large font.
    """

    lead: str
    problem: str
    outcome: str
    ask_first: Contact | None
    steps: Excerpt
    has_numbered_steps: bool
    costs: tuple[Fact, ...]
    unknown: str
    results: Excerpt
    risks: Excerpt
    lessons: Excerpt
    associations: str
    partners: str
    where_and_when: str
    adoptions: str
    sources: tuple[NoteSource, ...]
    sources_left_out: int
    is_cut: bool
    is_large: bool = False


def build_board_note(practice: Practice, catalogue: Catalogue) -> BoardNote:
    """Return what fits on one page: in the large font size if nothing has to go for that, or else as much as can be."""
    note = _build(practice, catalogue, _SHARES[0])
    if _count_lines(practice, note, _LARGE) <= _LARGE.page:
        return replace(note, is_large=True)
    for shares in _SHARES[1:]:
        if _count_lines(practice, note, _SMALL) <= _SMALL.page:
            break
        note = _build(practice, catalogue, shares)
    return note


def _build(practice: Practice, catalogue: Catalogue, shares: _Shares) -> BoardNote:
    def names(slugs: Iterable[str], others: Iterable[str] = ()) -> str:
        return _join_some([*(catalogue.partners[slug].name for slug in slugs), *others], shares.names)

    texts, points = _texts(), practice.body.points
    whole_problem, approach = " ".join(points(PROBLEM)), practice.body.section(APPROACH)
    problem = shorten(whole_problem, shares.problem * _LINE)
    unsuitable = [texts.unsuitable.format(item=item) for item in practice.unsuitable]
    conditions = [texts.condition.format(item=item) for item in practice.conditions]
    adopters = [(catalogue.partners[one.association].name, one.year) for one in practice.adoptions]
    adoptions = [texts.adoption.format(name=name, year=year) if year else name for name, year in adopters]
    steps = _take(points(APPROACH), shares.steps, shares.item)
    results = _take(points(RESULTS), shares.results, shares.item)
    risks = _take([*unsuitable, *conditions], shares.risks, shares.item)
    lessons = _take(points(LESSONS), shares.lessons, shares.item)
    participants = catalogue.participant_names(practice)
    sources = practice.sources[: shares.sources]
    places = practice.places or [province.label for province in practice.provinces]
    where_and_when = filter(None, [_join_some(places, shares.names // 2), period_words(practice.period)])
    facts = practice_facts(practice, catalogue.vocabularies)
    is_known = bool(practice.outcome or results.items or results.left_out)
    judged = {key: facts[key]._replace(words=shorten(facts[key].words, shares.names)) for key in JUDGED if key in facts}
    return BoardNote(
        lead=_leave_out(practice.summary, problem),
        problem=problem,
        outcome=practice.outcome or "",
        ask_first=None if is_known else _whom_to_ask(practice, catalogue),
        steps=steps,
        results=results,
        risks=risks,
        lessons=lessons,
        has_numbered_steps=approach is not None and {block.kind for block in approach.blocks} == {BlockKind.STEPS},
        costs=tuple(fact for fact in judged.values() if fact.words),
        unknown=join_words(
            [
                *(
                    fact_words()[key].inside or without_capital(fact.label)
                    for key, fact in judged.items()
                    if not fact.words
                ),
                *([] if risks.items or risks.left_out else [without_capital(texts.risks)]),
            ]
        ),
        associations=names(practice.associations),
        partners=names(practice.partners, practice.also_involved),
        where_and_when=shorten(", ".join(where_and_when), shares.names),
        adoptions=names((), adoptions),
        sources=tuple(
            NoteSource(shorten(_source_words(source, participants), shares.item * _LINE), source.url or "")
            for source in sources
        ),
        sources_left_out=len(practice.sources) - len(sources),
        is_cut=problem != whole_problem
        or len(sources) < len(practice.sources)
        or any(part.is_cut for part in (steps, results, risks, lessons)),
    )


def _whom_to_ask(practice: Practice, catalogue: Catalogue) -> Contact:
    """Return the first of those who did it, as the page of the practice does, and whose address it is if not theirs."""
    contact = contact_of(practice, catalogue)
    doers = [catalogue.partners[slug].name for slug in practice.associations or practice.partners]
    name = doers[0] if doers else contact.name or join_words(practice.also_involved)
    whose = contact.name if contact.name in doers else contact.label
    words = contact.words if name == contact.name or not contact.words else f"{whose}: {contact.words}"
    return contact._replace(name=name, words=words)


def _count_lines(practice: Practice, note: BoardNote, font: _FontSize) -> float:
    """Return how many lines the text of a note takes at most; its subject is in bold."""

    def lines(text: str, width: int = font.line) -> int:
        return max(1, math.ceil(len(text) / width))

    def column(rows: Iterable[tuple[str, str]]) -> int:
        return sum(lines(f"{label}: {words}", font.column) for label, words in rows)

    lists = (note.steps, note.results, note.risks, note.lessons)
    costs = column((fact.label, fact.words) for fact in note.costs)
    people = [("Door", note.associations), ("Met", note.partners)]
    who = column([*people, ("Waar en wanneer", note.where_and_when), ("Overgenomen door", note.adoptions)])
    blanks = 5 + (not note.risks.items)
    asked = " ".join(note.ask_first or ())
    return (
        2
        + lines(practice.title + " " * 22)
        + sum(map(lines, (note.lead, note.problem + " " * 12, practice.evidence.meaning + " " * 36)))
        + sum(lines(text) for text in (note.outcome, note.unknown and note.unknown + " " * 28) if text)
        + (lines(asked + " " * 110) + 2 if asked else 0)
        + sum(lines(item) for part in lists for item in part.items)
        + sum(lines(source.words) + (lines(source.url) if source.url else 0) for source in note.sources)
        + sum(bool(part.left_out) for part in lists)
        + bool(note.sources_left_out)
        + max(costs + _FILL, who)
        + _FILL * blanks
    )


def _leave_out(summary: str, problem: str) -> str:
    """Return the sentences of a summary that the problem does not say already."""

    def long_words(text: str) -> set[str]:
        return set(re.findall(r"\w{4,}", text.lower()))

    def is_said(words: set[str]) -> bool:
        return bool(words) and len(words & known) / len(words) >= _SAME

    known = long_words(problem)
    return " ".join(sentence for sentence in re.split(r"(?<=[.!?])\s+", summary) if not is_said(long_words(sentence)))


def shorten(text: str, length: int) -> str:
    """Return a text of at most ``length`` characters: whole sentences if one fits, or else whole words and ``…``."""
    if len(text) <= length:
        return text
    start = text[:length]
    sentence = max(start.rfind(mark) for mark in (". ", "! ", "? "))
    if sentence > length // 2:
        return start[: sentence + 1]
    words, space, _ = text[:length].rpartition(" ")
    return f"{words.rstrip(',;:') if space else text[: length - 1]}…"


def _take(texts: Sequence[str], lines: int, most_lines: int) -> Excerpt:
    """Return as many texts as ``lines`` hold, none of them longer than ``most_lines``."""
    taken: list[str] = []
    for text in texts:
        short = shorten(text, most_lines * _LINE)
        lines -= math.ceil(len(short) / _LINE)
        if lines < 0:
            break
        taken.append(short)
    return Excerpt(tuple(taken), len(texts) - len(taken), is_cut=taken != list(texts))


def _join_some(names: Sequence[str], length: int) -> str:
    """Return as many names as fit, and how many more there are."""
    taken = len(names)
    while taken > 1 and len(", ".join(names[:taken])) > length:
        taken -= 1
    shown = [shorten(name, length) for name in names[:taken]]
    if taken == len(names):
        return join_words(shown)
    return _texts().more_names.format(names=", ".join(shown), count=len(names) - taken)


def _source_words(source: Source, participants: Collection[str]) -> str:
    texts = _texts()
    return texts.source.format(
        title=source.title,
        publisher=source.publisher,
        took_part=texts.took_part if source.publisher in participants else "",
        date=long_date(source.date) if source.date else texts.undated,
    )
