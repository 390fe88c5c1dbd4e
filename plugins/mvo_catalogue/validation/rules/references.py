"""References that name nothing, several things, something of another kind, or in the end themselves; and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mvo_catalogue.domain.catalogue import find_removal
from mvo_catalogue.domain.diagnostic import MOST_SHOWN, Diagnostic
from mvo_catalogue.domain.model import PARTNER_KINDS, PARTNERS, PRACTICES, TOPICS, VOCABULARIES, Reference
from mvo_catalogue.domain.names import make_anchor, make_name_key
from mvo_catalogue.schema.references import KnownSlugs, find_several, list_holders, list_references, suggest_targets
from mvo_catalogue.validation.subjects import WholeCatalogue

_RULES = {
    TOPICS: "unknown-topic",
    PARTNERS: "unknown-partner",
    PRACTICES: "unknown-practice",
    VOCABULARIES: "unknown-value",
}
"""The rule that a word breaks which names nothing, by what it should name."""
_WHERE = {
    TOPICS: f"Alle thema’s staan in content/{TOPICS}/.",
    PARTNERS: "",
    PRACTICES: "Neem over wat in het adres van de praktijk achter /praktijken/ staat.",
    VOCABULARIES: f"Alle waarden staan in content/{VOCABULARIES}/{{vocabulary}}.yaml.",
}
"""Where to look for what there is, by its kind."""
_SHORT_LIST = 30
"""How many choices a message names at most."""
_KIND, _PARTNER = Reference(VOCABULARIES, PARTNER_KINDS), Reference(PARTNERS)


def check_references(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for every reference of an entry or vocabulary that names no slug, or a name of several things."""
    for file, start, holder in list_holders(whole.catalogue):
        unknown = 0
        for path, reference, word in list_references(holder):
            if whole.known.has(reference, word):
                continue
            unknown += 1
            meant = suggest_targets(reference, word, whole.known) if unknown <= MOST_SHOWN else ()
            rule = _RULES[reference.kind] if len(meant) < 2 else "ambiguous-reference"
            yield from whole.files[file].value(
                rule,
                (*start, *path),
                word=word,
                vocabulary=reference.vocabulary,
                choices=" of ".join(f"“{slug}”" for slug in meant),
                hint=_say_removed(reference, word, whole) or _hint(reference, word, meant, whole.known),
            )


def _say_removed(reference: Reference, word: str, whole: WholeCatalogue) -> str:
    """Return what to do when the word names what was taken down, ``""`` for any other."""
    removal = find_removal(whole.catalogue, reference.kind, word)
    if removal is None:
        return ""
    kind, _, slug = (removal.instead or "").partition("/")
    other = f", of noem “{slug}”" if kind == reference.kind else ""
    return f"Die is van de site gehaald. Haal de verwijzing weg{other}."


def _hint(reference: Reference, word: str, meant: tuple[str, ...], known: KnownSlugs) -> str:
    """Return what was meant, what there is to choose from, or what to do.

    Only an organisation can be new: its file is named when the word is not surely another one.
    """
    targets = known.targets(reference)
    if meant and known.now(reference, word):
        return f"Dat heet nu “{meant[0]}”."
    if several := find_several(reference, word, known):
        return f"Zet elke waarde op een eigen regel: {' en '.join(f'“- {slug}”' for slug in several)}."
    hint = _WHERE[reference.kind].format(vocabulary=reference.vocabulary)
    if meant:
        hint = f"Bedoelde u “{meant[0]}”?"
    elif 0 < len(targets) <= _SHORT_LIST:
        hint = f"Kies uit: {', '.join(sorted(targets))}."
    if reference.kind == PARTNERS and "/" not in word and not known.named(reference, word):
        hint += f" Is het een andere organisatie? Maak dan eerst het bestand content/{PARTNERS}/{make_anchor(word)}.md."
    return hint.strip()


def check_roles(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for every organisation that stands under the wrong key of a practice."""
    for practice in whole.catalogue.practices.values():
        for key, slugs, other_key in (
            ("corporaties", practice.associations, "partners"),
            ("partners", practice.partners, "corporaties"),
        ):
            for index, slug in enumerate(slugs):
                partner = whole.catalogue.partners.get(slug)
                if partner is None or partner.path in whole.unsure or not whole.known.has(_KIND, partner.kind):
                    continue
                if partner.is_association is not (key == "corporaties"):
                    yield from whole.files[practice.path].value(
                        "wrong-role", (key, index), slug=slug, kind=partner.kind, right=other_key
                    )


def check_unused_partners(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield a warning for every partner to which no reference points; only when all files could be read."""
    if whole.unsure:
        return
    named: set[str] = set()
    for entries in (whole.catalogue.practices, whole.catalogue.partners):
        for entry in entries.values():
            for _, reference, slug in list_references(entry):
                if reference.kind == PARTNERS:
                    known = whole.known.has(reference, slug)
                    named.update([slug] if known else suggest_targets(reference, slug, whole.known))
    for partner in whole.catalogue.partners.values():
        is_double = len(whole.known.by_name(_PARTNER, make_name_key(partner.name))) > 1  # of which another rule speaks
        if partner.slug not in named and not is_double:
            yield from whole.files[partner.path].value("unused-partner", ("naam",))


def check_loops(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield one error for every loop, at the entry that comes first in the alphabet; a practice is not its own kin."""
    practices, partners = whole.catalogue.practices, whole.catalogue.partners
    for entries, key, links in (
        (practices, "gebaseerd_op", {slug: practice.based_on for slug, practice in practices.items()}),
        (practices, "opgevolgd_door", {slug: practice.succeeded_by for slug, practice in practices.items()}),
        (partners, "opgevolgd_door", {slug: p.succeeded_by for slug, p in partners.items()}),
    ):
        for loop, index in _loops(links):
            diagnose, names = whole.files[entries[loop[0]].path], " → ".join([*loop, loop[0]])
            path = (key, index) if entries is practices else (key,)
            yield from diagnose.value("reference-loop", path, "loop", key=key, names=names)
    for practice in practices.values():
        if practice.slug in practice.related:
            path = ("verwant", practice.related.index(practice.slug))
            yield from whole.files[practice.path].value("reference-loop", path, "itself")


def _loops(links: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[list[str], int]]:
    """Yield every loop from its first slug in the alphabet on, with the number of the link that leads into it."""
    done: set[str] = set()
    for start in sorted(links):
        trail: list[str] = []
        pending = [(start, 0)]
        while pending:
            slug, depth = pending.pop()
            del trail[depth:]
            if slug in trail:
                loop = trail[trail.index(slug) :]
                place = loop.index(min(loop))
                loop = [*loop[place:], *loop[:place]]
                yield loop, links[loop[0]].index(loop[1 % len(loop)])
            elif slug not in done:
                done.add(slug)
                trail.append(slug)
                pending.extend((target, depth + 1) for target in reversed(links.get(slug, ())))


def check_links(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield links between entries that a reader could not follow; of files that could not be read nothing is known."""
    drafts = {practice.path for practice in whole.catalogue.practices.values() if practice.is_draft}
    headings = {path: file.diagnose.headings for path, file in whole.entries.items() if file.entry is not None}
    for path, file in whole.entries.items():
        for target, fragment, *place in file.links:
            if target in drafts and path not in drafts:
                yield from file.diagnose.place("broken-link", place, "draft", target=target)
            elif fragment and target in headings and fragment not in headings[target]:
                choices = ", ".join(sorted(headings[target])) or "geen"
                yield from file.diagnose.place(
                    "broken-link", place, "no-heading-there", target=target, fragment=fragment, choices=choices
                )
