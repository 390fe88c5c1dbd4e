"""The feedback form, opened from the page that a reader wants to report."""

from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import OpenPage, Serve
from tests.site.fixtures import FORGE, MAIL, PRIVATE_MAIL
from tests.site.html import is_redirect

PRACTICE = "praktijken/alles-ingevuld/"


@pytest.fixture(scope="module")
def reachable_site(form_project: Path) -> Path:
    """Return the small catalogue with all addresses of its team set."""
    return form_project / "site"


def written(page: Page, way: str) -> tuple[str, dict[str, list[str]]]:
    """Return the target of a way to send, and its parameters."""
    parts = urlsplit(page.locator(f"[data-way={way}] a").get_attribute("href") or "")
    return parts._replace(query="").geturl(), parse_qs(parts.query)


def test_an_error_is_reported_with_its_page(reachable_site: Path, serve: Serve, page: Page) -> None:
    """An empty message cannot be sent; a request to remove something only goes to the team."""
    page.goto(serve(reachable_site) + PRACTICE)
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="Meld iets over deze pagina").click()
    expect(page.get_by_label("Over welke pagina")).to_have_value(f"{title} http://127.0.0.1:8000/{PRACTICE}")
    page.get_by_role("link", name="open uw mail").click()
    expect(page.get_by_label("Uw bericht")).to_be_focused()
    expect(page.get_by_label("Uw bericht")).to_have_attribute("aria-invalid", "true")

    page.get_by_label("Uw bericht").fill("Het jaar klopt niet: 2019 & niet 2018.")
    expect(page.get_by_text("Schrijf hier wat u wilt melden.")).to_be_hidden()
    text = f"Pagina: {title} http://127.0.0.1:8000/{PRACTICE}\n\nHet jaar klopt niet: 2019 & niet 2018."
    address, mail = written(page, "mail")
    assert address == f"mailto:{MAIL}"
    assert mail == {"subject": ["Er klopt iets niet"], "body": [text.replace("\n", "\r\n")]}
    assert written(page, "public") == (f"{FORGE}/issues/new", {"title": ["Er klopt iets niet"], "body": [text]})

    page.get_by_label("Wat wilt u melden?").select_option(label="Er moet iets weg")
    assert written(page, "mail")[0] == f"mailto:{PRIVATE_MAIL}"
    expect(page.locator("[data-way=public]")).to_be_hidden()


def test_without_script_there_are_mail_links(reachable_site: Path, serve: Serve, open_page: OpenPage) -> None:
    """On every page, and in the form per kind; requests to remove something go to the private mailbox."""
    page = open_page(java_script_enabled=False)
    address = serve(reachable_site)
    page.goto(address + PRACTICE)
    href = page.get_by_role("link", name="Mail ons over deze pagina").get_attribute("href") or ""
    assert f"http://127.0.0.1:8000/{PRACTICE}" in parse_qs(urlsplit(href).query)["body"][0]

    page.goto(address + "melden/")
    expect(page.locator("form[data-form]")).to_be_hidden()
    links = page.locator("[data-plain] li").all()
    assert len(links) == 5
    assert all(f"mailto:{MAIL}" in link.inner_html() and FORGE in link.inner_html() for link in links[:4])
    assert f"mailto:{PRIVATE_MAIL}" in links[4].inner_html()
    assert FORGE not in links[4].inner_html()


def test_without_a_mailbox_an_account_is_needed(collection_site: Path, reachable_site: Path) -> None:
    for path in ("melden", "meedoen", "meedoen/praktijk"):
        with_mail, without = (site / path / "index.html" for site in (reachable_site, collection_site))
        assert "en geen account" in (text := with_mail.read_text(encoding="utf-8")) or "geen account nodig" in text
        assert "geen account" not in without.read_text(encoding="utf-8")


def test_every_page_links_to_the_feedback_form(collection_site: Path) -> None:
    """With its own address; only a list that other sites embed has no footer."""
    pages = [page for page in collection_site.rglob("*.html") if "embed" not in page.parts and not is_redirect(page)]
    assert len(pages) > 100
    for page in pages:
        place = page.relative_to(collection_site).as_posix().removesuffix("index.html")
        link = f"/melden/?soort=fout&amp;pagina={quote(f'/{place}', safe='')}&amp;titel="
        assert link in page.read_text(encoding="utf-8"), place
