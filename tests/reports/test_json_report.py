"""Our own form: what it says is promised in the editors' documentation."""

from __future__ import annotations

import json
from pathlib import Path

from mvo_catalogue.reports.json_report import VERSION, build_json
from mvo_catalogue.validation.report import Report
from tests.reports.diagnostics import CLEAN, ERROR, TIP, WARNING

DOCUMENTATION = Path(__file__).resolve().parents[2] / "docs" / "controle.md"


def test_has_every_message():
    """Counts, and per message all that it has."""
    assert json.loads(build_json(Report((ERROR, WARNING, TIP), 12))) == {
        "versie": VERSION,
        "geslaagd": False,
        "bestanden": 12,
        "fouten": 1,
        "waarschuwingen": 1,
        "tips": 1,
        "meldingen": [
            message("content/practices/x.md", 4, 5, "fout", "unknown-topic", "“x” is geen bekend thema."),
            message("content/practices/y.md", 1, 1, "waarschuwing", "stale-review", "Lang geleden."),
            message("content/practices/y.md", 9, 1, "tip", "long-sentence", "Deze zin is lang."),
        ],
    }


def message(path: str, line: int, column: int, severity: str, rule: str, sentence: str) -> dict[str, object]:
    """Return one message in this form."""
    values = (path, line, column, severity, rule, sentence)
    return dict(zip(("bestand", "regel", "kolom", "ernst", "code", "melding"), values, strict=True))


def test_success_is_that_of_the_command():
    """A warning only fails when it should."""
    assert json.loads(build_json(CLEAN))["geslaagd"]
    assert json.loads(build_json(Report((WARNING,), 1)))["geslaagd"]
    assert not json.loads(build_json(Report((WARNING,), 1, is_strict=True)))["geslaagd"]


def test_every_key_is_documented():
    """Whoever reads this form can look up each key."""
    text = DOCUMENTATION.read_text(encoding="utf-8")
    document = json.loads(build_json(Report((ERROR,), 1)))

    assert [key for key in (*document, *document["meldingen"][0]) if f"`{key}`" not in text] == []
