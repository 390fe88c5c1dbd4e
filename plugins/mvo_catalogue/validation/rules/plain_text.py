"""text-cut, plain-text and empty-summary: a field shows readers what its editor intended."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import FORMER, ValuePath
from mvo_catalogue.domain.names import is_same_title
from mvo_catalogue.domain.normalise import says_nothing
from mvo_catalogue.domain.patterns import END, START, WORD, shorten
from mvo_catalogue.reading.yaml_values import YamlValues
from mvo_catalogue.schema.tree import Field, entry_fields, walk_values
from mvo_catalogue.validation.context import Diagnose, EntryFile
from mvo_catalogue.validation.rules.left_over import LONGEST

MARKUP = re.compile(
    rf"(?:^|[^*{WORD}])(\*[^\s*][^*]*\*)(?![*{WORD}])|{START}(__?[^\s_][^_]*__?){END}"
    r"|(\*\*[^*]+\*\*|~~[^~]+~~|`[^`]+`|!?\[[^\[\]]+\]\([^()\s]*\)|\[\[[^\[\]]+\]\]|^#{1,6} \S+"
    r"|^[-–•*>\u2190-\u2bff🌀-🫿]\ufe0f? \S+"
    r"|\\(?:$|[!-/:-@\[-`{{-~])|\{\{|\{%|(?:^| )//(?: |$)|</?[A-Za-z][^<>]*>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);)"
    r"|(?:^|[^\w:])(:[a-z][a-z_]{1,30}:)(?![\w:])",
    re.IGNORECASE,
)
"""Markdown and HTML, which a field shows literally."""
_GLUED = re.compile(r"#[^\s#]")
"""A ``#`` that begins no comment, but perhaps the fragment of an address."""
_QUOTES = re.compile(r"(?<!\d)[“”„\"]")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAST_SHOUTED = 2
_WORD, _FEW_MORE = re.compile(r"\w+"), 2
"""A summary with no more words than this beside those of the title says nothing new."""
_CITED = ("‘", "’", "'")
"""The quotes around a title that is a quotation."""
WHOLLY_QUOTED = re.compile(r"""[“”„‘’«»][^“”„«»"]+[”“‘’«»"]|"[^“”„«»"]+["”]|'[^']+'|\([^()]+\)""")
_LOST_APOSTROPHE = re.compile(r"'(?:s-\w|[stnk] \w)")
_TOPIC, _SENTENCE = "onderwerp", re.compile(r"(?:over|dit|het gaat) |.*[.!?]$", re.IGNORECASE | re.DOTALL)
"""The key of words that come after “over”, and a text that does not fit there."""
_PROPOSAL, _DECISION = "voorstel", re.compile(r"\W*(?:het )?(?:bestuur|directie|mt) besluit\b", re.IGNORECASE)
"""The key of a proposal, and the words before it that the site adds."""
_PLACES, SEVERAL = "plaatsen", re.compile("[^,]+, .+ en .+")
"""The key of places, and several of them in one text."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|webp|heic|gif|docx?|xlsx?|pptx?|pdf)|(?:IMG|DSC|PXL)[-_]?\d[\w-]*"
    r"|(?:WhatsApp Image|Schermafbeelding|Screenshot) \d.*",
    re.IGNORECASE,
)
_WHOLE, _CUT_OFF = ("titel", "samenvatting", "uitkomst", "naam", "kernactiviteit"), re.compile(r"(?:…|\.{3})$")
"""The keys of a text that is never shown in part, and how one ends of which a program showed a part."""
_WRONG_END = re.compile(r"[,;]$|(?<![.])[.!?][.?]$|[.!?][,;]$")
_ESCAPE = re.compile(r"\\[nrtN_]")


def check_fields(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield diagnostics about fields of an entry that are shown differently than intended."""
    fields = entry_fields(file.file.kind)
    keys = {one.key for field in fields for one in (field, *field.inner)}
    for key, line in file.remarks.items():
        if key in keys:
            yield from file.diagnose.place("text-cut", (line, 1), "field", key=key)
    yield from check_texts(fields, file.values.data, file.values, file.lines, file.diagnose)


def check_texts(
    fields: Iterable[Field],
    data: Mapping[str, Any],
    values: YamlValues,
    lines: Sequence[str],
    diagnose: Diagnose,
    start: ValuePath = (),
) -> Iterator[Diagnostic]:
    """Yield diagnostics about texts of ``data`` (at the path ``start``) that are shown differently than intended."""
    for path, field, value in walk_values(fields, data, start):
        if not isinstance(value, str):
            continue
        line, column = values.places.find(path)
        cut = values.cuts.get(path)
        if cut and (field.is_free_text or _GLUED.match(lines[cut[0] - 1], cut[1] - 1)):
            matter = "cut" if field.is_free_text else "glued"
            yield from diagnose.place("text-cut", cut, matter, value=shorten(value, LONGEST))
        if _is_explanation(value, field):
            yield from diagnose.value("placeholder", path, found=shorten(value, LONGEST))
        found = [*_of_field(path, field, value), *_find_matters(value, lines[line - 1][column - 1 :])]
        for matter, slots in found if field.is_free_text and path[0] != FORMER else ():
            is_cited = path[-1] == "titel" and len(path) > 1 + len(start) and value.startswith(_CITED)
            is_reported = matter != "quotes" or not is_cited
            if is_reported and (matter != "apostrophe" or values.is_usable):
                yield from diagnose.value("plain-text", path, matter, **slots)


def _is_explanation(value: str, field: Field) -> bool:
    """Return whether a text is what editors read about its field, or the start of that."""
    is_start = len(value.split()) > _FEW_MORE and field.meaning.startswith(value.rstrip("."))
    return is_start or value in (field.hint, *re.findall(r"[^\s.?!][^.?!]*[.?!]", field.hint))


def _of_field(path: ValuePath, field: Field, value: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (message, values) for each way in which a text does not fit this field."""
    head, _, rest = value.partition(":")
    if rest[:1] == " " and head.casefold() in (field.key, field.label.casefold()):
        yield "label", {"found": f"{head}:"}
    if FILE_NAME.fullmatch(value):
        yield "file", {"found": shorten(value, LONGEST)}
    if field.key == _PROPOSAL and _DECISION.match(value):
        yield "proposal", {}
    if field.key == _TOPIC and _SENTENCE.match(value):
        yield "topic", {}
    if path[-1] in _WHOLE and (end := _CUT_OFF.search(value)):
        yield "cut", {"sign": end[0]}
    if path[0] == _PLACES and SEVERAL.match(value):
        yield "places", {}


def _find_matters(value: str, written: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (message, values) for each part of a text that is shown differently than it is ``written``."""
    if says_nothing(value) and value != "null":  # the word null must have been quoted
        yield "nothing", {"found": value}
    if _ADDRESS.fullmatch(value):
        yield "address", {}
    if end := _WRONG_END.search(value):
        yield "end", {"sign": end[0]}
    if marks := dict.fromkeys(found[found.lastindex or 0] for found in MARKUP.finditer(value)):
        yield "markup", {"found": "”, “".join(shorten(mark, LONGEST) for mark in marks)}
    if _LOST_APOSTROPHE.match(written):
        yield "apostrophe", {"value": shorten(value, LONGEST)}
    if written.startswith('"') and (escape := _ESCAPE.search(written[: written.find('"', 1)].replace("\\\\", ""))):
        yield "escape", {"code": escape[0]}
    if value.isupper() and sum(map(str.isupper, _LONG_WORD.findall(value))) >= _LEAST_SHOUTED:
        yield "capitals", {}
    if sign := _find_half(value):
        yield "half", {"sign": sign}
    if WHOLLY_QUOTED.fullmatch(value):
        yield "quotes", {"first": value[0], "last": value[-1]}


def _find_half(value: str) -> str:
    """Return a quote or bracket without its counterpart, ``""`` for none."""
    if len(quotes := _QUOTES.findall(value)) == 1:
        return str(quotes[0])
    return next((pair[0] for pair in ("()", "[]") if value.count(pair[0]) > value.count(pair[1])), "")


def check_summary(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a warning for a summary that only repeats the title."""
    title, summary = (file.values.data.get(key) for key in ("titel", "samenvatting"))
    if not isinstance(title, str) or not isinstance(summary, str):
        return
    more = set(_WORD.findall(summary.casefold())).difference(_WORD.findall(title.casefold()))
    if is_same_title(title, summary) or len(more) <= _FEW_MORE:
        yield from file.diagnose.value("empty-summary", ("samenvatting",))
