"""placeholder, broken-characters and left-over: text that was copied along or left behind by accident.

A text to be filled in, letters read in another encoding, the signature of a mail, the marks of a chatbot:
texts/left_over.yaml says what these look like. The form in the browser uses the same patterns.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import PARTNERS, PRACTICES
from mvo_catalogue.domain.patterns import shorten
from mvo_catalogue.schema.tree import build_schema
from mvo_catalogue.texts import Words, load_texts
from mvo_catalogue.validation.context import EntryFile

LONGEST = 40
"""How many characters a message repeats."""
_BROKEN, _REST = "broken-characters", "left-over"
ALIKE = ("асеорхуіАВСЕНІКМОРТХ", "aceopxyiABCEHIKMOPTX")  # noqa: RUF001  # that look alike is what it is about
"""Letters of another alphabet, and the ones for which they are taken."""
_OF_BLOCKS = "mail"
"""The message that is given once for lines below each other."""


class _Sign(Words):
    rule: str
    matter: str = ""
    ignores_case: bool = False
    like: tuple[str, ...]


@cache
def load_signs() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return (rule, message, pattern) for everything that does not belong in a finished text."""
    signs = (
        (sign.rule, sign.matter, re.compile(_join(sign.like), re.MULTILINE | re.IGNORECASE * sign.ignores_case))
        for sign in load_texts("left_over", tuple[_Sign, ...])
    )
    hints = [part.hint.partition(".")[0] for kind in (PRACTICES, PARTNERS) for part in build_schema(kind).text]
    return *signs, ("placeholder", "", re.compile(rf"(?:{'|'.join(dict.fromkeys(filter(None, hints)))})\."))


def _join(patterns: tuple[str, ...]) -> str:
    """Return one pattern for all of these; those that begin with ``^`` share one anchor."""
    starts = [pattern[1:] for pattern in patterns if pattern.startswith("^")]
    others = [pattern for pattern in patterns if not pattern.startswith("^")]
    return "|".join([*([f"^(?:{'|'.join(starts)})"] if starts else []), *others])


def check_left_overs(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a diagnostic for everything that no reader should see; per rule those of the first kind on a line."""
    reported = set[tuple[str, int]]()
    for rule, matter, pattern in load_signs():
        seen: dict[int, set[str]] = {}
        for match in file.find(pattern):
            found, place = match[match.lastindex or 0], file.place(match.start(match.lastindex or 0))
            line = place[0]
            texts = seen.setdefault(line, set())
            is_said = (rule, line) in reported or found in texts or (bool(texts) and rule != _REST)
            goes_on = matter == _OF_BLOCKS and (line - 1 in seen or (rule, line - 1) in reported)
            texts.add(found)
            if not is_said and not goes_on:
                meant = read_broken(found).strip() if rule == _BROKEN else ""
                slots = {"found": shorten(found, LONGEST), "meant": meant}
                yield from file.diagnose.place(rule, place, "meant" if meant else matter, **slots)
        reported.update((rule, line) for line in seen)


def mend_characters(text: str) -> str:
    """Return a text with the letters in place of the broken ones of which it is certain what they were."""
    (pattern,) = (pattern for rule, _, pattern in load_signs() if rule == _BROKEN)
    mended = pattern.sub(lambda match: read_broken(match[0]) or match[0], text)
    return text if mended == text else mend_characters(mended)  # text may be broken twice


def read_broken(found: str) -> str:
    """Return what broken letters were before, ``""`` when that cannot be known."""
    try:
        if found[0] in "ÂÃâ":
            return bytes(ord(one) if one < "\u0100" else one.encode("cp1252")[0] for one in found).decode()
        if found[0] == "=":
            return unquote(found.replace("=", "%"), errors="strict") if "\n" not in found else ""
    except UnicodeError:
        return ""
    meant = re.sub(r"(?<=\d)O", "0", unicodedata.normalize("NFKC", found)).translate(str.maketrans(*ALIKE))
    return meant if meant.isascii() and meant != found else ""
