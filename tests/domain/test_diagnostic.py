"""Diagnostics: one line each, sorted by file."""

import pytest

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity, diagnose
from mvo_catalogue.domain.patterns import printable
from mvo_catalogue.texts import BrokenTexts


def test_the_severity_comes_from_the_rule():
    """An unknown rule raises."""
    assert Diagnostic("x.md", 4, 5, "unknown-topic", "Dat is geen thema.").severity is Severity.ERROR
    assert Diagnostic("x.md", 4, 5, "stale-review", "Lang geleden.").severity is Severity.WARNING
    assert Diagnostic("x.md", 4, 5, "stale-review", "Lang geleden.", Severity.TIP).severity is Severity.TIP
    with pytest.raises(BrokenTexts, match="De regel “unknown-tpoic” ontbreekt"):
        Diagnostic("x.md", 4, 5, "unknown-tpoic", "Dat is geen thema.")


def test_control_characters_in_a_diagnostic_are_replaced():
    """In a file name and in a value."""
    found = Diagnostic("content/a\nb\x1b[31m.md", 1, 1, "file-name", "een\r\ntwee\u2028drie\x9bvier\tvijf\udcff")

    assert found.path == "content/a�b�[31m.md"
    assert found.message == "een��twee�drie�vier�vijf�"


def test_readable_characters_are_kept():
    """Letters of any language, emoji with joiners, non-breaking spaces."""
    text = "één café\u00a0van 5 m² 👩‍🌾 “ja” → Ελλάδα"

    assert printable(text) == text


def test_workflow_commands_in_a_diagnostic_are_defused():
    """With a space: the old syntax of GitHub anywhere in a line, the new one at its start."""
    assert printable("een ##[set-env name=A]b ##vso[task] ###") == "een ## [set-env name=A]b ## vso[task] ###"
    assert printable("  ::error::x ::y a::b https://c::d/") == "  : :error::x : :y a::b https://c::d/"
    assert printable(printable("##[a] ::b")) == printable("##[a] ::b")


def test_diagnostics_sort_by_file_line_and_column():
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 10)]
    found = sorted(Diagnostic(*place, "no-actor", "zin") for place in places)

    assert [(item.path, item.line, item.column) for item in found] == [
        ("a", 2, 9),
        ("a", 2, 10),
        ("a", 10, 1),
        ("b", 1, 1),
    ]


def test_a_missing_message_in_rules_yaml_is_reported_with_its_line():
    """No traceback."""
    assert diagnose("x.md", 1, 2, "period-order", start=3, end=2).message.startswith("“eind” (2) ligt vóór “start” (3)")
    for matter, values in (("nergens", {}), ("", {"start": 3})):
        with pytest.raises(
            BrokenTexts, match=r"texts/rules\.yaml:\d+:\d+: fout \[texts\] Bij “period-order” ontbreekt"
        ):
            diagnose("x.md", 1, 2, "period-order", matter, **values)
