"""Bodies: plain text, and sections by heading."""

from mvo_catalogue.domain.body import Body
from tests.factories import make_body

BODY = make_body("Vooraf.\n\n## Aanpak\n\nBel & kom <langs>.\n\n### Daarna\n\n- a\n- b")


def test_a_section_is_found_by_its_heading():
    assert BODY.section("Aanpak") is BODY.sections[0]
    assert BODY.section("aanpak") is None


def test_the_points_of_a_section_are_paragraphs_and_list_items():
    """In order, without headings."""
    assert BODY.sections[0].points == ("Bel & kom <langs>.", "a", "b")


def test_the_text_of_a_body_has_lead_headings_and_sections_in_order():
    assert BODY.text == "Vooraf. Aanpak Bel & kom <langs>. Daarna a b"
    assert Body().text == ""
