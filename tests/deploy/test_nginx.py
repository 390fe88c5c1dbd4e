"""``deploy/nginx.conf`` in the real nginx: headers, precompressed files, caching, refusals, a browser."""

import gzip
import http.client
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import brotli
import pytest

from mvo_catalogue.exports.host_rules import build_nginx_map
from mvo_catalogue.site.former import RemovedEntry
from mvo_catalogue.site.headers import CONTENT_SECURITY_POLICY, EMBED_POLICY, HEADERS
from mvo_catalogue.site.urls import NGINX_MAP
from tests.factories import make_site
from tools.nginx import open_nginx

pytestmark = pytest.mark.nginx

PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Proef</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="../assets/site.0123456789.css">
<script type="module" src="../assets/site.0123456789.js"></script>
</head><body><main><h1>Één proef</h1></main></body></html>
"""
STYLE = "h1 { color: rgb(1, 2, 3) }\n" * 20
SCRIPT = """
const answer = await fetch(new URL("../zoekindex/manifest.json", import.meta.url));
document.querySelector("h1").dataset.ran = String(answer.status);
"""
FORMER = {"/praktijken/a/": ("/praktijken/oud/", f"/praktijken/{'lang-' * 24}/"), "/feeds/b.xml": ("/feeds/a.xml",)}
GONE = [RemovedEntry(("/praktijken/weg/",), ("/feeds/weg.xml",), "", "", "", "")]
FOREVER, SHORT = "public, max-age=31536000, immutable", "public, max-age=300"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A small folder of the shape that ``make publish`` leaves."""
    root = tmp_path_factory.mktemp("site with a space")
    files = {
        "index.html": PAGE,
        "404.html": PAGE.replace("Één proef", "Niet gevonden"),
        "praktijken/index.html": PAGE,
        "assets/site.0123456789.css": STYLE,
        "assets/site.0123456789.js": SCRIPT,
        "assets/map.0123456789.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "zoekindex/manifest.json": "{}",
        "zoekindex/a.fedcba9876.json": "{}",
        "feeds/alle.atom.xml": "<feed/>",
        "data/catalogus.json": "{}",
        "praktijken/a/gegevens.json": "{}",
        "embed/index.html": PAGE,
        "embed/wonen/index.html": PAGE,
        "data/praktijken.csv": "naam",
        ".git/config": "geheim",
        "praktijken/oud/index.html": PAGE.replace("Één proef", "Verhuisd"),
        "praktijken/weg/index.html": PAGE.replace("Één proef", "Weggehaald"),
        ".well-known/security.txt": "Contact: mailto:x@example.nl",
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = text.encode()
        path.write_bytes(content)
        path.with_name(f"{path.name}.br").write_bytes(brotli.compress(content))
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(content, mtime=0))
    return root


@pytest.fixture(scope="module", params=["", "/catalogus"])
def address(start_nginx, folder, request):
    """Where nginx shows that folder: at the root of the host, and in a subfolder."""
    rules = folder / NGINX_MAP[1:]
    rules.parent.mkdir(exist_ok=True)
    site = make_site(url=f"https://mvo.example.nl{request.param}")
    rules.write_text(build_nginx_map(FORMER, GONE, site))
    return start_nginx(folder, request.param)


@pytest.fixture(scope="module")
def get(address):
    """Request a path of the site from nginx; the body is not decompressed."""
    site = urlsplit(address)

    def ask(path, **headers):
        connection = http.client.HTTPConnection(site.netloc, timeout=10)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", site.path.rstrip("/") + path, headers=names)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    return ask


OPENED = [
    "/",
    "/weg/",
    "/weg/stijl.css",
    "/assets/site.0123456789.js",
    "/assets/map.0123456789.svg",
    "/feeds/alle.atom.xml",
]


@pytest.mark.parametrize("path", OPENED)
def test_pages_scripts_and_errors_have_the_content_security_policy(get, path):
    """So do files that a browser opens as a page."""
    headers = dict(get(path)[0].getheaders())
    assert headers["Content-Security-Policy"] == f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_former_address_is_a_permanent_redirect(get, address):
    """With its query and all headers, cached shortly."""
    base = urlsplit(address).path.rstrip("/")
    for old, new in [("oud/", "a/"), (f"{'lang-' * 24}/bron.md", "a/bron.md"), ("oud/notitie/", "a/notitie/")]:
        response, _ = get(f"/praktijken/{old}?p=1")
        assert (response.status, response.getheader("Location")) == (301, f"{base}/praktijken/{new}?p=1")
        assert response.getheader("Cache-Control") == SHORT
    assert get("/feeds/a.xml")[0].getheader("Location") == f"{base}/feeds/b.xml"
    assert get("/praktijken/oud")[0].getheader("Location") == f"{base}/praktijken/oud/"  # a folder, for the page in it
    assert get("/feeds/a.xmlx")[0].status == get("/praktijken/oude/")[0].status == 404
    assert get("/praktijken/oud/x%0d%0aSet-Cookie:a")[0].getheader("Set-Cookie") is None


def test_a_removed_practice_answers_410_with_the_reason(get):
    """Its data and texts too."""
    for encoding, unpack in (("identity", bytes), ("br", brotli.decompress)):
        response, body = get("/praktijken/weg/", Accept_Encoding=encoding)
        assert (response.status, response.getheader("Content-Type")) == (410, "text/html; charset=utf-8")
        assert "Weggehaald" in unpack(body).decode()
    assert get("/praktijken/weg/gegevens.json")[0].status == get("/feeds/weg.xml")[0].status == 410
    assert get("/.nginx/adressen.map")[0].status == 404


def test_only_lists_may_be_framed_by_other_sites(get):
    """They may load less than a page."""
    policy = get("/embed/wonen/")[0].getheader("Content-Security-Policy")
    assert policy == f"{EMBED_POLICY}; frame-ancestors *"
    assert "connect-src" not in policy


def test_the_query_of_a_list_chooses_a_theme(get, address):
    """Without script too; an unknown theme gives the list of all."""
    response, _ = get("/embed/?thema=wonen")
    assert (response.status, response.getheader("Location")) == (302, f"{urlsplit(address).path}embed/wonen/")
    assert "frame-ancestors *" in response.getheader("Content-Security-Policy")
    for query in ("", "?thema=", "?thema=weg", "?thema=../wonen", "?thema=%2F%2Felders.nl", "?thema=-"):
        response, body = get(f"/embed/{query}")
        assert (response.status, body.decode()) == (200, PAGE)


@pytest.mark.parametrize("path", ["/assets/site.0123456789.css", "/zoekindex/manifest.json"])
def test_styles_data_and_images_have_no_content_security_policy(get, path):
    """Before the first paint every byte counts."""
    said = {name for name, _ in get(path)[0].getheaders()}
    assert not said & {"Content-Security-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy"}


@pytest.mark.parametrize("path", ["/", "/assets/site.0123456789.css", "/weg/", "/zoekindex/manifest.json"])
def test_every_response_has_the_other_security_headers(get, path):
    """Pages, files and errors alike."""
    headers = dict(get(path)[0].getheaders())
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert headers["Server"] == "nginx"


@pytest.mark.parametrize(
    "path", ["/", "/assets/site.0123456789.css", "/weg/", "/data/catalogus.json", "/feeds/alle.atom.xml"]
)
def test_nginx_sends_the_headers_of_the_list(get, path):
    """Each header once, with the value for that path."""
    said = get(path)[0].getheaders()
    for header in HEADERS:
        if header.on_parts or path in OPENED:
            assert [value for name, value in said if name == header.name] == [header.at(path)] * bool(header.at(path))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/catalogus.json", "application/json; charset=utf-8"),
        ("/data/praktijken.csv", "text/csv; charset=utf-8"),
        ("/praktijken/a/gegevens.json", "application/json; charset=utf-8"),
    ],
)
def test_other_sites_may_fetch_the_data(get, path, kind):
    """But no pages."""
    answer = get(path, Origin="https://elders.example.nl")[0]
    assert answer.getheader("Access-Control-Allow-Origin") == "*"
    assert answer.getheader("Content-Type") == kind
    for page in ("/", "/praktijken/"):
        assert get(page, Origin="https://elders.example.nl")[0].getheader("Access-Control-Allow-Origin") is None


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [("gzip, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("identity", None, bytes)],
)
def test_the_precompressed_file_is_sent(get, folder, accepted, encoding, unpack):
    """The smallest that the browser accepts, with a Vary header."""
    response, body = get("/assets/site.0123456789.css", Accept_Encoding=accepted)
    assert response.getheader("Content-Encoding") == encoding
    assert response.getheader("Content-Type") == "text/css; charset=utf-8"
    assert response.getheader("Vary") == "Accept-Encoding"
    assert unpack(body) == (folder / "assets/site.0123456789.css").read_bytes()


@pytest.mark.parametrize(
    ("path", "caching"),
    [
        ("/assets/site.0123456789.css", FOREVER),
        ("/zoekindex/a.fedcba9876.json", FOREVER),
        ("/zoekindex/manifest.json", SHORT),
        ("/", SHORT),
        ("/assets/weg.0123456789.css", SHORT),
    ],
)
def test_only_hashed_files_are_cached_long(get, path, caching):
    assert get(path)[0].getheader("Cache-Control") == caching


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/site.0123456789.js", "application/javascript; charset=utf-8"),
        ("/zoekindex/manifest.json", "application/json; charset=utf-8"),
        ("/feeds/alle.atom.xml", "text/xml; charset=utf-8"),
    ],
)
def test_text_is_sent_as_utf_8(get, path, kind):
    assert get(path)[0].getheader("Content-Type") == kind


def test_a_folder_without_slash_redirects(get, address):
    """To the same host, port and protocol."""
    response, _ = get("/praktijken")
    assert (response.status, response.getheader("Location")) == (301, f"{urlsplit(address).path}praktijken/")


def test_an_unchanged_page_answers_304(get):
    tag = get("/")[0].getheader("ETag")
    response, body = get("/", If_None_Match=tag)
    assert (response.status, body) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/weg/", "/.git/config", "/praktijken/.git/config", "/404.html", "/weg.0123456789.js"]
)
def test_unknown_addresses_and_dotfiles_give_the_404_page(get, path):
    """Which has no address of its own."""
    response, body = get(path)
    assert response.status == 404
    assert b"Niet gevonden" in body


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/../buiten.txt",
            "/../../buiten.txt",
            "/%2e%2e/buiten.txt",
            "/..%2fbuiten.txt",
            "/..%5cbuiten.txt",
            "../buiten.txt",
        ),
        *("/assets/../../buiten.txt", "/assets../buiten.txt", "/./../buiten.txt", "//../buiten.txt", "/..;/buiten.txt"),
        *(
            "/%00",
            "/buiten.txt%00.html",
            "/%2egit/config",
            "/praktijken/..%2f.git/config",
            "/.%67it/config",
            "/.git./config",
        ),
        *("/previous/x.txt", "/current/index.html", "/%c0%ae%c0%ae/buiten.txt", "/" + "a" * 5000),
    ],
)
def test_no_path_leads_outside_the_site(get, folder, path):
    """However it is encoded."""
    folder.with_name("buiten.txt").write_text("geheim")
    response, body = get(path)
    assert response.status in {400, 404}
    assert b"geheim" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_only_get_and_head_are_allowed(address, folder, method):
    site = urlsplit(address)
    connection = http.client.HTTPConnection(site.netloc, timeout=10)
    connection.request(method, f"{site.path}assets/site.0123456789.css", body=b"x")
    response = connection.getresponse()
    response.read()
    connection.close()
    assert response.status in {400, 405}
    assert (folder / "assets/site.0123456789.css").read_text() == STYLE


def test_well_known_files_are_public(get):
    """Certificates and security.txt."""
    assert get("/.well-known/security.txt")[0].status == 200


def test_hashed_files_of_the_previous_publication_are_served(start_nginx, folder, tmp_path_factory):
    """Its pages are not."""
    home = tmp_path_factory.mktemp("nginx")
    previous = home / "root" / "previous" / "assets"
    previous.mkdir(parents=True)
    for name in ("old.0123456789.js", "old.html"):
        (previous / name).write_text("oud")
    with open_nginx(folder, home) as address:
        with urllib.request.urlopen(f"{address}assets/old.0123456789.js") as answer:
            assert answer.read() == b"oud"
            assert answer.headers["Cache-Control"] == FOREVER
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{address}assets/old.html")


def test_styles_and_scripts_work_under_the_policy(address, page):
    page.goto(f"{address}praktijken/")
    page.wait_for_selector("h1[data-ran='200']")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)"


def test_an_inline_script_is_refused(address, open_page):
    """By the header alone."""
    page = open_page(expected=["Content Security Policy", "TrustedScript"])
    page.goto(f"{address}praktijken/")
    page.evaluate(
        "const script = document.createElement('script'); script.append('window.smuggled = 1');"
        "document.body.append(script)"
    )
    assert page.evaluate("window.smuggled") is None
