"""GitLab's code quality form, as its documentation describes it."""

from __future__ import annotations

import json
from dataclasses import replace

from mvo_catalogue.reports.gitlab import build_gitlab
from mvo_catalogue.validation.report import Report
from tests.reports.diagnostics import CLEAN, ERROR, REPORT, WARNING


def test_has_the_form_that_gitlab_reads():
    """Each issue has all required properties, with values that GitLab knows, and a path relative to the project."""
    issues = json.loads(build_gitlab(REPORT))

    assert len(issues) == len(REPORT.diagnostics)
    for issue, item in zip(issues, REPORT.diagnostics, strict=True):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert (issue["description"], issue["check_name"]) == (item.message, item.rule)
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"] == {"path": item.path, "lines": {"begin": item.line}}
        assert not issue["location"]["path"].startswith(("/", "./"))
    assert [issue["severity"] for issue in issues] == ["major", "major", "minor", "info"]


def test_nothing_found_is_an_empty_list():
    """GitLab wants a list, also of nothing."""
    assert json.loads(build_gitlab(CLEAN)) == []


def test_fingerprints_are_unique_and_stay():
    """A message that moves with its line keeps its fingerprint; equal ones in a file get their own."""
    found = fingerprints(ERROR, replace(ERROR, line=9), WARNING)
    moved = fingerprints(replace(ERROR, line=5), replace(ERROR, line=10), replace(WARNING, line=2))

    assert len(set(found)) == 3
    assert found == moved
    assert fingerprints(replace(ERROR, path="content/practices/z.md"))[0] not in found


def fingerprints(*diagnostics) -> list[str]:
    """Return the fingerprints of a report on these."""
    return [issue["fingerprint"] for issue in json.loads(build_gitlab(Report(diagnostics, 1)))]
