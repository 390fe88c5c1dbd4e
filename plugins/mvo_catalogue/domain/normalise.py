"""Write dates, web addresses, numbers, and yes or no in the one form that the schema takes.

Only when there is one reading: ``maart 2023`` is ``2023-03``, but ``1/2/2024`` may be two days. The form in the browser
does the same (``theme/js/contribute/normalise.js``), by the same words and examples (``tests/spelling_vectors.json``).
"""

import re
import unicodedata
from datetime import date, timedelta
from functools import cache
from itertools import chain
from urllib.parse import parse_qs, unquote, urlsplit

from mvo_catalogue.domain.dates import parse_partial_date
from mvo_catalogue.domain.model import FieldType, is_contact, is_secure_url, is_url
from mvo_catalogue.texts import Words, load_texts

_LONGEST = 2_000
AROUND = " \t\r\n,;.'\"`´“”„‘’«»<>*_•·–—"  # noqa: RUF001
LOOSE = ",;.<>'\"“”„‘’»`"
"""What people leave around a word, from the sentence or the list that it came from, and behind an address."""
_YEAR_ALONE = re.compile(r"(?:(?:sinds|vanaf|in|het|jaar|anno) )*((?:19|20)?\d\d)(?:[.,]00?)?", re.ASCII)
_CITED = re.compile(r"【[^】]*】|:contentReference\[[^\]]*\](?:\{[^}]*\})?")
"""What a chatbot puts behind what it says."""
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_EXCEL_START = date(1899, 12, 30)
"""The day from which Excel counts days, in cells that are not shown as a date."""
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)

_SCHEME = re.compile(r"h{0,2}t{1,3}p{1,2}s? ?[:;]? ?[/\\]{1,3} ?(?=\w)|htp{1,2}s?:?//(?=\w)|//(?=\w)", re.IGNORECASE)
_HOST = re.compile(
    r"www\d?\.[\w-]+\.\w|[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|net|eu|info|be|gov|edu|amsterdam|frl)(?=[/:?#\\]|$)",
    re.IGNORECASE,
)
_AT = re.compile(r" ?(?:\[at\]|\(at\)|\{at\}|＠) ?| @ ?|@ ", re.IGNORECASE)  # noqa: RUF001


class _Redirect(Words):
    host: str
    path: str
    names: tuple[str, ...]


class Spellings(Words):
    """How people write dates, addresses and the like; texts/spellings.yaml explains each part."""

    nothing: frozenset[str]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    dates: tuple[str, ...]
    pieces: dict[str, str]
    addresses: dict[str, str]
    redirects: tuple[_Redirect, ...]


def load_spellings() -> Spellings:
    """Return the spellings of texts/spellings.yaml."""
    return load_texts("spellings", Spellings)


@cache
def date_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the pattern of each way to write a date, in small letters."""
    words = load_spellings()
    name = rf"(?P<name>{'|'.join(chain.from_iterable(words.months))})\.?"
    return tuple(re.compile(pattern.format(**words.pieces, name=name), re.ASCII) for pattern in words.dates)


@cache
def _address(name: str) -> re.Pattern[str]:
    return re.compile(load_spellings().addresses[name], re.IGNORECASE)


def before_remark(text: str) -> str:
    """Return the text before a remark, such as ``De Brug`` of ``De Brug (Veenstad)``."""
    return re.split(r"\s*[(,;:]|\s[–—-]\s", text, maxsplit=1)[0].strip()


def bare(text: str) -> str:
    """Return a word in ordinary characters, without quotes, list marks and commas around it."""
    plain = _CITED.sub("", " ".join(unicodedata.normalize("NFKC", text).split()))
    return re.sub(r"^\[[ xX]?\] ?", "", plain.strip(AROUND))


def _bare_number(text: str) -> str:
    """Return what has digits, with a nought for each letter O beside them."""
    return re.sub(r"O+(?=\d)|\dO+", lambda found: found[0].replace("O", "0"), bare(text))


def says_nothing(text: str) -> bool:
    """Return whether this means that there is no value, such as ``n.v.t.``."""
    return bare(text).lower() in load_spellings().nothing


def normalise(kind: FieldType, text: str) -> str | None:
    """Return a value in the form that its field takes; ``None`` when it is in that form, or may mean several things."""
    reader = _READERS.get(kind)
    normal = reader(text) if reader and len(text) <= _LONGEST else None
    return None if normal == text else normal


def _read_day(text: str) -> str | None:
    found = _read_date(text)
    return found if found and len(found) == len("2026-11-21") else None


def _read_date(text: str) -> str | None:
    plain = _DASHES.sub("-", _bare_number(text).lower())
    slashes = _SLASHES.fullmatch(plain)
    if slashes:
        first, second, year = map(int, slashes.groups())
        days = {_iso(year, second, first), _iso(year, first, second)} - {None}
        return days.pop() if len(days) == 1 else None
    found = next((match.groupdict() for pattern in date_patterns() if (match := pattern.fullmatch(plain))), None)
    if found is None:
        return None
    if found.get("excel"):
        return (_EXCEL_START + timedelta(int(plain))).isoformat()
    named = (number for number, names in enumerate(load_spellings().months, 1) if found.get("name") in names)
    month = next(named, int(found.get("month") or 0))
    if found.get("month") and not month:
        return None
    day = found.get("day")
    year, exact = int(found.get("year") or f"20{found['short']}"), bool(day)
    swapped = _iso(year, int(day), month) if day and found.get("month") else None
    return _iso(year, month, int(day or 0), is_exact=exact) or swapped


def _iso(year: int, month: int, day: int = 0, *, is_exact: bool = True) -> str | None:
    text = f"{year:04}" + (f"-{month:02}" if month or is_exact else "") + (f"-{day:02}" if is_exact else "")
    try:
        parse_partial_date(text)
    except ValueError:
        return None
    return text


def _read_boolean(text: str) -> str | None:
    word = bare(text).lower()
    words = load_spellings()
    return "true" if word in words.yes else "false" if word in words.no else None


def _read_number(text: str) -> str | None:
    match = re.fullmatch(r"(\d+)(?:[.,]0{1,2})?", _bare_number(text), re.ASCII)
    return match[1] if match else None


def read_year(text: str) -> str | None:
    """Return the year that a number means, in four digits, or ``None`` if it may be another number."""
    match = _YEAR_ALONE.fullmatch(_bare_number(text).lower())
    return (match[1] if len(match[1]) > 2 else f"20{match[1]}") if match else None


def read_address(text: str) -> str | None:
    """Return a web address in full and without parameters that track readers; ``None`` when it is no address.

    One that is right already comes back unchanged.
    """
    if text.strip().endswith(("...", "…")):  # the end of it was cut off
        return None
    link = _address("link").fullmatch(text.strip())
    if link:
        words, target = link[1] or link[3] or "", link[2] or link[4] or ""
        address, named = read_address(target), read_address(words)
        return address if _same_place(named or "", address) else None
    whole = _with_dot(re.sub(r"^(https?://\S+?)\1$", r"\1", _trim(text)))
    if doi := _address("doi").fullmatch(whole):
        return f"https://doi.org/{doi[1]}"
    scheme = _SCHEME.match(whole)
    if scheme:
        if not re.match(r"https?://", scheme[0], re.IGNORECASE):
            is_secure = "s" in scheme[0].lower() or scheme[0].startswith("/")
            whole = f"http{'s' * is_secure}://{whole[scheme.end() :]}"
        if inner := re.match(r"https?://(?=https?:/)", whole, re.IGNORECASE):
            return read_address(whole[inner.end() :])
    elif _HOST.match(whole):
        whole = f"https://{whole}"
    whole = whole.replace("\\", "/").replace("&amp;", "&")
    if " " in whole and _address("file").fullmatch(whole):
        whole = whole.replace(" ", "%20")
    return _without_tracking(_follow(whole))


def _with_dot(address: str) -> str:
    """Return an address with a dot for a comma before the end of its host: ``woonplus,nl``."""
    found = _address("comma").fullmatch(address)
    return f"{found[1]}.{found[2]}" if found else address


def _same_place(words: str, address: str | None) -> bool:
    def fold(url: str) -> str:
        return re.sub(r"^https?://(?:www\.)?|/$", "", url.lower())

    return address is not None and fold(words) == fold(address)


def _trim(text: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    text = re.sub(r"^(?:url|link|website|webadres|bron): ?(?=\S)", "", " ".join(text.split()), flags=re.IGNORECASE)
    text = _CITED.sub("", text.lstrip("<('\"“”„‘’«`[ "))
    while text:
        last = text[-1]
        loose = last in ")]" and text.count(last) > text.count("(["[last == "]"])
        if last not in LOOSE and not loose:
            break
        text = text[:-1]
    return text


def _follow(address: str) -> str:
    """Return the real address behind the one of a redirect service, such as a mail filter."""
    if proofpoint := _address("proofpoint").fullmatch(address):
        return re.sub(r"^(https?):/(?!/)", r"\1://", proofpoint[1])
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    for site in load_spellings().redirects:
        if re.fullmatch(site.host, parts.netloc.lower()) and parts.path == site.path:
            query = parse_qs(parts.query)
            return next((query[name][0] for name in site.names if name in query), address)
    return address


def _without_tracking(address: str) -> str | None:
    before, question, after = address.partition("?")
    query, hash_sign, fragment = after.partition("#")
    follows = _address("tracking").fullmatch
    rest = "&".join(part for part in query.split("&") if not follows(unquote(part.partition("=")[0])))
    if rest != query:
        address = f"{before}{question if rest else ''}{rest}{hash_sign}{fragment}"
    return address if is_url(address) else None


def _read_secure(text: str) -> str | None:
    address = read_address(text)
    return address if address and is_secure_url(address) else None


def _read_contact(text: str) -> str | None:
    plain = re.sub(
        r"^(?:mailto|e-?mail|mail|contact): ?|\?(?:subject|body|cc)=.*$", "", bare(text), flags=re.IGNORECASE
    )
    if "@" not in (mailbox := _with_dot(_AT.sub("@", plain))):
        return read_address(text)
    return mailbox if is_contact(mailbox) else None


_READERS = {
    FieldType.DAY: _read_day,
    FieldType.PARTIAL_DATE: _read_date,
    FieldType.BOOLEAN: _read_boolean,
    FieldType.NUMBER: _read_number,
    FieldType.URL: read_address,
    FieldType.SECURE_URL: _read_secure,
    FieldType.CONTACT: _read_contact,
}
