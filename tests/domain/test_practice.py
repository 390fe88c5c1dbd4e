"""Practices: order, age and computed values."""

import datetime

import pytest
from pydantic import ValidationError

from mvo_catalogue.domain.entries import Period, best_known_first, newest_first
from mvo_catalogue.domain.values import Effort, EvidenceLevel, ReviewKind, Scale
from tests.factories import make_body, make_practice


@pytest.mark.parametrize(
    ("period", "years"),
    [
        (None, []),
        ("voorjaar 2018", [2018]),
        ("een keer in het voorjaar", []),
        ({"start": "2018"}, [2018]),
        ({"start": "2018", "eind": "2018"}, [2018]),
        ({"start": "2016", "eind": "2018"}, [2016, 2017, 2018]),
        ({"start": "2024", "eind": "lopend"}, [2024, 2025, 2026]),
        ({"start": "2027", "eind": "lopend"}, [2027]),
    ],
)
def test_years_are_those_in_which_it_certainly_ran(period, years):
    """No end is invented; a running practice ran until its last review."""
    assert list(make_practice(periode=period, gecontroleerd="2026-11-20").years) == years


def test_a_review_without_details_means_that_the_source_was_read():
    plain = make_practice(gecontroleerd="2026-11-20")
    stated = make_practice(gecontroleerd={"op": "2026-11-20", "wat": "link-werkt"})
    assert plain.reviewed_on == stated.reviewed_on == datetime.date(2026, 11, 20)
    assert (plain.review_kind, stated.review_kind) == (ReviewKind.READ, ReviewKind.LINK_WORKS)


def test_a_scale_value_may_have_words():
    """Words alone give no value to search by."""
    forms = ("2", {"klasse": "2", "toelichting": "Drie medewerkers."}, {"toelichting": "Drie medewerkers."}, None)
    assert [make_practice(inzet=form).effort for form in forms] == [Effort.UP_TO_160, Effort.UP_TO_160, None, None]


def test_the_age_is_that_of_the_newest_source():
    """Old after three whole calendar years; unknown without a dated source."""

    def state(*dates):
        sources = [{"titel": "Bericht", "uitgever": "Krant", **({"datum": date} if date else {})} for date in dates]
        return make_practice(bronnen=sources).old_state(datetime.date(2026, 11, 21))

    assert state("2018", "2022-12-31") == 2022
    assert state("2018", "2023") is None
    assert state(None) is None


def results(*points):
    """Return a text with these results."""
    return make_body("\n".join(["## Resultaten\n", *(f"- {point}" for point in points)]))


@pytest.mark.parametrize(
    ("points", "counted"),
    [
        ((), 0),
        (("Bewoners zijn blij.",), 0),
        (("In 2018 daalde de schuld.",), 0),
        (("In 2018 daalde de schuld met 30 procent.", "Twee derde is blij.", "Niemand klaagt."), 2),
        (
            ("[Het bericht](https://example.org/12) noemt geen prijs als 12.", "Los: 3.\n\n  En 4."),
            2,
        ),
        (("[Het bericht](https://example.org/12) noemt de prijs niet.",), 0),
    ],
)
def test_results_with_a_figure_are_counted(points, counted):
    """Each list item or paragraph once, with digits or number words; years and addresses do not count."""
    assert make_practice(body=results(*points)).counted_results == counted
    assert make_practice().counted_results == 0


def source(publisher, date=None):
    """Return a source of a publisher."""
    return {"titel": f"Bericht van {publisher}", "uitgever": publisher} | ({"datum": date} if date else {})


def test_equal_evidence_is_ordered_by_how_much_is_known():
    """Results with a figure, then publishers, the latest source, the newest, and the slug."""
    many = make_practice("z", results("Er zijn 3 banen.", "Er is 5 ton hergebruikt."), onderbouwing="gemeten")
    two = make_practice("y", results("Er zijn 3 banen."), onderbouwing="gemeten", bronnen=[source("A"), source("B")])
    recent = make_practice("x", results("Er zijn 3 banen."), onderbouwing="gemeten", bronnen=[source("A", "2020-05")])
    again = make_practice(
        "w",
        results("Er zijn 3 banen."),
        onderbouwing="gemeten",
        bronnen=[source("A", "2011"), source("A", "2013-01-02")],
    )
    undated = make_practice("a", results("Er zijn 3 banen."), onderbouwing="gemeten", bronnen=[source("A")])
    also = make_practice("b", results("Er zijn 3 banen."), onderbouwing="gemeten", bronnen=[source("A")])
    ordered = [many, two, recent, again, undated, also]

    assert sorted([also, again, many, undated, recent, two], key=best_known_first) == ordered


def test_the_level_of_evidence_decides_the_order():
    """Then the newest, then the slug."""
    described = make_practice("a", onderbouwing="beschreven", gepubliceerd="2026-11-20")
    old = make_practice("b", onderbouwing="gemeten", gepubliceerd="2026-11-01")
    new = make_practice("c", onderbouwing="gemeten", gepubliceerd="2026-11-10")
    also_new = make_practice("d", onderbouwing="gemeten", gepubliceerd="2026-11-10")

    assert sorted([also_new, described, old, new], key=best_known_first) == [new, also_new, old, described]
    assert sorted([also_new, described, old, new], key=newest_first) == [described, new, also_new, old]


def test_actors_are_associations_then_partners():
    assert make_practice(corporaties=["b", "a"], partners=["c"]).actors == ("b", "a", "c")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"start": "2015", "eind": "2018"}, (2015, 2018)),
        ({"start": "2015", "eind": "lopend"}, (2015, "lopend")),
        ({"start": "2015"}, (2015, None)),
        ("proef van twee jaar", "proef van twee jaar"),
        ("2015", "2015"),
    ],
)
def test_a_period_is_years_or_free_text(written, read):
    period = make_practice(periode=written).period

    assert ((period.start, period.end) if isinstance(period, Period) else period) == read


@pytest.mark.parametrize(
    "written",
    [
        {"eind": "2018"},
        {"start": "voorjaar"},
        {"start": "1850"},
        {"start": "2015", "eind": "nu"},
        {"start": "2015", "eind": "1899"},
        {"start": "2015", "eind": "2015-06"},
        {"start": "2015", "duur": "lang"},
        ["2015", "2018"],
        "",
    ],
)
def test_other_periods_are_refused(written):
    with pytest.raises(ValidationError):
        make_practice(periode=written)


def test_evidence_ranks_from_described_to_studied():
    assert [(level.value, level.rank) for level in EvidenceLevel] == [
        ("beschreven", 1),
        ("gemeten", 2),
        ("vergeleken", 3),
        ("herhaald", 4),
        ("onderzocht", 5),
    ]
    assert all(level.label and level.meaning for level in EvidenceLevel)


@pytest.mark.parametrize(
    ("scale", "first"), [(scale, 0 if scale.__name__ == "CostClass" else 1) for scale in Scale.__subclasses__()]
)
def test_scales_are_consecutive_numbers(scale, first):
    steps = list(scale)

    assert [step.step for step in steps] == list(range(first, first + len(steps)))
    assert len({step.label for step in steps}) == len(steps)
