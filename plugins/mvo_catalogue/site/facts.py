"""The key facts of a practice as words: the same on its page, in what is made from it and in its data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mvo_catalogue.domain.model import AREAS, INSTRUMENTS, PROCESS_PHASES, TARGET_GROUPS
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.domain.values import CostClass, Difficulty, Effort, EvidenceLevel, LeadTime
from mvo_catalogue.domain.vocabulary import Vocabulary
from mvo_catalogue.site.words import (
    cost_words,
    join_names,
    join_words,
    long_date,
    money_words,
    period_words,
    scale_words,
)


class Fact(NamedTuple):
    """One key fact: what it is called, what is known of it (``""`` when nothing is), and what it means."""

    label: str
    words: str
    explanation: str = ""


FACT_LABELS = {
    "onderbouwing": ("Onderbouwing", ""),
    "doelgroepen": ("Voor wie", ""),
    "plaatsen": ("Waar", ""),
    "provincies": ("Provincie", ""),
    "gebied": ("Soort gebied", ""),
    "periode": ("Wanneer", ""),
    "fase": ("Fase", ""),
    "instrumenten": ("Middel", ""),
    "procesfase": ("Procesfase", "Waar het past in het werk van een corporatie."),
    "kosten": ("Kosten", "Wat het de corporatie in het eerste jaar kost."),
    "geld": ("Wat de bron over geld zegt", ""),
    "inzet": ("Inzet", "Eigen uren van de corporatie in het eerste jaar."),
    "doorlooptijd": ("Doorlooptijd", "Van het besluit tot het eerste resultaat."),
    "moeilijkheid": ("Moeilijkheid", "Hoeveel partijen nodig zijn."),
    "kader": ("Wet of regeling", ""),
}
"""What readers call a key of the front matter, and what it means, in the order in which they see the facts.

The explanation of the costs (``geld``) is a fact of its own: it does not always say what the housing association paid.
"""

JUDGED = ("kosten", "geld", "inzet", "doorlooptijd", "moeilijkheid", "fase")
"""What a reader judges a practice by, beside how sure it is that it works."""

SITUATION = ("plaatsen", "periode")
"""Where and when it was done."""


def practice_facts(practice: Practice, vocabularies: Mapping[str, Vocabulary]) -> list[Fact]:
    """Return the key facts of a practice, known or not, in the order in which readers see them."""

    def names(vocabulary: str, slugs: Sequence[str]) -> str:
        return join_names(vocabularies[vocabulary][slug].name for slug in slugs)

    evidence, frame = practice.evidence, practice.legal_frame
    provinces = join_words(province.label for province in practice.provinces)
    words = {
        "onderbouwing": f"{evidence.label} ({evidence.rank} van {len(EvidenceLevel)})",
        "doelgroepen": names(TARGET_GROUPS, practice.target_groups),
        "plaatsen": join_words(practice.places) or provinces,
        "provincies": provinces,
        "gebied": names(AREAS, practice.areas),
        "periode": period_words(practice.period),
        "fase": practice.phase.label if practice.phase else "",
        "instrumenten": names(INSTRUMENTS, practice.instruments),
        "procesfase": names(PROCESS_PHASES, practice.process_phases),
        "kosten": cost_words(practice.costs, len(CostClass) - 1),
        "inzet": scale_words(practice.effort, len(Effort)),
        "doorlooptijd": scale_words(practice.lead_time, len(LeadTime)),
        "moeilijkheid": scale_words(practice.difficulty, len(Difficulty)),
    }
    meanings = {"onderbouwing": evidence.meaning}
    if practice.costs and practice.costs.explanation:
        words["geld"] = money_words(practice.costs)
    if frame:
        words["kader"] = vocabularies["grondslagen"][frame.basis].name
        meanings["kader"] = f"Nagekeken op {long_date(frame.reviewed_on)}."
    return [
        Fact(label, words[key], meanings.get(key, explanation))
        for key, (label, explanation) in FACT_LABELS.items()
        if key in words
    ]


def pick_facts(facts: Iterable[Fact], keys: Sequence[str]) -> list[Fact]:
    """Return those of the facts of a practice that have these keys, in the order of ``keys``."""
    known = {fact.label: fact for fact in facts}
    return [known[FACT_LABELS[key][0]] for key in keys if FACT_LABELS[key][0] in known]
