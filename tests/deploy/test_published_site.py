"""What ``make publish`` makes, behind the real nginx."""

import gzip
import re
import urllib.request
from html import unescape
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import expect

from tests.site.fixtures import PUBLIC, SUBFOLDER
from tests.site.html import is_redirect, read_page
from tests.site.test_former import GONE

pytestmark = pytest.mark.nginx


@pytest.fixture(scope="module")
def address(start_nginx, published_site):
    """Where nginx shows the published site."""
    return start_nginx(published_site, SUBFOLDER)


def test_precompressed_files_decompress_to_the_same_text(published_site):
    """Every page has a .br and a .gz."""
    packed = [path for path in published_site.rglob("*") if path.suffix in {".br", ".gz"}]
    for path in packed:
        unpack = brotli.decompress if path.suffix == ".br" else gzip.decompress
        assert unpack(path.read_bytes()) == path.with_suffix("").read_bytes(), path
    pages = list(published_site.rglob("*.html"))
    assert pages
    assert {Path(f"{page}{suffix}") for page in pages for suffix in (".br", ".gz")} <= set(packed)


def test_every_page_has_its_public_address(published_site):
    """And none that of the machine that built it."""
    for page in published_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert PUBLIC["SITEURL"] in text, page
        assert "127.0.0.1" not in text, page


def test_page_and_server_have_the_same_policy(address):
    """The server adds what only works in a header."""
    with urllib.request.urlopen(address) as response:
        header, page = response.headers["Content-Security-Policy"], response.read().decode()
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    assert header == f"{unescape(found[1])}; frame-ancestors 'none'"


def test_the_search_works_behind_nginx(address, page):
    page.goto(f"{address}zoeken/")
    page.get_by_label("Zoek een praktijk").last.fill("ingevuld")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("ingevuld")
    hit = page.locator("[data-search-list] a").first
    title = hit.inner_text()
    hit.click()
    page.wait_for_url("**/praktijken/*/")
    assert page.get_by_role("heading", level=1).inner_text() == title


def test_the_404_page_works_at_any_depth(address, open_page):
    page = open_page(expected=["404"])
    assert page.goto(f"{address}praktijken/bestaat-niet/").status == 404
    page.get_by_role("link", name="tabel van alle praktijken").click()
    page.wait_for_url("**/praktijken/tabel/")


def test_no_page_violates_the_policy(address, published_site, open_page):
    """No message in the console, and no request to another host.

    Of pages in the same folder with the same scripts and pictures only one is opened.
    """
    page, kinds = open_page(expected=["404", "410"]), set()
    statuses = {"404.html": 404} | dict.fromkeys(GONE, 410)
    for file in sorted(published_site.rglob("*.html")):
        path = file.relative_to(published_site).as_posix().removesuffix("index.html")
        if path not in GONE and is_redirect(file):
            continue  # to a page that is asked for itself
        loads = [
            (item.tag, item.attributes.get("src"), "style" in item.attributes) for item in read_page(file).elements
        ]
        kind = path.split("/")[0], path.count("/"), path in GONE, frozenset(loads)
        if kind not in kinds:
            answer = page.goto(f"{address}{path}", wait_until="load")
            assert answer.status == statuses.get(path, 200), path
        kinds.add(kind)
    assert len(kinds) > 20


ATTACKS = [
    "document.body.innerHTML = '<img src=x>'",
    "document.createElement('script').src = '/assets/site.js'",
    "new DOMParser().parseFromString('<p>', 'text/html')",
    "trustedTypes.createPolicy('mine', {createHTML: (html) => html})",
    "trustedTypes.createPolicy('mvo-script', {createScriptURL: (address) => address})",
]


def test_trusted_types_refuse_text_as_markup_or_script(address, open_page):
    """Except by the policies in theme/js/lib, which the scripts of the site have taken."""
    page = open_page(expected=["Trusted", "trusted", "Content Security Policy"])
    page.goto(f"{address}over/")
    for attack in ATTACKS:
        outcome = page.evaluate(
            f"(() => {{ try {{ {attack}; return 'done'; }} catch (error) {{ return error.name; }} }})()"
        )
        assert outcome == "TypeError", attack
