"""The questions of *Wat past bij ons?*."""

from mvo_catalogue.pages.fit import build_fit_questions
from tests.factories import make_catalogue, make_practice


def test_only_questions_that_the_catalogue_can_answer_are_asked():
    """More than a tenth of the practices must have the value; the page says how many do."""
    practices = [
        make_practice(f"p{n}", gebied=["stad"] * (n < 2), moeilijkheid="1" if n < 1 else None) for n in range(10)
    ]
    theme, area = build_fit_questions(make_catalogue(practices))

    assert (theme.facet, theme.known, theme.is_shown) == ("thema", 10, False)
    assert (area.facet, area.known) == ("gebied", 2)
    assert ("stad", "Stad") in area.choices
    three = build_fit_questions(make_catalogue(practices[:9]))
    assert [(one.facet, one.is_shown) for one in three][2:] == [("moeilijkheid", True)]
