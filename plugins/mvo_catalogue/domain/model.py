"""The base of everything that an editor writes: frozen models whose Dutch keys are the aliases of the fields."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from mvo_catalogue.domain.body import Body
from mvo_catalogue.domain.dates import parse_partial_date

ValuePath = tuple[str | int, ...]
"""The path of a value in the front matter, such as ``("bronnen", 0, "url")``."""


def walk_leaves(data: Any, path: ValuePath = ()) -> Iterator[tuple[ValuePath, Any]]:
    """Yield (path, value) for every value in plain data that is no mapping or list."""
    if isinstance(data, Mapping | list):
        for key, value in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from walk_leaves(value, (*path, key))
    else:
        yield path, data


def map_texts(data: Any, change: Callable[[str], str]) -> Any:
    """Return plain data with every text in it changed; a tuple becomes a list."""
    if isinstance(data, dict):
        return {key: map_texts(value, change) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [map_texts(value, change) for value in data]
    return change(data) if isinstance(data, str) else data


PRACTICES, PARTNERS, TOPICS, PAGES, NEWS = "practices", "partners", "themes", "pages", "nieuws"
EXTRA = "extra"
"""The folder with files that are put on the site as they are."""
VOCABULARIES = "vocabularies"
ATTACHMENTS = "attachments"
"""The files in the folders beside practices."""

TARGET_GROUPS, INSTRUMENTS, LEGAL_BASES = "doelgroepen", "instrumenten", "grondslagen"
PILLARS, PARTNER_KINDS, OFFERS = "pijlers", "partnersoorten", "aanbod"
PROCESS_PHASES, AREAS = "procesfasen", "gebieden"
"""The vocabularies that entries choose from, by the name of their file."""

REMOVED = "vervallen"
"""The vocabulary with what was taken down."""

ENTRY_KINDS = {PRACTICES: "praktijk", PARTNERS: "partner", TOPICS: "thema", PAGES: "pagina", NEWS: "bericht"}
"""The kinds of entries, by the name of their folder, each with its Dutch word."""

FOLDER_NAMES = {
    "praktijken": PRACTICES,
    "organisaties": PARTNERS,
    "themas": TOPICS,
    "paginas": PAGES,
    "news": NEWS,
    "waardelijsten": VOCABULARIES,
}
"""What else people call the folders; on the site some have these names."""

FORMER = "vroeger"
"""The key of the slugs that an entry or value had before."""

HOUSING_ASSOCIATION, OTHER_ORGANISATION = "woningcorporatie", "overig"
"""The kinds of partner that the software knows: housing association, and the remaining kind."""

PLACEHOLDER = "[Vul in: "
"""The start of a placeholder in a new file, which an editor replaces."""


_NOT_IN_ADDRESS = r'\s\x00-\x1f"<>\\^`{|}'
_HOST = rf"[^{_NOT_IN_ADDRESS}/?#@:.,]+(\.+[^{_NOT_IN_ADDRESS}/?#@:.,]+)+\.*(:[0-9]*)?"
_LETTERS = "A-Za-z0-9_À-ɏ"
_AFTER_SCHEME = rf"(?!.*(\.\.\.|…)$){_HOST}([/?#][^{_NOT_IN_ADDRESS}]*)?"
URL, SECURE_URL = rf"[Hh][Tt][Tt][Pp][Ss]?://{_AFTER_SCHEME}", rf"https://{_AFTER_SCHEME}"
MAILBOX = rf"[{_LETTERS}.+-]+@[{_LETTERS}-]+(\.[{_LETTERS}-]+)+"
"""Web addresses and mailboxes, in the part of regular expressions that Python, browsers and JSON Schema share."""


_NO_KEYS: set[str] = set()


class ContentModel(BaseModel):
    """A mapping from content; unknown keys are refused and values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    def model_post_init(self, context: Any, /) -> None:
        """Drop pydantic's set of the keys that were written: unused, and two fifths of an entry in memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _NO_KEYS)


class Entry(ContentModel):
    """A content file: the front matter of the subclass, plus what the file itself gives."""

    slug: str
    path: str
    body: Body

    @property
    def former_slugs(self) -> tuple[str, ...]:
        """Return the slugs that it had before, the first one first."""
        return getattr(self, "former", ())

    @property
    def first_slug(self) -> str:
        """Return its very first slug, which programs use as a permanent identifier."""
        return next(iter(self.former_slugs), self.slug)


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a text field as the slug of something else: an entry of ``kind`` or a value of a vocabulary.

    Of partners, ``associations`` says whether only housing associations fit, or only the others; ``None``: all fit.
    """

    kind: str
    vocabulary: str = ""
    associations: bool | None = None

    @property
    def group(self) -> str:
        """Return the group of its slugs: ``partners``, ``vocabularies/doelgroepen``."""
        return f"{self.kind}/{self.vocabulary}" if self.vocabulary else self.kind


class FieldType(StrEnum):
    """The type of a field; in annotations it marks a text that is of such a type."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    NUMBER = "number"
    DAY = "day"
    PARTIAL_DATE = "partial-date"
    CHOICE = "choice"
    BOOLEAN = "boolean"
    URL = "url"
    SECURE_URL = "secure-url"
    CONTACT = "contact"
    FILE = "file"
    REFERENCE = "reference"
    OBJECT = "object"
    LIST = "list"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of the text below the front matter.

    ``heading`` is ``""`` for the text before the first heading. A part ``is_list`` when it consists of steps or points;
    ``least_items`` of them are required.
    """

    heading: str
    is_required: bool = False
    is_list: bool = False
    least_items: int = 0


def is_partial_date(value: str) -> bool:
    """Return whether the text is a year, a month or a day that exists."""
    try:
        return bool(parse_partial_date(value))
    except ValueError:
        return False


def is_url(value: str) -> bool:
    """Return whether the text is a full web address without user name, spaces or control characters."""
    try:
        return re.fullmatch(URL, value) is not None and urlsplit(value).port != 0
    except ValueError:  # an invalid port or bracket
        return False


def is_secure_url(value: str) -> bool:
    """Return whether the text is a full web address that starts with https."""
    return value.startswith("https://") and is_url(value)


def is_contact(value: str) -> bool:
    """Return whether the text is an e-mail address or a full web address."""
    return is_mailbox(value) or is_url(value)


def is_mailbox(value: str) -> bool:
    """Return whether the text is one plain e-mail address, fit to follow ``mailto:``."""
    return re.fullmatch(MAILBOX, value) is not None


def _validator(is_right: Callable[[str], bool], message: str) -> AfterValidator:
    """Return a validator that refuses a text with ``message``, a key of ``texts/values.yaml``."""

    def validate(value: str) -> str:
        if not is_right(value):
            raise ValueError(message)
        return value

    return AfterValidator(validate)


def read_boolean(value: Any) -> Any:
    """Return ``true`` and ``false`` as booleans; every other word is left for the check to refuse."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def read_day(value: Any) -> Any:
    """Return ``2026-11-21`` as a date; other forms that pydantic would guess at are refused."""
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise ValueError("day")
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise ValueError("day") from None
    return value


Text = Annotated[str, Field(min_length=1)]
FormerSlug = Text
"""A slug that an entry or value had before: its addresses lead on, and nothing else ever gets it."""
Sentence = Annotated[str, Field(min_length=1), FieldType.LONG_TEXT]
Year = Annotated[int, Field(ge=1900, le=2100)]
Day = Annotated[datetime.date, BeforeValidator(read_day)]
Boolean = Annotated[bool, BeforeValidator(read_boolean), Field(strict=True)]
PartialDate = Annotated[str, _validator(is_partial_date, "partial_date"), FieldType.PARTIAL_DATE]
WebAddress = Annotated[str, _validator(is_url, "web_address"), FieldType.URL]
SecureWebAddress = Annotated[
    str, _validator(is_url, "web_address"), _validator(is_secure_url, "secure_address"), FieldType.SECURE_URL
]
Contact = Annotated[str, _validator(is_contact, "contact_address"), FieldType.CONTACT]
FileName = Annotated[str, Field(min_length=1), FieldType.FILE]
"""The name of a file in the folder beside an entry."""
PracticeSlug = Annotated[Text, Reference(PRACTICES)]
PartnerSlug = Annotated[Text, Reference(PARTNERS)]
AssociationSlug = Annotated[Text, Reference(PARTNERS, associations=True)]
OtherPartnerSlug = Annotated[Text, Reference(PARTNERS, associations=False)]
TopicSlug = Annotated[Text, Reference(TOPICS)]
TargetGroupSlug = Annotated[Text, Reference(VOCABULARIES, TARGET_GROUPS)]
InstrumentSlug = Annotated[Text, Reference(VOCABULARIES, INSTRUMENTS)]
LegalBasisSlug = Annotated[Text, Reference(VOCABULARIES, LEGAL_BASES)]
PillarSlug = Annotated[Text, Reference(VOCABULARIES, PILLARS)]
PartnerKindSlug = Annotated[Text, Reference(VOCABULARIES, PARTNER_KINDS)]
OfferSlug = Annotated[Text, Reference(VOCABULARIES, OFFERS)]
ProcessPhaseSlug = Annotated[Text, Reference(VOCABULARIES, PROCESS_PHASES)]
AreaSlug = Annotated[Text, Reference(VOCABULARIES, AREAS)]
