"""The board note: what a board must know of a practice to decide, cut by design so that it fits on one A4."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mvo_catalogue.domain.body import BlockKind
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import APPROACH, LESSONS, PROBLEM, RESULTS, Practice, Source
from mvo_catalogue.domain.vocabulary import Vocabulary
from mvo_catalogue.site.facts import JUDGED, Fact, pick_facts, practice_facts
from mvo_catalogue.site.words import join_names, join_words, long_date, period_words

_LINE = 88
"""How many characters a line of small letters surely holds, in letters of any system."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """What fits in letters of one size: characters of a line and of one in half of the page, lines beside headings."""

    is_large: bool
    line: int
    column: int
    page: int


_LARGE, _SMALL = _Letters(True, 77, 35, 41), _Letters(False, _LINE, 40, 46)
"""On paper 10.5 and 9.25 points."""

_SAME = 0.4
"""The share of the words of a sentence from which on another text says the same: between what was measured for both."""

_FILL = 1.6
"""How many lines a line to fill in takes."""


@dataclass(frozen=True, slots=True)
class _Shares:
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
    _Shares(problem=6, steps=16, results=8, risks=6, lessons=6, sources=6, item=3, names=170),
    _Shares(problem=4, steps=11, results=5, risks=4, lessons=4, sources=3, item=2, names=140),
    _Shares(problem=3, steps=7, results=3, risks=2, lessons=2, sources=2, item=2, names=100),
)
"""From roomy to tight; the last always fits."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first items of a list, each a line or a few, and how many had to be left out."""

    items: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def is_cut(self) -> bool:
        """Return whether there is more than this."""
        return self.left_out > 0 or any(item.endswith("…") for item in self.items)


@dataclass(frozen=True, slots=True)
class NoteSource:
    """A source in words, and where it can be read (``""`` when it has no address)."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class BoardNote:
    """One page for a board; what is ``""`` or empty is not known. ``is_cut`` says that the practice has more.

    ``lead`` is the summary without what the problem says already; ``is_large`` says that it fits in larger letters.
    """

    lead: str
    problem: str
    steps: Excerpt
    has_numbered_steps: bool
    costs: tuple[Fact, ...]
    unknown_costs: str
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
    """Return what fits on one page: in large letters if nothing has to go for that, or else as roomy as it can be."""
    note = _build(practice, catalogue, _SHARES[0])
    if _count_lines(practice, note, _LARGE) <= _LARGE.page:
        return replace(note, is_large=True)
    for shares in _SHARES[1:]:
        if _count_lines(practice, note, _SMALL) <= _SMALL.page:
            break
        note = _build(practice, catalogue, shares)
    return note


def _build(practice: Practice, catalogue: Catalogue, shares: _Shares) -> BoardNote:
    partners = catalogue.partners

    def name(slug: str) -> str:
        return partners[slug].name if slug in partners else slug

    def names(listed: Iterable[str]) -> str:
        return _join_some(list(listed), shares.names)

    problem_items, _ = _read(practice, PROBLEM)
    problem_text = " ".join(problem_items)
    problem = shorten(problem_text, shares.problem * _LINE)
    step_items, is_numbered = _read(practice, APPROACH)
    result_items, _ = _read(practice, RESULTS)
    lesson_items, _ = _read(practice, LESSONS)
    risk_items = [
        *(f"Past niet: {item}" for item in practice.unsuitable),
        *(f"Voorwaarde: {item}" for item in practice.conditions),
    ]
    steps = _take(step_items, shares.steps, shares.item)
    results = _take(result_items, shares.results, shares.item)
    risks = _take(risk_items, shares.risks, shares.item)
    lessons = _take(lesson_items, shares.lessons, shares.item)
    participants = catalogue.participant_names(practice)
    source_words = [_source_words(source, participants) for source in practice.sources]
    sources = tuple(
        NoteSource(shorten(words, shares.item * _LINE), source.url or "")
        for words, source in zip(source_words[: shares.sources], practice.sources, strict=False)
    )
    where = practice.places or [province.label for province in practice.provinces]
    facts = list(_short_facts(practice, catalogue.vocabularies, shares.names))
    where_and_when = filter(None, [_join_some(where, shares.names // 2), period_words(practice.period)])
    return BoardNote(
        lead=_leave_out(practice.summary, problem),
        problem=problem,
        steps=steps,
        has_numbered_steps=is_numbered,
        costs=tuple(fact for fact in facts if fact.words),
        unknown_costs=join_names(fact.label for fact in facts if not fact.words),
        results=results,
        risks=risks,
        lessons=lessons,
        associations=names(map(name, practice.associations)),
        partners=names([*map(name, practice.partners), *practice.also_involved]),
        where_and_when=shorten(", ".join(where_and_when), shares.names),
        adoptions=names(f"{name(adoption.association)} ({adoption.year})" for adoption in practice.adoptions),
        sources=sources,
        sources_left_out=len(practice.sources) - len(sources),
        is_cut=problem != problem_text
        or len(sources) < len(practice.sources)
        or any(part.is_cut for part in (steps, results, risks, lessons)),
    )


def _count_lines(practice: Practice, note: BoardNote, letters: _Letters) -> float:
    """Return how many lines the text of a note takes at most; letters of the title count for more."""

    def lines(text: str, width: int = letters.line) -> int:
        return max(1, math.ceil(len(text) / width))

    lists = (note.steps, note.results, note.risks, note.lessons)
    costs = sum(lines(f"{fact.label}: {fact.words}", letters.column) for fact in note.costs) + _FILL
    costs += lines(f"Niet bekend: {note.unknown_costs}", letters.column)
    told = ("Door", note.associations), ("Met", note.partners), ("Waar en wanneer", note.where_and_when)
    all_told = (*told, ("Overgenomen door", note.adoptions))
    who = sum(lines(f"{label}: {words}", letters.column) for label, words in all_told)
    blanks = 3 + (not note.risks.items)
    return (
        1.5 * lines(practice.title, letters.line // 2)
        + sum(map(lines, (note.lead, note.problem + " " * 12, practice.evidence.meaning + " " * 36)))
        + sum(lines(item) for part in lists for item in part.items or ("",))
        + sum(lines(source.words) + (lines(source.url) if source.url else 0) for source in note.sources)
        + sum(bool(part.left_out) for part in lists)
        + bool(note.sources_left_out)
        + max(costs, who)
        + _FILL * blanks
    )


def _leave_out(summary: str, problem: str) -> str:
    """Return the sentences of a summary that the problem does not say already."""
    known = _long_words(problem)
    sentences = re.split(r"(?<=[.!?])\s+", summary)
    return " ".join(
        sentence
        for sentence, words in ((sentence, _long_words(sentence)) for sentence in sentences)
        if not words or len(words & known) / len(words) < _SAME
    )


def _long_words(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.lower()))


def shorten(text: str, length: int) -> str:
    """Return a text of at most ``length`` characters: whole sentences if one fits, or else whole words and ``…``."""
    if len(text) <= length:
        return text
    start = text[: length - 1]
    sentence = max(start.rfind(mark) for mark in (". ", "! ", "? "))
    if sentence > length // 2:
        return f"{start[: sentence + 1]} …"
    words, space, _ = text[:length].rpartition(" ")
    return f"{words.rstrip(',;:') if space else start}…"


def _read(practice: Practice, heading: str) -> tuple[list[str], bool]:
    """Return the texts below a heading, and whether they are numbered steps."""
    section = practice.body.section(heading)
    if section is None:
        return [], False
    is_numbered = bool(section.blocks) and all(block.kind is BlockKind.STEPS for block in section.blocks)
    return list(section.points), is_numbered


def _take(texts: Sequence[str], lines: int, most_lines: int) -> Excerpt:
    """Return as many texts as ``lines`` hold, none of them longer than ``most_lines``."""
    taken: list[str] = []
    for text in texts:
        short = shorten(text, most_lines * _LINE)
        lines -= math.ceil(len(short) / _LINE)
        if lines < 0:
            break
        taken.append(short)
    return Excerpt(tuple(taken), len(texts) - len(taken))


def _short_facts(practice: Practice, vocabularies: Mapping[str, Vocabulary], length: int) -> Iterable[Fact]:
    for fact in pick_facts(practice_facts(practice, vocabularies), JUDGED):
        yield fact._replace(words=shorten(fact.words, length))


def _join_some(names: Sequence[str], length: int) -> str:
    """Return as many names as fit, and how many more there are."""
    taken = len(names)
    while taken > 1 and len(", ".join(names[:taken])) > length:
        taken -= 1
    shown = [shorten(name, length) for name in names[:taken]]
    return f"{', '.join(shown)} en nog {len(names) - taken}" if taken < len(names) else join_words(shown)


def _source_words(source: Source, participants: Collection[str]) -> str:
    date = long_date(source.date) if source.date else "datum niet bekend"
    took_part = ", deed zelf mee" if source.publisher in participants else ""
    return f"{source.title} ({source.publisher}{took_part}, {date})"
