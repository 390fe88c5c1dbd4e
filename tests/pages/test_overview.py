"""The charts: what they count, and which search shows the same."""

import pytest

from mvo_catalogue.domain.catalogue import count_values
from mvo_catalogue.pages.cards import Cards
from mvo_catalogue.pages.overview import (
    RECENT_YEARS,
    STEPS,
    build_evidence_matrix,
    build_kind_matrix,
    build_province_map,
    build_timeline,
    count_years,
    shade,
)
from tests.factories import make_catalogue, make_partner, make_practice, make_topic

CATALOGUE = make_catalogue(
    [
        make_practice("een", themas=["wonen", "leren"], partners=["bouw", "brood"], onderbouwing="gemeten"),
        make_practice("twee", partners=["brood", "school"]),
        make_practice("drie"),
    ],
    [
        make_partner(),
        make_partner("bouw", soort="bouwbedrijf"),
        make_partner("brood", soort="bouwbedrijf"),
        make_partner("school", soort="onderwijs"),
        make_partner("stil", soort="fonds"),
    ],
    [make_topic(), make_topic("leren"), make_topic("leeg")],
)


def cards(catalogue):
    """Return the topics in the order of the site."""
    return [card for group in Cards(catalogue).pillars.values() for card in group]


def numbers(matrix):
    """Return the counts of a matrix by the name of the row."""
    return {topic.name: [cell.count for cell in cells] for topic, cells in matrix.rows}


def run(slug, start, end=None, **values):
    """Return a practice that ran in these years."""
    return make_practice(slug, periode={"start": str(start)} | ({"eind": str(end)} if end else {}), **values)


def test_a_practice_counts_once_for_a_value():
    """Also with two partners of one kind."""
    practices = CATALOGUE.practices.values()
    kinds = count_values(practices, lambda practice: [CATALOGUE.partners[slug].kind for slug in practice.partners])

    assert kinds == {"bouwbedrijf": 2, "onderwijs": 1}


def test_the_first_matrix_has_topics_and_evidence():
    """Empty rows and columns too."""
    matrix = build_evidence_matrix(CATALOGUE, cards(CATALOGUE))

    assert matrix.columns == ["Beschreven", "Gemeten", "Vergeleken", "Herhaald", "Onderzocht"]
    assert numbers(matrix) == {"Leeg": [0, 0, 0, 0, 0], "Leren": [0, 1, 0, 0, 0], "Wonen": [2, 1, 0, 0, 0]}


def test_the_second_matrix_has_topics_and_kinds_of_partner():
    """The most frequent kind first; unused kinds are left out."""
    matrix = build_kind_matrix(CATALOGUE, cards(CATALOGUE))

    assert matrix.columns == ["Bouwbedrijf", "Onderwijs"]
    assert numbers(matrix) == {"Leeg": [0, 0], "Leren": [1, 0], "Wonen": [2, 1]}


def test_a_cell_links_to_its_search():
    """An empty cell has no link; a row links to its topic."""
    [_, (_, learning), (topic, housing)] = build_evidence_matrix(CATALOGUE, cards(CATALOGUE)).rows

    assert topic.path == "/themas/wonen/"
    assert housing[0].path == "/praktijken/?thema=wonen&onderbouwing=beschreven"
    assert learning[0].path == ""
    _, by_kind = build_kind_matrix(CATALOGUE, cards(CATALOGUE)).rows[2]
    assert by_kind[1].path == "/praktijken/?thema=wonen&soort=onderwijs"


def test_shades_grow_with_the_count():
    """Zero has none, the smallest count the lightest, the largest the darkest."""
    assert [shade(count, 100) for count in (0, 1, 6, 7, 25, 26, 57, 100)] == [0, 1, 1, 2, 2, 3, 4, STEPS]
    assert shade(0, 0) == 0


def test_practices_are_counted_per_province():
    """The whole country, and no province, are separate."""
    chart = build_province_map(
        [
            make_practice("a", provincies=["drenthe", "utrecht"]),
            make_practice("b", provincies=["utrecht"]),
            make_practice("c", provincies=["landelijk"]),
            make_practice("d"),
        ]
    )
    found = dict(chart.provinces)

    assert len(found) == 12
    assert (found["utrecht"].count, found["drenthe"].count, found["zeeland"].count) == (2, 1, 0)
    assert found["utrecht"].path == "/praktijken/?provincie=utrecht"
    assert (found["zeeland"].path, found["zeeland"].shade) == ("", 0)
    assert (chart.nationwide.count, chart.nationwide.path) == (1, "/praktijken/?provincie=landelijk")
    assert chart.unknown == 1


def test_the_timeline_counts_running_and_started_practices_per_year():
    """Years without any too."""
    practices = [run("a", 2018, 2020), run("b", 2018), run("c", 2022, 2022), make_practice("d")]

    assert count_years(practices, 2026) == [
        ("2018", "/praktijken/?jaar=2018", 2, 2),
        ("2019", "/praktijken/?jaar=2019", 1, 0),
        ("2020", "/praktijken/?jaar=2020", 1, 0),
        ("2021", "", 0, 0),
        ("2022", "/praktijken/?jaar=2022", 1, 1),
    ]


def test_an_unknown_start_is_not_counted_as_started():
    """Periods in words count as far as they are known."""
    practices = [
        make_practice("a", periode="vanaf medio 2018"),
        make_practice("b", periode="proef tot 1 juli 2018"),
        make_practice("c", periode="2018 (gepland)"),
    ]

    assert count_years(practices, 2018) == [("2018", "/praktijken/?jaar=2018", 2, 1)]
    assert len(build_timeline(practices, 2018).unplaced) == 1


def test_the_timeline_groups_early_and_late_years():
    """A practice counts once in a group."""
    practices = [run("a", 1900, 1950), run("b", 1950), run("c", 2025, 2025), run("d", 2030, 2099)]
    first, *recent, last = count_years(practices, 2026)

    assert (first.label, first.ran, first.started) == ("1900–2006", 2, 2)
    assert first.path == "/praktijken/?" + "&".join(f"jaar={year}" for year in range(1900, 1951))
    assert [year.label for year in recent] == [str(year) for year in range(2007, 2027)]
    assert len(recent) == RECENT_YEARS
    assert (last.label, last.ran, last.started) == ("2027–2099", 1, 1)


@pytest.mark.parametrize(
    ("years", "spans"),
    [([], []), ([1990], ["1990"]), ([2030], ["2030"]), ([1990, 2030], ["1990–2006", "2027–2030"])],
)
def test_a_timeline_without_recent_years_has_its_groups(years, spans):
    counts = count_years([run(f"p{year}", year) for year in years], 2026)

    assert [count.label for count in counts if count.ran] == spans


def test_a_bar_links_to_a_search_for_its_years():
    """The newest first; a group links to all of its years."""
    timeline = build_timeline([run("a", 1990, 1991), run("b", 2018), run("c", 2018, 2018)], 2026)
    newest, oldest = timeline.bars[0], timeline.bars[-1]

    assert (newest.label, newest.ran, newest.started) == ("2018", 2, 2)
    assert newest.path == "/praktijken/?jaar=2018"
    assert (oldest.label, oldest.ran, oldest.path) == ("1990–2006", 1, "/praktijken/?jaar=1990&jaar=1991")
    assert {bar.path for bar in timeline.bars if not bar.ran} == {""}


def test_periods_without_years_are_listed():
    """Practices without a period are counted."""
    words = [make_practice(f"p{number:03}", periode="in het voorjaar") for number in range(35)]
    timeline = build_timeline([*words, make_practice("x"), make_practice("y")], 2026)

    assert timeline.bars == []
    assert (len(timeline.unplaced), timeline.unknown) == (35, 2)
    assert (timeline.unplaced[0].title, timeline.unplaced[0].period) == ("Praktijk p000", "in het voorjaar")


def test_an_empty_catalogue_has_empty_charts():
    empty = make_catalogue()

    assert numbers(build_evidence_matrix(empty, cards(empty))) == {"Wonen": [0, 0, 0, 0, 0]}
    assert build_kind_matrix(empty, cards(empty)).columns == []
    assert build_province_map([]).unknown == 0
    assert build_timeline([], 2026).bars == []
