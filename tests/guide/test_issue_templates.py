"""GitHub and GitLab have a template for each kind of feedback, with a link to the form."""

from pathlib import Path

import yaml

from mvo_catalogue.pages.contribute import feedback_kinds

ROOT = Path(__file__).resolve().parents[2]
GITHUB, GITLAB = ROOT / ".github" / "ISSUE_TEMPLATE", ROOT / ".gitlab" / "issue_templates"


def test_each_kind_of_feedback_has_the_same_short_template_on_both_forges():
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


def test_the_template_for_removal_warns_that_it_is_public():
    assert "Iedereen kan deze melding lezen" in (GITLAB / "weghalen.md").read_text(encoding="utf-8")
