"""Every recorded issue gives what stands in ``outcomes/`` under its name: what is told, and the file that is made.

Adding a case is adding a file to ``bodies/``; run ``python -m tests.contributing.test_recorded_bodies`` to write down
what comes out, and read it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.contributing.conftest import BODIES, CONTENT

OUTCOMES = BODIES.parent / "outcomes"
NAMES = sorted(path.stem for path in BODIES.glob("*.md"))


def describe_import(name: str, folder: Path) -> str:
    """Import a recorded issue into a fresh project in ``folder``; return everything that came of it."""
    project = folder / "project"
    shutil.copytree(CONTENT, project / "content")
    before = set(folder.rglob("*"))
    ended = subprocess.run(
        [sys.executable, "-m", "mvo_catalogue", "import-issue", str(BODIES / f"{name}.md")],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "NO_COLOR": "1"},
        capture_output=True,
        check=False,
    )
    assert ended.stderr == b""
    parts = [ended.stdout.decode(), f"exit {ended.returncode}\n"]
    for path in sorted(set(folder.rglob("*")) - before):
        assert path.parent == project / "content" / "practices"
        parts.append(f"===== {path.relative_to(project)}\n{path.read_text(encoding='utf-8')}")
    return "".join(parts)


@pytest.mark.parametrize("name", NAMES)
def test_an_issue_becomes_what_was_written_down(name, tmp_path):
    """The same words on the screen, and the same file; nothing else is touched."""
    assert describe_import(name, tmp_path) == (OUTCOMES / f"{name}.txt").read_text(encoding="utf-8")


def test_there_is_an_issue_for_every_outcome():
    """No outcome is left of an issue that is gone."""
    assert [path.stem for path in sorted(OUTCOMES.iterdir())] == NAMES


if __name__ == "__main__":
    for case in NAMES:
        with tempfile.TemporaryDirectory() as scratch:
            text = describe_import(case, Path(scratch))
        (OUTCOMES / f"{case}.txt").write_text(text, encoding="utf-8", newline="\n")
