"""What can be reported on the site can be reported on GitHub and GitLab too, with the way to the form."""

from pathlib import Path

import yaml

from mvo_catalogue.pages.contribute import feedback_kinds

ROOT = Path(__file__).resolve().parents[2]
GITHUB, GITLAB = ROOT / ".github" / "ISSUE_TEMPLATE", ROOT / ".gitlab" / "issue_templates"


def test_each_kind_of_report_has_a_template_that_asks_the_same_and_names_the_form():
    """On GitHub below what it is called there; a short text, since nobody reads a long one."""
    kinds = feedback_kinds()
    assert {file.stem for file in GITLAB.iterdir()} == {file.stem for file in GITHUB.glob("*.md")} == set(kinds)
    for kind, words in kinds.items():
        text = (GITLAB / f"{kind}.md").read_text(encoding="utf-8")
        front, whole = (GITHUB / f"{kind}.md").read_text(encoding="utf-8").removeprefix("---\n").split("---\n\n", 1)
        assert whole == text
        assert yaml.safe_load(front) == {"name": words.label, "about": words.hint, "title": f"{words.label}: "}
        assert text.startswith(words.hint)
        assert f"/melden/?soort={kind})" in text
        assert len(text) < 600


def test_who_asks_for_something_to_go_is_warned_that_all_can_read_it():
    """Before anything is typed."""
    assert "Iedereen kan deze melding lezen" in (GITLAB / "weghalen.md").read_text(encoding="utf-8")
