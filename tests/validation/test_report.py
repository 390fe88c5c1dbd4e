"""The report and its closing sentence."""

from dataclasses import replace

from mvo_catalogue.domain.diagnostic import MOST_SHOWN, Diagnostic, Severity
from mvo_catalogue.validation.report import Report, count_found

ERROR = Diagnostic("content/practices/x.md", 4, 5, "unknown-topic", "“x” is geen bekend thema.")
WARNING = Diagnostic("content/practices/y.md", 1, 1, "stale-review", "Lang geleden.", Severity.WARNING)
TIP = Diagnostic("content/practices/y.md", 9, 1, "long-sentence", "Deze zin is lang.", Severity.TIP)


def test_the_closing_sentence_counts_and_advises():
    for diagnostics, files, summary in (
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
    ):
        assert Report(diagnostics, files).summary == summary


def test_only_errors_stop_a_build():
    assert Report((WARNING, ERROR), 2).has_errors
    assert not Report((WARNING,), 2).has_errors
    assert not Report((), 2).has_errors


def test_warnings_fail_a_strict_check():
    strict = Report((WARNING,), 2, is_strict=True)

    assert strict.fails
    assert not strict.has_errors
    assert strict.summary.endswith("Gevonden: 1 waarschuwing. Verbeter de waarschuwingen en probeer het opnieuw.")
    assert not Report((WARNING,), 2).fails
    assert not Report((TIP,), 2, is_strict=True).fails


def test_tips_can_be_left_out():
    """They are counted."""
    report = Report((ERROR, TIP, TIP), 2).without_tips()

    assert report.diagnostics == (ERROR,)
    assert report.summary.endswith("Er zijn ook 2 tips: zie --tips.")
    assert Report((TIP,), 2).without_tips().summary == (
        "Gecontroleerd: 2 bestanden. Alles is in orde. Er is ook 1 tip: zie --tips."
    )


def test_a_report_can_be_limited_to_files():
    """Errors and warnings in others are counted, without effect on the result."""
    report = Report((ERROR, WARNING, TIP), 2).about(lambda path: path.endswith("/y.md"))

    assert report.diagnostics == (WARNING, TIP)
    assert not report.fails
    assert report.summary == (
        "Gecontroleerd: 2 bestanden. Gevonden: 1 waarschuwing en 1 tip. "
        "Dit mag zo blijven. In andere bestanden: 1 fout."
    )


def test_a_report_on_a_file_shows_what_another_file_says_of_it():
    """A copy is reported at the original when both have the same date."""
    double = Diagnostic("content/practices/x.md", 2, 8, "near-duplicate", "Gelijk aan “Y” (content/practices/y.md).")

    assert Report((double, ERROR), 2).about(lambda path: path.endswith("/y.md")).diagnostics == (double,)


def test_counts_read_as_a_sentence():
    assert count_found((ERROR, WARNING, WARNING, TIP)) == "1 fout, 2 waarschuwingen en 1 tip"
    assert count_found(()) == ""


def test_of_too_many_messages_in_a_file_the_most_severe_are_shown():
    """An error after a thousand tips is shown; the closing sentence counts all."""
    tips = tuple(replace(TIP, line=line) for line in range(1, 1_501))
    error = replace(ERROR, path=TIP.path, line=2_000)
    report = Report((ERROR, *tips, error), 2)
    *shown, last = report.shown

    assert shown == [ERROR, *tips[: MOST_SHOWN - 1], error]
    assert last.message == "En nog 1.401 meldingen in dit bestand: 1.401 tips. Verbeter eerst wat hierboven staat."
    assert (last.path, last.line, last.severity, last.rule) == (TIP.path, 2_000, Severity.TIP, error.rule)
    assert "2 fouten en 1.500 tips" in report.summary
    assert Report(tips[:MOST_SHOWN], 1).shown == tips[:MOST_SHOWN]
