"""The rules with a check of their own, one per module; texts/rules.yaml explains these and all others to an editor.

A new rule is a new module that is imported here and stands in the one of the four lists that fits its ``check``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview, FileReview, PracticeReview
from mvo_catalogue.validation.rules import (
    ambiguous_reference,
    citizen_number,
    double_name,
    empty_heading,
    evidence_without_proof,
    few_steps,
    hard_text,
    hard_word,
    heading_level,
    key_in_text,
    long_sentence,
    missing_section,
    misspelt_heading,
    near_duplicate,
    no_actor,
    period_order,
    personal_mailbox,
    personal_phone,
    placeholder,
    reference_loop,
    repeated_value,
    review_date,
    section_order,
    source_without_archive,
    stale_review,
    stopped_without_lessons,
    unknown_partner,
    unknown_practice,
    unknown_topic,
    unknown_value,
    unused_partner,
    wrong_role,
)


class TextRule(Protocol):
    """A rule about the text of any entry."""

    def check(self, text: MarkdownText) -> Iterable[Finding]:
        """Yield what is wrong with a text."""


class FileRule(Protocol):
    """A rule about any file, whatever else is wrong with it."""

    def check(self, review: FileReview) -> Iterable[Finding]:
        """Yield what is wrong with a file."""


class EntryRule(Protocol):
    """A rule about one practice."""

    def check(self, review: PracticeReview) -> Iterable[Finding]:
        """Yield what is wrong with a practice."""


class CatalogueRule(Protocol):
    """A rule about everything together."""

    def check(self, review: CatalogueReview) -> Iterable[tuple[str, Finding]]:
        """Yield the path of an entry and what is wrong with it."""


TEXT_RULES: tuple[TextRule, ...] = (
    empty_heading,
    heading_level,
)

FILE_RULES: tuple[FileRule, ...] = (
    placeholder,
    citizen_number,
    personal_mailbox,
    personal_phone,
    key_in_text,
    source_without_archive,
    long_sentence,
    hard_text,
    hard_word,
)

ENTRY_RULES: tuple[EntryRule, ...] = (
    no_actor,
    repeated_value,
    period_order,
    evidence_without_proof,
    review_date,
    stale_review,
    stopped_without_lessons,
    misspelt_heading,
    missing_section,
    section_order,
    few_steps,
)

CATALOGUE_RULES: tuple[CatalogueRule, ...] = (
    unknown_topic,
    unknown_partner,
    unknown_practice,
    unknown_value,
    ambiguous_reference,
    wrong_role,
    reference_loop,
    double_name,
    unused_partner,
    near_duplicate,
)
