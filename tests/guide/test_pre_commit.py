"""The hook that `make haak` installs, in a real repository."""

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
GOOD = (CONTENT / "practices" / "portieken.md").read_text(encoding="utf-8").replace("Achttien", "Twintig")
Commit = Callable[..., subprocess.CompletedProcess[str]]


def set_up(project: Path) -> None:
    """Give a project what the hook needs; make believes that the programs of here were installed there."""
    for name in ("Makefile", "pyproject.toml", "requirements/site.txt", "tools/pre-commit"):
        (project / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, project / name)
    programs = project / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "mvo", "ruff"):
        (programs / name).symlink_to(Path(sys.executable).with_name(name))
    stamp = project / ".venv" / ".site"
    stamp.write_text(f"{project} {Path(sys.executable).resolve()}\n", encoding="utf-8")


@pytest.fixture
def commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commit:
    """Return ``commit(path, text, later)``: the result of committing that, while the file has ``later``."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    project = tmp_path / "project"
    shutil.copytree(CONTENT, project / "content")
    set_up(project)
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (
        ["git", "init", "--quiet", "--initial-branch=main"],
        ["git", "add", "content", "pyproject.toml"],
        ["git", *identity, "commit", "--quiet", "--message", "Begin"],
        ["make", "haak"],
    ):
        subprocess.run(words, cwd=project, check=True, capture_output=True)

    def commit(path: str, text: str, later: str | None = None) -> subprocess.CompletedProcess[str]:
        (project / path).write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", path], cwd=project, check=True)
        (project / path).write_text(later or text, encoding="utf-8")
        words = ["git", *identity, "commit", "--message", "Verander"]
        return subprocess.run(words, cwd=project, capture_output=True, text=True, check=False)

    return commit


def test_a_good_entry_is_committed(commit):
    done = commit("content/practices/portieken.md", GOOD)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_entry_with_errors_is_not_committed(commit):
    """The messages are shown."""
    done = commit("content/practices/portieken.md", GOOD.replace("fase: lopend", "fase: loopend"))
    assert done.returncode == 1
    assert "content/practices/portieken.md:16:7: fout" in done.stdout + done.stderr


def test_the_index_is_checked_not_the_working_tree(commit):
    done = commit("content/practices/portieken.md", GOOD.replace("fase: lopend", "fase: loopend"), GOOD)
    assert done.returncode == 1
    assert "content/practices/portieken.md:16:7: fout" in done.stdout + done.stderr


def test_another_hook_is_not_overwritten(tmp_path):
    set_up(tmp_path)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    hook = tmp_path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n", encoding="utf-8")
    done = subprocess.run(["make", "haak"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode
    assert "Er is al een andere haak" in done.stdout
    assert hook.read_text(encoding="utf-8") == "#!/bin/sh\n"


def test_python_is_checked_by_ruff(commit):
    """Content is not checked then."""
    done = commit("los.py", "import os\n")
    assert done.returncode == 1
    assert "F401" in done.stdout + done.stderr
    assert "Gecontroleerd" not in done.stdout + done.stderr
