"""The first letter to a partner: known facts, and gaps for the rest."""

from pathlib import Path
from typing import NamedTuple

import jinja2
import pytest

from mvo_catalogue.pages.organisation import Letter, build_letter
from mvo_catalogue.site.requests import PartnerRequest, Requests
from tests.factories import make_catalogue, make_environment, make_partner, make_practice
from tests.site.html import PageView

HOSTILE = '<b>[uw corporatie]</b> & "zo"'
TODAY = 2026
REQUESTS = (
    PartnerRequest("Samen opruimen", "Ruimt u mee op, op [datum]?", is_daily=True),
    PartnerRequest("Geld", "Wilt u [welk bedrag] geven?"),
)
THEME = Path(__file__).resolve().parents[2] / "theme" / "templates"
TEMPLATE = '{% from "components/approach.html" import approach %}{{ approach(partner, letter, "") }}'
ENVIRONMENT = make_environment(jinja2.FileSystemLoader(THEME))


class Shown(NamedTuple):
    """A letter on a page: its paragraphs and examples as text, and its gaps."""

    paragraphs: list[str]
    gaps: list[str]


def write(partner, practices=(), requests=REQUESTS):
    """Return the letter to a partner as it is read."""
    letter = Letter([requests[0]._replace(examples=tuple(practices)), *requests[1:]], None)
    page = PageView()
    page.feed(ENVIRONMENT.from_string(TEMPLATE).render(partner=partner, letter=letter))
    start = next(number for number, one in enumerate(page.elements) if "data-letter-body" in one.attributes)
    paragraphs: list[str] = []
    for element in page.elements[start + 1 :]:
        if "hidden" in element.attributes:
            continue
        if element.tag in ("p", "li"):
            paragraphs.append("")
        if element.tag in ("p", "li", "span"):
            paragraphs[-1] += element.text
        if "data-letter-ways" in element.attributes:
            break
    gaps = [element.attributes["data-gap"] for element in page.elements if "data-gap" in element.attributes]
    return Shown([" ".join(paragraph.split()) for paragraph in paragraphs], gaps)


def test_the_letter_has_the_known_facts():
    """Name and requests, each with the practice in which the partner did that."""
    partner = make_partner("x", naam="Jumbo", soort="landelijk-bedrijf", kernactiviteit="Supermarktketen.")
    source = {"titel": "Bericht", "uitgever": "De Krant", "datum": "2018-08"}
    period = {"start": "2008", "eind": "2010"}
    practices = [make_practice(slug, titel="Samen eten", bronnen=[source], periode=period) for slug in "abcd"]
    shown = write(partner, practices)

    assert shown.paragraphs[0] == "Beste mensen van Jumbo,"
    address = "https://mvo.example.nl/catalogus/praktijken"
    help_ = "Zelf zorgen wij voor [een ruimte, begeleiding of contact met bewoners]."
    assert shown.paragraphs[4:10] == [
        f"Mijn vraag: Ruimt u mee op, op [datum]? Ik denk dat dit past bij wat u elke dag doet. {help_}",
        "In de MVO-praktijkcatalogus las ik dat Jumbo eerder meedeed aan:",
        *(
            f"Samen eten (2008 tot en met 2010; bron: De Krant, augustus 2018). {address}/{slug}/"
            for slug in "abc"  # three are enough
        ),
        f"Of: Wilt u [welk bedrag] geven? {help_}",
    ]
    assert "Supermarktketen" not in " ".join(shown.paragraphs)
    assert {"uw functie", "datum", "welk bedrag"} <= set(shown.gaps)


def test_unknown_facts_are_gaps_in_the_letter():
    """And earlier work is not mentioned."""
    shown = write(make_partner("x", soort="overig"))

    assert shown.paragraphs[2] == "Ik schrijf u omdat [waarom u juist deze organisatie vraagt]."
    assert not any(words in " ".join(shown.paragraphs) for words in ("elke dag", "las ik"))


def test_a_name_that_looks_like_a_gap_or_markup_is_text():
    """Square brackets in the text of an editor are no gap."""
    known, hostile = (
        write(make_partner("x", naam=name, soort="overig", kernactiviteit=name), [make_practice("a", titel=name)])
        for name in ("Gewoon", HOSTILE)
    )

    assert hostile.gaps == known.gaps
    assert [paragraph.count(HOSTILE) for paragraph in hostile.paragraphs if HOSTILE in paragraph] == [1, 1, 1]


def ask(partner, practices):
    """Return what a letter to a partner is made from."""
    return build_letter(partner, practices, Requests(make_catalogue()), TODAY)


@pytest.mark.parametrize(
    ("periods", "dates", "own", "last_year"),
    [
        (["2010"], [], [], 2010),
        (["vanaf eind 2009"], ["2012-03"], [], 2012),
        (["2018"], [], [], 2018),
        (["2019"], [], [], None),
        (["2010", {"start": "2020"}], [], [], None),
        (["2010"], ["2024"], [], None),
        (["2010"], [], ["2024-01"], None),
        ([{"start": "2005", "eind": "lopend"}], [], [], None),
        ([None, "ooit"], [], [], None),
    ],
)
def test_the_letter_advises_to_check_a_partner_that_was_long_not_seen(periods, dates, own, last_year):
    """By the last year of a practice or source; without any year there is no advice."""

    def sources(days):
        return [{"titel": "Bericht", "uitgever": "De Krant", "datum": day} for day in days]

    known = {"bronnen": sources(dates)} if dates else {}
    practices = [make_practice(f"p{number}", periode=period, **known) for number, period in enumerate(periods)]

    assert ask(make_partner("x", soort="overig", bronnen=sources(own)), practices).last_year == last_year
