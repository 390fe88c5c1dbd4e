"""Fixtures to check a few lines of content."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import VOCABULARIES
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.validation.context import Checked
from mvo_catalogue.validation.entries import load_entry, load_vocabulary
from tests.factories import TODAY

CASES = Path(__file__).resolve().parent.parent / "content_cases"

Check = Callable[..., Checked]
Diagnose = Callable[..., list[Diagnostic]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return ``check(text, kind="practices")``: the result for ``x.md``, or the vocabulary of target groups."""

    def check(text: str, kind: str = "practices") -> Checked:
        location = tmp_path / "x.md"
        location.write_bytes(text.encode("utf-8", "surrogatepass"))
        if kind == VOCABULARIES:
            return load_vocabulary(ContentFile(location, "content/vocabularies/doelgroepen.yaml", kind, "doelgroepen"))
        path = f"content/{kind}/x.md"
        return load_entry(ContentFile(location, path, kind, "x"), {path}, TODAY)

    return check


@pytest.fixture
def diagnose(check: Check) -> Diagnose:
    """Return ``diagnose(fields, body="", kind="practices")``: the messages; the ``---`` lines are added."""

    def diagnose(fields: str, body: str = "", kind: str = "practices") -> list[Diagnostic]:
        return sorted(check(f"---\n{fields}---\n{body}", kind).diagnostics)

    return diagnose


@pytest.fixture
def lay_over(tmp_path: Path) -> Callable[[Path], Path]:
    """Return ``lay_over(case)``: a content folder of the valid base with the files of a case on top."""

    def lay_over(case: Path) -> Path:
        content = tmp_path / "content"
        shutil.copytree(CASES / "base" / "content", content)
        if (case / "content").is_dir():
            shutil.copytree(case / "content", content, dirs_exist_ok=True)
        return content

    return lay_over
