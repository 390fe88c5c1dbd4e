"""The checks, grouped by subject; texts/rules.yaml explains the rules and holds their messages.

A check is a function that yields diagnostics; it runs because it is in one of the tuples below.
"""

from collections.abc import Callable, Iterator

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.entries import Practice
from mvo_catalogue.validation.context import DatedEntry, EntryFile, WholeCatalogue
from mvo_catalogue.validation.rules import (
    addresses,
    duplicates,
    evidence,
    language,
    left_over,
    outline,
    plain_text,
    privacy,
    references,
)

FILE_CHECKS: tuple[Callable[[EntryFile], Iterator[Diagnostic]], ...] = (
    left_over.check_left_overs,
    outline.check_keys,
    outline.check_text,
    outline.check_repeated_values,
    plain_text.check_fields,
    plain_text.check_summary,
    privacy.check_citizen_numbers,
    privacy.check_mailboxes,
    privacy.check_phone_numbers,
    evidence.check_archives,
    evidence.check_figures,
    language.check_sentences,
    language.check_readability,
    language.check_words,
)
"""For a file of any kind, whatever else is wrong with it."""

TEXT_CHECKS: tuple[Callable[[EntryFile], Iterator[Diagnostic]], ...] = (
    privacy.check_citizen_numbers,
    privacy.check_mailboxes,
    privacy.check_phone_numbers,
    language.check_sentences,
    language.check_words,
)
"""For a text beside a practice, which has no fields."""

PRACTICE_CHECKS: tuple[Callable[[EntryFile, Practice], Iterator[Diagnostic]], ...] = (
    evidence.check_period,
    evidence.check_actors,
    evidence.check_evidence,
    evidence.check_outcome,
    evidence.check_materials,
    evidence.check_lessons,
    outline.check_fixed_headings,
)
"""For a practice whose values could be read."""

DAY_CHECKS: tuple[Callable[[DatedEntry], Iterator[Diagnostic]], ...] = (
    evidence.check_days,
    evidence.check_dates,
    evidence.check_phase,
    evidence.check_age,
)
"""For an entry on a day: the outcome is not part of what is cached of a file."""

CATALOGUE_CHECKS: tuple[Callable[[WholeCatalogue], Iterator[Diagnostic]], ...] = (
    references.check_links,
    references.check_references,
    references.check_roles,
    references.check_loops,
    references.check_unused_partners,
    addresses.check_former,
    addresses.check_removed,
    duplicates.check_double_names,
    duplicates.check_near_duplicates,
)
"""For the whole catalogue."""
