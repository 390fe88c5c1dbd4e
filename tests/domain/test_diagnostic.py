"""Diagnostics: one line each, in file order."""

import pytest

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity, diagnose
from mvo_catalogue.domain.patterns import printable
from mvo_catalogue.texts import BrokenTexts


def test_weighs_as_its_rule_says():
    """A rule that nobody has explained weighs nothing: naming one is a mistake of ours."""
    assert Diagnostic("x.md", 4, 5, "unknown-topic", "Dat is geen thema.").severity is Severity.ERROR
    assert Diagnostic("x.md", 4, 5, "stale-review", "Lang geleden.").severity is Severity.WARNING
    assert Diagnostic("x.md", 4, 5, "stale-review", "Lang geleden.", Severity.TIP).severity is Severity.TIP
    with pytest.raises(BrokenTexts, match="De regel “unknown-tpoic” ontbreekt"):
        Diagnostic("x.md", 4, 5, "unknown-tpoic", "Dat is geen thema.")


def test_nothing_in_a_diagnostic_can_start_a_line_or_move_a_terminal():
    """Control characters in a file name or a value are shown as a replacement mark."""
    found = Diagnostic("content/a\nb\x1b[31m.md", 1, 1, "file-name", "een\r\ntwee\u2028drie\x9bvier\tvijf\udcff")

    assert found.path == "content/a�b�[31m.md"
    assert found.message == "een��twee�drie�vier�vijf�"


def test_what_can_be_read_is_shown_as_it_is():
    """Letters of any language, emoji with joiners and hard spaces are no danger."""
    text = "één café\u00a0van 5 m² 👩‍🌾 “ja” → Ελλάδα"

    assert printable(text) == text


def test_the_log_of_a_build_server_obeys_no_text():
    """A command gets a space in it, that of GitHub of long ago anywhere in a line, and one at the start of a line."""
    assert printable("een ##[set-env name=A]b ##vso[task] ###") == "een ## [set-env name=A]b ## vso[task] ###"
    assert printable("  ::error::x ::y a::b https://c::d/") == "  : :error::x : :y a::b https://c::d/"
    assert printable(printable("##[a] ::b")) == printable("##[a] ::b")


def test_diagnostics_sort_by_file_line_and_column():
    """The order of the report is the order in which an editor reads."""
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 10)]
    found = sorted(Diagnostic(*place, "no-actor", "zin") for place in places)

    assert [(item.path, item.line, item.column) for item in found] == [
        ("a", 2, 9),
        ("a", 2, 10),
        ("a", 10, 1),
        ("b", 1, 1),
    ]


def test_a_sentence_that_cannot_be_said_is_a_broken_text():
    """Who takes a sentence away from texts/rules.yaml, or gives it another name, sees a line and no traceback."""
    assert diagnose("x.md", 1, 2, "period-order", start=3, end=2).message.startswith("“eind” (2) ligt vóór “start” (3)")
    for matter, values in (("nergens", {}), ("", {"start": 3})):
        with pytest.raises(
            BrokenTexts, match=r"texts/rules\.yaml:\d+:\d+: fout \[texts\] Bij “period-order” ontbreekt"
        ):
            diagnose("x.md", 1, 2, "period-order", matter, **values)
