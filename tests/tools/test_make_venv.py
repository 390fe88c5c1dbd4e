"""The virtual environment, or a message about what is missing."""

import sys

import pytest

from tools import make_venv


@pytest.fixture
def empty_folder(monkeypatch, tmp_path):
    """Work in a folder without an environment."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_old_python_is_refused(empty_folder, monkeypatch):
    """The message says how to choose another."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"Python 3\.11 of nieuwer is nodig; dit is Python 3\.9\. .*make PYTHON="):
        make_venv.main()


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_is_refused(empty_folder, monkeypatch, missing):
    """The message names Debian's package."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == missing else object())
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        make_venv.main()


def test_an_environment_is_made_once(empty_folder, monkeypatch):
    """A broken one is replaced."""
    (empty_folder / ".venv" / "bin").mkdir(parents=True)
    (empty_folder / ".venv" / "bin" / "python").write_text("broken", encoding="utf-8")
    with pytest.raises(SystemExit) as made:
        make_venv.main()
    assert made.value.code == 0
    assert make_venv.is_usable(".venv")

    elsewhere = empty_folder / "elders"
    elsewhere.mkdir()
    (empty_folder / ".venv").rename(elsewhere / ".venv")
    monkeypatch.chdir(elsewhere)
    assert not make_venv.is_usable(".venv")  # its scripts name the folder that it was made in
    (elsewhere / ".venv").rename(empty_folder / ".venv")
    monkeypatch.chdir(empty_folder)

    def refuse(*arguments):
        pytest.fail("made again")

    monkeypatch.setattr(sys, "exit", refuse)
    make_venv.main()
