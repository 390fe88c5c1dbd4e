"""Repairs: typos with one right answer are corrected, ambiguous ones stay."""

import pytest

from mvo_catalogue.domain.model import PRACTICES
from tests.validation.conftest import CASES

GOOD = (CASES / "base" / "content" / PRACTICES / "portieken.md").read_text(encoding="utf-8")
HEAD, BODY = GOOD.split("---\n", 2)[1:]
TOPICS = "themas:\n  - werken\n  - wonen\n"


def entry(*, fields: str = HEAD, body: str = BODY) -> str:
    """Return a practice with other fields or another text."""
    return f"---\n{fields}---\n{body}"


def swap(text: str, old: str, new: str) -> str:
    """Replace a piece that must be there."""
    assert old in text
    return text.replace(old, new, 1)


SLIPS = {
    "byte order mark": "\ufeff" + GOOD,
    "windows line ends": GOOD.replace("\n", "\r\n"),
    "old line ends": GOOD.replace("\n", "\r"),
    "no final newline": GOOD.rstrip("\n"),
    "empty lines at the end": GOOD + "\n \n\t\n",
    "spaces after fields": entry(fields=HEAD.replace("\n", "  \n")),
    "spaces after the fences": GOOD.replace("---\n", "--- \n", 2),
    "spaces after text": entry(body=BODY.replace("\n", " \n")),
    "hidden character": swap(GOOD, "titel: ", "titel: \u200b"),
    "letters that a program broke": swap(swap(GOOD, "2. Leer", "2. Lеer"), "diploma", "diplo=6D=61"),
    "soft hyphen in text": swap(GOOD, "## Aanpak", "## Aan\xadpak"),
    "tabs": entry(fields=HEAD.replace("\n  ", "\n\t")),
    "tabs around the dashes of a list": swap(GOOD, TOPICS, "themas:\n\t-\twerken\n\t-\twonen\n"),
    "tab behind a dash": swap(GOOD, TOPICS, "themas:\n  -\twerken\n  -\t wonen\n"),
    "letter in a year": swap(GOOD, "datum: 2024-03", "datum: 2O24-O3"),
    "capitals in a slug": swap(GOOD, "  - wonen\n", "  - Wonen\n"),
    "accent in a slug": swap(GOOD, "  - wonen\n", "  - wonèn\n"),
    "curly quotes around a slug": swap(GOOD, "  - wonen\n", "  - “wonen”\n"),
    "question of a theme": swap(GOOD, "  - wonen\n", "  - Hoe wonen mensen prettig?\n"),
    "capitals in a choice": swap(GOOD, "onderbouwing: gemeten", "onderbouwing: Gemeten"),
    "curly quotes around a date": swap(GOOD, "gecontroleerd: 2026-11-20", "gecontroleerd: ‘2026-11-20’"),
    "capitals in a heading": swap(GOOD, "## Aanpak", "## AANPAK"),
    "long dashes of a list": swap(GOOD, TOPICS, "themas:\n  – werken\n  • wonen\n"),
    "no space after a dash": swap(GOOD, TOPICS, "themas:\n  -werken\n  -wonen\n"),
    "stars of a list": swap(GOOD, TOPICS, "themas:\n  * werken\n  * wonen\n"),
    "no-break spaces": GOOD.replace("titel: Leer", "titel:\xa0Leer").replace("  - w", "\xa0\xa0-\xa0w"),
    "no space after a colon": swap(GOOD, "fase: ", "fase:"),
    "wide colon": swap(GOOD, "fase: ", "fase："),
    "long dash under the fields": swap(GOOD, "2026-11-20\n---", "2026-11-20\n—"),
    "long dashes above the fields": swap(GOOD, "---\ntitel", "——\ntitel"),
    "no space after the marks of a heading": swap(GOOD, "## Aanpak", "##Aanpak"),
    "wide marks": swap(swap(GOOD, "## Aanpak", "＃＃\u3000Aanpak"), "2. Leer", "２．Leer"),
    "no-break spaces in the text": swap(swap(GOOD, "## Aanpak", "##\xa0Aanpak"), "1. Bew", "1.\xa0Bew"),
    "indented heading": swap(GOOD, "## Resultaten", "    ## Resultaten"),
    "bold word in a title": swap(GOOD, "titel: Leerlingen schilderen", "titel: Leerlingen **schilderen**"),
    "colon after a heading": swap(GOOD, "## Aanpak", "## Aanpak:"),
    "bold instead of a heading": swap(GOOD, "## Aanpak", "**Aanpak:**"),
    "tag of a heading": swap(GOOD, "## Aanpak", "<h2>Aanpak</h2>"),
    "number before a heading": swap(GOOD, "## Aanpak", "## 2. Aanpak"),
    "heading in English": swap(GOOD, "## Aanpak", "# Approach"),
    "other word as a heading": swap(GOOD, "## Aanpak", "## Uitvoering"),
    "question as a heading": swap(GOOD, "## Aanpak", "## Wat hebben we gedaan?"),
    "dashes around a heading": swap(GOOD, "## Aanpak", "– Aanpak –"),
    "other question as a heading": swap(GOOD, "## Resultaten", "## Wat heeft het opgeleverd?"),
    "word before a heading": swap(GOOD, "## Aanpak", "## De aanpak"),
    "heading of another level": swap(GOOD, "## Resultaten", "### Resultaten"),
    "paragraphs of steps": swap(GOOD, "1. Bew", "**Stap 1:** Bew")
    .replace("2. Leer", "**Stap 2** – Leer")
    .replace("\n3. ", "\nStap drie: "),
    "no colon": swap(GOOD, "fase: ", "fase "),
    "quotation of a field": swap(GOOD, "fase: ", "> fase: "),
    "row of a table": swap(GOOD, "fase: lopend", "| fase | lopend |"),
    "brackets of a link the other way round": swap(
        GOOD, "[Wijkwerk](../partners/wijkwerk.md)", "[Wijkwerk] (../partners/wijkwerk.md)"
    ),
    "attributes of a word": swap(GOOD, "een kleur", "[een kleur]{.mark}"),
    "equals sign": swap(GOOD, "fase: ", "fase = "),
    "semicolon after a key": swap(GOOD, "fase: ", "Fase; "),
    "tab after a key": swap(GOOD, "fase: ", "fase\t"),
    "fields of an item without its dash": swap(GOOD, "  - titel:", "    titel:"),
    "key too far to the right": swap(GOOD, "fase:", "  fase:"),
    "key of an item too far to the left": swap(GOOD, "    uitgever", "   uitgever"),
    "list that is there twice": swap(GOOD, TOPICS, "themas:\n  - werken\nthemas:\n- wonen\n"),
    "word that is there twice": swap(GOOD, TOPICS, "themas: werken\nthemas: wonen\n"),
    "list that goes on elsewhere": swap(GOOD, "  - wonen\n", "").replace(
        "bronnen:\n", "themas:\n  - wonen\nbronnen:\n"
    ),
    "dash behind a key": swap(GOOD, TOPICS, "themas: - werken - wonen\n"),
    "dash between two slugs": swap(GOOD, TOPICS, "themas:\n  - werken - wonen\n"),
    "dots under the fields": swap(GOOD, "2026-11-20\n---", "2026-11-20\n…"),
    "slash between two slugs": swap(GOOD, TOPICS, "themas: Werken / wonen\n"),
    "slash between two slugs of a list": swap(GOOD, TOPICS, "themas:\n  - werken/wonen\n"),
    "path of a slug on Windows": swap(GOOD, "  - wonen\n", "  - content\\themes\\wonen.md\n"),
    "path of a slug": swap(GOOD, "  - wonen\n", "  - ../themes/wonen.md\n"),
    "words with no comma": swap(GOOD, TOPICS, "themas: werken wonen\n"),
    "two fields on a line": swap(GOOD, "01\ngecontroleerd", "01, gecontroleerd"),
    "signs of a difference": swap(GOOD, "doelgroepen:\n  -", "+doelgroepen:\n+  -"),
    "colon behind a slug": swap(GOOD, "  - wonen\n", "  - wonen:\n"),
    "dash before each field": swap(GOOD, "    uitgever", "  - uitgever").replace("    url", "  - url", 1),
    "no fence above the fields": GOOD.removeprefix("---\n"),
    "no fence under the fields": GOOD.replace("---\n\n", "\n", 1),
    "file within code": f"```markdown\n{GOOD}```\n",
}


@pytest.mark.parametrize("typo", SLIPS)
def test_a_typo_is_repaired(fix, typo):
    """The result is the good entry, byte for byte, and a second run has nothing to do."""
    repair = fix(SLIPS[typo])

    assert repair is not None
    assert repair.after == GOOD
    assert repair.done
    assert fix(repair.after) is None


def test_several_texts_become_a_list(fix):
    """Each keeps its quotes; a line between fields becomes empty."""
    written = swap(GOOD, "plaatsen:\n  - Veenstad\n", 'plaatsen: "Veenstad", "Meerdam"\n--------\n"fase": "lopend",\n')
    meant = swap(GOOD, "  - Veenstad\n", '  - "Veenstad"\n  - "Meerdam"\n\nfase: "lopend"\n')

    assert fix(swap(written, "\nfase: lopend\n", "\n")).after == swap(meant, "\nfase: lopend\n", "\n")


def test_the_heading_above_the_text_becomes_the_title(fix):
    """If there is no title field."""
    title = "Leerlingen schilderen portieken"
    written = swap(GOOD, f"titel: {title}\n", "").replace("\n## Aanl", f"\n# {title}\n\n## Aanl")

    assert fix(written).after == swap(GOOD, f"titel: {title}", f'titel: "{title}"')


def test_all_typos_are_repaired_in_one_run(fix):
    text = swap(GOOD, "  - wonen\n", "  - Wonen\n").replace("\n", " \r\n").rstrip()
    repair = fix("\ufeff" + text)

    assert repair is not None
    assert repair.after == GOOD
    assert fix(repair.after) is None


UNREADABLE = {
    "@Home in de wijk": '"@Home in de wijk"',
    "&samen in de wijk": '"&samen in de wijk"',
    "!Doe mee": '"!Doe mee"',
    "*Nieuw* in de wijk": '"*Nieuw* in de wijk"',
    "`Thuis` in de wijk": '"`Thuis` in de wijk"',
    "[Concept] Samen": '"[Concept] Samen"',
    "%procent in de wijk": '"%procent in de wijk"',
    "'s-Hertogenbosch schildert": '"\'s-Hertogenbosch schildert"',
    "'t Harde schildert 't": "\"'t Harde schildert 't\"",
    '"Samen" in de wijk': "'\"Samen\" in de wijk'",
    "Samen: in de wijk": '"Samen: in de wijk"',
    "“Samen: in de wijk”": '"Samen: in de wijk"',
    '"Samen in de wijk”': '"Samen in de wijk"',
    '"Leer "samen" verven"': """'Leer "samen" verven'""",
    '"Leer" en "verf"': """'"Leer" en "verf"'""",
    "'Schiedam's portieken'": '"Schiedam\'s portieken"',
    '"Samen in de wijk': '"Samen in de wijk"',
    '"N:\\Users\\mvo"': "'N:\\Users\\mvo'",
}
"""Titles that cannot be read as they are written, and how they can."""


def test_a_text_gets_the_quotes_it_needs(fix):
    titles = {title: fix(GOOD.replace("Leerlingen schilderen portieken", title)) for title in UNREADABLE}

    assert {title: repair and repair.after.split("\n")[1] for title, repair in titles.items()} == {
        title: f"titel: {written}" for title, written in UNREADABLE.items()
    }


LEFT_ALONE = {
    "good": GOOD,
    "line break of two spaces": entry(body=BODY.rstrip("\n") + "\n\nEen  \nregel.\n"),
    "spaces in code": entry(body=BODY.rstrip("\n") + "\n\n```\ncode  \n\n  x \n```\n"),
    "indented text": entry(body=BODY + "\n    Een alinea.\n"),
    "list of letters": entry(body=BODY + "\na. een\nb. twee\n"),
    "unknown slug": swap(GOOD, "  - wonen\n", "  - woningen\n"),
    "name of the field once more": swap(GOOD, "titel: ", "titel: Titel: "),
    "two headings in one": swap(GOOD, "## Aanpak", "## Aanleiding en aanpak"),
    "fields of an unknown one": swap(GOOD, "bronnen:\n  - titel", "bron1:\n    titel"),
    "remark behind quotes": swap(GOOD, "titel: Leerlingen schilderen portieken", 'titel: "Samen" (proef)'),
    "nothing in place of a list": swap(GOOD, "partners:\n  - wijkwerk\n", "partners: n.v.t.\n"),
    "unknown field": swap(GOOD, "titel:", "titl:"),
    "field twice": swap(GOOD, "themas:", "titel: Nog een titel\nthemas:"),
    "quoted free text that is a quote": swap(GOOD, HEAD.split("\n")[0], "titel: “Schoon portiek”"),
    "other heading that is alike": swap(GOOD, "## Aanpak", "## Aanpakken"),
    "broken yaml": swap(GOOD, "themas:", "titel: [\nthemas:"),
    "sign before a text that goes on": swap(GOOD, "titel: ", "titel: @home\n  "),
    "sign before a comment": swap(GOOD, "titel: ", "titel: @home # "),
    "dash in a text of several lines": swap(GOOD, "titel: ", "ook_betrokken:\n  - Een\n    – twee\ntitel: "),
    "anchor": swap(GOOD, "  - wonen\n", "  - &a Wonen\n"),
    "no front matter": BODY,
    "not utf-8": GOOD.encode("utf-16"),
    "nul": swap(GOOD, "wonen", "wo\0nen") + "  ",
    "empty": "",
    "too large": GOOD + "x" * 1_000_001,
    "key order": entry(fields="".join([*HEAD.splitlines(keepends=True)[1:], HEAD.splitlines(keepends=True)[0]])),
    "inline list": swap(GOOD, TOPICS, "themas: [werken, 'wonen']\n"),
    "list without indent": swap(GOOD, TOPICS, "themas:\n- werken\n- wonen\n"),
    "quotes around a slug": swap(GOOD, "  - wonen\n", '  - "wonen"\n'),
    "quotes around a key": swap(GOOD, "themas:", '"themas":'),
    "block text with spaces": swap(GOOD, "titel: ", "ook_betrokken:\n  - |\n    een  \n    twee\ntitel: "),
}


def test_ambiguous_text_is_not_repaired(fix):
    assert [name for name, text in LEFT_ALONE.items() if fix(text) is not None] == []


def test_spaces_inside_bold_markers_are_removed(fix):
    """With those the asterisks would be shown."""
    assert fix(swap(GOOD, "een kleur", "een ** kleur **")).after == swap(GOOD, "een kleur", "een **kleur**")


def test_a_footnote_moves_into_its_sentence(fix):
    """Not if two sentences refer to it."""
    noted = GOOD.replace("hun diploma.", "hun diploma.[^1]") + "\n[^1]: De Brug telde ze in 2024.\n"
    assert fix(noted).after == GOOD.replace("hun diploma.", "hun diploma (De Brug telde ze in 2024).")
    assert fix(noted.replace("een kleur.", "een kleur.[^1]")) is None


@pytest.mark.parametrize(
    ("years", "last"), [("2022-2024", "2024"), ("van 2022 t/m 2024", "2024"), ("2022 - nu", "lopend")]
)
def test_two_years_are_a_start_and_an_end(fix, years, last):
    """Unless there is an end already, or the second year is before the first."""
    written = swap(GOOD, "fase: lopend\n", f"periode:\n  start: {years}\n")

    assert fix(written).after == swap(written, years, f"2022\n  eind: {last}")
    assert fix(swap(written, years, f"{years}\n  eind: 2025")) is None
    assert fix(swap(written, years, "2024-2022")) is None


def test_two_spellings_of_one_slug_stay(fix):
    """Repairing the second would make a duplicate."""
    assert fix(swap(GOOD, "  - wonen\n", "  - wonen\n  - Wonen\n")) is None


def test_a_vocabulary_only_loses_white_space(fix):
    """It has no fixed order and may be written on one line."""
    repair = fix("social-return:\n  naam: 'Social return'  \n  woorden: [a, b]\r\n", "vocabularies/synoniemen.yaml")

    assert repair is not None
    assert repair.after == "social-return:\n  naam: 'Social return'\n  woorden: [a, b]\n"


def test_a_repair_says_what_it_did(fix):
    repair = fix(swap(GOOD, "  - wonen\n", "  - Wonen\n").rstrip())

    assert repair is not None
    assert repair.done == ("schrijfwijze van een veld of waarde", "einde van het bestand")
