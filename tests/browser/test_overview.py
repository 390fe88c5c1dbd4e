"""The charts in a real browser: their numbers are those of the search, with mouse, keyboard, and without script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import NARROW, WIDE, ZOOMED, OpenPage, find_barriers

NUMBER = re.compile(r"\d+")
LINKS = ".mvo-chart__picture a"
DRAWN = """links => links.map((link) => [
    link.getAttribute("href"), /^\\d+/.exec([...link.querySelectorAll("text")].at(-1).textContent)[0]
])"""
WRITTEN = """links => links.map((link) => [link.getAttribute("href"), link.textContent])"""
TOO_SMALL = """() => [...document.querySelectorAll(".mvo-chart-matrix__picture a")].filter((link) => {
    const [shape, text] = ["rect", "text"].map((name) => link.querySelector(name).getBoundingClientRect());
    return text.left < shape.left || text.right > shape.right || shape.width < 24 || shape.height < 24;
}).map((link) => link.ariaLabel)"""
CUT_OFF = """() => [...document.querySelectorAll(".mvo-chart__picture")].flatMap((picture) => {
    const frame = picture.getBoundingClientRect();
    return [...picture.querySelectorAll("text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.top < frame.top - 1 || box.right > frame.right + 1 || box.left < frame.left - 1;
    }).map((text) => text.textContent);
})"""


@pytest.fixture(scope="session")
def overview(address: str) -> str:
    """Return the address of the pictures."""
    return f"{address}overzicht/"


def test_charts_are_accessible_with_their_tables_open(page: Page, overview: str) -> None:
    """Only a chart scrolls sideways; with closed tables they are in test_accessibility.py."""
    page.goto(overview)
    for details in page.locator(".mvo-chart__details").all():
        details.locator("summary").click()
    assert find_barriers(page, ".mvo-chart__details") == []


def test_no_label_of_a_chart_is_cut_off(page: Page, overview: str) -> None:
    """No number is wider than its cell, no name is cut off, and all targets are large enough."""
    for width in (WIDE, NARROW, ZOOMED):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(overview)
        assert page.locator(LINKS).count() > 150
        assert page.evaluate(TOO_SMALL) == [], width
        assert page.evaluate(CUT_OFF) == [], width


def test_a_number_leads_to_a_search_with_as_many_practices(page: Page, overview: str) -> None:
    for which in ("onderbouwing=gemeten", "soort=gemeente", "provincie=utrecht", "?jaar=2018", "&jaar="):
        page.goto(overview)
        link = page.locator(f".mvo-chart__picture a[href*='{which}']").last
        count = NUMBER.findall(link.get_attribute("aria-label") or link.locator("text").last.text_content() or "")[0]
        link.click()
        expect(page).to_have_url(re.compile(r"/praktijken/\?"))
        expect(page.get_by_role("status")).to_contain_text(re.compile(rf"^\D*{count} praktijk"))


def test_the_map_of_the_home_page_leads_to_the_search(page: Page, address: str) -> None:
    """A province, and what runs everywhere, show as many practices as they say."""
    page.goto(address)
    for name in (re.compile(r"^Drenthe: \d+ praktijken$"), re.compile(r"in heel Nederland$")):
        link = page.get_by_role("link", name=name)
        count = NUMBER.findall(link.text_content() or "")[0]
        link.click()
        expect(page.get_by_role("status")).to_contain_text(re.compile(rf"^\D*{count} praktijk"))
        page.go_back()


def test_charts_and_tables_have_the_same_numbers(page: Page, overview: str) -> None:
    page.goto(overview)
    for part in ("onderbouwing", "partners", "provincies", "jaren"):
        section = page.locator("section", has=page.locator(f"#{part}"))
        drawn = section.locator(LINKS).evaluate_all(DRAWN)
        written = section.locator("table a").evaluate_all(WRITTEN)
        assert drawn
        assert [link for link in drawn if link not in written] == []


def test_charts_work_with_the_keyboard(page: Page, overview: str) -> None:
    """Tab reaches a number and Enter follows it; skip links pass a chart."""
    page.goto(overview)
    page.get_by_role("link", name="Waar?").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#provincies$"))
    page.keyboard.press("Tab")
    province = page.get_by_role("link", name=re.compile("^Drenthe: "))
    expect(province).to_be_focused()
    shape = province.locator("use")
    focused = shape.evaluate("shape => getComputedStyle(shape).strokeWidth")
    page.keyboard.press("Tab")
    assert focused != shape.evaluate("shape => getComputedStyle(shape).strokeWidth")
    expect(page.get_by_role("link", name=re.compile("^Flevoland: "))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"provincie=flevoland"))


def test_every_province_has_a_shape(page: Page, overview: str) -> None:
    """The shapes are in one file that pages share; no two are the same."""
    page.goto(overview)
    page.wait_for_load_state("networkidle")
    sizes = page.locator(".mvo-chart-map use").evaluate_all(
        "shapes => shapes.map(shape => [shape.getBBox().width, shape.getBBox().height].join(' '))"
    )
    assert len(set(sizes)) == 12
    assert not [size for size in sizes if "0" in size.split()]


def test_a_focused_number_is_scrolled_into_view(phone_page: Page, overview: str) -> None:
    """On a phone the last kind of partner lies outside the picture until it gets the focus."""
    phone_page.goto(overview)
    last = phone_page.locator(".mvo-chart-matrix--many a[href*='soort=bewonersorganisatie']").first
    expect(last).not_to_be_in_viewport()
    last.focus()
    expect(last).to_be_in_viewport()
    expect(phone_page.locator(".mvo-chart-matrix--many .mvo-chart-matrix__topic a").first).to_be_visible()


def test_charts_are_readable_without_script(open_page: OpenPage, overview: str) -> None:
    """The tables are open, and a text says where to filter instead."""
    page = open_page(java_script_enabled=False)
    page.goto(overview)
    expect(page.locator("noscript p")).to_be_visible()  # by its text it is not found: to Playwright it is no text
    expect(page.locator("noscript p")).to_contain_text("werkt alleen met JavaScript")
    page.get_by_text("Bekijk als tabel").first.click()
    expect(page.get_by_role("table", name="Praktijken per thema en onderbouwing")).to_be_visible()
    page.locator(".mvo-chart-matrix__topic").get_by_role("link", name="Werken", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Werken")


def test_every_footer_links_to_the_charts(page: Page, address: str) -> None:
    page.goto(f"{address}over/")
    page.get_by_role("contentinfo").get_by_role("link", name="De catalogus in beeld").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("De catalogus in beeld")


def test_the_home_page_fits_in_the_first_packets(collection_site: Path) -> None:
    """With its map."""
    brotli = pytest.importorskip("brotli")
    assert len(brotli.compress((collection_site / "index.html").read_bytes())) <= 14 * 1024
