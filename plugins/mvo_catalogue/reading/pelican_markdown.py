"""Markdown of text pages and news, which Pelican's own reader reads with the package ``markdown``.

``TextMarkdown`` makes that safe: raw HTML is escaped, and a link gets an address only when it is
a web address, a mailbox, a heading on the page or an entry written as ``{filename}../practices/x.md``.
``check_dialect`` refuses a text that this package and our own reader (CommonMark) read differently, so that what an
editor saw on GitHub is what the site shows.
"""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown_it.tree import SyntaxTreeNode

from mvo_catalogue.domain.diagnostic import Diagnostic, diagnose
from mvo_catalogue.domain.model import is_mailbox, is_url
from mvo_catalogue.reading.commonmark import find_addresses, is_comment, render
from mvo_catalogue.reading.front_matter import split_front_matter
from mvo_catalogue.reading.markdown import Anchors
from mvo_catalogue.reading.near_misses import CorrectedText, correct_markup

EXTENSIONS = (
    "markdown.extensions.meta",
    "markdown.extensions.tables",
    "markdown.extensions.sane_lists",
    "markdown.extensions.fenced_code",
)
"""What CommonMark with tables has beyond the package by itself; Pelican adds ``meta`` anyway."""

_PELICAN_NAMES = {"titel": "title", "samenvatting": "summary", "datum": "date", "volgorde": "order"}
_HTML = ("html", "image_link", "image_reference", "short_image_ref", "automail", "entity")
"""Patterns for what our texts do not have, or that would leave unescaped what must be escaped."""
_STRUCK = r"(~~)(?=\S)([^~\n]{1,2000})(?<=\S)~~"
_INLINE_COMMENT = r"<!--(?:(?!-->)[^\n]){0,2000}-->"
_ENTRY = re.compile(r"\{filename\}[a-z0-9./-]+\.md(?:#[a-z0-9-]+)?")
_FRAGMENT = re.compile(r"#[a-z0-9-]+")
_HEADINGS = {f"h{level}" for level in range(1, 7)}


_MOST_CHARACTERS, _MOST_CELLS = 15_000, 2_000
_MOST_LINES, _MOST_BRACKETS = 60, 100
"""Limits on a text, and on a block of it, for what costs the package most: beyond them it takes minutes."""


def find_excess(body: str) -> tuple[int, str] | None:
    """Return the line (from 0) where a text exceeds a limit, and the message of file-too-large about it."""
    if len(body) > _MOST_CHARACTERS:
        return body.count("\n", 0, _MOST_CHARACTERS), "text"
    lines = brackets = columns = cells = 0
    for number, line in enumerate(body.split("\n")):
        if not line.strip():
            lines = brackets = columns = 0
            continue
        lines, brackets, columns = lines + 1, brackets + line.count("["), max(columns, line.count("|"))
        cells += columns
        if lines > _MOST_LINES or brackets > _MOST_BRACKETS or cells > _MOST_CELLS:
            return number, "piece"
    return None


class TextMarkdown(Extension):  # type: ignore[misc]  # the package ships no types
    """Front matter in YAML, headings with an anchor, sections as our templates show them, and nothing unsafe.

    The metadata ``parts`` of a text is the tuple of its sections: (anchor, heading).
    """

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # the name is the package's
        """Extend a parser that has ``EXTENSIONS``."""
        md.preprocessors.deregister("html_block")
        for name in _HTML:
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "s"), "struck", 50)
        md.inlinePatterns.register(_Comment(_INLINE_COMMENT), "comment", 90)
        md.preprocessors.register(_FrontMatter(md), "meta", 27)
        md.treeprocessors.register(_Structure(md), "structure", -1)


class _FrontMatter(Preprocessor):  # type: ignore[misc]  # the package ships no types
    """Reads front matter as the check does, and stores it under the names of Pelican."""

    def run(self, lines: list[str]) -> list[str]:
        front_matter = split_front_matter("\n".join(lines))
        values = front_matter.values.data
        self.md.Meta = {ours: [str(values[key])] for key, ours in _PELICAN_NAMES.items() if key in values}
        if find_excess(front_matter.body):  # the check reports it
            return []
        return _without_comments(correct_markup(front_matter.body))


def _without_comments(corrected: CorrectedText) -> list[str]:
    """Return the lines of a text with comments that are a block emptied."""
    lines = list(corrected.lines)
    for start, end in (token.map or (0, 0) for token in corrected.tokens if is_comment(token)):
        lines[start:end] = [""] * (end - start)
    return lines


class _Comment(InlineProcessor):  # type: ignore[misc]  # the package ships no types
    """Removes a comment within a line."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # noqa: N802  # the name is the package's
        return "", m.start(), m.end()


class _Structure(Treeprocessor):  # type: ignore[misc]  # the package ships no types
    """Checks links, sets anchors of headings and makes sections, as ``components/prose.html`` does for an entry."""

    def run(self, root: Element) -> None:
        _link_addresses(root)
        anchors = Anchors()
        for element in root.iter():
            if element.tag == "a":
                _judge_link(element)
            elif element.tag in {"td", "th"}:
                element.attrib.pop("style", None)
            elif element.tag in _HEADINGS:
                element.set("id", anchors.add(_words(element)))
        blocks = list(root)
        self.md.Meta["parts"] = [tuple((block.get("id", ""), _words(block)) for block in blocks if block.tag == "h2")]
        root.clear()
        section = Element("div", {"class": "mvo-prose"})
        if blocks and blocks[0].tag != "h2":
            root.append(section)
        for block in blocks:
            if block.tag == "h2":
                block.set("class", "nl-heading nl-heading--level-2")
                section = SubElement(root, "section", {"class": "mvo-prose"})
                section.text = section.tail = "\n"
            section.append(block)


def _words(element: Element) -> str:
    return " ".join(html.unescape("".join(element.itertext())).split())


def _link_addresses(element: Element) -> None:
    """Turn bare addresses in an element into links, as ``commonmark`` does."""
    if element.tag in {"a", "code", "pre"}:
        return
    children = list(element)
    element.text, made = _with_links(element.text or "")
    for child in children:
        _link_addresses(child)
        child.tail, links = _with_links(child.tail or "")
        made += [child, *links]
    element[:] = made


def _with_links(text: str) -> tuple[str, list[Element]]:
    """Return the text before the first bare address, and a link for each with the text after it as its tail."""
    found = list(find_addresses(text))
    links = []
    for (start, end, address), following in zip_longest(found, found[1:]):
        link = Element("a", {"href": address})
        link.text, link.tail = text[start:end], text[end : following[0] if following else None]
        links.append(link)
    return (text[: found[0][0]] if found else text), links


def _judge_link(link: Element) -> None:
    address = html.unescape(link.attrib.pop("href", ""))
    link.attrib.pop("title", None)
    if _ENTRY.fullmatch(address) or _FRAGMENT.fullmatch(address) or _is_outside(address):
        link.set("href", address)


def _is_outside(address: str) -> bool:
    if address.startswith("mailto:"):
        return is_mailbox(address.removeprefix("mailto:"))
    return is_url(address)


def make_parser() -> markdown.Markdown:
    """Return a parser as Pelican makes it for text pages and news."""
    return markdown.Markdown(extensions=[*EXTENSIONS, TextMarkdown()], output_format="html")


def check_dialect(body: str, path: str, first_line: int) -> Iterator[Diagnostic]:
    """Yield the first block of a body that Pelican would read differently than our own reader does, or not in time.

    ``first_line`` is the line of the file at ``path`` on which the body begins. Reading on makes no sense, since the
    rest is no longer the same text.
    """
    if excess := find_excess(body):
        line, matter = excess
        yield diagnose(path, first_line + line, 1, "file-too-large", matter, most=_MOST_CHARACTERS)
        return
    try:
        theirs = _Shape(make_parser().convert(f"---\n---\n{body}")).blocks
        ours = [
            ((node.map or (0, 0))[0], block)
            for node in SyntaxTreeNode(correct_markup(body).tokens).children
            for block in _Shape(render(node.to_tokens())).blocks
        ]
    except RecursionError:  # hundreds of nested lists or emphasis
        yield diagnose(path, first_line, 1, "file-too-large", "piece")
        return
    for known, other in zip_longest(ours, theirs):
        if known is None or other is None or known[1] != other:
            line = known[0] if known else body.count("\n")
            yield diagnose(path, first_line + line, 1, "markdown-dialect")
            return


class _Shape(HTMLParser):
    """The blocks of HTML as a reader sees them: tags, addresses and words, without irrelevant differences."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._block = ""
        self._open = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _OUTER:
            return
        shown = [f' {name}="{html.escape(unquote(value or ""))}"' for name, value in attrs if name in _SHOWN]
        self._block += f"<{tag}{''.join(shown)}>"
        self._open += tag not in _EMPTY
        self._end_block()

    def handle_endtag(self, tag: str) -> None:
        if tag not in _OUTER and tag not in _EMPTY:
            self._block += f"</{tag}>"
            self._open -= 1
            self._end_block()

    def handle_data(self, data: str) -> None:
        self._block += html.escape(data)

    def _end_block(self) -> None:
        if not self._open:
            self.blocks.append(_AROUND_BLOCK.sub(r"\1", " ".join(self._block.split())))
            self._block = ""


_OUTER = frozenset({"section", "div"})
_EMPTY = frozenset({"hr", "br"})
_SHOWN = frozenset({"href", "start"})
_AROUND_BLOCK = re.compile(r" ?(</?(?:blockquote|br|h[1-6r]|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)\b[^>]*>) ?")
