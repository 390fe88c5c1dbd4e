"""What a page shows of an entry: everything that is there, as text, and what is not known as not known."""

import json
import re
from pathlib import Path

import pytest

from tests.site.html import read_page


def text_of(file: Path) -> str:
    """Return the text of a page, white space folded."""
    return " ".join(" ".join(element.text for element in read_page(file).elements).split())


@pytest.fixture(scope="module")
def full_page(sample_site: Path) -> str:
    """Return the text of the practice in which every field is used."""
    return text_of(sample_site / "praktijken/alles-ingevuld/index.html")


@pytest.mark.parametrize(
    "shown",
    [
        "Alles ingevuld: <b>één</b> & “twee”",
        "Herhaald",
        "lokale bedrijven",
        "Huurders en ouderen",
        "'s-Hertogenbosch en Assen",
        "2015 tot en met 2018",
        "Afgerond",
        "Inkoop en uitvoering",
        "PSO en convenant",
        "€ 5.000 tot € 25.000 (2 van 5)",
        "40 tot 160 uur (2 van 5)",
        "3 tot 6 maanden",
        "Eén team kan het doen",
        "Vaste begeleiding",
        "Het aantal plekken",
        "Er is een vaste aannemer",
        "Bij een spoedklus",
        "Kleinere groep",
        "Vier banen",
        "Voorbeeldbrief",
        "Participatiewet",
        "info@voorbeeld.nl",
        "Een <i>bron</i>",
        "Uitgever & Zoon",
        "januari 2018",
        "Alleen het tweede deel.",
        "1 oktober 2026",
        "1 november 2026",
        "CC0 1.0",
        "<script>",
        "Een eigen kop",
    ],
)
def test_a_page_shows_every_field_as_text(full_page: str, shown: str) -> None:
    """Whatever an editor fills in can be read on the page, exactly as typed."""
    assert shown in full_page


def test_what_is_not_known_is_said_once(sample_site: Path, collection_site: Path) -> None:
    """No page says more than twice that something is not known, outside the outcomes of lists."""
    pages = [page for site in (sample_site, collection_site) for page in site.rglob("index.html")]
    said = {
        page: len(re.findall(r"(?<!Uitkomst )niet\s+bekend(?!\.\s+Vraag het aan)", text_of(page), re.IGNORECASE))
        for page in pages
    }
    assert not [page for page in pages if said[page] > 2]


def test_an_entry_that_was_not_checked_for_three_years_says_so(sample_site: Path) -> None:
    """Thirty-six months after the last check there is a warning above the facts; before that there is none."""
    assert "Lang niet gecontroleerd" in text_of(sample_site / "praktijken/eerder/index.html")
    assert "Lang niet gecontroleerd" not in text_of(sample_site / "praktijken/nieuwer/index.html")


def test_a_draft_is_nowhere_on_the_site(sample_site: Path) -> None:
    """A draft, unfinished as it may be, has no page and stands in no list, feed, sitemap or index."""
    assert not (sample_site / "praktijken/concept").exists()
    for file in sample_site.rglob("*"):
        if file.suffix in {".html", ".xml", ".json"}:
            assert "Een concept dat niet op de site komt" not in file.read_text(encoding="utf-8"), file


def test_related_practices_give_the_reason(full_page: str) -> None:
    """A practice that builds on another, or was followed by one, says which and why."""
    for reason in ("Hierop bouwt deze praktijk voort", "Opvolger van deze praktijk"):
        assert reason in full_page


def test_a_practice_that_others_name_says_so(sample_site: Path) -> None:
    """The relation stands on the other page as well."""
    assert "Bouwt voort op deze praktijk" in text_of(sample_site / "praktijken/eerder/index.html")
    assert "Voorloper van deze praktijk" in text_of(sample_site / "praktijken/nieuwer/index.html")


def test_markup_of_an_editor_reaches_no_page(sample_site: Path) -> None:
    """HTML in a title, a name or a source is text on every page, in every feed and in the data of the search."""
    for file in sample_site.rglob("*.html"):
        assert not {"b", "i", "een"} & {element.tag for element in read_page(file).elements}, file
    titles = {
        slug: title
        for file in (sample_site / "zoekindex").glob("hits-*.json")
        for (slug, title, *_), _ in json.loads(file.read_text(encoding="utf-8"))
    }
    assert titles["alles-ingevuld"] == "Alles ingevuld: <b>één</b> & “twee”"


def test_a_topic_without_practices_says_so_and_has_no_feed(sample_site: Path) -> None:
    """A topic without practices is a page that says there are none yet, and makes no empty feed."""
    assert "Leeg thema" in text_of(sample_site / "themas/leeg/index.html")
    assert not (sample_site / "feeds/themas/leeg.atom.xml").exists()
    assert (sample_site / "feeds/themas/wonen.atom.xml").exists()


def test_partners_link_to_who_came_after_and_before(sample_site: Path) -> None:
    """A partner that was succeeded links to its successor, and the other way round."""
    old = read_page(sample_site / "partners/partner-een/index.html")
    new = read_page(sample_site / "partners/partner-twee/index.html")
    assert "/partners/partner-twee/" in [link.attributes.get("href") for link in old.all("a")]
    assert "/partners/partner-een/" in [link.attributes.get("href") for link in new.all("a")]


def test_partner_pages_point_to_the_tips_for_approaching_a_company(sample_site: Path) -> None:
    """A partner page leads to the tips; that of a housing association, or of a partner that has stopped, does not."""
    partner = read_page(sample_site / "partners/partner-twee/index.html")
    stopped = read_page(sample_site / "partners/partner-een/index.html")
    association = read_page(sample_site / "partners/corporatie-een/index.html")
    assert "/een-bedrijf-benaderen/" in [link.attributes.get("href") for link in partner.all("a")]
    for page in (association, stopped):
        assert "/een-bedrijf-benaderen/" not in [link.attributes.get("href") for link in page.all("a")]


def test_a_message_links_to_a_text_that_comes_with_a_practice(sample_site: Path) -> None:
    """By its file, as to an entry."""
    page = read_page(sample_site / "nieuws/een-eerste-bericht/index.html")
    assert "/praktijken/alles-ingevuld/checklist/" in [link.attributes.get("href") for link in page.all("a")]


def test_a_mail_address_in_the_settings_is_offered_when_nothing_is_found(form_project: Path, sample_site: Path) -> None:
    """With CATALOGUE_MAIL the search page links to that address, else to the page “Contact”."""
    address = 'href="mailto:mvo@voorbeeld.nl"'
    assert address in (form_project / "site" / "zoeken" / "index.html").read_text(encoding="utf-8")
    assert address not in (sample_site / "zoeken" / "index.html").read_text(encoding="utf-8")
