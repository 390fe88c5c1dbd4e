"""A package is read as it was written, whatever a mail program did to it; other changes are reported."""

import json
import textwrap
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mvo_catalogue.domain.patterns import HIDDEN
from mvo_catalogue.reading.package import BrokenPackage, Package, PackedFile, read_packages, sum_of
from tests.package import write_package

VECTORS = json.loads((Path(__file__).parents[1] / "package_vectors.json").read_text(encoding="utf-8"))
PATH = "content/practices/buren-in-de-tuin.md"
LONG_PATH = "content/practices/bewoners-houden-samen-de-tuinen-bij-hun-flat-in-het-oude-centrum-mooi.md"
LONG = "Bewoners kiezen samen de planten en werken elke maand in de tuin bij hun flat. " * 4
ADDRESS = f"https://example.org/{'verslag-' * 20}2024.pdf"
MAILBOX = "info@example.org"
SAFE = f"https://eur01.safelinks.protection.outlook.com/?url={quote(ADDRESS, safe='')}&data=05%7C&reserved=0"
TEXT = f"""---
titel: "Buren onderhouden de tuin"
samenvatting: "{LONG.strip()}"
themas:
  - wonen
bronnen:
  - titel: "Verslag"
    url: {ADDRESS}
---

## Aanpak

1. {LONG.strip()}
2. Mail {MAILBOX}.

> Een citaat.
"""
PACKAGE = Package(
    (PackedFile(PATH, TEXT), PackedFile("content/partners/de-tuin.md", "x\n\ny", False)), {"Van": "Els\n\nGroet"}
)


def quoted(text: str, sign: str = "> ") -> str:
    """Return a text as an answer quotes it."""
    return "\n".join(f"{sign}{line}".rstrip() for line in text.split("\n"))


def wrapped(text: str, width: int, **options: Any) -> str:
    """Return a text with its long lines broken."""
    return "\n".join(
        part
        for line in text.split("\n")
        for part in textwrap.wrap(line, width, replace_whitespace=False, **options) or [""]
    )


def kept_spaces(text: str, width: int) -> str:
    """Return a text with its lines wrapped at a width."""
    return "\n".join(
        part
        for line in text.split("\n")
        for part in ([line[at : at + width] for at in range(0, len(line), width)] or [""])
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_a_package_has_the_format_of_the_vectors(vector):
    """The form writes the same (tests/js/contribute/package.test.mjs)."""
    files = tuple(
        PackedFile(file["path"], file["text"], file["isNew"], base=sum_of(file["before"]) if "before" in file else "")
        for file in vector["files"]
    )
    package = Package(files, vector["notes"])

    assert write_package(package) == vector["text"]
    (back,) = read_packages(vector["text"])
    assert (back.content, back.damage) == (package.content, ())
    assert [file.base for file in back.files] == [file.base for file in files]


@given(
    files=st.lists(
        st.tuples(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")), st.booleans()),
        min_size=1,
        max_size=3,
    ),
    notes=st.dictionaries(
        st.sampled_from(["Van", "Wat er verandert", "Waarom"]),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1),
    ),
    around=st.sampled_from(["", "> ", ">> ", "    ", "> | "]),
)
@example(files=[("~~~~\nControle: 00000000\nEinde van het pakket", True)], notes={}, around="> ")
@example(files=[("\n\n", True), ("", False)], notes={"Van": "\n"}, around="")
def test_any_text_comes_back_byte_for_byte(files, notes, around):
    """Also between other texts, with line ends of Windows, and quoted in a reply."""
    package = Package(tuple(PackedFile(f"content/practices/p{n}.md", *file) for n, file in enumerate(files)), notes)
    lines = write_package(package).split("\n")
    text = "\r\n".join(["Beste redactie,", "", *(around + line for line in lines), "", "Groet, Els"])

    (back,) = read_packages(text)
    assert (back.content, back.damage) == (package.content, ())


WORDS = st.lists(st.text(st.sampled_from("abcé😀~>#-.:\"'"), min_size=1, max_size=90), min_size=1, max_size=40).map(
    " ".join
)
TYPED = st.lists(st.one_of(WORDS, st.just(""), WORDS.map(lambda line: f"  - {line}")), min_size=1, max_size=12).map(
    "\n".join
)


@given(text=TYPED, width=st.integers(62, 100), answer=st.booleans(), breaks=st.booleans())
def test_wrapped_lines_are_rejoined(text, width, answer, breaks):
    """At a space or within a long word, also when quoted afterwards. What cannot be undone is reported."""
    package = Package((PackedFile(PATH, text),))
    mailed = wrapped(write_package(package), width, break_long_words=breaks, break_on_hyphens=False)

    (back,) = read_packages(quoted(mailed) if answer else mailed)
    if not breaks:
        assert (back.content, back.damage) == (package.content, ())
    assert back.content == package.content or back.damage


DAMAGES = {
    "answered": quoted,
    "answered without spaces": lambda text: quoted(text, ">"),
    "answered twice": lambda text: quoted(quoted(text)),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" ", "\xa0"),
    "no-break spaces at the start": lambda text: text.replace("\n  ", "\n\xa0\xa0").replace("  ", "\xa0 "),
    "spaces at the end": lambda text: text.replace("\n", "  \n"),
    "an empty line after each": lambda text: text.replace("\n", "\n\n"),
    "broken at 66": lambda text: wrapped(text, 66),
    "broken at 76": lambda text: wrapped(text, 76),
    "broken, and answered": lambda text: quoted(wrapped(text, 72)),
    "answered, and broken": lambda text: wrapped(quoted(text), 72, break_long_words=False, break_on_hyphens=False),
    "broken within words": lambda text: kept_spaces(text, 76),
    "broken after a space": lambda text: wrapped(text, 76, drop_whitespace=False),
    "invisible characters": lambda text: "\ufeff" + text.replace("onder", "\u200bonder").replace("\n\n", "\n\u200e\n"),
    "an address twice": lambda text: text.replace(ADDRESS, f"{ADDRESS}<{ADDRESS}>"),
    "a mailbox twice": lambda text: text.replace(MAILBOX, f"{MAILBOX}<mailto:{MAILBOX}>"),
    "addresses by a server": lambda text: text.replace(ADDRESS, SAFE),
    "From with a sign": lambda text: text.replace("From ", ">From "),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_changes_of_mail_programs_are_undone(damage):
    """Each of them, without a message."""
    package = Package((*PACKAGE.files, PackedFile(LONG_PATH, "From Irado\nFrom here\n")), PACKAGE.notes)
    text = damage(write_package(package))

    assert text != write_package(package)
    (back,) = read_packages(text)
    assert (back.damage, back.content) == ((), package.content)


def test_a_change_by_the_sender_is_kept_and_reported():
    """With its line."""
    text = (
        write_package(PACKAGE)
        .replace('titel: "Buren', 'titel: "Onze buren')
        .replace("samen de planten", "de planten", 1)
    )

    (back,) = read_packages(text)
    assert 'titel: "Onze buren onderhouden de tuin"\n' in back.files[0].text
    (damage,) = back.damage
    assert damage.startswith(f"“Nieuw bestand: {PATH}”: de tekst is niet meer precies zoals hij is gemaakt.")
    assert "regel 3" in damage


def test_a_package_can_be_written_by_hand():
    """Without the checksum, so changes cannot be detected."""
    note = "Pakket voor de catalogus (vorm 1)\nVan\n~~~~\nEls\n~~~~\n"
    text = f"{note}Nieuw bestand: {PATH}\n~~~~~\n---\n~~~~\n~~~~~\nEinde van het pakket"

    (back,) = read_packages(text)
    assert back == Package((PackedFile(PATH, "---\n~~~~\n", line=8, named_at=6),), {"Van": "Els"}, line=1)
    assert read_packages(text.replace("~~~~\nEls\n~~~~", "~~~\nEls\n~~~")) == [back]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Pakket voor de catalogus (vorm 1)\n\nEinde van het pakket", 3, "geen bestand"),
        ("Hoi\nPakket voor de catalogus (vorm 1)\n\nTitel\n~~~~\nx\n~~~~\nEinde van het pakket", 5, "hoort een naam"),
        (f"Pakket voor de catalogus (vorm 1)\nNieuw bestand: {PATH}\n---\nEinde van het pakket", 2, "regel met ~~~~"),
        (write_package(PACKAGE)[: write_package(PACKAGE).index("wonen")], 13, "Er ontbreekt een stuk"),
        (write_package(PACKAGE).replace("Einde", "Slot"), 42, "zonder “Einde van het pakket”"),
        (write_package(PACKAGE).replace("Nieuw bestand: " + PATH, "Van"), 13, "staat er twee keer"),
    ],
)  # fmt: skip
def test_an_incomplete_package_is_refused_at_its_line(text, line, said):
    with pytest.raises(BrokenPackage, match=said) as refused:
        read_packages(text)
    assert str(refused.value).startswith(f"regel {line}: ")


def test_a_text_without_a_package_has_none():
    assert read_packages("Hallo\n~~~~\nNieuw bestand: x\n~~~~\n") == []


def test_a_package_can_contain_any_text_of_the_form():
    """Its fences are longer than any in the text."""
    text = HIDDEN.sub("", "".join(map(chr, range(0x20, 0x3000)))) + "\n" + "~" * 50
    (back,) = read_packages(write_package(Package((PackedFile(PATH, text),))))
    assert back.files[0].text == text
