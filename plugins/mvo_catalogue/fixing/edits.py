"""Change single values of YAML and leave every other character as it is: comments, order, quotes and layout.

Text and data are changed side by side; after each change the text, read again, must equal the data.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from mvo_catalogue.derived.templates import quote
from mvo_catalogue.domain.model import ValuePath
from mvo_catalogue.fixing.writing import NotChanged
from mvo_catalogue.reading.yaml_values import read_yaml

_PLAIN = re.compile(r"[^\W_](?:[\w ./()-]*[\w.)])?")
"""A value that needs no quotes, not even in a list between brackets."""


class Editing:
    """The YAML of a file while it is changed; ``name`` is what a message calls it."""

    def __init__(self, text: str, name: str) -> None:
        """Read the text, which the check found good."""
        self.text, self.name = text, name
        self.data: Any = read_yaml(text).data

    def value(self, path: ValuePath) -> Any:
        """Return the current value at a path."""
        found = self.data
        for step in path:
            found = found[step]
        return found

    def set_value(self, path: ValuePath, value: str) -> None:
        """Replace a single value; its quotes stay."""
        node = self._node(path)
        start, end = node.start_mark.index, node.end_mark.index
        quotes = {'"': quote(value), "'": "'" + value.replace("'", "''") + "'"}
        self._holder(path)[path[-1]] = value
        self._change(start, end, quotes.get(self.text[start], _quote_if_needed(value)))

    def rename_key(self, path: ValuePath, key: str) -> None:
        """Rename a key in its place."""
        node, _ = self._pair(path)
        holder = self._holder(path)
        items = [(key if old == path[-1] else old, value) for old, value in holder.items()]
        holder.clear()
        holder.update(items)
        self._change(node.start_mark.index, node.end_mark.index, key)

    def drop(self, path: ValuePath) -> None:
        """Remove a value, or a key with its value; a list or mapping that becomes empty is removed with its key."""
        holder = self._holder(path)
        if len(holder) == 1 and len(path) > 1:
            self.drop(path[:-1])
            return
        above = self._node(path[:-1])
        nodes = list(above.value)
        at = path[-1] if isinstance(path[-1], int) else [key.value for key, _ in nodes].index(path[-1])
        del holder[path[-1]]
        starts, ends = zip(*[(node, node) if isinstance(path[-1], int) else node for node in nodes], strict=True)
        if above.flow_style and at + 1 < len(nodes):
            self._change(starts[at].start_mark.index, starts[at + 1].start_mark.index, "")
        elif above.flow_style:
            self._change(ends[at - 1].end_mark.index, ends[at].end_mark.index, "")
        else:
            self._change_lines(starts[at].start_mark.line, _last_line(ends[at]) + 1, [])

    def add(self, path: ValuePath, value: str) -> None:
        """Append a value to a list; a missing list is added to the end of its mapping."""
        holder = self._holder(path)
        written = _quote_if_needed(value)
        if path[-1] not in holder:
            self.add_field(path, [f"{path[-1]}:", f"  - {written}"])
            return
        node = self._node(path)
        holder[path[-1]].append(value)
        if node.flow_style:
            end = node.end_mark.index - 1
            self._change(end, end, f"{', ' if node.value else ''}{written}")
        else:
            last = _last_line(node) + 1
            self._change_lines(last, last, [f"{self._indent(node)}- {written}"])

    def add_field(self, path: ValuePath, lines: list[str]) -> None:
        """Append a key with its value to a mapping, as these lines, which have no indentation."""
        above = self._node(path[:-1]) if self.data else None
        self._holder(path)[path[-1]] = read_yaml("\n".join(lines)).data[str(path[-1])]
        if above is None or len(path) == 1:
            end = len(self.text.rstrip("\n").split("\n")) if self.text.strip() else 0
            self._change_lines(end, end, lines)
        elif above.flow_style:
            raise NotChanged(f"{self.name}: zet wat bij “{path[0]}” staat eerst op eigen regels.")
        else:
            indent, end = " " * above.value[0][0].start_mark.column, _last_line(above.value[-1][1]) + 1
            self._change_lines(end, end, [indent + line for line in lines])

    def add_item(self, key: str, other: Editing, index: int) -> None:
        """Append an item of the same list of another file, as it is written there."""
        item = other.value((key, index))
        lines = other._lines(other._node((key, index)))
        node = self._node((key,))
        last, indent, dash = _last_line(node) + 1, self._indent(node), other._indent(other._node((key,)))
        self.value((key,)).append(item)
        self._change_lines(last, last, [indent + line.removeprefix(dash) for line in lines])

    def lines_of(self, key: str) -> list[str]:
        """Return the lines of a field as they are written."""
        return self._lines(*self._pair((key,)))

    def _lines(self, first: Any, last: Any = None) -> list[str]:
        return self.text.split("\n")[first.start_mark.line : _last_line(last or first) + 1]

    def _indent(self, listed: Any) -> str:
        """Return the indentation of the items of a list."""
        first: int = listed.value[0].start_mark.line
        return self.text.split("\n")[first].partition("-")[0]

    def _change_lines(self, start: int, end: int, lines: list[str]) -> None:
        old = self.text.split("\n")
        self._settle("\n".join([*old[:start], *lines, *old[end:]]))

    def _change(self, start: int, end: int, new: str) -> None:
        self._settle(self.text[:start] + new + self.text[end:])

    def _settle(self, text: str) -> None:
        after = read_yaml(text)
        if after.diagnostics or after.data != self.data:
            raise NotChanged(
                f"{self.name}: dit is zo geschreven dat wij het niet kunnen veranderen. Doe het met de hand."
            )
        self.text = text

    def _holder(self, path: ValuePath) -> Any:
        return self.value(path[:-1])

    def _node(self, path: ValuePath) -> Any:
        node: Any = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        for step in path:
            node = node.value[step] if isinstance(step, int) else _find(node, step)[1]
        return node

    def _pair(self, path: ValuePath) -> tuple[Any, Any]:
        return _find(self._node(path[:-1]), str(path[-1]))


def _quote_if_needed(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and value.lower() != "null" else quote(value)


def _find(node: Any, key: str) -> tuple[Any, Any]:
    return next((name, value) for name, value in node.value if name.value.strip() == key)


def _last_line(node: Any) -> int:
    """Return the last line of a node; libyaml says that a list ends where the next node begins."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    line: int = node.end_mark.line
    return line - 1 if node.end_mark.column == 0 and line > node.start_mark.line else line
