"""The first letter to a partner: only what is known, and gaps for the rest."""

from __future__ import annotations

from mvo_catalogue.pages.letter import EXAMPLES, Piece, split_gaps, write_letter
from mvo_catalogue.site.partner_questions import partner_questions
from tests.factories import make_partner, make_practice, make_site

HOSTILE = '<b>[uw corporatie]</b> & "zo"'


def said(line):
    """Return a line as it is read."""
    return "".join(f"[{piece.text}]" if piece.gap else piece.text for piece in line)


def write(partner, practices=()):
    """Return the letter to a partner."""
    return write_letter(partner, practices, make_site())


def test_a_sentence_is_split_at_its_gaps():
    """A gap loses its brackets and is known as one."""
    assert split_gaps("Op [datum] bij [plek].") == (
        Piece("Op "),
        Piece("datum", gap=True),
        Piece(" bij "),
        Piece("plek", gap=True),
        Piece("."),
    )
    assert split_gaps("Niets.") == (Piece("Niets."),)


def test_the_letter_says_what_is_known():
    """Name, core business and the questions that fit; where it took part, with the source and the page."""
    partner = make_partner(
        "x", naam="Jumbo", soort="landelijk-bedrijf", kernactiviteit="Supermarktketen.", biedt=["uren"]
    )
    source = {"titel": "Bericht", "uitgever": "De Krant", "datum": "2018-08"}
    letter = write(partner, [make_practice("a", titel="Samen eten", bronnen=[source])])

    assert said(letter.before[0]) == "Beste mensen van Jumbo,"
    assert said(letter.before[-1]) == "Ik schrijf u omdat mijn vraag past bij wat u elke dag doet (supermarktketen)."
    assert [said(question.line) for question in letter.questions] == [q.text for q in partner_questions(partner)]
    assert [said(example) for example in letter.examples] == [
        "Samen eten (bron: De Krant, augustus 2018). https://mvo.example.nl/catalogus/praktijken/a/"
    ]


def test_what_is_not_known_is_left_to_the_reader():
    """Without a core business the reason is a gap; without practices nothing is said about earlier work."""
    letter = write(make_partner("x", soort="overig"))

    assert letter.before[-1][1].gap
    assert letter.examples == ()


def test_a_name_that_looks_like_a_gap_or_markup_is_text():
    """What an editor wrote is never a gap, whatever its brackets say."""
    partner = make_partner("x", naam=HOSTILE, soort="overig", kernactiviteit=HOSTILE)
    letter = write(partner, [make_practice("a", titel=HOSTILE)])

    for line in (letter.before[0], letter.before[-1], letter.examples[0]):
        assert len(line) == 1
        assert not line[0].gap
        assert HOSTILE in line[0].text


def test_a_letter_names_few_practices():
    """The first ones, as the list has the best in front."""
    practices = [make_practice(f"p{number}") for number in range(EXAMPLES + 2)]
    examples = write(make_partner("x", soort="overig"), practices).examples

    assert [said(example).split()[1] for example in examples] == [f"p{number}" for number in range(EXAMPLES)]
