"""Read the body of an entry: Markdown to checked HTML, cut at its level-two headings.

CommonMark with tables. Raw HTML is not part of the language: it is reported, and whatever is reported comes out as
plain text. A link is an https or http address, a mailbox, a heading on the same page, or another content file; nothing
else gets an address.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from mvo_catalogue.domain.body import Body, Section
from mvo_catalogue.domain.model import check_url
from mvo_catalogue.reading.nearest import suggest_nearest

_CONTENT = "content"
_PELICAN_PATH = re.compile(r"[{|](?:filename|static|attach|include|author|category|tag|index)[}|]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkdownProblem:
    """Something in a body that cannot stay, at a line and column of the file, both from 1."""

    line: int
    column: int
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body with its level (2 for ``##``) and its line in the file."""

    level: int
    text: str
    line: int


@dataclass
class MarkdownText:
    """A rendered body and what the checks need to know of it."""

    body: Body = field(default_factory=Body)
    headings: list[Heading] = field(default_factory=list)
    longest_list: dict[str, int] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    entry_links: list[tuple[str, str, int, int]] = field(default_factory=list)
    problems: list[MarkdownProblem] = field(default_factory=list)


def make_anchor(heading: str) -> str:
    """Return the fragment of a heading: ``Wat mag anders`` is ``wat-mag-anders``."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "kop"


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every link is judged in _judge_link
    parser.add_render_rule("html_inline", _render_as_text)
    parser.add_render_rule("html_block", _render_as_text)
    parser.add_render_rule("image", _render_image_text)
    return parser


def _render_as_text(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return escapeHtml(tokens[index].content)


def _render_image_text(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return escapeHtml(tokens[index].content)


def read_markdown(text: str, path: str, first_line: int, known_paths: Collection[str]) -> MarkdownText:
    """Return the rendered body of the file at ``path`` (``content/practices/x.md``).

    ``first_line`` is the line of the file on which ``text`` begins; ``known_paths`` are the paths of all content files,
    to which links may point.
    """
    parser = _markdown()
    tokens = parser.parse(text)
    reader = _BodyReader(text.split("\n"), path, first_line, known_paths)
    reader.read(tokens)
    result = reader.result
    starts = [
        index
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0
    ]
    render = parser.renderer.render
    lead = render(tokens[: starts[0] if starts else len(tokens)], parser.options, {})
    sections = []
    for start, end in pairwise([*starts, len(tokens)]):
        heading = _plain(tokens[start + 1])
        content = tokens[start + 3 : end]
        sections.append(Section(heading, str(tokens[start].attrs["id"]), render(content, parser.options, {}).strip()))
        result.longest_list.setdefault(heading, _longest_list(content))
    result.body = Body(lead.strip(), tuple(sections))
    return result


def _plain(inline: Token) -> str:
    parts = (child.content if child.type in ("text", "code_inline") else " " for child in inline.children or ())
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _longest_list(tokens: Sequence[Token]) -> int:
    longest = count = 0
    for token in tokens:
        if token.level == 0 and token.type in ("ordered_list_open", "bullet_list_open"):
            count = 0
        elif token.level == 1 and token.type == "list_item_open":
            count += 1
            longest = max(longest, count)
    return longest


class _BodyReader:
    """Walks the tokens once: gives headings their anchor, links their address and problems their place."""

    def __init__(self, lines: list[str], path: str, first_line: int, known_paths: Collection[str]) -> None:
        self.lines = lines
        self.path = path
        self.first_line = first_line
        self.known_paths = known_paths
        self.result = MarkdownText()
        self.fragments: list[tuple[str, int, int]] = []

    def read(self, tokens: list[Token]) -> None:
        for index, token in enumerate(tokens):
            line = token.map[0] if token.map else 0
            if token.type == "html_block":
                self.problem(line, token.content.strip()[:1], "raw-html", _RAW_HTML)
            elif token.type == "heading_open":
                self.heading(token, tokens[index + 1], line)
            elif token.type == "inline":
                self.inline(token, line)
        for fragment, line, column in self.fragments:
            if fragment not in self.result.anchors:
                message = f"Er is op deze pagina geen kop “{fragment}”. Kies uit: {', '.join(sorted(self.result.anchors)) or 'geen'}."
                self.result.problems.append(MarkdownProblem(line, column, "broken-link", message))

    def heading(self, token: Token, inline: Token, line: int) -> None:
        level, text = int(token.tag[1]), _plain(inline)
        anchor = base = make_anchor(text)
        number = 2
        while anchor in self.result.anchors:
            anchor, number = f"{base}-{number}", number + 1
        self.result.anchors.add(anchor)
        token.attrSet("id", anchor)
        self.result.headings.append(Heading(level, text, line + self.first_line))

    def inline(self, token: Token, line: int) -> None:
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "html_inline":
                self.problem(line, child.content, "raw-html", _RAW_HTML)
            elif child.type == "image":
                self.problem(line, "![", "image", "Een afbeelding kan hier nog niet. Beschrijf wat erop te zien is.")
            elif child.type == "link_open":
                target = str(child.attrs.get("href", ""))
                judged = self.judge_link(unquote(target), line)
                if judged is None:
                    child.attrs.pop("href", None)
                else:
                    child.attrs["href"] = judged
                child.attrs.pop("title", None)
            elif child.type == "text" and _PELICAN_PATH.search(child.content):
                self.problem(line, _PELICAN_PATH.search(child.content)[0], "pelican-path", _PELICAN)  # type: ignore[index]

    def judge_link(self, target: str, line: int) -> str | None:
        """Return the address that a link gets, or ``None`` after reporting that it may have none."""
        if _PELICAN_PATH.search(target):
            return self.refuse(line, "](", "pelican-path", _PELICAN)
        if target.startswith("#"):
            self.fragments.append((target[1:], line + self.first_line, self.column(line, target)))
            return target
        try:
            parts = urlsplit(target)
        except ValueError:
            return self.refuse(line, "](", "unsafe-link", f"“{target}” is geen webadres. {_LINK_FORMS}")
        if parts.scheme in ("http", "https"):
            try:
                return check_url(target)
            except ValueError:
                return self.refuse(line, target, "unsafe-link", f"“{target}” is geen volledig webadres. {_LINK_FORMS}")
        if parts.scheme == "mailto" and re.fullmatch(r"mailto:[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+", target):
            return target
        if parts.scheme or parts.netloc or target.startswith(("/", "\\")):
            return self.refuse(line, target, "unsafe-link", f"De link “{target}” kan hier niet. {_LINK_FORMS}")
        return self.entry_link(target, parts.path, parts.fragment, line)

    def entry_link(self, target: str, file: str, fragment: str, line: int) -> str | None:
        resolved = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), file))
        if not resolved.startswith(f"{_CONTENT}/"):
            return self.refuse(
                line,
                target,
                "outside-link",
                f"De link “{target}” wijst buiten de map {_CONTENT}. {_LINK_FORMS}",
            )
        if resolved not in self.known_paths or not resolved.endswith(".md"):
            return self.refuse(
                line,
                target,
                "broken-link",
                f"De link “{target}” wijst naar een bestand dat er niet is.{self.suggest(resolved)}",
            )
        self.result.entry_links.append((resolved, fragment, line + self.first_line, self.column(line, target)))
        entry = resolved.removeprefix(f"{_CONTENT}/").removesuffix(".md")
        return f"entry:{entry}" + (f"#{fragment}" if fragment else "")

    def suggest(self, resolved: str) -> str:
        near = suggest_nearest(resolved, self.known_paths)
        return f" Bedoelde u “{posixpath.relpath(near, posixpath.dirname(self.path))}”?" if near else ""

    def problem(self, line: int, needle: str, rule: str, message: str) -> None:
        """Report something on a line of the body (from 0), at the first ``needle`` on it."""
        place = MarkdownProblem(line + self.first_line, self.column(line, needle), rule, message)
        self.result.problems.append(place)

    def refuse(self, line: int, needle: str, rule: str, message: str) -> str | None:
        """Report a link and return the address that it gets: none."""
        self.problem(line, needle, rule, message)
        return None

    def column(self, line: int, needle: str) -> int:
        source = self.lines[line] if line < len(self.lines) else ""
        return max(source.find(needle), 0) + 1


_RAW_HTML = "HTML kan hier niet. Schrijf gewone tekst of Markdown; zet een kleiner-dan-teken als code tussen `…`."
_PELICAN = "Een pad tussen accolades kan hier niet. Schrijf een link als bestand, zoals [tekst](../partners/naam.md)."
_LINK_FORMS = "Een link begint met https://, of is een bestand zoals ../partners/naam.md."
