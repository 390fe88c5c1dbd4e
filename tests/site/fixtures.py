"""The real catalogue as a site, built once for the whole run, and a small one with every kind of page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUBFOLDER = "/catalogus"
DAY = "1795219200"  # 2026-11-21, in seconds since 1970: what SOURCE_DATE_EPOCH wants


def build(output: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the project at ``root`` into ``output`` in a process of its own, as `mvo build` does."""
    return subprocess.run(
        [sys.executable, "-m", "mvo_catalogue", "build", "--output", str(output)],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def make_project(root: Path, content: Path) -> Path:
    """Make a project at ``root`` with content of its own and the theme, settings and styles of this one."""
    shutil.copytree(content, root / "content")
    shutil.copy(ROOT / "pelicanconf.py", root)
    (root / "theme").symlink_to(ROOT / "theme")
    (root / ".build").mkdir()
    (root / ".build" / "assets").symlink_to(ROOT / ".build" / "assets")
    return root


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real catalogue, built for a subfolder of a host, with links for corrections."""
    folder = tmp_path_factory.mktemp("real") / "site"
    done = build(
        folder,
        SITEURL=f"https://mvo.example.nl{SUBFOLDER}",
        CATALOGUE_REPOSITORY="https://code.example.nl/catalogus",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small catalogue in which every field of the schema is used once."""
    root = make_project(tmp_path_factory.mktemp("sample"), ROOT / "tests" / "site" / "sample")
    done = build(root / "site", root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"
