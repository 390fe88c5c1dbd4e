"""Read YAML into plain values, with the position of each key and value.

Every scalar stays text: the models decide what a value means, so ``nee``, ``2016`` and ``2018-01`` are never
guessed at. What YAML can do beyond lists and mappings (anchors, tags, merge keys, several documents) is refused.
The events of libyaml are read one by one, so that nesting that is too deep is refused before any recursion.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any

import yaml

from mvo_catalogue.domain.diagnostic import Diagnostic, diagnose
from mvo_catalogue.domain.patterns import HIDDEN, ITEM_MARK, LIST_MARKS, is_visible
from mvo_catalogue.reading.yaml_typos import REMARK, find_quoted, find_typos, is_inner_key, list_keys

Path = tuple[str | int, ...]
Place = tuple[int, int]

MAX_VOCABULARY = 200_000
"""How long a vocabulary file may be: some thousands of values."""
MAX_DEPTH = 6
_MOST_BLAMED = 50
_BEGINS = re.compile(rf"[^\s#\]}}*{LIST_MARKS}-]|-(?=[^\s-])(?!.*-\s*$)")
_KEY = re.compile(r"""["']?([^\s#"'\[\]{},|>%@&*!`:-][^:"']{0,200}?)["']?[ \t]*:(?=\s|$)""")
_GLUED_KEY = re.compile(r"([a-z_]+)[:\uff1a]")
_BARE_KEY = re.compile(r"[^:]*:\s*(?:#.*)?$")
_DASH = re.compile(r"\s*(?=-(?:\s|$))")
_INDENTED_KEY = re.compile(r"\s+[a-z_]+")
_WINDOWS_PATH = re.compile(r"(?<!\w)[A-Za-z]:\\(?=\w)|(?<![\w:\\])\\\\\w+\\\w")
_ESCAPED = re.compile(r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.|\n)")
_INDENTED = re.compile(r"\s*")
_ABOVE_DASH = re.compile(r"[^\s:]+:\s*\n\s+[^\W\d]\w*:\s.*\n\s*-\s+\w+:\s+\S")
_VALUE_ABOVE = re.compile(r"(\s*)([^\W\d][\w-]*):[ \t]+(?=[^\s#|>])")
_EMPTY_KEY = re.compile(r"\s*(?:- )?([a-z_]+):\s*")
_DASHED_KEY = re.compile(r"-[ \t]+[a-z_]+:(?:\s|$)")
_WORD = re.compile(r"""[\s"'>|*•·–—\d.)-]*([^\W\d]\w*)""")
"""What a line of YAML begins with: a field, its key (with no space behind it, with no value), an item, a word."""
_ODD_KEY = re.compile(rf"[-{LIST_MARKS}]\s|[^\S ]|{REMARK.pattern}")
_CUT = re.compile(r"[ \t]+#")
_NOT_ALL_READ = ("yaml-syntax", "front-matter", "file-too-large")
_STOPPED, _STARTED = "problem_mark", "context_mark"
_MISTAKES = (
    (r"mapping values are not allowed", _STOPPED, "colon"),
    (r"found character '\\t'", _STOPPED, "tab"),
    (r"cannot start any token", _STOPPED, "token"),
    (r"unexpected end of stream", _STARTED, "unclosed-quote"),
    (r"escape|hexdecimal|hexadecimal", _STOPPED, "escape"),
    (r"could not find expected ':'", _STARTED, "no-colon"),
    (r"block sequence entries", _STOPPED, "dash"),
    (r"did not find expected ',' or", _STARTED, "bracket"),
    (r"did not find expected (?:key|'-' indicator)", _STOPPED, "indent"),
    (r"did not find expected <document start>", _STOPPED, "outdent"),
    (r"", _STOPPED, "other"),
)
"""The error of libyaml, which of its two marks an editor should look at, and our message (rule yaml-syntax)."""


@dataclass(slots=True)
class Places:
    """The position of every key and value of a file: path (``("bronnen", 0, "url")``) to (line, column), both from 1.

    ``packed`` holds the same as JSON, in a tenth of the memory; few positions are used again.
    """

    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    packed: str = ""

    def pack(self) -> None:
        """Pack the places until one is used."""
        self.packed = json.dumps([list(self.keys.items()), list(self.values.items())])
        self.keys, self.values = {}, {}

    def find(self, path: Path, *, of_key: bool = False) -> Place:
        """Return the position of a value (or its key); for a missing one, that of the nearest parent."""
        if self.packed and not self.keys and not self.values:
            unpacked = json.loads(self.packed)
            self.keys, self.values = ({tuple(key): tuple(place) for key, place in places} for places in unpacked)
        while path:
            place = (self.keys.get(path) if of_key else None) or self.values.get(path) or self.keys.get(path)
            if place:
                return place
            path, of_key = path[:-1], True
        return (1, 1)


def _move(places: dict[Path, Place], moved: dict[Path, Path]) -> None:
    """Copy the positions of moved values, and of all that is in them, to their new paths."""
    before = list(places.items())
    for new, old in moved.items():
        places.update(((*new, *path[len(old) :]), place) for path, place in before if _is_in(path, old))


def _is_in(path: Path, holder: Path) -> bool:
    return path[: len(holder)] == holder


@dataclass
class YamlValues:
    """The values of a YAML mapping, their places, and what was wrong with the way in which they are written.

    ``unread`` are the paths where a value could not be used and ``None`` replaces it. ``cuts`` are the places of
    the # that ends a value without quotes.
    """

    data: dict[str, Any] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    cuts: dict[Path, Place] = field(default_factory=dict)

    @property
    def is_usable(self) -> bool:
        """Return whether everything could be read, so that an absent key is really missing."""
        return not any(diagnostic.rule in _NOT_ALL_READ for diagnostic in self.diagnostics)

    def move(self, data: dict[str, Any], moved: dict[Path, Path]) -> None:
        """Replace the values by corrected ones; ``moved`` has the path as written for each new path."""
        self.data = data
        for places in (self.places.keys, self.places.values, self.cuts) if moved else ():
            _move(places, moved)
        self.unread += [
            (*new, *path[len(old) :]) for new, old in moved.items() for path in self.unread if _is_in(path, old)
        ]


def read_yaml(text: str, path: str = "", first_line: int = 1) -> YamlValues:
    """Return the values of YAML whose top is a mapping; ``first_line`` is its line in the file at ``path``.

    After a syntax error reading continues at the next key, or at the next item of a list.
    """
    whole, is_read = _attempt(text, path, first_line)
    return whole if is_read else _ReadOn(text.split("\n"), path, first_line).read(whole.diagnostics[-1])


def _attempt(text: str, path: str, first_line: int) -> tuple[YamlValues, bool]:
    """Return what could be read of a text, and whether that is all; if not, the last diagnostic says why."""
    result = YamlValues()
    try:
        _Reader(result, text, path, first_line).read()
    except _Useless:
        return result, False
    except yaml.MarkedYAMLError as error:
        result.diagnostics.append(_explain(error, text, path, first_line))
        return result, False
    return result, True


class _ReadOn:
    """Reads what cannot be read as a whole: key by key, with typos corrected.

    A value with a corrected typo is not used, since the correction may be wrong. The first word of a line that could
    not be read may be a key, so it is not reported as missing.
    """

    def __init__(self, lines: list[str], path: str, first_line: int) -> None:
        self.lines, self.path, self.first_line = lines, path, first_line
        self.result = YamlValues()
        self.words: set[str] = set()
        self.last_key = ""
        self.is_astray = False

    def read(self, stopped: Diagnostic) -> YamlValues:
        """Return what can be read; ``stopped`` is reported when every piece is valid by itself."""
        quoted = find_quoted(self.lines)
        starts = [number for number, line in enumerate(self.lines) if number not in quoted and _BEGINS.match(line)]
        for start, stop in pairwise(dict.fromkeys((0, *starts, len(self.lines)))):
            if len(self.result.diagnostics) >= _MOST_BLAMED:
                self.lose(self.lines[start:])
                break
            self.read_piece(start, self.lines[start:stop])
        found = self.result
        if found.is_usable:
            found.diagnostics.append(stopped)
        found.unread += [(word,) for word in sorted(self.words - found.data.keys())]
        return found

    def read_piece(self, start: int, lines: list[str]) -> None:
        """Read a key with all below it, or lines that are no key."""
        part, is_read = self.attempt(start, lines)
        key = _KEY.match(lines[0]) or (_GLUED_KEY.match(lines[0]) if is_read else None)
        if is_read:
            self.adopt(part)
            if not start and lines[0][:1] == " ":
                self.result.diagnostics.append(diagnose(self.path, self.first_line, 1, "yaml-syntax", "outdent"))
        elif not key and self.last_key:
            self.stray(start)
        elif not key or not self.read_items(start, lines, key[1]):
            self.result.diagnostics += part.diagnostics
            if key:
                self.give_up((key[1],), (self.first_line + start, 1))
            if key and (stop := part.diagnostics[-1].line) > self.first_line + start:
                self.blame_between(stop, self.first_line + start, key[1])
        if not is_read:
            self.lose(lines)
        self.last_key = key[1] if key else self.last_key
        self.is_astray = not key and not is_read

    def blame_between(self, line: int, start: int, key: str) -> None:
        """Report lines that belong to the (empty) field before the last one."""
        word = _WORD.match("".join(self.lines[line - self.first_line :][:1]))  # it may be beyond the last line
        if word and self.last_key and is_inner_key(self.last_key, word[1]) and not self.result.data.get(self.last_key):
            self.result.diagnostics.pop()
            self.result.unread.append((self.last_key,))
            is_first = is_inner_key(self.last_key, key)  # the line with which this was read belongs there too
            place, matter = (self.path, start if is_first else line, 1), "in-holder" if is_first else "between"
            self.result.diagnostics.append(diagnose(*place, "yaml-syntax", matter, key=self.last_key))

    def attempt(self, start: int, lines: list[str]) -> tuple[YamlValues, bool]:
        """Return what could be read of lines, and whether that is all, after correcting every typo that stopped it."""
        first, lines, reported = self.first_line + start, list(lines), []
        changed, added = set[int](), list[int]()
        part, is_read = _attempt("\n".join(lines), self.path, first)
        typos = [] if is_read else [typo for typo in islice(find_typos(lines), _MOST_BLAMED) if typo.is_fatal]
        while typos and not is_read and typos[0].line + first <= part.diagnostics[-1].line:
            typo = typos.pop(0)
            place = (self.path, typo.line + first, typo.column + 1)
            reported.append(diagnose(*place, "yaml-syntax", typo.matter, sign=typo.sign))
            if typo.corrected is None:
                return YamlValues(diagnostics=reported), False
            lines[typo.line] = "" if typo.matter == "fence" else typo.corrected
            more = [typo.line + first] * lines[typo.line].count("\n")
            added += more if typo.matter != "two-fields" else []  # what is said of the second would hide this
            if not typo.is_of_marks:
                changed.update(range(typo.line + first, typo.line + first + len(more) + 1))
            part, is_read = _attempt("\n".join(lines), self.path, first)
        _forget(part, changed)
        for line in added:
            _move_up(part, line)
        reported_lines = {found.line for found in reported}
        part.diagnostics = reported + [
            found for found in part.diagnostics if is_read or found.line not in reported_lines
        ]
        return part, is_read

    def read_items(self, start: int, lines: list[str], key: str) -> bool:
        """Read every item of the list under a key by itself; return whether it is such a list."""
        dashes = [(number, dash.end()) for number, line in enumerate(lines) if (dash := _DASH.match(line))]
        starts = [number for number, indent in dashes if indent <= dashes[0][1]]
        if not 1 < len(starts) <= _MOST_BLAMED or not _BARE_KEY.match(lines[0]):
            return False
        before = len(self.result.diagnostics)
        items = self.result.data[key] = []
        self.result.places.keys[key,] = self.result.places.values[key,] = (self.first_line + start, 1)
        for place, stop in pairwise((*starts, len(lines))):
            part, is_read = self.attempt(start, [lines[0], *[""] * (place - 1), *lines[place:stop]])
            if is_read and isinstance(part.data.get(key), list):
                self.adopt(part, key, len(items))
            else:
                self.result.diagnostics += part.diagnostics
                items.append(None)
                self.give_up((key, len(items) - 1), (self.first_line + start + place, 1))
        return len(self.result.diagnostics) > before

    def adopt(self, part: YamlValues, key: str = "", shift: int = 0) -> None:
        """Merge what was read: everything, or the items of the list under a key."""
        found = self.result

        def moved(path: Path) -> Path:
            return (key, int(path[1]) + shift, *path[2:]) if key and len(path) > 1 else path

        if key:
            found.data[key] += part.data[key]
        for name in () if key else part.data:
            if name in found.data:
                place, line = part.places.keys[name,], found.places.keys[name,][0]
                found.diagnostics.append(
                    diagnose(self.path, *place, "duplicate-key", _twice(name), key=name, line=line)
                )
            else:
                found.data[name] = part.data[name]
        for mine, other in ((found.places.keys, part.places.keys), (found.places.values, part.places.values)):
            for path, place in other.items():
                mine.setdefault(moved(path), place)
        found.cuts.update({moved(path): place for path, place in part.cuts.items()})
        found.unread += map(moved, part.unread)
        found.diagnostics += part.diagnostics

    def stray(self, start: int) -> None:
        """Report, once in a row, lines that may belong to the field above, which is then incomplete."""
        if not self.is_astray:
            above = _EMPTY_KEY.fullmatch(self.lines[start - 1])
            if above and start:
                line = self.first_line + start
                self.result.diagnostics.append(diagnose(self.path, line, 1, "yaml-syntax", "stray-value", key=above[1]))
                self.give_up((self.last_key,), (line - 1, 1))
                return
            is_added = self.last_key.startswith("+")
            place = self.result.places.keys.get((self.last_key,), (self.first_line + start, 1))
            line = place[0] if is_added else self.first_line + start
            matter = "added" if is_added else "stray"
            self.result.diagnostics.append(diagnose(self.path, line, 1, "yaml-syntax", matter, key=self.last_key))
            self.give_up((self.last_key,), place)

    def give_up(self, path: Path, place: Place) -> None:
        """Record that the value here could not be read."""
        if len(path) == 1:
            self.result.data[str(path[0])] = None
        self.result.places.keys.setdefault(path, place)
        self.result.places.values.setdefault(path, place)
        self.result.unread.append(path)

    def lose(self, lines: list[str]) -> None:
        """Remember the words that may be keys of lines that could not be read."""
        self.words.update(word[1].lower() for line in lines if (word := _WORD.match(line)))


def _twice(key: str) -> str:
    """Return the kind of message for a duplicate field: the items of a list can be joined."""
    return "list" if key in list_keys() else "field"


def _forget(values: YamlValues, lines: Collection[int]) -> None:
    """Drop the texts that begin on these lines."""
    for path, (line, _) in values.places.values.items():
        if line in lines:
            holder: Any = values.data
            for part in path[:-1]:
                holder = holder[part]
            if not isinstance(holder[path[-1]], dict | list):
                holder[path[-1]] = None
                values.unread.append(path)


def _move_up(values: YamlValues, line: int) -> None:
    """Move all that stands below a line up by one, since the line below it is not in the file."""
    for places in (values.places.keys, values.places.values, values.cuts):
        places.update({path: (at - (at > line), column) for path, (at, column) in places.items()})
    values.diagnostics = [
        Diagnostic(one.path, one.line - (one.line > line), one.column, one.rule, one.message, one.severity)
        for one in values.diagnostics
    ]


def _explain(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Diagnostic:
    _, where, matter = next(mistake for mistake in _MISTAKES if re.search(mistake[0], str(error.problem)))
    mark = getattr(error, where)
    lines = text.split("\n")
    line, column = mark.line, mark.column
    if matter == "indent" and 1 < line < len(lines) and _ABOVE_DASH.match("\n".join(lines[line - 2 : line + 1])):
        matter, line, column = "above-dash", line - 1, _INDENTED.match(lines[line - 1]).end()  # type: ignore[union-attr]
    if matter == "indent" and line < len(lines) and _DASHED_KEY.match(lines[line]):
        matter = "dash-key"
    if matter == "colon" and line < len(lines) and _INDENTED_KEY.fullmatch(lines[line], 0, column):
        matter, column = "indent", len(lines[line]) - len(lines[line].lstrip())
        above = _VALUE_ABOVE.match(lines[line - 1])
        word = lines[line].strip().partition(":")[0]
        if above and above.end(1) < column and (not path.endswith(".md") or is_inner_key(above[2], word)):
            place = (path, line - 1 + first_line, above.end() + 1)
            return diagnose(*place, "yaml-syntax", "value-above", key=above[2], sign=lines[line - 1][above.end() :])
    if matter == "escape" and (path_on_disk := _WINDOWS_PATH.search(lines[line])):
        matter, column = "path", path_on_disk.start()
    if line >= len(lines):  # libyaml puts the end of the text on the next line
        line, column = len(lines) - 1, len(lines[-1])
    return diagnose(path, line + first_line, column + 1, "yaml-syntax", matter)


class _Useless(Exception):
    """Stops reading: the rest is useless and might take libyaml minutes; the reason has been reported."""


class _Reader:
    """Builds values from the events of libyaml."""

    def __init__(self, result: YamlValues, text: str, path: str, first_line: int) -> None:
        self.result = result
        self.next_event = yaml.CSafeLoader(text).get_event
        self.path = path
        self.first_line = first_line
        self.text = text
        self.doubled: set[Path] = set()
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
                    is_list = isinstance(event, yaml.SequenceStartEvent)
                    self.report(event, "yaml-syntax", "dash-key" if is_list else "no-keys")
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
        """Skip to the end of the node that begins with an event."""
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
        """Return a key; ``None``, once reported, when its value has to be skipped."""
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
            is_item = bool(path) and isinstance(path[-1], int)
            if not is_item or path not in self.doubled:  # the other keys of a new item are repeated too
                self.report(event, "duplicate-key", "item" if is_item else _twice(key), key=key, line=known[0])
            self.doubled.add(path)
        else:
            self.result.places.keys[*path, key] = self.place(event)
            return key
        return None

    def value(self, event: Any, path: Path, holder: dict[str, Any] | list[Any]) -> None:
        """Store the value that begins with an event, with all that it holds."""
        value: Any = None
        if isinstance(event, yaml.AliasEvent):
            self.alias(event, path)
        else:
            self.check_marks(event)
            if isinstance(event, yaml.CollectionStartEvent):
                value = {} if isinstance(event, yaml.MappingStartEvent) else []
            elif self.is_unusable(event, holder, path):
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

    def is_unusable(self, event: Any, holder: dict[str, Any] | list[Any], path: Path) -> bool:
        """Return whether a scalar is not the intended text: !Doe is a tag, an item has the next in it, a:b a field."""
        glued = _GLUED_KEY.match(event.value) if ":" in event.value and not event.style else None
        if glued and is_inner_key(str(path[-1]), glued[1]):
            self.report(event, "yaml-syntax", "no-space", sign=glued[1])
            return True
        return bool(event.tag and not event.value) or (
            (isinstance(holder, list) or path[-1] in list_keys()) and self.has_dash(event, path)
        )

    def has_dash(self, event: Any, path: Path) -> bool:
        """Return whether a text swallowed the next list items as continuation lines; report it."""
        first, last = event.start_mark.line + 1, event.end_mark.line + 1
        if first == last or event.style:
            return False
        lines = self.text.split("\n")[first:last]
        found = next(((number, dash) for number, line in enumerate(lines, first) if (dash := _DASH.match(line))), None)
        if found and isinstance(path[-1], str):
            mark = ITEM_MARK.match(str(event.value))
            matter = "first-item" if not mark else "tight-dash" if mark[0] == "-" else "list-mark"
            self.report(event, "yaml-syntax", matter, key=path[-1], sign=mark and mark[0])
        elif found:
            place = (found[0] + self.first_line, found[1].end() + 1)
            self.result.diagnostics.append(diagnose(self.path, *place, "yaml-syntax", "list-indent"))
        return found is not None

    def find_cut(self, end: Any, path: Path) -> None:
        """Remember the position of a # that ends a value without quotes."""
        cut = _CUT.match(self.lines[end.line], end.column) if end.line < len(self.lines) else None
        if cut:
            self.result.cuts[path] = (end.line + self.first_line, cut.end())

    def visible(self, event: Any) -> str:
        """Return the text of a scalar without hidden characters from escapes (backslash, u202e); report those."""
        value = str(event.value)
        if is_visible(value):
            return value
        if path := _WINDOWS_PATH.search(self.text, event.start_mark.index, event.end_mark.index):
            before = self.text[: path.start()]
            place = before.count("\n") + self.first_line, path.start() - before.rfind("\n")
            self.result.diagnostics.append(diagnose(self.path, *place, "hidden-character", "path"))
            return HIDDEN.sub("", value)
        for match in _ESCAPED.finditer(self.text, event.start_mark.index, event.end_mark.index):
            hidden = yaml.safe_load(f'"{match[0]}"') if match[0] != "\\\n" else ""
            if HIDDEN.fullmatch(hidden):
                before = self.text[: match.start()]
                line, column = before.count("\n") + self.first_line, match.start() - before.rfind("\n")
                code = f"{ord(hidden):04X}"
                found = diagnose(self.path, line, column, "hidden-character", "escaped", code=code)
                self.result.diagnostics.append(found)
        return HIDDEN.sub("", value)

    def check_marks(self, event: Any) -> None:
        if event.anchor or event.tag not in (None, "!"):
            is_text = isinstance(event, yaml.ScalarEvent) and not str(event.tag).startswith("tag:")
            matter = "text" if is_text else "mark"
            self.report(event, "yaml-feature", matter, sign="&" if event.anchor else "!")

    def place(self, event: Any) -> Place:
        return event.start_mark.line + self.first_line, event.start_mark.column + 1

    def report(self, event: Any, rule: str, matter: str = "", /, **values: object) -> None:
        self.result.diagnostics.append(diagnose(self.path, *self.place(event), rule, matter, **values))
