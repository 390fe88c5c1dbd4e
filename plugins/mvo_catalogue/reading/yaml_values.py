"""Read YAML into plain values and remember where each key and value stands.

Every scalar stays text: the models decide what a value means, so ``nee``, ``2016`` and ``2018-01`` are never
guessed at. What YAML can do beyond lists and mappings (anchors, tags, merge keys, several documents) is refused.
The events of libyaml are read one by one; nothing recursive is ever called on hostile depth.
"""

from __future__ import annotations

import pickle
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from mvo_catalogue.domain.diagnostic import Diagnostic, diagnose
from mvo_catalogue.domain.patterns import HIDDEN, is_visible

Path = tuple[str | int, ...]
Place = tuple[int, int]

MAX_DEPTH = 6
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

    ``packed`` are the same places in a tenth of the memory, of a file of which probably nobody asks anything again.
    """

    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    packed: bytes = b""

    def pack(self) -> None:
        """Pack the places until one is asked."""
        self.packed = pickle.dumps((self.keys, self.values))
        self.keys, self.values = {}, {}

    def find(self, path: Path, *, of_key: bool = False) -> Place:
        """Return where the value (or its key) stands; of something absent, where its nearest holder stands."""
        if self.packed:
            self.keys, self.values = pickle.loads(self.packed)  # noqa: S301  # packed above
            self.packed = b""
        while path:
            place = (self.keys.get(path) if of_key else None) or self.values.get(path) or self.keys.get(path)
            if place:
                return place
            path, of_key = path[:-1], True
        return (1, 1)


@dataclass
class YamlValues:
    """The values of a YAML mapping, their places, and what was wrong with the way in which they are written.

    ``unread`` are the paths where a value could not be used and ``None`` stands in for it.
    """

    data: dict[str, Any] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)

    @property
    def is_usable(self) -> bool:
        """Return whether all that was written has been read, so that a key that is not there is really missing."""
        return not any(diagnostic.rule in _NOT_ALL_READ for diagnostic in self.diagnostics)

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Return where the value (or its key) stands; of something absent, where its nearest holder stands."""
        return self.places.find(path, of_key=of_key)


@dataclass(slots=True)
class _Container:
    """A list or mapping that is being filled."""

    path: Path
    content: dict[str, Any] | list[Any]
    pending_key: str | None = None
    skip_value: bool = False


def read_yaml(text: str, path: str = "", first_line: int = 1) -> YamlValues:
    """Return the values of YAML whose top is a mapping; ``first_line`` is its line in the file at ``path``."""
    result = YamlValues()
    try:
        _Reader(result, path, first_line).read(text)
    except yaml.MarkedYAMLError as error:
        if result.is_usable:
            result.diagnostics.append(_explain(error, text, path, first_line))
    return result


def _explain(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Diagnostic:
    _, where, matter = next(mistake for mistake in _MISTAKES if re.search(mistake[0], str(error.problem)))
    mark = getattr(error, where)
    lines = text.split("\n")
    line, column = mark.line, mark.column
    if line >= len(lines):  # the end of the text, of which libyaml says that it is a line further on
        line, column = len(lines) - 1, len(lines[-1])
    return diagnose(path, line + first_line, column + 1, "yaml-syntax", matter)


class _Reader:
    """Builds values from the events of libyaml, without recursion."""

    def __init__(self, result: YamlValues, path: str, first_line: int) -> None:
        self.result = result
        self.path = path
        self.first_line = first_line
        self.stack: list[_Container] = []
        self.ignored_depth = 0
        self.stopped = False

    def read(self, text: str) -> None:
        documents = 0
        next_event = yaml.CSafeLoader(text).get_event
        while (event := next_event()) is not None:
            if isinstance(event, yaml.NodeEvent):
                self.node(event)
                if self.stopped:
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                if self.ignored_depth:
                    self.ignored_depth -= 1
                else:
                    self.stack.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problem(event, "yaml-feature", "documents")
                    return

    def problem(self, event: Any, rule: str, matter: str = "", /, **values: object) -> None:
        self.result.diagnostics.append(diagnose(self.path, *self.place(event), rule, matter, **values))

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return mark.line + self.first_line, mark.column + 1

    def node(self, event: yaml.NodeEvent) -> None:
        opens = isinstance(event, yaml.CollectionStartEvent)
        if opens and len(self.stack) + self.ignored_depth >= MAX_DEPTH:
            self.stop(event, "too-deep")
            return
        if self.ignored_depth:
            self.ignored_depth += opens
            return
        container = self.stack[-1] if self.stack else None
        if container and isinstance(container.content, dict):
            if container.pending_key is None:
                self.key(container, event, opens)
                return
            if container.skip_value:
                container.pending_key, container.skip_value = None, False
                self.ignored_depth = int(opens)
                return
        if isinstance(event, yaml.AliasEvent):
            self.problem(event, "yaml-feature", "alias")
            self.result.unread.append(self.store(container, event, None))
            return
        self.check_marks(event)
        if container is None:
            self.top(event)
        elif isinstance(event, yaml.ScalarEvent):
            is_empty = event.implicit[0] and event.value in ("", "~", "null")
            self.store(container, event, None if is_empty else self.visible(event).strip())
        else:
            content: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
            self.stack.append(_Container(self.store(container, event, content), content))

    def top(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.MappingStartEvent):
            self.stack.append(_Container((), self.result.data))
        elif not (isinstance(event, yaml.ScalarEvent) and not event.value):
            self.stop(event, "no-keys")

    def stop(self, event: yaml.NodeEvent, matter: str) -> None:
        """Report what makes all that follows useless; libyaml would take minutes over a hostile rest."""
        self.problem(event, "yaml-syntax", matter)
        self.stopped = True

    def key(self, container: _Container, event: yaml.NodeEvent, opens: bool) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self.problem(event, "yaml-syntax", "key")
            container.pending_key, container.skip_value = "", True
            self.ignored_depth = int(opens)
            return
        self.check_marks(event)
        key = self.visible(event)
        path = (*container.path, key)
        container.pending_key, container.skip_value = key, False
        if key == "<<":
            self.problem(event, "yaml-feature", "merge")
            container.skip_value = True
        elif path in self.result.places.keys:
            first_line, _ = self.result.places.keys[path]
            self.problem(event, "duplicate-key", key=key, line=first_line)
            container.skip_value = True
        else:
            self.result.places.keys[path] = self.place(event)

    def store(self, container: _Container | None, event: Any, value: Any) -> Path:
        """Put a value where it belongs and return its path."""
        if container is None:
            return ()
        if isinstance(container.content, list):
            path: Path = (*container.path, len(container.content))
            container.content.append(value)
        else:
            key, container.pending_key = container.pending_key or "", None
            path = (*container.path, key)
            container.content[key] = value
        self.result.places.values[path] = self.place(event)
        return path

    def visible(self, event: yaml.ScalarEvent) -> str:
        """Return the text of a scalar without the hidden characters that an escape (backslash, u202e) puts in it."""
        value = str(event.value)
        if is_visible(value):
            return value
        for hidden in HIDDEN.findall(value):
            self.problem(event, "hidden-character", "as-code", code=f"{ord(hidden):04X}")
        return HIDDEN.sub("", value)

    def check_marks(self, event: Any) -> None:
        if event.anchor or event.tag not in (None, "!"):
            self.problem(event, "yaml-feature", "mark")
