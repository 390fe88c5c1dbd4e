"""The report for people: a line per message, with optional colour."""

import re

from mvo_catalogue.reports.text import diff_text, text_lines
from mvo_catalogue.validation.report import Report
from tests.reports.diagnostics import ATTACK, CLEAN, ERROR, REPORT, TIP, WARNING

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff]")


def test_the_report_has_a_line_per_message_and_a_closing_sentence():
    """Editors can jump to each."""
    report = Report((ERROR, WARNING, TIP), 2)

    assert list(text_lines(report)) == [
        "content/practices/x.md:4:5: fout [unknown-topic] “x” is geen bekend thema.",
        "content/practices/y.md:1:1: waarschuwing [stale-review] Lang geleden.",
        "content/practices/y.md:9:1: tip [long-sentence] Deze zin is lang.",
        report.summary,
    ]


def test_colour_only_adds_escape_codes():
    for plain, painted in zip(text_lines(REPORT), text_lines(REPORT, colour=True), strict=True):
        assert "\x1b[" in painted
        assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_no_text_in_a_file_can_control_the_terminal():
    plain = list(text_lines(Report((ATTACK,), 1)))

    assert len(plain) == 2
    assert not any(CONTROL.search(line) for line in plain)
    assert "�[31mrood �gespiegeld �" in plain[0]


def test_a_report_without_messages_is_one_line():
    assert list(text_lines(CLEAN)) == ["Gecontroleerd: 12 bestanden. Alles is in orde."]


def test_a_difference_cannot_control_the_terminal():
    assert list(diff_text("+\ttitel: \x1b[31mrood\r", colour=False)) == ["+\ttitel: �[31mrood�"]
    assert list(diff_text("-weg\n\\ geen einde", colour=True)) == [
        "\x1b[1;31m-weg\x1b[0m",
        "\x1b[1;31m\\ geen einde\x1b[0m",
    ]
