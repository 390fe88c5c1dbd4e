"""The search as its readers use it, on a catalogue in a subfolder of a host."""

import datetime
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from mvo_catalogue.pages.plan import PAGE_SIZE
from tests.browser.fixtures import (
    NARROW,
    OpenPage,
    Serve,
    axe_violations,
    find_barriers,
    note_requests,
    serving,
)
from tests.site.fixtures import COLLECTION, SUBFOLDER

REST = 1_000
"""More milliseconds than the search waits for the next letter."""
FAILED = ("Failed to load resource", "Failed to fetch", "net::ERR_FAILED")


def field(page: Page) -> Locator:
    """Return the search field, whatever role it has at the moment."""
    return page.get_by_label("Zoek een praktijk")


def hits(page: Page) -> Locator:
    """Return the practices that were found."""
    return page.locator("#resultaten article")


def becomes_true(page: Page, condition: str, argument: object = None) -> bool:
    """Return whether a condition becomes true; polled from Python, since the policy forbids evaluating text."""
    for _ in range(400):
        if page.evaluate(condition, argument):
            return True
        page.wait_for_timeout(50)
    return False


def titles(page: Page) -> list[str]:
    """Return their titles."""
    return hits(page).locator("h2").all_inner_texts()


def result(page: Page) -> Locator:
    """Return the status of the search."""
    return page.locator("[data-ready] [data-search-status]")


def count(page: Page) -> int:
    """Return the number of results in the status."""
    expect(result(page)).to_contain_text(re.compile(r"\d+ praktijk"))
    found = re.search(r"([\d.]+) praktijk", result(page).inner_text())
    assert found
    return int(found[1].replace(".", ""))


def open_group(page: Page, name: str) -> Locator:
    """Open a group of filters and return it."""
    panel = page.locator("details[data-facets]")
    if not panel.evaluate("details => details.open"):
        panel.locator("> summary").click()
    group = panel.locator("details[data-facet]", has=page.locator(f"summary:has-text('{name}')")).first
    if not group.is_visible():
        panel.get_by_text("Meer filters").click()
    if not group.evaluate("details => details.open"):
        group.locator("summary").click()
    expect(group.get_by_role("checkbox").first).to_be_visible()
    return group


def test_a_hit_shows_its_evidence(page: Page, address: str) -> None:
    """In the words, number and bar of other lists."""
    page.goto(f"{address}zoeken/?q=huurachterstand")
    expect(hits(page).first).to_be_visible()
    title = titles(page)[0]
    shown = hits(page).first.locator(".mvo-evidence")
    words, rank = shown.inner_text(), shown.get_attribute("data-rank")
    page.get_by_role("link", name=title).click()
    same = page.locator(".mvo-evidence").first
    assert same.inner_text().split() == words.split()
    assert same.get_attribute("data-rank") == rank
    assert f"({rank} van 5)" in words


def test_without_a_query_all_practices_are_listed(page: Page, address: str) -> None:
    """The page has the best known ones; the script adds themes to choose from and more practices."""
    total = len(list(COLLECTION.glob("practices/*.md")))
    page.goto(f"{address}praktijken/")
    assert (hits(page).count(), count(page)) == (PAGE_SIZE, total)
    standing = titles(page)
    expect(page.get_by_role("group", name="Thema").get_by_role("checkbox").first).to_be_visible()
    page.get_by_role("button", name=f"Toon nog 10 (van {total - PAGE_SIZE})").click()
    expect(hits(page)).to_have_count(PAGE_SIZE + 10)
    assert titles(page)[:PAGE_SIZE] == standing
    assert len(set(titles(page))) == PAGE_SIZE + 10


def test_the_former_address_of_the_search_still_works(page: Page, address: str) -> None:
    page.goto(f"{address}zoeken/?q=huurachterstand&thema=leren")
    kept = count(page), titles(page)
    page.goto(f"{address}praktijken/?q=huurachterstand&thema=leren")
    assert (count(page), titles(page)) == kept
    expect(page.get_by_role("group", name="Thema").get_by_role("checkbox").first).to_be_visible()


def test_pages_about_the_catalogue_are_found(page: Page, address: str) -> None:
    """By a word of their title or headings, and among the suggestions."""
    page.goto(f"{address}zoeken/?q=privacy")
    found = page.locator("[data-search-pages]")
    expect(found.get_by_role("link")).to_have_text(["Pagina privacy"])
    assert axe_violations(page, within="[data-search-pages]") == []
    found.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pagina privacy")
    page.goto(f"{address}zoeken/?q=huurachterstand")
    expect(hits(page).first).to_be_visible()
    expect(found).to_be_hidden()


def test_a_filter_shows_as_many_practices_as_its_count(phone_page: Page, address: str) -> None:
    """And puts its value in the address."""
    page = phone_page
    page.goto(f"{address}zoeken/?q=huurders")
    before = count(page)
    choice = open_group(page, "Provincie").get_by_role("listitem").first
    promised = int(choice.locator("[data-slot=count]").inner_text())
    assert 0 < promised < before
    choice.get_by_role("checkbox").check()
    expect(result(page)).to_contain_text(f"{promised} praktijk")
    expect(page).to_have_url(re.compile(r"\?q=huurders&provincie=[a-z-]+$"))


def test_every_facet_has_values(page: Page, address: str) -> None:
    page.goto(f"{address}zoeken/")
    expect(page.get_by_role("checkbox", name="Leefbaarheid")).to_be_visible()
    page.get_by_text("Meer filters").click()
    for name in (
        "Thema",
        "Soort aanpak",
        "Voor wie",
        "Onderbouwing",
        "Fase",
        "Corporatie",
        "Partner",
        "Soort partner",
        "Provincie",
        "Procesfase",
    ):
        group = page.get_by_role("group", name=name, exact=True)
        if not group.is_visible():
            page.locator("summary").filter(has_text=re.compile(f"^{name}$")).click()
        expect(group.get_by_role("checkbox").first).to_be_visible()


def test_values_of_a_facet_combine_with_or_and_facets_with_and(page: Page, address: str) -> None:
    def found(query: str) -> int:
        page.goto(f"{address}zoeken/?{query}")
        return count(page)

    learning, working = found("thema=leren"), found("thema=werken")
    assert max(learning, working) < found("thema=leren&thema=werken") <= learning + working
    assert found("thema=leren&provincie=limburg") < learning


def test_a_chip_removes_its_filter_and_keeps_the_focus_near(page: Page, address: str) -> None:
    """A chip says what it removes; after the last one the focus is in the search field."""
    page.goto(f"{address}zoeken/?q=huurders&thema=leefbaarheid&provincie=limburg")
    narrowed = count(page)
    chips = page.get_by_role("group", name="Gekozen filters")
    chips.get_by_role("button", name="Haal filter weg: Limburg").press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=huurders&thema=leefbaarheid$"))
    expect(chips.get_by_role("button", name="Haal filter weg: Leefbaarheid")).to_be_focused()
    assert count(page) > narrowed
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=huurders$"))
    expect(field(page)).to_be_focused()
    expect(chips).to_be_hidden()


def test_filters_without_results_can_be_cleared(page: Page, address: str) -> None:
    """The message differs from that for a query without results."""
    page.goto(f"{address}zoeken/?q=huurachterstand&thema=bestaat-niet&provincie=limburg")
    expect(result(page)).to_contain_text("Geen praktijken met deze filters. Zonder filters zijn er")
    page.get_by_role("button", name="Wis alle filters").click()
    expect(page).to_have_url(re.compile(r"\?q=huurachterstand$"))
    expect(hits(page).first).to_be_visible()


def test_back_undoes_filters_and_searches_one_by_one(page: Page, address: str) -> None:
    """A query that grows while typing is one entry of the history."""
    page.goto(f"{address}zoeken/?q=huurders")
    first, everyone = titles_of(page, 1)
    open_group(page, "Thema").get_by_role("checkbox").first.check()
    expect(page).to_have_url(re.compile("thema="))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?q=huurders$"))
    expect(result(page)).to_contain_text(f"{everyone} praktijken")
    assert titles(page)[0] == first

    field(page).fill("")
    field(page).press_sequentially("stage", delay=20)
    expect(page).to_have_url(re.compile(r"\?q=stage$"))
    expect(result(page)).to_contain_text("“stage”")
    page.go_back()
    expect(field(page)).to_have_value("huurders")
    expect(result(page)).to_contain_text("“huurders”")


def titles_of(page: Page, number: int) -> tuple[str, int]:
    """Return the title of a hit (from 1) and how many there are, once they are there."""
    found = count(page)
    return titles(page)[number - 1], found


def test_the_address_has_query_filters_and_order(open_page: OpenPage, address: str) -> None:
    page = open_page()
    page.goto(f"{address}zoeken/?q=huurders")
    relevant = titles_of(page, 1)
    page.get_by_label("Sorteer op").select_option("Nieuw in de catalogus")
    expect(page).to_have_url(re.compile("volgorde=nieuwste$"))
    open_group(page, "Thema").get_by_role("checkbox").first.check()
    expect(page).to_have_url(re.compile("thema="))
    expect(page.get_by_role("group", name="Gekozen filters").get_by_role("button").first).to_be_visible()
    shown = titles(page), count(page)
    assert shown[1] < relevant[1]

    other = open_page()
    other.goto(page.url)
    expect(hits(other).first).to_be_visible()
    assert (titles(other), count(other)) == shown
    expect(other.get_by_label("Sorteer op")).to_have_value("nieuwste")
    expect(field(other)).to_have_value("huurders")


def test_back_from_a_practice_restores_the_list(page: Page, address: str) -> None:
    """As many results, at the same scroll position."""
    page.goto(f"{address}zoeken/?q=huurders")
    expect(hits(page)).to_have_count(10)
    page.locator("[data-search-more]").click()
    expect(hits(page)).to_have_count(20)
    hits(page).nth(14).get_by_role("link").click()
    expect(page).to_have_url(re.compile("/praktijken/"))
    page.go_back()
    expect(hits(page)).to_have_count(20)
    expect(hits(page).nth(14)).to_be_in_viewport()


def test_an_outdated_answer_is_dropped(page: Page, address: str) -> None:
    """The list is for what was typed last, and never empty in between."""
    page.goto(f"{address}praktijken/?q=stage")
    expect(hits(page).first).to_be_visible()
    page.evaluate(
        """() => {
          window.fewest = Infinity;
          const list = document.querySelector("[data-search-list]");
          new MutationObserver(() => { window.fewest = Math.min(window.fewest, list.children.length); })
            .observe(list, { childList: true });
        }"""
    )
    held: list[Route] = []
    page.route("**/zoekindex/terms-*", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks it
    with page.expect_request("**/zoekindex/terms-*"):
        field(page).fill("zonnepanelen")
    field(page).fill("stage")
    expect(page).to_have_url(re.compile(r"\?q=stage$"))
    expect(result(page)).to_contain_text("“stage”")
    assert held
    page.unroute("**/zoekindex/terms-*")  # releases the requests
    page.wait_for_load_state("networkidle")
    expect(result(page)).to_contain_text("“stage”")
    assert page.evaluate("window.fewest") > 0


def test_every_hit_has_a_marked_word(page: Page, address: str) -> None:
    """In its title, summary, facts or an excerpt."""
    page.goto(f"{address}zoeken/?q=budgetcoach")
    expect(hits(page).first).to_be_visible()
    assert hits(page).first.locator("mark").first.inner_text().lower().startswith("budgetcoach")
    for hit in hits(page).all()[:5]:
        expect(hit.locator("mark, .mvo-practice-card__where").first).to_be_visible()
    page.goto(f"{address}zoeken/?q=kostenpost")
    expect(page.locator(".mvo-practice-card__where mark").first).to_be_visible()


def test_a_correction_is_announced_and_can_be_undone(page: Page, address: str) -> None:
    page.goto(f"{address}zoeken/?q=energiearmoedde+stage")
    expect(result(page)).to_contain_text("Bedoelde u “energiearmoede”?")
    expect(hits(page).first).to_be_visible()
    page.get_by_role("link", name="Zoek toch op “energiearmoedde stage”").click()
    expect(result(page)).to_contain_text("“energiearmoedde” staat in geen praktijk en telt niet mee.")


def test_practices_with_all_words_are_listed_separately(page: Page, address: str) -> None:
    """The status counts both groups, with a heading between them."""
    page.goto(f"{address}zoeken/?q=huurders+schuld")
    expect(result(page)).to_contain_text(re.compile(r"\d+ praktijk(en)? met al uw woorden, \d+ met een deel ervan\."))
    complete = count(page)
    expect(page.get_by_role("heading", name="Met een deel van uw woorden")).to_be_visible()
    first = page.locator("#resultaten > li").nth(complete)
    expect(first).to_have_text("Met een deel van uw woorden")
    assert axe_violations(page, within="#resultaten") == []


def test_links_to_what_a_query_names_are_above_the_hits(page: Page, address: str) -> None:
    """A theme leads to its page, an organisation also to a first letter."""
    page.goto(f"{address}zoeken/?q=albert+hein")
    named = page.locator("[data-search-pages]")
    expect(named.get_by_role("link", name="Maak een eerste brief")).to_have_attribute(
        "href", f"{SUBFOLDER}/partners/albert-heijn/#benaderen"
    )
    page.goto(f"{address}zoeken/?q=leefbaarheid")
    named.get_by_role("link", name="Leefbaarheid").click()
    expect(page).to_have_url(f"{address}themas/leefbaarheid/")


def test_without_results_alternatives_are_offered(page: Page, address: str) -> None:
    """Similar words, themes, and a way to report what is missing."""
    page.goto(f"{address}zoeken/?q=stagexqz")
    expect(result(page)).to_have_text("Geen resultaten voor “stagexqz”.")
    expect(page.get_by_role("heading", name="Woorden die erop lijken")).to_be_visible()
    expect(page.get_by_role("link", name="Laat het ons weten")).to_have_attribute("href", f"{SUBFOLDER}/contact/")
    expect(page.locator("[data-search-nothing]")).to_contain_text("Kent u een praktijk over “stagexqz”?")
    page.locator("[data-near-topics]").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"\?thema="))
    expect(hits(page).first).to_be_visible()


def test_after_a_failed_request_the_earlier_results_stay(open_page: OpenPage, address: str) -> None:
    """A message says what is wrong, and a retry works."""
    page = open_page(expected=FAILED)
    page.goto(f"{address}praktijken/?q=stage")
    expect(hits(page).first).to_be_visible()
    before = titles(page)
    page.route("**/zoekindex/terms-*", lambda route: route.abort())
    page.route("**/zoekindex/forward-*", lambda route: route.abort())
    field(page).fill("zonnepanelen")
    retry = page.locator("[data-search-failure]").get_by_role("button", name="Probeer het opnieuw")
    expect(retry).to_be_visible()
    assert titles(page) == before
    assert find_barriers(page, "[data-search-failure]") == []
    page.unroute_all()
    retry.click()
    expect(result(page)).to_contain_text("zonnepanelen")
    expect(retry).to_be_hidden()


def test_suggestions_are_accessible_and_fit_on_the_screen(open_page: OpenPage, address: str) -> None:
    """Those in the header, on a phone, dark, with an active option; others are in test_accessibility.py."""
    page = open_page(NARROW, color_scheme="dark")
    page.goto(f"{address}themas/leefbaarheid/")
    page.get_by_text("Zoeken", exact=True).first.click()
    field(page).press_sequentially("wonen", delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    field(page).press("ArrowDown")
    assert axe_violations(page, with_frame=True, within=".mvo-site-header") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_suggestions_work_with_the_keyboard(page: Page, address: str) -> None:
    """Arrows go through the list and back to the field, Escape closes it, Enter opens what was chosen."""
    page.goto(f"{address}over/")
    page.keyboard.press("/")
    box = page.get_by_label("Zoek een praktijk")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    expect(box).to_have_attribute("role", "combobox")
    box.press_sequentially("leefb", delay=20)
    options = page.get_by_role("option")
    expect(options.first).to_have_text(re.compile("Leefbaarheid.*Thema"))
    expect(box).to_have_attribute("aria-expanded", "true")

    page.keyboard.press("ArrowDown")
    first = options.first.get_attribute("id")
    expect(box).to_have_attribute("aria-activedescendant", first or "")
    expect(options.first).to_have_attribute("aria-selected", "true")
    for key in ("ArrowUp", "Home", "End"):  # back in the field, where Enter searches for its text
        page.keyboard.press(key)
        assert box.get_attribute("aria-activedescendant") is None
        page.keyboard.press("ArrowDown")
        expect(box).to_have_attribute("aria-activedescendant", first or "")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("leefb")
    expect(box).to_have_attribute("aria-expanded", "false")

    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", first or "")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}themas/leefbaarheid/")


def test_the_active_suggestion_stays_when_new_ones_arrive(page: Page, address: str) -> None:
    """Enter still opens it."""
    page.goto(f"{address}over/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    box.press_sequentially("leef", delay=20)
    option = page.get_by_role("option", name=re.compile("Leefbaarheid.*Thema"))
    option.evaluate("(option) => { option.dataset.before = ''; }")
    page.evaluate(
        """() => {
          const box = document.activeElement;
          box.value = "leefb";
          box.dispatchEvent(new InputEvent("input", { bubbles: true }));
          box.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
        }"""
    )
    expect(page.locator("[data-before]")).to_have_count(0)
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}themas/leefbaarheid/")


def test_no_suggestions_for_the_first_letters_do_not_stop_the_next(page: Page, address: str) -> None:
    release = hold(page, "**/zoekindex/**")
    page.clock.install()
    page.goto(f"{address}over/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    page.clock.pause_at(datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(hours=1))
    box.press_sequentially("xqzw")
    page.clock.run_for(1_000)  # now it is asked for
    box.fill("leefb")
    release()
    page.wait_for_load_state("networkidle")
    page.clock.run_for(1_000)
    expect(page.get_by_role("option").first).to_have_text(re.compile("Leefbaarheid"))


def test_enter_without_an_active_suggestion_searches(page: Page, address: str) -> None:
    page.goto(f"{address}over/")
    page.keyboard.press("/")
    field(page).press_sequentially("stage", delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}praktijken/?q=stage")
    expect(hits(page).first).to_be_visible()


def test_a_suggestion_can_be_clicked(page: Page, address: str) -> None:
    """An organisation leads to its own page."""
    page.goto(address)
    field(page).press_sequentially("albert h", delay=20)
    page.get_by_role("option", name=re.compile("^Albert Heijn Partner")).click()
    expect(page).to_have_url(f"{address}partners/albert-heijn/")


def test_the_slash_shortcut_can_be_turned_off(page: Page, address: str) -> None:
    """In a text field the key types a slash."""
    page.goto(f"{address}zoeken/")
    field(page).press_sequentially("1/2")
    expect(field(page)).to_have_value("1/2")
    switch = page.get_by_role("checkbox", name=re.compile("met de toets"))
    switch.uncheck()
    page.goto(f"{address}over/")
    page.keyboard.press("/")
    expect(field(page)).not_to_be_focused()
    page.goto(f"{address}zoeken/")
    expect(switch).not_to_be_checked()
    switch.check()
    page.goto(f"{address}over/")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()


def test_the_search_is_loaded_when_its_field_gets_the_focus(page: Page, address: str) -> None:
    """Before that a page has one small script; after it nothing of the index is loaded twice."""
    asked = note_requests(page)
    page.goto(f"{address}over/")
    page.wait_for_load_state("networkidle")
    assert len([url for url in asked if url.endswith(".js")]) == 1
    assert not [url for url in asked if "search" in url or "zoekindex" in url]
    page.keyboard.press("/")
    field(page).press_sequentially("stage", delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    index = [url for url in asked if "zoekindex" in url]
    assert index
    assert len(index) == len(set(index))


def hold(page: Page, pattern: str) -> Callable[[], None]:
    """Hold requests, like a slow connection; return a function that releases them."""
    held: list[Route] = []
    is_slow = True

    def answer(route: Route) -> None:
        if is_slow:
            held.append(route)
        else:
            route.continue_()

    def release() -> None:
        nonlocal is_slow
        is_slow = False
        assert held
        for route in held:
            route.continue_()

    page.route(pattern, answer)
    return release


@pytest.mark.parametrize("late", ["**/assets/search.*.js", "**/zoekindex/**"])
def test_text_typed_before_the_script_loaded_gets_suggestions(page: Page, address: str, late: str) -> None:
    release = hold(page, late)
    page.clock.install()
    page.goto(f"{address}over/")
    page.keyboard.press("/")
    page.keyboard.type("huurach")
    expect(field(page)).to_have_value("huurach")
    page.clock.run_for(REST)
    expect(page.get_by_role("option")).to_have_count(0)
    release()
    expect(page.get_by_role("option").first).to_contain_text("huurach", ignore_case=True)
    expect(field(page)).to_be_focused()


@pytest.mark.parametrize(("late", "leave"), [("**/assets/search.*.js", "Escape"), ("**/zoekindex/**", "Tab")])
def test_late_suggestions_are_dropped_after_escape_or_blur(page: Page, address: str, late: str, leave: str) -> None:
    page.add_init_script("addEventListener('keydown', (event) => event.key === 'Escape' && event.preventDefault())")
    release = hold(page, late)
    page.clock.install()
    page.goto(f"{address}over/")
    page.keyboard.press("/")
    page.keyboard.type("huurach")
    page.clock.run_for(REST)
    page.keyboard.press(leave)
    release()
    page.wait_for_load_state("networkidle")
    page.clock.run_for(REST)
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("option")).to_have_count(0)


def test_visited_pages_and_searches_work_offline(collection_site: Path, open_page: OpenPage) -> None:
    """Another page says why it is not available."""
    page = open_page(
        # Chromium drops a preload that is still under way when a worker answers; the request is made once all the same.
        expected=(*FAILED, "ERR_CONNECTION_REFUSED", "Failed to fetch", "TypeError", "cross-world service worker"),
        service_workers="allow",
    )

    with serving(collection_site, f"{SUBFOLDER}/") as address:
        page.goto(f"{address}over/")
        page.evaluate("navigator.serviceWorker.ready.then(() => {})")
        assert becomes_true(page, "navigator.serviceWorker.controller !== null")
        page.goto(f"{address}zoeken/?q=huurachterstand")
        expect(hits(page).first).to_be_visible()
        before = titles(page)
        page.wait_for_load_state("networkidle")

    page.goto(f"{address}zoeken/?q=huurachterstand")
    expect(hits(page).first).to_be_visible()
    assert titles(page) == before
    page.goto(f"{address}over/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("over", re.IGNORECASE))
    page.goto(f"{address}themas/leefbaarheid/")
    expect(page.get_by_role("heading", level=1)).to_have_text("U hebt geen verbinding")
    page.goto(f"{address}zoeken/?q=zonnepanelen")
    expect(
        page.get_by_text("U hebt geen verbinding, en dit is nog niet bewaard.").or_(
            page.get_by_text("De zoeklijst kon niet")
        )
    ).to_be_visible()


def test_a_new_service_worker_keeps_the_cache(
    collection_site: Path, serve: Serve, open_page: OpenPage, tmp_path: Path
) -> None:
    """Two versions of a file, and no removed pages."""
    site = tmp_path / "site"
    shutil.copytree(collection_site, site)
    page = open_page(service_workers="allow", expected=("404",))
    page.goto(f"{serve(site, f'{SUBFOLDER}/')}over/")
    assert becomes_true(page, "navigator.serviceWorker.controller !== null")
    [name] = page.evaluate("caches.keys()")
    is_kept = "start => caches.match(`${location.origin}${start}`).then((answer) => answer !== undefined)"
    assert becomes_true(page, is_kept, f"{SUBFOLDER}/over/")
    worker = site / "service-worker.js"
    worker.write_text(f"{worker.read_text(encoding='utf-8')}\n", encoding="utf-8")
    versions = [f"{SUBFOLDER}/assets/iets.{digit * 10}.css" for digit in "123"]
    for version in versions:
        (site / version.removeprefix(f"{SUBFOLDER}/")).write_text("")
    page.evaluate("scope => caches.open(`catalogus ${scope}/ oud`).then(() => {})", SUBFOLDER)
    page.evaluate(
        "navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => {})"
    )
    assert becomes_true(page, "name => caches.keys().then((names) => names.length === 1 && names[0] === name)", name)
    for version in versions:
        page.evaluate("address => fetch(address).then(() => {})", version)
    assert [page.evaluate(is_kept, version) for version in versions] == [False, True, True]
    assert page.evaluate(is_kept, f"{SUBFOLDER}/over/")
    shutil.rmtree(site / "over")
    page.reload()
    assert becomes_true(page, is_kept.replace("!==", "==="), f"{SUBFOLDER}/over/")


def test_every_page_links_to_the_opensearch_description(page: Page, address: str) -> None:
    """With the full address of the search page."""
    page.goto(address)
    link = page.locator("link[rel=search]")
    assert link.get_attribute("href") == f"{SUBFOLDER}/opensearch.xml"
    description = page.request.get(f"{address}opensearch.xml").text()
    assert f'template="https://mvo.example.nl{SUBFOLDER}/praktijken/?q={{searchTerms}}"' in description
