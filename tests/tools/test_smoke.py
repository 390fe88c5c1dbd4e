"""``tools/smoke.py`` notices problems of a published site."""

import json
import shutil

import pytest

from tests.site.fixtures import SUBFOLDER
from tools.smoke import check_site, main, wait_for_commit


@pytest.fixture
def site(sample_site, tmp_path):
    """A copy of a site, to break."""
    return shutil.copytree(sample_site, tmp_path / "site")


@pytest.fixture
def address(serve, site):
    """Where it is shown."""
    return serve(site)


def test_a_working_site_passes(collection_site, serve):
    """In a subfolder too."""
    assert check_site(serve(collection_site, f"{SUBFOLDER}/")) == []


def test_missing_or_changed_files_are_reported(site, address):
    """The search, a script of another publication, the 404 page."""
    (site / "zoekindex/manifest.json").unlink()
    next((site / "assets").glob("site.*.js")).write_text("oud")
    (site / "404.html").unlink()
    faults = check_site(address)
    assert len(faults) == 3
    assert "manifest.json: status 404" in faults[0]
    assert "is niet wat de pagina noemt" in faults[1]
    assert "eigen pagina" in faults[2]


def test_an_unreachable_site_is_reported():
    """A name that does not resolve, a closed port."""
    assert any("status 0" in fault for fault in check_site("http://127.0.0.1:9/"))


@pytest.mark.parametrize(("expected", "code"), [("", 0), ("abc", 0), ("def", 1)])
def test_another_commit_is_reported(site, address, monkeypatch, capsys, expected, code):
    (site / "build.json").write_text(json.dumps({"commit": "abc"}))
    monkeypatch.setattr("sys.argv", ["smoke", address, expected])
    monkeypatch.setattr(wait_for_commit, "__defaults__", (0,))
    assert main() == code
    assert ("niet van def" in capsys.readouterr().out) is bool(code)
