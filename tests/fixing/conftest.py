"""A small catalogue that can be repaired, and a way to repair one text in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mvo_catalogue.fixing.repair import Repair, find_repairs
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.load import check_content
from tests.factories import TODAY
from tests.validation.conftest import CASES

Fix = Callable[..., Repair | None]


BASE = Cache()
"""The cache of the base, shared by all tests."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content folder of the valid base."""
    return Path(shutil.copytree(CASES / "base" / "content", tmp_path / "content"))


@pytest.fixture
def fix(content: Path) -> Fix:
    """Return ``fix(text, path)``: the repair of a file with this text in the base, or ``None``."""

    def fix(text: str | bytes, path: str = "practices/portieken.md") -> Repair | None:
        (content / path).write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        whole, _ = check_content(content, TODAY, BASE)
        repairs = list(find_repairs(content, whole.known, TODAY, lambda shown: shown == f"content/{path}"))
        return repairs[0] if repairs else None

    return fix
