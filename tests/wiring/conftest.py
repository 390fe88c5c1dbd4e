"""A complete small project: the base of content, settings, and a theme of one line per page."""

import base64
import hashlib
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mvo_catalogue.wiring.commands.build import build_site
from mvo_catalogue.wiring.output_cache import OutputCache
from tests.site.fixtures import BuildOnce, pelican_alone
from tests.validation.conftest import CASES

ROOT = Path(__file__).resolve().parents[2]
OTHER_ASSETS = ("favicon.svg", "search.js", "service-worker.js", "site.js")
CACHED = ("checked.jsonl", "schema", "social-images", "templates", "terms.json", "words.json")


@pytest.fixture(scope="session")
def cached(build_once: BuildOnce) -> Path:
    """Return the ``.build`` that a build of the project leaves: without it, every build would take twice the time."""

    def make(folder: Path) -> None:
        root = lay_out(folder / "project")
        with pytest.MonkeyPatch.context() as patch, pelican_alone():
            enter(root, patch)
            build_site(Path("pelicanconf.py"), root / "output")

    return build_once("wiring", make) / "project" / ".build"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cached: Path) -> Iterator[Path]:
    """Return a project that builds, as the current folder, on 21 November 2026; afterwards Pelican knows no plugin.

    It has the cache of a project like it, and no site.
    """
    root = lay_out(tmp_path / "project")
    for name in CACHED:
        copy = shutil.copytree if (cached / name).is_dir() else shutil.copy2
        copy(cached / name, root / ".build" / name)
    with pelican_alone():
        enter(root, monkeypatch)
        yield root


def lay_out(root: Path) -> Path:
    """Make a project at ``root`` with an empty cache, and return it."""
    shutil.copytree(CASES / "base" / "content", root / "content")
    shutil.copy(ROOT / "pelicanconf.py", root)
    templates = root / "theme" / "templates"
    templates.mkdir(parents=True)
    for template in (ROOT / "theme" / "templates").glob("*.html"):
        (templates / template.name).write_text(
            "<title>{{ (article if article is defined else page).title }}</title>{{ asset('site.css') }}"
        )
    assets = root / ".build" / "assets"
    assets.mkdir(parents=True)
    built = {"site.css": "a { color: red }" * 100} | dict.fromkeys(OTHER_ASSETS, "")
    manifest = {}
    for name, text in built.items():
        stem, _, suffix = name.rpartition(".")
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        manifest[name] = {"file": f"{stem}.ab12.{suffix}", "integrity": f"sha256-{digest}"}
        (assets / manifest[name]["file"]).write_text(text)
    real = ROOT / ".build" / "assets"
    for name, asset in json.loads((real / "manifest.json").read_text()).items():
        if name.endswith(".ttf"):  # pictures are drawn with real letters
            manifest[name] = asset
            shutil.copy(real / asset["file"], assets)
    (assets / "manifest.json").write_text(json.dumps(manifest))
    return root


def enter(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a project the current folder, on its day and without the settings of the user."""
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # no __pycache__ of the settings among what a build leaves
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    for name in ("SITEURL", "CATALOGUE_REPOSITORY", "CATALOGUE_MAIL", "CATALOGUE_PRIVATE_MAIL"):
        monkeypatch.delenv(name, raising=False)


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def rebuilt(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the names of what is made, and not reused, from now on."""
    names, record = set[str](), OutputCache.record

    def count(outputs: OutputCache, file: str, data: bytes, key: bytes) -> None:
        if key:
            names.add(file)
        record(outputs, file, data, key)

    monkeypatch.setattr(OutputCache, "record", count)
    return names
