"""``tools/smoke.py``: a site that works passes, and each thing that can be wrong after a publication is said."""

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


def test_a_site_that_works_has_no_faults(collection_site, serve):
    """In a subfolder too."""
    assert check_site(serve(collection_site, f"{SUBFOLDER}/")) == []


def test_what_is_gone_or_changed_is_said(site, address):
    """The search, a script that is of another publication, the page for what is not there."""
    (site / "zoekindex/manifest.json").unlink()
    next((site / "assets").glob("site.*.js")).write_text("oud")
    (site / "404.html").unlink()
    faults = check_site(address)
    assert len(faults) == 3
    assert "manifest.json: status 404" in faults[0]
    assert "is niet wat de pagina noemt" in faults[1]
    assert "eigen pagina" in faults[2]


def test_nothing_at_all_is_said_too():
    """A name that does not resolve, a port where nobody is."""
    assert any("status 0" in fault for fault in check_site("http://127.0.0.1:9/"))


@pytest.mark.parametrize(("expected", "code"), [("", 0), ("abc", 0), ("def", 1)])
def test_the_commit_is_the_one_that_was_published(site, address, monkeypatch, capsys, expected, code):
    """A host that still shows the old site, or did not get the new one, is noticed."""
    (site / "build.json").write_text(json.dumps({"commit": "abc"}))
    monkeypatch.setattr("sys.argv", ["smoke", address, expected])
    monkeypatch.setattr(wait_for_commit, "__defaults__", (0,))
    assert main() == code
    assert ("niet van def" in capsys.readouterr().out) is bool(code)
