"""Former addresses and the current ones, and the addresses of removed entries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import (
    AREAS,
    ENTRY_KINDS,
    INSTRUMENTS,
    PARTNER_KINDS,
    PRACTICES,
    PROCESS_PHASES,
    REMOVED,
    TARGET_GROUPS,
    TOPICS,
)
from mvo_catalogue.domain.vocabulary import Removal
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site

_SEARCHED = {
    "soort": PARTNER_KINDS,
    "doelgroep": TARGET_GROUPS,
    "aanpak": INSTRUMENTS,
    "procesfase": PROCESS_PHASES,
    "gebied": AREAS,
}
"""The vocabularies whose values occur in the address of a search, by facet."""

Former = Mapping[str, tuple[str, ...]]
"""The former paths of each current path; one that ends in a slash includes everything below it."""


@dataclass(frozen=True, slots=True)
class RemovedEntry:
    """An entry that was taken down: the paths of its pages, its own page first, and the reason.

    ``files`` are the paths of its other files; ``replacement`` is the path that readers are sent to, or ``""``.
    """

    paths: tuple[str, ...]
    files: tuple[str, ...]
    reason: str
    explanation: str
    replacement: str
    title: str


def list_former(catalogue: Catalogue, site: Site) -> Former:
    """Return the former paths by current path, of what is published."""
    found: dict[str, list[str]] = {urls.PRACTICE_TABLE: [urls.FORMER_TABLE]}
    for kind in ENTRY_KINDS:
        for entry in catalogue.entries[kind].values():
            for slug in entry.former_slugs:
                for new, old in zip(_paths(kind, entry.slug, site), _paths(kind, slug, site), strict=True):
                    found.setdefault(new, []).append(old)
    for key, value in catalogue.vocabularies.get(PARTNER_KINDS, {}).items():
        for slug in value.former:
            for path in (urls.PARTNER_LIST, urls.ASSOCIATION_LIST):
                new, old = (urls.organisations_path(path, urls.KIND, name) for name in (key, slug))
                found.setdefault(new, []).append(old)
    return {new: tuple(old) for new, old in found.items()}


def former_paths(path: str, former: Former) -> Iterator[str]:
    """Yield the former paths of the page at a path, also by the path of which it is a part."""
    if not former:
        return
    pieces = path.split("/")
    starts = {path, *(f"{start}/" for start in accumulate(pieces[:-1], "{}/{}".format))}
    for start in sorted(starts & former.keys()):
        yield from (old + path.removeprefix(start) for old in former[start])


def build_former_values(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return, by facet, each former value with the current one (``oud=nieuw``)."""
    partners = catalogue.partners.values()
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {
        "thema": [(topic.slug, topic.former) for topic in catalogue.topics.values()],
        "partner": [(partner.slug, partner.former) for partner in partners if not partner.is_association],
        "corporatie": [(partner.slug, partner.former) for partner in partners if partner.is_association],
    }
    for name, vocabulary in _SEARCHED.items():
        values = catalogue.vocabularies.get(vocabulary, {})
        found[name] = [(key, value.former) for key, value in values.items()]
    return {name: [f"{old}={now}" for now, former in values for old in former] for name, values in found.items()}


def list_removed(catalogue: Catalogue, site: Site) -> Iterator[RemovedEntry]:
    """Yield the entries that were taken down, under each slug that they had."""
    for key, value in catalogue.vocabularies.get(REMOVED, {}).items():
        kind, _, slug = key.rpartition("/")
        if not isinstance(value, Removal):
            continue
        replacement, title = _find_replacement(value, catalogue, site)
        for name in (slug, *value.former):
            page, pages = site.entry_path(kind, name), [site.entry_path(kind, name)]
            files = [urls.source_path(page), *([urls.topic_feed(name)] if kind == TOPICS else [])]
            if kind == PRACTICES:
                pages.append(urls.board_note_path(name))
                files.append(urls.practice_data_path(name))
            yield RemovedEntry(tuple(pages), tuple(files), value.name, value.explanation or "", replacement, title)


def _find_replacement(value: Removal, catalogue: Catalogue, site: Site) -> tuple[str, str]:
    kind, _, slug = (value.instead or "").rpartition("/")
    entry = catalogue.entries[kind].get(slug) if kind in ENTRY_KINDS else None
    if entry is None:
        return "", ""
    return site.path_of(entry), str(getattr(entry, "title", None) or getattr(entry, "name", slug))


def _paths(kind: str, slug: str, site: Site) -> list[str]:
    """Return the paths with the slug of an entry in them, its own page first; each includes what is below it."""
    more = [urls.embed_path(slug), urls.topic_feed(slug)] if kind == TOPICS else []
    return [site.entry_path(kind, slug), *more]
