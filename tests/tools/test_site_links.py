"""Checking the links within a built site."""

import pytest

from tools import site_links

PAGE = '<link rel="canonical" href="https://example.nl/sub/{}"><h1 id="kop">Kop</h1>{}'


@pytest.fixture
def site(tmp_path):
    """Return a site of two pages and a drawing, in a subfolder of a host, without a fault."""
    links = (
        '<a href="/sub/over/#kop"></a><a href="https://elders.nl/weg"></a><a href="#kop"></a><a href="mailto:a@b.nl">'
    )
    (tmp_path / "over").mkdir()
    (tmp_path / "over" / "index.html").write_text(PAGE.format("over/", links))
    (tmp_path / "kaart.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><path id="drenthe"/></svg>')
    (tmp_path / "index.html").write_text(PAGE.format("", f'{links}<use href="/sub/kaart.svg#drenthe"/>'))
    return tmp_path


def test_a_correct_site_has_no_broken_links(site, capsys, monkeypatch):
    """Pages, anchors, shapes of drawings, external links."""
    monkeypatch.setattr("sys.argv", ["site_links", str(site)])

    assert site_links.check_site_links(site) == []
    assert site_links.main() == 0
    assert capsys.readouterr().out == "Alle links binnen de site kloppen.\n"


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("/sub/weg/", "is er niet"),
        ("/sub/over", "is er niet"),
        ("/over/", "is er niet"),
        ("https://example.nl/sub/weg/", "is er niet"),
        ("/sub/over/#weg", "heeft dit onderdeel niet"),
        ("#weg", "heeft dit onderdeel niet"),
        ("/sub/kaart.svg#zeeland", "heeft dit onderdeel niet"),
    ],
)
def test_broken_links_are_reported_with_their_page(site, capsys, monkeypatch, target, problem):
    page = site / "over" / "index.html"
    page.write_text(f'{page.read_text()}<a href="{target}">')
    monkeypatch.setattr("sys.argv", ["site_links", str(site)])

    assert site_links.main() == 1
    assert capsys.readouterr().out == f"over/index.html: {target} {problem}\n"
