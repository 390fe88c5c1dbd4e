"""The rules beyond the schema, one per module.

``ENTRY_RULES`` look at one practice, ``CATALOGUE_RULES`` at everything together. A rule explains itself in its
docstring with a wrong and a right example, and yields what it finds.
"""

from __future__ import annotations

from mvo_catalogue.validation.rules import (
    double_name,
    evidence_without_proof,
    few_steps,
    missing_section,
    misspelt_heading,
    no_actor,
    period_order,
    personal_mailbox,
    reference_loop,
    repeated_value,
    review_date,
    section_order,
    stale_review,
    stopped_without_lessons,
    unknown_reference,
    unused_partner,
    wrong_role,
)

ENTRY_RULES = (
    no_actor,
    repeated_value,
    period_order,
    personal_mailbox,
    evidence_without_proof,
    review_date,
    stale_review,
    stopped_without_lessons,
    misspelt_heading,
    missing_section,
    section_order,
    few_steps,
)
"""Rules with ``check(review)`` that yield findings about one practice."""

CATALOGUE_RULES = (unknown_reference, wrong_role, reference_loop, double_name, unused_partner)
"""Rules with ``check(review)`` that yield (entry path, finding)."""
