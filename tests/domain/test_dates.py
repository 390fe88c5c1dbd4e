"""Partial dates, and the years in a period in words."""

import pytest

from mvo_catalogue.domain.dates import KnownYears, parse_partial_date, read_period_text
from tests.factories import make_practice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018", (2018, None, None)),
        ("2018-01", (2018, 1, None)),
        ("2018-01-31", (2018, 1, 31)),
        ("2024-02-29", (2024, 2, 29)),
        ("0001", (1, None, None)),
    ],
)
def test_a_date_is_as_precise_as_its_source(text, expected):
    assert parse_partial_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0000",
        "18",
        "20188",
        "2018-1",
        "2018-00",
        "2018-13",
        "2023-02-29",
        "2018-04-31",
        "2018-01-00",
        "2018-1-31",
        "2018-01-31T00:00",
        "2018-01-",
        "januari 2018",
        "2018/01",
        " 2018",
        "2018\n",
        "٢٠١٨",
        "-2018",
    ],
)
def test_invalid_dates_are_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  # the message is not for people
        parse_partial_date(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2013", (2013, 2013, True, True)),
        ("tweede helft 2021", (2021, 2021, True, True)),
        ("voorjaar 2018, proef van twee jaar", (2018, 2018, True, False)),
        ("voorjaar 2024 tot zomer 2024", (2024, 2024, True, True)),
        ("eind 2022 tot juni 2023", (2022, 2023, True, True)),
        ("2016 tot en met 2018", (2016, 2018, True, True)),
        ("vanaf begin 2018", (2018, 2018, True, False)),
        ("Vanaf 1 januari 2015", (2015, 2015, True, False)),
        ("vanaf eind 2019", (2019, 2019, True, False)),
        ("sinds oktober 2024", (2024, 2024, True, False)),
        ("vanaf 2021, minimaal drie jaar", (2021, 2021, True, False)),
        ("proef van twee jaar vanaf eind 2021", (2021, 2021, True, False)),
        ("gestart in mei 2009, geëvalueerd in 2013", (2009, 2009, True, False)),
        ("start 2017, oplevering voorjaar 2018, looptijd 11 jaar", (2017, 2018, True, False)),
        ("vanaf 2009 stadsbreed", (2009, 2009, False, False)),
        ("bewoond sinds januari 2021", (2021, 2021, False, False)),
        ("tot en met 2022", (2022, 2022, False, True)),
        ("proef tot 1 juli 2019", (2019, 2019, False, True)),
        ("proef, verlengd tot juli 2022", (2022, 2022, False, True)),
        ("veertiende editie in 2019", (2019, 2019, False, False)),
        ("proef van twee jaar, vervolg in 2017", (2017, 2017, False, False)),
        ("convenant uit 2023 voor drie jaar; het project liep toen al tien jaar", (2023, 2023, False, False)),
    ],
)
def test_a_known_phrase_gives_its_certain_years(text, years):
    """And whether they are the first and the last."""
    assert read_period_text(text) == KnownYears(*years)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NLdoet, 15 en 16 maart (jaar niet vermeld)",
        "september 2024–oktober 2025 (gepland)",
        "vanaf 2019, niet doorgegaan",
        "2016 tot 2018",
        "2016 tot 1 januari 2018",
        "2018 tot en met 2016",
        "een plan uit 2020",
        "proef van twee jaar",
    ],
)
def test_an_unknown_phrase_gives_no_years(text):
    """Nor does a plan, or a year that may not count."""
    assert read_period_text(text) is None


@pytest.mark.parametrize(
    ("period", "years"),
    [
        (None, None),
        ({"start": "2015", "eind": "2018"}, (2015, 2018, True, True)),
        ({"start": "2015"}, (2015, 2015, True, False)),
        ({"start": "2015", "eind": "lopend"}, (2015, 2026, True, True)),
        ("vanaf medio 2021", (2021, 2021, True, False)),
        ("ooit", None),
    ],
)
def test_a_practice_has_its_certain_years(period, years):
    """From years or from words; a running one until its last review."""
    practice = make_practice(periode=period)
    assert practice.known_years == (years and KnownYears(*years))
    assert list(practice.years) == (list(range(years[0], years[1] + 1)) if years else [])
