"""The strictness of the browser fixtures: what they are there to catch is caught."""

from __future__ import annotations

import pytest

from tests.browser.fixtures import NARROW, axe_violations, fail_on_console_errors

GOOD = """<!doctype html>
<html lang="nl"><title>Proef</title><link rel="icon" href="data:,"><main><h1>Proef</h1></main></html>
"""


@pytest.fixture
def site(tmp_path):
    """A folder with a good page and a page for what does not exist."""
    (tmp_path / "index.html").write_text(GOOD, encoding="utf-8")
    (tmp_path / "404.html").write_text(GOOD.replace("Proef", "Niet gevonden"), encoding="utf-8")
    return tmp_path


def test_a_good_page_passes(site, serve, page):
    """A quiet page without faults is no problem."""
    page.goto(serve(site))
    assert page.inner_text("h1") == "Proef"
    assert axe_violations(page) == []


def test_a_phone_is_narrow(site, serve, phone_page):
    """The narrow page has the width that the design promises to work at."""
    phone_page.goto(serve(site))
    assert phone_page.evaluate("screen.width") == NARROW


def test_the_site_has_its_own_page_for_what_is_missing(site, serve, open_page):
    """An unknown address gives status 404 and the site's own page, below a base path too."""
    page = open_page(expected=["404"])
    address = serve(site, "/mvo/")
    assert page.goto(f"{address}weg/").status == 404
    assert page.inner_text("h1") == "Niet gevonden"
    assert page.goto(address).status == 200
    assert page.goto(address.replace("/mvo/", "/")).status == 404


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("console.error('stuk')", "stuk"),
        ("setTimeout(() => { throw new Error('kapot') })", "kapot"),
        (
            "fetch('http://elders.example/').catch(() => {})",
            "request to another host: http://elders.example/",
        ),
    ],
)
def test_a_fault_in_the_page_fails_the_test(browser, site, serve, fault, message):
    """An error in the console, an exception and a request to another host are each reported."""

    def visit(context):
        with fail_on_console_errors(context):
            page = context.new_page()
            page.goto(serve(site))
            page.evaluate(fault)
            page.wait_for_timeout(100)

    with browser.new_context() as context, pytest.raises(AssertionError, match=message):
        visit(context)


def test_axe_names_the_rule_and_the_element(site, serve, page):
    """A page with a fault gives a line that leads to it."""
    page.goto(serve(site))
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [line.split(" — ")[0] for line in axe_violations(page)] == [
        "button-name: Buttons must have discernible text"
    ]
