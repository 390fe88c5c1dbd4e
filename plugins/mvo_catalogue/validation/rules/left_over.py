"""placeholder, broken-characters and left-over: what came along, or stayed behind, and was never meant for readers.

A text to be filled in, letters read in another encoding, the signature of a mail, the marks of a chatbot:
texts/left_over.yaml says what these look like. The form in the browser goes by the same patterns.
"""

import re
from collections.abc import Iterator
from functools import cache

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import PARTNERS, PRACTICES
from mvo_catalogue.domain.patterns import shorten
from mvo_catalogue.schema.tree import build_schema
from mvo_catalogue.texts import Words, load_texts
from mvo_catalogue.validation.subjects import EntryFile

LONGEST = 40
"""How many characters a message repeats."""
_OF_BLOCKS = "mail"
"""What is the matter with lines below each other, of which one message speaks."""


class _Sign(Words):
    rule: str
    matter: str = ""
    ignores_case: bool = False
    like: tuple[str, ...]


@cache
def load_signs() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return what stands in no finished text: the rule that says so, what is the matter, and what it looks like."""
    signs = (
        (sign.rule, sign.matter, re.compile(_join(sign.like), re.MULTILINE | re.IGNORECASE * sign.ignores_case))
        for sign in load_texts("left_over", tuple[_Sign, ...])
    )
    hints = [part.hint.partition(".")[0] for kind in (PRACTICES, PARTNERS) for part in build_schema(kind).text]
    return *signs, ("placeholder", "", re.compile(rf"(?:{'|'.join(dict.fromkeys(filter(None, hints)))})\."))


def _join(patterns: tuple[str, ...]) -> str:
    """Return a pattern for any of these; those of the start of a line are looked for at the start of a line alone."""
    starts = [pattern[1:] for pattern in patterns if pattern.startswith("^")]
    others = [pattern for pattern in patterns if not pattern.startswith("^")]
    return "|".join([*([f"^(?:{'|'.join(starts)})"] if starts else []), *others])


def check_left_overs(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield what no reader should see: of each rule, the first on a line."""
    reported = set[tuple[str, int]]()
    for rule, matter, pattern in load_signs():
        for match in file.find(pattern):
            line, column = file.place(match.start(match.lastindex or 0))
            is_said = (rule, line) in reported or (matter == _OF_BLOCKS and (rule, line - 1) in reported)
            reported.add((rule, line))
            if not is_said:
                found = shorten(match[match.lastindex or 0], LONGEST)
                yield from file.diagnose.place(rule, (line, column), matter, found=found)
