"""The report for programs: GitLab's code quality form, and our own stable one, described in ``docs/controle.md``."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.validation.report import Report

VERSION = 1
"""Of our own form; goes up when a key disappears or changes its meaning. A new key may come at any time."""

_GITLAB_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.TIP: "info"}


def build_gitlab(report: Report) -> str:
    """Return the report as a JSON list, empty when there is nothing to say."""
    found = [
        {
            "description": item.message,
            "check_name": item.rule,
            "fingerprint": fingerprint,
            "severity": _GITLAB_SEVERITIES[item.severity],
            "location": {"path": item.path, "lines": {"begin": item.line}},
        }
        for item, fingerprint in _with_fingerprints(report.diagnostics)
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)


def _with_fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each diagnostic with 64 hexadecimal digits that stay the same when lines above it come or go.

    Equal messages in a file are numbered.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in diagnostics:
        key = (diagnostic.path, diagnostic.rule, diagnostic.message)
        seen[key] += 1
        yield diagnostic, hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()


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
