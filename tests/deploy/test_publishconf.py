"""``publishconf.py`` requires the address of the site."""

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
    """A subfolder is fine, and so is a slash at the end."""
    monkeypatch.setenv("SITEURL", given)
    monkeypatch.setenv("CATALOGUE_MAIL", "mvo@example.nl")
    monkeypatch.delitem(sys.modules, "pelicanconf", raising=False)
    settings = runpy.run_path(SETTINGS)
    assert settings["SITEURL"] == used
    assert settings["SITENAME"] == "MVO-praktijkcatalogus"


@pytest.mark.parametrize(
    "given", [None, "", "mvo.example.nl", "//example.nl", "ftp://example.nl", "https://", "https://x.nl/?a=1"]
)
def test_without_a_full_address_nothing_is_published(monkeypatch, given):
    monkeypatch.delenv("SITEURL", raising=False)
    if given is not None:
        monkeypatch.setenv("SITEURL", given)
    with pytest.raises(SystemExit, match="make publish SITEURL=https://"):
        runpy.run_path(SETTINGS)


PROJECT, MAIL, PRIVATE = "CATALOGUE_REPOSITORY", "CATALOGUE_MAIL", "CATALOGUE_PRIVATE_MAIL"


@pytest.fixture
def publish(monkeypatch, capsys):
    """Return ``publish(**settings)``: the output of publishing a site with only these settings."""

    def publish(**settings: str) -> str:
        for name in (PROJECT, MAIL, PRIVATE):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"SITEURL": "https://mvo.example.nl", **settings}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delitem(sys.modules, "pelicanconf", raising=False)  # it reads the environment when it is imported
        runpy.run_path(SETTINGS)
        return str(capsys.readouterr().err)

    return publish


def test_a_site_without_contact_is_not_published(publish):
    """CATALOGUE_PRIVATE_MAIL alone is not enough."""
    for settings in ({}, {MAIL: "", PROJECT: ""}, {PRIVATE: "privacy@example.nl"}):
        with pytest.raises(SystemExit, match=r"niemand te bereiken .* CATALOGUE_MAIL="):
            publish(**settings)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({MAIL: "mvo@example.nl"}, [PROJECT]),
        ({PROJECT: "https://code.example.nl/x"}, [PRIVATE]),
        ({PROJECT: "https://code.example.nl/x", PRIVATE: "privacy@example.nl"}, []),
        ({PROJECT: "https://code.example.nl/x", MAIL: "mvo@example.nl"}, []),
    ],
)
def test_missing_settings_give_a_warning(publish, settings, said):
    lines = publish(**settings).splitlines()
    assert len(lines) == len(said)
    assert all(f"{name}" in line for line, name in zip(lines, said, strict=True))


def test_the_project_folder_may_have_a_space_in_its_name():
    command = ["make", "--dry-run", "publish", "SITEURL=https://mvo.example.nl", "PUBLISH_DIR=mijn public"]
    printed = subprocess.run(command, cwd=Path(SETTINGS).parent, capture_output=True, text=True, check=True).stdout
    build = next(line for line in printed.splitlines() if "mvo build" in line)
    words = shlex.split(build)
    assert words[words.index("--output") + 1] == "mijn public"
