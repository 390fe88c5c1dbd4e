"""The report for programs: GitLab's format and our own."""

import json
from dataclasses import replace
from pathlib import Path

from mvo_catalogue.reports.programs import VERSION, build_gitlab, build_json
from mvo_catalogue.validation.report import Report
from tests.reports.diagnostics import CLEAN, ERROR, REPORT, TIP, WARNING

DOCUMENTATION = Path(__file__).resolve().parents[2] / "docs" / "controle.md"


def test_the_report_has_the_format_of_gitlab():
    issues = json.loads(build_gitlab(REPORT))

    assert len(issues) == len(REPORT.diagnostics)
    for issue, item in zip(issues, REPORT.diagnostics, strict=True):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert (issue["description"], issue["check_name"]) == (item.message, item.rule)
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"] == {"path": item.path, "lines": {"begin": item.line}}
        assert not issue["location"]["path"].startswith(("/", "./"))
    assert [issue["severity"] for issue in issues] == ["major", "major", "minor", "info"]


def test_no_messages_is_an_empty_list():
    assert json.loads(build_gitlab(CLEAN)) == []


def test_fingerprints_are_unique_and_stable():
    """They do not depend on the line; equal messages in a file get different ones."""
    found = fingerprints(ERROR, replace(ERROR, line=9), WARNING)
    moved = fingerprints(replace(ERROR, line=5), replace(ERROR, line=10), replace(WARNING, line=2))

    assert len(set(found)) == 3
    assert found == moved
    assert fingerprints(replace(ERROR, path="content/practices/z.md"))[0] not in found


def fingerprints(*diagnostics) -> list[str]:
    """Return the fingerprints of a report on these."""
    return [issue["fingerprint"] for issue in json.loads(build_gitlab(Report(diagnostics, 1)))]


def test_the_report_has_every_message():
    """With counts."""
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


def test_success_follows_the_exit_code():
    assert json.loads(build_json(CLEAN))["geslaagd"]
    assert json.loads(build_json(Report((WARNING,), 1)))["geslaagd"]
    assert not json.loads(build_json(Report((WARNING,), 1, is_strict=True)))["geslaagd"]


def test_every_key_is_documented():
    text = DOCUMENTATION.read_text(encoding="utf-8")
    document = json.loads(build_json(Report((ERROR,), 1)))

    assert [key for key in (*document, *document["meldingen"][0]) if f"`{key}`" not in text] == []
