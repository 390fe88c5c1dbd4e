"""Bodies: plain text out of rendered HTML, and sections by heading."""

from __future__ import annotations

from mvo_catalogue.domain.body import Body, Section, strip_markup

BODY = Body(
    "<p>Vooraf.</p>",
    (Section("Aanpak", "aanpak", "<p>Bel &amp; kom &lt;langs&gt;.</p>\n<ul><li>a</li><li>b</li></ul>"),),
)


def test_plain_text_has_no_tags_and_no_entities():
    """Tags separate words and entities become the characters they stand for."""
    assert strip_markup("<p>Bel &amp; kom</p><p>&lt;langs&gt;</p>\n\n  nu") == "Bel & kom <langs> nu"


def test_a_section_is_found_by_its_heading():
    """A heading gives its section; another heading gives nothing."""
    assert BODY.section("Aanpak") is BODY.sections[0]
    assert BODY.section("aanpak") is None


def test_the_text_of_a_body_is_everything_in_order():
    """Lead, headings and sections follow each other."""
    assert BODY.text == "Vooraf. Aanpak Bel & kom <langs>. a b"
    assert Body().text == ""
