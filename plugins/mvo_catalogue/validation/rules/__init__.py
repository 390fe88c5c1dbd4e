"""The rules, one per module: each has a ``RULE`` that explains it to an editor, and most have the check itself.

A new rule is a new module that is imported here and stands in the one of the five lists that fits its ``check``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview, FileReview, PracticeReview
from mvo_catalogue.validation.rule import Rule
from mvo_catalogue.validation.rules import (
    ambiguous_reference,
    broken_link,
    citizen_number,
    double_name,
    duplicate_key,
    empty_heading,
    empty_value,
    evidence_without_proof,
    few_steps,
    file_case,
    file_empty,
    file_encoding,
    file_link,
    file_name,
    file_too_large,
    file_unreadable,
    front_matter,
    hard_text,
    hard_word,
    heading_level,
    hidden_character,
    image,
    key_in_text,
    link_gone,
    link_moved,
    link_private,
    link_unsure,
    long_sentence,
    missing_key,
    missing_section,
    misspelt_heading,
    near_duplicate,
    no_actor,
    outside_link,
    pelican_path,
    period_order,
    personal_mailbox,
    personal_phone,
    placeholder,
    raw_html,
    reference_loop,
    repeated_value,
    review_date,
    section_order,
    source_without_archive,
    stale_review,
    stopped_without_lessons,
    unknown_key,
    unknown_partner,
    unknown_practice,
    unknown_topic,
    unknown_value,
    unknown_vocabulary,
    unsafe_link,
    unused_partner,
    wrong_address,
    wrong_date,
    wrong_length,
    wrong_number,
    wrong_role,
    wrong_type,
    wrong_value,
    yaml_feature,
    yaml_syntax,
)


class RuleModule(Protocol):
    """A module that explains a rule."""

    RULE: Rule


class TextRule(RuleModule, Protocol):
    """A rule about the text of any entry."""

    def check(self, text: MarkdownText) -> Iterable[Finding]:
        """Yield what is wrong with a text."""


class FileRule(RuleModule, Protocol):
    """A rule about any file, whatever else is wrong with it."""

    def check(self, review: FileReview) -> Iterable[Finding]:
        """Yield what is wrong with a file."""


class EntryRule(RuleModule, Protocol):
    """A rule about one practice."""

    def check(self, review: PracticeReview) -> Iterable[Finding]:
        """Yield what is wrong with a practice."""


class CatalogueRule(RuleModule, Protocol):
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

FOUND_BEFORE: tuple[RuleModule, ...] = (
    broken_link,
    duplicate_key,
    empty_value,
    file_case,
    file_empty,
    file_encoding,
    file_link,
    file_name,
    file_too_large,
    file_unreadable,
    front_matter,
    hidden_character,
    image,
    missing_key,
    outside_link,
    pelican_path,
    raw_html,
    unknown_key,
    unknown_vocabulary,
    unsafe_link,
    wrong_address,
    wrong_date,
    wrong_length,
    wrong_number,
    wrong_type,
    wrong_value,
    yaml_feature,
    yaml_syntax,
)
"""Rules that are broken before there is an entry to judge: while reading a file, or by the schema."""

FOUND_ONLINE: tuple[RuleModule, ...] = (
    link_gone,
    link_moved,
    link_private,
    link_unsure,
)
"""Rules about other sites, which only ``mvo links`` asks."""

ALL_RULES: dict[str, Rule] = {
    module.RULE.id: module.RULE
    for module in sorted(
        (*TEXT_RULES, *FILE_RULES, *ENTRY_RULES, *CATALOGUE_RULES, *FOUND_BEFORE, *FOUND_ONLINE),
        key=lambda module: module.RULE.id,
    )
}
"""Every rule by its ID, in the order of the alphabet."""
