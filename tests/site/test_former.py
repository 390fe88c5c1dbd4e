"""Former addresses in a built site: each redirects, or says why something was removed."""

import re

import pytest

from mvo_catalogue.site.urls import NGINX_MAP, REDIRECTS, SITEMAP

MOVED = {
    "praktijken/volledig/": "praktijken/alles-ingevuld/",
    "praktijken/alles/notitie/": "praktijken/alles-ingevuld/notitie/",
    "themas/huisvesting/": "themas/wonen/",
    "embed/huisvesting/": "embed/wonen/",
    "bedrijven/": "een-bedrijf-benaderen/",
    "nieuws/eerste-nieuws/": "nieuws/een-eerste-bericht/",
    "partners/eerste-partner/": "partners/partner-een/",
}
COPIED = {
    "praktijken/volledig/gegevens.json": "praktijken/alles-ingevuld/gegevens.json",
    "praktijken/alles/bron.md": "praktijken/alles-ingevuld/bron.md",
    "feeds/themas/huisvesting.atom.xml": "feeds/themas/wonen.atom.xml",
    "themas/huisvesting/bron.md": "themas/wonen/bron.md",
}
GONE = (
    *(f"praktijken/{slug}/{page}" for slug in ("weg", "eerder-weg") for page in ("", "notitie/")),
    "themas/oud-thema/",
)


def read(site, path):
    """Return the text of a page of a site."""
    return (site / path / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_a_former_page_redirects(old, new, sample_site):
    """Without script, and without being indexed."""
    page = read(sample_site, old)
    (address,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', page)
    assert address.endswith(f"/{new}")
    assert re.search(rf'rel="canonical" href="https?://[^"]+/{new}"', page)
    assert 'name="robots" content="noindex"' in page
    assert (sample_site / new / "index.html").is_file()


def test_data_texts_and_feeds_exist_at_former_addresses(sample_site):
    """The same as at the current address."""
    for old, new in COPIED.items():
        assert (sample_site / old).read_bytes() == (sample_site / new).read_bytes(), old


@pytest.mark.parametrize("path", GONE)
def test_a_removed_page_only_has_the_reason(path, sample_site):
    """And the replacement, if there is one; search engines do not index it."""
    page = read(sample_site, path)
    assert 'name="robots" content="noindex"' in page
    assert ("De corporatie vroeg ons" in page) is ("weg" in path)
    assert ("praktijken/alles-ingevuld/" in page) is ("weg" in path)


def test_former_addresses_are_not_listed(sample_site):
    """In the sitemap, the index or the data."""
    listed = (sample_site / SITEMAP[1:]).read_text() + (sample_site / "praktijken/tabel/index.html").read_text()
    assert not [path for path in (*MOVED, *GONE) if f"/{path}" in listed]


def test_former_names_work_in_selections_and_searches(sample_site):
    assert 'data-former="volledig alles"' in read(sample_site, "praktijken/alles-ingevuld")
    assert 'data-former="huisvesting=wonen"' in read(sample_site, "zoeken")
    assert 'data-former="eerste-partner=partner-een"' in read(sample_site, "zoeken")
    assert 'data-former="aannemer=bouwbedrijf"' in read(sample_site, "zoeken")


def test_the_rules_for_hosts_have_every_former_address(sample_site):
    """Those of nginx also the removed ones."""
    redirects, lines = ((sample_site / path[1:]).read_text().splitlines() for path in (REDIRECTS, NGINX_MAP))
    moves = {tuple(line.split(" ")[:2]) for line in redirects}
    assert {(f"/{old}", f"/{new}") for old, new in (MOVED | COPIED).items()} <= moves
    assert {line.split(" ")[2] for line in redirects} == {"301"}
    rules = [line.split('"')[1] for line in lines]
    assert all(
        any(re.search(rule.lstrip("~"), path) for rule in python(rules))
        for path in (*map("/{}".format, GONE), *dict(moves))
    )


def python(patterns):
    """Return patterns of nginx as Python writes them."""
    return [pattern.replace("(?<", "(?P<") for pattern in patterns]
