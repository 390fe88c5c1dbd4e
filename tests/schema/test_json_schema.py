"""The JSON Schema agrees with ``mvo check``, as far as a schema can."""

import json
import re
import shutil
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from mvo_catalogue.derived.json_schema import TEXT_FORMS, build_json_schema, build_messages
from mvo_catalogue.domain.model import (
    PARTNERS,
    PRACTICES,
    FieldType,
    is_contact,
    is_partial_date,
    is_secure_url,
    is_url,
)
from mvo_catalogue.schema.parse import load_messages
from mvo_catalogue.schema.tree import KINDS_BY_NAME, build_schema
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY
from tests.schema.conftest import CONTENT, SAMPLE, read_front_matter
from tests.validation.conftest import CASES

SCHEMA_RULES = {
    "missing-key",
    "empty-value",
    "unknown-key",
    "wrong-type",
    "wrong-length",
    "wrong-number",
    "wrong-value",
    "wrong-date",
    "wrong-address",
    "repeated-value",
}
"""Rules about single values, which a schema can know."""

ONLY_THE_CHECKER: set[str] = set()
"""Cases that a schema cannot see."""


@pytest.fixture(scope="session")
def validators(schemas):
    """Return the validator of each kind."""
    return {
        kind: Draft7Validator(build_json_schema(schema), format_checker=Draft7Validator.FORMAT_CHECKER)
        for kind, schema in schemas.items()
    }


@pytest.mark.parametrize("kind", KINDS_BY_NAME.values())
def test_it_is_draft_07_without_references(kind, validators):
    schema = validators[kind].schema
    text = json.dumps(schema)

    Draft7Validator.check_schema(schema)
    assert "$ref" not in text
    assert "$id" not in text
    assert "definitions" not in text
    assert list(schema["properties"]) == [field.key for field in build_schema(kind).fields]


def test_every_good_entry_is_valid(tmp_path):
    """A draft may lack required fields."""
    for content in (CONTENT, Path(shutil.copytree(SAMPLE, tmp_path / "content"))):
        found, _ = load_catalogue(content, TODAY)
        for kind in KINDS_BY_NAME.values():
            validator = Draft7Validator(build_json_schema(build_schema(kind, found)))
            files = sorted((content / kind).glob("*.md"))
            assert files
            for file in files:
                values = read_front_matter(file.read_text(encoding="utf-8"))
                found_wrong = [] if values.get("concept") else list(validator.iter_errors(values))
                assert [f"{file}: {error.message}" for error in found_wrong] == []


def test_every_example_is_valid():
    def check(node):
        for example in node.get("examples", ()):
            Draft7Validator(node, format_checker=Draft7Validator.FORMAT_CHECKER).validate(example)
        for inner in (*node.get("properties", {}).values(), *node.get("anyOf", ()), *filter(None, [node.get("items")])):
            check(inner)

    for kind in KINDS_BY_NAME.values():
        check(build_json_schema(build_schema(kind)))


def cases_with_only(rules):
    """Yield (case, path) of every broken folder in which some file breaks only these rules."""
    for case in sorted((CASES / "invalid").iterdir()):
        report = case / "report.txt"
        found: dict[str, set[str]] = {}
        for path, rule in re.findall(r"^(\S+\.md):\d+:\d+: \S+ \[([a-z-]+)\]", report.read_text("utf-8"), re.MULTILINE):
            found.setdefault(path, set()).add(rule)
        for path, broken in found.items():
            if broken <= rules and Path(path).parts[1] in KINDS_BY_NAME.values():
                yield case.name, path


def test_the_schema_refuses_what_the_check_refuses():
    """Except for the exceptions below."""
    base, _ = load_catalogue(CASES / "base" / "content", TODAY)
    found, accepted = 0, set()
    for case, path in cases_with_only(SCHEMA_RULES):
        schema = build_json_schema(build_schema(Path(path).parts[1], base))
        validator = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
        found += 1
        if validator.is_valid(read_front_matter((CASES / "invalid" / case / path).read_text(encoding="utf-8"))):
            accepted.add(case)

    assert found > 10
    assert accepted == ONLY_THE_CHECKER


def test_an_entry_with_every_field_is_valid(schemas):
    base, _ = load_catalogue(CASES / "base" / "content", TODAY)
    text = (CASES / "valid" / "every-field" / "content" / PRACTICES / "alles.md").read_text(encoding="utf-8")
    values = read_front_matter(text)

    Draft7Validator(build_json_schema(build_schema(PRACTICES, base))).validate(values)
    assert set(values) == {field.key for field in schemas[PRACTICES].fields}


def test_topics_and_vocabularies_are_an_enum_and_partners_a_pattern(validators):
    properties = validators[PRACTICES].schema["properties"]

    assert "wonen" in properties["themas"]["items"]["enum"]
    assert properties["doelgroepen"]["items"]["enum"] == ["jongeren", "ouderen"]
    assert "enum" not in properties["corporaties"]["items"]
    assert "enum" not in properties["verwant"]["items"]


def test_choices_come_with_their_meaning(validators):
    evidence = validators[PRACTICES].schema["properties"]["onderbouwing"]

    assert len(evidence["enum"]) == len(evidence["enumDescriptions"]) == 5
    assert evidence["enumDescriptions"][0].startswith("Beschreven: Een bron")
    assert validators[PARTNERS].schema["properties"]["soort"]["enumDescriptions"][0] == "Woningcorporatie"


CHECKS = {
    FieldType.PARTIAL_DATE: is_partial_date,
    FieldType.URL: is_url,
    FieldType.SECURE_URL: is_secure_url,
    FieldType.CONTACT: is_contact,
}
ADDRESSES = st.from_regex(r"https?://[a-z0-9.:@/?# -]{0,20}", fullmatch=True)
WRITTEN = st.one_of(ADDRESSES, st.from_regex(r"[0-9-]{4,10}", fullmatch=True), st.text(string.printable, max_size=20))


@pytest.mark.parametrize("kind", CHECKS)
@given(text=WRITTEN)
def test_a_pattern_accepts_what_the_check_accepts(kind, text):
    """The number of days in a month is left to the check."""
    if CHECKS[kind](text) and (kind is not FieldType.PARTIAL_DATE or not text.startswith("0")):
        assert re.search(f"^{TEXT_FORMS[kind][0]}$", text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FieldType.URL, "www.example.org"),
        (FieldType.URL, "https://example"),
        (FieldType.URL, "https://naam@example.org"),
        (FieldType.URL, "https://example.org/een pad"),
        (FieldType.URL, "javascript:alert(1)"),
        (FieldType.SECURE_URL, "http://example.org"),
        (FieldType.CONTACT, "info@example"),
        (FieldType.CONTACT, "bel ons"),
        (FieldType.DAY, "21-11-2026"),
        (FieldType.DAY, "2026-13-01"),
        (FieldType.PARTIAL_DATE, "2026-13"),
        (FieldType.PARTIAL_DATE, "voorjaar 2026"),
    ],
)
def test_a_pattern_refuses_likely_errors(kind, text):
    assert not re.search(f"^{TEXT_FORMS[kind][0]}$", text)


def test_the_messages_are_those_of_the_check():
    messages = build_messages()
    sentences = {name: (item["regel"], item["melding"]) for name, item in messages["meldingen"].items()}

    assert sentences == {name: (item.rule, item.message) for name, item in load_messages().messages.items()}
    assert set(messages["trefwoorden"].values()) <= set(sentences)
    assert {message for _, message in TEXT_FORMS.values()} <= set(sentences)
