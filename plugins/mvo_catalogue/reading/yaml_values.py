"""Read YAML into plain values and remember where each key and value stands.

Every scalar stays text: the models decide what a value means, so ``nee``, ``2016`` and ``2018-01`` are never
guessed at. What YAML can do beyond lists and mappings (anchors, tags, merge keys, several documents) is refused.
The events of libyaml are read one by one, so that what is nested too deep is refused before anything follows it down.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml

from mvo_catalogue.domain.diagnostic import Diagnostic, diagnose
from mvo_catalogue.domain.patterns import HIDDEN, LIST_MARKS, is_visible
from mvo_catalogue.reading.slips import find_slips, is_almost_fence

Path = tuple[str | int, ...]
Place = tuple[int, int]

MAX_CHARACTERS = 64_000
"""How long the front matter may be."""
MAX_VOCABULARY = 200_000
"""How long a file with values may be: some thousands of them."""
MAX_BODY = 40_000
"""How long the text below it may be: fifteen pages, and what a parser of Markdown survives in the worst case."""
MAX_DEPTH = 6
_FENCE = "---"
_MOST_BLAMED = 50
_ODD_KEY = re.compile(rf"[-{LIST_MARKS}]\s|[^\S ]")
_CUT = re.compile(r"[ \t]+#")
_NOT_ALL_READ = ("yaml-syntax", "front-matter", "file-too-large")
_STOPPED, _STARTED = "problem_mark", "context_mark"
_MISTAKES = (
    (r"mapping values are not allowed", _STOPPED, "colon"),
    (r"cannot start any token|found character '\\t'", _STOPPED, "tab"),
    (r"unexpected end of stream", _STARTED, "unclosed-quote"),
    (r"escape", _STOPPED, "escape"),
    (r"could not find expected ':'", _STARTED, "no-colon"),
    (r"block sequence entries", _STOPPED, "dash"),
    (r"did not find expected ',' or", _STARTED, "bracket"),
    (r"did not find expected (?:key|'-' indicator)", _STOPPED, "indent"),
    (r"did not find expected <document start>", _STOPPED, "outdent"),
    (r"", _STOPPED, "other"),
)
"""What libyaml says, which of its two marks is where an editor should look, and what we say (rule yaml-syntax)."""


@dataclass(slots=True)
class Places:
    """Where every key and value of a file stands: path (``("bronnen", 0, "url")``) to (line, column), both from 1.

    ``packed`` are the same places as JSON, in a tenth of the memory, of a file of which probably nobody asks anything
    again; it may come from elsewhere.
    """

    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    packed: str = ""

    def pack(self) -> None:
        """Pack the places until one is asked."""
        self.packed = json.dumps([list(self.keys.items()), list(self.values.items())])
        self.keys, self.values = {}, {}

    def find(self, path: Path, *, of_key: bool = False) -> Place:
        """Return where the value (or its key) stands; of something absent, where its nearest holder stands."""
        if self.packed:
            unpacked = json.loads(self.packed)
            self.keys, self.values = ({tuple(key): tuple(place) for key, place in places} for places in unpacked)
            self.packed = ""
        while path:
            place = (self.keys.get(path) if of_key else None) or self.values.get(path) or self.keys.get(path)
            if place:
                return place
            path, of_key = path[:-1], True
        return (1, 1)


@dataclass
class YamlValues:
    """The values of a YAML mapping, their places, and what was wrong with the way in which they are written.

    ``unread`` are the paths where a value could not be used and ``None`` stands in for it. ``cuts`` are the places of
    the # that ends a value without quotes.
    """

    data: dict[str, Any] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    cuts: dict[Path, Place] = field(default_factory=dict)

    @property
    def is_usable(self) -> bool:
        """Return whether all that was written has been read, so that a key that is not there is really missing."""
        return not any(diagnostic.rule in _NOT_ALL_READ for diagnostic in self.diagnostics)

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Return where the value (or its key) stands; of something absent, where its nearest holder stands."""
        return self.places.find(path, of_key=of_key)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values between the fences, and the text after them with the number of its first line."""

    values: YamlValues
    body: str
    body_line: int


def split_front_matter(text: str, path: str = "") -> FrontMatter:
    """Return the front matter and the body of the Markdown file at ``path``.

    A missing or unclosed fence, or too much text, is among the diagnostics of the values, at its line.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return _without_values(path, 1, "almost" if is_almost_fence(lines[0]) else "no-start", sign=lines[0].strip())
    end = _find_end(lines)
    if end is None:
        almost = next((number for number, line in enumerate(lines[1:], 1) if is_almost_fence(line)), None)
        if almost:
            return _without_values(path, almost + 1, "almost", sign=lines[almost].strip())
        return _without_values(path, 1, "no-end")
    front_matter = "\n".join(lines[1:end])
    if len(front_matter) > MAX_CHARACTERS:
        return _without_values(path, 2, "too-long")
    values = read_yaml(front_matter, path, first_line=2)
    body = "\n".join(lines[end + 1 :])
    if len(body) > MAX_BODY:
        line = end + 2 + body.count("\n", 0, MAX_BODY)
        values.diagnostics.append(diagnose(path, line, 1, "file-too-large", "text", most=MAX_BODY))
        body = ""
    return FrontMatter(values, body, end + 2)


def cut_body(text: str) -> str:
    """Return what stands below the front matter of a text that was found good."""
    lines = text.split("\n")
    return "\n".join(lines[_find_end(lines) or 0 :][1:])


def _find_end(lines: list[str]) -> int | None:
    return next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)


def _without_values(path: str, line: int, matter: str, sign: str = "") -> FrontMatter:
    found = diagnose(path, line, 1, "front-matter", matter, most=MAX_CHARACTERS, sign=sign)
    return FrontMatter(YamlValues(diagnostics=[found]), "", 1)


def read_yaml(text: str, path: str = "", first_line: int = 1) -> YamlValues:
    """Return the values of YAML whose top is a mapping; ``first_line`` is its line in the file at ``path``."""
    result = YamlValues()
    try:
        _Reader(result, text, path, first_line).read()
    except _Useless:
        pass
    except yaml.MarkedYAMLError as error:
        if result.is_usable:
            result.diagnostics.append(_explain(error, text, path, first_line))
    if not result.is_usable:
        _blame_slips(result, text, path, first_line)
    return result


def _blame_slips(result: YamlValues, text: str, path: str, first_line: int) -> None:
    """Say which slips made it impossible to read on, in the place of where that was."""
    slips = list(islice((slip for slip in find_slips(text.split("\n")) if slip.is_fatal), _MOST_BLAMED))
    stopped = next(found for found in result.diagnostics if found.rule in _NOT_ALL_READ)
    if slips and slips[0].line + first_line <= stopped.line:
        result.diagnostics.remove(stopped)
        for slip in slips:
            place = (path, slip.line + first_line, slip.column + 1)
            result.diagnostics.append(diagnose(*place, "yaml-syntax", slip.matter, sign=slip.sign))


def _explain(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Diagnostic:
    _, where, matter = next(mistake for mistake in _MISTAKES if re.search(mistake[0], str(error.problem)))
    mark = getattr(error, where)
    lines = text.split("\n")
    line, column = mark.line, mark.column
    if line >= len(lines):  # the end of the text, of which libyaml says that it is a line further on
        line, column = len(lines) - 1, len(lines[-1])
    return diagnose(path, line + first_line, column + 1, "yaml-syntax", matter)


class _Useless(Exception):
    """What follows is of no use, and libyaml would take minutes over a hostile rest; the reason has been reported."""


class _Reader:
    """Builds values from the events of libyaml."""

    def __init__(self, result: YamlValues, text: str, path: str, first_line: int) -> None:
        self.result = result
        self.next_event = yaml.CSafeLoader(text).get_event
        self.path = path
        self.first_line = first_line
        self.lines = text.split("\n") if "#" in text else []
        self.depth = 0

    def read(self) -> None:
        documents = 0
        while (event := self.next()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report(event, "yaml-feature", "documents")
                    return
            elif isinstance(event, yaml.AliasEvent):
                self.alias(event, ())
            elif isinstance(event, yaml.NodeEvent):
                self.check_marks(event)
                if isinstance(event, yaml.MappingStartEvent):
                    self.mapping((), self.result.data)
                elif not isinstance(event, yaml.ScalarEvent) or event.value:
                    self.report(event, "yaml-syntax", "no-keys")
                    raise _Useless

    def next(self) -> Any:
        event = self.next_event()
        if isinstance(event, yaml.CollectionStartEvent):
            if self.depth >= MAX_DEPTH:
                self.report(event, "yaml-syntax", "too-deep")
                raise _Useless
            self.depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self.depth -= 1
        return event

    def skip(self, event: Any) -> None:
        """Read on to the end of the node that begins with an event."""
        around = self.depth - isinstance(event, yaml.CollectionStartEvent)
        while self.depth > around:
            self.next()

    def mapping(self, path: Path, values: dict[str, Any]) -> None:
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.key(event, path)
            event = self.next()
            if key is None:
                self.skip(event)
            else:
                self.value(event, (*path, key), values)

    def key(self, event: Any, path: Path) -> str | None:
        """Return a key; ``None``, after saying why, when its value is to be left alone."""
        if not isinstance(event, yaml.ScalarEvent):
            self.report(event, "yaml-syntax", "key")
            self.skip(event)
            return None
        self.check_marks(event)
        key = self.visible(event)
        known = self.result.places.keys.get((*path, key))
        if _ODD_KEY.match(key):
            self.report(event, "yaml-syntax", "other")
            raise _Useless
        if key == "<<":
            self.report(event, "yaml-feature", "merge")
        elif known:
            self.report(event, "duplicate-key", key=key, line=known[0])
        else:
            self.result.places.keys[*path, key] = self.place(event)
            return key
        return None

    def value(self, event: Any, path: Path, holder: dict[str, Any] | list[Any]) -> None:
        """Put the value that begins with an event where it belongs, and then in it what it holds."""
        value: Any = None
        if isinstance(event, yaml.AliasEvent):
            self.alias(event, path)
        else:
            self.check_marks(event)
            if isinstance(event, yaml.CollectionStartEvent):
                value = {} if isinstance(event, yaml.MappingStartEvent) else []
            elif event.tag and not event.value:  # !Doe is all of a text of one word
                self.result.unread.append(path)
            elif not event.implicit[0] or event.value not in ("", "~", "null"):
                value = self.visible(event).strip()
            if self.lines and isinstance(event, yaml.ScalarEvent) and not event.style:
                self.find_cut(event.end_mark, path)
        if isinstance(holder, list):
            holder.append(value)
        else:
            holder[str(path[-1])] = value
        self.result.places.values[path] = self.place(event)
        if isinstance(value, dict):
            self.mapping(path, value)
        elif isinstance(value, list):
            while not isinstance(event := self.next(), yaml.SequenceEndEvent):
                self.value(event, (*path, len(value)), value)

    def alias(self, event: Any, path: Path) -> None:
        self.report(event, "yaml-feature", "alias")
        self.result.unread.append(path)

    def find_cut(self, end: Any, path: Path) -> None:
        """Remember the # that ends a value without quotes: what follows it on the line is no part of the value."""
        cut = _CUT.match(self.lines[end.line], end.column) if end.line < len(self.lines) else None
        if cut:
            self.result.cuts[path] = (end.line + self.first_line, cut.end())

    def visible(self, event: yaml.ScalarEvent) -> str:
        """Return the text of a scalar without the hidden characters that an escape (backslash, u202e) puts in it."""
        value = str(event.value)
        if is_visible(value):
            return value
        for hidden in HIDDEN.findall(value):
            self.report(event, "hidden-character", "escaped", code=f"{ord(hidden):04X}")
        return HIDDEN.sub("", value)

    def check_marks(self, event: Any) -> None:
        if event.anchor or event.tag not in (None, "!"):
            matter = "text" if isinstance(event, yaml.ScalarEvent) else "mark"
            self.report(event, "yaml-feature", matter, sign="&" if event.anchor else "!")

    def place(self, event: Any) -> Place:
        return event.start_mark.line + self.first_line, event.start_mark.column + 1

    def report(self, event: Any, rule: str, matter: str = "", /, **values: object) -> None:
        self.result.diagnostics.append(diagnose(self.path, *self.place(event), rule, matter, **values))
