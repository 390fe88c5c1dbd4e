"""The stamps of the Makefile: installed packages belong to this folder and this Python."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with the Makefile and a fake environment."""
    root = tmp_path / "een map"
    (root / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", root)
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    for stamp in (".site", ".dev"):
        (root / ".venv" / stamp).write_text(f"{root} {Path(sys.executable).resolve()}\n")
    return root


def stamps(root: Path) -> set[str]:
    """Let make read the Makefile, and return which stamps it leaves."""
    subprocess.run(["make", "--no-print-directory", "help"], cwd=root, check=True, capture_output=True)
    return {file.name for file in (root / ".venv").glob(".*")}


def test_an_environment_made_here_is_reused(folder):
    assert stamps(folder) == {".site", ".dev"}


def test_a_moved_or_copied_folder_is_installed_again(folder):
    """Programs in the environment have its old path."""
    assert stamps(folder.rename(folder.with_name("elders"))) == set()


def test_another_python_is_installed_again(folder):
    (folder / ".venv" / "bin" / "python").unlink()

    assert stamps(folder) == set()
