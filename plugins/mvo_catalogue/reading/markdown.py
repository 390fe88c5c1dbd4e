"""Read the body of an entry: Markdown to checked HTML, cut at its level-two headings.

CommonMark with what ``commonmark`` adds, with near misses corrected (``near_misses``). Raw HTML is not part of
the language: it is reported, and whatever is reported comes out as plain text. A link is an https or http address, a
mailbox, a heading on the same page, or another content file; nothing else gets an address.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from mvo_catalogue.domain.body import Body, Section
from mvo_catalogue.domain.diagnostic import MOST_SHOWN, Diagnostic, diagnose, get_rule
from mvo_catalogue.domain.model import FOLDER_NAMES, NEWS, PAGES, is_mailbox, is_url
from mvo_catalogue.domain.names import make_anchor, make_slug, suggest_nearest
from mvo_catalogue.domain.normalise import read_address
from mvo_catalogue.domain.patterns import HIDDEN, is_visible, shorten
from mvo_catalogue.reading.commonmark import is_comment, plain_text, read_blocks, render
from mvo_catalogue.reading.content_paths import ContentPaths
from mvo_catalogue.reading.near_misses import IN_TEXT, correct_markup
from mvo_catalogue.reading.prose import Mark, Passage

Place = tuple[int, int]

_CONTENT = "content"
_ENTRY = "\0"
"""Delimits the target of a link to an entry in HTML; no text contains it, since the parser replaces it."""
_FILENAME = "{filename}"
"""The prefix of the name of a file in a text that Pelican reads."""
PELICAN_FOLDERS = tuple(f"{_CONTENT}/{kind}/" for kind in (PAGES, NEWS))
"""The folders of texts that Pelican reads."""
_REACH, _WIDTH = 20, 5_000
"""How many lines and characters ahead words are searched: enough for long texts, and bounded for hostile ones."""
_SHOWN = 40
_PELICAN_PATH = re.compile(r"[{|](?:filename|static|attach|include|author|category|tag|index)[}|]", re.IGNORECASE)
_OWN_DISK = r"(?:file:|[A-Za-z]:[\\/]|\\)"
_LOCAL = re.compile(_OWN_DISK, re.IGNORECASE)
"""The beginning of an address that only works on the computer or network of the editor."""
_TEXT_PROBLEMS = (
    (_PELICAN_PATH, "pelican-path", "here"),
    (re.compile(rf"\]\((?=<?{_OWN_DISK})"), "unsafe-link", "local"),
    (re.compile(rf"\]\((?!<?{_OWN_DISK})"), "broken-link", "almost"),
)
HTML = re.compile(
    r"<(?:(?P<embedded>iframe|embed|object|video|audio|script)|(?P<line>br)|(?P<small>su[bp])|(?P<table>table|t[rdh])"
    r"|(?P<link>a)|(?P<items>[uo]l|li)|(?P<emphasis>b|strong|i|em|u))\b",
    re.IGNORECASE,
)
"""Tags of which is said how to do without; the name of a group is the message about it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body with its level (2 for ``##``), its fragment and its line in the file."""

    level: int
    text: str
    anchor: str
    line: int


EntryLink = tuple[str, str, int, int]
"""A link to another entry: its path, the fragment or ``""``, and the line and column of the link."""

LinkCorrection = tuple[str, str, int, int]
"""A link that should be written in another way: as written, as corrected, and its line and column."""

WebLink = tuple[str, int, int]
"""A link to another site: its address, and the line and column of the address."""


@dataclass
class MarkdownText:
    """A rendered body and what the checks need to know about it; ``longest_list`` is by heading."""

    body: Body = field(default_factory=Body)
    headings: list[Heading] = field(default_factory=list)
    longest_list: dict[str, int] = field(default_factory=dict)
    entry_links: list[EntryLink] = field(default_factory=list)
    link_corrections: list[LinkCorrection] = field(default_factory=list)
    web_links: list[WebLink] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def anchors(self) -> dict[str, int]:
        """Return the line of each heading by its fragment."""
        return {heading.anchor: heading.line for heading in self.headings}


class Anchors:
    """Gives each heading of a page a unique fragment."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._uses: Counter[str] = Counter()

    def add(self, heading: str) -> str:
        """Return the fragment of the next heading; the second with the same words ends in ``-2``."""
        base = make_anchor(heading)
        self._uses[base] += 1
        anchor = base if self._uses[base] == 1 else f"{base}-{self._uses[base]}"
        while anchor in self._given:  # another heading is literally called “kop 2”
            anchor += "-2"
        self._given.add(anchor)
        return anchor


def read_markdown(text: str, path: str, first_line: int, known_paths: Collection[str]) -> MarkdownText:
    """Return the rendered body of the file at ``path`` (``content/practices/x.md``).

    ``first_line`` is the line of the file on which ``text`` begins; ``known_paths`` are the paths of all content files,
    to which links may point.
    """
    corrected = correct_markup(text)
    tokens = corrected.tokens
    reader = _BodyReader(text.split("\n"), path, first_line, known_paths)
    reader.read(tokens)
    for near in corrected.found:
        rule = "raw-html" if near.matter == "open-comment" else "nearly-markup"
        reader.report((near.line, 0), rule, near.matter, meant=shorten(near.corrected, _SHOWN))
    result = reader.result
    starts = [
        at for at, token in enumerate(tokens) if (token.type, token.tag, token.level) == ("heading_open", "h2", 0)
    ]
    lead = _section("", "", tokens[: starts[0] if starts else len(tokens)])
    sections = []
    for start, end in pairwise([*starts, len(tokens)]):
        heading = plain_text(tokens[start + 1])
        content = tokens[start + 3 : end]
        sections.append(_section(heading, str(tokens[start].attrs["id"]), content))
        result.longest_list.setdefault(heading, _longest_list(content))
    result.body = Body(lead, tuple(sections))
    return result


def _section(heading: str, anchor: str, tokens: Sequence[Token]) -> Section:
    html = render(tokens)
    return Section(heading, anchor, tuple(html.split(_ENTRY)) if html else (), read_blocks(tokens))


def _longest_list(tokens: Sequence[Token]) -> int:
    counts = [0]
    for token in tokens:
        if token.level == 0 and token.type in ("ordered_list_open", "bullet_list_open"):
            if token.attrs.get("start") != counts[-1] + 1:  # a list that continues after a paragraph is one list
                counts.append(0)
        elif token.level == 1 and token.type == "list_item_open":
            counts[-1] += 1
    return max(counts)


def _html_matter(tags: str) -> str:
    """Return the message about the first known tag, ``""`` for the one about any."""
    match = HTML.search(tags)
    return (match.lastgroup or "") if match else ""


class _BodyReader:
    """Walks the tokens once: sets the anchors of headings and the addresses of links, and reports problems.

    The parser knows the first and last line of a block, not the position of what is in it. So positions are found by
    searching for the words, from the position of what came before.
    """

    def __init__(self, lines: list[str], path: str, first_line: int, known_paths: Collection[str]) -> None:
        self.lines = lines
        self.path = path
        self.is_read_by_pelican = path.startswith(PELICAN_FOLDERS)
        self.first_line = first_line
        self.known_paths = known_paths
        self.result = MarkdownText()
        self.fragments: list[tuple[str, Place]] = []
        self.anchors = Anchors()
        self.block = (0, 0)
        self.line = self.column = 0
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.length = 0

    def read(self, tokens: list[Token]) -> None:
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self.enter(token)
                self.inline(token.children or [])
                self.passage(tokens[index - 1])
            elif token.type == "heading_open":
                self.heading(token, tokens[index + 1])
            elif token.type == "html_block" and not is_comment(token):
                self.enter(token)
                self.report(self.find("<"), "raw-html", _html_matter(token.content))
            elif token.type in ("td_open", "th_open"):
                token.attrs.pop("style", None)  # the CSP of the site allows no inline style
        anchors = self.result.anchors
        choices = ", ".join(sorted(anchors)) or "geen"
        for fragment, place in self.fragments:
            if fragment not in anchors:
                self.report(place, "broken-link", "no-heading-here", fragment=fragment, choices=choices)

    def heading(self, token: Token, inline: Token) -> None:
        text = plain_text(inline)
        anchor = self.anchors.add(text)
        token.attrSet("id", anchor)
        line, _ = self.in_file((token.map or (0, 0))[0], 0)
        self.result.headings.append(Heading(int(token.tag[1]), text, anchor, line))

    def inline(self, children: Sequence[Token]) -> None:
        tags: set[str] = set()
        link: Token | None = None
        start = (0, 0)
        for at, child in enumerate(children):
            if child.type == "text":
                self.text(child.content)
            elif child.type == "link_open" and child.markup == "bare":
                self.bare_link(child, children[at + 1].content)
            elif child.type == "link_open" and child.info == "auto":
                self.link(child, ("<",), start)
            elif child.type == "link_open":
                link, start = child, (self.line, self.column)
            elif child.type == "link_close" and link:
                self.link(link, ("](", "](<"), start)
                link = None
            elif child.type == "html_inline":
                self.html(child.content, tags)
            else:
                self.words(child)

    def passage(self, opening: Token) -> None:
        """Add the passage of the block that has just been walked."""
        if self.marks:
            self.result.passages.append(Passage("".join(self.pieces), opening.tag, tuple(self.marks)))
        self.pieces, self.marks, self.length = [], [], 0

    def piece(self, content: str, place: Place, width: int) -> None:
        """Add a piece of running text; ``width`` is how many of its characters are literally in the file."""
        self.pieces.append(content)
        self.marks.append((self.length, *self.in_file(*place), width))
        self.length += len(content)

    def words(self, child: Token) -> None:
        if child.type in ("softbreak", "hardbreak"):
            self.pieces.append(" ")
            self.length += 1
            self.line, self.column = self.line + 1, 0
        elif child.type == "image":
            self.report(self.find("!["), "image")
        elif child.type == "code_inline":
            self.piece(child.content, self.find(child.markup), 0)
            self.find(child.markup)

    def html(self, tag: str, seen: set[str]) -> None:
        """Report a tag, unless it closes one that was reported."""
        first_line, *more_lines = tag.split("\n")
        place = self.find(first_line)
        if more_lines:
            self.line, self.column = self.line + len(more_lines), 0
        name = tag.strip("</>").split(maxsplit=1)[:1]
        if not (tag.startswith("</") and seen.intersection(name)):
            self.report(place, "raw-html", _html_matter(tag))
        seen.update(name)

    def text(self, content: str) -> None:
        start = self.line, self.column
        for pattern, rule, matter in _TEXT_PROBLEMS:
            for match in pattern.finditer(content):
                self.report(self.find(match[0]), rule, matter)
            self.line, self.column = start
        for match in IN_TEXT.finditer(content):
            self.other_dialect(str(match.lastgroup), match[str(match.lastgroup)])
        self.line, self.column = start
        for hidden in () if is_visible(content) else HIDDEN.findall(content):
            self.report(self.find("&"), "hidden-character", "as-code", code=f"{ord(hidden):04X}")
        self.line, self.column = start
        place = self.find(content, reach=1)
        self.piece(content, place, self.column - place[1])

    def other_dialect(self, matter: str, written: str) -> None:
        """Report syntax of another dialect of Markdown, with its correction if there is one."""
        place, meant = self.find(written), ""
        if matter == "wide":
            meant = f"**{written.strip('* ')}**"
        elif matter == "spaced":
            meant = written.replace("] (", "](")
        elif matter == "span":
            meant = written[1:].partition("]")[0]
        elif matter == "reversed" and written.endswith("]"):
            words, _, target = written[1:-1].partition(")[")
            meant = f"[{words}]({target})"
        elif matter == "wiki" and not self.is_read_by_pelican:
            name, _, words = written.strip("[]").partition("|")
            target = self.find_entry(name) or self.find_entry(make_slug(name))
            matter, meant = ("wiki-known", f"[{words or name}]({target})") if target else (matter, "")
        if meant:
            self.result.link_corrections.append((written, meant, *self.in_file(*place)))
        self.report(place, "nearly-markup", matter, meant=meant)

    def link(self, token: Token, openings: Sequence[str], start: Place) -> None:
        """Set the address of a link, which begins at ``start``, or remove it when it is not allowed."""
        href = str(token.attrs.pop("href", ""))
        token.attrs.pop("title", None)
        target = unquote(href)
        place = self.find_after(openings, (target, href)) or start
        address = self.judge(href, target, place)
        if address:
            token.attrs["href"] = address

    def bare_link(self, token: Token, written: str) -> None:
        """Set the address of a link that was made of a bare address."""
        href = str(token.attrs.pop("href"))
        address = self.judge(href, unquote(href), self.peek(written, reach=1) or (self.line, self.column))
        if address:
            token.attrs["href"] = address

    def judge(self, href: str, target: str, place: Place) -> str:
        """Return the address of a link in HTML, ``""`` when it is refused; ``target`` is ``href`` unquoted."""
        if self.is_read_by_pelican and target.startswith(_FILENAME):
            parts = urlsplit(target.removeprefix(_FILENAME))
            return self.entry_link(target, parts.path, parts.fragment, place)
        if _PELICAN_PATH.search(target):
            return self.refuse(place, "pelican-path", "here")
        if not target:
            return self.refuse(place, "broken-link", "no-address")
        if target.startswith("#"):
            self.fragments.append((target[1:], place))
            return target
        if meant := self.correct_target(target):
            self.result.link_corrections.append((target, meant, *self.in_file(*place)))
            return self.refuse(place, "broken-link", "meant", target=target, meant=meant)
        return self.judge_address(href, target, place)

    def judge_address(self, href: str, target: str, place: Place) -> str:
        try:
            parts = urlsplit(target)
        except ValueError:
            return self.refuse(place, "unsafe-link", "no-address", target=target)
        if parts.scheme in ("http", "https") and not is_url(href):
            return self.refuse(place, "unsafe-link", "no-address", target=target)
        if parts.scheme in ("http", "https"):
            return self.web_link(href, place)
        if parts.scheme == "mailto" and is_mailbox(target.removeprefix("mailto:")):
            return target
        if _LOCAL.match(target):
            return self.refuse(place, "unsafe-link", "local")
        if parts.scheme or parts.netloc or target.startswith(("/", "\\")):
            return self.refuse(place, "unsafe-link", "other", target=target)
        if self.is_read_by_pelican:
            return self.refuse(place, "pelican-path", "missing", target=target)
        return self.entry_link(target, parts.path, parts.fragment, place)

    def correct_target(self, target: str) -> str:
        """Return the correction of a link to a mailbox, site or file, ``""`` when it is right or unclear."""
        if is_mailbox(target):
            return f"mailto:{target}"
        if len(self.result.diagnostics) >= MOST_SHOWN or re.match(
            r"https?://|mailto:|ftp:|javascript:|data:|file:", target
        ):
            return ""
        file, hash_sign, fragment = target.replace("\\", "/").partition("#")
        resolved = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), file))
        if resolved in self.known_paths or self.renamed_link(resolved):
            is_right = "\\" not in target and not self.is_read_by_pelican
            return "" if is_right else self.link_to(resolved) + hash_sign + fragment
        if not file.endswith(".md") and (address := read_address(target)):
            return address
        return self.find_entry(file) + hash_sign + fragment if self.find_entry(file) else ""

    def find_entry(self, written: str) -> str:
        """Return how to write a link to the one entry with this path on the site, file or name, ``""`` for none."""
        *folders, stem = written.strip("/").removesuffix(".md").removesuffix(".html").split("/")
        folder = FOLDER_NAMES.get(folders[-1], folders[-1]) if folders and folders[-1] != ".." else ""
        end = f"/{folder}/{stem}.md" if folder else f"/{stem}.md"
        found = [path for path in self.known_paths if path.endswith(end)] if stem else []
        return self.link_to(found[0]) if len(found) == 1 else ""

    def web_link(self, address: str, place: Place) -> str:
        meant = read_address(address)
        if meant and meant != address:
            self.report(place, "untidy-address", meant=meant)
        self.result.web_links.append((address, *self.in_file(*place)))
        return address

    def entry_link(self, target: str, file: str, fragment: str, place: Place) -> str:
        resolved = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), file))
        if not resolved.startswith(f"{_CONTENT}/"):
            return self.refuse(place, "outside-link", target=target)
        if resolved not in self.known_paths and (now := self.renamed_link(resolved)):
            now += f"#{fragment}" if fragment else ""
            self.result.link_corrections.append((target, now, *self.in_file(*place)))
            return self.refuse(place, "broken-link", "moved", target=target, now=now)
        if resolved not in self.known_paths:
            hint = self.hint(resolved) if len(self.result.diagnostics) < MOST_SHOWN else ""
            return self.refuse(place, "broken-link", "no-file", target=target, hint=hint)
        if not resolved.endswith(".md"):
            return self.refuse(place, "broken-link", "no-page", target=target)
        self.result.entry_links.append((resolved, fragment, *self.in_file(*place)))
        entry = resolved.removeprefix(f"{_CONTENT}/").removesuffix(".md")
        return _ENTRY + entry + (f"#{fragment}" if fragment else "") + _ENTRY

    def refuse(self, place: Place, rule: str, matter: str = "", /, **values: str) -> str:
        """Report a link, and return no address for it."""
        self.report(place, rule, matter, **values)
        return ""

    def renamed_link(self, resolved: str) -> str:
        """Return how to write a link to the file that had this path before, ``""`` when none had."""
        now = self.known_paths.renamed.get(resolved, "") if isinstance(self.known_paths, ContentPaths) else ""
        return self.link_to(now) if now else ""

    def link_to(self, path: str) -> str:
        """Return the target of a link from this file to another one."""
        before = _FILENAME if self.is_read_by_pelican else ""
        return before + posixpath.relpath(path, posixpath.dirname(self.path))

    def hint(self, resolved: str) -> str:
        """Return a suggestion: the entry with the most similar name, preferably in the same folder."""
        folder, _, name = resolved.removesuffix(".md").rpartition("/")
        stems = {path.removesuffix(".md").rpartition("/")[2]: path for path in self.known_paths if path.endswith(".md")}
        stems |= {stem: f"{folder}/{stem}.md" for stem in stems if f"{folder}/{stem}.md" in self.known_paths}
        near = suggest_nearest(name, stems)
        elsewhere = f" Of hoort dat bestand in {folder}/?" if near == name else ""
        if not near:
            return " Heeft het nu een andere naam? Zet die in de link. Is het weg? Haal de link weg."
        return f" Bedoelde u “{self.link_to(stems[near])}”?{elsewhere}"

    def enter(self, token: Token) -> None:
        """Start searching at the block of a token; the cells of a row are one block."""
        start, end = token.map or self.block
        if (start, end) != self.block:
            self.block = (start, end)
            self.line, self.column = start, 0

    def peek(self, words: str, reach: int = _REACH) -> Place | None:
        """Return the next position of the words in the block."""
        for line in range(self.line, min(self.line + reach, self.block[1], len(self.lines))):
            start = self.column if line == self.line else 0
            column = self.lines[line].find(words, start, start + _WIDTH + len(words))
            if column >= 0:
                return line, column
        return None

    def find(self, words: str, reach: int = _REACH) -> Place:
        """Return the next position of the words and move past them; if there is none, return the current position."""
        place = self.peek(words, reach)
        if place is None:
            return self.line, self.column
        self.line, self.column = place[0], place[1] + len(words)
        return place

    def find_after(self, openings: Sequence[str], spellings: Sequence[str]) -> Place | None:
        """Return the position of an address: of its first spelling, or else of what follows an opening."""
        found = [
            (place, -len(spelling), opening)
            for opening in openings
            for spelling in (*spellings, "")
            if (place := self.peek(opening + spelling))
        ]
        if not found:
            return None
        (line, column), length, opening = min(found)
        self.line, self.column = line, column + len(opening) - length
        return line, column + len(opening)

    def report(self, place: Place, rule: str, matter: str = "", /, **values: str) -> None:
        values["forms"] = get_rule("broken-link").say("forms")
        self.result.diagnostics.append(diagnose(self.path, *self.in_file(*place), rule, matter, **values))

    def in_file(self, line: int, column: int) -> Place:
        return line + self.first_line, column + 1
