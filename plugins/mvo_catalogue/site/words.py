"""Numbers, dates, lists and values as Dutch text."""

import datetime
import re
from collections.abc import Iterable, Sequence
from functools import cache

from babel.dates import format_date

from mvo_catalogue.domain.dates import parse_partial_date
from mvo_catalogue.domain.entries import ONGOING, Costs, Estimate, Period, Study
from mvo_catalogue.domain.names import unaccented
from mvo_catalogue.domain.values import Difficulty, LeadTime, Payer, Scale
from mvo_catalogue.reading.prose import split_sentences
from mvo_catalogue.texts import load_texts

_LOCALE = "nl"


def fold(text: str) -> str:
    """Return a text without capitals and accents."""
    return unaccented(text).casefold()


@cache
def long_date(value: datetime.date | str) -> str:
    """Return ``21 november 2026``, ``januari 2018`` or ``2018``, depending on the precision of the date."""
    if isinstance(value, datetime.date):
        return format_date(value, "d MMMM y", _LOCALE)
    year, month, day = parse_partial_date(value)
    if day is not None:
        return format_date(datetime.date(year, month or 1, day), "d MMMM y", _LOCALE)
    if month is not None:
        return format_date(datetime.date(year, month, 1), "MMMM y", _LOCALE)
    return str(year)


def join_words(words: Iterable[str], last: str = "en") -> str:
    """Return ``a``, ``a en b`` or ``a, b en c``; ``last`` is the conjunction.

    If an item contains a comma, ``en`` or ``of``, semicolons separate the items: ``a of b; c``.
    """
    listed: Sequence[str] = list(words)
    if any(joint in word for word in listed for joint in (",", " en ", " of ")):
        return "; ".join(listed)
    return f" {last} ".join(filter(None, [", ".join(listed[:-1]), *listed[-1:]]))


def list_mark(words: Iterable[str]) -> str:
    """Return the separator of a list: ``, ``, or ``; `` when an item contains a comma."""
    return "; " if any("," in word for word in words) else ", "


def join_names(names: Iterable[str]) -> str:
    """Return names as one phrase: ``Huurders en mensen met schulden``; only the first keeps its capital.

    A name that begins with an abbreviation (``PSO``, ``CO2``) is left as it is.
    """
    listed = list(names)
    return join_words([*listed[:1], *(without_capital(name) for name in listed[1:])])


def without_capital(name: str) -> str:
    """Return a name without its capital, for inside a sentence; an abbreviation at its start is left as it is."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def with_article(name: str) -> str:
    """Return the name of an organisation for inside a sentence: ``de politie`` for ``Politie``."""
    first, space, rest = name.partition(" ")
    return load_texts("articles", dict[str, str]).get(first, first) + space + rest


def with_capital(text: str) -> str:
    """Return a text with a capital, for the beginning of a sentence; ``één`` becomes ``Eén``."""
    first = "E" if text.startswith("éé") else text[:1].upper()
    return first + text[1:]


def period_words(period: Period | str | None) -> str:
    """Return a period as text: ``2015 tot en met 2018``, ``2016``, ``vanaf 2016``, ``sinds 2016, loopt nu``."""
    if period is None or isinstance(period, str):
        return period or ""
    if period.end is None:
        return f"vanaf {period.start}"
    if period.end == ONGOING:
        return f"sinds {period.start}, loopt nu"
    return str(period.start) if period.end == period.start else f"{period.start} tot en met {period.end}"


def scale_words(value: Scale | None) -> str:
    """Return a step on a scale as text with its number: ``40 tot 160 uur (2 van 5)``, or ``""`` when unknown.

    Without number for scales on which more is neither better nor worse.
    """
    if value is None or isinstance(value, Difficulty | LeadTime):
        return value.label if value else ""
    return f"{value.label} ({value.step} van {max(step.step for step in type(value))})"


def estimate_words(estimate: Estimate) -> str:
    """Return a step and its explanation as text, or ``""`` when unknown."""
    if estimate is None or isinstance(estimate, Scale):
        return scale_words(estimate)
    return _sentences(scale_words(estimate.step), (estimate.explanation or "").rstrip("."))


def study_words(study: Study) -> str:
    """Return the design, the author and the size of a study as text."""
    by = without_capital(study.by.label) if study.by else ""
    return ", ".join(filter(None, (study.design.label, by, study.size)))


_WHOLE = re.compile(r"^(?:\d|het |de |een |hele |alle |ruim |ongeveer )|samen|,")
"""What a unit of costs begins with or has in it that is no single thing: an amount is for it, not per it."""


def cost_words(costs: Costs | None) -> str:
    """Return the cost class as text, or ``""`` when unknown."""
    if costs is None or costs.cost_class is None:
        return ""
    return _sentences(scale_words(costs.cost_class), "" if costs.explanation else _price_level(costs))


def money_words(costs: Costs | None) -> str:
    """Return what a source says about money, or ``""``; it does not always say who paid, or for what."""
    if costs is None or not costs.explanation:
        return ""
    payer = f"geld van {without_capital(costs.payer.label)}" if costs.payer else ""
    if costs.payer is Payer.SUBSIDY:
        payer = without_capital(costs.payer.label)
    unit = costs.unit or ""
    if set(re.findall(r"\w{4,}", unit)) <= set(re.findall(r"\w{4,}", costs.explanation)):
        unit = ""  # is said already
    amount = f"bedrag {'voor' if _WHOLE.search(unit) else 'per'} {unit}" if unit else ""
    return _sentences(costs.explanation.rstrip("."), ", ".join(filter(None, (payer, amount, _price_level(costs)))))


def short_cost_words(costs: Costs | None) -> str:
    """Return in a few words what it cost: the class, or else the first sentence of what a source says about money."""
    if costs is None or costs.cost_class or not costs.explanation:
        return with_capital(costs.cost_class.label) if costs and costs.cost_class else ""
    first = next(sentence for _, sentence in split_sentences(costs.explanation))
    return first.rstrip(".")


def _price_level(costs: Costs) -> str:
    return f"prijspeil {costs.price_level}" if costs.price_level else ""


def _sentences(*parts: str) -> str:
    return ". ".join(with_capital(part) for part in parts if part)
