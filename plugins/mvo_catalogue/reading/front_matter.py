"""Split a Markdown file into front matter and body, even when its fences are missing or misplaced."""

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from mvo_catalogue.domain.diagnostic import Diagnostic, diagnose, get_rule
from mvo_catalogue.reading.files import UnreadableFile
from mvo_catalogue.reading.yaml_typos import is_almost_fence
from mvo_catalogue.reading.yaml_values import YamlValues, read_yaml

MAX_CHARACTERS = 64_000
"""How long the front matter may be."""
MAX_BODY = 40_000
"""How long the body may be: fifteen pages, and what a Markdown parser can handle in the worst case."""
_FENCE = "---"
_RULE = re.compile(r"(?:-{3,} ?[\w ]{0,40}|={3,}|\*{3,}|_{3,})\s*")
"""A line that ends front matter in other programs, or a horizontal rule."""
_ODD_FENCE = re.compile(r"\s*\\?(?:-(?: ?-){2,}|={2,}|\*{2,}|_{2,}|#{3,}|\.{3,}).*")
_CODE = re.compile(r"\s*(?:```+|~~~+)[ \t]*[\w-]*\s*")
_FIELD = re.compile(r"([^\W\d][\w'’-]*)[ \t]*:(?:\s|$)")
_OF_FIELD = re.compile(r"\s+\S|-\s|#(?!#)")
_NEAR = 10
_FOREIGN_LINES, _FOREIGN_LENGTH = 12, 4_000
_HEADING = re.compile(r"##+[ \t]+\S")
_FOREIGN = {
    "rtf": re.compile(r"\s*\{\\rtf"),
    "html": re.compile(r"\s*<(?:!doctype|\?xml|html|head|body|meta|div|span|p|h[1-6]|table|article)\b", re.IGNORECASE),
    "json": re.compile(r"\s*[{\[]\s*[\"{]"),
    "toml": re.compile(r"\s*\+\+\+\s*\n"),
    "mail": re.compile(r"(?:From|To|Date|Subject|Received|Return-Path|Delivered-To|Van|Aan|Onderwerp): ?\S"),
    "prefixed": re.compile(r"(?:diff --git |--- a/|@@ -)|\+---\s*\n\+|\s*1[.:|)]?[ \t]+---\s*\n\s*2\b"),
    "quoted": re.compile(r"\s*>[> ]*---\s*\n"),
    "notion": re.compile(r"\s*# \S.*\n\s*\n(?:[^\W\d_][^:\n]{0,40}: .*\n){2}"),
    "table": re.compile(
        r"[^\n:]*(?:[;\t|,][^\n:;\t|,]+){2}\n[^\n]*(?:[;\t|,][^\n]*){2}|[^\n:]+[;\t][^\n:]+\n[^\n]+[;\t]"
    ),
}
"""How files of other kinds begin, by the message about each."""
_WORD = re.compile(r"\w+")
_CODE_KINDS = {"yaml", "yml", "md", "markdown"}
"""The languages behind the fence of a code block, which may get lost with it."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values between the fences, and the body after them with the number of its first line."""

    values: YamlValues
    body: str
    body_line: int


def split_front_matter(text: str, path: str = "", keys: Collection[str] = ()) -> FrontMatter:
    """Return the front matter and the body of the Markdown file at ``path``.

    A missing or misplaced fence, or too much text, is among the diagnostics of the values, at its line.
    ``keys`` are those that the file can have: by them fields are recognised outside the fences.

    Raises:
        UnreadableFile: this is no entry, but a file of another kind.
    """
    cutter = _Cutter(text.split("\n"), path, keys)
    fields, body, body_line = cutter.cut()
    if len(fields) > MAX_CHARACTERS:
        values = YamlValues(diagnostics=[diagnose(path, 2, 1, "front-matter", "too-long", most=MAX_CHARACTERS)])
    else:
        values = read_yaml(fields, path, cutter.start + 1)
    values.diagnostics += cutter.diagnostics
    if cutter.is_cut_off:
        values.unread += [(key,) for key in keys if key not in values.data]
    if len(body) > MAX_BODY:
        line = body_line + body.count("\n", 0, MAX_BODY)
        values.diagnostics.append(diagnose(path, line, 1, "file-too-large", "text", most=MAX_BODY))
        body = body[:MAX_BODY].rpartition("\n")[0]
    return FrontMatter(values, body, body_line)


def cut_body(text: str) -> str:
    """Return the body of a file without errors."""
    lines = text.split("\n")
    return "\n".join(lines[_find(lines, 1, _is_fence) or 0 :][1:])


def with_fences(text: str, keys: Collection[str]) -> str:
    """Return a text with misplaced or missing fences corrected, when it is certain where they belong."""
    cutter = _Cutter(text.split("\n"), "", keys)
    try:
        fields, body, _ = cutter.cut()
    except UnreadableFile:
        return text
    said = get_rule("front-matter").messages
    is_sure = all(found.message != said["before"] and found.rule == "front-matter" for found in cutter.diagnostics)
    fields = fields.strip("\n")
    fenced = f"{_FENCE}\n{fields}\n{_FENCE}\n{body}"
    lost = Counter(_WORD.findall(text)) - Counter(_WORD.findall(fenced))
    return fenced if fields and cutter.diagnostics and is_sure and lost.keys() <= _CODE_KINDS else text


def _find(lines: list[str], start: int, is_sought: Callable[[str], object]) -> int | None:
    """Return the index of the first line that fits."""
    return next((number for number in range(start, len(lines)) if is_sought(lines[number])), None)


def _is_fence(line: str) -> bool:
    return line.rstrip() == _FENCE


def _looks_like_fence(line: str) -> bool:
    return line.strip() == _FENCE or is_almost_fence(line)


class _Cutter:
    """Finds where the fields begin and end, and reports what is wrong there. Lines count from 0."""

    def __init__(self, lines: list[str], path: str, keys: Collection[str]) -> None:
        self.lines, self.path, self.keys = lines, path, keys
        self.diagnostics: list[Diagnostic] = []
        self.start = 0
        self.is_cut_off = False
        self.odd_fence = ""

    def cut(self) -> tuple[str, str, int]:
        """Return the fields, the body, and the line (from 1) on which the body begins."""
        start = self.find_start()
        if start is None:
            return "", "\n".join(self.lines), 1
        self.start = start
        end, body = self.find_end(start)
        above = "\n".join(self.lines[: max(start - 1, 0)])
        if above.strip() and not any(map(str.strip, self.lines[body:])):  # the whole body is above the fields
            return "\n".join(self.lines[start:end]), above, 1
        self.drop_second_block(body)
        return "\n".join(self.lines[start:end]), "\n".join(self.lines[body:]), body + 1

    def report(self, number: int, matter: str, /, rule: str = "front-matter", **values: object) -> None:
        """Add a diagnostic about a line."""
        self.diagnostics.append(diagnose(self.path, number + 1, 1, rule, matter, **values))

    def next_line(self, number: int) -> int:
        """Return the first line that is not blank, from this one on."""
        found = _find(self.lines, number, str.strip)
        return len(self.lines) - 1 if found is None else found

    def is_known(self, number: int) -> bool:
        """Return whether a line begins with a key of the schema."""
        key = _FIELD.match(self.lines[number]) if number < len(self.lines) else None
        return bool(key and key[1].lower() in self.keys)

    def find_start(self) -> int | None:
        """Return the line on which the fields begin; report it when there are none."""
        lines, first = self.lines, self.next_line(0)
        if _is_fence(lines[0]):
            return 1
        sign = lines[first].strip()
        if _looks_like_fence(lines[first]):
            self.report(0, "almost" if sign != _FENCE else "indented" if first == 0 else "empty-lines", sign=sign)
            return first + 1
        if _ODD_FENCE.match(lines[first]) and self.is_known(first + 1):
            self.report(first, "almost", sign=sign)
            self.odd_fence = sign
            return first + 1
        if _CODE.fullmatch(lines[first]):
            self.drop_end_of_code(first)
            self.report(
                first, "code" if _looks_like_fence(lines[self.next_line(first + 1)]) else "code-fence", sign=sign
            )
            first = self.next_line(first + 1)
            return first + 1 if _looks_like_fence(lines[first]) else first
        self.refuse_foreign()
        if _FIELD.match(lines[first]) and (not self.keys or any(map(self.is_known, range(first, first + _NEAR)))):
            self.report(first, "no-start")
            return first
        fence = next((n for n in range(first, len(lines)) if _is_fence(lines[n]) and self.is_known(n + 1)), None)
        code = len("\n".join(lines[:fence]).rstrip().split("\n")) - 1 if fence else 0
        is_code = fence and _CODE.fullmatch(lines[code])
        self.report(first, "no-start" if fence is None else "chat" if is_code else "before", sign=lines[code].strip())
        if is_code:
            self.drop_end_of_code(code)
        return None if fence is None else fence + 1

    def refuse_foreign(self) -> None:
        """Report a file of another kind.

        Raises:
            UnreadableFile: it is one.
        """
        start = "\n".join(self.lines[:_FOREIGN_LINES])[:_FOREIGN_LENGTH]
        kind = next((kind for kind, pattern in _FOREIGN.items() if pattern.match(start)), None)
        if kind:
            raise UnreadableFile(diagnose(self.path, 1, 1, "front-matter", kind))

    def drop_end_of_code(self, first: int) -> None:
        """Remove the end of a code block around the file: after the fields, or at the very end."""
        ends = [n for n in range(first + 1, len(self.lines)) if _CODE.fullmatch(self.lines[n])]
        if len(ends) % 2:
            fence = _find(self.lines, self.next_line(first + 1) + 1, _is_fence)
            is_of_fields = fence is None or ends[0] <= self.next_line(fence + 1)
            self.lines[ends[0 if is_of_fields else -1]] = _FENCE if fence is None else ""

    def find_end(self, start: int) -> tuple[int, int]:
        """Return the line after the fields, and the line on which the body begins."""
        lines = self.lines
        end = _find(lines, start, _is_fence)
        heading = next((n for n in range(start, end or len(lines)) if self.is_heading(n)), None)
        if end is not None and (heading is None or read_yaml("\n".join(lines[start:end])).is_usable):
            return self.skip_early(end)
        like = next((n for n in range(start, len(lines) if heading is None else heading) if self.closes(n)), None)
        if like is not None:
            sign = lines[like].strip()
            self.report(like, "indented" if sign == _FENCE else "almost", sign=sign)
            return like, like + 1
        stop = self.end_of_fields(start)
        if start:  # a missing first fence has its own message
            following = self.next_line(stop)
            self.is_cut_off = heading is None
            self.report(following if self.lines[following].strip() else stop - 1, "no-end")
        return stop, stop

    def closes(self, number: int) -> bool:
        """Return whether a line probably is the second fence, written in another way."""
        line = self.lines[number]
        if _looks_like_fence(line) or (self.odd_fence and _ODD_FENCE.fullmatch(line)):
            return True
        return bool(_RULE.fullmatch(line)) and not _FIELD.match(self.lines[self.next_line(number + 1)])

    def is_heading(self, number: int) -> bool:
        """Return whether a line is a heading of the body, and no comment between fields."""
        return bool(_HEADING.match(self.lines[number])) and not _FIELD.match(self.lines[self.next_line(number + 1)])

    def end_of_fields(self, start: int) -> int:
        """Return the line after the last line from here on that can belong to a field."""
        stop = start
        for number in range(start, len(self.lines)):
            line = self.lines[number]
            if _FIELD.match(line) or _OF_FIELD.match(line):
                stop = number + 1
            elif line.strip():
                break
        return stop

    def skip_early(self, end: int) -> tuple[int, int]:
        """Return where the fields end and the body begins; a fence may be too early, with fields below it.

        Those may have a fence of their own above them.
        """
        again = self.next_line(end + 1)
        first = self.next_line(again + 1) if _is_fence(self.lines[again]) else again
        stop = self.end_of_fields(first)
        above, below = (
            {key[1] for line in self.lines[start:stop] if (key := _FIELD.match(line))}
            for start, stop in ((self.start, end), (first, stop))
        )
        if not self.is_known(first) or (above & below and (first == again or len(below) > 1)):
            return end, end + 1
        after = self.next_line(stop)
        self.report(end, "early" if first == again else "again", line=stop)
        for fence in {end, again} - {first}:
            self.lines[fence] = ""
        return stop, after + 1 if _is_fence(self.lines[after]) else stop

    def drop_second_block(self, body: int) -> None:
        """Report front matter that begins again in the body, and drop it with all that follows."""
        is_code = False
        for number in range(body, len(self.lines)):
            is_code ^= bool(_CODE.match(self.lines[number]))
            is_block = _is_fence(self.lines[number]) and self.is_known(number + 1) and self.is_known(number + 2)
            if is_block and not is_code:
                self.report(number, "documents", rule="yaml-feature")
                del self.lines[number:]
                return
