"""Typos in YAML that people overlook: why a line that looks right cannot be read, and how to correct it.

libyaml says where it stopped; that is seldom where the typo is, and never what it is. So every line is looked at by
itself: an odd space or dash, a quote that closes too early, a text that begins with a character that YAML reserves.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import yaml

from mvo_catalogue.domain.patterns import ITEM_MARK, LIST_MARKS, ODD_SPACE, quote
from mvo_catalogue.schema.tree import walk_all_fields

REMARK = re.compile(r"\s*(?://|/\*|<!--|;|--\s)")
"""How comments begin in other languages than YAML."""
_FENCE = re.compile(rf"\s*(?:--|-{{4,}}|[-{LIST_MARKS}]*[\u2010-\u2015\u2212][-{LIST_MARKS}]*|\.{{3}}|…)\s*")
_PREFIX = re.compile(r"\s*(?:-\s+)*(?:[^\W\d]\w*:(?:\s+|$))?")
_KEY_SPACES = re.compile(r"\s*(?:-\s+)?[a-z_]+\s*:\s*")
_MARK = re.compile(rf"(\s*)((?!-){ITEM_MARK.pattern})\s+(?=\S)")
_TABBED = re.compile(r"(\s*(?:- *)*-) *\t\s*|\s*\t")
_TIGHT_DASH = re.compile(r"\s*(-)(?=[^\W\d])")
_GLUED = re.compile(r"(\s*(?:- +)*)((?!mailto\b|https?\b|tel\b)[a-z_]+)(?::(?=[^\s:])|\uff1a\s*)")
_KEY_MARK = re.compile(
    rf"(\s*)((?![-+])(?:>|{ITEM_MARK.pattern})\s+|\|\s*)([a-z_]+)\s*(?::\s+|\|\s*)(\S.*?)(?:\s*\|)?\s*", re.IGNORECASE
)
"""A key with the mark of a list, a quotation or a table before it."""
_STARRED = re.compile(r"(\s*(?:- +)?)([*_]{1,3})([^\W\d][\w' -]{0,40})(?::\2|\2\s*:)(?:\s+|$)")
"""A key in bold."""
_SEPARATED = re.compile(
    r"(\s*(?:- +)?)([a-z_]+)(?:\s*[=;]>?\s*|\s*->\s*|\.[ \t]+|\t+|\s+[\u2010-\u2015-]\s+|[ \t]+(?=\S+$))(?=\S)",
    re.IGNORECASE,
)
"""A key with another sign behind it than a colon."""
_WRAPPED = re.compile(r"([\"'])(?:\1\1?)([^\"'].*[^\"'])\1\1\1?")
"""A text between more quotes than one, as a spreadsheet or a program writes it."""
_ENDED = re.compile(r"(\"[^\"\\]+\"|'[^']+')\s*([,;.])")
"""A text between quotes with a sign behind it, as in a list of a program."""
_SEVERAL = re.compile(r"(?:\"[^\"]+\"|'[^']+')(?:\s*[,;]\s*(?:\"[^\"]+\"|'[^']+'))+,?")
_TEXT = re.compile(r"\"[^\"]+\"|'[^']+'")
"""Texts between quotes behind each other, and one of them."""
_OF_JSON = re.compile(r"(\s*(?:- +)?)([\"'])([a-z_]+)\2\s*:\s*(\S.*?)\s*,?\s*")
_TWO_FIELDS = re.compile(r"(\S.*?),?\s+([a-z_]+):\s+(\S.*)")
_SHORT_YEAR = re.compile(r"'(\d\d)'?")
_LINK = re.compile(r"\[[^\[\]]+\]\(<?(https?://[^\s()<>]+)>?\)")
NOT_WRITTEN = frozenset({"link", "link-name", "nothing", "repeated"})
"""The typos that are corrected to read on, and that only a person can correct in the file."""
_BLOCK = re.compile(r"[|>][-+\d]*(?:\s+#.*)?")
_APOSTROPHE = re.compile(r"'(?:s-|[stnk] |\d)")
_CURLY = re.compile(r"[“”„‘’«][^“”„«»]*[“”‘’»]")
_WITHIN = re.compile(r"""(["'])(?:(?!\1).)*(?:(?<![^\s("'])\1|(?<=\w)(?=')\1)(?=\w)""")
"""A text between quotes in which the next one opens, or is an apostrophe: a word in it has the same ones."""
_REMARKED = re.compile(r"""(["'])(?:(?!\1).)*\1\s*[(\[–—]""")
"""A text in quotes followed by a remark: the quotes may be part of the text."""
_SIGNS = "@%`&!*[{,>|?}]"
_BRACKET_CLOSES = re.compile(r"\[[^\]]*\]\s*[^\s,#\]]|\{[^}]*\}\s*[^\s,#}]")
_COLON = re.compile(r":(?:\s|$)")
_FIELD, _QUOTE_ENDS = re.compile(r"\s*(?:- )?[a-z_]+:(?:\s|$)"), re.compile(r"[\"']\s*$")
_MOST_WRAPPED = 20
"""A text between quotes has no more lines than this."""
_LONGEST = 2_000
_LONGEST_FENCE = 100


@dataclass(frozen=True, slots=True)
class Typo:
    """A typo on a line, at a column (both from 0): which message of yaml-syntax it gets, and the ``sign`` to blame.

    ``corrected`` is the line as it should be, ``None`` when it may be several. YAML can read one that is not ``fatal``.
    """

    line: int
    column: int
    matter: str
    sign: str
    corrected: str | None
    is_fatal: bool = True
    is_of_marks: bool = False
    """Whether only the marks around the value are wrong, so that the value itself can be used."""


def is_almost_fence(line: str) -> bool:
    """Return whether a line was probably meant as the three dashes around the front matter."""
    return len(line) <= _LONGEST_FENCE and _FENCE.fullmatch(line) is not None


def find_quoted(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines (from 0) that continue a text between quotes from above, however they are indented."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        prefix = _PREFIX.match(line)
        start = prefix.end() if prefix else 0
        mark = line[start : start + 1]
        if number in found or not mark or mark not in "\"'" or line.count(mark, start) != 1:
            continue
        for last, below in enumerate(lines[number + 1 : number + _MOST_WRAPPED], number + 1):
            if not below.strip() or _FIELD.match(below) or (mark in below and not _QUOTE_ENDS.search(below)):
                break
            if mark in below:
                found.update(range(number + 1, last + 1) if below.count(mark) == 1 else ())
                break
    return frozenset(found)


def find_typos(lines: Sequence[str]) -> Iterator[Typo]:
    """Yield the first typo of every line of front matter, as far as lines can be told apart from running text."""
    block, holder, quoted = -1, "", find_quoted(lines)
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if number in quoted or not line.strip() or line.lstrip().startswith("#") or -1 < block < indent:
            continue
        following = lines[number + 1] if number + 1 < len(lines) else ""
        prefix = _PREFIX.match(line)
        holder = line.partition(":")[0] if line[:1].isalpha() else holder
        start = prefix.end() if prefix else 0
        block = indent if _BLOCK.fullmatch(line, start) else -1
        deeper = len(following) - len(following.lstrip()) > indent
        is_continued = number + 1 in quoted or (deeper and not re.match(r"\s*(?:- |#|[a-z_]+:\s|$)", following))
        before = next((above for above in reversed(lines[:number]) if above.strip()), "")
        below = next((under for under in lines[number + 1 :] if under.strip()), "")
        typo = _typo_before_key(number, line, before) or _typo_of_marks(number, line, start, below)
        if typo:
            yield replace(typo, is_of_marks=True)
        elif typo := (
            _typo_of_two(number, line[:start], line[start:].rstrip())
            or _typo_of_link(number, line[:start], line[start:].rstrip(), holder)
            or _typo_of_whole(number, line[:start], line[start:].rstrip(), is_continued=is_continued)
            or _typo_of_value(number, line, start, is_continued=is_continued)
        ):
            yield typo


def _typo_before_key(number: int, line: str, before: str) -> Typo | None:
    """Return the typo of a mark or quote before the key of a line, unless it is the mark of an item of a list."""
    if (json := _OF_JSON.fullmatch(line)) and json[3] in _known_keys() and _fails(line.strip()):
        return Typo(number, json.start(2), "json-line", json[3], f"{json[1]}{json[3]}: {json[4]}")
    found = _KEY_MARK.fullmatch(line)
    if not found or found[3].lower() not in _known_keys():
        return None
    mark, above = found[2][0], before.strip()
    is_item = above[:1] in ("-", mark) or (above.endswith(":") and not is_inner_key(above[:-1], found[3].lower()))
    if is_item and mark not in ">|":
        return None
    return Typo(number, found.start(2), "key-mark", found[2].strip(), f"{found[1]}{found[3].lower()}: {found[4]}")


def _typo_of_marks(number: int, line: str, start: int, following: str) -> Typo | None:
    """Return the typo before the value: in a space, a dash or a colon."""
    if remark := REMARK.match(line):
        return Typo(number, 0, "remark", "", f"# {re.sub(r'(?:-->|[*]/)?[ ]*$', '', line[remark.end() :]).strip()}")
    if is_almost_fence(line):
        goes_on = following.partition(":")[0].strip("\"'") in _known_keys()
        return Typo(number, 0, "fence", line.strip(), "" if goes_on else "---")
    if tabbed := _TABBED.match(line):
        corrected = f"{tabbed[1]} {line[tabbed.end() :]}" if tabbed[1] and "\t" not in tabbed[1] else None
        return Typo(number, line.index("\t"), "tab", "", corrected)
    before = max(start, key.end() if (key := _KEY_SPACES.match(line)) else 0)
    if space := ODD_SPACE.search(line, 0, before):
        corrected = ODD_SPACE.sub(" ", line[:before]) + line[before:]
        return Typo(number, space.start(), "odd-space", "", corrected)
    if starred := _STARRED.match(line):
        corrected = f"{starred[1]}{starred[3]}: {line[starred.end() :]}".rstrip()
        return Typo(number, starred.start(2), "starred-key", starred[3], corrected)
    if mark := _MARK.match(line):
        corrected = f"{ODD_SPACE.sub(' ', mark[1])}- {line[mark.end() :]}"
        return Typo(number, mark.start(2), "list-mark", mark[2], corrected)
    if dash := _TIGHT_DASH.match(line):
        return Typo(number, dash.start(1), "tight-dash", "-", f"{line[: dash.end(1)]} {line[dash.end(1) :]}")
    if (apart := _SEPARATED.match(line)) and apart[2].lower() in _known_keys():
        corrected = f"{apart[1]}{apart[2].lower()}: {line[apart.end() :]}"
        return Typo(number, apart.start(2), "no-space", apart[2], corrected)
    if glued := _GLUED.match(line):
        corrected = f"{glued[1]}{glued[2]}: {line[glued.end() :]}"
        return Typo(number, glued.end(2), "no-space", glued[2], corrected)
    return None


def _inner_key(key: str, value: str) -> str:
    """Return the key with which a value begins, when the field of the value holds a field with that key."""
    inner = value.partition(":")[0]
    return inner if f"{inner}: " in value and is_inner_key(key, inner) else ""


def is_inner_key(key: str, inner: str) -> bool:
    """Return whether a field, which is no list, holds a field with this key."""
    return (key, inner) in _inner_keys()


@cache
def _inner_keys() -> frozenset[tuple[str, ...]]:
    """Return (key, inner key) for every field inside another field that is no list."""
    return frozenset(
        (field.key, inner.key) for _, field in walk_all_fields() if field.item is None for inner in field.inner
    )


@cache
def list_keys() -> frozenset[str]:
    """Return the keys that hold a list, wherever a field of an entry has them."""
    found = [field for _, field in walk_all_fields()]
    return frozenset(field.key for field in found if field.item) - {field.key for field in found if not field.item}


@cache
def _known_keys() -> frozenset[str]:
    """Return every key that a field of an entry has."""
    return frozenset(path[-1] for path, _ in walk_all_fields())


@cache
def _formal_keys() -> frozenset[str]:
    """Return the keys whose value is not free text: quotes around it do not make it right."""
    found = [field for _, field in walk_all_fields()]
    return frozenset(field.key for field in found) - {field.key for field in found if field.is_free_text}


def _is_formal(before: str) -> bool:
    """Return whether the text before a value is such a key."""
    return before.strip(" :-") in _formal_keys()


def _typo_of_value(number: int, line: str, start: int, *, is_continued: bool) -> Typo | None:
    """Return the typo in a value; most need quotes, which is certain for a value that is whole on this line."""
    value = line[start:].rstrip()
    if not value or len(value) > _LONGEST or _BLOCK.fullmatch(value):
        return None
    cut = re.search(r"\s#", value)
    quoted = None if is_continued or cut else line[:start] + quote(value)
    first, has_key, at = value[0], line[:start].rstrip().endswith(":"), start
    fails, matter, sign = (has_key and value.startswith("? ")) or _fails(value), "", first
    if first in "\"'":
        closes = value.count(first) > 1
        if fails and _APOSTROPHE.match(value):
            matter, sign = "apostrophe", value
        elif fails and closes and first == '"' == value[-1] and value.count('"') == 2 and "\\" in value:
            inner = value[1:-1]
            matter, quoted = "escape", None if "'" in inner else f"{line[:start]}'{inner}'"
        elif fails and closes:
            matter = "half-quoted"
            is_within = quoted and first == value[-1] and _WITHIN.match(value)
            quoted = line[:start] + quote(value[1:-1]) if is_within else None if _REMARKED.match(value) else quoted
        elif fails and not is_continued and (curly := re.search("[”“’]", value)):
            matter, sign, at = "curly", curly[0], start + curly.start()
            quoted = line[:start] + quote(value[1:-1]) if quoted and curly.end() == len(value) else None
    elif first in _SIGNS:
        is_open = first in "[{" and not _BRACKET_CLOSES.match(value)
        matter = "sign" if not is_open and (fails or (has_key and first in "&!*")) else ""
    elif has_key and (colon := _COLON.search(value)):
        is_curly = _CURLY.fullmatch(value)
        matter, sign, at = ("curly" if is_curly else "colon"), first, start + colon.start()
        quoted = line[:start] + quote(value[1:-1]) if is_curly and quoted else quoted
    elif cut and is_continued:
        matter, at = "hash", start + cut.start() + 1
    is_fatal = fails if matter == "sign" else matter != "escape"  # libyaml knows the place of an escape
    return Typo(number, at, matter, sign, quoted, is_fatal, is_of_marks=_is_formal(line[:start])) if matter else None


def _typo_of_link(number: int, before: str, value: str, holder: str) -> Typo | None:
    """Return the typo of a value that is a link: a list of names should have its words, other fields its address."""
    link = _LINK.fullmatch(value)
    if not link:
        return None
    is_name = not before.strip(" -") and _is_formal(holder)
    matter, sign = ("link-name", value[1:].partition("]")[0]) if is_name else ("link", link[1])
    return Typo(number, len(before), matter, sign, before + quote(value))


def _typo_of_whole(number: int, before: str, value: str, *, is_continued: bool) -> Typo | None:
    """Return the typo in a value that cannot be a text: a placeholder, a link, a field, a year, too many quotes."""
    if value in ("-", "--", "?", "??"):
        return Typo(number, len(before), "nothing", value, before.rstrip())
    key = before.strip(" -:")
    if key and before.rstrip().endswith(":") and (again := re.match(rf"{key}\s*:\s+(?=\S)", value, re.IGNORECASE)):
        return Typo(number, len(before), "repeated", again[0].rstrip(), before + quote(value[again.end() :]))
    if value.startswith("- ") and key in list_keys():
        margin = " " * (len(before) - len(before.lstrip()) + 2)
        return Typo(number, len(before), "dash-list", key, f"{before.rstrip()}\n{margin}{value}")
    inner = "" if is_continued else _inner_key(before.strip(" :"), value)
    if inner and _fails(f"{before}{value}"):
        margin = " " * (len(before) - len(before.lstrip()) + 2)
        return Typo(number, len(before), "inner", inner, f"{before.rstrip()}\n{margin}{value}")
    if value.startswith(("'", '"')) and _fails(value):
        return _typo_of_quoted(number, before, value, is_continued=is_continued)
    return None


def _typo_of_quoted(number: int, before: str, value: str, *, is_continued: bool) -> Typo | None:
    """Return the typo in a quoted value that is not one text: several texts, a year, a row of quotes."""
    key, is_item = before.strip(" -:"), before.rstrip().endswith("-")
    if _SEVERAL.fullmatch(value) and (is_item or key in list_keys()):
        margin = before if is_item else " " * (len(before) - len(before.lstrip()) + 2) + "- "
        items = "\n".join(margin + text for text in _TEXT.findall(value))
        corrected = items if is_item else f"{before.rstrip()}\n{items}"
        return Typo(number, len(before), "several", "", corrected, is_of_marks=True)
    if year := _SHORT_YEAR.fullmatch(value):
        return Typo(number, len(before), "short-year", f"20{year[1]}", f"{before}20{year[1]}", is_of_marks=True)
    if ended := _ENDED.fullmatch(value):
        return Typo(number, len(before), "comma", ended[2], before + ended[1], is_of_marks=True)
    if wrapped := _WRAPPED.fullmatch(value):
        return Typo(number, len(before), "wrapped", value[0], before + quote(wrapped[2]), is_of_marks=True)
    is_open = value.count(value[0]) == 1 and not is_continued and not _APOSTROPHE.match(value)
    if is_open and not re.search(r"[”“]|’(?!\w)|\W’|\s#", value):
        return Typo(number, len(before), "unclosed-quote", "", f"{before}{value}{value[0]}")
    return None


def _typo_of_two(number: int, before: str, value: str) -> Typo | None:
    """Return the typo of a second field behind a value that is not free text."""
    two = _TWO_FIELDS.fullmatch(value) if _is_formal(before) else None
    if two is None or two[2] not in _known_keys():
        return None
    margin = " " * (len(before) - len(before.lstrip()))
    corrected = f"{before}{two[1]}\n{margin}{two[2]}: {two[3]}"
    return Typo(number, len(before) + two.start(2), "two-fields", two[2], corrected, is_of_marks=True)


def _fails(value: str) -> bool:
    try:
        for _ in yaml.parse(value, yaml.CSafeLoader):
            pass
    except yaml.YAMLError:
        return True
    return False
