"""The board note: what a board must know of a practice to decide, cut by design so that it fits on one A4."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import APPROACH, LESSONS, PROBLEM, RESULTS, Practice, Source
from mvo_catalogue.domain.vocabulary import Vocabulary
from mvo_catalogue.site.blocks import BlockKind, read_blocks
from mvo_catalogue.site.facts import JUDGED, Fact, find_facts
from mvo_catalogue.site.words import join_words, long_date, period_words

_LINE, _COLUMN = 88, 40
"""How many characters a line of the note surely holds, in letters of any system: over the page, and in half of it."""

_PAGE = 47
"""How many such lines fit beside the headings."""


@dataclass(frozen=True, slots=True)
class _Shares:
    """How many lines each part may take; ``item`` is the most for one step or point, ``names`` counts characters."""

    problem: int
    steps: int
    results: int
    risks: int
    sources: int
    item: int
    names: int


_SHARES = (_Shares(6, 16, 8, 8, 6, 3, 170), _Shares(4, 11, 5, 5, 4, 2, 140), _Shares(3, 8, 3, 3, 2, 2, 100))
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
class BoardNote:
    """One page for a board; what is ``""`` or empty is not known. ``is_cut`` says that the practice has more."""

    problem: str
    steps: Excerpt
    has_numbered_steps: bool
    costs: tuple[Fact, ...]
    results: Excerpt
    risks: Excerpt
    associations: str
    partners: str
    where_and_when: str
    adoptions: str
    sources: Excerpt
    is_cut: bool


def build_board_note(practice: Practice, catalogue: Catalogue) -> BoardNote:
    """Return what fits on one page: with the roomiest shares with which it surely does."""
    notes = (_build(practice, catalogue, shares) for shares in _SHARES)
    for note in notes:
        if _count_lines(practice, note) <= _PAGE:
            break
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
    lessons, _ = _read(practice, LESSONS)
    risk_items = [
        *(f"Past niet: {item}" for item in practice.unsuitable),
        *(f"Voorwaarde: {item}" for item in practice.conditions),
        *lessons,
    ]
    steps = _take(step_items, shares.steps, shares.item)
    results = _take(result_items, shares.results, shares.item)
    risks = _take(risk_items, shares.risks, shares.item)
    sources = _take([_source_words(source) for source in practice.sources], shares.sources, shares.item)
    where_and_when = filter(None, [_join_some(practice.places, shares.names // 2), period_words(practice.period)])
    return BoardNote(
        problem=problem,
        steps=steps,
        has_numbered_steps=is_numbered,
        costs=tuple(_short_facts(practice, catalogue.vocabularies, shares.names)),
        results=results,
        risks=risks,
        associations=names(map(name, practice.associations)),
        partners=names([*map(name, practice.partners), *practice.also_involved]),
        where_and_when=shorten(", ".join(where_and_when), shares.names),
        adoptions=names(f"{name(adoption.association)} ({adoption.year})" for adoption in practice.adoptions),
        sources=sources,
        is_cut=problem != problem_text or any(part.is_cut for part in (steps, results, risks, sources)),
    )


def _count_lines(practice: Practice, note: BoardNote) -> float:
    """Return how many lines the text of a note takes at most; letters of the title count for more."""

    def lines(text: str, width: int = _LINE) -> int:
        return max(1, math.ceil(len(text) / width))

    lists = (note.steps, note.results, note.risks, note.sources)
    costs = sum(lines(f"{fact.label}: {fact.words}", _COLUMN) for fact in note.costs)
    told = ("Door", note.associations), ("Met", note.partners), ("Waar en wanneer", note.where_and_when)
    who = sum(lines(f"{label}: {words}", _COLUMN) for label, words in (*told, ("Overgenomen door", note.adoptions)))
    return (
        1.5 * lines(practice.title, _LINE // 2)
        + sum(map(lines, (practice.summary, note.problem, practice.evidence.meaning + " " * 36)))
        + sum(lines(item) for part in lists for item in part.items or ("",))
        + sum(bool(part.left_out) for part in lists)
        + max(costs, who)
    )


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
    blocks = read_blocks(section.html) if section else []
    items = [item for block in blocks if block.kind is not BlockKind.HEADING for item in block.items]
    return items, bool(blocks) and all(block.kind is BlockKind.STEPS for block in blocks)


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
    for fact in find_facts(practice, vocabularies, JUDGED):
        yield fact._replace(words=shorten(fact.words, length))


def _join_some(names: Sequence[str], length: int) -> str:
    """Return as many names as fit, and how many more there are."""
    taken = len(names)
    while taken > 1 and len(", ".join(names[:taken])) > length:
        taken -= 1
    shown = [shorten(name, length) for name in names[:taken]]
    return f"{', '.join(shown)} en nog {len(names) - taken}" if taken < len(names) else join_words(shown)


def _source_words(source: Source) -> str:
    date = f", {long_date(source.date)}" if source.date else ""
    return f"{source.title} ({source.publisher}{date})"
