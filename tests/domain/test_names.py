"""Suggestions for a misspelt name, or none."""

import pytest

from mvo_catalogue.domain.names import is_same_title, make_name_key, make_slug, suggest_nearest


def test_a_letter_with_a_stroke_is_its_plain_letter_in_a_slug():
    """Also in the form, which makes the same names."""
    for name, slug in (
        ("Ørsted Łódź Straße Þór Đæœðħŧı ĲSSEL", "orsted-lodz-strasse-thor-daeoedhti-ijssel"),
        ("STRAẞE", "strasse"),
        ("日本", ""),
    ):
        assert make_slug(name) == slug


def test_an_organisation_is_found_without_its_legal_form():
    """A name that has nothing else stays."""
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
def test_only_similar_names_are_suggested(word, expected):
    """Differences in case, punctuation and a typing error are allowed; another word is not."""
    assert suggest_nearest(word, KNOWN) == expected


def test_a_suggestion_does_not_depend_on_the_order():
    assert suggest_nearest("baan", ["baan2", "baan1"]) == suggest_nearest("baan", ["baan1", "baan2"]) == "baan1"


def test_a_name_within_the_word_is_suggested():
    """At the end of a compound before one that is alike, and between its hyphens."""
    assert suggest_nearest("bewonersparticipatie", ["arbeidsparticipatie", "participatie"]) == "participatie"
    assert suggest_nearest("woonstad-veenstad-groepsapp-afval", ["groepsapp-afval", "portieken"]) == "groepsapp-afval"


def test_without_names_there_is_no_suggestion():
    assert suggest_nearest("wonen", []) is None


def test_a_name_is_suggested_from_72_percent_similarity():
    for same, is_near in ((72, True), (71, False)):
        word, known = "a" * same + "b" * (100 - same), "a" * same + "c" * (100 - same)
        assert suggest_nearest(word, [known]) == (known if is_near else None)


def test_a_name_with_another_first_letter_is_suggested_from_80_percent_similarity():
    """Who types `iedereen` does not mean `kinderen`."""
    for same, is_near in ((80, True), (79, False)):
        word, known = "b" * (100 - same) + "a" * same, "c" * (100 - same) + "a" * same
        assert suggest_nearest(word, [known]) == (known if is_near else None)


def test_titles_are_the_same_from_92_percent_similarity():
    same, other = "a" * 108, "a" * 107  # of 200 letters with one of 92, twice 92 are shared
    assert is_same_title("a" * 92, same)
    assert not is_same_title("a" * 91, same)
    assert is_same_title("a" * 92, other)
