"""Every rule explains itself, truthfully: what it calls wrong is refused for that reason, what is right is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.text import MAX_BYTES
from mvo_catalogue.schema.rules_page import render_rules
from mvo_catalogue.validation import rules
from mvo_catalogue.validation.entries import check_entry
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.validation.rules import ALL_RULES
from tests.factories import TODAY
from tests.validation.conftest import CASES
from tests.validation.examples import lay_example

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "plugins" / "mvo_catalogue"


def make_link(content: Path) -> None:
    """Put a link to another file in the place of an entry."""
    (content / "practices" / "buurttuin.md").symlink_to(content / "practices" / "portieken.md")


def make_twins(content: Path) -> None:
    """Write a file whose name differs from another in capitals only; Git cannot keep that on every computer."""
    (content / "practices" / "Portieken.md").write_bytes((content / "practices" / "portieken.md").read_bytes())


def make_large(content: Path) -> None:
    """Write a file that no text can fill."""
    (content / "practices" / "buurttuin.md").write_bytes(b"x" * (MAX_BYTES + 1))


MADE: dict[str, Callable[[Path], None]] = {
    "file-case": make_twins,
    "file-link": make_link,
    "file-too-large": make_large,
}
"""Rules of which no folder of content can be kept; a test makes what they refuse."""
DESCRIBED = {"file-empty", "file-encoding", "file-link", "file-too-large", "file-unreadable", "front-matter"}
"""Rules whose examples are a description, or a whole file cut short; a folder or a test shows the real thing."""
ONLINE = {module.RULE.id for module in rules.FOUND_ONLINE}
QUOTED = sorted(set(ALL_RULES) - DESCRIBED - ONLINE)


def check_example(content: Path, example: str) -> set[tuple[str, Severity]]:
    """Return which rules an example breaks, with how much each weighs."""
    lay_example(content, example)
    _, report = load_catalogue(content, TODAY)
    return {(found.rule, found.severity) for found in report.diagnostics}


@pytest.mark.parametrize("rule", QUOTED)
def test_what_is_called_wrong_breaks_that_rule_alone(rule, lay_over):
    """An editor who sees the message recognises the example; the severity is the one of the rule."""
    content = lay_over(CASES / "base" / "nothing-on-top")

    assert check_example(content, ALL_RULES[rule].wrong) == {(rule, ALL_RULES[rule].severity)}


@pytest.mark.parametrize("rule", QUOTED)
def test_what_is_called_right_breaks_none(rule, lay_over):
    """An editor who follows the example is done."""
    content = lay_over(CASES / "base" / "nothing-on-top")

    assert check_example(content, ALL_RULES[rule].right) == set()


@pytest.mark.parametrize("rule", MADE)
def test_what_no_folder_can_keep_is_refused(rule, lay_over):
    """What a file is, and not what it says, can be wrong too."""
    content = lay_over(CASES / "base" / "nothing-on-top")
    MADE[rule](content)
    _, report = load_catalogue(content, TODAY)

    assert {(found.rule, found.severity) for found in report.diagnostics} == {(rule, ALL_RULES[rule].severity)}


def test_what_cannot_be_opened_is_refused(tmp_path):
    """A file that goes away between the listing and the reading is told as well."""
    checked = check_entry(ContentFile(tmp_path / "weg.md", "content/practices/weg.md", "practices", "weg"), (), TODAY)

    assert [(found.rule, found.severity) for found in checked.diagnostics] == [("file-unreadable", Severity.ERROR)]


def test_every_rule_has_a_case():
    """A folder of content shows each rule, unless it cannot be kept; the severity is the one of the rule."""
    reports = "".join(path.read_text(encoding="utf-8") for path in (CASES / "invalid").glob("*/report.txt"))
    shown = {(rule, severity) for severity, rule in re.findall(r": (\w+) \[([a-z-]+)\] ", reports)}
    without_folder = {*MADE, *ONLINE, "file-unreadable"}

    assert shown == {(rule.id, str(rule.severity)) for rule in ALL_RULES.values() if rule.id not in without_folder}


def test_every_module_is_listed():
    """A rule is a module of that name in one of the lists, so that it runs and is explained."""
    modules = {path.stem.replace("_", "-") for path in Path(rules.__file__).parent.glob("[!_]*.py")}

    assert modules == set(ALL_RULES)


@pytest.mark.parametrize("where", ["reading/*.py", "validation/schema_errors.py", "validation/load.py"])
def test_what_is_found_before_the_rules_is_explained(where):
    """Reading and the schema name a rule by its ID, since they know no rules."""
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob(where))
    named = set(re.findall(r'"((?:[a-z]+-)+[a-z]+)"', source))

    assert named
    assert named <= set(ALL_RULES)


def test_the_list_of_rules_is_up_to_date():
    """What editors read is what the rules say; `mvo regels --markdown` writes it."""
    assert (ROOT / "docs" / "regels.md").read_text(encoding="utf-8") == render_rules()


@pytest.mark.parametrize("rule", ALL_RULES)
def test_every_rule_can_be_looked_up(rule):
    """The overview leads to the explanation, with both examples."""
    page = (ROOT / "docs" / "regels.md").read_text(encoding="utf-8")
    explanation = page.partition(f"\n### {rule}\n")[2].partition("\n### ")[0]

    assert f"| [{rule}](#{rule}) |" in page
    assert ALL_RULES[rule].explanation in explanation
    assert explanation.count("```text\n") == 2


@pytest.mark.parametrize("rule", ALL_RULES.values(), ids=ALL_RULES)
def test_an_explanation_is_written_for_people(rule):
    """The title is a sentence, the explanation more than that, and neither speaks of the code."""
    assert re.fullmatch(r"[A-ZÀ-Ý].+\.", rule.title)
    assert len(re.findall(r"[.?!”)](?:\s|$)", rule.explanation)) > 1
    assert "``" not in rule.title + rule.explanation + rule.wrong + rule.right
