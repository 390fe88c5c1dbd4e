"""The form in the browser reports what ``mvo check`` does: the same rules, the same messages."""

import copy
import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.exports.form_data import build_form_data
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.validation.entries import load_entry
from mvo_catalogue.validation.load import load_catalogue
from tests.domain.test_normalise import VECTORS
from tests.factories import TODAY
from tests.form import ask_form, ask_normalised, ask_preview
from tests.html_parts import list_tags
from tests.reading.test_markdown import ATTACKS
from tests.reading.test_near_misses import MEANT
from tests.site.fixtures import make_project

GOOD: dict[str, Any] = {
    "titel": "Leerlingen schilderen portieken: samen",
    "samenvatting": "De portieken zagen er slecht uit. Nu schilderen leerlingen ze samen met bewoners.",
    "themas": ["wonen"],
    "corporaties": ["corporatie-een"],
    "onderbouwing": "beschreven",
    "bronnen": [{"titel": "Een bericht", "uitgever": "De Brug"}],
    "gepubliceerd": "2026-11-01",
    "gecontroleerd": "2026-11-20",
}
PARTS = {"Aanpak": "1. Een.\n2. Twee.\n3. Drie."}
RESULTS = {"Resultaten": "In 2018 vonden 12 mensen werk."}
OTHER_RESULTS = {"Resultaten": "In 2018 vonden 21 mensen werk."}

EVERYTHING: dict[str, Any] = GOOD | {
    "titel": "Alles: \"één\" \\ # - [x] {y} 'z'",
    "themas": ["wonen", "werken"],
    "partners": ["partner-een"],
    "ook_betrokken": ["lokale bedrijven", "-streepje", "null", "2018", "true"],
    "doelgroepen": ["huurders"],
    "plaatsen": ["'s-Hertogenbosch"],
    "provincies": ["drenthe"],
    "periode": {"start": "2015", "eind": "2018"},
    "fase": "afgerond",
    "procesfase": ["inkoop"],
    "instrumenten": ["pso"],
    "kosten": {"klasse": "2", "toelichting": "20.000 euro: ruim.", "prijspeil": "2018"},
    "inzet": "2",
    "doorlooptijd": {"klasse": "3", "toelichting": "Zeven maanden."},
    "rol_corporatie": "Een corporatie levert de plek.",
    "uitkomst": "In 2018 vonden 12 mensen werk.",
    "onderzoek": {"opzet": "mkba", "door": "zelf", "aantal": "12 mensen"},
    "moeilijkheid": "1",
    "werkzaam": ["Vaste begeleiding"],
    "aanpasbaar": ["Het aantal"],
    "voorwaarden": ["Een aannemer"],
    "niet_geschikt": ["Bij spoed"],
    "overgenomen": [
        {
            "corporatie": "corporatie-twee",
            "jaar": "2019",
            "aangepast": "Kleiner",
            "resultaat": "Vier",
            "opnieuw": "true",
        },
        {"corporatie": "corporatie-drie", "jaar": "2020", "opnieuw": "false"},
    ],
    "gebaseerd_op": ["eerder"],
    "verwant": ["nieuwer"],
    "opgevolgd_door": ["nieuwer"],
    "materialen": [{"titel": "Brief", "url": "https://voorbeeld.nl/brief", "soort": "brief", "licentie": "CC0"}],
    "kader": {"grondslag": "participatiewet", "gecontroleerd": "2026-01-01"},
    "contact": "info@voorbeeld.nl",
    "zoekwoorden": ["SROI"],
    "bronnen": [
        {
            "titel": "Een bron",
            "uitgever": "Uitgever & Zoon",
            "url": "https://voorbeeld.nl/bron?a=1&b=2#c",
            "datum": "2018-01",
            "archief": "https://archief.voorbeeld.nl/x",
            "soort": "onderzoek",
            "opmerking": "Deel 2.",
        }
    ],
    "gecontroleerd": {"op": "2026-11-20", "wat": "begin-gelezen"},
    "licentie": "CC0-1.0",
    "concept": "false",
}

MISTAKES: dict[str, dict[str, Any]] = {
    "nothing": dict.fromkeys(GOOD),
    "title too short": {"titel": "Vier"},
    "title too long": {"titel": "a" * 111},
    "one character": {"titel": "é"},
    "summary": {"samenvatting": "kort"},
    "evidence": {"onderbouwing": "bewezen"},
    "no such day": {"gecontroleerd": "2026-02-30"},
    "no day at all": {
        "gecontroleerd": "gisteren, rond een uur of vier in de middag, toen het al bijna donker begon te worden"
    },
    "in the future": {"gecontroleerd": "2027-01-01"},
    "checked before it was added": {"gecontroleerd": "2026-10-01"},
    "year in words": {"periode": {"start": "ooit"}},
    "year too early": {"periode": {"start": "1800"}},
    "year too late": {"periode": {"start": "2101"}},
    "end in words": {"periode": {"start": "2015", "eind": "straks"}},
    "end before start": {"periode": {"start": "2015", "eind": "2012"}},
    "no start": {"periode": {"eind": "2012"}},
    "source without publisher": {"bronnen": [{"titel": "Een bericht"}]},
    "source without title": {"bronnen": [{"titel": "Een", "uitgever": "De Brug"}, {"uitgever": "De Brug"}]},
    "address": {"bronnen": [{"titel": "a", "uitgever": "b", "url": "voorbeeld"}]},
    "address with a blank": {"bronnen": [{"titel": "a", "uitgever": "b", "url": "https://voor beeld.nl"}]},
    "partial date": {"bronnen": [{"titel": "a", "uitgever": "b", "datum": "2018-13"}]},
    "partial day": {"bronnen": [{"titel": "a", "uitgever": "b", "datum": "2018-02-30"}]},
    "contact": {"contact": "bel maar"},
    "price level": {"kosten": {"prijspeil": "ongeveer 2018"}},
    "boolean": {"overgenomen": [{"corporatie": "corporatie-twee", "jaar": "2019", "opnieuw": "misschien"}]},
    "adoption by nobody": {"overgenomen": [{"jaar": "2019"}]},
    "nobody": {"corporaties": None},
    "twice the same": {"plaatsen": ["Assen", "Assen"]},
    "measured without results": {"onderbouwing": "gemeten"},
    "repeated without others": {"onderbouwing": "herhaald"},
    "studied without study": {"onderbouwing": "onderzocht"},
    "outcome with other figures": {"uitkomst": "In 2018 kwamen er 12 banen."},
    "outcome without results": {"uitkomst": "Er kwamen 12 banen."},
    "stopped without lessons": {"fase": "gestopt"},
    "numbers of persons": {
        "samenvatting": "Deelnemer 123456782 belt 06-12345678, of +31 (0)6 1234 5678. KvK 123456782."
    },
    "mailbox of a person": {"contact": "jan.de_vries@voorbeeld.nl"},
    "over but still going": {"fase": "afgerond", "periode": {"start": "2015", "eind": "lopend"}},
    "stopped in years to come": {"fase": "afgerond", "periode": {"start": "2015", "eind": "2031"}},
    "going but long over": {"fase": "lopend", "periode": {"start": "2015", "eind": "2018"}},
    "measured before it began": {"fase": "idee", "onderbouwing": "gemeten"},
    "dates to come": {
        "bronnen": [
            {"titel": "a", "uitgever": "b", "datum": "2030-01"},
            {"titel": "c", "uitgever": "d", "datum": "1799"},
        ],
        "overgenomen": [{"corporatie": "corporatie-twee", "jaar": "2035"}],
        "kosten": {"klasse": "2", "prijspeil": "2099"},
        "periode": {"start": "2050"},
    },
    "markup in fields": {
        "titel": "Leerlingen schilderen **samen** portieken",
        "samenvatting": "De portieken zagen er *slecht* uit. Nu schilderen [leerlingen](https://x.nl) ze.",
        "plaatsen": ["<b>Assen</b>", "Assen &amp; Emmen", "a_b_c", "_Meppel_", "`x`", "2 * 3 * 4", "# Kop"],
        "bronnen": [{"titel": "Een ~~bericht~~", "uitgever": "De Brug"}],
    },
    "capitals and quotes": {
        "titel": "LEERLINGEN SCHILDEREN DE PORTIEKEN",
        "samenvatting": "“De portieken zagen er slecht uit. Nu schilderen leerlingen ze samen.”",
        "plaatsen": ["“Assen”", "DEN HAAG"],
        "bronnen": [{"titel": "‘Samen’", "uitgever": "”De Brug”"}],
    },
    "name of the field in the text": {
        "titel": "Titel: leerlingen schilderen",
        "plaatsen": ["plaatsen: Assen", "Assen, Rolde en Vries"],
    },
    "letters that broke": {
        "samenvatting": "Bewoners drinken koffie in het cafÃ©. Het kost â‚¬ 2.400 per jaar, twee koppen."
    },
    "text to be filled in": {
        "samenvatting": "TODO: hier komt nog een samenvatting. Lorem ipsum dolor sit amet.",
        "plaatsen": ["[invullen]", "https://voorbeeld.nl/TODO", "xxx", "[Vul in: waar]"],
    },
    "summary that is the title": {
        "titel": "Leerlingen schilderen portieken samen met bewoners",
        "samenvatting": "Leerlingen schilderen portieken, samen met bewoners!",
    },
    "nothing in fields": {"plaatsen": ["onbekend op dit moment"], "ook_betrokken": ["n.v.t."]},
    "too many words": {"zoekwoorden": [f"woord {number}" for number in range(13)]},
}
TEXT_MISTAKES: dict[str, dict[str, str]] = {
    "field in the text": {"Aanpak": "1. Een.\n2. Twee.\n3. Drie.\n\ndoelgroepen: jongeren"},
    "no approach": {"Aanleiding": "Het was er kaal."},
    "two steps": {"Aanpak": "1. Een.\n2. Twee."},
    "no list": {"Aanpak": "Gewoon een verhaal.\n\nEn nog een."},
    "persons": {
        "Aanpak": "1. Bel (06) 12 34 56 78.\n2. Mail zoë.é@voorbeeld.nl, wijk@gmail.com of an@ziggo.nl.\n3. Klaar."
    },
    "many numbers and one of a person": {
        "Aanpak": "1. 0612345678, 20191231\n2. 123456782 euro, € 123456782\n3. dossiernummer: 123456782"
    },
    "parts to be filled in": {"Aanpak": "1. Een.\n2. [nog invullen]\n3. Drie.", "Lessen": "Nog in te vullen."},
    "letters that broke in the text": {"Aanpak": "1. Ã‰Ã©n.\n2. Twee 1O =C3=A9.\n3. cafÃ© ﬁets leefbаarheid =E9=E9."},
    "html": {
        "Aanpak": "1. Een <b>vet</b> woord.\n2. Twee.\n3. Drie.\n\n<div>\n\nblok",
        "Lessen": "Zo <br> en <!-- niet --> zo.",
    },
    "line under a text": {"Aanleiding": "Een verhaal\n---\n\nmeer tekst", "Aanpak": "1. Een.\n2. Twee.\n3. Drie."},
    "headings": {
        "Aanleiding": "#### Diep\n\nx\n\n# Groot\n\nx",
        "Aanpak": "1. Een.\n2. Twee.\n3. Drie.\n\n## Kosten\n\nVeel.\n\n## Leeg\n\n##",
        "Lessen": "Een les.\n\n## Aanpak\n\nx",
    },
    "links": {
        "Aanpak": "1. [a](file:///N:/x.docx)\n2. [b]() en ![c](c.jpg)\n3. [d](https://x y.nl) [e](../partners/geen.md)",
        "Lessen": "[f](javascript:x) en [g](/contact) en [h](https://localhost)\n\n[i](C:\\Mijn map\\x.pdf)",
        "Resultaten": "Zie <iframe src=x></iframe>.\n\n<video>\n</video>",
    },
    "marks of others": {
        "Aanleiding": "a. een\nb. twee\n\nEen noot[^1] en [[wiki]].\n\n    ingesprongen\n\n!!! let op\n    tekst",
        "Aanpak": "1. Een.\n2. Twee.\n3. [ ] Drie :smile: met ==geel== en $$x$$.",
        "Lessen": "Stap 1: begin\n\n*[MVO]: afkorting\n\n2018. Toen.\n2019. Nu.\n\nBegrip\n: uitleg",
    },
    "nothing in a part": {"Aanpak": "1. Een.\n2. Twee.\n3. Drie.", "Lessen": "N.v.t."},
    "list in two pieces": {"Aanpak": "1. Een.\n\nTussendoor.\n\n1. Twee.\n2. Drie."},
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the small catalogue in which every field is used."""
    root = make_project(tmp_path_factory.mktemp("form"))
    found, _ = load_catalogue(root / "content", datetime.date(2026, 11, 21))
    return found


def test_an_entry_with_every_field_has_no_message_in_form_and_check(catalogue: Catalogue, tmp_path: Path) -> None:
    (answer,) = ask_form(catalogue, [(EVERYTHING, PARTS | RESULTS)])
    assert answer["problems"] == []
    assert check_messages(answer["text"], tmp_path) == []


def test_form_and_check_normalise_values_alike(catalogue: Catalogue) -> None:
    """Dates, addresses and numbers; other text is unchanged. Yes or no is not typed but chosen."""
    typed = {kind: texts for kind, texts in VECTORS.items() if kind != "boolean"}
    expected = typed | {"text": {"1-2-2024": None}, "url": VECTORS["url"] | {f"www.x.nl/{'a' * 3000}": None}}
    assert ask_normalised(catalogue, {kind: list(texts) for kind, texts in expected.items()}) == expected


def test_preview_and_site_render_near_misses_alike(catalogue: Catalogue) -> None:
    written, meant = (ask_preview(catalogue, texts) for texts in (list(MEANT), list(MEANT.values())))
    assert dict(zip(MEANT, written, strict=True)) == dict(zip(MEANT, meant, strict=True))


def test_no_attack_survives_in_the_preview(catalogue: Catalogue) -> None:
    for attack, markup in zip(ATTACKS, ask_preview(catalogue, ATTACKS), strict=True):
        for tag, attributes in list_tags(markup):
            assert tag in {"p", "a", "code", "pre", "h4", "table", "thead", "tbody", "tr", "th", "td"}, attack
            assert set(attributes) <= {"href", "class"}, attack
            assert re.match(r"https://|mailto:[\w.+-]+@[\w.-]+$", attributes.get("href", "https://")), attack


def test_patterns_for_the_browser_have_no_lookbehind(catalogue: Catalogue) -> None:
    """Safari before 16.4 throws on one, which stops the form."""
    assert re.findall(r"\(\?<[=!]", build_form_data(catalogue)) == []


def check_messages(text: str, folder: Path) -> list[tuple[str, str, bool]]:
    """Return (rule, message, is it a warning) of the messages of ``mvo check`` about this text, without tips."""
    location = folder / "x.md"
    location.write_text(text, encoding="utf-8")
    path = "content/practices/x.md"
    found = load_entry(ContentFile(location, path, PRACTICES, "x"), {path}, TODAY).diagnostics
    return sorted(
        (item.rule, item.message, item.severity is Severity.WARNING)
        for item in found
        if item.severity is not Severity.TIP
    )


@pytest.fixture(scope="module")
def answers(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """Return what the form answers to each mistake."""
    names = [*MISTAKES, *TEXT_MISTAKES]
    values = [copy.deepcopy(GOOD) | MISTAKES.get(name, {}) for name in names]
    filled = [{key: value for key, value in entry.items() if value is not None} for entry in values]
    parts = [
        TEXT_MISTAKES.get(name, PARTS) | (OTHER_RESULTS if name == "outcome with other figures" else {})
        for name in names
    ]
    return dict(zip(names, ask_form(catalogue, zip(filled, parts, strict=True)), strict=True))


@pytest.mark.parametrize("name", [*MISTAKES, *TEXT_MISTAKES])
def test_form_and_check_report_errors_alike(answers: dict[str, dict[str, Any]], tmp_path: Path, name: str) -> None:
    """The same rule and message (the check may add how to leave it out); several errors in one part are one."""
    said = set(check_messages(answers[name]["text"], tmp_path))
    assert said
    for rule, sentence, is_warning in {tuple(problem) for problem in answers[name]["problems"]}:
        (same,) = [one for one in said if one[0] == rule and one[1].startswith(sentence) and one[2] is is_warning]
        said.remove(same)
    assert not said


NEARLY_RIGHT = {
    "Aanleiding": "Woonde hier\u00a0al lang.\r\n\r\n• een\r\n• twee\x0b\x93ja\x94",
    "Aanpak": "• Een.\n• Twee.\n• Drie.\n\n###Kop\n\ntekst",
    "Lessen": "– Begin klein.\n– Vraag.\n\n<!-- niet -->",
}


def test_the_form_corrects_what_check_fix_corrects(catalogue: Catalogue, tmp_path: Path) -> None:
    """Then neither has a message, and no letter is lost."""
    (answer,) = ask_form(catalogue, [(GOOD, NEARLY_RIGHT)])
    assert (answer["problems"], check_messages(answer["text"], tmp_path)) == ([], [])
    assert "\n- een\n- twee\n“ja”\n" in answer["text"]
