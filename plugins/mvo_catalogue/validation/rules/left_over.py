"""placeholder, broken-characters and left-over: what came along, or stayed behind, and was never meant for readers.

A text to be filled in, letters read in another encoding, the signature of a mail, the marks of a chatbot. The form in
the browser goes by the same patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import PLACEHOLDER
from mvo_catalogue.domain.patterns import END, LETTER, START
from mvo_catalogue.validation.subjects import EntryFile

_SECOND_BYTES = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
_ANY_CASE = re.IGNORECASE | re.MULTILINE
SIGNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("placeholder", "", re.compile(rf"\{PLACEHOLDER}|\b(?:TODO|TBD|FIXME|XX|x{{3,}})\b")),
    (
        "placeholder",
        "",
        re.compile(
            r"\[(?:[\w/ -]{1,40} )?(?:invullen|invoegen|in te vullen|aanvullen|toevoegen|vul(?: \w+){0,4} in)\b"
            r"[^\[\]\n]*\](?!\()"
            r"|\[(?:insert|your|add|uw|jouw|naam|datum|date|link|url|bron|source|plaats|jaar|bedrag|getal|aantal)\b"
            r"[\w/ -]{0,30}\](?![(\[:])"
            r"|fout! (?:verwijzingsbron|bladwijzer) niet \w+|error! reference source not found"
            r"|klik (?:of tik )?om (?:een )?tekst (?:in te voeren|toe te voegen)|click or tap here to enter text"
            r"|\blorem ipsum\b|\bnog (?:in te vullen|invullen|navragen|uitzoeken|nakijken|checken)\b"
            r"|\bklopt (?:dit|dat)(?: wel| nog)?\?",
            _ANY_CASE,
        ),
    ),
    (  # what letters of UTF-8 become when they are read as Windows-1252, the sign for a lost one, the ﬁ of a pdf
        "broken-characters",
        "",
        re.compile(
            rf"[ÂÃ][{_SECOND_BYTES}]|â[\u20ac\u201a\u201e\u2020][{_SECOND_BYTES}\x80-\x9f]|ï¿½|\ufffd|[\ufb00-\ufb06]"
        ),
    ),
    (
        "left-over",
        "mail",
        re.compile(
            r"^(?:(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|(?:kind|best) regards"
            r"|(?:beste|geachte|hallo|hoi|dag) (?:allemaal|allen|collega|heer|mevrouw|redactie)[^.\n]{0,30})[,.!]?$"
            r"|^(?:verzonden|verstuurd|sent) (?:vanaf|via|from|vanuit) .*"
            r"|bestemd voor de geadresseerde|caution: external"
            r"|(?:mail|bericht) komt van buiten (?:de|uw|onze) organisatie"
            r"|^\[?\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?,? \d\d?:\d\d\b.*"
            rf"|{START}((?:fw|fwd|doorst|antw): )",
            _ANY_CASE,
        ),
    ),
    (
        "left-over",
        "mail",
        re.compile(
            r"^(?:Van|Aan|Verzonden|Onderwerp|C[Cc]|From|To|Sent|Subject|Status|Eigenaar|Owner|Tags|Auteur|Author"
            r"|Aangemaakt(?: op| door)?|Created(?: by)?|Laatst bewerkt(?: op| door)?|Last edited(?: by)?): +\S.*",
            re.MULTILINE,
        ),
    ),
    (
        "left-over",
        "chat",
        re.compile(
            r"^(?:natuurlijk|zeker|uiteraard|prima|goed idee)!.*|^hier is (?:de|het|een|je|jouw|uw) [^.\n]{0,60}:$"
            r"|^(?:wil je|zal ik|laat (?:het )?me weten|ik hoop dat (?:dit|het) )[^\n]*"
            r"|:contentreference\[[^\]]{0,80}\]|\[?oaicite:?\d*|turn\d+(?:search|view|news|file)\d+|【[^】\n]{0,80}】"
            r"|^[*_]*(?:opmerking|let op|disclaimer)\b[^\n]*\b(?:AI|ChatGPT|Copilot|taalmodel)\b[^\n]*",
            _ANY_CASE,
        ),
    ),
    (
        "left-over",
        "office",
        re.compile(
            r"\[(?!CO2\])[A-Z]{2,3}\d{1,2}(?:R\d+)?\](?!\()"
            r"|^[ \t]*(?:Pagina|pagina|Page) \d+(?: (?:van|of|/) \d+)?[ \t]*$"
            rf"|(?:[{LETTER}]|[.,])(\[[a-z]\])(?![(\[:])|^\[[a-z]\](?![(\[: ])"
            r"|\{ ?(?:HYPERLINK|PAGE|REF|TOC|MERGEFIELD)\b[^{}]{0,400}\}"
            r"|^[^\n.]{1,80}\.{5,} ?\d+$|\[image\d*\.\w{3,4}\]"
            r"|#(?:N/B|N/A|(?:REF|VERW|WAARDE|VALUE|GETAL|NUM|DIV/0|DEEL/0)!|(?:NAAM|NAME)\?)",
            re.MULTILINE,
        ),
    ),
    (
        "left-over",
        "web",
        re.compile(
            r"(?:lees (?:meer|verder|ook)|meer lezen|read more|klik hier) ?(?:\.\.\.|…)? ?(?:>+|[»\u203a→]|$)"
            r"|^(?:deel (?:dit|via|op) [^.\n]{0,40}|terug naar boven"
            r"|(?:accepteer )?(?:alle )?cookies(?: accepteren)?)$",
            _ANY_CASE,
        ),
    ),
    (
        "left-over",
        "hyphen",
        re.compile(rf"[{LETTER}]{{2}}-\n(?!(?:en|of|als|tot|maar|noch){END})[a-z]{{2,}}"),
    ),
)
"""What stands in no finished text: the rule that says so, what is the matter, and what it looks like.

Each begins at the start of a line, or with a sign or word that is rare.
"""
LONGEST = 40


def check_left_overs(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield what no reader should see: of each rule, the first on a line."""
    reported = set[tuple[str, int]]()
    for rule, matter, pattern in SIGNS:
        for match in file.find(pattern):
            line, column = file.place(match.start(match.lastindex or 0))
            if (rule, line) not in reported:
                reported.add((rule, line))
                yield from file.diagnose.place(
                    rule, (line, column), matter, found=shorten(" ".join(match[match.lastindex or 0].split()))
                )


def shorten(text: str) -> str:
    """Return a text as a message repeats it."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
