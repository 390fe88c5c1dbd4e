"""The board note: what a board needs to know about a practice to decide, shortened to fit on one A4."""

import math
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from mvo_catalogue.domain.body import BlockKind
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import APPROACH, LESSONS, PROBLEM, RESULTS, Practice, Source
from mvo_catalogue.reading.prose import split_sentences
from mvo_catalogue.site.contact import Call, Contact, contact_of
from mvo_catalogue.site.facts import JUDGED, Fact, fact_words, is_reach, practice_facts
from mvo_catalogue.site.risks import list_risks
from mvo_catalogue.site.words import join_words, long_date, period_words, without_capital
from mvo_catalogue.texts import Words, load_texts

_LINE = 88
"""The characters that fit on a line in the small font size, in any font."""


class _FontSize(NamedTuple):
    """The room of a font size: characters per line and per half-width line, and lines per page without headings."""

    is_large: bool
    line: int
    column: int
    page: int


_LARGE, _SMALL = _FontSize(True, 77, 35, 40), _FontSize(False, _LINE, 40, 45)
"""10.5 and 9.25 points in print."""

_SAME = 0.4
"""A sentence with this share of its words in another text repeats it; chosen between measured examples of both."""

_REFERS_BACK = re.compile(r"\b(?:zij|ze|hij|hen|hun|daarom|die|deze)\b", re.IGNORECASE)
"""Words by which a sentence refers to the one before."""

_LEAST_STEPS = 3
"""With fewer complete steps than this, steps are cut to their first sentence."""

_FILL = 1.6
"""The lines that a field to fill in takes."""

_BLANKS = 6
"""The fields to fill in that have no line of their own in the count."""

_SPARE = 40
"""The characters that names of others may take more than counted, as they are not broken."""

_ALTERNATIVES = 125
"""The characters of the alternatives without the title of a practice, and some that are wide."""


class _Shares(NamedTuple):
    """The most lines of each part; ``item`` is the most lines of one step or point.

    ``sources`` is a number of sources, ``names`` a number of characters. With ``is_short`` steps are cut to their first
    sentence: three of those say more than one complete step.
    """

    problem: int
    steps: int
    results: int
    risks: int
    lessons: int
    sources: int
    item: int
    names: int
    is_short: bool = False

    def lines_of_item(self, part: str) -> int:
        """Return the most lines of one item; a result stays whole, for its last sentence may be a caveat."""
        return self.results if part == "results" else self.item


_SHARES = (
    _Shares(problem=6, steps=16, results=16, risks=6, lessons=6, sources=6, item=3, names=170),
    _Shares(problem=4, steps=9, results=16, risks=4, lessons=4, sources=3, item=3, names=140),
    _Shares(problem=3, steps=6, results=16, risks=3, lessons=2, sources=2, item=2, names=100),
    _Shares(problem=2, steps=5, results=8, risks=2, lessons=0, sources=1, item=2, names=80),
    _Shares(problem=2, steps=4, results=8, risks=2, lessons=0, sources=1, item=2, names=60, is_short=True),
    _Shares(problem=1, steps=3, results=6, risks=1, lessons=0, sources=1, item=2, names=45, is_short=True),
    _Shares(problem=1, steps=3, results=4, risks=1, lessons=0, sources=1, item=2, names=45, is_short=True),
)
"""From roomy to tight; the last always fits. The results are cut last."""


class _NoteTexts(Words):
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
    """The first items of a list, how many were left out, and whether anything was shortened."""

    items: tuple[str, ...] = ()
    left_out: int = 0
    is_cut: bool = False


class NoteSource(NamedTuple):
    """A source as text, and its address or ``""``."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class BoardNote:
    """One page for a board; what is unknown is ``""`` or empty. With ``is_cut`` the practice has more to say.

    ``lead`` is the summary without sentences that repeat the problem; ``ask_first`` is whom to ask about an unknown
    outcome; ``unknown`` lists what is unknown; ``is_large`` means that it fits in the large font size;
    ``alternative`` is the title of another practice; ``phase`` is not part of the costs; ``calls`` is whom to call,
    ``peers`` are others who did something similar.
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
    phase: Fact
    adoptions: str
    sources: tuple[NoteSource, ...]
    sources_left_out: int
    is_cut: bool
    is_large: bool = False
    alternative: str = ""
    calls: str = ""
    peers: str = ""


_NOBODY = Call([], [], "")


def build_board_note(
    practice: Practice, catalogue: Catalogue, alternative: str = "", call: Call = _NOBODY
) -> BoardNote:
    """Return what fits on one page: all of it in the large font size, or else as much as possible in the small one.

    ``alternative`` is the title of another practice that the board could choose, ``""`` for none; ``call`` is
    whom to call.
    """
    writer = _Writer(practice, catalogue, alternative, call)
    note = writer.write(_SHARES[0])
    if not note.is_cut and _count_lines(practice, note, _LARGE) <= _LARGE.page:
        return replace(note, is_large=True)
    notes = ((shares, writer.write(shares)) for shares in _SHARES)
    shares, note = next(
        ((shares, note) for shares, note in notes if writer.fits(note)), (_SHARES[-1], writer.write(_SHARES[-1]))
    )
    full = writer.fill_up(shares, note)
    if full.steps.left_out and len(full.steps.items) < _LEAST_STEPS:
        shares = shares._replace(is_short=True)
        note = writer.write(shares)
        return writer.fill_up(shares, note) if writer.fits(note) else full
    return full


class _Writer:
    """Writes notes of one practice, each with other shares; what is the same in all of them is worked out once."""

    def __init__(self, practice: Practice, catalogue: Catalogue, alternative: str, call: Call) -> None:
        self.practice, self.catalogue, self.texts, self.alternative = practice, catalogue, _texts(), alternative
        self.calls = "".join(f"{one.name or one.label}, {one.words}" for one in call.contacts[:1])
        self.peers = list(dict.fromkeys(peer.partner.name for peer in call.peers[:2]))
        points = practice.body.points
        self.problem, self.approach = " ".join(points(PROBLEM)), practice.body.section(APPROACH)
        facts = practice_facts(practice, catalogue.vocabularies)
        self.facts = {key: facts[key] for key in JUDGED if key in facts}
        risks = [risk.text for risk in list_risks(practice, "")]
        self.lists: dict[str, Sequence[str]] = {
            "results": _not_said(points(RESULTS), practice.outcome or ""),
            "steps": points(APPROACH),
            "risks": [self._describe_risk(risk) for risk in risks],
            "lessons": [lesson for lesson in points(LESSONS) if lesson not in risks],
        }
        self.short_steps = [_first_sentence(step) for step in self.lists["steps"]]
        is_known = bool(practice.outcome or points(RESULTS)) and not is_reach(practice)
        self.ask_first = None if is_known else _whom_to_ask(practice, catalogue)
        adopters = [(catalogue.partners[one.association].name, one.year) for one in practice.adoptions]
        adoption = self.texts.adoption.format
        self.adoptions = [adoption(name=name, year=year) if year else name for name, year in adopters]

    def _describe_risk(self, text: str) -> str:
        is_condition = text in self.practice.conditions
        return self.texts.condition.format(item=without_capital(text)) if is_condition else text

    def fits(self, note: BoardNote) -> bool:
        """Return whether a note fits on a page in the small font size."""
        return _count_lines(self.practice, note, _SMALL) <= _SMALL.page

    def lists_for(self, shares: _Shares) -> dict[str, Sequence[str]]:
        """Return the items of each list by its name in `BoardNote` and `_Shares`; the first gets room first."""
        return self.lists | {"steps": self.short_steps} if shares.is_short else self.lists

    def fill_up(self, shares: _Shares, note: BoardNote) -> BoardNote:
        """Return the note with more items of each list, as long as they fit on the page."""
        for part, texts in self.lists_for(shares).items():
            lines = getattr(shares, part)
            while getattr(note, part).left_out:
                lines += 1
                wider: dict[str, Any] = {part: _take(texts, lines, shares.lines_of_item(part))}
                longer = replace(note, **wider)
                if not self.fits(longer):
                    break
                note, shares = longer, shares._replace(**{part: lines})
        return self.write(shares)

    def write(self, shares: _Shares) -> BoardNote:
        """Return a note in which each part has its share of the page."""
        practice, lists = self.practice, self.lists_for(shares)
        problem = _sentences_of(self.problem, shares.problem * _LINE)
        parts: dict[str, Any] = {
            part: _take(items, getattr(shares, part), shares.lines_of_item(part)) for part, items in lists.items()
        }
        participants = self.catalogue.participant_names(practice)
        sources = practice.sources[: shares.sources]
        places = practice.shown_places or [province.label for province in practice.provinces]
        where_and_when = filter(None, [_join_some(places, shares.names // 2), period_words(practice.period)])
        facts = {key: fact._replace(words=_whole(fact.words, shares.names)) for key, fact in self.facts.items()}
        known = {key for key, fact in facts.items() if fact.words}
        known.update(["kosten"] if "geld" in known else ())  # the source said what it cost in words
        missing = [key for key in facts if key not in known]
        unknown = [fact_words()[key].inside or without_capital(facts[key].label) for key in missing]
        return BoardNote(
            lead=_lead(practice, problem, self.catalogue),
            problem=problem,
            outcome=practice.outcome or "",
            ask_first=self.ask_first,
            **parts,
            has_numbered_steps=self.approach is not None
            and {block.kind for block in self.approach.blocks} == {BlockKind.STEPS},
            costs=tuple(fact for key, fact in facts.items() if key != "fase" and fact.words),
            unknown=join_words(unknown + ([] if lists["risks"] else [without_capital(self.texts.risks)])),
            associations=self._names(practice.associations, (), shares),
            partners=self._names(practice.partners, practice.also_involved, shares),
            where_and_when=re.sub(r"[,;][^,;]*…$", "", shorten(", ".join(where_and_when), shares.names)),
            phase=self.facts["fase"],
            adoptions=self._names((), self.adoptions, shares),
            sources=tuple(
                NoteSource(shorten(_source_words(source, participants), shares.item * _LINE), source.url or "")
                for source in sources
            ),
            sources_left_out=len(practice.sources) - len(sources),
            is_cut=problem != self.problem
            or len(sources) < len(practice.sources)
            or lists["steps"] != self.lists["steps"]
            or any(part.is_cut for part in parts.values()),
            alternative=self.alternative,
            calls=self.calls,
            peers=_join_some(self.peers, shares.names),
        )

    def _names(self, slugs: Iterable[str], others: Iterable[str], shares: _Shares) -> str:
        return _join_some([*(self.catalogue.partners[slug].name for slug in slugs), *others], shares.names)


def _whom_to_ask(practice: Practice, catalogue: Catalogue) -> Contact:
    """Return the first participant, as on the page of the practice, and whose address it is if that of another."""
    contact = contact_of(practice, catalogue)
    doers = [catalogue.partners[slug].name for slug in practice.associations or practice.partners]
    name = doers[0] if doers else contact.name or join_words(practice.also_involved)
    whose = contact.name if contact.name in doers else contact.label
    words = contact.words if name == contact.name or not contact.words else f"{whose}: {contact.words}"
    return contact._replace(name=name, words=words)


def _count_lines(practice: Practice, note: BoardNote, font: _FontSize) -> float:
    """Return the most lines that a note can take; its subject is in bold."""

    def lines(text: str, width: int = font.line) -> int:
        return max(1, math.ceil(len(text) / width))

    def column(rows: Iterable[tuple[str, str]]) -> int:
        return sum(lines(f"{label}: {words}", font.column) for label, words in rows)

    lists = (note.steps, note.results, note.risks, note.lessons)
    costs = column((fact.label, fact.words) for fact in note.costs)
    people = [("Door", note.associations), ("Met", note.partners)]
    known = [note.phase[:2], ("Bellen", note.calls), ("Deden iets vergelijkbaars" + " " * _SPARE, note.peers)]
    others = [("Waar en wanneer", note.where_and_when), ("Overgenomen door", note.adoptions)]
    who = column([*people, *others, *((label, words) for label, words in known if words)])
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
        + _FILL * _BLANKS
        + (lines(note.alternative + " " * _ALTERNATIVES) - 1 if note.alternative else 0)
    )


def _lead(practice: Practice, problem: str, catalogue: Catalogue) -> str:
    """Return the sentences of the summary that do not repeat the problem, and the first that says who did it."""
    sentences = [sentence for _, sentence in split_sentences(practice.summary)]
    kept = [sentence for sentence in sentences if not _share(sentence, problem) >= _SAME]
    names = catalogue.participant_names(practice)
    about = [sentence for sentence in sentences if any(name in sentence for name in names)]
    added = [] if any(sentence in kept for sentence in about) or not kept else about[:1]
    if not about and kept and _REFERS_BACK.search(kept[0]):
        added = sentences[: sentences.index(kept[0])]
    return " ".join(sentence for sentence in sentences if sentence in kept or sentence in added)


def _not_said(points: Sequence[str], outcome: str) -> list[str]:
    """Return the results without the sentences that the outcome says: the same numbers, or much the same words.

    The rest of a point that depends on a removed sentence is removed too; the first may have one number more.
    """
    figures = set(re.findall(r"\d+", outcome))

    def is_said(sentence: str, most: int) -> bool:
        numbers = set(re.findall(r"\d+", sentence))
        return (
            len(numbers - figures) <= most
            if _share(sentence, outcome) > _SAME
            else len(numbers) > 1 and numbers <= figures
        )

    left: list[str] = []
    for place, point in enumerate(points):
        sentences = [sentence for _, sentence in split_sentences(point)]
        if place == 0 and is_said(point, 1):  # what has no figure may be a caveat
            kept = [one for one in sentences if not re.search(r"\d", one) and not _share(one, outcome) > _SAME]
        else:
            kept = [sentence for sentence in sentences if not is_said(sentence, 0)]
        if kept and (kept[0] == sentences[0] or not _REFERS_BACK.search(kept[0])):
            left.append(" ".join(kept))
    return left


def _share(text: str, other: str) -> float:
    """Return the share of the long words of a text that another text has too."""
    words, known = (set(re.findall(r"\w{4,}", one.lower())) for one in (text, other))
    return len(words & known) / len(words) if words else 0


def _first_sentence(text: str) -> str:
    return next((sentence for _, sentence in split_sentences(text)), text)


def shorten(text: str, length: int) -> str:
    """Return a text of at most ``length`` characters: whole sentences if one fits, or else whole words and ``…``."""
    if len(text) <= length:
        return text
    start = text[:length]
    sentence = max(start.rfind(mark) for mark in (". ", "! ", "? "))
    if sentence > 0:
        return start[: sentence + 1]
    words, space, _ = text[:length].rpartition(" ")
    return f"{words.rstrip(',;:') if space else text[: length - 1]}…"


def _sentences_of(text: str, length: int) -> str:
    """Return the first sentences of a text that fit in ``length`` characters, or ``""``."""
    short = shorten(text, length)
    return short if short == text or not short.endswith("…") else ""


def _whole(text: str, length: int) -> str:
    """Return the sentences of a text that fit in ``length`` characters, at least the first."""
    return max(shorten(text, length), _first_sentence(text), key=lambda one: (not one.endswith("…"), len(one)))


def _take(texts: Sequence[str], lines: int, most_lines: int) -> Excerpt:
    """Return as many texts as fit in ``lines``, each shortened to ``most_lines``."""
    taken: list[str] = []
    for text in texts:
        short = _whole(text, most_lines * _LINE)
        lines -= math.ceil(len(short) / _LINE)
        if lines < 0:
            break
        taken.append(short)
    return Excerpt(tuple(taken), len(texts) - len(taken), is_cut=taken != list(texts))


def _join_some(names: Sequence[str], length: int) -> str:
    """Return as many names as fit in ``length`` characters, and how many more there are."""
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
