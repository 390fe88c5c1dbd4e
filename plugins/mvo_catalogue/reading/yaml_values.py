"""Read YAML into plain values and remember where each key and value stands.

Every scalar stays text: the models decide what a value means, so ``nee``, ``2016`` and ``2018-01`` are never
guessed at. What YAML can do beyond lists and mappings (anchors, tags, merge keys, several documents) is refused.
The events of libyaml are read one by one; nothing recursive is ever called on hostile depth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.printable import HIDDEN, is_visible

Path = tuple[str | int, ...]
Place = tuple[int, int]

MAX_DEPTH = 6
_NOT_ALL_READ = ("yaml-syntax", "front-matter", "file-too-large")
_STOPPED, _STARTED = "problem_mark", "context_mark"
_ADVICE = (
    (
        r"mapping values are not allowed",
        _STOPPED,
        "Staat er een dubbele punt in de tekst? Zet de hele tekst tussen aanhalingstekens.",
    ),
    (
        r"cannot start any token|found character '\\t'",
        _STOPPED,
        "Gebruik spaties in plaats van een tab. Zet tekst die met een bijzonder teken begint tussen aanhalingstekens.",
    ),
    (
        r"unexpected end of stream",
        _STARTED,
        "Er ontbreekt een aanhalingsteken aan het eind van de tekst.",
    ),
    (
        r"escape",
        _STOPPED,
        "Een \\ heeft tussen dubbele aanhalingstekens een eigen betekenis. Gebruik enkele aanhalingstekens.",
    ),
    (
        r"could not find expected ':'",
        _STARTED,
        "Er ontbreekt een dubbele punt achter een veldnaam.",
    ),
    (
        r"block sequence entries",
        _STOPPED,
        "Zet elk streepje van een lijst op een eigen regel.",
    ),
    (
        r"did not find expected ',' or",
        _STARTED,
        "Er ontbreekt een haakje of een komma in een lijst tussen haakjes.",
    ),
    (
        r"did not find expected (?:key|'-' indicator)",
        _STOPPED,
        "Controleer de inspringing en de aanhalingstekens van deze en de vorige regel.",
    ),
    (
        r"did not find expected <document start>",
        _STOPPED,
        "Laat alle veldnamen vooraan de regel beginnen.",
    ),
)
"""What libyaml says, which of its two marks is where an editor should look, and how to mend it."""


@dataclass(slots=True)
class Places:
    """Where every key and value of a file stands: path (``("bronnen", 0, "url")``) to (line, column), both from 1."""

    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

    def find(self, path: Path, *, of_key: bool = False) -> Place:
        """Return where the value (or its key) stands; of something absent, where its nearest holder stands."""
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
            result.diagnostics.append(_explain(error, path, first_line))
    return result


def _explain(error: yaml.MarkedYAMLError, path: str, first_line: int) -> Diagnostic:
    choices = (choice for choice in _ADVICE if re.search(choice[0], str(error.problem)))
    _, where, advice = next(choices, ("", _STOPPED, "Controleer aanhalingstekens, dubbele punten en inspringing."))
    mark = getattr(error, where)
    message = f"De gegevens zijn niet goed opgeschreven (YAML). {advice}"
    return Diagnostic(path, mark.line + first_line, mark.column + 1, "yaml-syntax", message)


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
                    self.problem(
                        event,
                        "yaml-feature",
                        "Hier begint een tweede blok gegevens (---). Er mag maar één blok zijn.",
                    )
                    return

    def problem(self, event: Any, rule: str, message: str) -> None:
        self.result.diagnostics.append(Diagnostic(self.path, *self.place(event), rule, message))

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return mark.line + self.first_line, mark.column + 1

    def node(self, event: yaml.NodeEvent) -> None:
        opens = isinstance(event, yaml.CollectionStartEvent)
        if opens and len(self.stack) + self.ignored_depth >= MAX_DEPTH:
            self.stop(event, "Deze gegevens zitten te diep in elkaar. Maak er een gewone lijst van.")
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
            self.problem(event, "yaml-feature", "Een verwijzing met * mag hier niet. Schrijf de waarde voluit.")
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
            message = "Hier horen regels met een veldnaam, een dubbele punt en een waarde, zoals “titel: Vroeg eropaf”."
            self.stop(event, message)

    def stop(self, event: yaml.NodeEvent, message: str) -> None:
        """Report what makes all that follows useless; libyaml would take minutes over a hostile rest."""
        self.problem(event, "yaml-syntax", message)
        self.stopped = True

    def key(self, container: _Container, event: yaml.NodeEvent, opens: bool) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self.problem(event, "yaml-syntax", "Een veldnaam is één woord, zonder haakjes of streepjes ervoor.")
            container.pending_key, container.skip_value = "", True
            self.ignored_depth = int(opens)
            return
        self.check_marks(event)
        key = self.visible(event)
        path = (*container.path, key)
        container.pending_key, container.skip_value = key, False
        if key == "<<":
            self.problem(event, "yaml-feature", "Samenvoegen met << mag hier niet. Schrijf de velden voluit.")
            container.skip_value = True
        elif path in self.result.places.keys:
            first_line, _ = self.result.places.keys[path]
            message = f"Het veld “{key}” staat er twee keer, ook op regel {first_line}. Haal er één weg."
            self.problem(event, "duplicate-key", message)
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
            message = f"Hier staat een code voor een onzichtbaar teken (U+{ord(hidden):04X}). Haal de code weg."
            self.problem(event, "hidden-character", message)
        return HIDDEN.sub("", value)

    def check_marks(self, event: Any) -> None:
        if event.anchor or event.tag not in (None, "!"):
            self.problem(event, "yaml-feature", "Een kenmerk met & of ! mag hier niet. Schrijf alleen de waarde.")
