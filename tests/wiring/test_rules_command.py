"""``mvo regels`` lists and explains the rules."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mvo_catalogue import texts
from mvo_catalogue.derived import templates
from mvo_catalogue.domain.diagnostic import load_rules
from mvo_catalogue.wiring.command_line import main


def test_every_rule_has_a_line(capsys):
    """With severity and title."""
    assert main(["regels"]) == 0

    lines = capsys.readouterr().out.split("\n\n")[0].splitlines()
    assert [line.split()[:2] for line in lines] == [[name, rule.severity] for name, rule in load_rules().items()]
    assert all(line.endswith(rule.title) for line, rule in zip(lines, load_rules().values(), strict=True))


def test_broken_texts_are_reported_with_file_and_line(capsys, monkeypatch, tmp_path):
    """By every command."""
    text = (texts.FOLDER / "rules.yaml").read_text(encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(text.replace("  severity: fout", "  severity: erg", 1), encoding="utf-8")
    line = text[: text.index("  severity: fout")].count("\n") + 1
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    texts._load.cache_clear()
    try:
        assert main(["regels"]) == 2
    finally:
        texts._load.cache_clear()

    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(
        f"plugins/mvo_catalogue/texts/rules.yaml:{line}:3: fout [texts] De waarde bij “severity”"
    )
    assert shown.err.count("\n") == 1


def test_a_broken_template_is_reported_too(capsys, monkeypatch, tmp_path):
    (tmp_path / "velden.md.jinja").write_text("", encoding="utf-8")
    (tmp_path / "regels.md.jinja").write_text("# De regels\n\n{% endfor %}\n", encoding="utf-8")
    monkeypatch.setattr(templates, "FOLDER", tmp_path)
    templates._make_environment.cache_clear()
    try:
        assert main(["schema", "--check"]) == 2
    finally:
        templates._make_environment.cache_clear()

    assert capsys.readouterr().err.startswith("plugins/mvo_catalogue/texts/regels.md.jinja:3:1: fout [texts] ")


@pytest.mark.parametrize("name", ["stale-review", "[stale-review]", "STALE-REVIEW"])
def test_one_rule_is_shown_in_full(capsys, name):
    """Also with brackets around its name."""
    assert main(["regels", name]) == 0

    rule, shown = load_rules()["stale-review"], capsys.readouterr().out
    assert rule.title in shown
    assert rule.explanation in " ".join(shown.split())
    for example in (rule.wrong, rule.right):
        assert "\n".join(f"    {line}" for line in example.split("\n")) in shown


@pytest.mark.parametrize(
    ("name", "way_out"),
    [("unknwon-topic", "Bedoelde u “unknown-topic”?"), ("xyz", "mvo regels"), ("\x1b[31mxyz\n", "mvo regels")],
)
def test_an_unknown_rule_gets_a_suggestion(capsys, name, way_out):
    """Exit code 1, and no control characters."""
    assert main(["regels", name]) == 1

    shown = capsys.readouterr().out
    assert way_out in shown
    assert shown.removesuffix("\n").isprintable()


def test_a_closed_pipe_gives_no_traceback():
    """As with ``head -1``."""
    mvo = Path(sys.executable).with_name("mvo")
    reading_end, writing_end = os.pipe()
    os.close(reading_end)
    result = subprocess.run([mvo, "regels"], stdout=writing_end, stderr=subprocess.PIPE, check=False)
    os.close(writing_end)

    assert (result.returncode, result.stderr) == (1, b"")
