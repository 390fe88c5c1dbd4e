"""Errors in one entry never show up in another."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity, load_rules
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY
from tests.hostile.conftest import OBEYED, ROOT, make_project

SAMPLE = sorted((ROOT / "tests" / "site" / "sample" / "practices").glob("*.md"))
VICTIM = "content/practices/slachtoffer.md"
LONE = re.compile("[\ud800-\udfff]")
quick = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@st.composite
def broken_entries(draw: st.DrawFn) -> str:
    """Draw an entry of which lines went, came twice, changed places, moved in or out, or got strange text."""
    lines = draw(st.sampled_from(SAMPLE)).read_text(encoding="utf-8").split("\n")
    changes = ("delete", "double", "swap", "indent", "dedent", "text", "value", "cut", "join")
    for change in draw(st.lists(st.sampled_from(changes), min_size=1, max_size=5)):
        line, other = draw(st.tuples(*[st.integers(0, len(lines) - 1)] * 2))
        if change == "delete":
            del lines[line]
        elif change == "double":
            lines.insert(other, lines[line])
        elif change == "swap":
            lines[line], lines[other] = lines[other], lines[line]
        elif change == "indent":
            lines[line] = draw(st.sampled_from([" ", "  ", "\t", "    ", "\u00a0"])) + lines[line]
        elif change == "dedent":
            lines[line] = lines[line].lstrip()
        elif change == "text":
            at = draw(st.integers(0, len(lines[line])))
            lines[line] = lines[line][:at] + draw(st.text(max_size=12)) + lines[line][at:]
        elif change == "value":
            value = lines[other].partition(": ")[2]
            lines[line] = f"{lines[line].partition(': ')[0]}: {value}"
        elif change == "cut":
            text = "\n".join(lines)
            lines = text[: draw(st.integers(0, len(text)))].split("\n")
        else:
            lines[line : line + 2] = ["".join(lines[line : line + 2])]
        lines = lines or [""]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project in which every example rewrites one entry."""
    return make_project(tmp_path_factory.mktemp("neighbours"))


@pytest.fixture(scope="module")
def beside(catalogue: Path) -> list[Diagnostic]:
    """Return the messages about the other entries without errors."""
    return errors(list(load_catalogue(catalogue / "content", TODAY)[1].diagnostics))


def errors(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the errors that are not about the changed entry."""
    return [item for item in diagnostics if item.severity is Severity.ERROR and item.path != VICTIM]


@quick
@given(text=broken_entries())
def test_a_broken_entry_is_reported_and_its_neighbours_are_not(catalogue, beside, text):
    """Every message has a known rule, a place and printable words, in a fixed order."""
    (catalogue / VICTIM).write_bytes(text.encode("utf-8", "surrogatepass"))
    _, report = load_catalogue(catalogue / "content", TODAY)
    found = list(report.diagnostics)

    assert errors(found) == beside
    assert found == sorted(set(found))
    for item in found:
        source = text if item.path == VICTIM else (catalogue / item.path).read_text(encoding="utf-8")
        lines = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert item.rule in load_rules()
        assert 1 <= item.line <= len(lines), item
        assert 1 <= item.column <= len(lines[item.line - 1]) + 1, item
        assert not OBEYED.search(item.message), item
        assert "\n" not in item.message
        assert not LONE.search(item.message), item
        assert item.message.endswith((".", "?", "!", "”")), item
