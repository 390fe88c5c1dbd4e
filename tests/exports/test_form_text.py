"""The form writes entries as editors do, and they read back as the same values."""

import itertools
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PRACTICES, FieldType
from mvo_catalogue.domain.patterns import HIDDEN
from mvo_catalogue.reading.front_matter import split_front_matter
from mvo_catalogue.reading.package import read_packages
from mvo_catalogue.schema.tree import Field, build_schema
from tests.form import ask_form
from tests.schema.conftest import SAMPLE, catalogue

__all__ = ["catalogue"]

FIELDS = build_schema(PRACTICES).fields


def write(catalogue: Catalogue, values: dict[str, Any], parts: dict[str, str] | None = None) -> str:
    """Return the file that the form makes of these values and texts."""
    (answer,) = ask_form(catalogue, [(values, parts or {})])
    return str(answer["text"])


def read_back(text: str) -> tuple[Any, str]:
    """Return the values and the body of a file without errors of form."""
    front_matter = split_front_matter(text)
    assert front_matter.values.diagnostics == []
    return front_matter.values.data, front_matter.body


def test_every_practice_of_the_sample_reads_back(catalogue):
    entries = [read_back(file.read_text(encoding="utf-8")) for file in sorted((SAMPLE / PRACTICES).glob("*.md"))]
    answers = ask_form(catalogue, [(values, {"": body}) for values, body in entries])

    assert len(entries) > 1
    for (values, body), answer in zip(entries, answers, strict=True):
        assert read_back(answer["text"]) == (values, body.rstrip("\n") + "\n")


def test_the_form_writes_the_style_of_the_catalogue(catalogue):
    """Keys in order, free text quoted, one list item per line; nothing empty."""
    values = {
        "gecontroleerd": "2026-11-21",
        "titel": 'Bewoners zeggen: "ja"',
        "themas": ["wonen"],
        "concept": "false",
        "periode": {"start": "2019", "eind": "lopend"},
        "bronnen": [{"url": "https://example.org/a#b", "titel": "Bericht", "uitgever": "De Brug"}],
        "kosten": {"klasse": "0", "toelichting": ""},
        "doelgroepen": [],
    }

    assert write(catalogue, values, {"Aanpak": "\n1. Bel aan.\n\n", "Resultaten": " ", "Lessen": "- Een."}) == (
        "---\n"
        'titel: "Bewoners zeggen: \\"ja\\""\n'
        "themas:\n"
        "  - wonen\n"
        "periode:\n"
        "  start: 2019\n"
        "  eind: lopend\n"
        "kosten:\n"
        "  klasse: 0\n"
        "bronnen:\n"
        '  - titel: "Bericht"\n'
        '    uitgever: "De Brug"\n'
        "    url: https://example.org/a#b\n"
        "gecontroleerd: 2026-11-21\n"
        "concept: false\n"
        "---\n"
        "\n"
        "## Aanpak\n"
        "\n"
        "1. Bel aan.\n"
        "\n"
        "## Lessen\n"
        "\n"
        "- Een.\n"
    )


def test_a_period_in_words_is_quoted(catalogue):
    assert write(catalogue, {"periode": "proef: 2 jaar"}) == '---\nperiode: "proef: 2 jaar"\n---\n'


def test_characters_that_the_check_refuses_are_removed(catalogue):
    """Emoji keep their joiners."""
    blanks = {0x2028, 0x2029, *range(0xD800, 0xE000)}
    hidden = HIDDEN.findall("x".join(chr(code) for code in range(0xA0, 0xE2000) if code not in blanks))
    alone = [f"x{character}y" for character in hidden]
    joined = [
        f"x{''.join(piece)}y" for piece in itertools.product("x1\u2764\U0001f469\ufe0f\u200d\u20e3\u200b", repeat=4)
    ]
    text = "\n".join([*alone, *joined])

    written = write(catalogue, {"titel": "Tekens"}, {"": text}).removeprefix('---\ntitel: "Tekens"\n---\n\n')

    assert not HIDDEN.search(written)
    assert written.split("\n")[len(alone) : -1] == [HIDDEN.sub("", piece) for piece in joined]
    assert len(alone) > 4_000


ODD = ["yes", "No", "~", "null", "1e3", "a: b", "a #b", "a#b", "&x", "*x", "!x", "%x", "@x", "`x`", "|", ">", "?", "-"]
ODD += [
    "=",
    "tab\there",
    "regel\neen",
    "\u00a0vast\u00a0",
    "😀 ok",
    "é",
    "\\",
    '"',
    "'",
    "a:",
    ":a",
    "<<",
    "---",
]


def test_odd_values_read_back(catalogue):
    """What YAML would interpret stays the text that was typed, in any kind of field."""
    entries = [{"titel": text, "contact": text, "periode": text, "verwant": [text]} for text in ODD]
    for values, answer in zip(entries, ask_form(catalogue, [(values, {}) for values in entries]), strict=True):
        assert stripped(read_back(answer["text"])[0]) == stripped(values)


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]).filter(
    lambda character: not HIDDEN.match(character)
)
"""What is left of a text in a field: the form removes other characters."""
TEXTS = st.builds(
    str.__add__, st.text(LETTERS, max_size=20), st.sampled_from(["x", "#", ": ", "'", '"', "---", "~", "null"])
)


def fill(field: Field, texts: Iterator[str]) -> Any:
    """Return a value that has the form of a field, sensible or not."""
    if field.type is FieldType.OBJECT:
        return {inner.key: fill(inner, texts) for inner in field.fields}
    if field.item is not None:
        return [fill(field.item, texts), fill(field.item, texts)]
    if field.forms:
        return fill(field.forms[0], texts)
    return "true" if field.type is FieldType.BOOLEAN else next(texts)


@settings(max_examples=settings().max_examples // 10)
@given(texts=st.lists(TEXTS, min_size=6, max_size=12))
def test_any_value_reads_back(catalogue, texts):
    """It changes no neighbour and stays on one line; only surrounding white space is lost."""
    entries = []
    for first in range(len(texts)):
        endless = itertools.cycle(texts[first:] + texts[:first])
        entries.append({field.key: fill(field, endless) for field in FIELDS})
    for values, answer in zip(entries, ask_form(catalogue, [(values, {}) for values in entries]), strict=True):
        assert stripped(read_back(answer["text"])[0]) == stripped(values)
        assert answer["text"].splitlines() == answer["text"].split("\n")[:-1]


@settings(max_examples=settings().max_examples // 10)
@given(texts=st.lists(st.one_of(st.text(), TEXTS, st.just("woord " * 40)), min_size=6, max_size=12))
def test_a_package_reads_back_byte_for_byte(catalogue, texts):
    """Text of a field, the body or a note; also when quoted in a reply, with line ends of Windows."""
    entries = [({"titel": text, "plaatsen": texts}, {"Aanpak": text, "Lessen": "\n".join(texts)}) for text in texts]
    for (values, _), answer in zip(entries, ask_form(catalogue, entries), strict=True):
        note = re.sub("\r\n?", "\n", str(values["titel"]))
        answered = "\r\n".join(f"> {line}" for line in answer["package"].replace("\r", "\n").split("\n"))
        for sent in (answer["package"], answered):
            (package,) = read_packages(sent)
            assert [file.text for file in package.files] == [answer["text"]]
        assert package.notes.get("Van", "") == note or package.damage


def stripped(value: Any) -> Any:
    """Return the values without surrounding white space, as the schema does."""
    if isinstance(value, dict):
        return {key: stripped(inner) for key, inner in value.items()}
    return [stripped(inner) for inner in value] if isinstance(value, list) else value.strip()
