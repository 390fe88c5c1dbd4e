"""The browser fixtures are strict: they catch what they are for."""

import pytest

from tests.browser.fixtures import NARROW, REACH, axe_violations, fail_on_console_errors, note_requests

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
    page.goto(serve(site))
    assert page.inner_text("h1") == "Proef"
    assert axe_violations(page) == []


def test_the_phone_fixture_has_the_narrowest_width(site, serve, phone_page):
    phone_page.goto(serve(site))
    assert phone_page.evaluate("screen.width") == NARROW


def test_an_unknown_address_gives_the_404_page(site, serve, open_page):
    """Below a base path too."""
    page = open_page(expected=["404"])
    address = serve(site, "/mvo/")
    assert page.goto(f"{address}weg/").status == 404
    assert page.inner_text("h1") == "Niet gevonden"
    assert page.goto(address).status == 200
    assert page.goto(address.replace("/mvo/", "/")).status == 404


def test_a_request_for_favicon_ico_is_ignored(site, serve, page):
    """Some builds of Chromium send it, at any moment."""
    page.goto(serve(site))
    asked = note_requests(page)
    page.evaluate("Promise.all([fetch('/favicon.ico'), fetch('/?vraag')]).then(() => {})")
    assert asked == [f"{serve(site)}?vraag"]


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
def test_a_problem_in_the_page_fails_the_test(browser, site, serve, fault, message):
    """An error in the console, an exception and a request to another host."""

    def visit(context):
        with fail_on_console_errors(context):
            page = context.new_page()
            page.goto(serve(site))
            page.evaluate(fault)
            page.evaluate("new Promise((done) => { setTimeout(done, 100); })")  # what came before it is known before it

    with browser.new_context() as context, pytest.raises(AssertionError, match=message):
        visit(context)


def test_axe_names_the_rule_and_the_element(site, serve, page):
    page.goto(serve(site))
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [line.split(" — ")[0] for line in axe_violations(page)] == [
        "button-name: Buttons must have discernible text"
    ]


def test_axe_checks_target_size(site, serve, page):
    """The rule for WCAG 2.5.8 is off by default."""
    page.goto(serve(site))
    page.evaluate(
        "for (const name of 'ab') { const button = document.createElement('button'); button.textContent = name;"
        " Object.assign(button.style, { width: '10px', height: '10px', padding: 0, border: 0 });"
        " Object.assign(button.style, { background: '#fff', color: '#000' });"
        " document.querySelector('main').append(button) }"
    )
    assert {line.split(":")[0] for line in axe_violations(page)} == {"target-size"}


FAULTS = [
    ("button:focus { outline: none }", "lostFocus", "focus is not seen: button"),
    ("main::after { content: ''; position: fixed; inset: 0; background: #fff }", "lostFocus", "something lies over it"),
    ("button { width: 3000px }", "stickingOut", "sticks out: button"),
    ("h1 { width: 20px; overflow: hidden }", "cutOff", "cut off: h1"),
    ("h1 { transition: color 1s }", "movement", "moves: h1"),
    ("h1 { color: #aaa }", "faint", "faint: h1"),
]
"""A style, the check of reach.js for it, and its message."""


def test_reach_js_finds_what_axe_cannot(site, serve, page):
    """Each check finds its problem, and nothing in the same page without it."""
    page.goto(serve(site))
    page.evaluate(
        "const button = Object.assign(document.createElement('button'), { textContent: 'Druk' });"
        " document.querySelector('main').append(button)"
    )
    page.evaluate(REACH)
    page.keyboard.press("Shift")
    for style, check, message in FAULTS:
        assert page.evaluate(f"reach.{check}()") == []
        page.evaluate(
            "style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style);"
            " document.adoptedStyleSheets = [sheet] }",
            style,
        )
        assert message in "\n".join(page.evaluate(f"reach.{check}()")), style
        page.evaluate("document.adoptedStyleSheets = []")

    assert page.evaluate("reach.spaceOut()") == []
    page.evaluate(
        "style => document.querySelector('h1').setAttribute('style', style)", "height: 1.2em; overflow: hidden"
    )
    assert "spaced out: cut off: h1" in page.evaluate("reach.spaceOut()")[0]
