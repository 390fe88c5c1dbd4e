"""Suggestions: the word that was meant, or none."""

import pytest

from mvo_catalogue.domain.names import is_same_title, make_name_key, make_slug, suggest_nearest


def test_a_letter_with_a_stroke_is_the_plain_letter():
    """Also in the form, which makes the same names."""
    for name, slug in (
        ("Ørsted Łódź Straße Þór Đæœðħŧı ĲSSEL", "orsted-lodz-strasse-thor-daeoedhti-ijssel"),
        ("STRAẞE", "strasse"),
        ("日本", ""),
    ):
        assert make_slug(name) == slug


def test_an_organisation_is_known_without_its_legal_form():
    """What it is called in a letter is not always its name here; a name of nothing else stays."""
    for name in ("Irado", "Irado B.V.", "irado bv", "Stichting Irado", "Coöperatie Irado U.A."):
        assert make_name_key(name) == "irado"
    assert make_name_key("Stichting") == "stichting"


KNOWN = {"gezondheid", "gezelligheid", "wonen", "werken", "leren", "albert-heijn"}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("gezondheit", "gezondheid"),
        ("Gezondheid", "gezondheid"),
        ("werkn", "werken"),
        ("albert heijn", "albert-heijn"),
        ("Albert_Heijn", "albert-heijn"),
        ("ruimtevaart", None),
        ("x", None),
        ("", None),
        ("---", None),
    ],
)
def test_suggests_only_what_is_alike(word, expected):
    """Case, accents of punctuation and a slip of the finger are forgiven; another word is not."""
    assert suggest_nearest(word, KNOWN) == expected


def test_does_not_depend_on_the_order():
    """Two words that are equally near give the same suggestion whatever their order."""
    assert suggest_nearest("baan", ["baan2", "baan1"]) == suggest_nearest("baan", ["baan1", "baan2"]) == "baan1"


def test_nothing_known_means_no_suggestion():
    """An empty list has no nearest word."""
    assert suggest_nearest("wonen", []) is None


def test_a_word_is_near_up_to_a_border():
    """Of a hundred letters 72 must be the same; with 71 nothing is suggested."""
    for same, is_near in ((72, True), (71, False)):
        word, known = "a" * same + "b" * (100 - same), "a" * same + "c" * (100 - same)
        assert suggest_nearest(word, [known]) == (known if is_near else None)


def test_a_title_is_the_same_up_to_a_border():
    """A likeness of 92 in 100 is the same, anything less is not."""
    same, other = "a" * 108, "a" * 107  # of 200 letters with one of 92, twice 92 are shared
    assert is_same_title("a" * 92, same)
    assert not is_same_title("a" * 91, same)
    assert is_same_title("a" * 92, other)
