"""used-address and removed-entry: an address is never reused, and a removed one redirects to what is there."""

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import ENTRY_KINDS, FORMER, PRACTICES, REMOVED, VOCABULARIES, ValuePath
from mvo_catalogue.domain.names import MAX_NAME_LENGTH, RESERVED_SLUGS, make_slug
from mvo_catalogue.domain.vocabulary import Removal
from mvo_catalogue.validation.context import WholeCatalogue

_REMOVED_FILE = f"{VOCABULARIES}/{REMOVED}.yaml"


def check_former(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for every former slug that is in use, that is listed twice, or that cannot be a slug."""
    owners: dict[tuple[str, str], tuple[str, ValuePath]] = {}
    for group, slug, file, path in _former_slugs(whole):
        place = whole.files[file].places.find(path, of_key=len(path) == 1)
        before, (owner, holder) = whole.files[file], owners.setdefault((group, slug), (file, path[:-1]))
        if slug in whole.known.slugs.get(group, ()):
            now, _ = whole.place(group, slug)
            if now is before and group in ENTRY_KINDS:
                yield from now.place("used-address", place, "itself", slug=slug)
                continue
            if len(path) == 1:  # the key of a removal
                where = (1, 1) if group in ENTRY_KINDS else now.places.find((slug,), of_key=True)
                yield from now.place("used-address", where, "removed", slug=slug, owner=before.path)
            else:
                matter = "in-use" if group in ENTRY_KINDS else "in-use-value"
                yield from before.place("used-address", place, matter, slug=slug, owner=now.path)
        elif slug != make_slug(slug) or len(slug) > MAX_NAME_LENGTH or slug in RESERVED_SLUGS.get(group, ()):
            yield from before.place("used-address", place, "no-name", slug=slug)
        elif (owner, holder) != (file, path[:-1]):
            yield from before.place("used-address", place, "twice", slug=slug, owner=whole.files[owner].path)


def _former_slugs(whole: WholeCatalogue) -> Iterator[tuple[str, str, str, ValuePath]]:
    """Yield (group, slug, file, path in that file) for every former or removed slug."""
    for group, key, extract in whole.holders:
        if group == f"{VOCABULARIES}/{REMOVED}":
            among, _, slug = key.rpartition("/")
            yield among, slug, _REMOVED_FILE, (key,)
            yield from ((among, slug, _REMOVED_FILE, (key, FORMER, at)) for at, slug in enumerate(extract.former))
        elif extract.former:
            file, start = (f"{group}.yaml", (key,)) if group.startswith(VOCABULARIES) else (f"{group}/{key}.md", ())
            yield from ((group, slug, file, (*start, FORMER, at)) for at, slug in enumerate(extract.former))


def check_removed(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for every removal that names no entry, or a missing replacement."""
    removed = whole.vocabularies[REMOVED].value if REMOVED in whole.vocabularies else {}
    drafts = {f"{PRACTICES}/{slug}" for slug, extract in whole.extracts[PRACTICES].items() if extract.is_draft}
    for key, value in removed.items():
        diagnose, path = whole.files[_REMOVED_FILE], (key, "in_plaats_van")
        if key.partition("/")[0] not in ENTRY_KINDS:
            place = diagnose.places.find((key,), of_key=True)
            yield from diagnose.place("removed-entry", place, "no-entry", key=key, folders=", ".join(ENTRY_KINDS))
        if not isinstance(value, Removal) or value.instead is None:
            continue
        kind, _, slug = value.instead.partition("/")
        if value.instead in drafts:
            yield from diagnose.value("removed-entry", path, "draft", target=value.instead)
        elif kind not in ENTRY_KINDS or slug not in whole.known.slugs.get(kind, ()):
            now = whole.known.former.get(kind, {}).get(slug)
            matter = "renamed" if now else "removed" if value.instead in removed else "unknown"
            yield from diagnose.value("removed-entry", path, matter, target=value.instead, now=f"{kind}/{now}")
