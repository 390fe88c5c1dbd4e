"""Practices: order, age and the values that are more than text."""

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
def test_years_are_those_in_which_it_surely_ran(period, years):
    """Only words of a known form count; no end is made up, and what runs did so when it was checked."""
    assert list(make_practice(periode=period, gecontroleerd="2026-11-20").years) == years


def test_a_review_says_what_was_checked_or_only_when():
    """A day alone means that the source was read."""
    plain = make_practice(gecontroleerd="2026-11-20")
    stated = make_practice(gecontroleerd={"op": "2026-11-20", "wat": "link-werkt"})
    assert plain.reviewed_on == stated.reviewed_on == datetime.date(2026, 11, 20)
    assert (plain.review_kind, stated.review_kind) == (ReviewKind.READ, ReviewKind.LINK_WORKS)


def test_a_step_stands_alone_or_beside_words():
    """Either way it can be searched by; words alone give none."""
    forms = ("2", {"klasse": "2", "toelichting": "Drie medewerkers."}, {"toelichting": "Drie medewerkers."}, None)
    assert [make_practice(inzet=form).effort for form in forms] == [Effort.UP_TO_160, Effort.UP_TO_160, None, None]


def test_what_is_said_is_old_when_the_newest_source_is():
    """After three whole calendar years; without a dated source nobody can say."""

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
    """Each point, and each paragraph outside one, counts once, in digits or words; years and addresses do not."""
    assert make_practice(body=results(*points)).counted_results == counted
    assert make_practice().counted_results == 0


def source(publisher, date=None):
    """Return a source of a publisher."""
    return {"titel": f"Bericht van {publisher}", "uitgever": publisher} | ({"datum": date} if date else {})


def test_among_equals_the_best_known_comes_first():
    """Results with a figure, then publishers, then the latest source, then the newest; the name settles the rest."""
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


def test_the_level_of_evidence_comes_first():
    """Evidence decides, then the newest, then the slug."""
    described = make_practice("a", onderbouwing="beschreven", gepubliceerd="2026-11-20")
    old = make_practice("b", onderbouwing="gemeten", gepubliceerd="2026-11-01")
    new = make_practice("c", onderbouwing="gemeten", gepubliceerd="2026-11-10")
    also_new = make_practice("d", onderbouwing="gemeten", gepubliceerd="2026-11-10")

    assert sorted([also_new, described, old, new], key=best_known_first) == [new, also_new, old, described]
    assert sorted([also_new, described, old, new], key=newest_first) == [described, new, also_new, old]


def test_actors_are_associations_and_partners():
    """Everybody with a page who took part, associations first."""
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
    """Both forms of a period are kept as they were meant."""
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
    """A period of another form is never guessed at."""
    with pytest.raises(ValidationError):
        make_practice(periode=written)


def test_evidence_ranks_from_described_to_studied():
    """The five levels count from weak to strong and equal their keys."""
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
def test_scales_count_upwards(scale, first):
    """The keys of a scale are consecutive numbers, each with its own words."""
    steps = list(scale)

    assert [step.step for step in steps] == list(range(first, first + len(steps)))
    assert len({step.label for step in steps}) == len(steps)
