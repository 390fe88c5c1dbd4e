"""Links and the head of every page of a catalogue."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.site.fixtures import SUBFOLDER
from tests.site.html import PageView, is_redirect, read_page
from tools.site_links import check_site_links

HOST = "mvo.example.nl"
DATA_BLOCK = {"type": "application/ld+json"}  # data for search engines, which no browser runs


@pytest.fixture(scope="module")
def pages(collection_site: Path) -> dict[str, PageView]:
    """Return every page by its file name relative to the site."""
    files = sorted(file for file in collection_site.rglob("*.html") if not is_redirect(file))
    return {file.relative_to(collection_site).as_posix(): read_page(file) for file in files}


def test_every_internal_link_has_a_target(collection_site: Path) -> None:
    """Its fragment too."""
    assert check_site_links(collection_site) == []


def test_pages_load_nothing_from_elsewhere(pages: dict[str, PageView]) -> None:
    """Styles, scripts and pictures are all from the site."""
    loaded = [
        f"{name}: {element.tag} {element.attributes}"
        for name, page in pages.items()
        for element in page.elements
        if element.tag in {"script", "img", "iframe", "source", "video", "audio", "object", "embed"}
        or (element.tag == "link" and element.attributes.get("rel") not in {"canonical", "alternate"})
        for attribute in ("src", "href", "srcset", "data")
        if element.attributes.get(attribute, "").startswith(("http:", "https:", "//"))
    ]
    assert loaded == []


def test_every_page_has_the_strict_policy_and_nothing_inline(pages: dict[str, PageView]) -> None:
    for name, page in pages.items():
        policies = [meta.attributes["content"] for meta in page.all("meta") if meta.attributes.get("http-equiv")]
        assert len(policies) == 1, name
        assert policies[0].startswith("default-src 'none'"), name
        assert "unsafe" not in policies[0], name
        for element in page.elements:
            inline = [
                attribute for attribute in element.attributes if attribute.startswith("on") or attribute == "style"
            ]
            assert not inline, f"{name}: {element}"
            assert element.tag != "style", name
            if element.tag == "script" and element.attributes != DATA_BLOCK:
                assert element.attributes.get("src"), f"{name}: {element}"


def test_every_page_has_its_heading_title_and_canonical_address(pages: dict[str, PageView]) -> None:
    """One h1, and its own description."""
    titles: dict[str, str] = {}
    for name, page in pages.items():
        assert len(page.all("h1")) == 1, name
        title = page.all("title")[0].text
        assert titles.setdefault(title, name) == name, f"{title} is the title of {titles[title]} and {name}"
        metas = {meta.attributes.get("name"): meta.attributes.get("content") for meta in page.all("meta")}
        assert metas["description"], name
        canonical = [link.attributes["href"] for link in page.all("link") if link.attributes.get("rel") == "canonical"]
        assert [address.startswith(f"https://{HOST}{SUBFOLDER}/") for address in canonical] == [True], name


def test_the_sitemap_lists_exactly_the_pages_for_search_engines(
    collection_site: Path, pages: dict[str, PageView]
) -> None:
    """Every page without ``noindex``, once."""
    tree = ElementTree.parse(collection_site / "sitemap.xml")
    listed = [element.text or "" for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    indexed = {
        next(link.attributes["href"] for link in page.all("link") if link.attributes.get("rel") == "canonical")
        for page in pages.values()
        if not any(meta.attributes.get("content") == "noindex" for meta in page.all("meta"))
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == indexed


def test_every_page_has_a_link_to_improve_it(collection_site: Path, pages: dict[str, PageView]) -> None:
    """A practice to the form, other pages to the repository."""

    def hrefs(name: str) -> list[str | None]:
        return [link.attributes.get("href") for link in pages[f"{name}/index.html"].all("a")]

    practice = next(collection_site.glob("praktijken/*/gegevens.json")).parent.relative_to(collection_site).as_posix()
    assert f"{SUBFOLDER}/meedoen/praktijk/?verbeter={Path(practice).name}" in hrefs(practice)
    assert f"{SUBFOLDER}/{practice}/bron.md" in hrefs(practice)
    partner = next(name for name in pages if name.count("/") == 2 and name.startswith("partners/"))
    theme = next(name for name in pages if name.count("/") == 2 and name.startswith("themas/"))
    for name in ("over", *(Path(page).parent.as_posix() for page in (partner, theme))):
        assert "https://code.example.nl/catalogus" in hrefs(name)
