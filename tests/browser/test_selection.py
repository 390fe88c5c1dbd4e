"""Selecting practices and comparing them, in a real browser."""

import re
import zipfile
from urllib.parse import unquote

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.fixtures import NARROW, WIDE, OpenPage, find_barriers, print_page
from tests.site.fixtures import STORED

FIRST, SECOND, THIRD = (
    "heemwonen-superlocal-kerkrade",
    "talis-budgetcoaching-huurachterstand",
    "woonplus-schiedam-groepsapp-zwerfafval",
)
TITLE = "Budgetcoaching thuis voor huurders met een betaalachterstand"
REFUSE_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
"""


def keep(page: Page, *slugs: str) -> None:
    """Make these the selection of the reader before any page opens, once."""
    listed = ", ".join(f'"{slug}"' for slug in slugs)
    page.add_init_script(f"localStorage['{STORED}selectie'] ??= JSON.stringify([{listed}])")


def columns(page: Page) -> list[str]:
    """Return the compared practices, once they are shown."""
    expect(page.get_by_role("table")).to_be_visible()
    return [column.get_attribute("data-column") or "" for column in page.locator("[data-column]").all()]


def selection_link(page: Page) -> Locator:
    """Return the way to the selection in the head of the page."""
    return page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Selectie")


def test_practices_are_selected_and_compared_with_the_keyboard(page: Page, address: str) -> None:
    """Buttons on cards and on the page of a practice; the header counts, its link leads to the comparison."""
    page.goto(f"{address}praktijken/")
    expect(selection_link(page)).to_have_text("Selectie (0)")
    buttons = page.get_by_role("button", name="Bewaar in selectie")
    for place in (0, 2):
        buttons.nth(place).focus()
        page.keyboard.press("Enter")
        expect(buttons.nth(place)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-selection-live]")).to_have_text("Staat in uw selectie: 2 van 6.")
    page.keyboard.press("Space")
    expect(buttons.nth(2)).to_have_attribute("aria-pressed", "false")
    expect(page.locator("[data-selection-live]")).to_have_text("Weggehaald uit uw selectie: 1 van 6.")

    page.goto(f"{address}praktijken/{SECOND}/")
    page.get_by_role("button", name=f"Bewaar in selectie {TITLE}").press("Space")
    expect(selection_link(page)).to_have_text("Selectie (2)")
    selection_link(page).press("Enter")
    assert len(columns(page)) == 2
    expect(page).to_have_url(re.compile(rf"/vergelijken/\?p=[a-z0-9-]+,{SECOND}$"))


def test_a_former_name_leads_to_the_practice(page: Page, address: str) -> None:
    """In a stored selection, in a link to a comparison, and at its own address."""
    keep(page, "superlocal", SECOND)
    page.goto(f"{address}vergelijken/")
    expect(page.locator("[data-column]")).to_have_count(2)
    expect(page).to_have_url(f"{address}vergelijken/?p={FIRST},{SECOND}")
    assert page.evaluate(f"localStorage['{STORED}selectie']") == f'["{FIRST}","{SECOND}"]'
    page.goto(f"{address}praktijken/superlocal/")
    expect(page).to_have_url(f"{address}praktijken/{FIRST}/")
    expect(page.get_by_role("button", name="Bewaar in selectie").first).to_have_attribute("aria-pressed", "true")


def test_hits_of_a_search_can_be_selected(page: Page, address: str) -> None:
    """Also those that are added later."""
    keep(page, SECOND)
    page.goto(f"{address}zoeken/?q=huurachterstand")
    kept = page.get_by_role("button", name=f"Bewaar in selectie {TITLE}")
    expect(kept).to_have_attribute("aria-pressed", "true")
    other = page.locator("#resultaten [data-select][aria-pressed=false]").first
    other.click()
    expect(page.get_by_role("link", name="Vergelijk ze")).to_be_visible()
    expect(selection_link(page)).to_have_text("Selectie (2)")


def test_a_seventh_practice_is_refused(page: Page, address: str) -> None:
    """The message leads to the comparison."""
    keep(page, "a", "b", "c", "d", "e", "f")
    page.goto(f"{address}praktijken/")
    button = page.get_by_role("button", name="Bewaar in selectie").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("[data-selection-note]")).to_contain_text("Uw selectie is vol (6)")
    expect(selection_link(page)).to_have_text("Selectie (6)")


def test_two_tabs_show_the_same_selection(page: Page, address: str) -> None:
    page.goto(f"{address}praktijken/")
    other = page.context.new_page()
    other.goto(f"{address}praktijken/")
    other.get_by_role("button", name="Bewaar in selectie").nth(1).click()
    expect(selection_link(page)).to_have_text("Selectie (1)")
    expect(page.get_by_role("button", name="Bewaar in selectie").nth(1)).to_have_attribute("aria-pressed", "true")


def test_comparing_works_without_storage(page: Page, address: str) -> None:
    """The page says that nothing is stored, and the link has the selection."""
    page.add_init_script(REFUSE_STORAGE)
    page.goto(f"{address}praktijken/")
    page.get_by_role("button", name="Bewaar in selectie").nth(0).click()
    page.get_by_role("button", name="Bewaar in selectie").nth(1).click()
    expect(page.locator("[data-selection-note]")).to_contain_text("Uw browser bewaart niets.")
    selection_link(page).click()
    assert len(columns(page)) == 2


def test_columns_can_be_moved_removed_and_restored_by_back(page: Page, address: str) -> None:
    """The address says what is shown; the focus stays on an existing button."""
    keep(page, FIRST, SECOND, THIRD)
    page.goto(f"{address}vergelijken/")
    assert columns(page) == [FIRST, SECOND, THIRD]
    expect(page).to_have_url(re.compile(rf"\?p={FIRST},{SECOND},{THIRD}$"))

    page.get_by_role("button", name=f"Naar rechts {TITLE}").press("Enter")
    expect(page).to_have_url(re.compile(rf"\?p={FIRST},{THIRD},{SECOND}$"))
    expect(page.get_by_role("status").first).to_contain_text(f"{TITLE} staat nu op plaats 3 van 3.")
    expect(page.locator(":focus")).to_have_text(f"Naar links {TITLE}")
    page.get_by_role("button", name=f"Haal weg {TITLE}").press("Enter")
    expect(page).to_have_url(re.compile(rf"\?p={FIRST},{THIRD}$"))
    expect(page.locator(":focus")).to_contain_text("Haal weg")
    expect(selection_link(page)).to_have_text("Selectie (2)")

    page.go_back()
    expect(page).to_have_url(re.compile(rf"\?p={FIRST},{THIRD},{SECOND}$"))
    expect(page.locator("[data-column]")).to_have_count(3)
    expect(selection_link(page)).to_have_text("Selectie (3)")
    page.go_forward()
    expect(page.locator("[data-column]")).to_have_count(2)


def test_differences_are_labelled_and_equal_rows_can_be_hidden(page: Page, address: str) -> None:
    """Also when the address is opened again."""
    page.goto(f"{address}vergelijken/?p={FIRST},{THIRD}")
    columns(page)
    expect(page.get_by_role("rowheader").first).to_have_accessible_name("Wat het opleverde")
    expect(page.get_by_role("rowheader", name="Waar")).to_have_text("Waar")
    same = page.locator("tr[data-status=same]")
    assert same.count() > 0
    page.get_by_label("Toon alleen verschillen").check()
    expect(same.first).to_be_hidden()
    expect(page).to_have_url(re.compile("&alleen=verschillen$"))
    page.reload()
    columns(page)
    expect(page.get_by_label("Toon alleen verschillen")).to_be_checked()
    expect(same.first).to_be_hidden()
    page.go_back()
    expect(same.first).to_be_visible()


def test_row_and_column_headers_stay_visible(page: Page, address: str) -> None:
    """After scrolling down and sideways, unless everything fits."""
    page.set_viewport_size({"width": 768, "height": 900})
    page.goto(f"{address}vergelijken/?p={FIRST},{SECOND},{THIRD}")
    columns(page)
    table = page.locator("[data-table]")
    table.evaluate(
        "(box) => { box.scrollIntoView(); box.firstChild.style.minWidth = '60rem'; box.scrollBy(150, 800); }"
    )
    assert table.evaluate("(box) => [box.scrollLeft, box.scrollTop]") == [150, 800]
    expect(page.locator("[data-column] a").nth(1)).to_be_in_viewport(ratio=1)
    left, name = table.bounding_box(), page.get_by_role("rowheader", name="Partners").bounding_box()
    assert left
    assert name
    assert name["x"] == left["x"]

    page.set_viewport_size({"width": 1280, "height": 700})
    page.reload()
    columns(page)
    assert table.evaluate("(box) => box.scrollHeight - box.clientHeight") == 0
    page.get_by_role("rowheader", name="Gecontroleerd").scroll_into_view_if_needed()
    expect(page.locator("[data-column] a").first).to_be_in_viewport(ratio=1)


def test_a_comparison_of_somebody_else_does_not_change_the_selection(page: Page, address: str) -> None:
    """Until the reader takes it over."""
    keep(page, THIRD)
    page.goto(f"{address}vergelijken/?p={FIRST},{SECOND}")
    page.get_by_role("button", name=f"Haal weg {TITLE}").click()
    expect(page.locator("[data-column]")).to_have_count(1)
    expect(selection_link(page)).to_have_text("Selectie (1)")
    page.get_by_role("button", name="Bewaar als mijn selectie").click()
    expect(page.get_by_role("button", name="Bewaar als mijn selectie")).to_be_hidden()
    assert page.evaluate(f"localStorage['{STORED}selectie']") == f'["{FIRST}"]'


def test_a_comparison_can_be_mailed(page: Page, address: str) -> None:
    """The mail has the titles and the address."""
    page.goto(f"{address}vergelijken/?p={FIRST},{SECOND}")
    columns(page)
    mail = unquote(page.get_by_role("link", name="Mail deze vergelijking").get_attribute("href") or "")
    assert mail.startswith("mailto:?subject=")
    assert TITLE in mail
    assert page.url in mail


def test_missing_practices_are_named_and_the_others_shown(open_page: OpenPage, address: str) -> None:
    """Markup in an address stays text."""
    page = open_page(WIDE, expected=["404"])
    page.goto(f"{address}vergelijken/?p=bestaat-niet,{FIRST},<img src=x>")
    assert columns(page) == [FIRST]
    problems = page.locator("[data-problem-list] li")
    expect(problems).to_have_text(
        [
            "De praktijk ‘bestaat-niet’ staat niet of niet meer in de catalogus.",
            "De praktijk ‘<img src=x>’ staat niet of niet meer in de catalogus.",
        ]
    )
    page.get_by_role("button", name="Haal weg wat er niet is").click()
    expect(page).to_have_url(re.compile(rf"\?p={FIRST}$"))
    expect(problems).to_have_count(0)


def test_a_failed_practice_can_be_retried(open_page: OpenPage, address: str) -> None:
    """The others are shown."""
    page = open_page(WIDE, expected=["Failed to load resource"])

    def fail(route: Route) -> None:
        route.abort()

    page.route(f"**/{SECOND}/gegevens.json", fail)
    page.goto(f"{address}vergelijken/?p={FIRST},{SECOND}")
    assert columns(page) == [FIRST]
    expect(page.locator("[data-problem-list]")).to_contain_text("kon niet worden geladen")
    page.unroute(f"**/{SECOND}/gegevens.json", fail)
    page.get_by_role("button", name="Probeer het opnieuw").click()
    expect(page.locator("[data-column]")).to_have_count(2)
    expect(page.locator("[data-problems]")).to_be_hidden()


def test_an_empty_comparison_says_how_to_begin(open_page: OpenPage, address: str) -> None:
    """Also without script."""
    page = open_page(WIDE)
    page.goto(f"{address}vergelijken/")
    expect(page.get_by_text("Uw selectie is leeg.")).to_be_visible()

    plain = open_page(WIDE, java_script_enabled=False)
    plain.goto(f"{address}vergelijken/?p={FIRST}")
    expect(plain.get_by_role("main").get_by_role("link", name="tabel van alle praktijken").first).to_be_visible()
    plain.goto(f"{address}praktijken/")
    expect(plain.get_by_text("Bewaar in selectie").first).to_be_hidden()


def test_a_comparison_of_one_or_none_is_accessible(open_page: OpenPage, address: str) -> None:
    """Other numbers are in test_accessibility.py; three fit on a tablet."""
    page = open_page(WIDE, expected=["404"])
    page.goto(f"{address}vergelijken/?p={FIRST}")
    columns(page)
    assert find_barriers(page) == []
    page.goto(f"{address}vergelijken/?p=bestaat-niet")
    expect(page.locator("[data-empty], [data-problems]").locator("visible=true")).to_have_count(1)
    page.goto(f"{address}vergelijken/?p={FIRST},{SECOND},{THIRD}")
    columns(page)
    page.set_viewport_size({"width": 768, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 768


def test_a_table_stays_a_table_on_a_phone(open_page: OpenPage, address: str) -> None:
    """Cells are below each other, each with the name of its practice, and the roles remain.

    The most important rows are open, the others open on request; a wide screen shows all.
    """
    page = open_page(NARROW)
    page.goto(f"{address}vergelijken/?p={FIRST},{SECOND}")
    columns(page)
    expect(page.get_by_role("row", name=re.compile("^Onderbouwing"))).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^Waar"))).to_have_count(0)
    page.get_by_role("button", name="Feiten", expanded=False).click()
    cells = page.get_by_role("row", name=re.compile("^Waar")).get_by_role("cell")
    expect(cells).to_have_count(2)
    first, second = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert first
    assert second
    assert second["y"] >= first["y"] + first["height"]
    assert [cells.nth(place).locator(".mvo-compare__whose").inner_text() for place in (0, 1)] == ["HEEMwonen", "Talis"]
    assert TITLE not in cells.nth(1).inner_text()
    page.set_viewport_size({"width": WIDE, "height": 900})
    assert not cells.nth(1).locator(".mvo-compare__whose").is_visible()
    expect(page.get_by_role("row", name=re.compile("^Thema"))).to_be_visible()
    expect(page.get_by_role("button", name="Feiten")).to_have_count(0)


def test_a_saved_comparison_is_landscape(page: Page, address: str) -> None:
    """With all names."""
    page.goto(f"{address}vergelijken/?p={FIRST},{SECOND}")
    columns(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download voor Word (DOCX)").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        document = archive.read("word/document.xml").decode()
    assert TITLE in document
    assert 'w:orient="landscape"' in document


def test_a_comparison_prints_in_landscape_without_controls(page: Page, address: str) -> None:
    page.goto(f"{address}vergelijken/?p={FIRST},{SECOND},{THIRD}")
    columns(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("table")).to_be_visible()
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", print_page(page))
    assert sizes
    assert all(float(width) > float(height) for width, height in sizes)


def test_showing_the_selection_does_not_shift_the_layout(page: Page, address: str) -> None:
    keep(page, FIRST, SECOND)
    page.add_init_script(
        "window.shifts = 0;"
        "new PerformanceObserver((list) => { for (const one of list.getEntries()) shifts += one.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(f"{address}praktijken/")
    expect(selection_link(page)).to_have_text("Selectie (2)")
    assert page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(shifts))))") == 0
