"""The texts of the software: errors in them are reported with their place."""

import shutil
import subprocess
import sys

import pytest

from mvo_catalogue import texts
from mvo_catalogue.domain.diagnostic import Rule
from mvo_catalogue.texts import FOLDER, BrokenTexts, Words, load_words, read_texts
from tests.validation.conftest import CASES

GOOD = "no-actor:\n  severity: fout\n  title: Nee.\n  explanation: Ja.\n  wrong: nee\n  right: 2026-11-21\n"


@pytest.fixture
def read(tmp_path):
    """Return ``read(text, shape)``: what comes out of a file ``rules.yaml`` with this text."""

    def read(text, shape=dict[str, Rule]):
        file = tmp_path / "rules.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_texts(file, shape)

    return read


def test_texts_stay_text(read):
    """Also what YAML would read as a boolean or a date."""
    rule = read(GOOD)["no-actor"]

    assert (rule.wrong, rule.right) == ("nee", "2026-11-21")
    assert read("[nee, 1]", list[str]) == ["nee", "1"]


def test_an_invalid_text_is_reported_with_its_line(read):
    for text, place, words in (
        (GOOD.replace("  title: Nee.\n", ""), "1:1", "“title” ontbreekt"),
        (GOOD.replace("title", "titel"), "1:1", "“title” ontbreekt"),
        (GOOD + "  uitleg: ja\n", "7:3", "“uitleg” bestaat niet"),
        (GOOD.replace("Nee.", "''"), "3:3", "Bij “title” hoort tekst"),
        (GOOD.replace("Nee.", "[a]"), "3:3", "Bij “title” hoort tekst"),
        (GOOD.replace("fout", "erg"), "2:3", "“severity” past niet"),
        (GOOD + GOOD, "7:1", "“no-actor” staat er twee keer"),
        (GOOD.replace("Nee.", "a: b: c"), "3:11", "geen goede YAML"),
        (GOOD + "  message: Kies {uit\n", "7:3", "“message” past niet"),
        (GOOD + "  messages:\n    a: Kies {uit.alles}\n", "8:5", "“a” past niet"),
        (b"\xff", "1:1", "kan niet worden gelezen"),
        ("- a\n", "1:1", "“rules” past niet"),
        ("", "1:1", "“rules” past niet"),
    ):
        with pytest.raises(BrokenTexts) as caught:
            read(text)
        assert str(caught.value).startswith(f"plugins/mvo_catalogue/texts/rules.yaml:{place}: fout [texts] "), text
        assert words in str(caught.value), text
        assert "\n" not in str(caught.value)


def test_a_missing_file_is_reported():
    with pytest.raises(BrokenTexts, match=r"nergens\.yaml:1:1: fout \[texts\] Dit bestand kan niet worden gelezen"):
        read_texts(FOLDER / "nergens.yaml", str)


class Label(Words):
    """The shape of the words in this test."""

    label: str


def test_missing_and_unused_texts_are_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    good = "Fase:\n  idee:\n    label: Idee\n  proef:\n    label: Proef\n"
    for text, place, said in (
        (good.replace("proef", "test"), "4:3", "“test” bestaat niet"),
        (good + "  oud:\n    label: Oud\n", "6:3", "“oud” bestaat niet"),
        (good[: good.index("  proef")], "1:1", "“proef” ontbreekt"),
        (good.replace("    label: Idee", "    naam: Idee"), "2:3", "“label” ontbreekt"),
    ):
        (tmp_path / "choices.yaml").write_text(text, encoding="utf-8")
        texts._load.cache_clear()
        with pytest.raises(BrokenTexts) as caught:
            load_words("choices", Label, {"Fase": ["idee", "proef"]})
        assert f"choices.yaml:{place}: " in str(caught.value), text
        assert said in str(caught.value), text
    texts._load.cache_clear()


@pytest.mark.parametrize("name", ["choices", "fields", "rules", "values"])
def test_an_invalid_file_gives_no_traceback(name, tmp_path):
    """Nothing is read before the command starts."""
    folder = shutil.copytree(FOLDER, tmp_path / "texts", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (folder / f"{name}.yaml").open("a", encoding="utf-8") as file:
        file.write("Nergens: {nodig: hiervan}\n")
    code = (
        f"import pathlib, sys; from mvo_catalogue import texts; texts.FOLDER = pathlib.Path({str(folder)!r});"
        "from mvo_catalogue.wiring.command_line import main; sys.exit(main(['check']))"
    )
    shutil.copytree(CASES / "invalid" / "unknown-value-choice" / "content", tmp_path / "content")
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert f"texts/{name}.yaml:" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
