"""The steps of a repair, each from the text of a file to the same text with one kind of error corrected."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import unescape
from itertools import takewhile, zip_longest
from operator import itemgetter

from markdown_it import MarkdownIt
from pydantic import BaseModel

from mvo_catalogue.domain.entries import SECTION_ORDER
from mvo_catalogue.domain.names import make_slug
from mvo_catalogue.domain.normalise import read_address
from mvo_catalogue.domain.patterns import HIDDEN, ODD_SPACE, quote
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.near_misses import correct_markup
from mvo_catalogue.reading.yaml_typos import NOT_WRITTEN, find_typos, list_keys
from mvo_catalogue.reading.yaml_values import read_yaml
from mvo_catalogue.schema.corrections import correct_values
from mvo_catalogue.schema.references import KnownSlugs
from mvo_catalogue.schema.tree import build_fields, find_headings, walk_values
from mvo_catalogue.validation.context import HEADING_ALONE

_FENCE = "---"
_WITHOUT_WIDTH = re.compile("[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Hidden characters that can be removed without joining two words; the reader ignores them as well."""
_NEAR = 5
"""How many lines around a wrongly indented one are considered."""
_TAB_WIDTHS = (2, 4, 8)
_STRONG = re.compile(r"\*\*([^\s*](?:[^*]*[^\s*])?)\*\*")
_LINK_BEFORE = re.compile(r"(?<!!)\[([^\[\]]*)\]\(<?$")
_LINK_AFTER = re.compile(r">?(?:[ \t]+(?:\"[^\"]*\"|'[^']*'))?[ \t]*\)")
_ADDRESS = re.compile(r"https?://[^\s<>“”\"|`]+")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]+)\]:[ \t]+(\S.*)")
_ADDED = re.compile(r"\+(?:\s+\S|[a-z_]+:)")
"""An added line of a diff."""
_UNDERLINE = re.compile(r" {0,3}(?:-+|=+)[ \t]*")


@dataclass(frozen=True, slots=True)
class Document:
    """A file with front matter: its two fences, the lines between them and the lines after them."""

    opening: str
    fields: list[str]
    closing: str
    body: list[str]

    @property
    def text(self) -> str:
        """Return the whole file."""
        return "\n".join((self.opening, *self.fields, self.closing, *self.body))


def in_document(change: Callable[[Document], Document], text: str) -> str:
    """Return the text of a file after a change of its document; a text without front matter stays as it is."""
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


def without_hidden(text: str) -> str:
    """Return the text without meaningless characters of no width."""
    return _WITHOUT_WIDTH.sub("", text)


def one_final_newline(text: str) -> str:
    """Return the text with exactly one line end after its last line."""
    return re.sub(r"[ \t\n]*\Z", "", text) + "\n"


def trim_lines(text: str) -> str:
    """Return the text without spaces at the end of any line."""
    return "\n".join(line.rstrip(" \t") for line in text.split("\n"))


def trim_fields(document: Document) -> Document:
    """Return the file without spaces at the end of lines of front matter."""
    opening, *fields, closing = (line.rstrip(" \t") for line in (document.opening, *document.fields, document.closing))
    return Document(opening, fields, closing, document.body)


def trim_body(document: Document) -> Document:
    """Return the file without spaces at the end of lines of the body, except in code and in hard line breaks."""
    lines = document.body
    code = _code_lines(lines)
    trimmed = [
        line if number in code or _breaks(line, following) else line.rstrip(" \t")
        for number, (line, following) in enumerate(zip_longest(lines, lines[1:], fillvalue=""))
    ]
    return replace(document, body=trimmed)


def _code_lines(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines of a text, from 0, that are code."""
    return {
        number
        for token in MarkdownIt("commonmark").parse("\n".join(lines))
        if token.type in ("fence", "code_block") and token.map
        for number in range(*token.map)
    }


def _breaks(line: str, following: str) -> bool:
    """Return whether the spaces at the end of a line are a hard line break."""
    return bool(line.strip()) and line.endswith("  ") and bool(following.strip())


def spaces_for_tabs(document: Document) -> Document:
    """Return the file with spaces for tabs in the indentation of front matter.

    All widths of a tab with which the values can be read must give the same values.
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
    rest = line.lstrip(" \t-")
    return re.sub(r"-\s*\t\s*", "- ", line.removesuffix(rest)).replace("\t", " " * width) + rest


def indentations(fields: Sequence[str], start: int) -> Iterator[list[str]]:
    """Yield the lines of front matter with a line, and perhaps some after it, indented differently.

    The first of them may be the next item of its list.
    """
    if not 0 < start < len(fields) or not fields[start].strip():
        return
    own = _width(fields[start])
    above = {_width(fields[line]) for line in range(max(0, start - _NEAR), start) if fields[line].strip()}
    for stop in range(start + 1, min(start + _NEAR, len(fields)) + 1):
        if fields[stop - 1].strip() and _width(fields[stop - 1]) < own:
            return
        block = fields[start:stop]
        for width in sorted({0, 2, 4, *above, *(one + 2 for one in above)} - {own}):
            yield [
                *fields[:start],
                *(" " * (width - own + _width(line)) + line.lstrip(" ") for line in block),
                *fields[stop:],
            ]
        if own > 1 and stop == start + 1:
            yield [*fields[:start], f"{' ' * (own - 2)}- {fields[start].lstrip(' ')}", *fields[stop:]]


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def without_typos(document: Document) -> Document:
    """Return the file with the typos in its front matter corrected that have one correction."""
    fields = [line[1:] if _ADDED.match(line) else line for line in document.fields]
    for typo in find_typos(fields):
        if typo.corrected is not None and typo.matter not in NOT_WRITTEN:
            fields[typo.line] = typo.corrected
    return replace(document, fields=fields)


def whole_lists(document: Document) -> Document:
    """Return the file with two lists under the same key joined."""
    fields = list(document.fields)
    for key in list_keys():
        starts = [number for number, line in enumerate(fields) if re.match(rf"{key}[ \t]*:(?:\s|$)", line)]
        for start in starts[:0:-1]:
            first, second = _points(fields, starts[0]), _points(fields, start)
            if first and second and start >= starts[0] + len(first):
                margin = _width(first[1])
                moved = [" " * (margin + _width(line) - _width(second[1])) + line.lstrip(" ") for line in second[1:]]
                del fields[start : start + _height(fields, start)]
                fields[starts[0] : starts[0] + _height(fields, starts[0])] = [*first, *moved]
    return replace(document, fields=fields)


def _height(fields: Sequence[str], start: int) -> int:
    """Return the number of lines of a field, without empty lines and comments below it."""
    below = list(takewhile(lambda line: re.match(r"\s|-\s|#|$", line), fields[start + 1 :]))
    while below and not below[-1].partition("#")[0].strip():
        below.pop()
    return 1 + len(below)


def _points(fields: Sequence[str], start: int) -> list[str]:
    """Return the lines of a list (or single word) from its key on, none for another value."""
    lines = list(fields[start : start + _height(fields, start)])
    key, _, word = lines[0].partition(":")
    if len(lines) == 1 and re.match(r"\s+[\w\"']", word):
        return [f"{key}:", f"  -{word}"]
    is_list = not word.strip() and len(lines) > 1 and re.match(r"\s*-\s", lines[1])
    margin = _width(lines[1]) if is_list else 0
    return lines if is_list and all(_width(line) >= margin or not line.strip() for line in lines[1:]) else []


def exact_values(document: Document, model: type[BaseModel], known: KnownSlugs) -> Document:
    """Return the file with all corrections of keys and values.

    Bold marks are removed from fields, which show them literally.
    """
    fields = list(document.fields)
    values = read_yaml("\n".join(fields))
    schema = build_fields(model)
    changes = [
        (values.places.find(item.path, of_key=item.of_key), item.written, item.corrected)
        for item in correct_values(schema, values.data, known).found
    ]
    for path, field, value in walk_values(schema, values.data):
        plain = plain_text(value) if field.is_free_text and isinstance(value, str) else value
        if plain != value:
            changes.append((values.places.find(path), value, plain))
    for (line, column), written, corrected in sorted(changes, key=lambda change: change[0], reverse=True):
        before, rest = fields[line - 1][: column - 1], fields[line - 1][column - 1 :]
        if not written:
            fields[line - 1] = _as_item(before, rest)
            continue
        if written == "-":
            fields[line - 1] = before.replace("-", " ", 1) + rest
            continue
        for form in (written, f'"{written}"', f"'{written}'"):
            after = rest.removeprefix(form)
            if rest.startswith(form) and re.match(r"\s*(?:$|[:,}\]]|\s#)", after):
                fields[line - 1 : line] = _put(before, form, corrected, after)
                break
    return replace(document, fields=fields)


def plain_text(text: str) -> str:
    """Return the text of a field without bold marks and odd spaces, and with tidy addresses."""
    text = re.sub(r"(?<=\w)[,;]$", "", text)
    return ODD_SPACE.sub(" ", _STRONG.sub(r"\1", _tidy(text) if "://" in text else text))


def tidy_addresses(document: Document) -> Document:
    """Return the file with tidy addresses in its body, except in code."""
    return replace(document, body=_outside_code(document.body, _tidy))


def _tidy(text: str) -> str:
    return _ADDRESS.sub(lambda match: _tidy_address(unescape(match[0])), text)


def _tidy_address(found: str) -> str:
    """Return a tidy address, with the punctuation that followed it."""
    address = found.rstrip("*_~.,;:!?")
    while address.endswith((")", "]")) and address.count(address[-1]) > address.count("(["[address[-1] == "]"]):
        address = address[:-1].rstrip("*_~.,;:!?")
    return (read_address(address) or address) + found[len(address) :]


def plain_spaces(document: Document) -> Document:
    """Return the file with ordinary spaces, except in code."""
    plain = partial(ODD_SPACE.sub, " ")
    return replace(document, fields=list(map(plain, document.fields)), body=_outside_code(document.body, plain))


def _outside_code(lines: Sequence[str], change: Callable[[str], str]) -> list[str]:
    code = _code_lines(lines)
    return [line if number in code else change(line) for number, line in enumerate(lines)]


def _put(before: str, form: str, corrected: str | list[str], after: str) -> list[str]:
    """Return a line with the corrected value in place of the written one, or the lines of a list."""
    if isinstance(corrected, str):
        lead = re.sub(r"\S.*", "", before)
        return f"{before}{corrected}{after}".replace(" \n", "\n").replace("\n", f"\n{lead}").split("\n")
    if before.rstrip().endswith(("[", ",")):
        return [f"{before}{', '.join(corrected)}{after}"]
    if before.rstrip().endswith("-"):  # one item that is several
        return [*(f"{before}{item}" for item in corrected[:-1]), f"{before}{corrected[-1]}{after}"]
    if not before.strip():  # a text on a line of its own
        return [*(f"{before}- {item}" for item in corrected[:-1]), f"{before}- {corrected[-1]}{after}"]
    lead = " " * (len(before) - len(before.lstrip(" -")) + 2)
    items = [form] if len(corrected) == 1 and corrected[0] in form else corrected
    return [before.rstrip(), *(f"{lead}- {item}" for item in items[:-1]), f"{lead}- {items[-1]}{after}"]


def _as_item(before: str, rest: str) -> str:
    """Return the first line of fields as the first line of a list item."""
    if rest.startswith("{"):
        return f"{before}[{rest}]"
    return f"{before[:-2]}- {rest}" if before.endswith("  ") else before + rest


def corrected_markup(document: Document) -> Document:
    """Return the file with the near misses in its text written as the headings and lists that they are read as."""
    return replace(document, body=correct_markup("\n".join(document.body)).lines)


def footnotes_in_brackets(document: Document) -> Document:
    """Return the file with footnotes of one line, to which the text refers once, between brackets in the sentence."""
    body = list(document.body)
    for number, line in enumerate(document.body):
        note = _FOOTNOTE.fullmatch(line)
        if note and "\n".join(body).count(f"[^{note[1]}]") == 2:
            body[number] = ""
            mark = re.compile(rf"([.,;:!?]?) ?\[\^{re.escape(note[1])}\]")
            words = note[2].removesuffix(".")
            body = [mark.sub(lambda match, words=words: f" ({words}){match[1]}", text) for text in body]  # type: ignore[misc]
    return replace(document, body=body)


def correct_links(document: Document, path: str, known_paths: Collection[str], *, unlink: bool = False) -> Document:
    """Return the file with every correction of a link, such as one to the former name of a file.

    With ``unlink`` only the words of such a link stay, where it is written in one piece on a line.
    """
    body = list(document.body)
    links = read_markdown("\n".join(body), path, 1, known_paths).link_corrections
    for target, now, line, column in sorted(links, key=itemgetter(2, 3), reverse=True):
        before, rest = body[line - 1][: column - 1], body[line - 1][column - 1 :]
        whole = _LINK_BEFORE.search(before), _LINK_AFTER.match(rest.removeprefix(target))
        if unlink and rest.startswith(target) and whole[0] and whole[1]:
            start, words = whole[0].start(), whole[0][1]
            body[line - 1] = before[:start] + words + rest.removeprefix(target)[whole[1].end() :]
        elif not unlink and rest.startswith(target):
            body[line - 1] = before + now + rest[len(target) :]
        elif not unlink:  # a link definition below the text
            definition = re.compile(rf"( {{0,3}}\[[^\]]+\]:[ \t]*<?){re.escape(target)}(?=[>\s]|$)")
            body = [definition.sub(rf"\g<1>{now}", text) for text in body]
    return replace(document, body=body)


def exact_headings(document: Document) -> Document:
    """Return the file with misspelt fixed headings of a practice corrected."""
    body = list(document.body)
    missing = {name for name in SECTION_ORDER if f"## {name}" not in (line.rstrip() for line in body)}
    for number, line in enumerate(body):
        alone = HEADING_ALONE.fullmatch(line.strip())
        name = alone[1].capitalize() if alone else find_headings().get(make_slug(line) if line[:1] == "#" else "", "")
        if name in missing:
            body[number] = f"## {name}"
            if number + 1 < len(body) and _UNDERLINE.fullmatch(body[number + 1]):
                body[number + 1] = ""
            missing.remove(name)
    return replace(document, body=body)


def title_as_field(document: Document, key: str) -> Document:
    """Return the file with a first heading of level 1 as the title field, when that is missing."""
    number = next((number for number, line in enumerate(document.body) if line.strip()), 0)
    title = re.fullmatch(r"# +(\S.*?)[ #]*", document.body[number]) if document.body else None
    if not title or any(re.match(rf"{key}[ \t]*:", line) for line in document.fields):
        return document
    return replace(document, fields=[f"{key}: {quote(title[1])}", *document.fields], body=document.body[number + 1 :])
