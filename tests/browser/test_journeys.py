"""Journeys of readers in a real browser, on a catalogue in a subfolder of a host."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import WIDE, OpenPage
from tests.site.fixtures import COLLECTION

TITLE = "Budgetcoaching thuis voor huurders met een betaalachterstand"


def wait_for_hits(page: Page) -> None:
    """Wait for the number of results."""
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"\d+ praktijk"))


def test_a_reader_goes_from_search_to_practice_topic_and_partner(phone_page: Page, address: str) -> None:
    page = phone_page
    page.goto(address)
    page.get_by_label("Zoek een praktijk").fill("budgetcoach")
    page.get_by_label("Zoek een praktijk").press("Enter")
    expect(page).to_have_url(re.compile(r"/praktijken/\?q=budgetcoach"))
    wait_for_hits(page)
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)

    page.get_by_role("main").get_by_role("link", name="Financiële zelfredzaamheid").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Financiële zelfredzaamheid")
    page.go_back()
    page.get_by_role("main").get_by_role("link", name="NIM Maatschappelijk Werk").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("NIM Maatschappelijk Werk")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()


def test_without_script_the_search_form_leads_to_the_table(open_page: OpenPage, address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(address)
    page.get_by_label("Zoek een praktijk").fill("stage")
    page.get_by_label("Zoek een praktijk").press("Enter")
    expect(page).to_have_url(re.compile(r"/praktijken/tabel/\?q=stage$"))
    practices = page.get_by_role("main").locator("a[href*='/praktijken/']")
    assert practices.count() >= len(list(COLLECTION.glob("practices/*.md")))


def test_the_table_has_the_practices_of_the_search(open_page: OpenPage, address: str) -> None:
    """In the same order."""
    page = open_page()
    page.goto(f"{address}praktijken/?q=stage")
    wait_for_hits(page)
    first = page.locator("#resultaten h2").first.inner_text()
    page.get_by_role("link", name="in een tabel").first.click()
    expect(page.locator("[data-found]")).to_contain_text("“stage”")
    rows = page.locator("tbody tr")
    assert rows.first.get_by_role("link").inner_text() == first
    assert 0 < rows.count() < len(list(COLLECTION.glob("practices/*.md")))


def test_without_script_the_search_page_links_to_the_table(open_page: OpenPage, address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}praktijken/?q=stage")
    page.get_by_role("main").get_by_role("link", name="tabel van alle praktijken").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("tabel")


def test_a_failed_search_can_be_retried(open_page: OpenPage, address: str) -> None:
    """When the index does not arrive there is a sentence and a button; the button tries again."""
    page = open_page(expected=("Failed to load resource", "Failed to fetch"))
    page.route("**/zoekindex/**", lambda route: route.abort())
    page.goto(f"{address}praktijken/?q=stage")
    retry = page.get_by_role("button", name="Probeer het opnieuw")
    expect(retry).to_be_visible()
    page.unroute("**/zoekindex/**")
    retry.click()
    wait_for_hits(page)


def test_the_first_tab_is_a_skip_link(page: Page, address: str) -> None:
    page.goto(f"{address}themas/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#inhoud$"))


@pytest.mark.parametrize("path", ["bestaat-niet/", "praktijken/bestaat-niet/"])
def test_the_404_page_works_at_any_depth(open_page: OpenPage, address: str, path: str) -> None:
    """It has a menu and a search form."""
    page = open_page(expected=("404",))
    page.goto(address + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="Thema’s").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(f"{address}themas/")


def test_header_and_content_have_the_same_right_margin(page: Page, address: str) -> None:
    """Also on the home page, which has no search field in the header."""
    page.goto(address)
    menu = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link").last.bounding_box()
    heading = page.locator(".mvo-topic-groups").bounding_box()
    assert menu
    assert heading
    assert abs(menu["x"] + menu["width"] - heading["x"] - heading["width"]) <= 4


def test_labels_on_cards_are_hidden_on_a_phone_but_not_for_screen_readers(phone_page: Page, address: str) -> None:
    phone_page.goto(f"{address}themas/werken/")
    expect(phone_page.get_by_role("article").first.locator("p").first).to_contain_text("Uitkomst: ")
    facts = phone_page.get_by_role("article").first.locator("dl")
    expect(facts).to_match_aria_snapshot(
        """
        - term: Door
        - definition
        """
    )
    label = facts.locator("dt", has_text="Door")
    assert label.evaluate("element => getComputedStyle(element).clipPath") == "inset(50%)"
    phone_page.set_viewport_size({"width": WIDE, "height": 900})
    assert label.evaluate("element => getComputedStyle(element).clipPath") == "none"
