"""An entry with one typo: the check reports or corrects it."""

import re
from collections.abc import Iterable, Iterator

import pytest

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.schema.references import list_references
from mvo_catalogue.validation.context import Checked
from tests.validation.conftest import Check

ENTRY = """\
---
titel: "Buren vullen samen de geveltuinen"
samenvatting: "De stoepen waren kaal en heet in de zomer. Buren leggen nu zelf geveltuinen aan met planten van De Brug."
themas:
  - wonen
  - werken
corporaties:
  - de-brug
partners:
  - wijkwerk
ook_betrokken:
  - "hovenier Groen"
onderbouwing: gemeten
uitkomst: "In 2023 legden 41 huishoudens een geveltuin aan."
doelgroepen:
  - ouderen
plaatsen:
  - "Veenstad"
provincies:
  - utrecht
periode:
  start: 2021
  eind: 2023
fase: afgerond
kosten:
  klasse: 2
  van: corporatie
  toelichting: "De planten kosten 40 euro per tuin."
contact: https://example.org/contact
bronnen:
  - titel: "Veenstad groener met geveltuinen"
    uitgever: "Veenstads Nieuws"
    url: https://example.org/geveltuinen
    datum: 2023-09-14
gepubliceerd: 2026-11-10
gecontroleerd: 2026-11-20
---

## Aanleiding

De stoepen waren kaal. In de zomer werd het er erg warm.

## Aanpak

1. De wijkbeheerder belt aan en vraagt wie er mee wil doen.
2. De Brug levert planten en haalt de tegels op.
3. Bewoners planten op een zaterdag in april.

## Resultaten

- In 2023 legden 41 huishoudens een geveltuin aan.
- Het werd in de straat een stuk koeler.

## Lessen

- Begin met één straat.
- Vraag de gemeente om water.
"""

FIELD = re.compile(r'(?P<lead> *(?:- )?)(?P<key>\w+): (?P<quote>"?)(?P<value>.+?)(?P=quote)')
ITEM = re.compile(r'(?P<lead> *)- (?P<quote>"?)(?P<value>[^:]+?)(?P=quote)')
HEADING = re.compile(r"## (?P<value>\w+)")
STEP = re.compile(r"(?P<number>\d)\. (?P<value>.+)")
POINT = re.compile(r"- (?P<value>.+)")
SENTENCE = re.compile(r"(?P<lead>(?:- |\d\. )?)(?P<value>\w.*?(?P<word>\w+))\.")

TYPOS = {
    FIELD: (
        '{lead}{key}:"{value}"',
        '{lead}{key} : "{value}"',
        '{lead}{key}:: "{value}"',
        "{lead}{key} = {value}",
        "{lead}{key}：{value}",
        "{lead}{key}; {value}",
        "{lead}{key} - {value}",
        "{lead}{key} {value}",
        "{lead}{key}:\t{value}",
        "{lead}{key}:\xa0{value}",
        "{lead}**{key}:** {value}",
        '{lead}"{key}": "{value}"',
        '{lead}{key}x: "{value}"',
        ' {lead}{key}: "{value}"',
        '\t{lead}{key}: "{value}"',
        "{lead}{key}: “{value}”",
        "{lead}{key}: „{value}”",
        "{lead}{key}: `{value}`",
        "{lead}{key}: «{value}»",
        '{lead}{key}: "{value}',
        '{lead}{key}: ""{value}""',
        '{lead}{key}: "{value}" en meer',
        "{lead}{key}: {value},",
        "{lead}{key}: {value};",
        "{lead}{key}: [{value}]",
        "{lead}{key}: ({value})",
        "{lead}{key}: {{{value}}}",
        "{lead}{key}: <{value}>",
        "{lead}{key}: **{value}**",
        "{lead}{key}: {value} # nakijken",
        "{lead}{key}: {value} (nakijken)",
        "{lead}{key}: TODO",
        "{lead}{key}: n.v.t.",
        "{lead}{key}: -",
        "{lead}{key}: xx",
        '{lead}{key}: ""',
        "{lead}{key}:\n{value}",
        "{lead}{key}:\n{lead}    {value}",
        "{lead}{key}: |\n{lead}    {value}",
        '{lead}{key}: "{value}"\n{lead}{key}: "{value}"',
        "{lead}{key}: {value}&amp;zo",
        "{lead}{key}: <b>{value}</b>",
        "{lead}{key}: ✅ {value}",
        "{lead}{key}: \u200b{value}",
        "{lead}{key}: [{value}](https://example.org)",
        "{lead}{key}: let op: {value}",
        "{lead}{key}: {key}: {value}",
    ),
    ITEM: (
        "{lead}- {value},",
        "{lead}- {value};",
        "{lead}{value}",
        "{lead}-{value}",
        "{lead}* {value}",
        "{lead}• {value}",
        "{lead}– {value}",
        "{lead}1. {value}",
        "\t- {value}",
        "{lead}-\t{value}",
        "{lead}- - {value}",
        "{lead}- “{value}”",
        '{lead}- "{value}',
        "{lead}- {value} (nakijken)",
        "{lead}- {value} # nakijken",
        "{lead}- [x] {value}",
        "{lead}- [{value}](https://example.org)",
        "{lead}- {value}\n{lead}- {value}",
        "{lead}- ",
        "{lead}- naam: {value}",
    ),
    HEADING: (
        "##{value}",
        "# {value}",
        "### {value}",
        "**{value}**",
        "{value}",
        "{value}:",
        "##\xa0{value}",
        "    ## {value}",
        "{value}\n---",
        "<h2>{value}</h2>",
        "> ## {value}",
        "- ## {value}",
        "## {value}\n\n## {value}",
    ),
    STEP: (
        "{number}.{value}",
        "({number}) {value}",
        "Stap {number}: {value}",
        "• {value}",
        "{number}: {value}",
        "    {number}. {value}",
        "{number}\\. {value}",
        "{number}.",
        "<li>{value}</li>",
    ),
    POINT: (
        "-{value}",
        "• {value}",
        "\uf0b7 {value}",
        "– {value}",
        "— {value}",
        "~ {value}",
        "- [ ] {value}",
        "*{value}",
        "-",
    ),
    SENTENCE: (
        "{lead}{value} (nakijken).",
        "{lead}{value}. TODO",
        "{lead}{value}. xx",
        "{lead}{value}. [invullen]",
        "{lead}{value}.<br>",
        "{lead}{value}. ![](foto.jpg)",
        "{lead}{value}. [[wijkwerk]]",
        "{lead}{value}. [site] (https://example.org)",
        "{lead}{value}. (site)[https://example.org]",
        "{lead}{value}. [site](https://example.org",
        "{lead}{value}. [site]{{https://example.org}}",
        "{lead}{value}. [site]()",
        "{lead}{value}. [site](www.example.org)",
        "{lead}{value}. Zie htp://example.org",
        "{lead}{value}.[1]",
        "{lead}{value}.[^1]",
        "{lead}{value}.¹",
        "{lead}{value} _{word} _.",
        "{lead}{value} ** {word} **.",
        "{lead}{value} cafÃ©.",
        "{lead}{value} caf%C3%A9.",
        "{lead}{value} o\ufb03ce.",
        "{lead}{value} tegel- pad.",
        "{lead}{value}. {{#x}}",
        "{lead}{value}. {{{{ naam }}}}",
        "<<<<<<< HEAD\n{lead}{value}.",
        "```\n{lead}{value}.",
        "!!! note\n    {lead}{value}.",
        "{lead}{value}.\n\nfase: lopend",
        "{lead}{value}.\n\nMet vriendelijke groet,",
        "{lead}{value}.\n\nPagina 2 van 5",
    ),
}
LINES_EACH = 2
FENCE = "---"

PARTNER = """\
---
naam: "Groenwerk"
soort: welzijn
werkgebied: lokaal
kernactiviteit: "Tuinen aanleggen met mensen uit de wijk"
biedt:
  - uren
website: https://example.org
andere_namen:
  - "Groen & Werk"
bronnen:
  - titel: "Groenwerk legt tuinen aan"
    uitgever: "Veenstads Nieuws"
    url: https://example.org/groenwerk
    datum: 2023-09
gecontroleerd: 2026-11-20
---

Groenwerk legt tuinen aan. De bewoners kiezen de planten.
"""

TOPIC = """\
---
naam: "Groen"
vraag: "Hoe krijgen we meer groen in de straat?"
pijler: wijk-en-samenleven
volgorde: 4
zoekwoorden:
  - "geveltuin"
onderwerp: "meer groen in de straat"
---

Dit thema gaat over groen. Een tuin is koel in de zomer.
"""

PAGE = """\
---
titel: "Over de catalogus"
samenvatting: "Wat wij verzamelen, voor wie dat is, en hoe u zelf meedoet."
volgorde: 2
menu: onder
---

De catalogus is van iedereen. Wij vullen haar samen aan.
"""

VOCABULARY = """\
jongeren:
  naam: Jongeren
  uitleg: Tot en met 27 jaar.
ouderen:
  naam: Ouderen
  vroeger:
    - senioren
"""
OTHERS = {"partners": PARTNER, "themes": TOPIC, "pages": PAGE, "vocabularies": VOCABULARY}


def make_typos(entry: str, most: int) -> Iterator[tuple[int, str]]:
    """Yield lines with one typo each, and the number (from 0) of the line of the entry that they replace.

    Each typo is made in at most ``most`` places, or one more.
    """
    lines = entry.split("\n")
    end = lines.index(FENCE, 1) if FENCE in lines else len(lines)
    for pattern, typos in TYPOS.items():
        is_field = pattern in (FIELD, ITEM)
        places = [
            (at, match)
            for at, line in enumerate(lines)
            if (at < end) == is_field and (match := pattern.fullmatch(line))
        ]
        for number, typo in enumerate(typos if places else ()):
            step = max(1, len(places) // most)
            for at, match in places[number % step :: step]:
                if (line := typo.format(**match.groupdict())) != lines[at]:
                    yield at, line


def put(entry: str, at: int, line: str) -> str:
    """Return an entry with another line."""
    lines = entry.split("\n")
    return "\n".join([*lines[:at], line, *lines[at + 1 :]])


def say(checked: Checked) -> tuple[object, ...]:
    """Return the values of an entry or vocabulary, without their places."""
    value = checked.value
    assert value is not None
    if isinstance(value, dict):
        return (value,)
    sections = [(section.heading, section.html) for section in value.body.sections]
    return value.model_dump(exclude={"body", "path", "slug"}), sections


def list_words(checked: Checked) -> set[str]:
    """Return what an entry refers to, of which only the whole catalogue knows whether it exists."""
    value = checked.value
    return set() if isinstance(value, dict) else {word for *_, word in list_references(value)}


def find_reported(checked: Checked) -> set[int]:
    """Return the lines (from 0) with an error or warning."""
    return {found.line - 1 for found in checked.diagnostics if found.severity is not Severity.TIP}


def find_silent(check: Check, entry: str, kind: str, typos: Iterable[tuple[int, str]]) -> list[str]:
    """Return the lines with a typo of which nothing is reported, and that change what the entry says."""
    whole = check(entry, kind)
    said, known = say(whole), list_words(whole)
    assert find_reported(whole) == set()
    silent = []
    for at, line in typos:
        checked = check(put(entry, at, line), kind)
        is_unknown = checked.value and not list_words(checked) <= known
        if not find_reported(checked) and not is_unknown and say(checked) != said:
            silent.append(line)
    return silent


@pytest.mark.parametrize("part", range(2))
def test_no_typo_is_silently_accepted(check, part):
    """In any field, list, heading, step, item and sentence."""
    assert find_silent(check, ENTRY, "practices", list(make_typos(ENTRY, LINES_EACH))[part::2]) == []


@pytest.mark.parametrize("kind", OTHERS)
def test_no_typo_in_another_kind_of_file_is_silently_accepted(check, kind):
    """In any field, list and sentence."""
    assert find_silent(check, OTHERS[kind], kind, make_typos(OTHERS[kind], 1)) == []


def test_of_two_typos_both_are_reported(check):
    """As each of them is by itself; of two versions of a text nothing else is."""
    typos = [typo for typo in make_typos(ENTRY, 1) if "<<<<" not in typo[1]]
    lost = []
    for (first, one), (last, two) in zip(typos, typos[len(typos) // 2 :], strict=False):
        before, after = find_reported(check(put(ENTRY, first, one))), find_reported(check(put(ENTRY, last, two)))
        both = find_reported(check(put(put(ENTRY, last, two), first, one)))
        added = one.count("\n")
        ranges = (range(first, first + added + 2), range(last, last + two.count("\n") + 2))
        if last - first > 1 and not before.isdisjoint(ranges[0]) and not after.isdisjoint(ranges[1]):
            is_lost = both.isdisjoint(ranges[0]) or both.isdisjoint(at + added for at in ranges[1])
            lost += [(one, two)] if is_lost else []
    assert lost == []
