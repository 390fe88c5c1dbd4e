"""Text that is almost a heading or list is read as one."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.near_misses import correct_markup

MEANT: dict[str, str] = json.loads(
    (Path(__file__).parent.parent / "near_miss_vectors.json").read_text(encoding="utf-8")
)
"""Near misses and their corrections; tests/exports/test_form_data.py tests the form with the same file."""


@pytest.mark.parametrize("end", ["```\n", ""])
def test_a_text_in_a_block_of_code_is_read(end):
    """Where it begins with the code and has fixed headings; a part of a text may be code."""
    text = f"```markdown\n## Aanpak\n\nEen.\n{end}"
    assert [(near.line, near.matter) for near in correct_markup(text).found] == [(0, "fenced"), (4, "fenced")][
        : 1 + bool(end)
    ]
    assert correct_markup(f"Zo kan het:\n\n{text}```\n").text.startswith("Zo kan het:\n\n```markdown")


def test_a_number_that_is_referred_to_is_a_note():
    """And no step."""
    for one in ("(1)", "[1]"):
        noted = correct_markup(f"Elf doen mee {one}.\n\n{one} In 2024.").found
        assert {near.matter for near in noted} == {"footnote"}
    assert [near.matter for near in correct_markup("Elf doen mee.\n\n(1) In mei.").found] == ["list"]


@pytest.mark.parametrize("written", MEANT)
def test_near_misses_with_one_meaning_are_corrected(written):
    """Each is reported once."""
    meant = correct_markup(written)

    assert meant.text == MEANT[written]
    assert meant.found
    assert correct_markup(meant.text).found == []


@pytest.mark.parametrize(
    "text",
    [
        "tekst\n– en dan – verder\n- lijst",
        "tekst in\n2018. Toen",
        "-5 graden\n\n1.500 woningen\n\n2.0",
        "*nadruk* aan het begin",
        "#buurt",
        "```\n##Kop\n• een\n```",
        "> • een",
        "— Een bewoner",
        "- een\n\n  - twee",
        "1. een\n2. twee\n   - diep",
        "A. Jansen woont hier.",
        "\\## Kop",
        "[een][1]\n\n[1]: https://example.org",
        "1 januari 2020: start\n2 januari 2020: klaar",
        "2 – twee dingen",
        "1\\. mei",
        "2 buren doen mee",
        "§ 3.2 van de wet\nØ 20 cm",
        "A. Jansen en\nC. Pieters",
        "| een",
        "een\ttwee",
        "Zij kwamen; zij zagen\nen gingen; ook toen",
        "Om 12:30:00 uur kost het $5 of $6.",
    ],
)
def test_valid_markdown_is_not_corrected(text):
    """Prose that wraps at a dash or number, code, and what CommonMark reads as it looks."""
    meant = correct_markup(text)

    assert meant.text == text
    assert read_markdown(text, "content/practices/x.md", 1, ()).diagnostics == []


PIECES = (
    *("#", "##", "•", "–", "-", "*", "1.", "2)", "(3)", "2018.", " ", "  ", "\t", "\xa0", "\n", "\n\n", "een"),
    *("Stap 1:", "a. ", "> ", "```\n", "＃", "１．", "[1]: x"),
)


@example(text="\t\xa0")
@example(text="1. een\n\n- twee\n\n1) drie\n\n- vier")
@given(text=st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_correcting_keeps_lines_and_is_idempotent(text):
    """No letter is lost, except that "Stap 1" becomes "1."."""
    meant = correct_markup(text)

    assert letters(meant.text) == letters(text)
    assert meant.text.count("\n") == text.count("\n")
    assert correct_markup(meant.text).text == meant.text


def letters(text: str) -> str:
    """Return the letters and figures, wide ones too, in order, without the word for a step."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text.replace("Stap ", "")) if sign.isalnum())
