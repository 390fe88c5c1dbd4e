"""The sitemap and robots.txt."""

import datetime
from xml.etree import ElementTree

from mvo_catalogue.exports.site_files import build_robots, build_sitemaps
from tests.factories import make_site

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_has_full_addresses_and_dates():
    """Escaped; a page may have no date."""
    [(path, xml)] = build_sitemaps([("/", None), ("/a&b/", datetime.date(2026, 11, 20))], make_site())
    pages = ElementTree.fromstring(xml.encode()).findall(f"{MAP}url")

    assert path == "/sitemap.xml"
    assert [(page.findtext(f"{MAP}loc"), page.findtext(f"{MAP}lastmod")) for page in pages] == [
        ("https://mvo.example.nl/catalogus/", None),
        ("https://mvo.example.nl/catalogus/a&b/", "2026-11-20"),
    ]


def test_an_empty_sitemap_is_valid():
    [(_, xml)] = build_sitemaps([], make_site())
    assert ElementTree.fromstring(xml.encode()).tag == f"{MAP}urlset"


def test_a_long_sitemap_is_a_list_of_sitemaps():
    """Each page is in one of them, in order."""
    pages = [(f"/{number}/", None) for number in range(5)]
    (first, index), *parts = build_sitemaps(pages, make_site(), most=2)
    root = ElementTree.fromstring(index.encode())

    assert (first, root.tag) == ("/sitemap.xml", f"{MAP}sitemapindex")
    assert [place.text for place in root.iter(f"{MAP}loc")] == [make_site().absolute(path) for path, _ in parts]
    found = [place.text for _, xml in parts for place in ElementTree.fromstring(xml.encode()).iter(f"{MAP}loc")]
    assert found == [make_site().absolute(path) for path, _ in pages]


def test_robots_txt_allows_everything_and_names_the_sitemap():
    assert build_robots(make_site()).splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://mvo.example.nl/catalogus/sitemap.xml",
    ]
