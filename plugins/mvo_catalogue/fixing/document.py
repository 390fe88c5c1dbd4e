"""A content file as lines that can be changed: the front matter between its fences, and the text below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

import yaml

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of the front matter, and all that stands before and after them, fences included."""

    before: tuple[str, ...]
    fields: tuple[str, ...]
    after: tuple[str, ...]

    @classmethod
    def cut(cls, text: str) -> Self | None:
        """Return the parts of a Markdown file, or ``None`` without front matter."""
        lines = text.split("\n")
        if lines[0].rstrip() != _FENCE:
            return None
        end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
        return None if end is None else cls((lines[0],), tuple(lines[1:end]), tuple(lines[end:]))

    @property
    def text(self) -> str:
        """Return the whole file."""
        return "\n".join((*self.before, *self.fields, *self.after))

    def with_fields(self, fields: list[str]) -> str:
        """Return the whole file with other lines of front matter."""
        return replace(self, fields=tuple(fields)).text

    def node(self) -> yaml.MappingNode | None:
        """Return the front matter as nodes with their places; call it only when the checker could read it all."""
        node = yaml.compose("\n".join(self.fields), Loader=yaml.CSafeLoader)
        return node if isinstance(node, yaml.MappingNode) and not node.flow_style else None
