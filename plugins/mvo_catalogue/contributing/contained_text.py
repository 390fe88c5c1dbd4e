"""Make an answer fit to stand under a heading: whatever is in it, what follows keeps its own meaning.

The parser of the site itself says what a text does: headings that would start a part of their own go down a level,
HTML becomes plain text, and code that is never closed gets its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MOST_ROUNDS = 4
_BELOW = "###"


@dataclass(frozen=True, slots=True)
class ContainedText:
    """A text, and whether headings or HTML in it were changed."""

    text: str
    has_lower_headings: bool = False
    has_escaped_html: bool = False


def contain(text: str) -> ContainedText:
    """Return the text as it can stand between headings of level two; every word of it is still there."""
    text = text.strip()
    escaped = _escape_html(text)
    lowered = _lower_headings(escaped)
    return ContainedText(_close_code(lowered), lowered != escaped, escaped != text)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _escape_html(text: str) -> str:
    """Return the text with a backslash before each ``<`` that would begin HTML."""
    for _ in range(_MOST_ROUNDS):
        html = list(_find_html(_parser().parse(text)))
        if not html:
            return text
        position = 0
        pieces: list[str] = []
        for content in html:
            start = text.find(content, position)
            if start < 0:
                continue
            pieces += (text[position:start], content.replace("<", "\\<"))
            position = start + len(content)
        text = "".join((*pieces, text[position:]))
    return text.replace("<", "&lt;") if any(_find_html(_parser().parse(text))) else text


def _find_html(tokens: list[Token]) -> list[str]:
    """Return every piece of HTML in a text, in order."""
    found = []
    for token in tokens:
        if token.type == "html_block":
            found.append(token.content.strip())
        found += [child.content for child in token.children or () if child.type == "html_inline"]
    return found


def _lower_headings(text: str) -> str:
    """Return the text with each heading that would begin a part of its own at the level below."""
    lines = text.split("\n")
    tokens = _parser().parse(text)
    for index, token in reversed(list(enumerate(tokens))):
        if token.type == "heading_open" and token.level == 0 and token.tag in ("h1", "h2") and token.map:
            words = " ".join(tokens[index + 1].content.split())
            lines[token.map[0] : token.map[1]] = [f"{_BELOW} {words}".strip()]
    return "\n".join(lines)


def _close_code(text: str) -> str:
    """Return the text with an end for a block of code that would go on in what follows."""
    tokens = _parser().parse(f"{text}\n\n## .")
    last = tokens[-1]
    return f"{text}\n{last.markup}" if last.type == "fence" else text
