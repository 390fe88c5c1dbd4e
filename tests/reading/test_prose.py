"""Splitting prose into passages and sentences, with their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.prose import Passage, split_sentences


def read(text: str) -> list[Passage]:
    """Return the passages of a body that begins on line 10."""
    return read_markdown(text, "content/practices/x.md", 10, ()).passages


def test_sentences_do_not_end_at_abbreviations():
    """Nor at initials and numbers of items; they may end after a digit."""
    for text, sentences in (
        ("Dit is een zin. Dit ook.", ["Dit is een zin.", "Dit ook."]),
        ("Zo? Ja! Goed… Klaar.", ["Zo?", "Ja!", "Goed…", "Klaar."]),
        ("Bijv. Anna, ca. 20 buren o.a. Piet.", ["Bijv. Anna, ca. 20 buren o.a. Piet."]),
        ("Dhr. J. de Vries kwam. De rest niet.", ["Dhr. J. de Vries kwam.", "De rest niet."]),
        ("Het kost € 3.000. 20 buren betaalden.", ["Het kost € 3.000.", "20 buren betaalden."]),
        ("1. Bel aan. 2. Wacht.", ["1. Bel aan.", "2. Wacht."]),
        ("Wij waren met 5. Anna kwam later.", ["Wij waren met 5.", "Anna kwam later."]),
        ("Wij spraken A. Jansen.", ["Wij spraken A. Jansen."]),
        ("Zie bijlage B2. Anna maakte die.", ["Zie bijlage B2.", "Anna maakte die."]),
        ("Label D werd A. De huur bleef.", ["Label D werd A.", "De huur bleef."]),
        ("‘Kom maar.’ Hij kwam.", ["‘Kom maar.’", "Hij kwam."]),
        ("Hij zei: “Kom. Nu!” En toen?", ["Hij zei: “Kom.", "Nu!”", "En toen?"]),
        ("Thee, koffie enz. Daarna soep.", ["Thee, koffie enz.", "Daarna soep."]),
        ("Zie www.example.org. De rest volgt.", ["Zie www.example.org.", "De rest volgt."]),
        ("Geen punt", ["Geen punt"]),
        ("Klaar. 'thuis begint.", ["Klaar.", "'thuis begint."]),
        ("", []),
        ("   ", []),
    ):
        assert [sentence for _, sentence in split_sentences(text)] == sentences, text


@given(st.text(alphabet="aB1 .?!…,;'\"”’()\n€é-", max_size=80))
def test_no_word_is_lost_between_sentences(text):
    end = 0
    for offset, sentence in split_sentences(text):
        assert text[offset : offset + len(sentence)] == sentence
        assert not text[end:offset].strip()
        end = offset + len(sentence)
    assert not text[end:].strip()


def test_every_kind_of_block_is_a_passage():
    """Headings, paragraphs, items, quotes and cells; code and addresses are not."""
    text = "## Kop\n\nEen [link](https://example.org).\n\n- punt\n\n> citaat\n\n| a |\n| - |\n| b |\n\n```\ncode\n```\n"

    assert [(passage.tag, passage.text) for passage in read(text)] == [
        ("h2", "Kop"),
        ("p", "Een link."),
        ("p", "punt"),
        ("p", "citaat"),
        ("th", "a"),
        ("td", "b"),
    ]


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Hier staat iets.", "iets", (10, 12)),
        ("Hier\nstaat iets.", "iets", (11, 7)),
        ("- Hier\n  staat iets.", "iets", (11, 9)),
        ("Zie **dit** iets.", "iets", (10, 13)),
        ("Zie [dit en](https://example.org) iets.", "iets", (10, 35)),
        ("Zie [dit iets](https://example.org).", "iets", (10, 10)),
        ("Met `code` iets.", "iets", (10, 12)),
        ("> Een citaat\n> met iets.", "iets", (11, 7)),
        ("| a | iets |\n| - | - |\n", "iets", (10, 7)),
        ("## Een kop met iets", "iets", (10, 16)),
    ],
)
def test_the_place_of_a_word_is_exact(text, word, place):
    """After any markup."""
    found = [passage.place(passage.text.index(word)) for passage in read(text) if word in passage.text]

    assert found == [place]


@given(
    st.lists(st.sampled_from(["woord", " ", "\n", "*", "**", "`", "[a](b)", "&amp;", "\\*", "<b>", "- ", "> ", "| "]))
)
def test_every_place_is_in_the_file(bits):
    """Also when markup makes it inexact."""
    text = "".join(bits)
    lines = text.split("\n")
    for passage in read(text):
        for offset in range(len(passage.text) + 1):
            line, column = passage.place(offset)
            assert 10 <= line < 10 + len(lines)
            assert 1 <= column <= len(lines[line - 10]) + 1
