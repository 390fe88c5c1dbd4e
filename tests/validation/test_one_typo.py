"""An entry with one typo: the check reports or corrects it."""

import re
from collections.abc import Iterator

import pytest

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.schema.references import list_references
from mvo_catalogue.validation.context import Checked

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
LINES_EACH = 3


def make_typos() -> Iterator[tuple[str, str]]:
    """Yield the entry with one typo in it and the line that it is in; each typo is made in a few places."""
    lines = ENTRY.split("\n")
    end = lines.index("---", 1)
    for pattern, typos in TYPOS.items():
        is_field = pattern in (FIELD, ITEM)
        places = [
            (at, match)
            for at, line in enumerate(lines)
            if (0 < at < end) == is_field and (match := pattern.fullmatch(line))
        ]
        for number, typo in enumerate(typos):
            step = max(1, len(places) // LINES_EACH)
            for at, match in places[number % step :: step]:
                line = typo.format(**match.groupdict())
                yield "\n".join([*lines[:at], line, *lines[at + 1 :]]), line


def say(checked: Checked) -> tuple[object, ...]:
    """Return the values of an entry, without their places."""
    entry = checked.value
    assert entry is not None
    sections = [(section.heading, section.html) for section in entry.body.sections]
    return entry.model_dump(exclude={"body", "path", "slug"}), sections


@pytest.mark.parametrize("part", range(4))
def test_no_typo_is_silently_accepted(check, part):
    """In any field, list, heading, step, item and sentence."""
    whole = check(ENTRY)
    said, known = say(whole), {word for *_, word in list_references(whole.value)}
    silent = []
    for text, line in list(make_typos())[part::4]:
        checked = check(text)
        is_reported = any(found.severity is not Severity.TIP for found in checked.diagnostics)
        is_unknown = checked.value and any(word not in known for *_, word in list_references(checked.value))
        if not is_reported and not is_unknown and say(checked) != said:
            silent.append(line)
    assert silent == []
