"""Diagnostics: one line each, in file order."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity


def test_a_diagnostic_is_one_line():
    """The line says where, how bad, by which rule and what."""
    found = Diagnostic("content/practices/x.md", 4, 5, "unknown-topic", "“x” is geen bekend thema.", Severity.WARNING)

    assert str(found) == "content/practices/x.md:4:5: waarschuwing [unknown-topic] “x” is geen bekend thema."


def test_nothing_in_a_diagnostic_can_start_a_line_or_move_a_terminal():
    """Control characters in a file name or a value are shown as a replacement mark."""
    found = Diagnostic("content/practices/a\nb\x1b[31m.md", 1, 1, "file-name", "een\r\ntwee\u2028drie\x9bvier")

    assert str(found) == "content/practices/a�b�[31m.md:1:1: fout [file-name] een��twee�drie�vier"


def test_diagnostics_sort_by_file_line_and_column():
    """The order of the report is the order in which an editor reads."""
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 10)]
    found = sorted(Diagnostic(*place, "rule", "zin") for place in places)

    assert [(item.path, item.line, item.column) for item in found] == [
        ("a", 2, 9),
        ("a", 2, 10),
        ("a", 10, 1),
        ("b", 1, 1),
    ]
