"""evidence-without-proof, stopped-without-lessons, source-without-archive and no-actor: what an entry must show.

And period-order, review-date, impossible-date, phase-mismatch and stale-review: days that make sense, and are not too
long ago.

From ``gemeten`` up there is a section "Resultaten"; for ``gemeten``, ``vergeleken`` and ``herhaald`` it holds a
figure (in digits or words); ``herhaald`` has two adoptions by others; ``onderzocht`` has a source of
``soort: onderzoek``. Whether a figure is an outcome, or only the size of a project, no program can tell: that is left
to the reviewer, and said in the explanation.
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from mvo_catalogue.domain.dates import parse_partial_date
from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.entries import LESSONS, ONGOING, RESULTS, News, Partner, Period, Practice
from mvo_catalogue.domain.model import ValuePath
from mvo_catalogue.domain.patterns import FIGURE
from mvo_catalogue.domain.reviews import find_reviews, months_between
from mvo_catalogue.domain.values import EvidenceLevel, Phase, SourceKind
from mvo_catalogue.validation.context import DatedEntry, EntryFile

COUNTED = (EvidenceLevel.MEASURED, EvidenceLevel.COMPARED, EvidenceLevel.REPEATED)
LEAST_ADOPTIONS = 2
FIRST_YEAR = 1800
"""Housing associations, and all that is written about them, are younger."""

DIGITS, YEAR = re.compile(r"[0-9][0-9.,]*"), re.compile(r"(?:19|20)[0-9][0-9]")
"""A number in digits with its separators and suffix; and a year."""

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_PEOPLE = "bewoners|deelnemers|gezinnen|huishoudens|huurders|jongeren|leerlingen|medewerkers|ouderen|vrijwilligers"
_UNLIKELY = {
    "part": re.compile(rf"\b({_NUMBER}) van de ({_NUMBER})(?![\d%]|[.,]\d| procent| \d{{3}}\b)"),
    "percentage": re.compile(
        rf"\b(?:10[1-9]|1[1-9]\d|[2-9]\d\d)(?:,\d+)? ?(?:%|procent) van (?:de|alle) (?:{_PEOPLE})\b", re.IGNORECASE
    ),
    "amount": re.compile(r"(?:€|EUR) ?\d{1,3}(?:,\d{3})+(?:\.\d\d)?(?!\d)"),
}
"""Impossible numbers, and numbers in English notation, by the message for each."""
_WHEN = re.compile(r"\b(?:in|sinds|vanaf|eind|begin) ((?:19|20)\d\d)\b", re.IGNORECASE)

_EXPECTED = re.compile(
    r"(?:\w+ ){0,4}(?:hoopt|hopen|verwacht|verwachten)\b|naar verwachting\b"
    r"|(?:\w+ )?(?:ambitie|bedoeling|doel|streven|verwachting) is\b",
    re.IGNORECASE,
)
"""How a sentence about a hope or a goal begins."""

_LASTING = re.compile(
    r"https?://(?:[^/]+\.)?(?:archive\.(?:org|is|ph|today)|doi\.org|hdl\.handle\.net|archiefweb\.eu)/", re.IGNORECASE
)
"""Addresses of archives, and persistent identifiers."""
_KEPT = re.compile(r"https?://web\.archive\.org/web/([^/]+)/(https?://.*)")
"""A copy: of when, and of what."""


def check_evidence(file: EntryFile, practice: Practice) -> Iterator[Diagnostic]:
    """Yield an error for everything that the level of evidence requires and the entry lacks."""
    level, results = practice.evidence, file.section(RESULTS)
    others = {adoption.association for adoption in practice.adoptions}.difference(practice.associations)
    missing = []
    needs_results = results is None and (level is not EvidenceLevel.DESCRIBED or practice.outcome)
    line = file.near_headings.get(RESULTS, 0) if needs_results else 0
    if line and (line not in file.markdown.anchors.values() or line in file.longer.values()):  # others are reported
        matter = "in-code" if file.lines[line - 1].rstrip() == f"## {RESULTS}" else "nearly"
        yield from file.diagnose.place("missing-section", (line, 1), matter, heading=RESULTS)
    if level is not EvidenceLevel.DESCRIBED and results is None and RESULTS not in file.near_headings:
        missing.append("no-results")
    elif level in COUNTED and results is not None and not FIGURE.search(results.text):
        missing.append("no-figure")
    if level is EvidenceLevel.REPEATED and len(others) < LEAST_ADOPTIONS and file.knows("overgenomen", "corporaties"):
        missing.append("few-adoptions")
    is_studied = any(source.kind is SourceKind.STUDY for source in practice.sources)
    if level is EvidenceLevel.STUDIED and not is_studied and file.knows("bronnen"):
        missing.append("no-study")
    if level is EvidenceLevel.STUDIED and practice.study is None and file.knows("onderzoek"):
        missing.append("no-design")
    for matter in missing:
        slots = {"level": level, "heading": RESULTS, "least": LEAST_ADOPTIONS}
        yield from file.diagnose.value("evidence-without-proof", ("onderbouwing",), matter, **slots)


def check_figures(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a warning for every impossible number."""
    for matter, pattern in _UNLIKELY.items():
        for match in file.find(pattern):
            if matter != "part" or int(match[1].replace(".", "")) > int(match[2].replace(".", "")):
                yield from file.diagnose.place("unlikely-number", file.place(match.start()), matter, found=match[0])


def check_materials(file: EntryFile, practice: Practice) -> Iterator[Diagnostic]:
    """Yield an error for a material with neither a file nor an address, or with both."""
    for index, material in enumerate(practice.materials):
        if (material.file is None) == (material.url is None):
            yield from file.diagnose.value("attached-file", ("materialen", index, "titel"), "no-place")


def check_outcome(file: EntryFile, practice: Practice) -> Iterator[Diagnostic]:
    """Yield what is wrong with an outcome: it is only expected, or has no results, or none with its figures."""
    results = file.section(RESULTS)
    if practice.outcome is None or not file.knows("uitkomst"):
        return
    if _EXPECTED.match(practice.outcome):
        yield from file.diagnose.value("outcome-expected", ("uitkomst",))
    if results is None:
        is_said = practice.evidence is not EvidenceLevel.DESCRIBED and file.knows("onderbouwing")
        if RESULTS not in file.near_headings and not is_said:
            yield from file.diagnose.value("outcome-without-results", ("uitkomst",), "no-results", heading=RESULTS)
        return
    figures, known = _figures(practice.outcome), _figures(results.text)
    other = next(
        (found for found in _UNLIKELY["part"].finditer(practice.outcome) if not known.issuperset(found.groups())), None
    )
    if other:
        yield from file.diagnose.value(
            "outcome-without-results", ("uitkomst",), "other-part", heading=RESULTS, found=other[0]
        )
    elif figures and figures.isdisjoint(known):
        yield from file.diagnose.value("outcome-without-results", ("uitkomst",), "other-figures", heading=RESULTS)


def _figures(text: str) -> set[str]:
    """Return the numbers of a text in digits, as they are written, without years."""
    return {found.rstrip(".,") for found in DIGITS.findall(text) if not YEAR.fullmatch(found.rstrip(".,"))}


def check_lessons(file: EntryFile, practice: Practice) -> Iterator[Diagnostic]:
    """Yield an error when a stopped practice has no lessons."""
    if practice.phase is Phase.STOPPED and file.section(LESSONS) is None:
        yield from file.diagnose.value("stopped-without-lessons", ("fase",))


def check_actors(file: EntryFile, practice: Practice) -> Iterator[Diagnostic]:
    """Yield an error for a practice without any organisation."""
    if not practice.actors and file.knows("corporaties", "partners"):
        yield from file.diagnose.file("no-actor")


def check_archives(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a warning for every copy that is none, and one tip, at the first, for sources without an archived copy."""
    if not isinstance(file.entry, Practice | Partner):
        return
    online = [(index, source) for index, source in enumerate(file.entry.sources) if source.url]
    for index, source in online:
        if source.archive and (matter := _judge_copy(source.archive, str(source.url))):
            yield from file.diagnose.value("archive-copy", ("bronnen", index, "archief"), matter)
    without = [index for index, source in online if not source.archive and not _LASTING.match(source.url or "")]
    if without:
        yield from file.diagnose.value(
            "source-without-archive",
            ("bronnen", without[0], "url"),
            "the-only-one" if len(online) == 1 else "some",
            without=len(without),
            online=len(online),
        )


def _judge_copy(archive: str, address: str) -> str:
    """Return what is wrong with the address of an archived copy of another address, ``""`` if it is right."""
    kept = _KEPT.fullmatch(archive)
    if not kept and _KEPT.fullmatch(address):
        return "swapped"
    if "*" in kept[1] if kept else re.match(r"https?://web\.archive\.org(?:/|$)", archive):
        return "no-copy"
    copied, own = (urlsplit(one).netloc.removeprefix("www.") for one in (kept[2] if kept else archive, address))
    is_other = kept and copied.split(".")[-2:] != own.split(".")[-2:]
    return "other" if is_other else "itself" if not kept and copied == own else ""


def check_period(file: EntryFile, practice: Practice) -> Iterator[Diagnostic]:
    """Yield an error for an end before the start."""
    period = practice.period
    if isinstance(period, Period) and isinstance(period.end, int) and period.end < period.start:
        yield from file.diagnose.value("period-order", ("periode", "eind"), start=period.start, end=period.end)


def check_days(file: DatedEntry) -> Iterator[Diagnostic]:
    """Yield an error for each day of a practice or partner after today, and for a review before publication."""
    entry, reviews = file.entry, find_reviews(file.entry)
    days = [(review.path, review.reviewed_on) for review in reviews]
    if isinstance(entry, Practice):
        days.append((("gepubliceerd",), entry.published_on))
        if entry.reviewed_on < entry.published_on <= file.today and file.knows("gepubliceerd"):
            yield from file.diagnose.value("review-date", reviews[0].path, "too-early", published=entry.published_on)
    for path, day in days:
        if day > file.today:
            yield from file.diagnose.value("review-date", path, "in-future", day=day)


def check_dates(file: DatedEntry) -> Iterator[Diagnostic]:
    """Yield a warning for each date of a past event that is in the future, or impossibly far back."""
    entry, found = file.entry, list[tuple[ValuePath, str]]()
    if isinstance(entry, Practice | Partner):
        sources = enumerate(entry.sources) if file.knows("bronnen") else ()
        found += ((("bronnen", index, "datum"), source.date) for index, source in sources if source.date)
    if isinstance(entry, Practice):
        adopted = enumerate(entry.adoptions) if file.knows("overgenomen") else ()
        found += ((("overgenomen", index, "jaar"), str(item.year)) for index, item in adopted if item.year)
        if entry.costs and entry.costs.price_level:
            found.append((("kosten", "prijspeil"), str(entry.costs.price_level)))
        if entry.outcome and file.knows("uitkomst"):
            found += ((("uitkomst",), year) for year in _WHEN.findall(entry.outcome))
        if isinstance(entry.period, Period) and entry.phase is not Phase.IDEA:
            found.append((("periode", "start"), str(entry.period.start)))
    if isinstance(entry, News) and entry.date > file.today:
        yield from file.diagnose.value("impossible-date", ("datum",), "news", date=entry.date)
    for path, written in found:
        first_day = date(*(part or 1 for part in parse_partial_date(written)))
        if first_day > file.today or first_day.year < FIRST_YEAR:
            matter = "future" if first_day > file.today else "past"
            yield from file.diagnose.value("impossible-date", path, matter, date=written, first=FIRST_YEAR)


def check_phase(file: DatedEntry) -> Iterator[Diagnostic]:
    """Yield a warning for a phase of a practice that another field contradicts."""
    practice = file.entry
    if not isinstance(practice, Practice):
        return
    period = practice.period if isinstance(practice.period, Period) else None
    end = period.end if period else None
    is_over = practice.phase in (Phase.FINISHED, Phase.STOPPED)
    if not file.knows("fase", "periode", "onderbouwing") or practice.phase is None:
        return
    if is_over and (end == ONGOING or (isinstance(end, int) and end > file.today.year)):
        yield from file.diagnose.value("phase-mismatch", ("periode", "eind"), "over", phase=practice.phase, end=end)
    if practice.phase is Phase.RUNNING and period and isinstance(end, int) and period.start <= end < file.today.year:
        yield from file.diagnose.value("phase-mismatch", ("fase",), "running", end=end)
    if practice.phase is Phase.IDEA and practice.evidence in COUNTED:
        yield from file.diagnose.value("phase-mismatch", ("fase",), "idea", level=practice.evidence)


def check_age(file: DatedEntry) -> Iterator[Diagnostic]:
    """Yield a warning for each check that is too long ago."""
    for _, path, day, stale_from in find_reviews(file.entry):
        if stale_from <= file.today:
            yield from file.diagnose.value("stale-review", path, months=months_between(day, file.today))
