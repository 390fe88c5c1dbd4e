"""The page of a practice as readers see and print it."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import NARROW, ROOT, WIDE, OpenPage, Serve, count_pages, print_page, section_of
from tests.site.fixtures import SUBFOLDER

LITTLE, MUCH = "praktijken/talis-budgetcoaching-huurachterstand/", "praktijken/heemwonen-superlocal-kerkrade/"
LONG = "praktijken/eindhoven-klusbus-energiebesparing/"
"""Of these practices little is known, much, and what fills a title of four lines on a phone."""


@pytest.mark.parametrize("path", [LITTLE, LONG])
def test_the_key_facts_are_on_the_first_screen(open_page: OpenPage, address: str, path: str) -> None:
    """Outcome, who, where, when and evidence, also on a small phone below a title of four lines."""
    phone = open_page(NARROW, is_mobile=True, has_touch=True)
    phone.set_viewport_size({"width": NARROW, "height": 760})
    laptop = open_page(WIDE)
    for screen in (phone, laptop):
        screen.goto(address + path)
        for label in ("Uitkomst", "Door", "Waar", "Wanneer", "Onderbouwing"):
            fact = screen.locator(".mvo-key-facts .mvo-facts__fact")
            expect(fact.filter(has=screen.get_by_text(label, exact=True))).to_be_in_viewport(ratio=1)
    expect(laptop.locator(".mvo-key-facts .mvo-facts__fact").last).to_be_in_viewport(ratio=1)


def test_many_facts_begin_on_the_first_screen_of_a_phone(open_page: OpenPage, address: str) -> None:
    """The outcome, or a link to it, is visible without scrolling; a laptop shows all facts."""
    phone = open_page(NARROW, is_mobile=True, has_touch=True)
    phone.goto(address + MUCH)
    expect(phone.locator(".mvo-facts__fact").first).to_be_in_viewport(ratio=1)
    laptop = open_page(WIDE)
    laptop.goto(address + MUCH)
    expect(laptop.locator(".mvo-key-facts .mvo-facts__fact").last).to_be_in_viewport(ratio=1)


def test_many_partners_are_cut_with_a_count(page: Page, address: str) -> None:
    """The count leads to all names; a group known only in words begins with a capital."""
    page.goto(address + MUCH)
    facts = page.locator(".mvo-key-facts")
    expect(facts).not_to_contain_text("Zuyd Hogeschool")
    facts.get_by_role("link", name=re.compile(r"en.nog.\d+")).click()
    expect(page).to_have_url(re.compile("#kenmerken$"))
    expect(section_of(page, "Kenmerken")).to_contain_text("Zuyd Hogeschool")
    expect(facts).to_contain_text("Vanaf 2017")


def test_an_unknown_fact_leads_to_the_form(open_page: OpenPage, address: str) -> None:
    """With this practice, at that field."""
    page = open_page(WIDE)
    page.goto(address + LITTLE)
    section_of(page, "Wat wij nog niet weten").get_by_role("link").first.click()
    expect(page).to_have_url(
        re.compile(r"/meedoen/praktijk/\?verbeter=talis-budgetcoaching-huurachterstand&veld=\w+#stap-\d$")
    )
    asked = parse_qs(urlsplit(page.url).query)["veld"][0]
    expect(page.locator(f"[data-field={asked}]").locator(":focus")).to_be_visible()


def test_the_adoption_link_opens_the_form(open_page: OpenPage, address: str) -> None:
    page = open_page(WIDE)
    page.goto(address + LITTLE)
    page.get_by_role("link", name="Ik heb dit overgenomen").click()
    expect(page).to_have_url(re.compile(r"\?verbeter=talis-budgetcoaching-huurachterstand&overgenomen=1(#|$)"))


def test_similar_practices_are_listed_with_a_reason(open_page: OpenPage, address: str) -> None:
    page = open_page(WIDE)
    page.goto(address + LITTLE)
    others = section_of(page, "Verwante praktijken").get_by_role("listitem")
    expect(others.first).to_contain_text("Ook over financiële zelfredzaamheid")
    others.first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert LITTLE not in page.url


def test_both_ways_to_print_work_with_the_keyboard(open_page: OpenPage, address: str) -> None:
    """The note is a link that works without script; the button prints the page."""
    page = open_page(WIDE)
    page.add_init_script("window.print = () => document.title = 'geprint'")
    page.goto(address + LITTLE)
    button = page.get_by_role("button", name="Print alles")
    button.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_title("geprint")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="Mail deze praktijk")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="Maak een bestuursnotitie (1 A4)")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bestuursnotitie")


def test_without_script_there_is_no_print_button(open_page: OpenPage, address: str) -> None:
    """The note can be reached, and printed by the browser."""
    page = open_page(WIDE, java_script_enabled=False)
    page.goto(address + LITTLE)
    assert not page.get_by_role("button", name="Print alles").is_visible()
    page.get_by_role("link", name="Maak een bestuursnotitie (1 A4)").click()
    expect(page.get_by_role("heading", name="Gevraagd besluit")).to_be_visible()


def test_text_typed_in_a_board_note_is_stored_and_printed(page: Page, address: str) -> None:
    """After a reload nothing moves, and paper has the whole text instead of the box."""
    page.add_init_script(
        "window.shifts = 0;"
        "new PerformanceObserver((list) => { for (const one of list.getEntries()) shifts += one.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(f"{address}{MUCH}notitie/")
    decision = page.get_by_label("Voorstel: het bestuur besluit om")
    expect(decision).to_have_value(re.compile(r"^bij de sloop van \[complex\] te tellen .+ gebruiken\. Op \[datum\] "))
    decision.fill("te beginnen. " * 20 + "Einde.")
    expect(page.get_by_text("Bewaard in deze browser.")).to_be_visible()
    page.reload()
    expect(decision).to_have_value(re.compile(r"Einde\.$"))
    assert page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(shifts))))") == 0
    page.emulate_media(media="print")
    expect(decision).to_be_hidden()
    printed = page.locator("[data-words]", has=decision)
    assert "Einde." in printed.evaluate("(label) => getComputedStyle(label, '::after').content")
    page.goto(f"{address}{LITTLE}notitie/")
    expect(decision).to_have_value(re.compile(r"^\[uw besluit"))
    expect(page.get_by_label("Datum:")).to_have_value(re.compile(r"^\d+ \w+ \d{4}$"))


def test_a_phone_shares_a_practice(open_page: OpenPage, address: str) -> None:
    """With its title and address; elsewhere the link opens a mail."""
    for is_phone in (True, False):
        page = open_page(NARROW, has_touch=is_phone, is_mobile=is_phone)
        page.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.resolve(); };")
        page.goto(address + LITTLE)
        link = page.get_by_role("link", name=f"{'Deel' if is_phone else 'Mail'} deze praktijk")
        title = page.get_by_role("heading", level=1).inner_text().replace("\n", " ")
        if is_phone:
            link.click()
            assert page.evaluate("shared.url").endswith(f"/{LITTLE}")
            assert title in page.evaluate("shared.title")
        else:
            mail = parse_qs(urlsplit(link.get_attribute("href") or "").query)
            assert mail["subject"] == [title]
            assert mail["body"][0].endswith(f"/{LITTLE}")


def test_the_longest_board_notes_fit_on_one_page(open_page: OpenPage, serve: Serve, collection_site: Path) -> None:
    """The build counts lines and cuts what does not fit, so the longest are at risk."""
    page = open_page(WIDE)
    address = serve(collection_site, f"{SUBFOLDER}/")
    notes = sorted(
        collection_site.glob("praktijken/*/notitie/index.html"), key=lambda file: (file.stat().st_size, file)
    )
    slugs = [file.parents[1].name for file in (*notes[-8:], notes[0])]
    long = {}
    for slug in slugs:
        page.goto(f"{address}praktijken/{slug}/notitie/")
        sheets = count_pages(print_page(page))
        if sheets != 1:
            long[slug] = sheets
    assert not long


def test_a_printed_practice_has_all_its_parts(open_page: OpenPage, address: str) -> None:
    """Facts, all sections and the addresses of sources, without controls."""
    page = open_page(WIDE)
    page.goto(address + MUCH)
    page.emulate_media(media="print")
    for heading in ("Aanleiding", "Aanpak", "Resultaten", "Lessen", "Kenmerken", "Bronnen"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(page.get_by_text("Zo verwijst u naar deze praktijk")).to_be_visible()
    expect(page.get_by_role("link", name="Maak een bestuursnotitie (1 A4)")).to_be_hidden()
    assert 1 < count_pages(print_page(page)) <= 3


def test_the_layout_does_not_shift_while_loading(open_page: OpenPage, address: str) -> None:
    page = open_page(NARROW)
    page.goto(address + MUCH)
    page.wait_for_load_state("networkidle")
    shift = page.evaluate(
        "() => new Promise((done) => new PerformanceObserver((list) =>"
        " done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))"
        ".observe({ type: 'layout-shift', buffered: true }) || setTimeout(() => done(0), 300))"
    )
    assert shift == 0


def test_steps_keep_their_numbers(page: Page) -> None:
    """A list that continues after a paragraph continues its numbers; nested items have none."""
    style = (ROOT / "theme" / "css" / "components" / "prose.css").read_text(encoding="utf-8")
    steps = "<ol><li>een<li>twee<ul><li>diep</ul></ol><p>Verder:</p><ol start=3><li>drie<li>vier</ol>"
    page.set_content(f"<style>{style}</style><div class=mvo-prose>{steps}</div>")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    words = [node["name"]["value"].strip() for node in tree["nodes"] if node["role"]["value"] == "StaticText"]

    numbers = {after: before for before, after in pairwise(words)}
    assert [numbers[step] for step in ("een", "twee", "drie", "vier")] == ["1", "2", "3", "4"]
    assert "3" not in numbers.get("diep", "")
