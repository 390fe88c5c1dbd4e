"""The report for programs of one's own: a stable form, described in ``docs/controle.md``."""

from __future__ import annotations

import json

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.report import Report

VERSION = 1
"""Goes up when a key disappears or changes its meaning; a new key may come at any time."""


def build_json(report: Report) -> str:
    """Return the report as one JSON object."""
    severities = [item.severity for item in report.diagnostics]
    document = {
        "versie": VERSION,
        "geslaagd": not report.fails,
        "bestanden": report.file_count,
        "fouten": severities.count(Severity.ERROR),
        "waarschuwingen": severities.count(Severity.WARNING),
        "tips": severities.count(Severity.TIP),
        "meldingen": [
            {
                "bestand": item.path,
                "regel": item.line,
                "kolom": item.column,
                "ernst": str(item.severity),
                "code": item.rule,
                "melding": item.message,
            }
            for item in report.diagnostics
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)
