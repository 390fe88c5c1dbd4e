"""The sitemap and robots.txt."""

import datetime
from xml.etree import ElementTree

from mvo_catalogue.exports.site_files import build_robots, build_sitemaps
from tests.factories import make_site

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_lists_full_addresses_and_days():
    """A page without a day has only its address; every character is escaped."""
    [(path, xml)] = build_sitemaps([("/", None), ("/a&b/", datetime.date(2026, 11, 20))], make_site())
    pages = ElementTree.fromstring(xml.encode()).findall(f"{MAP}url")

    assert path == "/sitemap.xml"
    assert [(page.findtext(f"{MAP}loc"), page.findtext(f"{MAP}lastmod")) for page in pages] == [
        ("https://mvo.example.nl/catalogus/", None),
        ("https://mvo.example.nl/catalogus/a&b/", "2026-11-20"),
    ]


def test_an_empty_sitemap_is_still_one():
    """No pages give a list without entries."""
    [(_, xml)] = build_sitemaps([], make_site())
    assert ElementTree.fromstring(xml.encode()).tag == f"{MAP}urlset"


def test_a_long_sitemap_is_a_list_of_sitemaps():
    """Every page is in one of them, in order."""
    pages = [(f"/{number}/", None) for number in range(5)]
    (first, index), *parts = build_sitemaps(pages, make_site(), most=2)
    root = ElementTree.fromstring(index.encode())

    assert (first, root.tag) == ("/sitemap.xml", f"{MAP}sitemapindex")
    assert [place.text for place in root.iter(f"{MAP}loc")] == [make_site().absolute(path) for path, _ in parts]
    found = [place.text for _, xml in parts for place in ElementTree.fromstring(xml.encode()).iter(f"{MAP}loc")]
    assert found == [make_site().absolute(path) for path, _ in pages]


def test_robots_may_read_everything_and_find_the_sitemap():
    """Nothing is forbidden; the address of the sitemap is a full one."""
    assert build_robots(make_site()).splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://mvo.example.nl/catalogus/sitemap.xml",
    ]
