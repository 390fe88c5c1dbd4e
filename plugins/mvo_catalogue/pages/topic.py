"""What the page of a topic says besides its list: what is known best and why, who takes part, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import LESSONS, RESULTS, Practice, Topic
from mvo_catalogue.domain.model import HOUSING_ASSOCIATION, OTHER_ORGANISATION, PARTNER_KINDS
from mvo_catalogue.domain.patterns import counts_something
from mvo_catalogue.domain.values import PROVINCES, EvidenceLevel, Phase, Province, SourceKind
from mvo_catalogue.pages.cards import PracticeCard, Tally, Views, count_values
from mvo_catalogue.site.urls import search_path
from mvo_catalogue.site.words import join_words, long_date, without_capital
from mvo_catalogue.texts import Words, count_words, load_texts

BEST = 3
"""How many practices are shown as known best."""

_NO_KIND_OF_PARTNER = (HOUSING_ASSOCIATION, OTHER_ORGANISATION)


class Gap(Words):
    """Something that nobody wrote down yet: what is missing, and how one asks for it."""

    missing: str
    wish: str

    def fill(self, **values: object) -> Gap:
        """Return the gap with these values in its sentence."""
        return Gap(missing=self.missing.format(**values), wish=self.wish)


class _Gaps(Words):
    practices: Gap
    measured: Gap
    compared: Gap
    stopped: Gap
    adoptions: Gap
    costs_of_any: Gap
    costs_of_most: Gap
    lessons: Gap
    any_province: Gap
    provinces: Gap
    provinces_but_nationwide: Gap
    kinds: Gap


class _TopicTexts(Words):
    study: str
    repeated: str
    one_other: str
    others: str
    result: str
    gaps: _Gaps


class TopicView(NamedTuple):
    """A topic with its practices, best known first; ``best`` are the first, each with what shows that, or ``""``."""

    best: list[tuple[PracticeCard, str]]
    rest: Sequence[Practice]
    evidence: list[Tally]
    kinds: list[Tally]
    gaps: list[Gap]


def build_topic_view(topic: Topic, practices: Sequence[Practice], catalogue: Catalogue, views: Views) -> TopicView:
    """Return what the page of a topic shows; ``practices`` are its own, best known first."""
    texts = load_texts("topic", _TopicTexts)
    best = [practice for practice in practices[:BEST] if practice.evidence.rank > 1]
    evidence = count_values(practices, lambda practice: [practice.evidence])
    kinds = count_values(practices, lambda practice: [catalogue.partners[slug].kind for slug in practice.partners])
    ordered = sorted(catalogue.names(PARTNER_KINDS, kinds), key=lambda kind: (-kinds[kind[0]], kind[1]))
    missing_kinds = [
        value.name
        for kind, value in catalogue.vocabularies[PARTNER_KINDS].items()
        if kind not in kinds and kind not in _NO_KIND_OF_PARTNER
    ]

    def tally(label: str, count: int, facet: str, value: str) -> Tally:
        return Tally(label, count, search_path(("thema", topic.slug), (facet, value)))

    return TopicView(
        best=[(views.practices[practice.slug], _evidence_detail(practice, texts)) for practice in best],
        rest=practices[len(best) :],
        evidence=[
            tally(level.label, evidence[level], "onderbouwing", level.value)
            for level in reversed(EvidenceLevel)
            if evidence[level]
        ],
        kinds=[tally(name, kinds[kind], "soort", kind) for kind, name in ordered],
        gaps=_gaps(practices, missing_kinds, texts.gaps),
    )


def _evidence_detail(practice: Practice, texts: _TopicTexts) -> str:
    """Return by what one sees how much is known of a practice, in its own words; the outcome stands beside it."""
    results = () if practice.outcome else practice.body.points(RESULTS)
    counted = [text for text in results if counts_something(text)]
    result = next((texts.result.format(text=text) for text in counted or results), "")
    study = next((source for source in practice.sources if source.kind is SourceKind.STUDY), None)
    if practice.evidence is EvidenceLevel.STUDIED and study:
        date = f", {long_date(study.date)}" if study.date else ""
        said = texts.study.format(title=study.title, publisher=study.publisher, date=date, result=result)
        return said.rstrip()
    if practice.evidence is EvidenceLevel.REPEATED:
        return texts.repeated.format(others=count_words(len(practice.adoptions), texts.one_other, texts.others))
    return result


def _gaps(practices: Sequence[Practice], missing_kinds: Sequence[str], gaps: _Gaps) -> list[Gap]:
    """Return what these practices leave unanswered, what readers ask for most first."""
    if not practices:
        return [gaps.practices]
    total = len(practices)
    best = max(practice.evidence.rank for practice in practices)
    known = sum(practice.cost_class is not None for practice in practices)
    without = sum(practice.body.section(LESSONS) is None for practice in practices)
    found = {province for practice in practices for province in practice.provinces}
    provinces = [province.label for province in PROVINCES if province not in found]
    some_provinces = gaps.provinces_but_nationwide if Province.NATIONWIDE in found else gaps.provinces
    costs = gaps.costs_of_most if known else gaps.costs_of_any
    answers = (
        (gaps.measured, best == EvidenceLevel.DESCRIBED.rank),
        (gaps.compared, EvidenceLevel.DESCRIBED.rank < best < EvidenceLevel.COMPARED.rank),
        (gaps.stopped, not any(practice.phase is Phase.STOPPED for practice in practices)),
        (gaps.adoptions, not any(practice.adoptions for practice in practices)),
        (costs.fill(known=known, total=total), known * 2 < total),
        (gaps.lessons.fill(without=without, total=total), without * 2 > total),
        (gaps.any_province, len(provinces) == len(PROVINCES)),
        (some_provinces.fill(provinces=join_words(provinces, "of")), 0 < len(provinces) < len(PROVINCES)),
        (gaps.kinds.fill(kinds=join_words(map(without_capital, missing_kinds), "of")), bool(missing_kinds)),
    )
    return [gap for gap, is_missing in answers if is_missing]
