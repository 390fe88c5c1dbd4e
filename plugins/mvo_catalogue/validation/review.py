"""What a rule gets to see: one practice with its text, or the whole catalogue with what can be referred to."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from mvo_catalogue.domain.body import Section
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import Entry
from mvo_catalogue.domain.nearest import suggest_nearest
from mvo_catalogue.domain.practice import SECTION_ORDER, Practice
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.reading.passages import Passage, find_words, split_sentences
from mvo_catalogue.schema.references import KnownSlugs, UnknownReference, list_unknown_references

_LONGEST_ADDRESS = 2_000


@dataclass(frozen=True)
class FileReview:
    """One file of any kind as it stands on disk, also when its values could not be read.

    ``source`` is the whole text, of which the part below the front matter begins at ``body_line``; ``keys`` are those
    that its front matter may have. ``passages`` are the running text of the body, after the one in the front matter.
    """

    kind: str
    source: str
    body_line: int
    keys: Collection[str]
    passages: Sequence[Passage]
    entry: Entry | None = None

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines of the file."""
        return self.source.split("\n")

    @cached_property
    def sentences(self) -> list[tuple[str, Passage, int]]:
        """Return the sentences of the running text, each with its passage and its offset in there."""
        passages = (passage for passage in self.passages if passage.tag == "p")
        return [(sentence, passage, at) for passage in passages for at, sentence in split_sentences(passage.text)]

    @cached_property
    def words(self) -> list[str]:
        """Return the words of all sentences."""
        return find_words(" ".join(sentence for sentence, _, _ in self.sentences))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of a character of the source."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where a pattern occurs in the source, except inside a web address."""
        for match in pattern.finditer(self.source):
            before = self.source[max(0, match.start() - _LONGEST_ADDRESS) : match.start()]
            unbroken = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
            if "://" not in unbroken and "www." not in unbroken:
                yield match


@dataclass(frozen=True)
class PracticeReview:
    """One practice, what is known of its text, and the day on which it is judged.

    ``refused`` holds the keys whose values the schema refused; the practice has a stand-in for them, or nothing.
    """

    practice: Practice
    text: MarkdownText
    today: datetime.date
    refused: frozenset[str] = frozenset()

    def meant(self, section: Section) -> str:
        """Return the heading of a section, or the fixed one that it misspells."""
        if section.heading in SECTION_ORDER or not self._missing:
            return section.heading
        return suggest_nearest(section.heading, self._missing) or section.heading

    @cached_property
    def _missing(self) -> frozenset[str]:
        return frozenset(SECTION_ORDER).difference(item.heading for item in self.practice.body.sections)

    def section(self, heading: str) -> Section | None:
        """Return the section with this heading, misspelt or not, or ``None``."""
        return next((section for section in self.practice.body.sections if self.meant(section) == heading), None)

    def knows(self, *keys: str) -> bool:
        """Return whether the practice says what the editor wrote under all of these keys."""
        return self.refused.isdisjoint(keys)


@dataclass(frozen=True)
class CatalogueReview:
    """All entries together, drafts too, and everything that a reference can point to.

    ``unsure`` holds the paths of files that could not be read, or with values that the schema refused: what they say,
    or do not say, proves nothing about others. ``sketches`` holds, by slug, what the text of a practice is known by,
    ``vocabulary_paths`` the path of each vocabulary.
    """

    catalogue: Catalogue
    known: KnownSlugs
    unsure: frozenset[str] = frozenset()
    sketches: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    vocabulary_paths: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def unknown_references(self) -> tuple[tuple[str, UnknownReference], ...]:
        """Return every reference that names no slug, each with the path of its file."""
        return tuple(list_unknown_references(self.catalogue, self.known, self.vocabulary_paths))
