"""Every page has the styles of its components: one sheet for all pages, and at most one other."""

import re

import pytest

STYLED_CLASS = re.compile(r"\.((?:mvo|nl|utrecht)-[\w-]+)")
LINKED_SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*/assets/([\w.-]+\.css)"')
BRINGS_FIELDS = re.compile(r" data-(?:copy-plan|letter-maker)[ >=]")
"""A part of the page that brings the styles of fields along when a reader opens it (theme/js/parts.js)."""


@pytest.fixture(scope="module")
def styled(sample_site):
    """Return the classes that each sheet of the site has rules for, by the name of its file."""
    return {
        sheet.name: set(STYLED_CLASS.findall(sheet.read_text(encoding="utf-8")))
        for sheet in (sample_site / "assets").glob("*.css")
    }


def test_every_class_on_a_page_has_its_styles_in_a_sheet_of_the_page(sample_site, styled):
    known = set().union(*styled.values())
    missing = set()
    for page in sample_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        sheets = LINKED_SHEET.findall(text)
        if BRINGS_FIELDS.search(text):
            sheets += [name for name in styled if name.startswith("fields.")]
        used = {name for names in re.findall(r'class="([^"]*)"', text) for name in names.split()}
        there = set().union(*(styled[sheet] for sheet in sheets))
        missing |= {(page.relative_to(sample_site).as_posix(), name) for name in used & known - there}
    assert not missing


def test_a_page_has_at_most_one_sheet_of_its_own(sample_site):
    """Each sheet is a request before the first paint."""
    found = {page: LINKED_SHEET.findall(page.read_text(encoding="utf-8")) for page in sample_site.rglob("*.html")}
    assert len({sheets[0] for sheets in found.values()}) == 1
    assert {page: sheets for page, sheets in found.items() if len(sheets) > 2} == {}
