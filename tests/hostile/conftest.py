"""The real commands, in a process of their own, on a catalogue with whatever a test puts in it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from tests.validation.conftest import CASES

ROOT = Path(__file__).resolve().parents[2]
GOOD = (CASES / "base" / "content" / "practices" / "portieken.md").read_text(encoding="utf-8")
MISTAKEN = GOOD.replace("fase: lopend", "fase: nooit")
"""A good entry with one mistake in its fields."""
MISTAKE = ("unknown-value", MISTAKEN[: MISTAKEN.index("fase:")].count("\n") + 1, 7)
HANGS = 300
"""Seconds after which a command is held to hang; a guard, not a measurement."""
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
    r"|##\w*\[|^ *::(?!(?:error|warning|notice) file=content/)",
    re.MULTILINE,
)
"""What a terminal or the log of a build server interprets, or shows as something else."""

_WITHOUT_RIGHTS = """
import ctypes, os, sys
libc = ctypes.CDLL(None)
for capability in (1, 2):  # to read and to search what one has no rights for, as root may
    if os.geteuid() == 0 and libc.prctl(24, capability, 0, 0, 0) != 0:
        sys.exit(99)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


@dataclass
class Reported:
    """What a command did: its exit code and all that it printed."""

    code: int
    text: str

    @cached_property
    def messages(self) -> list[dict[str, Any]]:
        """Return the messages of ``mvo check --format json``."""
        messages: list[dict[str, Any]] = json.loads(self.text)["meldingen"]
        return messages

    @cached_property
    def _by_path(self) -> dict[str, list[tuple[str, int, int]]]:
        places: dict[str, list[tuple[str, int, int]]] = {}
        for item in self.messages:
            places.setdefault(item["bestand"], []).append((item["code"], item["regel"], item["kolom"]))
        return places

    def places(self, path: str) -> list[tuple[str, int, int]]:
        """Return rule, line and column of the messages about one file, in their order."""
        return self._by_path.get(path, [])


def run(project: Path, *words: str, without_rights: bool = False, may_complain: bool = False) -> Reported:
    """Run ``mvo`` with these arguments in a project; it ends without a traceback or control characters.

    What it writes to the standard error, if it ``may_complain``, is part of what it tells.
    """
    arguments: Sequence[str] = ["-m", "mvo_catalogue", *words]
    if without_rights:
        arguments = ["-c", _WITHOUT_RIGHTS, *arguments]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "NO_COLOR": "1", "PYTHONWARNINGS": "error"}
    ended = subprocess.run(
        [sys.executable, *arguments], cwd=project, env=environment, capture_output=True, timeout=HANGS, check=False
    )
    if without_rights and ended.returncode == 99:
        pytest.skip("this machine does not let root give up its rights")
    complaint = ended.stderr.decode("utf-8", "replace")
    assert may_complain or not complaint, complaint[-2000:]
    text = ended.stdout.decode("utf-8") + complaint
    assert not OBEYED.search(text)
    return Reported(ended.returncode, text)


def make_project(folder: Path) -> Path:
    """Return a project with the small valid base of content, in which a build gets as far as the content."""
    shutil.copytree(CASES / "base" / "content", folder / "content")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    (folder / "theme" / "templates").mkdir(parents=True)
    return folder


def assert_refused_whole(project: Path, check: Reported, build: Reported) -> None:
    """Check that both commands end badly with the same errors, and that there is not a piece of a site."""
    assert (check.code, build.code) == (1, 1)
    errors = [
        f"{item['bestand']}:{item['regel']}:{item['kolom']}: fout [{item['code']}]"
        for item in check.messages
        if item["ernst"] == "fout"
    ]
    assert errors
    assert set(errors) <= {line[: line.find("]") + 1] for line in build.text.splitlines()}
    assert not (project / "site").exists()
    assert not (project / ".site.new").exists()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a valid project that a test may break."""
    return make_project(tmp_path)


@pytest.fixture
def refuse(project: Path) -> Callable[..., Reported]:
    """Return ``refuse()``: the report of ``mvo check``; optionally ``mvo build`` has to report the same."""

    def refuse(*, without_rights: bool = False, build: bool = False) -> Reported:
        check = run(project, "check", "--format", "json", without_rights=without_rights)
        assert check.code == 1
        if build:
            built = run(project, "build", "--output", "site", without_rights=without_rights)
            assert_refused_whole(project, check, built)
        return check

    return refuse
