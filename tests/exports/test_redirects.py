"""The file ``_redirects`` as hosts read it, and the map of nginx."""

import re

from mvo_catalogue.exports.host_rules import build_nginx_map, build_redirects
from mvo_catalogue.site.former import RemovedEntry, former_paths, list_former
from tests.factories import make_catalogue, make_partner, make_practice, make_site, make_topic

GONE = [RemovedEntry(("/praktijken/weg/",), ("/praktijken/weg/bron.md",), "Weg.", "", "", "")]
MOVES = [("/praktijken/a/", "/praktijken/b/"), ("/praktijken/a/bron.md", "/praktijken/b/bron.md")]


def read_rules(text):
    """Return (from, to, status) of each line; hosts want exactly these three, and each address once."""
    rules = [tuple(line.split()) for line in text.splitlines()]
    assert all(len(rule) == 3 for rule in rules)
    assert len({rule[0] for rule in rules}) == len(rules)
    return rules


def test_every_line_works_on_all_hosts():
    """In the subfolder of the site, without wildcards, of which hosts allow a hundred."""
    rules = read_rules(build_redirects(MOVES, GONE, make_site(), is_forced=False))
    assert rules == [(f"/catalogus{old}", f"/catalogus{new}", "301") for old, new in MOVES]
    assert not re.search(r"[*:]", "".join(map("".join, rules)))


def test_netlify_overrides_the_pages_at_former_addresses():
    """With 410 and the reason for removed ones."""
    rules = read_rules(build_redirects(MOVES, GONE, make_site(url="https://mvo.example.nl"), is_forced=True))
    assert [status for *_, status in rules] == ["301!", "301!", "410!", "410!"]
    assert rules[-1] == ("/praktijken/weg/bron.md", "/praktijken/weg/index.html", "410!")


def test_the_nginx_map_has_a_line_for_each_former_address():
    """It only maps to an address or to 410."""
    former = {"/praktijken/b/": ("/praktijken/a/",), "/feeds/b.xml": ("/feeds/a.xml",)}
    assert build_nginx_map(former, GONE, make_site(url="https://mvo.example.nl/a.b")).splitlines() == [
        r'"~^/a\.b/praktijken/a/(?<mvo_rest>[\w./-]*)$" "/a.b/praktijken/b/$mvo_rest";',
        r'"~^/a\.b/feeds/a\.xml$" "/a.b/feeds/b.xml";',
        r'"~^/a\.b/praktijken/weg/" 410;',
        r'"~^/a\.b/praktijken/weg/bron\.md" 410;',
    ]


def test_files_below_a_former_address_redirect_too():
    """Of every kind of entry, but not other names with the same start."""
    catalogue = make_catalogue(
        [make_practice("b", vroeger=["a", "c"])], [make_partner("b", vroeger=["a"])], [make_topic("b", vroeger=["a"])]
    )
    former = list_former(catalogue, make_site(catalogue))

    def lead(path):
        return list(former_paths(path, former))

    assert lead("/praktijken/b/notitie/") == ["/praktijken/a/notitie/", "/praktijken/c/notitie/"]
    assert lead("/partners/b/pagina/2/") == ["/partners/a/pagina/2/"]
    assert lead("/feeds/themas/b.atom.xml") == ["/feeds/themas/a.atom.xml"]
    assert lead("/embed/b/") == ["/embed/a/"]
    assert [path for path in ("/", "/praktijken/", "/praktijken/bb/", "/embed/", "/b/") if lead(path)] == []
