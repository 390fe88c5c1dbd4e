"""Pages of the sample: every field is shown as text, unknown ones as unknown."""

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
    assert shown in full_page


def test_unknown_facts_are_mentioned_once(sample_site: Path, collection_site: Path) -> None:
    """At most twice per page, outside outcomes in lists."""
    pages = [page for site in (sample_site, collection_site) for page in site.rglob("index.html")]
    said = {
        page: len(re.findall(r"(?<!Uitkomst )niet\s+bekend(?!\.\s+Vraag het aan)", text_of(page), re.IGNORECASE))
        for page in pages
    }
    assert not [page for page in pages if said[page] > 2]


def test_an_entry_last_reviewed_three_years_ago_has_a_warning(sample_site: Path) -> None:
    """From thirty-six months on, above the facts."""
    assert "Lang niet gecontroleerd" in text_of(sample_site / "praktijken/eerder/index.html")
    assert "Lang niet gecontroleerd" not in text_of(sample_site / "praktijken/nieuwer/index.html")


def test_a_draft_is_nowhere_on_the_site(sample_site: Path) -> None:
    """No page, list, feed, sitemap or index has it."""
    assert not (sample_site / "praktijken/concept").exists()
    for file in sample_site.rglob("*"):
        if file.suffix in {".html", ".xml", ".json"}:
            assert "Een concept dat niet op de site komt" not in file.read_text(encoding="utf-8"), file


def test_related_practices_have_a_reason(full_page: str) -> None:
    for reason in ("Hierop bouwt deze praktijk voort", "Opvolger van deze praktijk"):
        assert reason in full_page


def test_a_relation_is_shown_on_both_pages(sample_site: Path) -> None:
    assert "Bouwt voort op deze praktijk" in text_of(sample_site / "praktijken/eerder/index.html")
    assert "Voorloper van deze praktijk" in text_of(sample_site / "praktijken/nieuwer/index.html")


def test_a_practice_without_attachments_is_four_files(sample_site: Path) -> None:
    """Hosts limit the number of files: docs/scale.md."""
    folder = sample_site / "praktijken/eerder"
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert files == {"index.html", "bron.md", "gegevens.json", "notitie/index.html"}


def test_markup_of_an_editor_is_text(sample_site: Path) -> None:
    """On every page, in every feed and in the search data."""
    for file in sample_site.rglob("*.html"):
        assert not {"b", "i", "een"} & {element.tag for element in read_page(file).elements}, file
    titles = {
        slug: title
        for file in (sample_site / "zoekindex").glob("hits-*.json")
        for (slug, title, *_), _ in json.loads(file.read_text(encoding="utf-8"))
    }
    assert titles["alles-ingevuld"] == "Alles ingevuld: <b>één</b> & “twee”"


def test_a_topic_without_practices_has_a_page_and_no_feed(sample_site: Path) -> None:
    assert "Leeg thema" in text_of(sample_site / "themas/leeg/index.html")
    assert not (sample_site / "feeds/themas/leeg.atom.xml").exists()
    assert (sample_site / "feeds/themas/wonen.atom.xml").exists()


def test_partners_link_to_successors_and_predecessors(sample_site: Path) -> None:
    old = read_page(sample_site / "partners/partner-een/index.html")
    new = read_page(sample_site / "partners/partner-twee/index.html")
    assert "/partners/partner-twee/" in [link.attributes.get("href") for link in old.all("a")]
    assert "/partners/partner-een/" in [link.attributes.get("href") for link in new.all("a")]


def test_partner_pages_link_to_the_tips_for_approaching_a_company(sample_site: Path) -> None:
    """Not those of associations and former partners."""
    partner = read_page(sample_site / "partners/partner-twee/index.html")
    stopped = read_page(sample_site / "partners/partner-een/index.html")
    association = read_page(sample_site / "partners/corporatie-een/index.html")
    assert "/een-bedrijf-benaderen/" in [link.attributes.get("href") for link in partner.all("a")]
    for page in (association, stopped):
        assert "/een-bedrijf-benaderen/" not in [link.attributes.get("href") for link in page.all("a")]


def test_a_news_item_can_link_to_a_text_beside_a_practice(sample_site: Path) -> None:
    page = read_page(sample_site / "nieuws/een-eerste-bericht/index.html")
    assert "/praktijken/alles-ingevuld/checklist/" in [link.attributes.get("href") for link in page.all("a")]


def test_a_search_without_results_offers_the_mailbox(form_project: Path, sample_site: Path) -> None:
    """CATALOGUE_MAIL, or else the page “Contact”."""
    address = 'href="mailto:mvo@voorbeeld.nl"'
    assert address in (form_project / "site" / "zoeken" / "index.html").read_text(encoding="utf-8")
    assert address not in (sample_site / "zoeken" / "index.html").read_text(encoding="utf-8")
