"""The report: text for people, commands for GitHub, and a closing sentence."""

from __future__ import annotations

import pytest

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.validation.report import Report

ERROR = Diagnostic("content/practices/x.md", 4, 5, "unknown-topic", "“x” is geen bekend thema.")
WARNING = Diagnostic("content/practices/y.md", 1, 1, "stale-review", "Lang geleden.", Severity.WARNING)


@pytest.mark.parametrize(
    ("diagnostics", "files", "summary"),
    [
        ((), 1, "Gecontroleerd: 1 bestand. Alles is in orde."),
        ((), 12, "Gecontroleerd: 12 bestanden. Alles is in orde."),
        ((ERROR,), 2, "Gecontroleerd: 2 bestanden. Gevonden: 1 fout. Verbeter de fouten en probeer het opnieuw."),
        ((WARNING,), 2, "Gecontroleerd: 2 bestanden. Gevonden: 1 waarschuwing. De catalogus kan worden gemaakt."),
        (
            (ERROR, ERROR, WARNING, WARNING),
            2,
            (
                "Gecontroleerd: 2 bestanden. Gevonden: 2 fouten en 2 waarschuwingen. "
                "Verbeter de fouten en probeer het opnieuw."
            ),
        ),
    ],
)
def test_closes_with_what_was_found_and_what_now(diagnostics, files, summary):
    """The last line counts in Dutch and says what to do."""
    assert list(Report(diagnostics, files).lines())[-1] == summary


def test_only_errors_stop_a_build():
    """Warnings are told and go through."""
    assert Report((WARNING, ERROR), 2).has_errors
    assert not Report((WARNING,), 2).has_errors
    assert not Report((), 2).has_errors


def test_text_is_one_line_per_diagnostic():
    """Every diagnostic is a line that an editor's program can jump to."""
    assert list(Report((ERROR, WARNING), 2).lines())[:2] == [
        "content/practices/x.md:4:5: fout [unknown-topic] “x” is geen bekend thema.",
        "content/practices/y.md:1:1: waarschuwing [stale-review] Lang geleden.",
    ]


def test_github_gets_workflow_commands():
    """An annotation has the file, the place, the rule as title, and the sentence."""
    assert list(Report((ERROR, WARNING), 2).lines("github"))[:2] == [
        "::error file=content/practices/x.md,line=4,col=5,title=unknown-topic::“x” is geen bekend thema.",
        "::warning file=content/practices/y.md,line=1,col=1,title=stale-review::Lang geleden.",
    ]


def test_nothing_in_a_file_can_write_a_command_of_its_own():
    """Names and values cannot end the line, end a property or start another command."""
    attack = Diagnostic("a,line=9::x\n::error::.md", 1, 1, "a:b", "100%\r\n::set-output name=x::y")

    assert next(Report((attack,), 1).lines("github")) == (
        "::error file=a%2Cline=9%3A%3Ax%0A%3A%3Aerror%3A%3A.md,line=1,col=1,title=a%3Ab::"
        "100%25%0D%0A::set-output name=x::y"
    )
    assert all("\n" not in line and "\r" not in line for line in Report((attack,), 1).lines("text"))
