"""citizen-number, personal-mailbox and personal-phone: no personal data on the internet.

A citizen service number (bsn) has eight or nine digits and passes the "elfproef": nine, eight … two and minus one times
its digits is a multiple of eleven. One in eleven other numbers passes too, so one that says what it is, is let through.
The form in the browser uses the same patterns.
"""

import re
from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.patterns import END, LETTER, START, WORD
from mvo_catalogue.validation.context import EntryFile

CITIZEN_NUMBER = re.compile(
    r"\d(?:\d{7,8}|\d{3}\.\d{2}\.\d{3}|\d{2}[ -]\d{3}[ -]\d{3}|\d{3} \d{2} \d{3})"
    rf"(?![{WORD}/]|[.,-]\d)"
)
MONEY = re.compile(rf"\s*(?:euro|eur{END}|m2|m²|m3|m³|kwh|kg|km|%)", re.IGNORECASE)
OTHER_NUMBER = re.compile(
    rf"[{WORD}.,/+€$-]$|[€$] $"
    r"|(?:kvk|k\.v\.k\.|kamer van koophandel|isbn|issn|rsin|btw|vat|iban|doi|kenmerk|referentie|code|tel|telefoon|bel"
    rf"|{START}(?!burgerservice|sofi|bsn|persoons)[{WORD}]*(?:nummer|nr))[-.:#]*(?:nummer|nr)?[\s.:#(-]*(?:is |nl)?$",
    re.IGNORECASE,
)
BEFORE = 40
DAY = re.compile(
    r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}"
)
"""What such a number looks like, and the context that shows that it is another number."""

MAILBOX = re.compile(rf"(?:^|[^{WORD}.+@/-])([{WORD}.+-]{{1,64}})@([{WORD}-]{{1,63}}(?:\.[{WORD}-]{{1,63}})+)")
PERSON_NAME = re.compile(rf"[{LETTER}]+(?:[._][{LETTER}]+)+\d{{0,4}}")
FUNCTION = re.compile(
    r"administratie|afdeling|beheer|bestuur|bureau|buurt|communicatie|contact|coöperatie|dienst|duurzaam|energie"
    rf"|huurder|info|inkoop|klant|loket|meedoen|meld|{START}mvo{END}|onderhoud|participatie|{START}pers{END}|project"
    r"|receptie|redactie|secretariaat|service|sociaal|stichting|team|vereniging|werk|wijk|wonen|woning"
)
"""Words in the name of a mailbox that is not of one person."""
PRIVATE_HOST = re.compile(
    r"(?:gmail|hotmail|outlook|live|msn|icloud|me|yahoo|ziggo|kpnmail|kpnplanet|planet|home|xs4all|upcmail|hetnet|"
    r"casema|chello|quicknet|telfort|tele2|solcon|online|proton|protonmail)\.(?:com|nl|me)",
    re.IGNORECASE,
)

_SPACE = r"[ .\-–\u00a0]{0,3}"
MOBILE_NUMBER = re.compile(
    rf"(?:^|[^{WORD}.,/+-])((?:(?:\+|00)31{_SPACE}(?:\(0\){_SPACE})?|\(?0)6\)?(?:{_SPACE}\d){{8}})(?![{WORD}/-])"
)


def check_citizen_numbers(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error for every number that could be a citizen service number, without repeating it."""
    for match in file.find(CITIZEN_NUMBER):
        digits = re.sub(r"\D", "", match[0])
        before = file.source[max(0, match.start() - BEFORE) : match.start()].rpartition("\n")[2]
        if (
            passes_elfproef(digits)
            and not DAY.fullmatch(digits)
            and not MONEY.match(file.source, match.end())
            and not OTHER_NUMBER.search(before)
        ):
            yield from file.diagnose.place("citizen-number", file.place(match.start()))


def passes_elfproef(digits: str) -> bool:
    """Return whether eight or nine digits could be a citizen service number."""
    number = digits.zfill(9)
    total = sum(weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), number, strict=True))
    return total % 11 == 0 and len(set(number)) > 1


def check_mailboxes(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a warning for every mailbox of the form ``first.last@``, and for one of a private provider."""
    for match in file.find(MAILBOX) if "@" in file.source else ():
        name = match[1].lower()
        is_person = PERSON_NAME.fullmatch(name) or PRIVATE_HOST.fullmatch(match[2])
        if is_person and not FUNCTION.search(name.replace(".", " ").replace("_", " ")):
            yield from file.diagnose.place(
                "personal-mailbox", file.place(match.start(1)), address=f"{match[1]}@{match[2]}"
            )


def check_phone_numbers(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a warning for every mobile number."""
    for match in file.find(MOBILE_NUMBER):
        yield from file.diagnose.place("personal-phone", file.place(match.start(1)))
