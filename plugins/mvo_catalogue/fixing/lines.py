"""A content file as lines, and repairs of white space and of characters that nobody sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Self

from markdown_it import MarkdownIt

_FENCE = "---"
_BYTE_ORDER_MARK = "\ufeff"
_WITHOUT_WIDTH = re.compile("[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Hidden characters that can go without two words becoming one; the reader leaves them out as well."""
_INDENT = re.compile(r"^[ \t]*")


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


def plain_line_ends(text: str) -> str:
    r"""Return the text without byte order mark and with ``\n`` at the end of each line."""
    return text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def without_hidden(text: str) -> str:
    """Return the text without characters that have no width and no meaning here."""
    return _WITHOUT_WIDTH.sub("", text)


def one_final_newline(text: str) -> str:
    """Return the text with exactly one line end after the last line that says something."""
    return re.sub(r"[ \t\n]*\Z", "", text) + "\n"


def trim_fields(text: str) -> str:
    """Return the file without spaces at the end of lines of front matter."""
    document = Document.cut(text)
    if document is None:
        return text
    body = document.after[1:]
    return "\n".join(line.rstrip(" \t") for line in (*document.before, *document.fields, document.after[0])) + "".join(
        f"\n{line}" for line in body
    )


def trim_lines(text: str) -> str:
    """Return the text without spaces at the end of any line."""
    return "\n".join(line.rstrip(" \t") for line in text.split("\n"))


def trim_body(text: str) -> str:
    """Return the file without spaces at the end of lines of text; in code and before a line break they stay."""
    document = Document.cut(text)
    if document is None:
        return text
    fence, *lines = document.after
    code = {
        number
        for token in MarkdownIt("commonmark").parse("\n".join(lines))
        if token.type in ("fence", "code_block") and token.map
        for number in range(*token.map)
    }
    trimmed = [
        line if number in code or _breaks(line, following) else line.rstrip(" \t")
        for number, (line, following) in enumerate(zip_longest(lines, lines[1:], fillvalue=""))
    ]
    return "\n".join((*document.before, *document.fields, fence, *trimmed))


def _breaks(line: str, following: str) -> bool:
    """Return whether the spaces at the end of a line are a line break, which Markdown writes that way."""
    return bool(line.strip()) and line.endswith("  ") and bool(following.strip())


def spaces_for_tabs(text: str, width: int) -> str:
    """Return the file with ``width`` spaces for each tab that a line of front matter begins with."""
    document = Document.cut(text)
    if document is None:
        return text
    return document.with_fields(
        [_INDENT.sub(lambda match: match[0].replace("\t", " " * width), line) for line in document.fields]
    )
