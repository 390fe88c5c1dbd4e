"""Folders of content with the report that they must give.

A case is a folder ``content_cases/invalid/<name>/`` with ``content/``, laid over ``content_cases/base/``, and
``report.txt``: exactly what ``mvo check --today 2026-11-21`` prints. A folder in ``content_cases/valid/`` has no
report, since there is nothing to say. Adding a case is adding a folder.
"""

import re

import pytest

from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY
from tests.validation.conftest import CASES

INVALID = sorted(path.name for path in (CASES / "invalid").iterdir())
VALID = sorted(path.name for path in (CASES / "valid").iterdir())
BASE = Cache()
"""The cache of the base, shared by all cases."""
IN_ORDER = re.compile(r"Gecontroleerd: \d+ bestanden\. Alles is in orde\.")


@pytest.mark.parametrize("name", INVALID)
def test_a_broken_folder_gives_its_report(name, lay_over):
    """All errors of all files in one run: each once, at its place, with a way to fix it."""
    case = CASES / "invalid" / name
    _, report = load_catalogue(lay_over(case), TODAY, BASE)

    assert "".join(f"{line}\n" for line in text_lines(report)) == (case / "report.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", VALID)
def test_a_good_folder_has_no_message(name, lay_over):
    _, report = load_catalogue(lay_over(CASES / "valid" / name), TODAY)

    assert IN_ORDER.fullmatch("\n".join(text_lines(report)))


def test_the_base_has_no_message(lay_over):
    catalogue, report = load_catalogue(lay_over(CASES / "base" / "nothing-on-top"), TODAY)

    assert report.diagnostics == ()
    assert len(catalogue.practices) == 2
