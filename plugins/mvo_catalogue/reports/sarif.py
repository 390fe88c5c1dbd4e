"""The report as SARIF 2.1.0, the exchange form of checkers: for editors' tools and code scanning."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.reports.fingerprint import with_fingerprints
from mvo_catalogue.validation.report import Report
from mvo_catalogue.validation.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "note"}


def build_sarif(report: Report, rules: Iterable[Rule]) -> str:
    """Return the report as a SARIF log with one run; ``rules`` explain themselves in it."""
    described = {rule.id: _describe(rule) for rule in rules}
    for item in report.diagnostics:
        described.setdefault(item.rule, {"id": item.rule})
    order = {name: index for index, name in enumerate(sorted(described))}
    driver = {
        "name": "mvo check",
        "version": version("mvo-praktijkcatalogus"),
        "language": "nl",
        "rules": [described[name] for name in order],
    }
    results = [_result(item, mark, order[item.rule]) for item, mark in with_fingerprints(report.diagnostics)]
    run = {
        "tool": {"driver": driver},
        "language": "nl",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "exitCode": int(report.fails)}],
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _describe(rule: Rule) -> dict[str, Any]:
    examples = f"Fout:\n\n{_code(rule.wrong)}\n\nGoed:\n\n{_code(rule.right)}"
    return {
        "id": rule.id,
        "shortDescription": _text(rule.title),
        "fullDescription": _text(rule.explanation),
        "help": {
            **_text(f"{rule.explanation}\n\nFout:\n{rule.wrong}\n\nGoed:\n{rule.right}"),
            "markdown": _braces(f"{rule.explanation}\n\n{examples}"),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _code(example: str) -> str:
    return f"````text\n{example}\n````"


def _result(item: Diagnostic, fingerprint: str, rule_index: int) -> dict[str, Any]:
    return {
        "ruleId": item.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[item.severity],
        "message": _text(item.message),
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(item.path, errors="replace")},
                    "region": {"startLine": item.line, "startColumn": item.column},
                }
            }
        ],
        "partialFingerprints": {"melding/v1": fingerprint},
    }


def _text(text: str) -> dict[str, str]:
    return {"text": _braces(text)}


def _braces(text: str) -> str:
    """Return text in which a brace is a brace: SARIF reads ``{0}`` as the place of an argument."""
    return text.replace("{", "{{").replace("}", "}}")
