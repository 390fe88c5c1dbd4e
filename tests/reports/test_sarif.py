"""SARIF: valid by its official schema, and with all that a message says."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from sarif_kit.validate import validation_errors

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.reports.sarif import build_sarif
from mvo_catalogue.validation.report import Report
from mvo_catalogue.validation.rules import ALL_RULES
from tests.reports.diagnostics import ATTACK, CLEAN, ERROR, REPORT, TIP, WARNING


@pytest.mark.parametrize("report", [CLEAN, REPORT, Report((ERROR, ERROR, WARNING), 2)])
def test_is_valid(report):
    """The schema of the standard has nothing to remark, with all our rules in it."""
    log = json.loads(build_sarif(report, ALL_RULES.values()))

    assert validation_errors(log) == []
    assert log["version"] == "2.1.0"


def test_the_schema_does_refuse():
    """A log without its tool is not valid: the check above can fail."""
    log = json.loads(build_sarif(REPORT, ()))
    del log["runs"][0]["tool"]

    assert validation_errors(log)


def test_a_result_says_what_the_message_says():
    """Rule, level, sentence, file, line and column are all there; columns count characters, as ours do."""
    run = json.loads(build_sarif(Report((ERROR, WARNING, TIP), 2), ()))["runs"][0]
    results = run["results"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert [(item["ruleId"], item["level"], item["message"]["text"]) for item in results] == [
        ("unknown-topic", "error", "“x” is geen bekend thema."),
        ("stale-review", "warning", "Lang geleden."),
        ("long-sentence", "note", "Deze zin is lang."),
    ]
    assert results[0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "content/practices/x.md"},
                "region": {"startLine": 4, "startColumn": 5},
            }
        }
    ]
    assert len({item["partialFingerprints"]["melding/v1"] for item in results}) == 3


def test_rules_explain_themselves():
    """Each rule stands in it once with title, explanation and both examples, and a result points to its own."""
    run = json.loads(build_sarif(Report((ERROR,), 1), ALL_RULES.values()))["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert sorted(rule["id"] for rule in rules) == sorted({*ALL_RULES, "unknown-topic"})
    assert rules[run["results"][0]["ruleIndex"]]["id"] == "unknown-topic"
    for described in rules:
        rule = ALL_RULES[described["id"]]
        assert described["shortDescription"]["text"] == literal(rule.title)
        assert literal(rule.wrong) in described["help"]["markdown"]
        assert literal(rule.right) in described["help"]["markdown"]


def literal(text: str) -> str:
    """Return text as it stands in a SARIF message, where a brace on its own would be an argument."""
    return text.replace("{", "{{").replace("}", "}}")


def test_nothing_in_a_file_is_more_than_text():
    """A path is an address of a file and no more; a brace in a message is no place for an argument."""
    result = json.loads(build_sarif(Report((ATTACK,), 1), ()))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert ":" not in uri
    assert unquote(uri) == ATTACK.path
    assert "{{0}}" in result["message"]["text"]


def test_a_path_with_spaces_and_accents_is_an_address():
    """What is not allowed in an address is encoded."""
    odd = Diagnostic("content/practices/één twee.md", 1, 1, "file-name", "Anders.")

    assert '"uri": "content/practices/%C3%A9%C3%A9n%20twee.md"' in build_sarif(Report((odd,), 1), ())
