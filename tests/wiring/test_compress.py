"""Compressed copies of text files."""

import gzip
import os
from pathlib import Path

import brotli
import pytest

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.wiring import compress
from mvo_catalogue.wiring.commands.build import build_site
from mvo_catalogue.wiring.compress import compress_files
from mvo_catalogue.wiring.output_cache import OutputCache
from tests.wiring.conftest import read_tree, rebuilt

SETTINGS = Path("pelicanconf.py")
TEXT = b"<p>Goede praktijken van woningcorporaties.</p>\n" * 40


def nothing(site):
    """Return the empty record of a site."""
    return OutputCache(BuildCache(site / "none"), site / "none")


@pytest.fixture
def site(tmp_path):
    """Return a folder with text, a short text and something that is no text."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "index.html").write_bytes(TEXT)
    (tmp_path / "stijl.css").write_bytes(TEXT)
    (tmp_path / "kort.html").write_bytes(b"<p>kort</p>")
    (tmp_path / "foto.png").write_bytes(TEXT)
    (tmp_path / "toeval.json").write_bytes(os.urandom(600))
    return tmp_path


def test_every_text_file_gets_br_and_gz(site):
    """Not short files, pictures, and what does not shrink."""
    assert compress_files(site, nothing(site)) == 3
    files = read_tree(site)

    assert sorted(set(files) - {"kort.html", "foto.png", "toeval.json"}) == [
        "a/b/index.html",
        "a/b/index.html.br",
        "a/b/index.html.gz",
        "stijl.css",
        "stijl.css.br",
        "stijl.css.gz",
    ]
    assert brotli.decompress(files["stijl.css.br"]) == TEXT
    assert gzip.decompress(files["stijl.css.gz"]) == TEXT
    assert len(files["stijl.css.br"]) < len(files["stijl.css.gz"]) < len(TEXT)


def test_the_same_files_give_the_same_copies(site):
    """Without time or name."""
    compress_files(site, nothing(site))
    first = read_tree(site)
    os.utime(site / "stijl.css", (0, 0))
    compress_files(site, nothing(site))

    assert read_tree(site) == first
    assert first["stijl.css.gz"][4:8] == bytes(4)  # the time field of gzip


def test_an_empty_site_has_no_copies(tmp_path):
    assert compress_files(tmp_path, nothing(tmp_path)) == 0


def test_unchanged_files_are_not_compressed_again(project, monkeypatch):
    build_site(SETTINGS, project / "output", compress=True)
    whole = read_tree(project / "output")
    packed = rebuilt(monkeypatch)
    monkeypatch.setattr(compress, "_PARALLEL_FROM", 10_000)  # the count is per process
    build_site(SETTINGS, project / "output", compress=True)
    assert (packed, read_tree(project / "output")) == (set(), whole)

    (project / "output" / "sitemap.xml.br").write_bytes(whole["robots.txt"])
    build_site(SETTINGS, project / "output", compress=True)
    assert (packed, read_tree(project / "output")) == ({"sitemap.xml.br"}, whole)
