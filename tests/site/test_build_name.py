"""A page, its index and the service worker know each other by the name of their build."""

from __future__ import annotations

import re
from pathlib import Path

from tests.site.fixtures import SUBFOLDER, build, make_project


def build_name(page: Path) -> str:
    """Return the build that a page asks the manifest of."""
    found = re.search(
        r'data-manifest="[^"?]*/zoekindex/manifest\.json\?([0-9a-f]{10})"', page.read_text(encoding="utf-8")
    )
    assert found
    return found[1]


def test_all_pages_and_the_worker_have_the_name_of_their_build(collection_site: Path) -> None:
    """One build has one name."""
    name = build_name(collection_site / "zoeken" / "index.html")
    assert name == build_name(collection_site / "index.html") == build_name(collection_site / "404.html")
    assert f'self.BUILD="{name}"' in (collection_site / "service-worker.js").read_text(encoding="utf-8")
    assert f'"{SUBFOLDER}/zoekindex/manifest.json?{name}"' in (collection_site / "index.html").read_text(
        encoding="utf-8"
    )


def test_another_text_makes_another_build(sample_site: Path, tmp_path: Path) -> None:
    """What one build kept in a browser is not found by the pages of the next."""
    root = make_project(tmp_path / "project")
    page = root / "content" / "pages" / "over.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nTekst van later.\n", encoding="utf-8")
    build(root / "site", root)
    assert build_name(root / "site" / "index.html") != build_name(sample_site / "index.html")


def test_a_mail_address_in_the_settings_is_offered_when_nothing_is_found(form_project: Path, sample_site: Path) -> None:
    """With CATALOGUE_MAIL the search page links to that address, else to the page “Contact”."""
    address = 'href="mailto:mvo@voorbeeld.nl"'
    assert address in (form_project / "site" / "zoeken" / "index.html").read_text(encoding="utf-8")
    assert address not in (sample_site / "zoeken" / "index.html").read_text(encoding="utf-8")
