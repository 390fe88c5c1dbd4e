"""References that are unknown, ambiguous, of the wrong kind or circular; and links between entries."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from mvo_catalogue.domain.catalogue import find_removal
from mvo_catalogue.domain.diagnostic import MOST_SHOWN, Diagnostic
from mvo_catalogue.domain.model import (
    HOUSING_ASSOCIATION,
    PARTNER_KINDS,
    PARTNERS,
    PRACTICES,
    REMOVED,
    TOPICS,
    VOCABULARIES,
    Reference,
)
from mvo_catalogue.domain.names import make_anchor
from mvo_catalogue.domain.normalise import says_nothing
from mvo_catalogue.schema.references import KnownSlugs, find_several, split_list, suggest_targets
from mvo_catalogue.schema.tree import entry_fields
from mvo_catalogue.validation.context import WholeCatalogue
from mvo_catalogue.validation.rules.left_over import load_signs

_RULES = {
    TOPICS: "unknown-topic",
    PARTNERS: "unknown-partner",
    PRACTICES: "unknown-practice",
    VOCABULARIES: "unknown-value",
}
"""The rule that an unknown reference breaks, by the kind that it should refer to."""
_WHERE = {
    TOPICS: f"Alle thema’s staan in content/{TOPICS}/.",
    PARTNERS: "",
    PRACTICES: "Neem over wat in het adres van de praktijk achter /praktijken/ staat.",
    VOCABULARIES: f"Alle waarden staan in content/{VOCABULARIES}/{{vocabulary}}.yaml.",
}
"""Where an editor finds the choices, by their kind."""
_GONE = " Meer bestanden noemen deze waarde. Is zij uit de lijst gehaald? Zet haar dan daar terug."
"""What is added for an unknown value of several entries."""
_THERE = " Dat staat er al: haal deze regel dan weg."
_WORDS = re.compile(r"[^\W\d]+(?: [^\W\d]+)+")
_SHORT_LIST = 30
"""A message lists no more choices than this."""
_KIND, _PARTNER, _PRACTICE = Reference(VOCABULARIES, PARTNER_KINDS), Reference(PARTNERS), Reference(PRACTICES)
_OTHER_ROLE = {"corporaties": "partners", "partners": "corporaties"}


def check_references(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for every reference that is unknown or ambiguous."""
    uses = Counter(
        (among, word)
        for _, _, extract in whole.holders
        for _, among, word in extract.references
        if word not in whole.known.slugs.get(among, ())
    )
    for group, slug, extract in whole.holders:
        unknown = 0
        for path, among, word in extract.references:
            is_known = word in whole.known.slugs.get(among, ()) or among in whole.known.unreadable
            if is_known or (path[0] == "verwant" and _is_itself(slug, word, whole.known)):  # which has its own message
                continue
            unknown += 1
            reference = Reference(*among.partition("/")[::2])
            meant = suggest_targets(reference, word, whole.known) if unknown <= MOST_SHOWN else ()
            rule = _RULES[reference.kind] if len(meant) < 2 else "ambiguous-reference"
            diagnose, start = whole.place(group, slug)
            is_item = isinstance(path[-1], int)
            is_there = is_item and any(one[:-1] == path[:-1] and known in meant for one, _, known in extract.references)
            is_gone = uses[among, word] > 1 and _is_gone(reference, word, whole.known)
            yield from diagnose.value(
                rule,
                (*start, *path),
                word=word,
                key=next(key for key in reversed(path) if isinstance(key, str)),
                choices=" of ".join(f"“{slug}”" for slug in meant),
                hint=_say_removed(reference, word, whole)
                or _hint(reference, word, () if is_gone else meant, whole.known, is_item, is_there) + _GONE * is_gone,
            )


def _is_itself(slug: str, word: str, known: KnownSlugs) -> bool:
    """Return whether a word that is no slug stands for the practice with this slug."""
    return word not in known.targets(_PRACTICE) and known.named(_PRACTICE, word) == {slug}


def _say_removed(reference: Reference, word: str, whole: WholeCatalogue) -> str:
    """Return what to do with a reference to a removed entry, ``""`` for any other."""
    removed = whole.vocabularies.get(REMOVED)
    removal = find_removal(removed.value, reference.kind, word) if removed else None
    if removal is None:
        return ""
    kind, _, slug = (removal.instead or "").partition("/")
    other = f", of noem “{slug}”" if kind == reference.kind else ""
    return f"Die is van de site gehaald. Haal de verwijzing weg{other}."


def _is_gone(reference: Reference, word: str, known: KnownSlugs) -> bool:
    """Return whether a value of several entries may have been removed: it is not another spelling of one."""
    is_known = known.named(reference, word) or find_several(reference, word, known)
    return reference.kind == VOCABULARIES and not is_known


def _hint(
    reference: Reference, word: str, meant: tuple[str, ...], known: KnownSlugs, is_item: bool, is_there: bool
) -> str:
    """Return a suggestion, the choices, or what to do about an unknown reference.

    Only organisations can be new: the file to make is named, unless the word surely is a known one.
    """
    if says_nothing(word):
        return "Is er geen? Haal dan de hele regel weg."
    targets = known.targets(reference)
    if meant and known.now(reference, word):
        return f"Dat heet nu “{meant[0]}”."
    if (key := _find_key(reference, word, known)) and not meant:
        return f"Dat hoort bij “{key}”. Zet het daar."
    if several := find_several(reference, word, known):
        if not is_item:
            return f"Hier hoort één waarde: kies {' of '.join(f'“{slug}”' for slug in several)}."
        return f"Zet elke waarde op een eigen regel: {' en '.join(f'“- {slug}”' for slug in several)}."
    if not known.named(reference, word) and (question := _ask(reference, word, known, is_item)):
        return question
    hint = _WHERE[reference.kind].format(vocabulary=reference.vocabulary)
    if meant:
        hint = f"Bedoelde u “{meant[0]}”?{_THERE * is_there}"
    elif 0 < len(targets) <= _SHORT_LIST:
        hint = f"Kies uit: {', '.join(sorted(targets))}."
    return f"{hint} {_say_new(reference, word, meant, known, is_item)}".strip()


def _say_new(reference: Reference, word: str, meant: tuple[str, ...], known: KnownSlugs, is_item: bool) -> str:
    """Return what to do when this is an organisation that the catalogue lacks, or a group; ``""`` when it is neither.

    An address, a person or a remark at a known name is no organisation.
    """
    if reference.kind != PARTNERS:
        return ""
    if is_item and word.islower() and _WORDS.fullmatch(word):
        return "Is het een groep zonder eigen naam? Zet die onder “ook_betrokken”."
    is_person = any(matter == "person" and pattern.search(word) for _, matter, pattern in load_signs())
    if is_person or re.search(r"[/\\@]|www\.", word) or any(known.named(reference, part) for part in word.split(":")):
        return ""
    is_new = "Is het een andere organisatie?" if meant else "Staat de organisatie er nog niet in?"
    return f"{is_new} Maak dan eerst het bestand content/{PARTNERS}/{make_anchor(word)}.md."


def _ask(reference: Reference, word: str, known: KnownSlugs, is_item: bool) -> str:
    """Return a question about a word that may be several names, or the start of several; ``""`` for none."""
    parts = split_list(word) if reference.kind == PARTNERS and is_item else []
    if len(parts) > 1 and any(known.named(reference, part) for part in parts):
        items = " en ".join(f"“- {part}”" for part in parts)
        return f"Zijn het er meer? Zet elke organisatie op een eigen regel: {items}."
    of_word = sorted(target for target in known.targets(reference) if target.startswith(f"{make_anchor(word)}-"))
    if len(of_word) > 1:
        choices = ", ".join(of_word[:MOST_SHOWN])
        return f"Welke bedoelt u? Kies uit: {choices}. Staat die er niet bij? Schrijf dan de hele naam."
    return ""


def _find_key(reference: Reference, word: str, known: KnownSlugs) -> str:
    """Return the key of a practice for which a word clearly is a value, and not for this reference; ``""`` for none."""
    fields = [field for field in entry_fields(PRACTICES) if field.every_form[0].reference]
    found = [
        (field.key, other.group)
        for field in fields
        if (other := field.every_form[0].reference) and other.group != reference.group and known.named(other, word)
    ]
    return "” of “".join(key for key, _ in found) if len({group for _, group in found}) == 1 else ""


def check_roles(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for every organisation under the wrong key of a practice."""
    kinds = {
        slug: kind
        for slug, extract in whole.extracts[PARTNERS].items()
        if whole.place(PARTNERS, slug)[0].path not in whole.unsure
        for kind in extract.slugs("soort")
        if whole.known.has(_KIND, kind)
    }
    for practice, extract in whole.extracts[PRACTICES].items():
        for path, _, slug in extract.references:
            other_key = _OTHER_ROLE.get(str(path[0]))
            named = whole.known.named(_PARTNER, slug) if other_key and slug not in kinds else ()
            kind = kinds.get(next(iter(named)) if len(named) == 1 else slug)
            if kind and other_key and (kind == HOUSING_ASSOCIATION) is not (other_key == "partners"):
                diagnose, _ = whole.place(PRACTICES, practice)
                matter = "twice" if slug in extract.slugs(other_key) else ""
                yield from diagnose.value("wrong-role", path, matter, slug=slug, kind=kind, right=other_key)


def check_unused_partners(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield a warning for every partner to which no reference points; only when all files could be read."""
    if whole.unsure:
        return
    named, partners = set[str](), whole.known.targets(_PARTNER)
    for extract in chain(whole.extracts[PRACTICES].values(), whole.extracts[PARTNERS].values()):
        for _, among, slug in extract.references:
            if among == PARTNERS:
                named.update([slug] if slug in partners else suggest_targets(_PARTNER, slug, whole.known))
    for slug, extract in whole.extracts[PARTNERS].items():
        _, _, key = extract.names[0]
        is_double = len(whole.known.by_name(_PARTNER, key)) > 1  # another rule reports it
        if slug not in named and not is_double:
            yield from whole.place(PARTNERS, slug)[0].value("unused-partner", ("naam",))


def check_loops(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield one error per loop, at its alphabetically first entry, and for what refers to itself."""
    for kind, key in ((PRACTICES, "gebaseerd_op"), (PRACTICES, "opgevolgd_door"), (PARTNERS, "opgevolgd_door")):
        for loop, index in _loops({slug: extract.slugs(key) for slug, extract in whole.extracts[kind].items()}):
            diagnose, names = whole.place(kind, loop[0])[0], " → ".join([*loop, loop[0]])
            path = (key, index) if kind == PRACTICES else (key,)
            yield from diagnose.value("reference-loop", path, "loop", key=key, names=names)
    for slug, extract in whole.extracts[PRACTICES].items():
        for index, word in enumerate(extract.slugs("verwant")):
            if word == slug or (
                word not in whole.known.targets(_PRACTICE) and whole.known.named(_PRACTICE, word) == {slug}
            ):
                yield from whole.place(PRACTICES, slug)[0].value("reference-loop", ("verwant", index), "itself")
        for adopter, _, word in extract.references:
            if adopter[0] == "overgenomen" and word in extract.slugs("corporaties"):
                yield from whole.place(PRACTICES, slug)[0].value("reference-loop", adopter, "own", word=word)


def _loops(links: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[list[str], int]]:
    """Yield every loop from its alphabetically first slug on, with the index of the link that leads into it."""
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
    """Yield an error for each link to a draft or its files, or to a missing heading, as far as files could be read."""
    drafts = {path for path, file in whole.entries.items() if file.extract and file.extract.is_draft}
    headings = {path: file.diagnose.headings for path, file in whole.entries.items() if file.extract}
    for path, file in whole.entries.items():
        for target, fragment, *place in file.links:
            if not drafts.isdisjoint((target, f"{target.rpartition('/')[0]}.md")) and path not in drafts:
                yield from file.diagnose.place("broken-link", place, "draft", target=target)
            elif fragment and target in headings and fragment not in headings[target]:
                choices = ", ".join(sorted(headings[target])) or "geen"
                yield from file.diagnose.place(
                    "broken-link", place, "no-heading-there", target=target, fragment=fragment, choices=choices
                )
