"""The lists for other sites, in a frame on a page of another origin, behind the real nginx."""

import pytest
from playwright.sync_api import expect

from tests.browser.fixtures import ZOOMED, axe_violations
from tests.site.fixtures import SUBFOLDER

pytestmark = pytest.mark.nginx


@pytest.fixture(scope="module")
def address(start_nginx, published_site):
    """Where nginx shows the published site."""
    return start_nginx(published_site, SUBFOLDER)


@pytest.fixture
def show(serve, address, tmp_path):
    """Return ``show(page, path)``: the frame with that path on a page of another origin."""

    def show(page, path):
        frame = f'<iframe src="{address}{path}" title="Praktijken" width="400" height="400"></iframe>'
        (tmp_path / "index.html").write_text(
            f'<!doctype html><html lang="nl"><title>Elders</title><link rel="icon" href="data:,">{frame}'
        )
        page.goto(serve(tmp_path))
        return page.frame_locator("iframe")

    return show


@pytest.mark.parametrize("scripts", [True, False])
def test_a_list_works_in_a_frame(open_page, show, scripts):
    """With styles, without script; its links open the site in a new tab."""
    frame = show(open_page(java_script_enabled=scripts), "embed/wonen/")

    expect(frame.get_by_role("heading", level=1)).to_have_text("Praktijken: Wonen")
    links = frame.get_by_role("listitem").get_by_role("link")
    assert links.count() > 0
    assert {link.get_attribute("target") for link in links.all()} == {"_blank"}
    assert "noopener" in links.first.get_attribute("rel")
    assert f"{SUBFOLDER}/praktijken/" in links.first.get_attribute("href")
    assert frame.locator("body").evaluate("body => getComputedStyle(body).display") == "flex"  # site.css is there
    assert frame.locator("script").count() == 0


def test_a_list_is_accessible(open_page, address):
    """It is also a page by itself, without menu, so without skip link."""
    page = open_page(ZOOMED)
    page.goto(f"{address}embed/")

    assert axe_violations(page) == []


@pytest.mark.parametrize(
    ("query", "heading"), [("?thema=wonen", "Praktijken: Wonen"), ("?thema=weg", "Nieuwe praktijken")]
)
def test_the_query_chooses_a_theme(open_page, show, query, heading):
    """An unknown one gives the newest of all."""
    frame = show(open_page(), f"embed/{query}")

    expect(frame.get_by_role("heading", level=1)).to_have_text(heading)


def test_no_other_page_works_in_a_frame(open_page, show):
    page = open_page(expected=["frame-ancestors", "refused to connect", "net::ERR_BLOCKED_BY_RESPONSE"])
    frame = show(page, "")

    expect(frame.get_by_role("heading", level=1)).to_have_count(0)
