"""The examples of rules: the wrong one breaks the rule, the right one does not."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mvo_catalogue.derived.templates import build_pages
from mvo_catalogue.domain.diagnostic import Severity, load_rules
from mvo_catalogue.reading.files import MAX_BYTES, ContentFile
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.entries import load_entry
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY
from tests.validation.conftest import CASES
from tests.validation.examples import lay_example

ROOT = Path(__file__).resolve().parent.parent.parent


def make_link(content: Path) -> None:
    """Put a link to another file in the place of an entry."""
    (content / "practices" / "buurttuin.md").symlink_to(content / "practices" / "portieken.md")


def make_twins(content: Path) -> None:
    """Write a file whose name only differs in case from another; Git cannot store that on every system."""
    (content / "practices" / "Portieken.md").write_bytes((content / "practices" / "portieken.md").read_bytes())


def lose_vocabulary(content: Path) -> None:
    """Remove a vocabulary."""
    (content / "vocabularies" / "partnersoorten.yaml").unlink()


def lose_page(content: Path) -> None:
    """Remove a required page."""
    (content / "pages" / "contact.md").unlink()


def make_large(content: Path) -> None:
    """Write a file that no text can fill."""
    (content / "practices" / "buurttuin.md").write_bytes(b"x" * (MAX_BYTES + 1))


MADE: dict[str, Callable[[Path], None]] = {
    "file-case": make_twins,
    "file-link": make_link,
    "file-too-large": make_large,
    "missing-page": lose_page,
    "missing-vocabulary": lose_vocabulary,
}
"""Rules without a folder in git; a test makes what they refuse."""
DESCRIBED = {
    "file-empty",
    "file-encoding",
    "file-link",
    "file-too-large",
    "file-unreadable",
    "front-matter",
    "missing-page",
    "missing-vocabulary",
    "personal-metadata",
}
"""Rules whose examples are a description, or a whole file cut short; a folder or a test shows the real thing."""
RULES = load_rules()
ONLINE = {name for name in RULES if name.startswith("link-")}
QUOTED = sorted(set(RULES) - DESCRIBED - ONLINE)


BASE = Cache()
"""The cache of the base, shared by all examples."""


def check_example(content: Path, example: str) -> set[tuple[str, Severity]]:
    """Return which rules an example breaks, with how much each weighs."""
    lay_example(content, example)
    _, report = load_catalogue(content, TODAY, BASE)
    return {(found.rule, found.severity) for found in report.diagnostics}


def test_the_examples_of_a_rule_are_right(tmp_path):
    """The wrong one only breaks that rule, with its severity."""
    for name in QUOTED:
        for which, expected in (("wrong", {(name, RULES[name].severity)}), ("right", set())):
            content = tmp_path / name / which / "content"
            shutil.copytree(CASES / "base" / "content", content)

            assert check_example(content, getattr(RULES[name], which)) == expected, (name, which)


@pytest.mark.parametrize("rule", MADE)
def test_rules_about_files_that_git_cannot_store(rule, lay_over):
    content = lay_over(CASES / "base" / "nothing-on-top")
    MADE[rule](content)
    _, report = load_catalogue(content, TODAY)

    assert {(found.rule, found.severity) for found in report.diagnostics} == {(rule, RULES[rule].severity)}


def test_a_file_that_disappears_is_reported(tmp_path):
    """Between listing and reading."""
    checked = load_entry(ContentFile(tmp_path / "weg.md", "content/practices/weg.md", "practices", "weg"), (), TODAY)

    assert [(found.rule, found.severity) for found in checked.diagnostics] == [("file-unreadable", Severity.ERROR)]


def test_every_rule_has_a_case():
    """A folder of content, unless git cannot store it; with the severity of the rule, or a tip in a draft."""
    reports = "".join(path.read_text(encoding="utf-8") for path in (CASES / "invalid").glob("*/report.txt"))
    shown = {(rule, severity) for severity, rule in re.findall(r": (\w+) \[([a-z-]+)\] ", reports)}
    without_folder = {*MADE, *ONLINE, "file-unreadable"}

    in_draft = {(name, "tip") for name, rule in RULES.items() if rule.may_wait}
    assert shown == in_draft | {
        (name, str(rule.severity)) for name, rule in RULES.items() if name not in without_folder
    }


def test_docs_regels_md_is_up_to_date():
    assert (ROOT / "docs" / "regels.md").read_text(encoding="utf-8") == build_pages()["docs/regels.md"]


def test_an_explanation_is_written_for_people():
    """The title is a sentence, the explanation longer, and neither is about code."""
    assert list(RULES) == sorted(RULES)
    for name, rule in RULES.items():
        assert re.fullmatch(r"[A-ZÀ-Ý].+\.", rule.title), name
        assert len(re.findall(r"[.?!”)](?:\s|$)", rule.explanation)) > 1, name
        assert "``" not in rule.title + rule.explanation + rule.wrong + rule.right, name
