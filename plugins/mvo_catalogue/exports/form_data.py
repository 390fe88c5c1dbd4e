"""The data of the form for a practice: the schema, the messages, the patterns of the rules, and the choices."""

import json
import re
from dataclasses import asdict
from typing import Any

from mvo_catalogue.derived.json_schema import build_json_schema, build_messages
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.diagnostic import load_rules
from mvo_catalogue.domain.entries import APPROACH, LEAST_STEPS, LESSONS, RESULTS, SECTION_ORDER
from mvo_catalogue.domain.model import MAILBOX, PARTNERS, PRACTICES, TOPICS, URL, VOCABULARIES, FieldType, Reference
from mvo_catalogue.domain.normalise import AROUND, LOOSE, date_patterns, load_spellings
from mvo_catalogue.domain.patterns import FIGURE, browser_pattern
from mvo_catalogue.domain.values import EvidenceLevel
from mvo_catalogue.domain.vocabulary import SynonymGroup
from mvo_catalogue.reading.markdown import HTML
from mvo_catalogue.reading.near_misses import IN_TEXT, PATTERNS
from mvo_catalogue.schema.parse import load_messages
from mvo_catalogue.schema.references import list_vocabularies
from mvo_catalogue.schema.tree import (
    Choice,
    EntrySchema,
    Field,
    build_schema,
    entry_keys,
    reference_choices,
)
from mvo_catalogue.site.facts import fact_words
from mvo_catalogue.validation.rules import evidence, left_over, plain_text, privacy

_NOT_READ = {
    "$schema",
    "additionalProperties",
    "default",
    "description",
    "enumDescriptions",
    "examples",
    "format",
    "patternErrorMessage",
    "title",
    "uniqueItems",
}
"""The keywords of the JSON Schema that are for editors of text."""


def build_form_data(catalogue: Catalogue) -> str:
    """Return the data of the form as JSON; docs/contribute-form.md says what is in it."""
    practices, partners = (build_schema(kind, catalogue) for kind in (PRACTICES, PARTNERS))
    data = {
        "practice": _entry(practices),
        "partner": _entry(partners),
        "messages": build_messages(),
        "rules": _rules(),
        "persons": _persons(),
        "texts": _texts(),
        "body": _body(),
        "spellings": _spellings(),
        "ruleMessages": _rule_messages(),
        "inTheForm": load_messages().in_the_form,
        "rulesInTheForm": load_messages().rules_in_the_form,
        "lists": _lists(catalogue),
        "facts": [{"key": key, **words.model_dump()} for key, words in fact_words().items()],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _entry(schema: EntrySchema) -> dict[str, Any]:
    return {
        "folder": f"content/{schema.kind}/",
        "fields": [_field(field) for field in schema.fields],
        "schema": _bare(build_json_schema(schema)),
    }


def _bare(node: Any) -> Any:
    """Return a JSON Schema without what the form does not read."""
    if not isinstance(node, dict):
        return list(map(_bare, node)) if isinstance(node, list) else node
    return {keyword: _bare(value) for keyword, value in node.items() if keyword not in _NOT_READ}


def _field(field: Field) -> dict[str, Any]:
    """Return how a key is written and labelled; of a field with several forms, the choices of all of them."""
    return {
        "key": field.key,
        "label": field.label,
        "meaning": field.meaning,
        "isQuoted": field.is_free_text,
        "isBoolean": field.type is FieldType.BOOLEAN,
        "default": field.default or "",
        "fields": [_field(inner) for inner in field.inner],
        "choices": [
            asdict(choice) for form in field.every_form if form.type is FieldType.CHOICE for choice in form.choices
        ],
        "list": _list_of(field.item or field),
    }


def _list_of(field: Field) -> str:
    """Return the name of the list that a reference chooses from, as in the template of the form."""
    reference = field.reference
    if reference is None:
        return ""
    if reference.kind == PARTNERS:
        return {True: "corporaties", False: "partners", None: "organisaties"}[reference.associations]
    return reference.vocabulary or reference.kind


def _lists(catalogue: Catalogue) -> dict[str, list[list[Any]]]:
    """Return what can be chosen by typing: value, name, kind, other names, and related words.

    Names of organisations and practices are in files of their own (`build_form_names`).
    """
    vocabularies = {name: Reference(VOCABULARIES, name) for name in list_vocabularies(PRACTICES, PARTNERS)}
    return {
        name: [_row(reference, choice, catalogue) for choice in reference_choices(reference, catalogue)]
        for name, reference in ({TOPICS: Reference(TOPICS)} | vocabularies).items()
    }


def _row(reference: Reference, choice: Choice, catalogue: Catalogue) -> list[Any]:
    """Return a choice of a list, with the synonyms of its words."""
    topic = catalogue.topics.get(choice.value) if reference.kind == TOPICS else None
    words = list(topic.keywords if topic else ())
    own = {word.casefold() for word in (choice.label, *words)}
    for group in catalogue.vocabularies.get("synoniemen", {}).values():
        if isinstance(group, SynonymGroup) and own & {word.casefold() for word in (group.name, *group.words)}:
            words += group.words
    row = [choice.value, choice.label, choice.meaning, list(choice.also), list(dict.fromkeys(words))]
    return row if words else row[:4] if choice.also else row[:3]


def _rules() -> dict[str, Any]:
    """Return the constants of rules about more than one field."""
    return {
        "levels": [level.value for level in EvidenceLevel],
        "counted": [level.value for level in evidence.COUNTED],
        "figure": browser_pattern(FIGURE),
        "digits": evidence.DIGITS.pattern,
        "year": evidence.YEAR.pattern,
        "leastAdoptions": evidence.LEAST_ADOPTIONS,
        "leastSteps": LEAST_STEPS,
        "firstYear": evidence.FIRST_YEAR,
        "headings": {"approach": APPROACH, "results": RESULTS, "lessons": LESSONS},
    }


def _texts() -> dict[str, Any]:
    """Return the patterns for text that does not show as it was meant."""
    return {
        "longest": left_over.LONGEST,
        "alike": left_over.ALIKE,
        "leftOvers": [
            [browser_pattern(pattern), _flags(pattern), rule, matter]
            for rule, matter, pattern in left_over.load_signs()
        ],
        "markup": browser_pattern(plain_text.MARKUP),
        "file": f"^(?:{plain_text.FILE_NAME.pattern})$",
        "nothing": sorted(load_spellings().nothing - {"", "null"}),
        "several": f"^(?:{plain_text.SEVERAL.pattern})",
        "quotes": f"^(?:{plain_text.WHOLLY_QUOTED.pattern})$",
    }


def _body() -> dict[str, Any]:
    """Return the patterns for text that is nearly Markdown; those of ``lines`` match at the start of a line."""
    return {
        "order": SECTION_ORDER,
        "keys": entry_keys(PRACTICES),
        "inText": _with_names(IN_TEXT.pattern),
        "html": _with_names(HTML.pattern),
        "lines": {name: _with_names(f"^(?:{browser_pattern(pattern)})") for name, pattern in PATTERNS.items()},
    }


def _rule_messages() -> dict[str, dict[str, str | None]]:
    """Return the messages about the text and about more than one field, by rule and case."""
    return {name: {"": rule.message, **rule.messages} for name, rule in load_rules().items() if rule.in_the_form}


def _with_names(pattern: str) -> str:
    return pattern.replace("(?P<", "(?<")


def _flags(pattern: re.Pattern[str]) -> str:
    return "iu" if pattern.flags & re.IGNORECASE else "u"


def _persons() -> dict[str, Any]:
    """Return the patterns for numbers and addresses of persons, and for what rules them out."""
    return {
        "number": browser_pattern(privacy.CITIZEN_NUMBER),
        "before": browser_pattern(privacy.OTHER_NUMBER),
        "after": browser_pattern(privacy.MONEY),
        "day": privacy.DAY.pattern,
        "context": privacy.BEFORE,
        "phone": browser_pattern(privacy.MOBILE_NUMBER),
        "mailbox": browser_pattern(privacy.MAILBOX),
        "person": browser_pattern(privacy.PERSON_NAME),
        "function": browser_pattern(privacy.FUNCTION),
        "host": privacy.PRIVATE_HOST.pattern,
    }


def _spellings() -> dict[str, Any]:
    """Return the words and patterns by which dates and addresses are normalised; yes or no is chosen."""
    words = load_spellings()
    return {
        **words.model_dump(exclude={"no", "nothing", "pieces", "yes"}),
        "addresses": {**words.addresses, "url": URL, "mailbox": MAILBOX},
        "around": AROUND,
        "loose": LOOSE,
        "dates": [_with_names(pattern.pattern) for pattern in date_patterns()],
    }
