"""The service worker of a build."""

from mvo_catalogue.exports.site_files import build_service_worker


def test_the_script_lists_what_to_cache_first() -> None:
    """Relative to its own folder, which may be a subfolder of the host."""
    script = build_service_worker("start();", ["/offline.html", "/assets/site.1.css"])
    assert script == 'self.FIRST=["offline.html", "assets/site.1.css"];\nstart();'
