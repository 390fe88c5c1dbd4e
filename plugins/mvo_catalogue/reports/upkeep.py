"""An overview for maintainers: what is due for review, what is missing, and how many there are of everything."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import RESULTS, Practice
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.domain.reviews import Review, find_reviews
from mvo_catalogue.domain.values import EvidenceLevel
from mvo_catalogue.schema.tree import build_schema

QUARTER = datetime.timedelta(days=92)
MOST_SHOWN = 10


@dataclass(frozen=True)
class Upkeep:
    """The state of a catalogue on a day.

    ``due`` holds what is stale ``until`` then, the longest first; ``gaps`` the files that lack something, by what they
    lack. ``counts`` has numbers by what is counted, in groups; ``by_topic`` how many practices of each level a
    theme has.
    """

    today: datetime.date
    until: datetime.date
    due: Sequence[Review]
    gaps: Mapping[str, Sequence[str]]
    counts: Mapping[str, Mapping[str, int]]
    by_topic: Mapping[str, Mapping[str, int]]


def build_upkeep(catalogue: Catalogue, today: datetime.date) -> Upkeep:
    """Return what is due in the three months from ``today`` on, with counts; drafts are only counted."""
    published, until = catalogue.published(), today + QUARTER
    practices, partners = list(published.practices.values()), list(published.partners.values())
    reviews = chain.from_iterable(map(find_reviews, (*practices, *partners)))
    gaps = {
        "Praktijken zonder resultaten": [one.path for one in practices if not one.body.section(RESULTS)],
        "Praktijken zonder bron met een datum": [
            one.path for one in practices if not any(source.date for source in one.sources)
        ],
        "Praktijken zonder contact": [one.path for one in practices if not one.contact],
        "Organisaties zonder bron": [one.path for one in partners if not one.sources],
        "Organisaties zonder website": [one.path for one in partners if not one.website],
    }
    return Upkeep(
        today,
        until,
        sorted((one for one in reviews if one.stale_from <= until), key=lambda one: (one.stale_from, one)),
        gaps,
        _count(catalogue, published, practices),
        {
            topic.name: _count_levels(practice for practice in practices if topic.slug in practice.topics)
            for topic in published.topics.values()
        },
    )


def _count(catalogue: Catalogue, published: Catalogue, practices: Sequence[Practice]) -> dict[str, dict[str, int]]:
    sources = list(chain.from_iterable(practice.sources for practice in practices))
    optional = [field for field in build_schema(PRACTICES).fields if not field.is_required and field.default is None]
    return {
        "Aantallen": {
            "praktijken": len(practices),
            "concepten": len(catalogue.practices) - len(practices),
            "organisaties": len(published.partners),
            "thema’s": len(published.topics),
            "praktijken met resultaten": sum(one.body.section(RESULTS) is not None for one in practices),
            "bronnen": len(sources),
            "bronnen met een datum": sum(source.date is not None for source in sources),
        },
        "Praktijken per onderbouwing": _count_levels(practices),
        "Praktijken met een veld dat leeg mag blijven": {
            field.key: sum(getattr(one, field.name) not in (None, ()) for one in practices) for field in optional
        },
    }


def _count_levels(practices: Iterable[Practice]) -> dict[str, int]:
    found = Counter(practice.evidence for practice in practices)
    return {str(level): found[level] for level in EvidenceLevel}


def upkeep_lines(upkeep: Upkeep, *, shows_all: bool) -> Iterator[str]:
    """Yield the lines of the overview for people; of a long list the first few, unless ``shows_all``."""
    due = [f"{one.stale_from}  {one.file}  ({one.key}: {one.reviewed_on})" for one in upkeep.due]
    yield from _list(f"Oud, of oud binnen drie maanden (tot en met {upkeep.until})", due, shows_all)
    for title, files in upkeep.gaps.items():
        yield from _list(title, files, shows_all)
    for title, counts in upkeep.counts.items():
        yield f"{title}:"
        yield from (f"  {count:>5}  {name}" for name, count in counts.items())
        yield ""
    names = [str(level) for level in EvidenceLevel]
    yield f"Praktijken per thema en onderbouwing ({', '.join(names)}):"
    for topic, counts in upkeep.by_topic.items():
        yield "  " + "".join(f"{counts[name]:>5}" for name in names) + f"  {topic}"


def _list(title: str, items: Sequence[str], shows_all: bool) -> Iterator[str]:
    shown = items if shows_all else items[:MOST_SHOWN]
    yield f"{title}: {len(items)}"
    yield from (f"  {item}" for item in shown)
    if len(shown) < len(items):
        yield f"  … en nog {len(items) - len(shown)} (toon ze met --alles)"
    yield ""
