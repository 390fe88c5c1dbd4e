"""The key facts of a practice as words: the same on its page, in what is made from it and in its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.domain.values import CostClass, Difficulty, Effort, EvidenceLevel, LeadTime
from mvo_catalogue.domain.vocabulary import Vocabulary
from mvo_catalogue.site.words import cost_words, join_names, join_words, long_date, period_words, scale_words


class Fact(NamedTuple):
    """One key fact: what it is called, what is known of it (``""`` when nothing is), and what it means."""

    label: str
    words: str
    explanation: str = ""


def practice_facts(practice: Practice, vocabularies: Mapping[str, Vocabulary]) -> list[Fact]:
    """Return the key facts of a practice, known or not, in the order in which readers see them."""

    def names(vocabulary: str, slugs: Sequence[str]) -> str:
        return join_names(vocabularies[vocabulary][slug].name for slug in slugs)

    evidence = practice.evidence
    facts = [
        Fact("Onderbouwing", f"{evidence.label} ({evidence.rank} van {len(EvidenceLevel)})", evidence.meaning),
        Fact("Voor wie", names("doelgroepen", practice.target_groups)),
        Fact("Waar", join_words(practice.places)),
        Fact("Provincie", join_words(province.label for province in practice.provinces)),
        Fact("Wanneer", period_words(practice.period)),
        Fact("Fase", practice.phase.label if practice.phase else ""),
        Fact("Middel", names("instrumenten", practice.instruments)),
        Fact(
            "Procesfase",
            join_names(phase.label for phase in practice.process_phases),
            "Waar het past in het werk van een corporatie.",
        ),
        Fact(
            "Kosten", cost_words(practice.costs, len(CostClass) - 1), "Wat het de corporatie in het eerste jaar kost."
        ),
        Fact("Inzet", scale_words(practice.effort, len(Effort)), "Eigen uren van de corporatie in het eerste jaar."),
        Fact(
            "Doorlooptijd", scale_words(practice.lead_time, len(LeadTime)), "Van het besluit tot het eerste resultaat."
        ),
        Fact("Moeilijkheid", scale_words(practice.difficulty, len(Difficulty)), "Hoeveel partijen nodig zijn."),
    ]
    if practice.legal_frame:
        basis = vocabularies["grondslagen"][practice.legal_frame.basis].name
        facts.append(Fact("Wet of regeling", basis, f"Nagekeken op {long_date(practice.legal_frame.reviewed_on)}."))
    return facts
