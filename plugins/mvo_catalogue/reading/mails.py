"""Find the texts in a saved mail or issue, one of which may contain a package."""

import email.policy
import json
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser
from typing import Any

from mvo_catalogue.reading.files import plain_line_ends
from mvo_catalogue.reading.package import FIRST_LINE, BrokenPackage, Package, read_packages

_TWO = "er staan twee verschillende pakketten. Haal weg wat niet meer geldt, bijvoorbeeld een ouder bericht."
_NO_PACKAGE = (
    f"hier staat geen pakket. Het begint met een regel “{FIRST_LINE}”. "
    "Bewaar de hele mail of het hele issue, of kopieer alle tekst ervan."
)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}: ?[^\r\n]*\r?\n(?:[A-Za-z][A-Za-z0-9-]{0,60}:|[ \t]|\r?\n)")
_MBOX = re.compile(rb"From [^\r\n]*\r?\n")
_MOST_HTML = 400_000
_NO_TEXT = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)", re.DOTALL)
_NO_TAG = re.compile(r"<(?![A-Za-z/][^<>]{0,2000}>)")
"""HTML is cut off, and cleaned of what makes the parser of Python take minutes."""
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "dit is een bericht van Outlook (.msg). Open het, kopieer alle tekst en plak die.",
    b"PK\x03\x04": "dit is een zip of een bestand van Word. Kopieer de tekst van het voorstel en plak die.",
    b"%PDF": "dit is een pdf. Kopieer de tekst van het voorstel uit de mail en plak die.",
}
"""Files that people save instead of the text of a mail, by their first bytes."""
_ATTACHED = re.compile(rb'filename="?([ -!#-~]{1,80}\.(?:docx?|odt|pdf|rtf|zip))"?', re.IGNORECASE)
_ONLY_ATTACHED = (
    "in deze mail zit geen pakket, wel een bijlage: “{name}”. Neem de tekst daarvan over in het formulier op de site."
)
_LOOSE = re.compile(r"^[ \t>]*---[ \t]*\n[ \t>]*\w+:", re.MULTILINE)
_LOOSE_FILE = (
    "hier staat een los bestand, en geen pakket. Zet de tekst vanaf de eerste regel met --- zelf in een bestand, in de "
    "goede map in content/."
)
_HTML = re.compile(r"\s*<(?:!doctype|html|head|body|div|p|pre|meta|table)\b", re.IGNORECASE)
_BLOCKS = re.compile(r"address|article|blockquote|body|d[dlt]|div|h[1-6r]|li|[ou]l|p|pre|section|table|tr")
_UNSEEN = frozenset({"head", "script", "style", "title"})
_SPACE = re.compile(r"[ \t\n\f]+")


def read_package(data: bytes) -> Package:
    """Return the one package in a saved mail or issue, from whichever part has it undamaged.

    Raises:
        BrokenPackage: there is none, none can be read, or there are two that differ.
    """
    whole: list[Package] = []
    damaged: list[Package] = []
    broken: list[BrokenPackage] = []
    other = next((said for start, said in _OTHERS.items() if data.startswith(start)), _NO_PACKAGE)
    for text in read_mail_texts(data):
        try:
            found = read_packages(text)
        except BrokenPackage as error:
            broken.append(error)
            continue
        if attached := _ATTACHED.search(data):
            other = _ONLY_ATTACHED.format(name=attached[1].decode("ascii"))
        other = _LOOSE_FILE if _LOOSE.search(plain_line_ends(text)) else other
        _refuse_two(found)  # a reply with an older package below it is ambiguous
        for package in found:
            (damaged if package.damage else whole).append(package)
    _refuse_two(whole)
    if not whole and not damaged:
        raise broken[0] if broken else BrokenPackage(0, other)
    return (whole or damaged)[0]


def _refuse_two(found: list[Package]) -> None:
    for package in found:
        if package.content != found[0].content:
            raise BrokenPackage(package.line, _TWO)


def read_mail_texts(data: bytes) -> Iterator[str]:
    """Yield every text in a mail (its parts and attachments), a JSON answer of a forge, or a plain text.

    A mail often has both a plain and an HTML body: both are yielded.
    """
    mail = _MBOX.sub(b"", data, count=1) if _MBOX.match(data) else data
    if _HEADER.match(mail):
        yield from _read_mail(BytesParser(policy=email.policy.default).parsebytes(mail))
    text = _decode(data)
    if text.lstrip().startswith(("{", "[")):
        yield from _strings(text)
    if _HTML.match(text):
        yield read_html(text)
    yield text


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")


def _read_mail(mail: Any) -> Iterator[str]:
    for part in mail.walk():
        if not isinstance(part, EmailMessage) or part.is_multipart():
            continue
        kind = part.get_content_type()
        if kind == "text/html":
            yield read_html(_content(part))
        elif kind.startswith("text/") and part.get_param("format") == "flowed":
            yield _read_flowed(_content(part), str(part.get_param("delsp", "")).lower() == "yes")
            yield _content(part)
        elif kind.startswith("text/") or (part.get_filename() or "").lower().endswith((".txt", ".md")):
            yield _content(part)


def _content(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return _decode(data)


def _read_flowed(text: str, drops_space: bool) -> str:
    """Join the lines of a flowed text, which end in a space (RFC 3676)."""
    lines: list[tuple[int, str]] = []
    is_open = False
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.lstrip(">")
        depth, content = len(line) - len(bare), bare.removeprefix(" ")
        if is_open and lines and lines[-1][0] == depth:
            lines[-1] = (depth, (lines[-1][1][:-1] if drops_space else lines[-1][1]) + content)
        else:
            lines.append((depth, content))
        is_open = content.endswith(" ") and content != "-- "
    return "\n".join(f"{'>' * depth} {content}" if depth else content for depth, content in lines)


def _strings(text: str) -> Iterator[str]:
    """Yield every string in a JSON answer of a forge: one of them is the body of the issue."""
    try:
        left = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while left:
        found = left.pop()
        if isinstance(found, str):
            yield found
        elif isinstance(found, dict | list):
            left += reversed(list(found.values()) if isinstance(found, dict) else found)


def read_html(text: str) -> str:
    """Return the visible lines of HTML."""
    reader = _HtmlReader()
    reader.feed(_NO_TAG.sub("&lt;", _NO_TEXT.sub("", text[:_MOST_HTML].replace("\r\n", "\n"))))
    reader.close()
    reader.end_line()
    return "\n".join(reader.lines)


class _HtmlReader(HTMLParser):
    """Collects the visible lines; white space within ``pre`` is preserved."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._line = ""
        self._kept = self._unseen = 0

    def end_line(self, *, even_empty: bool = False) -> None:
        if self._line or even_empty:
            self.lines.append(self._line)
        self._line = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.end_line(even_empty=True)
        elif tag == "img":
            self._line += dict(attrs).get("alt") or ""
        elif _BLOCKS.fullmatch(tag):
            self.end_line()
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "pre":
            self._kept += 1

    def handle_endtag(self, tag: str) -> None:
        if _BLOCKS.fullmatch(tag):
            self.end_line()
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "pre":
            self._kept = max(0, self._kept - 1)

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._kept:
            *whole, rest = data.split("\n")
            for line in whole:
                self._line += line
                self.end_line(even_empty=True)
            self._line += rest
        else:
            words = _SPACE.sub(" ", data)
            self._line += words if self._line and not self._line.endswith(" ") else words.lstrip(" ")
