r"""Near misses in Markdown: what people see as structure and CommonMark as text, such as ``##Kop`` or ``• punt``.

Where there is one correction, the text is read with it; the check reports it, and ``mvo check --fix`` writes it. Only
the word "stap" before a number is lost, and lines keep their numbers. A line costs time in proportion to its length: a
pattern starts at the first character, or looks no further than the next sign of its kind.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from mvo_catalogue.domain.entries import SECTION_ORDER
from mvo_catalogue.domain.patterns import LETTER, WORD
from mvo_catalogue.reading.commonmark import parse

_ODD = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_GAP = r"\s"  # a wider class takes a millisecond to compile, and other spaces are refused anyway
_LETTER = f"[{LETTER}]"
_BULLETS = "•‣◦▪▫●○■□∙·\u2043➢➤►▶→⇒❖◆★☐☑☒✓✔√✅➡👉⭐🔹🔸\uf020-\uf0ff"  # the last are from Wingdings, by Word
_DASHES = "–—―−‐－"  # noqa: RUF001  # it is about signs that look alike
_CREDIT = "—―"
"""A paragraph of one line with such a dash names the author of a quotation."""
_DIGIT = "[0-9０-９]"  # noqa: RUF001
_A_MONTH = "jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_COUNTED = "[eé]én|een|twee|drie|vier|vijf|zes|zeven|acht"
_COUNTED_WORDS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")
_LINE = re.compile(
    f"(?P<lead>{_GAP}*)(?:"
    f"(?P<heading>[#＃]{{2,6}}(?![#＃])|[#＃](?=[{_ODD}]|(?:{'|'.join(SECTION_ORDER)})$))"  # noqa: RUF001
    f"|(?P<bullet>[{_BULLETS}]\ufe0f?|[-=]{{1,2}}>(?={_GAP})|[§Øü»](?={_GAP}+{_LETTER}))"  # remains of Wingdings
    f"|(?P<dash>[{_DASHES}](?={_GAP}|{_LETTER})|o(?=\t| [A-ZÀ-Ý])|[-*+＊＋](?={_GAP})|[-+](?={_LETTER})"  # noqa: RUF001
    f"|\\*(?={_LETTER}[^*]*$)|\\\\[-*+](?={_GAP})|~(?= {_LETTER}))"
    f"|(?P<number>\\({_DIGIT}{{1,2}}\\)|\\[{_DIGIT}{{1,2}}\\](?={_GAP}{_LETTER})|"
    f"{_DIGIT}{{1,2}}(?: \\.|:)(?={_GAP}{_LETTER})|"
    f"{_DIGIT}{{1,3}}[.)．）](?={_GAP}|{_LETTER}(?![.0-9]))|[①-⑳]|[0-9]\ufe0f?\u20e3)"  # noqa: RUF001
    f"|(?P<letter>(?:{_DIGIT}{{0,2}}[a-z]|[ivx]{{2,4}})[.)]{_GAP}|[A-Z]\\){_GAP}|\\([a-zA-Z]\\))"
    rf"|(?P<bold>\*\*{_DIGIT}{{1,2}}[.):](?:\*\*(?={_GAP})|(?={_GAP}*[^\s*][^*]*\*\*)))"
    f"|(?P<run>(?:[A-Z]|[IVX]{{1,4}})\\.(?={_GAP}+[{WORD}])|{_DIGIT}{{1,2}}(?:[/°º]|\\\\[.)]|{_GAP}[{_DASHES}-])?(?={_GAP}+(?!{_A_MONTH}){_LETTER})"
    f"|{_DIGIT}{{1,2}}\\.{_DIGIT}{{1,2}}\\.?(?={_GAP}+{_LETTER}))"
    rf"|(?P<step>(?:\*\*)?(?:[Ss]tap|STAP|[Ff]ase) (?:{_DIGIT}{{1,2}}|{_COUNTED})"
    rf"(?:(?:\*\*)?{_GAP}?[:.){_DASHES}-](?:\*\*)?|\*\*(?={_GAP})))"
    r"|(?P<admonition>(?:!!!|\?\?\?|:::))"
    r"|(?P<abbreviation>\*\[[^\]]{1,80}\]:)"
    r"|(?P<definition>: +(?=\S))"
    r"|(?P<table>\|(?=[^|]+\|[^|]*(?:\|[^|]*){0,9}$)|(?=[^\t]+\t[ \t]*\S)|(?=[^|\s][^|]{0,80}(?: \| [^|]{1,80})+$)"
    r"|(?=[^;&\s][^;&]{0,80}(?:;[^;&\s][^;&]{0,80})+;?$))"
    rf"|(?P<footnote>\[\d{{1,2}}\](?={_GAP})|[¹²³⁴-⁹]+(?={_GAP}))"
    f"){_GAP}*(?P<rest>\\S.*|$)"
)
_ANYWHERE = {"heading", "bullet", "admonition", "abbreviation", "definition", "table"}
"""What counts at the start of any line; the others only where a list can begin, since prose may wrap before a dash."""
_STRUCTURE = re.compile(f"{_GAP}*(?:[#＃]{{2,6}}|[-*+{_BULLETS}{_DASHES}]|{_DIGIT}{{1,3}}[.)]){_GAP}*\\S")  # noqa: RUF001
_QUOTE_MARK, _LEAST_QUOTED = re.compile("^> ?"), 4
"""What a mail program puts before each line of a mail that is answered; a text of fewer lines may be a quotation."""
_MARKED_HEADING = re.compile(r"(?:>|[-*+] |\d{1,2}[.)] ) ?(#{2,6} .*)")
"""A heading in a quotation or in an item of a list."""
_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}[.)])[ \t]+")
_LABEL = re.compile(r"\[([^\[\]\n]+)\]")
_TARGET = re.compile(r" {0,3}\[([^\[\]\n]+)\]:")
_SENTENCE_END = re.compile(r"[.!?:;,)”’\"'][ \t]*$")
"""The end of a sentence: dashes below it are a horizontal rule, and do not make it a heading."""
_FENCE_END = re.compile(r" {0,3}(?:`{3,}|~{3,})[ \t]*$")
_FIXED_HEADING = re.compile(f"^## (?:{'|'.join(SECTION_ORDER)})$", re.MULTILINE)
_YEAR, _YEAR_MARK = 1_000, re.compile(r"^( *[0-9]+)([.)])")
_MOST_ROUNDS = 5

IN_TEXT = re.compile(
    r"(?P<footnote>\[\^[^\[\]\s]{1,80}\]|\^\[(?=\S)|\[\d{1,2}\](?:\[\d{1,2}\])*(?![(\[:])|[¹⁴-⁹][¹²³⁰⁴-⁹]*)"
    r"|(?P<picture>\[cid:[^\[\]]*\]|!\[\[[^\[\]]+\]\])"
    r"|(?P<wiki>\[\[[^\[\]]+\]\])"
    r"|(?P<span>\[[^\[\]]+\]\{ ?[#.:][^{}]*\})"
    r"|(?P<label>\[[^\[\]]+\]\[[^\[\]]*\])"
    r"|(?P<spaced>\[[^\[\]]+\] \((?=$|[\w./-]+\.md\)))"
    r"|(?P<reversed>\([^()]+\)\[(?:$|(?:https?:|www\.)[^\s\[\]]*\]?)|\[[^\[\]]+\]\{(?:$|https?:|www\.))"
    r"|(?P<task>^\[[ xX]\](?=\s))"
    r"|(?P<alert>^\[!\w+\])"
    r"|(?P<include>\{[{%]|--8<--|^\[TOC\]|^\\[a-z]{2,20}(?![\\\w]))"
    r"|(?P<anchor>\{:[^{}]*\}|\{ ?[#.][\w-]+(?: [^{}]*)?\})"
    r"|(?P<math>\$\$(?:[^$]*\$\$)?|\$(?=[^\s$])[^$\\^_{}]*[\\^_{}][^$]*\$)"
    r"|\w(?P<script>~\w{1,3}~|\^\w{1,3}\^)"
    r"|(?P<wide>\*\*(?:\s[^*]*|[^\s*][^*]*\s)\*\*)"
    r"|(?P<stars>\*\*)"
    r"|(?P<star>(?:^|\s)\*(?=[^\W\d_]))"
    r"|(?:^|[\s(])(?P<underscore>_(?=[^\W_]))"
    r"|(?:^|[\s(])(?P<scheme>(?!https?://\w)(?:ht+ps?|h?ttps?|htps?)(?::/{0,2}|;?//)(?=\w))"
    r"|(?:^|[\s(])(?P<tilde>~(?=[^\s~])[^~]*[^\s~]~)(?![\w~])"
    r"|(?P<highlight>==(?=[^\s=])[^=]+==)"
    r"|(?:^|[^\w:])(?P<emoji>:[a-z][a-z_]{1,30}:)(?![\w:])"
)
"""Syntax of other dialects within running text; the name of a group is the message about it.

The form in the browser reads these too, so none looks back (see ``domain/patterns.py``).
"""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A near miss on a line of the text (from 0): which message of ``nearly-markup`` it gets, and the corrected line.

    ``corrected`` is ``""`` when there may be several corrections.
    """

    line: int
    matter: str
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class CorrectedText:
    """A text with its near misses corrected: its lines, its tokens, and the near misses."""

    lines: list[str]
    tokens: list[Token]
    found: list[NearMiss]

    @property
    def text(self) -> str:
        """Return the whole text."""
        return "\n".join(self.lines)


def correct_markup(text: str) -> CorrectedText:
    """Return a text in which near misses of headings and lists are corrected; it keeps its number of lines.

    Of lines below each other with the same near miss only the first is reported.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")  # as the parser does
    found: dict[int, NearMiss] = {}
    tokens = parse(text)
    for _ in range(_MOST_ROUNDS):
        misses = {near.line: near for near in _find(tokens, lines) if near.corrected != lines[near.line]}
        changed = [near for near in misses.values() if near.corrected]
        if not changed:
            break
        for near in changed:
            lines[near.line] = near.corrected
            found.setdefault(near.line, near)
        tokens = parse("\n".join(lines))
    else:
        misses = {}
    found |= {line: near for line, near in misses.items() if line not in found}
    found |= {near.line: near for near in _unused_targets(tokens, lines)}
    for near in found.values():
        if near.matter == "open-comment":  # escaped for the parser only, so that all below it is checked
            lines[near.line] = lines[near.line].replace("\\<!--", "<!--", 1)
    return CorrectedText(lines, tokens, list(_first_of_each(found)))


def _first_of_each(found: dict[int, NearMiss]) -> Iterator[NearMiss]:
    before = NearMiss(-9, "")
    for line in sorted(found):
        if found[line].matter != before.matter or line > before.line + 2:
            yield found[line]
        before = found[line]


def _find(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[NearMiss]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if len(filled) >= _LEAST_QUOTED and all(lines[number].startswith(">") for number in filled):
        yield from (NearMiss(number, "quoted", _QUOTE_MARK.sub("", lines[number]) or " ") for number in filled)
    else:
        yield from _find_in_blocks(tokens, lines)


def _find_in_blocks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[NearMiss]:
    opened: list[Token] = []
    for at, token in enumerate(tokens):
        start, end = token.map or (0, 0)
        before = tokens[at - 1] if at else token
        if token.type == "paragraph_open":
            yield from _in_paragraph(lines, start, end, token.level, before.type)
        elif token.type in ("code_block", "fence", "html_block"):
            yield from _in_code(lines, start, end, token)
        elif token.type == "heading_open":
            yield from _in_heading(lines, start, end, token)
        elif token.type == "list_item_close" and before.type == "list_item_open":
            yield NearMiss((before.map or (0, 0))[0], "empty")
        elif token.type == "ordered_list_open" and int(token.attrs.get("start", 1)) >= _YEAR:
            is_one = tokens[at + 3].type == "inline" and tokens[at + 6].type == "ordered_list_close"
            yield NearMiss(start, "year", _YEAR_MARK.sub(r"\1\\\2", lines[start]) if is_one else "")
        if token.type in ("bullet_list_open", "list_item_open"):
            yield from _not_far_enough(tokens, lines, at, opened)
        if token.nesting == 1:
            opened.append(token)
        elif token.nesting == -1:
            opened.pop()


def _in_heading(lines: Sequence[str], start: int, end: int, token: Token) -> Iterator[NearMiss]:
    """Yield an unintended heading, or one inside something else."""
    if token.markup == "-":
        is_prose = _SENTENCE_END.search(lines[end - 2])
        yield NearMiss(end - 1, "rule", "***") if is_prose else NearMiss(end - 1, "underlined")
    elif token.level and lines[start][:1].isspace():  # it became part of a list
        yield NearMiss(start, "indented-list", lines[start].strip())
    elif heading := _MARKED_HEADING.match(lines[start]):
        yield NearMiss(start, "marked-heading", heading[1])


def _in_paragraph(lines: Sequence[str], start: int, end: int, level: int, before: str) -> Iterator[NearMiss]:
    """Yield the near misses in a paragraph; the items of a list keep their depth below its first one.

    ``before`` is the type of the token before it.
    """
    if _ROW.match(lines[start]):
        yield NearMiss(start, "row")
        return
    item = _ITEM.match(lines[start]) if before == "list_item_open" else None
    step, margin = (_number(item[0]), _indent(item[0])) if item else (-1, 0)
    start += before == "list_item_open"
    may_credit = end - start == 1 and before not in ("list_item_open", "heading_close")
    can_begin, base, depth = start < end, -1, 0
    for number in range(start, end):
        line = lines[number]
        match = _LINE.match(line)
        matter = next((name for name in _NAMES if match[name] is not None), None) if match else None
        if match and matter == "number" and _is_noted(match["number"], lines, number):
            matter = "footnote"
        if matter and _is_alone(matter, lines, start, end, number):
            matter = None
        is_credit = may_credit and match and match["dash"] and match["dash"] in _CREDIT
        if not match or not matter or not (can_begin or matter in _ANYWHERE) or not match["rest"] or is_credit:
            can_begin, base = line.rstrip().endswith(":"), -1
            continue
        width = len(match["lead"].expandtabs(4))
        base, depth = (width, 0) if base < 0 else (base, max(0, min(width - base, depth + 3)))
        if matter == "number" and _number(match["number"]) == step + 1 > 1:
            width, step = margin, step + 1
        lead = " " * (width if level else depth)
        corrected = _rewrite(matter, match, lead, level)
        said = "letter" if matter == "run" and not corrected else _MATTERS.get(matter, matter)
        yield NearMiss(number, "apart") if corrected == line else NearMiss(number, said, corrected)
        can_begin = matter != "heading"


_NAMES = [name for name in _LINE.groupindex if name not in ("lead", "rest")]
_MATTERS = {"bullet": "list", "dash": "list", "number": "list", "bold": "list", "run": "list"}
_FIRST = re.compile(rf"1(?!\d)\D{{0,3}}{_GAP}+{_LETTER}")
_ROW = re.compile(
    r" *(?:1([.)]) \S.* 2\1 \S.* 3\1 \S|– ?\S.* – ?\S.* – ?\S|([•●▪·◦]) ?\S.* \2 ?\S"
    r"|[^•●▪]{1,200} ([•●▪]) ?\S[^•●▪]* \3 ?\S)"
)
"""A line with several items of a list on it."""
PATTERNS = {"line": _LINE, "structure": _STRUCTURE, "row": _ROW, "first": _FIRST}
"""Patterns for the start of a line, which the form in the browser uses too."""
_STAR = re.compile(rf"\s*\*{_LETTER}")
"""A star that may begin a footnote or words in italics as well."""
_BETWEEN_DASHES = re.compile(rf"\s*[{_DASHES}].*[{_DASHES}]\s*")
"""A line between two dashes, as people decorate a heading."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _is_noted(mark: str, lines: Sequence[str], at: int) -> bool:
    """Return whether a number between brackets stands within another line, so that this one is a note."""
    return mark[0] in "([" and any(mark in line.lstrip()[len(mark) :] for line in (*lines[:at], *lines[at + 1 :]))


def _is_alone(matter: str, lines: Sequence[str], start: int, end: int, at: int) -> bool:
    """Return whether a line is of a kind that only counts beside another one, and is alone.

    Bare numbers that count from 1 may each be a paragraph.
    """
    if matter == "dash" and _BETWEEN_DASHES.fullmatch(lines[at]):
        return True
    is_star = matter == "dash" and _STAR.match(lines[at])
    if not is_star and (matter not in ("run", "table") or lines[at].startswith("|")):
        return False
    if matter == "run" and end - start == 1 and any(map(_FIRST.match, lines)):
        above, below = ([line for line in part if line.strip()] for part in (lines[:at], lines[at + 1 :]))
        beside = (*above[-1:], *below[:1])
    else:
        beside = (*lines[max(start, at - 1) : at], *lines[at + 1 : min(end, at + 2)])
    near = [_LINE.match(line) for line in beside]
    if matter != "run":
        return all(match is None or match[matter] is None for match in near)
    own, *others = (_orders(match["run"]) for match in (_LINE.match(lines[at]), *near) if match and match["run"])
    return all(abs(mine - order) != 1 for other in others for mine, order in zip(own, other, strict=True))


def _orders(mark: str) -> tuple[int, int]:
    """Return the position of a mark among letters or numbers, and among Roman numerals."""
    digits = re.findall(r"[0-9]+", mark)
    word = mark.rstrip(".")
    roman = _ROMAN.index(word) if word in _ROMAN else -9 - 9 * len(word)
    return (int(digits[-1]) if digits else 1_000 + ord(word) if len(word) == 1 else -9, roman)


def _number(mark: str) -> int:
    """Return the number in the mark of an item, 0 for a bullet."""
    return int(re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", mark)) or 0)


def _rewrite(matter: str, match: re.Match[str], lead: str, level: int) -> str:
    """Return the corrected line, or ``""`` when there may be several."""
    mark, rest = unicodedata.normalize("NFKC", match[matter] or ""), match["rest"]
    if matter == "heading":
        mark = mark if len(mark) > 1 else "##"
        return f"{'' if level == 0 else lead}{mark} {re.sub(rf'(?<=[^#＃ ])[#＃]{{{len(mark)}}}$', f' {mark}', rest)}"  # noqa: RUF001
    if matter == "bold":
        return f"{lead}{re.sub('[^0-9]', '', mark)}. {rest if mark.endswith('**') else f'**{rest}'}"
    if matter == "step":
        return _rewrite_step(match, lead)
    if matter == "run" and not re.fullmatch(r"[0-9]+\D*", mark):
        return ""
    if matter in ("number", "run"):
        digits = re.sub(r"[^0-9]", "", mark)
        return f"{lead}{digits}{')' if mark.endswith(')') and mark[0] != '(' else '.'} {rest}"
    return f"{lead}- {rest}" if matter in _MATTERS else ""


def _rewrite_step(match: re.Match[str], lead: str) -> str:
    """Return a line such as ``Stap 2: …`` as an item of a numbered list."""
    words = re.sub("[*_]", "", match["step"].lower()).split()
    mark = re.match(r"\w+", words[1])
    number = mark[0].replace("é", "e") if mark else ""
    number = number if number.isdecimal() else str(_COUNTED_WORDS.index(number) + 1)
    opened, rest = match["step"].startswith("**"), match["rest"]
    closed = match["step"].count("**") > 1
    if opened and not closed:
        rest = rest.removeprefix("**").lstrip() if rest.startswith("**") else f"**{rest}"
    return f"{lead}{int(number)}. {rest}" if rest else ""


def _in_code(lines: Sequence[str], start: int, end: int, token: Token) -> Iterator[NearMiss]:
    """Yield code and comments that never end, and text that is code because of the spaces before it."""
    if token.type == "html_block":
        if token.content.lstrip().startswith("<!--") and "-->" not in token.content:
            yield NearMiss(start, "open-comment", lines[start].replace("<!--", "\\<!--", 1))
        return
    if token.type == "fence" and not any(map(str.strip, lines[:start])) and _FIXED_HEADING.search(token.content):
        yield NearMiss(start, "fenced", " ")
        if end - start > 1 and _FENCE_END.match(lines[end - 1]):
            yield NearMiss(end - 1, "fenced", " ")
        return
    if token.type == "fence":
        if token.level == 0 and (end - start < 2 or not _FENCE_END.match(lines[end - 1])):
            is_stray = _FIXED_HEADING.search(token.content)  # the text goes on in it
            yield NearMiss(start, "open-code", " " if is_stray else "")
        return
    block = [line.expandtabs(4) for line in lines[start:end]]
    margin = min((len(line) - len(line.lstrip(" ")) for line in block if line.strip()), default=0)
    is_structure = token.level == 0 and _STRUCTURE.match(block[0])
    for number, line in enumerate(block, start) if is_structure else ():
        if line.strip():
            yield NearMiss(number, "indented-list", line[margin:])
    if not is_structure:
        yield NearMiss(start, "indented")


def _not_far_enough(
    tokens: Sequence[Token], lines: Sequence[str], at: int, opened: Sequence[Token]
) -> Iterator[NearMiss]:
    """Yield the lines of items below a step that are not indented enough to belong to it, indented as they should."""
    token = tokens[at]
    start, end = token.map or (0, 0)
    step = _step_before(tokens, at)
    if step is None or any(item.type == "blockquote_open" for item in opened):
        return
    mark = _ITEM.match(lines[(step.map or (0, 0))[0]])
    own, first = _indent(lines[start]), _indent(lines[(step.map or (0, 0))[0]])
    is_between = token.type == "bullet_list_open" and first == own and _is_between(tokens, at, step)
    is_inside = first < own and (token.type == "bullet_list_open" or own > first + 1)
    if mark and own < len(mark[0].expandtabs(4)) and (is_inside or is_between):
        shift = " " * (len(mark[0].expandtabs(4)) - own)
        for number in range(start, end):
            if lines[number].strip():
                yield NearMiss(number, "under-step", shift + lines[number].expandtabs(4))


def _is_between(tokens: Sequence[Token], at: int, step: Token) -> bool:
    """Return whether the list at a token is between two consecutive steps."""
    ends = range(at + 1, len(tokens))
    end = next(
        place for place in ends if tokens[place].type == "bullet_list_close" and tokens[place].level == tokens[at].level
    )
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    is_list = following is not None and following.type == "ordered_list_open"
    return is_list and tokens[end + 2].info.isdecimal() and int(tokens[end + 2].info) == int(step.info or 0) + 1


def _step_before(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the numbered item before a token: of the list before it, or of its own list."""
    level = tokens[at].level
    if tokens[at].type == "bullet_list_open":
        if at == 0 or tokens[at - 1].type != "ordered_list_close":
            return None
        level += 1
    for place in range(at - 1, -1, -1):
        earlier = tokens[place]
        if earlier.level < level and earlier.type != "ordered_list_close":
            return None
        if earlier.type == "list_item_open" and earlier.level == level:
            return earlier if earlier.markup in (".", ")") else None
    return None


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip(" "))


def _unused_targets(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[NearMiss]:
    """Yield link definitions that no link uses: nothing of them comes on the page."""
    if not any(_TARGET.match(line) for line in lines):
        return
    read = {number for token in tokens if token.map and token.nesting != 1 for number in range(*token.map)}
    read |= {number for token in tokens if token.type == "heading_open" for number in range(*(token.map or (0, 0)))}
    used = {label.casefold() for number, line in enumerate(lines) if number in read for label in _LABEL.findall(line)}
    for number, line in enumerate(lines):
        target = _TARGET.match(line) if number not in read else None
        if target and target[1].casefold() not in used:
            yield NearMiss(number, "unused-target")
