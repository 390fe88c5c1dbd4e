"""The package: one readable text that carries entries to the catalogue, in a mail, an issue or the clipboard.

A first line says what it is, a last line that nothing is missing. Between them each piece has its name, its exact text
between two fences that are longer than any in it, and a line by which the text can be verified::

    Pakket voor de catalogus (vorm 1)

    Nieuw bestand: content/practices/buren-in-de-tuin.md
    ~~~~
    ---
    titel: "Buren onderhouden de tuin"
    ~~~~
    Controle: 1a2b3c4d 14+187

    Einde van het pakket

``1a2b3c4d`` is the CRC-32 of the text in UTF-8, and ``14+187`` says that line 14 has 187 characters. Of an improvement
``was:9f86d081`` is the checksum of the text before. With these, alterations by mail programs are undone, or reported.
``theme/js/contribute/package.js`` writes it, bound to this by ``tests/package_vectors.json``.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote

from mvo_catalogue.domain.patterns import HIDDEN
from mvo_catalogue.reading.files import plain_line_ends

FIRST_LINE = "Pakket voor de catalogus (vorm 1)"
_LAST = "Einde van het pakket"
_NEW, _IMPROVED = "Nieuw bestand", "Verbetering van"
NOTES = ("Van", "Wat er verandert", "Waarom")
"""What a sender can add: who it is, what changed and why."""

_FENCE = re.compile(r"~{3,}")
_FILE = re.compile(rf"(?P<what>{_NEW}|{_IMPROVED}) ?: ?(?P<path>\S.*)")
_SUM = re.compile(r"[0-9a-f]{8}")
_BASE = re.compile(r"was:([0-9a-f]{8})")
_LENGTH = re.compile(r"(\d{1,7})\+(\d{1,7})")
_QUOTE = re.compile(r"[\s>|]*")
_SAFE_LINK = re.compile(
    r"https://[a-z0-9.-]{1,60}\.safelinks\.protection\.outlook\.com/\?url=([^\s&<>]{1,3000})[^\s<>]*"
)
_REPEATED = re.compile(r"<(?:mailto:)?([^\s<>]{4,3000})>")

Lines = list[str]


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file in a package; ``line`` is where its text begins, and ``named_at`` its name, from 1, in what was read.

    ``base`` is the sum of the text that an improvement was made from, "" for unknown.
    """

    path: str
    text: str
    is_new: bool = True
    line: int = 0
    base: str = ""
    named_at: int = 0


@dataclass(frozen=True, slots=True)
class Package:
    """Files, and the notes of the sender by the names in ``NOTES``; ``damage`` says in Dutch what was altered."""

    files: tuple[PackedFile, ...]
    notes: Mapping[str, str] = field(default_factory=dict)
    damage: tuple[str, ...] = ()
    line: int = 1

    @property
    def content(self) -> tuple[object, ...]:
        """Return what two copies of the same package have in common."""
        return (*((file.path, file.text, file.is_new) for file in self.files), *sorted(self.notes.items()))


class BrokenPackage(Exception):
    """No package can be read; the message says in Dutch why, and at which line of the text (from 1)."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"regel {line}: {message}" if line else message)


def sum_of(text: str) -> str:
    """Return the checksum of a text (no signature: anybody can make one)."""
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def read_packages(text: str) -> list[Package]:
    """Return every package in a text, in order.

    Raises:
        BrokenPackage: one is not whole, or has a piece without a name.
    """
    lines = plain_line_ends(text).split("\n")
    found: list[Package] = []
    place = 0
    while place < len(lines):
        if _plain(_QUOTE.sub("", lines[place], count=1)) == FIRST_LINE:
            reader = _Reader(lines, place)
            found.append(_read_package(reader))
            place = reader.line
        else:
            place += 1
    return found


def _plain(line: str) -> str:
    """Return a line of the format without white space and hidden characters that mail programs add."""
    return " ".join(HIDDEN.sub("", line).split())


class _Reader:
    """Iterates over the lines of one package, without quote marks of a reply before them."""

    def __init__(self, lines: Lines, start: int) -> None:
        prefix = _QUOTE.match(lines[start])
        self._prefix = prefix[0] if prefix else ""
        self._lines, self._next = lines, start + 1

    @property
    def line(self) -> int:
        """Return the number (from 1) of the last line that was read."""
        return self._next

    def __iter__(self) -> Iterator[str]:
        while self._next < len(self._lines):
            line = self._lines[self._next]
            self._next += 1
            yield self._unquoted(line)

    def _unquoted(self, line: str) -> str:
        if line.startswith(self._prefix):
            return line[len(self._prefix) :]
        bare = self._prefix.rstrip()
        return line[len(bare) :].lstrip(" ") if bare and line.startswith(bare) else line

    def back(self) -> None:
        """Step back one line."""
        self._next -= 1


def _read_package(reader: _Reader) -> Package:
    first = reader.line
    files: list[PackedFile] = []
    notes: dict[str, str] = {}
    damage: Lines = []
    above: Lines = []
    unfenced, named_at, plain = 0, 0, ""
    for line in reader:
        plain = _plain(line)
        if plain == _LAST:
            break
        if _FENCE.fullmatch(plain):
            at, unfenced = reader.line, 0
            name = _find_name(above, at)
            piece, check = _read_lines(reader, plain), _read_check(reader)
            text, odd = _restore(piece, check)
            damage += [f"“{name}”: {odd}"] if odd else []
            if named := _FILE.fullmatch(name):
                files.append(PackedFile(named["path"], text, named["what"] == _NEW, at + 1, check.base, named_at))
            elif name in notes:
                raise BrokenPackage(at, f"“{name}” staat er twee keer. Laat er één staan.")
            else:
                notes[name] = text if check.sum else text.removesuffix("\n")
            above = []
        elif plain:
            named_at = reader.line if not above or _FILE.fullmatch(plain) else named_at
            unfenced = unfenced or (reader.line if _FILE.fullmatch(plain) else 0)
            above.append(" ".join(line.split()))  # hidden characters in a path stay, to be refused
        elif not _is_name(" ".join(above[-1:])):  # some programs put an empty line below it
            above = []
    broken = "" if files else "in dit pakket zit geen bestand."
    broken = broken if plain == _LAST else f"hier houdt de tekst op, zonder “{_LAST}”. Er ontbreekt een stuk."
    broken = "onder deze naam hoort een regel met ~~~~, en onder de tekst nog een." if unfenced else broken
    if broken:
        raise BrokenPackage(unfenced or reader.line, broken)
    return Package(tuple(files), notes, tuple(damage), first)


def _is_name(text: str) -> bool:
    return text in NOTES or _FILE.fullmatch(text) is not None


def _find_name(above: Lines, line: int) -> str:
    """Return the name of a piece: the line above its fence, perhaps wrapped over several lines."""
    for name in (" ".join(above[-1:]), *(glue.join(above[-count:]) for count in (2, 3) for glue in (" ", ""))):
        named = _FILE.fullmatch(name)
        if name in NOTES or (named and (name == above[-1] or " " not in named["path"])):
            return name
    what = f"“{_NEW}: content/practices/naam.md” of “{_IMPROVED}: content/practices/naam.md”"
    raise BrokenPackage(line, f"boven deze regel hoort een naam te staan: {what}.")


def _read_lines(reader: _Reader, fence: str) -> Lines:
    at = reader.line
    lines: Lines = []
    for line in reader:
        if _plain(line) == fence:
            return lines
        lines.append(line)
    raise BrokenPackage(at, f"bij deze regel met {fence} hoort er nog een, onder de tekst. Er ontbreekt een stuk.")


@dataclass(slots=True)
class _Check:
    """The line below a piece: its checksum ("" for none), that of the text before, and the lengths of long lines."""

    sum: str = ""
    base: str = ""
    lengths: dict[int, int] = field(default_factory=dict)


def _read_check(reader: _Reader) -> _Check:
    check = _Check()
    for line in reader:
        plain = _plain(line)
        if not plain and not check.sum:
            continue
        words = plain.removeprefix("Controle").removeprefix(":").split()
        if not check.sum and words and plain.startswith("Controle") and _SUM.fullmatch(words[0]):
            check.sum = words.pop(0)
        elif not check.sum or not all(_LENGTH.fullmatch(word) or _BASE.fullmatch(word) for word in words):
            reader.back()
            break
        check.base = check.base or "".join(match[1] for word in words if (match := _BASE.fullmatch(word)))
        check.lengths |= {int(match[1]): int(match[2]) for word in words if (match := _LENGTH.fullmatch(word))}
    return check


def _restore(lines: Lines, check: _Check) -> tuple[str, str]:
    """Return the original text of these lines, and in Dutch what was altered ("" when the checksum is right)."""
    found, lengths = check.sum, check.lengths
    if not found:
        return "\n".join([*lines, ""]), ""
    for variant in _variants("\n".join(lines), lengths):
        for whole in (f"{variant}\n", variant):
            if sum_of(whole) == found:
                return whole, ""
    best = _restore_links("\n".join(lines)).replace("\xa0", " ")
    actual = dict(enumerate(map(len, best.split("\n")), 1))
    odd = next((place for place, length in sorted(lengths.items()) if actual.get(place, 0) != length), None)
    where = f" Kijk vooral naar regel {odd} ervan: die is langer of korter geworden." if odd else ""
    return f"{best}\n", (
        "de tekst is niet meer precies zoals hij is gemaakt. Iemand veranderde hem, of een mailprogramma deed dat."
        + where
    )


def _variants(text: str, lengths: Mapping[int, int]) -> Iterator[str]:
    """Yield possible original texts: every combination of alterations undone, the likeliest first."""
    seen = set()
    for chosen in sorted(range(2 ** len(_UNDO)), key=int.bit_count):
        variant = text
        for place, undo in enumerate(_UNDO):
            variant = undo(variant) if chosen >> place & 1 else variant
        lines = variant.split("\n")
        for tried in (variant, _glued(lines, lengths), _rejoined(lines, lengths)):
            if tried not in seen:
                seen.add(tried)
                yield tried


def _single(text: str) -> str:
    lines = text.split("\n")
    return text if any(map(_plain, lines[::2])) else "\n".join(lines[1::2])


def _restore_links(text: str) -> str:
    """Restore addresses that Outlook replaced by its own, or wrote twice: ``address<address>``."""
    restored = _SAFE_LINK.sub(lambda link: unquote(link[1]), text) if ".safelinks." in text else text
    return _REPEATED.sub(_once, restored) if "<" in restored else restored


def _once(link: re.Match[str]) -> str:
    return "" if link.string[: link.start()].endswith(link[1].removesuffix("/")) else link[0]


_UNDO: tuple[Callable[[str], str], ...] = (
    _single,
    _restore_links,
    partial(re.compile(r"^>(?=From )", re.MULTILINE).sub, ""),
    partial(HIDDEN.sub, ""),
    lambda text: text.replace("\xa0", " "),
    partial(re.compile(r"[^\S\n]+$", re.MULTILINE).sub, ""),
)
"""What undoes an alteration: an empty line after each line, other links, ``>From``, hidden characters, odd spaces."""


def _glued(lines: Lines, lengths: Mapping[int, int]) -> str:
    """Join long lines that were broken between characters."""
    whole: Lines = []
    left = iter(lines)
    for line in left:
        glued = line
        while len(glued) < lengths.get(len(whole) + 1, 0) and (piece := next(left, None)) is not None:
            glued += piece
        whole.append(glued)
    return "\n".join(whole)


def _rejoined(lines: Lines, lengths: Mapping[int, int]) -> str:
    """Join long lines that were broken at a space, or within a word that is longer than a line."""
    whole: Lines = []
    left = iter(lines)
    for line in left:
        pieces, wanted = [line.rstrip(" ")], lengths.get(len(whole) + 1, 0)
        while len(line) < wanted and len(" ".join(pieces)) < wanted and (piece := next(left, None)) is not None:
            pieces.append(piece.strip(" "))
        longest_first = sorted(range(len(pieces) - 1), key=lambda place: -len(pieces[place]))
        within_word = longest_first[: len(" ".join(pieces)) - wanted] if len(pieces) > 1 else []
        between = ["" if place in within_word else " " for place in range(len(pieces) - 1)]
        joined = "".join(part for pair in zip(pieces, [*between, ""], strict=True) for part in pair)
        whole.append(joined if len(pieces) > 1 else line)
    return "\n".join(whole)
