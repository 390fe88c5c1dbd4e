"""Rename, merge and remove entries and values, with all references; old addresses redirect."""

import datetime
from collections.abc import Collection
from pathlib import Path

from mvo_catalogue.derived.templates import quote
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Partner
from mvo_catalogue.domain.model import (
    ENTRY_KINDS,
    FORMER,
    HOUSING_ASSOCIATION,
    OTHER_ORGANISATION,
    PARTNER_KINDS,
    PARTNERS,
    REMOVED,
    TOPICS,
    VOCABULARIES,
    Entry,
    ValuePath,
)
from mvo_catalogue.domain.names import make_slug
from mvo_catalogue.fixing.edits import Editing
from mvo_catalogue.fixing.workbench import Changes, Workbench
from mvo_catalogue.fixing.writing import NotChanged
from mvo_catalogue.schema.references import list_holders, list_references
from mvo_catalogue.schema.tree import title_key

_REMOVED_FILE = f"content/{VOCABULARIES}/{REMOVED}.yaml"
_NAMED_BY_CODE = {PARTNER_KINDS: (HOUSING_ASSOCIATION, OTHER_ORGANISATION, "gemeente", "overheid")}
"""Values that the code refers to by key."""
_OWN = ("naam", "andere_namen", "opgevolgd_door", FORMER)
"""Fields of a partner that a merge treats in a special way."""


def rename_entry(content: Path, today: datetime.date, old: str, new: str, title: str = "") -> Changes:
    """Return the changes that give an entry another slug, and with ``title`` another name; see ``find_entry``.

    Raises:
        NotChanged: it cannot be done.
    """
    bench = Workbench(content, today)
    entry = find_entry(bench.catalogue, old)
    kind, slug = _kind(entry), make_slug(new.removesuffix(".md"))
    if slug != new.removesuffix(".md") or not slug:
        raise NotChanged(f"“{new}” kan geen naam van een bestand zijn. Bedoelde u “{slug}”?")
    path = f"content/{kind}/{slug}.md"
    if slug == entry.slug or bench.has(path):
        raise NotChanged(f"{path} bestaat al.")
    _lead(bench, entry, kind, slug)
    _add_former(bench.edit(entry.path), (), entry.slug, now=slug)
    if title:
        bench.edit(entry.path).set_value((title_key(kind),), title)
    bench.move(entry.path, path)
    return bench.finish()


def merge_partners(content: Path, today: datetime.date, old: str, new: str) -> Changes:
    """Return the changes that merge a partner into another one, whose own values prevail.

    Raises:
        NotChanged: it cannot be done.
    """
    bench = Workbench(content, today)
    goes, stays = (find_entry(bench.catalogue, name, (PARTNERS,)) for name in (old, new))
    if not isinstance(goes, Partner) or not isinstance(stays, Partner) or goes is stays:
        raise NotChanged("Noem twee verschillende partners: eerst wie verdwijnt, dan wie blijft.")
    target, source = bench.edit(stays.path), bench.edit(goes.path)
    for key, value in source.data.items():
        if key not in _OWN:
            _merge_field(bench, target, source, key, value)
    for name in (goes.name, *goes.other_names):
        if name.casefold() not in {known.casefold() for known in (stays.name, *target.data.get("andere_namen", ()))}:
            target.add(("andere_namen",), name)
    for slug in goes.succeeded_by:
        if slug not in (stays.slug, *stays.succeeded_by):
            target.add(("opgevolgd_door",), slug)
    _merge_body(bench, goes, stays)
    bench.remove(goes.path)
    _lead(bench, goes, PARTNERS, stays.slug)
    for slug in (*goes.former_slugs, goes.slug):
        _add_former(target, (), slug, now=stays.slug)
    return bench.finish()


def _merge_field(bench: Workbench, target: Editing, source: Editing, key: str, value: object) -> None:
    """Take over a field, or the missing items of a list, that the other partner lacks; note what is lost."""
    kept = target.data.get(key)
    if key not in target.data:
        target.add_field((key,), source.lines_of(key))
        bench.notes.append(f"{key}: overgenomen uit {source.name}.")
    elif isinstance(kept, list) and isinstance(value, list) and all(isinstance(item, str) for item in value):
        for item in value:
            if item not in kept:
                target.add((key,), item)
    elif isinstance(kept, list) and isinstance(value, list):
        for index, item in enumerate(value):
            if item not in kept:
                target.add_item(key, source, index)
    elif kept != value:
        bench.notes.append(f"{key}: “{kept}” blijft; “{value}” vervalt.")


def _merge_body(bench: Workbench, goes: Entry, stays: Entry) -> None:
    """Keep the body of the remaining partner, or take over the other one if it has none; note what is lost."""
    lost, kept = (bench.open(entry.path).body.strip() for entry in (goes, stays))
    if lost and not kept:
        bench.open(stays.path).body = f"\n{lost}\n"
        bench.notes.append(f"De tekst van {goes.path} gaat mee.")
    elif lost not in ("", kept):
        bench.notes.append(f"De tekst van {stays.path} blijft; die van {goes.path} vervalt. U ziet hem hierboven.")


def remove_entry(content: Path, today: datetime.date, name: str, reason: str, instead: str = "") -> Changes:
    """Return the changes that remove an entry: only the reason stays, and where readers are redirected.

    Raises:
        NotChanged: it cannot be done.
    """
    bench = Workbench(content, today)
    entry = find_entry(bench.catalogue, name)
    kind, other = _kind(entry), find_entry(bench.catalogue, instead) if instead else None
    if other is entry:
        raise NotChanged("Wat u weghaalt, kan niet in plaats van zichzelf komen.")
    bench.remove(entry.path)
    _lead(bench, entry, kind, other.slug if other and _kind(other) == kind else "", other.path if other else "")
    lines = [f"  reden: {quote(reason)}", f"  sinds: {today.isoformat()}"]
    if other:
        lines.append(f"  in_plaats_van: {_kind(other)}/{other.slug}")
    if entry.former_slugs:
        lines += [f"  {FORMER}:", *(f"    - {slug}" for slug in entry.former_slugs)]
    key = f"{kind}/{entry.slug}"
    bench.edit(_REMOVED_FILE).add_field((key,), [f"{key}:", *lines])
    return bench.finish()


def rename_value(content: Path, today: datetime.date, vocabulary: str, old: str, new: str, name: str = "") -> Changes:
    """Return the changes that give a vocabulary value, or a theme, another key, and with ``name`` another name.

    Raises:
        NotChanged: it cannot be done.
    """
    if vocabulary in ("themas", "thema", TOPICS):
        return rename_entry(content, today, f"{TOPICS}/{old}", new, name)
    bench = Workbench(content, today)
    path, values = f"content/{VOCABULARIES}/{vocabulary}.yaml", bench.catalogue.vocabularies.get(vocabulary)
    if values is None or vocabulary == REMOVED:
        lists = ", ".join([TOPICS, *(name for name in bench.catalogue.vocabularies if name != REMOVED)])
        raise NotChanged(f"“{vocabulary}” is geen waardelijst. Kies uit: {lists}.")
    if old not in values:
        raise NotChanged(f"“{old}” staat niet in {path}.")
    editing = bench.edit(path)
    if name:
        editing.set_value((old, "naam"), name)
    if old != new:
        if old in _NAMED_BY_CODE.get(vocabulary, ()):
            raise NotChanged(f"“{old}” kent de software zelf. Alleen wat lezers zien, kan anders: herhaal de sleutel.")
        if not new or new != make_slug(new) or new in values:
            raise NotChanged(f"“{new}” staat al in {path}." if new in values else f"“{new}” kan geen sleutel zijn.")
        _change_references(bench, f"{VOCABULARIES}/{vocabulary}", old, new)
        _add_former(editing, (old,), old, now=new)
        editing.rename_key((old,), new)
    return bench.finish()


def find_entry(catalogue: Catalogue, name: str, kinds: Collection[str] = ENTRY_KINDS.keys()) -> Entry:
    """Return the entry with this slug, or this path (``practices/x``, ``content/practices/x.md``).

    Raises:
        NotChanged: there is none, or more than one.
    """
    folder, _, slug = name.removeprefix("content/").removesuffix(".md").rpartition("/")
    found = [entries[slug] for kind in kinds if slug in (entries := catalogue.entries[kind]) and folder in ("", kind)]
    if len(found) > 1:
        choices = " of ".join(f"{_kind(entry)}/{slug}" for entry in found)
        raise NotChanged(f"“{name}” kan meer dan één ding zijn. Kies {choices}.")
    if not found:
        now = next(
            (one for kind in kinds for one in catalogue.entries[kind].values() if slug in one.former_slugs), None
        )
        raise NotChanged(
            f"“{name}” heet nu {now.path}." if now else f"“{name}” is er niet. Noem het bestand, zonder .md."
        )
    return found[0]


def _kind(entry: Entry) -> str:
    return entry.path.split("/")[1]


def _lead(bench: Workbench, entry: Entry, kind: str, slug: str, path: str = "") -> None:
    """Let references, links and removals lead to another slug of this kind; without one they are removed."""
    path = path or (f"content/{kind}/{slug}.md" if slug else "")
    _change_references(bench, kind, entry.slug, slug, gone="" if bench.has(entry.path) else entry.path)
    bench.lead_links(entry.path, path)
    target = path.removeprefix("content/").removesuffix(".md")
    for key, value in bench.catalogue.vocabularies.get(REMOVED, {}).items():
        if getattr(value, "instead", None) == f"{kind}/{entry.slug}":
            editing, place = bench.edit(_REMOVED_FILE), (key, "in_plaats_van")
            if target:
                editing.set_value(place, target)
            else:
                editing.drop(place)


def _change_references(bench: Workbench, group: str, old: str, new: str, gone: str = "") -> None:
    """Replace ``old`` by ``new`` in every reference, except in the removed file; duplicates in a list are dropped.

    Without ``new``, ``old`` is removed from lists.
    """
    for file, start, holder in list_holders(bench.catalogue):
        if file == gone:
            continue
        found = [path for path, reference, slug in list_references(holder) if (reference.group, slug) == (group, old)]
        for path in reversed(found):
            editing, place = bench.edit(file), (*start, *path)
            siblings = editing.value(place[:-1]) if isinstance(place[-1], int) else ()
            is_own = file == f"content/{group}/{new}.md"  # the partner that stays, after a merge
            if new and new not in siblings and not is_own:
                editing.set_value(place, new)
            elif isinstance(place[-1], int) or is_own or len(path) == 1:
                editing.drop(place)
                bench.notes.append(f"{file}: “{old}” gaat weg uit “{path[0]}”.")
            else:
                raise NotChanged(f"{file} noemt “{old}” bij “{path[0]}”, en dat kan niet weg. Verander dat eerst zelf.")


def _add_former(editing: Editing, start: ValuePath, slug: str, *, now: str) -> None:
    """Add a former slug to something that is renamed to ``now``, which is removed from the former ones."""
    known = list(editing.value(start).get(FORMER, ()))
    if now in known:
        editing.drop((*start, FORMER, known.index(now)))
    editing.add((*start, FORMER), slug)
