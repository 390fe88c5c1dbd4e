"""The context of a rule: one file or the whole catalogue, and how it reports what it found."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain, takewhile
from typing import Any

from mvo_catalogue.domain.attachments import Attachment
from mvo_catalogue.domain.body import Section
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.diagnostic import Diagnostic, diagnose
from mvo_catalogue.domain.entries import SECTION_ORDER
from mvo_catalogue.domain.model import ENTRY_KINDS, VOCABULARIES, Entry, ValuePath
from mvo_catalogue.domain.names import make_slug, suggest_nearest
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.markdown import EntryLink, MarkdownText
from mvo_catalogue.reading.prose import Passage, split_sentences, split_words
from mvo_catalogue.reading.yaml_values import Places, YamlValues
from mvo_catalogue.schema.references import Extract, Extracts, KnownSlugs
from mvo_catalogue.schema.tree import find_headings, title_key

HEADING_ALONE = re.compile(
    r"(?:<\w+[^<>]*>)?[\W\d_]*(?:(?:onze|de|het|mijn) )?"
    rf"({'|'.join(SECTION_ORDER)})[\W\d_]*(?:</?\w+[^<>]*>|\{{[^{{}}]*\}})?",
    re.IGNORECASE,
)
"""A line with nothing but a fixed heading, in any markup."""
_RUNNING_TEXT = ("samenvatting", "kernactiviteit")
"""The keys of running text in the front matter."""
_REMARK = re.compile(r"\s*#+ ?(?:- )?([a-z_]+):\s+\S")
_LONGEST_ADDRESS = 2_000


@dataclass
class Diagnose:
    """Makes the diagnostics of one file, at the places of its values and headings.

    Each method takes the rule, the place, what is the matter when the rule has several sentences, and what the sentence
    is about; it returns one diagnostic, or none where something was said already. ``headings`` holds the line of each
    anchor. ``refused`` names the keys whose values the schema refused; the entry has a stand-in for them, or nothing.
    ``blamed`` are the lines of headings that are wrong in themselves.
    """

    path: str
    places: Places = field(default_factory=Places)
    headings: Mapping[str, int] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    blamed: frozenset[int] = frozenset()

    def file(self, rule: str, matter: str = "", /, **values: object) -> list[Diagnostic]:
        """Return a diagnostic about the whole file."""
        return self.place(rule, (1, 1), matter, **values)

    def value(self, rule: str, path: ValuePath, matter: str = "", /, **values: object) -> list[Diagnostic]:
        """Return a diagnostic about the value at a path, such as ``("bronnen", 0, "url")``."""
        if path[0] in self.refused:
            return []
        return self.place(rule, self.places.find(path), matter, **values)

    def heading(self, rule: str, anchor: str, matter: str = "", /, **values: object) -> list[Diagnostic]:
        """Return a diagnostic about the heading with this fragment, or the section below it."""
        line = self.headings[anchor]
        return [] if line in self.blamed else self.place(rule, (line, 1), matter, **values)

    def place(self, rule: str, place: Sequence[int], matter: str = "", /, **values: object) -> list[Diagnostic]:
        """Return a diagnostic at a line and column, both from 1."""
        line, column = place
        return [diagnose(self.path, line, column, rule, matter, **values)]


@dataclass
class EntryFile:
    """One file as it is on disk, even when its values could not be read; ``entry`` is what could be made of them.

    ``source`` is the whole text.
    """

    file: ContentFile
    source: str
    values: YamlValues
    markdown: MarkdownText
    diagnose: Diagnose
    entry: Entry | None = None

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines of the file."""
        return self.source.split("\n")

    @cached_property
    def remarks(self) -> dict[str, int]:
        """Return the keys in comments between the fields, each with its line (from 1)."""
        fields = takewhile(lambda line: line.rstrip() != "---", self.lines[1:])
        found = ((_REMARK.match(line), number) for number, line in enumerate(fields, 2))
        return {remark[1]: number for remark, number in found if remark}

    @cached_property
    def title_line(self) -> int:
        """Return the line of a first heading that should be the title field, 0 when there is none."""
        first = next(iter(self.markdown.headings), None)
        is_title = first and first.level == 1 and first.text not in SECTION_ORDER
        return first.line if first and is_title and title_key(self.file.kind) not in self.values.data else 0

    @cached_property
    def passages(self) -> list[Passage]:
        """Return the running text of the front matter, then that of the body."""
        return [*self._front_passages(), *self.markdown.passages]

    def _front_passages(self) -> Iterator[Passage]:
        for key in _RUNNING_TEXT:
            value = self.values.data.get(key)
            if isinstance(value, str) and value:
                line, column = self.values.places.find((key,))
                start = self.lines[line - 1].find(value, column - 1)
                mark = (0, line, column, 0) if start < 0 else (0, line, start + 1, len(value))
                yield Passage(value, "p", (mark,))

    @cached_property
    def sentences(self) -> list[tuple[str, Passage, int]]:
        """Return the sentences of the running text, each with its passage and its offset in there."""
        passages = (passage for passage in self.passages if passage.tag == "p")
        return [(sentence, passage, at) for passage in passages for at, sentence in split_sentences(passage.text)]

    @cached_property
    def words(self) -> list[str]:
        """Return the words of all sentences."""
        return split_words(" ".join(sentence for sentence, _, _ in self.sentences))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of a character of the source."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where a pattern, or its first group, occurs in the source, except inside a web address."""
        for match in pattern.finditer(self.source):
            start = match.start(match.lastindex or 0)
            before = self.source[max(0, start - _LONGEST_ADDRESS) : start]
            unbroken = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
            if "://" not in unbroken and "www." not in unbroken:
                yield match

    def knows(self, *keys: str) -> bool:
        """Return whether the values of all these keys could be used, and none is a stand-in."""
        return self.diagnose.refused.isdisjoint(keys)

    def fixed_heading(self, section: Section) -> str:
        """Return the heading of a section, or the fixed heading that it misspells."""
        if section.heading in SECTION_ORDER or not self._missing:
            return section.heading
        other = find_headings().get(make_slug(section.heading), "")
        return other if other in self._missing else suggest_nearest(section.heading, self._missing) or section.heading

    @cached_property
    def near_headings(self) -> dict[str, int]:
        """Return the line of each fixed heading that is in the text, but not as a heading of level 2."""
        start = [*(number for number, line in enumerate(self.lines, 1) if line.rstrip() == "---"), 0, 0][1]
        alone = ((HEADING_ALONE.fullmatch(line.strip()), at) for at, line in enumerate(self.lines[start:], start + 1))
        found = {match[1].capitalize(): at for match, at in alone if match}
        lower = {heading.text: heading.line for heading in self.markdown.headings}
        both = {
            name: self.markdown.anchors[section.anchor] for section in self.doubled for name in self.names_in(section)
        }
        return {name: line for name, line in {**self.longer, **both, **found, **lower}.items() if name in self._missing}

    @cached_property
    def longer(self) -> dict[str, int]:
        """Return, for each fixed heading, the line of a heading that contains it and more words."""
        sections = [
            one for one in self.markdown.body.sections if self.fixed_heading(one) == one.heading not in SECTION_ORDER
        ]
        names = ((self.names_in(one), self.markdown.anchors[one.anchor]) for one in reversed(sections) if one.heading)
        return {found[0]: line for found, line in names if len(found) == 1 and found[0] in self._missing}

    @cached_property
    def doubled(self) -> list[Section]:
        """Return the sections whose heading holds two fixed ones, such as ``Resultaten en lessen``."""
        sections = self.markdown.body.sections
        return [
            one for one in sections if len(self.names_in(one)) > 1 and not self._missing.isdisjoint(self.names_in(one))
        ]

    @staticmethod
    def names_in(section: Section) -> list[str]:
        """Return the fixed headings that are words of the heading of a section."""
        words = re.findall(r"\w+", section.heading.casefold())
        return [name for name in SECTION_ORDER if name.casefold() in words]

    @cached_property
    def _missing(self) -> frozenset[str]:
        return frozenset(SECTION_ORDER).difference(item.heading for item in self.markdown.body.sections)

    def section(self, heading: str) -> Section | None:
        """Return the section with this heading, misspelt or not, or ``None``."""
        return next(
            (section for section in self.markdown.body.sections if self.fixed_heading(section) == heading), None
        )


@dataclass(frozen=True)
class DatedEntry:
    """An entry on a day: what rules get whose outcome depends on the day."""

    entry: Entry | None
    diagnose: Diagnose
    today: datetime.date

    def knows(self, *keys: str) -> bool:
        """Return whether the values of all these keys could be used, and none is a stand-in."""
        return self.diagnose.refused.isdisjoint(keys)


@dataclass
class Checked:
    """What came out of one file: its value, as far as it could be read, and every diagnostic.

    The value of an entry is an ``Entry`` or ``None``, that of a vocabulary its values by key, and that of a file beside
    a practice an ``Attachment``; ``restore`` makes it when it is first asked for. A value with refused keys (see
    ``diagnose``) has stand-ins for them, so that the rules can check the rest in the same run; it is never published,
    since each has its error, or the entry is a draft. ``is_complete`` says whether all of it could
    be read. ``extracts`` go by slug or key, ``links`` lead to entries. ``sketch`` holds the numbers by which a similar
    text is found, ``dated`` the diagnostics of the day ``of_day``. ``belongs`` is the kind of an entry in the folder of
    another one.
    """

    diagnose: Diagnose
    restore: Callable[[], Any] | None = None
    extracts: Mapping[str, Extract] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    links: list[EntryLink] = field(default_factory=list)
    is_complete: bool = False
    sketch: Sequence[int] = ()
    of_day: str = ""
    belongs: str = ""
    dated: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def value(self) -> Any:
        """Return the value, ``None`` when nothing could be read."""
        return self.restore() if self.restore else None

    @property
    def extract(self) -> Extract | None:
        """Return the extract of an entry, ``None`` when it could not be read."""
        return next(iter(self.extracts.values()), None)


@dataclass(frozen=True)
class WholeCatalogue:
    """All entries together, drafts too, and everything that a reference can point to.

    ``entries`` holds what came out of each file by its path, ``vocabularies`` by name, ``extracts`` what could be read,
    ``attachments`` the files beside practices by slug and name.
    ``unsure`` are the paths of files that could not be read, or with values that the schema refused: what they say, or
    do not say, proves nothing about others.
    """

    entries: Mapping[str, Checked]
    vocabularies: Mapping[str, Checked]
    extracts: Extracts
    attachments: Mapping[str, Mapping[str, Attachment]]
    known: KnownSlugs
    unsure: frozenset[str]

    @cached_property
    def files(self) -> dict[str, Diagnose]:
        """Return the ``Diagnose`` of each file, by folder and name (``themes/x.md``)."""
        found = chain(self.entries.values(), self.vocabularies.values())
        return {one.diagnose.path.partition("/")[2]: one.diagnose for one in found}

    @property
    def holders(self) -> Iterator[tuple[str, str, Extract]]:
        """Yield (group, slug, extract) for everything that may hold references."""
        for group, found in self.extracts.items():
            yield from ((group, slug, extract) for slug, extract in found.items())

    def place(self, group: str, slug: str) -> tuple[Diagnose, ValuePath]:
        """Return the ``Diagnose`` of the file that holds this slug of a group, and the path to it in that file."""
        if group.startswith(VOCABULARIES):
            return self.files[f"{group}.yaml"], (slug,)
        return self.files[f"{group}/{slug}.md"], ()

    def entry(self, kind: str, slug: str) -> Entry:
        """Return an entry of which there is an extract."""
        entry = self.entries[self.files[f"{kind}/{slug}.md"].path].value
        assert isinstance(entry, Entry)
        return entry

    @cached_property
    def catalogue(self) -> Catalogue:
        """Return the whole catalogue, for which every cached entry has to be restored."""
        entries: dict[str, Any] = {
            kind: {slug: self.entry(kind, slug) for slug in self.extracts[kind]} for kind in ENTRY_KINDS
        }
        values = {name: vocabulary.value for name, vocabulary in self.vocabularies.items()}
        practices, partners, topics, pages, news = (entries[kind] for kind in ENTRY_KINDS)
        return Catalogue(practices, partners, topics, pages, values, news, self.attachments)
