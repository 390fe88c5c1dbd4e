"""Journeys with only the keyboard: Tab, Enter, Space, arrows, Escape and letters.

The plan, the letter to a partner and the form have theirs beside their other tests.
"""

import re

from playwright.sync_api import Page, expect

from tests.browser.fixtures import tab_to


def test_search_filter_and_remove_a_filter(page: Page, address: str) -> None:
    """Search from the home page, choose a filter, remove it by its chip, change the order, show more."""
    keys = page.keyboard
    found = page.locator("[data-ready] [data-search-status]")
    page.goto(address)
    keys.press("/")
    keys.type("bewoners")
    keys.press("Enter")
    expect(page).to_have_url(re.compile(r"/praktijken/\?q=bewoners$"))
    expect(found).to_contain_text(re.compile(r"\d+ praktijk"))
    every = found.inner_text()

    group = page.locator("details[data-facets] details").filter(has=page.locator("summary:has-text('Provincie')"))
    tab_to(group.locator("summary"))
    keys.press("Enter")
    box = group.get_by_role("checkbox").first
    expect(box).to_be_visible()
    tab_to(box)
    keys.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    expect(page).to_have_url(re.compile("provincie="))
    expect(found).not_to_have_text(every)

    chip = page.get_by_role("button", name=re.compile("^Haal filter weg:"))
    tab_to(chip)
    keys.press("Enter")
    expect(chip).to_have_count(0)
    expect(found).to_have_text(every)

    order = page.get_by_label("Sorteer op")
    tab_to(order)
    keys.press("ArrowDown")
    expect(page).to_have_url(re.compile("volgorde=bekend"))
    hits = page.locator("#resultaten article")
    expect(hits).to_have_count(10)
    tab_to(page.locator("[data-search-more]"))
    keys.press("Enter")
    expect(hits).to_have_count(20)
    tab_to(hits.nth(10).get_by_role("link").first)
    keys.press("Enter")
    expect(page).to_have_url(re.compile("/praktijken/"))


def test_select_compare_reorder_and_remove(page: Page, address: str) -> None:
    """Select three practices from the list, compare them, move one, hide equal rows, remove one."""
    keys = page.keyboard
    page.goto(f"{address}praktijken/")
    buttons = page.get_by_role("button", name="Bewaar in selectie")
    for place in range(3):
        tab_to(buttons.nth(place))
        keys.press("Space")
        expect(buttons.nth(place)).to_have_attribute("aria-pressed", "true")
    tab_to(page.get_by_role("link", name="Vergelijk ze"))
    keys.press("Enter")
    columns = page.locator("[data-column]")
    expect(columns).to_have_count(3)
    first, second, third = (column.get_attribute("data-column") for column in columns.all())

    tab_to(columns.nth(0).get_by_role("button", name="Naar rechts"))
    keys.press("Enter")
    expect(page).to_have_url(re.compile(rf"\?p={second},{first},{third}$"))
    only = page.get_by_label("Toon alleen verschillen")
    tab_to(only)
    keys.press("Space")
    expect(only).to_be_checked()
    expect(page).to_have_url(re.compile("&alleen=verschillen$"))
    tab_to(page.get_by_role("link", name="Mail deze vergelijking"))
    tab_to(page.get_by_role("button", name=re.compile("[Pp]rint")))
    tab_to(columns.nth(2).get_by_role("button", name="Haal weg"))
    keys.press("Enter")
    expect(columns).to_have_count(2)
    expect(page).to_have_url(re.compile(rf"\?p={second},{first}&"))
    tab_to(columns.nth(0).get_by_role("link").first)
    keys.press("Enter")
    expect(page).to_have_url(re.compile(rf"/praktijken/{second}/$"))


def test_choose_an_aim_and_see_the_practices(page: Page, address: str) -> None:
    keys = page.keyboard
    page.goto(f"{address}past-dit-bij-ons/")
    goal = page.get_by_label("Wat wilt u bereiken?")
    name, topic = goal.locator("option").nth(1).inner_text(), goal.locator("option").nth(1).get_attribute("value")
    tab_to(goal)
    keys.type(name[:6])
    expect(goal).to_have_value(topic or "")
    tab_to(page.get_by_role("button", name="Toon praktijken"))
    keys.press("Enter")
    expect(page).to_have_url(re.compile(f"thema={topic}"))
    expect(page.get_by_role("button", name=f"Haal filter weg: {name}")).to_be_visible()
