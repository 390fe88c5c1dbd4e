"""The steps of a repair, each from the text of a file to the same text with one kind of slip mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from itertools import zip_longest
from operator import itemgetter

from markdown_it import MarkdownIt
from pydantic import BaseModel

from mvo_catalogue.domain.entries import SECTION_ORDER
from mvo_catalogue.domain.names import make_anchor
from mvo_catalogue.domain.patterns import HIDDEN
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.nearly import read_meant
from mvo_catalogue.reading.slips import find_slips, is_almost_fence
from mvo_catalogue.reading.yaml_values import read_yaml
from mvo_catalogue.schema.references import KnownSlugs
from mvo_catalogue.schema.tree import Field, build_fields, walk_values

_FENCE = "---"
_BYTE_ORDER_MARK = "\ufeff"
_WITHOUT_WIDTH = re.compile("[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Hidden characters that can go without two words becoming one; the reader leaves them out as well."""
_TAB_WIDTHS = (2, 4, 8)
_CURLY = re.compile(r"[“”„‘’]([^“”„‘’]+)[“”‘’]")
_STRONG = re.compile(r"\*\*([^\s*](?:[^*]*[^\s*])?)\*\*")
_LINK_BEFORE = re.compile(r"(?<!!)\[([^\[\]]*)\]\(<?$")
_LINK_AFTER = re.compile(r">?(?:[ \t]+(?:\"[^\"]*\"|'[^']*'))?[ \t]*\)")
_HEADING = re.compile(r"(##[ \t]+)(\S.*?)([ \t]*)")


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a file with front matter, between and after its two fences."""

    opening: str
    fields: list[str]
    closing: str
    body: list[str]

    @property
    def text(self) -> str:
        """Return the whole file."""
        return "\n".join((self.opening, *self.fields, self.closing, *self.body))


def in_document(change: Callable[[Document], Document], text: str) -> str:
    """Return the text after a change of the document that it is; a text without front matter stays as it is."""
    document = read_document(text)
    return text if document is None else change(document).text


def read_document(text: str) -> Document | None:
    """Return the text as a document, ``None`` for one without front matter."""
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE][:2]
    if len(fences) < 2 or fences[0] != 0:
        return None
    end = fences[1]
    return Document(lines[0], lines[1:end], lines[end], lines[end + 1 :])


def plain_line_ends(text: str) -> str:
    r"""Return the text without byte order mark and with ``\n`` at the end of each line."""
    return text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def without_hidden(text: str) -> str:
    """Return the text without characters that have no width and no meaning here."""
    return _WITHOUT_WIDTH.sub("", text)


def one_final_newline(text: str) -> str:
    """Return the text with exactly one line end after the last line that says something."""
    return re.sub(r"[ \t\n]*\Z", "", text) + "\n"


def trim_lines(text: str) -> str:
    """Return the text without spaces at the end of any line."""
    return "\n".join(line.rstrip(" \t") for line in text.split("\n"))


def trim_fields(document: Document) -> Document:
    """Return the file without spaces at the end of lines of front matter."""
    opening, *fields, closing = (line.rstrip(" \t") for line in (document.opening, *document.fields, document.closing))
    return Document(opening, fields, closing, document.body)


def trim_body(document: Document) -> Document:
    """Return the file without spaces at the end of lines of text; in code and before a line break they stay."""
    lines = document.body
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
    return replace(document, body=trimmed)


def _breaks(line: str, following: str) -> bool:
    """Return whether the spaces at the end of a line are a line break, which Markdown writes that way."""
    return bool(line.strip()) and line.endswith("  ") and bool(following.strip())


def spaces_for_tabs(document: Document) -> Document:
    """Return the file with spaces for the tabs that lines of front matter begin with.

    Every width of a tab with which the values can be read has to give the same ones.
    """
    readable = []
    for width in _TAB_WIDTHS:
        fields = [_indent(line, width) for line in document.fields]
        values = read_yaml(HIDDEN.sub("", "\n".join(fields)))
        if values.is_usable:
            readable.append((values.data, fields))
    is_certain = readable and all(data == readable[0][0] for data, _ in readable)
    return replace(document, fields=readable[0][1]) if is_certain else document


def _indent(line: str, width: int) -> str:
    rest = line.lstrip(" \t")
    return line.removesuffix(rest).replace("\t", " " * width) + rest


def without_slips(text: str) -> str:
    """Return the text with the slips in its front matter mended of which it is certain what was meant."""
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE]
    ends += [number for number, line in enumerate(lines[1:], 1) if is_almost_fence(line)]
    if not ends:
        return text
    lines[0], lines[ends[0]] = (_FENCE if is_almost_fence(line) else line for line in (lines[0], lines[ends[0]]))
    for slip in find_slips(lines[1 : ends[0]]):
        lines[slip.line + 1] = lines[slip.line + 1] if slip.mended is None else slip.mended
    return "\n".join(lines)


def exact_values(document: Document, model: type[BaseModel], known: KnownSlugs) -> Document:
    """Return the file with every slug and choice that exists under one other spelling written as it is.

    A text loses the stars that would make a word bold elsewhere, and are shown in a field.
    """
    fields = list(document.fields)
    values = read_yaml("\n".join(fields))
    written_values = list(walk_values(build_fields(model), values.data))
    for path, field, value in sorted(written_values, key=lambda item: values.place(item[0]), reverse=True):
        better = _spelling(field, value, known)
        line, column = values.place(path)
        before, rest = fields[line - 1][: column - 1], fields[line - 1][column - 1 :]
        forms = (value, f'"{value}"', f"'{value}'")
        written = next((written for written in forms if rest.startswith(written)), None)
        if better is not None and written is not None:
            better = written.replace(value, better) if field.is_free_text else better
            fields[line - 1] = before + better + rest[len(written) :]
    return replace(document, fields=fields)


def _spelling(field: Field, value: str, known: KnownSlugs) -> str | None:
    """Return the one right spelling of a value that is not right, if there is one."""
    if field.reference is not None:
        return None if known.has(field.reference, value) else _only(value, known.targets(field.reference))
    choices = [choice.value for choice in field.every_choice]
    if value in choices:
        return None
    curly = None if field.is_free_text else _CURLY.fullmatch(value)
    plain = _STRONG.sub(r"\1", value) if field.is_free_text else value
    return _only(value, choices) or (curly[1].strip() if curly else None) or (plain if plain != value else None)


def _only(word: str, known: Collection[str]) -> str | None:
    same = [slug for slug in known if make_anchor(slug) == make_anchor(word)]
    return same[0] if len(same) == 1 else None


def meant_markup(document: Document) -> Document:
    """Return the file with the text written as it is read: what nearly is a heading or a list is one."""
    return replace(document, body=read_meant("\n".join(document.body)).lines)


def moved_links(document: Document, path: str, known_paths: Collection[str], *, unlink: bool = False) -> Document:
    """Return the file with every link to a former name of a file written with the name of now.

    With ``unlink`` of such a link only its words stay, where it is written in one piece on a line.
    """
    body = list(document.body)
    links = read_markdown("\n".join(body), path, 1, known_paths).moved_links
    for target, now, line, column in sorted(links, key=itemgetter(2, 3), reverse=True):
        before, rest = body[line - 1][: column - 1], body[line - 1][column - 1 :]
        whole = _LINK_BEFORE.search(before), _LINK_AFTER.match(rest.removeprefix(target))
        if unlink and rest.startswith(target) and whole[0] and whole[1]:
            start, words = whole[0].start(), whole[0][1]
            body[line - 1] = before[:start] + words + rest.removeprefix(target)[whole[1].end() :]
        elif not unlink and rest.startswith(target):
            body[line - 1] = before + now + rest[len(target) :]
        elif not unlink:  # written below the text, under the name of the link
            definition = re.compile(rf"( {{0,3}}\[[^\]]+\]:[ \t]*<?){re.escape(target)}(?=[>\s]|$)")
            body = [definition.sub(rf"\g<1>{now}", text) for text in body]
    return replace(document, body=body)


def exact_headings(document: Document) -> Document:
    """Return the file with the four fixed headings written as they are."""
    body = list(document.body)
    found = {number: match for number, line in enumerate(body) if (match := _HEADING.fullmatch(line))}
    anchors = [make_anchor(heading) for heading in {match[2] for match in found.values()}]
    for number, match in found.items():
        fixed = _only(match[2], SECTION_ORDER)
        if fixed and anchors.count(make_anchor(fixed)) == 1:
            body[number] = match[1] + fixed + match[3]
    return replace(document, body=body)
