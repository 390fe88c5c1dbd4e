"""Whether a practice suits the reader's organisation, in a real browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import WIDE, OpenPage, Serve, note_requests
from tests.browser.test_selection import REFUSE_STORAGE
from tests.site.fixtures import STORED, SUBFOLDER

PROFILE = {"size": 2, "area": "stad", "province": "gelderland", "costs": 2, "kinds": ["gemeente", "welzijn"]}
PRACTICE = "praktijken/talis-budgetcoaching-huurachterstand/"


@pytest.fixture(scope="session")
def address(collection_site: Path, serve: Serve) -> str:
    """Return where a catalogue of some fifty practices is served."""
    return serve(collection_site, f"{SUBFOLDER}/")


def tell(page: Page, **profile: Any) -> None:
    """Let the browser know this of the reader's organisation before any page opens, once."""
    page.add_init_script(f"localStorage['{STORED}profiel'] ??= {json.dumps(json.dumps(profile))}")


def test_a_reader_tells_it_once_with_the_keyboard_and_sees_it_everywhere(page: Page, address: str) -> None:
    """On the page of a practice, on cards and in a search that sorts by it; erased, it is gone."""
    page.goto(f"{address}{PRACTICE}")
    page.get_by_role("link", name="Past dit bij ons?").press("Enter")
    page.get_by_label("In welke provincie?").press_sequentially("Gelderland")
    page.get_by_text("Vragen die nu nog weinig verschil maken").press("Enter")
    page.get_by_label("Hoeveel geld is er?").press_sequentially("Tot")
    page.get_by_role("checkbox", name="Welzijn").press("Space")
    expect(page.get_by_role("status").filter(has_text="Bewaard")).to_have_text("Bewaard in uw browser.")

    page.goto(f"{address}{PRACTICE}")
    box = page.get_by_role("region", name="Past dit bij ons?")
    expect(box).to_contain_text("Past: gedaan in uw provincie; u kent een welzijnsorganisatie.")
    expect(box).to_contain_text("Niet bekend: kosten.")

    box.get_by_role("link", name="Verander wat u invulde").press("Enter")
    expect(page.get_by_label("In welke provincie?")).to_have_value("gelderland")
    page.get_by_role("link", name="Bekijk wat het best past").press("Enter")
    expect(page).to_have_url(re.compile(r"/zoeken/\?volgorde=past$"))
    suits = re.compile("Past: .*u kent een welzijnsorganisatie")
    expect(page.locator("#resultaten .mvo-fit").first).to_contain_text(suits)
    expect(page.get_by_label("Sorteer op")).to_have_value("past")

    page.goto(f"{address}past-dit-bij-ons/")
    page.get_by_role("button", name="Wis alles").press("Enter")
    expect(page.get_by_role("status").filter(has_text="gewist")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    page.goto(f"{address}{PRACTICE}")
    expect(page.locator(".mvo-fit")).to_have_count(0)


def test_nobody_loads_it_who_told_nothing(page: Page, address: str) -> None:
    """The script of the reasons is asked for only when there is a profile."""
    asked = note_requests(page)
    page.goto(f"{address}praktijken/", wait_until="networkidle")
    assert not any("/fit" in url for url in asked)
    page.evaluate(f"localStorage['{STORED}profiel'] = {json.dumps(json.dumps(PROFILE))}")
    page.goto(f"{address}praktijken/", wait_until="networkidle")
    assert sum("/fit." in url for url in asked) == 1


def test_every_card_has_its_reasons(page: Page, address: str) -> None:
    """Each begins with what it is, in a word; what is not known is said."""
    tell(page, **PROFILE)
    page.goto(f"{address}praktijken/")
    cards = page.locator("article.mvo-practice-card")
    expect(page.locator(".mvo-fit")).to_have_count(cards.count())
    for text in page.locator(".mvo-fit").all_inner_texts():
        lines = [line for line in text.splitlines() if line and line != "Past dit bij ons?"]
        assert lines
        assert all(re.match(r"(Past|Past niet|Nog nodig|Anders|Niet bekend): .+\.$", line) for line in lines), lines


def test_a_search_sorts_by_it_and_goes_on_in_that_order(page: Page, address: str) -> None:
    """What suits best comes first; without a profile the choice is not there."""
    tell(page, province="gelderland")
    page.goto(f"{address}zoeken/?q=huurders")
    expect(page.locator("#resultaten .mvo-fit")).to_have_count(10)
    page.get_by_label("Sorteer op").select_option("past")
    expect(page).to_have_url(re.compile("volgorde=past"))
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator("#resultaten .mvo-fit")).to_have_count(20)
    fits = [text.count("Past:") for text in page.locator("#resultaten .mvo-fit").all_inner_texts()]
    assert fits[0] == 1
    assert fits == sorted(fits, reverse=True)

    page.evaluate("localStorage.clear()")
    page.add_init_script("localStorage.clear()")
    page.reload()
    expect(page.locator("#resultaten article")).to_have_count(20)
    expect(page.get_by_label("Sorteer op")).to_have_value("")
    expect(page.locator(".mvo-fit")).to_have_count(0)


def test_partners_can_be_chosen_by_name(page: Page, address: str) -> None:
    """A name typed narrows the list; who is chosen is named in the reason."""
    page.goto(f"{address}past-dit-bij-ons/")
    page.get_by_text("Kies ook partners bij naam").click()
    page.get_by_label("Zoek een partner").fill("nim maat")
    page.get_by_role("checkbox", name="NIM Maatschappelijk Werk").check()
    page.get_by_label("Zoek een partner").fill("xqz")
    expect(page.get_by_role("checkbox", name="NIM Maatschappelijk Werk")).to_be_visible()
    page.goto(f"{address}{PRACTICE}")
    expect(page.get_by_role("region", name="Past dit bij ons?")).to_contain_text("u kent NIM Maatschappelijk Werk")


def test_another_tab_follows(page: Page, address: str) -> None:
    """What is told in one tab is shown in the other, and goes when it is erased."""
    page.goto(f"{address}praktijken/")
    other = page.context.new_page()
    other.goto(f"{address}past-dit-bij-ons/")
    other.get_by_label("In welke provincie?").select_option("drenthe")
    expect(page.locator(".mvo-fit").first).to_be_visible()
    other.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".mvo-fit")).to_have_count(0)


def test_a_browser_that_keeps_nothing_is_told_so(page: Page, address: str) -> None:
    """The form still works, and says that it will not last."""
    page.add_init_script(REFUSE_STORAGE)
    page.goto(f"{address}past-dit-bij-ons/")
    page.get_by_label("In welke provincie?").select_option("drenthe")
    expect(page.get_by_text("Uw browser bewaart niets.")).to_be_visible()


def test_without_script_the_page_says_what_there_is(open_page: OpenPage, address: str) -> None:
    """A form that cannot work is not shown."""
    page = open_page(WIDE, java_script_enabled=False)
    page.goto(f"{address}past-dit-bij-ons/")
    expect(page.get_by_role("main").get_by_role("link", name="praktijk")).to_be_visible()
    expect(page.locator("form.mvo-fit-form")).to_be_hidden()


def test_paper_shows_the_practice_and_not_the_reader(page: Page, address: str) -> None:
    """Who prints a practice for others does not print what was told of the own organisation."""
    tell(page, **PROFILE)
    page.goto(f"{address}{PRACTICE}")
    expect(page.locator(".mvo-fit").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".mvo-fit").first).to_be_hidden()
