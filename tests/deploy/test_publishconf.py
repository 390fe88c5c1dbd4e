"""``publishconf.py``: a site is published at an address, or not at all."""

from __future__ import annotations

import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

SETTINGS = str(Path(__file__).resolve().parents[2] / "publishconf.py")


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("https://mvo.example.nl", "https://mvo.example.nl"),
        ("https://example.nl/mvo/", "https://example.nl/mvo"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ],
)
def test_the_address_comes_from_the_environment(monkeypatch, given, used):
    """A subfolder is fine; a slash at the end makes no difference."""
    monkeypatch.setenv("SITEURL", given)
    settings = runpy.run_path(SETTINGS)
    assert settings["SITEURL"] == used
    assert settings["SITENAME"] == "MVO-praktijkcatalogus"


@pytest.mark.parametrize(
    "given", [None, "", "mvo.example.nl", "//example.nl", "ftp://example.nl", "https://", "https://x.nl/?a=1"]
)
def test_without_a_full_address_nothing_is_published(monkeypatch, given):
    """The sentence says what to type."""
    monkeypatch.delenv("SITEURL", raising=False)
    if given is not None:
        monkeypatch.setenv("SITEURL", given)
    with pytest.raises(SystemExit, match="make publish SITEURL=https://"):
        runpy.run_path(SETTINGS)


@pytest.mark.parametrize(("given", "is_told"), [(None, True), ("", True), ("https://code.example.nl/x", False)])
def test_a_site_without_its_project_is_told_of(monkeypatch, capsys, given, is_told):
    """It can be published, but somebody must know that readers see no history."""
    monkeypatch.setenv("SITEURL", "https://mvo.example.nl")
    monkeypatch.delenv("CATALOGUE_REPOSITORY", raising=False)
    monkeypatch.delitem(sys.modules, "pelicanconf", raising=False)  # it reads the environment when it is imported
    if given is not None:
        monkeypatch.setenv("CATALOGUE_REPOSITORY", given)
    runpy.run_path(SETTINGS)
    assert ("CATALOGUE_REPOSITORY is leeg" in capsys.readouterr().err) is is_told


def test_the_folder_may_have_a_space_in_its_name():
    """What make runs names it as one word."""
    command = ["make", "--dry-run", "publish", "SITEURL=https://mvo.example.nl", "PUBLISH_DIR=mijn public"]
    printed = subprocess.run(command, cwd=Path(SETTINGS).parent, capture_output=True, text=True, check=True).stdout
    build = next(line for line in printed.splitlines() if "mvo build" in line)
    words = shlex.split(build)
    assert words[words.index("--output") + 1] == "mijn public"
