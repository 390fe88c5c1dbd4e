"""The Makefile: what is installed is believed only where, and with the Python that, it was installed for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with the Makefile, and what it takes for an environment that was made there."""
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


def test_an_environment_that_was_made_here_is_believed(folder):
    """Nothing is installed again."""
    assert stamps(folder) == {".site", ".dev"}


def test_a_folder_that_was_moved_or_copied_is_set_up_anew(folder):
    """The programs in it name the folder that they were made in."""
    assert stamps(folder.rename(folder.with_name("elders"))) == set()


def test_another_python_sets_up_anew(folder):
    """The packages of the one are nothing to the other; a Python that is gone is another too."""
    (folder / ".venv" / "bin" / "python").unlink()

    assert stamps(folder) == set()
