"""The command that lists and explains the rules."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mvo_catalogue import texts
from mvo_catalogue.derived import templates
from mvo_catalogue.domain.diagnostic import load_rules
from mvo_catalogue.wiring.command_line import main


def test_the_list_has_every_rule_on_a_line_of_its_own(capsys):
    """Name, weight and one sentence, as a table that can be searched."""
    assert main(["regels"]) == 0

    lines = capsys.readouterr().out.split("\n\n")[0].splitlines()
    assert [line.split()[:2] for line in lines] == [[name, rule.severity] for name, rule in load_rules().items()]
    assert all(line.endswith(rule.title) for line, rule in zip(lines, load_rules().values(), strict=True))


def test_broken_texts_are_a_message_and_no_traceback(capsys, monkeypatch, tmp_path):
    """Who mends a sentence of the software and makes a mistake sees the file and the line, in every command."""
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


def test_a_broken_template_is_a_message_too(capsys, monkeypatch, tmp_path):
    """The words of a page are checked like the others."""
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
    """However a name was copied from a message, all that is known of the rule comes out."""
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
def test_an_unknown_rule_says_which_was_meant(capsys, name, way_out):
    """There is one sentence, without what a terminal would obey, and the exit code is 1."""
    assert main(["regels", name]) == 1

    shown = capsys.readouterr().out
    assert way_out in shown
    assert shown.removesuffix("\n").isprintable()


def test_who_stops_reading_sees_no_traceback():
    """With `mvo regels | head -1` the rest is not printed, and that is no mistake of anybody."""
    mvo = Path(sys.executable).with_name("mvo")
    reading_end, writing_end = os.pipe()
    os.close(reading_end)
    result = subprocess.run([mvo, "regels"], stdout=writing_end, stderr=subprocess.PIPE, check=False)
    os.close(writing_end)

    assert (result.returncode, result.stderr) == (1, b"")
