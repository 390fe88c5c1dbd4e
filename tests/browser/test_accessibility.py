"""Every template and every state of it: axe, zoom, spacing, colours, motion and the keyboard.

WCAG 2.2 AA. A state is what a page becomes in use: a panel open, a message shown, nothing found. 320 pixels is a
laptop of 1280 at 400 %. What axe cannot check is in `reach.js`.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.fixtures import NARROW, REACH, WIDE, ZOOMED, OpenPage, axe_violations
from tests.site.fixtures import STORED

LITTLE, MUCH = "praktijken/talis-budgetcoaching-huurachterstand/", "praktijken/heemwonen-superlocal-kerkrade/"
SELECTED = '["talis-budgetcoaching-huurachterstand", "heemwonen-superlocal-kerkrade"]'
SIX = '["a", "b", "c", "d", "e", "f"]'

AT_400: ViewportSize = {"width": ZOOMED, "height": 512}

State = Callable[[Page], object]


def as_it_is(page: Page) -> None:
    """Do nothing."""


def sort_by_year(page: Page) -> None:
    """Sort a table by its fourth column, with unknown values last."""
    head = page.get_by_role("columnheader", name="Wanneer")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    keys = page.locator("tbody td:nth-child(4)").evaluate_all("cells => cells.map(cell => cell.dataset.key)")
    known = [key for key in keys if key]
    assert known == sorted(known, reverse=True)
    assert keys[: len(known)] == known


def wait_for_hits(page: Page) -> None:
    """Wait for the number of results."""
    expect(page.locator("[data-ready] [data-search-status]")).to_contain_text(re.compile(r"\d+ praktijk"))


def open_facets(page: Page) -> None:
    """Open the filters, and a group of them that is closed."""
    wait_for_hits(page)
    toggle = page.locator(".mvo-facets__toggle")
    if toggle.is_visible():
        toggle.click()
    page.locator("summary", has_text="Provincie").click()
    expect(page.get_by_role("group", name="Provincie").get_by_role("checkbox").first).to_be_visible()


def show_suggestions(page: Page) -> None:
    """Type until there are suggestions."""
    page.get_by_label("Zoek een praktijk").focus()
    box = page.get_by_role("combobox", name="Zoek een praktijk")
    expect(box).to_be_visible()  # the search is loaded when the field gets focus
    box.press_sequentially("huurach")
    expect(page.get_by_role("option").first).to_be_visible()


def open_search(page: Page) -> None:
    """Unfold the search form in the head of the page."""
    page.locator(".mvo-site-header__toggle").click()
    expect(page.get_by_label("Zoek een praktijk")).to_be_visible()


def make_index_unavailable(page: Page) -> None:
    """Search while offline."""
    page.route("**/zoekindex/**", lambda route: route.abort())
    page.reload()
    expect(page.get_by_role("button", name="Probeer het opnieuw").first).to_be_visible()


def open_copy_dialog(page: Page) -> None:
    """Open "Maak uw plan van aanpak"."""
    page.get_by_role("button", name="Maak uw plan van aanpak").click()
    expect(page.get_by_role("button", name="Kopieer als tekst")).to_be_visible()


def mistake_in_copy_dialog(page: Page) -> None:
    """Fill in "Maak uw plan van aanpak" what cannot be."""
    open_copy_dialog(page)
    page.get_by_label("Looptijd in weken").fill("drie")
    page.get_by_role("button", name="Download voor Word").click()
    expect(page.get_by_text("Vul een heel getal in")).to_be_visible()


def fail_copy_dialog(page: Page) -> None:
    """Open "Maak uw plan van aanpak" without a connection."""
    page.route("**/gegevens.json", lambda route: route.abort())
    page.get_by_role("button", name="Maak uw plan van aanpak").click()
    expect(page.get_by_role("dialog").get_by_role("button", name="Probeer het opnieuw")).to_be_visible()


def open_letter(page: Page) -> None:
    """Open the first letter to a partner."""
    page.locator("summary", has_text="Maak een eerste brief").click()
    expect(page.get_by_label("Naam van uw corporatie")).to_be_visible()


def wait_for_form(page: Page) -> None:
    """Wait until the form is there."""
    expect(page.get_by_role("button", name="Volgende")).to_be_visible()


def send_nothing(page: Page) -> None:
    """Send a report without a word."""
    page.get_by_role("button", name="Kopieer uw bericht").click()
    expect(page.get_by_text("Schrijf hier wat u wilt melden.")).to_be_visible()


def leave_the_form_empty(page: Page) -> None:
    """Go on without filling anything in."""
    wait_for_form(page)
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("region", name="Controleer deze velden")).to_be_visible()


def select_two(page: Page) -> None:
    """Select two practices, and reload the page."""
    page.evaluate(f"selection => localStorage.setItem('{STORED}selectie', selection)", SELECTED)
    page.reload()


def select_too_many(page: Page) -> None:
    """Select a seventh practice, which is refused."""
    page.evaluate(f"selection => localStorage.setItem('{STORED}selectie', selection)", SIX)
    page.reload()
    page.get_by_role("button", name="Bewaar in selectie").first.click()
    expect(page.locator("[data-selection-note]")).to_contain_text("is vol")


def wait_for_table(page: Page) -> None:
    """Wait for the columns of two practices."""
    expect(page.locator("[data-status]").first).to_contain_text("2 praktijken naast elkaar")


def show_differences(page: Page) -> None:
    """Hide equal rows."""
    wait_for_table(page)
    page.get_by_label("Toon alleen verschillen").check()
    expect(page.locator("tr[data-status=same]").first).to_be_hidden()


STATES: dict[str, tuple[str, State]] = {
    "home": ("", as_it_is),
    "home, with suggestions": ("", show_suggestions),
    "practices": ("praktijken/", wait_for_hits),
    "text, search unfolded": ("over/", open_search),
    "practices, some selected": ("praktijken/", select_two),
    "practices, selection full": ("praktijken/", select_too_many),
    "practices, part 2": ("praktijken/pagina/2/", as_it_is),
    "practices in a table": ("praktijken/tabel/", sort_by_year),
    "practice": (LITTLE, as_it_is),
    "practice, the fullest": (MUCH, as_it_is),
    "practice, copying with a mistake": (LITTLE, mistake_in_copy_dialog),
    "practice, copying fails": (LITTLE, fail_copy_dialog),
    "note for the board": (f"{MUCH}notitie/", as_it_is),
    "themes": ("themas/", as_it_is),
    "theme": ("themas/leefbaarheid/", as_it_is),
    "partners": ("partners/", as_it_is),
    "partner": ("partners/albert-heijn/", as_it_is),
    "partner, writing": ("partners/albert-heijn/", open_letter),
    "association": ("partners/ymere/", as_it_is),
    "associations": ("corporaties/", as_it_is),
    "hits, filters open": ("zoeken/?q=huurders", open_facets),
    "hits, filtered": ("zoeken/?q=huurders&thema=leefbaarheid", wait_for_hits),
    "no hits": ("zoeken/?q=xqzwvk", lambda page: expect(page.locator("[data-search-nothing]")).to_be_visible()),
    "no index": ("zoeken/?q=stage", make_index_unavailable),
    "overview": ("overzicht/", as_it_is),
    "comparison": (f"vergelijken/?p={LITTLE.split('/')[1]},{MUCH.split('/')[1]}", wait_for_table),
    "comparison, differences alone": (f"vergelijken/?p={LITTLE.split('/')[1]},{MUCH.split('/')[1]}", show_differences),
    "comparison of nothing": ("vergelijken/", lambda page: expect(page.locator("[data-empty]")).to_be_visible()),
    "comparison, one is gone": (
        f"vergelijken/?p={LITTLE.split('/')[1]},bestaat-niet",
        lambda page: expect(page.locator("[data-problems]")).to_be_visible(),
    ),
    "does it fit us": ("past-dit-bij-ons/", as_it_is),
    "form": ("meedoen/praktijk/", wait_for_form),
    "form, errors": ("meedoen/praktijk/", leave_the_form_empty),
    "feedback": ("melden/", send_nothing),
    "text with code": ("meedoen/", as_it_is),
    "news": ("nieuws/", as_it_is),
    "news, one message": ("nieuws/een-eerste-bericht/", as_it_is),
    "open data": ("data/", as_it_is),
    "not found": ("404.html", as_it_is),
    "offline": ("offline.html", as_it_is),
}
FRAMED = ["home", "home, with suggestions", "practices, some selected", "text, search unfolded"]
"""States in which the header is checked too, since it differs."""
FOLDED = ["text, search unfolded", "hits, filters open"]
"""States with more controls on a narrow screen; there everything is checked at that width."""
PART = {
    "home, with suggestions": ".mvo-site-header",
    "practices, some selected": ".mvo-site-header, main [aria-pressed]",
    "practices, selection full": "[data-selection-note]",
    "practices, part 2": ".mvo-pagination",
    "practice, copying with a mistake": "dialog",
    "practice, copying fails": "dialog",
    "partner, writing": "[data-letter-maker]",
    "hits, filtered": "[data-search-chips]",
    "no hits": "[data-search-nothing]",
    "no index": "[data-search-failure]",
    "comparison, differences alone": "[data-bar]",
    "comparison, one is gone": "[data-problems]",
    "form, errors": "#stap-1",
}
"""The part of a page that a state adds; another state checks the rest, so axe takes a third of the time."""
PLAIN = ["home", "practice", "practices", "partner", "comparison of nothing", "does it fit us", "form", "overview"]
"""Templates that differ without script."""


@pytest.mark.parametrize(
    "names", [list(STATES)[first : first + 7] for first in range(0, len(STATES), 7)], ids=lambda names: names[0]
)
def test_every_state_is_accessible(open_page: OpenPage, address: str, names: list[str]) -> None:
    """Seven states per page load, since going on from one to the next costs half of a new page."""
    page = open_page(WIDE, expected=["ERR_FAILED", "Failed to fetch", "404"], reduced_motion="reduce")
    found = [f"{name}: {line}" for name in names for line in barriers_in(page, address, name)]
    assert not found, "\n".join(found)


def barriers_in(page: Page, address: str, name: str) -> list[str]:
    """Wide, at 400 %, spaced out, with large letters, in dark and forced colours, without motion, and by keyboard."""
    path, prepare = STATES[name]
    page.set_viewport_size(AT_400 if name in FOLDED else {"width": WIDE, "height": 900})
    page.emulate_media(forced_colors="active", color_scheme="light")
    page.goto(address + path)
    prepare(page)
    page.evaluate(REACH)
    page.evaluate("reach.thinOut()")
    page.keyboard.press("Shift")  # from here on focus is that of a keyboard
    problems = {"forced colours": page.evaluate("reach.faint()")}
    is_whole = name not in PART
    if is_whole:
        problems["forced colours, focus"] = page.evaluate("reach.lostFocus()")
    page.emulate_media(forced_colors="none")
    part, is_framed = PART.get(name, "html"), name in FRAMED
    problems["wide"] = axe_violations(page, with_frame=is_framed, within=part)
    problems["wide, reach"] = page.evaluate(
        "[...reach.frame(), ...reach.movement(), ...reach.stickingOut(), ...reach.cutOff()]"
    )
    if is_whole:
        problems["wide, focus"] = page.evaluate("reach.lostFocus()")
    page.set_viewport_size(AT_400)
    page.emulate_media(color_scheme="dark")  # at one width only: a colour does not depend on it
    problems["zoomed, dark"] = axe_violations(page, only_looks=True, with_frame=is_framed, within=part)
    problems["zoomed, dark"] += page.evaluate("reach.faint()")
    problems["zoomed, reach"] = page.evaluate(
        "[...reach.stickingOut(), ...reach.scrollersOutOfReach(), ...reach.cutOff(), ...reach.spaceOut()]"
    )
    if "suggestions" not in name:  # they go when the field is left
        problems["zoomed, focus"] = page.evaluate("reach.lostFocus()")
    page.set_viewport_size({"width": NARROW, "height": 740})
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})  # twice as large as they begin
    problems["letters twice as large"] = page.evaluate("[...reach.stickingOut(), ...reach.cutOff()]")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    session.detach()
    page.set_viewport_size(AT_400)
    problems["zoomed, long words"] = page.evaluate("reach.lengthen()")
    page.evaluate("localStorage.clear()")
    page.unroute_all()
    return [f"{when}: {problem}" for when, found in problems.items() for problem in found]


@pytest.mark.parametrize("name", PLAIN)
def test_every_page_fits_the_screen_without_script(open_page: OpenPage, address: str, name: str) -> None:
    """The keyboard reaches everything there too; axe itself needs scripts."""
    page = open_page(ZOOMED, java_script_enabled=False)
    page.goto(address + STATES[name][0])
    page.evaluate(REACH)
    assert page.evaluate("[...reach.frame(), ...reach.stickingOut(), ...reach.cutOff()]") == []


@pytest.mark.parametrize("name", ["home", "practice", "partner, writing", "hits, filters open"])
def test_the_keyboard_reaches_everything_and_is_never_trapped(open_page: OpenPage, address: str, name: str) -> None:
    """Tab reaches everything that can be pressed, and leaves the page at the end.

    The form and the comparison are in test_contribute.py and test_keyboard.py.
    """
    path, prepare = STATES[name]
    page = open_page(WIDE)
    page.goto(address + path)
    prepare(page)
    page.evaluate(REACH)
    count = page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); return reach.countFocusable() }")
    page.evaluate(
        "() => { const seen = new Set(); globalThis.seen = seen; const start = document.body;"
        " start.tabIndex = -1; start.focus(); start.removeAttribute('tabindex');"
        " addEventListener('focusin', ({ target }) => seen.add(target)) }"
    )
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
    else:
        pytest.fail("Tab never leaves the page")
    # Tab visits one of a group of radio buttons, and also elements that are hidden until they have the focus.
    radios = page.evaluate("document.querySelectorAll('input[type=radio]').length")
    assert page.evaluate("seen.size") >= count - radios


def test_a_dialog_keeps_the_focus_until_escape(open_page: OpenPage, address: str) -> None:
    """Tab stays in the open dialog; Escape closes it and returns the focus to the button."""
    page = open_page(WIDE)
    page.goto(address + LITTLE)
    button = page.get_by_role("button", name="Maak uw plan van aanpak")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Kopieer als tekst")).to_be_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('dialog') || document.activeElement === document.body")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()
