"""Bodies: plain text, and sections by heading."""

from mvo_catalogue.domain.body import Body
from tests.factories import make_body

BODY = make_body("Vooraf.\n\n## Aanpak\n\nBel & kom <langs>.\n\n### Daarna\n\n- a\n- b")


def test_a_section_is_found_by_its_heading():
    """A heading gives its section; another heading gives nothing."""
    assert BODY.section("Aanpak") is BODY.sections[0]
    assert BODY.section("aanpak") is None


def test_the_points_of_a_section_are_its_text_without_headings():
    """Paragraphs and points of lists, in order."""
    assert BODY.sections[0].points == ("Bel & kom <langs>.", "a", "b")


def test_the_text_of_a_body_is_everything_in_order():
    """Lead, headings and sections follow each other."""
    assert BODY.text == "Vooraf. Aanpak Bel & kom <langs>. Daarna a b"
    assert Body().text == ""
