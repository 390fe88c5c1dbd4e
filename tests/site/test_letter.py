"""The first letter to a partner: only what is known, and gaps for the rest."""

from __future__ import annotations

import pytest

from mvo_catalogue.site.requests import PartnerRequest, Piece, build_letter, split_gaps
from tests.factories import make_partner, make_practice, make_site

HOSTILE = '<b>[uw corporatie]</b> & "zo"'


def said(line):
    """Return a line as it is read."""
    return "".join(f"[{piece.text}]" if piece.gap else piece.text for piece in line)


REQUESTS = (
    PartnerRequest("Samen opruimen", "Ruimt u mee op, op [datum]?", is_daily=True),
    PartnerRequest("Geld", "Wilt u [welk bedrag] geven?"),
)


def write(partner, practices=()):
    """Return the letter to a partner."""
    return build_letter(partner, practices, REQUESTS, make_site())


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
    """Name, core business and the requests; where it took part, with the source and the page."""
    partner = make_partner(
        "x", naam="Jumbo", soort="landelijk-bedrijf", kernactiviteit="Supermarktketen.", biedt=["uren"]
    )
    source = {"titel": "Bericht", "uitgever": "De Krant", "datum": "2018-08"}
    practices = [make_practice("a", titel="Samen eten", bronnen=[source], themas=["schoon-heel-veilig"])]
    letter = write(partner, practices)

    assert said(letter.before[0]) == "Beste mensen van Jumbo,"
    assert said(letter.before[-1]).startswith("Over uw werk las ik: “Supermarktketen”. Ik schrijf u omdat [")
    assert [(request.label, said(request.line)) for request in letter.requests] == [
        ("Samen opruimen", "Ruimt u mee op, op [datum]? Ik denk dat dit past bij wat u elke dag doet."),
        ("Geld", "Wilt u [welk bedrag] geven?"),
    ]
    assert [said(example) for example in letter.examples] == [
        "Samen eten (bron: De Krant, augustus 2018). https://mvo.example.nl/catalogus/praktijken/a/"
    ]


def test_a_request_fits_the_daily_work_only_when_that_is_known():
    """Of a partner without a core business nobody knows what it does every day."""
    assert all("elke dag" not in said(request.line) for request in write(make_partner("x", soort="overig")).requests)


@pytest.mark.parametrize(
    "work", ["Kunststof kozijnen", "Helpt kinderen van 8 tot 16 jaar", "(een) Vereniging met leden."]
)
def test_the_words_about_the_work_stay_as_they_are(work):
    """They are quoted, so that a sentence fits a noun as well as a verb."""
    partner = make_partner("x", soort="overig", kernactiviteit=work)
    assert f"Over uw werk las ik: “{work.rstrip('.')}”. " in said(write(partner).before[-1])


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
        assert not line[0].gap
        assert HOSTILE in line[0].text


def test_a_letter_names_few_practices():
    """The first ones, as the list has the best in front."""
    practices = [make_practice(f"p{number}") for number in range(5)]
    examples = write(make_partner("x", soort="overig"), practices).examples

    assert [said(example).split()[1] for example in examples] == ["p0", "p1", "p2"]


def test_a_practice_is_named_with_when_it_was():
    """Who gets the letter sees at once which project is meant."""
    letter = write(make_partner("x", soort="overig"), [make_practice("a", periode={"start": "2008", "eind": "2010"})])

    assert said(letter.examples[0]).startswith("Praktijk a (2008 tot en met 2010; bron: De Brug). ")


@pytest.mark.parametrize(
    ("periods", "dates", "own", "last_year"),
    [
        (["2010"], [], [], 2010),
        (["vanaf eind 2009"], ["2012-03"], [], 2012),
        (["2018"], [], [], 2018),
        (["2019"], [], [], None),
        (["2010", {"start": "2020"}], [], [], None),
        (["2010"], ["2024"], [], None),
        (["2010"], [], ["2024-01"], None),
        ([{"start": "2005", "eind": "lopend"}], [], [], None),
        ([None, "ooit"], [], [], None),
    ],
)
def test_one_is_asked_to_look_first_when_the_last_sign_is_long_ago(periods, dates, own, last_year):
    """The last year of a practice or a source counts; without any year nothing is said."""

    def sources(days):
        return [{"titel": "Bericht", "uitgever": "De Krant", "datum": day} for day in days]

    known = {"bronnen": sources(dates)} if dates else {}
    practices = [make_practice(f"p{number}", periode=period, **known) for number, period in enumerate(periods)]

    assert write(make_partner("x", soort="overig", bronnen=sources(own)), practices).last_year == last_year
