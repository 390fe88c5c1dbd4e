"""The report for GitLab: its code quality form, shown beside the lines of a merge request."""

from __future__ import annotations

import json

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.reports.fingerprint import with_fingerprints
from mvo_catalogue.validation.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.TIP: "info"}


def build_gitlab(report: Report) -> str:
    """Return the report as a JSON list, empty when there is nothing to say."""
    found = [
        {
            "description": item.message,
            "check_name": item.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[item.severity],
            "location": {"path": item.path, "lines": {"begin": item.line}},
        }
        for item, fingerprint in with_fingerprints(report.diagnostics)
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)
