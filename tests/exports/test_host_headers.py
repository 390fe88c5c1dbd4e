"""The file ``_headers``: which headers a host sends with which path."""

import pytest

from mvo_catalogue.exports import host_rules
from mvo_catalogue.site.headers import CONTENT_SECURITY_POLICY, EMBED_POLICY, Header
from tests.factories import make_site

PATHS = ["/", "/404.html", "/data/", "/praktijken/", "/praktijken/a/"]


def read_rules(text):
    """Return the headers of each rule by its path."""
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if not line.startswith("  "):
            assert line not in rules
            headers = rules[line] = {}
            continue
        name, value = line.strip().split(": ", 1)
        assert name not in headers
        headers[name] = value
    return rules


@pytest.fixture
def rules():
    """The rules for a small site."""
    return read_rules(host_rules.build_host_headers(PATHS, make_site(url="https://mvo.example.nl")))


def test_every_path_has_the_policy(rules):
    """frame-ancestors is set for each page."""
    assert rules["/*"]["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    for path in ("/", "/404.html", "/praktijken/*"):
        assert rules[path]["Content-Security-Policy"] == f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'"
    assert rules["/embed/*"]["Content-Security-Policy"] == f"{EMBED_POLICY}; frame-ancestors *"
    assert rules["/*"]["X-Content-Type-Options"] == "nosniff"


def test_only_hashed_files_are_cached_long_and_kept_to_this_site(rules):
    assert rules["/assets/*"]["Cache-Control"].endswith("immutable")
    assert rules["/assets/*"]["Cross-Origin-Resource-Policy"] == "same-origin"
    assert [path for path, headers in rules.items() if "Cache-Control" in headers] == ["/assets/*"]


def test_other_sites_may_fetch_the_data(rules):
    """But no pages."""
    shared = {path for path, headers in rules.items() if "Access-Control-Allow-Origin" in headers}
    assert shared == {"/data/*", "/feeds/*", "/zoekindex/*", "/praktijken/:slug/gegevens.json"}
    assert rules["/praktijken/:slug/gegevens.json"] == {"Access-Control-Allow-Origin": "*"}


def test_no_path_gets_a_header_from_two_rules(monkeypatch):
    """Some hosts would send both values."""
    varying = Header("X-Policy", "strict", {"/data/": "loose"})
    monkeypatch.setattr(host_rules, "HEADERS", (varying, Header("X-Other", "same")))
    rules = read_rules(host_rules.build_host_headers(PATHS, make_site(url="https://mvo.example.nl")))
    assert "Cache-Control" in rules.pop("/assets/*")
    assert rules.pop("/*") == {"X-Other": "same"}
    assert {path: headers["X-Policy"] for path, headers in rules.items()} == {
        "/": "strict",
        "/404.html": "strict",
        "/data/*": "loose",
        "/praktijken/*": "strict",
        "/service-worker.js": "strict",
    }


def test_rules_only_match_the_subfolder_of_the_site():
    text = host_rules.build_host_headers(PATHS, make_site(url="https://example.nl/catalogus"))
    assert {path.split("/")[1] for path in read_rules(text)} == {"catalogus"}
