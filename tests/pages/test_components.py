"""Components of the theme, for known and unknown facts."""

from dataclasses import replace
from pathlib import Path

import jinja2
import pytest

from mvo_catalogue.pages.cards import Cards
from mvo_catalogue.pages.organisation import build_letter, build_record
from mvo_catalogue.pages.plan import Pagination
from mvo_catalogue.site.requests import Requests
from tests.factories import make_catalogue, make_environment, make_partner, make_practice, make_site, make_topic
from tests.site.html import PageView

THEME = Path(__file__).resolve().parents[2] / "theme" / "templates"


@pytest.fixture
def show():
    """Return ``show(component, call, **context)``: the text that a macro of a component shows."""

    def show(component: str, call: str, **context: object) -> str:
        source = f'{{% import "components/{component}.html" as component with context %}}<p>{{{{ component.{call} }}}}'
        loader = jinja2.ChoiceLoader([jinja2.DictLoader({"t.html": source}), jinja2.FileSystemLoader(THEME)])
        environment = make_environment(loader)
        environment.globals.update(asset=str, integrity=str)
        page = PageView()
        page.feed(environment.get_template("t.html").render(**context))
        return " ".join("".join(element.text for element in page.elements).split())

    return show


def make_sources(*sources):
    """Return the sources of a practice."""
    return make_practice(bronnen=list(sources)).sources


def test_a_source_without_a_date_says_so(show):
    undated = make_sources({"titel": "Bericht", "uitgever": "De Krant"})
    dated = make_sources({"titel": "Bericht", "uitgever": "De Krant", "datum": "2018-08"})

    assert show("sources", "sources_list(sources)", sources=undated) == "Bericht De Krant, zonder datum"
    assert show("sources", "sources_list(sources)", sources=dated) == "Bericht De Krant, augustus 2018"


def test_a_source_published_by_a_participant_is_marked(show):
    """Only if the publisher is exactly a name of one."""
    practice = make_practice(partners=["x"], bronnen=[{"titel": "Bericht", "uitgever": "CCV", "datum": "2018"}])
    partner = make_partner("x", soort="overig", naam="Het Centrum", andere_namen=["CCV"])
    names = make_catalogue([practice], [make_partner(), partner]).participant_names(practice)

    def shown(publisher):
        sources = make_sources({"titel": "Bericht", "uitgever": publisher, "datum": "2018"})
        return show("sources", "sources_list(sources, names)", sources=sources, names=names)

    assert shown("CCV") == "Bericht CCV (deed zelf mee), 2018"
    assert shown("De Brug") == "Bericht De Brug (deed zelf mee), 2018"
    assert shown("De Brug en de gemeente") == "Bericht De Brug en de gemeente, 2018"


@pytest.mark.parametrize(
    ("settings", "said", "sent"),
    [
        (
            {"mail": "a@x.nl", "repository": ""},
            ["Mail naar a@x.nl", "weg, bij a@x.nl"],
            "Mail het bestand naar a@x.nl.",
        ),
        (
            {"mail": "a@x.nl", "private_mail": "b@x.nl"},
            ["Mail naar a@x.nl", "projectpagina", "weg, bij b@x.nl"],
            "Mail het bestand naar a@x.nl.",
        ),
        ({}, ["projectpagina", "herhaal niet"], "Doe een voorstel op de projectpagina van de catalogus."),
        ({"repository": "https://github.com/wie/wat"}, ["projectpagina", "herhaal niet"], "Doe een voorstel"),
        ({"repository": ""}, ["nog geen adres"], "Bewaar het bestand. Er is nog geen adres"),
    ],
)
def test_contact_and_form_only_mention_configured_addresses(show, settings, said, sent):
    """Mailbox, repository and private mailbox."""
    site = replace(make_site(), **settings)
    shown = show("contact", "contact_ways(site)", site=site)

    assert ("kort formulier" in shown) is ("nog geen adres" not in said)
    assert [words for words in _WAYS if _WAYS[words] in shown] == said
    assert show("contact", "send_file(site)", site=site).startswith(sent)


_WAYS = {
    "Mail naar a@x.nl": "Mail naar a@x.nl. U hebt geen account nodig",
    "projectpagina": "melding op de projectpagina. Daarvoor hebt u een account nodig. Iedereen kan de melding lezen",
    "weg, bij a@x.nl": "weg, bijvoorbeeld een naam of een foto? Mail naar a@x.nl. Dat is niet openbaar.",
    "weg, bij b@x.nl": "weg, bijvoorbeeld een naam of een foto? Mail naar b@x.nl. Dat is niet openbaar.",
    "herhaal niet": "herhaal niet wat er weg moet",
    "nog geen adres": "nog geen adres om naartoe te schrijven",
}


def test_names_with_commas_are_separated_by_semicolons(show):
    topics = [make_topic("wonen"), make_topic("veilig", naam="Schoon, heel en veilig")]
    all_cards = Cards(make_catalogue([make_practice(themas=["veilig", "wonen"])], topics=topics))
    cards = [all_cards.topics[slug] for slug in ("veilig", "wonen")]

    assert show("partner-list", "entry_names(cards)", cards=cards) == "Schoon, heel en veilig; Wonen"
    assert show("partner-list", "entry_names(cards)", cards=cards[1:] * 2) == "Wonen, Wonen"


def test_name_and_kind_of_an_organisation_are_read_with_a_pause(show):
    card = Cards(make_catalogue(partners=[make_partner("x", naam="Goois Bouwbedrijf", soort="bouwbedrijf")])).partners[
        "x"
    ]

    assert show("partner-list", "partner_item(card)", card=card).startswith("Goois Bouwbedrijf, Bouwbedrijf")


@pytest.mark.parametrize(
    ("period", "said"),
    [({"start": "2015"}, "jaar, voor zover bekend2015"), ({"start": "2015", "eind": "2018"}, "jaren2015–2018")],
)
def test_a_record_says_whether_its_years_are_complete(show, period, said):
    catalogue = make_catalogue([make_practice(periode=period)])
    record = build_record(catalogue.partners["de-brug"], list(catalogue.practices.values()), Cards(catalogue), 3)

    assert said in show("record", "record_card('De Brug', record)", record=record)


@pytest.mark.parametrize(("period", "asks"), [("2010", True), ("2025", False)])
def test_the_letter_to_an_old_partner_advises_to_check_that_it_exists(show, period, asks):
    """With the last known year."""
    partner = make_partner("x", soort="overig")
    letter = build_letter(partner, [make_practice(partners=["x"], periode=period)], Requests(make_catalogue()), 2026)
    text = show("approach", "approach(partner, letter, '')", partner=partner, letter=letter)

    assert (
        "nog bestaat onder deze naam. De nieuwste praktijk of bron met een jaartal die hier staat, is uit 2010" in text
    ) is asks
    assert ("(het laatste jaar dat daar staat, is 2010):" in text) is asks


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "Pagina 1 Pagina 2 Pagina 3 Volgende pagina"),
        (2, "Vorige pagina Pagina 1 Pagina 2 Pagina 3 Volgende pagina"),
        (3, "Vorige pagina Pagina 1 Pagina 2 Pagina 3"),
    ],
)
def test_pagination_links_to_previous_and_next(show, number, said):
    pagination = Pagination(number, ("/a/", "/a/pagina/2/", "/a/pagina/3/"))

    assert show("pagination", "page_links(pagination)", pagination=pagination) == said
