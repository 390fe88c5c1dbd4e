"""Dates as exact as editors know them: a day, a month or a year, and the years of which a period surely tells."""

import datetime
import re
from typing import NamedTuple

_PARTIAL_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)


def parse_partial_date(text: str) -> tuple[int, int | None, int | None]:
    """Return year, month and day of ``2018``, ``2018-01`` or ``2018-01-31``; what is unknown is ``None``.

    Raises:
        ValueError: the text has another form, or the date does not exist.
    """
    match = _PARTIAL_DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    assert year is not None
    datetime.date(year, 1 if month is None else month, 1 if day is None else day)
    return year, month, day


class KnownYears(NamedTuple):
    """Years in which something surely ran, from ``first`` to ``last``.

    Whether it began in the first of them, and whether it ended in the last or still runs then, may not be known.
    """

    first: int
    last: int
    is_start_known: bool
    is_end_known: bool


_MONTHS = "februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_LATER = rf"(?:medio|half|eind|(?:voor|na)jaar|lente|zomer|herfst|tweede helft|(?:[0-9]{{1,2}} )?(?:{_MONTHS})) "
_PART = rf"(?:begin |eerste helft |(?:[0-9]{{1,2}} )?januari |{_LATER})?"
_YEAR = r"(?:19|20)[0-9]{2}"
_FIRST, _LAST = rf"(?P<first>{_YEAR})", rf"(?P<last>{_YEAR})"
_UNTIL = rf"tot (?:en met {_PART}|{_LATER}){_LAST}"  # “tot 2018” and “tot januari 2018” may end the year before
_SOME_YEARS = r"\w+ jaar"

_FORMS = {
    # 2013 · tweede helft 2021
    rf"{_PART}{_FIRST}": (True, True),
    # voorjaar 2018, proef van twee jaar
    rf"{_PART}{_FIRST}, proef van {_SOME_YEARS}": (True, False),
    # voorjaar 2024 tot zomer 2024 · eind 2022 tot juni 2023
    rf"{_PART}{_FIRST} {_UNTIL}": (True, True),
    # vanaf begin 2018 · vanaf 1 januari 2015 · vanaf 2021, minimaal drie jaar
    rf"(?:vanaf|sinds) {_PART}{_FIRST}(?:, minimaal {_SOME_YEARS})?": (True, False),
    # proef van twee jaar vanaf eind 2021
    rf"proef van {_SOME_YEARS} vanaf {_PART}{_FIRST}": (True, False),
    # gestart in mei 2009, geëvalueerd in 2013: it may have ended before the evaluation
    rf"gestart in {_PART}{_FIRST}(?:, geëvalueerd in {_PART}{_YEAR})?": (True, False),
    # start 2017, oplevering voorjaar 2018, looptijd 11 jaar
    rf"start {_PART}{_FIRST}, oplevering {_PART}{_LAST}(?:, looptijd {_SOME_YEARS})?": (True, False),
    # vanaf 2009 stadsbreed · bewoond sinds januari 2021: it was there in another form before
    rf"vanaf {_PART}{_FIRST} stadsbreed": (False, False),
    rf"bewoond sinds {_PART}{_FIRST}": (False, False),
    # tot en met 2022 · proef tot 1 juli 2019 · proef, verlengd tot juli 2022
    rf"(?:proef |proef, verlengd )?{_UNTIL}": (False, True),
    # veertiende editie in 2019 · proef van twee jaar, vervolg in 2017
    rf"\w+ editie in {_FIRST}": (False, False),
    rf"proef van {_SOME_YEARS}, vervolg in {_FIRST}": (False, False),
    # convenant uit 2023 voor drie jaar; het project liep toen al tien jaar
    rf"convenant uit {_FIRST} voor {_SOME_YEARS}(?:; het project liep toen al {_SOME_YEARS})?": (False, False),
}
"""Forms with an example of each, and whether start and end are known.

What has none of these forms (``september 2024 (gepland)``) tells of no year.
"""


def read_period_text(text: str) -> KnownYears | None:
    """Return the years of a period in words, ``None`` when it has no form that we know."""
    for pattern, are_known in _FORMS.items():
        match = re.fullmatch(pattern, text.strip(), re.IGNORECASE)
        if match:
            years = [int(year) for year in match.groupdict().values()]
            if years[0] > years[-1]:
                return None
            return KnownYears(years[0], years[-1], *are_known)
    return None
