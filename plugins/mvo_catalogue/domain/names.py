"""Slugs, anchors and file names, made from what people write, and the similarity of names."""

import re
import unicodedata
from collections.abc import Collection

from mvo_catalogue.domain.model import PAGES, PRACTICES

MAX_NAME_LENGTH = 120
"""How many characters the name of a file may have."""

LONGEST_SLUG = 80
"""How long a name is that is made from a title."""

RESERVED_SLUGS = {
    PRACTICES: frozenset({"a-z", "pagina", "tabel"}),
    PAGES: frozenset(
        {
            "404",
            "assets",
            "corporaties",
            "data",
            "embed",
            "feeds",
            "melden",
            "nieuws",
            "overzicht",
            "partners",
            "past-dit-bij-ons",
            "praktijken",
            "themas",
            "vergelijken",
            "zoeken",
            "zoekindex",
        }
    ),
}
"""Names that an entry cannot have, since the site itself uses that address."""

_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
DEVICE_NAMES = frozenset({"aux", "con", "nul", "prn", *_PORTS})
"""Names that no file can have on Windows, whatever its suffix: there a repository with one cannot be checked out."""

_LETTERS = {"Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "ß": "ss", "ẞ": "SS", "Þ": "Th", "þ": "th"} | dict(
    zip("ØøŁłĐđÐðĦħŦŧı", "OoLlDdDdHhTti", strict=True)
)
"""The plain form of letters that Unicode does not decompose; also in ``theme/js/lib/slug.js``."""
_ANYWHERE = str.maketrans(_LETTERS)
_LEGAL_FORM = re.compile(
    r"^(?:(?:woon|woning)?stichting|(?:woningbouw)?vereniging|cooperatie|(?:woning)?corporatie)-"
    r"|(?:-(?:b-?v|n-?v|u-?a|b-?a|v-?o-?f))+$"
)

_LEAST_LIKENESS, _LIKE_ANYWAY, _SURE = 72.0, 80.0, 90.0
"""Below the second, the first letters must be the same."""
_LEAST_START, _LEAST_PART = 4, 8
_SAME_TITLE, _SAME_LENGTH = 92, 0.85
_WORD = re.compile(r"\w+")


def unaccented(text: str) -> str:
    """Return a text with the plain letter for each that has an accent or a stroke: ``Ørsted`` is ``Orsted``."""
    apart = unicodedata.normalize("NFKD", text.translate(_ANYWHERE))
    return apart if apart.isascii() else "".join(letter for letter in apart if not unicodedata.combining(letter))


def make_slug(text: str) -> str:
    """Return the text as it fits in an address: ``Wat mag anders?`` is ``wat-mag-anders``; ``""`` without letters."""
    plain = unaccented(text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def make_name_key(name: str) -> str:
    """Return the key by which names of an organisation are compared: its slug without the legal form."""
    slug = make_slug(name)
    return _LEGAL_FORM.sub("", slug) or slug


def make_anchor(heading: str) -> str:
    """Return the fragment of a heading: ``Wat mag anders`` is ``wat-mag-anders``."""
    return make_slug(heading) or "kop"


def shorten_slug(title: str) -> str:
    """Return the slug of a title, cut off after a whole word; ``""`` without a letter that fits in an address."""
    slug = make_slug(title)
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return slug


def suggest_nearest(word: str, known: Collection[str]) -> str | None:
    """Return the known word that is similar enough to ``word``, or else the only one that contains it, or is in it."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415  # slow to load, and seldom needed

    start = make_slug(word)
    alike = process.extract(
        word, sorted(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LEAST_LIKENESS
    )
    found = next((one for one in alike if one[1] >= _LIKE_ANYWAY or make_slug(one[0])[:1] == start[:1]), None)
    ends = [one for one in known if len(one) >= _LEAST_PART and start.endswith(one)]  # as a compound does
    if alike and alike[0][1] < _SURE and len(ends) == 1:
        return ends[0]
    if found or len(start) < _LEAST_START:
        return str(found[0]) if found else None
    lines = "\n".join(known)
    joined = "[- ]?".join(start.replace("-", ""))
    longer = re.findall(rf"^(?:.*[- ])?{joined}(?:[- ].*)?$", lines, re.IGNORECASE | re.MULTILINE)
    shorter = [one for one in known if len(one) >= _LEAST_PART and f"-{one}-" in f"-{start}-"]
    return longer[0] if len(longer) == 1 else max(shorter, key=len, default=None) if not longer else None


def is_same_title(title: str, other: str) -> bool:
    """Return whether two titles say the same; another number, such as a year, makes it another practice."""
    words, others = (sorted(_WORD.findall(text.casefold())) for text in (title, other))
    numbers, other_numbers = ([word for word in found if word.isdecimal()] for found in (words, others))
    shorter, longer = sorted((" ".join(words), " ".join(others)), key=len)
    if numbers != other_numbers or len(shorter) < _SAME_LENGTH * len(longer):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415  # the same

    return fuzz.ratio(shorter, longer) >= _SAME_TITLE
