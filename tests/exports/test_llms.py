"""``llms.txt``: the Markdown of every text."""

from mvo_catalogue.exports.site_files import build_llms
from tests.factories import make_catalogue, make_page, make_partner, make_practice, make_site, make_topic


def test_every_text_is_listed_under_its_kind():
    """In the format of llmstxt.org."""
    catalogue = make_catalogue(
        [make_practice("verf", titel="Verf [voor] *iedereen*")],
        [make_partner("de-brug"), make_partner("irado", soort="lokaal-bedrijf", kernactiviteit="Haalt afval op.")],
        [make_topic("wonen")],
        [make_page("over")],
    )
    lines = build_llms(catalogue, make_site(catalogue)).splitlines()
    site = "https://mvo.example.nl/catalogus"

    assert lines[:3] == ["# MVO-praktijkcatalogus", "", "> Goede praktijken van woningcorporaties."]
    assert [line for line in lines if line.startswith("## ")] == [
        "## Over de catalogus",
        "## Thema’s",
        "## Praktijken",
        "## Partners en corporaties",
    ]
    links = [line.split(": ")[0] for line in lines if line.startswith("- ")]
    assert links == [
        f"- [Over]({site}/over/bron.md)",
        f"- [Wonen]({site}/themas/wonen/bron.md)",
        rf"- [Verf \[voor\] \*iedereen\*]({site}/praktijken/verf/bron.md)",
        f"- [De Brug]({site}/partners/de-brug/bron.md)",
        f"- [Irado]({site}/partners/irado/bron.md)",
    ]
    assert lines[-1].endswith(": Haalt afval op.")


def test_a_kind_without_texts_has_no_heading():
    assert "## Praktijken" not in build_llms(make_catalogue(), make_site())
