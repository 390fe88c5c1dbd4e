"""The alphabetical order of names for Dutch readers."""

import pytest

from mvo_catalogue.pages.cards import group_by_initial, sort_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("De Brug", "de brug"),
        ("Één plek", "een plek"),
        ("'thuis", "thuis"),
        ("’s-Hertogenbosch", "s-hertogenbosch"),
        ("“Warm” welkom", "warm” welkom"),
        ("(G)OUD", "g)oud"),
        ("👨‍👩‍👧 Gezinshuis", "gezinshuis"),
        ("Ørsted", "orsted"),
        ("Łódź", "lodz"),
        ("Ĳsseldal", "ijsseldal"),
    ],
)
def test_accents_case_and_leading_marks_do_not_count(name, key):
    assert sort_key(name) == key


def test_names_are_grouped_by_first_letter():
    assert group_by_initial(["boot", "Eén", "appel", "'aal", "Élan", "Bed"], str) == [
        ("A", ["'aal", "appel"]),
        ("B", ["Bed", "boot"]),
        ("E", ["Eén", "Élan"]),
    ]


def test_digits_come_first_and_other_scripts_last():
    assert group_by_initial(["a", "3-2-1", "住宅", "+plus", "", "Ørsted"], str) == [
        ("0-9", ["3-2-1"]),
        ("A", ["a"]),
        ("O", ["Ørsted"]),
        ("P", ["+plus"]),
        ("Overig", ["", "住宅"]),
    ]


def test_equal_names_have_a_fixed_order():
    """By their exact spelling."""
    names = ["énd", "end", "End"]

    assert group_by_initial(names, str) == group_by_initial(reversed(names), str) == [("E", ["End", "end", "énd"])]
