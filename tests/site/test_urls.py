"""Addresses, also below a subfolder."""

import dataclasses

import pytest

from mvo_catalogue.site import urls
from mvo_catalogue.site.site import InvalidSiteUrl
from tests.factories import make_page, make_site


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("practices", "/praktijken/a-b/"),
        ("partners", "/partners/a-b/"),
        ("themes", "/themas/a-b/"),
        ("pages", "/a-b/"),
    ],
)
def test_every_kind_of_entry_has_its_folder(kind, path):
    assert urls.entry_path(kind, "a-b") == path


def test_the_first_part_of_a_list_has_the_address_of_the_list():
    """Later pages are numbered."""
    assert urls.numbered("/praktijken/", 1) == "/praktijken/"
    assert urls.numbered("/praktijken/", 12) == "/praktijken/pagina/12/"


@pytest.mark.parametrize(
    ("url", "link", "absolute"),
    [
        ("https://mvo.example.nl", "/partners/x/", "https://mvo.example.nl/partners/x/"),
        ("https://mvo.example.nl/catalogus", "/catalogus/partners/x/", "https://mvo.example.nl/catalogus/partners/x/"),
        ("http://127.0.0.1:8000/a/b", "/a/b/partners/x/", "http://127.0.0.1:8000/a/b/partners/x/"),
    ],
)
def test_links_include_the_subfolder(url, link, absolute):
    """Absolute addresses have the host."""
    site = make_site(url=url)

    assert (site.link("/partners/x/"), site.absolute("/partners/x/")) == (link, absolute)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mvo.example.nl",
        "//mvo.example.nl",
        "ftp://mvo.example.nl",
        "javascript:alert(1)",
        "https://",
        "https:///pad",
        "https://mvo.example.nl/",
        "https://mvo.example.nl/catalogus/",
        "https://mvo.example.nl//catalogus",
        "https://mvo.example.nl/met spatie",
        "https://mvo.example.nl/<b>",
        'https://mvo.example.nl/"x',
        "https://mvo.example.nl/?q=x",
        "https://mvo.example.nl/#x",
        "https://mvo.example.nl:poort",
        "https://mvo.example.nl:99999",
        "https://mvo.example.nl/../x",
        "https://mvo.example.nl/a/.",
        "https://naam:geheim@mvo.example.nl",
        "https://[mvo.example.nl",
    ],
)
def test_an_unusable_siteurl_is_refused(url):
    with pytest.raises(InvalidSiteUrl):
        make_site(url=url)


def test_a_search_has_an_address():
    """Facets may repeat; values are encoded."""
    assert urls.search_path(("thema", "wonen"), ("soort", "zorg")) == "/praktijken/?thema=wonen&soort=zorg"
    assert urls.search_path(("jaar", "2017"), ("jaar", "2018")) == "/praktijken/?jaar=2017&jaar=2018"
    assert urls.search_path(("thema", "a&b=c d")) == "/praktijken/?thema=a%26b%3Dc+d"


def test_links_between_entries_get_their_address():
    """With their fragment."""
    html = ('<a href="', "partners/de-brug", '">a</a> <a href="', "practices/x#aanpak", '">b</a>')

    assert make_site().join_html(html) == (
        '<a href="/catalogus/partners/de-brug/">a</a> <a href="/catalogus/praktijken/x/#aanpak">b</a>'
    )
    assert make_site().join_html(("<p>partners/x</p>",)) == "<p>partners/x</p>"


def test_menus_are_made_of_the_text_pages():
    """In the footer by default; in the menu possibly with a shorter name."""
    pages = [
        make_page("over", titel="Over deze catalogus", menu="boven", menunaam="Over"),
        make_page("tips", titel="Drie tips"),
        make_page("los", titel="Alleen met een link", menu="geen"),
    ]
    site = dataclasses.replace(make_site(), pages=pages, addresses={"pages/tips": "/p/tips.html"})

    assert site.top_menu == [("Over", "/over/")]
    assert site.bottom_menu == [("Over deze catalogus", "/over/"), ("Drie tips", "/p/tips.html")]


@pytest.mark.parametrize(
    ("path", "source"), [("/over/", "/over/bron.md"), ("/over.html", "/over.html.md"), ("/over", "/over.md")]
)
def test_the_markdown_of_a_page_is_beside_it(path, source):
    """Also of a page that is a file."""
    assert urls.source_path(path) == source


def test_identifiers_of_pages_do_not_depend_on_the_site():
    """Another page or another catalogue has another."""
    here, moved = make_site(url="https://a.example.nl/map"), make_site(url="https://b.example.nl")
    other = dataclasses.replace(here, identity="een-andere")

    assert here.identify("/data/") == moved.identify("/data/")
    assert len({site.identify(path) for site in (here, other) for path in ("/data/", "/over/")}) == 4
