"""The service worker of a build."""

from mvo_catalogue.exports.site_files import build_service_worker


def test_the_script_knows_what_it_needs_first() -> None:
    """Paths lose their slash: the worker reads them from its own folder, which may be a subfolder of the host."""
    script = build_service_worker("start();", ["/offline.html", "/assets/site.1.css"])
    assert script == 'self.FIRST=["offline.html", "assets/site.1.css"];\nstart();'
