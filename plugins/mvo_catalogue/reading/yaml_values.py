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

Path = tuple[str | int, ...]
Place = tuple[int, int]

MAX_DEPTH = 6
_SKIPPED = "\0"
_PROBLEMS = (
    (
        r"mapping values are not allowed",
        "Staat er een dubbele punt in de tekst? Zet de hele tekst tussen aanhalingstekens.",
    ),
    (
        r"cannot start any token|found character '\\t'",
        "Gebruik spaties in plaats van een tab, en zet tekst die met een bijzonder teken begint tussen aanhalingstekens.",
    ),
    (
        r"while scanning a quoted scalar|unexpected end of stream",
        "Er ontbreekt een aanhalingsteken aan het eind van de tekst.",
    ),
    (r"could not find expected ':'", "Er ontbreekt een dubbele punt achter een veldnaam."),
    (
        r"did not find expected key",
        "Controleer de inspringing en de aanhalingstekens van deze en de vorige regel.",
    ),
    (
        r"did not find expected '-' indicator|block sequence entries",
        "Laat alle streepjes van een lijst even ver inspringen.",
    ),
    (
        r"did not find expected ',' or|flow",
        "Er ontbreekt een haakje of een komma in een lijst tussen haakjes.",
    ),
)


@dataclass(frozen=True, slots=True)
class YamlProblem:
    """Something that keeps (part of) the YAML from being used, at a line and column from 1."""

    line: int
    column: int
    rule: str
    message: str


@dataclass
class YamlValues:
    """The values of a YAML mapping, with the place of every key and value.

    ``keys`` and ``values`` map a path (``("bronnen", 0, "url")``) to (line, column), both from 1.
    """

    data: dict[str, Any] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    problems: list[YamlProblem] = field(default_factory=list)

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Return where the value (or its key) stands; of something absent, where its nearest holder stands."""
        while path:
            place = (self.keys.get(path) if of_key else None) or self.values.get(path) or self.keys.get(path)
            if place:
                return place
            path, of_key = path[:-1], True
        return (1, 1)


@dataclass
class _Container:
    """A list or mapping that is being filled."""

    path: Path
    content: dict[str, Any] | list[Any]
    pending_key: str | None = None
    skip_value: bool = False


def read_yaml(text: str, first_line: int = 1) -> YamlValues:
    """Return the values of a YAML document whose top is a mapping; ``first_line`` is its line in the file."""
    result = YamlValues()
    try:
        _Reader(result, first_line).read(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        result.problems.append(YamlProblem(line, column, "yaml-syntax", _explain(str(error))))
    except yaml.YAMLError as error:
        result.problems.append(YamlProblem(first_line, 1, "yaml-syntax", _explain(str(error))))
    return result


def _explain(problem: str) -> str:
    for pattern, advice in _PROBLEMS:
        if re.search(pattern, problem):
            return f"De gegevens zijn niet goed opgeschreven (YAML). {advice}"
    return "De gegevens zijn niet goed opgeschreven (YAML). Controleer aanhalingstekens, dubbele punten en inspringing."


class _Reader:
    """Builds values from the events of libyaml, without recursion."""

    def __init__(self, result: YamlValues, first_line: int) -> None:
        self.result = result
        self.first_line = first_line
        self.stack: list[_Container] = []
        self.ignored_depth = 0

    def read(self, text: str) -> None:
        documents = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problem(
                        event,
                        "yaml-feature",
                        "Hier begint een tweede blok gegevens (---). Er mag maar één blok zijn.",
                    )
                    return
            elif isinstance(event, yaml.NodeEvent):
                self.node(event)
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                if self.ignored_depth:
                    self.ignored_depth -= 1
                else:
                    self.stack.pop()

    def problem(self, event: Any, rule: str, message: str) -> None:
        line, column = self.place(event)
        self.result.problems.append(YamlProblem(line, column, rule, message))

    def place(self, event: Any) -> Place:
        return event.start_mark.line + self.first_line, event.start_mark.column + 1

    def node(self, event: yaml.NodeEvent) -> None:
        opens = isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent)
        if self.ignored_depth:
            self.ignored_depth += opens
            return
        container = self.stack[-1] if self.stack else None
        if isinstance(container, _Container) and isinstance(container.content, dict) and container.pending_key is None:
            self.key(container, event, opens)
            return
        if isinstance(event, yaml.AliasEvent):
            self.problem(event, "yaml-feature", "Een verwijzing met * mag hier niet. Schrijf de waarde voluit.")
            self.store(container, event, None)
            return
        if event.anchor or self.has_own_tag(event):
            self.problem(event, "yaml-feature", "Een kenmerk met & of ! mag hier niet. Schrijf alleen de waarde.")
        if opens and len(self.stack) >= MAX_DEPTH:
            self.problem(event, "yaml-feature", "Deze gegevens zitten te diep in elkaar. Maak er een gewone lijst van.")
            self.store(container, event, None)
            self.ignored_depth = 1
            return
        if container is None:
            if isinstance(event, yaml.MappingStartEvent):
                self.stack.append(_Container((), self.result.data))
            elif not (isinstance(event, yaml.ScalarEvent) and not event.value):
                self.problem(
                    event,
                    "yaml-syntax",
                    "Hier horen regels met een veldnaam, een dubbele punt en een waarde.",
                )
                self.ignored_depth = int(opens)
            return
        if isinstance(event, yaml.ScalarEvent):
            is_empty = event.implicit[0] and not event.style and event.value in ("", "~", "null")
            self.store(container, event, None if is_empty else event.value)
        else:
            content: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
            path = self.store(container, event, content)
            self.stack.append(_Container(path, content))

    def key(self, container: _Container, event: yaml.NodeEvent, opens: bool) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self.problem(event, "yaml-syntax", "Een veldnaam is één woord, zonder haakjes of streepjes ervoor.")
            container.pending_key, container.skip_value = "", True
            self.ignored_depth = int(opens)
            return
        key, place = event.value, self.place(event)
        path = (*container.path, key)
        container.pending_key, container.skip_value = key, False
        if key == "<<":
            self.problem(event, "yaml-feature", "Samenvoegen met << mag hier niet. Schrijf de velden voluit.")
            container.skip_value = True
        elif path in self.result.keys:
            first_line, _ = self.result.keys[path]
            self.problem(
                event,
                "duplicate-key",
                f"Het veld “{key}” staat er twee keer, ook op regel {first_line}. Haal er één weg.",
            )
            container.skip_value = True
        else:
            self.result.keys[path] = place

    def store(self, container: _Container | None, event: Any, value: Any) -> Path:
        if container is None:
            return ()
        if isinstance(container.content, list):
            path = (*container.path, len(container.content))
            container.content.append(value)
        else:
            key, container.pending_key = container.pending_key or "", None
            path = (*container.path, key)
            if container.skip_value:
                return (*container.path, key, _SKIPPED)
            container.content[key] = value
        self.result.values.setdefault(path, self.place(event))
        return path

    @staticmethod
    def has_own_tag(event: Any) -> bool:
        tag = getattr(event, "tag", None)
        return tag is not None and tag != "!"
