"""used-address and removed-entry: an address is never given to something else, and what went leads to what is there."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import FORMER, LASTING, PRACTICES, REMOVED, VOCABULARIES, ValuePath
from mvo_catalogue.domain.names import MAX_NAME_LENGTH, RESERVED_SLUGS, make_slug
from mvo_catalogue.domain.vocabulary import Removal
from mvo_catalogue.validation.subjects import WholeCatalogue

_REMOVED_FILE = f"{VOCABULARIES}/{REMOVED}.yaml"


def check_former(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for every former slug that something has now, that another had too, or that is no name at all."""
    owners: dict[tuple[str, str], tuple[str, ValuePath]] = {}
    for group, slug, file, path in _former_slugs(whole):
        place = whole.named[file].places.find(path, of_key=len(path) == 1)
        told, (owner, holder) = whole.named[file], owners.setdefault((group, slug), (file, path[:-1]))
        if slug in whole.known.slugs.get(group, ()):
            now = whole.named[f"{group}/{slug}.md" if group in LASTING else f"{group}.yaml"]
            if now is told and group in LASTING:
                yield from now.place("used-address", place, "itself", slug=slug)
                continue
            where = (1, 1) if group in LASTING else now.places.find((slug,), of_key=True)
            yield from now.place("used-address", where, "in-use", slug=slug, owner=told.path)
        elif slug != make_slug(slug) or len(slug) > MAX_NAME_LENGTH or slug in RESERVED_SLUGS.get(group, ()):
            yield from told.place("used-address", place, "no-name", slug=slug)
        elif (owner, holder) != (file, path[:-1]):
            yield from told.place("used-address", place, "twice", slug=slug, owner=whole.named[owner].path)


def _former_slugs(whole: WholeCatalogue) -> Iterator[tuple[str, str, str, ValuePath]]:
    """Yield every slug that is no longer given: among what, itself, the file that says so and where."""
    catalogue = whole.catalogue
    for kind in LASTING:
        for entry in catalogue.entries[kind].values():
            for index, slug in enumerate(entry.former_slugs):
                yield kind, slug, f"{kind}/{entry.slug}.md", (FORMER, index)
    for name, values in catalogue.vocabularies.items():
        for key, value in values.items():
            group, file = f"{VOCABULARIES}/{name}", f"{VOCABULARIES}/{name}.yaml"
            if name == REMOVED:
                group, _, slug = key.rpartition("/")
                yield group, slug, file, (key,)
            for index, slug in enumerate(value.former):
                yield group, slug, file, (key, FORMER, index)


def check_removed(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for every removal of what no entry was called, or that leads readers to what is not there."""
    removed = whole.catalogue.vocabularies.get(REMOVED, {})
    drafts = {f"{PRACTICES}/{slug}" for slug, practice in whole.catalogue.practices.items() if practice.is_draft}
    for key, value in removed.items():
        diagnose, path = whole.named[_REMOVED_FILE], (key, "in_plaats_van")
        if key.partition("/")[0] not in LASTING:
            place = diagnose.places.find((key,), of_key=True)
            yield from diagnose.place("removed-entry", place, "no-entry", key=key, folders=", ".join(LASTING))
        if not isinstance(value, Removal) or value.instead is None:
            continue
        kind, _, slug = value.instead.partition("/")
        if value.instead in drafts:
            yield from diagnose.value("removed-entry", path, "draft", target=value.instead)
        elif kind not in LASTING or slug not in whole.known.slugs.get(kind, ()):
            now = whole.known.former.get(kind, {}).get(slug)
            matter = "renamed" if now else "removed" if value.instead in removed else "unknown"
            yield from diagnose.value("removed-entry", path, matter, target=value.instead, now=f"{kind}/{now}")
