"""References of an entry: what they may name, where they are, and suggestions for unknown ones."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

from pydantic import BaseModel

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PARTNERS, PRACTICES, VOCABULARIES, Reference, ValuePath
from mvo_catalogue.domain.names import make_name_key, make_slug, suggest_nearest
from mvo_catalogue.domain.normalise import bare, before_remark
from mvo_catalogue.schema.tree import Field, build_fields, entry_fields, walk_fields, walk_values

_SEPARATORS = re.compile(r"[,;/|\n]|\s(?:[/&+–-]|en)\s")
"""Separators between values on one line; some also occur in names, which are looked up first."""
_HASHTAGS = re.compile(r"(?:#[\w-]+[\s,;]*){2,}")
_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]|\[([^\[\]]+)\]\(([^()\s]+)\)")
"""A link of a wiki or of Markdown: its target, and perhaps its text."""
_SHORT_NAME = 3
"""A name with no more letters may be part of anything."""
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_SITE = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+)\.(?:nl|com|org|eu|info)/?")
"""The home page of an organisation, with what is probably its name."""
_PATH = re.compile(r"(?:\S*/)?(?:\.\.?|content|practices|praktijken|partners|themes|themas|vocabularies)/(?=[^/]+$)")
"""What precedes the name in the path of a file or page; the “/” between two names does not."""


def list_references(entry: BaseModel) -> Iterator[tuple[ValuePath, Reference, str]]:
    """Yield (path in the front matter, reference, slug) for every reference of an entry."""
    for path, field, value in walk_values(_reference_fields(type(entry)), entry):
        if field.reference is not None:
            yield path, field.reference, value


def list_holders(catalogue: Catalogue) -> Iterator[tuple[str, ValuePath, BaseModel]]:
    """Yield (path of its file, path in that file, model) for everything that may hold references."""
    for entries in (catalogue.practices, catalogue.partners, catalogue.topics):
        for entry in entries.values():
            yield entry.path, (), entry
    for name, values in catalogue.vocabularies.items():
        for key, value in values.items():
            yield f"content/{VOCABULARIES}/{name}.yaml", (key,), value


class Extract(NamedTuple):
    """What rules about the whole catalogue need of an entry or vocabulary value; JSON can hold it.

    ``names`` are its names, the title first, each with the two forms by which it is found (see `KnownSlugs`).
    ``references`` have the path, among what (``partners``, ``vocabularies/doelgroepen``) and the slug. ``published_on``
    is a day such as ``2026-11-21``, or ``""``; ``files`` are those beside it that it names, with the path. ``summary``
    is a number by which the same summary is known.
    """

    names: Sequence[tuple[str, str, str]]
    former: Sequence[str]
    references: Sequence[tuple[ValuePath, str, str]]
    published_on: str = ""
    is_draft: bool = False
    files: Sequence[tuple[ValuePath, str]] = ()
    summary: int = 0

    @classmethod
    def restore(cls, held: Sequence[Any]) -> Extract:
        """Return an extract from JSON; TypeError or ValueError when it is none."""
        extract = cls(*held)
        references = [(tuple(path), group, slug) for path, group, slug in extract.references]
        return extract._replace(references=references, files=[(tuple(path), name) for path, name in extract.files])

    def slugs(self, key: str) -> tuple[str, ...]:
        """Return the slugs below a key of the front matter."""
        return tuple(slug for path, _, slug in self.references if path[0] == key)


Extracts = Mapping[str, Mapping[str, Extract]]
"""By slug, among what: ``partners``, ``vocabularies/doelgroepen``."""


def make_extract(holder: BaseModel) -> Extract:
    """Return the extract of an entry, or of a value of a vocabulary."""
    name = getattr(holder, "title", None) or getattr(holder, "name", "")
    others = (*getattr(holder, "other_names", ()), getattr(holder, "question", ""))  # a theme goes by its question too
    names = [(name, make_slug(name), make_name_key(name)) for name in (name, *filter(None, others))]
    references = [(path, reference.group, slug) for path, reference, slug in list_references(holder)]
    return Extract(
        names=names,
        former=getattr(holder, "former", ()),
        references=references,
        published_on=str(getattr(holder, "published_on", "")),
        is_draft=getattr(holder, "is_draft", False),
        files=getattr(holder, "named_files", ()),
        summary=crc32(getattr(holder, "summary", "").encode("utf-8", "replace")),
    )


def make_extracts(catalogue: Catalogue) -> Extracts:
    """Return the extracts of a whole catalogue."""
    values = {f"{VOCABULARIES}/{name}": values for name, values in catalogue.vocabularies.items()}
    groups: dict[str, Mapping[str, BaseModel]] = {**catalogue.entries, **values}
    return {group: {slug: make_extract(holder) for slug, holder in held.items()} for group, held in groups.items()}


@cache
def _reference_fields(model: type[BaseModel]) -> tuple[Field, ...]:
    return tuple(_only_references(build_fields(model)))


def list_vocabularies(*kinds: str) -> list[str]:
    """Return the names of the vocabularies that entries of these kinds choose from, each once."""
    fields = (field for kind in kinds for _, field in walk_fields(entry_fields(kind)))
    references = (form.reference for field in fields for form in field.every_form)
    return list(dict.fromkeys(reference.vocabulary for reference in references if reference and reference.vocabulary))


def _only_references(fields: Iterable[Field]) -> Iterator[Field]:
    """Yield the fields that are references or hold some, without their other fields."""
    for field in fields:
        inner = tuple(_only_references(field.fields))
        item = next(_only_references((field.item,)), None) if field.item else None
        if field.reference is not None or inner or item is not None:
            yield replace(field, fields=inner, item=item)


@dataclass(frozen=True)
class KnownSlugs:
    """Slugs per kind (``practices`` …) and per vocabulary (``vocabularies/doelgroepen``), of broken files too.

    ``names`` holds the slugs by name, itself as a slug, with and without legal form.

    ``unreadable`` holds the vocabularies of which the slugs are not known for certain, ``former`` for each of these the
    former slugs, each with the current one.
    """

    slugs: dict[str, frozenset[str]]
    names: dict[str, dict[str, list[str]]]
    unreadable: frozenset[str] = frozenset()
    former: dict[str, dict[str, str]] = dataclasses.field(default_factory=dict)

    def targets(self, reference: Reference) -> frozenset[str]:
        """Return every slug that a reference may name."""
        return self.slugs.get(reference.group, frozenset())

    def has(self, reference: Reference, slug: str) -> bool:
        """Return whether a reference may name this slug, or that cannot be known."""
        return slug in self.targets(reference) or reference.group in self.unreadable

    def now(self, reference: Reference, slug: str) -> str:
        """Return the current slug of what had this one before, ``""`` when nothing had."""
        return self.former.get(reference.group, {}).get(slug, "")

    def by_name(self, reference: Reference, name: str) -> list[str]:
        """Return the slugs of all entries that are known under this name, ignoring case, accents and legal form.

        A former slug takes precedence over names.
        """
        if now := self.now(reference, name):
            return [now]
        names = self.names.get(reference.group, {})
        return names.get(make_slug(name)) or names.get(make_name_key(name)) or []

    def named(self, reference: Reference, word: str) -> frozenset[str]:
        """Return the slugs that a word clearly means: by slug, name, file, page or link."""
        link = _LINK.fullmatch(word.strip())
        if link:
            parts = [part for part in link.groups() if part]
            found = [self.named(reference, part) for part in parts]
            return found[0] if all(slugs == found[0] for slugs in found) else frozenset()
        plain = bare(word).replace("\\", "/")
        slug = _PATH.sub("", plain.rstrip("/")).removesuffix(".md")
        is_file = slug != plain
        named = {slug, make_slug(slug), self.now(reference, slug)} & self.targets(reference)
        return frozenset(named if is_file else named.union(self.by_name(reference, plain)))


def collect_known(
    extracts: Extracts, file_slugs: dict[str, frozenset[str]], unreadable_vocabularies: Iterable[str] = ()
) -> KnownSlugs:
    """Return everything that references may name; ``file_slugs`` holds the slugs of all files per kind."""
    slugs = {group: frozenset(values) for group, values in extracts.items()} | file_slugs
    names: dict[str, dict[str, list[str]]] = {}
    former: dict[str, dict[str, str]] = {}
    for group, found in extracts.items():
        of_group = names[group] = {}
        former[group] = {old: slug for slug, extract in found.items() for old in extract.former}
        for slug, extract in found.items():
            for key in dict.fromkeys(key for _, *keys in extract.names for key in keys if key):
                of_group.setdefault(key, []).append(slug)
    unreadable = frozenset(f"{VOCABULARIES}/{name}" for name in unreadable_vocabularies)
    return KnownSlugs(slugs, names, unreadable, former)


def split_values(text: str) -> list[str]:
    """Return the parts of a text that may be several values, or its words when it has no separators."""
    parts = split_list(text)
    return parts if len(parts) > 1 else text.split()


def split_list(text: object) -> list[str]:
    """Return the parts of a text between signs that separate values."""
    return [part.strip() for part in _SEPARATORS.split(text) if bare(part)] if isinstance(text, str) else []


def may_be_one(reference: Reference | None, parts: Sequence[str]) -> bool:
    """Return whether parts of a text may be one name: of an organisation, or a title of several words."""
    kind = reference.kind if reference else ""
    return kind == PARTNERS or (kind == PRACTICES and any(" " in part for part in parts))


def split_short(text: str) -> list[str]:
    """Return the parts of a text that clearly is several values: three or more of one or two words."""
    if _HASHTAGS.fullmatch(text):
        return re.findall(r"[\w-]+", text)
    parts = [part.strip() for part in re.split("[,;]", text)]
    return parts if len(parts) > 2 and all(0 < len(part.split()) < 3 for part in parts) else []


def find_several(reference: Reference, text: str, known: KnownSlugs) -> list[str]:
    """Return the slugs that a text in the place of one clearly means, none when it may be something else."""
    found = [known.named(reference, part) for part in split_values(text)]
    is_sure = len(found) > 1 and all(len(slugs) == 1 for slugs in found)
    return [slug for slugs in found for slug in slugs] if is_sure else []


def _find_start(name: str, names: Iterable[str]) -> str:
    """Return the longest name with which this one begins (a place may follow it), ``""`` for none."""
    return max((other for other in names if name.startswith(f"{other}-")), key=len, default="")


def _find_inside(words: str, names: Mapping[str, list[str]]) -> list[str]:
    """Return the slugs of the only name that is among these words, none for several."""
    found = {tuple(slugs) for name, slugs in names.items() if len(name) > _SHORT_NAME and f"-{name}-" in f"-{words}-"}
    return list(found.pop()) if len(found) == 1 else []


def suggest_targets(reference: Reference, word: str, known: KnownSlugs) -> tuple[str, ...]:
    """Return suggestions for an unknown slug: those with that name, or else the most similar one."""
    site = _SITE.fullmatch(word)
    word = site[1] if site else word
    named, slug = list(known.named(reference, word)), word.rpartition("/")[2].removesuffix(".md")
    named = named or list(
        known.named(reference, before_remark(word)) or known.named(reference, word.partition(": ")[2])
    )
    if not named and (inner := _IN_BRACKETS.search(word)):
        named = list(known.named(reference, inner[1]))
    longer = [target for target in known.targets(reference) if slug[2:] and target.startswith(f"{slug}-")]
    if not named and (near := longer[0] if len(longer) == 1 else suggest_nearest(slug, known.targets(reference))):
        named = [near]
    elif not named and (start := _find_start(make_name_key(word), known.names.get(reference.group, {}))):
        named = known.by_name(reference, start)
    elif not named and (inside := _find_inside(make_slug(word), known.names.get(reference.group, {}))):
        named = inside
    elif not named and (near := suggest_nearest(make_slug(word), known.names.get(reference.group, {}))):
        named = known.by_name(reference, near)
    return tuple(sorted(named))
