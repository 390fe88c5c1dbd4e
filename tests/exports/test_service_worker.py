"""The service worker of a build."""

from __future__ import annotations

from dataclasses import replace

from mvo_catalogue.exports.site_files import build_service_worker
from tests.factories import make_site


def test_the_script_knows_its_build_and_what_it_needs_first() -> None:
    """Paths lose their slash: the worker reads them from its own folder, which may be a subfolder of the host."""
    script = build_service_worker(
        "start();", replace(make_site(), build="ab12"), ["/offline.html", "/assets/site.1.css"]
    )
    assert script == 'self.BUILD="ab12";self.FIRST=["offline.html", "assets/site.1.css"];\nstart();'
