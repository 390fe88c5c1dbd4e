"""The hook before a commit, by the real pre-commit in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.validation.conftest import CASES

ROOT = Path(__file__).resolve().parents[2]
CONTENT = CASES / "base" / "content"
CONFIG = ".pre-commit-config.yaml"
GOOD = (CONTENT / "practices" / "portieken.md").read_text(encoding="utf-8").replace("Achttien", "Twintig")
Commit = Callable[[str, str], subprocess.CompletedProcess[str]]


@pytest.fixture
def commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commit:
    """Return ``commit(path, text)``: what happens when that change is committed in a project with the hook."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    project = tmp_path / "project"
    shutil.copytree(CONTENT, project / "content")
    for name in (CONFIG, "pyproject.toml"):
        shutil.copy(ROOT / name, project)
    (project / ".venv").symlink_to(Path(sys.executable).parents[1])
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (
        ["git", "init", "--quiet", "--initial-branch=main"],
        ["git", "add", "content", CONFIG, "pyproject.toml"],
        ["git", *identity, "commit", "--quiet", "--message", "Begin"],
        [sys.executable, "-m", "pre_commit", "install"],
    ):
        subprocess.run(words, cwd=project, check=True, capture_output=True)

    def commit(path: str, text: str) -> subprocess.CompletedProcess[str]:
        (project / path).write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", path], cwd=project, check=True)
        words = ["git", *identity, "commit", "--message", "Verander"]
        return subprocess.run(words, cwd=project, capture_output=True, text=True, check=False)

    return commit


def test_the_settings_are_valid():
    """pre-commit itself reads them."""
    words = [sys.executable, "-m", "pre_commit", "validate-config", CONFIG]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_good_entry_is_committed(commit):
    """Nothing stands in the way of a change without mistakes."""
    done = commit("content/practices/portieken.md", GOOD)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_bad_entry_is_stopped_with_the_message_at_its_line(commit):
    """The commit is not made, and the editor sees what is wrong."""
    done = commit("content/practices/portieken.md", GOOD.replace("fase: lopend", "fase: loopend"))
    assert done.returncode == 1
    assert "content/practices/portieken.md:16:7: fout" in done.stdout + done.stderr


def test_code_is_judged_by_ruff(commit):
    """Python with a fault is stopped too; content is left alone then."""
    done = commit("los.py", "import os\n")
    assert done.returncode == 1
    assert "F401" in done.stdout + done.stderr
    assert "Gecontroleerd" not in done.stdout + done.stderr
