"""``make s3`` against a real server that speaks S3, on this machine."""

import gzip
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tools.nginx import find_free_port, wait_for

BUCKET = "mvo"
WHO = "AWS4-HMAC-SHA256 Credential=x/20261121/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=x"
MOTO = Path(__file__).resolve().parents[2] / ".build" / "moto" / "bin" / "python"


class Store:
    """An S3 server with one bucket; its log has the requests."""

    def __init__(self, address, log):
        self.address, self.log = address, log
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "RCLONE_"))},
            "RCLONE_RETRIES": "1",
            "RCLONE_LOW_LEVEL_RETRIES": "1",
            "RCLONE_CONFIG_TEST_TYPE": "s3",
            "RCLONE_CONFIG_TEST_PROVIDER": "Other",
            "RCLONE_CONFIG_TEST_ENDPOINT": address,
            "RCLONE_CONFIG_TEST_ACCESS_KEY_ID": "x",
            "RCLONE_CONFIG_TEST_SECRET_ACCESS_KEY": "x",
            "RCLONE_CONFIG_TEST_FORCE_PATH_STYLE": "true",
        }

    def publish(self, site, to=f"test:{BUCKET}/catalogus"):
        """Publish a folder; return the exit code, the output, and the requests to the server."""
        start = self.log.stat().st_size
        command = [sys.executable, "-m", "tools.publish_s3", str(site), to]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        asked = re.findall(r"(GET|HEAD|PUT|POST|DELETE) (\S+) HTTP", self.log.read_text()[start:])
        return done.returncode, done.stdout + done.stderr, asked

    def get(self, name, folder="catalogus"):
        """Return a file with its headers, as a client with access gets it."""
        address = f"{self.address}/{BUCKET}/{folder}/{name}"
        return urllib.request.urlopen(urllib.request.Request(address, headers={"Authorization": WHO}), timeout=10)

    def has(self, *place):
        """Return whether a file is there."""
        try:
            return self.get(*place).status == 200
        except urllib.error.HTTPError:
            return False


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A server of S3."""
    if not (MOTO.exists() and shutil.which("rclone")):
        advice = "make .build/moto/.installed; apt install rclone"
        pytest.fail(advice) if os.environ.get("CI") == "true" else pytest.skip(advice)
    log = tmp_path_factory.mktemp("s3") / "log"
    port = find_free_port()
    with log.open("w") as file:
        server = subprocess.Popen([MOTO, "-m", "moto.server", "-p", str(port)], stdout=file, stderr=file)
    try:
        wait_for(server, port)
        yield Store(f"http://127.0.0.1:{port}", log)
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture
def site(store, tmp_path):
    """A folder to publish, and an empty bucket."""
    for method, path in (("POST", "moto-api/reset"), ("PUT", BUCKET)):
        urllib.request.urlopen(urllib.request.Request(f"{store.address}/{path}", method=method), timeout=10)
    folder = tmp_path / "mijn public"
    write_site(folder, 1)
    return folder


def write_site(folder, number):
    """Write a small site of the shape that ``make publish`` leaves."""
    shutil.rmtree(folder, ignore_errors=True)
    texts = {
        "index.html": f"<h1>Één {number}</h1>",
        "404.html": "Niet gevonden",
        "praktijken/a/index.html": "Altijd zo",
        f"assets/site.{number:010}.css": "h1 { color: red }",
        "service-worker.js": f"{number}",
        "data/catalogus.json": f"[{number}]",
        "feeds/alle.atom.xml": "<feed/>",
        "_headers": "/*",
        ".vorige": "assets/site.css",
        ".well-known/security.txt": "Contact: mailto:x@example.nl",
    }
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
        file.with_name(f"{file.name}.br").write_bytes(b"br")
    (folder / "beeld.png").write_bytes(b"beeld")


def test_files_have_their_type_encoding_and_cache_headers(store, site):
    code, said, _ = store.publish(site)
    assert code == 0, said
    short, forever = "public, max-age=300", "public, max-age=31536000, immutable"
    for name, kind, encoding, caching in (
        ("index.html", "text/html; charset=utf-8", "gzip", short),
        ("assets/site.0000000001.css", "text/css; charset=utf-8", "gzip", forever),
        ("data/catalogus.json", "application/json", None, short),
        ("beeld.png", "image/png", None, short),
        ("feeds/alle.atom.xml", "application/xml; charset=utf-8", "gzip", short),
    ):
        answer = store.get(name)
        content = gzip.decompress(answer.read()) if encoding else answer.read()
        assert content == (site / name).read_bytes()
        assert (answer.headers["Content-Type"], answer.headers["Content-Encoding"]) == (kind, encoding)
        assert answer.headers["Cache-Control"] == caching
    # No packed copies, no settings of another host.
    assert not any(store.has(name) for name in ("index.html.gz", "index.html.br", "_headers", ".vorige"))
    assert store.has(".well-known/security.txt")


def test_files_are_uploaded_before_pages_and_deleted_last(store, site):
    store.publish(site)
    write_site(site, 2)
    (site / "oud").mkdir()
    (site / "oud/index.html").write_text("oud")
    store.publish(site)
    write_site(site, 3)
    code, said, asked = store.publish(site)
    assert code == 0
    assert "weggehaald" in said
    changes = [path.removeprefix(f"/{BUCKET}/catalogus/") for method, path in asked if method not in {"GET", "HEAD"}]
    gone = {"assets/site.0000000001.css", "oud/index.html"}
    assert [path.partition("?")[0] for path in changes[: -len(gone)]] == [
        "assets/site.0000000003.css",
        "data/catalogus.json",
        "index.html",
        "service-worker.js",
        ".publication",
    ]
    assert {*changes[-len(gone) :]} == gone
    assert not store.has("oud/index.html")
    assert not store.has("assets/site.0000000001.css")
    assert store.has("assets/site.0000000002.css")  # a page of the publication before may be open


def test_files_outside_the_prefix_stay(store, site):
    store.publish(site, f"test:{BUCKET}/catalogus-oud")
    store.publish(site)
    write_site(site, 2)
    store.publish(site)
    assert store.has("assets/site.0000000001.css", "catalogus-oud")


def test_errors_are_reported(store, site):
    """A bucket that does not exist, and a folder without a site."""
    code, said, _ = store.publish(site, "test:weg/catalogus")
    assert (code, "niet gelukt" in said, "Traceback" in said) == (1, True, False)
    (site / "index.html").unlink()
    code, said, asked = store.publish(site)
    assert (code, "geen site" in said, asked) == (1, True, [])
