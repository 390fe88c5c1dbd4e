"""The links from key facts of a practice to the search."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from mvo_catalogue.pages.practice import build_practice_view
from tests.factories import make_catalogue, make_partner, make_practice, make_topic

ROOT = Path(__file__).resolve().parents[2]
PRACTICE = make_practice(
    partners=["zorghuis", "zorghof"],
    themas=["wonen", "leren"],
    onderbouwing="gemeten",
    doelgroepen=["jongeren"],
    plaatsen=["Veenstad"],
    provincies=["noord-brabant", "noord-holland"],
    periode={"start": "2019", "eind": "2020"},
    fase="afgerond",
    instrumenten=["stage"],
    procesfase=["inkoop", "beheer"],
    kosten={"klasse": "0"},
)


def view():
    """Return what the page of the practice shows."""
    partners = [make_partner("de-brug"), *(make_partner(slug, soort="zorg") for slug in PRACTICE.partners)]
    catalogue = make_catalogue([PRACTICE], partners, [make_topic("wonen"), make_topic("leren")])
    return build_practice_view(PRACTICE, catalogue)


def links():
    """Return the words with the path of each link, per fact."""
    found = view()
    facts = [*found.money, *found.situation, found.evidence, *found.effort, *found.traits]
    return {fact.label: list(fact.links) for fact in facts}


def test_every_fact_that_can_be_searched_is_a_link():
    """A value links to its search, a theme to its page; names keep their capitals."""
    found = links()

    assert found["Thema"] == [("Wonen", "/themas/wonen/"), ("Leren", "/themas/leren/")]
    assert found["Soort partner"] == [("Zorg", "/praktijken/?soort=zorg")]
    assert found["Procesfase"][1] == ("beheer", "/praktijken/?procesfase=beheer")
    assert found["Provincie"][1] == ("Noord-Holland", "/praktijken/?provincie=noord-holland")
    assert found["Waar"] == [("Veenstad", "/praktijken/?q=Veenstad")]
    assert found["Wanneer"] == [("2019 tot en met 2020", "/praktijken/?jaar=2019&jaar=2020")]
    assert found["Soort aanpak"] == [("Stage", "/praktijken/?aanpak=stage")]
    assert found["Kosten"] == [("Geen (0 van 5)", "/praktijken/?kosten=0")]
    assert found["Onderbouwing"] == [("Gemeten (2 van 5)", "/praktijken/?onderbouwing=gemeten")]
    assert set(found) >= {"Fase", "Voor wie"}


def test_every_link_has_an_existing_filter():
    template = (ROOT / "theme" / "templates" / "search.html").read_text(encoding="utf-8")
    filters = set(re.findall(r'\("([a-z]+)", "[A-Z]', template))
    asked = {name for pieces in links().values() for _, path in pieces for name in parse_qs(urlsplit(path).query)}

    assert asked - filters == {"q"}
