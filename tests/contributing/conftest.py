"""A small catalogue to import into, and issues as GitHub writes them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY
from tests.validation.conftest import CASES

BODIES = Path(__file__).parent / "bodies"
CONTENT = CASES / "base" / "content"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with the small base of content, as the current folder, on 21 November 2026."""
    root = tmp_path / "project"
    shutil.copytree(CONTENT, root / "content")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.setenv("NO_COLOR", "1")
    return root


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the small base of content, checked."""
    return load_catalogue(CONTENT, TODAY)[0]


def read_body(name: str) -> str:
    """Return a recorded issue by the name of its file."""
    return (BODIES / f"{name}.md").read_bytes().decode("utf-8")
