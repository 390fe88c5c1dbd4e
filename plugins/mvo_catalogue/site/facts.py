"""The key facts of a practice as text, the same on its page, in documents made from it and in its data."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mvo_catalogue.domain.entries import LONGEST_OUTCOME, RESULTS, EffortEstimate, LeadTimeEstimate, Material, Practice
from mvo_catalogue.domain.model import AREAS, INSTRUMENTS, PROCESS_PHASES, TARGET_GROUPS
from mvo_catalogue.domain.values import EvidenceLevel, MaterialKind
from mvo_catalogue.domain.vocabulary import Vocabulary
from mvo_catalogue.reading.prose import split_sentences
from mvo_catalogue.site.words import (
    cost_words,
    estimate_words,
    join_names,
    join_words,
    long_date,
    money_words,
    period_words,
    study_words,
    without_capital,
)
from mvo_catalogue.texts import Words, load_texts, load_words


class Fact(NamedTuple):
    """A key fact: its label, its value as text (``""`` when unknown), and an explanation."""

    label: str
    words: str
    explanation: str = ""


MONEY = ("eis", "kosten", "geld")
"""What the association demands of whom it pays, the costs, and what a source says about money.

The last is a fact of its own, since it does not always say what the housing association paid.
"""

EFFORT = ("inzet", "doorlooptijd", "moeilijkheid", "fase")
"""What else it takes, and its phase."""

JUDGED = (*MONEY, *EFFORT)
"""The key facts of a practice, besides its outcome and evidence."""

SITUATION = ("plaatsen", "periode")
"""Where and when it was done."""

TRAITS = ("onderzoek", "doelgroepen", "provincies", "gebied", "instrumenten", "procesfase", "kader")
"""Other facts."""


class FactWords(Words):
    """The label of a fact, and its explanation if that is the same for every practice.

    ``inside`` is the label inside a sentence, if that differs in more than its capital.
    """

    label: str
    meaning: str = ""
    inside: str = ""


def fact_words() -> Mapping[str, FactWords]:
    """Return the labels of each fact by its key in the front matter, in the order in which they are shown."""
    return load_words("facts", FactWords, {"facts": ("onderbouwing", *JUDGED, *SITUATION, *TRAITS)})["facts"]


class _OutcomeWords(Words):
    described: str
    unknown: str
    ask: str
    reach: str
    year_of_source: str


def evidence_words(level: EvidenceLevel) -> str:
    """Return a level of evidence as text; the lowest without its rank, which would read as a low score."""
    return f"{level.label} ({level.rank} van {len(EvidenceLevel)})" if level.rank > 1 else level.label


def known_outcome(practice: Practice) -> str:
    """Return the outcome of a practice as a sentence: its own, or the first short sentence of its results, or ``""``.

    Only the first sentence of a point can be read on its own, and not one that ends in a colon.
    """
    results = practice.body.section(RESULTS)
    if practice.outcome or results is None:
        return practice.outcome or ""
    first = (sentence for point in results.points for at, sentence in split_sentences(point) if at == 0)
    short = (sentence for sentence in first if len(sentence) <= LONGEST_OUTCOME and sentence.endswith((".", "!", "?")))
    return next(short, load_texts("outcome", _OutcomeWords).described)


def is_reach(practice: Practice) -> bool:
    """Return whether the outcome only says whom the practice reached, not what it did for them."""
    return (practice.outcome or "").startswith(load_texts("outcome", _OutcomeWords).reach)


def outcome_words(practice: Practice, name: str) -> str:
    """Return the outcome of a practice, or the advice to ask ``name``."""
    words = load_texts("outcome", _OutcomeWords)
    return known_outcome(practice) or (words.ask.format(name=name.rstrip(".")) if name else words.unknown)


def year_words(practice: Practice) -> str:
    """Return the period of a practice, or else the year of its newest source, or ``""``."""
    words, source = load_texts("outcome", _OutcomeWords), practice.latest_source_year
    known = words.year_of_source.format(year=source) if source else ""
    return period_words(practice.period) or known


def material_words(materials: Iterable[Material]) -> str:
    """Return the kinds of material as text, ``Met checklist``, or ``""``."""
    kinds = dict.fromkeys(material.kind for material in materials)
    named = [without_capital(kind.label) for kind in kinds if kind is not MaterialKind.OTHER]
    return f"Met {join_words(named or ['materiaal'])}" if kinds else ""


def practice_facts(practice: Practice, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Fact]:
    """Return the key facts of a practice by their key, known or not, in the order in which they are shown."""

    def names(vocabulary: str, slugs: Sequence[str]) -> str:
        return join_names(vocabularies[vocabulary][slug].name for slug in slugs)

    evidence, frame = practice.evidence, practice.legal_frame
    provinces = join_words(province.label for province in practice.provinces)
    known = {
        "onderbouwing": evidence_words(evidence),
        "doelgroepen": names(TARGET_GROUPS, practice.target_groups),
        "plaatsen": join_words(practice.shown_places) or provinces,
        "provincies": provinces,
        "gebied": names(AREAS, practice.areas),
        "periode": period_words(practice.period),
        "fase": practice.phase.label if practice.phase else "",
        "instrumenten": names(INSTRUMENTS, practice.instruments),
        "procesfase": names(PROCESS_PHASES, practice.process_phases),
        "kosten": cost_words(practice.costs),
        "inzet": estimate_words(practice.effort_estimate),
        "doorlooptijd": estimate_words(practice.lead_time_estimate),
        "moeilijkheid": estimate_words(practice.difficulty_estimate),
    }
    meanings = {"onderbouwing": evidence.meaning}
    # A source that says something else than what the scale measures needs no explanation of the scale.
    estimates = {"inzet": practice.effort_estimate, "doorlooptijd": practice.lead_time_estimate}
    own = (EffortEstimate, LeadTimeEstimate)
    meanings |= {key: "" for key, one in estimates.items() if isinstance(one, own) and one.step is None}
    if practice.demand:
        known["eis"] = practice.demand
    if practice.costs and practice.costs.explanation:
        known["geld"] = money_words(practice.costs)
    if practice.study:
        known["onderzoek"] = study_words(practice.study)
        meanings["onderzoek"] = practice.study.design.meaning
    if frame:
        known["kader"] = vocabularies["grondslagen"][frame.basis].name
        meanings["kader"] = f"Nagekeken op {long_date(frame.reviewed_on)}."
    return {
        key: Fact(words.label, known[key], meanings.get(key, words.meaning))
        for key, words in fact_words().items()
        if key in known
    }
